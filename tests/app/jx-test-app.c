/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-test-app.h"

#include "app/jx-save.h"
#include "model/jx-item-build.h"

JxDocument *
jx_test_make_document (guint n_projects)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  for (guint i = 0; i < n_projects; i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

      jx_item_init (project, JX_FIELD_PROJECT_NAME, "河道清淤");
      jx_item_append (root, project);
    }
  jx_document_finish_building (document);

  return g_steal_pointer (&document);
}

static void
keep_result_cb (GObject *session, GAsyncResult *result, gpointer kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

gboolean
jx_test_save (JxSession *session, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  jx_save_async (session, path, NULL, keep_result_cb, &result);
  WAIT_FOR (result != NULL);

  return jx_save_finish (session, result, NULL, error);
}
