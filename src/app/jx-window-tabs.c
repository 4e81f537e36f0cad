/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-actions.h"
#include "app/jx-overview-page.h"
#include "app/jx-project-page.h"

/* A tab is an AdwBin that knows its item; the page inside is made when the tab is first shown. */

static JxItem *
get_tab_item (AdwTabPage *tab)
{
  return g_object_get_data (G_OBJECT (adw_tab_page_get_child (tab)), "jx-item");
}

static AdwTabPage *
find_tab (JxWindow *self, JxItem *item)
{
  int count = adw_tab_view_get_n_pages (self->tabs);

  for (int i = 0; i < count; i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->tabs, i);

      if (get_tab_item (tab) == item)
        return tab;
    }

  return NULL;
}

static void
update_tab_title (AdwTabPage *tab)
{
  JxItem *item = get_tab_item (tab);
  const char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *tooltip = NULL;

  if (jx_item_get_kind (item) == JX_KIND_PROJECT)
    {
      name = jx_item_get (item, JX_FIELD_PROJECT_NAME);
      title = g_strdup_printf ("%u %s", jx_item_get_index (item) + 1, name != NULL ? name : _("Unnamed project"));
      tooltip = g_markup_escape_text (title, -1);
    }

  adw_tab_page_set_title (tab, title != NULL ? title : _("Department goals"));
  adw_tab_page_set_tooltip (tab, tooltip != NULL ? tooltip : "");
}

static AdwTabPage *
add_tab (JxWindow *self, JxItem *item)
{
  GtkWidget *bin = adw_bin_new ();
  AdwTabPage *tab = NULL;

  g_object_set_data (G_OBJECT (bin), "jx-item", item);
  if (jx_item_get_kind (item) == JX_KIND_DOCUMENT)
    {
      g_autoptr (GIcon) icon = g_themed_icon_new ("go-home-symbolic"); /* a pinned tab shows nothing else */

      tab = adw_tab_view_append_pinned (self->tabs, bin);
      adw_tab_page_set_icon (tab, icon);
    }
  else
    {
      tab = adw_tab_view_append (self->tabs, bin);
    }
  update_tab_title (tab);

  return tab;
}

static void
make_page (JxWindow *self, AdwTabPage *tab)
{
  AdwBin *bin = ADW_BIN (adw_tab_page_get_child (tab));
  JxHistory *history = jx_session_get_history (self->session);
  JxItem *item = get_tab_item (tab);

  if (adw_bin_get_child (bin) != NULL)
    return;

  if (jx_item_get_kind (item) == JX_KIND_PROJECT)
    adw_bin_set_child (bin, jx_project_page_new (history, item, self->form_choice));
  else
    adw_bin_set_child (bin, jx_overview_page_new (history));
}

static void
selected_cb (AdwTabView *tabs, GParamSpec *pspec, JxWindow *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (tabs);

  if (self->session == NULL || tab == NULL)
    return;

  make_page (self, tab);
  jx_sidebar_set_current (self->sidebar, get_tab_item (tab));
  jx_find_bar_set_current (self->find_bar, get_tab_item (tab));
  jx_window_update_form (self);
  jx_actions_update (self);
}

static void
close_removed_tab (JxWindow *self, JxItem *project)
{
  AdwTabPage *tab = find_tab (self, project);

  if (tab != NULL)
    adw_tab_view_close_page (self->tabs, tab);
}

static void
changed_cb (JxDocument *document, const JxChange *change, JxWindow *self)
{
  gboolean renamed = change->type == JX_EDIT_SET && change->field == JX_FIELD_PROJECT_NAME;
  gboolean renumbered = change->child != NULL && jx_item_get_kind (change->child) == JX_KIND_PROJECT;

  if (renumbered && change->type == JX_EDIT_REMOVE)
    close_removed_tab (self, change->child);
  self->retitle = self->retitle || renumbered || renamed;
}

/* Once a step: it may number thousands of projects anew. */
static void
settled_cb (JxDocument *document, JxWindow *self)
{
  if (self->retitle)
    for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
      update_tab_title (adw_tab_view_get_nth_page (self->tabs, i));
  self->retitle = FALSE;
}

