/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form's XML: its head here, its blocks in jx-form-blocks.c. */
#include "form/jx-form-parse.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "base/jx-error.h"

#define NAMESPACE "urn:jixiao:form:1"
/* Far more than any form needs; a form is read by every start of the program. */
#define MAX_BYTES (1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

gboolean
jx_form_parser_fail (JxFormParser *parser, xmlNode *element, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  jx_error_set_at (parser->error, JX_ERROR_SYNTAX, parser->form->file, xmlGetLineNo (element), "%s", sentence);

  return FALSE;
}

char *
jx_form_parser_dup_attribute (xmlNode *element, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (element, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

gboolean
jx_form_parser_check_attributes (JxFormParser *parser, xmlNode *element, const char *allowed)
{
  g_auto (GStrv) names = g_strsplit (allowed, " ", -1);

  for (xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && !g_strv_contains ((const char *const *) names, (const char *) attribute->name))
      return jx_form_parser_fail (parser, element, _("“%s” has no attribute “%s”; it takes: %s"), element->name, attribute->name, allowed);

  return TRUE;
}

gboolean
jx_form_parser_get_number (JxFormParser *parser, xmlNode *element, const char *name, double from, double to, double *number)
{
  g_autofree char *value = jx_form_parser_dup_attribute (element, name);
  char *end;
  double parsed;

  if (value == NULL)
    return TRUE;

  parsed = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0' || !(parsed >= from && parsed <= to))
    return jx_form_parser_fail (parser, element, _("“%s” is “%s”; write a number from %g to %g"), name, value, from, to);
  *number = parsed;

  return TRUE;
}

gboolean
jx_form_parser_get_count (JxFormParser *parser, xmlNode *element, const char *name, int most, int *count)
{
  g_autofree char *value = jx_form_parser_dup_attribute (element, name);
  guint64 parsed;

  if (value == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, 1, most, &parsed, NULL))
    return jx_form_parser_fail (parser, element, _("“%s” is “%s”; write a whole number from 1 to %d"), name, value, most);
  *count = parsed;

  return TRUE;
}

gboolean
jx_form_parser_get_choice (JxFormParser *parser, xmlNode *element, const char *name, const char *choices, int *choice)
{
  g_autofree char *value = jx_form_parser_dup_attribute (element, name);
  g_auto (GStrv) words = NULL;

  if (value == NULL)
    return TRUE;

  words = g_strsplit (choices, " ", -1);
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], value))
      {
        *choice = i;
        return TRUE;
      }

  return jx_form_parser_fail (parser, element, _("“%s” is “%s”; choose one of: %s"), name, value, choices);
}

gboolean
jx_form_parser_get_numbers (JxFormParser *parser, xmlNode *element, const char *name, double from, double to, GArray *numbers)
{
  g_autofree char *value = jx_form_parser_dup_attribute (element, name);
  g_auto (GStrv) words = NULL;

  if (value == NULL)
    return TRUE;

  words = g_strsplit_set (value, " \t\n", -1);
  for (int i = 0; words[i] != NULL; i++)
    {
      char *end;
      double number = g_ascii_strtod (words[i], &end);

      if (*words[i] == '\0')
        continue;
      if (*end != '\0' || !(number >= from && number <= to))
        return jx_form_parser_fail (parser, element, _("“%s” has “%s” in “%s”; write numbers from %g to %g"), name, words[i], value, from, to);
      g_array_append_val (numbers, number);
    }

  return TRUE;
}

static gboolean
read_page (JxFormParser *parser, xmlNode *element)
{
  static const struct { double width_mm, height_mm; } sizes[] = { { 210, 297 }, { 297, 420 } };
  g_autoptr (GArray) margins = g_array_new (FALSE, FALSE, sizeof (double));
  JxFormPage *page = &parser->form->page;
  int size = 0, landscape = 0;

  if (!jx_form_parser_check_attributes (parser, element, "size orientation margins-mm")
      || !jx_form_parser_get_choice (parser, element, "size", "A4 A3", &size)
      || !jx_form_parser_get_choice (parser, element, "orientation", "portrait landscape", &landscape)
      || !jx_form_parser_get_numbers (parser, element, "margins-mm", 0, 100, margins))
    return FALSE;
  if (margins->len != 0 && margins->len != 4)
    return jx_form_parser_fail (parser, element, _("“margins-mm” takes four numbers: top, right, bottom, left"));

  page->width_mm = landscape ? sizes[size].height_mm : sizes[size].width_mm;
  page->height_mm = landscape ? sizes[size].width_mm : sizes[size].height_mm;
  if (margins->len == 4)
    {
      const double *margin = (const double *) margins->data;

      page->top_mm = margin[0];
      page->right_mm = margin[1];
      page->bottom_mm = margin[2];
      page->left_mm = margin[3];
    }

  return TRUE;
}

static void
style_free (gpointer data)
{
  JxStyle *style = data;

  g_free (style->name);
  g_free (style->face);
  g_free (style);
}

