/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/relaxng.h>
#include <string.h>
#include <unistd.h>

#include "base/jx-error.h"
#include "jx-test.h"
#include "xml/jx-xml-reader.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ROOT "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.0\">"
#define DOCUMENT(body) DECLARATION ROOT "\n" body "</goal-document>\n"
#define LATER(body) DECLARATION "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.7\">\n" body "</goal-document>\n"

#define CUT "the file ends before the document does; it was cut short, copy it again or take it from a backup"
#define NOT_OURS "this is not a goal document; choose a .jixiao file, or import a document of another kind"
#define NOT_TEXT "there are bytes that are no text; save the file as UTF-8 again or take it from a backup"

typedef struct
{
  const char *name;
  const char *data;
  JxError code;
  int line;
  const char *sentence;
} Case;

/* What a schema of 1.0 must refuse as well. */
static const Case structure_cases[] = {
  { "unknown-element", DOCUMENT ("  <project>\n    <colour>red</colour>\n  </project>\n"), JX_ERROR_STRUCTURE, 4,
    "<colour> has no place in “Project”; remove it or correct its name" },
  { "element-of-another-place", DOCUMENT ("  <budget>6.90</budget>\n"), JX_ERROR_STRUCTURE, 3,
    "<budget> has no place in “Goal document”; remove it or correct its name" },
  { "element-of-another-namespace", DOCUMENT ("  <project xmlns=\"urn:x\"/>\n"), JX_ERROR_STRUCTURE, 3,
    "<project> has no place in “Goal document”; remove it or correct its name" },
  { "project-in-project", DOCUMENT ("<project>\n<project/></project>\n"), JX_ERROR_STRUCTURE, 4,
    "<project> has no place in “Project”; remove it or correct its name" },
  { "field-twice", DOCUMENT ("<project>\n<name>a</name>\n<name>b</name></project>\n"), JX_ERROR_STRUCTURE, 5,
    "“Project name” stands twice in one “Project”; remove one of them" },
  { "field-too-late", DOCUMENT ("<project>\n<budget>1</budget>\n<name>b</name></project>\n"), JX_ERROR_STRUCTURE, 5,
    "“Project name” comes too late in “Project”; move it before “Budget”" },
  { "field-after-list", DOCUMENT ("<project>\n<goal/>\n<name>b</name></project>\n"), JX_ERROR_STRUCTURE, 5,
    "“Project name” comes too late in “Project”; move it before “Goal”" },
  { "list-too-late", DOCUMENT ("<project/>\n<measure/>\n"), JX_ERROR_STRUCTURE, 4,
    "“Safeguard measure” comes too late in “Goal document”; move it before “Project”" },
  { "text-between", DOCUMENT ("<project>\n about money <name>b</name></project>\n"), JX_ERROR_STRUCTURE, 4,
    "text stands between the parts of “Project” (“about money”); put it into one of them or remove it" },
  { "long-text-between", DOCUMENT ("云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇\n"), JX_ERROR_STRUCTURE, 3,
    "text stands between the parts of “Goal document” (“云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇云溪”); put it into one of them or remove it" },
  { "element-in-field", DOCUMENT ("<region>a<b>c</b></region>\n"), JX_ERROR_STRUCTURE, 3,
    "“Region” holds <b>, but may hold only text; remove the tag" },
  { "attribute-of-item", DOCUMENT ("<project\n colour=\"red\"/>\n"), JX_ERROR_STRUCTURE, 4,
    "“Project” has an unknown attribute “colour”; remove it" },
  { "attribute-of-field", DOCUMENT ("<year colour=\"red\">2026</year>\n"), JX_ERROR_STRUCTURE, 3,
    "“Year” has an unknown attribute “colour”; remove it" },
  { "attribute-of-root", DECLARATION "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.0\" x=\"\"/>", JX_ERROR_STRUCTURE, 2,
    "“Goal document” has an unknown attribute “x”; remove it" },
  { "amount", DOCUMENT ("<project>\n<budget>6,90</budget></project>\n"), JX_ERROR_VALUE, 4,
    "“6,90” is not an amount for “Budget”; write 万元 in digits, such as 6.90" },
  { "amount-too-large", DOCUMENT ("<project>\n<budget>1000000000001</budget></project>\n"), JX_ERROR_VALUE, 4,
    "“1000000000001” is not an amount for “Budget”; write 万元 in digits, such as 6.90" },
  { "percent", DOCUMENT ("<project>\n<checkpoint>\n<plan>-25</plan></checkpoint></project>\n"), JX_ERROR_VALUE, 5,
    "“-25” is not a percentage for “Planned share”; write a number from 0 to 100" },
  { "month", DOCUMENT ("<project>\n<checkpoint>\n<month>13</month></checkpoint></project>\n"), JX_ERROR_VALUE, 5,
    "“13” is not a month; write a number from 1 to 12" },
  { "year", DOCUMENT ("<year>\n26\n</year>\n"), JX_ERROR_VALUE, 3,
    "“ 26 ” is not a year; write four digits, such as 2026" },
  { "score", DOCUMENT ("<project>\n<indicator>\n<weight>ten</weight></indicator></project>\n"), JX_ERROR_VALUE, 5,
    "“ten” is not a number for “Weight”; write digits, such as 12.5" },
  { "no-namespace", "<goal-document version=\"1.0\"/>", JX_ERROR_STRUCTURE, 1,
    "the namespace “” is not that of goal documents; write xmlns=\"urn:jixiao:goal-document:1\" in <goal-document>" },
  { "wrong-namespace", DECLARATION "<goal-document xmlns=\"urn:x\" version=\"1.0\"/>", JX_ERROR_STRUCTURE, 2,
    "the namespace “urn:x” is not that of goal documents; write xmlns=\"urn:jixiao:goal-document:1\" in <goal-document>" },
  { "no-version", "<goal-document xmlns=\"urn:jixiao:goal-document:1\"/>", JX_ERROR_STRUCTURE, 1,
    "the version “” of the document is not known; write version=\"1.0\" in <goal-document>" },
  { "bad-version", "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"one\"/>", JX_ERROR_STRUCTURE, 1,
    "the version “one” of the document is not known; write version=\"1.0\" in <goal-document>" },
  { "version-zero", "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"0.9\"/>", JX_ERROR_STRUCTURE, 1,
    "the version “0.9” of the document is not known; write version=\"1.0\" in <goal-document>" },
  { "later-major", "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"2.0\"/>", JX_ERROR_UNSUPPORTED, 1,
    "the document was made by a later Jixiao (version 2.0); open it with a newer Jixiao" },
  { "later-namespace", "<goal-document xmlns=\"urn:jixiao:goal-document:2\" version=\"2.0\"/>", JX_ERROR_UNSUPPORTED, 1,
    "the document was made by a later Jixiao (version 2); open it with a newer Jixiao" },
  { "another-root", "\n<html><body/></html>", JX_ERROR_SYNTAX, 2,
    "this is not a goal document but begins with <html>; choose a .jixiao file, or import a document of another kind" },
};

