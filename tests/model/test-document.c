/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-error.h"
#include "model/jx-history.h"
#include "model/jx-item-build.h"
#include "model/jx-path.h"

static void
write_item (GString *text, const JxItem *item)
{
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  g_string_append_printf (text, "<%s %p", jx_kind_get_xml_name (jx_item_get_kind (item)), (const void *) item);
  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "|%s", jx_item_get (item, first + i) != NULL ? jx_item_get (item, first + i) : "-");
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < jx_item_count (item, kinds[i]); j++)
      {
        JxItem *child = jx_item_child (item, kinds[i], j);

        g_assert_true (jx_item_get_parent (child) == item);
        g_assert_cmpuint (jx_item_get_index (child), ==, j);
        write_item (text, child);
      }
  g_string_append_c (text, '>');
}

/* All that a document is, the identity of its items included. */
static char *
dup_state (JxDocument *document)
{
  GString *text = g_string_new (NULL);

  write_item (text, jx_document_get_root (document));
  return g_string_free (text, FALSE);
}

static JxDocument *
make_document (void)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  for (guint i = 0; i < 3; i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

      jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "6.90");
      jx_item_append (root, project);
      for (guint k = 0; k < 3; k++)
        jx_item_append (project, jx_item_new (document, JX_KIND_INDICATOR));
    }
  jx_document_finish_building (document);

  return document;
}

static JxItem *
get_project (JxDocument *document, guint index)
{
  return jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, index);
}

/* Any item that stands in the document and is not the document's own, or NULL. */
static JxItem *
pick_item (JxItem *root)
{
  JxItem *item = root;

  for (;;)
    {
      guint n_kinds;
      const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);
      JxKind kind = n_kinds > 0 ? kinds[g_test_rand_int_range (0, n_kinds)] : JX_N_KINDS;
      guint count = n_kinds > 0 ? jx_item_count (item, kind) : 0;

      if (count == 0 || (item != root && g_test_rand_int_range (0, 3) == 0))
        return item != root ? item : NULL;
      item = jx_item_child (item, kind, g_test_rand_int_range (0, count));
    }
}

/* @item and all of its kind beside it, in any order. */
static JxEdit *
make_order (JxItem *item)
{
  GPtrArray *order = g_ptr_array_new ();
  guint count = jx_item_count (jx_item_get_parent (item), jx_item_get_kind (item));

  for (guint i = 0; i < count; i++)
    g_ptr_array_insert (order, g_test_rand_int_range (0, i + 1), jx_item_child (jx_item_get_parent (item), jx_item_get_kind (item), i));

  return jx_edit_new_order (order);
}

static JxEdit *
make_edit (JxDocument *document, guint depth)
{
  JxItem *root = jx_document_get_root (document);
  JxItem *item = pick_item (root);
  JxItem *parent = item != NULL && g_test_rand_int_range (0, 2) == 0 ? item : root;
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds;
  JxEdit *group;

  switch (g_test_rand_int_range (0, depth < 2 ? 6 : 5))
    {
    case 0:
      if (item == NULL)
        item = root;
      jx_field_get_range (jx_item_get_kind (item), &first, &count);
      first += g_test_rand_int_range (0, count);
      /* Fits some fields only. */
      return jx_edit_new_set (item, first, g_test_rand_int_range (0, 3) ? "12" : g_test_rand_int_range (0, 2) ? NULL : "村道");
    case 1:
      if (item != NULL)
        return jx_edit_new_remove (item);
      break;
    case 2:
      if (item != NULL)
        return jx_edit_new_move (item, g_test_rand_int_range (0, jx_item_count (jx_item_get_parent (item), jx_item_get_kind (item))));
      break;
    case 3:
      if (item != NULL)
        return make_order (item);
      break;
    case 4:
      break;
    default:
      group = jx_edit_new_group ();
      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        jx_edit_add (group, make_edit (document, depth + 1));
      return group;
    }

  kinds = jx_kind_get_child_kinds (jx_item_get_kind (parent), &n_kinds);
  if (n_kinds == 0)
    return jx_edit_new_group ();
  return jx_edit_new_insert (parent, jx_item_new (document, kinds[g_test_rand_int_range (0, n_kinds)]), -1);
}

