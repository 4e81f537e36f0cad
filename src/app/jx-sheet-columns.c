/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/jx-sheet-shape.h"

/* The widths of the columns of tables that grow: by dragging the line between two, or by keys. What
 * one column gains its neighbour loses, so that the table stays as wide as the sheet. */

/* How near to a line it is taken hold of, and what is left of a column, in pixels. */
#define NEAR 3
#define LEAST 24
/* What a key moves the line by, as a part of the table. */
#define KEY_STEP 0.02

static const char *column_actions[] = { "column.widen", "column.narrow", "column.reset" };

static char *
dup_table_name (JxSheetView *sheet, const JxSheetBlock *block)
{
  return g_strdup_printf ("%s/%s", jx_form_get_id (sheet->form), jx_kind_get_xml_name (block->adds));
}

static int
get_table_width (JxSheetView *sheet)
{
  return sheet->layout_width - 2 * JX_SHEET_MARGIN;
}

static JxSheetBlock *
find_table (JxSheetView *sheet, double y)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      JxSheetBlock *block = sheet->blocks->pdata[i];

      if (block->owner && y >= block->row_y[0] && y < block->row_y[block->n_rows])
        return block;
    }

  return NULL;
}

/* Returns: the column at the left of the line at @x, or -1. */
static int
find_line (JxSheetView *sheet, const JxSheetBlock *block, double x)
{
  double edge = JX_SHEET_MARGIN;

  for (guint c = 0; c + 1 < block->n_columns; c++)
    {
      edge += block->widths[c] * get_table_width (sheet);
      if (fabs (x - edge) <= NEAR)
        return c;
    }

  return -1;
}

/* Moves the line at the right of @column by @by, a part of the table, as far as there is room. */
static void
move_line (JxSheetView *sheet, const JxSheetBlock *block, const double *from, guint column, double by)
{
  g_autofree char *table = dup_table_name (sheet, block);
  g_autofree double *widths = g_memdup2 (from, block->n_columns * sizeof (double));
  double least = (double) LEAST / get_table_width (sheet);

  by = CLAMP (by, least - widths[column], widths[column + 1] - least);
  widths[column] += by;
  widths[column + 1] -= by;
  if (widths[column] >= least && widths[column + 1] >= least)
    jx_sheet_shape_set_widths (jx_sheet_shape_get (), table, widths, block->n_columns);
}

static JxSheetBlock *
get_block_in_work (JxSheetView *sheet)
{
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);

  if (cell == NULL)
    cell = sheet->current;

  return cell && sheet->blocks ? find_table (sheet, cell->box.y + 1) : NULL;
}

static int
get_column_in_work (JxSheetView *sheet, const JxSheetBlock *block)
{
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);

  if (cell == NULL)
    cell = sheet->current;
  for (guint i = 0; cell && i < block->places->len; i++)
    {
      const JxSheetPlace *place = block->places->pdata[i];

      if (g_ptr_array_find (place->cells, cell, NULL))
        return place->column;
    }

  return -1;
}

static void
reset_columns (JxSheetView *sheet, const JxSheetBlock *block)
{
  g_autofree char *table = dup_table_name (sheet, block);

  jx_sheet_shape_set_widths (jx_sheet_shape_get (), table, NULL, 0);
  jx_sheet_shape_remember (jx_sheet_shape_get ());
}

static void
column_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  const JxSheetBlock *block = get_block_in_work (sheet);
  int column = block ? get_column_in_work (sheet, block) : -1;
  double by = g_str_equal (action, "column.narrow") ? -KEY_STEP : KEY_STEP;

  if (column < 0 || block->n_columns < 2)
    return;
  if (g_str_equal (action, "column.reset"))
    {
      reset_columns (sheet, block);
      return;
    }

  /* The last column has its line at the left. */
  if (column + 1 == (int) block->n_columns)
    move_line (sheet, block, block->widths, column - 1, -by);
  else
    move_line (sheet, block, block->widths, column, by);
  jx_sheet_shape_remember (jx_sheet_shape_get ());
}

void
jx_sheet_view_enable_column_actions (JxSheetView *sheet, gboolean enable)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (sheet), column_actions[i], enable);
}

double *
jx_sheet_view_dup_widths (JxSheetView *sheet, const JxSheetBlock *block)
{
  g_autofree char *table = dup_table_name (sheet, block);
  double *widths = jx_sheet_shape_dup_widths (jx_sheet_shape_get (), table, block->n_columns);

  return widths ? widths : g_memdup2 (block->grid->widths, block->n_columns * sizeof (double));
}

gboolean
jx_sheet_view_is_on_line (JxSheetView *sheet, double x, double y)
{
  const JxSheetBlock *block = find_table (sheet, y);

  return block && find_line (sheet, block, x) >= 0;
}

gboolean
jx_sheet_view_begin_sizing (JxSheetView *sheet, double x, double y)
{
  const JxSheetBlock *block = find_table (sheet, y);
  int column = block ? find_line (sheet, block, x) : -1;

  g_clear_pointer (&sheet->sizing_from, g_free);
  if (column < 0)
    return FALSE;

  sheet->sizing_adds = block->adds;
  sheet->sizing_column = column;
  sheet->sizing_from = g_memdup2 (block->widths, block->n_columns * sizeof (double));

  return TRUE;
}

gboolean
jx_sheet_view_size_by (JxSheetView *sheet, double offset_x)
{
  if (sheet->sizing_from == NULL)
    return FALSE;

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const JxSheetBlock *block = sheet->blocks->pdata[i];

      if (block->owner && block->adds == sheet->sizing_adds && sheet->sizing_column + 1 < block->n_columns)
        move_line (sheet, block, sheet->sizing_from, sheet->sizing_column, offset_x / get_table_width (sheet));
    }

  return TRUE;
}

void
jx_sheet_view_end_sizing (JxSheetView *sheet)
{
  if (sheet->sizing_from == NULL)
    return;

  g_clear_pointer (&sheet->sizing_from, g_free);
  jx_sheet_shape_remember (jx_sheet_shape_get ());
}

gboolean
jx_sheet_view_reset_columns_at (JxSheetView *sheet, double x, double y)
{
  const JxSheetBlock *block = find_table (sheet, y);

  if (block == NULL || find_line (sheet, block, x) < 0)
    return FALSE;

  reset_columns (sheet, block);

  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, JxSheetView *sheet)
{
  gboolean on_line = sheet->sizing_from || (sheet->blocks && jx_sheet_view_is_on_line (sheet, x, y));

  if (on_line == sheet->shows_sizing)
    return;

  sheet->shows_sizing = on_line;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (sheet), on_line ? "col-resize" : NULL);
}

static void
shape_changed_cb (JxSheetView *sheet)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      JxSheetBlock *block = sheet->blocks->pdata[i];

      if (block->owner == NULL)
        continue;
      g_free (block->widths);
      block->widths = jx_sheet_view_dup_widths (sheet, block);
    }
  sheet->layout_stale = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (sheet));
}

void
jx_sheet_view_class_init_columns (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_actions); i++)
    gtk_widget_class_install_action (widget_class, column_actions[i], NULL, column_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "column.widen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "column.narrow", NULL);
}

void
jx_sheet_view_init_columns (JxSheetView *sheet)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), motion);
  g_signal_connect_object (jx_sheet_shape_get (), "changed", G_CALLBACK (shape_changed_cb), sheet, G_CONNECT_SWAPPED);
}
