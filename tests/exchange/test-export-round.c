/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is handed on and taken in again is the same document. */
#include "exchange/jx-import.h"
#include "jx-generated.h"
#include "jx-nasty.h"
#include "jx-test.h"
#include "jx-written.h"

#define N_DOCUMENTS 60

static const char * const formats[] = { "docx", "html", "xlsx" };

static void
test_generated (gconstpointer format)
{
  for (guint seed = 0; seed < N_DOCUMENTS; seed++)
    {
      g_autoptr (JxDocument) document = jx_generated_new (seed);

      g_test_message ("document %u", seed);
      jx_written_assert_round (format, document);
    }
}

static void
test_nasty (gconstpointer format)
{
  g_autoptr (JxDocument) document = jx_nasty_new ();

  jx_written_assert_round (format, document);
}

static void
assert_file (const char *format, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) document = jx_import_file (path, NULL, &error);

  g_assert_no_error (error);
  jx_written_assert_round (format, document);
}

static void
test_sample (gconstpointer format)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");

  assert_file (format, path);
}

static void
test_real (gconstpointer format)
{
  g_autofree char *path = jx_test_shared ("seed/goal-document.txt");

  if (path != NULL)
    assert_file (format, path);
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; GTestDataFunc run; } tests[] = {
    { "generated", test_generated }, { "nasty", test_nasty }, { "sample", test_sample }, { "real", test_real },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
    for (gsize t = 0; t < G_N_ELEMENTS (tests); t++)
      {
        g_autofree char *path = g_strdup_printf ("/exchange/export-round/%s/%s", formats[f], tests[t].name);

        g_test_add_data_func (path, formats[f], tests[t].run);
      }

  return g_test_run ();
}
