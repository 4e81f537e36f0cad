/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-edit.h"

G_BEGIN_DECLS

#define JX_TYPE_TYPING (jx_typing_get_type ())
G_DECLARE_INTERFACE (JxTyping, jx_typing, JX, TYPING, GtkWidget)

/**
 * JxTyping:
 *
 * A widget that is written in and takes what was typed when it is left. Drafts hold it before that.
 */
struct _JxTypingInterface
{
  GTypeInterface parent;

  JxEdit *(*dup_edit) (JxTyping *typing);
  void (*add_refused) (JxTyping *typing, GPtrArray *refused);
};

/** jx_typing_dup_edit: Returns: (transfer full) (nullable): what would be done if it were left now; %NULL for nothing, and where what stands there does not fit. */
JxEdit *jx_typing_dup_edit (JxTyping *typing);

/** jx_typing_add_refused: @refused: (element-type JxRefused): what stands in @typing and does not fit is added to it. */
void jx_typing_add_refused (JxTyping *typing, GPtrArray *refused);

/** jx_typing_note: what stands in @typing is another than before, or was given up: its window keeps it. */
void jx_typing_note (JxTyping *typing);

/** jx_typing_make_edit: for their dup_edit. Returns: (transfer full) (nullable): sets @field to what @typed means; %NULL where it holds that already or @typed does not fit. */
JxEdit *jx_typing_make_edit (JxItem *item, JxField field, const char *typed);

/** jx_typing_find: Returns: (transfer none) (nullable): the one in @window that is written in. */
JxTyping *jx_typing_find (GtkWindow *window);

G_END_DECLS
