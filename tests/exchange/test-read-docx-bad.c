/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from outside: damaged, hostile, locked. */
#include <glib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-import.h"
#include "exchange/jx-read-docx.h"
#include "jx-packed.h"

#define W "<w:document" JX_PACKED_W "><w:body>"
#define END "</w:body></w:document>"

static void
assert_refused (GBytes *bytes, JxError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  JxSource *source = jx_read_docx (data, length, "x.docx", &error);

  g_assert_null (source);
  g_assert_error (error, JX_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "x.docx: "));
  g_assert_nonnull (strstr (error->message, words));
}

static GBytes *
new_document (const char *xml)
{
  const JxPackedPart parts[] = { { "word/document.xml", xml }, { NULL } };

  return jx_packed_new (parts);
}

typedef struct
{
  const char *name;
  const char *xml;
  JxError code;
  const char *words;
} Bad;

static const Bad bad[] = {
  { "cut-xml", W "<w:p><w:r><w:t>甲", JX_ERROR_SYNTAX, "not whole" },
  { "no-xml", "PK", JX_ERROR_SYNTAX, "not whole" },
  { "doctype", "<!DOCTYPE w:document [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" W "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>" END,
    JX_ERROR_UNSUPPORTED, "document type declaration" },
  { "external-doctype", "<!DOCTYPE w SYSTEM 'https://elsewhere.invalid/a.dtd'>" W END, JX_ERROR_UNSUPPORTED, "document type declaration" },
};

static void
test_bad_xml (gconstpointer data)
{
  const Bad *one = data;
  g_autoptr (GBytes) bytes = new_document (one->xml);

  assert_refused (bytes, one->code, one->words);
}

static char *
repeat (const char *before, const char *text, guint count, const char *behind)
{
  GString *all = g_string_new (before);

  for (guint i = 0; i < count; i++)
    g_string_append (all, text);
  g_string_append (all, behind);

  return g_string_free (all, FALSE);
}

static void
test_no_document (void)
{
  const JxPackedPart parts[] = { { "word/else.xml", W END }, { NULL } };
  g_autoptr (GBytes) bytes = jx_packed_new (parts);

  assert_refused (bytes, JX_ERROR_SYNTAX, "no document");
}

/* Blanks pack best. */
static void
test_bomb (void)
{
  g_autofree char *xml = repeat (W "<w:p><w:r><w:t>", "                                                                ", 400 * 1024,
                                 "</w:t></w:r></w:p>" END);
  g_autoptr (GBytes) bytes = new_document (xml);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 64 * 1024);
  assert_refused (bytes, JX_ERROR_LIMIT, "unpacks to more");
}

static void
test_cells (void)
{
  g_autofree char *rows = repeat (W "<w:tbl>", "<w:tr><w:tc/><w:tc/><w:tc/><w:tc/><w:tc/><w:tc/><w:tc/><w:tc/></w:tr>", 125000, "</w:tbl>" END);
  g_autoptr (GBytes) bytes = new_document (rows);

  assert_refused (bytes, JX_ERROR_LIMIT, "more cells");
}

static void
test_deep (void)
{
  g_autofree char *xml = repeat (W, "<w:tbl><w:tr><w:tc>", 5000, "");
  g_autoptr (GBytes) bytes = new_document (xml);

  assert_refused (bytes, JX_ERROR_SYNTAX, "nested too deeply");
}

static void
test_long_tag (void)
{
  g_autofree char *xml = repeat (W "<w:p ", "a='1' ", 200000, "/>" END);
  g_autoptr (GBytes) bytes = new_document (xml);

  assert_refused (bytes, JX_ERROR_LIMIT, "tag longer");
}

