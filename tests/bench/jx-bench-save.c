/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jx-bench-save FILE COPY PAIRS: loads FILE and saves it as COPY, durably, PAIRS times in turn, and
 * prints the seconds of each load and each save, a pair a line. */

#include <glib.h>
#include <stdlib.h>

#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: jx-bench-save FILE COPY PAIRS\n");
      return 2;
    }

  for (int i = 0; i < atoi (argv[3]); i++)
    {
      g_autoptr (JxDocument) document = NULL;
      gint64 begin = g_get_monotonic_time ();
      gint64 loaded, saved;

      document = jx_xml_read_file (argv[1], &error);
      loaded = g_get_monotonic_time ();
      if (document == NULL || !jx_xml_save (document, argv[2], &error))
        {
          g_printerr ("jx-bench-save: %s\n", error->message);
          return 2;
        }
      saved = g_get_monotonic_time ();

      g_print ("%.6f %.6f\n", (loaded - begin) / 1e6, (saved - loaded) / 1e6);
    }

  return 0;
}
