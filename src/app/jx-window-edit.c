/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "model/jx-item-build.h"
#include "review/jx-profile.h"

/* The steps that concern whole projects, and the way back from every step. */

static void
do_step (JxWindow *self, JxEdit *edit, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (!jx_history_do (jx_session_get_history (self->session), edit, name, &error))
    jx_window_complain (self, _("This cannot be done"), error->message);
}

/* A new project with the plan the document's profile prescribes. */
static JxItem *
make_project (JxDocument *document)
{
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  const int *months = NULL;
  const JxDecimal *percents = NULL;
  guint count = jx_profile_get_plan (jx_profile_for (jx_document_get_root (document)), &months, &percents);

  for (guint i = 0; i < count; i++)
    {
      JxItem *checkpoint = jx_item_new (document, JX_KIND_CHECKPOINT);
      g_autofree char *month = g_strdup_printf ("%d", months[i]);
      g_autofree char *percent = jx_decimal_format (percents[i]);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, month);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, percent);
      jx_item_append (project, checkpoint);
    }

  return project;
}

static JxItem *
get_current_project (JxWindow *self)
{
  JxItem *item = jx_window_get_current_item (self);

  return item != NULL && jx_item_get_kind (item) == JX_KIND_PROJECT ? item : NULL;
}

static void
move_project (JxWindow *self, int by)
{
  JxItem *project = get_current_project (self);

  if (jx_window_commit (self))
    do_step (self, jx_edit_new_move (project, jx_item_get_index (project) + by), _("Move Project"));
}

void
jx_window_undo (JxWindow *self, GVariant *parameter)
{
  JxPage *page = jx_window_get_current_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  JxItem *item = NULL;
  JxField field = JX_FIELD_NONE;

  /* The words of a search are not the document's. */
  if (focus != NULL && GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    {
      gtk_widget_activate_action (focus, "text.undo", NULL);
      return;
    }
  if (page != NULL && jx_page_revert (page))
    return;

  item = jx_history_undo (jx_session_get_history (self->session), &field);
  if (item != NULL)
    jx_window_reveal (self, item, field);
}

void
jx_window_redo (JxWindow *self, GVariant *parameter)
{
  JxItem *item = NULL;
  JxField field = JX_FIELD_NONE;

  if (!jx_window_commit (self))
    return;

  item = jx_history_redo (jx_session_get_history (self->session), &field);
  if (item != NULL)
    jx_window_reveal (self, item, field);
}

void
jx_window_add_project (JxWindow *self, GVariant *parameter)
{
  JxDocument *document = jx_session_get_document (self->session);
  JxItem *current = get_current_project (self);
  JxItem *project = NULL;

  if (!jx_window_commit (self))
    return;

  project = make_project (document);
  do_step (self, jx_edit_new_insert (jx_document_get_root (document), project, current != NULL ? (int) jx_item_get_index (current) + 1 : -1), _("Add Project"));
  jx_window_reveal (self, project, JX_FIELD_PROJECT_NAME);
}

void
jx_window_delete_project (JxWindow *self, GVariant *parameter)
{
  JxItem *project = get_current_project (self);
  const char *name = jx_item_get (project, JX_FIELD_PROJECT_NAME);
  g_autofree char *text = g_strdup_printf (_("Project “%s” deleted"), name != NULL ? name : _("Unnamed project"));
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);
  JxPage *page = jx_window_get_current_page (self);

  jx_page_revert (page);
  do_step (self, jx_edit_new_remove (project), _("Delete Project"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
jx_window_move_project_up (JxWindow *self, GVariant *parameter)
{
  move_project (self, -1);
}

void
jx_window_move_project_down (JxWindow *self, GVariant *parameter)
{
  move_project (self, 1);
}
