/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <locale.h>
#include <string.h>

#include "jx-test.h"

/* What goes to files and comes from them: saved, closed, opened again, taken in, sent out. */

static void
assert_same (const char *a, const char *b)
{
  int status = -1;
  g_autofree char *differences = jx_desk_run (&status, g_getenv ("JX_CLI"), "diff", a, b, NULL);

  g_assert_cmpstr (differences, ==, "");
  g_assert_cmpint (status, ==, 0);
}

static void
test_save (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *before = jx_desk_dup_path (desk, "before.jixiao");
  g_autofree char *contents = jx_test_read (desk->document, NULL);
  g_autofree char *differences = NULL;
  AtspiAccessible *sheet = NULL;
  int status = -1;

  g_assert_true (g_file_set_contents (before, contents, -1, NULL));
  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 *");
  jx_desk_write (desk, sheet, "Row 1, Target value", "≥15个");
  jx_desk_write (desk, sheet, "Row 2, Basis of the value", "上级要求");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi •"));
  assert_same (before, desk->document);

  jx_robot_press (desk->robot, "<Control>s");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  differences = jx_desk_run (&status, g_getenv ("JX_CLI"), "diff", before, desk->document, NULL);
  g_assert_cmpint (status, ==, 1);
  g_assert_cmpstr (differences, ==,
                   "Project 1 · Indicator 1 · Target value: “≥12个” → “≥15个”\n"
                   "Project 1 · Indicator 2 · Basis of the value: “行业标准” → “上级要求”\n");
  jx_desk_quit (desk);
}

static void
test_close (void)
{
  static const char *asked = "Save the changes to “yunxi”?";
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *sheet = NULL;
  AtspiAccessible *question = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "2 *");
  jx_desk_write (desk, sheet, "Budget", "269.00");
  jx_robot_press (desk->robot, "<Control>s");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  jx_desk_quit (desk);

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "2 *");
  g_assert_true (jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Budget"), "269.00*"));
  jx_desk_write (desk, sheet, "Fiscal funds", "200.00");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi •"));

  jx_robot_press (desk->robot, "<Control>q");
  question = jx_robot_find_window (desk->robot, asked);
  jx_robot_find (desk->robot, question, ATSPI_ROLE_LABEL, "What is not saved will be lost.");
  jx_robot_press (desk->robot, "Escape");
  jx_robot_wait_closed (desk->robot, asked);
  jx_robot_use (desk->robot, desk->window);
  g_assert_true (jx_robot_has_name (desk->window, "yunxi •"));
  g_assert_true (jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Fiscal funds"), "200.00*"));

  jx_robot_press (desk->robot, "<Control>q");
  question = jx_robot_find_window (desk->robot, asked);
  jx_robot_find (desk->robot, question, ATSPI_ROLE_LABEL, "Discard");
  jx_robot_press (desk->robot, "<Alt>d");
  jx_robot_wait_end (desk->robot);
  g_clear_pointer (&desk->robot, jx_robot_free);

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "2 *");
  g_assert_true (jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Fiscal funds"), "218.00*"));
}

static void
test_import (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *text = jx_desk_dup_path (desk, "yunxi.txt");
  g_autofree char *taken = jx_desk_dup_path (desk, "taken.jixiao");
  AtspiAccessible *report = NULL;

  jx_desk_open (desk, text, "yunxi •");
  report = jx_robot_find_window (desk->robot, "What Was Taken In");
  jx_robot_find (desk->robot, report, ATSPI_ROLE_LABEL, "yunxi.txt");
  jx_robot_find (desk->robot, report, ATSPI_ROLE_LABEL, "*9 projects*59 indicators*");
  jx_robot_press (desk->robot, "Escape");
  jx_robot_wait_closed (desk->robot, "What Was Taken In");

  jx_robot_use (desk->robot, desk->window);
  jx_robot_press (desk->robot, "<Control>s");
  jx_desk_choose_file (desk, "Save the Document", taken);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "taken"));
  assert_same (text, taken);
  jx_desk_quit (desk);
}

/* A colleague corrects a Word file: by the keyboard alone her correction is seen beside the document,
 * chosen, taken in and taken back. */
static void
test_take_in (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *theirs = jx_desk_dup_path (desk, "theirs.jixiao");
  g_autofree char *word = jx_desk_dup_path (desk, "theirs.docx");
  g_autofree char *xml = jx_test_read (desk->document, NULL);
  g_autofree char *printed = NULL;
  g_autoptr (GString) changed = g_string_new (xml);
  AtspiAccessible *dialog = NULL, *row = NULL, *mine = NULL, *side = NULL, *sheet = NULL;
  int status = -1;

  g_assert_cmpuint (g_string_replace (changed, "≥14处", "≥16处", 0), ==, 1);
  g_assert_true (g_file_set_contents (theirs, changed->str, changed->len, NULL));
  printed = jx_desk_run (&status, g_getenv ("JX_CLI"), "export", theirs, "-o", word, NULL);
  g_assert_cmpint (status, ==, 0);

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "2 *");
  jx_robot_press (desk->robot, "<Control>i");
  jx_desk_choose_file (desk, "Take In Colleagues’ Files", word);
  dialog = jx_robot_find_window (desk->robot, "Take In");
  row = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST_ITEM, "村内道路维修改造: Merged: 0 of 1 taken");
  jx_robot_until (desk->robot, jx_robot_has_state (row, ATSPI_STATE_FOCUSED));
  mine = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_RADIO_BUTTON, "Indicator 2 · Target value: Mine: ≥14处");
  side = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_RADIO_BUTTON, "Indicator 2 · Target value: Theirs: ≥16处");
  jx_robot_walk (desk->robot, "Tab", mine);
  jx_robot_press (desk->robot, "Right");
  jx_robot_until (desk->robot, jx_robot_has_state (side, ATSPI_STATE_FOCUSED));
  jx_robot_press (desk->robot, "space");
  jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST_ITEM, "村内道路维修改造: Merged: 1 of 1 taken");
  jx_robot_press (desk->robot, "<Alt>t");
  jx_robot_wait_closed (desk->robot, "Take In");

  jx_robot_use (desk->robot, desk->window);
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Row 2, Target value"), "≥16处*"));
  jx_robot_press (desk->robot, "<Control>z");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Row 2, Target value"), "≥14处*"));
  jx_desk_quit (desk);
}

