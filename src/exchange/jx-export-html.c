/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-export-html.h"

#include <string.h>

#include "form/jx-layout.h"

/* Deeper headings are not in the contents, as on paper. */
#define CONTENTS_DEEPEST 2
#define FIGURE_WIDTH_PT 560.0
/* How long a page is before it is allocated anew. */
#define PAGE_BYTES ((gsize) 64 * 1024)

typedef struct
{
  GString *page;
  GString *contents; /* links to the headings */
  gssize contents_at; /* where they go in the page, -1 for nowhere */
  guint n_headings;
  char *heading;     /* the last one, names the tables under it */
  JxFigureDraw draw; /* (nullable) */
  gboolean titled;   /* a page of its own has the title, above all headings */
} Writer;

static const char style[] =
  ":root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--rule:#6f6f6f;--label:#f3f3f1;--link:#1a5fb4}\n"
  "@media (prefers-color-scheme:dark){:root{--paper:#1d1d20;--ink:#ededed;--rule:#7d7d84;--label:#2b2b30;--link:#84b9f5}}\n"
  "html{-webkit-text-size-adjust:100%}\n"
  "body{margin:0 auto;max-width:62em;padding:1em;color:var(--ink);background:var(--paper);line-height:1.7;overflow-wrap:anywhere;"
  "font-family:FangSong,FangSong_GB2312,仿宋,\"Noto Serif CJK SC\",\"Source Han Serif SC\",serif}\n"
  "h1,h2,h3,h4,h5{line-height:1.4;margin:1.2em 0 .6em;font-family:SimHei,黑体,\"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif}\n"
  "h1,h2.part{font-size:1.6em;text-align:center}h2{font-size:1.25em}h3{font-size:1.25em}h4{font-size:1.1em}h5{font-size:1em}\n"
  "p{margin:.4em 0}.indented{text-indent:2em}.center{text-align:center}.end{text-align:right}.justify{text-align:justify}\n"
  "header{text-align:center;padding:3em 0 2em}header p,header h1{font-size:1.4em;margin:.4em 0}header h1{font-size:1.8em}\n"
  "nav{max-width:40em;margin:1em auto 2em}nav ul{list-style:none;margin:0;padding:0}nav li{margin:.1em 0}nav .level-2{padding-left:1.5em}\n"
  "nav a{display:block;padding:.2em .3em;text-decoration:none}nav a:hover,nav a:focus{text-decoration:underline}\n"
  "a{color:var(--link)}:focus-visible{outline:2px solid var(--link);outline-offset:2px}\n"
  ".table{overflow-x:auto;margin:.8em 0}.table.joined{margin-top:calc(-.8em - 1px)}\n"
  "table{border-collapse:collapse;table-layout:fixed;width:100%;font-size:.95em;line-height:1.5}\n"
  "caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n"
  "th,td{border:1px solid var(--rule);padding:.35em .4em;vertical-align:middle;text-align:left;text-wrap:pretty}\n"
  "th{font-weight:normal;background:var(--label)}thead th{font-weight:bold}th.level{background:none}\n"
  "th.plain,td.plain{border:0;background:none}\n"
  "td.center,th.center{text-align:center;padding:.35em .2em}td.end,th.end{text-align:right}\n"
  "figure{margin:1.2em 0;text-align:center}figure svg{max-width:100%;height:auto}\n"
  "body.across{max-width:80em}\n"
  "@media (max-width:48em){body{padding:.7em}header{padding:1.5em 0 1em}table{min-width:43em;font-size:.9em}.across table{min-width:64em}.justify{text-align:left}}\n";

static const char print_style[] =
  "@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--rule:#000;--label:none;--link:inherit}"
  "body,body.across{max-width:none;padding:0;font-size:16pt;line-height:28pt}header{padding-top:35%}header,nav{break-after:page}a{color:inherit}"
  "h1,h2,h3,h4,h5{break-after:avoid;font-size:16pt;line-height:28pt;margin:0}header p{font-size:18pt}header h1{font-size:22pt;line-height:40pt}h2.part{font-size:18pt;margin:0 0 14pt}"
  "p{margin:0;orphans:2;widows:2}.break{break-before:page}h3.center{font-size:12pt;line-height:22pt;margin-bottom:8pt}"
  ".table{overflow:visible;margin:0 0 10pt}.table.joined{margin-top:calc(-10pt - 1px)}table,.across table{min-width:0;font-size:10.5pt;line-height:1.35}thead{display:table-header-group}tr,figure{break-inside:avoid}td.center,th.center{padding:.35em .1em}}\n";

