/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-text-diff.h"

#include <string.h>

/* [removed]{added}same */
static char *
tell (const char *a, const char *b)
{
  g_autoptr (GArray) runs = jx_text_diff (a, b);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const JxTextRun *run = &g_array_index (runs, JxTextRun, i);
      const char *open[] = { "", "[", "{" }, *close[] = { "", "]", "}" };

      g_string_append (told, open[run->type]);
      g_string_append_len (told, run->text, (gssize) run->length);
      g_string_append (told, close[run->type]);
    }

  return g_string_free (told, FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *a, *b, *told;
  } cases[] = {
    { "", "", "" },
    { "甲", "甲", "甲" },
    { "", "甲", "{甲}" },
    { "甲", "", "[甲]" },
    { "≥14处", "≥16处", "≥[14]{16}处" },
    { "6.90", "6.95", "[6.90]{6.95}" },
    { "1,245.82万元", "1,246.82万元", "[1,245.82]{1,246.82}万元" },
    { "修缮村道三条", "修缮乡道三条", "修缮[村]{乡}道三条" },
    { "修缮村道三条", "修缮村道和桥梁三条", "修缮村道{和桥梁}三条" },
    { "清运垃圾，修缮村道。", "清运污水，修缮乡道。", "清运[垃圾]{污水}，修缮[村]{乡}道。" },
    { "甲乙丙丁", "子乙丑丁", "[甲乙丙]{子乙丑}丁" }, /* one sign in common does not help the eye */
    { "第一条\n第二条", "第一条\n第三条", "第一条\n第[二]{三}条" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = tell (cases[i].a, cases[i].b);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* Same and removed runs together are the first text, same and added the second. */
static void
test_whole (void)
{
  static const char *const signs[] = { "甲", "乙", "丙", "1", "2", ".", " ", "\n" };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL), left = g_string_new (NULL), right = g_string_new (NULL);
      g_autoptr (GArray) runs = NULL;
      gsize at_b = 0;

      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append (a, signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);
      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append (b, signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);
      runs = jx_text_diff (a->str, b->str);
      for (guint i = 0; i < runs->len; i++)
        {
          const JxTextRun *run = &g_array_index (runs, JxTextRun, i);

          if (run->type != JX_RUN_ADDED)
            g_string_append_len (left, run->text, (gssize) run->length);
          if (run->type != JX_RUN_REMOVED)
            g_string_append_len (right, run->text, (gssize) run->length);
          if (run->type == JX_RUN_ADDED)
            g_assert_true (run->text == b->str + at_b);
          at_b += run->type != JX_RUN_REMOVED ? run->length : 0;
        }
      g_assert_cmpstr (left->str, ==, a->str);
      g_assert_cmpstr (right->str, ==, b->str);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
  g_autoptr (GArray) runs = NULL;

  for (guint i = 0; i < 50000; i++)
    {
      g_string_append (a, "甲");
      g_string_append (b, i % 1000 == 500 ? "乙" : "甲");
    }
  runs = jx_text_diff (a->str, b->str);
  g_assert_cmpuint (runs->len, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/text-diff/table", test_table);
  g_test_add_func ("/text-diff/whole", test_whole);
  g_test_add_func ("/text-diff/long", test_long);

  return g_test_run ();
}
