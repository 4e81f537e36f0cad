/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "jx-test.h"

/* Nothing is lost: what is saved, opened and found again, and what is said and done when others, a disk or
 * a crash come between. Each of it in each way; only GTK's own dialog for files is answered as it can be. */

static AtspiAccessible *
open_and_change (JxDesk *desk, const char *value)
{
  AtspiAccessible *sheet = jx_ways_open_project (desk, "1 *");

  return jx_table_set (desk, sheet, "Row 1, Target value", "Target value", value);
}

static void
end (JxDesk *desk)
{
  jx_robot_close_last (desk->robot, desk->window);
  g_clear_pointer (&desk->robot, jx_robot_free);
}

/* @name: of a button of @within that has @mnemonic. */
static void
answer (JxDesk *desk, JxWay way, AtspiAccessible *within, const char *name, const char *mnemonic)
{
  AtspiAccessible *button = jx_robot_find (desk->robot, within, ATSPI_ROLE_PUSH_BUTTON, name);

  if (way != JX_WAY_KEYBOARD)
    jx_ways_press (desk, way, button);
  else
    {
      jx_robot_wait_place (desk->robot, button);
      jx_robot_press (desk->robot, mnemonic);
    }
}

static void
assert_value (const char *path, const char *value)
{
  g_autofree char *contents = jx_test_read (path, NULL);

  g_assert_nonnull (strstr (contents, value));
}

/* As somebody else does. */
static void
write_from_elsewhere (JxDesk *desk, const char *words, const char *by)
{
  g_autofree char *contents = jx_test_read (desk->document, NULL);
  g_autoptr (GString) changed = g_string_new (contents);

  g_assert_cmpuint (g_string_replace (changed, words, by, 0), >, 0);
  g_assert_true (g_file_set_contents (desk->document, changed->str, -1, NULL));
}

/* Saved, saved elsewhere, and another one opened beside it. */
static void
test_saving (JxDesk *desk, JxWay way)
{
  g_autofree char *other = jx_desk_dup_path (desk, "other.jixiao");
  AtspiAccessible *first = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  open_and_change (desk, "≥13个");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi •"));
  jx_ways_do (desk, way, "<Control>s", "win.save", "Save", NULL);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "Saved");
  assert_value (desk->document, "≥13个");

  jx_ways_do (desk, way, "<Control><Shift>s", "win.save-as", "Save As…", NULL);
  jx_desk_choose_file (desk, "Save the Document", other);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "other"));
  assert_value (other, "≥13个");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_INVALID) != NULL);

  first = desk->window;
  jx_ways_do (desk, way, "<Control>o", "win.open", "Open…", NULL);
  jx_desk_choose_file (desk, "Open a Goal Document", desk->document);
  desk->window = jx_robot_find_window (desk->robot, "yunxi");
  open_and_change (desk, "≥14个");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi •"));
  g_assert_true (jx_robot_has_name (first, "other"));
  assert_value (other, "≥13个");
}

/* What was open comes back, and what was closed is found on the first page. */
static void
test_coming_back (JxDesk *desk, JxWay way)
{
  g_autofree char *config = jx_desk_dup_path (desk, "config");
  g_autofree char *data = jx_desk_dup_path (desk, "data");
  AtspiAccessible *row = NULL;

  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  jx_desk_open (desk, desk->document, "yunxi");
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "<Control>q");
  else if (way == JX_WAY_POINTER)
    jx_ways_click_button (desk, desk->window, "Close");
  else
    jx_robot_act (desk->robot, desk->window, "window.close");
  jx_robot_wait_end (desk->robot);
  g_clear_pointer (&desk->robot, jx_robot_free);

  jx_desk_open (desk, NULL, "yunxi");
  jx_ways_do (desk, way, "<Control><Alt>n", "win.new-window", "New Window", NULL);
  desk->window = jx_robot_find_window (desk->robot, "Jixiao");
  row = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST_ITEM, "yunxi");
  jx_robot_until (desk->robot, jx_robot_has_description (row, "云溪镇人民政府 · 2026"));
  jx_ways_press (desk, way, row);
  /* It is open: its own window comes to the front, and no second one. */
  desk->window = jx_robot_find_window (desk->robot, "yunxi");
  jx_robot_until (desk->robot, jx_robot_has_state (desk->window, ATSPI_STATE_ACTIVE));
}

