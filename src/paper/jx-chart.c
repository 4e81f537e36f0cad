/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-chart-private.h"

#include "model/jx-document.h"

/* In em: how high a plot should at least be, and how much of the rest gives way to it. */
#define LOWEST_PLOT 7.0
#define HIGHEST_PLOT 22.0
/* Below this nobody reads. */
#define SMALLEST_FONT 4.0

/* The texts above the plot, before they have their place. */
typedef struct
{
  PangoLayout *title;
  PangoLayout *headline;
  double headline_height;
  double readout_height;
  PangoLayout *missing;
  double missing_height;
  double keys_height;
} Head;

static void
clear_text (gpointer data)
{
  JxChartText *text = data;

  g_clear_object (&text->layout);
}

/* The family that has the Chinese characters, for all: pango would else take Latin letters and
 * digits from another one wherever no Chinese stands beside them. */
static PangoFontDescription *
find_font (PangoContext *context)
{
  PangoFontDescription *wanted = pango_font_description_from_string ("sans-serif 10");
  g_autoptr (PangoFont) font = pango_context_load_font (context, wanted);
  PangoFontDescription *found = font != NULL ? pango_font_describe (font) : NULL;

  if (found == NULL)
    return wanted;
  pango_font_description_set_family (wanted, pango_font_description_get_family (found));
  pango_font_description_free (found);

  return wanted;
}

