/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-spending.h"

#include "base/jx-amount.h"
#include "base/jx-decimal.h"

#define N_MONTHS 12
#define NAME_WIDTH 36.0
#define AMOUNT_WIDTH 14.0
#define SIZE_PT 10.5
/* Room for the chart beside the months, in rows and pixels. */
#define CHART_ROWS 18
#define CHART_WIDTH 640
#define CHART_HEIGHT 340
#define MONEY "0.00"
#define MONTH "0\"月\""

/* Which months any project speaks of, and the last of which anybody says what was spent. */
typedef struct
{
  gboolean used[N_MONTHS + 1];
  guint count;
  guint last_spent;
} Months;

static guint
get_month (const JxItem *checkpoint)
{
  JxDecimal month;

  return jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_MONTH, &month) && month.scale == 0 && month.mantissa <= N_MONTHS ? (guint) month.mantissa : 0;
}

static Months
find_months (const JxItem *root)
{
  Months months = { .count = 0 };

  for (guint p = 0; p < jx_item_count (root, JX_KIND_PROJECT); p++)
    {
      const JxItem *project = jx_item_child (root, JX_KIND_PROJECT, p);

      for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
        {
          const JxItem *checkpoint = jx_item_child (project, JX_KIND_CHECKPOINT, i);
          guint month = get_month (checkpoint);

          months.count += month > 0 && !months.used[month];
          months.used[month] = TRUE;
          if (jx_item_get (checkpoint, JX_FIELD_CHECKPOINT_SPENT) != NULL)
            months.last_spent = MAX (months.last_spent, month);
        }
    }

  return months;
}

/* @percent of @whole_fen, to the nearest 分. */
static gint64
take_share (gint64 whole_fen, JxDecimal percent)
{
  double share = (double) whole_fen * jx_decimal_to_double (percent) / 100;

  return (gint64) (share + 0.5);
}

/* What @project has planned and spent by the end of @month: between its checkpoints it stays where the last one left it. */
static void
reckon (const JxItem *project, guint month, gint64 *planned_fen, gint64 *spent_fen)
{
  gint64 budget_fen;

  *planned_fen = *spent_fen = 0;
  jx_item_get_amount (project, JX_FIELD_PROJECT_BUDGET, &budget_fen);
  for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
    {
      const JxItem *checkpoint = jx_item_child (project, JX_KIND_CHECKPOINT, i);
      JxDecimal percent;
      gint64 amount_fen;

      if (get_month (checkpoint) > month)
        continue;
      if (jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_PLAN, &percent))
        *planned_fen = take_share (budget_fen, percent);
      if (jx_item_get_amount (checkpoint, JX_FIELD_CHECKPOINT_SPENT, &amount_fen))
        *spent_fen = amount_fen;
    }
}

static void
put_amount (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, gint64 amount_fen)
{
  g_autofree char *digits = jx_amount_format (amount_fen);

  jx_xlsx_out_put_number (out, sheet, row, column, digits, JX_ALIGN_END, MONEY);
}

/* A row for each project, two columns for each month. @total_fen: (array length=2 * count): (out): the sums of these columns */
static void
write_rows (JxXlsxOut *out, lxw_worksheet *sheet, const JxItem *root, const Months *months, guint head, gint64 *total_fen)
{
  guint column = 2;

  jx_xlsx_out_put_head (out, sheet, head, 0, jx_field_get_label_in (JX_LANGUAGE_DOCUMENT, JX_FIELD_PROJECT_NAME));
  jx_xlsx_out_put_head (out, sheet, head, 1, jx_field_get_label_in (JX_LANGUAGE_DOCUMENT, JX_FIELD_PROJECT_BUDGET));
  for (guint month = 1; month <= N_MONTHS; month++)
    if (months->used[month])
      {
        g_autofree char *planned = g_strdup_printf (jx_language_say (JX_LANGUAGE_DOCUMENT, "End of month %u: %s"), month, jx_language_say (JX_LANGUAGE_DOCUMENT, "Planned"));
        g_autofree char *spent = g_strdup_printf (jx_language_say (JX_LANGUAGE_DOCUMENT, "End of month %u: %s"), month, jx_field_get_label_in (JX_LANGUAGE_DOCUMENT, JX_FIELD_CHECKPOINT_SPENT));

        jx_xlsx_out_put_head (out, sheet, head, column++, planned);
        jx_xlsx_out_put_head (out, sheet, head, column++, spent);
      }

  for (guint p = 0; p < jx_item_count (root, JX_KIND_PROJECT); p++)
    {
      const JxItem *project = jx_item_child (root, JX_KIND_PROJECT, p);
      const char *name = jx_item_get (project, JX_FIELD_PROJECT_NAME);
      lxw_format *look = jx_xlsx_out_look (out, NULL, JX_ALIGN_START, TRUE, FALSE, NULL);
      guint row = head + 1 + p;
      gint64 *total = total_fen;
      gint64 budget_fen;

      column = 2;
      worksheet_set_row (sheet, row, jx_xlsx_measure (name != NULL ? name : "", NAME_WIDTH, SIZE_PT), NULL);
      jx_xlsx_out_put (out, sheet, row, 0, 1, 1, name, look);
      if (jx_item_get_amount (project, JX_FIELD_PROJECT_BUDGET, &budget_fen))
        put_amount (out, sheet, row, 1, budget_fen);
      else
        jx_xlsx_out_put (out, sheet, row, 1, 1, 1, "", look);
      for (guint month = 1; month <= N_MONTHS; month++)
        if (months->used[month])
          {
            gint64 planned_fen, spent_fen;

            reckon (project, month, &planned_fen, &spent_fen);
            *total++ += planned_fen;
            *total++ += spent_fen;
            put_amount (out, sheet, row, column++, planned_fen);
            if (month <= months->last_spent)
              put_amount (out, sheet, row, column++, spent_fen);
            else
              jx_xlsx_out_put (out, sheet, row, column++, 1, 1, "", look);
          }
    }
}

