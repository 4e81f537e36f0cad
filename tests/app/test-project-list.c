/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-list.h"
#include "model/jx-item-build.h"

typedef struct
{
  JxDocument *document;
  JxProjectList *list;
  GPtrArray *mirror; /* what somebody who only follows "items-changed" believes the list to be */
  guint n_told;
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_told++;
  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->mirror, position + i, g_list_model_get_item (model, position + i));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  JxItem *root = NULL;

  fixture->document = jx_document_new ();
  root = jx_document_get_root (fixture->document);
  for (guint i = 0; i < 4; i++)
    jx_item_append (root, jx_item_new (fixture->document, JX_KIND_PROJECT));
  jx_document_finish_building (fixture->document);

  fixture->list = jx_project_list_new (fixture->document);
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  items_changed_cb (G_LIST_MODEL (fixture->list), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), fixture);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->mirror);
  g_object_unref (fixture->list);
  g_object_unref (fixture->document);
}

static JxItem *
project_at (Fixture *fixture, guint index)
{
  return jx_item_child (jx_document_get_root (fixture->document), JX_KIND_PROJECT, index);
}

static void
apply (Fixture *fixture, JxEdit *part)
{
  g_autoptr (JxEdit) edit = part;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxEdit) inverse = jx_document_apply (fixture->document, edit, &error);

  g_assert_no_error (error);
}

static void
check_mirror (Fixture *fixture)
{
  guint count = jx_item_count (jx_document_get_root (fixture->document), JX_KIND_PROJECT);

  g_assert_cmpuint (fixture->mirror->len, ==, count + 1);
  g_assert_true (jx_project_entry_get_item (fixture->mirror->pdata[0]) == jx_document_get_root (fixture->document));
  for (guint i = 0; i < count; i++)
    {
      JxItem *project = project_at (fixture, i);
      g_autoptr (JxProjectEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->list), i + 1);

      g_assert_true (jx_project_entry_get_item (fixture->mirror->pdata[i + 1]) == project);
      g_assert_true (fixture->mirror->pdata[i + 1] == entry);
      g_assert_cmpuint (jx_project_list_get_position (fixture->list, project), ==, i + 1);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), count + 1));
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  JxItem *root = jx_document_get_root (fixture->document);
  JxItem *removed = project_at (fixture, 1);

  check_mirror (fixture);
  apply (fixture, jx_edit_new_insert (root, jx_item_new (fixture->document, JX_KIND_PROJECT), 0));
  check_mirror (fixture);
  apply (fixture, jx_edit_new_insert (root, jx_item_new (fixture->document, JX_KIND_PROJECT), -1));
  check_mirror (fixture);
  apply (fixture, jx_edit_new_remove (removed));
  check_mirror (fixture);
  g_assert_cmpuint (jx_project_list_get_position (fixture->list, removed), ==, G_MAXUINT);
  apply (fixture, jx_edit_new_move (project_at (fixture, 0), 3));
  check_mirror (fixture);
  apply (fixture, jx_edit_new_move (project_at (fixture, 4), 1));
  check_mirror (fixture);
  apply (fixture, jx_edit_new_insert (root, removed, 2));
  check_mirror (fixture);
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  JxEdit *group = jx_edit_new_group ();

  jx_edit_add (group, jx_edit_new_remove (project_at (fixture, 0)));
  jx_edit_add (group, jx_edit_new_move (project_at (fixture, 3), 0));
  jx_edit_add (group, jx_edit_new_remove (project_at (fixture, 1)));
  fixture->n_told = 0;
  apply (fixture, group);
  check_mirror (fixture);
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

/* A step that moves every project is told of once, and one that leaves all where they are not at all. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  JxEdit *turned = jx_edit_new_group ();
  JxEdit *same = jx_edit_new_group ();

  fixture->n_told = 0;
  for (guint i = 0; i < 4; i++)
    {
      jx_edit_add (turned, jx_edit_new_move (project_at (fixture, i), 0));
      jx_edit_add (same, jx_edit_new_move (project_at (fixture, 3 - i), i));
    }
  apply (fixture, turned);
  check_mirror (fixture);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  apply (fixture, same);
  check_mirror (fixture);
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

static void
count_cb (JxProjectEntry *entry, guint *count)
{
  (*count)++;
}

static void
test_tells_entries (Fixture *fixture, gconstpointer data)
{
  guint counts[5] = { 0 };
  JxItem *checkpoint = jx_item_new (fixture->document, JX_KIND_CHECKPOINT);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_signal_connect (fixture->mirror->pdata[i], "changed", G_CALLBACK (count_cb), &counts[i]);

  apply (fixture, jx_edit_new_set (project_at (fixture, 2), JX_FIELD_PROJECT_NAME, "饮水管网检修"));
  g_assert_cmpuint (counts[3], ==, 1);
  g_assert_cmpuint (counts[2], ==, 0);

  /* What belongs to a project is the project's: its spending is in its row. */
  apply (fixture, jx_edit_new_insert (project_at (fixture, 2), checkpoint, -1));
  apply (fixture, jx_edit_new_set (checkpoint, JX_FIELD_CHECKPOINT_SPENT, "1.50"));
  g_assert_cmpuint (counts[3], ==, 3);
  g_assert_cmpuint (counts[4], ==, 0);
  g_assert_cmpuint (counts[0], ==, 3);

  /* Numbers behind a removed project change. */
  apply (fixture, jx_edit_new_remove (project_at (fixture, 1)));
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpuint (counts[3], ==, 4);
  g_assert_cmpuint (counts[4], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/project-list/follows-single-changes", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/project-list/follows-a-group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/project-list/follows-a-new-order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/project-list/tells-entries", Fixture, NULL, set_up, test_tells_entries, tear_down);

  return g_test_run ();
}
