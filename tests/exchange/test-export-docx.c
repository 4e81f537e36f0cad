/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document written for Word and imported again is the same document. */
#include <gio/gio.h>
#include <libxml/parser.h>
#include <string.h>

#include "exchange/jx-export-docx.h"
#include "exchange/jx-import.h"
#include "exchange/jx-zip.h"
#include "jx-generated.h"
#include "jx-packed.h"
#include "jx-test.h"
#include "jx-truth.h"
#include "model/jx-diff.h"
#include "model/jx-item-build.h"

#define N_DOCUMENTS 60
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

static GBytes *
export (JxDocument *document)
{
  return jx_export_docx (get_form (NULL, JX_KIND_DOCUMENT), jx_document_get_root (document), NULL);
}

static void
assert_same (JxDocument *document, JxDocument *imported)
{
  g_autoptr (GHashTable) expected = jx_truth_of (document);
  g_autoptr (GHashTable) actual = jx_truth_of (imported);
  g_autoptr (GArray) differences = jx_diff (document, imported);

  jx_truth_assert_equal (expected, actual);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
assert_round (JxDocument *document)
{
  g_autoptr (GBytes) bytes = export (document);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) imported = jx_import_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a.docx", NULL, &error);

  g_assert_no_error (error);
  assert_same (document, imported);
  again = export (imported);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_generated (void)
{
  for (guint seed = 0; seed < N_DOCUMENTS; seed++)
    {
      g_autoptr (JxDocument) document = jx_generated_new (seed);

      g_test_message ("document %u", seed);
      assert_round (document);
    }
}

static JxDocument *
import (const char *path)
{
  g_autoptr (GError) error = NULL;
  JxDocument *document = jx_import_file (path, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
test_sample (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = import (path);

  assert_round (document);
}

static void
test_real (void)
{
  g_autofree char *path = jx_test_shared ("seed/goal-document.txt");
  g_autoptr (JxDocument) document = NULL;

  if (path == NULL)
    return;
  document = import (path);
  assert_round (document);
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

  bytes = export (document);
  imported = jx_import_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a.docx", NULL, NULL);
  g_assert_nonnull (imported);
  project = jx_item_child (jx_document_get_root (imported), JX_KIND_PROJECT, 0);
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_NAME), ==, "河道&清淤");
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_PURPOSE), ==, "甲<乙>&\"丙\"\t丁  戊\n\n己");
}

static gboolean
gather_cb (const char *data, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, data, (gssize) length);

  return TRUE;
}

static GString *
read_part (GBytes *bytes, const char *part)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxZip) zip = jx_zip_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a.docx", &error);

  g_assert_no_error (error);
  jx_zip_read (zip, part, gather_cb, text, &error);
  g_assert_no_error (error);

  return text;
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;

  return n;
}

