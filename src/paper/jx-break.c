/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-break.h"

#include "paper/jx-chart.h"
#include "paper/jx-contents.h"
#include "paper/jx-signatures.h"

/* So many lines of a paragraph stand together at the foot and at the head of a page. */
#define LINES_KEPT 2
/* Between a table and the one that follows it. */
#define TABLE_GAP_PT 10.0
/* Above a chart, its text's size, and to what part of its height it may shrink. */
#define CHART_GAP_PT 20.0
#define CHART_SIZE_PT 9.0
#define CHART_SHRINK_MAX 0.65
/* Where the middle of a title page's words stands, of the page's height. */
#define TITLE_HEIGHT 0.4

typedef struct
{
  JxBreaker *breaker;
  JxLeaf *leaf;
  double x, y;
  double width;
  double top, bottom;
  gboolean fresh;    /* nothing stands on it yet */
  gboolean headings; /* nothing but headings does */
  gboolean after_table;
} Page;

static void
entry_clear (JxEntry *entry)
{
  g_free (entry->text);
}

static JxText *
measure_words (JxBreaker *breaker, const JxBlock *block, double width)
{
  g_autofree char *text = jx_runs_dup_text (block->runs);

  return jx_measure_text (breaker->measure, text, block->style, block->align, width);
}

/* How many lines of a paragraph must stand where it begins: in three lines there is no place to break. */
static guint
count_first_lines (JxText *text)
{
  guint n_lines = jx_text_count_lines (text);

  return n_lines < 2 * LINES_KEPT ? n_lines : LINES_KEPT;
}

/* How much of what follows a heading must stand on its page. */
static double
get_followers_height (Page *page)
{
  JxFlow *flow = page->breaker->flow;
  double height = 0;

  for (guint ahead = 1; ; ahead++)
    {
      const JxBlock *next = jx_flow_get_next (flow, ahead);
      g_autoptr (JxText) text = NULL;

      if (next == NULL || next->page_before)
        return height;
      if (next->type == JX_BLOCK_TABLE)
        return height + jx_table_get_start_height (jx_flow_measure_table (flow, next, page->width));
      if (next->type != JX_BLOCK_HEADING && next->type != JX_BLOCK_PARAGRAPH)
        return height;

      text = measure_words (page->breaker, next, page->width);
      height += next->style->space_before_pt;
      if (next->type == JX_BLOCK_PARAGRAPH)
        return height + count_first_lines (text) * jx_text_get_line_height (text);
      height += jx_text_get_height (text) + next->style->space_after_pt;
    }
}

static void
add_entry (Page *page, const JxBlock *block, double y)
{
  JxBreaker *breaker = page->breaker;
  JxLeafMark mark = { breaker->next_entry, page->x, y };

  if (breaker->next_entry == breaker->entries->len)
    {
      JxEntry entry = { block->level, breaker->pages->len, jx_runs_dup_line (block->runs) };

      g_array_append_val (breaker->entries, entry);
    }
  breaker->next_entry++;
  g_array_append_val (page->leaf->marks, mark);
}

/* What goes over several pages is one element. */
static void
add_lines (Page *page, const char *name, JxText *text, guint first, guint count, double y)
{
  if (first == 0)
    jx_leaf_begin (page->leaf, name);
  jx_leaf_add_text (page->leaf, text, first, count, page->x, y);
  if (first + count == jx_text_count_lines (text))
    jx_leaf_end (page->leaf);
}

/* Sets down what finds room of a @text that may go over pages. */
static gboolean
place_lines (Page *page, const JxBlock *block, const char *name, JxText *text)
{
  guint *line = &jx_flow_get_place (page->breaker->flow)->line;
  double before = page->fresh ? 0 : block->style->space_before_pt;
  double line_height = jx_text_get_line_height (text);
  guint left = jx_text_count_lines (text) - *line;
  guint count = (guint) MAX ((page->bottom - page->y - before) / line_height + 0.001, 0);

  count = MIN (count, left);
  if (count < left && left - count < LINES_KEPT && count > 0)
    count = MAX (left, LINES_KEPT) - LINES_KEPT;
  if (count < MIN (left, LINES_KEPT) && !page->fresh && !page->headings)
    count = 0;
  if (count == 0 && page->fresh)
    count = 1;
  if (count == 0)
    return FALSE;

  add_lines (page, name, text, *line, count, page->y + before);
  page->y += before + count * line_height;
  *line += count;
  if (count < left)
    return FALSE;

  page->y += block->style->space_after_pt;
  return TRUE;
}

static gboolean
place_paragraph (Page *page, const JxBlock *block)
{
  g_autoptr (JxText) text = measure_words (page->breaker, block, page->width);

  return place_lines (page, block, "P", text);
}

