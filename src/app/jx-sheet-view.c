/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <math.h>

#include "app/jx-sheet-shape.h"
#include "app/jx-typing.h"

static void typing_init (JxTypingInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JxSheetView, jx_sheet_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (JX_TYPE_TYPING, typing_init))

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

static void
settled_cb (JxSheetView *sheet)
{
  /* What was said is of something before this. */
  g_clear_pointer (&sheet->notice, g_free);
  jx_sheet_view_sync (sheet);
}

static GtkSizeRequestMode
jx_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jx_sheet_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
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
jx_sheet_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
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
jx_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
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

static void
jx_sheet_view_map (GtkWidget *widget)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  GTK_WIDGET_CLASS (jx_sheet_view_parent_class)->map (widget);
  if (viewport == NULL)
    return;

  sheet->vertical = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_object (sheet->vertical, "value-changed", G_CALLBACK (jx_sheet_view_scrolled), sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet->vertical, "changed", G_CALLBACK (gtk_widget_queue_draw), sheet, G_CONNECT_SWAPPED);
}

static void
jx_sheet_view_unmap (GtkWidget *widget)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);

  if (sheet->vertical)
    g_signal_handlers_disconnect_by_data (sheet->vertical, sheet);
  g_clear_object (&sheet->vertical);
  GTK_WIDGET_CLASS (jx_sheet_view_parent_class)->unmap (widget);
}

/* The buttons that add rows come after the last cell. */
static gboolean
move_among_adders (JxSheetView *sheet, GtkWidget *child, GtkDirectionType direction)
{
  guint index = 0;
  gboolean on_adder = g_ptr_array_find (sheet->adders, child, &index);
  guint next = on_adder ? index + 1 : 0;

  if (on_adder && gtk_widget_child_focus (child, direction))
    return TRUE;
  if (direction == GTK_DIR_TAB_FORWARD)
    return next < sheet->adders->len && gtk_widget_child_focus (sheet->adders->pdata[next], direction);
  if (direction != GTK_DIR_TAB_BACKWARD || !on_adder)
    return FALSE;
  if (index > 0)
    return gtk_widget_child_focus (sheet->adders->pdata[index - 1], direction);

  jx_sheet_view_focus_cell (sheet, sheet->order->pdata[sheet->order->len - 1]);
  return TRUE;
}

/* Of a row, or of the text being written: there the arrows go from entry to entry. */
static gboolean
is_in_menu (JxSheetView *sheet)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (sheet)));
  GtkWidget *menu = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) : NULL;

  return menu != NULL && gtk_widget_get_visible (menu) && gtk_widget_is_ancestor (menu, GTK_WIDGET (sheet));
}

static gboolean
jx_sheet_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  JxSheetCell *first;

  if (sheet->order->len == 0)
    return FALSE;
  if (child != NULL && g_ptr_array_find (sheet->adders, child, NULL))
    return move_among_adders (sheet, child, direction);
  if (child != NULL && is_in_menu (sheet))
    return gtk_widget_child_focus (child, direction);
  /* A menu that closes hands the focus on: it goes back to where it came from. */
  if (child != NULL && child != sheet->menu)
    return jx_sheet_view_move (sheet, direction) || move_among_adders (sheet, child, direction);

  first = sheet->order->pdata[direction == GTK_DIR_TAB_BACKWARD ? sheet->order->len - 1 : 0];
  jx_sheet_view_focus_cell (sheet, sheet->current ? sheet->current : first);

  return TRUE;
}

static void
jx_sheet_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  GTK_WIDGET_CLASS (jx_sheet_view_parent_class)->set_focus_child (widget, child);
  jx_sheet_view_let_view_follow (JX_SHEET_VIEW (widget), child == NULL || g_ptr_array_find (JX_SHEET_VIEW (widget)->adders, child, NULL));
  jx_sheet_view_focus_changed (JX_SHEET_VIEW (widget));
}

static gboolean
jx_sheet_view_grab_focus (GtkWidget *widget)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);

  return jx_sheet_view_focus (widget, GTK_DIR_TAB_FORWARD) || sheet->order->len > 0;
}

static JxEdit *
dup_typed (JxTyping *typing)
{
  return jx_sheet_view_dup_typed (JX_SHEET_VIEW (typing));
}

static void
typing_init (JxTypingInterface *iface)
{
  iface->dup_edit = dup_typed;
}

