/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-cell.h"

#include <glib/gi18n-lib.h>

#include "app/jx-typing.h"
#include "form/jx-blank.h"

G_DEFINE_FINAL_TYPE (JxSheetCell, jx_sheet_cell, GTK_TYPE_WIDGET)

static int
pad_y (JxSheetCell *cell)
{
  return cell->fills ? JX_SHEET_PAD_Y : 1;
}

/* Forgets the measure and asks the sheet for a new one. */
static void
text_changed (JxSheetCell *cell, const char *live)
{
  const char *value = live ? live : cell->draft ? cell->draft : cell->value;
  g_autofree char *text = g_strconcat (cell->prefix, value, cell->suffix, NULL);

  cell->height = -1;
  if (cell->layout)
    pango_layout_set_text (cell->layout, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (cell));
}

/* A mark in a box is nothing one could hear. */
static char *
dup_spoken (JxSheetCell *cell)
{
  if (jx_sheet_cell_is_tick (cell) && cell->draft == NULL)
    return g_strdup (cell->is_ticked ? _("ticked") : _("not ticked"));

  return g_strconcat (cell->prefix, cell->draft ? cell->draft : cell->value, cell->suffix, NULL);
}

static void
update_description (JxSheetCell *cell)
{
  const char *message = jx_sheet_cell_get_message (cell);
  g_autofree char *text = dup_spoken (cell);
  g_autofree char *all = NULL;

  if (cell->part == NULL)
    return;

  all = g_strconcat (text, message && text[0] ? ". " : "", message ? message : "",
                     cell->note && (text[0] || message) ? ". " : "", cell->note, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
}

/* A thin line under the words: whole for sums, dotted for what cannot be measured. */
static void
snapshot_mark (JxSheetCell *cell, GtkSnapshot *snapshot, double x, double y, const GdkRGBA *colour)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  do
    {
      PangoRectangle line;
      int base = pango_layout_iter_get_baseline (iter);

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      float left = x + PANGO_PIXELS (line.x), right = left + PANGO_PIXELS (line.width);
      float top = y + PANGO_PIXELS (base) + 3;

      if (cell->mark == JX_SHEET_MARK_SUM || cell->problem)
        gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (left, top, right - left, 1));
      else
        for (float at = left; at < right; at += 3)
          gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (at, top, 1.5f, 1));
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/* So that assistive technology can go where it reads, and begin writing there: GTK 4.8 moves the focus for nobody. */
static void
focus_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_widget_grab_focus (widget) && g_str_equal (action, "cell.edit"))
    gtk_widget_activate_action (widget, "sheet.edit", NULL);
}

static void
jx_sheet_cell_measure_vfunc (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  JxSheetCell *cell = JX_SHEET_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    *minimum = *natural = MAX (cell->height, 0);
}

static void
jx_sheet_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JxSheetCell *cell = JX_SHEET_CELL (widget);

  pango_layout_set_width (cell->layout, MAX (0, width - 2 * JX_SHEET_PAD_X) * PANGO_SCALE);
}

static void
jx_sheet_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JxSheetCell *cell = JX_SHEET_CELL (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  double y = (gtk_widget_get_height (widget) - jx_sheet_cell_get_text_height (cell)) / 2;
  GdkRGBA colour;

  gtk_style_context_get_color (context, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (JX_SHEET_PAD_X, (int) y));
  gtk_snapshot_append_layout (snapshot, cell->layout, &colour);
  gtk_snapshot_restore (snapshot);

  if (cell->problem || cell->mark != JX_SHEET_MARK_NONE)
    {
      GdkRGBA mark;

      if (!gtk_style_context_lookup_color (context, cell->problem ? "jx_sheet_error" : "jx_sheet_doubt", &mark))
        mark = colour;
      snapshot_mark (cell, snapshot, JX_SHEET_PAD_X, (int) y, &mark);
    }
}

static void
jx_sheet_cell_finalize (GObject *object)
{
  JxSheetCell *cell = JX_SHEET_CELL (object);

  g_clear_pointer (&cell->merged, g_array_unref);
  g_free (cell->prefix);
  g_free (cell->value);
  g_free (cell->suffix);
  g_free (cell->draft);
  g_free (cell->problem);
  g_free (cell->hint);
  g_free (cell->note);
  g_clear_object (&cell->layout);

  G_OBJECT_CLASS (jx_sheet_cell_parent_class)->finalize (object);
}

