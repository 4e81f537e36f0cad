/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml/jx-xml-build.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-escape.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-refuse.h"

#define MAX_PROJECTS 200000
#define MAX_ITEMS 5000000
/* What is kept of a later version's file. */
#define MAX_KEPT_BYTES (16 * 1024 * 1024)
#define MAX_KEPT_DEPTH 100
#define MAX_UTF8_BYTES 4

static inline JxXmlOpenItem *
innermost (JxXmlBuild *build)
{
  return build->n_open > 0 ? &build->open[build->n_open - 1] : NULL;
}

static void
check_limits (JxXmlBuild *build)
{
  if (build->keeper.depth > MAX_KEPT_DEPTH)
    jx_xml_refuse (build, JX_ERROR_LIMIT, 0,
                         _("the elements are nested more than %d deep; remove what does not belong to the document"),
                         MAX_KEPT_DEPTH);
  else if (build->keeper.total > MAX_KEPT_BYTES)
    jx_xml_refuse (build, JX_ERROR_LIMIT, 0,
                         _("the document holds too much that this version does not know; open it with a newer Jixiao"));
}

static void
open_item (JxXmlBuild *build, JxItem *item, int n_attributes, const xmlChar **attributes)
{
  JxXmlOpenItem *open = &build->open[build->n_open];
  gboolean is_root = build->n_open == 0;
  guint count;

  build->n_open++;
  *open = (JxXmlOpenItem) { .item = item, .kind = jx_item_get_kind (item) };
  jx_field_get_range (open->kind, &open->first, &count);
  open->next = open->first;
  open->end = open->first + count;

  if (n_attributes == 0 || (is_root && n_attributes == 1))
    return;
  if (build->later)
    open->attributes = jx_xml_keeper_attributes (&build->keeper, n_attributes, attributes, is_root ? "version" : NULL);
  else
    jx_xml_refuse_attribute (build, open->kind, n_attributes, attributes);
}

static void
start_item (JxXmlBuild *build, JxKind kind, int n_attributes, const xmlChar **attributes)
{
  JxXmlOpenItem *parent = innermost (build);
  JxItem *item;

  if (kind == JX_KIND_PROJECT && jx_item_count (parent->item, kind) >= MAX_PROJECTS)
    {
      jx_xml_refuse (build, JX_ERROR_LIMIT, 0, _("there are more than %d projects; split the document"), MAX_PROJECTS);
      return;
    }
  if (++build->n_items > MAX_ITEMS)
    {
      jx_xml_refuse (build, JX_ERROR_LIMIT, 0, _("there are more than %d rows; split the document"), MAX_ITEMS);
      return;
    }

  item = jx_item_new (build->document, kind);
  jx_item_append (parent->item, item);
  open_item (build, item, n_attributes, attributes);
}

static void
start_field (JxXmlBuild *build, JxField field, int n_attributes, const xmlChar **attributes)
{
  JxXmlOpenItem *open = innermost (build);

  if (n_attributes > 0 && !build->later)
    {
      jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0, _("“%s” has an unknown attribute “%s”; remove it"),
                           jx_field_get_label (field), (const char *) attributes[0]);
      return;
    }
  if (n_attributes > 0)
    build->field_attributes = jx_xml_keeper_attributes (&build->keeper, n_attributes, attributes, NULL);

  open->seen |= G_GUINT64_CONSTANT (1) << (field - open->first);
  open->next = MAX (open->next, field + 1);
  build->field = field;
  build->field_line = xmlSAX2GetLineNumber (build->context);
  g_string_truncate (build->text, 0);
}

/* A part that does not come in its turn. In later versions the turn may be another. */
static gboolean
start_out_of_turn (JxXmlBuild *build, const xmlChar *name, int n_attributes, const xmlChar **attributes)
{
  JxXmlOpenItem *open = innermost (build);
  const JxKind *kinds;
  guint n_kinds;

  for (JxField field = open->first; field < open->end; field++)
    if (build->field_names[field] == name)
      {
        if (open->seen & G_GUINT64_CONSTANT (1) << (field - open->first))
          jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0, _("“%s” stands twice in one “%s”; remove one of them"),
                         jx_field_get_label (field), jx_kind_get_label (open->kind));
        else if (build->later)
          start_field (build, field, n_attributes, attributes);
        else
          jx_xml_refuse_late (build, open, jx_field_get_label (field));
        return TRUE;
      }

  kinds = jx_kind_get_child_kinds (open->kind, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (build->kind_names[kinds[i]] == name)
      {
        if (build->later)
          start_item (build, kinds[i], n_attributes, attributes);
        else
          jx_xml_refuse_late (build, open, jx_kind_get_label (kinds[i]));
        return TRUE;
      }

  return FALSE;
}

