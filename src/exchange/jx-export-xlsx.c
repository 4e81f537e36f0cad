/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-export-xlsx.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/jx-error.h"
#include "exchange/jx-xlsx-digest.h"
#include "exchange/jx-xlsx-form.h"

/* The library writes to files only. */
static char *
make_passing_file (GError **error)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("jixiao-XXXXXX.xlsx", &path, error);

  if (fd >= 0)
    close (fd);

  return path;
}

GBytes *
jx_export_xlsx (const JxForm *form, JxItem *subject, GError **error)
{
  g_autofree char *path = make_passing_file (error);
  char *data = NULL;
  gsize length;
  gboolean written, read;
  JxXlsxOut out;

  g_return_val_if_fail (form != NULL && subject != NULL, NULL);

  if (path == NULL)
    return NULL;

  jx_xlsx_out_init (&out, path, form, subject);
  if (jx_item_get_kind (subject) == JX_KIND_DOCUMENT)
    jx_xlsx_digest_write (&out, subject);
  jx_xlsx_form_write (&out, form, subject);
  written = jx_xlsx_out_finish (&out);
  read = written && g_file_get_contents (path, &data, &length, error);
  g_unlink (path);
  if (!written)
    g_set_error (error, JX_ERROR, JX_ERROR_LIMIT, _("A text is longer than a cell of a workbook may be (32,767 characters); shorten it, or export in another format"));

  return read ? g_bytes_new_take (data, length) : NULL;
}
