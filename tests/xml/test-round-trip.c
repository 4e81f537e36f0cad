/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "jx-test.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

#define N_DOCUMENTS 60

/* Pieces of text that a careless reader or writer changes. */
static const char *const pieces[] = {
  "青禾县", "云溪镇", "  ", " ", "\t", "&", "&amp;", "&#13;", "<", ">", "]]>", "<![CDATA[", "<!--", "\"", "'", "%s",
  "　", "\xC2\xA0", "\xEF\xBB\xBF", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBF\xBD", "\xEF\xBF\xBC", "\xF0\x9F\x8C\xBE",
  "\xF4\x8F\xBF\xBD", "≥2.07万元", "e\xCC\x81", "\xE2\x80\x8B", "6.90", "（一）", "x",
};

static char *
make_text (GRand *rand, gboolean lines, guint max_characters)
{
  g_autoptr (GString) text = g_string_new (NULL);
  /* Now and then longer than what the parser tells at once. */
  int n_pieces = g_rand_int_range (rand, 0, 100) == 0 ? 2000 : g_rand_int_range (rand, 1, 12);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, lines && g_rand_int_range (rand, 0, 5) == 0
                             ? "\n" : pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_utf8_substring (text->str, 0, MIN (g_utf8_strlen (text->str, -1), (glong) max_characters));
}

static char *
make_value (GRand *rand, const JxFieldInfo *info)
{
  switch (info->type)
    {
    case JX_TYPE_TEXT:
      return make_text (rand, TRUE, info->max_characters);
    case JX_TYPE_AMOUNT:
      return g_strdup_printf ("%d.%0*d", g_rand_int (rand) >> 1, g_rand_int_range (rand, 1, 7), g_rand_int_range (rand, 0, 10));
    case JX_TYPE_PERCENT:
    case JX_TYPE_SCORE:
      return g_strdup_printf ("%d.%0*d", g_rand_int_range (rand, 0, 1000), g_rand_int_range (rand, 1, 10), g_rand_int_range (rand, 0, 10));
    case JX_TYPE_YEAR:
      return g_strdup_printf ("%d", g_rand_int_range (rand, 1949, 3000));
    case JX_TYPE_MONTH:
      return g_strdup_printf ("%d", g_rand_int_range (rand, 1, 13));
    default:
      return make_text (rand, FALSE, info->max_characters);
    }
}

static void
fill (JxItem *item, GRand *rand)
{
  const JxKind *kinds;
  JxField first;
  guint count, n_kinds;

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    if (g_rand_boolean (rand))
      {
        g_autofree char *value = make_value (rand, jx_field_get_info (first + i));

        g_assert_true (jx_field_check (first + i, value, NULL));
        jx_item_init (item, first + i, value);
      }

  kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
      {
        JxItem *child = jx_item_new (jx_item_get_document (item), kinds[i]);

        jx_item_append (item, child);
        fill (child, rand);
      }
}

static JxDocument *
make_document (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  JxDocument *document = jx_document_new ();

  fill (jx_document_get_root (document), rand);
  jx_document_finish_building (document);
  return document;
}

static void
assert_same_items (const JxItem *a, const JxItem *b)
{
  const JxKind *kinds;
  JxField first;
  guint count, n_kinds;

  jx_field_get_range (jx_item_get_kind (a), &first, &count);
  for (guint i = 0; i < count; i++)
    g_assert_cmpstr (jx_item_get (a, first + i), ==, jx_item_get (b, first + i));

  kinds = jx_kind_get_child_kinds (jx_item_get_kind (a), &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_assert_cmpuint (jx_item_count (a, kinds[i]), ==, jx_item_count (b, kinds[i]));
      for (guint j = 0; j < jx_item_count (a, kinds[i]); j++)
        assert_same_items (jx_item_child (a, kinds[i], j), jx_item_child (b, kinds[i], j));
    }
}

static JxDocument *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  JxDocument *document = jx_xml_read_data (data, length, "made.jixiao", &error);

  g_assert_no_error (error);
  return document;
}

