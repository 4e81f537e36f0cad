/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-import-plan.h"
#include "model/jx-item-build.h"

/* "code name budget goal", one project a line; a line of one word is the overall goal. */
static void
add_file (JxImportPlan *plan, JxDocument *theirs, const char *name, JxReport *report)
{
  jx_import_plan_add (plan, theirs, name, report);
  g_assert_false (jx_import_plan_step (plan, -1));
}

static JxDocument *
make (const char *lines)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (each[i], " ", -1);
      JxItem *project, *goal;

      if (words[0] != NULL && words[1] == NULL)
        jx_item_init (root, JX_FIELD_OVERALL_GOAL, words[0]);
      if (g_strv_length (words) < 4)
        continue;
      project = jx_item_new (document, JX_KIND_PROJECT);
      goal = jx_item_new (document, JX_KIND_GOAL);
      jx_item_init (project, JX_FIELD_PROJECT_CODE, *words[0] != '-' ? words[0] : NULL);
      jx_item_init (project, JX_FIELD_PROJECT_NAME, words[1]);
      jx_item_init (project, JX_FIELD_PROJECT_BUDGET, *words[2] != '-' ? words[2] : NULL);
      jx_item_init (goal, JX_FIELD_GOAL_TEXT, words[3]);
      jx_item_append (project, goal);
      jx_item_append (root, project);
    }
  jx_document_finish_building (document);

  return document;
}

static char *
tell (JxDocument *document)
{
  JxItem *root = jx_document_get_root (document);
  const char *goal = jx_item_get (root, JX_FIELD_OVERALL_GOAL);
  GString *told = g_string_new (goal);

  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    {
      JxItem *project = jx_item_child (root, JX_KIND_PROJECT, i);
      const char *budget = jx_item_get (project, JX_FIELD_PROJECT_BUDGET);

      g_string_append_printf (told, "%s%s %s", told->len > 0 ? "\n" : "", jx_item_get (project, JX_FIELD_PROJECT_NAME), budget != NULL ? budget : "-");
      for (guint j = 0; j < jx_item_count (project, JX_KIND_GOAL); j++)
        g_string_append_printf (told, " %s", jx_item_get (jx_item_child (project, JX_KIND_GOAL, j), JX_FIELD_GOAL_TEXT));
    }

  return g_string_free (told, FALSE);
}

static char *
list_choices (JxImportPlan *plan)
{
  static const char names[] = { 'l', 'a', 'm', 'r' };
  GPtrArray *parts = jx_import_plan_list (plan);
  GString *choices = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_c (choices, names[((JxImportPart *) parts->pdata[i])->choice]);

  return g_string_free (choices, FALSE);
}

#define MINE "总目标\nP1 村道 6.90 修缮村道三条\nP2 绿化 - 植树百棵\nP3 垃圾 1.00 清运垃圾"

