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

static void
tag_links (const JxLeaf *leaf, cairo_t *cairo)
{
  for (guint i = 0; i < leaf->links->len; i++)
    {
      const JxLeafLink *link = &g_array_index (leaf->links, JxLeafLink, i);
      g_autofree char *target = jx_leaf_dup_target (link->entry);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = NULL;

      attributes = g_strdup_printf ("rect=[%s %s %s %s] dest='%s'",
                                    g_ascii_formatd (x, sizeof x, "%.2f", link->x),
                                    g_ascii_formatd (y, sizeof y, "%.2f", link->y),
                                    g_ascii_formatd (width, sizeof width, "%.2f", link->width),
                                    g_ascii_formatd (height, sizeof height, "%.2f", link->height), target);
      cairo_tag_begin (cairo, CAIRO_TAG_LINK, attributes);
      cairo_tag_end (cairo, CAIRO_TAG_LINK);
    }
}

JxLeaf *
jx_leaf_new (void)
{
  JxLeaf *leaf = g_new0 (JxLeaf, 1);

  leaf->texts = g_array_new (FALSE, FALSE, sizeof (JxLeafText));
  g_array_set_clear_func (leaf->texts, (GDestroyNotify) leaf_text_clear);
  leaf->rules = g_array_new (FALSE, FALSE, sizeof (JxRule));
  leaf->marks = g_array_new (FALSE, FALSE, sizeof (JxLeafMark));
  leaf->links = g_array_new (FALSE, FALSE, sizeof (JxLeafLink));

  return leaf;
}

void
jx_leaf_clear (JxLeaf *leaf)
{
  g_array_set_size (leaf->texts, 0);
  g_array_set_size (leaf->rules, 0);
  g_array_set_size (leaf->marks, 0);
  g_array_set_size (leaf->links, 0);
}

void
jx_leaf_add_text (JxLeaf *leaf, JxText *text, guint first, guint count, double x, double y)
{
  JxLeafText entry = { jx_text_ref (text), first, count, x, y };

  g_array_append_val (leaf->texts, entry);
}

void
jx_leaf_add_rule (JxLeaf *leaf, JxRuleType type, double x1, double y1, double x2, double y2)
{
  JxRule rule = { type, x1, y1, x2, y2 };

  g_array_append_val (leaf->rules, rule);
}

void
jx_leaf_shift (JxLeaf *leaf, double dy)
{
  for (guint i = 0; i < leaf->texts->len; i++)
    g_array_index (leaf->texts, JxLeafText, i).y += dy;
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
jx_leaf_draw (const JxLeaf *leaf, cairo_t *cairo)
{
  JxInk *ink = jx_ink_new (cairo);

  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  tag_targets (leaf, cairo);

  for (guint i = 0; i < leaf->texts->len; i++)
    {
      const JxLeafText *text = &g_array_index (leaf->texts, JxLeafText, i);

      jx_text_draw (text->text, text->first, text->count, text->x, text->y, ink);
    }
  jx_ink_free (ink);

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
