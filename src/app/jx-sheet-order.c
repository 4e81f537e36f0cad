/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-order.h"

#include <string.h>

/* More second levels than any first level has. */
#define STRIDE 1000

static gsize
get_bare_length (const char *name)
{
  gsize length = strlen (name), ending = strlen ("指标");

  return g_str_has_suffix (name, "指标") && length > ending ? length - ending : length;
}

static gboolean
is_same (const char *one, const char *other)
{
  gsize length = get_bare_length (one);

  return length == get_bare_length (other) && strncmp (one, other, length) == 0;
}

/* Returns: its place; past the end when it is not there. */
static guint
find (const char * const *names, const char *name)
{
  guint i = 0;

  while (names[i] && !is_same (names[i], name))
    i++;

  return i;
}

/* Where an indicator stands by the taxonomy. Names fit with or without 指标 at their end; one the
 * profile does not know comes last in its group; a blank one belongs where the row before it does. */
static guint
rank_item (const JxProfile *profile, const JxItem *item)
{
  const char *level1 = jx_item_get (item, jx_field_find (jx_item_get_kind (item), "level1"));
  const char *level2 = jx_item_get (item, jx_field_find (jx_item_get_kind (item), "level2"));
  guint index = jx_item_get_index (item), rank;
  const JxItem *before = index > 0 ? jx_item_child (jx_item_get_parent (item), jx_item_get_kind (item), index - 1) : NULL;

  if (level1 == NULL && before)
    {
      rank = rank_item (profile, before);
      if (level2 == NULL)
        return rank;
      level1 = jx_profile_list_level1 (profile)[rank / STRIDE];
    }

  rank = level1 ? find (jx_profile_list_level1 (profile), level1) : g_strv_length ((char **) jx_profile_list_level1 (profile));

  return rank * STRIDE + (level2 ? find (jx_profile_list_level2 (profile, level1), level2) : STRIDE - 1);
}

gboolean
jx_sheet_order_knows (const JxProfile *profile, const JxItem *item, JxField field, const char *value)
{
  const char * const *names = NULL;

  if (field == JX_FIELD_INDICATOR_LEVEL1 || field == JX_FIELD_TERM_INDICATOR_LEVEL1)
    names = jx_profile_list_level1 (profile);
  else if (field == JX_FIELD_INDICATOR_LEVEL2 || field == JX_FIELD_TERM_INDICATOR_LEVEL2)
    names = jx_profile_list_level2 (profile, jx_item_get (item, jx_field_find (jx_item_get_kind (item), "level1")));

  return names == NULL || value[0] == '\0' || names[find (names, value)] != NULL;
}

void
jx_sheet_order_get_next (const JxProfile *profile, const JxItem *row, const char **level1, const char **level2)
{
  const char * const *firsts = jx_profile_list_level1 (profile);
  const char * const *seconds = NULL;
  guint rank = row != NULL ? rank_item (profile, row) : 0;
  guint first = rank / STRIDE;
  guint second = row != NULL ? rank % STRIDE + 1 : 0;

  *level1 = NULL;
  *level2 = NULL;
  if (first >= g_strv_length ((char **) firsts))
    return;

  seconds = jx_profile_list_level2 (profile, firsts[first]);
  if (second >= g_strv_length ((char **) seconds))
    {
      if (firsts[++first] == NULL)
        return;
      seconds = jx_profile_list_level2 (profile, firsts[first]);
      second = 0;
    }
  *level1 = firsts[first];
  *level2 = seconds[second];
}

typedef struct
{
  JxItem *item;
  guint rank;
  guint index;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return one->index < other->index ? -1 : one->index > other->index;
}

JxEdit *
jx_sheet_order_sort (const JxProfile *profile, JxItem *owner, JxKind kind)
{
  guint count = jx_item_count (owner, kind);
  g_autofree Ranked *ranked = g_new (Ranked, count);
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (count);
  gboolean moved = FALSE;

  for (guint i = 0; i < count; i++)
    {
      JxItem *item = jx_item_child (owner, kind, i);

      ranked[i] = (Ranked) { item, rank_item (profile, item), i };
    }
  qsort (ranked, count, sizeof (Ranked), compare_ranked);
  for (guint i = 0; i < count; i++)
    {
      moved = moved || ranked[i].index != i;
      g_ptr_array_add (order, ranked[i].item);
    }

  return moved ? jx_edit_new_order (g_steal_pointer (&order)) : NULL;
}
