/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-atomic-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jx-test.h"

#define MIB (1024 * 1024)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.jixiao", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_holds (const char *path, const char *expected)
{
  gsize length;
  g_autofree char *contents = jx_test_read (path, &length);

  g_assert_cmpmem (contents, length, expected, strlen (expected));
}

static gboolean
replace (const char *path, const char *text, GError **error)
{
  g_autoptr (JxAtomicFile) file = jx_atomic_file_new (path, error);

  return file != NULL
         && jx_atomic_file_write (file, text, strlen (text), error)
         && jx_atomic_file_commit (file, error);
}

static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fresh = g_build_filename (fixture->folder, "青禾.jixiao", NULL);
  g_autoptr (GError) error = NULL;
  struct stat rights;
  mode_t mask = umask (027);

  g_assert_true (replace (fixture->path, "new", &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "new");

  g_assert_true (replace (fresh, "first", &error));
  g_assert_no_error (error);
  assert_holds (fresh, "first");
  g_assert_cmpint (stat (fresh, &rights), ==, 0);
  g_assert_cmpint (rights.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  umask (mask);
}

static void
test_not_committed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxAtomicFile) file = jx_atomic_file_new (fixture->path, NULL);
  g_autofree char *much = g_malloc0 (3 * MIB);

  g_assert_true (jx_atomic_file_write (file, much, 3 * MIB, NULL));
  g_clear_pointer (&file, jx_atomic_file_free);

  assert_holds (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Pieces of every size come out in order. */
static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, MIB - 1, 1, 1, MIB, MIB + 1, 7, 3 * MIB, 0, 5 };
  g_autoptr (JxAtomicFile) file = jx_atomic_file_new (fixture->path, NULL);
  g_autoptr (GByteArray) expected = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree guint8 *piece = g_malloc (sizes[i] + 1);

      for (gsize j = 0; j < sizes[i]; j++)
        piece[j] = (guint8) (j * 31 + i);
      g_byte_array_append (expected, piece, sizes[i]);
      g_assert_true (jx_atomic_file_write (file, piece, sizes[i], &error));
    }
  g_assert_true (jx_atomic_file_commit (file, &error));
  g_assert_no_error (error);

  contents = jx_test_read (fixture->path, &length);
  g_assert_cmpmem (contents, length, expected->data, expected->len);
}

