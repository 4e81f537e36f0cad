/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/jx-clip-read.h"
#include "app/jx-lines.h"

/* Copy, cut, paste, clear and fill down, of a range or of the cell in work. */

#define HTML "text/html"

typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} ClipKey;

static const ClipKey clip_keys[] = {
  { GDK_KEY_c, GDK_CONTROL_MASK, "cells.copy" },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, "cells.copy" },
  { GDK_KEY_x, GDK_CONTROL_MASK, "cells.cut" },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, "cells.cut" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "cells.paste" },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "cells.paste" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "cells.fill-down" },
};

typedef struct
{
  JxSheetView *sheet;
  const JxSheetTable *table;
} Merging;

static gboolean
is_merged_cb (guint row, guint column, gpointer data)
{
  Merging *merging = data;
  JxSheetSpot spot = { merging->table->items->pdata[row], merging->table->columns->pdata[column] };
  JxSheetCell *cell = jx_sheet_view_find_spot (merging->sheet, &spot);

  return cell && cell->row_item != spot.row;
}

/* What is written over the document's values takes the place of what was typed and did not fit. */
static void
forget_drafts (JxSheetView *sheet)
{
  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (cell->selected)
        jx_sheet_cell_set_draft (cell, NULL, NULL);
    }
}

/* The one with the focus, or that had it before it went to a menu. */
static JxSheetCell *
get_work_cell (JxSheetView *sheet)
{
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);

  return cell ? cell : sheet->current;
}

/* @edit: (nullable): then @error says why. */
static gboolean
apply (JxSheetView *sheet, JxEdit *edit, const char *name, GError **error)
{
  if (edit == NULL)
    return FALSE;
  if (jx_edit_is_empty (edit))
    {
      jx_edit_free (edit);
      return TRUE;
    }

  return jx_history_do (sheet->history, edit, name, error);
}

static guint
count_rows (const JxSheetRange *range)
{
  return range->bottom - range->top + 1;
}

static guint
count_columns (const JxSheetRange *range)
{
  return range->right - range->left + 1;
}

static void
clear (JxSheetView *sheet, const JxSheetTable *table, const JxSheetRange *range, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (apply (sheet, jx_sheet_table_clear (table, range, &error), name, &error))
    forget_drafts (sheet);
  else
    jx_sheet_view_set_notice (sheet, error->message, TRUE);
}

static void
give (JxSheetView *sheet, const char *text, const char *html)
{
  g_autoptr (GBytes) bytes = html ? g_bytes_new (html, strlen (html)) : NULL;
  GdkContentProvider *both[] = {
    html ? gdk_content_provider_new_for_bytes (HTML, bytes) : NULL,
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) all = html ? gdk_content_provider_new_union (both, G_N_ELEMENTS (both)) : both[1];

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (sheet)), all);
}

static void
copy (JxSheetView *sheet)
{
  JxSheetRange range;
  g_autoptr (JxSheetTable) table = jx_sheet_view_get_range (sheet, &range, NULL);
  JxSheetCell *cell = get_work_cell (sheet);

  if (table)
    {
      g_autoptr (JxClip) clip = jx_sheet_table_copy (table, &range, is_merged_cb, &(Merging) { sheet, table });
      g_autofree char *text = jx_clip_to_text (clip);
      g_autofree char *html = jx_clip_to_html (clip);

      give (sheet, text, html);
    }
  else if (cell && !cell->owner)
    give (sheet, jx_sheet_cell_get_shown (cell), NULL);
}

static void
cut (JxSheetView *sheet)
{
  JxSheetRange range;
  gboolean several;
  g_autoptr (JxSheetTable) table = jx_sheet_view_get_range (sheet, &range, &several);
  JxSheetCell *cell = get_work_cell (sheet);

  copy (sheet);
  if (table && several)
    {
      g_autofree char *name = g_strdup_printf (_("Cut %u × %u cells"), count_rows (&range), count_columns (&range));

      clear (sheet, table, &range, name);
    }
  else if (cell && jx_sheet_cell_is_editable (cell) && !cell->owner)
    {
      jx_sheet_cell_set_draft (cell, NULL, NULL);
      jx_sheet_view_set_value (sheet, cell, "", NULL);
    }
}

static void
fill_down (JxSheetView *sheet)
{
  g_autoptr (GError) error = NULL;
  JxSheetRange range;
  gboolean several;
  g_autoptr (JxSheetTable) table = jx_sheet_view_get_range (sheet, &range, &several);

  if (table == NULL)
    return;
  /* A row alone takes what stands above it. */
  if (range.top > 0 && (!several || range.top == range.bottom))
    range.top--;
  if (apply (sheet, jx_sheet_table_fill_down (table, &range, &error), _("Fill down"), &error))
    forget_drafts (sheet);
  else
    jx_sheet_view_set_notice (sheet, error->message, TRUE);
}

gboolean
jx_sheet_view_put (JxSheetView *sheet, const JxClip *clip, GError **error)
{
  JxSheetRange range;
  g_autoptr (JxSheetTable) table = jx_sheet_view_get_range (sheet, &range, NULL);
  g_autoptr (JxSheetTable) after = NULL;
  g_autofree char *name = NULL;
  JxSheetRange seen;
  JxEdit *edit;

  g_return_val_if_fail (table != NULL, FALSE);

  edit = jx_sheet_table_paste (table, &range, clip, error);
  if (edit == NULL)
    return FALSE;

  name = g_strdup_printf (_("Paste %u × %u cells"), count_rows (&range), count_columns (&range));
  forget_drafts (sheet);
  if (!apply (sheet, edit, name, error))
    return FALSE;

  /* What was pasted is shown as the range in work. */
  after = jx_sheet_view_get_range (sheet, &seen, NULL);
  if (after && range.bottom < after->items->len && (range.bottom > range.top || range.right > range.left))
    jx_sheet_view_select (sheet, after, range.bottom, range.right, range.top, range.left);

  return TRUE;
}

