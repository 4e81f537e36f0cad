/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-export.h"
#include "app/jx-export-pdf.h"
#include "app/jx-file-chooser.h"
#include "app/jx-preview.h"
#include "app/jx-print.h"
#include "app/jx-tell.h"
#include "model/jx-path.h"
#include "paper/jx-chart.h"

/* What goes out: files, pages, charts. All but the chart from a copy, so that editing goes on. */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *path = user_data;
  g_autoptr (GError) error = NULL;

  jx_export_finish (result, &error);
  if (!gtk_widget_in_destruction (GTK_WIDGET (source)))
    jx_tell_written (GTK_WINDOW (source), JX_WINDOW (source)->toasts, path, NULL, error);
}

static void
other_chosen_cb (GtkWindow *parent, const char *path)
{
  JxWindow *self = JX_WINDOW (parent);
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autoptr (JxDocument) copy = NULL;

  if (self->session == NULL)
    return;

  /* Everything, with charts where the document's pages have them. */
  options->with_charts = jx_paper_choice_get_options (self->paper_choice)->with_charts;
  copy = jx_session_copy_document (self->session);
  jx_export_async (parent, copy, JX_EXPORT_OTHER, path, options, exported_cb, g_strdup (path));
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
  jx_tell_written (parent, self->toasts, path, NULL, error);
}

static void
choose_export (JxWindow *self, const char *title, const char *stem, const char * const *suffixes, JxFileChosen chosen)
{
  const char *path = jx_session_get_path (self->session);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (jx_window_commit (self))
    jx_file_chooser_save (GTK_WINDOW (self), title, folder, stem, suffixes, chosen);
}

/* The place of the project the current tab shows. */
static guint
get_current_place (JxWindow *self)
{
  JxItem *item = jx_window_get_current_item (self);

  return item != NULL && jx_item_get_kind (item) == JX_KIND_PROJECT && jx_item_is_attached (item) ? jx_item_get_index (item) : G_MAXUINT;
}

void
jx_window_export_pdf (JxWindow *self, GVariant *parameter)
{
  if (jx_window_commit (self))
    jx_export_pdf_ask (GTK_WINDOW (self), self->toasts, self->session, self->paper_choice, get_current_place (self));
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

/* Where nothing was chosen for paper yet, the pages begin with the project and form on the screen; the
 * standard form is part of the whole document anyway. */
static void
begin_with_screen (JxWindow *self)
{
  const JxPaperOptions *chosen = jx_paper_choice_get_options (self->paper_choice);
  const JxForm *form = jx_form_choice_get_form (self->form_choice);
  guint place = get_current_place (self);
  g_autoptr (JxPaperOptions) options = NULL;

  if (place == G_MAXUINT || chosen->form != NULL || chosen->scope != JX_PAPER_WHOLE || jx_form_is_standard (form))
    return;

  options = jx_paper_options_copy (chosen);
  options->scope = JX_PAPER_PROJECTS;
  options->form = form;
  g_array_append_val (options->projects, place);
  jx_paper_choice_set_options (self->paper_choice, options);
}

void
jx_window_preview (JxWindow *self, GVariant *parameter)
{
  if (!jx_window_commit (self))
    return;

  if (self->preview == NULL)
    begin_with_screen (self);
  if (self->preview == NULL)
    g_set_weak_pointer (&self->preview, jx_preview_new (GTK_WINDOW (self), self->session, self->paper_choice, get_current_place (self)));
  gtk_window_present (GTK_WINDOW (self->preview));
}

void
jx_window_print (JxWindow *self, GVariant *parameter)
{
  if (jx_window_commit (self))
    jx_print_document (GTK_WINDOW (self), self->session, self->paper_choice);
}
