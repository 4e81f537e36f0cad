/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-editor-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-sheet-name.h"

G_DEFINE_FINAL_TYPE (JxSheetEditor, jx_sheet_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  COMPOSING,
  STEP,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The text view knows its face from CSS only. */
static void
take_face (JxSheetEditor *editor, JxSheetCell *cell)
{
  PangoAttrList *attributes = pango_layout_get_attributes (cell->layout);
  PangoAttrIterator *iter = pango_attr_list_get_iterator (attributes);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *css = NULL;
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  pango_attr_iterator_get_font (iter, font, NULL, NULL);
  g_ascii_formatd (size, sizeof size, "%.2f", pango_units_to_double (pango_font_description_get_size (font)));
  css = g_strdup_printf ("textview { font-family: %s; font-size: %spx; font-weight: %d; }",
                         pango_font_description_get_family (font), size,
                         (int) pango_font_description_get_weight (font));
  gtk_css_provider_load_from_data (editor->face, css, -1);
  gtk_entry_set_attributes (GTK_ENTRY (editor->entry), attributes);

  pango_font_description_free (font);
  pango_attr_iterator_destroy (iter);
}

static gboolean
is_number (JxField field)
{
  switch (jx_field_get_info (field)->type)
    {
    case JX_TYPE_AMOUNT:
    case JX_TYPE_PERCENT:
    case JX_TYPE_YEAR:
    case JX_TYPE_MONTH:
    case JX_TYPE_SCORE:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
changed_cb (JxSheetEditor *editor)
{
  if (!editor->quiet)
    g_signal_emit (editor, signals[CHANGED], 0);
}

static void
preedit_changed_cb (JxSheetEditor *editor, const char *preedit)
{
  g_signal_emit (editor, signals[COMPOSING], 0, preedit[0] != '\0');
}

static void
jx_sheet_editor_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
jx_sheet_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JxSheetEditor *editor = JX_SHEET_EDITOR (widget);
  GtkWidget *input = editor->is_entry ? editor->entry : editor->view;
  int minimum_width, minimum_height, inner, y;

  gtk_widget_measure (input, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (input, GTK_ORIENTATION_VERTICAL, width, &minimum_height, NULL, NULL, NULL);
  inner = editor->is_entry ? minimum_height : MAX (editor->text_height, 1);
  y = MAX (0, (height - inner) / 2);
  gtk_widget_size_allocate (input, &(GtkAllocation) { 0, y, MAX (width, minimum_width), MAX (inner, editor->is_entry ? 0 : height - y) }, -1);
}

static gboolean
jx_sheet_editor_grab_focus (GtkWidget *widget)
{
  JxSheetEditor *editor = JX_SHEET_EDITOR (widget);

  return gtk_widget_grab_focus (editor->is_entry ? editor->entry : editor->view);
}

static void
jx_sheet_editor_dispose (GObject *object)
{
  JxSheetEditor *editor = JX_SHEET_EDITOR (object);

  g_clear_handle_id (&editor->pending_id, g_source_remove);
  g_clear_pointer (&editor->entry, gtk_widget_unparent);
  g_clear_pointer (&editor->view, gtk_widget_unparent);
  g_clear_object (&editor->face);

  G_OBJECT_CLASS (jx_sheet_editor_parent_class)->dispose (object);
}

static void
jx_sheet_editor_class_init (JxSheetEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_sheet_editor_dispose;
  widget_class->measure = jx_sheet_editor_measure;
  widget_class->size_allocate = jx_sheet_editor_size_allocate;
  widget_class->grab_focus = jx_sheet_editor_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "sheeteditor");

  signals[CHANGED] = g_signal_new ("changed", JX_TYPE_SHEET_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMPOSING] = g_signal_new ("composing", JX_TYPE_SHEET_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[STEP] = g_signal_new ("step", JX_TYPE_SHEET_EDITOR, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
  signals[LEFT] = g_signal_new ("left", JX_TYPE_SHEET_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

/* Besides what every text can; the sheet does it. */
static GMenuModel *
text_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) line = g_menu_item_new (_("Break the _Line"), "sheet.break");
  g_autoptr (GMenuItem) revert = g_menu_item_new (_("_Give Up What Was Written"), "sheet.revert");

  g_menu_item_set_attribute (line, "accel", "s", "<Alt>Return");
  g_menu_item_set_attribute (line, "hidden-when", "s", "action-disabled");
  g_menu_item_set_attribute (revert, "accel", "s", "Escape");
  g_menu_append_item (menu, line);
  g_menu_append_item (menu, revert);

  return G_MENU_MODEL (menu);
}

static void
init_inputs (JxSheetEditor *editor)
{
  g_autoptr (GMenuModel) menu = text_menu_new ();
  GtkTextBuffer *buffer;

  editor->entry = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (editor->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (editor->entry), 1);
  gtk_entry_set_has_frame (GTK_ENTRY (editor->entry), FALSE);
  gtk_entry_set_extra_menu (GTK_ENTRY (editor->entry), menu);
  gtk_widget_set_parent (editor->entry, GTK_WIDGET (editor));
  g_signal_connect_swapped (editor->entry, "changed", G_CALLBACK (changed_cb), editor);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (editor->entry)), "preedit-changed", G_CALLBACK (preedit_changed_cb), editor);

  editor->view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (editor->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (editor->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (editor->view), JX_SHEET_PAD_X);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (editor->view), JX_SHEET_PAD_X - 1);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (editor->view), menu);
  gtk_widget_set_parent (editor->view, GTK_WIDGET (editor));
  g_signal_connect_swapped (editor->view, "preedit-changed", G_CALLBACK (preedit_changed_cb), editor);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (changed_cb), editor);
}