/* What was refused changed nothing; all undone is the first state again, all redone the last. */
static void
test_random (void)
{
  for (guint run = 0; run < 30; run++)
    {
      g_autoptr (JxDocument) document = make_document ();
      g_autoptr (JxHistory) history = jx_history_new (document);
      g_autofree char *first = dup_state (document);
      g_autofree char *last = NULL, *undone = NULL, *redone = NULL;

      for (guint i = 0; i < 100; i++)
        {
          g_autofree char *before = dup_state (document);
          g_autoptr (GError) error = NULL;
          gboolean done = jx_history_do (history, make_edit (document, 0), "edit", &error);
          g_autofree char *after = dup_state (document);

          g_assert_true (done == (error == NULL));
          if (!done)
            g_assert_cmpstr (after, ==, before);
          if (done && g_test_rand_int_range (0, 4) == 0)
            {
              g_autofree char *back = NULL;

              jx_history_undo (history, NULL);
              back = dup_state (document);
              g_assert_cmpstr (back, ==, before);
            }
        }

      /* Forward over what was undone last, so that the state to come back to is the furthest one. */
      while (jx_history_get_can_redo (history))
        jx_history_redo (history, NULL);
      last = dup_state (document);
      while (jx_history_get_can_undo (history))
        jx_history_undo (history, NULL);
      undone = dup_state (document);
      g_assert_cmpstr (undone, ==, first);
      g_assert_false (jx_history_get_modified (history));
      while (jx_history_get_can_redo (history))
        jx_history_redo (history, NULL);
      redone = dup_state (document);
      g_assert_cmpstr (redone, ==, last);
    }
}

static void
count_cb (JxDocument *document, const JxChange *change, guint *count)
{
  (*count)++;
}

static void
test_group (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autofree char *before = dup_state (document);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxEdit) group = jx_edit_new_group ();
  guint changes = 0;

  g_assert_true (jx_edit_is_empty (group));
  jx_edit_add (group, jx_edit_new_set (get_project (document, 0), JX_FIELD_PROJECT_NAME, "村道"));
  jx_edit_add (group, jx_edit_new_remove (get_project (document, 1)));
  jx_edit_add (group, jx_edit_new_set (get_project (document, 0), JX_FIELD_PROJECT_BUDGET, "many"));
  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &changes);

  g_assert_null (jx_document_apply (document, group, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_VALUE);
  after = dup_state (document);
  g_assert_cmpstr (after, ==, before);
  /* Whoever follows saw both parts done and undone. */
  g_assert_cmpuint (changes, ==, 4);
}

static JxEdit *new_order (JxItem *first, ...) G_GNUC_NULL_TERMINATED;

static JxEdit *
new_order (JxItem *first, ...)
{
  GPtrArray *order = g_ptr_array_new ();
  va_list others;

  va_start (others, first);
  for (JxItem *item = first; item != NULL; item = va_arg (others, JxItem *))
    g_ptr_array_add (order, item);
  va_end (others);

  return jx_edit_new_order (order);
}

static void
test_refused (void)
{
  g_autoptr (JxDocument) document = make_document ();
  JxItem *project = get_project (document, 0);
  JxItem *fresh = jx_item_new (document, JX_KIND_GOAL);
  g_autoptr (JxEdit) edits = jx_edit_new_group ();
  JxEdit *refused[] = {
    jx_edit_new_insert (jx_document_get_root (document), fresh, -1),
    jx_edit_new_insert (project, fresh, 1),
    jx_edit_new_insert (jx_document_get_root (document), project, 0),
    jx_edit_new_remove (fresh),
    jx_edit_new_remove (jx_document_get_root (document)),
    jx_edit_new_move (project, 3),
    jx_edit_new_move (fresh, 0),
    new_order (fresh, NULL),
    new_order (project, NULL),
    new_order (project, project, NULL),
    new_order (project, get_project (document, 1), get_project (document, 1), NULL),
    new_order (project, jx_document_get_root (document), get_project (document, 1), NULL),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      jx_edit_add (edits, refused[i]);
      g_assert_null (jx_document_apply (document, refused[i], &error));
      g_assert_error (error, JX_ERROR, JX_ERROR_STRUCTURE);
    }
}