static void
test_documents (void)
{
  for (guint seed = 0; seed < N_DOCUMENTS; seed++)
    {
      g_autoptr (JxDocument) document = make_document (seed);
      g_autoptr (GBytes) first = jx_xml_to_bytes (document);
      g_autoptr (GBytes) second = jx_xml_to_bytes (document);
      g_autoptr (JxDocument) again = read_bytes (first);
      g_autoptr (GBytes) third = jx_xml_to_bytes (again);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (g_bytes_equal (first, third));
      assert_same_items (jx_document_get_root (document), jx_document_get_root (again));
    }
}

/* A file read in many pieces. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "made.jixiao", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (JxDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  /* Well over the 64 KiB that are read at once. */
  for (guint i = 0; i < 300; i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

      jx_item_append (jx_document_get_root (document), project);
      fill (project, rand);
    }
  jx_document_finish_building (document);

  g_assert_true (jx_xml_save (document, path, &error));
  g_assert_no_error (error);
  again = jx_xml_read_file (path, &error);
  g_assert_no_error (error);
  assert_same_items (jx_document_get_root (document), jx_document_get_root (again));

  g_unlink (path);
  g_rmdir (folder);
}

/* What the generator of large documents makes, through a file and through xmllint. */
static void
test_generated (gconstpointer generator)
{
  g_autofree char *folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "made.jixiao", NULL);
  g_autofree char *schema = jx_test_source ("data/schema/goal-document.rng");
  const char *make[] = { generator, "300", path, NULL };
  const char *lint[] = { "xmllint", "--stream", "--noout", "--relaxng", schema, path, NULL };
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) make, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_spawn_sync (NULL, (char **) lint, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                               &status, &error));
  g_assert_cmpint (status, ==, 0);

  document = jx_xml_read_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jx_item_count (jx_document_get_root (document), JX_KIND_PROJECT), ==, 300);
  again = jx_xml_to_bytes (document);
  contents = jx_test_read (path, &length);
  g_assert_cmpmem (contents, length, g_bytes_get_data (again, NULL), g_bytes_get_size (again));

  g_unlink (path);
  g_rmdir (folder);
}

static void
print_fault_cb (void *data, xmlErrorPtr fault)
{
  g_test_message ("line %d: %s", fault->line, fault->message);
}

static void
test_validates (void)
{
  g_autofree char *path = jx_test_source ("data/schema/goal-document.rng");
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);

  g_assert_nonnull (schema);
  for (guint seed = 0; seed < N_DOCUMENTS; seed++)
    {
      g_autoptr (JxDocument) document = make_document (seed);
      g_autoptr (GBytes) bytes = jx_xml_to_bytes (document);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      xmlDoc *tree = xmlReadMemory (data, length, "made.jixiao", NULL, XML_PARSE_NONET);
      xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);

      xmlRelaxNGSetValidStructuredErrors (context, print_fault_cb, NULL);
      g_assert_cmpint (xmlRelaxNGValidateDoc (context, tree), ==, 0);
      xmlRelaxNGFreeValidCtxt (context);
      xmlFreeDoc (tree);
    }

  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

/* The very bytes: one element a line, in the order of the table, two blanks a level. */
static void
test_form (void)
{
  static const char expected[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.0\">\n"
    "  <year>2026</year>\n"
    "  <overall-goal>一 &amp; 二\n 三\t</overall-goal>\n"
    "  <measure/>\n"
    "  <project>\n"
    "    <budget>6.90</budget>\n"
    "    <checkpoint>\n"
    "      <month>3</month>\n"
    "    </checkpoint>\n"
    "    <goal/>\n"
    "  </project>\n"
    "  <project>\n"
    "  </project>\n"
    "</goal-document>\n";
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (GBytes) bytes = NULL;
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  JxItem *checkpoint = jx_item_new (document, JX_KIND_CHECKPOINT);

  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "一 & 二\n 三\t");
  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_append (root, project);
  jx_item_append (root, jx_item_new (document, JX_KIND_PROJECT));
  jx_item_append (root, jx_item_new (document, JX_KIND_MEASURE));
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "6.90");
  jx_item_append (project, jx_item_new (document, JX_KIND_GOAL));
  jx_item_append (project, checkpoint);
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, "3");

  bytes = jx_xml_to_bytes (document);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
