/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-suggest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/jx-library-keeper.h"
#include "base/jx-fold.h"
#include "model/jx-document.h"
#include "model/jx-target-suggest.h"
#include "model/jx-target-value.h"
#include "review/jx-profile.h"

/* More than this nobody looks through; and of a large document only so many rows are looked at. */
#define MAX_SHOWN 30
#define MAX_VALUES 8
#define MAX_ROWS 3000

struct _JxSheetSuggest
{
  const JxItem *item;
  JxField field;     /* what of an indicator it is, whatever the list */
  JxAspect aspect;
  GPtrArray *known;  /* (element-type Known): in the order to be shown */
  GHashTable *texts; /* of these, so that each is there once */
  GPtrArray *units;  /* (element-type utf8), ends in NULL: for a target value */
};

typedef struct
{
  JxSheetChoice choice; /* first: outside, it is all there is */
  char *folded;
} Known;

/* What a value may be counted in where the document does not tell. */
static const char *const usual_units[] = { "%", "个", "万元", "人", "次", "天", "户", "公里", "元" };

static void
choice_free (JxSheetChoice *choice)
{
  g_free (choice->text);
  g_free (choice->note);
  g_free (choice);
}

static void
known_free (Known *known)
{
  g_free (known->folded);
  choice_free (&known->choice);
}

static void
add_known (JxSheetSuggest *suggest, const char *text, const char *note)
{
  Known *known;

  if (text == NULL || text[0] == '\0' || strchr (text, '\n') || g_hash_table_contains (suggest->texts, text))
    return;

  known = g_new0 (Known, 1);
  known->choice.text = g_strdup (text);
  known->choice.note = g_strdup (note);
  known->folded = jx_fold (text);
  g_ptr_array_add (suggest->known, known);
  g_hash_table_add (suggest->texts, known->choice.text);
}

/* @field of an indicator, or the same of another list's. */
static const char *
get (const JxItem *item, JxField field)
{
  JxField own = jx_field_find (jx_item_get_kind (item), jx_field_get_info (field)->xml_name);

  return own != JX_FIELD_NONE ? jx_item_get (item, own) : NULL;
}

/* What of an indicator @field is. */
static JxField
find_same (JxField field)
{
  JxField same = jx_field_find (JX_KIND_INDICATOR, jx_field_get_info (field)->xml_name);
  JxKind kind = jx_field_get_info (field)->kind;

  return kind == JX_KIND_TERM_INDICATOR && same != JX_FIELD_NONE ? same : field;
}

static int
get_year (const JxItem *item)
{
  JxDecimal year;

  return jx_item_get_decimal (jx_document_get_root (jx_item_get_document (item)), JX_FIELD_YEAR, &year) ? (int) year.mantissa : 0;
}

static gboolean
is_of_group (const JxItem *indicator, const JxItem *other)
{
  return g_strcmp0 (get (indicator, JX_FIELD_INDICATOR_LEVEL2), get (other, JX_FIELD_INDICATOR_LEVEL2)) == 0;
}

/* Calls @visit with the document's other indicators. */
static void
visit_others (JxSheetSuggest *suggest, void (*visit) (JxSheetSuggest *suggest, const JxItem *other, gpointer data), gpointer data)
{
  const JxItem *root = jx_document_get_root (jx_item_get_document (suggest->item));
  guint n_rows = 0;

  for (guint p = 0; p < jx_item_count (root, JX_KIND_PROJECT) && n_rows < MAX_ROWS; p++)
    {
      const JxItem *project = jx_item_child (root, JX_KIND_PROJECT, p);

      for (guint i = 0; i < jx_item_count (project, JX_KIND_INDICATOR) && n_rows < MAX_ROWS; i++, n_rows++)
        {
          const JxItem *other = jx_item_child (project, JX_KIND_INDICATOR, i);

          if (other != suggest->item)
            visit (suggest, other, data);
        }
    }
}

static void
add_field_cb (JxSheetSuggest *suggest, const JxItem *other, gpointer data)
{
  add_known (suggest, jx_item_get (other, suggest->field), NULL);
}

/* The names of its own group first. */
static void
add_group_names_cb (JxSheetSuggest *suggest, const JxItem *other, gpointer data)
{
  if (is_of_group (suggest->item, other))
    add_known (suggest, jx_item_get (other, JX_FIELD_INDICATOR_LEVEL3), jx_item_get (other, JX_FIELD_INDICATOR_VALUE));
}

static char *
dup_value_note (const JxLibraryEntry *entry, int before)
{
  int year;
  const char *value = jx_library_entry_get_value (entry, before, &year);

  return value && year > 0 ? g_strdup_printf (_("%d: %s"), year, value) : g_strdup (value);
}

