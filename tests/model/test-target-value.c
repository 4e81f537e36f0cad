/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-target-value.h"

#define TEXT "text, cannot be measured"

/* What each value is understood as, and by which type. */
static const struct
{
  const char *text;
  JxTargetType type;
  const char *description;
} cases[] = {
  { "≥95%", JX_TARGET_NUMBER, "≥ · 95 · %" },
  { "≥９５％", JX_TARGET_NUMBER, "≥ · 95 · %" },
  { " ≥ 95 % ", JX_TARGET_NUMBER, "≥ · 95 · %" },
  { "＞95%", JX_TARGET_NUMBER, "> · 95 · %" },
  { "＜5%", JX_TARGET_NUMBER, "< · 5 · %" },
  { "＝100%", JX_TARGET_NUMBER, "= · 100 · %" },
  { "≧3个", JX_TARGET_NUMBER, "≥ · 3 · 个" },
  { ">=3个", JX_TARGET_NUMBER, "≥ · 3 · 个" },
  { "≦3个", JX_TARGET_NUMBER, "≤ · 3 · 个" },
  { "<=3个", JX_TARGET_NUMBER, "≤ · 3 · 个" },
  { "≤2.07万元", JX_TARGET_NUMBER, "≤ · 2.07 · 万元" },
  { "≤2000元/月", JX_TARGET_NUMBER, "≤ · 2000 · 元/月" },
  { "≤15000元/次", JX_TARGET_NUMBER, "≤ · 15000 · 元/次" },
  { "≤15,000元／次", JX_TARGET_NUMBER, "≤ · 15000 · 元/次" },
  { "≤300元/人·月", JX_TARGET_NUMBER, "≤ · 300 · 元/人·月" },
  { "≤300元/人•月", JX_TARGET_NUMBER, "≤ · 300 · 元/人·月" },
  { "12.50", JX_TARGET_NUMBER, "12.50" },
  { "100%", JX_TARGET_NUMBER, "100 · %" },
  { "12个月", JX_TARGET_NUMBER, "12 · 个月" },
  { "≥300人次", JX_TARGET_NUMBER, "≥ · 300 · 人次" },
  { "≥2万平方米", JX_TARGET_NUMBER, "≥ · 2 · 万平方米" },
  { "≥500m2", JX_TARGET_NUMBER, "≥ · 500 · m2" },
  { "≥-5%", JX_TARGET_NUMBER, "≥ · -5 · %" },
  { "不少于10个", JX_TARGET_NUMBER, "≥ · 10 · 个" },
  { "不低于95%", JX_TARGET_NUMBER, "≥ · 95 · %" },
  { "至少3次", JX_TARGET_NUMBER, "≥ · 3 · 次" },
  { "大于等于3次", JX_TARGET_NUMBER, "≥ · 3 · 次" },
  { "大于或等于3次", JX_TARGET_NUMBER, "≥ · 3 · 次" },
  { "大于3次", JX_TARGET_NUMBER, "> · 3 · 次" },
  { "小于等于3次", JX_TARGET_NUMBER, "≤ · 3 · 次" },
  { "小于3次", JX_TARGET_NUMBER, "< · 3 · 次" },
  { "等于3次", JX_TARGET_NUMBER, "= · 3 · 次" },
  { "不超过5万元", JX_TARGET_NUMBER, "≤ · 5 · 万元" },
  { "控制在5万元以内", JX_TARGET_NUMBER, "≤ · 5 · 万元" },
  { "95%以上", JX_TARGET_NUMBER, "≥ · 95 · %" },
  { "≥95%以上", JX_TARGET_NUMBER, "≥ · 95 · %" },
  { "达到95%及以上。", JX_TARGET_NUMBER, "≥ · 95 · %" },
  { "10次以下", JX_TARGET_NUMBER, "≤ · 10 · 次" },
  { "3个工作日内", JX_TARGET_NUMBER, "≤ · 3 · 个工作日" },
  { "100%完成", JX_TARGET_NUMBER, "100 · %" },
  { "0", JX_TARGET_NUMBER, "0" },

  { "3-5个", JX_TARGET_RANGE, "3–5 · 个" },
  { "3~5个", JX_TARGET_RANGE, "3–5 · 个" },
  { "3～5个", JX_TARGET_RANGE, "3–5 · 个" },
  { "3—5个", JX_TARGET_RANGE, "3–5 · 个" },
  { "3——5个", JX_TARGET_RANGE, "3–5 · 个" },
  { "3至5个", JX_TARGET_RANGE, "3–5 · 个" },
  { "80%-90%", JX_TARGET_RANGE, "80–90 · %" },
  { "1.5至2.5万元", JX_TARGET_RANGE, "1.5–2.5 · 万元" },

  { "2023年12月31日", JX_TARGET_DATE, "2023-12-31" },
  { "2023年12月31日前", JX_TARGET_DATE, "2023-12-31" },
  { "2023年12月31日之前", JX_TARGET_DATE, "2023-12-31" },
  { "2023年12月31日以前", JX_TARGET_DATE, "2023-12-31" },
  { "2023年12月31日完成", JX_TARGET_DATE, "2023-12-31" },
  { "2023年12月31日前完成", JX_TARGET_DATE, "2023-12-31" },
  { "２０２３年１２月３１日", JX_TARGET_DATE, "2023-12-31" },
  { "2023 年 12 月 31 日 前", JX_TARGET_DATE, "2023-12-31" },
  { "≤2023年12月31日", JX_TARGET_DATE, "≤ · 2023-12-31" },
  { "不晚于2023年6月30日", JX_TARGET_DATE, "≤ · 2023-06-30" },
  { "于2023年6月30号前", JX_TARGET_DATE, "2023-06-30" },
  { "2024年2月29日", JX_TARGET_DATE, "2024-02-29" },
  { "2023年6月底", JX_TARGET_DATE, "2023-06-30" },
  { "2024年2月底前", JX_TARGET_DATE, "2024-02-29" },
  { "2023年2月末", JX_TARGET_DATE, "2023-02-28" },
  { "2023年6月", JX_TARGET_DATE, "2023-06" },
  { "2023年6月份前", JX_TARGET_DATE, "2023-06" },
  { "2023年底", JX_TARGET_DATE, "2023-12-31" },
  { "2023年年底前完成", JX_TARGET_DATE, "2023-12-31" },
  { "2023年度内", JX_TARGET_DATE, "2023" },
  { "2023年", JX_TARGET_DATE, "2023" },
  { "6月底", JX_TARGET_DATE, "06-30" },
  { "6月底前", JX_TARGET_DATE, "06-30" },
  { "2月底", JX_TARGET_DATE, "month 2" },
  { "12月31日前", JX_TARGET_DATE, "12-31" },
  { "12月前完成", JX_TARGET_DATE, "month 12" },
  { "2023-12-31", JX_TARGET_DATE, "2023-12-31" },
  { "2023/6/30前", JX_TARGET_DATE, "2023-06-30" },
  { "2023.6.30", JX_TARGET_DATE, "2023-06-30" },

  { "优", JX_TARGET_GRADE, "优" },
  { " 良 ", JX_TARGET_GRADE, "良" },
  { "≥良", JX_TARGET_GRADE, "≥ · 良" },
  { "达到优", JX_TARGET_GRADE, "优" },
  { "较好", JX_TARGET_GRADE, "较好" },
  { "有效提升", JX_TARGET_GRADE, "有效提升" },
  { "得到有效改善", JX_TARGET_GRADE, "得到有效改善" },
  { "稳步提高。", JX_TARGET_GRADE, "稳步提高" },

  { "", JX_TARGET_TEXT, TEXT },
  { "  ", JX_TARGET_TEXT, TEXT },
  { "≥", JX_TARGET_TEXT, TEXT },
  { "-", JX_TARGET_TEXT, TEXT },
  { "%", JX_TARGET_TEXT, TEXT },
  { "2023年2月30日", JX_TARGET_TEXT, TEXT },
  { "2023年2月29日", JX_TARGET_TEXT, TEXT },
  { "2023年13月", JX_TARGET_TEXT, TEXT },
  { "2023年13月底", JX_TARGET_TEXT, TEXT },
  { "2023年0月5日", JX_TARGET_TEXT, TEXT },
  { "2023年6月0日", JX_TARGET_TEXT, TEXT },
  { "4月31日", JX_TARGET_TEXT, TEXT },
  { "23年12月31日", JX_TARGET_TEXT, TEXT },
  { "20233年12月31日", JX_TARGET_TEXT, TEXT },
  { "2023-2-30", JX_TARGET_TEXT, TEXT },
  { "2023年1月至12月", JX_TARGET_TEXT, TEXT },
  { "2022-2023年", JX_TARGET_TEXT, TEXT },
  { "5-3个", JX_TARGET_TEXT, TEXT },
  { "3-", JX_TARGET_TEXT, TEXT },
  { "3个-5次", JX_TARGET_TEXT, TEXT },
  { "12 34个", JX_TARGET_TEXT, TEXT },
  { "1,23个", JX_TARGET_TEXT, TEXT },
  { "1.2.3", JX_TARGET_TEXT, TEXT },
  { "≥10个，≥5次", JX_TARGET_TEXT, TEXT },
  { "≤95%以上", JX_TARGET_TEXT, TEXT },
  { "10个左右", JX_TARGET_TEXT, TEXT },
  { "99999999999999999999个", JX_TARGET_TEXT, TEXT },
  { "3座桥梁的维修和养护工作", JX_TARGET_TEXT, TEXT },
  { "修桥工作顺利推进", JX_TARGET_TEXT, TEXT },
  { "优化村庄环境", JX_TARGET_TEXT, TEXT },
  { "有效", JX_TARGET_TEXT, TEXT },
  { "有效提升居民生活水平", JX_TARGET_TEXT, TEXT },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JxTargetValue) value = jx_target_value_parse (cases[i].text);
      g_autofree char *description = jx_target_value_describe (value);

      g_test_message ("%s: %s", cases[i].text, description);
      if (g_strcmp0 (description, cases[i].description) != 0 || value->type != cases[i].type)
        {
          g_test_message ("expected %s (%d), is %d", cases[i].description, cases[i].type, value->type);
          g_test_fail ();
        }
      g_assert_nonnull (value->unit);
      g_assert_true ((value->grade != NULL) == (value->type == JX_TARGET_GRADE));
    }
}

