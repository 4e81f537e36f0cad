/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Old Office files: what they are told by, and what is in them once LibreOffice has read them. */
#include <gio/gio.h>
#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-output-memory.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-export-docx.h"
#include "exchange/jx-export-xlsx.h"
#include "exchange/jx-import.h"
#include "exchange/jx-sniff.h"
#include "jx-packed.h"
#include "jx-test.h"
#include "model/jx-diff.h"

/* Longer than what is kept among the short ones. */
#define STREAM_BYTES 5000
#define SECONDS_MOST 120

typedef struct
{
  const char *name;
  const char *streams[8]; /* paths of what is in it */
  const char *head;       /* what each begins with */
  gsize length;
  JxFormat format;
} Kind;

#define KIND(name, head, format, ...) { name, { __VA_ARGS__ }, head, sizeof (head) - 1, JX_FORMAT_##format }

static const Kind kinds[] = {
  KIND ("word", "\xEC\xA5\xC1\x00\x5B\x80\x04\x08\x00\x00\x00\x00", DOC, "\005SummaryInformation", "1Table", "Data", "WordDocument"),
  KIND ("word-locked", "\xEC\xA5\xC1\x00\x5B\x80\x04\x08\x00\x00\x00\x01", LOCKED, "1Table", "WordDocument"),
  KIND ("word-with-sheet", "\xEC\xA5\xC1\x00", DOC, "ObjectPool/_1/Workbook", "ObjectPool/_2/EncryptedPackage", "WordDocument"),
  KIND ("excel", "\x09\x08\x04\x00\x00\x06\x05\x00\xE1\x00\x02\x00", XLS, "Workbook"),
  KIND ("excel-95", "\x09\x08\x04\x00\x00\x05\x05\x00\xE1\x00\x02\x00", XLS, "Book"),
  KIND ("excel-locked", "\x09\x08\x04\x00\x00\x06\x05\x00\x2F\x00\x36\x00", LOCKED, "Workbook"),
  KIND ("excel-with-text", "\x09\x08\x04\x00\x00\x06", XLS, "MBD0001/WordDocument", "Workbook"),
  KIND ("works", "CHNKWKS", WORKS, "MatOST", "CONTENTS"),
  KIND ("new-locked", "\x04\x00\x04\x00", LOCKED, "EncryptionInfo", "EncryptedPackage"),
  KIND ("slides", "", OLE, "PowerPoint Document", "Current User"),
  KIND ("nothing", "", OLE, "Other"),
};

static void
add_stream (GsfOutfile *folder, const char *path, const Kind *kind)
{
  const char *slash = strchr (path, '/');
  g_autofree char *first = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : g_strdup (path);
  GsfOutput *child = gsf_outfile_new_child (folder, first, slash != NULL);
  guint8 bytes[STREAM_BYTES] = { 0 };

  memcpy (bytes, kind->head, kind->length);
  if (slash != NULL)
    add_stream (GSF_OUTFILE (child), slash + 1, kind);
  else
    gsf_output_write (child, sizeof bytes, bytes);
  gsf_output_close (child);
  g_object_unref (child);
}

static GBytes *
new_container (const Kind *kind)
{
  GsfOutput *memory = gsf_output_memory_new ();
  GsfOutfile *container = gsf_outfile_msole_new (memory);
  GBytes *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (kind->streams) && kind->streams[i] != NULL; i++)
    add_stream (container, kind->streams[i], kind);
  g_assert_true (gsf_output_close (GSF_OUTPUT (container)));
  bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (memory)), (gsize) gsf_output_size (memory));
  g_object_unref (container);
  g_object_unref (memory);

  return bytes;
}

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (GBytes) bytes = new_container (kind);
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (jx_sniff (contents, length), ==, kind->format);
}

