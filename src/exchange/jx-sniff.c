/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-sniff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-ole.h"

/* The first member of such a file, with what it says. */
#define OPEN_DOCUMENT "mimetypeapplication/vnd.oasis.opendocument."

typedef struct
{
  const char *bytes;
  gsize length;
  JxFormat format;
} Magic;

#define MAGIC(bytes, format) { bytes, sizeof (bytes) - 1, JX_FORMAT_##format }

static const Magic magics[] = {
  MAGIC ("PK\x03\x04", ZIP),
  MAGIC ("PK\x05\x06", ZIP),
  MAGIC ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OLE),
  MAGIC ("%PDF-", PDF),
  MAGIC ("{\\rtf", RTF),
  MAGIC ("\x89PNG\r\n", IMAGE),
  MAGIC ("\xFF\xD8\xFF", IMAGE),
  MAGIC ("GIF8", IMAGE),
  MAGIC ("II*\0", IMAGE),
  MAGIC ("MM\0*", IMAGE),
  MAGIC ("\x1F\x8B", PACKED),
  MAGIC ("7z\xBC\xAF\x27\x1C", PACKED),
  MAGIC ("Rar!\x1A", PACKED),
  MAGIC ("\xFD" "7zXZ", PACKED),
  MAGIC ("BZh", PACKED),
};

static gboolean
begins_with (const char *at, const char *end, const char *word)
{
  return (gsize) (end - at) >= strlen (word) && memcmp (at, word, strlen (word)) == 0;
}

/* The first names of a ZIP's members tell whose container it is; or the list of them at its end. */
static JxFormat
sniff_zip (const char *data, gsize length)
{
  gsize sample = MIN (length, 4096);
  gsize tail = MIN (length, 65536);
  const char *kind;

  if ((kind = memmem (data, sample, OPEN_DOCUMENT, strlen (OPEN_DOCUMENT))) != NULL)
    {
      kind += strlen (OPEN_DOCUMENT);
      if (begins_with (kind, data + length, "text"))
        return JX_FORMAT_ODT;
      return begins_with (kind, data + length, "spreadsheet") ? JX_FORMAT_ODS : JX_FORMAT_OPEN_DOCUMENT;
    }
  if (memmem (data, sample, "word/", 5) != NULL)
    return JX_FORMAT_DOCX;
  if (memmem (data, sample, "xl/", 3) != NULL)
    return JX_FORMAT_XLSX;
  if (memmem (data + length - tail, tail, "word/document.xml", 17) != NULL)
    return JX_FORMAT_DOCX;
  if (memmem (data + length - tail, tail, "xl/workbook.xml", 15) != NULL)
    return JX_FORMAT_XLSX;

  return JX_FORMAT_ZIP;
}

static JxFormat
sniff_ole (const char *data, gsize length)
{
  switch (jx_ole_look (data, length))
    {
    case JX_OLE_WORD:
      return JX_FORMAT_DOC;
    case JX_OLE_EXCEL:
      return JX_FORMAT_XLS;
    case JX_OLE_WORKS:
      return JX_FORMAT_WORKS;
    case JX_OLE_LOCKED:
      return JX_FORMAT_LOCKED;
    case JX_OLE_OTHER:
    default:
      return JX_FORMAT_OLE;
    }
}

JxFormat
jx_sniff (const char *data, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length && memcmp (data, magics[i].bytes, magics[i].length) == 0)
      switch (magics[i].format)
        {
        case JX_FORMAT_ZIP:
          return sniff_zip (data, length);
        case JX_FORMAT_OLE:
          return sniff_ole (data, length);
        default:
          return magics[i].format;
        }

  return JX_FORMAT_TEXT;
}

/* Whether @text begins with what a web page may begin with. */
static gboolean
begins_page (const char *text)
{
  static const char * const tags[] = {
    "!doctype html", "html", "head", "meta", "title", "style", "script", "link", "body", "div", "table", "p", "span", "font", "center", "h1", "h2", "h3",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags) && *text == '<'; i++)
    if (g_ascii_strncasecmp (text + 1, tags[i], strlen (tags[i])) == 0 && !g_ascii_isalnum (text[1 + strlen (tags[i])]))
      return TRUE;

  return FALSE;
}

JxFormat
jx_sniff_text (const char *text)
{
  text += strspn (text, " \t\n\f\r");
  while (g_str_has_prefix (text, "<!--") && strstr (text, "-->") != NULL)
    {
      text = strstr (text, "-->") + strlen ("-->");
      text += strspn (text, " \t\n\f\r");
    }

  if (begins_page (text))
    return JX_FORMAT_HTML;
  if (g_str_has_prefix (text, "{\\rtf"))
    return JX_FORMAT_RTF;
  if (g_str_has_prefix (text, "<?xml"))
    return strcasestr (text, "<html") != NULL ? JX_FORMAT_HTML : JX_FORMAT_XML;

  return JX_FORMAT_TEXT;
}

static const char *
get_advice (JxFormat format)
{
  switch (format)
    {
    case JX_FORMAT_OPEN_DOCUMENT:
      return _("This is an OpenDocument file, but neither a text (.odt) nor a workbook (.ods); choose another");
    case JX_FORMAT_OLE:
      return _("This is a file of an old Office program, but neither a Word document nor a workbook, or it is damaged; open it in Word or WPS, save it as .docx or .xlsx and import that");
    case JX_FORMAT_LOCKED:
      return _("This file is protected by a password; open it in Word or WPS, save it without one and import that");
    case JX_FORMAT_PDF:
      return _("This is a PDF, which cannot be read yet; copy its text into a text file (pdftotext -layout does it) and import that");
    case JX_FORMAT_XML:
      return _("This is an XML file, not a colleague's text; a goal document of this program (.jixiao) is opened, not imported");
    case JX_FORMAT_IMAGE:
      return _("This is a picture; recognise its characters first (OCR) and import the text");
    case JX_FORMAT_ZIP:
    case JX_FORMAT_PACKED:
      return _("This is a packed archive; unpack it and import the files in it");
    case JX_FORMAT_TEXT:
    case JX_FORMAT_DOCX:
    case JX_FORMAT_XLSX:
    case JX_FORMAT_DOC:
    case JX_FORMAT_XLS:
    case JX_FORMAT_WORKS:
    case JX_FORMAT_ODT:
    case JX_FORMAT_ODS:
    case JX_FORMAT_RTF:
    case JX_FORMAT_HTML:
    default:
      g_return_val_if_reached ("");
    }
}

void
jx_format_refuse (JxFormat format, const char *name, GError **error)
{
  jx_error_set_at (error, JX_ERROR_UNSUPPORTED, name, 0, "%s", get_advice (format));
}
