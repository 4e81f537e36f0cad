/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of every document, ours, real and generated: saving is stable, valid and complete. */
#include <gio/gio.h>

#include "jx-run.h"
#include "jx-test.h"

static void
assert_same_files (const char *a, const char *b)
{
  gsize a_length, b_length;
  g_autofree char *a_bytes = jx_test_read (a, &a_length);
  g_autofree char *b_bytes = jx_test_read (b, &b_length);

  g_assert_cmpmem (a_bytes, a_length, b_bytes, b_length);
}

static void
run_well (const char *verb, const char *input, const char *output, const char *option)
{
  g_autoptr (JxRun) run = jx_run (NULL, verb, input, "-o", output, option, NULL);

  if (g_str_has_suffix (output, ".pdf"))
    jx_run_assert_pages (run);
  else
    g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, <, 2);
}

static void
assert_valid (const char *path)
{
  g_autofree char *schema = jx_test_source ("data/schema/goal-document.rng");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xmllint =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "xmllint", "--noout", "--nonet", "--relaxng", schema, path, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (xmllint, NULL, &error));
  g_assert_no_error (error);
}

/* @complete: the text holds all the document does, so that it comes back whole. */
static void
check_properties (const char *input, gboolean complete)
{
  g_autofree char *folder = jx_run_folder ();
  g_autofree char *first = g_build_filename (folder, "first.jixiao", NULL);
  g_autofree char *again = g_build_filename (folder, "again.jixiao", NULL);
  g_autofree char *third = g_build_filename (folder, "third.jixiao", NULL);
  g_autofree char *text = g_build_filename (folder, "text.txt", NULL);
  g_autofree char *text_again = g_build_filename (folder, "again.txt", NULL);
  g_autofree char *back = g_build_filename (folder, "back.jixiao", NULL);
  g_autofree char *pdf = g_build_filename (folder, "one.pdf", NULL);
  g_autofree char *pdf_again = g_build_filename (folder, "two.pdf", NULL);

  run_well ("import", input, first, NULL);
  assert_valid (first);
  run_well ("import", input, again, NULL);
  assert_same_files (first, again);
  run_well ("import", first, third, NULL);
  assert_same_files (first, third);

  run_well ("export", first, text, NULL);
  run_well ("import", text, back, NULL);
  run_well ("export", back, text_again, NULL);
  assert_same_files (text, text_again);
  if (complete)
    {
      g_autoptr (JxRun) diff = jx_run (NULL, "diff", first, back, NULL);

      g_test_message ("%s", diff->out);
      g_assert_cmpint (diff->status, ==, 0);
    }

  run_well ("export", first, pdf, NULL);
  run_well ("export", first, pdf_again, NULL);
  assert_same_files (pdf, pdf_again);

  jx_test_remove (folder);
}

static void
test_sample_text (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");

  check_properties (path, TRUE);
}

static void
test_sample (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.jixiao");

  check_properties (path, FALSE);
}

static void
test_seed (void)
{
  g_autofree char *path = jx_test_shared ("seed/goal-document.txt");

  if (path != NULL)
    check_properties (path, TRUE);
}

static void
test_generated (void)
{
  g_autofree char *folder = jx_run_folder ();
  g_autofree char *path = g_build_filename (folder, "generated.jixiao", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) generate =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("JX_GENERATE"), "60", path, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (generate, NULL, &error));
  check_properties (path, FALSE);

  jx_test_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cli/corpus/sample-text", test_sample_text);
  g_test_add_func ("/cli/corpus/sample", test_sample);
  g_test_add_func ("/cli/corpus/seed", test_seed);
  g_test_add_func ("/cli/corpus/generated", test_generated);

  return g_test_run ();
}
