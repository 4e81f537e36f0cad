/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxCups:
 *
 * A print server of the test's own, on the loopback, with one printer that keeps what it is sent. It
 * asks nobody who they are, announces nothing, and goes with the test.
 */
typedef struct _JxCups JxCups;

#define JX_CUPS_PRINTER "jixiao"

/** jx_cups_new: starts it, and has CUPS_SERVER say where. Returns: (transfer full) (nullable): %NULL where there is no print server to start. */
JxCups *jx_cups_new (void);

/**
 * jx_cups_wait:
 * @options: (out) (optional) (transfer full): copies and options as the printer was told them
 *
 * Waits for the next job. Returns: (transfer full): the path of the PDF file the printer got, filters and all done with.
 */
char *jx_cups_wait (JxCups *cups, char **options);

void jx_cups_free (JxCups *cups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxCups, jx_cups_free)

G_END_DECLS
