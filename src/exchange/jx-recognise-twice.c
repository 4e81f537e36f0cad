/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the forms here do not fit well is read a second time, by its labels alone; the better reading is taken. */
#include "exchange/jx-recognise-once.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-flat-rows.h"
#include "exchange/jx-sense.h"

/* In a long document one word in so many that was left or guessed is no reason to read again. */
#define DOUBTED_PART 12
#define LONG_VALUES 3000
/* What has more paragraphs and cells is read once. */
#define MOST_CELLS 100000

/* What a form reads is surer: another reading must be better by so many of a hundred. */
#define MARGIN 3
#define LEAST_MARGIN 8
/* … but not where cells stand a line each or the form is not sure, nor where amounts stand under other headings. */
#define SLACK_FLAT 1
#define UNSURE 60
#define SLACK_ASTRAY 15

/* Points by which readings are compared. */
enum
{
  POINTS_VALUE = 2,
  POINTS_LIKELY = 1,
  POINTS_UNLIKELY = -6,
  POINTS_LEFT = -2,
  POINTS_GUESSED = -1,
};

/* A label that was taken for a value. */
static int
rate_words (const JxItem *item)
{
  JxField first;
  JxSense sense;
  guint n;
  int points = 0;

  jx_field_get_range (jx_item_get_kind (item), &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    if (jx_item_get (item, field) != NULL && jx_sense_read_label (jx_item_get (item, field), &sense) && sense.type != JX_SENSE_SIDE)
      points += POINTS_UNLIKELY;

  return points;
}

static guint
count_values (const JxItem *item)
{
  JxField first;
  guint n, n_set = 0;

  jx_field_get_range (jx_item_get_kind (item), &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    n_set += jx_item_get (item, field) != NULL;

  return n_set;
}

static gboolean
has_sign (const char *text)
{
  gunichar c = jx_fold_character (g_utf8_get_char (text));

  return c == 0x2265 || c == 0x2264 || c == '<' || c == '>' || c == '=';
}

static guint
count_all_values (const JxItem *item)
{
  guint n = count_values (item);

  for (JxKind kind = 0; kind < JX_N_KINDS; kind++)
    if (jx_item_may_hold (item, kind))
      for (guint i = 0; i < jx_item_count (item, kind); i++)
        n += count_all_values (jx_item_child (item, kind, i));

  return n;
}

/* Names of levels are of a few words, and names are no values and no labels. */
static int
rate_indicator (const JxItem *item)
{
  const char *level1 = jx_item_get (item, JX_FIELD_INDICATOR_LEVEL1);
  const char *level2 = jx_item_get (item, JX_FIELD_INDICATOR_LEVEL2);
  const char *name = jx_item_get (item, JX_FIELD_INDICATOR_LEVEL3);
  JxSense sense;
  int points = 0;

  if (level1 != NULL)
    points += jx_sense_is_level (level1, 1) ? POINTS_LIKELY : POINTS_UNLIKELY;
  if (level2 != NULL)
    points += jx_sense_is_level (level2, 2) ? POINTS_LIKELY : POINTS_UNLIKELY / 2;
  if (name == NULL || has_sign (name) || jx_sense_is_level (name, 2) || jx_sense_read_column (name, &sense))
    points += POINTS_UNLIKELY;

  return points;
}

/* A label, or a number. */
static gboolean
is_no_goal (const char *text)
{
  JxSense sense;

  return text == NULL || jx_sense_read_label (text, &sense) || text[strspn (text, "0123456789.,%-")] == '\0';
}

static int
rate_project (const JxItem *project)
{
  int points = rate_words (project);

  if (jx_item_get (project, JX_FIELD_PROJECT_NAME) == NULL)
    points += POINTS_UNLIKELY;
  for (guint i = 0; i < jx_item_count (project, JX_KIND_INDICATOR); i++)
    points += rate_indicator (jx_item_child (project, JX_KIND_INDICATOR, i));
  for (guint i = 0; i < jx_item_count (project, JX_KIND_GOAL); i++)
    if (is_no_goal (jx_item_get (jx_item_child (project, JX_KIND_GOAL, i), JX_FIELD_GOAL_TEXT)))
      points += POINTS_UNLIKELY;

  return points;
}

static int
rate (JxDocument *document, const JxReport *report)
{
  const JxItem *root = document != NULL ? jx_document_get_root (document) : NULL;
  int points = 0;

  if (root == NULL)
    return G_MININT;
  points += POINTS_VALUE * (int) count_all_values (root) + rate_words (root);
  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    points += rate_project (jx_item_child (root, JX_KIND_PROJECT, i));

  return points + POINTS_LEFT * (int) jx_report_count (report, JX_REPORT_LEFT) + POINTS_GUESSED * (int) jx_report_count (report, JX_REPORT_GUESSED);
}

static gboolean
is_doubtful (JxDocument *document, const JxReport *report)
{
  guint n = jx_report_count (report, JX_REPORT_LEFT) + jx_report_count (report, JX_REPORT_GUESSED);
  guint n_values = document != NULL ? count_all_values (jx_document_get_root (document)) : 0;

  return document == NULL || (n > 0 && (n_values < LONG_VALUES || n * DOUBTED_PART > n_values));
}

/* Labels are met in any text: where no form fits, a project must have a name and more, and more must be understood than not. */
static gboolean
is_anything (JxDocument *document, const JxReport *report)
{
  const JxItem *root = document != NULL ? jx_document_get_root (document) : NULL;

  if (root != NULL && jx_report_count (report, JX_REPORT_LEFT) > count_all_values (root))
    return FALSE;
  for (guint i = 0; root != NULL && i < jx_item_count (root, JX_KIND_PROJECT); i++)
    {
      const JxItem *project = jx_item_child (root, JX_KIND_PROJECT, i);

      if (jx_item_get (project, JX_FIELD_PROJECT_NAME) != NULL && count_all_values (project) > 1)
        return TRUE;
    }

  return FALSE;
}

/* @slack: of a hundred points so many may be missing in the second reading, as wrong ones count in the first. */
static gboolean
is_better (int again, int first, int slack)
{
  /* The first found no document at all. */
  if (first == G_MININT)
    return again > first;

  return again > first + (slack == 0 ? MAX (ABS (first) * MARGIN / 100, LEAST_MARGIN) : -ABS (first) * slack / 100);
}

static gboolean
is_unsure (const JxReport *report)
{
  guint certainty = 0;

  return jx_report_get_form (report, &certainty) != NULL && certainty < UNSURE;
}

static gboolean
is_large (const JxSource *source)
{
  guint n = jx_source_count_blocks (source);

  for (guint b = 0; b < jx_source_count_blocks (source) && n <= MOST_CELLS; b++)
    for (guint r = 0; r < jx_source_get_block (source, b)->n_rows && n <= MOST_CELLS; r++)
      n += jx_source_get_row (source, jx_source_get_block (source, b)->first_row + r)->n_cells;

  return n > MOST_CELLS;
}

JxDocument *
jx_recognise (JxSource *source, JxFormSet *set, JxReport *report)
{
  gboolean astray, astray_again;
  g_autoptr (JxDocument) document = jx_recognise_once (source, set, report, FALSE, &astray);
  g_autoptr (JxDocument) again = NULL;
  g_autoptr (JxReport) report_again = NULL;
  g_autoptr (JxSource) rows = NULL;
  int slack;

  if (jx_source_is_laid_out (source) || is_large (source) || !is_doubtful (document, report))
    return g_steal_pointer (&document);

  rows = jx_source_is_flat (source) ? jx_flat_rows_new (source) : NULL;
  report_again = jx_report_new (jx_report_get_source (report));
  again = jx_recognise_once (rows != NULL ? rows : source, set, report_again, TRUE, &astray_again);
  slack = astray && !astray_again ? SLACK_ASTRAY : rows != NULL || is_unsure (report) ? SLACK_FLAT : 0;
  if ((document == NULL && !is_anything (again, report_again)) || !is_better (rate (again, report_again), rate (document, report), slack))
    return g_steal_pointer (&document);
  jx_report_swap (report, report_again);

  return g_steal_pointer (&again);
}