static void
jx_sheet_editor_init (JxSheetEditor *editor)
{
  init_inputs (editor);
  jx_sheet_editor_init_keys (editor);
  editor->face = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (editor->view), GTK_STYLE_PROVIDER (editor->face),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

GtkWidget *
jx_sheet_editor_new (void)
{
  return g_object_new (JX_TYPE_SHEET_EDITOR, "visible", FALSE, NULL);
}

void
jx_sheet_editor_select (JxSheetEditor *editor, int from, int to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
  GtkTextIter start, end;

  if (editor->is_entry)
    {
      gtk_editable_select_region (GTK_EDITABLE (editor->entry), from, to);
      return;
    }

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

void
jx_sheet_editor_select_word (JxSheetEditor *editor, int at)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
  GtkTextIter where, start, end;
  gboolean stopped = FALSE;

  if (editor->is_entry)
    {
      jx_sheet_editor_select (editor, 0, -1);
      return;
    }

  /* As the text view itself does. */
  gtk_text_buffer_get_iter_at_offset (buffer, &where, at);
  g_signal_emit_by_name (editor->view, "extend-selection", GTK_TEXT_EXTEND_SELECTION_WORD, &where, &start, &end, &stopped);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static void
start_entry (JxSheetEditor *editor, JxSheetCell *cell, const char *text, int caret)
{
  static const float alignments[] = { 0, 0.5, 1, 0, 0 };

  gtk_editable_set_alignment (GTK_EDITABLE (editor->entry), alignments[cell->align]);
  gtk_editable_set_text (GTK_EDITABLE (editor->entry), text);
  gtk_widget_grab_focus (editor->entry);
  jx_sheet_editor_select (editor, MAX (caret, 0), caret);
}

static void
start_view (JxSheetEditor *editor, JxSheetCell *cell, const char *text, int caret)
{
  static const GtkJustification justifications[] = { GTK_JUSTIFY_LEFT, GTK_JUSTIFY_CENTER, GTK_JUSTIFY_RIGHT, GTK_JUSTIFY_LEFT, GTK_JUSTIFY_LEFT };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));

  gtk_text_view_set_justification (GTK_TEXT_VIEW (editor->view), justifications[cell->align]);
  gtk_text_buffer_set_text (buffer, text, -1);
  jx_sheet_editor_select (editor, MAX (caret, 0), caret);
  gtk_widget_grab_focus (editor->view);
}

void
jx_sheet_editor_start (JxSheetEditor *editor, JxSheetCell *cell, const char *text, int caret)
{
  JxField field = cell->owner ? JX_FIELD_NONE : cell->field;
  g_autofree char *name = jx_sheet_cell_dup_label (cell);
  GtkWidget *input;

  g_return_if_fail (JX_IS_SHEET_EDITOR (editor));

  editor->is_entry = field != JX_FIELD_NONE && is_number (field);
  editor->may_break = field != JX_FIELD_NONE && jx_field_get_info (field)->type == JX_TYPE_TEXT;
  take_face (editor, cell);
  editor->quiet = TRUE;
  gtk_widget_set_visible (editor->entry, editor->is_entry);
  gtk_widget_set_visible (editor->view, !editor->is_entry);
  gtk_widget_set_visible (GTK_WIDGET (editor), TRUE);
  if (editor->is_entry)
    start_entry (editor, cell, text, caret);
  else
    start_view (editor, cell, text, caret);
  editor->quiet = FALSE;

  input = editor->is_entry ? editor->entry : editor->view;
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  jx_sheet_editor_set_told (editor, NULL);
}

char *
jx_sheet_editor_dup_text (JxSheetEditor *editor)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (editor->is_entry)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor->entry)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
jx_sheet_editor_replace (JxSheetEditor *editor, const char *text)
{
  if (editor->is_entry)
    gtk_editable_set_text (GTK_EDITABLE (editor->entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view)), text, -1);
}

void
jx_sheet_editor_set_told (JxSheetEditor *editor, const char *told)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->is_entry ? editor->entry : editor->view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told ? told : "", -1);
}

void
jx_sheet_editor_set_text_height (JxSheetEditor *editor, int height)
{
  editor->text_height = height;
}

GtkWidget *
jx_sheet_editor_get_input (JxSheetEditor *editor)
{
  return editor->is_entry ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (editor->entry))) : editor->view;
}
