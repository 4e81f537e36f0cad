/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-digest.h"

#include "base/jx-amount.h"
#include "exchange/jx-columns.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-xlsx-spending.h"
#include "model/jx-document.h"

#define SIZE_PT 10.5
#define LEAST_WIDTH 8.0

/* Column: @of_holder: the field is not of the item in the row but of the project that holds it. */
typedef struct
{
  JxField field;
  gboolean of_holder;
  double width;
} Column;

static const char *
get_text (const Column *column, const JxItem *item)
{
  const char *text = jx_item_get (column->of_holder ? jx_item_get_parent (item) : item, column->field);

  return text != NULL ? text : "";
}

static gboolean
is_amount (const Column *column)
{
  return jx_field_get_info (column->field)->type == JX_TYPE_AMOUNT;
}

static char *
dup_label (const Column *column)
{
  return g_strconcat (jx_field_get_label_in (JX_LANGUAGE_DOCUMENT, column->field), is_amount (column) ? "（万元）" : "", NULL);
}

/* A column is as wide as its longest text, but not wider than reads well. */
static double
find_width (const Column *column, GPtrArray *items)
{
  static const double limits[] = { [JX_TYPE_LINE] = 34, [JX_TYPE_TEXT] = 56, [JX_TYPE_TARGET] = 22, [JX_TYPE_SCORE] = 14 };
  JxType type = jx_field_get_info (column->field)->type;
  double limit = limits[type] > 0 ? limits[type] : 14;
  g_autofree char *label = dup_label (column);
  double width = MAX (jx_text_columns (label, -1) + 3, LEAST_WIDTH);

  for (guint i = 0; i < items->len && width < limit; i++)
    width = MAX (width, jx_text_columns (get_text (column, items->pdata[i]), -1) + 3);

  return MIN (width, limit);
}

static void
put_cell (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint at, const Column *column, const JxItem *item)
{
  JxType type = jx_field_get_info (column->field)->type;
  const char *text = get_text (column, item);

  if ((type == JX_TYPE_AMOUNT || type == JX_TYPE_SCORE || type == JX_TYPE_PERCENT)
      && jx_xlsx_out_put_number (out, sheet, row, at, text, JX_ALIGN_END, NULL))
    return;

  jx_xlsx_out_put (out, sheet, row, at, 1, 1, text, jx_xlsx_out_look (out, NULL, JX_ALIGN_START, TRUE, FALSE, NULL));
}

/* A heading, and below it a row for every one of @items; @columns get their widths. */
static void
write_list (JxXlsxOut *out, lxw_worksheet *sheet, GArray *columns, GPtrArray *items)
{
  g_autofree double *heights = g_new0 (double, items->len + 1);

  jx_xlsx_out_set_digest (out, sheet);
  worksheet_set_landscape (sheet);
  worksheet_freeze_panes (sheet, 1, 2);
  worksheet_repeat_rows (sheet, 0, 0);
  for (guint c = 0; c < columns->len; c++)
    {
      Column *column = &g_array_index (columns, Column, c);
      g_autofree char *label = dup_label (column);

      column->width = find_width (column, items);
      worksheet_set_column (sheet, (lxw_col_t) c, (lxw_col_t) c, column->width, NULL);
      jx_xlsx_out_put_head (out, sheet, 0, c, label);
      heights[0] = MAX (heights[0], jx_xlsx_measure (label, column->width, SIZE_PT));
      for (guint i = 0; i < items->len; i++)
        {
          put_cell (out, sheet, i + 1, c, column, items->pdata[i]);
          heights[i + 1] = MAX (heights[i + 1], jx_xlsx_measure (get_text (column, items->pdata[i]), column->width, SIZE_PT));
        }
    }
  for (guint row = 0; row <= items->len; row++)
    worksheet_set_row (sheet, row, heights[row], NULL);
  if (items->len > 0)
    worksheet_autofilter (sheet, 0, 0, items->len, (lxw_col_t) (columns->len - 1));
}

static gboolean
has_any (const Column *column, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (*get_text (column, items->pdata[i]) != '\0')
      return TRUE;

  return FALSE;
}

/* What nobody has is no column; money has one, be it blank. */
static void
append_columns (GArray *columns, const GArray *fields, gboolean of_holder, GPtrArray *items)
{
  for (guint i = 0; i < fields->len; i++)
    {
      Column column = { g_array_index (fields, JxField, i), of_holder, 0 };

      if (of_holder || is_amount (&column) || has_any (&column, items))
        g_array_append_val (columns, column);
    }
}

static void
write_projects (JxXlsxOut *out, JxItem *root)
{
  lxw_worksheet *sheet = jx_xlsx_out_add_sheet (out, jx_language_say (JX_LANGUAGE_DOCUMENT, "Projects"));
  g_autoptr (GPtrArray) projects = jx_columns_list_items (root, JX_KIND_PROJECT);
  g_autoptr (GArray) fields = jx_columns_new (root, JX_KIND_PROJECT);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  guint total = projects->len + 1;

  append_columns (columns, fields, FALSE, projects);
  write_list (out, sheet, columns, projects);
  for (guint c = 0; c < columns->len; c++)
    {
      const Column *column = &g_array_index (columns, Column, c);

      if (c > 0 && is_amount (column) && has_any (column, projects))
        jx_xlsx_out_put_sum (out, sheet, total, c, 1, projects->len, c, jx_document_sum (jx_item_get_document (root), column->field), NULL);
      else
        jx_xlsx_out_put_head (out, sheet, total, c, c == 0 ? jx_language_say (JX_LANGUAGE_DOCUMENT, "Total") : "");
    }
}

static void
write_indicators (JxXlsxOut *out, JxItem *root)
{
  static const JxField leading[] = { JX_FIELD_PROJECT_CODE, JX_FIELD_PROJECT_NAME };
  lxw_worksheet *sheet = jx_xlsx_out_add_sheet (out, jx_kind_get_label_in (JX_LANGUAGE_DOCUMENT, JX_KIND_INDICATOR));
  g_autoptr (GPtrArray) indicators = jx_columns_list_items (root, JX_KIND_INDICATOR);
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (JxField));
  g_autoptr (GArray) fields = jx_columns_new (root, JX_KIND_INDICATOR);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));

  g_array_append_vals (holders, leading, G_N_ELEMENTS (leading));
  append_columns (columns, holders, TRUE, indicators);
  append_columns (columns, fields, FALSE, indicators);
  write_list (out, sheet, columns, indicators);
}

void
jx_xlsx_digest_write (JxXlsxOut *out, JxItem *root)
{
  write_projects (out, root);
  jx_xlsx_spending_write (out, root);
  write_indicators (out, root);
}
