/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml/jx-xml-refuse.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "base/jx-error.h"
#include "xml/jx-xml-reader.h"

/* So much of a stray text is shown. */
#define SNIPPET_CHARACTERS 20
/* Where the parser ran out of bytes, at most a part of one character is left. */
#define MAX_CHARACTER_BYTES 4
/* The parser tells text in pieces no longer than this. */
#define MAX_STRAY_BYTES (64 * 1024)
/* The parser compares all attributes of a tag with each other: a tag of megabytes would take it hours. */
#define MAX_WAITING_BYTES (256 * 1024)
#define LONE_MARK _("a “&” or “<” stands by itself; write “&amp;” or “&lt;”")
#define FAMILY "urn:jixiao:goal-document:"

void
jx_xml_refuse (JxXmlBuild *build, int code, int line, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  if (build->error != NULL)
    return;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* A value that is told may have several lines; an error is one. */
  g_strdelimit (sentence, "\r\n", ' ');

  if (line == 0)
    line = xmlSAX2GetLineNumber (build->context);
  jx_error_set_at (&build->error, code, build->name, line, "%s", sentence);
  xmlStopParser (build->context);
}

void
jx_xml_refuse_unknown (JxXmlBuild *build, const xmlChar *name)
{
  if (build->field != JX_FIELD_NONE)
    jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0, _("“%s” holds <%s>, but may hold only text; remove the tag"),
                   jx_field_get_label (build->field), (const char *) name);
  else
    jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0, _("<%s> has no place in “%s”; remove it or correct its name"),
                   (const char *) name, jx_kind_get_label (build->open[build->n_open - 1].kind));
}

void
jx_xml_refuse_late (JxXmlBuild *build, const JxXmlOpenItem *open, const char *label)
{
  const JxKind *kinds;
  guint n_kinds;

  kinds = jx_kind_get_child_kinds (open->kind, &n_kinds);
  jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0, _("“%s” comes too late in “%s”; move it before “%s”"), label,
                 jx_kind_get_label (open->kind),
                 open->list > 0 ? jx_kind_get_label (kinds[open->list - 1]) : jx_field_get_label (open->next - 1));
}

void
jx_xml_refuse_attribute (JxXmlBuild *build, JxKind kind, int n_attributes, const xmlChar **attributes)
{
  const char *name = (const char *) attributes[0];

  /* Of the root the version is known; it has one at most. */
  if (kind == JX_KIND_DOCUMENT && strcmp (name, "version") == 0 && n_attributes > 1)
    name = (const char *) attributes[JX_XML_ATTRIBUTE_WORDS];

  jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0, _("“%s” has an unknown attribute “%s”; remove it"),
                 jx_kind_get_label (kind), name);
}

void
jx_xml_refuse_stray_text (JxXmlBuild *build, const char *text, gsize length)
{
  g_autofree char *whole = g_utf8_make_valid (text, MIN (length, MAX_STRAY_BYTES));
  g_autofree char *snippet = NULL;
  int line = xmlSAX2GetLineNumber (build->context);

  /* The parser stands behind the text; the error is where its first word is. */
  g_strchug (whole);
  for (const char *p = whole; *p != '\0'; p++)
    if (*p == '\n')
      line--;
  g_strchomp (whole);
  snippet = g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), SNIPPET_CHARACTERS));
  jx_xml_refuse (build, JX_ERROR_STRUCTURE, line,
                 _("text stands between the parts of “%s” (“%s”); put it into one of them or remove it"),
                 jx_kind_get_label (build->open[build->n_open - 1].kind), snippet);
}

static void
refuse_well_formedness (JxXmlBuild *build, const xmlError *fault)
{
  switch (fault->code)
    {
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_LTSLASH_REQUIRED:
      jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line,
                     _("an end tag does not fit the start tag <%s>; close each element before the one around it"),
                     fault->str1 != NULL ? fault->str1 : "…");
      break;

    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line,
                     _("“&%s;” is not known in these files; write the character itself"),
                     fault->str1 != NULL ? fault->str1 : "…");
      break;

    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_ENTITYREF_NO_NAME:
      jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line, LONE_MARK);
      break;

    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_ENCODING:
    case XML_I18N_CONV_FAILED:
      jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line,
                     _("there are bytes that are no text; save the file as UTF-8 again or take it from a backup"));
      break;

    case XML_ERR_ATTRIBUTE_REDEFINED:
      jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line, _("the attribute “%s” stands twice in one tag; remove one of them"),
                     fault->str1 != NULL ? fault->str1 : "…");
      break;

    case XML_ERR_DOCUMENT_END:
      jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line,
                     _("something follows after the end of the document; remove all after </goal-document>"));
      break;

    default:
      jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line,
                     _("the XML is damaged here; mend it in a text editor or take the file from a backup"));
      break;
    }
}

