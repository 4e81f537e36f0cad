/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-page-number.h"

/* By GB/T 9704 it stands below the text, a character in from its outer edge. */
static const JxStyle style = {
  .name = (char *) "page-number", .face = (char *) "song", .size_pt = JX_PAGE_NUMBER_PT, .line_height_pt = JX_PAGE_NUMBER_PT
};

static void
place_at_foot (const JxFormPage *page, gboolean odd, JxText *text, JxLeaf *leaf)
{
  double x = odd ? jx_mm_to_pt (page->width_mm - page->right_mm) - style.size_pt - jx_text_get_line_end (text, 0)
                 : jx_mm_to_pt (page->left_mm) + style.size_pt;

  jx_leaf_add_text (leaf, text, 0, 1, x, jx_mm_to_pt (page->height_mm - page->bottom_mm) + jx_mm_to_pt (jx_form_page_get_number_drop (page->bottom_mm)));
}

/* A page across is bound with its head to the left, at the back of the book on odd pages and at the
 * cut on even ones: what is then the foot of the sheet, where all numbers stand, is its left edge. */
static void
place_at_side (const JxFormPage *page, gboolean odd, JxText *text, JxLeaf *leaf)
{
  double y = odd ? jx_mm_to_pt (page->height_mm - page->bottom_mm) - style.size_pt - jx_text_get_line_end (text, 0)
                 : jx_mm_to_pt (page->top_mm) + style.size_pt;

  jx_leaf_add_turned_text (leaf, text, 0, 1, jx_mm_to_pt (page->left_mm) - jx_mm_to_pt (jx_form_page_get_number_drop (page->left_mm)), y);
}

void
jx_page_number_place (JxMeasure *measure, const JxPageStart *start, JxLeaf *leaf)
{
  const JxFormPage *page = &start->size;
  g_autofree char *label = jx_page_start_dup_label (start);
  g_autofree char *words = NULL;
  g_autoptr (JxText) text = NULL;

  if (*label == '\0')
    return;

  words = g_strdup_printf ("\xe2\x80\x94 %s \xe2\x80\x94", label);
  text = jx_measure_text (measure, words, &style, JX_ALIGN_START, jx_mm_to_pt (page->width_mm));
  jx_leaf_begin (leaf, "Artifact");
  if (jx_form_page_is_turned (page))
    place_at_side (page, start->number % 2 == 1, text, leaf);
  else
    place_at_foot (page, start->number % 2 == 1, text, leaf);
  jx_leaf_end (leaf);
}
