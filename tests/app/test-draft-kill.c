/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "app/jx-draft.h"
#include "app/jx-draft-store.h"
#include "jx-draft-script.h"
#include "jx-test.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

/* Programs that work by script are killed at random moments; what they leave behind must hold every
 * change that was older than three seconds. JX_KILLS says how many, JX_KILL_SEED which. */

#define KILLS_USUALLY 20
#define AT_ONCE 10
#define LONGEST_LIFE_MS 7000
#define SAFE_US (3 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
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

static guint
find_saved (Victim *victim)
{
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  /* Killed before it said that it had saved for the first time. */
  if (victim->path == NULL || (victim->last_edit == 0 && !victim->at_rest))
    return find_state (victim, jx_draft_script_make_document ());

  document = jx_xml_read_file (victim->path, &error);
  g_assert_no_error (error);

  return find_state (victim, document);
}

static void
examine (Victim *victim)
{
  g_autoptr (GArray) times = listen_to (victim);
  g_autoptr (JxDraftStore) store = jx_draft_store_new (victim->drafts);
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
  jx_draft_script_assert_empty (victim->drafts);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Victim) victim = user_data;

  g_subprocess_wait_finish (victim->process, result, NULL);
  g_assert_true (g_subprocess_get_if_signaled (victim->process));
  g_assert_cmpint (g_subprocess_get_term_sig (victim->process), ==, SIGKILL);
  examine (victim);
  n_alive--;
}

static gboolean
kill_cb (gpointer user_data)
{
  Victim *victim = user_data;

  victim->killed = g_get_monotonic_time ();
  g_subprocess_send_signal (victim->process, SIGKILL);
  g_subprocess_wait_async (victim->process, NULL, ended_cb, victim);

  return G_SOURCE_REMOVE;
}

static void
start (guint32 seed, guint life_ms)
{
  Victim *victim = g_new0 (Victim, 1);
  g_autofree char *number = g_strdup_printf ("%u", seed);
  g_autoptr (GError) error = NULL;

  victim->seed = seed;
  victim->states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  victim->folder = g_dir_make_tmp ("jixiao-kill-XXXXXX", &error);
  g_assert_no_error (error);
  victim->drafts = g_build_filename (victim->folder, "drafts", NULL);
  if (seed % 3 != 0)
    victim->path = g_build_filename (victim->folder, "云溪.jixiao", NULL);
  victim->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("JX_VICTIM"), victim->drafts, number, victim->path, NULL);
  g_assert_no_error (error);
  g_timeout_add (life_ms, kill_cb, victim);
  n_alive++;
}

static void
test_kills (void)
{
  const char *kills = g_getenv ("JX_KILLS");
  const char *seed_text = g_getenv ("JX_KILL_SEED");
  guint n_kills = kills != NULL ? strtoul (kills, NULL, 10) : KILLS_USUALLY;
  guint32 seed = seed_text != NULL ? strtoul (seed_text, NULL, 10) : 1;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_kills || n_alive > 0;)
    {
      if (i < n_kills && n_alive < AT_ONCE)
        {
          start (seed + i, g_rand_int_range (random, 0, LONGEST_LIFE_MS));
          i++;
        }
      else
        {
          g_main_context_iteration (NULL, TRUE);
        }
    }

  g_test_message ("%u kills, %u left a draft, the oldest change lost was %.2f s old", n_kills, n_with_draft,
                  oldest_loss_us / (double) G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/drafts/kill-at-random-moments", test_kills);

  return g_test_run ();
}
