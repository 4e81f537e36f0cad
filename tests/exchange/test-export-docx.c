/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a Word document is made of, and what LibreOffice makes of it; that it is taken in again as the same document: test-export-round. */
#include <gio/gio.h>
#include <libxml/parser.h>
#include <string.h>

#include "exchange/jx-export-docx.h"
#include "exchange/jx-import.h"
#include "jx-generated.h"
#include "jx-nasty.h"
#include "jx-packed.h"
#include "jx-test.h"
#include "jx-written.h"
#include "model/jx-diff.h"
#include "model/jx-item-build.h"

/* So many of them are enough for a word processor, which takes its time. */
#define N_OPENED 5
/* The first of them; its document has this sentence. */
#define SEED 0
#define SAFEGUARDS "按照县里要求推进。"
#define CORRECTED "按照省里要求推进。"

static const JxForm *
get_form (const char *id, JxKind kind)
{
  return jx_form_set_find (jx_form_set_get_default (), id, kind);
}

static JxDocument *
import (const char *path)
{
  g_autoptr (GError) error = NULL;
  JxDocument *document = jx_import_file (path, NULL, &error);

  g_assert_no_error (error);

  return document;
}

/* Text that XML and Word take for something else. */
static void
test_odd_words (void)
{
  static const char text[] = "甲<乙>&\"丙\"\t丁  戊\x01\n\n己\xEF\xBF\xBF";
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JxDocument) imported = NULL;

  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇<政府>");
  jx_item_init (project, JX_FIELD_PROJECT_NAME, "河道&清淤");
  jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, text);
  jx_item_append (root, project);
  jx_document_finish_building (document);

  bytes = jx_written_new ("docx", document);
  imported = jx_written_take (bytes);
  project = jx_item_child (jx_document_get_root (imported), JX_KIND_PROJECT, 0);
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_NAME), ==, "河道&清淤");
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_PURPOSE), ==, "甲<乙>&\"丙\"\t丁  戊\n\n己");
}

static void
test_parts (void)
{
  static const char * const parts[] = {
    "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/_rels/document.xml.rels", "word/settings.xml",
    "word/footer1.xml", "word/footer2.xml", "word/footer3.xml", "word/footer4.xml", "word/document.xml", "word/styles.xml", "word/fontTable.xml",
  };
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = import (path);
  g_autoptr (GBytes) bytes = jx_written_new ("docx", document);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = jx_written_read_part (bytes, parts[i]);
      xmlDoc *xml = xmlReadMemory (text, (int) strlen (text), parts[i], NULL, XML_PARSE_NONET);

      g_assert_nonnull (xml);
      xmlFreeDoc (xml);
    }
}

/* What makes it a document of Word's and not just text. */
static void
test_shape (void)
{
  const char * const pages[] = { "1", "2", "33", NULL };
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = import (path);
  guint n_projects = jx_item_count (jx_document_get_root (document), JX_KIND_PROJECT);
  g_autoptr (GBytes) bytes = jx_export_docx (get_form ("hebei-document", JX_KIND_DOCUMENT), jx_document_get_root (document), pages, NULL);
  g_autofree char *text = jx_written_read_part (bytes, "word/document.xml");
  g_autofree char *styles = jx_written_read_part (bytes, "word/styles.xml");
  g_autofree char *core = jx_written_read_part (bytes, "docProps/core.xml");

  g_assert_cmpuint (jx_written_count (text, "<w:sectPr>"), ==, 3);
  g_assert_cmpuint (jx_written_count (text, "w:val=\"Heading1\""), ==, 2);
  g_assert_cmpuint (jx_written_count (text, "<w:tblHeader/>"), ==, n_projects);
  g_assert_cmpuint (jx_written_count (text, "<w:tbl>"), ==, 2 * n_projects);
  g_assert_cmpuint (jx_written_count (text, "<w:tr>"), ==, jx_written_count (text, "<w:cantSplit/>"));
  g_assert_cmpuint (jx_written_count (text, "TOC \\o"), ==, 1);
  g_assert_cmpuint (jx_written_count (text, " PAGEREF "), ==, 2 + 3 + n_projects);
  g_assert_cmpuint (jx_written_count (text, "<w:t>33</w:t>"), ==, 1);
  g_assert_cmpuint (jx_written_count (text, "w:w=\"11906\" w:h=\"16838\""), ==, 3);
  g_assert_nonnull (strstr (text, "<w:vMerge w:val=\"restart\"/>"));
  g_assert_nonnull (strstr (styles, "方正小标宋简体"));
  g_assert_nonnull (strstr (styles, "<w:outlineLvl w:val=\"0\"/>"));
  g_assert_nonnull (strstr (core, "<dc:creator>"));
}

