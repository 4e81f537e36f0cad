/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-print.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/jx-busy.h"
#include "app/jx-export.h"
#include "app/jx-tell.h"

#define MM_PER_PT (25.4 / 72)

typedef struct
{
  JxPaper *paper;
  GtkWindow *parent; /* weak */
  JxPaperChoice *choice;
  gboolean outlined;
  JxBusy *busy;  /* (nullable): while the pages go to the printer */
  guint n_drawn;
} Print;

static void
print_free (gpointer data, GClosure *closure)
{
  Print *print = data;

  g_clear_pointer (&print->busy, jx_busy_free);
  g_clear_weak_pointer (&print->parent);
  jx_paper_free (print->paper);
  g_object_unref (print->choice);
  g_free (print);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  gtk_print_operation_set_n_pages (operation, jx_paper_count_pages (print->paper));
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (gtk_print_operation_cancel), operation, G_CONNECT_SWAPPED);
  if (print->parent != NULL)
    print->busy = jx_busy_new (print->parent, _("Printing"), cancellable);
}

static void
end_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  g_clear_pointer (&print->busy, jx_busy_free);
}

/* The printer knows paper by its name. */
static GtkPaperSize *
find_paper (double width_mm, double height_mm)
{
  GList *known = gtk_paper_size_get_paper_sizes (FALSE);
  GtkPaperSize *found = NULL;

  for (GList *l = known; l != NULL && found == NULL; l = l->next)
    if (fabs (gtk_paper_size_get_width (l->data, GTK_UNIT_MM) - width_mm) < 0.5 && fabs (gtk_paper_size_get_height (l->data, GTK_UNIT_MM) - height_mm) < 0.5)
      found = gtk_paper_size_copy (l->data);
  g_list_free_full (known, (GDestroyNotify) gtk_paper_size_free);

  return found != NULL ? found : gtk_paper_size_new_custom ("jixiao", _("Paper of the Form"), width_mm, height_mm, GTK_UNIT_MM);
}

static void
set_up_page (JxPaper *paper, guint page, GtkPageSetup *setup)
{
  g_autoptr (GtkPaperSize) size = NULL;
  double width_pt = 0;
  double height_pt = 0;

  jx_paper_get_page_size (paper, page, &width_pt, &height_pt);
  size = find_paper (MIN (width_pt, height_pt) * MM_PER_PT, MAX (width_pt, height_pt) * MM_PER_PT);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width_pt > height_pt ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
request_page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup, Print *print)
{
  set_up_page (print->paper, page, setup);
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
  if (print->busy != NULL)
    jx_busy_report (print->busy, ++print->n_drawn, (guint) MAX (gtk_print_operation_get_n_pages_to_print (operation), 0));
}

static gboolean
end_preview_cb (gpointer user_data)
{
  gtk_print_operation_preview_end_preview (user_data);
  return G_SOURCE_REMOVE;
}

/* The dialog's preview: ours instead of a foreign program. The operation is over with it. */
static gboolean
preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent, Print *print)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cairo, 72, 72);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_preview_cb, g_object_ref (preview), g_object_unref);
  if (print->parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (print->parent), "win.preview", NULL);

  return TRUE;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&print->busy, jx_busy_free);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    jx_paper_choice_set_print_settings (print->choice, gtk_print_operation_get_print_settings (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || print->parent == NULL)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    jx_tell_problem (print->parent, _("The document could not be printed"), error->message);
}

GtkPrintOperation *
jx_print_operation_new (GtkWindow *parent, JxPaper *paper, const char *title, JxPaperChoice *choice)
{
  GtkPrintOperation *operation = NULL;
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Print *print = NULL;

  g_return_val_if_fail (paper != NULL, NULL);
  g_return_val_if_fail (JX_IS_PAPER_CHOICE (choice), NULL);

  print = g_new0 (Print, 1);
  print->paper = paper;
  print->choice = g_object_ref (choice);
  g_set_weak_pointer (&print->parent, parent);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_print_settings (operation, jx_paper_choice_get_print_settings (choice));
  /* The printer is told of one paper for all; what single pages ask for only turns them. */
  if (jx_paper_count_pages (paper) > 0)
    set_up_page (paper, 0, setup);
  gtk_print_operation_set_default_page_setup (operation, setup);

  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect (operation, "end-print", G_CALLBACK (end_print_cb), print);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), print);
  /* The last of them takes the pages with it when the operation goes. */
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), print, print_free, 0);

  return operation;
}

typedef struct
{
  JxPaperChoice *choice;
  char *title;
} Wish;

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  JxPaper *paper = jx_export_finish_paper (result, &error);
  GtkWindow *parent = GTK_WINDOW (source);
  gboolean gone = gtk_widget_in_destruction (GTK_WIDGET (parent));

  if (gone)
    g_clear_pointer (&paper, jx_paper_free);
  else if (paper != NULL)
    {
      operation = jx_print_operation_new (parent, paper, wish->title, wish->choice);
      gtk_print_operation_set_allow_async (operation, TRUE);
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
    }
  if (!gone && error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jx_tell_problem (parent, _("The document could not be printed"), error->message);

  g_object_unref (wish->choice);
  g_free (wish->title);
  g_free (wish);
}

void
jx_print_document (GtkWindow *parent, JxSession *session, JxPaperChoice *choice)
{
  g_autoptr (JxDocument) copy = jx_session_copy_document (session);
  Wish *wish = g_new0 (Wish, 1);

  wish->choice = g_object_ref (choice);
  wish->title = jx_session_dup_title (session);
  jx_export_async (parent, copy, JX_EXPORT_PAPER, NULL, jx_paper_choice_get_options (choice), laid_out_cb, wish);
}
