/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-pairs.h"

#include <string.h>

#include "base/jx-fold.h"

/* Beyond this many pairs to compare, what is left over between equal items is paired by place. */
#define MAX_PAIRS (120 * 120)
/* Of 100: less alike than this is another item. */
#define ALIKE 40
#define MAX_FIELDS 2

/* One way to tell that two items are the same; the ways of a kind are tried in this order. */
typedef struct
{
  JxKind kind;
  guint n_fields;             /* 0: everything the item says */
  JxField fields[MAX_FIELDS]; /* none of them blank */
  gboolean unique;            /* only where no other item says the same */
} Way;

static const Way ways[] = {
  { JX_KIND_PROJECT, 2, { JX_FIELD_PROJECT_CODE, JX_FIELD_PROJECT_NAME }, FALSE },
  { JX_KIND_PROJECT, 1, { JX_FIELD_PROJECT_CODE }, FALSE },
  { JX_KIND_PROJECT, 1, { JX_FIELD_PROJECT_NAME }, FALSE },
  { JX_KIND_PROJECT, 0, { 0 }, FALSE },
  { JX_KIND_CHECKPOINT, 1, { JX_FIELD_CHECKPOINT_MONTH }, FALSE },
  { JX_KIND_CHECKPOINT, 0, { 0 }, FALSE },
  { JX_KIND_SUB_GOAL, 0, { 0 }, FALSE },
  { JX_KIND_SUB_GOAL, 1, { JX_FIELD_SUB_GOAL_TITLE }, TRUE },
  { JX_KIND_MEASURE, 0, { 0 }, FALSE },
  { JX_KIND_GOAL, 0, { 0 }, FALSE },
  { JX_KIND_INDICATOR, 0, { 0 }, FALSE },
  { JX_KIND_INDICATOR, 2, { JX_FIELD_INDICATOR_LEVEL2, JX_FIELD_INDICATOR_LEVEL3 }, TRUE },
  { JX_KIND_TERM_GOAL, 0, { 0 }, FALSE },
  { JX_KIND_TERM_INDICATOR, 0, { 0 }, FALSE },
  { JX_KIND_TERM_INDICATOR, 2, { JX_FIELD_TERM_INDICATOR_LEVEL2, JX_FIELD_TERM_INDICATOR_LEVEL3 }, TRUE },
};

static void
pair (JxPairs *pairs, guint a, guint b)
{
  pairs->match_a[a] = (int) b;
  pairs->match_b[b] = (int) a;
}

/* Everything an item says, for telling equal ones. */
static void
write_values (GString *text, const JxItem *item)
{
  JxKind kind = jx_item_get_kind (item);
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (kind, &n_kinds);

  jx_field_get_range (kind, &first, &count);
  for (guint i = 0; i < count; i++)
    {
      const char *value = jx_item_get (item, (JxField) (first + i));

      g_string_append (text, value != NULL ? value : "");
      g_string_append_c (text, '\x1F');
    }
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < jx_item_count (item, kinds[i]); j++)
      {
        g_string_append_c (text, '\x1E');
        write_values (text, jx_item_child (item, kinds[i], j));
      }
}

/* What @item says in the fields of @way, spelling aside: (nullable). */
static char *
dup_key (const Way *way, const JxItem *item)
{
  GString *key = g_string_new (NULL);

  if (way->n_fields == 0)
    write_values (key, item);
  for (guint i = 0; i < way->n_fields; i++)
    {
      const char *value = jx_item_get (item, way->fields[i]);
      g_autofree char *folded = value != NULL ? jx_fold (value) : NULL;

      if (folded == NULL)
        return g_string_free (key, TRUE);
      g_string_append (key, folded);
      g_string_append_c (key, '\x1F');
    }

  return g_string_free (key, FALSE);
}

/* The places of the items that are not paired yet, by key: (element-type utf8 GQueue). */
static GHashTable *
list_places (const Way *way, GPtrArray *items, const int *match)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < items->len; i++)
    {
      char *key = match[i] >= 0 ? NULL : dup_key (way, items->pdata[i]);
      GQueue *queue;

      if (key == NULL)
        continue;
      queue = g_hash_table_lookup (places, key);
      if (queue == NULL)
        g_hash_table_insert (places, key, queue = g_queue_new ());
      else
        g_free (key);
      g_queue_push_tail (queue, GUINT_TO_POINTER (i));
    }

  return places;
}

