/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <locale.h>

#include "jx-wanted.h"
#include "model/jx-item-build.h"

/* A whole goal document of nine projects written from nothing, by the keyboard alone. */

typedef struct
{
  const char *level1, *level2, *level3, *description, *value, *basis;
} Row;

typedef struct
{
  const char *name, *code, *budget, *fiscal, *other, *purpose;
  const char *goals[2];
  Row rows[3];
  const char *budget_held; /* where it is not held as it is typed */
} Project;

static const Project projects[] = {
  { "机井维修", "A01", "12.50", "12.50", NULL, "修井", { "修复机井。" }, { { "产出指标", "数量指标", "修井数", "修复的井", "≥25眼", "工作计划" } } },
  { "村道养护", "A02", "1,086.4", "1000", "86.4", "养路", { "路面平整。", "排水通畅。" },
    { { "产出指标", "质量指标", "平整率", "平整路段占比", "≥95%", "行业标准" },
      { "效益指标", "社会效益指标", "受益村数", "通畅的村", "≥12个", "项目计划" },
      { "满意度指标", "服务对象满意度指标", "村民满意度", "满意者占比", "≥90%", "问卷调查" } },
    "1086.4" },
  { "河道保洁", "A03", "42.5", "42.5", "0", "保洁", { "河面清洁。" }, { { "产出指标", "数量指标", "保洁长度", "清洁的河段", "≥8公里", "工作计划" } } },
  { "老年助餐", "A04", "31.2", "20", "11.2", "助餐", { "老人吃好。" }, { { "产出指标", "数量指标", "助餐人数", "用餐老人", "≥320人", "工作计划" } } },
  { "植保服务", "A05", "57.75", "57.75", NULL, "植保", { "减少虫害。" }, { { "产出指标", "时效指标", "完成时间", "防治结束", "2026年9月30日前", "工作计划" } } },
  { "安全排查", "A06", "24", "24", NULL, "排查", { "消除隐患。" }, { { "产出指标", "质量指标", "整改率", "整改占比", "≥98%", "工作标准" } } },
  { "文化活动", "A07", "12.8", "12.8", NULL, "送戏", { "丰富生活。" }, { { "产出指标", "数量指标", "演出场次", "演出的场", "≥36场", "工作计划" } } },
  { "污水设施", "A08", "153.06", "153.06", NULL, "运维", { "达标排放。" }, { { "产出指标", "质量指标", "达标率", "达标占比", "=100%", "行业标准" } } },
  { "便民中心", "A09", "18.6", "18.6", NULL, "运转", { "随到随办。" }, { { "产出指标", "成本指标", "人均成本", "每人费用", "≤1.2万元", "历史标准" } } },
};

static const char *const sub_goals[][3] = {
  { "乡村建设", "改善出行条件。", "养护道路86公里。" },
  { "养老服务", "老人安度晚年。", "服务320人。" },
};
static const char *const measures[] = { "加强领导。", "严格考核。" };

/* Goes to @name by Tab and writes there, leaving by Tab again. */
static void
write_text (JxDesk *desk, AtspiAccessible *within, const char *name, const char *text)
{
  AtspiAccessible *field = jx_robot_find (desk->robot, within, ATSPI_ROLE_TEXT, name);

  jx_robot_walk (desk->robot, "Tab", field);
  jx_robot_type (desk->robot, text);
  jx_robot_until (desk->robot, jx_robot_has_text (field, text));
}

/* Presses the button @name by the keyboard. */
static void
press_button (JxDesk *desk, AtspiAccessible *within, const char *name)
{
  jx_robot_walk (desk->robot, "Tab", jx_robot_find (desk->robot, within, ATSPI_ROLE_PUSH_BUTTON, name));
  jx_robot_press (desk->robot, "space");
}

