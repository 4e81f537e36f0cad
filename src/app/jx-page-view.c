/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/jx-page-stack.h"
#include "app/jx-page-view-input.h"

/* Pixels a point at zoom 1. */
#define SCALE (96 / 72.)
/* So many pages before and after those seen are kept drawn. */
#define KEPT_PAGES 2

struct _JxPageView
{
  GtkWidget parent_instance;

  JxPaper *paper; /* not ours */
  JxPageStack *stack;
  GHashTable *drawn; /* page → GskRenderNode at the present scale */
  JxPageFit fit;
  double zoom;
  guint page;
  gboolean moving; /* we set the adjustments, not the user */
  guint telling;   /* source that tells of a zoom found while space was given out */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
};

G_DEFINE_FINAL_TYPE_WITH_CODE (JxPageView, jx_page_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *props[N_PROPS];

static const double zooms[] = { JX_PAGE_ZOOM_MIN, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, JX_PAGE_ZOOM_MAX };

static double
get_offset (JxPageView *self, GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

static void
update_name (JxPageView *self)
{
  g_autofree char *name = self->stack->n_pages > 0 ? g_strdup_printf (_("Page %u of %u"), self->page + 1, self->stack->n_pages)
                                                   : g_strdup (_("No page"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
take_page (JxPageView *self, guint page)
{
  if (self->page == page)
    return;

  self->page = page;
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static double
get_fitting_zoom (JxPageView *self)
{
  double across = (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * JX_PAGE_GAP) / (self->stack->width_pt * SCALE);
  double down = (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * JX_PAGE_GAP) / (self->stack->height_pt * SCALE);

  if (self->stack->n_pages == 0 || self->fit == JX_PAGE_FIT_NONE)
    return self->zoom;

  return CLAMP (self->fit == JX_PAGE_FIT_WIDTH ? across : MIN (across, down), JX_PAGE_ZOOM_MIN, JX_PAGE_ZOOM_MAX);
}

static void
configure (JxPageView *self, GtkOrientation orientation, double value, double content, double seen)
{
  if (self->adjustments[orientation] == NULL)
    return;

  content = MAX (content, seen);
  gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, content - seen), 0, content, seen / 10, seen * 0.9, seen);
}

/* Takes up @stack, if it is another one, and @zoom, so that what is at @x, @y of the view stays there. */
static void
arrange (JxPageView *self, JxPageStack *stack, double zoom, double x, double y)
{
  double before = self->zoom * SCALE, after = zoom * SCALE;
  double seen_width = gtk_widget_get_width (GTK_WIDGET (self)), seen_height = gtk_widget_get_height (GTK_WIDGET (self));
  double width, height, from_middle, from_top;
  guint page;

  jx_page_stack_get_size (self->stack, before, &width, &height);
  page = jx_page_stack_find (self->stack, get_offset (self, GTK_ORIENTATION_VERTICAL) + y, before);
  from_top = (get_offset (self, GTK_ORIENTATION_VERTICAL) + y - jx_page_stack_get_top (self->stack, MIN (page, self->stack->n_pages), before)) / before;
  from_middle = (get_offset (self, GTK_ORIENTATION_HORIZONTAL) + x - MAX (width, seen_width) / 2) / before;

  if (stack != self->stack || zoom != self->zoom)
    g_hash_table_remove_all (self->drawn);
  if (stack != self->stack)
    g_clear_pointer (&self->stack, jx_page_stack_free);
  self->stack = stack;
  page = MIN (page, stack->n_pages > 0 ? stack->n_pages - 1 : 0);
  self->moving = TRUE;
  jx_page_stack_get_size (stack, after, &width, &height);
  configure (self, GTK_ORIENTATION_HORIZONTAL, MAX (width, seen_width) / 2 + from_middle * after - x, width, seen_width);
  configure (self, GTK_ORIENTATION_VERTICAL, jx_page_stack_get_top (stack, page, after) + from_top * after - y, height, seen_height);
  self->moving = FALSE;

  self->zoom = zoom;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The page counted as the one looked at: what lies a third down the view, or little below its top where pages are small. */
static guint
find_page (JxPageView *self)
{
  double scale = self->zoom * SCALE;
  double below = MIN (gtk_widget_get_height (GTK_WIDGET (self)) / 3., self->stack->height_pt * scale / 2);

  return jx_page_stack_find (self->stack, get_offset (self, GTK_ORIENTATION_VERTICAL) + below, scale);
}

static void
moved_cb (GtkAdjustment *adjustment, JxPageView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!self->moving && self->stack->n_pages > 0)
    take_page (self, find_page (self));
}

static void
set_adjustment (JxPageView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **kept = &self->adjustments[orientation];

  if (*kept != NULL)
    g_signal_handlers_disconnect_by_func (*kept, moved_cb, self);
  g_set_object (kept, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (moved_cb), self, 0);
}

static GskRenderNode *
draw_page (JxPageView *self, guint page, double width, double height)
{
  GskRenderNode *node = g_hash_table_lookup (self->drawn, GUINT_TO_POINTER (page));
  cairo_t *cairo;

  if (node != NULL)
    return node;

  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo = gsk_cairo_node_get_draw_context (node);
  cairo_scale (cairo, self->zoom * SCALE, self->zoom * SCALE);
  jx_paper_draw_page (self->paper, page, cairo);
  cairo_destroy (cairo);
  g_hash_table_insert (self->drawn, GUINT_TO_POINTER (page), node);

  return node;
}

static void
snapshot_page (JxPageView *self, GtkSnapshot *snapshot, guint page)
{
  double scale = self->zoom * SCALE;
  double width_pt, height_pt, left, width, height;
  graphene_rect_t area;
  GskRoundedRect edge;

  jx_paper_get_page_size (self->paper, page, &width_pt, &height_pt);
  jx_page_stack_get_size (self->stack, scale, &width, &height);
  left = (MAX (width, gtk_widget_get_width (GTK_WIDGET (self))) - width_pt * scale) / 2 - get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  width = round (width_pt * scale);
  height = round (height_pt * scale);

  area = GRAPHENE_RECT_INIT (0, 0, width, height);
  gsk_rounded_rect_init_from_rect (&edge, &area, 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (left), round (jx_page_stack_get_top (self->stack, page, scale) - get_offset (self, GTK_ORIENTATION_VERTICAL))));
  gtk_snapshot_append_outset_shadow (snapshot, &edge, &(GdkRGBA){ 0, 0, 0, 0.28f }, 0, 1, 0, 4);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &area);
  gtk_snapshot_append_node (snapshot, draw_page (self, page, width, height));
  gtk_snapshot_restore (snapshot);
}

static void
forget_pages (JxPageView *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->drawn);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (GPOINTER_TO_UINT (key) + KEPT_PAGES < first || GPOINTER_TO_UINT (key) > last + KEPT_PAGES)
      g_hash_table_iter_remove (&iter);
}

static void
jx_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JxPageView *self = JX_PAGE_VIEW (widget);
  double top = get_offset (self, GTK_ORIENTATION_VERTICAL);
  guint first, last;

  if (self->paper == NULL || self->stack->n_pages == 0)
    return;

  first = jx_page_stack_find (self->stack, top, self->zoom * SCALE);
  last = jx_page_stack_find (self->stack, top + gtk_widget_get_height (widget), self->zoom * SCALE);
  for (guint page = first; page <= last; page++)
    snapshot_page (self, snapshot, page);
  forget_pages (self, first, last);
}

