/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document written as text and imported again is the same document. */
#include <string.h>

#include "exchange/jx-export-text.h"
#include "exchange/jx-import.h"
#include "jx-generated.h"
#include "jx-town.h"
#include "jx-truth.h"

#define N_DOCUMENTS 150

static void
assert_round (JxDocument *document)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);
  g_autofree char *text = jx_export_text (form, jx_document_get_root (document));
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) imported = jx_import_data (text, strlen (text), "a.txt", NULL, &error);
  g_autoptr (GHashTable) expected = jx_truth_of (document);
  g_autoptr (GHashTable) actual = NULL;

  g_assert_no_error (error);
  actual = jx_truth_of (imported);
  jx_truth_assert_equal (expected, actual);

  again = jx_export_text (form, jx_document_get_root (imported));
  g_assert_cmpstr (again, ==, text);
}

/* As LibreOffice writes it: a cell a line, no tabs; where a merged cell goes on nothing stands. */
static char *
flatten (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) flat = g_string_new ("\xEF\xBB\xBF");

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] == '\t')
      g_string_append_printf (flat, "%s\n", strcmp (lines[i], "\t ") == 0 ? "" : lines[i] + 1);
    else if (strcmp (lines[i], " ") == 0)
      g_string_append (flat, "\xC2\xA0\n");
    else if (*lines[i] != '\0')
      g_string_append_printf (flat, "%s\n", lines[i]);

  return g_strdup (flat->str);
}

static void
test_flat (void)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);

  for (guint seed = 0; seed < N_DOCUMENTS; seed++)
    {
      g_autoptr (JxDocument) document = jx_generated_new (seed);
      g_autofree char *text = jx_export_text (form, jx_document_get_root (document));
      g_autofree char *flat = flatten (text);
      g_autoptr (JxReport) report = NULL;
      g_autoptr (JxDocument) imported = jx_import_data (flat, strlen (flat), "a.txt", &report, NULL);
      g_autoptr (GHashTable) expected = jx_truth_of (document);
      g_autoptr (GHashTable) actual = jx_truth_of (imported);

      g_test_message ("document %u", seed);
      jx_truth_assert_equal (expected, actual);
    }
}

static void
test_generated (void)
{
  for (guint seed = 0; seed < N_DOCUMENTS; seed++)
    {
      g_autoptr (JxDocument) document = jx_generated_new (seed);

      g_test_message ("document %u", seed);
      assert_round (document);
    }
}

static void
test_town (void)
{
  g_autoptr (JxDocument) document = jx_import_data (JX_TOWN_TEXT, strlen (JX_TOWN_TEXT), "a.txt", NULL, NULL);

  assert_round (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/import-round/generated", test_generated);
  g_test_add_func ("/exchange/import-round/flat", test_flat);
  g_test_add_func ("/exchange/import-round/town", test_town);

  return g_test_run ();
}
