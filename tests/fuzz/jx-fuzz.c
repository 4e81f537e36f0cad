/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/jx-import.h"
#include "exchange/jx-read-office.h"
#include "exchange/jx-recognise.h"
#include "jx-packed.h"

#define PART_MARK "@@ "
#define MAX_PARTS 30

static GLogWriterOutput
write_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  GLogWriterOutput written = g_log_writer_default (level, fields, n_fields, user_data);

  /* GLib's own way to stop is one that libFuzzer does not know. */
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0)
    abort ();

  return written;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_writer_func (write_cb, NULL, NULL);

  return 0;
}

void
jx_fuzz_check (gconstpointer object, GError **error)
{
  g_assert_true ((object == NULL) == (*error != NULL));
  if (*error != NULL)
    {
      g_assert_true (g_utf8_validate ((*error)->message, -1, NULL));
      g_assert_null (strchr ((*error)->message, '\n'));
    }
  g_clear_error (error);
}

void
jx_fuzz_recognise (JxSource *source)
{
  g_autoptr (JxSource) own = source;
  g_autoptr (JxReport) report = jx_report_new ("x");
  JxDocument *document = jx_recognise (own, jx_form_set_get_default (), report);

  g_clear_object (&document);
}

/* Whether the packer takes it. */
static gboolean
is_path (const char *name)
{
  return *name != '\0' && *name != '/' && strstr (name, "//") == NULL && !g_str_has_suffix (name, "/");
}

GBytes *
jx_fuzz_pack (const guint8 *data, gsize length)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  JxPackedPart parts[MAX_PARTS + 1] = { { NULL } };
  char *at = g_str_has_prefix (text, PART_MARK) ? text : strstr (text, "\n" PART_MARK);

  for (guint n = 0; at != NULL && n < MAX_PARTS; )
    {
      char *name = at + (*at == '\n') + strlen (PART_MARK);
      char *end = strchr (name, '\n');

      at = end != NULL ? strstr (end, "\n" PART_MARK) : NULL;
      if (end == NULL)
        break;
      *end = '\0';
      if (at != NULL)
        *at++ = '\0';
      if (is_path (name))
        parts[n++] = (JxPackedPart) { name, end + 1 };
    }

  return jx_packed_new (parts);
}

void
jx_fuzz_import_packed (const guint8 *data, gsize length, const char *name)
{
  gboolean packed = length >= 2 && (memcmp (data, "PK", 2) == 0 || memcmp (data, "\xD0\xCF", 2) == 0);
  g_autoptr (GBytes) bytes = packed ? g_bytes_new_static (data, length) : jx_fuzz_pack (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) document = NULL;
  gsize size;
  const char *contents = g_bytes_get_data (bytes, &size);

  /* What LibreOffice is to read is told apart, and no more. */
  if (jx_office_knows (jx_sniff (contents, size)))
    return;
  document = jx_import_data (contents, size, name, NULL, &error);
  jx_fuzz_check (document, &error);
}
