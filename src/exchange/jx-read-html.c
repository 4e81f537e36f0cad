/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-html.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/jx-error.h"
#include "base/jx-fold.h"
#include "exchange/jx-docx-format.h"
#include "exchange/jx-html-attributes.h"
#include "exchange/jx-html-table.h"
#include "exchange/jx-html-tags.h"
#include "exchange/jx-read-lines.h"

/* No goal document comes near any of these. */
#define MAX_BYTES ((gsize) 64 * 1024 * 1024)
#define MAX_DEPTH 4096
#define MAX_CELLS 1000000

typedef struct
{
  gboolean ordered;
  guint next;
  const char *format; /* of jx_docx_format_number() */
} List;

typedef struct
{
  JxHtmlTag tag;
  gboolean hidden;
} Open;

typedef struct
{
  JxSource *source;
  const char *name;
  const char *rest; /* of the page, not yet read */
  gsize n_rest;
  htmlParserCtxtPtr context;
  GError *error;
  GArray *open;      /* Open */
  guint n_hidden;    /* how many of them hide what they hold */
  guint n_headings;
  guint n_verbatim;
  GArray *lists;     /* List */
  GPtrArray *tables; /* those that hold the place read, the innermost last */
  guint room;        /* for cells */
  GString *line;     /* of words, not yet ended */
  GString *heading;  /* the last one */
  GString *number;   /* waits for the words it stands before */
  gboolean blank;    /* waits as well */
  gboolean line_end; /* the blank was a line's end */
} Page;

static void
refuse (Page *page, const char *message)
{
  if (page->error == NULL)
    jx_error_set_at (&page->error, JX_ERROR_LIMIT, page->name, 0, "%s", message);
  xmlStopParser (page->context);
}

static guint
get_line (const Page *page)
{
  return page->context->input != NULL ? (guint) MAX (page->context->input->line, 0) : 0;
}

static JxHtmlTable *
get_table (const Page *page)
{
  return page->tables->len > 0 ? page->tables->pdata[page->tables->len - 1] : NULL;
}

static void
end_line (Page *page, gboolean even_if_empty)
{
  JxHtmlTable *table = get_table (page);

  page->blank = page->line_end = FALSE;
  if (page->line->len == 0 && !even_if_empty)
    return;

  if (page->n_headings > 0)
    g_string_append (page->heading, page->line->str);
  if (table != NULL)
    jx_html_table_add_line (table, page->line->str, page->line->len, page->n_headings > 0);
  else if (!jx_line_is_blank (page->line->str))
    jx_source_add_paragraph (page->source, jx_source_keep (page->source, page->line->str, (gssize) page->line->len), get_line (page));
  g_string_truncate (page->line, 0);
}

static gboolean
is_wide (gunichar c)
{
  return g_unichar_iswide_cjk (c) && c > 0xFF;
}

/* Between two Chinese characters a line's end in the page is no blank. */
static void
add_waiting (Page *page, gunichar next)
{
  gboolean blank = page->blank && page->line->len > 0;

  if (blank && page->line_end)
    {
      const char *last = g_utf8_prev_char (page->line->str + page->line->len);

      blank = !(is_wide (g_utf8_get_char (last)) && is_wide (next));
    }
  page->blank = page->line_end = FALSE;
  if (blank)
    g_string_append_c (page->line, ' ');
  if (page->number->len > 0)
    g_string_append (page->line, page->number->str);
  g_string_truncate (page->number, 0);
}

static void
add_character (Page *page, const char *at, gsize length)
{
  gunichar c = g_utf8_get_char (at);

  add_waiting (page, c);
  /* A blank that does not break is a blank to those who read. */
  if (c == 0xA0)
    g_string_append_c (page->line, ' ');
  else
    g_string_append_len (page->line, at, (gssize) length);
}

static void
add_verbatim (Page *page, const char *at, gsize length)
{
  if (*at == '\n')
    end_line (page, TRUE);
  else
    add_character (page, at, length);
}