static gboolean
place_heading (Page *page, const JxBlock *block)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
  g_autoptr (JxText) text = measure_words (page->breaker, block, page->width);
  double before = page->fresh ? 0 : block->style->space_before_pt;
  double height = jx_text_get_height (text);
  const char *name = names[CLAMP (block->level, 1, (int) G_N_ELEMENTS (names)) - 1];
  guint line = jx_flow_get_place (page->breaker->flow)->line;

  /* Longer than a page: like a paragraph. */
  if (line > 0 || (page->fresh && height > page->bottom - page->y))
    {
      if (line == 0)
        add_entry (page, block, page->y);
      return place_lines (page, block, name, text);
    }

  if (!page->fresh && page->y + before + height + block->style->space_after_pt + get_followers_height (page) > page->bottom)
    return FALSE;

  add_entry (page, block, page->y + before);
  add_lines (page, name, text, 0, jx_text_count_lines (text), page->y + before);
  page->y += before + height + block->style->space_after_pt;

  return TRUE;
}

static gboolean
place_table (Page *page, const JxBlock *block)
{
  JxFlow *flow = page->breaker->flow;
  JxTable *table = jx_flow_measure_table (flow, block, page->width);
  JxTablePlace *place = &jx_flow_get_place (flow)->table;
  const JxBlock *next = jx_flow_get_next (flow, 1);
  double gap = page->after_table && !block->joined ? TABLE_GAP_PT : 0;
  double below = next != NULL && next->type == JX_BLOCK_SIGNATURES ? jx_signatures_measure (page->width) : 0;
  double used = jx_table_place (table, place, page->x, page->y + gap, page->bottom - page->y - gap,
                                page->bottom - page->top, below, page->headings, page->leaf);

  if (used > 0)
    page->y += gap + used;

  return place->row >= block->grid->n_rows;
}

static gboolean
place_signatures (Page *page)
{
  double height = jx_signatures_measure (page->width);

  if (!page->fresh && page->y + height > page->bottom)
    return FALSE;

  jx_signatures_place (page->breaker->measure, page->x, page->y, page->width, page->leaf);
  page->y += height;

  return TRUE;
}

/* The chart gives way a little to stand on the page of its table; else it goes to the next one. */
static gboolean
place_chart (Page *page, const JxBlock *block)
{
  double gap = page->fresh ? 0 : CHART_GAP_PT;
  double room = page->bottom - page->y - gap;
  JxChart *chart = jx_chart_new_titled (block->item, page->width, 0, JX_CHART_PRINT, CHART_SIZE_PT);
  double height = jx_chart_get_height (chart);

  if (height > room)
    {
      jx_chart_free (chart);
      if (!page->fresh && height * CHART_SHRINK_MAX > room)
        return FALSE;
      chart = jx_chart_new_titled (block->item, page->width, room, JX_CHART_PRINT, CHART_SIZE_PT);
      height = room;
    }
  jx_leaf_add_chart (page->leaf, chart, page->x, page->y + gap);
  page->y += gap + height;

  return TRUE;
}

/* A page with nothing but a title in its middle. */
static void
place_title_page (Page *page)
{
  JxFlow *flow = page->breaker->flow;
  const JxBlock *block;

  jx_flow_step (flow);
  while ((block = jx_flow_get_block (flow)) != NULL && block->type != JX_BLOCK_TITLE_PAGE_END)
    {
      if (block->type == JX_BLOCK_PARAGRAPH)
        {
          g_autoptr (JxText) text = measure_words (page->breaker, block, page->width);

          page->y += page->fresh ? 0 : block->style->space_before_pt;
          add_lines (page, "P", text, 0, jx_text_count_lines (text), page->y);
          page->y += jx_text_get_height (text) + block->style->space_after_pt;
          page->fresh = FALSE;
        }
      jx_flow_step (flow);
    }
  if (block != NULL)
    jx_flow_step (flow);
}

static gboolean
place_contents (Page *page, const JxBlock *block)
{
  JxBreaker *breaker = page->breaker;
  guint *entry = &jx_flow_get_place (breaker->flow)->line;

  if (block->runs->len > 0 && *entry == 0)
    {
      g_autoptr (JxText) text = measure_words (breaker, block, page->width);

      add_lines (page, "P", text, 0, jx_text_count_lines (text), page->y);
      page->y += jx_text_get_height (text) + block->style->space_after_pt;
    }
  if (!breaker->complete)
    return TRUE;

  if (*entry == 0)
    jx_leaf_begin (page->leaf, "TOC");
  page->y += jx_contents_place (breaker, entry, page->x, page->y, page->width, page->bottom - page->y, page->leaf);

  if (*entry < breaker->entries->len)
    return FALSE;

  jx_leaf_end (page->leaf);
  return TRUE;
}

static gboolean
place_block (Page *page, const JxBlock *block)
{
  switch (block->type)
    {
    case JX_BLOCK_HEADING:
      return place_heading (page, block);
    case JX_BLOCK_PARAGRAPH:
      return place_paragraph (page, block);
    case JX_BLOCK_TABLE:
      return place_table (page, block);
    case JX_BLOCK_SIGNATURES:
      return place_signatures (page);
    case JX_BLOCK_CHART:
      return place_chart (page, block);
    case JX_BLOCK_TITLE_PAGE_START:
    case JX_BLOCK_TITLE_PAGE_END:
    case JX_BLOCK_CONTENTS:
    case JX_BLOCK_USE:
    default:
      return TRUE;
    }
}