/* Cut anywhere or with any byte wrong something is said of it, and nothing breaks. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = new_container (&kinds[2]);
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);

  for (gsize n = 8; n < length; n += 7)
    {
      g_autofree char *cut = g_memdup2 (contents, n);

      jx_sniff (cut, n);
    }
  for (gsize n = 8; n < length; n++)
    for (int way = 0; way < 3; way++)
      {
        g_autofree char *wrong = g_memdup2 (contents, length);

        wrong[n] = (char) (way == 0 ? ~wrong[n] : way == 1 ? 0 : wrong[n] ^ 1);
        jx_sniff (wrong, length);
      }
}

#define MANIFEST(inside) "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>" \
  "<manifest:file-entry manifest:full-path='content.xml'>" inside "</manifest:file-entry></manifest:manifest>"
#define TEXT_KIND "application/vnd.oasis.opendocument.text"

static const struct
{
  const char *name;
  JxPackedPart parts[4];
  const char *words;
} refused[] = {
  { "locked", { { "mimetype", TEXT_KIND }, { "META-INF/manifest.xml", MANIFEST ("<manifest:encryption-data/>") }, { "content.xml", "x" } }, "password" },
  { "locked-whole", { { "mimetype", TEXT_KIND }, { "encrypted-package", "x" } }, "password" },
  { "slides", { { "mimetype", "application/vnd.oasis.opendocument.presentation" }, { "content.xml", "x" } }, "neither a text" },
};

static void
test_refused (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = jx_packed_new (refused[which].parts);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);

  g_assert_null (jx_import_data (contents, length, "x.odt", NULL, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, refused[which].words));
}

/* What follows is read by LibreOffice itself. */

static gboolean
has_office (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");

  if (program == NULL)
    g_test_skip ("LibreOffice (soffice) is not installed: old Office formats are NOT tested");

  return program != NULL;
}

static JxDocument *
import (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);
  JxDocument *document = jx_import_data (contents, length, name, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
assert_same (JxDocument *expected, JxDocument *actual)
{
  g_autoptr (GArray) differences = jx_diff (expected, actual);

  for (guint i = 0; i < differences->len; i++)
    {
      const JxDifference *one = &g_array_index (differences, JxDifference, i);

      g_test_message ("%d: “%s” “%s”", one->field, one->a != NULL && one->field != JX_FIELD_NONE ? jx_item_get (one->a, one->field) : "",
                      one->b != NULL && one->field != JX_FIELD_NONE ? jx_item_get (one->b, one->field) : "");
    }
  g_assert_cmpuint (differences->len, ==, 0);
}

static const struct
{
  const char *name;
  gboolean workbook;
  JxSofficeJob job; /* makes such a file of one of ours */
  JxFormat format;
} formats[] = {
  { "odt", FALSE, { "docx", NULL, "odt:writer8", "", SECONDS_MOST }, JX_FORMAT_ODT },
  { "doc", FALSE, { "docx", NULL, "doc:MS Word 97", "", SECONDS_MOST }, JX_FORMAT_DOC },
  { "rtf", FALSE, { "docx", NULL, "rtf:Rich Text Format", "", SECONDS_MOST }, JX_FORMAT_RTF },
  { "ods", TRUE, { "xlsx", NULL, "ods:calc8", "", SECONDS_MOST }, JX_FORMAT_ODS },
  { "xls", TRUE, { "xlsx", NULL, "xls:MS Excel 97", "", SECONDS_MOST }, JX_FORMAT_XLS },
};

/* The sample in the format is the sample, whatever the file is called. */
static void
test_sample (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) document = jx_import_file (path, NULL, &error);
  g_autoptr (JxDocument) plain = NULL;
  g_autoptr (JxDocument) imported = NULL;
  g_autoptr (GBytes) own = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *contents;

  g_assert_no_error (error);
  if (!has_office ())
    return;

  own = formats[which].workbook ? jx_export_xlsx (form, jx_document_get_root (document), &error)
                                : jx_export_docx (form, jx_document_get_root (document), NULL, NULL);
  g_assert_no_error (error);
  plain = import (own, "x");
  contents = g_bytes_get_data (own, &length);
  bytes = jx_soffice_convert (contents, length, &formats[which].job, "x", NULL, NULL, &error);
  g_assert_no_error (error);
  contents = g_bytes_get_data (bytes, &length);
  g_assert_cmpint (jx_sniff (contents, length), ==, formats[which].format);
  imported = import (bytes, "x.txt");
  assert_same (plain, imported);
  assert_same (document, imported);
}