/* Somebody else writes the file: it is read again; then, with changes of one's own, compared and saved elsewhere. */
static void
test_others (JxDesk *desk, JxWay way)
{
  static const char *said = "Somebody else has changed the file since it was read here.";
  g_autofree char *other = jx_desk_dup_path (desk, "other.jixiao");
  AtspiAccessible *cell = NULL, *window = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  jx_ways_open_project (desk, "1 *");
  write_from_elsewhere (desk, "≥12个", "≥20个");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, said);
  answer (desk, way, desk->window, "Reload", "<Alt>r");
  jx_robot_until (desk->robot, jx_robot_seek (desk->robot, desk->window, ATSPI_ROLE_TABLE, "*绩效目标表") == NULL);
  cell = jx_desk_find_cell (desk, jx_ways_open_project (desk, "1 *"), "Row 1, Target value");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, "≥20个*"));

  open_and_change (desk, "≥13个");
  write_from_elsewhere (desk, "≥20个", "≥21个");
  jx_robot_until (desk->robot, jx_robot_get_place (jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Compare")).width > 0);
  answer (desk, way, desk->window, "Compare", "<Alt>c");
  window = jx_robot_find_window (desk->robot, "Compare");
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "yunxi.jixiao: 1 difference");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_robot_find (desk->robot, window, ATSPI_ROLE_PUSH_BUTTON, "Take Over: *"), "This document: ≥13个; yunxi.jixiao: ≥21个"));
  jx_ways_leave (desk, way, window, "Close");

  answer (desk, way, desk->window, "Save As…", "<Alt>a");
  jx_desk_choose_file (desk, "Save the Document", other);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "other"));
  assert_value (other, "≥13个");
  assert_value (desk->document, "≥21个");
  end (desk);
}

/* A colleague has it open: that is said, and one works on a copy. */
static void
test_held (JxDesk *desk, JxWay way)
{
  g_autofree char *note = jx_desk_dup_path (desk, ".~lock.yunxi.jixiao#");

  g_assert_true (g_file_set_contents (note, "李会计,li,office-2,01.02.2026 09:30,file:///home/li;", -1, NULL));
  jx_desk_open (desk, desk->document, "yunxi");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "The file is open at 李会计 (office-2) since*");
  answer (desk, way, desk->window, "Work on a Copy", "<Alt>w");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi (copy) •"));
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_INVALID) != NULL);
  assert_value (note, "李会计");
}

#define NOT_SAVED "The document could not be saved"

/* Returns: the dialog that says why. */
static AtspiAccessible *
save_in_vain (JxDesk *desk, JxWay way, const char *reason)
{
  AtspiAccessible *dialog = NULL;

  jx_ways_do (desk, way, "<Control>s", "win.save", "Save", NULL);
  dialog = jx_robot_find_window (desk->robot, NOT_SAVED);
  jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LABEL, reason);
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON) != NULL);

  return dialog;
}

/* The folder is gone, as a share that vanished; it is said, and another place is found. */
static void
test_lost (JxDesk *desk, JxWay way)
{
  g_autofree char *share = jx_desk_dup_path (desk, "share");
  g_autofree char *gone = jx_desk_dup_path (desk, "gone");
  g_autofree char *file = g_build_filename (share, "goals.jixiao", NULL);
  g_autofree char *other = jx_desk_dup_path (desk, "other.jixiao");

  g_assert_cmpint (g_mkdir (share, 0700), ==, 0);
  g_assert_cmpint (g_rename (desk->document, file), ==, 0);
  jx_desk_open (desk, file, "goals");
  open_and_change (desk, "≥13个");
  g_assert_cmpint (g_rename (share, gone), ==, 0);
  answer (desk, way, save_in_vain (desk, way, "*goals.jixiao: there is no such folder; make it or choose another"), "Save As…", "<Alt>a");
  jx_robot_wait_closed (desk->robot, NOT_SAVED);
  jx_desk_choose_file (desk, "Save the Document", other);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "other"));
  assert_value (other, "≥13个");
  end (desk);
}