static void
write_department (JxDesk *desk)
{
  AtspiAccessible *page = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "The whole department");

  write_text (desk, page, "Region", "青禾县");
  write_text (desk, page, "Unit code", "352001");
  write_text (desk, page, "Unit name", "云溪镇人民政府");
  write_text (desk, page, "Overall goal", "水清路畅，业兴人和。");

  for (guint i = 0; i < G_N_ELEMENTS (sub_goals); i++)
    {
      const char *number = i == 0 ? "（一）" : "（二）";
      g_autofree char *title = g_strconcat (number, " Sub-goal title", NULL);
      g_autofree char *goal = g_strconcat (number, " Goal of the sub-goal", NULL);
      g_autofree char *indicator = g_strconcat (number, " Indicator of the sub-goal", NULL);

      press_button (desk, page, "Add Sub-goal*");
      write_text (desk, page, title, sub_goals[i][0]);
      write_text (desk, page, goal, sub_goals[i][1]);
      write_text (desk, page, indicator, sub_goals[i][2]);
    }
  write_text (desk, page, "Safeguards, introduction", "为实现目标：");
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      press_button (desk, page, "Add Measure*");
      write_text (desk, page, i == 0 ? "（一） Measure" : "（二） Measure", measures[i]);
    }
}

/* @before: (nullable): the row above. */
static void
write_row (JxDesk *desk, AtspiAccessible *sheet, guint number, const Row *row, const Row *before)
{
  const struct
  {
    const char *field, *text;
  } cells[] = {
    { "Level-1 indicator", row->level1 },
    { "Level-2 indicator", row->level2 },
    { "Level-3 indicator", row->level3 },
    { "Description", row->description },
    { "Target value", row->value },
    { "Basis of the value", row->basis },
  };
  g_autofree char *first = g_strdup_printf ("Row %u, Level-1 indicator", number);
  g_autofree char *third = g_strdup_printf ("Row %u, Level-3 indicator", number);
  AtspiAccessible *cell = NULL;

  press_button (desk, sheet, "Add Indicator");
  jx_robot_until (desk->robot, jx_robot_has_state (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TABLE_CELL, third), ATSPI_STATE_FOCUSED));
  /* The group that comes next is proposed; this one is another. */
  jx_robot_press (desk->robot, "<Control>m");
  jx_robot_until (desk->robot, (cell = jx_robot_seek (desk->robot, sheet, ATSPI_ROLE_TABLE_CELL, first)) != NULL
                                 && jx_robot_has_state (cell, ATSPI_STATE_FOCUSED));
  g_assert_true (before == NULL || !g_str_equal (row->level1, before->level1));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *name = g_strdup_printf ("Row %u, %s", number, cells[i].field);

      jx_desk_write (desk, sheet, name, cells[i].text);
    }
}

