/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-actions.h"

#include "app/jx-window-private.h"

typedef enum
{
  NEEDS_NOTHING,
  NEEDS_DOCUMENT,
  NEEDS_FILE, /* the document has one */
  NEEDS_UNDO,
  NEEDS_REDO,
  NEEDS_PROJECT, /* the current tab shows a project */
  NEEDS_BEFORE,  /* and there is one before it */
  NEEDS_AFTER,
} Need;

typedef struct
{
  const char *name;
  const char *parameter;
  void (*activate) (JxWindow *window, GVariant *parameter);
  Need need;
  const char *accelerators[4];
} Action;

/* Every command of a window and its keys. Tabs have keys of their own, which AdwTabView brings:
 * Ctrl+Tab, Ctrl+PageUp, Ctrl+PageDown, Alt+1 … 9 and their kin; with Shift they move the tab. */
static const Action actions[] = {
  { "new", NULL, jx_window_new_document, NEEDS_NOTHING, { "<Control>n" } },
  { "new-next-year", NULL, jx_window_choose_last_year, NEEDS_NOTHING, { NULL } },
  { "new-window", NULL, jx_window_open_another, NEEDS_NOTHING, { "<Control><Alt>n" } },
  { "open", NULL, jx_window_choose_document, NEEDS_NOTHING, { "<Control>o" } },
  { "import", NULL, jx_window_choose_import, NEEDS_NOTHING, { "<Control>i" } },
  { "import-folder", NULL, jx_window_choose_import_folder, NEEDS_NOTHING, { "<Control><Shift>i" } },
  { "import-copied", NULL, jx_window_import_copied, NEEDS_NOTHING, { "<Control><Shift>v" } },
  { "open-sample", NULL, jx_window_open_sample, NEEDS_NOTHING, { NULL } },
  { "open-path", "s", jx_window_open_parameter, NEEDS_NOTHING, { NULL } },
  { "save", NULL, jx_window_save, NEEDS_DOCUMENT, { "<Control>s" } },
  { "save-as", NULL, jx_window_save_as, NEEDS_DOCUMENT, { "<Control><Shift>s" } },
  { "reload", NULL, jx_window_ask_before_reloading, NEEDS_FILE, { "<Control>r" } },
  { "compare-file", NULL, jx_window_compare_file, NEEDS_FILE, { NULL } },
  { "work-on-copy", NULL, jx_window_work_on_copy, NEEDS_DOCUMENT, { NULL } },
  { "export-pdf", NULL, jx_window_export_pdf, NEEDS_DOCUMENT, { "<Control>e" } },
  { "export-other", NULL, jx_window_export_other, NEEDS_DOCUMENT, { NULL } },
  { "save-chart", "s", jx_window_save_chart, NEEDS_DOCUMENT, { NULL } },
  { "preview", NULL, jx_window_preview, NEEDS_DOCUMENT, { "<Control><Shift>p" } },
  { "print", NULL, jx_window_print, NEEDS_DOCUMENT, { "<Control>p" } },

  { "undo", NULL, jx_window_undo, NEEDS_UNDO, { "<Control>z" } },
  { "redo", NULL, jx_window_redo, NEEDS_REDO, { "<Control><Shift>z", "<Control>y" } },
  { "add-project", NULL, jx_window_add_project, NEEDS_DOCUMENT, { "<Control><Shift>n" } },
  { "add-projects", NULL, jx_window_add_projects, NEEDS_DOCUMENT, { "<Control><Alt>p" } },
  { "duplicate-project", NULL, jx_window_duplicate_project, NEEDS_PROJECT, { "<Control><Shift>d" } },
  { "rename-project", NULL, jx_window_rename_project, NEEDS_PROJECT, { "<Shift>F2" } },
  { "library", NULL, jx_window_open_library, NEEDS_DOCUMENT, { "<Control>l" } },
  { "keep-template", NULL, jx_window_keep_template, NEEDS_PROJECT, { NULL } },
  { "move-project-to", "(uu)", jx_window_move_project_to, NEEDS_DOCUMENT, { NULL } },
  { "sort-projects", "s", jx_window_sort_projects, NEEDS_DOCUMENT, { NULL } },
  { "say-deleted", "s", jx_window_say_deleted, NEEDS_DOCUMENT, { NULL } },
  { "note-typing", NULL, jx_window_note_typing, NEEDS_DOCUMENT, { NULL } },
  { "delete-project", NULL, jx_window_delete_project, NEEDS_PROJECT, { "<Shift><Alt>Delete" } },
  { "move-project-up", NULL, jx_window_move_project_up, NEEDS_BEFORE, { "<Shift><Alt>Up" } },
  { "move-project-down", NULL, jx_window_move_project_down, NEEDS_AFTER, { "<Shift><Alt>Down" } },

  { "open-overview", NULL, jx_window_open_overview, NEEDS_DOCUMENT, { "<Alt>Home" } },
  { "open-project", "u", jx_window_open_project, NEEDS_DOCUMENT, { NULL } },
  { "close-tab", NULL, jx_window_close_tab, NEEDS_NOTHING, { "<Control>w" } },
  { "move-tab-back", NULL, jx_window_move_tab_back, NEEDS_PROJECT, { NULL } },
  { "move-tab-forward", NULL, jx_window_move_tab_forward, NEEDS_PROJECT, { NULL } },
  { "compare", NULL, jx_window_compare, NEEDS_DOCUMENT, { NULL } },
  { "changes", NULL, jx_window_show_changes, NEEDS_DOCUMENT, { "<Control><Shift>h" } },
  { "find", NULL, jx_window_find, NEEDS_DOCUMENT, { "<Control>f" } },
  { "find-replace", NULL, jx_window_find_replace, NEEDS_DOCUMENT, { "<Control>h" } },
  { "find-next", NULL, jx_window_find_next, NEEDS_DOCUMENT, { "F3", "<Control>g" } },
  { "find-previous", NULL, jx_window_find_previous, NEEDS_DOCUMENT, { "<Shift>F3", "<Control><Shift>g" } },
  { "zoom-in", NULL, jx_window_zoom_in, NEEDS_PROJECT, { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "zoom-out", NULL, jx_window_zoom_out, NEEDS_PROJECT, { "<Control>minus", "<Control>KP_Subtract" } },
  { "zoom-fit", NULL, jx_window_zoom_fit, NEEDS_PROJECT, { "<Control>0", "<Control>KP_0" } },
  { "choose-form", NULL, jx_window_choose_form, NEEDS_PROJECT, { "F4" } },
  { "search", NULL, jx_window_search, NEEDS_DOCUMENT, { "<Control><Shift>f" } },
  { "menu", NULL, jx_window_show_menu, NEEDS_NOTHING, { "F10" } },
  { "commands", NULL, jx_window_show_commands, NEEDS_NOTHING, { "<Control>k" } },
  { "shortcuts", NULL, jx_window_show_shortcuts, NEEDS_NOTHING, { "<Control>question" } },
  { "guide", NULL, jx_window_show_guide, NEEDS_NOTHING, { "F1" } },
  { "preferences", NULL, jx_window_show_preferences, NEEDS_NOTHING, { "<Control>comma" } },
  { "about", NULL, jx_window_show_about, NEEDS_NOTHING, { NULL } },
};

static gboolean
is_met (JxWindow *window, Need need)
{
  JxItem *item = jx_window_get_current_item (window);
  JxItem *project = item != NULL && jx_item_get_kind (item) == JX_KIND_PROJECT && jx_item_is_attached (item) ? item : NULL;
  JxHistory *history = window->session != NULL ? jx_session_get_history (window->session) : NULL;

  switch (need)
    {
    case NEEDS_DOCUMENT: return history != NULL;
    case NEEDS_FILE: return history != NULL && jx_session_get_path (window->session) != NULL;
    /* What is being typed and not yet taken is unknown here: Ctrl+Z gives that up first. */
    case NEEDS_UNDO: return history != NULL;
    case NEEDS_REDO: return history != NULL && jx_history_get_can_redo (history);
    case NEEDS_PROJECT: return project != NULL;
    case NEEDS_BEFORE: return project != NULL && jx_item_get_index (project) > 0;
    case NEEDS_AFTER: return project != NULL && jx_item_get_index (project) + 1 < jx_item_count (jx_item_get_parent (project), JX_KIND_PROJECT);
    case NEEDS_NOTHING:
    default: return TRUE;
    }
}

static void
activate_cb (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  const Action *action = g_object_get_data (G_OBJECT (simple), "jx-action");

  action->activate (user_data, parameter);
}

void
jx_actions_set_accelerators (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strconcat ("win.", actions[i].name, NULL);

      gtk_application_set_accels_for_action (application, name, actions[i].accelerators);
    }
  gtk_application_set_accels_for_action (application, "win.show-sidebar", (const char *[]) { "F9", NULL });
  gtk_application_set_accels_for_action (application, "app.quit", (const char *[]) { "<Control>q", NULL });
}

void
jx_actions_add (JxWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const GVariantType *type = actions[i].parameter != NULL ? G_VARIANT_TYPE (actions[i].parameter) : NULL;
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, type);

      g_object_set_data (G_OBJECT (action), "jx-action", (gpointer) &actions[i]);
      g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), window, 0);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
}

void
jx_actions_update (JxWindow *window)
{
  JxHistory *history = window->session != NULL ? jx_session_get_history (window->session) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), actions[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_met (window, actions[i].need));
    }

  gtk_widget_set_sensitive (window->undo_button, history != NULL && jx_history_get_can_undo (history));
  gtk_widget_set_sensitive (window->redo_button, history != NULL && jx_history_get_can_redo (history));
}