/* Where a printed page's number stands: at the foot, at the outer edge; of a page that is turned to be bound, at what is the foot then. */
#define NUMBER "content:\"— \" counter(page) \" —\";font:14pt SimSun,宋体,serif"
static const char numbers[] =
  "@page:right{@bottom-right{" NUMBER "}}@page:left{@bottom-left{" NUMBER "}}\n";
static const char turned_numbers[] =
  "@page:right{@left-bottom{writing-mode:vertical-rl;text-align:end;" NUMBER "}}@page:left{@left-top{writing-mode:vertical-rl;text-align:start;" NUMBER "}}\n";

/* Blanks that stand together or at an edge would be taken for one or none, a tab for a blank. @line_break: a tag, or a blank where there can be none */
static void
append_words (GString *page, const char *words, const char *line_break)
{
  const char *before = "\n";

  for (const char *p = words; *p != '\0'; before = p++)
    switch (*p)
      {
      case '&':
        g_string_append (page, "&amp;");
        break;
      case '<':
        g_string_append (page, "&lt;");
        break;
      case '>':
        g_string_append (page, "&gt;");
        break;
      case '"':
        g_string_append (page, "&quot;");
        break;
      case '\n':
        g_string_append (page, line_break);
        break;
      case '\t':
        g_string_append (page, *line_break == '<' ? "<span style=\"white-space:pre\">\t</span>" : " ");
        break;
      case ' ':
        g_string_append (page, strchr (" \t\n", *before) != NULL || strchr (" \t\n", p[1]) != NULL ? "&nbsp;" : " ");
        break;
      default:
        g_string_append_c (page, *p);
        break;
      }
}

static void
append_runs (GString *page, GArray *runs, const char *line_break)
{
  g_autofree char *words = jx_runs_dup_text (runs);

  append_words (page, words, line_break);
}

static const char *
get_align_class (JxAlign align)
{
  switch (align)
    {
    case JX_ALIGN_CENTER:
      return "center";
    case JX_ALIGN_END:
      return "end";
    case JX_ALIGN_JUSTIFY:
      return "justify";
    case JX_ALIGN_START:
    case JX_ALIGN_AUTO:
    default:
      return "";
    }
}

/* The attribute class with those of the three that are not "". */
static void
append_classes (GString *page, const char *one, const char *two, const char *three)
{
  g_autoptr (GString) classes = g_string_new (one);

  if (*two != '\0')
    g_string_append_printf (classes, "%s%s", classes->len > 0 ? " " : "", two);
  if (*three != '\0')
    g_string_append_printf (classes, "%s%s", classes->len > 0 ? " " : "", three);
  if (classes->len > 0)
    g_string_append_printf (page, " class=\"%s\"", classes->str);
}

static void
add_heading (Writer *writer, const JxBlock *block)
{
  int level = CLAMP (block->level, 1, 4);
  int element = level + writer->titled;

  g_free (writer->heading);
  writer->heading = jx_runs_dup_line (block->runs);
  writer->n_headings++;

  g_string_append_printf (writer->page, "<h%d id=\"s%u\"", element, writer->n_headings);
  append_classes (writer->page, element > 1 && level == 1 ? "part" : "", get_align_class (block->align), block->page_before ? "break" : "");
  g_string_append_c (writer->page, '>');
  append_runs (writer->page, block->runs, "<br>");
  g_string_append_printf (writer->page, "</h%d>\n", element);

  if (level > CONTENTS_DEEPEST)
    return;
  g_string_append_printf (writer->contents, "<li class=\"level-%d\"><a href=\"#s%u\">", level, writer->n_headings);
  append_words (writer->contents, writer->heading, " ");
  g_string_append (writer->contents, "</a></li>\n");
}

static void
add_paragraph (Writer *writer, const JxBlock *block)
{
  g_string_append (writer->page, "<p");
  append_classes (writer->page, get_align_class (block->align), block->style->indent_em > 0 ? "indented" : "", block->page_before ? "break" : "");
  g_string_append_c (writer->page, '>');
  append_runs (writer->page, block->runs, "<br>");
  g_string_append (writer->page, "</p>\n");
}