/* Without room, or without a right: the program's own disk, and hers, from @state on. */
static void
make_disk (JxDesk *desk, const char *disk, const char *state)
{
  g_autofree char *is = jx_desk_dup_path (desk, "disk-is");

  g_setenv ("LD_PRELOAD", g_getenv ("JX_POOR_DISK_MODULE"), TRUE);
  g_setenv ("JX_POOR_DISK", disk, TRUE);
  g_setenv ("JX_POOR_DISK_IS", is, TRUE);
  g_assert_true (g_file_set_contents (is, state, -1, NULL));
}

static gboolean
has_draft (JxDesk *desk)
{
  g_autofree char *drafts = jx_desk_dup_path (desk, "state/jixiao/drafts");
  g_autofree char *printed = NULL;
  int status = -1;

  printed = jx_desk_run (&status, "grep", "-rl", "≥13个", drafts, NULL);

  return status == 0;
}

/* As after kill -9: the dialog says what was left, in words for each row too. */
static AtspiAccessible *
die_and_come_back (JxDesk *desk)
{
  AtspiAccessible *dialog = NULL, *row = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  open_and_change (desk, "≥13个");
  jx_robot_until (desk->robot, has_draft (desk));
  g_clear_pointer (&desk->robot, jx_robot_free);
  jx_desk_open (desk, NULL, "Jixiao");
  dialog = jx_robot_find_window (desk->robot, "Unsaved Work");
  row = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST_ITEM, "yunxi");
  jx_robot_until (desk->robot, jx_robot_has_description (row, "云溪镇人民政府 · 2026 · 9 projects*1 change that “yunxi.jixiao” does not have"));

  return dialog;
}

static void
test_drafts (JxDesk *desk, JxWay way)
{
  static const char *asked = "Discard the unsaved work in “yunxi”?";
  AtspiAccessible *dialog = die_and_come_back (desk);

  jx_ways_press (desk, way, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Open*"));
  jx_robot_wait_closed (desk->robot, "Unsaved Work");
  desk->window = jx_robot_find_window (desk->robot, "yunxi •");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, jx_ways_open_project (desk, "1 *"), "Row 1, Target value"), "≥13个*"));
  g_clear_pointer (&desk->robot, jx_robot_free);

  jx_desk_open (desk, NULL, "Jixiao");
  dialog = jx_robot_find_window (desk->robot, "Unsaved Work");
  jx_ways_press (desk, way, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Discard “yunxi”"));
  answer (desk, way, jx_robot_find_window (desk->robot, asked), "Discard", "<Alt>d");
  jx_robot_wait_closed (desk->robot, "Unsaved Work");
  g_assert_false (has_draft (desk));
  jx_robot_use (desk->robot, desk->window);
  end (desk);
}

/* The disk is full, that of the drafts too: both is said, nothing is harmed, and it is saved where there is room. */
static void
test_full (JxDesk *desk, JxWay way)
{
  g_autofree char *elsewhere = g_dir_make_tmp ("jixiao-e2e-XXXXXX", NULL);
  g_autofree char *other = g_build_filename (elsewhere, "other.jixiao", NULL);

  make_disk (desk, desk->folder, "");
  jx_desk_open (desk, desk->document, "yunxi");
  make_disk (desk, desk->folder, "full");
  open_and_change (desk, "≥13个");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "Unsaved work is not safe: *the disk is full*");
  answer (desk, way, save_in_vain (desk, way, "*yunxi.jixiao: the disk is full; make room or choose another place"), "Save As…", "<Alt>a");
  jx_robot_wait_closed (desk->robot, NOT_SAVED);
  assert_value (desk->document, "≥12个");
  jx_desk_choose_file (desk, "Save the Document", other);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "other"));
  assert_value (other, "≥13个");
  end (desk);
  jx_test_remove (elsewhere);
}

/* Nothing can be written where the document lies: it stays as it is on the screen, and is saved once something can. */
static void
test_locked (JxDesk *desk, JxWay way)
{
  g_autofree char *stick = jx_desk_dup_path (desk, "stick");
  g_autofree char *file = g_build_filename (stick, "goals.jixiao", NULL);

  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  g_assert_cmpint (g_rename (desk->document, file), ==, 0);
  make_disk (desk, stick, "locked");
  jx_desk_open (desk, file, "goals");
  open_and_change (desk, "≥13个");
  answer (desk, way, save_in_vain (desk, way, "*goals.jixiao: nothing can be written on this medium; choose another place"), "Close", "Escape");
  jx_robot_wait_closed (desk->robot, NOT_SAVED);
  jx_robot_use (desk->robot, desk->window);
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_TABLE_CELL) != NULL);
  assert_value (file, "≥12个");
  jx_robot_until (desk->robot, has_draft (desk));

  make_disk (desk, stick, "");
  jx_ways_do (desk, way, "<Control>s", "win.save", "Save", NULL);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "goals"));
  assert_value (file, "≥13个");
  g_assert_false (has_draft (desk));
  end (desk);
}