static void
test_choices (void)
{
  static const struct
  {
    const char *theirs;
    const char *defaults;
    int part; /* whose choice is set, -1 none */
    JxImportChoice choice;
    const char *result;
  } cases[] = {
    /* What says the same is left. */
    { MINE, "llll", -1, 0, "总目标\n村道 6.90 修缮村道三条\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾" },
    /* A blank is filled; a difference stays until it is decided. */
    { "P2 绿化 5.00 植树百棵", "m", -1, 0, "总目标\n村道 6.90 修缮村道三条\n绿化 5.00 植树百棵\n垃圾 1.00 清运垃圾" },
    { "P1 村道 7.00 修缮村道三条", "m", -1, 0, "总目标\n村道 6.90 修缮村道三条\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾" },
    { "P1 村道 7.00 修桥一座", "m", -1, 0, "总目标\n村道 6.90 修缮村道三条 修桥一座\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾" },
    { "P1 村道 7.00 修桥一座", "m", 0, JX_IMPORT_REPLACE, "总目标\n村道 7.00 修桥一座\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾" },
    { "P1 村道 - 修桥一座", "m", 0, JX_IMPORT_REPLACE, "总目标\n村道 6.90 修桥一座\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾" },
    { "P1 村道 7.00 修桥一座", "m", 0, JX_IMPORT_ADD, "总目标\n村道 6.90 修缮村道三条\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾\n村道 7.00 修桥一座" },
    { "P1 村道 7.00 修桥一座", "m", 0, JX_IMPORT_LEAVE, "总目标\n村道 6.90 修缮村道三条\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾" },
    /* New ones stand after what they stand after there. */
    { "P1 村道 6.90 修缮村道三条\nP9 桥梁 2.00 修桥\nP8 路灯 3.00 装灯", "laa", -1, 0, "总目标\n村道 6.90 修缮村道三条\n桥梁 2.00 修桥\n路灯 3.00 装灯\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾" },
    { "P9 桥梁 2.00 修桥", "a", -1, 0, "总目标\n村道 6.90 修缮村道三条\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾\n桥梁 2.00 修桥" },
    /* By name where the code is another's or missing. */
    { "- 绿化 5.00 植树百棵", "m", -1, 0, "总目标\n村道 6.90 修缮村道三条\n绿化 5.00 植树百棵\n垃圾 1.00 清运垃圾" },
    { "新目标", "m", 0, JX_IMPORT_REPLACE, "新目标\n村道 6.90 修缮村道三条\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JxDocument) mine = make (MINE);
      g_autoptr (JxDocument) theirs = make (cases[i].theirs);
      g_autoptr (JxImportPlan) plan = jx_import_plan_new (mine);
      g_autoptr (JxEdit) edit = NULL, back = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *choices = NULL, *result = NULL, *before = tell (mine), *after = NULL;

      add_file (plan, theirs, "来文", NULL);
      choices = list_choices (plan);
      g_assert_cmpstr (choices, ==, cases[i].defaults);
      if (cases[i].part >= 0)
        jx_import_plan_set_choice (plan, jx_import_plan_list (plan)->pdata[cases[i].part], cases[i].choice);
      edit = jx_import_plan_make_edit (plan);
      back = jx_document_apply (mine, edit, &error);
      g_assert_no_error (error);
      result = tell (mine);
      g_assert_cmpstr (result, ==, cases[i].result);
      jx_edit_free (jx_document_apply (mine, back, &error));
      after = tell (mine);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Two files with the same project: one of them is taken, whoever is chosen last. */
static void
test_rivals (void)
{
  g_autoptr (JxDocument) mine = make (MINE);
  g_autoptr (JxDocument) one = make ("P1 村道 7.00 修缮村道三条\nP9 桥梁 2.00 修桥");
  g_autoptr (JxDocument) other = make ("P1 村道 8.00 修缮村道三条\nP9 桥梁 3.00 修桥");
  g_autoptr (JxImportPlan) plan = jx_import_plan_new (mine);
  g_autoptr (JxEdit) edit = NULL;
  g_autofree char *before = NULL, *after = NULL, *result = NULL;
  GPtrArray *parts = jx_import_plan_list (plan);

  add_file (plan, one, "甲", NULL);
  add_file (plan, other, "乙", NULL);
  before = list_choices (plan);
  g_assert_cmpstr (before, ==, "mall");
  g_assert_true (((JxImportPart *) parts->pdata[2])->rival == parts->pdata[0]);
  g_assert_true (((JxImportPart *) parts->pdata[3])->rival == parts->pdata[1]);

  jx_import_plan_set_choice (plan, parts->pdata[2], JX_IMPORT_REPLACE);
  jx_import_plan_set_choice (plan, parts->pdata[3], JX_IMPORT_ADD);
  after = list_choices (plan);
  g_assert_cmpstr (after, ==, "llra");
  edit = jx_import_plan_make_edit (plan);
  jx_edit_free (jx_document_apply (mine, edit, NULL));
  result = tell (mine);
  g_assert_cmpstr (result, ==, "总目标\n村道 8.00 修缮村道三条\n桥梁 3.00 修桥\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾");
}

static void
test_partner (void)
{
  g_autoptr (JxDocument) mine = make (MINE);
  g_autoptr (JxDocument) theirs = make ("P7 乡道 7.00 修缮村道三条");
  g_autoptr (JxImportPlan) plan = jx_import_plan_new (mine);
  JxImportPart *part = NULL;

  add_file (plan, theirs, "甲", NULL);
  part = jx_import_plan_list (plan)->pdata[0];
  g_assert_cmpint (part->choice, ==, JX_IMPORT_ADD);
  g_assert_false (jx_import_part_allows (part, JX_IMPORT_MERGE));

  jx_import_plan_set_partner (plan, part, jx_item_child (jx_document_get_root (mine), JX_KIND_PROJECT, 0));
  g_assert_cmpint (part->choice, ==, JX_IMPORT_MERGE);
  g_assert_cmpuint (jx_merge_count_conflicts (part->merge), ==, 3); /* code, name, budget */
  jx_import_plan_set_partner (plan, part, NULL);
  g_assert_cmpint (part->choice, ==, JX_IMPORT_ADD);
  g_assert_null (part->merge);
}

static void
test_guesses (void)
{
  g_autoptr (JxDocument) mine = make (MINE);
  g_autoptr (JxDocument) theirs = make ("P1 村道 7.00 修缮村道三条");
  g_autoptr (JxImportPlan) plan = jx_import_plan_new (mine);
  JxReport *report = jx_report_new ("甲");
  JxItem *project = jx_item_child (jx_document_get_root (theirs), JX_KIND_PROJECT, 0);

  jx_report_add (report, JX_REPORT_GUESSED, 3, "7", "project[1]/budget", "看一看");
  jx_report_add (report, JX_REPORT_LEFT, 4, "?", "project[1]/name", "没看懂");
  add_file (plan, theirs, "甲", report);
  g_assert_cmpstr (jx_import_plan_get_guess (plan, 0, project, JX_FIELD_PROJECT_BUDGET), ==, "看一看");
  g_assert_null (jx_import_plan_get_guess (plan, 0, project, JX_FIELD_PROJECT_NAME));
}

/* What was matched goes and other things come: all is matched anew, with the choices that belong to it. */
static void
test_changed (void)
{
  g_autoptr (JxDocument) mine = make (MINE);
  g_autoptr (JxDocument) theirs = make ("P1 村道 7.00 修缮村道三条\nP9 桥梁 2.00 修桥");
  g_autoptr (JxImportPlan) plan = jx_import_plan_new (mine);
  g_autoptr (JxEdit) removal = jx_edit_new_remove (jx_item_child (jx_document_get_root (mine), JX_KIND_PROJECT, 0));
  g_autoptr (JxEdit) edit = NULL;
  g_autofree char *before = NULL, *after = NULL, *result = NULL;

  add_file (plan, theirs, "甲", NULL);
  before = list_choices (plan);
  g_assert_cmpstr (before, ==, "ma");
  jx_edit_free (jx_document_apply (mine, removal, NULL));

  g_assert_false (jx_import_plan_step (plan, -1));
  after = list_choices (plan);
  g_assert_cmpstr (after, ==, "aa");
  edit = jx_import_plan_make_edit (plan);
  jx_edit_free (jx_document_apply (mine, edit, NULL));
  result = tell (mine);
  g_assert_cmpstr (result, ==, "总目标\n绿化 - 植树百棵\n垃圾 1.00 清运垃圾\n村道 7.00 修缮村道三条\n桥梁 2.00 修桥");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-plan/choices", test_choices);
  g_test_add_func ("/import-plan/rivals", test_rivals);
  g_test_add_func ("/import-plan/partner", test_partner);
  g_test_add_func ("/import-plan/guesses", test_guesses);
  g_test_add_func ("/import-plan/document-changed", test_changed);

  return g_test_run ();
}
