/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-amount.h"
#include "model/jx-document.h"
#include "model/jx-item-build.h"
#include "review/jx-progress.h"

#include "jx-test.h"

/* @checkpoints: "3:25:3.10 6:50: 10::" as month, plan, spending; blanks where nothing stands. */
static JxItem *
add_project (JxDocument *document, const char *budget, const char *checkpoints)
{
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  g_auto (GStrv) words = g_strsplit (checkpoints, " ", -1);

  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, budget);
  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", 3);
      JxItem *checkpoint = jx_item_new (document, JX_KIND_CHECKPOINT);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, parts[0]);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, parts[1]);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_SPENT, parts[2]);
      jx_item_append (project, checkpoint);
    }
  jx_item_append (jx_document_get_root (document), project);

  return project;
}

static void
test_project (void)
{
  static const struct
  {
    const char *budget;
    const char *checkpoints;
    JxProgressState state;
    int latest;
    const char *gap; /* in 万元 */
    gint64 gap_share;
    const char *words;
  } rows[] = {
    { "13.80", "3:25:3.10 6:50:5.52 10:83: 12:100:", JX_PROGRESS_BEHIND, 1, "-1.38", -1000,
      "By the end of June: 5.52 万元 (40%) spent, 6.90 万元 (50%) planned; 1.38 万元 behind (10 points)." },
    /* Five points are within the tolerance, a hundredth more is not. */
    { "100", "6:50:45", JX_PROGRESS_ON_PLAN, 0, "-5.00", -500, NULL },
    { "100", "6:50:44.99", JX_PROGRESS_BEHIND, 0, "-5.01", -501, NULL },
    { "100", "6:50:55", JX_PROGRESS_ON_PLAN, 0, "5.00", 500, NULL },
    { "100", "6:50:55.01", JX_PROGRESS_AHEAD, 0, "5.01", 501, NULL },
    { "100", "6:50:100", JX_PROGRESS_AHEAD, 0, "50.00", 5000, NULL },
    { "100", "6:50:100.000001", JX_PROGRESS_OVER, 0, "50.000001", 5000, NULL },
    { "2.00", "3:25:", JX_PROGRESS_NO_ENTRY, -1, "0.00", 0, "Budget 2.00 万元. No spending entered yet." },
    { "2.00", "", JX_PROGRESS_NO_ENTRY, -1, "0.00", 0, NULL },
    { NULL, "3:25:", JX_PROGRESS_NO_ENTRY, -1, "0.00", 0, NULL },
    { "0", "3:25:0", JX_PROGRESS_ON_PLAN, 0, "0.00", 0, "By the end of March: 0.00 万元 spent, 0.00 万元 planned; exactly on plan." },
    { "0", "3:25:0.01", JX_PROGRESS_OVER, 0, "0.01", 0, NULL },
    { "8", "3::2 6::3", JX_PROGRESS_NO_PLAN, 1, "3.00", 3750, "By the end of June: 3.00 万元 (37.5%) spent, nothing planned." },
    /* A month without a plan of its own keeps the one before. */
    { "8", "3:25:2 5::2", JX_PROGRESS_ON_PLAN, 1, "0.00", 0, NULL },
    /* Of a tiny budget the shares differ while the amounts do not. */
    { "0.000003", "3:25:0.000001", JX_PROGRESS_ON_PLAN, 0, "0.00", 0, NULL },
    { "1000000000000", "12:100:1000000000000", JX_PROGRESS_ON_PLAN, 0, "0.00", 0, NULL },
    /* The order of the checkpoints does not matter. */
    { "10", "6:50:5 3:25:1", JX_PROGRESS_ON_PLAN, 1, "0.00", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JxDocument) document = jx_document_new ();
      g_autoptr (JxProgress) progress = jx_progress_new (add_project (document, rows[i].budget, rows[i].checkpoints));
      g_autofree char *gap = jx_amount_format (progress->gap_fen);
      g_autofree char *words = jx_progress_describe (JX_LANGUAGE_INTERFACE, progress);

      g_test_message ("row %u: %s", i, words);
      g_assert_cmpint (progress->state, ==, rows[i].state);
      g_assert_cmpint (progress->latest, ==, rows[i].latest);
      g_assert_cmpstr (gap, ==, rows[i].gap);
      g_assert_cmpint (progress->gap_share, ==, rows[i].gap_share);
      if (rows[i].words != NULL)
        g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_plan_rounding (void)
{
  static const struct
  {
    gint64 budget_fen;
    JxDecimal percent;
    gint64 plan_fen;
  } rows[] = {
    { 13800000, { 50, 0 }, 6900000 },
    { 1, { 50, 0 }, 1 },
    { 1, { 49, 0 }, 0 },
    { 3, { 50, 0 }, 2 },
    { 100, { 8333, 2 }, 83 },
    { 1000, { 8335, 2 }, 834 },
    { 0, { 83, 0 }, 0 },
    { JX_AMOUNT_MAX_FEN, { 83, 0 }, JX_AMOUNT_MAX_FEN / 100 * 83 },
    { JX_AMOUNT_MAX_FEN, { G_GINT64_CONSTANT (833333333333333333), 16 }, G_GINT64_CONSTANT (833333333333333333) },
    { JX_AMOUNT_MAX_FEN, { 1000, 0 }, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (jx_progress_plan_fen (rows[i].budget_fen, rows[i].percent), ==, rows[i].plan_fen);
}

static void
test_department (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (JxProgress) progress = NULL;
  g_autofree char *missing = NULL;
  const JxProgressPoint *june;

  add_project (document, "10", "3:25:2 6:50:4");
  add_project (document, "30", "3:20:6 6:40:");     /* its March figure counts in June */
  add_project (document, "60", "");                 /* no plan at all */
  add_project (document, NULL, "9:75:");
  progress = jx_progress_new (jx_document_get_root (document));

  g_assert_cmpint (progress->budget_fen, ==, 100 * JX_FEN_PER_WAN);
  g_assert_cmpuint (progress->points->len, ==, 3);
  g_assert_cmpint (progress->latest, ==, 1);
  june = jx_progress_get_point (progress, 1);
  g_assert_cmpint (june->month, ==, 6);
  g_assert_cmpint (june->plan_fen, ==, 17 * JX_FEN_PER_WAN);
  g_assert_cmpint (june->plan_share, ==, 1700);
  g_assert_cmpint (june->spent_fen, ==, 10 * JX_FEN_PER_WAN);
  g_assert_cmpint (progress->gap_share, ==, -700);
  g_assert_cmpint (progress->state, ==, JX_PROGRESS_BEHIND);
  g_assert_cmpuint (progress->n_projects, ==, 4);
  g_assert_cmpuint (progress->n_missing, ==, 3);
  g_assert_cmpuint (progress->n_unplanned, ==, 1);
  g_assert_false (jx_progress_get_point (progress, 2)->has_spent);
  missing = jx_progress_describe_missing (JX_LANGUAGE_INTERFACE, progress);
  g_assert_cmpstr (missing, ==,
                   "3 of 4 projects have no entry for the end of June; they count with their earlier figures. "
                   "1 project has no plan; it is not in the planned sum.");
}

static JxDocument *
copy_document (JxDocument *document)
{
  JxItem *root = jx_document_get_root (document);
  JxDocument *copy = jx_document_new ();

  jx_item_init (jx_document_get_root (copy), JX_FIELD_PROFILE, jx_item_get (root, JX_FIELD_PROFILE));
  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    jx_item_append (jx_document_get_root (copy), jx_item_copy (copy, jx_item_child (root, JX_KIND_PROJECT, i)));

  return copy;
}

static void
assert_equal_points (const JxProgressPoint *point, const JxProgressPoint *expected)
{
  g_assert_cmpint (point->month, ==, expected->month);
  g_assert_cmpint (point->has_plan, ==, expected->has_plan);
  g_assert_cmpint (point->plan_fen, ==, expected->plan_fen);
  g_assert_cmpint (point->plan_share, ==, expected->plan_share);
  g_assert_cmpint (point->has_spent, ==, expected->has_spent);
  if (!expected->has_spent)
    return;

  g_assert_cmpint (point->spent_fen, ==, expected->spent_fen);
  g_assert_cmpint (point->spent_share, ==, expected->spent_share);
}

static void
assert_equal (const JxProgress *progress, const JxProgress *expected)
{
  g_assert_cmpuint (progress->points->len, ==, expected->points->len);
  for (guint i = 0; i < expected->points->len; i++)
    assert_equal_points (&g_array_index (progress->points, JxProgressPoint, i), &g_array_index (expected->points, JxProgressPoint, i));
  g_assert_cmpint (progress->budget_fen, ==, expected->budget_fen);
  g_assert_cmpint (progress->latest, ==, expected->latest);
  g_assert_cmpint (progress->state, ==, expected->state);
  g_assert_cmpint (progress->gap_fen, ==, expected->gap_fen);
  g_assert_cmpuint (progress->n_projects, ==, expected->n_projects);
  g_assert_cmpuint (progress->n_missing, ==, expected->n_missing);
  g_assert_cmpuint (progress->n_unplanned, ==, expected->n_unplanned);
}

static JxEdit *
new_order (JxItem *first, JxItem *second)
{
  GPtrArray *order = g_ptr_array_new ();

  g_ptr_array_add (order, first);
  g_ptr_array_add (order, second);

  return jx_edit_new_order (order);
}

/* The figures of a department are worked out once for all who ask; after every change they are those of the document as
 * it then is, whoever asked before. */
static void
test_shared (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *first = add_project (document, "10", "3:25:2 3:30:3 6:50:4");
  JxItem *second = add_project (document, "30", "3:20:6 6:40:");
  JxItem *checkpoint = jx_item_child (first, JX_KIND_CHECKPOINT, 0);
  JxItem *fresh = jx_item_new (document, JX_KIND_PROJECT);
  JxEdit *edits[] = {
    jx_edit_new_set (first, JX_FIELD_PROJECT_NAME, "村道养护"),
    jx_edit_new_set (first, JX_FIELD_PROJECT_BUDGET, "12"),
    jx_edit_new_set (checkpoint, JX_FIELD_CHECKPOINT_PLAN, "26"),
    jx_edit_new_set (checkpoint, JX_FIELD_CHECKPOINT_SPENT, "9"),
    jx_edit_new_move (checkpoint, 1),
    jx_edit_new_set (checkpoint, JX_FIELD_CHECKPOINT_MONTH, "9"),
    jx_edit_new_remove (checkpoint),
    jx_edit_new_insert (root, fresh, 0),
    jx_edit_new_set (fresh, JX_FIELD_PROJECT_BUDGET, "7"),
    jx_edit_new_move (first, 0),
    jx_edit_new_remove (second),
    new_order (fresh, first),
    jx_edit_new_set (root, JX_FIELD_PROFILE, "2015"),
  };

  jx_document_finish_building (document);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (JxEdit) edit = edits[i];
      g_autoptr (JxProgress) before = jx_progress_new (root);
      gint64 budget_fen = before->budget_fen;
      g_autoptr (JxEdit) inverse = jx_document_apply (document, edit, NULL);
      g_autoptr (JxProgress) progress = jx_progress_new (root);
      g_autoptr (JxProgress) other = jx_progress_new (root);
      g_autoptr (JxDocument) copy = copy_document (document);
      g_autoptr (JxProgress) expected = jx_progress_new (jx_document_get_root (copy));

      g_assert_nonnull (inverse);
      g_assert_true (progress == other);
      assert_equal (progress, expected);
      /* Who still has that of before may read it on. */
      g_assert_cmpint (before->budget_fen, ==, budget_fen);
    }
}

/* More projects of the largest amount than a gint64 can add up. */
static void
test_large_sums (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (JxProgress) progress = NULL;

  for (guint i = 0; i < 12; i++)
    add_project (document, "1000000000000", "6:50:1000000000000 12:100:");
  progress = jx_progress_new (jx_document_get_root (document));
  g_assert_cmpint (progress->budget_fen, ==, G_MAXINT64);
  g_assert_cmpint (jx_progress_get_point (progress, 0)->plan_fen, ==, 6 * JX_AMOUNT_MAX_FEN);
  g_assert_cmpint (jx_progress_get_point (progress, 0)->spent_fen, ==, G_MAXINT64);
}

static void
test_empty_department (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (JxProgress) progress = jx_progress_new (jx_document_get_root (document));

  g_assert_cmpint (progress->state, ==, JX_PROGRESS_NO_ENTRY);
  g_assert_cmpuint (progress->points->len, ==, 0);
}

static void
test_shares (void)
{
  static const struct
  {
    gint64 share;
    const char *text;
  } rows[] = {
    { 0, "0" }, { 1000, "10" }, { 1050, "10.5" }, { 1025, "10.25" }, { 5, "0.05" }, { -5, "-0.05" }, { -1380, "-13.8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = jx_progress_format_share (rows[i].share);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* The plan as an amount: the percentage that means it. */
static void
test_plan_percent (void)
{
  static const struct
  {
    const char *budget, *amount, *percent;
  } rows[] = {
    { "13.80", "6.90", "50" },     { "13.80", "13.80", "100" },     { "13.80", "0", "0" },
    { "86.40", "71.712", "83" },   { "100", "33.33", "33.33" },     { "13.80", "5.50", "39.86" },
    { "3", "1", "33.3" },          { "24.00", "48.00", "200" },     { "1245.82", "1034.03", "83" },
    { "123456.78", "0.01", "0.00001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *percent = NULL;
      gint64 budget_fen, amount_fen;
      JxDecimal value;

      g_assert_true (jx_amount_parse (rows[i].budget, &budget_fen) && jx_amount_parse (rows[i].amount, &amount_fen));
      percent = jx_progress_plan_percent (budget_fen, amount_fen);
      g_assert_cmpstr (percent, ==, rows[i].percent);
      /* Shown in two decimals it is what was typed. */
      g_assert_true (jx_decimal_parse (percent, &value));
      g_assert_cmpint (ABS (jx_progress_plan_fen (budget_fen, value) - amount_fen), <, JX_FEN_PER_WAN / 200);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/progress/plan-percent", test_plan_percent);
  g_test_add_func ("/progress/project", test_project);
  g_test_add_func ("/progress/plan-rounding", test_plan_rounding);
  g_test_add_func ("/progress/department", test_department);
  g_test_add_func ("/progress/shared", test_shared);
  g_test_add_func ("/progress/large-sums", test_large_sums);
  g_test_add_func ("/progress/empty-department", test_empty_department);
  g_test_add_func ("/progress/shares", test_shares);

  return g_test_run ();
}