/* Takes @facts. */
static JxChart *
create (JxChartFacts *facts, double width, JxLanguage language, JxChartStyle style, double font_size)
{
  JxChart *chart = g_new0 (JxChart, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  chart->facts = facts;
  chart->item = facts->item;
  chart->progress = facts->progress;
  chart->language = language;
  chart->style = style;
  chart->width = MAX (width, 1);
  chart->em = MAX (font_size, 1);
  chart->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* Widths that do not depend on where it is drawn: one layout serves screen, printer and file. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (chart->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (chart->context, FALSE);
  pango_context_set_language (chart->context, pango_language_from_string ("zh-cn"));
  chart->font = find_font (chart->context);
  chart->texts = g_array_new (FALSE, FALSE, sizeof (JxChartText));
  g_array_set_clear_func (chart->texts, clear_text);
  chart->readouts = g_ptr_array_new_with_free_func (g_object_unref);
  chart->keys = g_array_new (FALSE, FALSE, sizeof (JxChartKey));
  chart->grid = g_array_new (FALSE, FALSE, sizeof (double));
  chart->marks = g_array_new (FALSE, FALSE, sizeof (JxChartMark));
  chart->ranks = g_ptr_array_new_with_free_func (g_free);

  return chart;
}

static const char *
get_idle_words (JxChart *chart)
{
  if (chart->progress->latest >= 0)
    return NULL;
  if (jx_item_get_kind (chart->item) == JX_KIND_DOCUMENT)
    return jx_language_say (chart->language, "Open a project and write there what was spent by the end of each month.");

  return jx_language_say (chart->language, "Write what was spent by the end of each month in the table of spending beside this chart.");
}

/* Returns: the height of the highest. A picture that stands alone tells nobody where to write. */
static double
make_readouts (JxChart *chart, gboolean titled)
{
  const char *idle = get_idle_words (chart);
  double height, highest = 0;

  if (titled && idle != NULL)
    return 0;
  for (guint i = 0; i < chart->progress->points->len; i++)
    {
      g_autofree char *words = jx_progress_describe_point (chart->language, chart->progress, i);
      PangoLayout *layout = jx_chart_make_text (chart, words, 1, FALSE);

      jx_chart_wrap_text (layout, chart->width);
      jx_chart_measure_text (layout, NULL, &height);
      highest = MAX (highest, height);
      g_ptr_array_add (chart->readouts, layout);
    }
  if (idle != NULL)
    {
      chart->idle = jx_chart_make_text (chart, idle, 1, FALSE);
      jx_chart_wrap_text (chart->idle, chart->width);
      jx_chart_measure_text (chart->idle, NULL, &height);
      highest = MAX (highest, height);
    }
  else
    chart->idle = g_object_ref (g_ptr_array_index (chart->readouts, (guint) chart->progress->latest));

  return highest;
}

/* Samples and words of the legend from @top on, broken into rows; returns their height. With @place
 * unset it only measures. */
static double
lay_keys (JxChart *chart, double top, gboolean place)
{
  const JxProgress *progress = chart->progress;
  gboolean planned = progress->n_unplanned < progress->n_projects;
  const struct
  {
    JxChartKeyType type;
    const char *words;
    gboolean shown;
  } keys[] = {
    { JX_KEY_SPENT, jx_language_say_in (chart->language, "chart", "Spent"), progress->latest >= 0 },
    { JX_KEY_PLAN, jx_language_say_in (chart->language, "chart", "Plan"), planned },
    { JX_KEY_GAP, jx_progress_state_get_label (chart->language, progress->state),
      progress->state == JX_PROGRESS_BEHIND || progress->state == JX_PROGRESS_AHEAD || progress->state == JX_PROGRESS_OVER },
    { JX_KEY_BUDGET, jx_language_say_in (chart->language, "chart", "Budget of the year"), progress->budget_fen > 0 },
  };
  double x = 0, y = top, row = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      PangoLayout *layout;
      double width, height;

      if (!keys[i].shown)
        continue;
      layout = jx_chart_make_text (chart, keys[i].words, 1, FALSE);
      jx_chart_measure_text (layout, &width, &height);
      if (x > 0 && x + 2.4 * chart->em + width > chart->width)
        {
          x = 0;
          y += row;
        }
      row = height;
      if (place)
        {
          JxChartKey key = { keys[i].type, { x, y, 2 * chart->em, height } };

          g_array_append_val (chart->keys, key);
          jx_chart_place_text (chart, g_object_ref (layout), x + 2.4 * chart->em, y, JX_INK_QUIET);
        }
      x += width + 4 * chart->em;
      g_object_unref (layout);
    }

  return y + row - top;
}

static Head
make_head (JxChart *chart, gboolean titled)
{
  g_autofree char *state = jx_progress_describe_state (chart->language, chart->progress);
  g_autofree char *missing = jx_progress_describe_missing (chart->language, chart->progress);
  Head head = { 0 };

  if (titled)
    {
      g_autofree char *title = jx_chart_dup_title (chart->language, chart->item);

      head.title = jx_chart_make_text (chart, title, 1.25, TRUE);
      jx_chart_wrap_text (head.title, chart->width);
    }
  head.headline = jx_chart_make_text (chart, state, 1.15, TRUE);
  jx_chart_wrap_text (head.headline, chart->width - 1.6 * chart->em);
  jx_chart_measure_text (head.headline, NULL, &head.headline_height);
  head.readout_height = make_readouts (chart, titled);
  if (missing != NULL)
    {
      head.missing = jx_chart_make_text (chart, missing, 1, FALSE);
      jx_chart_wrap_text (head.missing, chart->width);
      jx_chart_measure_text (head.missing, NULL, &head.missing_height);
    }
  head.keys_height = lay_keys (chart, 0, FALSE);

  return head;
}

static double
measure_head (JxChart *chart, const Head *head)
{
  double title = 0;

  if (head->title != NULL)
    {
      jx_chart_measure_text (head->title, NULL, &title);
      title += 0.6 * chart->em;
    }

  return title + head->headline_height + head->readout_height + head->missing_height + head->keys_height + 1.4 * chart->em;
}

/* Returns where the plot's part begins. */
static double
lay_head (JxChart *chart, Head *head)
{
  const JxInk ink = jx_chart_state_ink (chart->progress->state);
  double y = 0, height;

  if (head->title != NULL)
    {
      jx_chart_measure_text (head->title, NULL, &height);
      jx_chart_place_text (chart, head->title, 0, y, JX_INK_TEXT);
      y += height + 0.6 * chart->em;
    }
  chart->glyph = (JxBox) { 0, y + 0.2 * chart->em, 1.1 * chart->em, 1.1 * chart->em };
  jx_chart_place_text (chart, head->headline, 1.6 * chart->em, y, ink == JX_INK_QUIET ? JX_INK_TEXT : ink);
  y += head->headline_height + 0.3 * chart->em;
  chart->readout_y = head->readout_height > 0 ? y : -1;
  y += head->readout_height;
  if (head->missing != NULL && head->missing_height > 0)
    jx_chart_place_text (chart, g_object_ref (head->missing), 0, y, JX_INK_QUIET);
  y += head->missing_height + 0.5 * chart->em;
  if (head->keys_height > 0)
    lay_keys (chart, y, TRUE);
  g_clear_object (&head->missing);

  return y + head->keys_height + 0.6 * chart->em;
}

/* A low chart gives up its legend, then the words about missing entries, then the readout. */
static void
shorten_head (JxChart *chart, Head *head, double available)
{
  double *const parts[] = { &head->keys_height, &head->missing_height, &head->readout_height };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && measure_head (chart, head) > available; i++)
    *parts[i] = 0;
}

/* A low chart gives up the ranking's rows, then parts of its head, then the ranking. Returns: whether
 * what is left fits. */
static gboolean
lay (JxChart *chart, double height, gboolean titled)
{
  g_autoptr (JxChartRanking) ranking = jx_chart_ranking_new (chart);
  Head head = make_head (chart, titled);
  double axis_height = jx_chart_measure_axis_height (chart);
  /* Less a hair: the height asked for may be the sum of these very parts. */
  double lowest = LOWEST_PLOT * chart->em + axis_height - 0.5;
  guint n_ranks = ranking != NULL ? chart->facts->first->len : 0;
  double ranking_height = ranking != NULL ? jx_chart_ranking_measure (ranking, n_ranks) : 0;
  gboolean fits;

  if (height <= 0)
    height = measure_head (chart, &head) + axis_height + ranking_height
             + CLAMP (chart->width * 0.42, LOWEST_PLOT * chart->em, HIGHEST_PLOT * chart->em);
  chart->height = height;

  while (n_ranks > 0 && measure_head (chart, &head) + lowest + ranking_height > height)
    ranking_height = jx_chart_ranking_measure (ranking, --n_ranks);
  shorten_head (chart, &head, height - lowest - ranking_height);
  if (measure_head (chart, &head) + lowest + ranking_height > height)
    {
      g_clear_pointer (&ranking, jx_chart_ranking_free);
      ranking_height = 0;
    }
  fits = measure_head (chart, &head) + lowest <= height;
  jx_chart_lay_plot (chart, lay_head (chart, &head), height - ranking_height);
  if (ranking != NULL)
    jx_chart_ranking_lay (ranking, height - ranking_height, n_ranks);

  return fits;
}