static gboolean
read_style (JxFormParser *parser, xmlNode *element)
{
  static const char *const faces[] = { "fangsong", "song", "song-title", "kai", "hei" };
  JxStyle *style = g_new0 (JxStyle, 1);
  int face = 0, align = JX_ALIGN_START;

  g_ptr_array_add (parser->form->styles, style);
  style->name = jx_form_parser_dup_attribute (element, "name");
  style->size_pt = 10.5;
  if (style->name == NULL)
    return jx_form_parser_fail (parser, element, _("the style has no “name”; give it one"));
  if (!jx_form_parser_check_attributes (parser, element, "name face size-pt line-height-pt space-before-pt space-after-pt indent-em bold align")
      || !jx_form_parser_get_choice (parser, element, "face", "fangsong song song-title kai hei", &face)
      || !jx_form_parser_get_number (parser, element, "size-pt", 4, 96, &style->size_pt)
      || !jx_form_parser_get_number (parser, element, "line-height-pt", 0, 200, &style->line_height_pt)
      || !jx_form_parser_get_number (parser, element, "space-before-pt", 0, 400, &style->space_before_pt)
      || !jx_form_parser_get_number (parser, element, "space-after-pt", 0, 400, &style->space_after_pt)
      || !jx_form_parser_get_number (parser, element, "indent-em", 0, 20, &style->indent_em)
      || !jx_form_parser_get_choice (parser, element, "bold", "no yes", &style->bold)
      || !jx_form_parser_get_choice (parser, element, "align", "start center end justify auto", &align))
    return FALSE;
  style->face = g_strdup (faces[face]);
  style->align = align;

  return TRUE;
}

/* Title, page and styles, wherever among the blocks they stand: the blocks need all styles. */
static gboolean
read_head (JxFormParser *parser, xmlNode *root)
{
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      const char *name = (const char *) child->name;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (g_str_equal (name, "title"))
        {
          xmlChar *title = xmlNodeGetContent (child);

          g_free (parser->form->title);
          parser->form->title = g_strstrip (g_strdup ((const char *) title));
          xmlFree (title);
        }
      else if ((g_str_equal (name, "page") && !read_page (parser, child))
               || (g_str_equal (name, "style") && !read_style (parser, child)))
        return FALSE;
    }

  if (parser->form->title == NULL || *parser->form->title == '\0')
    return jx_form_parser_fail (parser, root, _("the form has no title; write <title>…</title> first"));

  return TRUE;
}

static gboolean
read_root (JxFormParser *parser, xmlNode *root)
{
  g_autofree char *subject = NULL;
  JxForm *form = parser->form;

  if (root->ns == NULL || strcmp ((const char *) root->ns->href, NAMESPACE) != 0 || strcmp ((const char *) root->name, "form") != 0)
    return jx_form_parser_fail (parser, root, _("this is not a form; its first element must be <form xmlns=\"%s\">"), NAMESPACE);
  if (!jx_form_parser_check_attributes (parser, root, "id subject standard")
      || !jx_form_parser_get_choice (parser, root, "standard", "no yes", &form->standard))
    return FALSE;

  form->id = jx_form_parser_dup_attribute (root, "id");
  if (form->id == NULL || *form->id == '\0')
    return jx_form_parser_fail (parser, root, _("the form has no “id”; give it a short name of its own"));
  subject = jx_form_parser_dup_attribute (root, "subject");
  form->subject = subject != NULL ? jx_form_find_kind (subject) : JX_KIND_DOCUMENT;
  if (form->subject != JX_KIND_DOCUMENT && form->subject != JX_KIND_PROJECT)
    return jx_form_parser_fail (parser, root, _("the form's “subject” is “%s”; it is “document” or “project”"), subject);

  form->root = jx_form_node_new (NULL, JX_NODE_FORM, xmlGetLineNo (root));

  return read_head (parser, root) && jx_form_parser_read_blocks (parser, root);
}

static xmlDoc *
read_xml (const char *data, gsize length, const char *file, GError **error)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  g_autoptr (xmlDoc) tree = NULL;

  if (length > MAX_BYTES)
    {
      jx_error_set_at (error, JX_ERROR_LIMIT, file, 0, _("the form is larger than 1 MiB; make it smaller"));
      return NULL;
    }

  tree = xmlCtxtReadMemory (context, data, length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (tree == NULL)
    {
      const xmlError *cause = xmlCtxtGetLastError (context);
      g_autofree char *message = g_strstrip (g_strdup (cause != NULL && cause->message != NULL ? cause->message : ""));

      jx_error_set_at (error, JX_ERROR_SYNTAX, file, cause != NULL ? MAX (cause->line, 1) : 1,
                       _("this is not well-formed XML (%s); mend the markup"), message);
      return NULL;
    }
  if (xmlGetIntSubset (tree) != NULL)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, file, 1, _("the form has a document type declaration; remove it"));
      return NULL;
    }

  return g_steal_pointer (&tree);
}

JxForm *
jx_form_parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (JxForm) form = NULL;
  g_autoptr (xmlDoc) tree = NULL;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  tree = read_xml (data, length, name, error);
  if (tree == NULL)
    return NULL;

  form = g_new0 (JxForm, 1);
  form->file = g_strdup (name);
  form->styles = g_ptr_array_new_with_free_func (style_free);
  form->page = (JxFormPage) { .width_mm = 210, .height_mm = 297, .top_mm = 37, .right_mm = 26, .bottom_mm = 35, .left_mm = 28 };

  if (!read_root (&(JxFormParser) { form, error }, xmlDocGetRootElement (tree)))
    return NULL;
  jx_form_complete_keys (form);

  return g_steal_pointer (&form);
}
