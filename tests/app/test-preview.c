/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <utime.h>

#include "app/jx-page-stack.h"
#include "app/jx-page-view.h"
#include "app/jx-paper-panel.h"
#include "app/jx-preview.h"
#include "app/jx-thumbnails.h"

#include "jx-test-app.h"

#define N_PROJECTS 12

typedef struct
{
  JxSession *session;
  JxPaperChoice *choice;
  GtkWidget *window;
  JxPageView *view;
  JxThumbnails *thumbnails;
  JxPaperPanel *panel;
  GtkWidget *entry;
} Fixture;

static gpointer
find_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->window, JX_TYPE_PREVIEW, name);
}

static guint
count_pages (Fixture *fixture)
{
  const char *words = gtk_label_get_text (find_part (fixture, "page_count"));

  return g_ascii_strtoull (words + strcspn (words, "0123456789"), NULL, 10);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxDocument) document = jx_test_make_document (N_PROJECTS);

  fixture->session = jx_session_new (document, NULL, NULL, "云溪");
  fixture->choice = jx_paper_choice_new (NULL);
  fixture->window = jx_preview_new (NULL, fixture->session, fixture->choice, 3);
  fixture->view = find_part (fixture, "view");
  fixture->thumbnails = find_part (fixture, "thumbnails");
  fixture->panel = find_part (fixture, "panel");
  fixture->entry = find_part (fixture, "page_entry");
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_FOR (count_pages (fixture) > N_PROJECTS && gtk_widget_get_height (GTK_WIDGET (fixture->view)) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_FOR (fixture->window == NULL);
  g_assert_finalize_object (fixture->choice);
  g_assert_finalize_object (fixture->session);
}

static guint
get_thumbnail (Fixture *fixture)
{
  guint page = 0;

  g_object_get (fixture->thumbnails, "page", &page, NULL);
  return page;
}

static GtkAdjustment *
get_vertical (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
}

/* The entry, the pages and the thumbnails speak of the same page. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  guint last = count_pages (fixture) - 1;

  g_assert_cmpuint (jx_page_view_get_page (fixture->view), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "5");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpuint (jx_page_view_get_page (fixture->view), ==, 4);
  g_assert_cmpuint (get_thumbnail (fixture), ==, 4);

  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "99");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpuint (jx_page_view_get_page (fixture->view), ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "5");

  g_object_set (fixture->thumbnails, "page", 7, NULL);
  g_assert_cmpuint (jx_page_view_get_page (fixture->view), ==, 7);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "8");

  jx_page_view_set_page (fixture->view, G_MAXUINT);
  g_assert_cmpuint (get_thumbnail (fixture), ==, last);
  gtk_adjustment_set_value (get_vertical (fixture), 0);
  g_assert_cmpuint (get_thumbnail (fixture), ==, 0);
}

/* What is looked at stays there, at any size. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double height = gtk_widget_get_height (GTK_WIDGET (fixture->view));
  double fitting = jx_page_view_get_zoom (fixture->view);

  g_assert_cmpint (jx_page_view_get_fit (fixture->view), ==, JX_PAGE_FIT_PAGE);
  g_assert_cmpfloat_with_epsilon (fitting * 297 / 25.4 * 96, height - 2 * JX_PAGE_GAP, 1);

  jx_page_view_set_page (fixture->view, 6);
  gtk_widget_activate_action (fixture->window, "preview.zoom", "s", "200");
  g_assert_cmpfloat (jx_page_view_get_zoom (fixture->view), ==, 2);
  g_assert_cmpuint (jx_page_view_get_page (fixture->view), ==, 6);
  gtk_widget_activate_action (fixture->window, "preview.zoom-in", NULL);
  g_assert_cmpfloat (jx_page_view_get_zoom (fixture->view), ==, 2.5);
  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (fixture->window, "preview.zoom-out", NULL);
  g_assert_cmpfloat (jx_page_view_get_zoom (fixture->view), ==, JX_PAGE_ZOOM_MIN);

  gtk_widget_activate_action (fixture->window, "preview.zoom", "s", "width");
  g_assert_cmpfloat_with_epsilon (jx_page_view_get_zoom (fixture->view) * 210 / 25.4 * 96, gtk_widget_get_width (GTK_WIDGET (fixture->view)) - 2 * JX_PAGE_GAP, 1);
}

static gpointer
find_option (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->panel), JX_TYPE_PAPER_PANEL, name);
}

/* What is chosen is laid out anew; what is not possible leaves the pages and says why. */
static void
test_options (Fixture *fixture, gconstpointer data)
{
  guint whole = count_pages (fixture);
  GtkWidget *problem = find_option (fixture, "problem");
  GtkSpinButton *left = find_option (fixture, "left");
  AdwExpanderRow *margins = find_option (fixture, "margins");
  const JxPaperOptions *options = NULL;

  gtk_check_button_set_active (find_option (fixture, "scope_projects"), TRUE);
  WAIT_FOR (count_pages (fixture) == 1);
  options = jx_paper_choice_get_options (fixture->choice);
  g_assert_cmpint (options->scope, ==, JX_PAPER_PROJECTS);
  g_assert_cmpuint (options->projects->len, ==, 1);
  g_assert_cmpuint (g_array_index (options->projects, guint, 0), ==, 3);

  adw_expander_row_set_enable_expansion (margins, TRUE);
  g_assert_cmpfloat (gtk_spin_button_get_value (left), >, 10);
  gtk_spin_button_set_value (left, 149);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_cmpfloat (jx_paper_choice_get_options (fixture->choice)->setup.left_mm, <, 149);
  gtk_spin_button_set_value (left, 35);
  g_assert_false (gtk_widget_get_visible (problem));
  g_assert_cmpfloat (jx_paper_choice_get_options (fixture->choice)->setup.left_mm, ==, 35);

  adw_expander_row_set_enable_expansion (margins, FALSE);
  gtk_check_button_set_active (find_option (fixture, "scope_whole"), TRUE);
  WAIT_FOR (count_pages (fixture) == whole);
}