/* What never comes to a schema, or only the reader refuses. */
static const Case other_cases[] = {
  { "empty", "", JX_ERROR_SYNTAX, 1, "the file is empty; choose another or take it from a backup" },
  { "blank", "\n\n", JX_ERROR_SYNTAX, 1, NOT_OURS },
  { "plain-text", "2026年部门预算\n绩效文本\n", JX_ERROR_SYNTAX, 1, NOT_OURS },
  { "declaration-only", DECLARATION, JX_ERROR_SYNTAX, 2, NOT_OURS },
  { "cut-in-tag", DECLARATION ROOT "\n<project>\n<na", JX_ERROR_SYNTAX, 4, CUT },
  { "cut-in-text", DECLARATION ROOT "\n<project>\n<name>青禾", JX_ERROR_SYNTAX, 4, CUT },
  { "cut-in-character", DECLARATION ROOT "\n<project>\n<name>青\xE7\xA6", JX_ERROR_SYNTAX, 4, CUT },
  { "cut-after-item", DECLARATION ROOT "\n<project/>\n", JX_ERROR_SYNTAX, 3, CUT },
  { "tag-mismatch", DOCUMENT ("<project>\n<name>a</code></project>\n"), JX_ERROR_SYNTAX, 4,
    "an end tag does not fit the start tag <name>; close each element before the one around it" },
  { "lone-ampersand", DOCUMENT ("<region>a & b</region>\n"), JX_ERROR_SYNTAX, 3,
    "a “&” or “<” stands by itself; write “&amp;” or “&lt;”" },
  { "lone-less-than", DOCUMENT ("<region>a < b</region>\n"), JX_ERROR_SYNTAX, 3,
    "a “&” or “<” stands by itself; write “&amp;” or “&lt;”" },
  { "unknown-entity", DOCUMENT ("<region>a&nbsp;b</region>\n"), JX_ERROR_SYNTAX, 3,
    "“&nbsp;” is not known in these files; write the character itself" },
  { "attribute-twice", "<goal-document version=\"1.0\" version=\"1.0\"/>", JX_ERROR_SYNTAX, 1, NOT_OURS },
  { "attribute-twice-inside", DOCUMENT ("<project a=\"\" a=\"\"/>\n"), JX_ERROR_SYNTAX, 3,
    "the attribute “a” stands twice in one tag; remove one of them" },
  { "unbound-prefix", DOCUMENT ("<x:project/>\n"), JX_ERROR_SYNTAX, 3,
    "the XML is damaged here; mend it in a text editor or take the file from a backup" },
  { "after-the-end", DOCUMENT ("") "<more/>", JX_ERROR_SYNTAX, 4,
    "something follows after the end of the document; remove all after </goal-document>" },
  { "not-utf8", DOCUMENT ("<region>\xC7\xE0\xBA\xCC</region>\n"), JX_ERROR_SYNTAX, 3, NOT_TEXT },
  { "control-character", DOCUMENT ("<region>a\x01</region>\n"), JX_ERROR_SYNTAX, 3, NOT_TEXT },
  { "control-reference", DOCUMENT ("<region>a&#1;</region>\n"), JX_ERROR_SYNTAX, 3, NOT_TEXT },
  { "carriage-return", DOCUMENT ("<region>\na&#13;</region>\n"), JX_ERROR_VALUE, 3,
    "“Region” contains characters that cannot be stored; remove the control characters" },
  { "doctype", "<!DOCTYPE goal-document SYSTEM \"x.dtd\">\n" ROOT "</goal-document>", JX_ERROR_STRUCTURE, 1,
    "a goal document has no document type; remove <!DOCTYPE goal-document …> and what it declares" },
  { "entity-bomb", DECLARATION "<!DOCTYPE b [<!ENTITY a \"ha\"><!ENTITY c \"&a;&a;&a;&a;\">]>\n" ROOT "&c;</goal-document>",
    JX_ERROR_STRUCTURE, 2, "a goal document has no document type; remove <!DOCTYPE b …> and what it declares" },
  { "external-entity", DECLARATION "<!DOCTYPE b [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n" ROOT "&a;</goal-document>",
    JX_ERROR_STRUCTURE, 2, "a goal document has no document type; remove <!DOCTYPE b …> and what it declares" },
  { "later-twice", LATER ("<project>\n<name>a</name>\n<name>b</name></project>\n"), JX_ERROR_STRUCTURE, 5,
    "“Project name” stands twice in one “Project”; remove one of them" },
  { "later-bad-value", LATER ("<year colour=\"red\">26</year>\n"), JX_ERROR_VALUE, 3,
    "“26” is not a year; write four digits, such as 2026" },
  { "later-stray-text", LATER ("<new/>\ntext\n"), JX_ERROR_STRUCTURE, 4,
    "text stands between the parts of “Goal document” (“text”); put it into one of them or remove it" },
};