/* What is being typed in a tab is not lost with it, and a removed project has nothing left to take it. */
static gboolean
close_page_cb (AdwTabView *tabs, AdwTabPage *tab, JxWindow *self)
{
  JxItem *item = get_tab_item (tab);
  GtkWidget *page = adw_bin_get_child (ADW_BIN (adw_tab_page_get_child (tab)));
  gboolean kept = self->session != NULL && page != NULL && jx_item_is_attached (item) && !jx_page_commit (JX_PAGE (page));

  adw_tab_view_close_page_finish (tabs, tab, !kept && (self->session == NULL || !adw_tab_page_get_pinned (tab)));
  return GDK_EVENT_STOP;
}

gboolean
jx_window_commit_all (JxWindow *self)
{
  AdwTabPage *current = adw_tab_view_get_selected_page (self->tabs);

  if (!jx_window_commit (self))
    return FALSE;

  /* What does not fit in a tab behind would be gone with its field. */
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->tabs, i);
      GtkWidget *page = adw_bin_get_child (ADW_BIN (adw_tab_page_get_child (tab)));

      if (tab != current && page != NULL && !jx_page_commit (JX_PAGE (page)))
        {
          adw_tab_view_set_selected_page (self->tabs, tab);
          return FALSE;
        }
    }

  return TRUE;
}

static void
close_foreign (JxWindow *self)
{
  JxDocument *document = self->session != NULL ? jx_session_get_document (self->session) : NULL;

  for (int i = adw_tab_view_get_n_pages (self->tabs) - 1; i >= 0; i--)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->tabs, i);

      if (jx_item_get_document (get_tab_item (tab)) != document)
        adw_tab_view_close_page (self->tabs, tab);
    }
}

static gboolean
tidy_cb (gpointer user_data)
{
  JxWindow *self = user_data;

  self->tidy = 0;
  if (self->stray != NULL && adw_tab_view_get_n_pages (self->stray) > 0)
    adw_tab_view_transfer_page (self->stray, adw_tab_view_get_nth_page (self->stray, 0), self->tabs, self->stray_place);
  g_clear_object (&self->stray);
  close_foreign (self);

  return G_SOURCE_REMOVE;
}

static void
tidy_soon (JxWindow *self)
{
  if (self->tidy == 0)
    self->tidy = g_idle_add (tidy_cb, self);
}

/* Tabs can be dragged from window to window; another document's has no business here. */
static void
page_attached_cb (AdwTabView *tabs, AdwTabPage *tab, int position, JxWindow *self)
{
  if (self->session != NULL && jx_item_get_document (get_tab_item (tab)) != jx_session_get_document (self->session))
    tidy_soon (self);
}

static void
page_detached_cb (AdwTabView *tabs, AdwTabPage *tab, int position, JxWindow *self)
{
  self->stray_place = position;
}

/* A tab dropped outside of all windows goes back where it was, for a document has one window. A place must
 * be named that is not the same: it is held there until the drag is over. */
static AdwTabView *
create_window_cb (AdwTabView *tabs, JxWindow *self)
{
  if (self->stray == NULL)
    self->stray = g_object_ref_sink (ADW_TAB_VIEW (adw_tab_view_new ()));
  tidy_soon (self);

  return self->stray;
}

void
jx_window_init_tabs (JxWindow *self)
{
  /* In a table and in a text these go to its first and its last place. */
  adw_tab_view_remove_shortcuts (self->tabs, ADW_TAB_VIEW_SHORTCUT_CONTROL_HOME | ADW_TAB_VIEW_SHORTCUT_CONTROL_END
                                               | ADW_TAB_VIEW_SHORTCUT_CONTROL_SHIFT_HOME | ADW_TAB_VIEW_SHORTCUT_CONTROL_SHIFT_END);
  g_signal_connect_object (self->tabs, "page-attached", G_CALLBACK (page_attached_cb), self, 0);
  g_signal_connect_object (self->tabs, "page-detached", G_CALLBACK (page_detached_cb), self, 0);
  g_signal_connect_object (self->tabs, "create-window", G_CALLBACK (create_window_cb), self, 0);
  g_signal_connect_object (self->tabs, "notify::selected-page", G_CALLBACK (selected_cb), self, 0);
  g_signal_connect_object (self->tabs, "close-page", G_CALLBACK (close_page_cb), self, 0);
}