/* Paper of another kind is seen at once. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *turn = find_option (fixture, "turn");
  double before = jx_page_view_get_zoom (fixture->view);

  adw_combo_row_set_selected (turn, JX_PAPER_TURN_LANDSCAPE);
  WAIT_FOR (jx_page_view_get_zoom (fixture->view) != before);
  g_assert_cmpfloat_with_epsilon (jx_page_view_get_zoom (fixture->view) * 297 / 25.4 * 96, gtk_widget_get_width (GTK_WIDGET (fixture->view)) - 2 * JX_PAGE_GAP, 1);
}

static JxPaperOptions *
make_options (JxPaperScope scope)
{
  JxPaperOptions *options = jx_paper_options_new ();
  guint place = 2;

  options->scope = scope;
  g_array_append_val (options->projects, place);
  options->form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);
  options->draft_mark = TRUE;
  options->setup = (JxPaperSetup){ 297, 420, JX_PAPER_TURN_LANDSCAPE, TRUE, 20.5, 15, 18, 30 };

  return options;
}

/* The next time the document is opened its paper is as it was; another document's is not. */
static void
test_kept (void)
{
  g_autoptr (JxPaperOptions) options = make_options (JX_PAPER_WHOLE);
  g_autoptr (JxPaperOptions) some = make_options (JX_PAPER_PROJECTS);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (JxPaperChoice) first = jx_paper_choice_new ("/home/someone/云溪.jixiao");
  g_autoptr (JxPaperChoice) again = NULL;
  g_autoptr (JxPaperChoice) other = NULL;
  g_autoptr (JxPaperChoice) moved = NULL;
  const JxPaperOptions *kept = NULL;

  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_VERTICAL);
  gtk_print_settings_set_n_copies (settings, 7);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  jx_paper_choice_set_options (first, options);
  jx_paper_choice_set_print_settings (first, settings);

  again = jx_paper_choice_new ("/home/someone/云溪.jixiao");
  kept = jx_paper_choice_get_options (again);
  g_assert_cmpint (kept->scope, ==, JX_PAPER_WHOLE);
  g_assert_cmpuint (kept->projects->len, ==, 0);
  g_assert_true (kept->form == options->form);
  g_assert_true (kept->draft_mark);
  g_assert_false (kept->with_charts);
  g_assert_cmpmem (&kept->setup, sizeof kept->setup, &options->setup, sizeof options->setup);
  g_assert_cmpint (gtk_print_settings_get_duplex (jx_paper_choice_get_print_settings (again)), ==, GTK_PRINT_DUPLEX_VERTICAL);
  g_assert_cmpint (gtk_print_settings_get_n_copies (jx_paper_choice_get_print_settings (again)), ==, 1);
  g_assert_cmpint (gtk_print_settings_get_print_pages (jx_paper_choice_get_print_settings (again)), ==, GTK_PRINT_PAGES_ALL);

  other = jx_paper_choice_new ("/home/someone/石桥.jixiao");
  g_assert_false (jx_paper_choice_get_options (other)->draft_mark);
  g_assert_null (jx_paper_choice_get_print_settings (other));

  /* Some projects are for once, and so is their form. */
  jx_paper_choice_set_options (other, some);
  g_clear_object (&other);
  other = jx_paper_choice_new ("/home/someone/石桥.jixiao");
  g_assert_cmpint (jx_paper_choice_get_options (other)->scope, ==, JX_PAPER_WHOLE);
  g_assert_null (jx_paper_choice_get_options (other)->form);

  jx_paper_choice_set_path (again, "/home/someone/另存.jixiao");
  moved = jx_paper_choice_new ("/home/someone/另存.jixiao");
  g_assert_true (jx_paper_choice_get_options (moved)->draft_mark);
}