static void
add_names (JxSheetSuggest *suggest)
{
  JxLibrary *library = jx_library_keeper_get_library (jx_library_keeper_get_default ());
  const char *level2 = get (suggest->item, JX_FIELD_INDICATOR_LEVEL2);
  g_autoptr (GPtrArray) entries = jx_library_search (library, "", level2);
  int year = get_year (suggest->item);

  visit_others (suggest, add_group_names_cb, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const JxLibraryEntry *entry = entries->pdata[i];
      g_autofree char *note = dup_value_note (entry, year);

      add_known (suggest, entry->level3, note);
    }
  visit_others (suggest, add_field_cb, NULL);
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = GPOINTER_TO_UINT (g_hash_table_lookup (data, *(char *const *) a)), other = GPOINTER_TO_UINT (g_hash_table_lookup (data, *(char *const *) b));

  return one > other ? -1 : one < other ? 1 : strcmp (*(char *const *) a, *(char *const *) b);
}

/* Those of its own group count most. */
static void
count_unit_cb (JxSheetSuggest *suggest, const JxItem *other, gpointer data)
{
  g_autoptr (JxTargetValue) value = jx_target_value_parse (jx_item_get (other, JX_FIELD_INDICATOR_VALUE));
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (data, value->unit));

  if (value->unit[0])
    g_hash_table_insert (data, g_strdup (value->unit), GUINT_TO_POINTER (count + (is_of_group (suggest->item, other) ? 1000 : 1)));
}

static void
list_units (JxSheetSuggest *suggest)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer unit;

  visit_others (suggest, count_unit_cb, counts);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &unit, NULL))
    g_ptr_array_add (suggest->units, g_strdup (unit));
  g_ptr_array_sort_with_data (suggest->units, compare_counts, counts);
  for (guint i = 0; i < G_N_ELEMENTS (usual_units); i++)
    if (!g_hash_table_contains (counts, usual_units[i]))
      g_ptr_array_add (suggest->units, g_strdup (usual_units[i]));
  g_ptr_array_add (suggest->units, NULL);
}

static void
add_same_name_cb (JxSheetSuggest *suggest, const JxItem *other, gpointer data)
{
  if (jx_fold_equal (jx_item_get (other, JX_FIELD_INDICATOR_LEVEL3), data))
    add_known (suggest, jx_item_get (other, JX_FIELD_INDICATOR_VALUE), _("this document"));
}

static void
add_values (JxSheetSuggest *suggest)
{
  const char *name = get (suggest->item, JX_FIELD_INDICATOR_LEVEL3), *level2 = get (suggest->item, JX_FIELD_INDICATOR_LEVEL2);
  gboolean of_year = jx_item_get_kind (suggest->item) == JX_KIND_INDICATOR;
  const JxLibraryEntry *entry = name && of_year ? jx_library_find (jx_library_keeper_get_library (jx_library_keeper_get_default ()), suggest->item) : NULL;
  int year = get_year (suggest->item), used;
  const char *value = entry ? jx_library_entry_get_value (entry, year, &used) : NULL;

  if (value)
    {
      g_autofree char *note = used > 0 ? g_strdup_printf ("%d", used) : NULL;

      add_known (suggest, value, note);
    }
  if (name)
    visit_others (suggest, add_same_name_cb, (gpointer) name);
  if (level2 && strstr (level2, "时效") && year > 0)
    {
      g_autofree char *end = g_strdup_printf ("%d年12月31日前", year), *half = g_strdup_printf ("%d年6月30日前", year);

      add_known (suggest, end, NULL);
      add_known (suggest, half, NULL);
    }
}

/* What was reached is counted as what was aimed at is. */
static void
add_own_unit (JxSheetSuggest *suggest)
{
  g_autoptr (JxTargetValue) target = jx_target_value_parse (get (suggest->item, JX_FIELD_INDICATOR_VALUE));

  if (target->unit[0])
    g_ptr_array_add (suggest->units, g_strdup (target->unit));
  g_ptr_array_add (suggest->units, NULL);
}

static void
add_aspects (JxSheetSuggest *suggest)
{
  static const char *const signs[] = { "≥", "≤", "=", ">", "<", "定性" };

  for (guint i = 0; suggest->aspect == JX_ASPECT_SIGN && i < G_N_ELEMENTS (signs); i++)
    add_known (suggest, signs[i], NULL);
  if (suggest->aspect != JX_ASPECT_UNIT)
    return;

  list_units (suggest);
  for (guint i = 0; suggest->units->pdata[i]; i++)
    add_known (suggest, suggest->units->pdata[i], NULL);
}

/* The value aimed at, and those for 良, 中 and 差. */
static gboolean
is_target (JxField field)
{
  return jx_field_get_info (field)->type == JX_TYPE_TARGET;
}

