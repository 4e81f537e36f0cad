/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-digest.h"

#include <glib/gi18n-lib.h>

#include "base/jx-amount.h"
#include "base/jx-decimal.h"
#include "exchange/jx-columns.h"
#include "model/jx-document.h"

#define N_MONTHS 12
#define ACROSS 12 /* columns' width */

static const JxField project_fields[] = {
  JX_FIELD_PROJECT_CODE, JX_FIELD_PROJECT_NAME, JX_FIELD_PROJECT_BUDGET, JX_FIELD_PROJECT_FISCAL, JX_FIELD_PROJECT_OTHER, JX_FIELD_PROJECT_PURPOSE,
};
static const double project_widths[] = { 26, 34, ACROSS, ACROSS, ACROSS, 60 };

static const struct { JxField field; double width; } indicator_widths[] = {
  { JX_FIELD_INDICATOR_LEVEL2, 16 }, { JX_FIELD_INDICATOR_LEVEL3, 26 }, { JX_FIELD_INDICATOR_DESCRIPTION, 40 },
  { JX_FIELD_INDICATOR_VALUE, 18 }, { JX_FIELD_INDICATOR_VALUE_GOOD, 18 }, { JX_FIELD_INDICATOR_VALUE_FAIR, 18 },
  { JX_FIELD_INDICATOR_VALUE_POOR, 18 }, { JX_FIELD_INDICATOR_BASIS, 18 }, { JX_FIELD_INDICATOR_WEIGHT, 8 },
  { JX_FIELD_INDICATOR_PROGRESS, 14 }, { JX_FIELD_INDICATOR_EXPECTED, 14 }, { JX_FIELD_INDICATOR_CAUSES, 18 },
  { JX_FIELD_INDICATOR_CAUSE_NOTE, 30 }, { JX_FIELD_INDICATOR_ACTUAL, 14 }, { JX_FIELD_INDICATOR_SCORE, 8 },
  { JX_FIELD_INDICATOR_REASON, 30 }, { JX_FIELD_INDICATOR_REMARK, 20 },
};

static void
put_head (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, const char *text)
{
  jx_xlsx_out_put (out, sheet, row, column, 1, 1, text, jx_xlsx_out_look (out, NULL, JX_ALIGN_CENTER, TRUE, TRUE, NULL));
}

static void
put_amount (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, gint64 amount_fen)
{
  g_autofree char *number = jx_xlsx_amount_look (amount_fen);

  worksheet_write_number (sheet, row, (lxw_col_t) column, (double) amount_fen / JX_FEN_PER_WAN,
                          jx_xlsx_out_look (out, NULL, JX_ALIGN_END, TRUE, FALSE, number));
}

static void
put_field (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, const JxItem *item, JxField field)
{
  gint64 amount_fen;

  if (jx_field_get_info (field)->type == JX_TYPE_AMOUNT && jx_item_get_amount (item, field, &amount_fen))
    put_amount (out, sheet, row, column, amount_fen);
  else
    jx_xlsx_out_put (out, sheet, row, column, 1, 1, jx_item_get (item, field), jx_xlsx_out_look (out, NULL, JX_ALIGN_START, TRUE, FALSE, NULL));
}

static void
put_total (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, gint64 total_fen)
{
  g_autofree char *number = jx_xlsx_amount_look (total_fen);
  g_autofree char *formula = g_strdup_printf ("=SUM(%c2:%c%u)", (char) ('A' + column), (char) ('A' + column), row);

  worksheet_write_formula_num (sheet, row, (lxw_col_t) column, formula, jx_xlsx_out_look (out, NULL, JX_ALIGN_END, TRUE, TRUE, number),
                               (double) total_fen / JX_FEN_PER_WAN);
}

