/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "paper/jx-contents.h"

/* Deeper headings are found by the outline. */
#define LEVEL_MAX 2
#define SIZE_PT 14.0
/* Between words, dots and number. */
#define GAP_PT 5.0
/* Room for the number and what must be left free before it, in sizes. */
#define NUMBER_EM 3.0
/* Where the dots stand in a line, from its top. */
#define LEADER_HEIGHT 0.58

static const JxStyle part_style = { .name = (char *) "contents-1", .face = (char *) "hei", .size_pt = SIZE_PT, .line_height_pt = 28, .space_before_pt = 6 };
static const JxStyle entry_style = { .name = (char *) "contents-2", .face = (char *) "fangsong", .size_pt = SIZE_PT, .line_height_pt = 26 };

/* Returns: the height used, 0 if there is no room. */
static double
place_entry (JxBreaker *breaker, guint index, double x, double y, double width, double room, JxLeaf *leaf)
{
  const JxEntry *entry = &g_array_index (breaker->entries, JxEntry, index);
  const JxPageStart *page = &g_array_index (breaker->pages, JxPageStart, entry->page);
  const JxStyle *style = entry->level <= 1 ? &part_style : &entry_style;
  double indent = MAX (entry->level - 1, 0) * SIZE_PT;
  g_autofree char *label = jx_page_start_dup_label (page);
  g_autoptr (JxText) text = NULL;
  g_autoptr (JxText) number = NULL;
  JxLeafLink link;
  guint last;
  double last_y, leader_y, dots_from, dots_to;

  text = jx_measure_text (breaker->measure, entry->text, style, JX_ALIGN_START, width - indent - NUMBER_EM * SIZE_PT);
  number = jx_measure_text (breaker->measure, label, &entry_style, JX_ALIGN_START, width);
  if (style->space_before_pt + jx_text_get_height (text) > room)
    return 0;

  y += style->space_before_pt;
  last = jx_text_count_lines (text) - 1;
  last_y = y + last * style->line_height_pt;
  link = (JxLeafLink) { index, x + indent, y, width - indent, jx_text_get_height (text) };
  jx_leaf_begin (leaf, "TOCI");
  jx_leaf_begin_link (leaf, &link);
  jx_leaf_add_text (leaf, text, 0, last + 1, x + indent, y);
  jx_leaf_add_text (leaf, number, 0, 1, x + width - jx_text_get_line_end (number, 0),
                     last_y + (style->line_height_pt - entry_style.line_height_pt) / 2);
  jx_leaf_end (leaf);
  jx_leaf_end (leaf);

  /* On one grid from the right, so that the dots of all lines stand below one another. */
  leader_y = last_y + LEADER_HEIGHT * style->line_height_pt;
  dots_from = indent + jx_text_get_line_end (text, last) + GAP_PT;
  dots_to = width - ceil ((jx_text_get_line_end (number, 0) + GAP_PT) / JX_LEADER_STEP_PT) * JX_LEADER_STEP_PT;
  if (dots_to > dots_from)
    jx_leaf_add_rule (leaf, JX_RULE_LEADER, x + dots_to, leader_y, x + dots_from, leader_y);

  return style->space_before_pt + jx_text_get_height (text);
}

double
jx_contents_place (JxBreaker *breaker, guint *entry, double x, double y, double width, double room, JxLeaf *leaf)
{
  double used = 0;

  g_return_val_if_fail (breaker->complete, 0);

  for (; *entry < breaker->entries->len; (*entry)++)
    {
      double height;

      if (g_array_index (breaker->entries, JxEntry, *entry).level > LEVEL_MAX)
        continue;
      height = place_entry (breaker, *entry, x, y + used, width, room - used, leaf);
      if (height <= 0)
        break;
      used += height;
    }

  return used;
}