/* Where even that does not fit, smaller letters are better than letters on top of each other. */
static JxChart *
create_fitting (JxChartFacts *facts, double width, double height, gboolean titled, JxChartStyle style, double font_size)
{
  /* With a title it leaves the screen and speaks as the document does. */
  const JxLanguage language = titled ? JX_LANGUAGE_DOCUMENT : JX_LANGUAGE_INTERFACE;
  JxChart *chart = create (facts, width, language, style, font_size);

  while (!lay (chart, height, titled) && height > 0 && chart->em > SMALLEST_FONT)
    {
      font_size = chart->em * 0.9;
      g_rc_box_acquire (facts);
      jx_chart_free (chart);
      chart = create (facts, width, language, style, font_size);
    }

  return chart;
}

JxChart *
jx_chart_new (JxItem *item, double width, double height, JxChartStyle style, double font_size)
{
  g_return_val_if_fail (item != NULL, NULL);

  return create_fitting (jx_chart_facts_new (item), width, height, FALSE, style, font_size);
}

JxChart *
jx_chart_new_again (const JxChart *chart, double width, double height, JxChartStyle style, double font_size)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return create_fitting (g_rc_box_acquire (chart->facts), width, height, FALSE, style, font_size);
}

JxChart *
jx_chart_new_titled (JxItem *item, double width, double height, JxChartStyle style, double font_size)
{
  return create_fitting (jx_chart_facts_new (item), width, height, TRUE, style, font_size);
}

char *
jx_chart_dup_title (JxLanguage language, JxItem *item)
{
  const JxItem *root = jx_document_get_root (jx_item_get_document (item));
  const char *year = jx_item_get (root, JX_FIELD_YEAR);
  const char *unit = jx_item_get (root, JX_FIELD_UNIT_NAME);
  const char *name = jx_item_get_kind (item) == JX_KIND_PROJECT ? jx_item_get (item, JX_FIELD_PROJECT_NAME) : unit;

  if (name == NULL)
    name = jx_language_say (language, "Spending against the plan");
  if (year == NULL)
    return g_strdup (name);

  /* Translators: the name of a project or department, then the year. */
  return g_strdup_printf (jx_language_say (language, "%s, %s: spending against the plan"), name, year);
}

void
jx_chart_free (JxChart *chart)
{
  if (chart == NULL)
    return;

  jx_chart_facts_unref (chart->facts);
  g_array_unref (chart->texts);
  g_ptr_array_unref (chart->readouts);
  g_clear_object (&chart->idle);
  g_array_unref (chart->keys);
  g_array_unref (chart->grid);
  g_array_unref (chart->marks);
  g_ptr_array_unref (chart->ranks);
  pango_font_description_free (chart->font);
  g_object_unref (chart->context);
  g_free (chart);
}

const JxProgress *
jx_chart_get_progress (const JxChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return chart->progress;
}

double
jx_chart_get_height (const JxChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->height;
}

int
jx_chart_find_point (const JxChart *chart, double x, double y)
{
  double reach;
  int nearest = -1;
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (chart != NULL, -1);

  reach = 1.5 * chart->em;
  if (x < chart->plot.x - reach || x > chart->plot.x + chart->plot.width + reach
      || y < chart->plot.y - reach || y > chart->plot.y + chart->plot.height + reach)
    return -1;
  for (guint i = 0; i < chart->marks->len; i++)
    {
      double distance = ABS (g_array_index (chart->marks, JxChartMark, i).x - x);

      if (distance < least)
        {
          least = distance;
          nearest = (int) i;
        }
    }

  return nearest;
}

void
jx_chart_get_point (const JxChart *chart, guint index, double *x, double *y)
{
  const JxChartMark *mark;

  g_return_if_fail (chart != NULL && index < chart->marks->len);

  mark = &g_array_index (chart->marks, JxChartMark, index);
  *x = mark->x;
  *y = jx_progress_get_point (chart->progress, index)->has_spent ? mark->spent_y : mark->plan_y;
}

char *
jx_chart_describe (const JxChart *chart)
{
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (chart != NULL, NULL);

  title = jx_chart_dup_title (chart->language, chart->item);
  words = jx_progress_describe (chart->language, chart->progress);

  /* Translators: a chart's title, then what it shows, in sentences. */
  return g_strdup_printf (jx_language_say (chart->language, "%s. %s"), title, words);
}
