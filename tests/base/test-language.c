/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-language.h"

/* Each way to ask, both languages; what nobody translated stays as it is. */
static void
test_say (void)
{
  g_assert_cmpstr (jx_language_say (JX_LANGUAGE_DOCUMENT, "Planned"), ==, "计划额");
  g_assert_cmpstr (jx_language_say (JX_LANGUAGE_INTERFACE, "Planned"), ==, "Planned");
  g_assert_cmpstr (jx_language_say_in (JX_LANGUAGE_DOCUMENT, "month", "May"), ==, "5月");
  g_assert_cmpstr (jx_language_say_in (JX_LANGUAGE_INTERFACE, "month", "May"), ==, "May");
  for (gulong n = 1; n <= 2; n++)
    {
      g_assert_cmpstr (jx_language_say_number (JX_LANGUAGE_DOCUMENT, "%u more project", "%u more projects", n), ==, "另有 %u 个项目");
      g_assert_cmpstr (jx_language_say_number (JX_LANGUAGE_INTERFACE, "%u more project", "%u more projects", n), ==,
                       n == 1 ? "%u more project" : "%u more projects");
    }
  g_assert_cmpstr (jx_language_say (JX_LANGUAGE_DOCUMENT, "Nobody ever says this"), ==, "Nobody ever says this");
  g_assert_cmpstr (jx_language_say_in (JX_LANGUAGE_DOCUMENT, "month", "Planned"), ==, "Planned");
}

/* Neighbours in the catalogue are told apart. */
static void
test_whole_year (void)
{
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%u月", i + 1);

      g_assert_cmpstr (jx_language_say_in (JX_LANGUAGE_DOCUMENT, "month", months[i]), ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/language/say", test_say);
  g_test_add_func ("/language/whole-year", test_whole_year);

  return g_test_run ();
}
