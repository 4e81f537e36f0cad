/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-variant.h"

#include <string.h>

#include "jx-test.h"
#include "jx-truth.h"

typedef struct
{
  GHashTable *texts;  /* of bases, by name */
  GHashTable *truths; /* of bases: path → value */
  GPtrArray *variants;
  GString *text; /* (nullable): of the base being read */
  GHashTable *truth;
  JxVariant *variant;
} Reading;

static void
variant_free (gpointer data)
{
  JxVariant *variant = data;

  g_free (variant->name);
  g_free (variant->text);
  g_strfreev (variant->styles);
  g_free (variant->bytes);
  g_hash_table_unref (variant->truth);
  g_ptr_array_unref (variant->told);
  g_free (variant);
}

static void
replace_all (char **text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (*text, from, -1);

  g_free (*text);
  *text = g_strjoinv (to, parts);
}

static void
change (JxVariant *variant, const char *rule)
{
  g_auto (GStrv) halves = g_strsplit (rule, " => ", 2);

  g_assert_nonnull (halves[1]);
  replace_all (&halves[0], "¶", "\n");
  replace_all (&halves[1], "¶", "\n");
  if (strcmp (halves[0], "^") == 0)
    {
      g_autofree char *old = variant->text;

      variant->text = g_strconcat (halves[1], old, NULL);
      return;
    }
  if (strstr (variant->text, halves[0]) == NULL)
    g_error ("%s: nothing to change: %s", variant->name, halves[0]);
  replace_all (&variant->text, halves[0], halves[1]);
}

/* Everything from one line to before another. */
static void
cut (JxVariant *variant, const char *rule)
{
  g_auto (GStrv) halves = g_strsplit (rule, " … ", 2);
  char *from, *to;

  replace_all (&halves[0], "¶", "\n");
  from = strstr (variant->text, halves[0]);
  to = from != NULL && halves[1] != NULL ? strstr (from, halves[1]) : NULL;

  g_assert_nonnull (from);
  if (to != NULL)
    memmove (from, to, strlen (to) + 1);
  else
    *from = '\0';
}

static void
read_variant_line (Reading *reading, const char *line)
{
  JxVariant *variant = reading->variant;
  const char *rest = strchr (line, ' ');

  if (*line == '\0')
    return;
  g_assert_nonnull (rest);
  rest++;
  if (g_str_has_prefix (line, "of "))
    {
      g_assert_nonnull (g_hash_table_lookup (reading->texts, rest));
      variant->text = g_strdup (g_hash_table_lookup (reading->texts, rest));
      variant->truth = jx_truth_copy (g_hash_table_lookup (reading->truths, rest));
    }
  else if (g_str_has_prefix (line, "styles "))
    {
      g_strfreev (variant->styles);
      variant->styles = g_strsplit (rest, " ", -1);
    }
  else if (g_str_has_prefix (line, "bytes "))
    variant->bytes = g_strdup (rest);
  else if (g_str_has_prefix (line, "s "))
    change (variant, rest);
  else if (g_str_has_prefix (line, "cut "))
    cut (variant, rest);
  else if (g_str_has_prefix (line, "want "))
    jx_truth_put (variant->truth, rest);
  else if (g_str_has_prefix (line, "told "))
    g_ptr_array_add (variant->told, g_strdup (rest));
  else if (g_str_has_prefix (line, "left "))
    variant->n_left = (guint) g_ascii_strtoull (rest, NULL, 10);
  else if (g_str_has_prefix (line, "guessed "))
    variant->n_guessed = (guint) g_ascii_strtoull (rest, NULL, 10);
  else
    g_error ("%s: %s", variant->name, line);
}

static void
begin_section (Reading *reading, const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, "[ ]", -1);
  const char *kind = words[1];
  const char *name = words[2];

  reading->text = NULL;
  reading->truth = NULL;
  reading->variant = NULL;
  if (strcmp (kind, "text") == 0)
    {
      reading->text = g_string_new (NULL);
      g_hash_table_insert (reading->texts, g_strdup (name), NULL);
    }
  else if (strcmp (kind, "truth") == 0)
    {
      reading->truth = jx_truth_copy (NULL);
      g_hash_table_insert (reading->truths, g_strdup (name), reading->truth);
    }
  else
    {
      reading->variant = g_new0 (JxVariant, 1);
      reading->variant->name = g_strdup (name);
      reading->variant->styles = g_strsplit ("tabs flat rows pipes", " ", -1);
      reading->variant->told = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (reading->variants, reading->variant);
    }
}

static void
load_file (Reading *reading, const char *path)
{
  g_autofree char *contents = jx_test_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);
  g_autofree char *name = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean begins = lines[i][0] == '[' && g_ascii_islower (lines[i][1]);

      if (lines[i][0] == '#')
        continue;
      if ((begins || lines[i + 1] == NULL) && reading->text != NULL)
        g_hash_table_insert (reading->texts, g_steal_pointer (&name), g_string_free (reading->text, FALSE));
      if (begins)
        {
          g_auto (GStrv) words = g_strsplit_set (lines[i], "[ ]", -1);

          begin_section (reading, lines[i]);
          g_free (name);
          name = g_strdup (words[2]);
        }
      else if (reading->text != NULL && lines[i + 1] != NULL)
        g_string_append_printf (reading->text, "%s\n", lines[i]);
      else if (reading->truth != NULL && *lines[i] != '\0')
        jx_truth_put (reading->truth, lines[i]);
      else if (reading->variant != NULL)
        read_variant_line (reading, lines[i]);
    }
  reading->text = NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

GPtrArray *
jx_variants_load (const char *folder)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) truths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  Reading reading = { texts, truths, g_ptr_array_new_with_free_func (variant_free) };
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    load_file (&reading, names->pdata[i]);

  return reading.variants;
}
