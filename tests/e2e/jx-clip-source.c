/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

/* Another program in which TEXT was copied: jx-clip-source TEXT. Says on its output "copied". */

int
main (int argc, char **argv)
{
  GdkClipboard *clipboard = NULL;

  gtk_init ();
  clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  gdk_clipboard_set_text (clipboard, argv[1]);
  gdk_display_sync (gdk_display_get_default ());
  g_print ("copied\n");
  fflush (stdout);

  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