static void
look_cb (JxDocument *document, gpointer state)
{
  *(char **) state = dup_state (document);
}

static void
hear_cb (JxDocument *document, gpointer change, guint *n_heard)
{
  (*n_heard)++;
}

static void
test_suppose (void)
{
  g_autoptr (JxDocument) document = make_document ();
  JxItem *project = get_project (document, 0);
  g_autofree char *before = dup_state (document);
  g_autofree char *supposed = NULL, *applied = NULL, *after = NULL;
  g_autoptr (JxEdit) group = jx_edit_new_group ();
  g_autoptr (JxEdit) inverse = NULL;
  g_autoptr (GError) error = NULL;
  guint n_heard = 0;

  g_signal_connect (document, "changed", G_CALLBACK (hear_cb), &n_heard);
  jx_edit_add (group, jx_edit_new_set (project, JX_FIELD_PROJECT_BUDGET, "12"));
  jx_edit_add (group, jx_edit_new_insert (project, jx_item_new (document, JX_KIND_GOAL), -1));
  jx_edit_add (group, jx_edit_new_remove (get_project (document, 1)));
  g_assert_true (jx_document_suppose (document, group, look_cb, &supposed, NULL));
  after = dup_state (document);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (n_heard, ==, 0);

  /* It looked as it is when that is really done. */
  inverse = jx_document_apply (document, group, NULL);
  applied = dup_state (document);
  g_assert_cmpstr (supposed, ==, applied);
  g_assert_cmpuint (n_heard, ==, 3);
  jx_edit_free (jx_document_apply (document, inverse, NULL));

  /* What does not fit is not shown. */
  g_clear_pointer (&supposed, g_free);
  jx_edit_add (group, jx_edit_new_set (project, JX_FIELD_PROJECT_BUDGET, "many"));
  g_assert_false (jx_document_suppose (document, group, look_cb, &supposed, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_VALUE);
  g_assert_null (supposed);
  g_free (after);
  after = dup_state (document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_history (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxHistory) history = jx_history_new (document);
  JxItem *project = get_project (document, 0);
  JxItem *goal = jx_item_new (document, JX_KIND_GOAL);
  JxField field;

  g_assert_true (jx_history_set (history, project, JX_FIELD_PROJECT_BUDGET, " 6.90万元 ", NULL));
  g_assert_false (jx_history_get_can_undo (history));
  g_assert_false (jx_history_set (history, project, JX_FIELD_PROJECT_BUDGET, "many", NULL));
  g_assert_false (jx_history_get_modified (history));

  g_assert_true (jx_history_set (history, project, JX_FIELD_PROJECT_BUDGET, "7", NULL));
  g_assert_cmpstr (jx_history_get_undo_name (history), ==, "Change “Budget”");
  g_assert_true (jx_history_get_modified (history));
  jx_history_mark_written (history);
  jx_history_mark_saved (history);
  g_assert_false (jx_history_get_modified (history));

  g_assert_true (jx_history_undo (history, &field) == project);
  g_assert_cmpint (field, ==, JX_FIELD_PROJECT_BUDGET);
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_BUDGET), ==, "6.90");
  g_assert_true (jx_history_get_modified (history));
  g_assert_cmpstr (jx_history_get_redo_name (history), ==, "Change “Budget”");
  jx_history_redo (history, NULL);
  g_assert_false (jx_history_get_modified (history));

  /* After undo and another step what was saved cannot be reached. */
  jx_history_undo (history, NULL);
  g_assert_true (jx_history_set (history, project, JX_FIELD_PROJECT_BUDGET, "8", NULL));
  g_assert_false (jx_history_get_can_redo (history));
  g_assert_true (jx_history_get_modified (history));
  jx_history_undo (history, NULL);
  g_assert_true (jx_history_get_modified (history));
  jx_history_mark_written (history);
  jx_history_mark_saved (history);
  jx_history_mark_unsaved (history);
  g_assert_true (jx_history_get_modified (history));

  /* What undo shows stands in the document. */
  g_assert_true (jx_history_do (history, jx_edit_new_insert (project, goal, -1), "Add goal", NULL));
  g_assert_true (jx_history_undo (history, NULL) == project);
  g_assert_true (jx_history_redo (history, NULL) == goal);
}