/* Whether @name is a part of the innermost item, begun (or refused) by now. */
static gboolean
start_known (JxXmlBuild *build, const xmlChar *name, int n_attributes, const xmlChar **attributes)
{
  JxXmlOpenItem *open = innermost (build);
  const JxKind *kinds;
  guint n_kinds;

  if (open->list == 0)
    for (JxField field = open->next; field < open->end; field++)
      if (build->field_names[field] == name)
        {
          start_field (build, field, n_attributes, attributes);
          return TRUE;
        }

  kinds = jx_kind_get_child_kinds (open->kind, &n_kinds);
  for (guint i = open->list > 0 ? open->list - 1 : 0; i < n_kinds; i++)
    if (build->kind_names[kinds[i]] == name)
      {
        open->list = i + 1;
        start_item (build, kinds[i], n_attributes, attributes);
        return TRUE;
      }

  return start_out_of_turn (build, name, n_attributes, attributes);
}

/* Makes ready to keep an unknown element: in a field beside the text so far, else on a line of its own. */
static void
begin_keeping (JxXmlBuild *build)
{
  g_string_truncate (build->keeper.text, 0);
  if (build->field == JX_FIELD_NONE)
    g_string_append_printf (build->keeper.text, "%*s", 2 * (int) build->n_open, "");
  else if (build->field_content == NULL)
    {
      build->field_content = g_string_new (NULL);
      jx_xml_escape_text (build->field_content, build->text->str, build->text->len);
    }
}

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces,
                  int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  JxXmlBuild *build = data;

  /* A tag that the end of the file cuts off is told nevertheless; an error follows. */
  if (build->all_seen && jx_xml_build_bytes_left (build) == 0)
    return;

  if (build->keeper.depth == 0)
    {
      if (build->n_open == 0)
        {
          if (jx_xml_check_root (build, name, uri, n_attributes, attributes))
            open_item (build, jx_document_get_root (build->document), n_attributes, attributes);
          return;
        }
      if (build->field == JX_FIELD_NONE && uri == build->namespace
          && start_known (build, name, n_attributes, attributes))
        return;
      if (!build->later)
        {
          jx_xml_refuse_unknown (build, name);
          return;
        }
      begin_keeping (build);
    }

  jx_xml_keeper_start (&build->keeper, name, prefix, uri, n_namespaces, namespaces, n_attributes, attributes);
  check_limits (build);
}

static void
finish_keeping (JxXmlBuild *build)
{
  JxXmlOpenItem *open = innermost (build);

  if (build->field != JX_FIELD_NONE)
    {
      g_string_append_len (build->field_content, build->keeper.text->str, build->keeper.text->len);
      return;
    }

  if (open->elements == NULL)
    open->elements = g_string_new (NULL);
  g_string_append_len (open->elements, build->keeper.text->str, build->keeper.text->len);
  g_string_append_c (open->elements, '\n');
}

static void
check_value (JxXmlBuild *build)
{
  g_autoptr (GError) error = NULL;

  if (!jx_field_check (build->field, build->text->str, &error))
    jx_xml_refuse (build, error->code, build->field_line, "%s", error->message);
}

/* An endless text is refused before it fills the memory. */
static void
refuse_long_value (JxXmlBuild *build)
{
  jx_xml_refuse (build, JX_ERROR_VALUE, build->field_line, _("“%s” is too long; shorten it to %u characters"),
                 jx_field_get_label (build->field), jx_field_get_info (build->field)->max_characters);
}

static void
finish_field (JxXmlBuild *build)
{
  JxItem *item = innermost (build)->item;

  check_value (build);
  jx_item_init (item, build->field, build->text->str);
  if (build->field_attributes != NULL || build->field_content != NULL)
    jx_item_init_field_extra (item, build->field, build->field_attributes,
                              build->field_content != NULL ? build->field_content->str : NULL);

  build->field = JX_FIELD_NONE;
  g_clear_pointer (&build->field_attributes, g_free);
  if (build->field_content != NULL)
    g_string_free (g_steal_pointer (&build->field_content), TRUE);
}

