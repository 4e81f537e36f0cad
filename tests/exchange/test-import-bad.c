/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be imported is refused whole, with a sentence that says what to do. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/jx-error.h"
#include "exchange/jx-import.h"
#include "jx-town.h"

/* Of the processor's time, so that what else the machine does is no fault. A watched program is many
 * times slower and is given less. */
#ifdef __SANITIZE_ADDRESS__
#define SECONDS_MOST 60.0
#define COSTLY_SHARE 10
#else
#define SECONDS_MOST 10.0
#define COSTLY_SHARE 1
#endif

typedef struct
{
  const char *name;
  const char *data;
  gsize length;
  JxError code;
  const char *words; /* that stand in the sentence */
} Bad;

#define BAD(name, data, code, words) { name, data, sizeof (data) - 1, JX_ERROR_##code, words }

static const Bad bads[] = {
  BAD ("empty", "", SYNTAX, "empty"),
  BAD ("blank", " \n\t\n \n", SYNTAX, "no goal document"),
  BAD ("a-letter", "各位同事：\n请于周五前报送材料。\n谢谢。\n", SYNTAX, "no goal document"),
  BAD ("another-table", "\t姓名\n\t年龄\n\n\t张三\n\t30\n\n", SYNTAX, "no goal document"),
  BAD ("noise", "\x00\x01\x02\xFE\x80\x81\x00\x03\x9C\xFF\x00\x17\xE3\x00\x11", SYNTAX, "not a text"),
  BAD ("control-characters", "\x01\x02\x03\x04\x05\x06\x01\x02\x03\x04\x05\x06\x01\x02\x03", SYNTAX, "binary"),
  BAD ("word", "PK\x03\x04\x14\x00\x00\x00\x08\x00[Content_Types].xml word/document.xml", SYNTAX, "damaged"),
  BAD ("excel", "PK\x03\x04\x14\x00\x00\x00\x08\x00[Content_Types].xml xl/workbook.xml", SYNTAX, "damaged"),
  BAD ("odt", "PK\x03\x04\x14\x00\x00\x08\x00\x00mimetypeapplication/vnd.oasis.opendocument.text", SYNTAX, "damaged"),
  BAD ("zip", "PK\x03\x04\x14\x00\x00\x00\x08\x00photos/a.jpg", UNSUPPORTED, "archive"),
  BAD ("old-word", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00", UNSUPPORTED, "old Office program"),
  BAD ("pdf", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", UNSUPPORTED, "PDF"),
  BAD ("html", "\n<!DOCTYPE html>\n<html><body>x</body></html>", SYNTAX, "no goal document"),
  BAD ("html-table", "<TABLE><tr><td>x</td></tr></TABLE>", SYNTAX, "no goal document"),
  BAD ("xml", "<?xml version=\"1.0\"?>\n<a/>", UNSUPPORTED, "XML"),
  BAD ("picture", "\x89PNG\r\n\x1A\n\x00\x00", UNSUPPORTED, "picture"),
};

static void
test_bad (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GError) error = NULL;
  JxReport *report = NULL;
  JxDocument *document = jx_import_data (bad->data, bad->length, "a.txt", &report, &error);

  g_assert_null (document);
  g_assert_null (report);
  g_assert_error (error, JX_ERROR, (int) bad->code);
  g_assert_true (g_str_has_prefix (error->message, "a.txt: "));
  g_assert_nonnull (strstr (error->message, bad->words));
  g_assert_null (strchr (error->message, '\n'));
}

/* Cut within a character: the line is told. */
static void
test_damaged (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup (JX_TOWN_TEXT);
  char *place = strstr (text, "治理青禾河");

  place[1] = 'x';
  g_assert_null (jx_import_data (text, strlen (text), "a.txt", NULL, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "a.txt:9: "));
}

static void
test_truncated (void)
{
  g_autoptr (GError) error = NULL;
  const char *place = strstr (JX_TOWN_TEXT, "清淤三公里。");

  g_assert_null (jx_import_data (JX_TOWN_TEXT, (gsize) (place - JX_TOWN_TEXT) + 1, "a.txt", NULL, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_SYNTAX);
}

static void
test_no_such_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "none.txt", NULL);

  g_assert_null (jx_import_file (path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, path));
}

static void
test_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (jx_import_file (g_get_home_dir (), NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "folder"));
}

static void
test_no_permission (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "closed.txt", NULL);
  JxDocument *document;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, JX_TOWN_TEXT, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  document = jx_import_file (path, NULL, &error);
  if (geteuid () == 0)
    {
      /* Nothing is closed to root. */
      g_assert_no_error (error);
      g_object_unref (document);
      return;
    }
  g_assert_null (document);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (jx_import_file ("/dev/zero", NULL, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_LIMIT);
}

/* Texts that would cost a careless reader minutes. */
static void
test_costly (void)
{
  static const struct { const char *head, *unit; guint n; } texts[] = {
    { "", "+", 400000 },
    { "+-+-+\n", "+-+-+-+\n|x|y|z|\n", 20000 },
    { "", "+-\n", 100000 },
    { "", "--- ---\n", 50000 },
    { "", "------\n\n", 50000 },
    { "", "a\tb\n", 100000 },
    { "", "[bookmark: x]", 100000 },
    { "", "（", 200000 },
    { "", "1.", 200000 },
    { "", "绩效目标表", 100000 },
    { "1.x绩效目标表\n\t项目编码\n", "\tx\n", 300000 },
    { "1.x绩效目标表\n", "项目编码\n", 100000 },
    { "一、总体绩效目标\n", "目标。\n", 5000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (texts[i].head);
      g_autoptr (JxDocument) document = NULL;
      clock_t begin = clock ();
      double seconds;

      for (guint n = 0; n < texts[i].n / COSTLY_SHARE; n++)
        g_string_append (text, texts[i].unit);
      document = jx_import_data (text->str, text->len, "a.txt", NULL, NULL);
      seconds = (double) (clock () - begin) / CLOCKS_PER_SEC;
      g_test_message ("%s: %.2f s", texts[i].unit, seconds);
      g_assert_cmpfloat (seconds, <, SECONDS_MOST);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bads); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import-bad/", bads[i].name, NULL);

      g_test_add_data_func (path, &bads[i], test_bad);
    }
  g_test_add_func ("/exchange/import-bad/damaged", test_damaged);
  g_test_add_func ("/exchange/import-bad/truncated", test_truncated);
  g_test_add_func ("/exchange/import-bad/no-such-file", test_no_such_file);
  g_test_add_func ("/exchange/import-bad/folder", test_folder);
  g_test_add_func ("/exchange/import-bad/no-permission", test_no_permission);
  g_test_add_func ("/exchange/import-bad/too-large", test_too_large);
  g_test_add_func ("/exchange/import-bad/costly", test_costly);

  return g_test_run ();
}
