/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items of two lists that stand beside one another in the rows of a table. */
#include "form/jx-layout-private.h"

#include <string.h>

/* Between the values of a key; no field holds it. */
#define BETWEEN "\x1F"

/* Items that belong together: as many rows as the longer of the two has. */
typedef struct
{
  char *key;
  gsize first_length; /* of the key's first value */
  GPtrArray *left;
  GPtrArray *right;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_ptr_array_unref (group->left);
  g_ptr_array_unref (group->right);
  g_free (group);
}

static char *
dup_key (const JxItem *item, char **by)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; by[i] != NULL; i++)
    {
      const char *value = jx_item_get (item, jx_field_find (jx_item_get_kind (item), by[i]));

      g_string_append_printf (key, "%s" BETWEEN, value != NULL ? value : "");
    }

  return g_string_free (key, FALSE);
}

/* A new group stands behind what begins like it, else at @place. */
static guint
find_place (GPtrArray *groups, const Group *group, guint place)
{
  for (guint i = groups->len; i > 0; i--)
    {
      const Group *other = groups->pdata[i - 1];

      if (other->first_length == group->first_length && strncmp (other->key, group->key, group->first_length) == 0)
        return i;
    }

  return place;
}

/* @place: (inout): where a new group may stand: behind that of the item before. */
static Group *
get_group (GPtrArray *groups, const JxItem *item, char **by, guint *place)
{
  g_autofree char *key = dup_key (item, by);
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    if (strcmp (((Group *) groups->pdata[i])->key, key) == 0)
      {
        *place = i + 1;
        return groups->pdata[i];
      }

  group = g_new0 (Group, 1);
  group->first_length = strcspn (key, BETWEEN);
  group->key = g_steal_pointer (&key);
  group->left = g_ptr_array_new ();
  group->right = g_ptr_array_new ();
  *place = find_place (groups, group, *place);
  g_ptr_array_insert (groups, (int) *place, group);
  *place += 1;

  return group;
}

GArray *
jx_beside_new (JxItem *holder, const JxFormNode *each)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (JxBeside));
  guint place = 0;

  for (guint i = 0; i < jx_item_count (holder, each->each); i++)
    {
      JxItem *item = jx_item_child (holder, each->each, i);

      g_ptr_array_add (get_group (groups, item, each->by, &place)->left, item);
    }
  place = 0;
  for (guint i = 0; i < jx_item_count (holder, each->beside); i++)
    {
      JxItem *item = jx_item_child (holder, each->beside, i);

      g_ptr_array_add (get_group (groups, item, each->by, &place)->right, item);
    }

  for (guint g = 0; g < groups->len; g++)
    {
      const Group *group = groups->pdata[g];

      for (guint i = 0; i < MAX (group->left->len, group->right->len); i++)
        {
          JxBeside pair = { i < group->left->len ? group->left->pdata[i] : NULL, i < group->right->len ? group->right->pdata[i] : NULL };

          g_array_append_val (pairs, pair);
        }
    }

  return pairs;
}