/* Upright pages have their number at the foot; those that lie across at their left edge. */
static void
test_turned (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = import (path);
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);
  g_autoptr (GBytes) upright = jx_export_docx (get_form ("hebei-goal-table", JX_KIND_PROJECT), project, NULL, NULL);
  g_autoptr (GBytes) across = jx_export_docx (get_form ("ministry-monitoring", JX_KIND_PROJECT), project, NULL, NULL);
  g_autofree char *upright_text = jx_written_read_part (upright, "word/document.xml");
  g_autofree char *across_text = jx_written_read_part (across, "word/document.xml");
  g_autofree char *relations = jx_written_read_part (across, "word/_rels/document.xml.rels");
  g_autofree char *footer = jx_written_read_part (across, "word/footer3.xml");

  g_assert_nonnull (strstr (upright_text, "w:type=\"default\" r:id=\"rId4\""));
  g_assert_nonnull (strstr (across_text, "w:type=\"default\" r:id=\"rId6\""));
  g_assert_nonnull (strstr (relations, "Id=\"rId6\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer3.xml\""));
  g_assert_nonnull (strstr (footer, "<w:textDirection w:val=\"tbRl\"/>"));
}

static JxFigure *
draw_none (JxItem *item, JxFigureFormat format, double width_pt)
{
  JxFigure *figure = g_new0 (JxFigure, 1);

  g_assert_cmpint (format, ==, JX_FIGURE_PNG);
  g_assert_cmpfloat (width_pt, >, 400);
  figure->image = g_bytes_new_static ("PNG", 3);
  figure->width_pt = width_pt;
  figure->height_pt = 100;
  figure->title = g_strdup ("进度<图>");
  figure->description = g_strdup ("支出\"超过\"计划");

  return figure;
}

/* A picture at the end of the department's part and of each project's; they are nothing to take in. */
static void
test_figures (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = import (path);
  guint n_projects = jx_item_count (jx_document_get_root (document), JX_KIND_PROJECT);
  g_autoptr (GBytes) bytes = jx_export_docx (get_form (NULL, JX_KIND_DOCUMENT), jx_document_get_root (document), NULL, draw_none);
  g_autoptr (JxDocument) taken = jx_written_take (bytes);
  g_autofree char *text = jx_written_read_part (bytes, "word/document.xml");
  g_autofree char *relations = jx_written_read_part (bytes, "word/_rels/document.xml.rels");
  g_autofree char *last = g_strdup_printf ("word/media/image%u.png", n_projects + 1);
  g_autofree char *picture = jx_written_read_part (bytes, last);

  jx_written_assert_same (document, taken);
  g_assert_cmpuint (jx_written_count (text, "<w:drawing>"), ==, 1 + n_projects);
  g_assert_cmpuint (jx_written_count (text, "descr=\"支出&quot;超过&quot;计划\""), ==, 1 + n_projects);
  g_assert_cmpuint (jx_written_count (relations, "/image\""), ==, 1 + n_projects);
  g_assert_cmpstr (picture, ==, "PNG");
}