static void
write_project (JxDesk *desk, const Project *project)
{
  const struct
  {
    const char *cell, *text, *held;
  } cells[] = {
    { "Project name", project->name },
    { "Budget", project->budget, project->budget_held },
    { "Fiscal funds", project->fiscal },
    { "Other funds", project->other },
    { "Purpose", project->purpose },
  };
  AtspiAccessible *sheet = NULL;
  AtspiAccessible *name = NULL;

  jx_robot_press (desk->robot, "<Control><Shift>n");
  jx_robot_until (desk->robot, (sheet = jx_robot_seek (desk->robot, desk->window, ATSPI_ROLE_TABLE, "*绩效目标表")) != NULL
                                 && (name = jx_robot_seek (desk->robot, sheet, ATSPI_ROLE_TABLE_CELL, "Project name")) != NULL
                                 && jx_robot_has_state (name, ATSPI_STATE_FOCUSED) && jx_robot_has_description (name, ""));
  jx_robot_walk (desk->robot, "<Shift>Tab", jx_desk_find_cell (desk, sheet, "Project code"));
  jx_desk_write (desk, sheet, "Project code", project->code);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (cells[i].text != NULL)
      jx_desk_write_as (desk, sheet, cells[i].cell, cells[i].text, cells[i].held != NULL ? cells[i].held : cells[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (project->goals) && project->goals[i] != NULL; i++)
    {
      jx_robot_walk (desk->robot, "Tab", jx_desk_find_cell (desk, sheet, "Add Goal"));
      jx_robot_type (desk->robot, project->goals[i]);
      jx_robot_press (desk->robot, "Return");
    }
  for (guint i = 0; i < G_N_ELEMENTS (project->rows) && project->rows[i].level1 != NULL; i++)
    write_row (desk, sheet, i + 1, &project->rows[i], i > 0 ? &project->rows[i - 1] : NULL);
}

static void
make_project (JxDocument *document, const Project *project)
{
  JxItem *item = jx_wanted_add_project (document);

  jx_item_init (item, JX_FIELD_PROJECT_CODE, project->code);
  jx_item_init (item, JX_FIELD_PROJECT_NAME, project->name);
  jx_item_init (item, JX_FIELD_PROJECT_BUDGET, project->budget_held != NULL ? project->budget_held : project->budget);
  jx_item_init (item, JX_FIELD_PROJECT_FISCAL, project->fiscal);
  jx_item_init (item, JX_FIELD_PROJECT_OTHER, project->other);
  jx_item_init (item, JX_FIELD_PROJECT_PURPOSE, project->purpose);
  for (guint i = 0; i < G_N_ELEMENTS (project->goals) && project->goals[i] != NULL; i++)
    jx_item_init (jx_wanted_add (item, JX_KIND_GOAL), JX_FIELD_GOAL_TEXT, project->goals[i]);
  for (guint i = 0; i < G_N_ELEMENTS (project->rows) && project->rows[i].level1 != NULL; i++)
    {
      JxItem *row = jx_wanted_add (item, JX_KIND_INDICATOR);

      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL1, project->rows[i].level1);
      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL2, project->rows[i].level2);
      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL3, project->rows[i].level3);
      jx_item_init (row, JX_FIELD_INDICATOR_DESCRIPTION, project->rows[i].description);
      jx_item_init (row, JX_FIELD_INDICATOR_VALUE, project->rows[i].value);
      jx_item_init (row, JX_FIELD_INDICATOR_BASIS, project->rows[i].basis);
    }
}

/* What she meant to write. */
static void
save_wanted (const char *path)
{
  g_autoptr (JxDocument) document = jx_wanted_new ();
  JxItem *root = jx_document_get_root (document);

  jx_item_init (root, JX_FIELD_REGION, "青禾县");
  jx_item_init (root, JX_FIELD_UNIT_CODE, "352001");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "水清路畅，业兴人和。");
  jx_item_init (root, JX_FIELD_SAFEGUARDS_INTRO, "为实现目标：");
  for (guint i = 0; i < G_N_ELEMENTS (sub_goals); i++)
    {
      JxItem *sub_goal = jx_wanted_add (root, JX_KIND_SUB_GOAL);

      jx_item_init (sub_goal, JX_FIELD_SUB_GOAL_TITLE, sub_goals[i][0]);
      jx_item_init (sub_goal, JX_FIELD_SUB_GOAL_GOAL, sub_goals[i][1]);
      jx_item_init (sub_goal, JX_FIELD_SUB_GOAL_INDICATOR, sub_goals[i][2]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    jx_item_init (jx_wanted_add (root, JX_KIND_MEASURE), JX_FIELD_MEASURE_TEXT, measures[i]);
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    make_project (document, &projects[i]);
  jx_wanted_save (document, path);
}

static void
test_from_nothing (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *path = jx_desk_dup_path (desk, "new.jixiao");
  g_autofree char *wanted = jx_desk_dup_path (desk, "wanted.jixiao");
  g_autofree char *differences = NULL;
  int status = -1;

  jx_desk_open (desk, NULL, "Jixiao");
  jx_robot_press (desk->robot, "<Control>n");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "Untitled"));
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  write_department (desk);
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    write_project (desk, &projects[i]);

  jx_robot_press (desk->robot, "<Control>s");
  jx_desk_choose_file (desk, "Save the Document", path);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "new"));
  jx_desk_quit (desk);

  save_wanted (wanted);
  differences = jx_desk_run (&status, g_getenv ("JX_CLI"), "diff", wanted, path, NULL);
  g_assert_cmpstr (differences, ==, "");
  g_assert_cmpint (status, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/from-nothing/nine-projects", test_from_nothing);

  return g_test_run ();
}