static void
assert_refused (const char *data, gsize length, const Case *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) document = jx_xml_read_data (data, length, "bad.jixiao", &error);
  g_autofree char *message = g_strdup_printf ("bad.jixiao:%d: %s", expected->line, expected->sentence);

  g_assert_null (document);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_error (error, JX_ERROR, (int) expected->code);
}

static void
test_refused (gconstpointer data)
{
  const Case *expected = data;

  assert_refused (expected->data, strlen (expected->data), expected);
}

static void
ignore_fault_cb (void *data, xmlErrorPtr fault)
{
}

/* The schema refuses what the reader refuses for its structure. */
static void
test_schema_refuses (void)
{
  g_autofree char *path = jx_test_source ("data/schema/goal-document.rng");
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);

  g_assert_nonnull (schema);
  for (guint i = 0; i < G_N_ELEMENTS (structure_cases); i++)
    {
      const Case *expected = &structure_cases[i];
      xmlDoc *tree = xmlReadMemory (expected->data, strlen (expected->data), expected->name, NULL, XML_PARSE_NONET);
      xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);

      g_assert_nonnull (tree);
      xmlRelaxNGSetValidStructuredErrors (context, ignore_fault_cb, NULL);
      if (xmlRelaxNGValidateDoc (context, tree) <= 0)
        g_error ("the schema takes %s", expected->name);
      xmlRelaxNGFreeValidCtxt (context);
      xmlFreeDoc (tree);
    }

  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