/* The last words of the title page are what the document is called. Returns: the block behind it. */
static guint
add_title_page (Writer *writer, GPtrArray *blocks, guint first)
{
  guint end = first;

  while (end < blocks->len && ((const JxBlock *) blocks->pdata[end])->type != JX_BLOCK_TITLE_PAGE_END)
    end++;
  g_string_append (writer->page, "<header>\n");
  for (guint i = first; i < end; i++)
    {
      const JxBlock *block = blocks->pdata[i];
      const char *element = i + 1 == end ? "h1" : "p";

      if (block->runs == NULL)
        continue;
      g_string_append_printf (writer->page, "<%s>", element);
      append_runs (writer->page, block->runs, "<br>");
      g_string_append_printf (writer->page, "</%s>\n", element);
    }
  g_string_append (writer->page, "</header>\n");
  writer->titled = TRUE;

  return end + 1;
}

static void
add_cell (Writer *writer, const JxCell *cell, gboolean heads_column)
{
  gboolean level = !heads_column && cell->node->merge;
  gboolean heads = heads_column || level || (cell->label && cell->frame);
  gsize start;

  g_string_append_printf (writer->page, "<%s", heads ? "th" : "td");
  if (heads)
    g_string_append_printf (writer->page, " scope=\"%s\"", heads_column ? "col" : "row");
  if (cell->column_span > 1)
    g_string_append_printf (writer->page, " colspan=\"%u\"", cell->column_span);
  if (cell->row_span > 1)
    g_string_append_printf (writer->page, " rowspan=\"%u\"", cell->row_span);
  append_classes (writer->page, get_align_class (cell->align), cell->frame ? "" : "plain", level ? "level" : "");
  g_string_append_c (writer->page, '>');
  start = writer->page->len;
  append_runs (writer->page, cell->runs, "<br>");
  if (writer->page->len == start)
    g_string_append (writer->page, "&nbsp;");
  g_string_append (writer->page, heads ? "</th>" : "</td>");
}

/* How many rows at the head are repeated on each sheet of paper. */
static guint
count_head_rows (const JxGrid *grid)
{
  guint n = 0;

  while (n < grid->n_rows && grid->row_is_header[n])
    n++;
  for (guint c = 0; c < grid->cells->len; c++)
    {
      const JxCell *cell = grid->cells->pdata[c];

      if (cell->row < n && cell->row + cell->row_span > n)
        return 0;
    }

  return n < grid->n_rows ? n : 0;
}

static void
add_rows (Writer *writer, const JxGrid *grid, guint first, guint end, guint *next)
{
  for (guint row = first; row < end; row++)
    {
      g_string_append (writer->page, "<tr>");
      for (; *next < grid->cells->len && ((const JxCell *) grid->cells->pdata[*next])->row == row; *next += 1)
        add_cell (writer, grid->cells->pdata[*next], grid->row_is_header[row]);
      g_string_append (writer->page, "</tr>\n");
    }
}

static void
add_table (Writer *writer, const JxBlock *block)
{
  const JxGrid *grid = block->grid;
  guint n_head = count_head_rows (grid);
  guint next = 0;

  g_string_append (writer->page, "<div tabindex=\"0\" role=\"region\"");
  append_classes (writer->page, "table", block->page_before ? "break" : "", block->joined ? "joined" : "");
  g_string_append (writer->page, " aria-label=\"");
  append_words (writer->page, writer->heading != NULL ? writer->heading : "", " ");
  g_string_append (writer->page, "\">\n<table>\n");
  if (writer->heading != NULL)
    {
      g_string_append (writer->page, "<caption>");
      append_words (writer->page, writer->heading, " ");
      g_string_append (writer->page, "</caption>\n");
    }
  g_string_append (writer->page, "<colgroup>");
  for (guint c = 0; c < grid->n_columns; c++)
    g_string_append_printf (writer->page, "<col style=\"width:%d%%\">", (int) (grid->widths[c] * 100 + 0.5));
  g_string_append (writer->page, "</colgroup>\n");
  if (n_head > 0)
    {
      g_string_append (writer->page, "<thead>\n");
      add_rows (writer, grid, 0, n_head, &next);
      g_string_append (writer->page, "</thead>\n");
    }
  g_string_append (writer->page, "<tbody>\n");
  add_rows (writer, grid, n_head, grid->n_rows, &next);
  g_string_append (writer->page, "</tbody>\n</table>\n</div>\n");
}