static void
jx_sheet_cell_class_init (JxSheetCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jx_sheet_cell_finalize;
  widget_class->measure = jx_sheet_cell_measure_vfunc;
  widget_class->size_allocate = jx_sheet_cell_size_allocate;
  widget_class->snapshot = jx_sheet_cell_snapshot;
  gtk_widget_class_install_action (widget_class, "cell.edit", NULL, focus_cb);
  gtk_widget_class_install_action (widget_class, "cell.focus", NULL, focus_cb);
  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
jx_sheet_cell_init (JxSheetCell *cell)
{
  cell->field = JX_FIELD_NONE;
  cell->adds = JX_N_KINDS;
  cell->height = -1;
  cell->prefix = g_strdup ("");
  cell->value = g_strdup ("");
  cell->suffix = g_strdup ("");
}

JxSheetCell *
jx_sheet_cell_new (const JxFormPart *part, const JxBlank *blank, JxItem *owner, JxKind adds)
{
  /* The role of printed words cannot be changed after construction. */
  JxSheetCell *cell = g_object_new (JX_TYPE_SHEET_CELL,
                                    "accessible-role", part || owner ? GTK_ACCESSIBLE_ROLE_GRID_CELL : GTK_ACCESSIBLE_ROLE_LABEL,
                                    NULL);

  cell->part = part;
  jx_sheet_cell_set_blank (cell, blank);
  cell->owner = owner;
  cell->adds = adds;
  gtk_widget_set_focusable (GTK_WIDGET (cell), !jx_sheet_cell_is_words (cell));
  gtk_widget_action_set_enabled (GTK_WIDGET (cell), "cell.focus", !jx_sheet_cell_is_words (cell));
  gtk_widget_action_set_enabled (GTK_WIDGET (cell), "cell.edit", jx_sheet_cell_is_editable (cell));
  if (part)
    gtk_widget_add_css_class (GTK_WIDGET (cell), jx_sheet_cell_is_editable (cell) ? "field" : "derived");
  if (part && !jx_sheet_cell_is_editable (cell))
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE, -1);
      cell->hint = g_strdup (_("Worked out from other cells; it follows what is written there"));
    }
  if (owner)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "adds");

  return cell;
}

void
jx_sheet_cell_set_blank (JxSheetCell *cell, const JxBlank *blank)
{
  g_autofree char *tick = jx_blank_is_tick (blank) ? jx_blank_dup_value (blank) : NULL;

  cell->blank = *blank;
  cell->item = blank->item;
  cell->field = blank->field;
  if (tick == NULL || (cell->layout && cell->is_ticked == (tick[0] != '\0')))
    return;

  cell->is_ticked = tick[0] != '\0';
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_CHECKED,
                               cell->is_ticked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

gboolean
jx_sheet_cell_is_editable (JxSheetCell *cell)
{
  return jx_blank_is_writable (&cell->blank) || cell->owner != NULL;
}

gboolean
jx_sheet_cell_is_words (JxSheetCell *cell)
{
  return cell->part == NULL && cell->owner == NULL;
}

gboolean
jx_sheet_cell_is_tick (JxSheetCell *cell)
{
  return jx_blank_is_tick (&cell->blank);
}

const char *
jx_sheet_cell_get_shown (JxSheetCell *cell)
{
  return cell->draft ? cell->draft : cell->owner ? "" : cell->value;
}

void
jx_sheet_cell_set_face (JxSheetCell *cell, PangoContext *context, PangoAttrList *attributes, JxAlign align, gboolean fills)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT, PANGO_ALIGN_LEFT };

  if (cell->layout == NULL)
    {
      g_autofree char *text = g_strconcat (cell->prefix, cell->draft ? cell->draft : cell->value, cell->suffix, NULL);

      cell->layout = pango_layout_new (context);
      pango_layout_set_wrap (cell->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_text (cell->layout, text, -1);
    }
  else if (pango_layout_get_attributes (cell->layout) == attributes && cell->align == align && cell->fills == fills)
    return;

  pango_layout_set_attributes (cell->layout, attributes);
  pango_layout_set_alignment (cell->layout, alignments[align]);
  pango_layout_set_justify (cell->layout, align == JX_ALIGN_JUSTIFY);
  cell->align = align;
  cell->fills = fills;
  cell->height = -1;
}