/* Wherever a document is cut, reading it ends with one sentence. */
static void
test_cut_anywhere (void)
{
  const char *whole = DOCUMENT ("<project>\n<name>青禾 &amp; &#x6751;</name>\n<!-- x --><goal><text><![CDATA[<a>]]></text></goal>\n</project>\n");
  gsize length = strlen (whole) - strlen (">\n");

  for (gsize i = 1; i <= length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JxDocument) document = jx_xml_read_data (whole, i, "bad.jixiao", &error);

      g_assert_null (document);
      g_assert_error (error, JX_ERROR, JX_ERROR_SYNTAX);
      if (i > strlen (DECLARATION ROOT))
        g_assert_true (g_str_has_suffix (error->message, CUT));
    }
}

static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint8 noise[4096];

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JxDocument) document = NULL;

      for (guint j = 0; j < sizeof noise; j++)
        noise[j] = g_rand_int_range (rand, 0, 256);
      document = jx_xml_read_data ((const char *) noise, sizeof noise, "noise", &error);
      g_assert_null (document);
      g_assert_error (error, JX_ERROR, JX_ERROR_SYNTAX);
      g_assert_true (g_str_has_suffix (error->message, NOT_OURS));
    }
}

/* A good document with one byte changed is read or refused, never more. */
static void
test_one_byte_changed (void)
{
  const char *whole = LATER ("<project a:b=\"1\" xmlns:a=\"u\">\n<name c=\"d\">青禾<x>&amp;</x></name>\n<new><!-- x --></new><goal/>\n</project>\n");
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JxDocument) document = NULL;
      g_autofree char *changed = g_strdup (whole);

      changed[g_rand_int_range (rand, 0, strlen (whole))] = g_rand_int_range (rand, 0, 256);
      document = jx_xml_read_data (changed, strlen (whole), "bad.jixiao", &error);
      g_assert_true ((document == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_str_has_prefix (error->message, "bad.jixiao:"));
    }
}

typedef struct
{
  const char *name;
  const char *head;
  const char *repeated;
  gsize n_bytes;
  JxError code;
  const char *sentence;
} Flood;

#define MIB (1024 * 1024)
#define THIRTY "云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇云溪镇"

static const Flood floods[] = {
  { "elements", "", "<a>", 1024 * (gsize) MIB, JX_ERROR_SYNTAX, "this is not a goal document but begins with <a>; choose a .jixiao file, or import a document of another kind" },
  { "elements-inside", DECLARATION ROOT, "<a>", 1024 * (gsize) MIB, JX_ERROR_STRUCTURE, "<a> has no place in “Goal document”; remove it or correct its name" },
  { "deep-later", DECLARATION "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.2\">", "<a>", 1024 * (gsize) MIB, JX_ERROR_LIMIT,
    "the elements are nested more than 100 deep; remove what does not belong to the document" },
  { "wide-later", DECLARATION "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.2\">",
    "<a b=\"" THIRTY THIRTY THIRTY THIRTY "\">" THIRTY THIRTY THIRTY THIRTY "</a>", 1024 * (gsize) MIB, JX_ERROR_LIMIT,
    "the document holds too much that this version does not know; open it with a newer Jixiao" },
  { "one-text", DECLARATION ROOT "<region>", "青禾县", 1024 * (gsize) MIB, JX_ERROR_VALUE, "“Region” is too long; shorten it to 1000 characters" },
  { "one-comment", DECLARATION ROOT "<!--", "青禾县", 64 * (gsize) MIB, JX_ERROR_LIMIT,
    "a tag or comment that begins here is longer than 256 KiB; close or remove it" },
  { "one-attribute", DECLARATION ROOT "<project a=\"", "青禾县", 64 * (gsize) MIB, JX_ERROR_LIMIT,
    "a tag or comment that begins here is longer than 256 KiB; close or remove it" },
  { "lone-ampersand", DECLARATION ROOT "<region>a & ", "<b/>", 64 * (gsize) MIB, JX_ERROR_SYNTAX,
    "a “&” or “<” stands by itself; write “&amp;” or “&lt;”" },
  { "one-tag", DECLARATION ROOT "<project ", " a", 64 * (gsize) MIB, JX_ERROR_LIMIT,
    "a tag or comment that begins here is longer than 256 KiB; close or remove it" },
  { "projects", DECLARATION ROOT, "<project/>", 64 * (gsize) MIB, JX_ERROR_LIMIT, "there are more than 200000 projects; split the document" },
};

