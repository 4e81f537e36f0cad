/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-lines.h"
#include "app/jx-sheet-mark.h"
#include "app/jx-typing.h"
#include "base/jx-fold.h"
#include "form/jx-writing.h"

/* From the cells to the document: one edit a cell that is left. */

/* Below the cell: how @text is understood, and what may be meant. */
static void
help (JxSheetView *sheet, const char *text)
{
  JxSheetCell *cell = sheet->editing;
  g_autofree char *told = cell->item && jx_blank_is_whole (&cell->blank) ? jx_sheet_mark_tell (cell->item, cell->field, text) : NULL;

  if (sheet->suggest == NULL)
    return;

  if (sheet->choosing)
    jx_sheet_choices_tell (sheet->choices, told);
  else
    jx_sheet_choices_offer (sheet->choices, jx_sheet_suggest_list (sheet->suggest, text), told, &cell->box);
  jx_sheet_editor_set_told (sheet->editor, told);
}

static void
editor_changed_cb (JxSheetView *sheet)
{
  g_autofree char *text = NULL;

  if (sheet->editing == NULL)
    return;

  text = jx_sheet_editor_dup_text (sheet->editor);
  help (sheet, text);
  jx_sheet_cell_set_live (sheet->editing, text);
  jx_typing_note (JX_TYPING (sheet));
  sheet->layout_stale = TRUE;
  if (!jx_sheet_view_is_in_view (sheet, sheet->editing))
    jx_sheet_view_scroll_to_cell (sheet, sheet->editing);
}

/* The place below the cell belongs to the input method's own list for as long as it has one. */
static void
composing_cb (JxSheetView *sheet, gboolean composing)
{
  g_autofree char *text = NULL;

  if (sheet->editing == NULL)
    return;
  if (composing)
    {
      gtk_popover_popdown (GTK_POPOVER (sheet->choices));
      return;
    }

  text = jx_sheet_editor_dup_text (sheet->editor);
  help (sheet, text);
}

/* Levels, bases, signs and units are mostly those of a list; names and values are not. */
static gboolean
is_from_list (JxSheetCell *cell)
{
  switch (cell->field)
    {
    case JX_FIELD_INDICATOR_LEVEL1:
    case JX_FIELD_INDICATOR_LEVEL2:
    case JX_FIELD_INDICATOR_BASIS:
    case JX_FIELD_TERM_INDICATOR_LEVEL1:
    case JX_FIELD_TERM_INDICATOR_LEVEL2:
      return TRUE;
    default:
      return cell->part && (cell->part->aspect == JX_ASPECT_SIGN || cell->part->aspect == JX_ASPECT_UNIT);
    }
}

/* Up and Down leave a cell as it was: they take of the list only where something is being written. */
static gboolean
may_step (JxSheetView *sheet)
{
  g_autofree char *typed = jx_sheet_editor_dup_text (sheet->editor);

  return is_from_list (sheet->editing) || typed[0] == '\0' || !g_str_equal (typed, sheet->editing->value);
}

static gboolean
step_cb (JxSheetView *sheet, int by)
{
  const char *choice = sheet->editing && may_step (sheet) ? jx_sheet_choices_step (sheet->choices, by) : NULL;

  if (choice == NULL)
    return FALSE;

  sheet->choosing = TRUE;
  jx_sheet_editor_replace (sheet->editor, choice);
  sheet->choosing = FALSE;

  return TRUE;
}

static void
chosen_cb (JxSheetView *sheet, const char *choice)
{
  if (sheet->editing == NULL)
    return;

  sheet->choosing = TRUE;
  jx_sheet_editor_replace (sheet->editor, choice);
  sheet->choosing = FALSE;
  jx_sheet_view_stop_editing (sheet, TRUE);
}

/* A goal with nothing in it would print as a lone number: blank means gone. */
static gboolean
is_lone_list_text (JxSheetCell *cell)
{
  return cell->item && cell->in_list && cell->field == jx_sheet_view_get_first_text (jx_item_get_kind (cell->item));
}