static void
text_cb (void *data, const xmlChar *characters, int n)
{
  Page *page = data;
  const char *end = (const char *) characters + n;

  if (page->n_hidden > 0)
    return;

  for (const char *p = (const char *) characters; p < end;)
    {
      const char *next = g_utf8_next_char (p);

      /* The letters and ideographs of one word at once: none of them is U+00A0. */
      while (page->n_verbatim == 0 && next < end && (guchar) *p > ' ' && (guchar) *p != 0xC2 && (guchar) *next > ' ' && (guchar) *next != 0xC2)
        next = g_utf8_next_char (next);
      if (page->n_verbatim > 0)
        add_verbatim (page, p, (gsize) (next - p));
      else if (strchr (" \t\n\f\r", *p) != NULL)
        {
          page->blank = TRUE;
          page->line_end |= *p == '\n';
        }
      else
        add_character (page, p, (gsize) (next - p));
      p = next;
    }
}

static void
begin_list (Page *page, gboolean ordered, const xmlChar **attributes)
{
  List list = { ordered, jx_html_get_number (attributes, "start", 1), jx_html_get_list_format (attributes) };

  g_array_append_val (page->lists, list);
}

/* The number is not in the page, but everyone sees it. */
static void
begin_list_item (Page *page, const xmlChar **attributes)
{
  List *list = page->lists->len > 0 ? &g_array_index (page->lists, List, page->lists->len - 1) : NULL;

  g_string_truncate (page->number, 0);
  if (list == NULL || !list->ordered)
    return;

  list->next = jx_html_get_number (attributes, "value", list->next);
  jx_docx_format_number (page->number, list->format, list->next);
  list->next++;
  g_string_append (page->number, strcmp (list->format, "chineseCounting") == 0 ? "、" : ".");
}

static void
begin_table (Page *page)
{
  g_ptr_array_add (page->tables, jx_html_table_new (page->source, &page->room));
}

static void
end_table (Page *page)
{
  JxHtmlTable *table = get_table (page);

  if (table == NULL)
    return;

  g_ptr_array_set_size (page->tables, (int) page->tables->len - 1);
  if (get_table (page) != NULL)
    {
      jx_html_table_add_table (get_table (page), table);
      return;
    }

  if (!jx_html_table_hand_over (table))
    refuse (page, _("The page holds larger tables than any goal document; choose another, or save the part you need on its own"));
  jx_html_table_free (table);
}

static void
begin_table_part (Page *page, JxHtmlTag tag, const xmlChar **attributes)
{
  JxHtmlTable *table = get_table (page);

  if (table == NULL)
    return;
  if (tag == JX_HTML_ROW_GROUP)
    jx_html_table_begin_group (table);
  else if (tag == JX_HTML_ROW)
    jx_html_table_begin_row (table, get_line (page));
  else if (page->room == 0)
    refuse (page, _("The page holds larger tables than any goal document; choose another, or save the part you need on its own"));
  else
    jx_html_table_begin_cell (table, jx_html_get_number (attributes, "colspan", 1), jx_html_get_number (attributes, "rowspan", 1), get_line (page));
}

static void
begin_shown (Page *page, JxHtmlTag tag, const xmlChar **attributes)
{
  if (tag != JX_HTML_WORDS && tag != JX_HTML_SPACED)
    end_line (page, tag == JX_HTML_BREAK);
  switch (tag)
    {
    case JX_HTML_HEADING:
      page->n_headings++;
      g_string_truncate (page->heading, 0);
      break;
    case JX_HTML_VERBATIM:
    case JX_HTML_SPACED:
      page->n_verbatim++;
      break;
    case JX_HTML_LIST:
    case JX_HTML_ORDERED_LIST:
      begin_list (page, tag == JX_HTML_ORDERED_LIST, attributes);
      break;
    case JX_HTML_LIST_ITEM:
      begin_list_item (page, attributes);
      break;
    case JX_HTML_TABLE:
      begin_table (page);
      break;
    case JX_HTML_ROW_GROUP:
    case JX_HTML_ROW:
    case JX_HTML_CELL:
      begin_table_part (page, tag, attributes);
      break;
    default:
      break;
    }
}

