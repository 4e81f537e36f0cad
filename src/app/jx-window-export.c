/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-export.h"
#include "app/jx-file-chooser.h"
#include "app/jx-preview.h"
#include "app/jx-print.h"
#include "model/jx-path.h"
#include "paper/jx-chart.h"

/* What goes out: files, pages, charts. All but the chart from a copy, so that editing goes on. */

static void
tell_end (JxWindow *self, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      text = g_strdup_printf (_("“%s” could not be written"), name);
      jx_window_complain (self, text, error->message);
      return;
    }

  text = g_strdup_printf (_("“%s” written"), name);
  title = g_markup_escape_text (text, -1);
  jx_window_toast (self, title);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *path = user_data;
  g_autoptr (GError) error = NULL;

  jx_export_finish (result, &error);
  if (!gtk_widget_in_destruction (GTK_WIDGET (source)))
    tell_end (JX_WINDOW (source), path, error);
}

static void
export_to (GtkWindow *parent, const char *path, JxExportFormat format)
{
  JxWindow *self = JX_WINDOW (parent);
  g_autoptr (JxDocument) copy = NULL;

  if (self->session == NULL)
    return;

  copy = jx_session_copy_document (self->session);
  jx_export_async (parent, copy, format, path, exported_cb, g_strdup (path));
}

static void
pdf_chosen_cb (GtkWindow *parent, const char *path)
{
  export_to (parent, path, JX_EXPORT_PDF);
}

static void
other_chosen_cb (GtkWindow *parent, const char *path)
{
  export_to (parent, path, JX_EXPORT_OTHER);
}

static void
chart_chosen_cb (GtkWindow *parent, const char *path)
{
  JxWindow *self = JX_WINDOW (parent);
  g_autoptr (GError) error = NULL;
  JxItem *item = NULL;

  if (self->session == NULL || self->chart_item == NULL)
    return;

  item = jx_path_resolve (jx_session_get_document (self->session), self->chart_item, NULL);
  if (item == NULL)
    return;
  jx_chart_save (item, path, NULL, &error);
  tell_end (self, path, error);
}

static void
choose_export (JxWindow *self, const char *title, const char *stem, const char * const *suffixes, JxFileChosen chosen)
{
  const char *path = jx_session_get_path (self->session);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (jx_window_commit (self))
    jx_file_chooser_save (GTK_WINDOW (self), title, folder, stem, suffixes, chosen);
}

/* Pages and the document they are of, for as long as somebody looks at or prints them. */
static void
lay_out (JxWindow *self, GAsyncReadyCallback callback)
{
  g_autoptr (JxDocument) copy = NULL;

  if (!jx_window_commit (self))
    return;

  copy = jx_session_copy_document (self->session);
  jx_export_async (GTK_WINDOW (self), copy, JX_EXPORT_PAPER, NULL, callback, g_object_ref (copy));
}

static JxPaper *
finish_layout (JxWindow *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxPaper) paper = jx_export_finish_paper (result, &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->session == NULL)
    return NULL;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jx_window_complain (self, _("The pages could not be laid out"), error->message);

  return g_steal_pointer (&paper);
}

static void
preview_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JxDocument) document = user_data;
  JxPaper *paper = finish_layout (JX_WINDOW (source), result);

  if (paper != NULL)
    gtk_window_present (GTK_WINDOW (jx_preview_new (GTK_WINDOW (source), paper, G_OBJECT (document), (GDestroyNotify) jx_paper_free)));
}

static void
print_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JxWindow *self = JX_WINDOW (source);
  g_autoptr (JxDocument) document = user_data;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  JxPaper *paper = finish_layout (self, result);

  if (paper == NULL)
    return;

  title = jx_session_dup_title (self->session);
  if (!jx_print_run (GTK_WINDOW (self), paper, G_OBJECT (document), title, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, &self->print_settings, &error))
    jx_window_complain (self, _("The document could not be printed"), error->message);
}

void
jx_window_export_pdf (JxWindow *self, GVariant *parameter)
{
  static const char * const suffixes[] = { ".pdf", NULL };
  g_autofree char *stem = jx_session_dup_title (self->session);

  choose_export (self, _("Export as PDF"), stem, suffixes, pdf_chosen_cb);
}

void
jx_window_export_other (JxWindow *self, GVariant *parameter)
{
  static const char * const suffixes[] = { ".docx", ".xlsx", ".html", ".csv", ".txt", NULL };
  g_autofree char *stem = jx_session_dup_title (self->session);

  choose_export (self, _("Export as .docx, .xlsx, .html, .csv or .txt"), stem, suffixes, other_chosen_cb);
}

void
jx_window_save_chart (JxWindow *self, GVariant *parameter)
{
  static const char * const suffixes[] = { ".png", ".svg", ".pdf", NULL };
  JxDocument *document = jx_session_get_document (self->session);
  JxItem *item = jx_path_resolve (document, g_variant_get_string (parameter, NULL), NULL);
  g_autofree char *title = jx_session_dup_title (self->session);
  const char *name = NULL;

  if (item == NULL)
    return;

  if (jx_item_get_kind (item) == JX_KIND_PROJECT)
    name = jx_item_get (item, JX_FIELD_PROJECT_NAME);
  g_free (self->chart_item);
  self->chart_item = g_variant_dup_string (parameter, NULL);
  choose_export (self, _("Save the Chart as .png, .svg or .pdf"), name != NULL ? name : title, suffixes, chart_chosen_cb);
}

void
jx_window_preview (JxWindow *self, GVariant *parameter)
{
  lay_out (self, preview_ready_cb);
}

void
jx_window_print (JxWindow *self, GVariant *parameter)
{
  lay_out (self, print_ready_cb);
}
