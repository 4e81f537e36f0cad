/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <math.h>

#include "app/jx-sheet-shape.h"

/* How much room the sheet takes, what stands where in it, and its painting. */

/* As wide as there is room for, between these. */
#define WIDTH_MIN 560
#define WIDTH_MAX 820
#define POINTS_PER_MM (72.0 / 25.4)
/* Of the paper in its own size. */
#define PIXELS_PER_POINT (96.0 / 72.0)
/* A form in landscape has as much to show in a line as its paper is wider: as small as it can be read, and as large as is of use. */
#define LANDSCAPE_PERCENT_MIN 88
#define LANDSCAPE_PERCENT_MAX 125

static double
get_body_width_pt (JxSheetView *sheet)
{
  const JxFormPage *page = jx_form_get_page (sheet->form);

  return (page->width_mm - page->left_mm - page->right_mm) * POINTS_PER_MM;
}

static gboolean
is_landscape (JxSheetView *sheet)
{
  const JxFormPage *page = jx_form_get_page (sheet->form);

  return page->width_mm > page->height_mm;
}

/* @percent: of the paper in its own size. */
static int
get_width_at (JxSheetView *sheet, int percent)
{
  return round (get_body_width_pt (sheet) * PIXELS_PER_POINT * percent / 100) + 2 * JX_SHEET_MARGIN;
}

/* @natural: as wide as it would like to be. Returns: as narrow as it can be. */
static int
get_widths (JxSheetView *sheet, int *natural)
{
  int zoom = jx_sheet_shape_get_zoom (jx_sheet_shape_get ());
  int minimum = jx_sheet_view_get_least_width (sheet);

  *natural = is_landscape (sheet) ? get_width_at (sheet, LANDSCAPE_PERCENT_MAX) : WIDTH_MAX;
  if (zoom != JX_ZOOM_FIT)
    *natural = minimum = get_width_at (sheet, zoom);

  return minimum;
}

static void
ensure_layout (JxSheetView *sheet, int width)
{
  int body = width - 2 * JX_SHEET_MARGIN;
  double scale = body / get_body_width_pt (sheet);

  if (width == sheet->layout_width && !sheet->layout_stale)
    return;

  if (scale != sheet->scale)
    jx_sheet_view_set_scale (sheet, scale);
  sheet->layout_height = jx_sheet_layout (sheet->blocks, JX_SHEET_MARGIN, JX_SHEET_MARGIN, body, scale) + JX_SHEET_MARGIN;
  sheet->layout_width = width;
  sheet->layout_stale = FALSE;
}

/* What of the sheet can be seen. Drawing the rest would cost more than all else when a table is long. */
static void
get_visible (JxSheetView *sheet, int *top, int *bottom)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (sheet), GTK_TYPE_VIEWPORT);
  graphene_rect_t seen;

  *top = 0;
  *bottom = gtk_widget_get_height (GTK_WIDGET (sheet));
  if (viewport && gtk_widget_compute_bounds (viewport, GTK_WIDGET (sheet), &seen))
    {
      *top = floorf (seen.origin.y);
      *bottom = ceilf (seen.origin.y + seen.size.height);
    }
}

static gboolean
is_visible (const GdkRectangle *box, int top, int bottom)
{
  return box->y <= bottom && box->y + box->height >= top;
}

/* Hairlines around the framed places; one line where two touch. */
static void
snapshot_rules (JxSheetView *sheet, GtkSnapshot *snapshot, int top, int bottom)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (sheet));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, "jx_sheet_rule", &colour))
    gtk_style_context_get_color (context, &colour);
  for (guint b = 0; b < sheet->blocks->len; b++)
    {
      const JxSheetBlock *block = sheet->blocks->pdata[b];

      for (guint i = 0; i < block->places->len; i++)
        {
          const JxSheetPlace *place = block->places->pdata[i];
          const GdkRectangle *area = &place->area;

          if (!place->frame || !is_visible (area, top, bottom))
            continue;
          gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (area->x, area->y, area->width + 1, 1));
          gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (area->x, area->y + area->height, area->width + 1, 1));
          gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (area->x, area->y, 1, area->height + 1));
          gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (area->x + area->width, area->y, 1, area->height + 1));
        }
    }
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_widths (sheet, natural);
      return;
    }

  if (for_size > 0)
    {
      int widest, narrowest = get_widths (sheet, &widest);

      ensure_layout (sheet, CLAMP (for_size, narrowest, widest));
    }
  *minimum = *natural = sheet->layout_height;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  int natural;

  ensure_layout (sheet, MAX (get_widths (sheet, &natural), width));
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      JxSheetCell *cell = sheet->cells->pdata[i];

      gtk_widget_size_allocate (GTK_WIDGET (cell), &cell->box, -1);
    }
  if (sheet->editing)
    {
      jx_sheet_editor_set_text_height (sheet->editor, jx_sheet_cell_get_text_height (sheet->editing));
      gtk_widget_size_allocate (GTK_WIDGET (sheet->editor), &sheet->editing->box, -1);
    }
  jx_sheet_view_allocate_rows (sheet, width);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  int top, bottom;

  get_visible (sheet, &top, &bottom);
  snapshot_rules (sheet, snapshot, top, bottom);
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      JxSheetCell *cell = sheet->cells->pdata[i];

      if (cell != sheet->editing && is_visible (&cell->box, top, bottom))
        gtk_widget_snapshot_child (widget, GTK_WIDGET (cell), snapshot);
    }
  jx_sheet_view_snapshot_range (sheet, snapshot);
  jx_sheet_view_snapshot_drag (sheet, snapshot);
  for (guint i = 0; i < sheet->adders->len; i++)
    gtk_widget_snapshot_child (widget, sheet->adders->pdata[i], snapshot);
  gtk_widget_snapshot_child (widget, sheet->handle, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (sheet->editor), snapshot);
  gtk_widget_snapshot_child (widget, sheet->bubble, snapshot);
}

void
jx_sheet_view_class_init_space (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot;
}

void
jx_sheet_view_init_space (JxSheetView *sheet)
{
  sheet->scale = PIXELS_PER_POINT;
  gtk_widget_set_halign (GTK_WIDGET (sheet), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (sheet), GTK_ALIGN_START);
}

int
jx_sheet_view_get_percent (JxSheetView *sheet)
{
  g_return_val_if_fail (JX_IS_SHEET_VIEW (sheet), 100);

  return round (sheet->scale / PIXELS_PER_POINT * 100);
}

int
jx_sheet_view_get_least_width (JxSheetView *sheet)
{
  g_return_val_if_fail (JX_IS_SHEET_VIEW (sheet), WIDTH_MIN);

  return is_landscape (sheet) ? get_width_at (sheet, LANDSCAPE_PERCENT_MIN) : WIDTH_MIN;
}
