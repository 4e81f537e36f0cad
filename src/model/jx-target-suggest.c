/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-target-suggest.h"

#include <string.h>

#include "model/jx-target-value.h"

/* Units offered with the likeliest sign, with the next, with each other one. */
static const guint n_units[] = { 5, 2, 1, 0, 0 };

/* Likeliest first. */
static const struct
{
  JxOperator operator;
  const char *sign;
} signs[] = {
  { JX_OPERATOR_AT_LEAST, "≥" }, { JX_OPERATOR_AT_MOST, "≤" }, { JX_OPERATOR_EQUAL, "=" },
  { JX_OPERATOR_MORE, ">" },     { JX_OPERATOR_LESS, "<" },
};

static void
add (GPtrArray *list, const char *typed, const char *sign, const char *number, const char *unit)
{
  g_autofree char *value = g_strconcat (sign, number, unit, NULL);

  if (!g_str_equal (value, typed) && !g_ptr_array_find_with_equal_func (list, value, g_str_equal, NULL))
    g_ptr_array_add (list, g_steal_pointer (&value));
}

static void
add_units (GPtrArray *list, const char *typed, const char *sign, const char *number, const char *begun, const char *const *units, guint count)
{
  for (guint i = 0; units[i] && count > 0; i++)
    if (g_str_has_prefix (units[i], begun) && !g_str_equal (units[i], begun))
      {
        add (list, typed, sign, number, units[i]);
        count--;
      }
}

static const char *
get_sign (JxOperator operator)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].operator == operator)
      return signs[i].sign;

  return "";
}

GPtrArray *
jx_target_suggest (const char *typed, const char *const *units)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JxTargetValue) value = NULL;
  g_autofree char *number = NULL, *upper = NULL, *numbers = NULL;

  g_return_val_if_fail (typed != NULL && units != NULL, list);

  value = jx_target_value_parse (typed);
  if (value->type != JX_TARGET_NUMBER && value->type != JX_TARGET_RANGE)
    return list;

  number = jx_decimal_to_string (value->number);
  upper = jx_decimal_to_string (value->upper);
  if (value->type == JX_TARGET_RANGE)
    {
      numbers = g_strconcat (number, "-", upper, NULL);
      add_units (list, typed, "", numbers, value->unit, units, n_units[0]);
    }
  else if (value->operator != JX_OPERATOR_NONE)
    {
      add_units (list, typed, get_sign (value->operator), number, value->unit, units, n_units[0]);
      /* Its unit is there: another sign may be meant. */
      for (guint i = 0; value->unit[0] && i < G_N_ELEMENTS (signs); i++)
        add (list, typed, signs[i].sign, number, value->unit);
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      {
        if (value->unit[0])
          add (list, typed, signs[i].sign, number, value->unit);
        add_units (list, typed, signs[i].sign, number, value->unit, units, n_units[i]);
      }

  return list;
}
