/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/jx-error.h"
#include "model/jx-field.h"

static void
test_normalise (void)
{
  static const struct
  {
    JxField field;
    const char *typed, *expected; /* NULL: refused */
  } cases[] = {
    { JX_FIELD_YEAR, " ２０２６ ", "2026" }, { JX_FIELD_YEAR, "", "" }, { JX_FIELD_YEAR, "1948", NULL }, { JX_FIELD_YEAR, "3000", NULL },
    { JX_FIELD_YEAR, "2026.0", NULL }, { JX_FIELD_YEAR, "2026%", NULL }, { JX_FIELD_YEAR, "20 26", NULL }, { JX_FIELD_YEAR, "02026", NULL },
    { JX_FIELD_CHECKPOINT_MONTH, "12", "12" }, { JX_FIELD_CHECKPOINT_MONTH, "1", "1" }, { JX_FIELD_CHECKPOINT_MONTH, "0", NULL },
    { JX_FIELD_CHECKPOINT_MONTH, "13", NULL }, { JX_FIELD_CHECKPOINT_MONTH, "1 2", NULL }, { JX_FIELD_CHECKPOINT_MONTH, "6%", NULL },
    { JX_FIELD_CHECKPOINT_PLAN, "25%", "25" }, { JX_FIELD_CHECKPOINT_PLAN, " 83.33 ％ ", "83.33" }, { JX_FIELD_CHECKPOINT_PLAN, "0", "0" },
    { JX_FIELD_CHECKPOINT_PLAN, "1000", "1000" }, { JX_FIELD_CHECKPOINT_PLAN, "1000.01", NULL }, { JX_FIELD_CHECKPOINT_PLAN, "-5", NULL },
    { JX_FIELD_CHECKPOINT_PLAN, "%", "" }, { JX_FIELD_CHECKPOINT_PLAN, "25%%", NULL },
    { JX_FIELD_INDICATOR_WEIGHT, "12.5", "12.5" }, { JX_FIELD_INDICATOR_WEIGHT, "12.5%", NULL }, { JX_FIELD_INDICATOR_SCORE, "-0", NULL },
    { JX_FIELD_PROJECT_BUDGET, "6.90", "6.90" }, { JX_FIELD_PROJECT_BUDGET, "1,234.5万元", "1234.5" }, { JX_FIELD_PROJECT_BUDGET, "　", "" },
    { JX_FIELD_PROJECT_BUDGET, "六万", NULL }, { JX_FIELD_PROJECT_BUDGET, "-1", NULL },
    { JX_FIELD_PROJECT_NAME, "　村道\r\n修缮\t", "村道 修缮" }, { JX_FIELD_PROJECT_NAME, "a\rb\nc", "a b c" },
    { JX_FIELD_PROJECT_NAME, "a\x01" "b", NULL }, { JX_FIELD_PROJECT_NAME, "\xff", NULL }, { JX_FIELD_PROJECT_BUDGET, "6\xe4", NULL },
    { JX_FIELD_PROJECT_NAME, "\uFFFE", NULL }, { JX_FIELD_PROJECT_NAME, "（2）“村道”", "（2）“村道”" },
    { JX_FIELD_PROJECT_PURPOSE, " 一\r\n二\r三\n", "一\n二\n三" }, { JX_FIELD_PROJECT_PURPOSE, "一\f二", NULL },
    { JX_FIELD_INDICATOR_VALUE, " ≥９５％ ", "≥９５％" }, { JX_FIELD_INDICATOR_VALUE, "一句话", "一句话" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = jx_field_normalise (cases[i].field, cases[i].typed, &error);

      g_assert_cmpstr (value, ==, cases[i].expected);
      if (cases[i].expected == NULL)
        g_assert_error (error, JX_ERROR, JX_ERROR_VALUE);
      else
        {
          g_assert_no_error (error);
          g_assert_true (jx_field_check (cases[i].field, value, NULL));
        }
    }
}

static void
test_length (void)
{
  for (JxField field = 0; field < JX_N_FIELDS; field++)
    {
      const JxFieldInfo *info = jx_field_get_info (field);
      g_autoptr (GString) text = g_string_new (NULL);

      if (info->type != JX_TYPE_LINE && info->type != JX_TYPE_TEXT && info->type != JX_TYPE_TARGET)
        continue;
      for (guint i = 0; i < info->max_characters; i++)
        g_string_append (text, "镇");
      g_assert_true (jx_field_check (field, text->str, NULL));
      g_string_append (text, "镇");
      g_assert_false (jx_field_check (field, text->str, NULL));
    }
}

/* Every field is found under its own name, in the range of its kind. */
static void
test_table (void)
{
  guint n_fields = 0;

  for (JxKind kind = 0; kind < JX_N_KINDS; kind++)
    {
      JxField first;
      guint count;

      g_assert_cmpint (jx_kind_find (jx_kind_get_xml_name (kind)), ==, kind);
      jx_field_get_range (kind, &first, &count);
      n_fields += count;
      for (JxField field = first; field < first + (JxField) count; field++)
        {
          const JxFieldInfo *info = jx_field_get_info (field);

          g_assert_cmpint (info->id, ==, field);
          g_assert_cmpint (info->kind, ==, kind);
          g_assert_cmpint (jx_field_find (kind, info->xml_name), ==, field);
          g_assert_cmpstr (jx_field_get_label (field), !=, "");
          g_assert_true (jx_field_check (field, NULL, NULL) && jx_field_check (field, "", NULL));
        }
    }
  g_assert_cmpuint (n_fields, ==, JX_N_FIELDS);
  g_assert_cmpint (jx_kind_find ("no-such-kind"), ==, JX_N_KINDS);
  g_assert_cmpint (jx_field_find (JX_KIND_GOAL, "budget"), ==, JX_FIELD_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/field/normalise", test_normalise);
  g_test_add_func ("/field/length", test_length);
  g_test_add_func ("/field/table", test_table);

  return g_test_run ();
}