static void
test_paths (void)
{
  g_autoptr (JxDocument) document = make_document ();
  static const char *const known[] = { "", "year", "project[3]", "project[1]/budget", "project[2]/indicator[3]", "project[2]/indicator[3]/value" };
  static const char *const unknown[] = {
    "/", "project", "project[0]", "project[4]", "project[1]/", "/year", "year/x", "project[1]/year", "goal[1]", "project[-1]", "project[ 1]",
    "project[1", "project[1]]", "project[99999999999999999999]", "project[1]/indicator[1]/value/x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      JxField field;
      JxItem *item = jx_path_resolve (document, known[i], &field);
      g_autofree char *again = NULL;

      g_assert_nonnull (item);
      again = jx_path_to_string (item, field);
      g_assert_cmpstr (again, ==, known[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_test_message ("%s", unknown[i]);
      g_assert_null (jx_path_resolve (document, unknown[i], NULL));
    }
}

static void
test_copy (void)
{
  g_autoptr (JxDocument) source = make_document ();
  g_autoptr (JxDocument) target = jx_document_new ();
  JxItem *copy;

  {
    g_autoptr (JxDocument) passing = make_document ();

    copy = jx_item_copy (target, get_project (passing, 0));
  }
  g_assert_true (jx_item_get_document (copy) == target);
  g_assert_false (jx_item_is_attached (copy));
  g_assert_cmpuint (jx_item_count (copy, JX_KIND_INDICATOR), ==, 3);
  g_assert_cmpstr (jx_item_get (copy, JX_FIELD_PROJECT_BUDGET), ==, "6.90");
  g_assert_cmpint (jx_document_sum (source, JX_FIELD_PROJECT_BUDGET), ==, 3 * 6900000);
}

/* A copy that shares the texts of what it was made from, and of what that was made from, outlives both; what is written
 * into one of them is not in another. */
static void
test_borrowed_texts (void)
{
  JxDocument *documents[3] = { jx_document_new (), jx_document_new (), jx_document_new () };
  g_autofree char *text = g_strnfill (200, 'x');
  JxItem *project = jx_item_new (documents[0], JX_KIND_PROJECT);
  g_autoptr (JxEdit) edit = NULL;
  g_autoptr (JxEdit) inverse = NULL;

  jx_item_init (project, JX_FIELD_PROJECT_NAME, "村道养护");
  jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, text);
  jx_item_append (jx_document_get_root (documents[0]), project);
  jx_document_finish_building (documents[0]);
  for (guint i = 1; i < G_N_ELEMENTS (documents); i++)
    {
      jx_document_borrow_texts (documents[i], documents[i - 1]);
      project = jx_item_copy (documents[i], jx_item_child (jx_document_get_root (documents[i - 1]), JX_KIND_PROJECT, 0));
      jx_item_append (jx_document_get_root (documents[i]), project);
      jx_document_finish_building (documents[i]);
    }
  edit = jx_edit_new_set (jx_item_child (jx_document_get_root (documents[1]), JX_KIND_PROJECT, 0), JX_FIELD_PROJECT_NAME, "河道清淤");
  inverse = jx_document_apply (documents[1], edit, NULL);
  g_assert_nonnull (inverse);
  g_object_unref (documents[0]);
  g_object_unref (documents[1]);

  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_NAME), ==, "村道养护");
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_PURPOSE), ==, text);
  g_object_unref (documents[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/random-edits", test_random);
  g_test_add_func ("/document/borrowed-texts", test_borrowed_texts);
  g_test_add_func ("/document/group", test_group);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/suppose", test_suppose);
  g_test_add_func ("/document/history", test_history);
  g_test_add_func ("/document/paths", test_paths);
  g_test_add_func ("/document/copy", test_copy);

  return g_test_run ();
}
