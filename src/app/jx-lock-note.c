/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-lock-note.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A note is one line; what is longer was written by something else. */
#define MAX_LENGTH 4096

/* The fields of a note, in order, each but the last ended by a comma, the last by a semicolon. */
enum
{
  FULL_NAME,
  USER,
  HOST,
  SINCE,
  PROFILE, /* where the program keeps its own files: tells two programs of one user apart */
  N_PARTS
};

struct _JxLockNote
{
  char *file;
  char *text;
};

static char *
dup_file (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);
  g_autofree char *name = g_path_get_basename (real != NULL ? real : path);
  g_autofree char *note = g_strdup_printf (".~lock.%s#", name);

  free (real);
  return g_build_filename (folder, note, NULL);
}

static void
append_part (GString *text, const char *part, char end)
{
  for (const char *p = part; *p != '\0'; p++)
    {
      if (*p == ',' || *p == ';' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, end);
}

static char *
make_text (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "jixiao", NULL);
  g_autofree char *profile = g_filename_to_uri (folder, NULL, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *since = g_date_time_format (now, "%d.%m.%Y %H:%M");
  GString *text = g_string_new (NULL);

  append_part (text, g_strcmp0 (g_get_real_name (), "Unknown") == 0 ? "" : g_get_real_name (), ',');
  append_part (text, g_get_user_name (), ',');
  append_part (text, g_get_host_name (), ',');
  append_part (text, since, ',');
  append_part (text, profile != NULL ? profile : "", ';');

  return g_string_free (text, FALSE);
}

/* Whatever stands there, N_PARTS strings, blank where nothing does. */
static char **
split (const char *text)
{
  char **parts = g_new0 (char *, N_PARTS + 1);
  GString *part = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0' && *p != ';' && n < N_PARTS; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        g_string_append_c (part, *++p);
      else if (*p == ',')
        {
          parts[n++] = g_utf8_make_valid (part->str, -1);
          g_string_truncate (part, 0);
        }
      else
        g_string_append_c (part, *p);
    }
  for (; n < N_PARTS; n++)
    {
      parts[n] = g_utf8_make_valid (part->str, -1);
      g_string_truncate (part, 0);
    }
  g_string_free (part, TRUE);

  return parts;
}

static gboolean
is_same_owner (char **ours, char **theirs)
{
  return g_str_equal (ours[USER], theirs[USER]) && g_str_equal (ours[HOST], theirs[HOST])
         && g_str_equal (ours[PROFILE], theirs[PROFILE]);
}

static gboolean
write_note (const char *file, const char *text, int flags)
{
  int fd = g_open (file, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0644);
  gsize length = strlen (text);
  gboolean written;

  if (fd < 0)
    return FALSE;

  written = write (fd, text, length) == (gssize) length;
  close (fd);
  if (!written)
    g_unlink (file);

  return written;
}

/* NULL where there is none, or one that nothing can be learnt from. */
static char *
read_note (const char *file)
{
  char buffer[MAX_LENGTH + 1];
  int fd = g_open (file, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize length = fd >= 0 ? read (fd, buffer, MAX_LENGTH) : -1;

  if (fd >= 0)
    close (fd);
  if (length <= 0)
    return NULL;

  buffer[length] = '\0';
  return g_strdup (buffer);
}

static JxLockHolder *
holder_new (char **parts)
{
  JxLockHolder *holder = g_new0 (JxLockHolder, 1);

  holder->person = g_strdup (*parts[FULL_NAME] != '\0' ? parts[FULL_NAME] : parts[USER]);
  holder->host = g_strdup (parts[HOST]);
  holder->since = g_strdup (parts[SINCE]);

  return holder;
}

JxLockNote *
jx_lock_note_take (const char *path, JxLockHolder **holder)
{
  g_autoptr (JxLockNote) note = g_new0 (JxLockNote, 1);
  g_autofree char *text = make_text ();
  g_autofree char *there = NULL;
  g_auto (GStrv) ours = NULL;
  g_auto (GStrv) theirs = NULL;

  g_return_val_if_fail (path != NULL && holder != NULL, NULL);

  *holder = NULL;
  note->file = dup_file (path);
  if (!write_note (note->file, text, O_EXCL))
    {
      if (errno != EEXIST)
        return NULL;
      there = read_note (note->file);
      ours = split (text);
      theirs = split (there != NULL ? there : "");
      if (!is_same_owner (ours, theirs))
        {
          *holder = holder_new (theirs);
          return NULL;
        }
      if (!write_note (note->file, text, O_TRUNC))
        return NULL;
    }
  note->text = g_steal_pointer (&text);

  return g_steal_pointer (&note);
}

void
jx_lock_note_free (JxLockNote *note)
{
  if (note == NULL)
    return;

  if (note->text != NULL)
    {
      g_autofree char *there = read_note (note->file);

      if (g_strcmp0 (there, note->text) == 0)
        g_unlink (note->file);
    }
  g_free (note->file);
  g_free (note->text);
  g_free (note);
}

void
jx_lock_holder_free (JxLockHolder *holder)
{
  if (holder == NULL)
    return;

  g_free (holder->person);
  g_free (holder->host);
  g_free (holder->since);
  g_free (holder);
}
