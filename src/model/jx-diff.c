/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-diff.h"

#include <string.h>

#include "base/jx-fold.h"

/* Beyond this many pairs to compare, what is left over between equal items is paired by place. */
#define MAX_PAIRS (120 * 120)
/* Of 100: less alike than this is another item. */
#define ALIKE 40

/* Two lists of one kind being matched; match_a[i] is the place in b of a's item i, or -1. */
typedef struct
{
  GPtrArray *a, *b;
  int *match_a, *match_b;
} Match;

static void compare_items (GArray *differences, JxItem *a, JxItem *b);

static GPtrArray *
list_children (JxItem *item, JxKind kind)
{
  guint count = jx_item_count (item, kind);
  GPtrArray *children = g_ptr_array_sized_new (count);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (children, jx_item_child (item, kind, i));

  return children;
}

static void
pair (Match *match, guint a, guint b)
{
  match->match_a[a] = (int) b;
  match->match_b[b] = (int) a;
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

static char *
dup_values (const JxItem *item)
{
  GString *text = g_string_new (NULL);

  write_values (text, item);
  return g_string_free (text, FALSE);
}

static char *
dup_field (const JxItem *item, JxField field)
{
  const char *value = jx_item_get (item, field);

  return value != NULL ? jx_fold (value) : NULL;
}

/* Pairs what is not paired yet and has the same text in @field (in all, for JX_FIELD_NONE); of
 * several the first with the first. */
static void
pair_equal (Match *match, JxField field)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < match->a->len; i++)
    {
      JxItem *item = match->a->pdata[i];
      char *key = match->match_a[i] >= 0 ? NULL : field == JX_FIELD_NONE ? dup_values (item) : dup_field (item, field);
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

  for (guint i = 0; i < match->b->len; i++)
    {
      JxItem *item = match->b->pdata[i];
      g_autofree char *key = match->match_b[i] >= 0 ? NULL : field == JX_FIELD_NONE ? dup_values (item) : dup_field (item, field);
      GQueue *queue = key != NULL ? g_hash_table_lookup (places, key) : NULL;

      if (queue != NULL && !g_queue_is_empty (queue))
        pair (match, GPOINTER_TO_UINT (g_queue_pop_head (queue)), i);
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
align (Match *match)
{
  guint rows = match->a->len, columns = match->b->len, width = columns + 1;
  g_autofree guint *best = NULL;
  g_autofree guint8 *alike = NULL;

  if ((guint64) rows * columns > MAX_PAIRS)
    {
      for (guint i = 0; i < MIN (rows, columns); i++)
        if (likeness (match->a->pdata[i], match->b->pdata[i]) >= ALIKE)
          pair (match, i, i);
      return;
    }

  best = g_new0 (guint, (gsize) (rows + 1) * width);
  alike = g_new0 (guint8, (gsize) rows * columns + 1);
  for (guint i = rows; i-- > 0;)
    for (guint j = columns; j-- > 0;)
      {
        guint like = likeness (match->a->pdata[i], match->b->pdata[j]);

        alike[i * columns + j] = (guint8) like;
        best[i * width + j] = MAX (best[(i + 1) * width + j], best[i * width + j + 1]);
        if (like >= ALIKE)
          best[i * width + j] = MAX (best[i * width + j], like + best[(i + 1) * width + j + 1]);
      }

  for (guint i = 0, j = 0; i < rows && j < columns;)
    {
      guint like = alike[i * columns + j];

      if (like >= ALIKE && best[i * width + j] == like + best[(i + 1) * width + j + 1])
        pair (match, i++, j++);
      else if (best[i * width + j] == best[(i + 1) * width + j])
        i++;
      else
        j++;
    }
}

/* Marks a longest run of pairs that keep their order; the others have moved. Places in a come in
 * the order of b, so this is a longest rising sequence. */
static gboolean *
find_steady (const Match *match)
{
  guint n = match->b->len, length = 0;
  gboolean *steady = g_new0 (gboolean, n + 1);
  g_autofree int *tails = g_new (int, n + 1);
  g_autofree int *previous = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (match->match_b[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (match->match_b[tails[middle]] < match->match_b[i])
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
pair_alike (Match *match)
{
  guint n_a = match->a->len, n_b = match->b->len;
  g_autofree gboolean *steady = find_steady (match);
  g_autofree int *places_a = g_new (int, n_a + 1);
  g_autofree int *places_b = g_new (int, n_b + 1);
  g_autofree int *rest_a = g_new (int, n_a + 1);
  g_autofree int *rest_b = g_new (int, n_b + 1);
  guint a = 0, b = 0;

  for (guint end = 0; end <= n_b; end++)
    {
      g_autoptr (GPtrArray) unpaired_a = NULL, unpaired_b = NULL;
      guint a_end;
      Match rest;

      if (end < n_b && !steady[end])
        continue;

      a_end = end < n_b ? (guint) match->match_b[end] : n_a;
      unpaired_a = take_unpaired (match->a, match->match_a, &a, a_end, places_a);
      unpaired_b = take_unpaired (match->b, match->match_b, &b, end, places_b);
      a = a_end + 1;
      b = end + 1;
      if (unpaired_a->len == 0 || unpaired_b->len == 0)
        continue;

      rest = (Match) { unpaired_a, unpaired_b, rest_a, rest_b };
      memset (rest_a, -1, sizeof (int) * unpaired_a->len);
      align (&rest);
      for (guint i = 0; i < unpaired_a->len; i++)
        if (rest_a[i] >= 0)
          pair (match, (guint) places_a[i], (guint) places_b[rest_a[i]]);
    }
}

static void
find_pairs (Match *match, JxKind kind)
{
  switch (kind)
    {
    case JX_KIND_PROJECT:
      pair_equal (match, JX_FIELD_PROJECT_CODE);
      pair_equal (match, JX_FIELD_PROJECT_NAME);
      break;
    case JX_KIND_CHECKPOINT:
      pair_equal (match, JX_FIELD_CHECKPOINT_MONTH);
      break;
    default:
      pair_equal (match, JX_FIELD_NONE);
      break;
    }

  if (kind != JX_KIND_CHECKPOINT)
    pair_alike (match);
}

static void
tell (GArray *differences, JxDifferenceType type, JxItem *a, JxItem *b, JxField field)
{
  JxDifference difference = { type, a, b, field };

  g_array_append_val (differences, difference);
}

static void
compare_lists (GArray *differences, JxItem *a, JxItem *b, JxKind kind)
{
  g_autoptr (GPtrArray) list_a = list_children (a, kind);
  g_autoptr (GPtrArray) list_b = list_children (b, kind);
  g_autofree int *match_a = g_new (int, list_a->len + 1);
  g_autofree int *match_b = g_new (int, list_b->len + 1);
  g_autofree gboolean *steady = NULL;
  Match match = { list_a, list_b, match_a, match_b };
  guint next_a = 0;

  memset (match_a, -1, sizeof (int) * (list_a->len + 1));
  memset (match_b, -1, sizeof (int) * (list_b->len + 1));
  find_pairs (&match, kind);
  steady = find_steady (&match);

  for (guint i = 0; i <= list_b->len; i++)
    {
      gboolean end = i == list_b->len;

      /* Removals stand before the next item that kept its place. */
      for (; (end || steady[i]) && next_a < (end ? list_a->len : (guint) match_b[i]); next_a++)
        if (match_a[next_a] < 0)
          tell (differences, JX_DIFFERENCE_REMOVED, list_a->pdata[next_a], NULL, JX_FIELD_NONE);
      if (end)
        break;

      if (match_b[i] < 0)
        {
          tell (differences, JX_DIFFERENCE_ADDED, NULL, list_b->pdata[i], JX_FIELD_NONE);
          continue;
        }
      if (!steady[i])
        tell (differences, JX_DIFFERENCE_MOVED, list_a->pdata[match_b[i]], list_b->pdata[i], JX_FIELD_NONE);
      compare_items (differences, list_a->pdata[match_b[i]], list_b->pdata[i]);
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

GArray *
jx_diff (JxDocument *a, JxDocument *b)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (JxDifference));

  g_return_val_if_fail (JX_IS_DOCUMENT (a) && JX_IS_DOCUMENT (b), differences);

  compare_items (differences, jx_document_get_root (a), jx_document_get_root (b));

  return differences;
}
