/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <gtk/gtkunixprint.h>
#include <string.h>

#include "app/jx-print.h"

#include "jx-cups.h"
#include "jx-test-app.h"
#include "jx-test.h"

#define N_PROJECTS 5

/* What goes through the print dialog's machinery to a real print server, and what the printer gets. */

static JxCups *server; /* one for all tests: the program asks but once where it is */

typedef struct
{
  JxDocument *document;
  JxPaperChoice *choice;
  GtkPrintSettings *settings;
  GPtrArray *expected; /* (element-type utf8): the words of each page of the exported file */
} Fixture;

static char *
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return g_steal_pointer (&output);
}

/* The words of each page, without the white space between them. */
static GPtrArray *
read_pages (const char *path)
{
  g_autofree char *text = run ((const char *[]) { "pdftotext", path, "-", NULL });
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; pages[i] != NULL && pages[i + 1] != NULL; i++)
    {
      g_autoptr (GString) page = g_string_new (NULL);

      for (const char *p = pages[i]; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          g_string_append_unichar (page, g_utf8_get_char (p));
      g_ptr_array_add (words, g_string_free (g_steal_pointer (&page), FALSE));
    }

  return words;
}

static JxPaper *
make_paper (Fixture *fixture)
{
  return jx_paper_new (fixture->document, jx_paper_choice_get_options (fixture->choice), NULL, NULL);
}

static char *
export (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "exported.pdf", NULL);
  g_autoptr (JxPaper) paper = make_paper (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  jx_paper_save_pdf (paper, path, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *exported = NULL;

  if (server == NULL)
    {
      g_test_skip ("no print server is installed (cups-daemon, cups-filters-core-drivers): NOTHING IS PRINTED");
      return;
    }

  fixture->document = jx_test_make_document (N_PROJECTS);
  fixture->choice = jx_paper_choice_new (NULL);
  fixture->settings = gtk_print_settings_new ();
  gtk_print_settings_set_printer (fixture->settings, JX_CUPS_PRINTER);
  exported = export (fixture);
  fixture->expected = read_pages (exported);
  g_assert_cmpuint (fixture->expected->len, >, N_PROJECTS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->choice);
  g_clear_object (&fixture->settings);
  g_clear_pointer (&fixture->expected, g_ptr_array_unref);
}

static GtkPrintUnixDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window))
        return GTK_PRINT_UNIX_DIALOG (window);
    }

  return NULL;
}

static gboolean
is_ready (GtkPrintUnixDialog *dialog)
{
  GtkPrinter *printer = gtk_print_unix_dialog_get_selected_printer (dialog);

  return printer != NULL && g_str_equal (gtk_printer_get_name (printer), JX_CUPS_PRINTER) && gtk_printer_has_details (printer);
}

/* Through the dialog, which takes up the settings. Returns: (transfer full): the file the printer got. */
static char *
print (Fixture *fixture, char **options)
{
  g_autoptr (GtkPrintOperation) operation = jx_print_operation_new (NULL, make_paper (fixture), "云溪", fixture->choice);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_print_settings (operation, fixture->settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, &error);
  g_assert_no_error (error);
  WAIT_FOR (find_dialog () != NULL && is_ready (find_dialog ()));
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), GTK_RESPONSE_OK);

  return jx_cups_wait (server, options);
}

/* @order: (array length=n): the pages of the exported file that @path must hold, from 1. */
static void
assert_pages (Fixture *fixture, const char *path, const guint *order, guint n)
{
  g_autoptr (GPtrArray) printed = read_pages (path);

  g_assert_cmpuint (printed->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (printed->pdata[i], ==, fixture->expected->pdata[order[i] - 1]);
}

static char *
paint (const char *path, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *stem = g_strconcat (path, "-painted", NULL);
  g_autofree char *painted = g_strconcat (stem, ".png", NULL);

  g_free (run ((const char *[]) { "pdftoppm", "-f", number, "-l", number, "-r", "50", "-gray", "-png", "-singlefile", path, stem, NULL }));
  return g_steal_pointer (&painted);
}

static guchar *
read_dots (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, &error);
  gsize stride = 0;
  guchar *dots = NULL;

  g_assert_no_error (error);
  stride = (gsize) gdk_texture_get_width (texture) * 4;
  *length = stride * gdk_texture_get_height (texture);
  dots = g_malloc (*length);
  gdk_texture_download (texture, dots, stride);

  return dots;
}