static void
clear_open_item (JxXmlOpenItem *open)
{
  g_clear_pointer (&open->attributes, g_free);
  if (open->elements != NULL)
    g_string_free (g_steal_pointer (&open->elements), TRUE);
}

static void
finish_item (JxXmlBuild *build)
{
  JxXmlOpenItem *open = innermost (build);

  if (open->attributes != NULL || open->elements != NULL)
    jx_item_init_extra (open->item, open->attributes, open->elements != NULL ? open->elements->str : NULL);

  clear_open_item (open);
  build->n_open--;
  build->ended = build->n_open == 0;
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  JxXmlBuild *build = data;

  if (build->keeper.depth > 0)
    {
      jx_xml_keeper_end (&build->keeper, name, prefix);
      if (build->keeper.depth == 0)
        finish_keeping (build);
    }
  else if (build->field != JX_FIELD_NONE)
    finish_field (build);
  else if (build->n_open > 0)
    finish_item (build);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r')
      return FALSE;

  return TRUE;
}

static void
characters_cb (void *data, const xmlChar *bytes, int length)
{
  JxXmlBuild *build = data;
  const char *text = (const char *) bytes;

  if (build->keeper.depth > 0)
    {
      jx_xml_keeper_text (&build->keeper, bytes, length);
      check_limits (build);
    }
  else if (build->field != JX_FIELD_NONE)
    {
      g_string_append_len (build->text, text, length);
      if (build->field_content != NULL)
        jx_xml_escape_text (build->field_content, text, length);
      if (build->text->len > MAX_UTF8_BYTES * (gsize) jx_field_get_info (build->field)->max_characters)
        refuse_long_value (build);
    }
  else if (!is_blank (text, length) && build->n_open > 0)
    jx_xml_refuse_stray_text (build, text, length);
}

static void
comment_cb (void *data, const xmlChar *text)
{
  JxXmlBuild *build = data;

  if (build->keeper.depth > 0)
    {
      jx_xml_keeper_comment (&build->keeper, text);
      check_limits (build);
    }
}

static void
doctype_cb (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  JxXmlBuild *build = data;

  jx_xml_refuse (build, JX_ERROR_STRUCTURE, 0,
                 _("a goal document has no document type; remove <!DOCTYPE %s …> and what it declares"), (const char *) name);
}

void
jx_xml_build_init (JxXmlBuild *build, const char *name)
{
  *build = (JxXmlBuild) {
    .name = name,
    .document = jx_document_new (),
    .field = JX_FIELD_NONE,
    .text = g_string_new (NULL),
  };
  jx_xml_keeper_init (&build->keeper);
}

/* Names as the parser keeps them, so that one comparison of pointers tells whether they are equal. */
void
jx_xml_build_set_names (JxXmlBuild *build, xmlParserCtxt *context)
{
  build->context = context;
  build->namespace = xmlDictLookup (context->dict, BAD_CAST JX_XML_NAMESPACE, -1);
  for (JxKind kind = 0; kind < JX_N_KINDS; kind++)
    build->kind_names[kind] = xmlDictLookup (context->dict, BAD_CAST jx_kind_get_xml_name (kind), -1);
  for (JxField field = 0; field < JX_N_FIELDS; field++)
    build->field_names[field] = xmlDictLookup (context->dict, BAD_CAST jx_field_get_info (field)->xml_name, -1);
}

void
jx_xml_build_clear (JxXmlBuild *build)
{
  for (guint i = 0; i < build->n_open; i++)
    clear_open_item (&build->open[i]);
  if (build->field_content != NULL)
    g_string_free (build->field_content, TRUE);
  g_string_free (build->text, TRUE);
  g_free (build->field_attributes);
  jx_xml_keeper_clear (&build->keeper);
  g_clear_object (&build->document);
  g_clear_error (&build->error);
}

gsize
jx_xml_build_bytes_left (const JxXmlBuild *build)
{
  const xmlParserInput *input = build->context->input;

  return input != NULL ? input->end - input->cur : 0;
}

void
jx_xml_build_fill_handler (xmlSAXHandler *handler)
{
  handler->internalSubset = doctype_cb;
  handler->startElementNs = start_element_cb;
  handler->endElementNs = end_element_cb;
  handler->characters = characters_cb;
  /* All white space is told as text, else the parser guesses which of it matters. */
  handler->ignorableWhitespace = characters_cb;
  handler->cdataBlock = characters_cb;
  handler->comment = comment_cb;
  handler->initialized = XML_SAX2_MAGIC;
}
