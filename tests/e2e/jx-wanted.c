/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-wanted.h"

#include "model/jx-item-build.h"
#include "xml/jx-xml-writer.h"

JxDocument *
jx_wanted_new (void)
{
  JxDocument *document = jx_document_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now));

  jx_item_init (jx_document_get_root (document), JX_FIELD_YEAR, year);

  return document;
}

JxItem *
jx_wanted_add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);

  return item;
}

JxItem *
jx_wanted_add_project (JxDocument *document)
{
  static const char *const plan[][2] = { { "3", "25" }, { "6", "50" }, { "10", "83" }, { "12", "100" } };
  JxItem *project = jx_wanted_add (jx_document_get_root (document), JX_KIND_PROJECT);

  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      JxItem *checkpoint = jx_wanted_add (project, JX_KIND_CHECKPOINT);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, plan[i][0]);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, plan[i][1]);
    }

  return project;
}

void
jx_wanted_save (JxDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;

  jx_document_finish_building (document);
  jx_xml_save (document, path, &error);
  g_assert_no_error (error);
}
