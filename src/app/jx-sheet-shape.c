/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-shape.h"

#include <math.h>

#include "app/jx-settings.h"

#define WIDTHS_TYPE "a{sad}"
/* Part of the table no column may be narrower than, whatever the settings say. */
#define LEAST_WIDTH 0.01

struct _JxSheetShape
{
  GObject parent_instance;

  int zoom;
  GHashTable *widths; /* table → GArray of double */
};

G_DEFINE_FINAL_TYPE (JxSheetShape, jx_sheet_shape, G_TYPE_OBJECT)

static guint changed_signal;

static const int steps[] = { JX_ZOOM_MIN, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, JX_ZOOM_MAX };

static gboolean
is_sound (const GArray *widths)
{
  double sum = 0;

  for (guint i = 0; i < widths->len; i++)
    {
      double width = g_array_index (widths, double, i);

      if (!(width >= LEAST_WIDTH && width <= 1))
        return FALSE;
      sum += width;
    }

  return widths->len > 0 && fabs (sum - 1) < 0.001;
}

static void
read_settings (JxSheetShape *shape)
{
  GSettings *settings = jx_settings_get ();
  g_autoptr (GVariant) all = NULL;
  GVariantIter iter;
  const char *table;
  GVariant *list;

  if (settings == NULL)
    return;

  shape->zoom = g_settings_get_int (settings, "zoom");
  if (shape->zoom != JX_ZOOM_FIT)
    shape->zoom = CLAMP (shape->zoom, JX_ZOOM_MIN, JX_ZOOM_MAX);
  all = g_settings_get_value (settings, "column-widths");
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&s@ad}", &table, &list))
    {
      gsize count;
      const double *values = g_variant_get_fixed_array (list, &count, sizeof (double));
      g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));

      g_array_append_vals (widths, values, count);
      if (is_sound (widths))
        g_hash_table_insert (shape->widths, g_strdup (table), g_steal_pointer (&widths));
    }
}

static void
jx_sheet_shape_finalize (GObject *object)
{
  g_hash_table_unref (JX_SHEET_SHAPE (object)->widths);

  G_OBJECT_CLASS (jx_sheet_shape_parent_class)->finalize (object);
}

static void
jx_sheet_shape_class_init (JxSheetShapeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_sheet_shape_finalize;
  changed_signal = g_signal_new ("changed", JX_TYPE_SHEET_SHAPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_sheet_shape_init (JxSheetShape *shape)
{
  shape->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  read_settings (shape);
}

JxSheetShape *
jx_sheet_shape_get (void)
{
  static JxSheetShape *shape;

  if (shape == NULL)
    shape = g_object_new (JX_TYPE_SHEET_SHAPE, NULL);

  return shape;
}

int
jx_sheet_shape_get_zoom (JxSheetShape *shape)
{
  g_return_val_if_fail (JX_IS_SHEET_SHAPE (shape), JX_ZOOM_FIT);

  return shape->zoom;
}

void
jx_sheet_shape_set_zoom (JxSheetShape *shape, int percent)
{
  GSettings *settings = jx_settings_get ();

  g_return_if_fail (JX_IS_SHEET_SHAPE (shape));

  if (percent != JX_ZOOM_FIT)
    percent = CLAMP (percent, JX_ZOOM_MIN, JX_ZOOM_MAX);
  if (shape->zoom == percent)
    return;

  shape->zoom = percent;
  if (settings)
    g_settings_set_int (settings, "zoom", percent);
  g_signal_emit (shape, changed_signal, 0);
}

int
jx_sheet_shape_step_zoom (int percent, int by)
{
  if (by > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        if (steps[i] > percent)
          return steps[i];
      return JX_ZOOM_MAX;
    }

  for (guint i = G_N_ELEMENTS (steps); i-- > 0; )
    if (steps[i] < percent)
      return steps[i];

  return JX_ZOOM_MIN;
}

double *
jx_sheet_shape_dup_widths (JxSheetShape *shape, const char *table, guint n_columns)
{
  const GArray *widths;

  g_return_val_if_fail (JX_IS_SHEET_SHAPE (shape), NULL);

  widths = g_hash_table_lookup (shape->widths, table);

  return widths && widths->len == n_columns ? g_memdup2 (widths->data, n_columns * sizeof (double)) : NULL;
}

void
jx_sheet_shape_set_widths (JxSheetShape *shape, const char *table, const double *widths, guint n_columns)
{
  g_return_if_fail (JX_IS_SHEET_SHAPE (shape));

  if (widths)
    {
      GArray *copy = g_array_new (FALSE, FALSE, sizeof (double));

      g_array_append_vals (copy, widths, n_columns);
      g_hash_table_insert (shape->widths, g_strdup (table), copy);
    }
  else
    g_hash_table_remove (shape->widths, table);

  g_signal_emit (shape, changed_signal, 0);
}

void
jx_sheet_shape_remember (JxSheetShape *shape)
{
  GSettings *settings = jx_settings_get ();
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (WIDTHS_TYPE));
  GHashTableIter iter;
  gpointer table, widths;

  g_return_if_fail (JX_IS_SHEET_SHAPE (shape));

  g_hash_table_iter_init (&iter, shape->widths);
  while (g_hash_table_iter_next (&iter, &table, &widths))
    g_variant_builder_add (&builder, "{s@ad}", table,
                           g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, ((GArray *) widths)->data, ((GArray *) widths)->len, sizeof (double)));
  if (settings)
    g_settings_set_value (settings, "column-widths", g_variant_builder_end (&builder));
  else
    g_variant_builder_clear (&builder);
}
