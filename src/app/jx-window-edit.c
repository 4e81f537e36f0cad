/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-add-dialog.h"
#include "app/jx-project-page.h"
#include "app/jx-templates.h"
#include "model/jx-item-build.h"
#include "model/jx-take-over.h"
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
      g_autofree char *percent = jx_decimal_to_string (percents[i]);

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

static guint
count_projects (JxWindow *self)
{
  return jx_item_count (jx_document_get_root (jx_session_get_document (self->session)), JX_KIND_PROJECT);
}

/* @n_before: how many projects there were. That they stand in another order is seen beside the document; no tab is opened for it. */
static void
show_step (JxWindow *self, JxItem *item, JxField field, guint n_before)
{
  gboolean is_order = item != NULL && jx_item_get_kind (item) == JX_KIND_PROJECT && field == JX_FIELD_NONE && count_projects (self) == n_before;

  if (item != NULL && !is_order)
    jx_window_reveal (self, item, field);
}

void
jx_window_undo (JxWindow *self, GVariant *parameter)
{
  JxPage *page = jx_window_get_current_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  JxItem *item = NULL;
  JxField field = JX_FIELD_NONE;
  guint n_before = 0;

  /* The words of a search are not the document's. */
  if (focus != NULL && GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    {
      gtk_widget_activate_action (focus, "text.undo", NULL);
      return;
    }
  if (page != NULL && jx_page_revert (page))
    return;

  n_before = count_projects (self);
  item = jx_history_undo (jx_session_get_history (self->session), &field);
  show_step (self, item, field, n_before);
}

void
jx_window_redo (JxWindow *self, GVariant *parameter)
{
  JxItem *item = NULL;
  JxField field = JX_FIELD_NONE;
  guint n_before = 0;

  if (!jx_window_commit (self))
    return;

  n_before = count_projects (self);
  item = jx_history_redo (jx_session_get_history (self->session), &field);
  show_step (self, item, field, n_before);
}

/* Behind the current project, or at the end; the first of them is shown. */
static void
insert_projects (JxWindow *self, GPtrArray *projects, const char *name)
{
  JxItem *root = jx_document_get_root (jx_session_get_document (self->session));
  JxItem *current = get_current_project (self);
  JxEdit *edit = jx_edit_new_group ();

  for (guint i = 0; i < projects->len; i++)
    jx_edit_add (edit, jx_edit_new_insert (root, g_ptr_array_index (projects, i), current != NULL ? (int) (jx_item_get_index (current) + 1 + i) : -1));
  do_step (self, edit, name);
  jx_window_reveal (self, g_ptr_array_index (projects, 0), JX_FIELD_PROJECT_NAME);
}

static void
insert_project (JxWindow *self, JxItem *project, const char *name)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();

  g_ptr_array_add (projects, project);
  insert_projects (self, projects, name);
}

void
jx_window_add_project (JxWindow *self, GVariant *parameter)
{
  if (jx_window_commit (self))
    insert_project (self, make_project (jx_session_get_document (self->session)), _("Add Project"));
}

void
jx_window_duplicate_project (JxWindow *self, GVariant *parameter)
{
  JxItem *copy = NULL;
  const char *name = NULL;

  if (!jx_window_commit (self))
    return;

  copy = jx_take_over_project (jx_session_get_document (self->session), get_current_project (self), 0);
  name = jx_item_get (copy, JX_FIELD_PROJECT_NAME);
  if (name != NULL)
    {
      g_autofree char *new_name = g_strdup_printf (_("%s (copy)"), name);

      if (jx_field_check (JX_FIELD_PROJECT_NAME, new_name, NULL))
        jx_item_init (copy, JX_FIELD_PROJECT_NAME, new_name);
    }
  insert_project (self, copy, _("Duplicate Project"));
}

static void
projects_chosen_cb (GtkWindow *parent, GPtrArray *projects)
{
  JxWindow *self = JX_WINDOW (parent);

  if (self->session != NULL && jx_window_commit (self))
    insert_projects (self, projects, _("Add Projects"));
}

void
jx_window_add_projects (JxWindow *self, GVariant *parameter)
{
  if (jx_window_commit (self))
    jx_add_dialog_present (GTK_WINDOW (self), jx_session_get_document (self->session), projects_chosen_cb);
}

