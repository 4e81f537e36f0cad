/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-diff.h"

#include "model/jx-pairs.h"

static void compare_items (GArray *differences, JxItem *a, JxItem *b);

static void
tell (GArray *differences, JxDifferenceType type, JxItem *a, JxItem *b, JxField field)
{
  JxDifference difference = { type, a, b, field };

  g_array_append_val (differences, difference);
}

static void
compare_lists (GArray *differences, JxItem *a, JxItem *b, JxKind kind)
{
  g_autoptr (JxPairs) pairs = jx_pairs_new (a, b, kind);
  g_autofree gboolean *steady = jx_find_steady (pairs->match_b, pairs->b->len);
  guint next_a = 0;

  for (guint i = 0; i <= pairs->b->len; i++)
    {
      gboolean end = i == pairs->b->len;

      /* Removals stand before the next item that kept its place. */
      for (; (end || steady[i]) && next_a < (end ? pairs->a->len : (guint) pairs->match_b[i]); next_a++)
        if (pairs->match_a[next_a] < 0)
          tell (differences, JX_DIFFERENCE_REMOVED, pairs->a->pdata[next_a], NULL, JX_FIELD_NONE);
      if (end)
        break;

      if (pairs->match_b[i] < 0)
        {
          tell (differences, JX_DIFFERENCE_ADDED, NULL, pairs->b->pdata[i], JX_FIELD_NONE);
          continue;
        }
      if (!steady[i])
        tell (differences, JX_DIFFERENCE_MOVED, pairs->a->pdata[pairs->match_b[i]], pairs->b->pdata[i], JX_FIELD_NONE);
      compare_items (differences, pairs->a->pdata[pairs->match_b[i]], pairs->b->pdata[i]);
    }
}

static void
compare_items (GArray *differences, JxItem *a, JxItem *b)
{
  JxKind kind = jx_item_get_kind (a);
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (kind, &n_kinds);

  jx_field_get_range (kind, &first, &count);
  for (guint i = 0; i < count; i++)
    {
      JxField field = (JxField) (first + i);

      if (g_strcmp0 (jx_item_get (a, field), jx_item_get (b, field)) != 0)
        tell (differences, JX_DIFFERENCE_CHANGED, a, b, field);
    }
  for (guint i = 0; i < n_kinds; i++)
    compare_lists (differences, a, b, kinds[i]);
}

const char *
jx_difference_type_get_name (JxDifferenceType type)
{
  static const char *const names[] = {
    [JX_DIFFERENCE_CHANGED] = "changed",
    [JX_DIFFERENCE_ADDED] = "added",
    [JX_DIFFERENCE_REMOVED] = "removed",
    [JX_DIFFERENCE_MOVED] = "moved",
  };

  g_return_val_if_fail (type < G_N_ELEMENTS (names), NULL);

  return names[type];
}

GArray *
jx_diff (JxDocument *a, JxDocument *b)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (JxDifference));

  g_return_val_if_fail (JX_IS_DOCUMENT (a) && JX_IS_DOCUMENT (b), differences);

  compare_items (differences, jx_document_get_root (a), jx_document_get_root (b));

  return differences;
}
