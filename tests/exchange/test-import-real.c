/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real documents beside the checkout, held against an independent reading of them. */
#include <glib.h>

#include "exchange/jx-import.h"
#include "jx-test.h"
#include "jx-truth.h"

#define TRUTH "seed/goal-document.json"

static void
tell_report (JxReport *report, JxDocument *document)
{
  g_autofree char *summary = jx_report_summarise (report, document);
  guint certainty;
  const char *form = jx_report_get_form (report, &certainty);

  g_test_message ("%s (%s, %u %%)", summary, form, certainty);
  for (guint i = 0; i < jx_report_list (report)->len; i++)
    {
      const JxReportEntry *entry = jx_report_list (report)->pdata[i];

      if (entry->type != JX_REPORT_TAKEN)
        g_test_message ("%s %u “%s” %s: %s", jx_report_type_get_name (entry->type), entry->line, entry->text,
                        entry->path != NULL ? entry->path : "-", entry->message);
    }
}

static JxDocument *
import (const char *name, JxReport **report)
{
  g_autofree char *path = jx_test_shared (name);
  g_autoptr (GError) error = NULL;
  JxDocument *document;

  if (path == NULL)
    return NULL;
  document = jx_import_file (path, report, &error);
  g_assert_no_error (error);
  tell_report (*report, document);

  return document;
}

static void
test_whole (gconstpointer data)
{
  g_autoptr (JxReport) report = NULL;
  g_autoptr (JxDocument) document = import (data, &report);
  g_autofree char *truth = jx_test_shared (TRUTH);
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) actual = NULL;

  if (document == NULL || truth == NULL)
    return;

  expected = jx_truth_load (truth);
  actual = jx_truth_of (document);
  jx_truth_assert_equal (expected, actual);
  g_assert_cmpint (jx_document_sum (document, JX_FIELD_PROJECT_BUDGET), ==, 1245820000);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), ==, 0);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_TAKEN), ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/exchange/import-real/tabs", "seed/goal-document.txt", test_whole);
  g_test_add_data_func ("/exchange/import-real/flat", "samples/hebei/goal-document.soffice.txt", test_whole);
  g_test_add_data_func ("/exchange/import-real/grids", "samples/hebei/goal-document.pandoc.txt", test_whole);

  return g_test_run ();
}
