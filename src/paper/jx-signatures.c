/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-signatures.h"

#include <glib/gi18n-lib.h>

#include "base/jx-language.h"

#define SIZE_PT 10.5
#define LINE_PT 20.0
/* What parts it from the table above. */
#define GAP_PT 12.0
/* Side by side only where a name finds room. */
#define WIDTH_MIN_PT 330.0
/* From a label to its rule, and between one column and the next. */
#define RULE_GAP_PT 2.0
#define COLUMN_GAP_PT 18.0
/* Where a rule stands in its line, from the top. */
#define RULE_HEIGHT 0.8

static const JxStyle style = { .name = (char *) "signatures", .face = (char *) "fangsong", .size_pt = SIZE_PT, .line_height_pt = LINE_PT };

/* Translators: below a table, each but the last with a rule behind it to sign on; leave room to write the date in. */
static const char *const labels[] = { NC_("paper", "Filled in by:"), NC_("paper", "Head of the unit:"), NC_("paper", "Date:            ") };
#define N_LABELS G_N_ELEMENTS (labels)

static const char *
get_label (guint index)
{
  return jx_language_say_in (JX_LANGUAGE_DOCUMENT, "paper", labels[index]);
}

static guint
count_columns (double width_pt)
{
  return width_pt >= WIDTH_MIN_PT ? N_LABELS : 1;
}

double
jx_signatures_measure (double width_pt)
{
  return GAP_PT + N_LABELS / count_columns (width_pt) * LINE_PT;
}

/* The date stands at the end; the names share what is left. */
void
jx_signatures_place (JxMeasure *measure, double x, double y, double width_pt, JxLeaf *leaf)
{
  gboolean aside = count_columns (width_pt) > 1;
  g_autoptr (JxText) date = jx_measure_text (measure, get_label (N_LABELS - 1), &style, JX_ALIGN_START, width_pt);
  double names_width = aside ? width_pt - jx_text_get_line_end (date, 0) : width_pt;
  double column = aside ? names_width / (N_LABELS - 1) : width_pt;

  y += GAP_PT;
  jx_leaf_begin (leaf, "P");
  for (guint i = 0; i < N_LABELS; i++)
    {
      g_autoptr (JxText) text = jx_measure_text (measure, get_label (i), &style, JX_ALIGN_START, width_pt);
      double left = aside ? x + i * column : x;
      double top = aside ? y : y + i * LINE_PT;
      double from = left + jx_text_get_line_end (text, 0) + RULE_GAP_PT;

      jx_leaf_add_text (leaf, text, 0, 1, left, top);
      if (i + 1 < N_LABELS)
        jx_leaf_add_rule (leaf, JX_RULE_HAIR, from, top + RULE_HEIGHT * LINE_PT, left + column - COLUMN_GAP_PT, top + RULE_HEIGHT * LINE_PT);
    }
  jx_leaf_end (leaf);
}
