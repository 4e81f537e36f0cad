/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of a form's XML: headings, paragraphs, tables, rows, cells. */
#include "form/jx-form-parse.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* More columns than a page has characters are a slip of the pen. */
#define MAX_COLUMNS 100
#define MAX_ROWS 100
#define MAX_LEVEL 4

#define IN(type) (1u << (type))

/* Which elements there are, what they may stand in, and what they take. */
static const struct
{
  const char *name;
  JxNodeType type;
  guint parents;
  const char *attributes;
} elements[] = {
  { "title-page", JX_NODE_TITLE_PAGE, IN (JX_NODE_FORM), "" },
  { "contents", JX_NODE_CONTENTS, IN (JX_NODE_FORM), "style" },
  { "heading", JX_NODE_HEADING, IN (JX_NODE_FORM) | IN (JX_NODE_EACH), "level style page-before" },
  { "paragraph", JX_NODE_PARAGRAPH, IN (JX_NODE_FORM) | IN (JX_NODE_EACH) | IN (JX_NODE_TITLE_PAGE), "style" },
  { "table", JX_NODE_TABLE, IN (JX_NODE_FORM) | IN (JX_NODE_EACH), "widths style frame page-before joined" },
  { "row", JX_NODE_ROW, IN (JX_NODE_TABLE) | IN (JX_NODE_EACH), "header style frame" },
  { "cell", JX_NODE_CELL, IN (JX_NODE_ROW) | IN (JX_NODE_ACROSS), "columns rows merge list style frame" },
  { "across", JX_NODE_ACROSS, IN (JX_NODE_ROW), "list columns items planned" },
  { "each", JX_NODE_EACH, IN (JX_NODE_FORM) | IN (JX_NODE_TABLE) | IN (JX_NODE_EACH), "list page-before beside by" },
  { "use", JX_NODE_USE, IN (JX_NODE_FORM) | IN (JX_NODE_EACH), "form list page-before" },
};

/* Where a form names no style. */
static char plain[] = "plain";
static char fangsong[] = "fangsong";
static const JxStyle plain_cell = { plain, fangsong, 10.5, .align = JX_ALIGN_AUTO };
static const JxStyle plain_text = { plain, fangsong, 16, 28, .align = JX_ALIGN_START };

static gboolean read_children (JxFormParser *parser, xmlNode *element, JxFormNode *node, JxKind scope);

static gboolean
has_words (const JxFormNode *node)
{
  return node->type == JX_NODE_CELL || node->type == JX_NODE_HEADING || node->type == JX_NODE_PARAGRAPH || node->type == JX_NODE_CONTENTS;
}

static gboolean
is_in_table (const JxFormNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->type == JX_NODE_TABLE)
      return TRUE;

  return FALSE;
}

static const JxStyle *
find_style (const JxForm *form, const char *name)
{
  for (guint i = 0; i < form->styles->len; i++)
    {
      const JxStyle *style = form->styles->pdata[i];

      if (g_str_equal (style->name, name))
        return style;
    }

  return NULL;
}

/* The style named, else the one of the row or table, else the one called after the element. */
static gboolean
read_style_of (JxFormParser *parser, xmlNode *element, JxFormNode *node)
{
  g_autofree char *name = jx_form_parser_dup_attribute (element, "style");
  g_autofree char *usual = NULL;

  if (name != NULL)
    {
      node->style = find_style (parser->form, name);
      if (node->style == NULL)
        return jx_form_parser_fail (parser, element, _("there is no style “%s”; write <style name=\"%s\" …/> at the top"), name, name);
      return TRUE;
    }
  if (node->type == JX_NODE_TABLE)
    return TRUE;
  for (const JxFormNode *holder = node->parent; is_in_table (holder); holder = holder->parent)
    if (holder->style != NULL)
      {
        node->style = holder->style;
        return TRUE;
      }
  if (!has_words (node))
    return TRUE;

  if (node->type == JX_NODE_CELL && jx_form_node_is_label (node))
    node->style = find_style (parser->form, "label");
  if (node->style == NULL)
    {
      usual = node->type == JX_NODE_HEADING ? g_strdup_printf ("heading-%d", node->level) : g_strdup ((const char *) element->name);
      node->style = find_style (parser->form, usual);
    }
  if (node->style == NULL)
    node->style = node->type == JX_NODE_CELL ? &plain_cell : &plain_text;

  return TRUE;
}

/* Line breaks in the file, and the blanks that indent its lines, are not words of the form. */
static char *
dup_words (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_lines = g_strv_length (lines); /* none in an empty text */

  for (guint i = 0; i < n_lines; i++)
    {
      g_strdelimit (lines[i], "\t\r", ' ');
      if (i > 0)
        g_strchug (lines[i]);
      if (i + 1 < n_lines)
        g_strchomp (lines[i]);
      g_string_append (words, lines[i]);
    }

  return g_strdup (words->str);
}