/* A stream of any length is refused where it goes wrong; its writer then sees the pipe closed. */
static gpointer
pour (gpointer data)
{
  const Flood *flood = ((gpointer *) data)[0];
  int fd = GPOINTER_TO_INT (((gpointer *) data)[1]);
  g_autoptr (GString) piece = g_string_new (NULL);
  gsize sent = 0;

  if (write (fd, flood->head, strlen (flood->head)) >= 0)
    {
      while (piece->len < MIB / 4)
        g_string_append (piece, flood->repeated);
      while (sent < flood->n_bytes && write (fd, piece->str, piece->len) > 0)
        sent += piece->len;
    }
  close (fd);

  return GSIZE_TO_POINTER (sent);
}

static void
test_flood (gconstpointer data)
{
  const Flood *flood = data;
  g_autofree char *name = NULL;
  g_autofree char *sentence = g_strdup_printf (": %s", flood->sentence);
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gpointer job[2];
  GThread *thread;
  int fds[2];
  gsize sent;

  g_assert_cmpint (pipe (fds), ==, 0);
  name = g_strdup_printf ("/proc/self/fd/%d", fds[0]);
  job[0] = (gpointer) flood;
  job[1] = GINT_TO_POINTER (fds[1]);
  thread = g_thread_new ("pour", pour, job);

  document = jx_xml_read_file (name, &error);
  close (fds[0]);
  sent = GPOINTER_TO_SIZE (g_thread_join (thread));

  g_assert_null (document);
  g_assert_error (error, JX_ERROR, (int) flood->code);
  g_assert_true (g_str_has_suffix (error->message, sentence));
  g_assert_cmpuint (sent, <, 48 * MIB);
}

static void
test_no_file (void)
{
  static const struct { const char *name; const char *sentence; int code; } cases[] = {
    { "absent.jixiao", "there is no such file; check its name and folder", G_IO_ERROR_NOT_FOUND },
    { "file/below.jixiao", "there is no such file; check its name and folder", G_IO_ERROR_NOT_DIRECTORY },
    { "", "this is a folder; choose a file in it", G_IO_ERROR_IS_DIRECTORY },
    { "locked", "you have no right to read it; ask its owner for the right", G_IO_ERROR_PERMISSION_DENIED },
  };
  g_autofree char *folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *locked = g_build_filename (folder, "locked", NULL);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_true (g_file_set_contents (locked, "", 0, NULL));
  g_assert_cmpint (g_chmod (locked, 0), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *message = g_strdup_printf ("%s: %s", path, cases[i].sentence);
      g_autoptr (GError) error = NULL;
      g_autoptr (JxDocument) document = NULL;

      /* Root reads everything. */
      if (cases[i].code == G_IO_ERROR_PERMISSION_DENIED && geteuid () == 0)
        continue;
      document = jx_xml_read_file (path, &error);
      g_assert_null (document);
      g_assert_error (error, G_IO_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, message);
    }

  g_unlink (file);
  g_unlink (locked);
  g_rmdir (folder);
}

static void
test_recognise (void)
{
  static const struct { const char *data; gsize length; gboolean ours; } cases[] = {
    { DOCUMENT (""), 100, TRUE },
    { "\xEF\xBB\xBF" ROOT, 60, TRUE },
    { "  <goal-document>", 17, TRUE },
    { "<x:goal xmlns:x=\"urn:jixiao:goal-document:2\">", 45, TRUE },
    { "\xFF\xFE<\0g\0o\0a\0l\0-\0d\0o\0c\0u\0m\0e\0n\0t\0", 30, TRUE },
    { "<html>", 6, FALSE },
    { "about <goal-document", 20, FALSE },
    { "PK\3\4<goal-document", 18, FALSE },
    { "", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (jx_xml_recognise (cases[i].data, cases[i].length), ==, cases[i].ours);
}

static void
add_cases (const char *folder, const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/%s/%s", folder, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_refused);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  signal (SIGPIPE, SIG_IGN);

  add_cases ("bad-structure", structure_cases, G_N_ELEMENTS (structure_cases));
  add_cases ("bad-input", other_cases, G_N_ELEMENTS (other_cases));
  for (guint i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/flood/%s", floods[i].name);

      g_test_add_data_func (path, &floods[i], test_flood);
    }
  g_test_add_func ("/xml/bad-structure/schema-refuses-too", test_schema_refuses);
  g_test_add_func ("/xml/bad-input/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/xml/bad-input/noise", test_noise);
  g_test_add_func ("/xml/bad-input/one-byte-changed", test_one_byte_changed);
  g_test_add_func ("/xml/bad-input/no-file", test_no_file);
  g_test_add_func ("/xml/recognise", test_recognise);

  return g_test_run ();
}