void
jx_window_fill_tabs (JxWindow *self)
{
  JxDocument *document = jx_session_get_document (self->session);

  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (document, "settled", G_CALLBACK (settled_cb), self, 0);
  jx_window_show_tab (self, jx_document_get_root (document));
}

void
jx_window_empty_tabs (JxWindow *self)
{
  g_autoptr (JxSession) session = g_steal_pointer (&self->session);

  g_signal_handlers_disconnect_by_func (jx_session_get_document (session), changed_cb, self);
  g_signal_handlers_disconnect_by_func (jx_session_get_document (session), settled_cb, self);
  /* Without a session closing asks nobody and pins hold nothing. */
  while (adw_tab_view_get_n_pages (self->tabs) > 0)
    adw_tab_view_close_page (self->tabs, adw_tab_view_get_nth_page (self->tabs, 0));
}

void
jx_window_show_tab (JxWindow *self, JxItem *item)
{
  AdwTabPage *tab = find_tab (self, item);

  if (tab == NULL)
    tab = add_tab (self, item);
  adw_tab_view_set_selected_page (self->tabs, tab);
  make_page (self, tab);
}

JxItem *
jx_window_get_current_item (JxWindow *self)
{
  AdwTabPage *tab = self->session != NULL ? adw_tab_view_get_selected_page (self->tabs) : NULL;

  return tab != NULL ? get_tab_item (tab) : NULL;
}

JxPage *
jx_window_get_current_page (JxWindow *self)
{
  AdwTabPage *tab = self->session != NULL ? adw_tab_view_get_selected_page (self->tabs) : NULL;
  GtkWidget *page = tab != NULL ? adw_bin_get_child (ADW_BIN (adw_tab_page_get_child (tab))) : NULL;

  return page != NULL ? JX_PAGE (page) : NULL;
}

void
jx_window_reveal (JxWindow *self, JxItem *item, JxField field)
{
  JxItem *holder = item;
  JxItem *root = NULL;

  g_return_if_fail (JX_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);

  root = jx_document_get_root (jx_session_get_document (self->session));
  if (item == NULL || !jx_item_is_attached (item))
    return;

  while (holder != root && jx_item_get_kind (holder) != JX_KIND_PROJECT)
    holder = jx_item_get_parent (holder);
  jx_window_show_tab (self, holder);
  jx_page_reveal (jx_window_get_current_page (self), item, field);
}

void
jx_window_open_overview (JxWindow *self, GVariant *parameter)
{
  jx_window_show_tab (self, jx_document_get_root (jx_session_get_document (self->session)));
}

void
jx_window_open_project (JxWindow *self, GVariant *parameter)
{
  JxItem *root = jx_document_get_root (jx_session_get_document (self->session));
  JxItem *project = jx_item_child (root, JX_KIND_PROJECT, g_variant_get_uint32 (parameter));

  if (project != NULL)
    jx_window_show_tab (self, project);
}

void
jx_window_close_tab (JxWindow *self, GVariant *parameter)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->tabs);

  if (self->session == NULL || tab == NULL || adw_tab_page_get_pinned (tab))
    gtk_window_close (GTK_WINDOW (self));
  else
    adw_tab_view_close_page (self->tabs, tab);
}

void
jx_window_move_tab_back (JxWindow *self, GVariant *parameter)
{
  adw_tab_view_reorder_backward (self->tabs, adw_tab_view_get_selected_page (self->tabs));
}

void
jx_window_move_tab_forward (JxWindow *self, GVariant *parameter)
{
  adw_tab_view_reorder_forward (self->tabs, adw_tab_view_get_selected_page (self->tabs));
}
