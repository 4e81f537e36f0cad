/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-library.h"

#include <string.h>

#include "base/jx-fold.h"
#include "model/jx-library-private.h"

/* So many more than the bound are let in before those at the end are let go, all at once. */
#define SLACK 200

static char *
dup_key (const char *level2, const char *level3)
{
  g_autofree char *group = jx_fold (level2), *name = jx_fold (level3);

  /* 质量 and 质量指标 are the same group. */
  if (g_str_has_suffix (group, "指标") && strlen (group) > strlen ("指标"))
    group[strlen (group) - strlen ("指标")] = '\0';

  return g_strconcat (group, "\n", name, NULL);
}

void
jx_library_record_free (JxLibraryRecord *record)
{
  g_free (record->entry.level1);
  g_free (record->entry.level2);
  g_free (record->entry.level3);
  g_free (record->entry.description);
  g_free (record->entry.basis);
  for (guint i = 0; i < record->n_values; i++)
    g_free (record->values[i].text);
  g_free (record);
}

JxLibraryRecord *
jx_library_ensure_record (JxLibrary *library, const char *level2, const char *level3)
{
  g_autofree char *key = dup_key (level2, level3);
  JxLibraryRecord *record = g_hash_table_lookup (library->records, key);

  if (record == NULL)
    {
      record = g_new0 (JxLibraryRecord, 1);
      record->entry.level1 = g_strdup ("");
      record->entry.level2 = g_strdup (level2);
      record->entry.level3 = g_strdup (level3);
      record->entry.description = g_strdup ("");
      record->entry.basis = g_strdup ("");
      g_hash_table_insert (library->records, g_steal_pointer (&key), record);
    }

  return record;
}

gboolean
jx_library_record_set_value (JxLibraryRecord *record, int year, const char *text)
{
  guint at = 0;

  while (at < record->n_values && record->values[at].year > year)
    at++;
  if (at < record->n_values && record->values[at].year == year)
    {
      if (g_str_equal (record->values[at].text, text))
        return FALSE;
      g_free (record->values[at].text);
      record->values[at].text = g_strdup (text);
      return TRUE;
    }
  if (at == JX_LIBRARY_MAX_YEARS)
    return FALSE;

  if (record->n_values == JX_LIBRARY_MAX_YEARS)
    g_free (record->values[--record->n_values].text);
  memmove (record->values + at + 1, record->values + at, (record->n_values - at) * sizeof *record->values);
  record->values[at].year = year;
  record->values[at].text = g_strdup (text);
  record->n_values++;

  return TRUE;
}

gboolean
jx_library_replace (char **text, const char *with)
{
  if (with == NULL || with[0] == '\0' || g_str_equal (*text, with))
    return FALSE;

  g_free (*text);
  *text = g_strdup (with);

  return TRUE;
}

/* Marked ones first, then those used last. */
static int
compare_records (gconstpointer a, gconstpointer b)
{
  const JxLibraryRecord *one = *(JxLibraryRecord *const *) a, *other = *(JxLibraryRecord *const *) b;

  if (one->entry.marked != other->entry.marked)
    return one->entry.marked ? -1 : 1;
  if (one->entry.year != other->entry.year)
    return one->entry.year > other->entry.year ? -1 : 1;

  return one->used > other->used ? -1 : one->used < other->used;
}

GPtrArray *
jx_library_list_records (const JxLibrary *library)
{
  GPtrArray *list = g_ptr_array_sized_new (g_hash_table_size (library->records));
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, library->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (list, record);
  g_ptr_array_sort (list, compare_records);

  return list;
}

void
jx_library_bound (JxLibrary *library, guint slack)
{
  g_autoptr (GPtrArray) list = NULL;

  if (g_hash_table_size (library->records) <= JX_LIBRARY_MAX_ENTRIES + slack)
    return;

  list = jx_library_list_records (library);
  for (guint i = JX_LIBRARY_MAX_ENTRIES; i < list->len; i++)
    jx_library_remove (library, list->pdata[i]);
}

static const char *
get (const JxItem *item, JxField field)
{
  const char *value = jx_item_get (item, field);

  return value ? value : "";
}

