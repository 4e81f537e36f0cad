/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "paper/jx-measure.h"

static const JxStyle style = { .name = (char *) "test", .face = (char *) "fangsong", .size_pt = 10, .line_height_pt = 14 };
static const JxStyle indented = { .name = (char *) "test", .face = (char *) "fangsong", .size_pt = 10, .line_height_pt = 14, .indent_em = 2 };

/* Lines are separated by |. Ten points are a character. */
static const struct
{
  const char *name;
  const char *text;
  JxAlign align;
  double width_pt;
  const char *lines;
} cases[] = {
  { "short", "绩效目标", JX_ALIGN_START, 100, "绩效目标" },
  { "blank", "", JX_ALIGN_START, 100, "" },
  { "breaks-anywhere", "加强支出管理确保进度达标", JX_ALIGN_JUSTIFY, 50, "加强支出管|理确保进度|达标" },
  { "no-stop-at-line-start", "加强支出管。理", JX_ALIGN_JUSTIFY, 50, "加强支出|管。理" },
  { "no-opening-at-line-end", "加强支出（管理）", JX_ALIGN_JUSTIFY, 50, "加强支出|（管理）" },
  { "line-breaks-stay", "甲\n乙\n\n丙", JX_ALIGN_START, 50, "甲|乙||丙" },
  { "number-whole", "预算数为1234.56万元", JX_ALIGN_JUSTIFY, 60, "预算数为|1234.56万元" },
  { "number-keeps-unit", "平均每村支出2万元整", JX_ALIGN_JUSTIFY, 75, "平均每村支出|2万元整" },
  { "date-parts", "定于2026年11月30日前", JX_ALIGN_JUSTIFY, 55, "定于2026年|11月30日前" },
  { "words-whole", "见 Annex of rules", JX_ALIGN_START, 55, "见 Annex|of rules" },
  { "blank-at-line-end-dropped", "绩效目标 完成", JX_ALIGN_START, 42, "绩效目标|完成" },
  { "long-word-torn", "AAAAAAAAAAAAAAAAAAAA", JX_ALIGN_START, 50, NULL },
  { "no-lonely-last", "满意度指标", JX_ALIGN_CENTER, 42, "满意度|指标" },
  { "no-lonely-last-of-three", "服务对象满意度指标", JX_ALIGN_CENTER, 42, "服务对象|满意度|指标" },
  { "unit-smaller-than-torn", "≤23.4万元", JX_ALIGN_CENTER, 40, "≤23.4万元" },
  { "lonely-where-nothing-else-fits", "满意", JX_ALIGN_CENTER, 12, "满|意" },
};

static char *
dup_lines (const JxText *text)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < jx_text_count_lines (text); i++)
    {
      g_autofree char *line = jx_text_dup_line (text, i);

      g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "", line);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
test_lines (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr (JxMeasure) measure = jx_measure_new ();
  g_autoptr (JxText) text = jx_measure_text (measure, cases[which].text, &style, cases[which].align, cases[which].width_pt);
  g_autofree char *lines = dup_lines (text);

  for (guint i = 0; i < jx_text_count_lines (text); i++)
    g_assert_cmpfloat (jx_text_get_line_end (text, i), <=, cases[which].width_pt + 0.02);
  g_assert_cmpfloat (jx_text_get_height (text), ==, 14 * jx_text_count_lines (text));
  if (cases[which].lines != NULL)
    g_assert_cmpstr (lines, ==, cases[which].lines);
  else
    g_assert_cmpuint (jx_text_count_lines (text), >, 1);
}

static void
test_number_set_smaller (void)
{
  g_autoptr (JxMeasure) measure = jx_measure_new ();
  g_autoptr (JxText) text = jx_measure_text (measure, "1234567890.12", &style, JX_ALIGN_CENTER, 40);
  g_autoptr (JxText) longer = jx_measure_text (measure, "123456789012345.123456", &style, JX_ALIGN_CENTER, 40);

  g_assert_cmpuint (jx_text_count_lines (text), ==, 1);
  g_assert_cmpfloat (jx_text_get_line_end (text, 0), <=, 40.02);
  g_assert_cmpfloat (jx_text_get_height (text), ==, 14);

  /* Smaller than anybody reads: torn instead. */
  g_assert_cmpuint (jx_text_count_lines (longer), >, 1);
  for (guint i = 0; i < jx_text_count_lines (longer); i++)
    g_assert_cmpfloat (jx_text_get_line_end (longer, i), <=, 40.02);
}

static void
test_indent (void)
{
  g_autoptr (JxMeasure) measure = jx_measure_new ();
  g_autoptr (JxText) text = jx_measure_text (measure, "加强支出管理确保进度达标", &indented, JX_ALIGN_JUSTIFY, 50);
  g_autofree char *lines = dup_lines (text);

  g_assert_cmpstr (lines, ==, "加强支|出管理确保|进度达标");
}

static void
test_kept (void)
{
  g_autoptr (JxMeasure) measure = jx_measure_new ();
  g_autoptr (JxText) first = jx_measure_text (measure, "绩效目标", &style, JX_ALIGN_CENTER, 60);
  g_autoptr (JxText) again = jx_measure_text (measure, "绩效目标", &style, JX_ALIGN_CENTER, 60);
  g_autoptr (JxText) other = jx_measure_text (measure, "绩效目标", &style, JX_ALIGN_START, 60);
  g_autoptr (JxText) later = NULL;

  g_assert_true (first == again);
  g_assert_true (first != other);

  /* Many others in between: still right, whether kept or made anew. */
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *string = g_strdup_printf ("第%u项", i);

      jx_text_unref (jx_measure_text (measure, string, &style, JX_ALIGN_CENTER, 60));
    }
  later = jx_measure_text (measure, "绩效目标", &style, JX_ALIGN_CENTER, 60);
  g_assert_cmpfloat (jx_text_get_line_end (later, 0), ==, jx_text_get_line_end (first, 0));
}

static void
test_substitutions (void)
{
  g_autoptr (JxMeasure) measure = jx_measure_new ();
  JxFontSet *fonts = jx_measure_get_fonts (measure);
  g_autofree char *sentence = NULL;
  static const char *const roles[] = { "song-title", "song", "fangsong", "kai", "hei", "no such role" };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      for (guint bold = 0; bold < 2; bold++)
        {
          PangoFontDescription *description = jx_font_set_describe (fonts, roles[i], bold == 1);

          g_assert_cmpstr (pango_font_description_get_family (description), !=, "");
          pango_font_description_free (description);
        }
    }

  /* Each role at most once, however often it was asked for. */
  sentence = jx_font_set_dup_substitutions (fonts);
  if (sentence != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (sentence, "instead)", -1);

      g_assert_cmpuint (g_strv_length (parts) - 1, <=, 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/lines/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_lines);
    }
  g_test_add_func ("/text/number-set-smaller", test_number_set_smaller);
  g_test_add_func ("/text/indent", test_indent);
  g_test_add_func ("/text/kept", test_kept);
  g_test_add_func ("/font/substitutions", test_substitutions);

  return g_test_run ();
}
