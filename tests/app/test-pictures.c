/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every screen, in one language and style: a picture of it to be looked at, and what can be told without
 * eyes: that no text is cut, that nothing stands outside, that all can be read. */
#include <glib/gi18n-lib.h>

#include "app/jx-find-bar.h"
#include "app/jx-sheet-private.h"
#include "jx-picture.h"
#include "jx-test-window.h"
#include "jx-test.h"

typedef struct
{
  const char *name;
  GtkNative *(*show) (JxWindow *window); /* (nullable) */
  const char *action;                    /* of the window, where there is no @show, that brings another */
  int width;                             /* of the window, where it is not the usual */
} Screen;

static JxWindow *
open_sample (Fixture *fixture, int width)
{
  JxWindow *window = jx_window_new (fixture->application);
  g_autofree char *path = jx_test_source ("data/samples/yunxi.jixiao");
  g_autofree char *copy = g_build_filename (g_get_user_data_dir (), "yunxi.jixiao", NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;

  contents = jx_test_read (path, &length);
  g_assert_true (g_file_set_contents (copy, contents, length, NULL));
  gtk_window_set_default_size (GTK_WINDOW (window), width, 720);
  jx_application_open (fixture->application, NULL, copy);
  WAIT_FOR (jx_window_get_session (window) != NULL);

  return window;
}

static void
activate_to (JxWindow *window, const char *action, GVariant *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, target);
}

/* Returns: (transfer none): the newest window that is not @window, once it is shown. */
static GtkNative *
wait_other (JxWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  while (found == NULL)
    {
      for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
        {
          g_autoptr (GtkWidget) other = g_list_model_get_item (toplevels, i);

          if (other != GTK_WIDGET (window) && gtk_widget_get_mapped (other))
            found = other;
        }
      g_main_context_iteration (NULL, found == NULL);
    }

  return GTK_NATIVE (found);
}

static GtkNative *
show_start (JxWindow *window)
{
  jx_window_set_session (window, NULL);

  return GTK_NATIVE (window);
}

static GtkNative *
show_overview (JxWindow *window)
{
  return GTK_NATIVE (window);
}

static GtkNative *
show_project (JxWindow *window)
{
  activate_to (window, "open-project", g_variant_new_uint32 (1));

  return GTK_NATIVE (window);
}

static GtkNative *
show_find (JxWindow *window)
{
  show_project (window);
  activate_to (window, "find-replace", NULL);

  return GTK_NATIVE (window);
}

/* The sheet of a project, in the first target value. */
static JxSheetView *
go_to_value (JxWindow *window)
{
  JxSheetView *sheet = NULL;

  show_project (window);
  WAIT_FOR ((sheet = (JxSheetView *) jx_test_find (GTK_WIDGET (window), JX_TYPE_SHEET_VIEW, 0)) != NULL);
  WAIT_FOR (jx_sheet_view_reveal (sheet, jx_item_child (jx_test_window_project (window, 1), JX_KIND_INDICATOR, 0), JX_FIELD_INDICATOR_VALUE));

  return sheet;
}

static GtkNative *
show_row_menu (JxWindow *window)
{
  JxSheetView *sheet = go_to_value (window);

  jx_sheet_view_popup_menu (sheet, jx_sheet_view_get_focus_cell (sheet));
  WAIT_FOR (gtk_widget_get_mapped (sheet->menu));

  return GTK_NATIVE (sheet->menu);
}

static GtkNative *
show_choices (JxWindow *window)
{
  JxSheetView *sheet = go_to_value (window);

  jx_sheet_view_edit (sheet, jx_sheet_view_get_focus_cell (sheet), "", 0);
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (sheet->choices)));

  return GTK_NATIVE (sheet->choices);
}

static GtkNative *
show_action (JxWindow *window, const char *action)
{
  show_project (window);
  activate_to (window, action, NULL);

  return wait_other (window);
}

