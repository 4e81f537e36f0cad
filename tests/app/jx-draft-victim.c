/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/jx-draft-keeper.h"
#include "app/jx-save.h"
#include "jx-draft-script.h"

/* Works on a document by script until it is killed: jx-draft-victim DRAFTS SEED [DOCUMENT]. Without
 * DOCUMENT it never saves. Says on standard output what it has done: "edit STEP WHEN", "saved STEP". */

#define PERCENT_SAVED 3
#define LONGEST_STEP_MS 60
#define LONGEST_REST_MS 1000

typedef struct
{
  JxSession *session;
  const char *path;
  GRand *script;
  GRand *mood;
  guint step;
} Victim;

static void
say (const char *what, guint step)
{
  g_autofree char *line = g_strdup_printf ("%s %u %" G_GINT64_FORMAT "\n", what, step, g_get_monotonic_time ());

  /* At once, and whole: this is all that is known of the victim afterwards. */
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static gboolean work_cb (gpointer user_data);

static void
saved_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  Victim *victim = user_data;
  g_autoptr (GError) error = NULL;

  if (!jx_save_finish (victim->session, result, NULL, &error))
    g_error ("%s", error->message);
  say ("saved", victim->step);
  g_timeout_add (g_rand_int_range (victim->mood, 1, LONGEST_REST_MS), work_cb, victim);
}

static void
save (Victim *victim)
{
  jx_save_async (victim->session, victim->path, NULL, saved_cb, victim);
}

static gboolean
work_cb (gpointer user_data)
{
  Victim *victim = user_data;

  jx_draft_script_step (victim->session, victim->script, ++victim->step);
  say ("edit", victim->step);
  if (victim->path != NULL && g_rand_int_range (victim->mood, 0, 100) < PERCENT_SAVED)
    save (victim);
  else
    g_timeout_add (g_rand_int_range (victim->mood, 1, LONGEST_STEP_MS), work_cb, victim);

  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (JxDraftStore) store = jx_draft_store_new (argv[1]);
  g_autoptr (JxDocument) document = jx_draft_script_make_document ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (JxDraftKeeper) keeper = NULL;
  guint32 seed = strtoul (argv[2], NULL, 10);
  Victim victim = { jx_session_new (document, NULL, NULL, "村道"), argv[3], g_rand_new_with_seed (seed), g_rand_new_with_seed (~seed), 0 };

  keeper = jx_draft_keeper_new (store, victim.session, NULL, NULL);
  if (victim.path != NULL)
    save (&victim);
  else
    work_cb (&victim);
  g_main_loop_run (loop);

  return 0;
}
