/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-import.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/jx-error.h"
#include "exchange/jx-decode.h"
#include "exchange/jx-read-docx.h"
#include "exchange/jx-read-html.h"
#include "exchange/jx-read-office.h"
#include "exchange/jx-read-text.h"
#include "exchange/jx-read-xlsx.h"
#include "exchange/jx-recognise.h"
#include "exchange/jx-sniff.h"

/* No goal document comes near these: files may have pictures in them, texts have none. */
#define MAX_BYTES ((gsize) 128 * 1024 * 1024)
#define MAX_TEXT_BYTES ((gsize) 48 * 1024 * 1024)
#define MAX_LINES 2000000
#define CHUNK_BYTES ((gsize) 64 * 1024)

static void
set_system_error (GError **error, const char *name, int code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("%s: The file cannot be read: %s"), name, g_strerror (code));
}

static void
set_too_large (GError **error, const char *name, gsize most)
{
  jx_error_set_at (error, JX_ERROR_LIMIT, name, 0,
                   _("The file is larger than %u MiB, which no goal document is; choose another"), (guint) (most >> 20));
}

static GByteArray *
read_all (int fd, const char *name, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  for (;;)
    {
      guint before = data->len;
      ssize_t n;

      g_byte_array_set_size (data, before + CHUNK_BYTES);
      do
        n = read (fd, data->data + before, CHUNK_BYTES);
      while (n < 0 && errno == EINTR);
      g_byte_array_set_size (data, before + (n > 0 ? (guint) n : 0));

      if (n < 0)
        {
          set_system_error (error, name, errno);
          return NULL;
        }
      if (n == 0)
        return g_steal_pointer (&data);
      if (data->len > MAX_BYTES)
        {
          set_too_large (error, name, MAX_BYTES);
          return NULL;
        }
    }
}

static GByteArray *
read_file (const char *path, const char *name, GError **error)
{
  gboolean standard_input = strcmp (path, "-") == 0;
  struct stat status;
  GByteArray *data = NULL;
  int fd = standard_input ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      set_system_error (error, name, errno);
      return NULL;
    }
  if (fstat (fd, &status) != 0)
    set_system_error (error, name, errno);
  else if (S_ISDIR (status.st_mode))
    jx_error_set_at (error, JX_ERROR_UNSUPPORTED, name, 0, _("This is a folder; choose a file in it"));
  else if (S_ISREG (status.st_mode) && (gsize) status.st_size > MAX_BYTES)
    set_too_large (error, name, MAX_BYTES);
  else
    data = read_all (fd, name, error);
  if (!standard_input)
    close (fd);

  return data;
}

JxDocument *
jx_import_file_patiently (const char *path, JxWaitFunc wait, gpointer user_data, JxReport **report, GError **error)
{
  const char *name = strcmp (path, "-") == 0 ? _("standard input") : path;
  g_autoptr (GByteArray) data = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  data = read_file (path, name, error);
  if (data == NULL)
    return NULL;

  return jx_import_data_patiently ((const char *) data->data, data->len, name, wait, user_data, report, error);
}

JxDocument *
jx_import_file (const char *path, JxReport **report, GError **error)
{
  return jx_import_file_patiently (path, NULL, NULL, report, error);
}

static void
set_too_much (GError **error, const char *name)
{
  jx_error_set_at (error, JX_ERROR_LIMIT, name, 0,
                   _("There is more in this file than any goal document holds; choose another, or import the part that is one"));
}

/* Returns: (transfer full) (nullable): a text or a web page in UTF-8. */
static char *
decode (const char *data, gsize length, const char *name, GError **error)
{
  g_autofree char *text = NULL;
  guint n_lines = 0;

  if (length > MAX_TEXT_BYTES)
    {
      set_too_large (error, name, MAX_TEXT_BYTES);
      return NULL;
    }

  text = jx_html_decode (data, length);
  if (text == NULL)
    text = jx_decode (data, length, name, NULL, error);
  for (const char *p = text; p != NULL && n_lines <= MAX_LINES; n_lines++)
    p = (p = strchr (p, '\n')) != NULL ? p + 1 : NULL;
  if (n_lines > MAX_LINES)
    {
      set_too_much (error, name);
      return NULL;
    }

  return g_steal_pointer (&text);
}

/* Returns: (nullable): what stands in a text file, %NULL if it is something else. */
static JxSource *
read_source (const char *data, gsize length, const char *name, JxWaitFunc wait, gpointer user_data, GError **error)
{
  JxFormat format = jx_sniff (data, length);
  g_autofree char *text = NULL;

  if (length == 0)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, name, 0, _("The file is empty; choose another"));
      return NULL;
    }
  if (format == JX_FORMAT_DOCX)
    return jx_read_docx (data, length, name, error);
  if (format == JX_FORMAT_XLSX)
    return jx_read_xlsx (data, length, name, error);
  if (format == JX_FORMAT_TEXT)
    {
      text = decode (data, length, name, error);
      if (text == NULL)
        return NULL;
      format = jx_sniff_text (text);
    }
  if (format == JX_FORMAT_HTML)
    return jx_read_html (text, name, error);
  if (jx_office_knows (format))
    return jx_read_office (data, length, format, name, wait, user_data, error);
  if (format != JX_FORMAT_TEXT)
    {
      jx_format_refuse (format, name, error);
      return NULL;
    }

  return jx_read_text (g_steal_pointer (&text));
}

JxDocument *
jx_import_data (const char *data, gsize length, const char *name, JxReport **report, GError **error)
{
  return jx_import_data_patiently (data, length, name, NULL, NULL, report, error);
}

JxDocument *
jx_import_data_patiently (const char *data, gsize length, const char *name, JxWaitFunc wait, gpointer user_data,
                          JxReport **report, GError **error)
{
  g_autoptr (JxSource) source = read_source (data, length, name, wait, user_data, error);
  g_autoptr (JxReport) new_report = NULL;
  g_autoptr (JxDocument) document = NULL;

  if (source == NULL)
    return NULL;
  if (jx_source_is_overfull (source))
    {
      set_too_much (error, name);
      return NULL;
    }

  new_report = jx_report_new (name);
  document = jx_recognise (source, jx_form_set_get_default (), new_report);
  if (document == NULL)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, name, 0,
                       _("This is no goal document in any form known here; check that it is the right file, or add a description of its form"));
      return NULL;
    }

  if (report != NULL)
    *report = g_steal_pointer (&new_report);

  return g_steal_pointer (&document);
}
