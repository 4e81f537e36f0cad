/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every form of projects, written for a whole document in every format and taken in again, gives back
 * all it shows: written once more it is the same page. */
#include <string.h>

#include "exchange/jx-export-html.h"
#include "exchange/jx-export.h"
#include "exchange/jx-import.h"
#include "jx-test.h"
#include "xml/jx-xml-reader.h"

static const char *const samples[] = { "data/samples/yunxi-2025.jixiao", "data/samples/yunxi.jixiao" };
static const char *const formats[] = { "docx", "html", "xlsx", "text" };

typedef struct
{
  const JxForm *form;
  const char *format;
} Case;

static void
test_round (gconstpointer data)
{
  const Case *c = data;
  const JxForm *all = jx_form_set_get_repeated (jx_form_set_get_default (), c->form);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = jx_test_source (samples[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (JxDocument) document = jx_xml_read_file (path, &error);
      g_autoptr (GBytes) bytes = jx_export (c->format, all, jx_document_get_root (document), NULL, NULL, &error);
      g_autoptr (JxReport) report = NULL;
      g_autoptr (JxDocument) imported = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_assert_no_error (error);
      imported = jx_import_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a", &report, &error);
      g_assert_no_error (error);
      for (guint n = 0; n < jx_report_list (report)->len; n++)
        g_test_message ("%s: %s", ((JxReportEntry *) jx_report_list (report)->pdata[n])->text,
                        ((JxReportEntry *) jx_report_list (report)->pdata[n])->message);
      g_assert_cmpuint (jx_report_count (report, JX_REPORT_GUESSED) + jx_report_count (report, JX_REPORT_LEFT), ==, 0);
      g_assert_cmpstr (jx_report_get_form (report, NULL), ==, jx_form_get_id (c->form));

      before = jx_export_html (all, jx_document_get_root (document), NULL);
      after = jx_export_html (all, jx_document_get_root (imported), NULL);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int argc, char **argv)
{
  GPtrArray *forms;

  /* Without folders of each test's own: the forms are listed before the first. */
  g_test_init (&argc, &argv, NULL);

  forms = jx_form_set_list (jx_form_set_get_default ());
  for (guint i = 0; i < forms->len; i++)
    for (gsize f = 0; f < G_N_ELEMENTS (formats) && jx_form_get_subject (forms->pdata[i]) == JX_KIND_PROJECT; f++)
      {
        g_autofree char *name = g_strdup_printf ("/exchange/forms-round/%s/%s", jx_form_get_id (forms->pdata[i]), formats[f]);
        Case *c = g_new (Case, 1);

        *c = (Case) { forms->pdata[i], formats[f] };
        g_test_add_data_func_full (name, c, test_round, g_free);
      }

  return g_test_run ();
}
