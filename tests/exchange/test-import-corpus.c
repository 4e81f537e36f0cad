/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as bureaux and their converters make them, each with what it must be read as:
 * tests/exchange/corpus, whose README tells how they are written. */
#include <glib.h>
#include <locale.h>
#include <string.h>

#include "exchange/jx-import.h"
#include "jx-packed.h"
#include "jx-test.h"
#include "jx-truth.h"

typedef struct
{
  GHashTable *truth;
  GPtrArray *told; /* (element-type utf8) */
  char *form;
  guint lowest, highest; /* how sure it may be */
  guint n_left, n_guessed;
} Want;

static void
want_clear (Want *want)
{
  g_hash_table_unref (want->truth);
  g_ptr_array_unref (want->told);
  g_free (want->form);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Want, want_clear)

static guint
read_number (const char *text)
{
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

static void
load_want (Want *want, const char *path)
{
  g_autofree char *contents = jx_test_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);

  *want = (Want) { jx_truth_copy (NULL), g_ptr_array_new_with_free_func (g_free), NULL, 0, 100, 0, 0 };
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      const char *rest = strchr (line, ' ');

      if (*line == '\0' || *line == '#')
        continue;
      g_assert_nonnull (rest);
      if (g_str_has_prefix (line, "told "))
        g_ptr_array_add (want->told, g_strdup (rest + 1));
      else if (g_str_has_prefix (line, "form "))
        want->form = g_strdup (rest + 1);
      else if (g_str_has_prefix (line, "left "))
        want->n_left = read_number (rest + 1);
      else if (g_str_has_prefix (line, "guessed "))
        want->n_guessed = read_number (rest + 1);
      else if (g_str_has_prefix (line, "sure "))
        {
          g_assert_nonnull (strchr (rest + 1, ' '));
          want->lowest = read_number (rest + 1);
          want->highest = read_number (strchr (rest + 1, ' ') + 1);
        }
      else
        jx_truth_put (want->truth, line);
    }
}

static GBytes *
load_source (const char *path)
{
  gsize length;
  g_autofree char *text = jx_test_read (path, &length);

  if (g_str_has_suffix (path, ".docx.xml"))
    return jx_packed_new_docx (text, NULL, NULL);
  if (g_str_has_suffix (path, ".xlsx.txt"))
    return jx_packed_new_book (text);

  return g_bytes_new_take (g_steal_pointer (&text), length);
}

static gboolean
is_told (JxReport *report, const char *words)
{
  for (guint i = 0; i < jx_report_list (report)->len; i++)
    {
      const JxReportEntry *entry = jx_report_list (report)->pdata[i];

      if (strstr (entry->text, words) != NULL || strstr (entry->message, words) != NULL || g_strcmp0 (entry->path, words) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
tell (JxReport *report)
{
  for (guint i = 0; i < jx_report_list (report)->len; i++)
    {
      const JxReportEntry *entry = jx_report_list (report)->pdata[i];

      g_test_message ("%s %u “%s” %s: %s", jx_report_type_get_name (entry->type), entry->line, entry->text,
                      entry->path != NULL ? entry->path : "-", entry->message);
    }
}

static void
test_source (gconstpointer data)
{
  const char *path = data;
  gsize length = (gsize) (strchr (strrchr (path, '/'), '.') - path);
  g_autofree char *want_path = g_strdup_printf ("%.*s.want", (int) length, path);
  g_autoptr (GBytes) bytes = load_source (path);
  g_auto (Want) want = { 0 };
  g_autoptr (JxReport) report = NULL;
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GHashTable) actual = NULL;
  g_autoptr (GError) error = NULL;
  guint certainty;

  load_want (&want, want_path);
  document = jx_import_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a", &report, &error);
  g_assert_no_error (error);
  tell (report);
  actual = jx_truth_of (document);
  if (g_hash_table_size (want.truth) > 0)
    jx_truth_assert_equal (want.truth, actual);
  else
    g_assert_cmpuint (g_hash_table_size (actual), ==, 0);
  for (guint i = 0; i < want.told->len; i++)
    {
      g_test_message ("told: %s", (char *) want.told->pdata[i]);
      g_assert_true (is_told (report, want.told->pdata[i]));
    }
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), <=, want.n_left);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_GUESSED), <=, want.n_guessed);
  if (want.form != NULL)
    g_assert_cmpstr (jx_report_get_form (report, &certainty), ==, want.form);
  jx_report_get_form (report, &certainty);
  g_assert_cmpuint (certainty, >=, want.lowest);
  g_assert_cmpuint (certainty, <=, want.highest);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = jx_test_source ("tests/exchange/corpus");
  g_autoptr (GDir) dir = NULL;
  const char *name;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".want") && !g_str_has_suffix (name, ".md"))
      {
        g_autofree char *bare = g_strndup (name, strcspn (name, "."));
        g_autofree char *test = g_strconcat ("/exchange/import-corpus/", bare, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_source, g_free);
      }

  return g_test_run ();
}