static JxItem *
next_of_list (JxItem *item)
{
  return jx_item_child (jx_item_get_parent (item), jx_item_get_kind (item), jx_item_get_index (item) + 1);
}

static JxSheetCell *
find_adder (JxSheetView *sheet, JxItem *owner, JxKind kind)
{
  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (cell->owner == owner && cell->adds == kind)
        return cell;
    }

  return NULL;
}

/* Enter goes on: down in a table, to the next of a list, and past its last to a new one. */
static void
go_on (JxSheetView *sheet, JxSheetCell *cell, JxItem *item, JxItem *owner, JxKind adds)
{
  JxSheetCell *adder = NULL;

  if (item && jx_item_is_attached (item) && cell->in_list)
    {
      adder = next_of_list (item) ? NULL : find_adder (sheet, sheet->item, jx_item_get_kind (item));
      if (adder)
        jx_sheet_view_edit (sheet, adder, "", 0);
      else if (next_of_list (item))
        jx_sheet_view_move (sheet, GTK_DIR_DOWN);
    }
  else if (owner)
    {
      adder = find_adder (sheet, owner, adds);
      if (adder)
        jx_sheet_view_edit (sheet, adder, "", 0);
    }
  else if (cell->row_item)
    jx_sheet_view_move (sheet, GTK_DIR_DOWN);
}

void
jx_sheet_view_give_up_editing (JxSheetView *sheet)
{
  g_autoptr (JxSheetCell) cell = g_object_ref (sheet->editing);

  jx_sheet_cell_set_draft (cell, NULL, NULL);
  jx_sheet_view_stop_editing (sheet, FALSE);
  /* A goal just inserted and not written goes again. */
  if (cell->value[0] == '\0' && is_lone_list_text (cell))
    jx_sheet_view_set_value (sheet, cell, "", NULL);
}

static void
editor_left_cb (JxSheetView *sheet, int how)
{
  g_autoptr (JxSheetCell) cell = sheet->editing ? g_object_ref (sheet->editing) : NULL;
  g_autofree char *typed = NULL;
  JxItem *item, *owner;
  JxKind adds;

  if (cell == NULL)
    return;

  typed = jx_sheet_editor_dup_text (sheet->editor);
  item = cell->item;
  owner = typed[0] ? cell->owner : NULL;
  adds = cell->adds;
  if (how == JX_SHEET_LEAVE_STAY)
    {
      jx_sheet_view_stop_editing (sheet, TRUE);
      return;
    }
  if (how == JX_SHEET_LEAVE_CANCEL)
    {
      jx_sheet_view_give_up_editing (sheet);
      return;
    }
  if (!jx_sheet_view_stop_editing (sheet, TRUE))
    return;

  if (how == JX_SHEET_LEAVE_ENTER)
    go_on (sheet, cell, item, owner, adds);
  else if (how == JX_SHEET_LEAVE_NEXT || how == JX_SHEET_LEAVE_PREVIOUS)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (sheet))),
                            how == JX_SHEET_LEAVE_NEXT ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  else
    jx_sheet_view_move (sheet, how == JX_SHEET_LEAVE_UP ? GTK_DIR_UP : GTK_DIR_DOWN);
}

/* Whatever it takes: items that are not there yet come with it. */
static JxEdit *
make_edit (JxSheetCell *cell, const char *typed, GError **error)
{
  g_autoptr (JxWriting) writing = jx_writing_new ();
  guint n_blanks = cell->merged ? cell->merged->len : 1;

  for (guint i = 0; i < n_blanks; i++)
    if (!jx_writing_put (writing, cell->merged ? &g_array_index (cell->merged, JxBlank, i) : &cell->blank, typed, error))
      return NULL;

  return jx_writing_finish (writing, error);
}

