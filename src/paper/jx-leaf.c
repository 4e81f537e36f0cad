/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-leaf.h"

#define HAIR_PT 0.5
#define FRAME_PT 1.0
#define DOT_PT 0.9

static const double line_widths[] = {
  [JX_RULE_HAIR] = HAIR_PT,
  [JX_RULE_FRAME] = FRAME_PT,
  [JX_RULE_LEADER] = DOT_PT,
};

static void
leaf_text_clear (JxLeafText *text)
{
  g_clear_pointer (&text->text, jx_text_unref);
}

static void
leaf_tag_clear (JxLeafTag *tag)
{
  g_clear_pointer (&tag->chart, jx_chart_free);
}

static gboolean
has_rules (const JxLeaf *leaf, JxRuleType type)
{
  for (guint i = 0; i < leaf->rules->len; i++)
    {
      if (g_array_index (leaf->rules, JxRule, i).type == type)
        return TRUE;
    }

  return FALSE;
}

/* All rules of one kind are one path: a page of a table has a hundred. */
static void
draw_rules (const JxLeaf *leaf, cairo_t *cairo, JxRuleType type)
{
  static const double dots[] = { 0, JX_LEADER_STEP_PT };

  if (!has_rules (leaf, type))
    return;

  cairo_save (cairo);
  cairo_set_line_width (cairo, line_widths[type]);
  cairo_set_line_cap (cairo, type == JX_RULE_LEADER ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE);
  if (type == JX_RULE_LEADER)
    cairo_set_dash (cairo, dots, G_N_ELEMENTS (dots), 0);

  for (guint i = 0; i < leaf->rules->len; i++)
    {
      const JxRule *rule = &g_array_index (leaf->rules, JxRule, i);

      if (rule->type != type)
        continue;
      cairo_move_to (cairo, rule->x1, rule->y1);
      cairo_line_to (cairo, rule->x2, rule->y2);
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
tag_targets (const JxLeaf *leaf, cairo_t *cairo)
{
  for (guint i = 0; i < leaf->marks->len; i++)
    {
      const JxLeafMark *mark = &g_array_index (leaf->marks, JxLeafMark, i);
      g_autofree char *target = jx_leaf_dup_target (mark->entry);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = NULL;

      attributes = g_strdup_printf ("name='%s' x=%s y=%s", target,
                                    g_ascii_formatd (x, sizeof x, "%.2f", mark->x),
                                    g_ascii_formatd (y, sizeof y, "%.2f", mark->y));
      cairo_tag_begin (cairo, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (cairo, CAIRO_TAG_DEST);
    }
}

static char *
dup_link_attributes (const JxLeafLink *link)
{
  g_autofree char *target = jx_leaf_dup_target (link->entry);
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf ("rect=[%s %s %s %s] dest='%s'",
                          g_ascii_formatd (x, sizeof x, "%.2f", link->x),
                          g_ascii_formatd (y, sizeof y, "%.2f", link->y),
                          g_ascii_formatd (width, sizeof width, "%.2f", link->width),
                          g_ascii_formatd (height, sizeof height, "%.2f", link->height), target);
}

static void
tag_links (const JxLeaf *leaf, cairo_t *cairo)
{
  for (guint i = 0; i < leaf->links->len; i++)
    {
      g_autofree char *attributes = dup_link_attributes (&g_array_index (leaf->links, JxLeafLink, i));

      cairo_tag_begin (cairo, CAIRO_TAG_LINK, attributes);
      cairo_tag_end (cairo, CAIRO_TAG_LINK);
    }
}

/* In PDF's own writing: text as UTF-16 in hexadecimal. */
static char *
dup_alternate (const JxChart *chart)
{
  g_autofree char *words = jx_chart_describe (chart);
  g_autofree gunichar2 *units = g_utf8_to_utf16 (words, -1, NULL, NULL, NULL);
  GString *entry = g_string_new ("/Alt <FEFF");

  for (gsize i = 0; units[i] != 0; i++)
    g_string_append_printf (entry, "%04X", units[i]);
  g_string_append (entry, "> ");

  return g_string_free (entry, FALSE);
}

static char *
dup_cell_entries (const JxLeafTag *tag)
{
  g_autoptr (GString) entries = NULL;

  if (tag->columns <= 1 && tag->rows <= 1 && tag->scope == NULL)
    return NULL;

  entries = g_string_new ("/A << /O /Table");
  if (tag->columns > 1)
    g_string_append_printf (entries, " /ColSpan %u", tag->columns);
  if (tag->rows > 1)
    g_string_append_printf (entries, " /RowSpan %u", tag->rows);
  if (tag->scope != NULL)
    g_string_append_printf (entries, " /Scope /%s", tag->scope);
  g_string_append (entries, " >> ");

  return g_string_free (g_steal_pointer (&entries), FALSE);
}

/* As a @group it is one thing in a PDF, which can be marked. */
static void
draw_chart (const JxLeafTag *tag, cairo_t *cairo, gboolean group)
{
  cairo_save (cairo);
  if (group)
    cairo_push_group (cairo);
  cairo_translate (cairo, tag->x, tag->y);
  jx_chart_draw (tag->chart, cairo, -1);
  if (group)
    {
      cairo_pop_group_to_source (cairo);
      cairo_paint (cairo);
    }
  cairo_restore (cairo);
}

/* What stands before a text: an element's begin or end, or a chart. */
static void
draw_tag (const JxLeafTag *tag, cairo_t *cairo, JxTagger *tagger, JxInk *ink)
{
  if (tagger != NULL && tag->name != NULL)
    {
      g_autofree char *entries = tag->chart != NULL ? dup_alternate (tag->chart) : dup_cell_entries (tag);

      jx_tagger_begin (tagger, tag->name, entries);
    }
  else if (tagger != NULL)
    jx_tagger_end (tagger);

  if (tag->chart != NULL)
    {
      jx_ink_flush (ink);
      draw_chart (tag, cairo, tagger != NULL);
    }
}

static void
draw_turned (const JxLeafText *text, cairo_t *cairo, JxInk *ink)
{
  jx_ink_flush (ink);
  cairo_save (cairo);
  cairo_translate (cairo, text->x, text->y);
  cairo_rotate (cairo, G_PI / 2);
  jx_text_draw (text->text, text->first, text->count, 0, 0, ink);
  jx_ink_flush (ink);
  cairo_restore (cairo);
}

static void
draw_content (const JxLeaf *leaf, cairo_t *cairo, JxTagger *tagger)
{
  g_autoptr (JxInk) ink = jx_ink_new (cairo);
  guint next = 0;

  for (guint i = 0; i <= leaf->texts->len; i++)
    {
      const JxLeafText *text = i < leaf->texts->len ? &g_array_index (leaf->texts, JxLeafText, i) : NULL;

      for (; next < leaf->tags->len && g_array_index (leaf->tags, JxLeafTag, next).text == i; next++)
        draw_tag (&g_array_index (leaf->tags, JxLeafTag, next), cairo, tagger, ink);
      if (text == NULL)
        break;
      if (text->turned)
        draw_turned (text, cairo, ink);
      else
        jx_text_draw (text->text, text->first, text->count, text->x, text->y, ink);
      if (tagger != NULL)
        jx_tagger_add_glyphs (tagger, jx_ink_take_count (ink));
    }
}

JxLeaf *
jx_leaf_new (void)
{
  JxLeaf *leaf = g_new0 (JxLeaf, 1);

  leaf->texts = g_array_new (FALSE, FALSE, sizeof (JxLeafText));
  g_array_set_clear_func (leaf->texts, (GDestroyNotify) leaf_text_clear);
  leaf->tags = g_array_new (FALSE, FALSE, sizeof (JxLeafTag));
  g_array_set_clear_func (leaf->tags, (GDestroyNotify) leaf_tag_clear);
  leaf->rules = g_array_new (FALSE, FALSE, sizeof (JxRule));
  leaf->marks = g_array_new (FALSE, FALSE, sizeof (JxLeafMark));
  leaf->links = g_array_new (FALSE, FALSE, sizeof (JxLeafLink));

  return leaf;
}

void
jx_leaf_clear (JxLeaf *leaf)
{
  g_array_set_size (leaf->texts, 0);
  g_array_set_size (leaf->tags, 0);
  g_array_set_size (leaf->rules, 0);
  g_array_set_size (leaf->marks, 0);
  g_array_set_size (leaf->links, 0);
}

void
jx_leaf_add_text (JxLeaf *leaf, JxText *text, guint first, guint count, double x, double y)
{
  JxLeafText entry = { jx_text_ref (text), first, count, x, y, FALSE };

  g_array_append_val (leaf->texts, entry);
}

void
jx_leaf_add_turned_text (JxLeaf *leaf, JxText *text, guint first, guint count, double x, double y)
{
  JxLeafText entry = { jx_text_ref (text), first, count, x, y, TRUE };

  g_array_append_val (leaf->texts, entry);
}

void
jx_leaf_add_rule (JxLeaf *leaf, JxRuleType type, double x1, double y1, double x2, double y2)
{
  JxRule rule = { type, x1, y1, x2, y2 };

  g_array_append_val (leaf->rules, rule);
}

static void
add_tag (JxLeaf *leaf, JxLeafTag tag)
{
  tag.text = leaf->texts->len;
  g_array_append_val (leaf->tags, tag);
}

void
jx_leaf_add_chart (JxLeaf *leaf, JxChart *chart, double x, double y)
{
  add_tag (leaf, (JxLeafTag) { .name = "Figure", .chart = chart, .x = x, .y = y });
  jx_leaf_end (leaf);
}

void
jx_leaf_begin (JxLeaf *leaf, const char *name)
{
  add_tag (leaf, (JxLeafTag) { .name = name });
}

void
jx_leaf_begin_cell (JxLeaf *leaf, guint columns, guint rows, const char *scope)
{
  add_tag (leaf, (JxLeafTag) { .name = scope != NULL ? "TH" : "TD", .columns = columns, .rows = rows, .scope = scope });
}

void
jx_leaf_begin_link (JxLeaf *leaf, const JxLeafLink *link)
{
  g_array_append_vals (leaf->links, link, 1);
  jx_leaf_begin (leaf, "Link");
}

void
jx_leaf_end (JxLeaf *leaf)
{
  add_tag (leaf, (JxLeafTag) { 0 });
}

void
jx_leaf_shift (JxLeaf *leaf, double dy)
{
  for (guint i = 0; i < leaf->texts->len; i++)
    g_array_index (leaf->texts, JxLeafText, i).y += dy;
  for (guint i = 0; i < leaf->tags->len; i++)
    g_array_index (leaf->tags, JxLeafTag, i).y += dy;
  for (guint i = 0; i < leaf->rules->len; i++)
    {
      g_array_index (leaf->rules, JxRule, i).y1 += dy;
      g_array_index (leaf->rules, JxRule, i).y2 += dy;
    }
  for (guint i = 0; i < leaf->marks->len; i++)
    g_array_index (leaf->marks, JxLeafMark, i).y += dy;
  for (guint i = 0; i < leaf->links->len; i++)
    g_array_index (leaf->links, JxLeafLink, i).y += dy;
}

void
jx_leaf_draw (const JxLeaf *leaf, cairo_t *cairo, JxTagger *tagger)
{
  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  tag_targets (leaf, cairo);

  draw_content (leaf, cairo, tagger);
  draw_rules (leaf, cairo, JX_RULE_HAIR);
  draw_rules (leaf, cairo, JX_RULE_FRAME);
  draw_rules (leaf, cairo, JX_RULE_LEADER);
  tag_links (leaf, cairo);
  cairo_restore (cairo);
}

void
jx_leaf_free (JxLeaf *leaf)
{
  if (leaf == NULL)
    return;

  g_array_unref (leaf->texts);
  g_array_unref (leaf->tags);
  g_array_unref (leaf->rules);
  g_array_unref (leaf->marks);
  g_array_unref (leaf->links);
  g_free (leaf);
}

char *
jx_leaf_dup_target (guint entry)
{
  return g_strdup_printf ("heading-%u", entry + 1);
}