/* The text of an item of a list that is no table: pasted lines are an item each. */
static gboolean
is_list_line (const JxSheetCell *cell)
{
  return cell->item && cell->in_list && cell->field == jx_sheet_view_get_first_text (jx_item_get_kind (cell->item));
}

static void
put_text (JxSheetView *sheet, const char *text)
{
  JxSheetCell *cell = get_work_cell (sheet);
  g_autoptr (JxClip) clip = jx_clip_from_text (text);
  g_auto (GStrv) lines = jx_lines_split (text);
  gboolean is_one = jx_clip_count_rows (clip) == 1 && jx_clip_count_columns (clip) == 1;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;

  if (cell == NULL || !jx_sheet_cell_is_editable (cell))
    return;
  if (is_list_line (cell) && g_strv_length (lines) > 1)
    {
      if (jx_sheet_view_add_lines (sheet, sheet->item, jx_item_get_kind (cell->item), cell->item, lines, &error))
        return;
    }
  else if (jx_sheet_view_set_value (sheet, cell, is_one ? jx_clip_get (clip, 0, 0) : text, &error))
    return;

  notice = g_strdup_printf (_("Nothing was pasted: %s"), error->message);
  jx_sheet_view_set_notice (sheet, notice, TRUE);
}

/* The clipboard's answer may come when something else is being done already. */
static gboolean
can_put (JxSheetView *sheet)
{
  sheet->pasting = FALSE;

  return sheet->editing == NULL && sheet->blocks && gtk_widget_get_root (GTK_WIDGET (sheet));
}

static void
put_clip (JxSheetView *sheet, const JxClip *clip)
{
  g_autoptr (GError) error = NULL;

  jx_sheet_view_set_notice (sheet, NULL, FALSE);
  if (!jx_sheet_view_put (sheet, clip, &error))
    jx_sheet_view_set_notice (sheet, error->message, TRUE);
}

static gboolean
is_in_table (JxSheetView *sheet)
{
  JxSheetRange range;
  g_autoptr (JxSheetTable) table = jx_sheet_view_get_range (sheet, &range, NULL);

  return table != NULL;
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JxSheetView) sheet = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (!can_put (sheet))
    return;
  if (text == NULL)
    jx_sheet_view_set_notice (sheet, _("Nothing was pasted: there is no text on the clipboard"), TRUE);
  else if (is_in_table (sheet))
    {
      g_autoptr (JxClip) clip = jx_clip_from_text (text);

      put_clip (sheet, clip);
    }
  else
    put_text (sheet, text);
}

static void
read_text (JxSheetView *sheet)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (sheet)), NULL, text_read_cb, g_object_ref (sheet));
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JxSheetView) sheet = data;
  g_autoptr (GBytes) page = jx_clip_read_html_finish (result);
  g_autoptr (JxClip) clip = NULL;

  if (page != NULL && g_bytes_get_size (page) > 0)
    clip = jx_clip_from_html (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
  if (clip == NULL)
    read_text (sheet);
  else if (can_put (sheet) && is_in_table (sheet))
    put_clip (sheet, clip);
}

static void
paste (JxSheetView *sheet)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (sheet));

  if (sheet->pasting)
    return;

  sheet->pasting = TRUE;
  if (is_in_table (sheet) && jx_clip_offers_html (clipboard))
    jx_clip_read_html_async (clipboard, html_read_cb, g_object_ref (sheet));
  else
    read_text (sheet);
}

static gboolean
clear_range (JxSheetView *sheet)
{
  JxSheetRange range;
  gboolean several;
  g_autoptr (JxSheetTable) table = jx_sheet_view_get_range (sheet, &range, &several);
  g_autofree char *name = NULL;

  if (table == NULL || !several)
    return FALSE;

  name = g_strdup_printf (_("Clear %u × %u cells"), count_rows (&range), count_columns (&range));
  clear (sheet, table, &range, name);

  return TRUE;
}

static void
clear_work (JxSheetView *sheet)
{
  JxSheetCell *cell = get_work_cell (sheet);

  if (!clear_range (sheet) && cell && cell->item)
    jx_sheet_view_clear_cell (sheet, cell);
}

static void
clip_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);

  /* In the editor these are its own. */
  if (sheet->editing)
    return;

  if (g_str_equal (action, "cells.copy"))
    copy (sheet);
  else if (g_str_equal (action, "cells.cut"))
    cut (sheet);
  else if (g_str_equal (action, "cells.paste"))
    paste (sheet);
  else if (g_str_equal (action, "cells.clear"))
    clear_work (sheet);
  else
    fill_down (sheet);
}

gboolean
jx_sheet_view_clipboard_key (JxSheetView *sheet, JxSheetCell *cell, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  for (guint i = 0; i < G_N_ELEMENTS (clip_keys); i++)
    if (gdk_keyval_to_lower (keyval) == clip_keys[i].keyval && modifiers == clip_keys[i].modifiers)
      {
        gtk_widget_activate_action (GTK_WIDGET (sheet), clip_keys[i].action, NULL);
        return TRUE;
      }

  return modifiers == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace) && clear_range (sheet);
}

void
jx_sheet_view_class_init_clipboard (GtkWidgetClass *widget_class)
{
  static const char *actions[] = { "cells.copy", "cells.cut", "cells.paste", "cells.fill-down", "cells.clear" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, clip_action_cb);
}
