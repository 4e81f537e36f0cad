/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-combine.h"

#include <glib/gi18n-lib.h>

#include "model/jx-item-build.h"
#include "model/jx-path.h"

static void
leave (JxReport *report, const JxItem *item, JxField field, const char *text, const char *message)
{
  g_autofree char *path = jx_path_to_string (item, field);

  jx_report_add (report, JX_REPORT_LEFT, 0, text != NULL ? text : "", path, message);
}

static void
fill_fields (JxEdit *group, JxItem *into, const JxItem *from, JxReport *report)
{
  guint count;
  JxField first;

  jx_field_get_range (JX_KIND_DOCUMENT, &first, &count);
  for (JxField field = first; field < first + (JxField) count; field++)
    {
      const char *mine = jx_item_get (into, field);
      const char *theirs = jx_item_get (from, field);

      if (theirs == NULL || g_strcmp0 (mine, theirs) == 0)
        continue;
      if (mine == NULL)
        jx_edit_add (group, jx_edit_new_set (into, field, theirs));
      else
        leave (report, into, field, theirs, _("The files differ here; the first one's words were kept"));
    }
}

static gboolean
equal_lists (const JxItem *a, const JxItem *b, JxKind kind)
{
  gboolean equal = jx_item_count (a, kind) == jx_item_count (b, kind);

  for (guint i = 0; equal && i < jx_item_count (a, kind); i++)
    equal = jx_item_equal (jx_item_child (a, kind, i), jx_item_child (b, kind, i));

  return equal;
}

/* Sub-goals and measures are numbered lists: they come from one file as a whole. */
static void
fill_list (JxEdit *group, JxItem *into, const JxItem *from, JxKind kind, JxReport *report)
{
  guint count = jx_item_count (from, kind);

  if (count == 0 || equal_lists (into, from, kind))
    return;
  if (jx_item_count (into, kind) > 0)
    {
      leave (report, into, JX_FIELD_NONE, jx_kind_get_label (kind), _("Both files have such a list; the first one's was kept"));
      return;
    }

  for (guint i = 0; i < count; i++)
    jx_edit_add (group, jx_edit_new_insert (into, jx_item_copy (jx_item_get_document (into), jx_item_child (from, kind, i)), -1));
}

/* By code where there is one, else by name. */
static char *
make_key (const JxItem *project)
{
  const char *code = jx_item_get (project, JX_FIELD_PROJECT_CODE);
  const char *name = jx_item_get (project, JX_FIELD_PROJECT_NAME);

  return code != NULL ? g_strconcat ("c", code, NULL) : g_strconcat ("n", name != NULL ? name : "", NULL);
}

static void
add_projects (JxEdit *group, JxItem *into, const JxItem *from, JxReport *report)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < jx_item_count (into, JX_KIND_PROJECT); i++)
    {
      JxItem *project = jx_item_child (into, JX_KIND_PROJECT, i);

      g_hash_table_insert (known, make_key (project), project);
    }

  for (guint i = 0; i < jx_item_count (from, JX_KIND_PROJECT); i++)
    {
      JxItem *theirs = jx_item_child (from, JX_KIND_PROJECT, i);
      g_autofree char *key = make_key (theirs);
      JxItem *mine = g_hash_table_lookup (known, key);

      if (mine == NULL)
        jx_edit_add (group, jx_edit_new_insert (into, jx_item_copy (jx_item_get_document (into), theirs), -1));
      else if (!jx_item_equal (mine, theirs))
        leave (report, mine, JX_FIELD_NONE, jx_item_get (theirs, JX_FIELD_PROJECT_NAME),
               _("Both files have this project and differ; the first one's was kept"));
    }
}

JxEdit *
jx_combine (JxDocument *into, JxDocument *from, JxReport *report)
{
  g_autoptr (JxEdit) group = jx_edit_new_group ();
  g_autoptr (GError) error = NULL;
  JxItem *mine, *theirs;
  JxEdit *inverse = NULL;

  g_return_val_if_fail (JX_IS_DOCUMENT (into) && JX_IS_DOCUMENT (from) && report != NULL, NULL);

  mine = jx_document_get_root (into);
  theirs = jx_document_get_root (from);
  fill_fields (group, mine, theirs, report);
  fill_list (group, mine, theirs, JX_KIND_SUB_GOAL, report);
  fill_list (group, mine, theirs, JX_KIND_MEASURE, report);
  add_projects (group, mine, theirs, report);

  inverse = jx_document_apply (into, group, &error);
  /* All values come out of a document, so they fit into one. */
  if (inverse == NULL)
    g_error ("Joining two documents failed: %s", error->message);

  return inverse;
}