gboolean
jx_sheet_cell_set_text (JxSheetCell *cell, const char *prefix, const char *value, const char *suffix)
{
  if (g_str_equal (cell->prefix, prefix) && g_str_equal (cell->value, value) && g_str_equal (cell->suffix, suffix))
    return FALSE;

  /* A new value from elsewhere (undo) takes the place of what was typed and did not fit. */
  if (cell->draft && !g_str_equal (cell->value, value))
    jx_sheet_cell_set_draft (cell, NULL, NULL);
  g_free (cell->prefix);
  g_free (cell->value);
  g_free (cell->suffix);
  cell->prefix = g_strdup (prefix);
  cell->value = g_strdup (value);
  cell->suffix = g_strdup (suffix);
  text_changed (cell, NULL);
  update_description (cell);
  if (jx_sheet_cell_is_words (cell))
    jx_sheet_cell_set_name (cell, value);

  return TRUE;
}

void
jx_sheet_cell_set_draft (JxSheetCell *cell, const char *draft, const char *problem)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (cell), JX_TYPE_TYPING);

  if (g_strcmp0 (cell->draft, draft) == 0 && g_strcmp0 (cell->problem, problem) == 0)
    return;

  g_free (cell->draft);
  g_free (cell->problem);
  cell->draft = g_strdup (draft);
  cell->problem = g_strdup (problem);
  if (problem)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                               problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  text_changed (cell, NULL);
  update_description (cell);
  if (sheet)
    jx_typing_note (JX_TYPING (sheet));
}

void
jx_sheet_cell_set_live (JxSheetCell *cell, const char *text)
{
  text_changed (cell, text);
}

void
jx_sheet_cell_set_mark (JxSheetCell *cell, JxSheetMark mark, const char *hint)
{
  if (cell->mark == mark && g_strcmp0 (cell->hint, hint) == 0)
    return;

  cell->mark = mark;
  g_free (cell->hint);
  cell->hint = g_strdup (hint);
  update_description (cell);
  gtk_widget_queue_draw (GTK_WIDGET (cell));
}

void
jx_sheet_cell_set_selected (JxSheetCell *cell, gboolean selected, const char *note)
{
  if (cell->selected != selected)
    {
      cell->selected = selected;
      if (selected)
        gtk_widget_add_css_class (GTK_WIDGET (cell), "selected");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (cell), "selected");
      gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
    }
  if (g_strcmp0 (cell->note, note) != 0)
    {
      g_free (cell->note);
      cell->note = g_strdup (note);
      update_description (cell);
    }
}

void
jx_sheet_cell_set_name (JxSheetCell *cell, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

int
jx_sheet_cell_measure (JxSheetCell *cell, int width)
{
  int text_height;

  if (cell->height >= 0 && cell->width == width)
    return cell->height;

  pango_layout_set_width (cell->layout, MAX (1, width - 2 * JX_SHEET_PAD_X) * PANGO_SCALE);
  pango_layout_get_pixel_size (cell->layout, NULL, &text_height);
  cell->width = width;
  cell->height = text_height + 2 * pad_y (cell);

  return cell->height;
}

int
jx_sheet_cell_get_text_height (JxSheetCell *cell)
{
  return MAX (0, cell->height - 2 * pad_y (cell));
}

int
jx_sheet_cell_get_natural_width (JxSheetCell *cell)
{
  int old_width = pango_layout_get_width (cell->layout), width;

  pango_layout_set_width (cell->layout, -1);
  pango_layout_get_pixel_size (cell->layout, &width, NULL);
  pango_layout_set_width (cell->layout, old_width);

  return width + 2 * JX_SHEET_PAD_X;
}

const char *
jx_sheet_cell_get_message (JxSheetCell *cell)
{
  return cell->problem ? cell->problem : cell->hint;
}
