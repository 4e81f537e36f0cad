/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JX_FORMAT_TEXT, /* anything not known to be something else */
  JX_FORMAT_DOCX,
  JX_FORMAT_XLSX,
  JX_FORMAT_DOC,   /* Word's and WPS's old format */
  JX_FORMAT_XLS,   /* Excel's and WPS's */
  JX_FORMAT_WORKS, /* a text of Microsoft Works */
  JX_FORMAT_ODT,
  JX_FORMAT_ODS,
  JX_FORMAT_OPEN_DOCUMENT, /* any other: a presentation, a drawing */
  JX_FORMAT_ZIP,
  JX_FORMAT_OLE, /* any other in the old container */
  JX_FORMAT_LOCKED, /* with a password */
  JX_FORMAT_PDF,
  JX_FORMAT_RTF,
  JX_FORMAT_HTML,
  JX_FORMAT_XML,
  JX_FORMAT_IMAGE,
  JX_FORMAT_PACKED,
} JxFormat;

/** jx_sniff: Returns: what a file is by its bytes, never by its name: the first 4 KiB tell nearly all, the rest helps with odd archives and passwords. */
JxFormat jx_sniff (const char *data, gsize length);

/** jx_sniff_text: the same for a text already decoded: HTML and XML come in every encoding. */
JxFormat jx_sniff_text (const char *text);

/** jx_format_refuse: sets %JX_ERROR_UNSUPPORTED with a sentence that says what @format is and what to do. */
void jx_format_refuse (JxFormat format, const char *name, GError **error);

G_END_DECLS
