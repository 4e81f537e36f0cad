/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JX_RUN_SAME,
  JX_RUN_REMOVED, /* only in the first text */
  JX_RUN_ADDED,   /* only in the second */
} JxRunType;

/** JxTextRun: @text: not terminated, in the first text (of what is the same and what is removed) or in the second. */
typedef struct
{
  JxRunType type;
  const char *text;
  gsize length; /* bytes */
} JxTextRun;

/**
 * jx_text_diff:
 * @a, @b: UTF-8, which must outlive the runs
 *
 * Tells how @b differs from @a, for the eye of a reader: numbers and Latin words are never cut, and a
 * single sign that is the same between two differences counts as different. Long texts that differ
 * in many places are told apart coarsely.
 *
 * Returns: (transfer full) (element-type JxTextRun): what is removed stands before what is added in its place
 */
GArray *jx_text_diff (const char *a, const char *b);

G_END_DECLS