void
jx_window_open_library (JxWindow *self, GVariant *parameter)
{
  JxPage *page = jx_window_get_current_page (self);

  if (page == NULL || !JX_IS_PROJECT_PAGE (page))
    jx_window_toast (self, _("Indicators stand in the table of a project: open one first"));
  else if (!jx_project_page_open_library (JX_PROJECT_PAGE (page)))
    jx_window_toast (self, _("This form has no table of indicators: show one that has"));
}

void
jx_window_keep_template (JxWindow *self, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!jx_window_commit (self))
    return;
  if (jx_templates_keep (get_current_project (self), &error))
    jx_window_toast (self, _("Kept as a template"));
  else
    jx_window_complain (self, _("The template could not be kept"), error->message);
}

void
jx_window_move_project_to (JxWindow *self, GVariant *parameter)
{
  JxItem *root = jx_document_get_root (jx_session_get_document (self->session));
  guint from, to;

  g_variant_get (parameter, "(uu)", &from, &to);
  if (from < jx_item_count (root, JX_KIND_PROJECT) && to < jx_item_count (root, JX_KIND_PROJECT) && jx_window_commit (self))
    do_step (self, jx_edit_new_move (jx_item_child (root, JX_KIND_PROJECT, from), to), _("Move Project"));
}

/* A project in the order it is put into: by its key, or else the larger budget first. Keys are worked out once for each
 * project, not for each comparison. */
typedef struct
{
  JxItem *project;
  char *key; /* nullable */
  gint64 budget_fen;
} Ranked;

static void
clear_ranked (gpointer data)
{
  g_free (((Ranked *) data)->key);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a;
  const Ranked *second = b;
  int by_key = g_strcmp0 (first->key, second->key);

  return by_key != 0 ? by_key : first->budget_fen > second->budget_fen ? -1 : first->budget_fen < second->budget_fen;
}

static Ranked
rank_project (JxItem *project, const char *by)
{
  Ranked ranked = { project, NULL, 0 };
  const char *name = jx_item_get (project, JX_FIELD_PROJECT_NAME);

  if (g_str_equal (by, "code"))
    ranked.key = g_strdup (jx_item_get (project, JX_FIELD_PROJECT_CODE));
  else if (g_str_equal (by, "name"))
    ranked.key = g_utf8_collate_key (name != NULL ? name : "", -1);
  else
    jx_item_get_amount (project, JX_FIELD_PROJECT_BUDGET, &ranked.budget_fen);

  return ranked;
}

void
jx_window_sort_projects (JxWindow *self, GVariant *parameter)
{
  JxItem *root = jx_document_get_root (jx_session_get_document (self->session));
  g_autoptr (GArray) projects = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  gboolean moved = FALSE;

  if (!jx_window_commit (self))
    return;

  g_array_set_clear_func (projects, clear_ranked);
  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    {
      Ranked ranked = rank_project (jx_item_child (root, JX_KIND_PROJECT, i), g_variant_get_string (parameter, NULL));

      g_array_append_val (projects, ranked);
    }
  /* The sort of GLib's arrays keeps the order of equals. */
  g_array_sort (projects, compare_ranked);
  for (guint i = 0; i < projects->len; i++)
    {
      JxItem *project = g_array_index (projects, Ranked, i).project;

      moved = moved || jx_item_get_index (project) != i;
      g_ptr_array_add (order, project);
    }
  if (moved)
    do_step (self, jx_edit_new_order (g_steal_pointer (&order)), _("Sort Projects"));
  else
    jx_window_toast (self, _("The projects stand in this order already"));
}

/* Its name is a cell of its sheet. */
void
jx_window_rename_project (JxWindow *self, GVariant *parameter)
{
  jx_window_reveal (self, get_current_project (self), JX_FIELD_PROJECT_NAME);
}

void
jx_window_delete_project (JxWindow *self, GVariant *parameter)
{
  JxItem *project = get_current_project (self);
  const char *name = jx_item_get (project, JX_FIELD_PROJECT_NAME);
  g_autofree char *text = g_strdup_printf (_("Project “%s” deleted"), name != NULL ? name : _("Unnamed project"));
  JxPage *page = jx_window_get_current_page (self);

  jx_page_revert (page);
  do_step (self, jx_edit_new_remove (project), _("Delete Project"));
  jx_window_toast_undo (self, text);
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