static gboolean
write_blanks (JxSheetView *sheet, JxSheetCell *cell, const char *typed, GError **error)
{
  g_autofree char *name = g_strdup_printf (_("Change “%s”"), jx_field_get_label (cell->field));
  g_autoptr (JxEdit) edit = make_edit (cell, typed, error);

  if (edit == NULL)
    return FALSE;

  return jx_edit_is_empty (edit) || jx_history_do (sheet->history, g_steal_pointer (&edit), name, error);
}

/* What stands there already, be it what stands for a blank, is not written. */
static gboolean
is_same (JxSheetCell *cell, const char *typed)
{
  g_autofree char *value = jx_blank_is_whole (&cell->blank) ? jx_field_normalise (cell->field, typed, NULL) : g_strdup (typed);

  return g_strcmp0 (value, cell->value) == 0 && !jx_sheet_cell_is_tick (cell);
}

gboolean
jx_sheet_view_set_value (JxSheetView *sheet, JxSheetCell *cell, const char *typed, GError **error)
{
  g_autofree char *bare = NULL;

  g_return_val_if_fail (jx_sheet_cell_is_editable (cell), FALSE);

  if (cell->owner)
    {
      g_auto (GStrv) lines = jx_lines_split (typed);

      if (lines[0] == NULL)
        return TRUE;
      if (lines[1])
        return jx_sheet_view_add_lines (sheet, cell->owner, cell->adds, NULL, lines, error);

      return jx_sheet_view_add (sheet, cell->owner, cell->adds, lines[0], error);
    }

  bare = jx_strip_dup (typed);
  if (bare[0] == '\0' && is_lone_list_text (cell))
    {
      g_autofree char *name = g_strdup_printf (_("Delete “%s”"), jx_kind_get_label (jx_item_get_kind (cell->item)));

      return jx_history_do (sheet->history, jx_edit_new_remove (cell->item), name, error);
    }

  return is_same (cell, typed) || write_blanks (sheet, cell, typed, error);
}

JxEdit *
jx_sheet_view_dup_typed (JxSheetView *sheet, GError **error)
{
  JxSheetCell *cell = sheet->editing;
  g_autofree char *typed = cell ? jx_sheet_editor_dup_text (sheet->editor) : NULL;
  g_autoptr (JxEdit) edit = NULL;

  if (cell == NULL)
    return NULL;

  if (cell->owner)
    {
      g_auto (GStrv) lines = jx_lines_split (typed);

      edit = jx_sheet_view_make_lines (sheet, cell->owner, cell->adds, NULL, lines, error);
    }
  else if (!is_same (cell, typed))
    {
      edit = make_edit (cell, typed, error);
    }

  return edit && !jx_edit_is_empty (edit) ? g_steal_pointer (&edit) : NULL;
}

gboolean
jx_sheet_view_toggle (JxSheetView *sheet, JxSheetCell *cell)
{
  g_autoptr (GError) error = NULL;

  if (!jx_sheet_cell_is_tick (cell))
    return FALSE;
  if (sheet->editing && !jx_sheet_view_stop_editing (sheet, TRUE))
    return TRUE;

  jx_sheet_view_set_value (sheet, cell, cell->is_ticked ? "" : JX_BLANK_TICK, &error);

  return TRUE;
}

static void
bring_editor (JxSheetView *sheet, JxSheetCell *cell)
{
  sheet->editing = cell;
  gtk_widget_add_css_class (GTK_WIDGET (sheet->editor), "live");
  if (cell->draft)
    gtk_widget_add_css_class (GTK_WIDGET (sheet->editor), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (sheet->editor), "error");
}

