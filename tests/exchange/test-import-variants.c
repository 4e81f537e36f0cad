/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other people's documents have different, in the several ways programs write tables as text. */
#include <glib.h>
#include <locale.h>
#include <string.h>

#include "exchange/jx-import.h"
#include "jx-test.h"
#include "jx-truth.h"
#include "jx-variant.h"

typedef struct
{
  const JxVariant *variant;
  const char *style;
} Case;

static gboolean
is_told (JxReport *report, const char *words)
{
  for (guint i = 0; i < jx_report_list (report)->len; i++)
    {
      const JxReportEntry *entry = jx_report_list (report)->pdata[i];

      if (entry->type != JX_REPORT_TAKEN && (strstr (entry->text, words) != NULL || strstr (entry->message, words) != NULL
                                             || g_strcmp0 (entry->path, words) == 0))
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

      if (entry->type != JX_REPORT_TAKEN)
        g_test_message ("%s %u “%s” %s: %s", jx_report_type_get_name (entry->type), entry->line, entry->text,
                        entry->path != NULL ? entry->path : "-", entry->message);
    }
}

static void
test_variant (gconstpointer data)
{
  const Case *test = data;
  const JxVariant *variant = test->variant;
  g_autoptr (JxReport) report = NULL;
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GHashTable) actual = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  text = jx_variant_render (variant, test->style, &length);
  document = jx_import_data (text, length, "a.txt", &report, &error);
  g_assert_no_error (error);
  tell (report);

  actual = jx_truth_of (document);
  jx_truth_assert_equal (variant->truth, actual);
  for (guint i = 0; i < variant->told->len; i++)
    {
      g_test_message ("told: %s", (char *) variant->told->pdata[i]);
      g_assert_true (is_told (report, variant->told->pdata[i]));
    }
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), <=, variant->n_left);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_GUESSED), <=, variant->n_guessed);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = jx_test_source ("tests/exchange/variants");
  g_autoptr (GPtrArray) variants = NULL;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  variants = jx_variants_load (folder);
  g_assert_cmpuint (variants->len, >, 0);
  for (guint i = 0; i < variants->len; i++)
    {
      const JxVariant *variant = variants->pdata[i];

      for (guint s = 0; variant->styles[s] != NULL; s++)
        {
          g_autofree char *name = g_strdup_printf ("/exchange/import-variants/%s/%s", variant->name, variant->styles[s]);
          Case *test = g_new (Case, 1);

          *test = (Case) { variant, variant->styles[s] };
          g_test_add_data_func_full (name, test, test_variant, g_free);
        }
    }

  return g_test_run ();
}
