/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-import-rivals.h"

#include "base/jx-fold.h"

/* By what they are found: files may hold thousands of projects each, too many to hold each against each. */
struct _JxImportRivals
{
  GHashTable *taken; /* item of mine → first part that has it */
  GHashTable *words; /* what a project is told by, folded → (element-type JxImportPart) */
  GPtrArray *silent; /* (element-type JxImportPart) projects that have neither code nor name */
};

JxImportRivals *
jx_import_rivals_new (void)
{
  JxImportRivals *rivals = g_new (JxImportRivals, 1);

  rivals->taken = g_hash_table_new (NULL, NULL);
  rivals->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  rivals->silent = g_ptr_array_new ();

  return rivals;
}

void
jx_import_rivals_free (JxImportRivals *rivals)
{
  if (rivals == NULL)
    return;

  g_hash_table_unref (rivals->taken);
  g_hash_table_unref (rivals->words);
  g_ptr_array_unref (rivals->silent);
  g_free (rivals);
}

/* The first of another file among those that say the same in @field; @part is noted among them. */
static JxImportPart *
add_by (JxImportRivals *rivals, JxImportPart *part, JxField field)
{
  const char *value = jx_item_get (part->theirs, field);
  g_autofree char *folded = value != NULL ? jx_fold (value) : NULL;
  g_autofree char *key = folded != NULL ? g_strdup_printf ("%d %s", (int) field, folded) : NULL;
  GPtrArray *same = key != NULL ? g_hash_table_lookup (rivals->words, key) : NULL;
  JxImportPart *rival = NULL;

  if (key == NULL)
    return NULL;

  if (same == NULL)
    g_hash_table_insert (rivals->words, g_steal_pointer (&key), same = g_ptr_array_new ());
  for (guint i = 0; i < same->len && rival == NULL; i++)
    if (((JxImportPart *) same->pdata[i])->source != part->source)
      rival = same->pdata[i];
  g_ptr_array_add (same, part);

  return rival;
}

static JxImportPart *
add_silent (JxImportRivals *rivals, JxImportPart *part)
{
  JxImportPart *rival = NULL;

  for (guint i = 0; i < rivals->silent->len && rival == NULL; i++)
    {
      JxImportPart *other = rivals->silent->pdata[i];

      if (other->source != part->source && jx_item_equal (other->theirs, part->theirs))
        rival = other;
    }
  g_ptr_array_add (rivals->silent, part);

  return rival;
}

JxImportPart *
jx_import_rivals_add (JxImportRivals *rivals, JxImportPart *part)
{
  JxImportPart *rival = NULL;
  JxImportPart *by_name = NULL;

  g_return_val_if_fail (rivals != NULL && part != NULL, NULL);

  if (part->mine != NULL)
    {
      rival = g_hash_table_lookup (rivals->taken, part->mine);
      if (rival == NULL)
        g_hash_table_insert (rivals->taken, part->mine, part);
      return rival;
    }
  if (jx_item_get_kind (part->theirs) != JX_KIND_PROJECT)
    return NULL;
  if (jx_item_get (part->theirs, JX_FIELD_PROJECT_CODE) == NULL && jx_item_get (part->theirs, JX_FIELD_PROJECT_NAME) == NULL)
    return add_silent (rivals, part);

  rival = add_by (rivals, part, JX_FIELD_PROJECT_CODE);
  by_name = add_by (rivals, part, JX_FIELD_PROJECT_NAME);
  return rival != NULL ? rival : by_name;
}
