/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "app/jx-draft.h"
#include "app/jx-draft-store.h"
#include "jx-draft-script.h"
#include "jx-power-disk.h"
#include "jx-test.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

/* Programs that work by script are killed at random moments, or the power goes; what is left must hold
 * every change that was older than three seconds. JX_KILL_SEED says which moments. */

#define N_KILLS 200
#define N_POWER_CUTS 60
#define AT_ONCE 20
#define LONGEST_LIFE_MS 7000
#define SAFE_US (3 * G_USEC_PER_SEC)

typedef enum
{
  END_KILLED,
  END_POWER_LAZY,  /* a name is on the disk when its folder is forced there */
  END_POWER_EAGER, /* or at once */
} End;

typedef struct
{
  End end;
  char *folder;
  char *root; /* in it: where the victim works */
  char *disk; /* in it: what of that is on the disk */
  char *drafts;
  char *path; /* NULL: never saves */
  guint32 seed;
  GSubprocess *process;
  gint64 killed;
  /* what it told */
  guint last_edit;
  guint safe_edit; /* the last that must not be lost */
  guint saved;
  gboolean at_rest; /* nothing changed since it was saved */
  /* what it did, told by the same script run again: the document after each step */
  GPtrArray *states; /* (element-type GBytes) */
} Victim;

static guint n_alive;
static guint n_with_draft;
static gint64 oldest_loss_us;

static void
victim_free (Victim *victim)
{
  jx_test_remove (victim->folder);
  g_clear_object (&victim->process);
  g_ptr_array_unref (victim->states);
  g_free (victim->folder);
  g_free (victim->root);
  g_free (victim->disk);
  g_free (victim->drafts);
  g_free (victim->path);
  g_free (victim);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Victim, victim_free)

static GArray *
listen_to (Victim *victim)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GDataInputStream) stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (victim->process));
  char *line = NULL;

  while ((line = g_data_input_stream_read_line (stream, NULL, NULL, NULL)) != NULL)
    {
      g_auto (GStrv) words = g_strsplit (line, " ", -1);
      guint step = strtoul (words[1], NULL, 10);
      gint64 when = g_ascii_strtoll (words[2], NULL, 10);

      g_free (line);
      victim->at_rest = g_str_equal (words[0], "saved");
      if (victim->at_rest)
        {
          victim->saved = step;
          victim->safe_edit = MAX (victim->safe_edit, step);
          continue;
        }
      victim->last_edit = step;
      if (when <= victim->killed - SAFE_US)
        victim->safe_edit = MAX (victim->safe_edit, step);
      g_array_append_val (times, when);
    }

  return times;
}

static void
run_again (Victim *victim)
{
  g_autoptr (JxDocument) document = jx_draft_script_make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (victim->seed);

  g_ptr_array_add (victim->states, jx_xml_to_bytes (document));
  /* One more: what it did last it may not have told any more. */
  for (guint step = 1; step <= victim->last_edit + 1; step++)
    {
      jx_draft_script_step (session, random, step);
      g_ptr_array_add (victim->states, jx_xml_to_bytes (document));
    }
}

/* Returns: the last step after which the document was this; fails if it never was. */
static guint
find_state (Victim *victim, JxDocument *document)
{
  g_autoptr (GBytes) bytes = jx_xml_to_bytes (document);

  for (guint step = victim->states->len; step > 0; step--)
    if (g_bytes_equal (victim->states->pdata[step - 1], bytes))
      return step - 1;

  g_error ("seed %u: what was left is no state the document ever had", victim->seed);
}

/* @path: where the victim had it. Returns: (transfer full): where it is now. */
static char *
dup_left (Victim *victim, const char *path)
{
  return victim->end == END_KILLED ? g_strdup (path) : g_build_filename (victim->folder, "left", path + strlen (victim->root), NULL);
}

static guint
find_saved (Victim *victim)
{
  g_autofree char *path = NULL;
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  /* Killed before it said that it had saved for the first time. */
  if (victim->path == NULL || (victim->last_edit == 0 && !victim->at_rest))
    return find_state (victim, jx_draft_script_make_document ());

  path = dup_left (victim, victim->path);
  document = jx_xml_read_file (path, &error);
  g_assert_no_error (error);

  return find_state (victim, document);
}

