/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-thumbnails.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/jx-focus.h"

/* What a thumbnail has room for. */
#define WIDTH 96
#define HEIGHT 128

struct _JxThumbnails
{
  GtkWidget parent_instance;

  JxPaper *paper; /* not ours */
  GtkSingleSelection *selection; /* of GtkStringObject: the pages' numbers */
  GtkWidget *scroller;
  GtkWidget *list;
  GQueue waiting; /* of GtkListItem: rows whose page is not drawn yet */
  guint drawing;  /* source */
};

G_DEFINE_FINAL_TYPE (JxThumbnails, jx_thumbnails, GTK_TYPE_WIDGET)

enum
{
  PROP_PAGE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static GtkWidget *
get_picture (GtkListItem *item)
{
  return gtk_widget_get_first_child (gtk_list_item_get_child (item));
}

static double
get_scale (JxThumbnails *self, guint page, double *width_pt, double *height_pt)
{
  jx_paper_get_page_size (self->paper, page, width_pt, height_pt);
  return MIN (WIDTH / *width_pt, HEIGHT / *height_pt);
}

/* As sharp as the screen is, and no larger than its row. */
static GdkPaintable *
draw_page (JxThumbnails *self, guint page)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width_pt, height_pt;
  double scale = get_scale (self, page, &width_pt, &height_pt);
  graphene_size_t size = GRAPHENE_SIZE_INIT (lround (width_pt * scale), lround (height_pt * scale));
  int width = size.width * factor, height = size.height * factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cairo = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale * factor, scale * factor);
  jx_paper_draw_page (self->paper, page, cairo);
  cairo_destroy (cairo);

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, size.width, size.height));

  return gtk_snapshot_free_to_paintable (snapshot, &size);
}

static gboolean
is_in_sight (JxThumbnails *self, GtkListItem *item)
{
  graphene_rect_t area;

  return gtk_widget_compute_bounds (get_picture (item), self->scroller, &area)
         && area.origin.y + area.size.height > 0 && area.origin.y < gtk_widget_get_height (self->scroller);
}

static gboolean
draw_next_cb (gpointer user_data)
{
  JxThumbnails *self = user_data;
  GList *next = self->waiting.head;
  GtkListItem *item = NULL;
  g_autoptr (GdkPaintable) picture = NULL;

  for (GList *l = self->waiting.head; l != NULL; l = l->next)
    if (is_in_sight (self, l->data))
      {
        next = l;
        break;
      }
  if (next == NULL)
    {
      self->drawing = 0;
      return G_SOURCE_REMOVE;
    }

  item = next->data;
  g_queue_delete_link (&self->waiting, next);
  picture = draw_page (self, gtk_list_item_get_position (item));
  gtk_picture_set_paintable (GTK_PICTURE (get_picture (item)), picture);

  return G_SOURCE_CONTINUE;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, JxThumbnails *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (picture, GTK_ALIGN_END);
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_widget_add_css_class (picture, "paper");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "caption");
  gtk_widget_set_size_request (row, WIDTH, HEIGHT + 24);
  gtk_box_append (GTK_BOX (row), picture);
  gtk_box_append (GTK_BOX (row), number);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, JxThumbnails *self)
{
  const char *number = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *name = g_strdup_printf (_("Page %s"), number);
  double width_pt, height_pt;
  double scale = get_scale (self, gtk_list_item_get_position (item), &width_pt, &height_pt);

  gtk_widget_set_size_request (get_picture (item), lround (width_pt * scale), lround (height_pt * scale));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (gtk_list_item_get_child (item))), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_picture (item)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_queue_push_tail (&self->waiting, item);
  if (self->drawing == 0)
    self->drawing = g_idle_add_full (G_PRIORITY_LOW, draw_next_cb, self, NULL);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, JxThumbnails *self)
{
  g_queue_remove (&self->waiting, item);
  gtk_picture_set_paintable (GTK_PICTURE (get_picture (item)), NULL);
}

static void
selected_cb (JxThumbnails *self)
{
  guint page = gtk_single_selection_get_selected (self->selection);

  if (page != GTK_INVALID_LIST_POSITION)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
jx_thumbnails_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JxThumbnails *self = JX_THUMBNAILS (object);
  guint page = gtk_single_selection_get_selected (self->selection);

  g_value_set_uint (value, page == GTK_INVALID_LIST_POSITION ? 0 : page);
}

static void
jx_thumbnails_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JxThumbnails *self = JX_THUMBNAILS (object);
  guint page = g_value_get_uint (value);

  if (page == gtk_single_selection_get_selected (self->selection) || page >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;

  gtk_single_selection_set_selected (self->selection, page);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", page);
}

static gboolean
jx_thumbnails_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JX_THUMBNAILS (widget)->list);
}

static void
jx_thumbnails_dispose (GObject *object)
{
  JxThumbnails *self = JX_THUMBNAILS (object);

  g_clear_handle_id (&self->drawing, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_queue_clear (&self->waiting);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (jx_thumbnails_parent_class)->dispose (object);
}

static void
jx_thumbnails_class_init (JxThumbnailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jx_thumbnails_get_property;
  object_class->set_property = jx_thumbnails_set_property;
  object_class->dispose = jx_thumbnails_dispose;
  widget_class->focus = jx_focus_children;
  widget_class->grab_focus = jx_thumbnails_grab_focus;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "thumbnails");
}

static void
jx_thumbnails_init (JxThumbnails *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_queue_init (&self->waiting);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new (NULL)));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
jx_thumbnails_set_paper (JxThumbnails *self, JxPaper *paper)
{
  guint n_pages = paper != NULL ? jx_paper_count_pages (paper) : 0;
  guint page;
  g_autoptr (GtkStringList) numbers = gtk_string_list_new (NULL);

  g_return_if_fail (JX_IS_THUMBNAILS (self));

  page = gtk_single_selection_get_selected (self->selection);
  for (guint i = 0; i < n_pages; i++)
    gtk_string_list_take (numbers, g_strdup_printf ("%u", i + 1));

  /* Rows let go of their pages before the new ones are asked for. */
  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  gtk_single_selection_set_model (self->selection, NULL);
  self->paper = paper;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (numbers));
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
  if (page < n_pages)
    g_object_set (self, "page", page, NULL);
}