/* A group left blank is that of the row before. */
static const char *
get_level (const JxItem *indicator, JxField field)
{
  const JxItem *owner = jx_item_get_parent (indicator);

  for (guint i = owner ? jx_item_get_index (indicator) : 0; i > 0 && get (indicator, field)[0] == '\0'; i--)
    indicator = jx_item_child (owner, JX_KIND_INDICATOR, i - 1);

  return get (indicator, field);
}

static int
get_year (const JxItem *item)
{
  JxDecimal year;

  while (jx_item_get_parent (item))
    item = jx_item_get_parent (item);

  return jx_item_get_kind (item) == JX_KIND_DOCUMENT && jx_item_get_decimal (item, JX_FIELD_YEAR, &year) ? (int) year.mantissa : 0;
}

static gboolean
take (JxLibrary *library, const JxItem *indicator, int year, JxLibraryRecord **taken)
{
  const char *level3 = get (indicator, JX_FIELD_INDICATOR_LEVEL3), *value = get (indicator, JX_FIELD_INDICATOR_VALUE);
  guint count = g_hash_table_size (library->records);
  JxLibraryRecord *record = jx_library_ensure_record (library, get_level (indicator, JX_FIELD_INDICATOR_LEVEL2), level3);
  gboolean is_new = g_hash_table_size (library->records) != count;

  record->used = ++library->clock;
  if (value[0])
    is_new |= jx_library_record_set_value (record, year, value);
  /* An older document does not take the place of a newer one's words. */
  if (year >= record->entry.year)
    {
      is_new |= jx_library_replace (&record->entry.level1, get_level (indicator, JX_FIELD_INDICATOR_LEVEL1));
      is_new |= jx_library_replace (&record->entry.description, get (indicator, JX_FIELD_INDICATOR_DESCRIPTION));
      is_new |= jx_library_replace (&record->entry.basis, get (indicator, JX_FIELD_INDICATOR_BASIS));
      is_new |= record->entry.year != year;
      record->entry.year = year;
    }
  *taken = record;

  return is_new;
}

JxLibrary *
jx_library_new (void)
{
  JxLibrary *library = g_new0 (JxLibrary, 1);

  library->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jx_library_record_free);

  return library;
}

JxLibrary *
jx_library_copy (const JxLibrary *library)
{
  JxLibrary *copy = jx_library_new ();

  jx_library_merge (copy, library);

  return copy;
}

void
jx_library_free (JxLibrary *library)
{
  if (library == NULL)
    return;

  g_hash_table_unref (library->records);
  g_free (library);
}

gboolean
jx_library_learn (JxLibrary *library, const JxItem *project)
{
  int year = get_year (project);
  gboolean is_new = FALSE;
  JxLibraryRecord *record;

  g_return_val_if_fail (library != NULL && project != NULL, FALSE);

  for (guint i = 0; i < jx_item_count (project, JX_KIND_INDICATOR); i++)
    {
      const JxItem *indicator = jx_item_child (project, JX_KIND_INDICATOR, i);

      if (get (indicator, JX_FIELD_INDICATOR_LEVEL3)[0] && get (indicator, JX_FIELD_INDICATOR_VALUE)[0])
        is_new |= take (library, indicator, year, &record);
    }
  jx_library_bound (library, SLACK);

  return is_new;
}

gboolean
jx_library_mark (JxLibrary *library, const JxItem *indicator)
{
  JxLibraryRecord *record;

  g_return_val_if_fail (library != NULL && indicator != NULL, FALSE);

  if (get (indicator, JX_FIELD_INDICATOR_LEVEL3)[0] == '\0')
    return FALSE;

  take (library, indicator, get_year (indicator), &record);
  record->entry.marked = TRUE;
  jx_library_bound (library, SLACK);

  return TRUE;
}

gboolean
jx_library_set_marked (JxLibrary *library, const JxLibraryEntry *entry, gboolean marked)
{
  JxLibraryRecord *record = (JxLibraryRecord *) entry;

  g_return_val_if_fail (library != NULL && entry != NULL, FALSE);

  if (record->entry.marked == marked)
    return FALSE;

  record->entry.marked = marked;

  return TRUE;
}

