/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-sheet.h"

#define HAIR_PT 0.5
#define FRAME_PT 1.0
#define DOT_PT 0.9

static const double line_widths[] = {
  [JX_RULE_HAIR] = HAIR_PT,
  [JX_RULE_FRAME] = FRAME_PT,
  [JX_RULE_LEADER] = DOT_PT,
};

static void
sheet_text_clear (JxSheetText *text)
{
  g_clear_pointer (&text->text, jx_text_unref);
}

static gboolean
has_rules (const JxSheet *sheet, JxRuleType type)
{
  for (guint i = 0; i < sheet->rules->len; i++)
    {
      if (g_array_index (sheet->rules, JxRule, i).type == type)
        return TRUE;
    }

  return FALSE;
}

/* All rules of one kind are one path: a page of a table has a hundred. */
static void
draw_rules (const JxSheet *sheet, cairo_t *cairo, JxRuleType type)
{
  static const double dots[] = { 0, JX_LEADER_STEP_PT };

  if (!has_rules (sheet, type))
    return;

  cairo_save (cairo);
  cairo_set_line_width (cairo, line_widths[type]);
  cairo_set_line_cap (cairo, type == JX_RULE_LEADER ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE);
  if (type == JX_RULE_LEADER)
    cairo_set_dash (cairo, dots, G_N_ELEMENTS (dots), 0);

  for (guint i = 0; i < sheet->rules->len; i++)
    {
      const JxRule *rule = &g_array_index (sheet->rules, JxRule, i);

      if (rule->type != type)
        continue;
      cairo_move_to (cairo, rule->x1, rule->y1);
      cairo_line_to (cairo, rule->x2, rule->y2);
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
tag_targets (const JxSheet *sheet, cairo_t *cairo)
{
  for (guint i = 0; i < sheet->marks->len; i++)
    {
      const JxMark *mark = &g_array_index (sheet->marks, JxMark, i);
      g_autofree char *target = jx_sheet_dup_target (mark->entry);
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
tag_links (const JxSheet *sheet, cairo_t *cairo)
{
  for (guint i = 0; i < sheet->links->len; i++)
    {
      const JxSheetLink *link = &g_array_index (sheet->links, JxSheetLink, i);
      g_autofree char *target = jx_sheet_dup_target (link->entry);
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

JxSheet *
jx_sheet_new (void)
{
  JxSheet *sheet = g_new0 (JxSheet, 1);

  sheet->texts = g_array_new (FALSE, FALSE, sizeof (JxSheetText));
  g_array_set_clear_func (sheet->texts, (GDestroyNotify) sheet_text_clear);
  sheet->rules = g_array_new (FALSE, FALSE, sizeof (JxRule));
  sheet->marks = g_array_new (FALSE, FALSE, sizeof (JxMark));
  sheet->links = g_array_new (FALSE, FALSE, sizeof (JxSheetLink));

  return sheet;
}

void
jx_sheet_clear (JxSheet *sheet)
{
  g_array_set_size (sheet->texts, 0);
  g_array_set_size (sheet->rules, 0);
  g_array_set_size (sheet->marks, 0);
  g_array_set_size (sheet->links, 0);
}

void
jx_sheet_add_text (JxSheet *sheet, JxText *text, guint first, guint count, double x, double y)
{
  JxSheetText entry = { jx_text_ref (text), first, count, x, y };

  g_array_append_val (sheet->texts, entry);
}

void
jx_sheet_add_rule (JxSheet *sheet, JxRuleType type, double x1, double y1, double x2, double y2)
{
  JxRule rule = { type, x1, y1, x2, y2 };

  g_array_append_val (sheet->rules, rule);
}

void
jx_sheet_shift (JxSheet *sheet, double dy)
{
  for (guint i = 0; i < sheet->texts->len; i++)
    g_array_index (sheet->texts, JxSheetText, i).y += dy;
  for (guint i = 0; i < sheet->rules->len; i++)
    {
      g_array_index (sheet->rules, JxRule, i).y1 += dy;
      g_array_index (sheet->rules, JxRule, i).y2 += dy;
    }
  for (guint i = 0; i < sheet->marks->len; i++)
    g_array_index (sheet->marks, JxMark, i).y += dy;
  for (guint i = 0; i < sheet->links->len; i++)
    g_array_index (sheet->links, JxSheetLink, i).y += dy;
}

void
jx_sheet_draw (const JxSheet *sheet, cairo_t *cairo)
{
  JxInk *ink = jx_ink_new (cairo);

  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  tag_targets (sheet, cairo);

  for (guint i = 0; i < sheet->texts->len; i++)
    {
      const JxSheetText *text = &g_array_index (sheet->texts, JxSheetText, i);

      jx_text_draw (text->text, text->first, text->count, text->x, text->y, ink);
    }
  jx_ink_free (ink);

  draw_rules (sheet, cairo, JX_RULE_HAIR);
  draw_rules (sheet, cairo, JX_RULE_FRAME);
  draw_rules (sheet, cairo, JX_RULE_LEADER);
  tag_links (sheet, cairo);
  cairo_restore (cairo);
}

void
jx_sheet_free (JxSheet *sheet)
{
  if (sheet == NULL)
    return;

  g_array_unref (sheet->texts);
  g_array_unref (sheet->rules);
  g_array_unref (sheet->marks);
  g_array_unref (sheet->links);
  g_free (sheet);
}

char *
jx_sheet_dup_target (guint entry)
{
  return g_strdup_printf ("heading-%u", entry + 1);
}