void
jx_sheet_view_edit (JxSheetView *sheet, JxSheetCell *cell, const char *text, int caret)
{
  const char *shown = text ? text : jx_sheet_cell_get_shown (cell);

  if (sheet->editing == cell)
    return;
  if (sheet->editing)
    {
      /* Taking what stands in the other cell may lay out anew; this cell outlives it or it is not there to edit. */
      g_autoptr (JxSheetCell) keep = g_object_ref (cell);

      jx_sheet_view_stop_editing (sheet, TRUE);
      if (gtk_widget_get_parent (GTK_WIDGET (cell)) == NULL)
        return;
      shown = text ? text : jx_sheet_cell_get_shown (cell);
    }
  if (!jx_sheet_cell_is_editable (cell))
    {
      jx_sheet_view_focus_cell (sheet, cell);
      jx_sheet_view_set_notice (sheet, cell->hint, FALSE);
      return;
    }
  /* A list of checkpoints begins with all those of the rule set; there is nothing to type. */
  if (cell->owner && cell->adds == JX_KIND_CHECKPOINT)
    {
      jx_sheet_view_add (sheet, cell->owner, cell->adds, NULL, NULL);
      return;
    }

  jx_sheet_view_drop_range (sheet);
  g_clear_pointer (&sheet->notice, g_free);
  sheet->current = cell;
  bring_editor (sheet, cell);
  jx_sheet_editor_start (sheet->editor, cell, shown, caret);
  sheet->suggest = jx_sheet_suggest_new_for (&cell->blank);
  jx_sheet_choices_begin (sheet->choices, jx_sheet_view_is_in_view (sheet, cell));
  /* The whole list is shown, not only what is there. */
  help (sheet, is_from_list (cell) ? "" : shown);
  jx_sheet_cell_set_live (cell, shown);
  sheet->layout_stale = TRUE;
  jx_sheet_view_update_rows (sheet);
  gtk_widget_queue_resize (GTK_WIDGET (sheet));
  jx_sheet_view_scroll_to_cell (sheet, cell);
}

gboolean
jx_sheet_view_stop_editing (JxSheetView *sheet, gboolean take)
{
  g_autoptr (JxSheetCell) cell = g_steal_pointer (&sheet->editing);
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (sheet));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (cell == NULL)
    return TRUE;

  g_object_ref (cell);
  typed = jx_sheet_editor_dup_text (sheet->editor);
  /* The focus must not fall out of the window with the editor. */
  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (sheet->editor)))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  gtk_widget_set_visible (GTK_WIDGET (sheet->editor), FALSE);
  gtk_popover_popdown (GTK_POPOVER (sheet->choices));
  g_clear_pointer (&sheet->suggest, jx_sheet_suggest_free);

  if (take && !jx_sheet_view_set_value (sheet, cell, typed, &error))
    jx_sheet_cell_set_draft (cell, typed, error->message);
  else if (take)
    jx_sheet_cell_set_draft (cell, NULL, NULL);
  jx_sheet_cell_set_live (cell, NULL);
  sheet->layout_stale = TRUE;
  jx_typing_note (JX_TYPING (sheet));
  jx_sheet_view_update_rows (sheet);
  gtk_widget_queue_resize (GTK_WIDGET (sheet));

  return error == NULL;
}

void
jx_sheet_view_init_editing (JxSheetView *sheet)
{
  sheet->editor = JX_SHEET_EDITOR (jx_sheet_editor_new ());
  gtk_widget_set_parent (GTK_WIDGET (sheet->editor), GTK_WIDGET (sheet));
  g_signal_connect_swapped (sheet->editor, "changed", G_CALLBACK (editor_changed_cb), sheet);
  g_signal_connect_swapped (sheet->editor, "composing", G_CALLBACK (composing_cb), sheet);
  sheet->choices = JX_SHEET_CHOICES (jx_sheet_choices_new ());
  gtk_widget_set_parent (GTK_WIDGET (sheet->choices), GTK_WIDGET (sheet));
  g_signal_connect_swapped (sheet->choices, "chosen", G_CALLBACK (chosen_cb), sheet);
  g_signal_connect_swapped (sheet->editor, "step", G_CALLBACK (step_cb), sheet);
  g_signal_connect_swapped (sheet->editor, "left", G_CALLBACK (editor_left_cb), sheet);
}
