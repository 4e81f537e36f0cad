/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-session.h"

G_BEGIN_DECLS

/* What several tests of the windows need. */

#define JX_PATIENCE_S 20

static inline gboolean
jx_test_too_late_cb (gpointer user_data)
{
  g_error ("waited too long for: %s", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

static inline gboolean
jx_test_look_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop, looking again and again, until @condition holds. */
#define WAIT_FOR(condition)                                                                                  \
  G_STMT_START {                                                                                             \
    guint deadline = g_timeout_add_seconds (JX_PATIENCE_S, jx_test_too_late_cb, (gpointer) #condition);      \
    guint look = g_timeout_add (10, jx_test_look_cb, NULL);                                                  \
    while (!(condition))                                                                                     \
      g_main_context_iteration (NULL, TRUE);                                                                 \
    g_source_remove (look);                                                                                  \
    g_source_remove (deadline);                                                                              \
  } G_STMT_END

/** jx_test_save: saves and waits until it is done. Returns: whether it is saved. */
gboolean jx_test_save (JxSession *session, const char *path, GError **error);

/** jx_test_make_document: Returns: (transfer full): a document of a unit with so many projects that have a name and little else. */
JxDocument *jx_test_make_document (guint n_projects);

G_END_DECLS
