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

static void
mark_target (JxSheetCell *cell)
{
  gboolean measurable;
  g_autofree char *hint = jx_sheet_mark_tell_target (cell->value, &measurable);

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

char *
jx_sheet_mark_tell_target (const char *text, gboolean *measurable)
{
  g_autoptr (JxTargetValue) value = jx_target_value_parse (text);
  g_autofree char *described = NULL;

  if (measurable)
    *measurable = text[0] == '\0' || value->type != JX_TARGET_TEXT;
  if (text[0] == '\0')
    return NULL;
  if (value->type == JX_TARGET_TEXT)
    return g_strdup (_("This value cannot be measured; write a number with its sign and unit (≥95%), a date or a grade (优)"));

  described = jx_target_value_describe (value);

  return g_strdup_printf (_("Understood as %s"), described);
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
      mark_target (cell);
      break;
    default:
      break;
    }
}
