/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-start-page.h"

#include <adwaita.h>

#include "app/jx-recent.h"
#include "app/jx-when.h"

#define N_RECENT 8

struct _JxStartPage
{
  GtkWidget parent_instance;

  char *shown; /* what the rows say */

  GtkWidget *recent_group;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (JxStartPage, jx_start_page, GTK_TYPE_WIDGET)

static GtkWidget *
make_recent_row (const JxRecentDocument *document)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *when = NULL;
  g_autofree char *title = g_markup_escape_text (document->name, -1);
  g_autofree char *subtitle = document->description != NULL ? g_markup_escape_text (document->description, -1) : NULL;
  g_autofree char *date = jx_when_describe (document->when);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (row, document->path);
  when = gtk_label_new (date);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (when, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", document->path);

  return row;
}

static char *
dup_words (GPtrArray *documents)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < documents->len; i++)
    {
      const JxRecentDocument *document = documents->pdata[i];
      g_autofree char *date = jx_when_describe (document->when);

      g_string_append_printf (words, "%s\n%s\n%s\n%s\n", document->path, document->name, document->description != NULL ? document->description : "", date);
    }

  return g_string_free (words, FALSE);
}

/* The recent documents are told of again and again; rows that say the same stay. */
static void
fill (JxStartPage *self)
{
  g_autoptr (GPtrArray) documents = jx_recent_list (N_RECENT);
  g_autofree char *words = dup_words (documents);
  GtkListBoxRow *row = NULL;

  if (g_strcmp0 (words, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));
  for (guint i = 0; i < documents->len; i++)
    gtk_list_box_append (self->recent, make_recent_row (documents->pdata[i]));
  gtk_widget_set_visible (self->recent_group, documents->len > 0);
}

/* Another window has opened or saved something. Who is among the rows keeps the one she is at. */
static void
changed_cb (JxStartPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_widget_get_focus_child (GTK_WIDGET (self->recent)) == NULL)
    fill (self);
}

static void
jx_start_page_map (GtkWidget *widget)
{
  fill (JX_START_PAGE (widget));

  GTK_WIDGET_CLASS (jx_start_page_parent_class)->map (widget);
}

static void
jx_start_page_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jx_start_page_parent_class)->dispose (object);
}

static void
jx_start_page_finalize (GObject *object)
{
  g_free (JX_START_PAGE (object)->shown);

  G_OBJECT_CLASS (jx_start_page_parent_class)->finalize (object);
}

static void
jx_start_page_class_init (JxStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_start_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jx_start_page_finalize;
  widget_class->map = jx_start_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JxStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, JxStartPage, recent);
}

static void
jx_start_page_init (JxStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jx_start_page_new (void)
{
  return g_object_new (JX_TYPE_START_PAGE, NULL);
}