static void
test_pdf (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *pdf = jx_desk_dup_path (desk, "goals.pdf");
  g_autofree char *words = NULL;
  AtspiAccessible *sheet = NULL;
  int status = -1;

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "3 *");
  jx_desk_write (desk, sheet, "Row 1, Target value", "≥16.75公里");
  jx_robot_press (desk->robot, "F10");
  jx_robot_activate (desk->robot, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_MENU_ITEM, "Export as PDF…"));
  jx_robot_find_window (desk->robot, "Export as PDF");
  jx_robot_press (desk->robot, "<Alt>e");
  jx_desk_choose_file (desk, "Save the PDF File", pdf);
  jx_robot_until (desk->robot, g_file_test (pdf, G_FILE_TEST_EXISTS));

  words = jx_desk_run (&status, "pdftotext", "-layout", pdf, "-", NULL);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (words, "≥16.75公里"));
  g_assert_null (strstr (words, "≥14.3公里"));
  g_assert_nonnull (strstr (words, "云溪河保洁与巡护"));
}

/* Looked through by the keyboard, the department's part chosen, and written as it is seen. */
static void
test_preview (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *pdf = jx_desk_dup_path (desk, "department.pdf");
  g_autofree char *words = NULL;
  AtspiAccessible *preview = NULL, *pages = NULL, *part = NULL;
  int status = -1;

  jx_desk_open (desk, desk->document, "yunxi");
  jx_robot_press (desk->robot, "<Control><Shift>p");
  preview = jx_robot_find_window (desk->robot, "Print Preview");
  pages = jx_robot_find (desk->robot, preview, ATSPI_ROLE_IMAGE, "Page 1 of *");
  jx_robot_press (desk->robot, "Page_Down");
  jx_robot_until (desk->robot, jx_robot_has_name (pages, "Page 2 of *"));
  jx_robot_press (desk->robot, "End");
  jx_robot_until (desk->robot, !jx_robot_has_name (pages, "Page 2 of *"));

  part = jx_robot_find (desk->robot, preview, ATSPI_ROLE_RADIO_BUTTON, "The Department’s Part");
  jx_robot_click (desk->robot, part);
  jx_robot_until (desk->robot, jx_robot_has_state (part, ATSPI_STATE_CHECKED));
  jx_robot_press (desk->robot, "<Control>e");
  jx_desk_choose_file (desk, "Save the PDF File", pdf);
  jx_robot_until (desk->robot, g_file_test (pdf, G_FILE_TEST_EXISTS));

  words = jx_desk_run (&status, "pdftotext", "-layout", pdf, "-", NULL);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (words, "工作保障措施"));
  g_assert_null (strstr (words, "绩效目标表"));
}

static void
test_broken (void)
{
  static const char *refused = "“broken.jixiao” could not be opened";
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *broken = jx_desk_dup_path (desk, "broken.jixiao");
  AtspiAccessible *dialog = NULL;

  g_assert_true (g_file_set_contents (broken,
                                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                      "<goal-document xmlns=\"urn:jixiao:goal-document:1\" version=\"1.0\">\n"
                                      "  <year>2026</year>\n"
                                      "  <project>\n"
                                      "    <budget>twelve</budget>\n"
                                      "  </project>\n"
                                      "</goal-document>\n", -1, NULL));
  jx_desk_open (desk, broken, "Jixiao");
  dialog = jx_robot_find_window (desk->robot, refused);
  jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LABEL, "*broken.jixiao:5: *“twelve”*");
  jx_robot_press (desk->robot, "Escape");
  jx_robot_wait_closed (desk->robot, refused);

  /* Nothing is lost by it: the window takes the next file. */
  jx_robot_use (desk->robot, desk->window);
  jx_robot_press (desk->robot, "<Control>o");
  jx_desk_choose_file (desk, "Open a Goal Document", desk->document);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  jx_desk_quit (desk);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/save", test_save);
  g_test_add_func ("/files/close", test_close);
  g_test_add_func ("/files/import", test_import);
  g_test_add_func ("/files/take-in", test_take_in);
  g_test_add_func ("/files/pdf", test_pdf);
  g_test_add_func ("/files/preview", test_preview);
  g_test_add_func ("/files/broken", test_broken);

  return g_test_run ();
}
