/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-docx.h"

#include <glib/gi18n-lib.h>

#include "base/jx-error.h"
#include "exchange/jx-docx-body.h"
#include "exchange/jx-parts.h"

#define USUAL_PART "word/document.xml"

JxSource *
jx_read_docx (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (JxZip) zip = NULL;
  g_autoptr (JxDocxNumbering) counting = NULL;
  g_autoptr (JxSource) source = NULL;
  g_autofree char *document = NULL;
  g_autofree char *numbering = NULL;
  g_autofree char *styles = NULL;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  zip = jx_zip_new (data, length, name, error);
  if (zip == NULL || !jx_parts_find (zip, "", "officeDocument", &document, error))
    return NULL;
  if (document == NULL && jx_zip_has (zip, USUAL_PART))
    document = g_strdup (USUAL_PART);
  if (document == NULL)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, name, 0, _("There is no document in this Word file; open it in Word or WPS, save it anew and import that"));
      return NULL;
    }

  if (!jx_parts_find (zip, document, "numbering", &numbering, error) || !jx_parts_find (zip, document, "styles", &styles, error))
    return NULL;
  counting = jx_docx_numbering_new (zip, numbering, styles, error);
  if (counting == NULL)
    return NULL;

  source = jx_source_new (NULL);
  if (!jx_docx_body_read (zip, document, counting, source, error))
    return NULL;

  return g_steal_pointer (&source);
}
