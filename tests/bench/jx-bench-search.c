/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jx-bench-search FILE TIMES: searches FILE for a common word, replaces the first 10,000 matches and
 * undoes that, TIMES times; prints the milliseconds of each search, of each search regardless of
 * case, of each replacement and of each undo, a round a line. */

#include <stdlib.h>

#include "model/jx-history.h"
#include "model/jx-search.h"
#include "xml/jx-xml-reader.h"

#define N_MATCHES 10000

static JxSearch *
search (JxDocument *document, const char *needle)
{
  JxSearch *found = jx_search_new (document, &(JxSearchOptions) { .needle = needle }, NULL);

  jx_search_step (found, -1, NULL);
  return found;
}

int
main (int argc, char **argv)
{
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (JxHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: jx-bench-search FILE TIMES\n");
      return 2;
    }
  document = jx_xml_read_file (argv[1], &error);
  if (document == NULL)
    {
      g_printerr ("jx-bench-search: %s\n", error->message);
      return 2;
    }

  history = jx_history_new (document);
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (JxSearch) plain = search (document, "覆盖");
      gint64 searched = g_get_monotonic_time ();
      g_autoptr (JxSearch) latin = search (document, "p000000");
      gint64 again = g_get_monotonic_time ();
      JxSearchReplaced *replaced = jx_search_replace (plain, "惠及", 0, N_MATCHES, NULL);
      gint64 replacing, undone;

      g_assert_cmpuint (replaced->n_replaced, ==, N_MATCHES);
      g_assert_cmpuint (jx_search_get_count (latin), >, 0);
      jx_history_do (history, g_steal_pointer (&replaced->edit), "Replace", &error);
      g_assert_no_error (error);
      jx_search_replaced_free (replaced);
      replacing = g_get_monotonic_time ();
      jx_history_undo (history, NULL);
      undone = g_get_monotonic_time ();
      g_print ("%.3f %.3f %.3f %.3f\n", (searched - begin) / 1e3, (again - searched) / 1e3,
               (replacing - again) / 1e3, (undone - replacing) / 1e3);
    }

  return 0;
}