static void
end_shown (Page *page, JxHtmlTag tag)
{
  /* A caption may tell those who jump to the table what the heading above has told. */
  if (tag == JX_HTML_CAPTION && jx_fold_equal (page->line->str, page->heading->str))
    g_string_truncate (page->line, 0);
  if (tag != JX_HTML_WORDS && tag != JX_HTML_SPACED && tag != JX_HTML_BREAK)
    end_line (page, FALSE);
  switch (tag)
    {
    case JX_HTML_HEADING:
      page->n_headings--;
      break;
    case JX_HTML_VERBATIM:
    case JX_HTML_SPACED:
      page->n_verbatim--;
      break;
    case JX_HTML_LIST:
    case JX_HTML_ORDERED_LIST:
      g_array_set_size (page->lists, page->lists->len - 1);
      break;
    case JX_HTML_LIST_ITEM:
      g_string_truncate (page->number, 0);
      break;
    case JX_HTML_CELL:
      if (get_table (page) != NULL)
        jx_html_table_end_cell (get_table (page));
      break;
    case JX_HTML_TABLE:
      end_table (page);
      break;
    default:
      break;
    }
}

static void
start_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Page *page = data;
  Open open = { jx_html_tag_find ((const char *) name) };

  if (open.tag == JX_HTML_WORDS && attributes != NULL && jx_html_keeps_blanks (attributes))
    open.tag = JX_HTML_SPACED;
  open.hidden = open.tag == JX_HTML_HIDDEN || (attributes != NULL && jx_html_is_hidden (attributes));
  if (open.hidden)
    page->n_hidden++;
  if (page->n_hidden == 0)
    begin_shown (page, open.tag, attributes);
  g_array_append_val (page->open, open);
  if (page->open->len > MAX_DEPTH)
    refuse (page, _("The page is nested too deeply; open it in a browser or in Word, save it anew and import that"));
}

static void
end_cb (void *data, const xmlChar *name)
{
  Page *page = data;
  Open open;

  if (page->open->len == 0)
    return;

  open = g_array_index (page->open, Open, page->open->len - 1);
  g_array_set_size (page->open, page->open->len - 1);
  if (page->n_hidden == 0)
    end_shown (page, open.tag);
  if (open.hidden)
    page->n_hidden--;
}

static void
fault_cb (void *data, xmlError *fault)
{
  /* Pages are full of them. */
}

static int
read_cb (void *data, char *buffer, int length)
{
  Page *page = data;
  gsize n = MIN (page->n_rest, (gsize) length);

  memcpy (buffer, page->rest, n);
  page->rest += n;
  page->n_rest -= n;

  return (int) n;
}

static void
parse (Page *page)
{
  htmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC };

  handler.startElement = start_cb;
  handler.endElement = end_cb;
  handler.characters = text_cb;
  handler.ignorableWhitespace = text_cb;
  handler.serror = fault_cb;
  page->context = htmlNewParserCtxt ();
  g_assert (page->context != NULL);
  *page->context->sax = handler;
  page->context->userData = page;
  /* With the encoding given, what the page says of its own is not asked for. */
  htmlCtxtReadIO (page->context, read_cb, NULL, page, NULL, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
  while (page->open->len > 0 && page->error == NULL)
    end_cb (page, NULL);
  if (page->error == NULL)
    end_line (page, FALSE);
  htmlFreeParserCtxt (page->context);
}

JxSource *
jx_read_html (char *text, const char *name, GError **error)
{
  g_autoptr (JxSource) source = NULL;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) heading = g_string_new (NULL);
  g_autoptr (GString) number = g_string_new (NULL);
  Page page = {
    .name = name, .rest = text, .open = open, .lists = lists, .tables = tables, .room = MAX_CELLS, .line = line, .heading = heading, .number = number,
  };

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  page.n_rest = strlen (text);
  if (page.n_rest > MAX_BYTES || jx_html_has_endless_tag (text))
    {
      jx_error_set_at (error, JX_ERROR_LIMIT, name, 0,
                       _("The page is larger than any goal document; choose another, or save the part you need on its own"));
      return NULL;
    }

  jx_html_blot_marks (text);
  source = page.source = jx_source_new (NULL);
  parse (&page);
  g_ptr_array_foreach (tables, (GFunc) jx_html_table_free, NULL);
  if (page.error != NULL)
    {
      g_propagate_error (error, page.error);
      return NULL;
    }

  return g_steal_pointer (&source);
}
