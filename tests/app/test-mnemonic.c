/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-mnemonic.h"

static void
test_labels (void)
{
  static const struct
  {
    const char *label;
    const char *name;
  } cases[] = {
    { "_Open…", "Open…" },
    { "Save _As…", "Save As…" },
    { "打开(_O)…", "打开…" },
    { "取消(_C)", "取消" },
    { "预算（万元）", "预算（万元）" },
    { "file__name", "file_name" },
    { "(_", "(" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = jx_dup_without_mnemonic (cases[i].label);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mnemonic/labels", test_labels);

  return g_test_run ();
}