void
jx_library_remove (JxLibrary *library, const JxLibraryEntry *entry)
{
  g_autofree char *key = NULL;

  g_return_if_fail (library != NULL && entry != NULL);

  key = dup_key (entry->level2, entry->level3);
  g_hash_table_remove (library->records, key);
}

void
jx_library_merge (JxLibrary *library, const JxLibrary *other)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_if_fail (library != NULL && other != NULL);

  /* Last used last, so that the order stays. */
  list = jx_library_list_records (other);
  for (guint i = list->len; i-- > 0; )
    {
      const JxLibraryRecord *from = list->pdata[i];
      JxLibraryRecord *record = jx_library_ensure_record (library, from->entry.level2, from->entry.level3);

      if (record->used == 0)
        record->used = ++library->clock;
      if (from->entry.year > record->entry.year || record->n_values == 0)
        {
          jx_library_replace (&record->entry.level1, from->entry.level1);
          jx_library_replace (&record->entry.description, from->entry.description);
          jx_library_replace (&record->entry.basis, from->entry.basis);
          record->entry.year = from->entry.year;
        }
      record->entry.marked |= from->entry.marked;
      for (guint v = 0; v < from->n_values; v++)
        jx_library_record_set_value (record, from->values[v].year, from->values[v].text);
    }
  jx_library_bound (library, 0);
}

guint
jx_library_count (const JxLibrary *library)
{
  g_return_val_if_fail (library != NULL, 0);

  return g_hash_table_size (library->records);
}

static gboolean
has_words (const JxLibraryRecord *record, char **words)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *folded = NULL;

  if (words[0] == NULL)
    return TRUE;

  g_string_append_printf (all, "%s\x01%s\x01%s\x01%s\x01%s", record->entry.level3, record->entry.description,
                          record->entry.level1, record->entry.level2, record->entry.basis);
  for (guint i = 0; i < record->n_values; i++)
    g_string_append_printf (all, "\x01%s", record->values[i].text);
  folded = jx_fold (all->str);
  for (char **word = words; *word; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;

  return TRUE;
}

GPtrArray *
jx_library_search (const JxLibrary *library, const char *words, const char *level2)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *group = level2 ? dup_key (level2, "") : NULL;
  g_auto (GStrv) split = NULL;
  GPtrArray *found = g_ptr_array_new ();
  guint n_words = 0;

  g_return_val_if_fail (library != NULL && words != NULL, found);

  split = g_strsplit_set (words, " \t\n", -1);
  for (char **word = split; *word; word++)
    {
      g_autofree char *folded = jx_fold (*word);

      g_free (*word);
      *word = NULL;
      if (folded[0])
        split[n_words++] = g_steal_pointer (&folded);
    }

  list = jx_library_list_records (library);
  for (guint i = 0; i < list->len; i++)
    {
      const JxLibraryRecord *record = list->pdata[i];
      g_autofree char *own = group ? dup_key (record->entry.level2, "") : NULL;

      if (has_words (record, split))
        g_ptr_array_add (g_strcmp0 (own, group) == 0 ? found : others, (gpointer) &record->entry);
    }
  g_ptr_array_extend (found, others, NULL, NULL);

  return found;
}

const JxLibraryEntry *
jx_library_find (const JxLibrary *library, const JxItem *indicator)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (library != NULL && indicator != NULL, NULL);

  key = dup_key (get_level (indicator, JX_FIELD_INDICATOR_LEVEL2), get (indicator, JX_FIELD_INDICATOR_LEVEL3));

  return g_hash_table_lookup (library->records, key);
}

const char *
jx_library_entry_get_value (const JxLibraryEntry *entry, int before, int *year)
{
  const JxLibraryRecord *record = (const JxLibraryRecord *) entry;
  guint at = 0;

  g_return_val_if_fail (entry != NULL, NULL);

  if (year)
    *year = 0;
  if (record->n_values == 0)
    return NULL;
  while (before > 0 && at < record->n_values && record->values[at].year >= before)
    at++;
  if (at == record->n_values)
    at = 0;
  if (year)
    *year = record->values[at].year;

  return record->values[at].text;
}
