/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-error.h"
#include "model/jx-document.h"
#include "model/jx-item-build.h"
#include "review/jx-profile.h"

#include "jx-test.h"

static void
assert_words (const char *const *words, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) words);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_built_in (void)
{
  assert_words (jx_profile_list_ids (), "2015 2020 2021");
  g_assert_cmpstr (jx_profile_get_id (jx_profile_get (NULL)), ==, "2020");
  g_assert_cmpstr (jx_profile_get_id (jx_profile_get ("nowhere")), ==, "2020");
  g_assert_cmpstr (jx_profile_get_id (jx_profile_get ("2021")), ==, "2021");
}

static void
test_taxonomy (void)
{
  static const struct
  {
    const char *id;
    const char *level1;
    const char *expected;
  } rows[] = {
    { "2015", "产出指标", "数量指标 质量指标 时效指标 成本指标" },
    { "2020", "产出", "数量指标 质量指标 时效指标 成本指标" },
    { "2020", " 效益 指标", "经济效益指标 社会效益指标 生态效益指标 可持续影响指标" },
    { "2021", "成本指标", "经济成本指标 社会成本指标 生态环境成本指标" },
    { "2021", "产出指标", "数量指标 质量指标 时效指标" },
    { "2021", "满意度", "服务对象满意度指标" },
    { "2015", "别的", "数量指标 质量指标 时效指标 成本指标 经济效益指标 社会效益指标 生态效益指标 可持续影响指标 服务对象满意度指标" },
    { "2015", NULL, "数量指标 质量指标 时效指标 成本指标 经济效益指标 社会效益指标 生态效益指标 可持续影响指标 服务对象满意度指标" },
  };

  assert_words (jx_profile_list_level1 (jx_profile_get ("2015")), "产出指标 效益指标 满意度指标");
  assert_words (jx_profile_list_level1 (jx_profile_get ("2021")), "成本指标 产出指标 效益指标 满意度指标");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (jx_profile_list_level2 (jx_profile_get (rows[i].id), rows[i].level1), rows[i].expected);
}

static void
test_numbers (void)
{
  static const struct
  {
    int month;
    int percent;
  } plan[] = { { 3, 25 }, { 6, 50 }, { 10, 83 }, { 12, 100 } };

  for (const char *const *id = jx_profile_list_ids (); *id != NULL; id++)
    {
      const JxProfile *profile = jx_profile_get (*id);
      const int *months;
      const JxDecimal *percents;

      g_assert_cmpuint (jx_profile_get_plan (profile, &months, &percents), ==, G_N_ELEMENTS (plan));
      for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
        {
          g_assert_cmpint (months[i], ==, plan[i].month);
          g_assert_cmpint (percents[i].mantissa, ==, plan[i].percent);
          g_assert_cmpint (percents[i].scale, ==, 0);
        }
      g_assert_cmpint (jx_profile_get_tolerance (profile), ==, 500);
      g_assert_true (g_strv_contains (jx_profile_list_bases (profile), "历史标准"));
    }
}

static void
test_of_document (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

  jx_item_append (root, project);
  g_assert_cmpstr (jx_profile_get_id (jx_profile_for (project)), ==, "2020");
  jx_item_init (root, JX_FIELD_PROFILE, "2021");
  g_assert_cmpstr (jx_profile_get_id (jx_profile_for (project)), ==, "2021");
}

#define PROFILE(rest) "<profile xmlns='urn:jixiao:profile:1' id='x'>" rest "</profile>"
#define TAXONOMY "<taxonomy><level1 name='a'><level2 name='b'/></level1></taxonomy>"
#define PLAN "<plan><checkpoint month='3' percent='25.5'/></plan>"

static void
test_parse (void)
{
  static const struct
  {
    const char *data;
    int code; /* -1: good */
  } rows[] = {
    { PROFILE (TAXONOMY "<bases/>" PLAN "<progress tolerance='7.25'/>"), -1 },
    { "", JX_ERROR_SYNTAX },
    { "<profile", JX_ERROR_SYNTAX },
    { "<profile id='x'/>", JX_ERROR_STRUCTURE },
    { "<!DOCTYPE profile [<!ENTITY a 'b'>]>" PROFILE (TAXONOMY "<bases/>" PLAN "<progress tolerance='5'/>"), JX_ERROR_STRUCTURE },
    { PROFILE (TAXONOMY PLAN "<progress tolerance='5'/>"), JX_ERROR_STRUCTURE },
    { PROFILE ("<taxonomy/><bases/>" PLAN "<progress tolerance='5'/>"), JX_ERROR_STRUCTURE },
    { PROFILE ("<taxonomy><level1 name='a'/></taxonomy><bases/>" PLAN "<progress tolerance='5'/>"), JX_ERROR_STRUCTURE },
    { PROFILE (TAXONOMY "<bases/><plan><checkpoint month='13' percent='1'/></plan><progress tolerance='5'/>"), JX_ERROR_STRUCTURE },
    { PROFILE (TAXONOMY "<bases/><plan><checkpoint month='3' percent='101'/></plan><progress tolerance='5'/>"), JX_ERROR_STRUCTURE },
    { PROFILE (TAXONOMY "<bases/><plan><checkpoint month='6' percent='1'/><checkpoint month='3' percent='2'/></plan>"
               "<progress tolerance='5'/>"), JX_ERROR_STRUCTURE },
    { PROFILE (TAXONOMY "<bases/>" PLAN "<progress tolerance='-1'/>"), JX_ERROR_STRUCTURE },
    { PROFILE (TAXONOMY "<bases/>" PLAN "<progress/>"), JX_ERROR_STRUCTURE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JxProfile) profile = jx_profile_parse (rows[i].data, strlen (rows[i].data), "some.xml", &error);

      g_test_message ("row %u: %s", i, error != NULL ? error->message : "good");
      if (rows[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpint (jx_profile_get_tolerance (profile), ==, 725);
        }
      else
        {
          g_assert_error (error, JX_ERROR, rows[i].code);
          g_assert_true (g_str_has_prefix (error->message, "some.xml:"));
          g_assert_null (profile);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/profile/built-in", test_built_in);
  g_test_add_func ("/profile/taxonomy", test_taxonomy);
  g_test_add_func ("/profile/numbers", test_numbers);
  g_test_add_func ("/profile/of-document", test_of_document);
  g_test_add_func ("/profile/parse", test_parse);

  return g_test_run ();
}