/* Whether the parser only wants more bytes than the file has. */
static gboolean
is_cut (const JxXmlBuild *build, const xmlError *fault)
{
  if (!build->all_seen || build->ended)
    return FALSE;

  return jx_xml_build_bytes_left (build) <= MAX_CHARACTER_BYTES
         || fault->code == XML_ERR_DOCUMENT_END
         || fault->code == XML_ERR_COMMENT_NOT_FINISHED
         || fault->code == XML_ERR_CDATA_NOT_FINISHED
         || fault->code == XML_ERR_PI_NOT_FINISHED;
}

void
jx_xml_refuse_syntax (JxXmlBuild *build, const xmlError *fault)
{
  if (build->n_open == 0 && !build->ended)
    jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line,
                   _("this is not a goal document; choose a .jixiao file, or import a document of another kind"));
  else if (is_cut (build, fault))
    jx_xml_refuse (build, JX_ERROR_SYNTAX, fault->line,
                   _("the file ends before the document does; it was cut short, copy it again or take it from a backup"));
  else
    refuse_well_formedness (build, fault);
}

void
jx_xml_refuse_stuck (JxXmlBuild *build)
{
  const xmlParserInput *input = build->context->input;

  if (build->error != NULL || jx_xml_build_bytes_left (build) <= MAX_WAITING_BYTES)
    return;

  if (*input->cur == '&')
    jx_xml_refuse (build, JX_ERROR_SYNTAX, 0, LONE_MARK);
  else
    jx_xml_refuse (build, JX_ERROR_LIMIT, 0,
                   _("a tag or comment that begins here is longer than %d KiB; close or remove it"), MAX_WAITING_BYTES >> 10);
}

static const xmlChar **
find_version (int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + JX_XML_ATTRIBUTE_WORDS * i;

      if (attribute[1] == NULL && xmlStrEqual (attribute[0], BAD_CAST "version"))
        return attribute;
    }

  return NULL;
}

static void
refuse_root (JxXmlBuild *build, const xmlChar *name, const xmlChar *uri)
{
  const char *namespace = uri != NULL ? (const char *) uri : "";

  if (!xmlStrEqual (name, BAD_CAST jx_kind_get_xml_name (JX_KIND_DOCUMENT)))
    jx_xml_refuse (build, JX_ERROR_SYNTAX, 0,
                   _("this is not a goal document but begins with <%s>; choose a .jixiao file, or import a document of another kind"),
                   (const char *) name);
  else if (g_str_has_prefix (namespace, FAMILY) && g_ascii_isdigit (namespace[strlen (FAMILY)]))
    jx_xml_refuse (build, JX_ERROR_UNSUPPORTED, 0,
                   _("the document was made by a later Jixiao (version %s); open it with a newer Jixiao"),
                   namespace + strlen (FAMILY));
  else
    jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0,
                   _("the namespace “%s” is not that of goal documents; write xmlns=\"%s\" in <%s>"),
                   namespace, JX_XML_NAMESPACE, (const char *) name);
}

gboolean
jx_xml_check_root (JxXmlBuild *build, const xmlChar *name, const xmlChar *uri,
                   int n_attributes, const xmlChar **attributes)
{
  const xmlChar **attribute = find_version (n_attributes, attributes);
  g_autofree char *version = NULL;
  g_auto (GStrv) parts = NULL;
  guint64 major, minor;

  if (name != build->kind_names[JX_KIND_DOCUMENT] || uri != build->namespace)
    {
      refuse_root (build, name, uri);
      return FALSE;
    }

  version = attribute != NULL ? g_strndup ((const char *) attribute[3], attribute[4] - attribute[3]) : g_strdup ("");
  parts = g_strsplit (version, ".", 0);
  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXINT, &major, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXINT, &minor, NULL))
    {
      jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0,
                     _("the version “%s” of the document is not known; write version=\"1.0\" in <%s>"),
                     version, (const char *) name);
      return FALSE;
    }
  if (major > 1)
    {
      jx_xml_refuse (build, JX_ERROR_UNSUPPORTED, 0,
                     _("the document was made by a later Jixiao (version %s); open it with a newer Jixiao"), version);
      return FALSE;
    }

  build->later = minor > JX_XML_MINOR;
  jx_document_raise_minor (build->document, minor);
  return TRUE;
}
