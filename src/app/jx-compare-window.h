/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-window.h"

G_BEGIN_DECLS

#define JX_TYPE_COMPARE_WINDOW (jx_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (JxCompareWindow, jx_compare_window, JX, COMPARE_WINDOW, AdwWindow)

/** JxCompareWith: what the document is compared with. @name: another document's, or what the document is called as it was. */
typedef struct
{
  char *name;
  JxDocument *document;
} JxCompareWith;

JxCompareWith *jx_compare_with_new (const char *name, JxDocument *document);
void jx_compare_with_free (JxCompareWith *with);

/**
 * jx_compare_window_present:
 * @with: (transfer full) (element-type JxCompareWith): at least one; of several the user chooses
 * @before: whether they are what the document was before, and the differences its changes since
 *
 * Shows field by field, side by side, how the document of @window differs. It goes along with every
 * edit; each difference can be shown in the document, and be taken (or taken back) alone, as one step.
 *
 * Returns: (transfer none): the window; whoever puts another document into @window destroys it
 */
GtkWindow *jx_compare_window_present (JxWindow *window, GPtrArray *with, gboolean before);

G_END_DECLS