#define OFFICE_SPACES " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'" \
  " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'" \
  " xmlns:xlink='http://www.w3.org/1999/xlink' office:version='1.2'"

/* A text that asks for a file and for a picture on the network. */
static GBytes *
new_asking (const char *file_uri, guint port)
{
  g_autofree char *content = g_strdup_printf (
    "<office:document-content" OFFICE_SPACES "><office:body><office:text><text:p>第一部分 部门整体绩效目标</text:p><text:p>一、总体绩效目标</text:p>"
    "<text:section text:name='a'><text:section-source xlink:type='simple' xlink:href='%s'/><text:p>治理青禾河。</text:p></text:section>"
    "<text:p><draw:frame text:anchor-type='as-char' svg:width='2cm' svg:height='2cm'>"
    "<draw:image xlink:type='simple' xlink:show='embed' xlink:actuate='onLoad' xlink:href='http://127.0.0.1:%u/a.png'/></draw:frame></text:p>"
    "<text:p>二、分项绩效目标</text:p><text:p>（一）水利建设</text:p><text:p>绩效目标：清淤三公里。</text:p><text:p>绩效指标：清淤≥3公里。</text:p>"
    "</office:text></office:body></office:document-content>", file_uri, port);
  const JxPackedPart parts[] = {
    { "mimetype", TEXT_KIND },
    { "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0' manifest:version='1.2'>"
      "<manifest:file-entry manifest:full-path='/' manifest:media-type='" TEXT_KIND "'/>"
      "<manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/></manifest:manifest>" },
    { "content.xml", content },
    { NULL }
  };

  return jx_packed_new (parts);
}

/* What lies elsewhere stays there. */
static void
test_asking (void)
{
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autofree char *secret = g_build_filename (g_get_user_cache_dir (), "secret.txt", NULL);
  g_autofree char *secret_uri = g_filename_to_uri (secret, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JxDocument) document = NULL;

  if (!has_office ())
    return;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (secret, "机密\n", -1, NULL));
  g_assert_true (g_socket_bind (socket, any, FALSE, NULL) && g_socket_listen (socket, NULL));
  address = g_socket_get_local_address (socket, NULL);

  bytes = new_asking (secret_uri, g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
  document = import (bytes, "x.odt");
  g_assert_cmpstr (jx_item_get (jx_document_get_root (document), JX_FIELD_OVERALL_GOAL), ==, "治理青禾河。");
  g_assert_cmpint (g_socket_condition_check (socket, G_IO_IN), ==, 0);
}

/* Forty megabytes of blanks in some thousand bytes: LibreOffice never sees them. */
static void
test_bomb (void)
{
  g_autofree char *blanks = g_strnfill (40 * 1024 * 1024, ' ');
  const JxPackedPart parts[] = { { "mimetype", TEXT_KIND }, { "content.xml", blanks }, { NULL } };
  g_autoptr (GBytes) bytes = jx_packed_new (parts);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);

  g_assert_null (jx_import_data (contents, length, "x.odt", NULL, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/read-office/kind/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  g_test_add_func ("/exchange/read-office/damaged", test_damaged);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/read-office/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/exchange/read-office/bomb", test_bomb);
  g_test_add_func ("/exchange/read-office/asking", test_asking);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/read-office/sample/", formats[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sample);
    }

  return g_test_run ();
}
