/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long the main loop does not come round while something is done. */

/** jx_stall_begin: what follows, to jx_stall_end(), is watched. */
void jx_stall_begin (void);

/** jx_stall_wait: runs the main loop until something happened in it. */
void jx_stall_wait (void);

/**
 * jx_stall_end: lets the main loop come to rest, and prints a row: @name, the milliseconds of the longest time it
 * did not come round, those of its processor time in that, those of the whole until rest, and whether a dialog with
 * progress was seen.
 */
void jx_stall_end (const char *name);

/** jx_stall_get_worst: @own: (out): the most processor time in one of them. Returns: milliseconds of the longest of all. */
double jx_stall_get_worst (double *own);

/* JX_STALL_MEASURE: does @act, a statement, and runs the main loop until @condition holds. */
#define JX_STALL_MEASURE(name, act, condition) \
  G_STMT_START {                               \
    jx_stall_begin ();                         \
    act;                                       \
    while (!(condition))                       \
      jx_stall_wait ();                        \
    jx_stall_end (name);                       \
  } G_STMT_END

G_END_DECLS
