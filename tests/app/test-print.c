/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/jx-export.h"
#include "app/jx-print.h"

#include "jx-test.h"
#include "jx-test-app.h"

#define N_PROJECTS 3

static guint
count_pages (const char *path)
{
  const char *const command[] = { "pdfinfo", path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *pages = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  pages = strstr (output, "Pages:");
  g_assert_nonnull (pages);

  return g_ascii_strtoull (pages + strlen ("Pages:") + strspn (pages + strlen ("Pages:"), " "), NULL, 10);
}

static char *
make_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

/* The print operation gives the same pages as the PDF file. */
static void
test_pages (void)
{
  g_autoptr (JxDocument) document = jx_test_make_document (N_PROJECTS);
  g_autoptr (JxPaperChoice) choice = jx_paper_choice_new (NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *path = make_path ("printed.pdf");
  g_autoptr (GError) error = NULL;
  JxPaper *paper = jx_paper_new (document, jx_paper_choice_get_options (choice), NULL, NULL);
  guint n_pages = jx_paper_count_pages (paper);

  g_assert_cmpuint (n_pages, >, N_PROJECTS);
  operation = jx_print_operation_new (NULL, paper, "云溪", choice);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_pages (path), ==, n_pages);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, int *printed)
{
  *printed = result;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        return toplevel;
    }

  return NULL;
}

/* A printer that takes its time: the first page is not there before the dialog is. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, guint *n_drawn)
{
  (*n_drawn)++;
  WAIT_FOR (find_dialog () != NULL);
  g_assert_true (GTK_IS_PROGRESS_BAR (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (find_dialog ()))));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "cancel");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

/* Pages on their way to a slow printer tell how far they are, and can be stopped. */
static void
test_cancel (void)
{
  g_autoptr (JxDocument) document = jx_test_make_document (N_PROJECTS);
  g_autoptr (JxPaperChoice) choice = jx_paper_choice_new (NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *path = make_path ("cancelled.pdf");
  GtkWidget *window = gtk_window_new ();
  int printed = -1;
  guint n_drawn = 0;

  operation = jx_print_operation_new (GTK_WINDOW (window), jx_paper_new (document, jx_paper_choice_get_options (choice), NULL, NULL), "云溪", choice);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), &n_drawn);
  g_signal_connect (operation, "done", G_CALLBACK (printed_cb), &printed);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window), NULL);
  WAIT_FOR (printed >= 0);
  g_assert_cmpint (printed, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpuint (n_drawn, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
test_export (gconstpointer data)
{
  JxExportFormat format = GPOINTER_TO_INT (data);
  g_autoptr (JxDocument) document = jx_test_make_document (N_PROJECTS);
  GtkWidget *window = gtk_window_new ();
  g_autofree char *path = make_path (format == JX_EXPORT_PDF ? "exported.pdf" : "exported.html");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  jx_export_async (GTK_WINDOW (window), document, format, path, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (jx_export_finish (result, &error));
  g_assert_no_error (error);

  if (format == JX_EXPORT_PDF)
    g_assert_cmpuint (count_pages (path), >, N_PROJECTS);
  else
    {
      g_autofree char *text = jx_test_read (path, NULL);

      g_assert_nonnull (strstr (text, "云溪镇人民政府"));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_export_fails (void)
{
  g_autoptr (JxDocument) document = jx_test_make_document (N_PROJECTS);
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  jx_export_async (GTK_WINDOW (window), document, JX_EXPORT_PDF, "/no/such/folder/file.pdf", NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (jx_export_finish (result, &error));
  g_assert_nonnull (error);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/print/pages", test_pages);
  g_test_add_func ("/print/cancel", test_cancel);
  g_test_add_data_func ("/export/pdf", GINT_TO_POINTER (JX_EXPORT_PDF), test_export);
  g_test_add_data_func ("/export/other", GINT_TO_POINTER (JX_EXPORT_OTHER), test_export);
  g_test_add_func ("/export/fails-whole", test_export_fails);

  return g_test_run ();
}
