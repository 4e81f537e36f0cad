/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-writing.h"

#include <string.h>

#include "form/jx-aspect.h"
#include "model/jx-item-build.h"

/* Between the words a field of several names. */
#define BETWEEN "、"

/* What one field of one item will hold. */
typedef struct
{
  JxItem *item;
  JxField field;
  char *value;                    /* NULL: what it holds */
  char *aspects[JX_ASPECT_UNIT];  /* typed since: sign, number, unit; NULL: as it is */
} Entry;

/* An item that is not in its list yet. */
typedef struct
{
  JxItem *item;
  JxItem *holder;
  guint place;     /* in the list as it is now */
  char *key;       /* NULL: none */
  JxItem *beside;  /* NULL: none */
} Insert;

struct _JxWriting
{
  GPtrArray *entries; /* (element-type Entry) */
  GPtrArray *inserts; /* (element-type Insert) */
};

static void
entry_free (Entry *entry)
{
  g_free (entry->value);
  for (guint i = 0; i < G_N_ELEMENTS (entry->aspects); i++)
    g_free (entry->aspects[i]);
  g_free (entry);
}

static void
insert_free (Insert *insert)
{
  g_free (insert->key);
  g_free (insert);
}

static const char *
get_value (const JxItem *item, JxField field)
{
  const char *value = item != NULL ? jx_item_get (item, field) : NULL;

  return value != NULL ? value : "";
}

static Entry *
get_entry (JxWriting *writing, JxItem *item, JxField field)
{
  Entry *entry;

  for (guint i = writing->entries->len; i-- > 0;)
    {
      entry = writing->entries->pdata[i];
      if (entry->item == item && entry->field == field)
        return entry;
    }

  entry = g_new0 (Entry, 1);
  entry->item = item;
  entry->field = field;
  g_ptr_array_add (writing->entries, entry);

  return entry;
}

static void
set_entry (JxWriting *writing, JxItem *item, JxField field, const char *value)
{
  Entry *entry = get_entry (writing, item, field);

  g_free (entry->value);
  entry->value = g_strdup (value);
  for (guint i = 0; i < G_N_ELEMENTS (entry->aspects); i++)
    g_clear_pointer (&entry->aspects[i], g_free);
}

/* Which item of its list @blank is of. */
static char *
dup_key (JxWriting *writing, const JxBlank *blank)
{
  JxItem *keeper = jx_blank_find_keeper (blank);
  const char *key = keeper != NULL ? jx_item_get (keeper, blank->part->key_field) : blank->part->key;

  /* What stands in the form where nobody said it is said with the first thing that depends on it. */
  if (keeper != NULL && key == NULL)
    {
      key = blank->part->key_default;
      set_entry (writing, keeper, blank->part->key_field, key);
    }

  return g_strdup (key);
}

static JxItem *
make_item (JxWriting *writing, const JxBlank *blank)
{
  JxKind kind = jx_field_get_info (blank->field)->kind;
  g_autofree char *key = blank->beside == NULL ? dup_key (writing, blank) : NULL;
  Insert *insert;

  for (guint i = 0; i < writing->inserts->len; i++)
    {
      insert = writing->inserts->pdata[i];
      if (insert->holder == blank->holder && jx_item_get_kind (insert->item) == kind
          && insert->beside == blank->beside && (insert->beside != NULL || g_strcmp0 (insert->key, key) == 0))
        return insert->item;
    }

  insert = g_new0 (Insert, 1);
  insert->item = jx_blank_make_item (blank, key);
  insert->holder = blank->holder;
  insert->beside = blank->beside;
  insert->place = jx_blank_find_place (blank, key);
  insert->key = g_steal_pointer (&key);
  g_ptr_array_add (writing->inserts, insert);

  return insert->item;
}

/* @words without those that name @word. */
static char *
dup_without (const char *words, const char *word)
{
  g_auto (GStrv) all = g_strsplit (words, BETWEEN, -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    if (strstr (all[i], word) == NULL)
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? BETWEEN : "", all[i]);

  return g_string_free (rest, FALSE);
}

static gboolean
put_tick (JxWriting *writing, const JxBlank *blank, JxItem *item, const char *typed, GError **error)
{
  const char *word = blank->part->text;
  const char *words;
  g_autofree char *changed = NULL;
  gboolean ticked;

  if (!jx_blank_read_tick (blank, typed, &ticked, error))
    return FALSE;

  words = get_entry (writing, item, blank->field)->value;
  if (words == NULL)
    words = get_value (item, blank->field);
  if (ticked == (strstr (words, word) != NULL))
    return TRUE;

  if (!jx_field_names_several (blank->field))
    changed = g_strdup (ticked ? word : "");
  else if (!ticked)
    changed = dup_without (words, word);
  else
    changed = g_strconcat (words, words[0] != '\0' ? BETWEEN : "", word, NULL);
  set_entry (writing, item, blank->field, changed);

  return TRUE;
}

