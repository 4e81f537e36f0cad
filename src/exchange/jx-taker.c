/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-taker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-take-none.h"
#include "model/jx-item-build.h"
#include "model/jx-path.h"
#include "model/jx-target-value.h"

void
jx_taker_leave (JxTaker *taker, guint line, const char *text, const char *why)
{
  jx_report_add (taker->report, JX_REPORT_LEFT, line, text, NULL, why);
}

void
jx_taker_doubt (JxTaker *taker, JxItem *item, JxField field, guint line, const char *text, const char *why)
{
  g_autofree char *path = jx_path_to_string (item, field);

  jx_report_add (taker->report, JX_REPORT_GUESSED, line, text, path, why);
}

/* A line of a form broken over several lines in its cell is one again. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = jx_strip_dup (lines[i]);

      jx_join_pieces (joined, line, strlen (line));
    }

  return g_strdup (joined->str);
}

static gboolean
has_unit (const char *text)
{
  return strstr (text, "元") != NULL || strstr (text, "万") != NULL || strstr (text, "亿") != NULL;
}

/* “10分”, “20%” for a weight or a score of a hundred. */
static char *
cut_points (const char *text)
{
  g_autofree char *folded = jx_fold (text);
  gsize n = strspn (folded, "0123456789.");

  return n > 0 && (strcmp (folded + n, "分") == 0 || strcmp (folded + n, "%") == 0) ? g_strndup (folded, n) : g_strdup (text);
}

/* “产出指标（50分）”: what the level weighs tell its rows. */
static char *
cut_level_weight (const char *text)
{
  const char *open = strstr (text, "（") != NULL ? strstr (text, "（") : strchr (text, '(');
  g_autofree char *inside = open != NULL && open > text ? jx_fold (open) : NULL;
  gsize n = inside != NULL ? strspn (inside + 1, "0123456789.") : 0;

  if (n == 0 || (strcmp (inside + 1 + n, "分)") != 0 && strcmp (inside + 1 + n, ")") != 0 && strcmp (inside + 1 + n, "%)") != 0))
    return g_strdup (text);

  return g_strndup (text, (gsize) (open - text));
}

static char *
normalise (JxTaker *taker, JxField field, const char *text, GError **error)
{
  JxType type = jx_field_get_info (field)->type;
  g_autofree char *joined = NULL;
  g_autofree char *with_unit = NULL;
  g_autofree char *cut = NULL;

  if (type == JX_TYPE_SCORE)
    text = cut = cut_points (text);
  else if (field == JX_FIELD_INDICATOR_LEVEL1 || field == JX_FIELD_INDICATOR_LEVEL2)
    text = cut = cut_level_weight (text);
  if (type != JX_TYPE_TEXT && type != JX_TYPE_LINE && type != JX_TYPE_TARGET && jx_says_none (text))
    return g_strdup ("");
  if (type != JX_TYPE_TEXT && strchr (text, '\n') != NULL)
    text = joined = join_lines (text);
  if (type == JX_TYPE_AMOUNT && taker->amount_unit != NULL && !has_unit (text) && !jx_line_is_blank (text))
    {
      g_autofree char *stripped = jx_strip_dup (text);

      text = with_unit = g_strconcat (stripped, taker->amount_unit, NULL);
    }

  return jx_field_normalise (field, text, error);
}

/* What speaks for a budget year: digits 7 and 8 of a project's code, after six of the district, and
 * the dates by which targets are to be reached. */
static void
vote_for_year (JxTaker *taker, JxField field, const char *value)
{
  if (field == JX_FIELD_PROJECT_CODE && strlen (value) == 21 && strspn (value, "0123456789") == 8)
    {
      taker->code_years[2000 + (value[6] - '0') * 10 + value[7] - '0']++;
    }
  else if (field == JX_FIELD_INDICATOR_VALUE)
    {
      g_autoptr (JxTargetValue) target = jx_target_value_parse (value);

      if (target->type == JX_TARGET_DATE && target->year > 0 && target->year < JX_TAKER_YEARS)
        taker->date_years[target->year]++;
    }
}

/* The year most speak for; 0 where none does. @all: whether all do. */
static guint
count_votes (const guint *votes, gboolean *all)
{
  guint best = 0;
  guint n = 0;

  for (guint year = 0; year < JX_TAKER_YEARS; year++)
    {
      n += votes[year];
      if (votes[year] > votes[best])
        best = year;
    }

  *all = n > 0 && votes[best] == n;
  return best;
}

/* Where codes and dates agree without exception the year is certain; else it is a guess to look at. */
static void
conclude_year (JxTaker *taker)
{
  gboolean all_codes, all_dates;
  guint by_codes = count_votes (taker->code_years, &all_codes);
  guint by_dates = count_votes (taker->date_years, &all_dates);
  g_autofree char *year = g_strdup_printf ("%u", by_codes != 0 ? by_codes : by_dates);
  const char *doubt = NULL;

  if (jx_item_get (taker->root, JX_FIELD_YEAR) != NULL || (by_codes == 0 && by_dates == 0))
    return;

  if (by_codes == 0)
    doubt = _("The year is not stated; the dates of the targets give it");
  else if (!all_codes)
    doubt = _("The year is not stated; most project codes give it, not all");
  else if (by_dates != by_codes || !all_dates)
    doubt = _("The year is not stated; the project codes give it");
  jx_taker_set (taker, taker->root, JX_FIELD_YEAR, year, 0, doubt);
}

