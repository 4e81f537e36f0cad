/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-editor.h"

G_BEGIN_DECLS

/* What the files of the editor share: jx-sheet-editor.c the widget and its text, jx-sheet-editor-keys.c
 * its keys and how it is left. */

struct _JxSheetEditor
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *view;
  GtkCssProvider *face;  /* size and family of the cell, for the text view */
  gboolean is_entry;
  gboolean may_break;    /* the field holds several lines */
  gboolean breaking;     /* a line break asked for by Alt+Enter is on its way into the buffer */
  gboolean quiet;        /* we are setting the text ourselves */
  JxSheetLeave pending;  /* how it is to be left when the key under way is done */
  guint pending_id;
  int text_height;
};

void jx_sheet_editor_init_keys (JxSheetEditor *editor);

G_END_DECLS
