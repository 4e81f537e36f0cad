/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-written.h"

#include <string.h>

#include "exchange/jx-export.h"
#include "exchange/jx-import.h"
#include "exchange/jx-zip.h"
#include "jx-truth.h"
#include "model/jx-diff.h"

GBytes *
jx_written_new (const char *format, JxDocument *document)
{
  g_autoptr (GError) error = NULL;
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);
  GBytes *bytes = jx_export (format, form, jx_document_get_root (document), NULL, NULL, &error);

  g_assert_no_error (error);
  if (g_getenv ("JX_SHOW") != NULL)
    g_file_set_contents (g_getenv ("JX_SHOW"), g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);

  return bytes;
}

JxDocument *
jx_written_take (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  JxDocument *document = jx_import_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "written", NULL, &error);

  g_assert_no_error (error);

  return document;
}

void
jx_written_assert_same (JxDocument *document, JxDocument *taken)
{
  g_autoptr (GHashTable) expected = jx_truth_of (document);
  g_autoptr (GHashTable) actual = jx_truth_of (taken);
  g_autoptr (GArray) differences = jx_diff (document, taken);

  jx_truth_assert_equal (expected, actual);
  for (guint i = 0; i < differences->len; i++)
    {
      const JxDifference *difference = &g_array_index (differences, JxDifference, i);

      if (difference->field != JX_FIELD_NONE)
        g_test_message ("expected “%s”, got “%s”", jx_item_get (difference->a, difference->field), jx_item_get (difference->b, difference->field));
    }
  g_assert_cmpuint (differences->len, ==, 0);
}

void
jx_written_assert_round (const char *format, JxDocument *document)
{
  g_autoptr (GBytes) bytes = jx_written_new (format, document);
  g_autoptr (JxDocument) taken = jx_written_take (bytes);
  g_autoptr (GBytes) again = NULL;

  jx_written_assert_same (document, taken);
  again = jx_written_new (format, taken);
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
gather_cb (const char *data, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, data, (gssize) length);

  return TRUE;
}

char *
jx_written_read_part (GBytes *bytes, const char *name)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxZip) zip = jx_zip_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "written", &error);

  g_assert_no_error (error);
  jx_zip_read (zip, name, gather_cb, text, &error);
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

guint
jx_written_count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;

  return n;
}