/* The list whose items stand beside those the words are about. */
static JxKind
find_beside (const JxFormNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->beside != JX_N_KINDS)
      return node->beside;

  return JX_N_KINDS;
}

static gboolean
read_words (JxFormParser *parser, xmlNode *element, JxFormNode *node, JxKind scope)
{
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          g_autofree char *words = dup_words ((const char *) child->content);

          if (!jx_form_parts_add (node->parts, words, scope, find_beside (node), parser->form->file, xmlGetLineNo (element), parser->error))
            return FALSE;
        }
      else if (child->type == XML_ELEMENT_NODE && g_str_equal (child->name, "br"))
        g_ptr_array_add (node->parts, jx_form_part_new (JX_PART_BREAK, NULL, 0));
      else if (child->type == XML_ELEMENT_NODE && g_str_equal (child->name, "alias"))
        {
          xmlChar *content = xmlNodeGetContent (child);
          char *words = dup_words ((const char *) content);

          xmlFree (content);
          g_ptr_array_add (node->aliases, words);
        }
      else if (child->type != XML_COMMENT_NODE && child->type != XML_PI_NODE)
        return jx_form_parser_fail (parser, child, _("“%s” may not stand among words; only <br/> and <alias> may"), child->name);
    }

  return TRUE;
}

static gboolean
read_list (JxFormParser *parser, xmlNode *element, JxFormNode *node, JxKind *scope)
{
  g_autofree char *list = jx_form_parser_dup_attribute (element, "list");
  gboolean needed = node->type == JX_NODE_EACH || node->type == JX_NODE_ACROSS;

  if (list == NULL)
    return !needed || jx_form_parser_fail (parser, element, _("“%s” does not say of which “list”; name one"), element->name);

  node->each = jx_form_find_kind (list);
  if (node->each == JX_N_KINDS || jx_form_kind_holder (node->each) != *scope)
    return jx_form_parser_fail (parser, element, _("a “%s” holds no list “%s”; name one of its lists"), jx_form_kind_name (*scope), list);
  *scope = node->each;

  return TRUE;
}

/* @holder: whose lists they are. */
static gboolean
read_beside (JxFormParser *parser, xmlNode *element, JxFormNode *node, JxKind holder)
{
  g_autofree char *beside = jx_form_parser_dup_attribute (element, "beside");
  g_autofree char *by = jx_form_parser_dup_attribute (element, "by");

  if (beside == NULL)
    return by == NULL || jx_form_parser_fail (parser, element, _("“by” says how two lists belong together; name the second with “beside”"));

  node->beside = jx_form_find_kind (beside);
  if (node->beside == JX_N_KINDS || node->beside == node->each || jx_form_kind_holder (node->beside) != holder)
    return jx_form_parser_fail (parser, element, _("a “%s” holds no list “%s”; name one of its lists"), jx_form_kind_name (holder), beside);
  if (!is_in_table (node))
    return jx_form_parser_fail (parser, element, _("only rows of a table have lists “beside” one another; put it into a table"));

  node->by = g_strsplit (by != NULL ? by : "", " ", -1);
  for (guint i = 0; node->by[i] != NULL; i++)
    if (jx_field_find (node->each, node->by[i]) == JX_FIELD_NONE || jx_field_find (node->beside, node->by[i]) == JX_FIELD_NONE)
      return jx_form_parser_fail (parser, element, _("“by” names “%s”, which both lists do not have; name a field of both"), node->by[i]);

  return TRUE;
}

static gboolean
read_numbers (JxFormParser *parser, xmlNode *element, JxFormNode *node)
{
  int merge = 0;

  node->level = 1;
  node->frame = node->parent->frame;
  /* An across that does not say counts its cells; see complete(). */
  node->columns = node->type == JX_NODE_ACROSS ? 0 : 1;
  if (!jx_form_parser_get_count (parser, element, "level", MAX_LEVEL, &node->level)
      || !jx_form_parser_get_count (parser, element, "columns", MAX_COLUMNS, &node->columns)
      || !jx_form_parser_get_count (parser, element, "rows", MAX_ROWS, &node->rows)
      || !jx_form_parser_get_count (parser, element, "items", MAX_COLUMNS, &node->items)
      || !jx_form_parser_get_numbers (parser, element, "widths", 0.001, 10000, node->widths)
      || !jx_form_parser_get_choice (parser, element, "merge", "no yes drawn", &merge)
      || !jx_form_parser_get_choice (parser, element, "header", "no yes", &node->header)
      || !jx_form_parser_get_choice (parser, element, "frame", "no yes", &node->frame)
      || !jx_form_parser_get_choice (parser, element, "page-before", "no yes", &node->page_before)
      || !jx_form_parser_get_choice (parser, element, "joined", "no yes", &node->joined)
      || !jx_form_parser_get_choice (parser, element, "planned", "no yes", &node->planned))
    return FALSE;

  node->merge = merge != 0;
  node->drawn_only = merge == 2;

  return TRUE;
}