static GtkNative *
show_changes (JxWindow *window)
{
  JxItem *project = jx_test_window_project (window, 1);
  g_autoptr (GError) error = NULL;

  jx_history_set (jx_session_get_history (window->session), project, JX_FIELD_PROJECT_BUDGET, "6.90", &error);
  g_assert_no_error (error);
  jx_history_set (jx_session_get_history (window->session), project, JX_FIELD_PROJECT_PURPOSE, "清理河道", &error);
  g_assert_no_error (error);

  return show_action (window, "changes");
}

static char *
dup_sample (const char *name)
{
  g_autofree char *inside = g_build_filename ("data", "samples", name, NULL);

  return jx_test_source (inside);
}

static GtkNative *
show_compare (JxWindow *window)
{
  g_autofree char *other = dup_sample ("yunxi-2025.jixiao");

  jx_window_compare_with (window, other);

  return wait_other (window);
}

static GtkNative *
show_take_in (JxWindow *window)
{
  g_autofree char *theirs = dup_sample ("yunxi.txt");
  JxItem *project = jx_test_window_project (window, 1);
  g_autoptr (GError) error = NULL;

  jx_history_set (jx_session_get_history (window->session), project, JX_FIELD_PROJECT_BUDGET, "6.90", &error);
  g_assert_no_error (error);
  jx_window_take_in (window, (char *[]) { theirs, NULL });

  return wait_other (window);
}

static GtkNative *
show_replace (JxWindow *window)
{
  GtkWidget *bar = NULL;

  show_find (window);
  bar = jx_test_get (GTK_WIDGET (window), JX_TYPE_FIND_BAR, 0);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (bar, JX_TYPE_FIND_BAR, "needle")), "项目");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (bar, JX_TYPE_FIND_BAR, "replacement")), "工程");
  g_signal_emit_by_name (gtk_widget_get_template_child (bar, JX_TYPE_FIND_BAR, "replace_all"), "clicked");

  return wait_other (window);
}

static const Screen screens[] = {
  { "start", show_start },
  { "overview", show_overview },
  { "project", show_project },
  { "project-narrow", show_project, .width = 700 },
  { "row-menu", show_row_menu },
  { "choices", show_choices },
  { "find", show_find },
  { "replace", show_replace },
  { "changes", show_changes },
  { "compare", show_compare },
  { "take-in", show_take_in },
  { "commands", .action = "commands" },
  { "preferences", .action = "preferences" },
  { "guide", .action = "guide" },
  { "shortcuts", .action = "shortcuts" },
  { "preview", .action = "preview" },
  { "library", .action = "library" },
  { "add", .action = "add-projects" },
};

/* Nothing slides in while it is looked at; letters are as large as JX_TEXT_PERCENT says. */
static void
settle_settings (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  const char *percent = g_getenv ("JX_TEXT_PERCENT");

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  if (percent != NULL)
    g_object_set (settings, "gtk-xft-dpi", (int) (96 * PANGO_SCALE * g_ascii_strtoll (percent, NULL, 10) / 100), NULL);
}

static void
test_screens (Fixture *fixture)
{
  g_autoptr (GString) faults = g_string_new (NULL);

  settle_settings ();
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      JxWindow *window = open_sample (fixture, screens[i].width > 0 ? screens[i].width : 1280);
      GtkNative *native = screens[i].show != NULL ? screens[i].show (window) : show_action (window, screens[i].action);

      jx_picture_take (native, screens[i].name, faults);
      if (native != GTK_NATIVE (window) && GTK_IS_WINDOW (native))
        gtk_window_destroy (GTK_WINDOW (native));
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_assert_cmpstr (faults->str, ==, "");
}

static const WindowTest tests[] = {
  { "/app/pictures/screens", test_screens },
};

int
main (int argc, char **argv)
{
  /* Before the tests' own folders: what files are is told by the system's, and icons are files. */
  g_autofree char *type = g_content_type_guess ("icon.svg", NULL, 0, NULL);

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("JX_CATALOGUES"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