static void
examine (Victim *victim)
{
  g_autoptr (GArray) times = listen_to (victim);
  g_autofree char *drafts = dup_left (victim, victim->drafts);
  g_autoptr (JxDraftStore) store = jx_draft_store_new (drafts);
  g_autoptr (GPtrArray) files = jx_draft_store_take_left (store);
  guint found = 0;

  run_again (victim);
  found = find_saved (victim);
  g_assert_cmpuint (found, >=, victim->saved);
  g_assert_cmpuint (files->len, <=, 1);
  if (victim->at_rest)
    g_assert_cmpuint (files->len, ==, 0);
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (JxDraft) draft = jx_draft_read (files->pdata[i]);

      g_assert_no_error (draft->error);
      g_assert_cmpstr (draft->origin.path, ==, victim->path);
      found = MAX (found, find_state (victim, draft->document));
      n_with_draft++;
      g_assert_cmpint (g_unlink (draft->file), ==, 0);
    }
  if (found < victim->safe_edit)
    g_error ("seed %u: step %u must not be lost, but %u is all there is", victim->seed, victim->safe_edit, found);
  if (found < victim->last_edit)
    oldest_loss_us = MAX (oldest_loss_us, victim->killed - g_array_index (times, gint64, found));

  /* And nothing but the document is left. */
  jx_draft_store_close (store);
  jx_draft_script_assert_empty (drafts);
}

static void
read_disk (Victim *victim)
{
  g_autofree char *left = g_build_filename (victim->folder, "left", NULL);

  jx_power_disk_read (victim->disk, victim->root, left);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Victim) victim = user_data;

  g_subprocess_wait_finish (victim->process, result, NULL);
  g_assert_true (g_subprocess_get_if_signaled (victim->process));
  g_assert_cmpint (g_subprocess_get_term_sig (victim->process), ==, SIGKILL);
  if (victim->end != END_KILLED)
    read_disk (victim);
  examine (victim);
  n_alive--;
}

static gboolean
kill_cb (gpointer user_data)
{
  Victim *victim = user_data;
  int hold = victim->end != END_KILLED ? jx_power_disk_hold (victim->disk) : -1;

  victim->killed = g_get_monotonic_time ();
  g_subprocess_send_signal (victim->process, SIGKILL);
  if (hold >= 0)
    jx_power_disk_let_go (hold);
  g_subprocess_wait_async (victim->process, NULL, ended_cb, victim);

  return G_SOURCE_REMOVE;
}

static GSubprocess *
launch (Victim *victim)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *number = g_strdup_printf ("%u", victim->seed);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = NULL;

  if (victim->end != END_KILLED)
    {
      g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", g_getenv ("JX_POWER"), TRUE);
      g_subprocess_launcher_setenv (launcher, "JX_POWER_ROOT", victim->root, TRUE);
      g_subprocess_launcher_setenv (launcher, "JX_POWER_DISK", victim->disk, TRUE);
    }
  if (victim->end == END_POWER_EAGER)
    g_subprocess_launcher_setenv (launcher, "JX_POWER_EAGER", "1", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("JX_VICTIM"), victim->drafts, number, victim->path, NULL);
  g_assert_no_error (error);

  return process;
}

static void
start (End end, guint32 seed, guint life_ms)
{
  Victim *victim = g_new0 (Victim, 1);
  g_autoptr (GError) error = NULL;

  victim->end = end;
  victim->seed = seed;
  victim->states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  victim->folder = g_dir_make_tmp ("jixiao-kill-XXXXXX", &error);
  g_assert_no_error (error);
  victim->root = g_build_filename (victim->folder, "work", NULL);
  victim->disk = g_build_filename (victim->folder, "disk", NULL);
  g_assert_cmpint (g_mkdir (victim->root, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (victim->disk, 0700), ==, 0);
  victim->drafts = g_build_filename (victim->root, "state", "drafts", NULL);
  if (seed % 3 != 0)
    victim->path = g_build_filename (victim->root, "云溪.jixiao", NULL);
  victim->process = launch (victim);
  g_timeout_add (life_ms, kill_cb, victim);
  n_alive++;
}

static void
test_ends (End end, guint n_ends)
{
  const char *seed_text = g_getenv ("JX_KILL_SEED");
  guint32 seed = seed_text != NULL ? strtoul (seed_text, NULL, 10) : 1;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  n_with_draft = 0;
  oldest_loss_us = 0;
  for (guint i = 0; i < n_ends || n_alive > 0;)
    {
      if (i < n_ends && n_alive < AT_ONCE)
        {
          start (end, seed + i, g_rand_int_range (random, 0, LONGEST_LIFE_MS));
          i++;
        }
      else
        {
          g_main_context_iteration (NULL, TRUE);
        }
    }

  g_test_message ("%u ends, %u left a draft, the oldest change lost was %.2f s old", n_ends, n_with_draft,
                  oldest_loss_us / (double) G_USEC_PER_SEC);
}

static void
test_kills (void)
{
  test_ends (END_KILLED, N_KILLS);
}

static void
test_lazy_power (void)
{
  test_ends (END_POWER_LAZY, N_POWER_CUTS);
}

static void
test_eager_power (void)
{
  test_ends (END_POWER_EAGER, N_POWER_CUTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/drafts/kill-at-random-moments", test_kills);
  g_test_add_func ("/drafts/power-goes/names-late", test_lazy_power);
  g_test_add_func ("/drafts/power-goes/names-at-once", test_eager_power);

  return g_test_run ();
}
