/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-decimal.h"
#include "base/jx-fold.h"
#include "base/jx-numeral.h"

static void
test_decimal_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 mantissa;
    int scale; /* -1: refused */
    const char *again;
  } cases[] = {
    { "0", 0, 0, "0" }, { "83.33", 8333, 2, "83.33" }, { "-5", -5, 0, "-5" }, { "-0.05", -5, 2, "-0.05" },
    { "007", 7, 0, "7" }, { "1.50", 150, 2, "1.50" }, { "9223372036854775807", G_MAXINT64, 0, "9223372036854775807" },
    { "0.000000000000000001", 1, 18, "0.000000000000000001" }, { "9.223372036854775807", G_MAXINT64, 18, "9.223372036854775807" },
    { "9223372036854775808", 0, -1 }, { "0.0000000000000000001", 0, -1 }, { "", 0, -1 }, { "-", 0, -1 }, { ".", 0, -1 },
    { "1.", 0, -1 }, { ".5", 0, -1 }, { "1,000", 0, -1 }, { " 1", 0, -1 }, { "1%", 0, -1 }, { "+1", 0, -1 }, { "1.2.3", 0, -1 },
    { "--1", 0, -1 }, { "１", 0, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JxDecimal value = { -77, -77 };
      g_autofree char *again = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (jx_decimal_parse (cases[i].text, &value) == (cases[i].scale >= 0));
      if (cases[i].scale < 0)
        continue;
      g_assert_cmpint (value.mantissa, ==, cases[i].mantissa);
      g_assert_cmpint (value.scale, ==, cases[i].scale);
      again = jx_decimal_to_string (value);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

static void
test_decimal_add (void)
{
  static const struct { JxDecimal a, b; const char *sum; } cases[] = {
    { { 2050, 2 }, { 5, 1 }, "21.00" }, { { 0, 0 }, { 976, 2 }, "9.76" }, { { -5, 1 }, { 5, 1 }, "0.0" },
    { { G_MAXINT64, 0 }, { 1, 0 }, NULL }, { { G_MAXINT64, 0 }, { 0, 1 }, NULL }, { { G_MININT64, 18 }, { -1, 18 }, NULL },
    { { G_MAXINT64, 0 }, { 0, 0 }, "9223372036854775807" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JxDecimal sum;
      gboolean fits = jx_decimal_add (cases[i].a, cases[i].b, &sum);
      g_autofree char *text = jx_decimal_to_string (sum);

      g_assert_true (fits == (cases[i].sum != NULL));
      if (fits)
        g_assert_cmpstr (text, ==, cases[i].sum);
      else
        g_assert_cmpint (sum.mantissa, ==, cases[i].a.mantissa);
    }
}

static void
test_decimal_compare (void)
{
  static const struct
  {
    JxDecimal a, b;
    int order;
  } cases[] = {
    { { 5, 0 }, { 500, 2 }, 0 }, { { 5, 1 }, { 51, 2 }, -1 }, { { -5, 0 }, { 5, 0 }, -1 }, { { 0, 0 }, { 0, 18 }, 0 },
    { { G_MAXINT64, 0 }, { G_MAXINT64, 18 }, 1 }, { { G_MININT64, 0 }, { G_MAXINT64, 18 }, -1 },
    { { G_MAXINT64, 18 }, { G_MAXINT64 - 1, 18 }, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (jx_decimal_compare (cases[i].a, cases[i].b), ==, cases[i].order);
      g_assert_cmpint (jx_decimal_compare (cases[i].b, cases[i].a), ==, -cases[i].order);
    }
  g_assert_cmpfloat (jx_decimal_to_double ((JxDecimal) { 8333, 2 }), ==, 83.33);
  g_assert_cmpfloat (jx_decimal_to_double ((JxDecimal) { 1, 18 }), ==, 1e-18);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *a, *b;
  } equal[] = {
    { "项目编码", "项 目　编\u00A0码" }, { "（一）", "(一)" }, { "单位：万元", "单位:万元" }, { "≥９５％", "≥95%" },
    { "＞＜＝", "><=" }, { "ABC１２", "abc12" }, { "Ａｂｃ", "ABC" }, { "\uFEFF名称\u200B", "名称" }, { "预算\r\n数", "预算数" },
    { "\u2F08\u2F00", "人一" }, { "\uF900", "豈" }, { "￥5", "¥5" }, { "﹙一﹚", "（一）" }, { NULL, "" }, { NULL, NULL }, { NULL, " " },
  };
  static const struct
  {
    const char *a, *b;
  } different[] = { { "预算", "预算数" }, { "、", "," }, { "。", "." }, { "①", "1" }, { "～", "-" }, { "一", "-" }, { NULL, "a" } };

  for (gsize i = 0; i < G_N_ELEMENTS (equal); i++)
    {
      g_test_message ("%s", equal[i].b);
      g_assert_true (jx_fold_equal (equal[i].a, equal[i].b));
      g_assert_true (jx_fold_equal (equal[i].b, equal[i].a));
      if (equal[i].a != NULL && equal[i].b != NULL)
        {
          g_autofree char *a = jx_fold (equal[i].a);
          g_autofree char *b = jx_fold (equal[i].b);

          g_assert_cmpstr (a, ==, b);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_assert_false (jx_fold_equal (different[i].a, different[i].b));
      g_assert_false (jx_fold_equal (different[i].b, different[i].a));
    }
}

static void
test_strip (void)
{
  static const char *const cases[][2] = {
    { "", "" }, { " 　\t\n", "" }, { "　云溪镇 \r\n", "云溪镇" }, { "\uFEFF云 溪\u200B", "云 溪" }, { "a", "a" }, { "\u00A0（一）", "（一）" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stripped = jx_strip_dup (cases[i][0]);

      g_assert_cmpstr (stripped, ==, cases[i][1]);
    }
}

static void
test_numeral (void)
{
  static const struct
  {
    guint number;
    const char *text;
  } cases[] = {
    { 1, "一" }, { 9, "九" }, { 10, "十" }, { 13, "十三" }, { 20, "二十" }, { 21, "二十一" }, { 99, "九十九" }, { 100, "一百" },
    { 102, "一百零二" }, { 110, "一百一十" }, { 113, "一百一十三" }, { 1000, "一千" }, { 1001, "一千零一" }, { 1010, "一千零一十" },
    { 1100, "一千一百" }, { 9999, "九千九百九十九" }, { 10000, "10000" },
  };
  static const char *const refused[] = {
    "", "甲", "零", "一二", "一百二", "十十", "一 ", " 一", "一零", "一百零", "零一", "一百零零二", "一千二十", "三个", "1", "百", "一十百", "十一十",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = jx_numeral_chinese (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (guint number = 1; number <= 9999; number++)
    {
      g_autofree char *text = jx_numeral_chinese (number);

      g_assert_cmpuint (jx_numeral_parse_chinese (text), ==, number);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_cmpuint (jx_numeral_parse_chinese (refused[i]), ==, 0);
    }
  g_assert_cmpuint (jx_numeral_parse_chinese ("一百〇二"), ==, 102);
  g_assert_cmpuint (jx_numeral_parse_chinese ("两百"), ==, 200);
  g_assert_cmpuint (jx_numeral_parse_chinese ("兩千"), ==, 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/decimal/parse", test_decimal_parse);
  g_test_add_func ("/decimal/add", test_decimal_add);
  g_test_add_func ("/decimal/compare", test_decimal_compare);
  g_test_add_func ("/fold/equal", test_fold);
  g_test_add_func ("/fold/strip", test_strip);
  g_test_add_func ("/numeral/both-ways", test_numeral);

  return g_test_run ();
}
