/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

/* A file manager with nothing but some files to be dragged: jx-drag-source FILE...
 * Says on its output "begun" when they are dragged, "taken" or "refused" when what is below the pointer would take them or not, "done" at the end. */

static void
say (const char *word)
{
  g_print ("%s\n", word);
  fflush (stdout);
}

static void
action_cb (GdkDrag *drag)
{
  say (gdk_drag_get_selected_action (drag) == GDK_ACTION_COPY ? "taken" : "refused");
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  say ("begun");
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_cb), NULL);
}

static void
end_cb (void)
{
  say ("done");
}

static GdkContentProvider *
make_contents (int n_files, char **paths)
{
  GSList *files = NULL;
  GdkFileList *list;
  GdkContentProvider *contents;

  for (int i = n_files; i-- > 0;)
    files = g_slist_prepend (files, g_file_new_for_path (paths[i]));
  list = gdk_file_list_new_from_list (files);
  contents = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_slist_free_full (files, g_object_unref);

  return contents;
}

int
main (int argc, char **argv)
{
  g_autoptr (GdkContentProvider) contents = NULL;
  GtkDragSource *source = NULL;
  GtkWidget *window = NULL;

  gtk_init ();
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Files to drag");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 60, 60);
  contents = make_contents (argc - 1, argv + 1);
  source = gtk_drag_source_new ();
  gtk_drag_source_set_content (source, contents);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));

  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
