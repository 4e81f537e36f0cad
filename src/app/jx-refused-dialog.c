/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-refused-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/jx-copy-button.h"
#include "app/jx-refused.h"
#include "app/jx-take-in-report.h"

/* As wide as a dialog of messages is inside. */
#define WIDTH_PX 300
/* More of them are scrolled. */
#define MAX_HEIGHT_PX 300
/* Enough to know a text by; all of it is copied. GTK takes seconds to wrap ten thousand. */
#define MAX_SHOWN_CHARS 200

static GtkWidget *
make_row (const JxRefused *refused)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *start = jx_refused_dup_start (refused->text, MAX_SHOWN_CHARS);
  g_autofree char *sentence = g_strdup_printf (_("“%s” did not fit in: %s"), start, refused->place);
  GtkWidget *label = jx_take_in_text_new (sentence, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), jx_copy_button_new (refused->text));

  return row;
}

static GtkWidget *
make_list (GPtrArray *refused)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  int height = 0;

  for (guint i = 0; i < refused->len; i++)
    gtk_box_append (GTK_BOX (list), make_row (refused->pdata[i]));
  /* A scrolled window takes its height for lines that do not wrap: some of the texts would be out of sight. */
  gtk_widget_measure (list, GTK_ORIENTATION_VERTICAL, WIDTH_PX, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), WIDTH_PX);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN (height, MAX_HEIGHT_PX));
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

void
jx_refused_dialog_show (GtkWindow *window, GPtrArray *refused)
{
  AdwMessageDialog *dialog = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && refused->len > 0);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, _("Typed, but Not in the Document"),
                                                       _("This did not fit where it was typed. Copy what you still need.")));
  adw_message_dialog_set_extra_child (dialog, make_list (refused));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
  /* Else the first text had it, marked as a whole. */
  gtk_window_set_focus (GTK_WINDOW (dialog), gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}