static void
add_contents (Writer *writer, const JxBlock *block)
{
  g_string_append (writer->page, "<nav aria-labelledby=\"contents\">\n<p class=\"center\" id=\"contents\"><strong>");
  append_runs (writer->page, block->runs, " ");
  g_string_append (writer->page, "</strong></p>\n<ul>\n");
  writer->contents_at = (gssize) writer->page->len;
  g_string_append (writer->page, "</ul>\n</nav>\n");
}

static void
add_figure (Writer *writer, JxItem *item)
{
  g_autoptr (JxFigure) figure = writer->draw (item, JX_FIGURE_SVG, FIGURE_WIDTH_PT);

  if (figure == NULL)
    return;
  g_string_append (writer->page, "<figure>\n");
  g_string_append_len (writer->page, g_bytes_get_data (figure->image, NULL), (gssize) g_bytes_get_size (figure->image));
  g_string_append (writer->page, "</figure>\n");
}

static void
add_blocks (Writer *writer, const JxForm *form, JxItem *subject, gboolean page_before)
{
  g_autoptr (GPtrArray) blocks = jx_layout_new (form, subject);
  gboolean uses = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      JxBlock *block = blocks->pdata[i];

      if (block->type == JX_BLOCK_TITLE_PAGE_START)
        {
          i = add_title_page (writer, blocks, i + 1) - 1;
          continue;
        }
      block->page_before |= page_before && i == 0;
      switch (block->type)
        {
        case JX_BLOCK_CONTENTS:
          add_contents (writer, block);
          break;
        case JX_BLOCK_HEADING:
          add_heading (writer, block);
          break;
        case JX_BLOCK_PARAGRAPH:
          add_paragraph (writer, block);
          break;
        case JX_BLOCK_TABLE:
          add_table (writer, block);
          break;
        case JX_BLOCK_USE:
          uses = TRUE;
          add_blocks (writer, block->form, block->item, block->page_before);
          break;
        default:
          break;
        }
    }
  /* At the end of each part, as on paper. */
  if (writer->draw != NULL && !uses)
    add_figure (writer, subject);
}

/* What it is about: the unit or the project, and the form. */
static void
add_title (GString *page, const JxForm *form, JxItem *subject)
{
  const char *name = jx_item_get (subject, jx_item_get_kind (subject) == JX_KIND_PROJECT ? JX_FIELD_PROJECT_NAME : JX_FIELD_UNIT_NAME);

  if (name != NULL)
    {
      append_words (page, name, " ");
      g_string_append (page, " · ");
    }
  append_words (page, jx_form_get_title (form), " ");
}

static void
begin_page (GString *page, const JxForm *form, JxItem *subject)
{
  const JxFormPage *paper = jx_form_get_page (form);
  gboolean across = paper->width_mm > paper->height_mm;

  g_string_append (page, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  add_title (page, form, subject);
  g_string_append_printf (page, "</title>\n<style>\n%s%s@page{size:A4%s;margin:%dmm %dmm %dmm %dmm}\n%s</style>\n</head>\n<body%s>\n<main>\n", style, print_style,
                          across ? " landscape" : "", (int) paper->top_mm, (int) paper->right_mm, (int) paper->bottom_mm, (int) paper->left_mm,
                          jx_form_page_is_turned (paper) ? turned_numbers : numbers, across ? " class=\"across\"" : "");
}

char *
jx_export_html (const JxForm *form, JxItem *subject, JxFigureDraw draw)
{
  Writer writer = { .contents_at = -1, .draw = draw };

  g_return_val_if_fail (form != NULL && subject != NULL, NULL);

  writer.page = g_string_sized_new (PAGE_BYTES);
  writer.contents = g_string_new (NULL);
  begin_page (writer.page, form, subject);
  add_blocks (&writer, form, subject, FALSE);
  g_string_append (writer.page, "</main>\n</body>\n</html>\n");
  if (writer.contents_at >= 0)
    g_string_insert_len (writer.page, writer.contents_at, writer.contents->str, (gssize) writer.contents->len);

  g_string_free (writer.contents, TRUE);
  g_free (writer.heading);

  return g_string_free (writer.page, FALSE);
}
