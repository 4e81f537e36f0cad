/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-clip.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Tables on the clipboard, as browsers, word processors and spreadsheets write them. */

#define MAX_COLUMNS 64

/* A cell that reaches into rows below. */
typedef struct
{
  char *text;
  guint left;
} Reach;

typedef struct
{
  GPtrArray *rows;           /* (element-type GPtrArray): of texts, spans filled in */
  Reach reaches[MAX_COLUMNS];
  gboolean begins[MAX_COLUMNS]; /* whether any cell begins in the column */
  gboolean has_table;
} Reader;

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
is_one_of (const xmlNode *node, const char * const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

static gboolean
is_cell (const xmlNode *node)
{
  return is_element (node, "td") || is_element (node, "th");
}

static void
break_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

/* White space is one blank; and none where a page's source was wrapped between two Chinese characters. */
static void
append_words (GString *out, const char *words)
{
  gboolean blank = FALSE, wrapped = FALSE;

  for (const char *at = words; *at; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == 0xa0 || g_ascii_isspace (*at))
        {
          wrapped = wrapped || *at == '\n' || *at == '\r';
          blank = TRUE;
          continue;
        }
      if (blank && out->len > 0 && !g_ascii_isspace (out->str[out->len - 1]))
        {
          gunichar before = g_utf8_get_char (g_utf8_prev_char (out->str + out->len));

          if (!wrapped || !g_unichar_iswide (before) || !g_unichar_iswide (character))
            g_string_append_c (out, ' ');
        }
      blank = wrapped = FALSE;
      g_string_append_unichar (out, character);
    }
  if (blank && !wrapped && out->len > 0 && !g_ascii_isspace (out->str[out->len - 1]))
    g_string_append_c (out, ' ');
}

static void
append_content (GString *out, const xmlNode *node)
{
  static const char *blocks[] = { "p", "div", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", NULL };
  static const char *unseen[] = { "script", "style", "head", "title", "template", NULL };

  for (const xmlNode *child = node->children; child; child = child->next)
    {
      gboolean is_block = is_one_of (child, blocks);

      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        append_words (out, (const char *) child->content);
      else if (is_element (child, "br"))
        g_string_append_c (out, '\n');
      else if (child->type == XML_ELEMENT_NODE && !is_one_of (child, unseen))
        {
          if (is_block)
            break_line (out);
          append_content (out, child);
          if (is_block)
            break_line (out);
        }
    }
}

static guint
get_span (xmlNode *node, const char *name, guint most)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);
  guint64 span = value ? g_ascii_strtoull ((const char *) value, NULL, 10) : 1;

  xmlFree (value);

  return CLAMP (span, 1, most);
}

static void
put (Reader *reader, GPtrArray *row, const char *text, guint left)
{
  Reach *reach = &reader->reaches[row->len];

  g_free (reach->text);
  reach->text = g_strdup (text);
  reach->left = left;
  g_ptr_array_add (row, g_strdup (text));
}

/* Takes over what reaches into this row from above, up to where the next cell belongs. */
static void
put_reaches (Reader *reader, GPtrArray *row)
{
  while (row->len < MAX_COLUMNS && reader->reaches[row->len].left > 0)
    {
      Reach *reach = &reader->reaches[row->len];

      reach->left--;
      g_ptr_array_add (row, g_strdup (reach->text));
    }
}

static void
read_row (Reader *reader, xmlNode *node)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *child = node->children; child; child = child->next)
    {
      g_autoptr (GString) text = NULL;
      guint columns, rows;

      if (!is_cell (child))
        continue;
      put_reaches (reader, row);
      if (row->len == MAX_COLUMNS)
        break;

      text = g_string_new (NULL);
      append_content (text, child);
      g_strstrip (text->str);
      columns = get_span (child, "colspan", MAX_COLUMNS - row->len);
      rows = get_span (child, "rowspan", JX_CLIP_MAX_ROWS);
      reader->begins[row->len] = TRUE;
      for (guint i = 0; i < columns; i++)
        put (reader, row, text->str, rows - 1);
    }
  /* Reaches may stand right of a gap too. */
  for (guint c = row->len; c < MAX_COLUMNS; c++)
    if (reader->reaches[c].left > 0)
      {
        while (row->len < c)
          g_ptr_array_add (row, g_strdup (""));
        put_reaches (reader, row);
      }
  g_ptr_array_add (reader->rows, row);
}

static void
forget_reaches (Reader *reader)
{
  for (guint c = 0; c < MAX_COLUMNS; c++)
    {
      g_clear_pointer (&reader->reaches[c].text, g_free);
      reader->reaches[c].left = 0;
    }
}

static void
find_rows (Reader *reader, xmlNode *node)
{
  for (xmlNode *child = node->children; child; child = child->next)
    {
      if (reader->rows->len > JX_CLIP_MAX_ROWS)
        return;
      if (is_element (child, "tr"))
        {
          read_row (reader, child);
          continue;
        }
      if (is_element (child, "table"))
        {
          forget_reaches (reader);
          reader->has_table = TRUE;
        }
      if (child->type == XML_ELEMENT_NODE)
        find_rows (reader, child);
    }
}

static JxClip *
make_clip (const Reader *reader)
{
  JxClip *clip = jx_clip_new ();

  for (guint r = 0; r < reader->rows->len; r++)
    {
      GPtrArray *row = reader->rows->pdata[r];

      jx_clip_add_row (clip);
      for (guint c = 0; c < row->len; c++)
        if (reader->begins[c])
          jx_clip_add (clip, row->pdata[c], 1);
    }

  return clip;
}

/* Some browsers hand over UTF-16. */
static char *
decode (const char *html, gsize length, gsize *decoded)
{
  gboolean is_wide = length >= 2 && (memcmp (html, "\xff\xfe", 2) == 0 || memcmp (html, "\xfe\xff", 2) == 0);
  char *text = is_wide ? g_convert (html, length, "UTF-8", "UTF-16", NULL, decoded, NULL) : NULL;

  if (text == NULL)
    {
      text = g_utf8_make_valid (html, length);
      *decoded = strlen (text);
    }

  return text;
}

JxClip *
jx_clip_from_html (const char *html, gsize length)
{
  Reader reader = { .rows = NULL };
  gsize decoded;
  g_autofree char *text = decode (html, length, &decoded);
  JxClip *clip = NULL;
  htmlDocPtr page;

  if (decoded > G_MAXINT)
    return NULL;
  page = htmlReadMemory (text, decoded, NULL, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (page == NULL)
    return NULL;

  reader.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  find_rows (&reader, (xmlNode *) page);
  if (reader.has_table && reader.rows->len > 0)
    clip = make_clip (&reader);

  forget_reaches (&reader);
  g_ptr_array_unref (reader.rows);
  xmlFreeDoc (page);

  return clip;
}
