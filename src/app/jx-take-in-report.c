/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-take-in-report.h"

#include <glib/gi18n-lib.h>

#include "app/jx-copy-button.h"

static GtkWidget *
make_entry (const JxReportEntry *entry)
{
  gboolean left = entry->type == JX_REPORT_LEFT;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *image = gtk_image_new_from_icon_name (left ? "dialog-warning-symbolic" : "dialog-question-symbolic");
  GtkWidget *text = jx_take_in_text_new (entry->text, NULL);
  g_autofree char *place = entry->line > 0 ? g_strdup_printf (_("Line %u"), entry->line) : NULL;

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, left ? _("Left out") : _("Guessed"), -1);
  gtk_widget_set_tooltip_text (image, left ? _("Left out") : _("Guessed"));
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), jx_take_in_text_new (entry->message, "heading"));
  gtk_box_append (GTK_BOX (words), text);
  if (place != NULL)
    gtk_box_append (GTK_BOX (words), jx_take_in_text_new (place, "dim-label"));
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), jx_copy_button_new (entry->text));

  return row;
}

GtkWidget *
jx_take_in_text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
jx_take_in_report_new (const JxReport *report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GPtrArray *entries = jx_report_list (report);

  gtk_box_append (GTK_BOX (box), jx_take_in_text_new (_("To look at"), "title-3"));
  gtk_box_append (GTK_BOX (box), jx_take_in_text_new (_("What was not understood is nowhere in the document: copy it where it belongs. What was guessed was taken."), "dim-label"));
  for (JxReportType type = JX_REPORT_LEFT; type >= JX_REPORT_GUESSED; type--)
    for (guint i = 0; i < entries->len; i++)
      if (((JxReportEntry *) entries->pdata[i])->type == type)
        gtk_box_append (GTK_BOX (box), make_entry (entries->pdata[i]));

  return box;
}
