/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-library-dialog.h"
#include "model/jx-item-build.h"

/* What a sheet takes from the indicator library, and gives to it. */

static int
get_year (JxSheetView *sheet)
{
  JxDecimal year;

  return jx_item_get_decimal (jx_document_get_root (sheet->document), JX_FIELD_YEAR, &year) ? (int) year.mantissa : 0;
}

static void
init_text (JxItem *item, JxField field, const char *text)
{
  g_autofree char *value = text ? jx_field_normalise (field, text, NULL) : NULL;

  if (value && value[0])
    jx_item_init (item, field, value);
}

static JxItem *
make_indicator (JxSheetView *sheet, const JxLibraryEntry *entry, JxItem *neighbour)
{
  JxItem *item = jx_sheet_view_make_item (sheet, JX_KIND_INDICATOR, neighbour);

  init_text (item, JX_FIELD_INDICATOR_LEVEL1, entry->level1);
  init_text (item, JX_FIELD_INDICATOR_LEVEL2, entry->level2);
  init_text (item, JX_FIELD_INDICATOR_LEVEL3, entry->level3);
  init_text (item, JX_FIELD_INDICATOR_DESCRIPTION, entry->description);
  init_text (item, JX_FIELD_INDICATOR_VALUE, jx_library_entry_get_value (entry, get_year (sheet), NULL));
  init_text (item, JX_FIELD_INDICATOR_BASIS, entry->basis);

  return item;
}

static JxItem *
get_indicator_in_work (JxSheetView *sheet)
{
  JxItem *item = jx_sheet_view_get_work_item (sheet);

  return item && jx_item_get_kind (item) == JX_KIND_INDICATOR ? item : NULL;
}

void
jx_sheet_view_insert_entries (JxSheetView *sheet, GPtrArray *entries)
{
  JxItem *beside = get_indicator_in_work (sheet), *first = NULL;
  guint count = jx_item_count (sheet->item, JX_KIND_INDICATOR);
  guint at = beside ? jx_item_get_index (beside) + 1 : count;
  JxItem *neighbour = beside ? beside : count ? jx_item_child (sheet->item, JX_KIND_INDICATOR, count - 1) : NULL;
  g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Insert %u indicator from the library", "Insert %u indicators from the library",
                                                        entries->len), entries->len);
  JxEdit *group = jx_edit_new_group ();

  for (guint i = 0; i < entries->len; i++)
    {
      JxItem *item = make_indicator (sheet, entries->pdata[i], neighbour);

      jx_edit_add (group, jx_edit_new_insert (sheet->item, item, at + i));
      if (first == NULL)
        first = item;
    }
  /* The value is what she looks at next. */
  if (jx_history_do (sheet->history, group, name, NULL) && first)
    jx_sheet_view_reveal (sheet, first, JX_FIELD_INDICATOR_VALUE);
}

static void
chosen_cb (JxSheetView *sheet, GPtrArray *entries)
{
  if (sheet->blocks)
    jx_sheet_view_insert_entries (sheet, entries);
}

gboolean
jx_sheet_view_open_library (JxSheetView *sheet)
{
  JxItem *item;
  GtkRoot *root;
  JxLibraryDialog *dialog;

  g_return_val_if_fail (JX_IS_SHEET_VIEW (sheet), FALSE);

  if (!jx_sheet_view_shows_indicators (sheet))
    return FALSE;
  if (sheet->editing && !jx_sheet_view_stop_editing (sheet, TRUE))
    return TRUE;

  item = get_indicator_in_work (sheet);
  root = gtk_widget_get_root (GTK_WIDGET (sheet));
  dialog = jx_library_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, jx_library_keeper_get_default (),
                                  item ? jx_item_get (item, JX_FIELD_INDICATOR_LEVEL2) : NULL, get_year (sheet));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), sheet, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}

void
jx_sheet_view_keep_rows (JxSheetView *sheet, GPtrArray *rows)
{
  JxLibraryKeeper *keeper = jx_library_keeper_get_default ();
  g_autofree char *notice = NULL;
  guint kept = 0;

  for (guint i = 0; i < rows->len; i++)
    kept += jx_library_mark (jx_library_keeper_get_library (keeper), rows->pdata[i]);
  if (kept)
    jx_library_keeper_changed (keeper);
  notice = kept ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u indicator is marked in the library", "%u indicators are marked in the library", kept), kept)
                : g_strdup (_("Not kept in the library: write the name of the indicator first"));
  jx_sheet_view_set_notice (sheet, notice, kept == 0);
}