assert_version (JxDocument *document, const char *version)
{
  g_autoptr (GBytes) bytes = jx_xml_to_bytes (document);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *said = g_strdup_printf (" version=\"%s\"", version);

  g_assert_nonnull (strstr (text, said));
}

/* A file says the lowest version that has all it holds, so that older programs read it as long as they can. */
static void
test_version (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  JxItem *indicator = jx_item_new (document, JX_KIND_INDICATOR);

  jx_item_append (jx_document_get_root (document), project);
  jx_item_append (project, indicator);
  for (JxField field = 0; field < JX_N_FIELDS; field++)
    {
      JxKind kind = jx_field_get_info (field)->kind;
      JxItem *item = kind == JX_KIND_PROJECT ? project : kind == JX_KIND_INDICATOR ? indicator : NULL;

      if (item == NULL)
        continue;
      jx_item_init (item, field, "6");
      assert_version (document, jx_field_get_info (field)->since_minor == 0 ? "1.0" : "1.1");
      jx_item_init (item, field, NULL);
    }
  assert_version (document, "1.0");

  /* A row that says nothing yet is there all the same. */
  jx_item_append (project, jx_item_new (document, JX_KIND_TERM_GOAL));
  assert_version (document, "1.1");
}

/* The same document as other programs may write it. */
static void
test_other_spellings (void)
{
  static const char *const spellings[] = {
    "<goal-document version='1.0' xmlns='urn:jixiao:goal-document:1'><region>青禾 &amp;\t县</region><project><name>a</name></project></goal-document>",
    "\xEF\xBB\xBF<?xml version='1.0'?>\r\n<goal-document xmlns='urn:jixiao:goal-document:1' version='1.0'>\r\n"
    "<region><![CDATA[青禾 &]]>&#x9;<!-- a comment -->县</region>\r\n<!-- another --><project><?look?><name>a</name></project></goal-document>",
    "<j:goal-document xmlns:j='urn:jixiao:goal-document:1' version='1.0'><j:region>&#x9752;禾 &#38;&#9;县</j:region><j:project><j:name>a</j:name></j:project></j:goal-document>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JxDocument) document = jx_xml_read_data (spellings[i], strlen (spellings[i]), "other.jixiao", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (jx_item_get (jx_document_get_root (document), JX_FIELD_REGION), ==, "青禾 &\t县");
      g_assert_nonnull (jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0));
    }
}

static void
test_other_encodings (void)
{
  static const struct { const char *charset; const char *name; } encodings[] = {
    { "UTF-16LE", "UTF-16" }, { "UTF-16BE", "UTF-16" }, { "GB18030", "GB18030" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s<?xml version='1.0' encoding='%s'?><goal-document xmlns='urn:jixiao:goal-document:1' version='1.0'>"
                                               "<region>青禾县</region></goal-document>",
                                               g_str_has_prefix (encodings[i].name, "UTF") ? "\xEF\xBB\xBF" : "", encodings[i].name);
      gsize length;
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = g_convert (text, -1, encodings[i].charset, "UTF-8", NULL, &length, &error);
      g_autoptr (JxDocument) document = NULL;

      g_assert_no_error (error);
      document = jx_xml_read_data (bytes, length, "other.jixiao", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (jx_item_get (jx_document_get_root (document), JX_FIELD_REGION), ==, "青禾县");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/xml/round-trip/documents", test_documents);
  g_test_add_func ("/xml/round-trip/file", test_file);
  g_test_add_func ("/xml/round-trip/validates", test_validates);
  /* The build names the generator. */
  g_assert_cmpint (argc, ==, 2);
  g_test_add_data_func ("/xml/round-trip/generated", argv[1], test_generated);
  g_test_add_func ("/xml/round-trip/form", test_form);
  g_test_add_func ("/xml/round-trip/version", test_version);
  g_test_add_func ("/xml/round-trip/other-spellings", test_other_spellings);
  g_test_add_func ("/xml/round-trip/other-encodings", test_other_encodings);

  return g_test_run ();
}