static void
write_projects (JxXlsxOut *out, JxItem *root)
{
  lxw_worksheet *sheet = jx_xlsx_out_add_sheet (out, _("Projects"));
  guint n = jx_item_count (root, JX_KIND_PROJECT);

  jx_xlsx_out_set_digest (out, sheet);
  worksheet_set_landscape (sheet);
  worksheet_freeze_panes (sheet, 1, 2);
  worksheet_repeat_rows (sheet, 0, 0);
  for (guint f = 0; f < G_N_ELEMENTS (project_fields); f++)
    {
      gboolean amount = jx_field_get_info (project_fields[f])->type == JX_TYPE_AMOUNT;
      g_autofree char *label = g_strconcat (jx_field_get_label (project_fields[f]), amount ? "（万元）" : "", NULL);

      worksheet_set_column (sheet, (lxw_col_t) f, (lxw_col_t) f, project_widths[f], NULL);
      put_head (out, sheet, 0, f, label);
      for (guint p = 0; p < n; p++)
        put_field (out, sheet, p + 1, f, jx_item_child (root, JX_KIND_PROJECT, p), project_fields[f]);
      if (amount)
        put_total (out, sheet, n + 1, f, jx_document_sum (jx_item_get_document (root), project_fields[f]));
    }
  put_head (out, sheet, n + 1, 0, _("Total"));
}

/* What is planned and spent, of all projects, by the end of each month. */
typedef struct
{
  gboolean used[N_MONTHS + 1];
  gint64 planned_fen[N_MONTHS + 1];
  gint64 spent_fen[N_MONTHS + 1];
  int last_spent; /* the last month of which anybody says what was spent */
} Months;

/* @percent of @whole_fen, to the nearest 分. */
static gint64
take_share (gint64 whole_fen, JxDecimal percent)
{
  double share = (double) whole_fen * jx_decimal_to_double (percent) / 100;

  return (gint64) (share + 0.5);
}

static int
get_month (const JxItem *checkpoint)
{
  JxDecimal month;

  return jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_MONTH, &month) && month.scale == 0 && month.mantissa <= N_MONTHS ? (int) month.mantissa : 0;
}

static void
note_months (Months *months, const JxItem *project)
{
  for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
    {
      const JxItem *checkpoint = jx_item_child (project, JX_KIND_CHECKPOINT, i);
      int month = get_month (checkpoint);

      months->used[month] = TRUE;
      if (jx_item_get (checkpoint, JX_FIELD_CHECKPOINT_SPENT) != NULL)
        months->last_spent = MAX (months->last_spent, month);
    }
}

/* Between its checkpoints a project stays where the last one left it. */
static void
add_months (Months *months, const JxItem *project)
{
  gint64 budget_fen;

  jx_item_get_amount (project, JX_FIELD_PROJECT_BUDGET, &budget_fen);
  for (int month = 1; month <= N_MONTHS; month++)
    {
      gint64 planned_fen = 0;
      gint64 spent_fen = 0;

      for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
        {
          const JxItem *checkpoint = jx_item_child (project, JX_KIND_CHECKPOINT, i);
          JxDecimal percent;
          gint64 amount_fen;

          if (get_month (checkpoint) > month)
            continue;
          if (jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_PLAN, &percent))
            planned_fen = take_share (budget_fen, percent);
          if (jx_item_get_amount (checkpoint, JX_FIELD_CHECKPOINT_SPENT, &amount_fen))
            spent_fen = amount_fen;
        }
      months->planned_fen[month] += planned_fen;
      months->spent_fen[month] += spent_fen;
    }
}

static void
add_chart (JxXlsxOut *out, lxw_worksheet *sheet, guint n)
{
  lxw_chart *chart = workbook_add_chart (out->workbook, LXW_CHART_LINE);

  for (lxw_col_t column = 1; column <= 2; column++)
    {
      lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

      chart_series_set_name_range (series, sheet->name, 0, column);
      chart_series_set_categories (series, sheet->name, 1, 0, n, 0);
      chart_series_set_values (series, sheet->name, 1, column, n, column);
      chart_series_set_marker_type (series, column == 1 ? LXW_CHART_MARKER_SQUARE : LXW_CHART_MARKER_CIRCLE);
    }
  chart_title_set_name (chart, _("Spending against the plan"));
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart (sheet, 1, 4, chart);
}

