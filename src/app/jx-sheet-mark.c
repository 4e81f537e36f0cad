/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-mark.h"

#include <glib/gi18n-lib.h>

#include "app/jx-sheet-order.h"
#include "base/jx-amount.h"
#include "model/jx-target-value.h"

static void
mark_money (JxSheetCell *cell)
{
  gint64 budget, fiscal, other;
  gboolean has_budget = jx_item_get_amount (cell->item, JX_FIELD_PROJECT_BUDGET, &budget);
  gboolean has_fiscal = jx_item_get_amount (cell->item, JX_FIELD_PROJECT_FISCAL, &fiscal);
  gboolean has_other = jx_item_get_amount (cell->item, JX_FIELD_PROJECT_OTHER, &other);
  g_autofree char *whole = NULL, *sum = NULL, *hint = NULL;

  if (!has_budget || (!has_fiscal && !has_other) || budget == fiscal + other)
    {
      jx_sheet_cell_set_mark (cell, JX_SHEET_MARK_NONE, NULL);
      return;
    }

  whole = jx_amount_format (budget);
  sum = jx_amount_format (fiscal + other);
  hint = g_strdup_printf (_("The budget is %s 万元, but fiscal and other funds add up to %s 万元; correct one of the three"), whole, sum);
  jx_sheet_cell_set_mark (cell, JX_SHEET_MARK_SUM, hint);
}

/* @measurable: (out). Returns: (nullable): of a blank nothing is told. */
static char *
tell_target (const char *text, gboolean *measurable)
{
  g_autoptr (JxTargetValue) value = jx_target_value_parse (text);
  g_autofree char *described = NULL;

  *measurable = text[0] == '\0' || value->type != JX_TARGET_TEXT;
  if (text[0] == '\0')
    return NULL;
  if (value->type == JX_TARGET_TEXT)
    return g_strdup (_("This value cannot be measured; write a number with its sign and unit (≥95%), a date or a grade (优)"));

  described = jx_target_value_describe (value);

  return g_strdup_printf (_("Understood as %s"), described);
}

/* Of a value in columns of its own the number tells. */
static void
mark_target (JxSheetCell *cell)
{
  const char *value = jx_item_get (cell->item, cell->field);
  gboolean measurable;
  g_autofree char *hint = tell_target (value ? value : "", &measurable);

  jx_sheet_cell_set_mark (cell, measurable ? JX_SHEET_MARK_NONE : JX_SHEET_MARK_UNCLEAR, hint);
}

/* Free text is allowed and said to be one. */
static void
mark_level (JxSheetCell *cell)
{
  if (jx_sheet_order_knows (jx_profile_for (cell->item), cell->item, cell->field, cell->value))
    jx_sheet_cell_set_mark (cell, JX_SHEET_MARK_NONE, NULL);
  else
    jx_sheet_cell_set_mark (cell, JX_SHEET_MARK_UNCLEAR, _("The rule set has no such group here; choose one of its list or keep your own"));
}

/* An amount as it would be with @typed in @field. */
static gboolean
get_amount (const JxItem *item, JxField wanted, JxField field, const char *typed, gint64 *fen)
{
  *fen = 0;
  if (wanted != field)
    return jx_item_get_amount (item, wanted, fen);

  return typed[0] != '\0' && jx_amount_parse (typed, fen);
}

static char *
tell_money (const JxItem *item, JxField field, const char *typed)
{
  g_autofree char *value = jx_field_normalise (field, typed, NULL);
  g_autofree char *whole = NULL, *one = NULL, *two = NULL, *sum = NULL;
  gint64 budget, fiscal, other;
  gboolean has_budget, has_fiscal, has_other;

  if (value == NULL)
    return NULL;

  has_budget = get_amount (item, JX_FIELD_PROJECT_BUDGET, field, value, &budget);
  has_fiscal = get_amount (item, JX_FIELD_PROJECT_FISCAL, field, value, &fiscal);
  has_other = get_amount (item, JX_FIELD_PROJECT_OTHER, field, value, &other);
  if (!has_fiscal && !has_other)
    return NULL;

  whole = jx_amount_format_grouped (budget);
  one = jx_amount_format_grouped (fiscal);
  two = jx_amount_format_grouped (other);
  sum = jx_amount_format_grouped (fiscal + other);
  if (!has_budget)
    return g_strdup_printf (_("Fiscal %s + other %s = %s 万元"), one, two, sum);
  if (budget == fiscal + other)
    return g_strdup_printf (_("Fiscal %s + other %s = %s 万元, as the budget"), one, two, sum);

  return g_strdup_printf (_("Fiscal %s + other %s = %s 万元, but the budget is %s"), one, two, sum, whole);
}

char *
jx_sheet_mark_tell (const JxItem *item, JxField field, const char *typed)
{
  gboolean measurable;

  switch (field)
    {
    case JX_FIELD_PROJECT_BUDGET:
    case JX_FIELD_PROJECT_FISCAL:
    case JX_FIELD_PROJECT_OTHER:
      return tell_money (item, field, typed);
    case JX_FIELD_INDICATOR_VALUE:
      return tell_target (typed, &measurable);
    default:
      return NULL;
    }
}

void
jx_sheet_mark (JxSheetCell *cell)
{
  if (cell->item == NULL)
    return;

  switch (cell->field)
    {
    case JX_FIELD_PROJECT_BUDGET:
    case JX_FIELD_PROJECT_FISCAL:
    case JX_FIELD_PROJECT_OTHER:
      mark_money (cell);
      break;
    case JX_FIELD_INDICATOR_LEVEL1:
    case JX_FIELD_INDICATOR_LEVEL2:
      mark_level (cell);
      break;
    case JX_FIELD_INDICATOR_VALUE:
      if (cell->part->aspect == JX_ASPECT_WHOLE || cell->part->aspect == JX_ASPECT_NUMBER)
        mark_target (cell);
      break;
    default:
      break;
    }
}