static void
jx_sheet_view_dispose (GObject *object)
{
  JxSheetView *sheet = JX_SHEET_VIEW (object);
  GtkWidget *child;

  /* While all that is told of the focus is still there. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (sheet)))
    gtk_widget_set_focus_child (GTK_WIDGET (sheet), NULL);
  g_clear_handle_id (&sheet->scroll_id, g_source_remove);
  sheet->editing = NULL;
  sheet->current = NULL;
  if (sheet->cells)
    g_ptr_array_set_size (sheet->cells, 0);
  if (sheet->order)
    g_ptr_array_set_size (sheet->order, 0);
  if (sheet->adders)
    g_ptr_array_set_size (sheet->adders, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (sheet))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jx_sheet_view_parent_class)->dispose (object);
}

static void
jx_sheet_view_finalize (GObject *object)
{
  JxSheetView *sheet = JX_SHEET_VIEW (object);

  g_clear_pointer (&sheet->blocks, g_ptr_array_unref);
  g_clear_pointer (&sheet->content, g_ptr_array_unref);
  g_clear_pointer (&sheet->cells, g_ptr_array_unref);
  g_clear_pointer (&sheet->order, g_ptr_array_unref);
  g_clear_pointer (&sheet->adders, g_ptr_array_unref);
  g_clear_pointer (&sheet->faces, g_hash_table_unref);
  g_clear_object (&sheet->history);
  g_clear_object (&sheet->document);
  g_clear_pointer (&sheet->suggest, jx_sheet_suggest_free);
  g_free (sheet->notice);
  g_free (sheet->sizing_from);

  G_OBJECT_CLASS (jx_sheet_view_parent_class)->finalize (object);
}

static void
jx_sheet_view_class_init (JxSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jx_sheet_view_dispose;
  object_class->finalize = jx_sheet_view_finalize;
  widget_class->get_request_mode = jx_sheet_view_get_request_mode;
  widget_class->measure = jx_sheet_view_measure;
  widget_class->size_allocate = jx_sheet_view_size_allocate;
  widget_class->snapshot = jx_sheet_view_snapshot;
  widget_class->map = jx_sheet_view_map;
  widget_class->unmap = jx_sheet_view_unmap;
  widget_class->focus = jx_sheet_view_focus;
  widget_class->set_focus_child = jx_sheet_view_set_focus_child;
  widget_class->grab_focus = jx_sheet_view_grab_focus;
  jx_sheet_view_class_init_edit_actions (widget_class);
  jx_sheet_view_class_init_rows (widget_class);
  jx_sheet_view_class_init_range (widget_class);
  jx_sheet_view_class_init_clipboard (widget_class);
  jx_sheet_view_class_init_columns (widget_class);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
jx_sheet_view_init (JxSheetView *sheet)
{
  sheet->scale = PIXELS_PER_POINT;
  sheet->cells = g_ptr_array_new ();
  sheet->order = g_ptr_array_new ();
  sheet->faces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pango_attr_list_unref);
  jx_sheet_view_init_editing (sheet);
  jx_sheet_view_init_keys (sheet);
  jx_sheet_view_init_press (sheet);
  jx_sheet_view_init_rows (sheet);
  jx_sheet_view_init_columns (sheet);
  gtk_widget_set_halign (GTK_WIDGET (sheet), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (sheet), GTK_ALIGN_START);
}

GtkWidget *
jx_sheet_view_new (JxHistory *history, const JxForm *form, JxItem *item)
{
  JxSheetView *sheet;

  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);
  g_return_val_if_fail (form != NULL && item != NULL, NULL);

  sheet = g_object_new (JX_TYPE_SHEET_VIEW, NULL);
  sheet->history = g_object_ref (history);
  sheet->document = g_object_ref (jx_history_get_document (history));
  sheet->form = form;
  sheet->item = item;
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, jx_form_get_title (form),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  jx_sheet_view_sync (sheet);
  g_signal_connect_object (sheet->document, "settled", G_CALLBACK (settled_cb), sheet, G_CONNECT_SWAPPED);

  return GTK_WIDGET (sheet);
}

void
jx_sheet_view_set_form (JxSheetView *sheet, const JxForm *form)
{
  JxBlank current;

  g_return_if_fail (JX_IS_SHEET_VIEW (sheet));
  g_return_if_fail (form != NULL && jx_form_get_subject (form) == jx_item_get_kind (sheet->item));

  if (form == sheet->form)
    return;

  current = sheet->current ? sheet->current->blank : (JxBlank) { .field = JX_FIELD_NONE };
  sheet->form = form;
  jx_sheet_view_drop_range (sheet);
  /* Other tables grow by other lists. */
  for (guint i = 0; i < sheet->adders->len; i++)
    gtk_widget_unparent (sheet->adders->pdata[i]);
  g_ptr_array_set_size (sheet->adders, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, jx_form_get_title (form), -1);
  jx_sheet_view_sync (sheet);
  if (current.item)
    sheet->current = jx_sheet_view_find_shown (sheet, current.item, current.field);
}

gboolean
jx_sheet_view_commit (JxSheetView *sheet)
{
  g_return_val_if_fail (JX_IS_SHEET_VIEW (sheet), FALSE);

  if (sheet->editing)
    jx_sheet_view_stop_editing (sheet, TRUE);
  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (cell->draft)
        {
          jx_sheet_view_focus_cell (sheet, cell);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
jx_sheet_view_revert (JxSheetView *sheet)
{
  g_return_val_if_fail (JX_IS_SHEET_VIEW (sheet), FALSE);

  if (sheet->editing)
    {
      g_autofree char *typed = jx_sheet_editor_dup_text (sheet->editor);
      JxSheetCell *cell = sheet->editing;
      gboolean differs = !g_str_equal (typed, cell->owner ? "" : cell->value);

      jx_sheet_view_stop_editing (sheet, FALSE);
      return differs;
    }
  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (cell->draft)
        {
          jx_sheet_cell_set_draft (cell, NULL, NULL);
          jx_sheet_view_focus_cell (sheet, cell);
          return TRUE;
        }
    }

  return FALSE;
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