static void
add_chart (JxXlsxOut *out, lxw_worksheet *sheet, const Months *months)
{
  lxw_chart *chart = workbook_add_chart (out->workbook, LXW_CHART_LINE);
  lxw_chart_options place = { .x_offset = 8 };

  for (lxw_col_t column = 1; column <= (months->last_spent > 0 ? 2 : 1); column++)
    {
      lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

      chart_series_set_name_range (series, sheet->name, 0, column);
      chart_series_set_categories (series, sheet->name, 1, 0, months->count, 0);
      chart_series_set_values (series, sheet->name, 1, column, months->count, column);
      chart_series_set_marker_type (series, column == 1 ? LXW_CHART_MARKER_SQUARE : LXW_CHART_MARKER_CIRCLE);
    }
  chart_title_set_name (chart, jx_language_say (JX_LANGUAGE_DOCUMENT, "Spending against the plan"));
  chart_axis_set_name (chart->y_axis, "万元");
  chart_axis_set_num_format (chart->x_axis, MONTH);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  /* The library knows the size only as a scale of the usual one. */
  place.x_scale = CHART_WIDTH / 480.0;
  place.y_scale = CHART_HEIGHT / 288.0;
  worksheet_insert_chart_opt (sheet, 0, 3, chart, &place);
}

void
jx_xlsx_spending_write (JxXlsxOut *out, JxItem *root)
{
  lxw_worksheet *sheet = jx_xlsx_out_add_sheet (out, jx_language_say (JX_LANGUAGE_DOCUMENT, "Spending against the plan"));
  Months months = find_months (root);
  g_autofree gint64 *total_fen = g_new0 (gint64, 2 * N_MONTHS + 2);
  guint n_projects = jx_item_count (root, JX_KIND_PROJECT);
  guint head = MAX (months.count + 2, CHART_ROWS);
  guint row = 0;

  jx_xlsx_out_set_digest (out, sheet);
  worksheet_set_landscape (sheet);
  worksheet_set_column (sheet, 0, 0, NAME_WIDTH, NULL);
  worksheet_set_column (sheet, 1, (lxw_col_t) (2 + 2 * months.count), AMOUNT_WIDTH, NULL);
  write_rows (out, sheet, root, &months, head, total_fen);

  jx_xlsx_out_put_head (out, sheet, 0, 0, jx_language_say (JX_LANGUAGE_DOCUMENT, "Month"));
  jx_xlsx_out_put_head (out, sheet, 0, 1, jx_language_say (JX_LANGUAGE_DOCUMENT, "Planned"));
  jx_xlsx_out_put_head (out, sheet, 0, 2, jx_field_get_label_in (JX_LANGUAGE_DOCUMENT, JX_FIELD_CHECKPOINT_SPENT));
  for (guint month = 1; month <= N_MONTHS; month++)
    if (months.used[month])
      {
        g_autofree char *digits = g_strdup_printf ("%u", month);
        guint column = 2 + 2 * row;

        row++;
        jx_xlsx_out_put_number (out, sheet, row, 0, digits, JX_ALIGN_CENTER, MONTH);
        for (guint spent = 0; spent < 2; spent++)
          if (spent == 0 || month <= months.last_spent)
            jx_xlsx_out_put_sum (out, sheet, row, 1 + spent, head + 1, head + n_projects, column + spent, total_fen[column - 2 + spent], MONEY);
      }
  if (row > 0)
    add_chart (out, sheet, &months);
}
