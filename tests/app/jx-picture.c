/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-picture.h"

#include <math.h>

#include "jx-test-app.h"

/* After so many frames without a change of size nothing moves any more. */
#define STILL_FRAMES 6
/* WCAG 2.1, 1.4.3 asks for 4.5 and 1.4.6 for 7; thin strokes of small letters are drawn paler than their colour. */
#define LEAST_CONTRAST 3.7
#define LEAST_HIGH_CONTRAST 6.0
/* In fewer letters there may be no pixel of the full colour. */
#define LEAST_LETTERS 3

typedef struct
{
  guint frames;
} Stillness;

typedef struct
{
  guchar *pixels; /* BGRA */
  int width, height;
} Image;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Stillness *stillness = user_data;

  stillness->frames++;
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
wait_still (GtkWidget *widget)
{
  Stillness stillness = { 0 };
  guint tick = gtk_widget_add_tick_callback (widget, tick_cb, &stillness, NULL);

  WAIT_FOR (gtk_widget_get_width (widget) > 0 && stillness.frames >= STILL_FRAMES);
  gtk_widget_remove_tick_callback (widget, tick);
}

/* Returns: (transfer full) (nullable): %NULL before it is drawn. */
static GdkTexture *
render (GtkNative *native, GdkPaintable *paintable)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (native)), height = gtk_widget_get_height (GTK_WIDGET (native));
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return NULL;

  return gsk_renderer_render_texture (gtk_native_get_renderer (native), node, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
keep (GdkTexture *texture, const char *name)
{
  const char *folder = g_getenv ("JX_PICTURES");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;

  g_assert_nonnull (folder);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  path = g_build_filename (folder, file, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* Relative, by WCAG 2.1. */
static double
get_luminance (const guchar *pixel)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      double part = pixel[i] / 255.0;

      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }

  return sum;
}

/* Of what differs most from the ground, which is what most of the place has. */
static double
measure_contrast (const Image *image, const graphene_rect_t *bounds)
{
  int left = MAX (0, (int) bounds->origin.x), right = MIN (image->width, (int) (bounds->origin.x + bounds->size.width));
  int top = MAX (0, (int) bounds->origin.y), bottom = MIN (image->height, (int) (bounds->origin.y + bounds->size.height));
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 ground = 0;
  guint most = 0;
  double low = 1, high = 0, of_ground;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        const guchar *pixel = image->pixels + ((gsize) y * image->width + x) * 4;
        guint32 colour = pixel[0] | pixel[1] << 8 | pixel[2] << 16;
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (colour))) + 1;
        double luminance = get_luminance (pixel);

        g_hash_table_insert (counts, GUINT_TO_POINTER (colour), GUINT_TO_POINTER (count));
        low = MIN (low, luminance);
        high = MAX (high, luminance);
        if (count > most)
          {
            most = count;
            ground = colour;
          }
      }
  of_ground = get_luminance ((const guchar[]) { ground & 0xff, ground >> 8 & 0xff, ground >> 16 & 0xff });

  return MAX ((of_ground + 0.05) / (low + 0.05), (high + 0.05) / (of_ground + 0.05));
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;

  return FALSE;
}

/* What is scrolled out of sight is none of the picture. */
static gboolean
clip (GtkWidget *widget, GtkWidget *native, graphene_rect_t *bounds)
{
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    {
      graphene_rect_t view;

      if (!GTK_IS_VIEWPORT (around) && !GTK_IS_SCROLLED_WINDOW (around) && !GTK_IS_SCROLLABLE (around) && !GTK_IS_STACK (around))
        continue;
      if (!gtk_widget_compute_bounds (around, native, &view) || !graphene_rect_intersection (bounds, &view, bounds))
        return FALSE;
      if (around == native)
        break;
    }

  return bounds->size.width >= 4 && bounds->size.height >= 4;
}

/* Buttons that are suggested have the theme's own colours. */
static gboolean
is_to_be_read (GtkLabel *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_BUTTON);

  return gtk_widget_is_sensitive (GTK_WIDGET (label)) && g_utf8_strlen (gtk_label_get_text (label), -1) >= LEAST_LETTERS
         && (button == NULL || !gtk_widget_has_css_class (button, "suggested-action"));
}

static void
look_at_label (GtkLabel *label, GtkWidget *native, const Image *image, const char *name, GString *faults)
{
  const double least = g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL ? LEAST_HIGH_CONTRAST : LEAST_CONTRAST;
  const char *text = gtk_label_get_text (label);
  graphene_rect_t bounds, whole, seen;
  double contrast;

  if (*text == '\0' || !gtk_widget_compute_bounds (GTK_WIDGET (label), native, &bounds))
    return;
  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)) && !has_tooltip (GTK_WIDGET (label)))
    g_string_append_printf (faults, "%s: “%s” is cut\n", name, text);

  seen = bounds;
  if (!clip (GTK_WIDGET (label), native, &seen))
    return;
  whole = GRAPHENE_RECT_INIT (0, 0, image->width, image->height);
  if (!graphene_rect_contains_rect (&whole, &seen))
    g_string_append_printf (faults, "%s: “%s” stands outside\n", name, text);
  contrast = measure_contrast (image, &seen);
  if (contrast < least && is_to_be_read (label) && graphene_rect_equal (&seen, &bounds))
    g_string_append_printf (faults, "%s: “%s” has a contrast of %.2f\n", name, text, contrast);
}

static void
look (GtkWidget *widget, GtkWidget *native, const Image *image, const char *name, GString *faults)
{
  if (!gtk_widget_get_mapped (widget) || (GTK_IS_NATIVE (widget) && widget != native))
    return;
  if (GTK_IS_LABEL (widget))
    look_at_label (GTK_LABEL (widget), native, image, name, faults);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look (child, native, image, name, faults);
}

void
jx_picture_take (GtkNative *native, const char *name, GString *faults)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (native));
  g_autoptr (GdkTexture) texture = NULL;
  Image image = { 0 };

  wait_still (GTK_WIDGET (native));
  WAIT_FOR ((texture = render (native, paintable)) != NULL);
  keep (texture, name);
  image.width = gdk_texture_get_width (texture);
  image.height = gdk_texture_get_height (texture);
  image.pixels = g_malloc ((gsize) image.width * image.height * 4);
  gdk_texture_download (texture, image.pixels, (gsize) image.width * 4);
  look (GTK_WIDGET (native), GTK_WIDGET (native), &image, name, faults);
  g_free (image.pixels);
}
