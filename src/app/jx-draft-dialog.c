/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-draft-dialog.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/jx-draft.h"
#include "app/jx-draft-store.h"
#include "app/jx-when.h"
#include "app/jx-window-private.h"

struct _JxDraftDialog
{
  AdwWindow parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (JxDraftDialog, jx_draft_dialog, ADW_TYPE_WINDOW)

static JxDraft *
get_draft (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "jx-draft");
}

static const char *
get_name (const JxDraft *draft)
{
  return draft->origin.name != NULL ? draft->origin.name : _("Untitled");
}

static void
add_part (GString *text, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* How it stands to its file. */
static char *
describe_fit (const JxDraft *draft)
{
  g_autofree char *file = draft->origin.path != NULL ? g_filename_display_basename (draft->origin.path) : NULL;

  switch (draft->fit)
    {
    case JX_DRAFT_OF_SAME_FILE:
      return g_strdup_printf (ngettext ("%u change that “%s” does not have", "%u changes that “%s” does not have", draft->n_changes),
                              draft->n_changes, file);
    case JX_DRAFT_OF_CHANGED_FILE:
      return g_strdup_printf (ngettext ("“%2$s” was changed meanwhile, %1$u difference: opens as a new document",
                                        "“%2$s” was changed meanwhile, %1$u differences: opens as a new document", draft->n_changes),
                              draft->n_changes, file);
    case JX_DRAFT_OF_LOST_FILE:
      return g_strdup_printf (_("“%s” is not to be found any more: opens as a new document"), file);
    case JX_DRAFT_OF_NO_FILE:
    default:
      return g_strdup (_("Never saved in a file"));
    }
}

static char *
describe (const JxDraft *draft)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *when = draft->when != NULL ? jx_when_describe (draft->when) : NULL;
  g_autofree char *fit = NULL;
  g_autofree char *count = NULL;
  g_autofree char *refused = NULL;
  JxItem *root = NULL;
  guint n_projects = 0;

  if (draft->document == NULL)
    {
      add_part (text, "\n", when);
      add_part (text, "\n", draft->error->message);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  root = jx_document_get_root (draft->document);
  n_projects = jx_item_count (root, JX_KIND_PROJECT);
  count = g_strdup_printf (ngettext ("%u project", "%u projects", n_projects), n_projects);
  fit = describe_fit (draft);
  add_part (first, " · ", jx_item_get (root, JX_FIELD_UNIT_NAME));
  add_part (first, " · ", jx_item_get (root, JX_FIELD_YEAR));
  add_part (first, " · ", count);
  add_part (text, "\n", first->str);
  add_part (text, "\n", when);
  add_part (text, "\n", fit);
  if (draft->refused->len > 0)
    refused = g_strdup_printf (ngettext ("%u text that did not fit where it was typed", "%u texts that did not fit where they were typed",
                                         draft->refused->len),
                               draft->refused->len);
  add_part (text, "\n", refused);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The dialog has nothing to say any more once its last row is gone. */
static void
remove_row (JxDraftDialog *self, GtkWidget *row)
{
  gtk_list_box_remove (self->list, row);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
open_cb (GtkButton *button, GtkWidget *row)
{
  JxDraftDialog *self = JX_DRAFT_DIALOG (gtk_widget_get_root (row));

  jx_window_recover (JX_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))), get_draft (row));
  remove_row (self, row);
}

static void
discard_response_cb (AdwMessageDialog *question, const char *response, GtkWidget *row)
{
  JxDraftDialog *self = JX_DRAFT_DIALOG (gtk_widget_get_root (row));

  if (self == NULL || !g_str_equal (response, "discard"))
    return;

  g_unlink (get_draft (row)->file);
  /* A dialog outlives its answer by a moment, in which GTK looks at its parent. */
  gtk_window_set_transient_for (GTK_WINDOW (question), NULL);
  remove_row (self, row);
}

static void
discard_cb (GtkButton *button, GtkWidget *row)
{
  g_autofree char *heading = g_strdup_printf (_("Discard the unsaved work in “%s”?"), get_name (get_draft (row)));
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (row)), heading, _("It cannot be brought back."));
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (question, "cancel", _("_Cancel"), "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "cancel");
  adw_message_dialog_set_close_response (question, "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (discard_response_cb), row, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static void
add_button (GtkWidget *row, GtkWidget *button, const char *tooltip, GCallback clicked)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", clicked, row, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Takes @draft. */
static GtkWidget *
make_row (JxDraft *draft)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = g_markup_escape_text (get_name (draft), -1);
  g_autofree char *text = describe (draft);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);
  g_autofree char *discard_name = g_strdup_printf (_("Discard “%s”"), get_name (draft));
  g_autofree char *open_name = g_strdup_printf (_("Open “%s”"), get_name (draft));

  g_object_set_data_full (G_OBJECT (row), "jx-draft", draft, (GDestroyNotify) jx_draft_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_tooltip_text (row, draft->origin.path);

  gtk_widget_add_css_class (discard, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (discard), GTK_ACCESSIBLE_PROPERTY_LABEL, discard_name, -1);
  add_button (row, discard, discard_name, G_CALLBACK (discard_cb));
  if (draft->document != NULL)
    {
      GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open"));

      gtk_widget_add_css_class (open, "suggested-action");
      add_button (row, open, open_name, G_CALLBACK (open_cb));
    }

  return row;
}

static void
jx_draft_dialog_class_init (JxDraftDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-draft-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JxDraftDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jx_draft_dialog_init (JxDraftDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gint
compare_when (gconstpointer a, gconstpointer b)
{
  const JxDraft *one = *(const JxDraft *const *) a;
  const JxDraft *other = *(const JxDraft *const *) b;

  if (one->when == NULL || other->when == NULL)
    return (one->when == NULL) - (other->when == NULL);

  return g_date_time_compare (other->when, one->when);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *files = data;
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_draft_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (JxDraft) draft = jx_draft_read (files->pdata[i]);

      /* The run ended between saving and clearing up: all of it is in the file. */
      if (jx_draft_is_superfluous (draft))
        g_unlink (draft->file);
      else
        g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }
  g_ptr_array_sort (drafts, compare_when);
  g_task_return_pointer (task, drafts, (GDestroyNotify) g_ptr_array_unref);
}

static GtkWindow *
find_window (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (JX_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* A dialog over a window not yet shown would stand alone on the screen. */
static void
present_over (GtkWidget *window, GtkWindow *dialog)
{
  g_signal_handlers_disconnect_by_func (window, present_over, dialog);
  gtk_window_present (dialog);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) drafts = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWindow *window = find_window (GTK_APPLICATION (source));
  JxDraftDialog *self = NULL;

  if (window == NULL || drafts->len == 0)
    return;

  self = g_object_new (JX_TYPE_DRAFT_DIALOG, "transient-for", window, NULL);
  for (guint i = 0; i < drafts->len; i++)
    gtk_list_box_append (self->list, make_row (drafts->pdata[i]));
  g_ptr_array_set_free_func (drafts, NULL);

  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (self));
  else
    g_signal_connect_object (window, "map", G_CALLBACK (present_over), self, G_CONNECT_AFTER);
}

void
jx_draft_dialog_offer (JxApplication *application)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (JX_IS_APPLICATION (application));

  files = jx_draft_store_take_left (jx_draft_store_get_default ());
  if (files->len == 0)
    return;

  task = g_task_new (application, NULL, read_cb, NULL);
  g_task_set_source_tag (task, jx_draft_dialog_offer);
  g_task_set_task_data (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, read_thread);
}
