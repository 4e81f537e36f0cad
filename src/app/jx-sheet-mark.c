/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-mark.h"

#include <glib/gi18n-lib.h>

#include "app/jx-sheet-money.h"
#include "app/jx-sheet-order.h"
#include "model/jx-target-value.h"

static gboolean
is_target (JxField field)
{
  return jx_field_get_info (field)->type == JX_TYPE_TARGET;
}

static gboolean
is_level (JxField field)
{
  return field == JX_FIELD_INDICATOR_LEVEL1 || field == JX_FIELD_INDICATOR_LEVEL2
         || field == JX_FIELD_TERM_INDICATOR_LEVEL1 || field == JX_FIELD_TERM_INDICATOR_LEVEL2;
}

static void
mark_money (JxSheetCell *cell)
{
  g_autofree char *fault = jx_sheet_money_dup_fault (cell->item, cell->field);

  jx_sheet_cell_set_mark (cell, fault ? JX_SHEET_MARK_SUM : JX_SHEET_MARK_NONE, fault);
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

char *
jx_sheet_mark_tell (const JxItem *item, JxField field, const char *typed)
{
  gboolean measurable;

  if (jx_sheet_money_knows (field))
    return jx_sheet_money_dup_sum (item, field, typed);

  return is_target (field) ? tell_target (typed, &measurable) : NULL;
}

void
jx_sheet_mark (JxSheetCell *cell)
{
  if (cell->item == NULL)
    return;

  if (jx_sheet_money_knows (cell->field))
    mark_money (cell);
  else if (is_level (cell->field))
    mark_level (cell);
  else if (is_target (cell->field) && (cell->part->aspect == JX_ASPECT_WHOLE || cell->part->aspect == JX_ASPECT_NUMBER))
    mark_target (cell);
}