/* What stands once for two items beside one another is said of both. */
static void
put_shared (JxWriting *writing, const JxBlank *blank, JxItem *item, const char *value)
{
  const JxFormPart *other = blank->part->field == blank->field ? blank->part->fallback : NULL;

  if (other != NULL && other->type == JX_PART_FIELD && blank->beside != NULL && other->kind == jx_item_get_kind (blank->beside))
    set_entry (writing, blank->beside, other->field, value);
}

static char *
dup_final (const Entry *entry, GError **error)
{
  const char *value = entry->value != NULL ? entry->value : get_value (entry->item, entry->field);
  g_autofree char *joined = NULL;

  if (entry->aspects[0] == NULL && entry->aspects[1] == NULL && entry->aspects[2] == NULL)
    return g_strdup (value);

  joined = jx_aspects_join (value, entry->aspects[JX_ASPECT_SIGN - 1], entry->aspects[JX_ASPECT_NUMBER - 1],
                            entry->aspects[JX_ASPECT_UNIT - 1], error);

  return joined != NULL ? jx_field_normalise (entry->field, joined, error) : NULL;
}

static const Insert *
find_insert (JxWriting *writing, const JxItem *item)
{
  for (guint i = 0; i < writing->inserts->len; i++)
    if (((Insert *) writing->inserts->pdata[i])->item == item)
      return writing->inserts->pdata[i];

  return NULL;
}

/* Those inserted before it shift what comes behind them. */
static void
add_inserts (JxWriting *writing, JxEdit *group)
{
  for (guint i = 0; i < writing->inserts->len; i++)
    {
      const Insert *insert = writing->inserts->pdata[i];
      guint place = insert->place;

      for (guint j = 0; j < i; j++)
        {
          const Insert *before = writing->inserts->pdata[j];

          if (before->holder == insert->holder && jx_item_get_kind (before->item) == jx_item_get_kind (insert->item)
              && before->place <= insert->place)
            place++;
        }
      jx_edit_add (group, jx_edit_new_insert (insert->holder, insert->item, (int) place));
    }
}

JxWriting *
jx_writing_new (void)
{
  JxWriting *writing = g_new0 (JxWriting, 1);

  writing->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  writing->inserts = g_ptr_array_new_with_free_func ((GDestroyNotify) insert_free);

  return writing;
}

void
jx_writing_free (JxWriting *writing)
{
  if (writing == NULL)
    return;

  g_ptr_array_unref (writing->entries);
  g_ptr_array_unref (writing->inserts);
  g_free (writing);
}

gboolean
jx_writing_put (JxWriting *writing, const JxBlank *blank, const char *typed, GError **error)
{
  g_autofree char *value = NULL;
  JxItem *item;

  g_return_val_if_fail (writing != NULL && typed != NULL, FALSE);
  g_return_val_if_fail (jx_blank_is_writable (blank), FALSE);

  value = jx_blank_is_whole (blank) ? jx_field_normalise (blank->field, typed, error) : g_strdup (typed);
  if (value == NULL)
    return FALSE;
  /* For nothing nothing is made. */
  if (blank->item == NULL && value[0] == '\0')
    return TRUE;

  item = blank->item != NULL ? blank->item : make_item (writing, blank);
  if (jx_blank_is_tick (blank))
    return put_tick (writing, blank, item, typed, error);
  if (blank->part->aspect != JX_ASPECT_WHOLE)
    {
      Entry *entry = get_entry (writing, item, blank->field);
      char **typed_before = &entry->aspects[blank->part->aspect - 1];

      g_free (*typed_before);
      *typed_before = g_steal_pointer (&value);
      return TRUE;
    }
  set_entry (writing, item, blank->field, value);
  put_shared (writing, blank, item, value);

  return TRUE;
}

void
jx_writing_insert (JxWriting *writing, JxItem *holder, JxItem *item)
{
  Insert *insert;

  g_return_if_fail (writing != NULL);
  g_return_if_fail (jx_item_may_hold (holder, jx_item_get_kind (item)));

  insert = g_new0 (Insert, 1);
  insert->item = item;
  insert->holder = holder;
  insert->place = jx_item_count (holder, jx_item_get_kind (item));
  g_ptr_array_add (writing->inserts, insert);
}

JxEdit *
jx_writing_finish (JxWriting *writing, GError **error)
{
  g_autoptr (JxEdit) group = jx_edit_new_group ();

  g_return_val_if_fail (writing != NULL, NULL);

  for (guint i = 0; i < writing->entries->len; i++)
    {
      const Entry *entry = writing->entries->pdata[i];
      g_autofree char *value = dup_final (entry, error);

      if (value == NULL)
        return NULL;
      if (find_insert (writing, entry->item) != NULL)
        jx_item_init (entry->item, entry->field, value);
      else if (!g_str_equal (value, get_value (entry->item, entry->field)))
        jx_edit_add (group, jx_edit_new_set (entry->item, entry->field, value));
    }
  add_inserts (writing, group);

  return g_steal_pointer (&group);
}

JxEdit *
jx_blank_write (const JxBlank *blank, const char *typed, GError **error)
{
  g_autoptr (JxWriting) writing = jx_writing_new ();

  return jx_writing_put (writing, blank, typed, error) ? jx_writing_finish (writing, error) : NULL;
}