static void
test_keeps_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *link_to_link = g_build_filename (fixture->folder, "second", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);
  g_autofree char *made = g_build_filename (fixture->folder, "made", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("a.jixiao", link), ==, 0);
  g_assert_cmpint (symlink (link, link_to_link), ==, 0);
  g_assert_cmpint (symlink ("made", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);

  g_assert_true (replace (link_to_link, "new", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link_to_link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (fixture->path, "new");

  g_assert_true (replace (dangling, "made", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  assert_holds (made, "made");

  g_assert_false (replace (loop, "x", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

static void
test_keeps_rights (Fixture *fixture, gconstpointer data)
{
  static const int modes[] = { 0600, 0664, 0644, 0755 };
  struct stat rights;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      g_assert_true (replace (fixture->path, "new", NULL));
      g_assert_cmpint (stat (fixture->path, &rights), ==, 0);
      g_assert_cmpint (rights.st_mode & 0777, ==, modes[i]);
    }

  /* Only root can have files of others, and gives them back. */
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (fixture->path, 12, 34), ==, 0);
      g_assert_true (replace (fixture->path, "newer", NULL));
      g_assert_cmpint (stat (fixture->path, &rights), ==, 0);
      g_assert_cmpint (rights.st_uid, ==, 12);
      g_assert_cmpint (rights.st_gid, ==, 34);
    }
}

/* No room for the new file: the old one stays, nothing is left. A limit does what a full disk does. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *much = g_malloc0 (4 * MIB);
  g_autofree char *message = g_strdup_printf ("%s: the file would be larger than is allowed there; choose another place", fixture->path);
  struct rlimit limit, low;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  low = limit;
  low.rlim_cur = 2 * MIB;
  signal (SIGXFSZ, SIG_IGN);

  /* Met while writing, and met only at the end, when the buffer goes out. */
  for (gsize size = 1; size <= 4; size += 3)
    {
      g_autoptr (JxAtomicFile) file = jx_atomic_file_new (fixture->path, NULL);
      g_autoptr (GError) error = NULL;
      gboolean written;

      low.rlim_cur = size == 1 ? MIB / 2 : 2 * MIB;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
      written = jx_atomic_file_write (file, much, size * MIB, NULL);
      g_assert_cmpint (written, ==, size == 1);
      g_assert_false (jx_atomic_file_commit (file, &error));
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_cmpstr (error->message, ==, message);
      g_clear_pointer (&file, jx_atomic_file_free);
      assert_holds (fixture->path, "old");
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
}

static void
test_bad_places (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *name; int code; const char *sentence; } cases[] = {
    { "absent/a.jixiao", G_IO_ERROR_NOT_FOUND, "there is no such folder; make it or choose another" },
    { "a.jixiao/below", G_IO_ERROR_NOT_DIRECTORY, "there is no such folder; make it or choose another" },
    { ".", G_IO_ERROR_IS_DIRECTORY, "this is a folder; give the name of a file in it" },
    { "locked", G_IO_ERROR_PERMISSION_DENIED, "you have no right to write there; choose another place or ask for the right" },
  };
  g_autofree char *locked = g_build_filename (fixture->folder, "locked", NULL);

  g_assert_true (g_file_set_contents (locked, "old", -1, NULL));
  g_assert_cmpint (g_chmod (locked, 0444), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
      g_autofree char *message = g_strdup_printf ("%s: %s", path, cases[i].sentence);
      g_autoptr (GError) error = NULL;

      /* Root writes everywhere. */
      if (cases[i].code == G_IO_ERROR_PERMISSION_DENIED && geteuid () == 0)
        continue;
      g_assert_false (replace (path, "new", &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, message);
      g_assert_cmpuint (count_files (fixture->folder), ==, 2);
    }
}

static void
test_folder_vanishes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "sub", NULL);
  g_autofree char *path = g_build_filename (folder, "a.jixiao", NULL);
  g_autofree char *moved = g_build_filename (fixture->folder, "moved", NULL);
  g_autoptr (JxAtomicFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  file = jx_atomic_file_new (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  g_assert_true (jx_atomic_file_write (file, "new", 3, NULL));
  g_assert_false (jx_atomic_file_commit (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_pointer (&file, jx_atomic_file_free);
  g_assert_cmpuint (count_files (moved), ==, 0);
}

/* A device is written to, not replaced by a file; here one whose disk is always full. */
static void
test_device (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat device;

  g_assert_true (replace ("/dev/null", "new", &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat ("/dev/null", &device), ==, 0);
  g_assert_true (S_ISCHR (device.st_mode));

  g_assert_false (replace ("/dev/full", "new", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, "/dev/full: the disk is full; make room or choose another place");
}

/* So is a pipe that has only a name like /dev/stdout. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  char got[16] = "";
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  name = g_strdup_printf ("/dev/fd/%d", fds[1]);
  g_assert_true (replace (name, "new", &error));
  g_assert_no_error (error);
  g_assert_cmpint (read (fds[0], got, sizeof got), ==, 3);
  g_assert_cmpstr (got, ==, "new");
  close (fds[0]);
  close (fds[1]);
}

static void
test_standard_output (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autoptr (JxAtomicFile) file = jx_atomic_file_new ("-", NULL);

      g_assert_true (jx_atomic_file_write (file, "whole ", 6, NULL));
      g_print ("before ");
      g_assert_true (jx_atomic_file_write (file, "output", 6, NULL));
      fflush (stdout);
      g_assert_true (jx_atomic_file_commit (file, NULL));
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*before whole output*");
}

/* What is new is for nobody else; what is replaced is as it was. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fresh = g_build_filename (fixture->folder, "b.jixiao", NULL);
  const char *paths[] = { fresh, fixture->path };
  const mode_t modes[] = { 0600, 0644 };

  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (JxAtomicFile) file = jx_atomic_file_new (paths[i], NULL);
      GStatBuf status;

      jx_atomic_file_make_private (file);
      g_assert_true (jx_atomic_file_commit (file, NULL));
      g_assert_cmpint (g_stat (paths[i], &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, modes[i]);
    }
}

int
main (int argc, char **argv)
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/base/atomic-file/replaces", test_replaces },
    { "/base/atomic-file/not-committed", test_not_committed },
    { "/base/atomic-file/private", test_private },
    { "/base/atomic-file/pieces", test_pieces },
    { "/base/atomic-file/keeps-links", test_keeps_links },
    { "/base/atomic-file/keeps-rights", test_keeps_rights },
    { "/base/atomic-file/full", test_full },
    { "/base/atomic-file/bad-places", test_bad_places },
    { "/base/atomic-file/folder-vanishes", test_folder_vanishes },
    { "/base/atomic-file/device", test_device },
    { "/base/atomic-file/pipe", test_pipe },
    { "/base/atomic-file/standard-output", test_standard_output },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