/* Cut anywhere or with any byte wrong it is refused or read, and nothing breaks. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = jx_packed_new_docx ("<w:p><w:r><w:t>河道清淤</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", NULL, NULL);
  gsize length;
  const char *data = g_bytes_get_data (whole, &length);

  for (gsize n = 0; n < length; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = g_memdup2 (data, length);

      g_assert_null (jx_read_docx (copy, n, "x.docx", &error));
      g_assert_nonnull (error);
    }
  for (gsize n = 0; n < length * 3; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = g_memdup2 (data, length);
      JxSource *source;

      copy[n / 3] = (char) (n % 3 == 0 ? ~copy[n / 3] : n % 3 == 1 ? 0 : copy[n / 3] ^ 1);
      source = jx_read_docx (copy, length, "x.docx", &error);
      g_assert_true ((source == NULL) == (error != NULL));
      jx_source_free (source);
    }
}

#define RECORD "PK\x01\x02"
#define RECORD_FLAGS 8
#define RECORD_START 42

static char *
find_record (char *data, gsize length)
{
  char *record = memmem (data, length, RECORD, strlen (RECORD));

  g_assert_nonnull (record);

  return record;
}

/* Its parts are encrypted one by one, as packers do it. */
static void
test_locked_parts (void)
{
  g_autoptr (GBytes) whole = jx_packed_new_docx ("<w:p/>", NULL, NULL);
  gsize length;
  g_autofree char *data = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
  g_autoptr (GBytes) bytes = NULL;

  find_record (data, length)[RECORD_FLAGS] |= 1;
  bytes = g_bytes_new_static (data, length);
  assert_refused (bytes, JX_ERROR_UNSUPPORTED, "password");
}

/* It is not where the list says. */
static void
test_astray (void)
{
  g_autoptr (GBytes) whole = jx_packed_new_docx ("<w:p/>", NULL, NULL);
  gsize length;
  g_autofree char *data = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
  g_autoptr (GBytes) bytes = NULL;

  find_record (data, length)[RECORD_START] += 4;
  bytes = g_bytes_new_static (data, length);
  assert_refused (bytes, JX_ERROR_SYNTAX, "damaged");
}

/* Folder in folder in folder, by one long name. */
static void
test_folders (void)
{
  g_autofree char *name = repeat ("", "a/", 1000, "b");
  const JxPackedPart parts[] = { { "word/document.xml", W END }, { name, "x" }, { NULL } };
  g_autoptr (GBytes) bytes = jx_packed_new (parts);

  assert_refused (bytes, JX_ERROR_LIMIT, "unpacks to more");
}

/* What is recognised by its content only at its end, with what it may hold beside the text. */
static void
test_odd_archive (void)
{
  g_autofree char *picture = g_malloc0 (20000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;
  guint state = 1;

  for (gsize i = 0; i < 19999; i++)
    picture[i] = (char) ('0' + ((state = state * 1103515245 + 12345) >> 16) % 64);
  {
    const JxPackedPart parts[] = {
      { "docProps/thumbnail.jpeg", picture },
      { "word/vbaProject.bin", "Sub AutoOpen()" },
      { "word/document.xml", W "<w:p><w:r><w:t>不是绩效文本</w:t></w:r></w:p>" END },
      { NULL }
    };

    bytes = jx_packed_new (parts);
  }
  data = g_bytes_get_data (bytes, &length);
  g_assert_null (jx_import_data (data, length, "x.docm", NULL, &error));
  g_assert_nonnull (strstr (error->message, "no goal document"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/read-docx-bad/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad_xml);
    }
  g_test_add_func ("/exchange/read-docx-bad/no-document", test_no_document);
  g_test_add_func ("/exchange/read-docx-bad/bomb", test_bomb);
  g_test_add_func ("/exchange/read-docx-bad/cells", test_cells);
  g_test_add_func ("/exchange/read-docx-bad/deep", test_deep);
  g_test_add_func ("/exchange/read-docx-bad/long-tag", test_long_tag);
  g_test_add_func ("/exchange/read-docx-bad/damaged", test_damaged);
  g_test_add_func ("/exchange/read-docx-bad/locked-parts", test_locked_parts);
  g_test_add_func ("/exchange/read-docx-bad/astray", test_astray);
  g_test_add_func ("/exchange/read-docx-bad/folders", test_folders);
  g_test_add_func ("/exchange/read-docx-bad/odd-archive", test_odd_archive);

  return g_test_run ();
}
