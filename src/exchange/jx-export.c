/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-export-csv.h"
#include "exchange/jx-export-docx.h"
#include "exchange/jx-export-html.h"
#include "exchange/jx-export-text.h"
#include "exchange/jx-export-xlsx.h"

typedef struct
{
  const char *name;
  const char *suffix;
  GBytes *(*write) (const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw, GError **error);
} Format;

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_docx (const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw, GError **error)
{
  GBytes *bytes = jx_export_docx (form, subject, pages, draw);

  if (bytes == NULL)
    g_set_error_literal (error, JX_ERROR, JX_ERROR_LIMIT, _("The document is too large to be packed; export it in parts"));
  return bytes;
}

static GBytes *
write_html (const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw, GError **error)
{
  return take_text (jx_export_html (form, subject, draw));
}

static GBytes *
write_xlsx (const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw, GError **error)
{
  return jx_export_xlsx (form, subject, error);
}

static GBytes *
write_csv (const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw, GError **error)
{
  return take_text (jx_export_csv (subject));
}

static GBytes *
write_text (const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw, GError **error)
{
  return take_text (jx_export_text (form, subject));
}

static const Format formats[] = {
  { "docx", ".docx", write_docx },
  { "html", ".html", write_html },
  { "html", ".htm", write_html },
  { "xlsx", ".xlsx", write_xlsx },
  { "csv", ".csv", write_csv },
  { "text", ".txt", write_text },
};

const char *
jx_export_find (const char *name, const char *path)
{
  g_return_val_if_fail (name != NULL || path != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (name != NULL ? strcmp (formats[i].name, name) == 0 : g_str_has_suffix (path, formats[i].suffix))
      return formats[i].name;

  return NULL;
}

GBytes *
jx_export (const char *format, const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw, GError **error)
{
  g_return_val_if_fail (format != NULL && form != NULL && subject != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, format) == 0)
      return formats[i].write (form, subject, pages, draw, error);

  g_return_val_if_reached (NULL);
}
