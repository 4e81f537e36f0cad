/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same text in every encoding, with every line end, gives the same document. */
#include <string.h>

#include "exchange/jx-decode.h"
#include "exchange/jx-import.h"
#include "jx-test.h"
#include "jx-town.h"
#include "jx-truth.h"

typedef struct
{
  const char *name;
  const char *charset;
  const char *mark;
  gsize mark_length;
  const char *line_end;
} Encoding;

static const Encoding encodings[] = {
  { "utf-8", "UTF-8", "", 0, "\n" },
  { "utf-8-crlf", "UTF-8", "", 0, "\r\n" },
  { "utf-8-cr", "UTF-8", "", 0, "\r" },
  { "utf-8-mark", "UTF-8", "\xEF\xBB\xBF", 3, "\r\n" },
  { "gb18030", "GB18030", "", 0, "\n" },
  { "gb18030-crlf", "GB18030", "", 0, "\r\n" },
  { "gb18030-mark", "GB18030", "\x84\x31\x95\x33", 4, "\n" },
  { "utf-16le", "UTF-16LE", "", 0, "\n" },
  { "utf-16le-mark", "UTF-16LE", "\xFF\xFE", 2, "\r\n" },
  { "utf-16be", "UTF-16BE", "", 0, "\n" },
  { "utf-16be-mark", "UTF-16BE", "\xFE\xFF", 2, "\r\n" },
};

static GByteArray *
encode (const char *text, const Encoding *encoding)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv (encoding->line_end, lines);
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = g_convert (joined, -1, encoding->charset, "UTF-8", NULL, &length, &error);
  GByteArray *data = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (data, (const guint8 *) encoding->mark, encoding->mark_length);
  g_byte_array_append (data, (const guint8 *) bytes, length);

  return data;
}

static JxDocument *
import (const GByteArray *data)
{
  g_autoptr (GError) error = NULL;
  JxDocument *document = jx_import_data ((const char *) data->data, data->len, "text", NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
test_town (gconstpointer encoding)
{
  g_autoptr (GByteArray) data = encode (JX_TOWN_TEXT, encoding);
  g_autoptr (JxDocument) document = import (data);

  jx_town_check (document);
}

static void
test_real (gconstpointer encoding)
{
  g_autofree char *path = jx_test_shared ("seed/goal-document.txt");
  g_autofree char *truth = jx_test_shared ("seed/goal-document.json");
  g_autofree char *text = NULL;
  g_autoptr (GByteArray) data = NULL;
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) actual = NULL;

  if (path == NULL || truth == NULL)
    return;
  text = jx_test_read (path, NULL);
  data = encode (text, encoding);
  document = import (data);
  expected = jx_truth_load (truth);
  actual = jx_truth_of (document);
  jx_truth_assert_equal (expected, actual);
}

/* A few words are harder to tell than a book. */
static void
test_short (void)
{
  static const char text[] = "青禾县云溪镇预算绩效目标\n";

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GByteArray) data = encode (text, &encodings[i]);
      g_autoptr (GError) error = NULL;
      const char *charset;
      g_autofree char *decoded = jx_decode ((const char *) data->data, data->len, "text", &charset, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (decoded, ==, text);
      g_assert_cmpstr (charset, ==, encodings[i].charset);
    }
}

/* A mark that is there twice, half a character at the end, a mark of the other order, a NUL in the midst. */
static void
test_odd (void)
{
  static const struct
  {
    const char *charset;
    const char *before;
    gsize n_before;
    const char *after;
    gsize n_after;
    gboolean read;
  } odds[] = {
    { "UTF-8", "\xEF\xBB\xBF\xEF\xBB\xBF", 6, "", 0, TRUE },
    { "GB18030", "", 0, "\xC7", 1, TRUE },
    { "UTF-16LE", "\xFF\xFE", 2, "\0", 1, TRUE },
    { "UTF-16LE", "\xFF\xFE", 2, "\0\xD8", 2, TRUE },
    { "UTF-16LE", "\xFE\xFF", 2, "", 0, FALSE },
    { "UTF-8", "\xEF\xBB\xBF\0\0", 5, "", 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odds); i++)
    {
      const Encoding encoding = { "odd", odds[i].charset, odds[i].before, odds[i].n_before, "\n" };
      g_autoptr (GByteArray) data = encode (JX_TOWN_TEXT, &encoding);
      g_autoptr (GError) error = NULL;
      g_autoptr (JxDocument) document = NULL;

      g_byte_array_append (data, (const guint8 *) odds[i].after, (guint) odds[i].n_after);
      document = jx_import_data ((const char *) data->data, data->len, "text", NULL, &error);
      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, error != NULL ? error->message : "read");
      g_assert_true ((document != NULL) == odds[i].read);
      g_assert_true ((error == NULL) == odds[i].read);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *town = g_strconcat ("/exchange/encodings/town/", encodings[i].name, NULL);
      g_autofree char *real = g_strconcat ("/exchange/encodings/real/", encodings[i].name, NULL);

      g_test_add_data_func (town, &encodings[i], test_town);
      g_test_add_data_func (real, &encodings[i], test_real);
    }
  g_test_add_func ("/exchange/encodings/short", test_short);
  g_test_add_func ("/exchange/encodings/odd", test_odd);

  return g_test_run ();
}