/* What can be known only when all that stands inside has been read. */
static gboolean
complete (JxFormParser *parser, xmlNode *element, JxFormNode *node)
{
  guint sum = 0;

  if ((node->type == JX_NODE_ROW || node->type == JX_NODE_ACROSS || node->type == JX_NODE_TABLE) && node->children->len == 0)
    return jx_form_parser_fail (parser, element, _("“%s” is empty; put something in, or remove it"), element->name);

  if (node->type == JX_NODE_ACROSS)
    {
      for (guint i = 0; i < node->children->len; i++)
        sum += ((JxFormNode *) node->children->pdata[i])->columns;
      if (node->columns == 0)
        node->columns = sum * node->items;
    }
  else if (node->type == JX_NODE_TABLE)
    {
      const JxFormNode *first = node->children->pdata[0];
      const double width = 1;

      /* Without widths, all columns of the first row are equal. */
      if (node->widths->len == 0 && first->type == JX_NODE_ROW)
        for (guint i = 0; i < first->children->len; i++)
          for (int j = 0; j < ((JxFormNode *) first->children->pdata[i])->columns; j++)
            g_array_append_val (node->widths, width);
      if (node->widths->len == 0 || node->widths->len > MAX_COLUMNS)
        return jx_form_parser_fail (parser, element, _("the table has %u “widths”; write from 1 to %d"), node->widths->len, MAX_COLUMNS);
      return jx_form_check_table (node, parser->form->file, parser->error);
    }

  return TRUE;
}

static gboolean
read_element (JxFormParser *parser, xmlNode *element, JxFormNode *parent, JxKind scope, guint which)
{
  JxFormNode *node = jx_form_node_new (parent, elements[which].type, xmlGetLineNo (element));
  JxKind holder = scope;

  if (!jx_form_parser_check_attributes (parser, element, elements[which].attributes)
      || !read_numbers (parser, element, node)
      || !read_list (parser, element, node, &scope)
      || !read_beside (parser, element, node, holder))
    return FALSE;

  node->use = jx_form_parser_dup_attribute (element, "form");
  if (node->type == JX_NODE_USE && node->use == NULL)
    return jx_form_parser_fail (parser, element, _("“use” does not say which “form”; name one"));

  /* Rows need their style before their cells are read, cells need their words first. */
  if (has_words (node))
    return read_words (parser, element, node, scope) && read_style_of (parser, element, node);

  return read_style_of (parser, element, node)
         && read_children (parser, element, node, scope)
         && complete (parser, element, node);
}

static gboolean
may_stand_in (guint which, const JxFormNode *parent)
{
  if ((elements[which].parents & IN (parent->type)) == 0)
    return FALSE;

  /* An each holds rows inside a table and blocks outside. */
  return parent->type != JX_NODE_EACH
         || elements[which].type == JX_NODE_EACH
         || is_in_table (parent) == (elements[which].type == JX_NODE_ROW);
}

static gboolean
read_child (JxFormParser *parser, xmlNode *child, JxFormNode *node, JxKind scope)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (child->name, elements[i].name))
      {
        if (!may_stand_in (i, node))
          return jx_form_parser_fail (parser, child, _("“%s” may not stand in “%s”; put it elsewhere"), child->name, child->parent->name);
        return read_element (parser, child, node, scope, i);
      }

  return jx_form_parser_fail (parser, child, _("a form has no element “%s”; look for a slip of the pen"), child->name);
}

static gboolean
is_head (const xmlNode *child, const JxFormNode *node)
{
  static const char *const names[] = { "title", "page", "style", NULL };

  return node->type == JX_NODE_FORM && g_strv_contains (names, (const char *) child->name);
}

static gboolean
read_children (JxFormParser *parser, xmlNode *element, JxFormNode *node, JxKind scope)
{
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        {
          if (!is_head (child, node) && !read_child (parser, child, node, scope))
            return FALSE;
        }
      else if (child->type != XML_COMMENT_NODE && child->type != XML_PI_NODE && !xmlIsBlankNode (child))
        return jx_form_parser_fail (parser, element, _("there are words straight in “%s”; put them into a heading, paragraph or cell"), element->name);
    }

  return TRUE;
}

gboolean
jx_form_parser_read_blocks (JxFormParser *parser, xmlNode *root)
{
  return read_children (parser, root, parser->form->root, parser->form->subject);
}