/* Pairs what is not paired yet and is the same by @way; of several the first with the first. */
static void
pair_same (JxPairs *pairs, const Way *way)
{
  g_autoptr (GHashTable) places_a = list_places (way, pairs->a, pairs->match_a);
  g_autoptr (GHashTable) places_b = list_places (way, pairs->b, pairs->match_b);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, places_b);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GQueue *queue_a = g_hash_table_lookup (places_a, key), *queue_b = value;

      if (queue_a == NULL || (way->unique && (queue_a->length > 1 || queue_b->length > 1)))
        continue;
      while (!g_queue_is_empty (queue_a) && !g_queue_is_empty (queue_b))
        {
          guint a = GPOINTER_TO_UINT (g_queue_pop_head (queue_a));

          pair (pairs, a, GPOINTER_TO_UINT (g_queue_pop_head (queue_b)));
        }
    }
}

/* How many of 100 parts of two texts are the same, by the pairs of characters they share. */
static guint
text_likeness (const char *a, const char *b)
{
  g_autofree gunichar *left = NULL, *right = NULL;
  g_autoptr (GHashTable) pairs = NULL;
  glong n_left, n_right;
  guint shared = 0;

  if (strcmp (a, b) == 0)
    return 100;

  left = g_utf8_to_ucs4_fast (a, -1, &n_left);
  right = g_utf8_to_ucs4_fast (b, -1, &n_right);
  pairs = g_hash_table_new (NULL, NULL);
  /* A terminating 0 makes a pair with the last character. */
  for (glong i = 0; i < n_left; i++)
    {
      gpointer key = GSIZE_TO_POINTER (((gsize) left[i] << 21) | left[i + 1]);

      g_hash_table_insert (pairs, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (pairs, key)) + 1));
    }
  for (glong i = 0; i < n_right; i++)
    {
      gpointer key = GSIZE_TO_POINTER (((gsize) right[i] << 21) | right[i + 1]);
      guint left_over = GPOINTER_TO_UINT (g_hash_table_lookup (pairs, key));

      if (left_over == 0)
        continue;
      shared++;
      g_hash_table_insert (pairs, key, GUINT_TO_POINTER (left_over - 1));
    }

  return n_left + n_right > 0 ? (guint) (200 * shared / (guint) (n_left + n_right)) : 100;
}

/* The mean over the fields that at least one of them has. */
static guint
likeness (const JxItem *a, const JxItem *b)
{
  JxField first;
  guint count, sum = 0, n_said = 0;

  jx_field_get_range (jx_item_get_kind (a), &first, &count);
  for (guint i = 0; i < count; i++)
    {
      const char *left = jx_item_get (a, (JxField) (first + i));
      const char *right = jx_item_get (b, (JxField) (first + i));

      if (left == NULL && right == NULL)
        continue;
      n_said++;
      if (left != NULL && right != NULL)
        sum += text_likeness (left, right);
    }

  return n_said > 0 ? sum / n_said : 100;
}

/* Pairs items in order so that the likeness of the pairs together is the greatest. */
static void
align (JxPairs *pairs)
{
  guint rows = pairs->a->len, columns = pairs->b->len, width = columns + 1;
  g_autofree guint *best = NULL;
  g_autofree guint8 *alike = NULL;

  if ((guint64) rows * columns > MAX_PAIRS)
    {
      for (guint i = 0; i < MIN (rows, columns); i++)
        if (likeness (pairs->a->pdata[i], pairs->b->pdata[i]) >= ALIKE)
          pair (pairs, i, i);
      return;
    }

  best = g_new0 (guint, (gsize) (rows + 1) * width);
  alike = g_new0 (guint8, (gsize) rows * columns + 1);
  for (guint i = rows; i-- > 0;)
    for (guint j = columns; j-- > 0;)
      {
        guint like = likeness (pairs->a->pdata[i], pairs->b->pdata[j]);

        alike[i * columns + j] = (guint8) like;
        best[i * width + j] = MAX (best[(i + 1) * width + j], best[i * width + j + 1]);
        if (like >= ALIKE)
          best[i * width + j] = MAX (best[i * width + j], like + best[(i + 1) * width + j + 1]);
      }

  for (guint i = 0, j = 0; i < rows && j < columns;)
    {
      guint like = alike[i * columns + j];

      if (like >= ALIKE && best[i * width + j] == like + best[(i + 1) * width + j + 1])
        pair (pairs, i++, j++);
      else if (best[i * width + j] == best[(i + 1) * width + j])
        i++;
      else
        j++;
    }
}

