/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real documents beside the checkout, held against an independent reading of them. */
#include <glib.h>
#include <string.h>

#include "base/jx-error.h"
#include "base/jx-fold.h"
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

/* What LibreOffice reads for us. */
static void
test_office (gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("soffice");

  if (program == NULL)
    g_test_skip ("LibreOffice (soffice) is not installed: the real document in old formats is NOT tested");
  else
    test_whole (data);
}

static void
test_pdf (void)
{
  g_autofree char *path = jx_test_shared ("samples/hebei/goal-document.pdf");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;

  g_assert_null (jx_import_file (path, NULL, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "This is a PDF"));
}

/* "6.90" as "6.9": a sheet that formats its numbers as general does not have the noughts. */
static gboolean
lose_noughts_cb (gpointer key, gpointer value, gpointer user_data)
{
  char *digits = value;

  if ((g_str_has_suffix (key, "/budget") || g_str_has_suffix (key, "/fiscal")) && strchr (digits, '.') != NULL)
    {
      while (g_str_has_suffix (digits, "0"))
        digits[strlen (digits) - 1] = '\0';
      if (g_str_has_suffix (digits, "."))
        digits[strlen (digits) - 1] = '\0';
    }

  return FALSE;
}

static void
test_workbook (void)
{
  g_autoptr (JxReport) report = NULL;
  g_autoptr (JxDocument) document = import ("samples/hebei/goal-document.xlsx", &report);
  g_autofree char *truth = jx_test_shared (TRUTH);
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) actual = NULL;

  if (document == NULL || truth == NULL)
    return;

  expected = jx_truth_load (truth);
  g_hash_table_foreach_remove (expected, lose_noughts_cb, NULL);
  actual = jx_truth_of (document);
  jx_truth_assert_equal (expected, actual);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), ==, 0);
}

/* The report's entry about @path, for itself or for what holds it. */
static gboolean
is_reported (JxReport *report, const char *path)
{
  for (guint i = 0; i < jx_report_list (report)->len; i++)
    {
      const JxReportEntry *entry = jx_report_list (report)->pdata[i];

      if (entry->type == JX_REPORT_GUESSED && g_strcmp0 (entry->path, path) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_left (JxReport *report, const char *value)
{
  for (guint i = 0; i < jx_report_list (report)->len; i++)
    {
      const JxReportEntry *entry = jx_report_list (report)->pdata[i];
      g_autofree char *left = jx_fold (entry->text);
      g_autofree char *wanted = jx_fold (value);

      if (entry->type == JX_REPORT_LEFT && strstr (left, wanted) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A page's columns: what is taken is right or told as a guess; what is missing is told as left. */
static void
test_laid_out (void)
{
  static const char * const certain[] = {
    "unit-code", "unit-name", "overall-goal", "safeguards-intro", "sub-goal[13]/indicator", "measure[7]/text",
    "project[1]/code", "project[1]/name", "project[1]/budget", "project[1]/fiscal", "project[1]/purpose",
    "project[1]/checkpoint[3]/month", "project[1]/checkpoint[3]/plan", "project[1]/goal[1]/text",
    "project[6]/name", "project[8]/name", "project[9]/name", "project[9]/budget", "project[9]/goal[2]/text",
  };
  g_autoptr (JxReport) report = NULL;
  g_autoptr (JxDocument) document = import ("samples/hebei/goal-document.pdftotext.txt", &report);
  g_autofree char *truth = jx_test_shared (TRUTH);
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) actual = NULL;
  GHashTableIter iter;
  gpointer key, value;
  guint n_missing = 0;
  guint n_wrong = 0;

  if (document == NULL || truth == NULL)
    return;

  expected = jx_truth_load (truth);
  actual = jx_truth_of (document);
  g_hash_table_iter_init (&iter, actual);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (expected, key), value) != 0)
      {
        g_test_message ("%s is “%s”", (char *) key, (char *) value);
        g_assert_true (is_reported (report, key));
        n_wrong++;
      }
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (actual, key) && strstr (key, "/indicator[") == NULL)
      {
        g_test_message ("%s is missing", (char *) key);
        g_assert_true (is_left (report, value));
        n_missing++;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (certain); i++)
    g_assert_cmpstr (g_hash_table_lookup (actual, certain[i]), ==, g_hash_table_lookup (expected, certain[i]));
  /* Every row of the indicators is told, and nothing was made of them. */
  g_assert_cmpuint (jx_item_count (jx_document_get_root (document), JX_KIND_PROJECT), ==, 9);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), >=, 45);
  g_assert_true (is_left (report, "≥300人"));
  g_assert_cmpuint (n_wrong, <=, 2);
  g_assert_cmpuint (n_missing, ==, 0);
  g_assert_cmpint (jx_document_sum (document, JX_FIELD_PROJECT_BUDGET), ==, 1245820000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/exchange/import-real/tabs", "seed/goal-document.txt", test_whole);
  g_test_add_data_func ("/exchange/import-real/flat", "samples/hebei/goal-document.soffice.txt", test_whole);
  g_test_add_data_func ("/exchange/import-real/grids", "samples/hebei/goal-document.pandoc.txt", test_whole);
  g_test_add_data_func ("/exchange/import-real/html", "samples/hebei/goal-document.html", test_whole);
  g_test_add_data_func ("/exchange/import-real/docx", "samples/hebei/goal-document.docx", test_whole);
  g_test_add_data_func ("/exchange/import-real/odt", "samples/hebei/goal-document.odt", test_office);
  g_test_add_data_func ("/exchange/import-real/doc", "samples/hebei/goal-document.doc", test_office);
  g_test_add_data_func ("/exchange/import-real/rtf", "samples/hebei/goal-document.rtf", test_office);
  g_test_add_func ("/exchange/import-real/pdf", test_pdf);
  g_test_add_func ("/exchange/import-real/workbook", test_workbook);
  g_test_add_func ("/exchange/import-real/laid-out", test_laid_out);

  return g_test_run ();
}