static void
write_spending (JxXlsxOut *out, JxItem *root)
{
  lxw_worksheet *sheet = jx_xlsx_out_add_sheet (out, _("Spending against the plan"));
  Months months = { .last_spent = 0 };
  guint row = 0;

  jx_xlsx_out_set_digest (out, sheet);
  worksheet_set_column (sheet, 0, 2, 18, NULL);
  put_head (out, sheet, 0, 0, _("Month"));
  put_head (out, sheet, 0, 1, _("Planned"));
  put_head (out, sheet, 0, 2, jx_field_get_label (JX_FIELD_CHECKPOINT_SPENT));
  for (guint p = 0; p < jx_item_count (root, JX_KIND_PROJECT); p++)
    {
      note_months (&months, jx_item_child (root, JX_KIND_PROJECT, p));
      add_months (&months, jx_item_child (root, JX_KIND_PROJECT, p));
    }
  for (int month = 1; month <= N_MONTHS; month++)
    if (months.used[month])
      {
        worksheet_write_number (sheet, ++row, 0, month, jx_xlsx_out_look (out, NULL, JX_ALIGN_CENTER, TRUE, FALSE, NULL));
        put_amount (out, sheet, row, 1, months.planned_fen[month]);
        if (month <= months.last_spent)
          put_amount (out, sheet, row, 2, months.spent_fen[month]);
      }
  if (row > 0)
    add_chart (out, sheet, row);
}

static double
get_width (JxField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (indicator_widths); i++)
    if (indicator_widths[i].field == field)
      return indicator_widths[i].width;

  return ACROSS;
}

static void
write_indicators (JxXlsxOut *out, JxItem *root)
{
  lxw_worksheet *sheet = jx_xlsx_out_add_sheet (out, jx_kind_get_label (JX_KIND_INDICATOR));
  g_autoptr (GArray) fields = jx_columns_list_indicator_fields (root);
  guint row = 0;

  jx_xlsx_out_set_digest (out, sheet);
  worksheet_set_landscape (sheet);
  worksheet_freeze_panes (sheet, 1, 2);
  worksheet_repeat_rows (sheet, 0, 0);
  for (guint f = 0; f < 2; f++)
    {
      worksheet_set_column (sheet, (lxw_col_t) f, (lxw_col_t) f, project_widths[f], NULL);
      put_head (out, sheet, 0, f, jx_field_get_label (project_fields[f]));
    }
  for (guint f = 0; f < fields->len; f++)
    {
      JxField field = g_array_index (fields, JxField, f);

      worksheet_set_column (sheet, (lxw_col_t) (f + 2), (lxw_col_t) (f + 2), get_width (field), NULL);
      put_head (out, sheet, 0, f + 2, jx_field_get_label (field));
    }
  for (guint p = 0; p < jx_item_count (root, JX_KIND_PROJECT); p++)
    {
      const JxItem *project = jx_item_child (root, JX_KIND_PROJECT, p);

      for (guint i = 0; i < jx_item_count (project, JX_KIND_INDICATOR); i++)
        {
          row++;
          for (guint f = 0; f < 2; f++)
            put_field (out, sheet, row, f, project, project_fields[f]);
          for (guint f = 0; f < fields->len; f++)
            put_field (out, sheet, row, f + 2, jx_item_child (project, JX_KIND_INDICATOR, i), g_array_index (fields, JxField, f));
        }
    }
  if (row > 0)
    worksheet_autofilter (sheet, 0, 0, row, (lxw_col_t) (fields->len + 1));
}

void
jx_xlsx_digest_write (JxXlsxOut *out, JxItem *root)
{
  write_projects (out, root);
  write_spending (out, root);
  write_indicators (out, root);
}