static void
test_parts (void)
{
  g_autoptr (JxTargetValue) range = jx_target_value_parse ("1.5至2.50万元");
  g_autoptr (JxTargetValue) date = jx_target_value_parse ("2023年底");
  g_autoptr (JxTargetValue) nothing = jx_target_value_parse (NULL);

  g_assert_cmpint (range->number.mantissa, ==, 15);
  g_assert_cmpint (range->upper.mantissa, ==, 250);
  g_assert_cmpint (range->upper.scale, ==, 2);
  g_assert_cmpstr (range->unit, ==, "万元");
  g_assert_cmpint (date->year, ==, 2023);
  g_assert_cmpint (date->month, ==, 12);
  g_assert_cmpint (date->day, ==, 31);
  g_assert_cmpint (nothing->type, ==, JX_TARGET_TEXT);
}

/* Taken apart as written, and put together again. */
static void
test_split (void)
{
  static const struct { const char *text, *sign, *number, *unit; gboolean measured; } splits[] = {
    { "≥95%", "≥", "95", "%", TRUE }, { "不少于 10 个", "不少于", "10", "个", TRUE }, { "2.07万元", "", "2.07", "万元", TRUE },
    { "≤1,200.5元/月", "≤", "1,200.5", "元/月", TRUE }, { "3天内", "", "3", "天内", TRUE }, { "80%-90%", "", "80%-90", "%", TRUE },
    { "６５座以上", "", "６５", "座以上", TRUE }, { "优", "", "优", "", FALSE }, { "2026年12月31日前", "", "2026年12月31日前", "", FALSE },
    { "征地工作顺利进行", "", "征地工作顺利进行", "", FALSE }, { "", "", "", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *sign = NULL;
      g_autofree char *number = NULL;
      g_autofree char *unit = NULL;

      g_test_message ("%s", splits[i].text);
      g_assert_true (jx_target_value_split (splits[i].text, &sign, &number, &unit) == splits[i].measured);
      g_assert_cmpstr (sign, ==, splits[i].sign);
      g_assert_cmpstr (number, ==, splits[i].number);
      g_assert_cmpstr (unit, ==, splits[i].unit);
    }
}

/* Whatever is put together from the words of the grammar is understood as something. */
static void
test_anything (void)
{
  static const char *const words[] = {
    "≥", "≤", ">", "=", "不少于", "以上", "以内", "1", "23", "2023", ",", ".", "-", "至", "年", "月", "日", "底", "前", "完成",
    "%", "万元", "/", "个", "优", "有效", "提升", " ", "　", "9999999999", "的", "。",
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (JxTargetValue) value = NULL;
      g_autofree char *description = NULL;

      for (int n = g_test_rand_int_range (0, 9); n > 0; n--)
        g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      value = jx_target_value_parse (text->str);
      description = jx_target_value_describe (value);
      g_assert_cmpstr (description, !=, "");
      if (value->type == JX_TARGET_RANGE)
        g_assert_cmpint (jx_decimal_compare (value->number, value->upper), <=, 0);
      if (value->type == JX_TARGET_DATE && value->year != 0 && value->day != 0)
        g_assert_true (g_date_valid_dmy (value->day, value->month, value->year));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/target-value/parse", test_parse);
  g_test_add_func ("/target-value/parts", test_parts);
  g_test_add_func ("/target-value/split", test_split);
  g_test_add_func ("/target-value/anything", test_anything);

  return g_test_run ();
}
