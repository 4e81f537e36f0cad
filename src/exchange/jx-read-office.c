/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-office.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-read-docx.h"
#include "exchange/jx-read-xlsx.h"
#include "exchange/jx-zip.h"

/* No goal document comes near this, and LibreOffice takes a hundred times as much. */
#define MAX_BYTES ((gsize) 32 * 1024 * 1024)
#define SECONDS_MOST 120

#define WRITER "docx:MS Word 2007 XML", "libreoffice-writer", SECONDS_MOST
#define CALC "xlsx:Calc MS Excel 2007 XML", "libreoffice-calc", SECONDS_MOST

static const struct
{
  JxFormat format;
  JxSofficeJob job;
} jobs[] = {
  { JX_FORMAT_DOC, { "doc", "MS Word 97", WRITER } },
  { JX_FORMAT_WORKS, { "wps", NULL, WRITER } },
  { JX_FORMAT_RTF, { "rtf", "Rich Text Format", WRITER } },
  { JX_FORMAT_ODT, { "odt", "writer8", WRITER } },
  { JX_FORMAT_XLS, { "xls", "MS Excel 97", CALC } },
  { JX_FORMAT_ODS, { "ods", "calc8", CALC } },
};

static const JxSofficeJob *
find_job (JxFormat format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (jobs[i].format == format)
      return &jobs[i].job;

  return NULL;
}

gboolean
jx_office_knows (JxFormat format)
{
  return find_job (format) != NULL;
}

static gboolean
append_cb (const char *data, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, data, (gssize) length);

  return TRUE;
}

/* The list of what is in an OpenDocument file says what of it is encrypted. */
static gboolean
check_open_document (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (JxZip) zip = jx_zip_new (data, length, name, error);
  g_autoptr (GString) list = g_string_new (NULL);

  if (zip == NULL || !jx_zip_check_size (zip, error) || (jx_zip_has (zip, "META-INF/manifest.xml") && !jx_zip_read (zip, "META-INF/manifest.xml", append_cb, list, error)))
    return FALSE;
  if (!jx_zip_has (zip, "encrypted-package") && strstr (list->str, "encryption-data") == NULL)
    return TRUE;

  jx_format_refuse (JX_FORMAT_LOCKED, name, error);
  return FALSE;
}

JxSource *
jx_read_office (const char *data, gsize length, JxFormat format, const char *name,
                JxWaitFunc wait, gpointer user_data, GError **error)
{
  const JxSofficeJob *job = find_job (format);
  g_autoptr (GBytes) converted = NULL;
  const char *contents;
  gsize size;

  g_return_val_if_fail (data != NULL && job != NULL && name != NULL, NULL);

  if (length > MAX_BYTES)
    {
      jx_error_set_at (error, JX_ERROR_LIMIT, name, 0, _("The file is larger than %u MiB, which no goal document is; choose another"),
                       (guint) (MAX_BYTES >> 20));
      return NULL;
    }
  if ((format == JX_FORMAT_ODT || format == JX_FORMAT_ODS) && !check_open_document (data, length, name, error))
    return NULL;

  converted = jx_soffice_convert (data, length, job, name, wait, user_data, error);
  if (converted == NULL)
    return NULL;

  contents = g_bytes_get_data (converted, &size);
  if (g_str_has_prefix (job->wanted, "xlsx"))
    return jx_read_xlsx (contents, size, name, error);

  return jx_read_docx (contents, size, name, error);
}
