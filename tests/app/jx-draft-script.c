/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-draft-script.h"

#include "model/jx-item-build.h"

#define N_PROJECTS 9

static JxItem *
make_project (JxDocument *document, const char *name)
{
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

  jx_item_init (project, JX_FIELD_PROJECT_NAME, name);
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "6.90");

  return project;
}

JxDocument *
jx_draft_script_make_document (void)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autofree char *code = g_strdup_printf ("13020%u", i);
      JxItem *project = make_project (document, "河道清淤");

      jx_item_init (project, JX_FIELD_PROJECT_CODE, code);
      jx_item_append (root, project);
    }
  jx_document_finish_building (document);

  return document;
}

void
jx_draft_script_step (JxSession *session, GRand *random, guint number)
{
  JxHistory *history = jx_session_get_history (session);
  JxItem *root = jx_document_get_root (jx_session_get_document (session));
  guint n_projects = jx_item_count (root, JX_KIND_PROJECT);
  guint dice = g_rand_int_range (random, 0, 100);
  guint place = g_rand_int_range (random, 0, n_projects);
  JxItem *project = jx_item_child (root, JX_KIND_PROJECT, place);
  g_autofree char *text = g_strdup_printf ("村道养护 %u", number);
  g_autoptr (GError) error = NULL;

  if (dice < 10)
    jx_history_undo (history, NULL);
  else if (dice < 15)
    jx_history_redo (history, NULL);
  else if (dice < 25 && n_projects > 3)
    jx_history_do (history, jx_edit_new_remove (project), "remove", &error);
  else if (dice < 40)
    jx_history_do (history, jx_edit_new_insert (root, make_project (jx_session_get_document (session), text), place), "insert", &error);
  else
    jx_history_set (history, project, JX_FIELD_PROJECT_NAME, text, &error);
  g_assert_no_error (error);
}

void
jx_draft_script_assert_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  if (dir != NULL)
    g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}
