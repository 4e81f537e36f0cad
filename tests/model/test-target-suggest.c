/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs and units offered for a target value in the making. */
#include "model/jx-target-suggest.h"

#include "model/jx-target-value.h"

static const char *const units[] = { "%", "万元", "万亩", "个", NULL };

static void
test_table (void)
{
  static const struct
  {
    const char *typed;
    const char *offered; /* the whole list, by blanks */
  } rows[] = {
    { "95", "≥95% ≥95万元 ≥95万亩 ≥95个 ≤95% ≤95万元 =95%" },
    { "≥95", "≥95% ≥95万元 ≥95万亩 ≥95个" },
    { "<6.90", "<6.90% <6.90万元 <6.90万亩 <6.90个" },
    { "95%", "≥95% ≤95% =95% >95% <95%" },
    { "≤95%", "≥95% =95% >95% <95%" },
    { "2万", "≥2万 ≥2万元 ≥2万亩 ≤2万 ≤2万元 ≤2万亩 =2万 =2万元 >2万 <2万" },
    { "3-5", "3-5% 3-5万元 3-5万亩 3-5个" },
    { "3-5个", "" },
    { "", "" },
    { "≥", "" },
    { "优", "" },
    { "2026年12月31日前", "" },
    { "让人觉得比去年好一些", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) list = jx_target_suggest (rows[i].typed, units);
      g_autofree char *joined = NULL;

      for (guint k = 0; k < list->len; k++)
        {
          g_autoptr (JxTargetValue) value = jx_target_value_parse (list->pdata[k]);

          g_assert_cmpint (value->type, !=, JX_TARGET_TEXT);
        }
      g_ptr_array_add (list, NULL);
      joined = g_strjoinv (" ", (char **) list->pdata);
      g_assert_cmpstr (joined, ==, rows[i].offered);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target-suggest/table", test_table);

  return g_test_run ();
}
