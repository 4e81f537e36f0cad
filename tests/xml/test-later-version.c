/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "jx-test.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN DECLARATION "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.7\">\n"
#define CLOSE "</goal-document>\n"

static const struct
{
  const char *name;
  const char *read;
  const char *written; /* NULL: the very bytes that were read */
} cases[] = {
  { "version", OPEN CLOSE, NULL },
  { "element", OPEN "  <year>2026</year>\n  <colour>red</colour>\n" CLOSE, NULL },
  { "empty-element", OPEN "  <colour/>\n  <colour/>\n" CLOSE, NULL },
  { "tree", OPEN "  <project>\n    <name>a</name>\n    <risks>\n      <risk level=\"3\">a &amp; b</risk>\n      <!-- why -->\n    </risks>\n  </project>\n" CLOSE, NULL },
  { "moved-to-the-end", OPEN "  <colour>red</colour>\n  <year>2026</year>\n" CLOSE, OPEN "  <year>2026</year>\n  <colour>red</colour>\n" CLOSE },
  { "in-a-row", OPEN "<project><goal><text>a</text><colour/></goal></project>" CLOSE,
    OPEN "  <project>\n    <goal>\n      <text>a</text>\n      <colour/>\n    </goal>\n  </project>\n" CLOSE },
  { "only-unknown-in-a-row", OPEN "  <measure>\n    <colour/>\n  </measure>\n" CLOSE, NULL },
  { "attribute-of-root", DECLARATION "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.2\" colour=\"a&#10;&lt;&quot;b\">\n" CLOSE, NULL },
  { "attribute-before-version", DECLARATION "<goal-document colour=\"red\" xmlns=\"urn:jixiao:goal-document:1\" version=\"1.2\">\n" CLOSE,
    DECLARATION "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.2\" colour=\"red\">\n" CLOSE },
  { "attribute-of-item", OPEN "  <project colour=\"red\" size=\"2\">\n  </project>\n  <project>\n  </project>\n" CLOSE, NULL },
  { "ampersand-in-attribute", OPEN "  <project colour=\"a &amp; b &amp;#38; c\">\n  </project>\n" CLOSE, NULL },
  { "attribute-of-field", OPEN "  <project>\n    <budget currency=\"CNY\">6.90</budget>\n  </project>\n" CLOSE, NULL },
  { "attribute-of-blank-field", OPEN "  <project>\n    <budget currency=\"CNY\"/>\n  </project>\n" CLOSE, NULL },
  { "element-in-field", OPEN "  <overall-goal lang=\"zh\">一 &lt; <b>二</b>三\n<br/></overall-goal>\n" CLOSE, NULL },
  { "only-element-in-field", OPEN "  <region><b>二</b></region>\n" CLOSE, NULL },
  { "known-name-elsewhere", OPEN "  <measure>\n    <project>\n      <name>a</name>\n    </project>\n  </measure>\n" CLOSE, NULL },
  { "another-order", OPEN "<project/><region>a</region><year>2026</year>" CLOSE,
    OPEN "  <year>2026</year>\n  <region>a</region>\n  <project>\n  </project>\n" CLOSE },
  { "another-namespace", OPEN "  <x:colour xmlns:x=\"urn:x\" x:deep=\"1\"><x:a/><b xmlns=\"\"/></x:colour>\n" CLOSE, NULL },
  { "prefix-of-root", DECLARATION "<goal-document xmlns=\"urn:jixiao:goal-document:1\" xmlns:x=\"urn:x\" version=\"1.7\"><x:colour><x:a/></x:colour><project x:b=\"1\" x:c=\"2\"/>" CLOSE,
    OPEN "  <project xmlns:x=\"urn:x\" x:b=\"1\" x:c=\"2\">\n  </project>\n  <x:colour xmlns:x=\"urn:x\"><x:a/></x:colour>\n" CLOSE },
  { "prefix-for-ours", DECLARATION "<j:goal-document xmlns:j=\"urn:jixiao:goal-document:1\" version=\"1.7\"><j:year>2026</j:year><colour/><j:size/></j:goal-document>",
    OPEN "  <year>2026</year>\n  <colour xmlns=\"\"/>\n  <j:size xmlns:j=\"urn:jixiao:goal-document:1\"/>\n" CLOSE },
  { "xml-attributes", OPEN "  <project xml:lang=\"zh\">\n    <name xml:space=\"preserve\"> a</name>\n  </project>\n" CLOSE, NULL },
  { "cdata", OPEN "  <colour><![CDATA[a<b]]></colour>\n" CLOSE, OPEN "  <colour>a&lt;b</colour>\n" CLOSE },
};

static JxDocument *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  JxDocument *document = jx_xml_read_data (text, strlen (text), "later.jixiao", &error);

  g_assert_no_error (error);
  return document;
}

static char *
write_text (JxDocument *document)
{
  g_autoptr (GBytes) bytes = jx_xml_to_bytes (document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_kept (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *expected = cases[i].written != NULL ? cases[i].written : cases[i].read;
  g_autoptr (JxDocument) document = read_text (cases[i].read);
  g_autofree char *written = write_text (document);
  g_autoptr (JxDocument) again = read_text (written);
  g_autofree char *rewritten = write_text (again);

  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpstr (rewritten, ==, expected);
}

/* What is around a value stays when the value is changed; what was in it goes, and comes back by undo. */
static void
test_changed_value (void)
{
  g_autoptr (JxDocument) document = read_text (OPEN "  <region a=\"1\">一<b/></region>\n" CLOSE);
  JxItem *root = jx_document_get_root (document);
  g_autoptr (JxEdit) edit = jx_edit_new_set (root, JX_FIELD_REGION, "二");
  g_autoptr (JxEdit) inverse = NULL;
  g_autoptr (JxEdit) redo = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (jx_item_get (root, JX_FIELD_REGION), ==, "一");
  inverse = jx_document_apply (document, edit, NULL);
  changed = write_text (document);
  g_assert_cmpstr (changed, ==, OPEN "  <region a=\"1\">二</region>\n" CLOSE);

  redo = jx_document_apply (document, inverse, NULL);
  undone = write_text (document);
  g_assert_cmpstr (undone, ==, OPEN "  <region a=\"1\">一<b/></region>\n" CLOSE);
}

/* A document that takes a project of a later one is of that version, or it could not be read again. */
static void
test_copied (void)
{
  g_autoptr (JxDocument) later = read_text (OPEN "  <project a=\"1\">\n    <name b=\"2\">c</name>\n    <d/>\n  </project>\n" CLOSE);
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autofree char *written = NULL;

  jx_item_append (jx_document_get_root (document),
                  jx_item_copy (document, jx_item_child (jx_document_get_root (later), JX_KIND_PROJECT, 0)));
  written = write_text (document);
  g_assert_cmpstr (written, ==, OPEN "  <project a=\"1\">\n    <name b=\"2\">c</name>\n    <d/>\n  </project>\n" CLOSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/later-version/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kept);
    }
  g_test_add_func ("/xml/later-version/changed-value", test_changed_value);
  g_test_add_func ("/xml/later-version/copied", test_copied);

  return g_test_run ();
}
