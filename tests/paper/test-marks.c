/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page's operators as cairo writes them, and with its elements marked. */
#include <string.h>

#include "paper/jx-pdf-marks.h"

#define END { NULL, 0 }

typedef struct
{
  const char *element; /* a structure type; "Artifact" is none */
  guint n_glyphs;      /* 0: a figure */
} Part;

static const struct
{
  const char *name;
  const char *content;
  Part parts[5];
  const char *marked; /* %NULL: cannot be, as told */
} cases[] = {
  { "whole", "BT\n1 0 0 1 5 6 Tm\n/f-0-0 1 Tf\n<00010002>Tj\nET\n", { { "P", 2 }, END },
    "BT\n1 0 0 1 5 6 Tm\n/f-0-0 1 Tf\n/P<</MCID 0>>BDC\n<00010002>Tj\nEMC\nET\n" },
  { "between-operators", "BT <0001>Tj 0 -1 Td <0002>Tj ET", { { "TD", 1 }, { "TH", 1 }, END },
    "BT\n/TD<</MCID 0>>BDC\n<0001>Tj\n0 -1 Td\nEMC\n/TH<</MCID 1>>BDC\n<0002>Tj\nEMC\nET\n" },
  { "in-a-string", "BT <000100020003>Tj ET", { { "TD", 1 }, { "TH", 2 }, END },
    "BT\n/TD<</MCID 0>>BDC\n<0001>Tj\nEMC\n/TH<</MCID 1>>BDC\n<00020003>Tj\nEMC\nET\n" },
  { "in-an-array", "BT [<0001>-500<00020003>7<0004>]TJ ET", { { "TD", 2 }, { "TH", 2 }, END },
    "BT\n/TD<</MCID 0>>BDC\n[<0001>-500<0002>]TJ\nEMC\n/TH<</MCID 1>>BDC\n[<0003>7<0004>]TJ\nEMC\nET\n" },
  { "line-ends-in-strings", "BT <00\n010\n002>Tj (a\\\nb)Tj ET", { { "TD", 1 }, { "TH", 3 }, END },
    "BT\n/TD<</MCID 0>>BDC\n<00\n01>Tj\nEMC\n/TH<</MCID 1>>BDC\n<0\n002>Tj\n(ab)Tj\nEMC\nET\n" },
  { "letters", "BT (a\\)\\\\\\050z)Tj ET", { { "TD", 3 }, { "TH", 2 }, END },
    "BT\n/TD<</MCID 0>>BDC\n(a\\)\\\\)Tj\nEMC\n/TH<</MCID 1>>BDC\n(\\050z)Tj\nEMC\nET\n" },
  { "over-text-objects", "BT <0001>Tj ET BT <0002>Tj ET", { { "P", 2 }, END },
    "BT\n/P<</MCID 0>>BDC\n<0001>Tj\nEMC\nET\nBT\n/P<</MCID 1>>BDC\n<0002>Tj\nEMC\nET\n" },
  { "artifacts", "BT <00010002>Tj ET 0 0 m 5 5 l S 1 2 3 4 re f", { { "Artifact", 1 }, { "P", 1 }, END },
    "BT\n/Artifact BMC\n<0001>Tj\nEMC\n/P<</MCID 0>>BDC\n<0002>Tj\nEMC\nET\n"
    "/Artifact BMC\n0 0 m\n5 5 l\nS\nEMC\n/Artifact BMC\n1 2 3 4 re\nf\nEMC\n" },
  { "text-for-glyphs", "BT <0001>Tj /Span << /ActualText <feff0041> >> BDC <00020003>Tj EMC <0004>Tj ET", { { "P", 1 }, { "TD", 2 }, { "TH", 1 }, END },
    "BT\n/P<</MCID 0>>BDC\n<0001>Tj\nEMC\n/TD<</MCID 1>>BDC\n/Span << /ActualText <feff0041> >> BDC\n<00020003>Tj\nEMC\n"
    "EMC\n/TH<</MCID 2>>BDC\n<0004>Tj\nEMC\nET\n" },
  { "figure", "BT <0001>Tj ET q /a0 gs /x5 Do Q BT <0002>Tj ET", { { "P", 1 }, { "Figure", 0 }, { "Artifact", 1 }, END },
    "BT\n/P<</MCID 0>>BDC\n<0001>Tj\nEMC\nET\nq\n/a0 gs\n/Figure<</MCID 1>>BDC\n/x5 Do\nEMC\nQ\nBT\n/Artifact BMC\n<0002>Tj\nEMC\nET\n" },
  { "links-of-cairo", "BT <0001>Tj ET /Link << /MCID 0 >> BDC EMC Q", { { "Link", 1 }, END },
    "BT\n/Link<</MCID 0>>BDC\n<0001>Tj\nEMC\nET\nQ\n" },
  { "nothing", "q Q", { END }, "q\nQ\n" },
  { "too-many", "BT <00010002>Tj ET", { { "P", 1 }, END }, NULL },
  { "too-few", "BT <0001>Tj ET", { { "P", 2 }, END }, NULL },
  { "no-text", "q Q", { { "P", 2 }, END }, NULL },
  { "unknown-figure", "/x5 Do", { END }, NULL },
};

static void
test_case (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr (JxTagger) tagger = jx_tagger_new ();
  g_autoptr (GString) out = g_string_new ("before\n");
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (JxPdfMark));
  gboolean good;

  jx_tagger_begin_page (tagger);
  jx_tagger_begin (tagger, "Document", NULL);
  for (const Part *part = cases[which].parts; part->element != NULL; part++)
    {
      jx_tagger_begin (tagger, part->element, NULL);
      jx_tagger_add_glyphs (tagger, part->n_glyphs);
      jx_tagger_end (tagger);
    }

  good = jx_pdf_marks_put (tagger, cases[which].content, strlen (cases[which].content), 3, out, marks);
  g_assert_cmpint (good, ==, cases[which].marked != NULL);
  g_assert_true (g_str_has_prefix (out->str, "before\n"));
  g_assert_cmpstr (out->str + strlen ("before\n"), ==, good ? cases[which].marked : "");
  for (guint i = 0; i < marks->len; i++)
    {
      g_assert_cmpuint (g_array_index (marks, JxPdfMark, i).id, ==, i);
      g_assert_cmpuint (g_array_index (marks, JxPdfMark, i).page, ==, 3);
    }
  g_assert_true (good || marks->len == 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/marks/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