static gboolean
is_reached (JxField field)
{
  return field == JX_FIELD_INDICATOR_ACTUAL || field == JX_FIELD_INDICATOR_PROGRESS || field == JX_FIELD_INDICATOR_EXPECTED;
}

static JxSheetSuggest *
make (const JxItem *item, JxField field, JxAspect aspect)
{
  JxSheetSuggest *suggest = g_new0 (JxSheetSuggest, 1);

  suggest->item = item;
  suggest->field = find_same (field);
  suggest->aspect = aspect;
  suggest->known = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  suggest->texts = g_hash_table_new (g_str_hash, g_str_equal);
  suggest->units = g_ptr_array_new_with_free_func (g_free);

  return suggest;
}

JxSheetSuggest *
jx_sheet_suggest_new_for (const JxBlank *blank)
{
  JxSheetSuggest *suggest;

  if (blank->part == NULL || blank->item == NULL || blank->part->type != JX_PART_FIELD)
    return NULL;
  if (blank->part->aspect == JX_ASPECT_WHOLE)
    return jx_sheet_suggest_new (blank->item, blank->field);

  suggest = make (blank->item, blank->field, blank->part->aspect);
  add_aspects (suggest);

  return suggest;
}

JxSheetSuggest *
jx_sheet_suggest_new (const JxItem *item, JxField field)
{
  JxSheetSuggest *suggest = make (item, field, JX_ASPECT_WHOLE);
  const JxProfile *profile = jx_profile_for (item);
  const char *const *names = NULL;

  field = suggest->field;
  if (field == JX_FIELD_INDICATOR_LEVEL1)
    names = jx_profile_list_level1 (profile);
  else if (field == JX_FIELD_INDICATOR_LEVEL2)
    names = jx_profile_list_level2 (profile, get (item, JX_FIELD_INDICATOR_LEVEL1));
  else if (field == JX_FIELD_INDICATOR_BASIS)
    names = jx_profile_list_bases (profile);

  for (guint i = 0; names && names[i]; i++)
    add_known (suggest, names[i], NULL);
  if (field == JX_FIELD_INDICATOR_BASIS)
    visit_others (suggest, add_field_cb, NULL);
  else if (field == JX_FIELD_INDICATOR_LEVEL3)
    add_names (suggest);
  else if (field == JX_FIELD_INDICATOR_VALUE)
    add_values (suggest);
  if (is_target (field))
    list_units (suggest);
  else if (is_reached (field))
    add_own_unit (suggest);

  return suggest;
}

void
jx_sheet_suggest_free (JxSheetSuggest *suggest)
{
  if (suggest == NULL)
    return;

  g_hash_table_unref (suggest->texts);
  g_ptr_array_unref (suggest->known);
  g_ptr_array_unref (suggest->units);
  g_free (suggest);
}

static gboolean
has_choice (GPtrArray *list, const char *text)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((JxSheetChoice *) list->pdata[i])->text, text))
      return TRUE;

  return FALSE;
}

static void
add_choice (GPtrArray *list, const char *text, const char *note)
{
  JxSheetChoice *choice;

  if (has_choice (list, text))
    return;

  choice = g_new (JxSheetChoice, 1);
  choice->text = g_strdup (text);
  choice->note = g_strdup (note);
  g_ptr_array_add (list, choice);
}

static void
add_unit (GPtrArray *list, JxSheetSuggest *suggest, const char *typed)
{
  g_autoptr (JxTargetValue) value = jx_target_value_parse (typed);
  const char *unit = suggest->units->pdata[0];

  if (value->type == JX_TARGET_NUMBER && value->unit[0] == '\0' && unit)
    {
      g_autofree char *whole = g_strconcat (typed, unit, NULL);

      add_choice (list, whole, NULL);
    }
}

GPtrArray *
jx_sheet_suggest_list (JxSheetSuggest *suggest, const char *typed)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  g_autofree char *folded = jx_fold (typed);

  if (is_reached (suggest->field) && typed[0])
    add_unit (list, suggest, typed);
  if (is_target (suggest->field) && suggest->aspect == JX_ASPECT_WHOLE && typed[0])
    {
      g_autoptr (GPtrArray) values = jx_target_suggest (typed, (const char *const *) suggest->units->pdata);

      for (guint i = 0; i < values->len && list->len < MAX_VALUES; i++)
        add_choice (list, values->pdata[i], NULL);
    }
  for (guint i = 0; i < suggest->known->len && list->len < MAX_SHOWN; i++)
    {
      const Known *known = suggest->known->pdata[i];

      if (strstr (known->folded, folded) && !g_str_equal (known->choice.text, typed))
        add_choice (list, known->choice.text, known->choice.note);
    }

  return list;
}