/* The items of @all from *place up to @end that have no partner; their places go to @places. */
static GPtrArray *
take_unpaired (GPtrArray *all, const int *partners, guint *place, guint end, int *places)
{
  GPtrArray *unpaired = g_ptr_array_new ();

  for (; *place < end; (*place)++)
    if (partners[*place] < 0)
      {
        places[unpaired->len] = (int) *place;
        g_ptr_array_add (unpaired, all->pdata[*place]);
      }

  return unpaired;
}

/* What is left between two neighbouring pairs that keep their order is aligned by likeness. */
static void
pair_alike (JxPairs *pairs)
{
  guint n_a = pairs->a->len, n_b = pairs->b->len;
  g_autofree gboolean *steady = jx_find_steady (pairs->match_b, n_b);
  g_autofree int *places_a = g_new (int, n_a + 1);
  g_autofree int *places_b = g_new (int, n_b + 1);
  g_autofree int *rest_a = g_new (int, n_a + 1);
  g_autofree int *rest_b = g_new (int, n_b + 1);
  guint a = 0, b = 0;

  for (guint end = 0; end <= n_b; end++)
    {
      g_autoptr (GPtrArray) unpaired_a = NULL, unpaired_b = NULL;
      guint a_end;
      JxPairs rest;

      if (end < n_b && !steady[end])
        continue;

      a_end = end < n_b ? (guint) pairs->match_b[end] : n_a;
      unpaired_a = take_unpaired (pairs->a, pairs->match_a, &a, a_end, places_a);
      unpaired_b = take_unpaired (pairs->b, pairs->match_b, &b, end, places_b);
      a = a_end + 1;
      b = end + 1;
      if (unpaired_a->len == 0 || unpaired_b->len == 0)
        continue;

      rest = (JxPairs) { unpaired_a, unpaired_b, rest_a, rest_b };
      memset (rest_a, -1, sizeof (int) * unpaired_a->len);
      align (&rest);
      for (guint i = 0; i < unpaired_a->len; i++)
        if (rest_a[i] >= 0)
          pair (pairs, (guint) places_a[i], (guint) places_b[rest_a[i]]);
    }
}

/* Pairs by the ways of @kind. @a, @b: (transfer full). */
static JxPairs *
pairs_new (GPtrArray *a, GPtrArray *b, JxKind kind)
{
  JxPairs *pairs = g_new (JxPairs, 1);

  *pairs = (JxPairs) { a, b, g_new (int, a->len + 1), g_new (int, b->len + 1) };
  memset (pairs->match_a, -1, sizeof (int) * (a->len + 1));
  memset (pairs->match_b, -1, sizeof (int) * (b->len + 1));
  for (guint i = 0; a->len > 0 && b->len > 0 && i < G_N_ELEMENTS (ways); i++)
    if (ways[i].kind == kind)
      pair_same (pairs, &ways[i]);

  return pairs;
}

static GPtrArray *
list_children (JxItem *item, JxKind kind)
{
  guint count = jx_item_count (item, kind);
  GPtrArray *children = g_ptr_array_sized_new (count);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (children, jx_item_child (item, kind, i));

  return children;
}

JxPairs *
jx_pairs_new (JxItem *a, JxItem *b, JxKind kind)
{
  JxPairs *pairs = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  pairs = pairs_new (list_children (a, kind), list_children (b, kind), a != b ? kind : JX_N_KINDS);
  if (a == b)
    for (guint i = 0; i < pairs->a->len; i++)
      pair (pairs, i, i);
  else if (kind != JX_KIND_CHECKPOINT)
    pair_alike (pairs);

  return pairs;
}

JxPairs *
jx_pairs_new_named (GPtrArray *a, GPtrArray *b, JxKind kind)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  return pairs_new (g_ptr_array_ref (a), g_ptr_array_ref (b), kind);
}

gboolean *
jx_find_steady (const int *places, guint n)
{
  guint length = 0;
  gboolean *steady = g_new0 (gboolean, n + 1);
  g_autofree int *tails = g_new (int, n + 1);
  g_autofree int *previous = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (places[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[tails[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = (int) i;
      length = MAX (length, low + 1);
    }

  for (int i = length > 0 ? tails[length - 1] : -1; i >= 0; i = previous[i])
    steady[i] = TRUE;

  return steady;
}

void
jx_pairs_free (JxPairs *pairs)
{
  if (pairs == NULL)
    return;

  g_ptr_array_unref (pairs->a);
  g_ptr_array_unref (pairs->b);
  g_free (pairs->match_a);
  g_free (pairs->match_b);
  g_free (pairs);
}