static void
test_parts (void)
{
  static const char * const parts[] = {
    "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/_rels/document.xml.rels", "word/settings.xml",
    "word/footer1.xml", "word/footer2.xml", "word/document.xml", "word/styles.xml", "word/fontTable.xml",
  };
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = import (path);
  g_autoptr (GBytes) bytes = export (document);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GString *text = read_part (bytes, parts[i]);
      xmlDoc *xml = xmlReadMemory (text->str, (int) text->len, parts[i], NULL, XML_PARSE_NONET);

      g_assert_nonnull (xml);
      xmlFreeDoc (xml);
      g_string_free (text, TRUE);
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
  g_autoptr (GBytes) bytes = jx_export_docx (get_form ("hebei-document", JX_KIND_DOCUMENT), jx_document_get_root (document), pages);
  GString *text = read_part (bytes, "word/document.xml");
  GString *styles = read_part (bytes, "word/styles.xml");
  GString *core = read_part (bytes, "docProps/core.xml");

  g_assert_cmpuint (count (text->str, "<w:sectPr>"), ==, 3);
  g_assert_cmpuint (count (text->str, "w:val=\"Heading1\""), ==, 2);
  g_assert_cmpuint (count (text->str, "<w:tblHeader/>"), ==, n_projects);
  g_assert_cmpuint (count (text->str, "<w:tbl>"), ==, 2 * n_projects);
  g_assert_cmpuint (count (text->str, "<w:tr>"), ==, count (text->str, "<w:cantSplit/>"));
  g_assert_cmpuint (count (text->str, "TOC \\o"), ==, 1);
  g_assert_cmpuint (count (text->str, " PAGEREF "), ==, 2 + 3 + n_projects);
  g_assert_cmpuint (count (text->str, "<w:t>33</w:t>"), ==, 1);
  g_assert_cmpuint (count (text->str, "w:w=\"11906\" w:h=\"16838\""), ==, 3);
  g_assert_nonnull (strstr (text->str, "<w:vMerge w:val=\"restart\"/>"));
  g_assert_nonnull (strstr (styles->str, "方正小标宋简体"));
  g_assert_nonnull (strstr (styles->str, "<w:outlineLvl w:val=\"0\"/>"));
  g_assert_nonnull (strstr (core->str, "<dc:creator>"));
  g_string_free (text, TRUE);
  g_string_free (styles, TRUE);
  g_string_free (core, TRUE);
}

/* One word corrected in the file is one difference. */
static void
assert_correction (JxDocument *document, GBytes *bytes)
{
  GString *text = read_part (bytes, "word/document.xml");
  const JxPackedPart parts[] = { { "word/document.xml", text->str }, { NULL } };
  g_autoptr (GBytes) corrected = NULL;
  g_autoptr (JxDocument) imported = NULL;
  g_autoptr (GArray) differences = NULL;
  const JxDifference *difference;

  g_assert_cmpuint (count (text->str, SAFEGUARDS), ==, 1);
  memcpy (strstr (text->str, SAFEGUARDS), CORRECTED, strlen (CORRECTED));
  corrected = jx_packed_new (parts);
  g_string_free (text, TRUE);

  imported = jx_import_data (g_bytes_get_data (corrected, NULL), g_bytes_get_size (corrected), "a.docx", NULL, NULL);
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
  g_autoptr (GBytes) bytes = export (document);

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

static void
save_documents (const char *folder)
{
  g_autoptr (GError) error = NULL;

  for (guint seed = SEED; seed < SEED + N_OPENED; seed++)
    {
      g_autoptr (JxDocument) document = jx_generated_new (seed);
      g_autoptr (GBytes) bytes = export (document);
      g_autofree char *path = g_strdup_printf ("%s/%u.docx", folder, seed);

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
    }
}

static void
test_opened_and_saved (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *folder = NULL;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice (soffice) is not installed: what it saves is NOT tested");
      return;
    }

  folder = g_build_filename (g_get_user_cache_dir (), "office", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  save_documents (folder);
  open_and_save (program, folder);
  for (guint seed = SEED; seed < SEED + N_OPENED; seed++)
    {
      g_autoptr (JxDocument) document = jx_generated_new (seed);
      g_autofree char *path = g_strdup_printf ("%s/saved/%u.docx", folder, seed);
      g_autoptr (JxDocument) imported = import (path);

      g_test_message ("document %u", seed);
      assert_same (document, imported);
      if (seed == SEED)
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

  g_test_add_func ("/exchange/export-docx/generated", test_generated);
  g_test_add_func ("/exchange/export-docx/sample", test_sample);
  g_test_add_func ("/exchange/export-docx/real", test_real);
  g_test_add_func ("/exchange/export-docx/odd-words", test_odd_words);
  g_test_add_func ("/exchange/export-docx/parts", test_parts);
  g_test_add_func ("/exchange/export-docx/shape", test_shape);
  g_test_add_func ("/exchange/export-docx/corrected", test_corrected);
  g_test_add_func ("/exchange/export-docx/opened-and-saved", test_opened_and_saved);

  return g_test_run ();
}
