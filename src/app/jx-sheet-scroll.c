/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include "app/jx-pair-layout.h"

/* What is in work is in view; what is dragged to the edge of the view, or past it, brings on what is beyond. */

/* So near to the edge it begins, in pixels; and so much a second for each pixel nearer or past it. */
#define EDGE 28
#define SPEED 18
#define MOST 1600

static GtkWidget *
get_viewport (JxSheetView *sheet)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (sheet), GTK_TYPE_VIEWPORT);
}

gboolean
jx_sheet_view_is_in_view (JxSheetView *sheet, const JxSheetCell *cell)
{
  GtkWidget *viewport = get_viewport (sheet);
  GtkWidget *inside = viewport ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GtkAdjustment *adjustment;
  graphene_point_t at;
  double top;

  if (inside == NULL || !gtk_widget_compute_point (GTK_WIDGET (sheet), inside, &GRAPHENE_POINT_INIT (cell->box.x, cell->box.y), &at))
    return TRUE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  top = gtk_adjustment_get_value (adjustment);

  return at.y < top + gtk_adjustment_get_page_size (adjustment) && at.y + cell->box.height > top;
}

static void
painted_cb (JxSheetView *sheet, GdkFrameClock *clock)
{
  g_clear_signal_handler (&sheet->show_id, clock);
  if (sheet->editing && jx_sheet_view_is_in_view (sheet, sheet->editing))
    jx_sheet_choices_set_in_view (sheet->choices, TRUE);
}

/* Out of sight at once: there is no place for it. Into sight when the cell has gone to its own. */
void
jx_sheet_view_scrolled (JxSheetView *sheet)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (sheet));

  gtk_widget_queue_draw (GTK_WIDGET (sheet));
  if (sheet->editing == NULL)
    return;

  if (!jx_sheet_view_is_in_view (sheet, sheet->editing))
    jx_sheet_choices_set_in_view (sheet->choices, FALSE);
  else if (sheet->show_id == 0 && clock)
    sheet->show_id = g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), sheet, G_CONNECT_SWAPPED);
}

static gboolean
scroll_cb (gpointer data)
{
  JxSheetView *sheet = data;
  GtkWidget *viewport = get_viewport (sheet);
  GtkWidget *inside = viewport ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GtkLayoutManager *around = gtk_widget_get_layout_manager (gtk_widget_get_parent (GTK_WIDGET (sheet)));
  GtkAdjustment *adjustment;
  graphene_point_t at;

  sheet->scroll_id = 0;
  if (sheet->current == NULL || inside == NULL)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_compute_point (GTK_WIDGET (sheet), inside, &GRAPHENE_POINT_INIT (sheet->current->box.x, sheet->current->box.y), &at))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, at.y - JX_SHEET_MARGIN, at.y + sheet->current->box.height + JX_SHEET_MARGIN);
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, at.x - JX_SHEET_MARGIN, at.x + sheet->current->box.width + JX_SHEET_MARGIN
                             + (JX_IS_PAIR_LAYOUT (around) ? jx_pair_layout_get_side (JX_PAIR_LAYOUT (around)) : 0));
  jx_sheet_view_scrolled (sheet);

  return G_SOURCE_REMOVE;
}

/* After the next layout: a cell just made has no place yet. */
void
jx_sheet_view_scroll_to_cell (JxSheetView *sheet, JxSheetCell *cell)
{
  sheet->current = cell;
  if (sheet->scroll_id == 0)
    sheet->scroll_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, scroll_cb, sheet, NULL);
}

void
jx_sheet_view_let_view_follow (JxSheetView *sheet, gboolean follow)
{
  GtkWidget *viewport = get_viewport (sheet);

  if (viewport)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), follow);
}

/* How far @at is past where it begins; behind the start less than nothing. */
static double
get_excess (double at, double length)
{
  return at < EDGE ? at - EDGE : at > length - EDGE ? at - (length - EDGE) : 0;
}

static gboolean
scroll_by (GtkAdjustment *adjustment, double excess, double seconds)
{
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + CLAMP (excess * SPEED, -MOST, MOST) * seconds);

  return gtk_adjustment_get_value (adjustment) != before;
}

static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  GtkWidget *viewport = get_viewport (sheet);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN (now - sheet->follow_time, G_USEC_PER_SEC / 10) / (double) G_USEC_PER_SEC;
  gboolean scrolled;

  sheet->follow_time = now;
  scrolled = scroll_by (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), get_excess (sheet->follow_at.y, gtk_widget_get_height (viewport)), seconds);
  if (!sheet->dropping && scroll_by (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)), get_excess (sheet->follow_at.x, gtk_widget_get_width (viewport)), seconds))
    scrolled = TRUE;
  if (scrolled)
    jx_sheet_view_drag_on (sheet);

  return G_SOURCE_CONTINUE;
}

void
jx_sheet_view_follow (JxSheetView *sheet, double x, double y)
{
  GtkWidget *viewport = get_viewport (sheet);

  if (viewport == NULL || !gtk_widget_compute_point (GTK_WIDGET (sheet), viewport, &GRAPHENE_POINT_INIT (x, y), &sheet->follow_at))
    return;
  if (sheet->follow_id)
    return;

  sheet->follow_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (sheet)));
  sheet->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (sheet), follow_cb, NULL, NULL);
}

void
jx_sheet_view_stop_following (JxSheetView *sheet)
{
  if (sheet->follow_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (sheet), sheet->follow_id);
  sheet->follow_id = 0;
}

gboolean
jx_sheet_view_get_followed (JxSheetView *sheet, double *x, double *y)
{
  GtkWidget *viewport = get_viewport (sheet);
  graphene_point_t at;

  if (viewport == NULL || sheet->follow_id == 0)
    return FALSE;

  at.x = CLAMP (sheet->follow_at.x, 0, gtk_widget_get_width (viewport) - 1);
  at.y = CLAMP (sheet->follow_at.y, 0, gtk_widget_get_height (viewport) - 1);
  if (!gtk_widget_compute_point (viewport, GTK_WIDGET (sheet), &at, &at))
    return FALSE;

  *x = at.x;
  *y = at.y;

  return TRUE;
}
