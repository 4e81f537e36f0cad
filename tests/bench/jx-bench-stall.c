/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jx-bench-stall FILE FOLDER [looks|edits|files]: does in the window of the program itself, with FILE open, what takes long, and prints
 * for each how long the main loop did not come round at most, how long the whole took, and whether progress was
 * shown; then the worst alone, and the most of our own work. What it writes goes into FOLDER. */

#include "jx-stall-actions.h"
#include "app/jx-find-bar-private.h"
#include "model/jx-take-over.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

JxDocument *
jx_stall_get_document (JxStallBench *bench)
{
  return jx_session_get_document (bench->window->session);
}

JxItem *
jx_stall_get_project (JxStallBench *bench, guint index)
{
  return jx_item_child (jx_document_get_root (jx_stall_get_document (bench)), JX_KIND_PROJECT, index);
}

GtkWidget *
jx_stall_find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type) && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }

  return NULL;
}

void
jx_stall_press (GtkWidget *window)
{
  GtkWidget *button = NULL;

  for (guint n = 0; (button = jx_test_find (window, GTK_TYPE_BUTTON, n)) != NULL; n++)
    if (gtk_widget_has_css_class (button, "suggested-action"))
      break;
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
jx_stall_activate (JxStallBench *bench, const char *action, GVariant *parameter)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (bench->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (bench->window), action, parameter);
}

/* Every project of it is in the document, and differs by its years. */
static void
write_other (JxStallBench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) last = jx_xml_read_file (bench->path, &error);
  g_autoptr (JxDocument) next = NULL;

  g_assert_no_error (error);
  bench->n_projects = jx_item_count (jx_document_get_root (last), JX_KIND_PROJECT);
  next = jx_take_over_document (last, 1);
  jx_xml_save (next, bench->other, &error);
  g_assert_no_error (error);
}

static void
activate_cb (GApplication *application, gpointer user_data)
{
  JxStallBench *bench = user_data;
  double worst, own;

  g_signal_stop_emission_by_name (application, "activate");
  bench->application = JX_APPLICATION (application);
  bench->window = jx_window_new (bench->application);
  gtk_window_present (GTK_WINDOW (bench->window));
  write_other (bench);

  JX_STALL_MEASURE ("open", jx_window_open (bench->window, bench->path), bench->window->session != NULL);
  if (bench->part == NULL || g_str_equal (bench->part, "looks"))
    jx_stall_look (bench);
  if (bench->part == NULL || g_str_equal (bench->part, "edits"))
    jx_stall_edit (bench);
  if (bench->part == NULL || g_str_equal (bench->part, "files"))
    jx_stall_use_files (bench);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  worst = jx_stall_get_worst (&own);
  g_print ("%.1f %.1f\n", worst, own);
}

int
main (int argc, char **argv)
{
  JxStallBench bench = { NULL };
  g_autoptr (JxApplication) application = NULL;
  int status = 0;

  if (argc != 3 && argc != 4)
    {
      g_printerr ("usage: jx-bench-stall FILE FOLDER [looks|edits|files]\n");
      return 2;
    }

  jx_application_prepare ();
  application = jx_application_new ();
  bench.path = g_build_filename (argv[2], "document.jixiao", NULL);
  bench.other = g_build_filename (argv[2], "other.jixiao", NULL);
  bench.folder = argv[2];
  bench.part = argc > 3 ? argv[3] : NULL;
  if (!g_file_copy (g_file_new_for_path (argv[1]), g_file_new_for_path (bench.path), G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL))
    g_error ("no copy of %s", argv[1]);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  status = g_application_run (G_APPLICATION (application), 0, NULL);
  g_free (bench.path);
  g_free (bench.other);

  return status;
}
