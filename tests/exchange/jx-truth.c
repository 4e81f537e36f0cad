/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-truth.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "model/jx-path.h"

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static char *
without_white (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!jx_fold_is_blank (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

static gboolean
has_prefix_cb (gpointer key, gpointer value, gpointer prefix)
{
  return g_str_has_prefix (key, prefix);
}

void
jx_truth_put (GHashTable *table, const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, "=", 2);
  g_autofree char *path = NULL;
  g_autofree char *value = NULL;

  g_assert_nonnull (halves[1]);
  path = without_white (halves[0]);
  value = without_white (halves[1]);
  if (g_str_has_suffix (path, "*"))
    {
      path[strlen (path) - 1] = '\0';
      g_hash_table_foreach_remove (table, has_prefix_cb, path);
    }
  else if (*value == '\0')
    g_hash_table_remove (table, path);
  else
    g_hash_table_replace (table, g_steal_pointer (&path), g_steal_pointer (&value));
}

GHashTable *
jx_truth_copy (GHashTable *from)
{
  GHashTable *table = table_new ();
  GHashTableIter iter;
  gpointer key, value;

  if (from == NULL)
    return table;
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (table, g_strdup (key), g_strdup (value));

  return table;
}

static void
put (GHashTable *table, const char *prefix, JxField field, const char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (table, g_strconcat (prefix, jx_field_get_info (field)->xml_name, NULL), without_white (value));
}

static char *
dup_value (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return g_strdup (json_node_get_string (node));
}

/* The members of @object that are fields of @kind. */
static void
load_fields (GHashTable *table, const char *prefix, JsonObject *object, JxKind kind)
{
  JxField first;
  guint n;

  jx_field_get_range (kind, &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    {
      g_autofree char *value = NULL;

      if (json_object_has_member (object, jx_field_get_info (field)->json_key)
          && JSON_NODE_HOLDS_VALUE (json_object_get_member (object, jx_field_get_info (field)->json_key)))
        value = dup_value (object, jx_field_get_info (field)->json_key);
      put (table, prefix, field, value);
    }
}

static void
load_list (GHashTable *table, const char *prefix, JsonObject *object, const char *key, JxKind kind, JxField text_field)
{
  JsonArray *list = json_object_has_member (object, key) ? json_object_get_array_member (object, key) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s%s[%u]/", prefix, jx_kind_get_xml_name (kind), i + 1);

      if (text_field != JX_FIELD_NONE)
        put (table, path, text_field, json_array_get_string_element (list, i));
      else
        load_fields (table, path, json_array_get_object_element (list, i), kind);
      if (kind == JX_KIND_PROJECT)
        {
          JsonObject *project = json_array_get_object_element (list, i);

          load_list (table, path, project, "plan", JX_KIND_CHECKPOINT, JX_FIELD_NONE);
          load_list (table, path, project, "goals", JX_KIND_GOAL, JX_FIELD_GOAL_TEXT);
          load_list (table, path, project, "indicators", JX_KIND_INDICATOR, JX_FIELD_NONE);
        }
    }
}

GHashTable *
jx_truth_load (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  GHashTable *table = table_new ();
  JsonObject *root, *unit, *overview, *safeguards;
  g_autofree char *year = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  unit = json_object_get_object_member (root, "unit");
  overview = json_object_get_object_member (root, "overview");
  safeguards = json_object_get_object_member (overview, "safeguards");

  year = dup_value (root, "year");
  put (table, "", JX_FIELD_YEAR, year);
  put (table, "", JX_FIELD_UNIT_CODE, json_object_get_string_member (unit, "code"));
  put (table, "", JX_FIELD_UNIT_NAME, json_object_get_string_member (unit, "name"));
  put (table, "", JX_FIELD_OVERALL_GOAL, json_object_get_string_member (overview, "goal"));
  put (table, "", JX_FIELD_SAFEGUARDS_INTRO, json_object_get_string_member (safeguards, "intro"));
  load_list (table, "", overview, "sub_goals", JX_KIND_SUB_GOAL, JX_FIELD_NONE);
  load_list (table, "", safeguards, "measures", JX_KIND_MEASURE, JX_FIELD_MEASURE_TEXT);
  load_list (table, "", root, "projects", JX_KIND_PROJECT, JX_FIELD_NONE);

  return table;
}

static void
add_item (GHashTable *table, JxItem *item)
{
  JxKind kind = jx_item_get_kind (item);
  guint n_kinds, n;
  const JxKind *kinds = jx_kind_get_child_kinds (kind, &n_kinds);
  JxField first;

  jx_field_get_range (kind, &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    if (jx_item_get (item, field) != NULL && g_strcmp0 (jx_field_get_info (field)->xml_name, "mark") != 0)
      g_hash_table_insert (table, jx_path_to_string (item, field), without_white (jx_item_get (item, field)));
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < jx_item_count (item, kinds[k]); i++)
      add_item (table, jx_item_child (item, kinds[k], i));
}

GHashTable *
jx_truth_of (JxDocument *document)
{
  GHashTable *table = table_new ();

  add_item (table, jx_document_get_root (document));

  return table;
}

void
jx_truth_assert_equal (GHashTable *expected, GHashTable *actual)
{
  GHashTableIter iter;
  gpointer key, value;
  guint n_wrong = 0;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (actual, key), value) != 0)
      {
        g_test_message ("%s: expected “%s”, got “%s”", (char *) key, (char *) value, (char *) g_hash_table_lookup (actual, key));
        n_wrong++;
      }
  g_hash_table_iter_init (&iter, actual);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (expected, key))
      {
        g_test_message ("%s: got “%s”, expected nothing", (char *) key, (char *) value);
        n_wrong++;
      }

  g_assert_cmpuint (g_hash_table_size (expected), >, 0);
  g_assert_cmpuint (n_wrong, ==, 0);
}
