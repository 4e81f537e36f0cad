/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-print.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "app/jx-preview.h"

typedef struct
{
  JxPaper *paper;
  GObject *owner;
  GtkWindow *parent; /* weak */
  GtkPrintSettings **settings;
  gboolean outlined;
} Print;

static void
print_free (gpointer data, GClosure *closure)
{
  Print *print = data;

  g_clear_weak_pointer (&print->parent);
  jx_paper_free (print->paper);
  g_object_unref (print->owner);
  g_free (print);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  gtk_print_operation_set_n_pages (operation, jx_paper_count_pages (print->paper));
}

static void
request_page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup, Print *print)
{
  g_autoptr (GtkPaperSize) size = NULL;
  double width = 0;
  double height = 0;

  jx_paper_get_page_size (print->paper, page, &width, &height);
  size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  cairo_surface_t *surface = cairo_get_target (cairo);

  if (!print->outlined && cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_PDF)
    {
      jx_paper_set_outline (print->paper, surface);
      print->outlined = TRUE;
    }
  jx_paper_draw_page (print->paper, page, cairo);
}

static void
preview_closed_cb (GtkWidget *window, GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* The dialog's preview: the same pages in our own window instead of a foreign program. */
static gboolean
preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent, Print *print)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (surface);
  GtkWidget *window = jx_preview_new (parent, print->paper, G_OBJECT (operation), NULL);

  gtk_print_context_set_cairo_context (context, cairo, 72, 72);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  g_signal_connect_object (window, "destroy", G_CALLBACK (preview_closed_cb), preview, 0);
  gtk_window_present (GTK_WINDOW (window));

  return TRUE;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && print->settings != NULL && print->parent != NULL)
    g_set_object (print->settings, gtk_print_operation_get_print_settings (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || print->parent == NULL)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    {
      GtkWidget *dialog = adw_message_dialog_new (print->parent, _("The document could not be printed"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
    }
}

gboolean
jx_print_run (GtkWindow *parent, JxPaper *paper, GObject *owner, const char *title, GtkPrintOperationAction action, const char *path,
              GtkPrintSettings **settings, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);

  print->paper = paper;
  print->owner = g_object_ref (owner);
  print->settings = settings;
  g_set_weak_pointer (&print->parent, parent);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, action == GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
  if (settings != NULL && *settings != NULL)
    gtk_print_operation_set_print_settings (operation, *settings);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);

  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), print);
  /* The last of them takes the pages with it when the operation goes. */
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), print, print_free, 0);

  return gtk_print_operation_run (operation, action, parent, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