static void
switch_over (JxDesk *desk, JxWay way, const char *name)
{
  AtspiAccessible *window = NULL, *box = NULL;
  gboolean was = FALSE;

  jx_ways_do (desk, way, "<Control>comma", "win.preferences", "Preferences", NULL);
  window = jx_robot_find_window (desk->robot, "Preferences");
  box = jx_robot_find (desk->robot, window, ATSPI_ROLE_CHECK_BOX, name);
  was = jx_robot_has_state (box, ATSPI_STATE_CHECKED);
  if (way == JX_WAY_POINTER)
    jx_ways_wheel_to (desk, box);
  jx_ways_press (desk, way, box);
  jx_robot_until (desk->robot, jx_robot_has_state (box, ATSPI_STATE_CHECKED) != was);
}

static void
leave_preferences (JxDesk *desk, JxWay way)
{
  jx_ways_leave (desk, way, jx_robot_find_window (desk->robot, "Preferences"), "Close");
}

/* Where she wants no drafts none is kept, the one there is goes too; where she wants them again there is one at once. */
static void
test_without_drafts (JxDesk *desk, JxWay way)
{
  static const char *name = "Keep Unsaved Work Safe";

  jx_desk_open (desk, desk->document, "yunxi");
  open_and_change (desk, "≥13个");
  jx_robot_until (desk->robot, has_draft (desk));
  switch_over (desk, way, name);
  jx_robot_until (desk->robot, !has_draft (desk));
  leave_preferences (desk, way);

  open_and_change (desk, "≥14个");
  open_and_change (desk, "≥13个");
  switch_over (desk, way, name);
  jx_robot_until (desk->robot, has_draft (desk));
  leave_preferences (desk, way);
}

/* The version before goes where she wants it. */
static void
test_backup (JxDesk *desk, JxWay way)
{
  g_autofree char *folder = jx_desk_dup_path (desk, "before");
  AtspiAccessible *window = NULL, *row = NULL;
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, desk->document, -1);
  g_autofree char *kept = g_strdup_printf ("%s/%.8s-yunxi.jixiao~", folder, name);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  jx_desk_open (desk, desk->document, "yunxi");
  switch_over (desk, way, "Keep the Version Before");
  window = jx_robot_find_window (desk->robot, "Preferences");
  row = jx_robot_find (desk->robot, window, ATSPI_ROLE_LIST_ITEM, "Folder for Them");
  if (way == JX_WAY_POINTER)
    jx_ways_wheel_to (desk, row);
  jx_ways_press (desk, way, jx_robot_find (desk->robot, row, ATSPI_ROLE_PUSH_BUTTON, "Choose…"));
  jx_desk_choose_file (desk, "Folder for Versions Before", folder);
  jx_robot_find (desk->robot, row, ATSPI_ROLE_LABEL, folder);
  leave_preferences (desk, way);

  open_and_change (desk, "≥13个");
  jx_ways_do (desk, way, "<Control>s", "win.save", "Save", NULL);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  assert_value (desk->document, "≥13个");
  assert_value (kept, "≥12个");
  end (desk);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add_plain ("ways/saving", test_saving);
  jx_ways_add_plain ("ways/others", test_others);
  jx_ways_add_plain ("ways/held", test_held);
  jx_ways_add_plain ("ways/lost", test_lost);
  jx_ways_add_plain ("ways/full", test_full);
  jx_ways_add_plain ("ways/locked", test_locked);
  jx_ways_add_plain ("ways/drafts", test_drafts);
  jx_ways_add_plain ("ways/without-drafts", test_without_drafts);
  jx_ways_add_plain ("ways/backup", test_backup);
  jx_ways_add_plain ("ways/coming-back", test_coming_back);

  return g_test_run ();
}