/* Of the form the block at hand is of. */
static JxFormPage
get_page_size (JxBreaker *breaker)
{
  return jx_paper_setup_apply (&breaker->setup, jx_form_get_page (jx_flow_get_form (breaker->flow)));
}

static gboolean
is_same_size (const JxFormPage *a, const JxFormPage *b)
{
  return a->width_mm == b->width_mm && a->height_mm == b->height_mm && a->top_mm == b->top_mm && a->right_mm == b->right_mm
         && a->bottom_mm == b->bottom_mm && a->left_mm == b->left_mm;
}

/* Fills the page with blocks that flow. */
static void
place_flow (Page *page, const JxFormPage *size)
{
  JxFlow *flow = page->breaker->flow;
  const JxBlock *block;

  while ((block = jx_flow_get_block (flow)) != NULL)
    {
      JxFormPage wanted = get_page_size (page->breaker);

      if (!page->fresh && (jx_flow_starts_page (flow) || block->type == JX_BLOCK_TITLE_PAGE_START || block->type == JX_BLOCK_CONTENTS
                           || !is_same_size (&wanted, size)))
        break;
      if (!place_block (page, block))
        break;

      page->fresh = FALSE;
      page->headings = page->headings && block->type == JX_BLOCK_HEADING;
      page->after_table = block->type == JX_BLOCK_TABLE;
      jx_flow_step (flow);
    }
}

JxBreaker *
jx_breaker_new (const JxPaperOptions *options, JxDocument *document, JxMeasure *measure)
{
  JxBreaker *breaker = g_new0 (JxBreaker, 1);

  breaker->measure = measure;
  breaker->setup = options->setup;
  breaker->flow = jx_flow_new (options, document, measure);
  breaker->entries = g_array_new (FALSE, FALSE, sizeof (JxEntry));
  g_array_set_clear_func (breaker->entries, (GDestroyNotify) entry_clear);
  breaker->pages = g_array_new (FALSE, FALSE, sizeof (JxPageStart));

  return breaker;
}

void
jx_breaker_set_page (JxBreaker *breaker, JxLeaf *leaf, JxPageStart *start)
{
  const JxFormPage size = get_page_size (breaker);
  const JxBlock *block = jx_flow_get_block (breaker->flow);
  Page page = {
    .breaker = breaker, .leaf = leaf,
    .x = jx_mm_to_pt (size.left_mm), .y = jx_mm_to_pt (size.top_mm),
    .width = jx_mm_to_pt (size.width_mm - size.left_mm - size.right_mm),
    .top = jx_mm_to_pt (size.top_mm), .bottom = jx_mm_to_pt (size.height_mm - size.bottom_mm),
    .fresh = TRUE, .headings = TRUE,
  };
  gboolean alone;

  g_return_if_fail (block != NULL);

  *start = (JxPageStart) { *jx_flow_get_place (breaker->flow), JX_PAGE_BODY, breaker->next_entry, 0, size };
  if (block->type == JX_BLOCK_TITLE_PAGE_START)
    {
      start->kind = JX_PAGE_TITLE;
      place_title_page (&page);
    }
  else if (block->type == JX_BLOCK_CONTENTS)
    {
      start->kind = JX_PAGE_CONTENTS;
      if (place_contents (&page, block))
        jx_flow_step (breaker->flow);
    }
  else
    place_flow (&page, &size);

  /* A part's heading that stands alone stands where a title does. */
  alone = start->kind == JX_PAGE_TITLE || (start->kind == JX_PAGE_BODY && page.headings && !page.fresh);
  if (alone)
    jx_leaf_shift (leaf, MAX (TITLE_HEIGHT * (page.bottom - page.top) - (page.y - page.top) / 2, 0));
}

void
jx_breaker_free (JxBreaker *breaker)
{
  if (breaker == NULL)
    return;

  jx_flow_free (breaker->flow);
  g_array_unref (breaker->entries);
  g_array_unref (breaker->pages);
  g_free (breaker);
}

char *
jx_page_start_dup_label (const JxPageStart *start)
{
  static const struct { guint value; const char *letters; } roman[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
    { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" },
  };
  g_autoptr (GString) label = g_string_new (NULL);
  guint rest = start->number;

  if (start->kind == JX_PAGE_BODY)
    return g_strdup_printf ("%u", start->number);
  if (start->kind == JX_PAGE_TITLE)
    return g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (roman); i++)
    {
      for (; rest >= roman[i].value; rest -= roman[i].value)
        g_string_append (label, roman[i].letters);
    }

  return g_string_free (g_steal_pointer (&label), FALSE);
}