/* One word corrected in the file is one difference. */
static void
assert_correction (JxDocument *document, GBytes *bytes)
{
  g_autofree char *text = jx_written_read_part (bytes, "word/document.xml");
  const JxPackedPart parts[] = { { "word/document.xml", text }, { NULL } };
  g_autoptr (GBytes) corrected = NULL;
  g_autoptr (JxDocument) imported = NULL;
  g_autoptr (GArray) differences = NULL;
  const JxDifference *difference;

  g_assert_cmpuint (jx_written_count (text, SAFEGUARDS), ==, 1);
  memcpy (strstr (text, SAFEGUARDS), CORRECTED, strlen (CORRECTED));
  corrected = jx_packed_new (parts);

  imported = jx_written_take (corrected);
  differences = jx_diff (document, imported);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = &g_array_index (differences, JxDifference, 0);
  g_assert_cmpint (difference->type, ==, JX_DIFFERENCE_CHANGED);
  g_assert_cmpint (difference->field, ==, JX_FIELD_SAFEGUARDS_INTRO);
  g_assert_cmpstr (jx_item_get (difference->b, JX_FIELD_SAFEGUARDS_INTRO), ==, CORRECTED);
}

static void
test_corrected (void)
{
  g_autoptr (JxDocument) document = jx_generated_new (SEED);
  g_autoptr (GBytes) bytes = jx_written_new ("docx", document);

  assert_correction (document, bytes);
}

/* Has LibreOffice open and save all Word documents in @folder, into @folder/saved. */
static void
open_and_save (const char *program, const char *folder)
{
  g_autofree char *command = g_strdup_printf ("'%s' -env:UserInstallation=file://%s/profile --headless --convert-to docx"
                                              " --outdir %s/saved %s/*.docx", program, folder, folder, folder);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  /* Its warnings are its own affair. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  process = g_subprocess_launcher_spawn (launcher, &error, "sh", "-c", command, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static JxDocument *
make_generated (guint index)
{
  return jx_generated_new (SEED + index);
}

static JxDocument *
make_nasty (guint index)
{
  return jx_nasty_new ();
}

static JxDocument *
read_sample (guint index)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");

  return import (path);
}

static JxDocument *
read_real (guint index)
{
  g_autofree char *path = jx_test_shared ("seed/goal-document.txt");

  return path != NULL ? import (path) : NULL;
}

/* The documents that LibreOffice opens and saves, all at once: it takes its time to start. */
static JxDocument *
make_document (guint index)
{
  static JxDocument *(*const others[]) (guint) = { make_nasty, read_sample, read_real };

  return index < N_OPENED ? make_generated (index) : others[index - N_OPENED] (index);
}

static char *
dup_path (const char *folder, guint index)
{
  return g_strdup_printf ("%s/%u.docx", folder, index);
}

static void
save_documents (const char *folder)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_OPENED + 3; i++)
    {
      g_autoptr (JxDocument) document = make_document (i);
      g_autoptr (GBytes) bytes = document != NULL ? jx_written_new ("docx", document) : NULL;
      g_autofree char *path = dup_path (folder, i);

      if (bytes == NULL)
        continue;
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
    }
}

static void
test_opened_and_saved (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *folder = NULL;
  g_autofree char *saved = NULL;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice (soffice) is not installed: what it saves is NOT tested");
      return;
    }

  folder = g_build_filename (g_get_user_cache_dir (), "office", NULL);
  saved = g_build_filename (folder, "saved", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  save_documents (folder);
  open_and_save (program, folder);
  for (guint i = 0; i < N_OPENED + 3; i++)
    {
      g_autoptr (JxDocument) document = make_document (i);
      g_autofree char *path = dup_path (saved, i);
      g_autoptr (JxDocument) imported = document != NULL ? import (path) : NULL;

      if (document == NULL)
        continue;
      g_test_message ("document %u", i);
      jx_written_assert_same (document, imported);
      if (i == 0)
        {
          gsize length;
          char *data = jx_test_read (path, &length);
          g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);

          assert_correction (document, bytes);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/export-docx/odd-words", test_odd_words);
  g_test_add_func ("/exchange/export-docx/parts", test_parts);
  g_test_add_func ("/exchange/export-docx/shape", test_shape);
  g_test_add_func ("/exchange/export-docx/turned", test_turned);
  g_test_add_func ("/exchange/export-docx/figures", test_figures);
  g_test_add_func ("/exchange/export-docx/corrected", test_corrected);
  g_test_add_func ("/exchange/export-docx/opened-and-saved", test_opened_and_saved);

  return g_test_run ();
}
