/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever comes in: one clear sentence, exit 2, nothing written. */
#include <glib/gstdio.h>
#include <string.h>

#include "jx-run.h"
#include "jx-test.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.0\">\n"

static const struct { const char *name; const char *content; gssize length; const char *told; } cases[] = {
  { "empty.jixiao", "", 0, "empty.jixiao" },
  { "empty.txt", "", 0, "empty.txt" },
  { "truncated.jixiao", HEAD "<year>2026</ye", -1, "truncated.jixiao:3" },
  { "cut.jixiao", HEAD "<year>2026</year>\n<project>\n", -1, "cut.jixiao:" },
  { "words.jixiao", "这不是XML。\n", -1, "words.jixiao:1" },
  { "namespace.jixiao", "<goal-document xmlns=\"urn:other\" version=\"1.0\"/>\n", -1, "namespace.jixiao:1" },
  { "type.jixiao", HEAD "<project>\n<budget>six</budget>\n</project>\n</goal-document>\n", -1, "type.jixiao:4" },
  { "year.jixiao", HEAD "<year>soon</year>\n</goal-document>\n", -1, "year.jixiao:3" },
  { "place.jixiao", HEAD "<indicator/>\n</goal-document>\n", -1, "place.jixiao:3" },
  { "twice.jixiao", HEAD "<year>2026</year>\n<year>2026</year>\n</goal-document>\n", -1, "twice.jixiao:4" },
  { "later.jixiao", "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"9.0\"/>\n", -1, "later.jixiao:1" },
  { "bomb.jixiao", "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\n"
    "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.0\"><unit-name>&b;</unit-name></goal-document>\n", -1, "bomb.jixiao:1" },
  { "noise.jixiao", "\x7f\x45\x4c\x46\x02\x01\x01\x00\x00\x00\xff\xfe\x00\x01\x02\x03", 16, "noise.jixiao" },
  { "noise.txt", "\x00\x01\x02\xff\xfe\xfd\x00\x9c\x12\x00\x80\x81\xff\x00\x00\x03\x04\x05", 18, "noise.txt" },
  { "letter.txt", "您好：\n请于周五前把材料交到办公室。\n谢谢！\n", -1, "letter.txt" },
  { "book.zip", "PK\x03\x04\x14\x00\x06\x00\x08\x00", 10, "book.zip" },
};

static void
test_refused (void)
{
  g_autofree char *folder = jx_run_folder ();
  g_autofree char *output = g_build_filename (folder, "old.jixiao", NULL);

  g_assert_true (g_file_set_contents (output, "old", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *input = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *kept = NULL;
      g_autoptr (JxRun) show = NULL;
      g_autoptr (JxRun) import = NULL;

      g_assert_true (g_file_set_contents (input, cases[i].content, cases[i].length, NULL));
      show = jx_run (NULL, "show", input, NULL);
      g_test_message ("%s: %s", cases[i].name, show->err);
      jx_run_assert_refused (show, cases[i].told);
      import = jx_run (NULL, "import", input, "-o", output, NULL);
      jx_run_assert_refused (import, cases[i].told);
      kept = jx_test_read (output, NULL);
      g_assert_cmpstr (kept, ==, "old");
    }

  jx_test_remove (folder);
}

/* Where the output cannot be made, the input is as it was and nothing stands half-written. */
static void
test_bad_output (void)
{
  g_autofree char *folder = jx_run_folder ();
  g_autofree char *sample = jx_test_source ("data/samples/yunxi.txt");
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "out.jixiao", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "such", "out.jixiao", NULL);
  const char *outputs[] = { folder, below, nowhere };

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autoptr (JxRun) run = jx_run (NULL, "import", sample, "-o", outputs[i], NULL);

      jx_run_assert_refused (run, outputs[i]);
    }

  jx_test_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cli/bad-input/refused", test_refused);
  g_test_add_func ("/cli/bad-input/output", test_bad_output);

  return g_test_run ();
}