/* Two in a thousand dots may be of quite another shade, where glyphs fall between them. */
static void
assert_looks_alike (const char *a, const char *b)
{
  gsize length = 0, other_length = 0, different = 0;
  g_autofree guchar *one = read_dots (a, &length);
  g_autofree guchar *other = read_dots (b, &other_length);

  g_assert_cmpuint (length, ==, other_length);
  for (gsize i = 0; i < length; i++)
    different += ABS (one[i] - other[i]) > 64;
  g_assert_cmpuint (different, <=, length / 500);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  guint order[64];
  g_autofree char *exported = NULL;
  g_autofree char *printed = NULL;

  if (server == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i + 1;
  printed = print (fixture, NULL);
  assert_pages (fixture, printed, order, fixture->expected->len);

  exported = export (fixture);
  for (guint page = 1; page <= 4; page++)
    {
      g_autofree char *one = paint (exported, page);
      g_autofree char *other = paint (printed, page);

      assert_looks_alike (one, other);
    }
}

static void
test_ranges (Fixture *fixture, gconstpointer data)
{
  GtkPageRange ranges[] = { { 1, 2 }, { 4, 4 } }; /* from 0 */
  g_autofree char *path = NULL;

  if (server == NULL)
    return;

  gtk_print_settings_set_print_pages (fixture->settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (fixture->settings, ranges, G_N_ELEMENTS (ranges));
  path = print (fixture, NULL);
  assert_pages (fixture, path, (const guint[]){ 2, 3, 5 }, 3);
}

static void
test_copies (Fixture *fixture, gconstpointer data)
{
  GtkPageRange range = { 1, 2 };
  g_autofree char *path = NULL;

  if (server == NULL)
    return;

  gtk_print_settings_set_print_pages (fixture->settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (fixture->settings, &range, 1);
  gtk_print_settings_set_n_copies (fixture->settings, 2);
  gtk_print_settings_set_collate (fixture->settings, TRUE);
  path = print (fixture, NULL);
  assert_pages (fixture, path, (const guint[]){ 2, 3, 2, 3 }, 4);
}

/* Both sides of the paper, and the printer is told so. */
static void
test_duplex (Fixture *fixture, gconstpointer data)
{
  GtkPageRange range = { 0, 1 };
  g_autofree char *options = NULL;
  g_autofree char *path = NULL;

  if (server == NULL)
    return;

  gtk_print_settings_set_print_pages (fixture->settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (fixture->settings, &range, 1);
  gtk_print_settings_set_duplex (fixture->settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  path = print (fixture, &options);
  assert_pages (fixture, path, (const guint[]){ 1, 2 }, 2);
  g_assert_nonnull (strstr (options, "Duplex=DuplexNoTumble"));
}

/* Two pages stand side by side on a sheet, each with all its words. */
static void
test_number_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  if (server == NULL)
    return;

  gtk_print_settings_set_number_up (fixture->settings, 2);
  path = print (fixture, NULL);
  sheets = read_pages (path);
  g_assert_cmpuint (sheets->len, ==, (fixture->expected->len + 1) / 2);
  for (guint i = 0; i < fixture->expected->len; i++)
    g_assert_cmpuint (strlen (sheets->pdata[i / 2]), >=, strlen (fixture->expected->pdata[i]));
  g_assert_cmpuint (strlen (sheets->pdata[1]), ==, strlen (fixture->expected->pdata[2]) + strlen (fixture->expected->pdata[3]));
}

/* Paper of another size, turned, goes to the printer as such. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxPaperOptions) options = jx_paper_options_copy (jx_paper_choice_get_options (fixture->choice));
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;

  if (server == NULL)
    return;

  options->setup = (JxPaperSetup){ .width_mm = 297, .height_mm = 420, .turn = JX_PAPER_TURN_LANDSCAPE };
  jx_paper_choice_set_options (fixture->choice, options);
  path = print (fixture, NULL);
  info = run ((const char *[]) { "pdfinfo", path, NULL });
  g_assert_true (g_regex_match_simple ("Page size: +(119[01][.0-9]* x 84[12]|84[12][.0-9]* x 119[01])", info, 0, 0));
}

static void
preview_cb (GSimpleAction *action, GVariant *parameter, gpointer asked)
{
  *(gboolean *) asked = TRUE;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer done)
{
  g_assert_cmpint (result, !=, GTK_PRINT_OPERATION_RESULT_ERROR);
  *(gboolean *) done = TRUE;
}

/* The dialog's preview is ours, and ends the dialog; nothing is printed. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("preview", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  gboolean asked = FALSE, done = FALSE;

  if (server == NULL)
    return;

  g_signal_connect (action, "activate", G_CALLBACK (preview_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  gtk_window_present (GTK_WINDOW (window));
  operation = jx_print_operation_new (GTK_WINDOW (window), make_paper (fixture), "云溪", fixture->choice);
  gtk_print_operation_set_print_settings (operation, fixture->settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), NULL);
  WAIT_FOR (find_dialog () != NULL && is_ready (find_dialog ()));
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), GTK_RESPONSE_APPLY);
  WAIT_FOR (asked && done);
  g_assert_null (find_dialog ());
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status = 0;

  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* GTK's back end misses a desktop's colour service and warns of it. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  g_test_add ("/cups/whole", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/cups/ranges", Fixture, NULL, set_up, test_ranges, tear_down);
  g_test_add ("/cups/copies", Fixture, NULL, set_up, test_copies, tear_down);
  g_test_add ("/cups/duplex", Fixture, NULL, set_up, test_duplex, tear_down);
  g_test_add ("/cups/several-pages-a-sheet", Fixture, NULL, set_up, test_number_up, tear_down);
  g_test_add ("/cups/paper", Fixture, NULL, set_up, test_paper, tear_down);

  g_test_add ("/cups/preview", Fixture, NULL, set_up, test_preview, tear_down);

  server = jx_cups_new ();
  status = g_test_run ();
  jx_cups_free (server);

  return status;
}
