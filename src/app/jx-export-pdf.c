/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-export-pdf.h"

#include <glib/gi18n-lib.h>

#include "app/jx-export.h"
#include "app/jx-file-chooser.h"
#include "app/jx-paper-panel.h"
#include "app/jx-tell.h"

#define DIALOG_WIDTH 440
#define DIALOG_HEIGHT 660

typedef struct
{
  GtkWindow *parent; /* weak */
  AdwToastOverlay *toasts; /* the parent's */
  JxSession *session;
  JxPaperChoice *choice;
  char *path;
} Wish;

static Wish *
wish_new (GtkWindow *parent, AdwToastOverlay *toasts, JxSession *session, JxPaperChoice *choice)
{
  Wish *wish = g_new0 (Wish, 1);

  g_set_weak_pointer (&wish->parent, parent);
  wish->toasts = toasts;
  wish->session = g_object_ref (session);
  wish->choice = g_object_ref (choice);

  return wish;
}

static void
wish_free (Wish *wish)
{
  g_clear_weak_pointer (&wish->parent);
  g_object_unref (wish->session);
  g_object_unref (wish->choice);
  g_free (wish->path);
  g_free (wish);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  g_autoptr (GError) error = NULL;

  jx_export_finish (result, &error);
  if (!gtk_widget_in_destruction (GTK_WIDGET (source)))
    jx_tell_written (GTK_WINDOW (source), wish->toasts, wish->path, jx_export_get_substitutions (result), error);
  wish_free (wish);
}

/* The chooser hands over the window and nothing else: the wish waits there. */
static void
chosen_cb (GtkWindow *parent, const char *path)
{
  Wish *wish = g_object_steal_data (G_OBJECT (parent), "jx-pdf-wish");
  g_autoptr (JxDocument) copy = NULL;

  if (wish == NULL)
    return;

  wish->path = g_strdup (path);
  copy = jx_session_copy_document (wish->session);
  jx_export_async (parent, copy, JX_EXPORT_PDF, path, jx_paper_choice_get_options (wish->choice), written_cb, wish);
}

void
jx_export_pdf (GtkWindow *parent, AdwToastOverlay *toasts, JxSession *session, JxPaperChoice *choice)
{
  static const char *const suffixes[] = { ".pdf", NULL };
  const char *path = jx_session_get_path (session);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *stem = jx_session_dup_title (session);

  g_object_set_data_full (G_OBJECT (parent), "jx-pdf-wish", wish_new (parent, toasts, session, choice), (GDestroyNotify) wish_free);
  jx_file_chooser_save (parent, _("Save the PDF File"), folder, stem, suffixes, chosen_cb);
}

/* --- what is asked first --- */

static void
accept_cb (GtkButton *button, GtkWindow *dialog)
{
  Wish *wish = g_object_get_data (G_OBJECT (dialog), "jx-wish");
  JxPaperPanel *panel = g_object_get_data (G_OBJECT (dialog), "jx-panel");
  g_autoptr (JxPaperOptions) options = jx_paper_panel_dup_options (panel);

  if (options == NULL || wish->parent == NULL)
    return;

  jx_paper_choice_set_options (wish->choice, options);
  jx_export_pdf (wish->parent, wish->toasts, wish->session, wish->choice);
  gtk_window_destroy (dialog);
}

static void
changed_cb (JxPaperPanel *panel, GtkWidget *accept)
{
  g_autoptr (JxPaperOptions) options = jx_paper_panel_dup_options (panel);

  gtk_widget_set_sensitive (accept, options != NULL);
}

static GtkWidget *
make_bar (GtkWindow *dialog, GtkWidget *accept)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), dialog);
  g_signal_connect (accept, "clicked", G_CALLBACK (accept_cb), dialog);
  gtk_widget_add_css_class (accept, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), accept);

  return bar;
}

void
jx_export_pdf_ask (GtkWindow *parent, AdwToastOverlay *toasts, JxSession *session, JxPaperChoice *choice, guint current)
{
  GtkWidget *dialog = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                                    "title", _("Export as PDF"), "default-width", DIALOG_WIDTH, "default-height", DIALOG_HEIGHT, NULL);
  GtkWidget *accept = gtk_button_new_with_mnemonic (_("_Export…"));
  GtkWidget *panel = jx_paper_panel_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_set_vexpand (panel, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (GTK_WINDOW (dialog), accept));
  gtk_box_append (GTK_BOX (box), panel);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  gtk_window_set_default_widget (GTK_WINDOW (dialog), accept);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, keys);

  g_object_set_data_full (G_OBJECT (dialog), "jx-wish", wish_new (parent, toasts, session, choice), (GDestroyNotify) wish_free);
  g_object_set_data (G_OBJECT (dialog), "jx-panel", panel);
  jx_paper_panel_show (JX_PAPER_PANEL (panel), jx_session_get_document (session), jx_paper_choice_get_options (choice), current);
  g_signal_connect_object (panel, "changed", G_CALLBACK (changed_cb), accept, 0);
  changed_cb (JX_PAPER_PANEL (panel), accept);
  gtk_window_present (GTK_WINDOW (dialog));
}