static gboolean
agrees (JxTaker *taker, JxItem *item, JxField field, const char *value, const char *text, guint line)
{
  const char *before = jx_item_get (item, field);

  if (before == NULL)
    return TRUE;
  if (!jx_fold_equal (before, value))
    {
      g_autofree char *why = g_strdup_printf (_("It was “%s” before; that was kept"), before);

      jx_taker_doubt (taker, item, field, line, text, why);
    }

  return FALSE;
}

gboolean
jx_taker_set (JxTaker *taker, JxItem *item, JxField field, const char *text, guint line, const char *doubt)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = normalise (taker, field, text, &error);

  if (value == NULL)
    {
      jx_taker_leave (taker, line, text, error->message);
      return FALSE;
    }
  if (*value == '\0')
    return TRUE;
  if (!agrees (taker, item, field, value, text, line))
    return TRUE;

  jx_item_init (item, field, value);
  vote_for_year (taker, field, value);
  if (doubt != NULL)
    jx_taker_doubt (taker, item, field, line, text, doubt);

  return TRUE;
}

void
jx_taker_take_note (JxTaker *taker, const JxNote *note, guint line)
{
  g_autofree char *year = g_strdup_printf ("%u", note->year);
  g_autofree char *month = g_strdup_printf ("%u", note->month);

  if (note->year != 0)
    jx_taker_set (taker, taker->root, JX_FIELD_YEAR, year, line, NULL);
  if (note->month != 0)
    jx_taker_set (taker, taker->root, JX_FIELD_MONITORED, month, line, NULL);
  if (note->unit_name != NULL && taker->title_unit == NULL)
    {
      taker->title_unit = g_strdup (note->unit_name);
      taker->title_line = line;
    }
  if (note->amount_unit != NULL)
    taker->usual_unit = note->amount_unit;
}

void
jx_taker_set_unit (JxTaker *taker, JxItem *item, const char *unit, guint line, const char *text)
{
  g_autofree char *said = NULL;

  taker->amount_unit = g_strcmp0 (unit, "万元") != 0 ? unit : NULL;
  if (taker->amount_unit == NULL)
    return;

  said = g_strdup_printf (_("The amounts of this table are in %s; they were converted to 万元"), taker->amount_unit);
  jx_taker_doubt (taker, item, JX_FIELD_NONE, line, text, said);
}

void
jx_taker_add_word (JxTaker *taker, JxItem *item, JxField field, const char *word, guint line, const char *doubt)
{
  const char *words = jx_item_get (item, field);
  g_autofree char *more = words != NULL ? g_strconcat (words, "、", word, NULL) : g_strdup (word);

  if (words != NULL && strstr (words, word) != NULL)
    return;

  jx_item_init (item, field, more);
  if (doubt != NULL)
    jx_taker_doubt (taker, item, field, line, word, doubt);
}

/* Lines are gathered first: a text of many lines would be copied as often. */
static void
put_more (JxTaker *taker)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  if (taker->more == NULL)
    return;

  value = jx_field_normalise (taker->more_field, taker->more->str, &error);
  if (value == NULL)
    jx_taker_leave (taker, taker->more_line, taker->more->str, error->message);
  else
    jx_item_init (taker->more_item, taker->more_field, value);
  g_string_free (g_steal_pointer (&taker->more), TRUE);
}

void
jx_taker_append (JxTaker *taker, JxItem *item, JxField field, const char *text, guint line, const char *doubt)
{
  if (taker->more == NULL || taker->more_item != item || taker->more_field != field)
    {
      put_more (taker);
      taker->more = g_string_new (jx_item_get (item, field));
      taker->more_item = item;
      taker->more_field = field;
      taker->more_line = line;
    }
  if (taker->more->len > 0)
    g_string_append_c (taker->more, '\n');
  g_string_append (taker->more, text);
  if (doubt != NULL)
    jx_taker_doubt (taker, item, field, line, text, doubt);
}

void
jx_taker_set_mark (JxTaker *taker, JxItem *item, const JxFormPart *part, const char *mark, guint line)
{
  g_autofree char *usual = jx_form_part_format_number (part, jx_item_get_index (item) + 1);

  if (part->field == JX_FIELD_NONE || *mark == '\0' || strcmp (usual, mark) == 0)
    return;

  jx_taker_set (taker, item, part->field, mark, line, NULL);
}

JxItem *
jx_taker_add (JxTaker *taker, JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (taker->document, kind);

  jx_item_append (parent, item);

  return item;
}

JxItem *
jx_taker_add_project (JxTaker *taker, gconstpointer origin)
{
  g_ptr_array_add (taker->origins, (gpointer) origin);

  return jx_taker_add (taker, taker->root, JX_KIND_PROJECT);
}

void
jx_taker_finish (JxTaker *taker)
{
  put_more (taker);
  conclude_year (taker);
  if (taker->title_unit != NULL && jx_item_get (taker->root, JX_FIELD_UNIT_NAME) == NULL)
    jx_taker_set (taker, taker->root, JX_FIELD_UNIT_NAME, taker->title_unit, taker->title_line, _("It was taken from the title of a table"));
  g_clear_pointer (&taker->title_unit, g_free);
}