static gboolean
tell_zoom_cb (gpointer user_data)
{
  JxPageView *self = user_data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);

  return G_SOURCE_REMOVE;
}

static void
jx_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JxPageView *self = JX_PAGE_VIEW (widget);
  double before = self->zoom;

  arrange (self, self->stack, get_fitting_zoom (self), width / 2., 0);
  /* Those who show it want space of their own. */
  if (self->zoom != before && self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_zoom_cb, self, NULL);
}

static void
jx_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JxPageView *self = JX_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE: g_value_set_uint (value, self->page); break;
    case PROP_ZOOM: g_value_set_double (value, self->zoom); break;
    case PROP_HADJUSTMENT: g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]); break;
    case PROP_HSCROLL_POLICY: g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]); break;
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jx_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JxPageView *self = JX_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE: jx_page_view_set_page (self, g_value_get_uint (value)); break;
    case PROP_HADJUSTMENT: set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value)); break;
    case PROP_VADJUSTMENT: set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value)); break;
    case PROP_HSCROLL_POLICY: self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value); break;
    case PROP_VSCROLL_POLICY: self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jx_page_view_dispose (GObject *object)
{
  JxPageView *self = JX_PAGE_VIEW (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_handle_id (&self->telling, g_source_remove);
  g_hash_table_remove_all (self->drawn);

  G_OBJECT_CLASS (jx_page_view_parent_class)->dispose (object);
}

static void
jx_page_view_finalize (GObject *object)
{
  JxPageView *self = JX_PAGE_VIEW (object);

  g_hash_table_unref (self->drawn);
  jx_page_stack_free (self->stack);

  G_OBJECT_CLASS (jx_page_view_parent_class)->finalize (object);
}

static void
jx_page_view_class_init (JxPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jx_page_view_get_property;
  object_class->set_property = jx_page_view_set_property;
  object_class->dispose = jx_page_view_dispose;
  object_class->finalize = jx_page_view_finalize;
  widget_class->size_allocate = jx_page_view_size_allocate;
  widget_class->snapshot = jx_page_view_snapshot;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, JX_PAGE_ZOOM_MIN, JX_PAGE_ZOOM_MAX, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  jx_page_view_add_bindings (widget_class);
}

static void
jx_page_view_init (JxPageView *self)
{
  self->stack = jx_page_stack_new (NULL);
  self->drawn = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_name (self);
  jx_page_view_add_controllers (self);
}

void
jx_page_view_set_paper (JxPageView *self, JxPaper *paper)
{
  g_return_if_fail (JX_IS_PAGE_VIEW (self));

  self->paper = paper;
  arrange (self, jx_page_stack_new (paper), self->zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2., 0);
  arrange (self, self->stack, get_fitting_zoom (self), gtk_widget_get_width (GTK_WIDGET (self)) / 2., 0);
  take_page (self, self->stack->n_pages > 0 ? find_page (self) : 0);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

guint
jx_page_view_get_page (JxPageView *self)
{
  g_return_val_if_fail (JX_IS_PAGE_VIEW (self), 0);

  return self->page;
}

void
jx_page_view_set_page (JxPageView *self, guint page)
{
  g_return_if_fail (JX_IS_PAGE_VIEW (self));

  if (self->stack->n_pages == 0)
    return;

  page = MIN (page, self->stack->n_pages - 1);
  self->moving = TRUE;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              jx_page_stack_get_top (self->stack, page, self->zoom * SCALE) - JX_PAGE_GAP);
  self->moving = FALSE;
  take_page (self, page);
}

double
jx_page_view_get_zoom (JxPageView *self)
{
  g_return_val_if_fail (JX_IS_PAGE_VIEW (self), 1);

  return self->zoom;
}

JxPageFit
jx_page_view_get_fit (JxPageView *self)
{
  g_return_val_if_fail (JX_IS_PAGE_VIEW (self), JX_PAGE_FIT_NONE);

  return self->fit;
}

void
jx_page_view_set_fit (JxPageView *self, JxPageFit fit)
{
  guint page;

  g_return_if_fail (JX_IS_PAGE_VIEW (self));

  page = self->page;
  self->fit = fit;
  arrange (self, self->stack, get_fitting_zoom (self), gtk_widget_get_width (GTK_WIDGET (self)) / 2., 0);
  if (fit == JX_PAGE_FIT_PAGE)
    jx_page_view_set_page (self, page);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static void
set_zoom_at (JxPageView *self, double zoom, double x, double y)
{
  self->fit = JX_PAGE_FIT_NONE;
  arrange (self, self->stack, CLAMP (zoom, JX_PAGE_ZOOM_MIN, JX_PAGE_ZOOM_MAX), x, y);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  take_page (self, self->stack->n_pages > 0 ? find_page (self) : 0);
}

void
jx_page_view_set_zoom (JxPageView *self, double zoom)
{
  g_return_if_fail (JX_IS_PAGE_VIEW (self));

  set_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2., gtk_widget_get_height (GTK_WIDGET (self)) / 2.);
}

void
jx_page_view_step_zoom (JxPageView *self, gboolean up, double x, double y)
{
  double zoom = self->zoom;

  g_return_if_fail (JX_IS_PAGE_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      guint at = up ? i : G_N_ELEMENTS (zooms) - 1 - i;

      if (up ? zooms[at] > zoom + 0.005 : zooms[at] < zoom - 0.005)
        {
          set_zoom_at (self, zooms[at], x, y);
          return;
        }
    }
}