#define FOLDER "jixiao/paper"

/* As if all that is kept had been written @seconds earlier. Returns: how many files there are. */
static guint
make_older (gint64 seconds)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;
      struct utimbuf times;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      times.actime = times.modtime = status.st_mtime - seconds;
      g_assert_cmpint (g_utime (path, &times), ==, 0);
      n++;
    }

  return n;
}

static void
choose_draft_mark (const char *path)
{
  g_autoptr (JxPaperChoice) choice = jx_paper_choice_new (path);
  g_autoptr (JxPaperOptions) options = make_options (JX_PAPER_WHOLE);

  jx_paper_choice_set_options (choice, options);
}

static gboolean
is_remembered (const char *path)
{
  g_autoptr (JxPaperChoice) choice = jx_paper_choice_new (path);

  return jx_paper_choice_get_options (choice)->draft_mark;
}

/* A document that has not been there for long is forgotten; one that is there, or was lately, is not. */
static void
test_forgotten (void)
{
  g_autofree char *there = g_build_filename (g_get_user_data_dir (), "there.jixiao", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (there, "", 0, NULL));
  choose_draft_mark (there);
  choose_draft_mark ("/home/someone/去年.jixiao");
  make_older (200 * 24 * 60 * 60);
  choose_draft_mark ("/home/someone/昨天.jixiao");
  make_older (24 * 60 * 60);
  choose_draft_mark ("/home/someone/今天.jixiao");

  g_assert_true (is_remembered (there));
  g_assert_true (is_remembered ("/home/someone/昨天.jixiao"));
  g_assert_true (is_remembered ("/home/someone/今天.jixiao"));
  g_assert_false (is_remembered ("/home/someone/去年.jixiao"));
}

/* However many documents there are, what is kept of them has an end; the oldest goes first. */
static void
test_bounded (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), FOLDER, NULL);

  choose_draft_mark ("/home/someone/first.jixiao");
  make_older (60);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%u.ini", folder, i);

      g_assert_true (g_file_set_contents_full (name, "[Paper]\npath=/\n", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
  make_older (60);
  choose_draft_mark ("/home/someone/last.jixiao");

  g_assert_cmpuint (make_older (0), <=, 400);
  g_assert_true (is_remembered ("/home/someone/last.jixiao"));
  g_assert_false (is_remembered ("/home/someone/first.jixiao"));
}

int
main (int argc, char **argv)
{
  /* Before the tests' own folders, in which there are none of the system's settings and media types. */
  adw_init ();
  g_free (g_content_type_guess ("drawing.svg", NULL, 0, NULL));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/preview/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/preview/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/preview/options", Fixture, NULL, set_up, test_options, tear_down);
  g_test_add ("/preview/paper", Fixture, NULL, set_up, test_paper, tear_down);
  g_test_add_func ("/paper-choice/kept", test_kept);
  g_test_add_func ("/paper-choice/forgotten", test_forgotten);
  g_test_add_func ("/paper-choice/bounded", test_bounded);

  return g_test_run ();
}
