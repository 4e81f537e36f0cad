/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-diff.h"
#include "model/jx-item-build.h"
#include "model/jx-path.h"

static JxItem *
add (JxItem *parent, JxKind kind, JxField field, const char *value)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_init (item, field, value);
  jx_item_append (parent, item);
  return item;
}

static JxItem *
add_project (JxItem *root, const char *code, const char *name)
{
  JxItem *project = add (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_CODE, code);

  jx_item_init (project, JX_FIELD_PROJECT_NAME, name);
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "6.90");
  return project;
}

static void
add_goals (JxItem *project, const char *goals)
{
  g_auto (GStrv) texts = g_strsplit (goals, "|", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    add (project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, texts[i]);
}

/* One line a difference: its type and where it is. */
static char *
tell (JxDocument *a, JxDocument *b)
{
  static const char types[] = { '!', '+', '-', '>' };
  g_autoptr (GArray) differences = jx_diff (a, b);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      JxDifference *difference = &g_array_index (differences, JxDifference, i);
      g_autofree char *path = jx_path_to_string (difference->b != NULL ? difference->b : difference->a, difference->field);

      g_assert_true ((difference->a == NULL) == (difference->type == JX_DIFFERENCE_ADDED));
      g_assert_true ((difference->b == NULL) == (difference->type == JX_DIFFERENCE_REMOVED));
      g_string_append_printf (told, "%s%c%s", i > 0 ? " " : "", types[difference->type], path);
    }

  return g_string_free (told, FALSE);
}

static void
test_goals (void)
{
  static const struct
  {
    const char *a, *b, *differences;
  } cases[] = {
    { "甲|乙|丙", "甲|乙|丙", "" },
    { "修缮村道三条|清运垃圾|植树百棵", "修缮村道三条|新建凉亭|清运垃圾|植树百棵", "+project[1]/goal[2]" },
    { "修缮村道三条|清运垃圾|植树百棵", "修缮村道三条|植树百棵", "-project[1]/goal[2]" },
    { "修缮村道三条|清运垃圾", "修缮村道四条|清运垃圾", "!project[1]/goal[1]/text" },
    { "修缮村道三条|清运垃圾", "新建凉亭|修缮村道四条|清运垃圾", "+project[1]/goal[1] !project[1]/goal[2]/text" },
    { "甲甲|乙乙|丙丙|丁丁", "丁丁|甲甲|乙乙|丙丙", ">project[1]/goal[1]" },
    { "修缮村道", "植树百棵", "+project[1]/goal[1] -project[1]/goal[1]" },
    { "甲|甲|甲", "甲|甲", "-project[1]/goal[3]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JxDocument) a = jx_document_new ();
      g_autoptr (JxDocument) b = jx_document_new ();
      g_autofree char *told = NULL;

      add_goals (add_project (jx_document_get_root (a), "P1", "村道"), cases[i].a);
      add_goals (add_project (jx_document_get_root (b), "P1", "村道"), cases[i].b);
      told = tell (a, b);
      g_assert_cmpstr (told, ==, cases[i].differences);
    }
}

static void
test_projects (void)
{
  static const struct
  {
    const char *a[2], *b[2], *differences;
  } cases[] = {
    { { "P1", "村道" }, { "P1", "乡道" }, "!project[1]/name" },
    { { "P1", "村道" }, { "P2", "村道" }, "!project[1]/code" },
    { { "P1", "村道修缮工程" }, { "P2", "村道修缮工程款" }, "!project[1]/code !project[1]/name" },
    { { "P1", "村道" }, { " p1　", "村道" }, "!project[1]/code" },
    { { NULL, "村道" }, { "P1", "村道" }, "!project[1]/code" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JxDocument) a = jx_document_new ();
      g_autoptr (JxDocument) b = jx_document_new ();
      g_autofree char *told = NULL;

      add_project (jx_document_get_root (a), cases[i].a[0], cases[i].a[1]);
      add_project (jx_document_get_root (b), cases[i].b[0], cases[i].b[1]);
      told = tell (a, b);
      g_assert_cmpstr (told, ==, cases[i].differences);
    }
}

static void
test_order (void)
{
  g_autoptr (JxDocument) a = jx_document_new ();
  g_autoptr (JxDocument) b = jx_document_new ();
  JxItem *left = jx_document_get_root (a), *right = jx_document_get_root (b);
  JxItem *project;
  g_autofree char *told = NULL;

  jx_item_init (left, JX_FIELD_YEAR, "2025");
  jx_item_init (right, JX_FIELD_YEAR, "2026");
  project = add_project (left, "P1", "村道");
  jx_item_init (add (project, JX_KIND_CHECKPOINT, JX_FIELD_CHECKPOINT_MONTH, "3"), JX_FIELD_CHECKPOINT_PLAN, "25");
  jx_item_init (add (project, JX_KIND_CHECKPOINT, JX_FIELD_CHECKPOINT_MONTH, "6"), JX_FIELD_CHECKPOINT_PLAN, "50");
  add_project (left, "P2", "垃圾清运");
  add_project (left, "P3", "绿化");
  project = add_project (right, "P3", "绿化");
  project = add_project (right, "P1", "村道");
  jx_item_init (add (project, JX_KIND_CHECKPOINT, JX_FIELD_CHECKPOINT_MONTH, "6"), JX_FIELD_CHECKPOINT_PLAN, "45");
  jx_item_init (add (project, JX_KIND_CHECKPOINT, JX_FIELD_CHECKPOINT_MONTH, "9"), JX_FIELD_CHECKPOINT_PLAN, "75");
  add_project (right, "P2", "垃圾清运");

  told = tell (a, b);
  g_assert_cmpstr (told, ==,
                   "!year >project[1] -project[1]/checkpoint[1] !project[2]/checkpoint[1]/plan +project[2]/checkpoint[2]");
}

/* Equal and nearly equal large documents must not cost the square of their size. */
static void
test_many (void)
{
  g_autoptr (JxDocument) a = jx_document_new ();
  g_autoptr (JxDocument) b = jx_document_new ();
  g_autoptr (GArray) differences = NULL;
  JxDocument *documents[] = { a, b };
  double seconds;

  for (guint d = 0; d < 2; d++)
    for (guint i = 0; i < 10000; i++)
      {
        g_autofree char *code = g_strdup_printf ("C%05u", i);
        g_autofree char *name = g_strdup_printf ("项目%u", i);
        JxItem *project = add_project (jx_document_get_root (documents[d]), code, name);

        for (guint k = 0; k < 6; k++)
          {
            g_autofree char *value = g_strdup_printf ("≥%u个", k + i + (d == 1 && k == 3 && i % 10 == 0));

            add (project, JX_KIND_INDICATOR, JX_FIELD_INDICATOR_VALUE, value);
            jx_item_init (jx_item_child (project, JX_KIND_INDICATOR, k), JX_FIELD_INDICATOR_LEVEL3, k % 2 ? "修缮村道" : "清运垃圾");
          }
      }

  g_test_timer_start ();
  differences = jx_diff (a, b);
  seconds = g_test_timer_elapsed ();
  g_test_message ("10000 projects: %.3f s", seconds);
  g_assert_cmpuint (differences->len, ==, 1000);
}

/* Every kind of item has a field that names it. */
static void
test_captions (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();

  for (JxKind kind = JX_KIND_DOCUMENT + 1; kind < JX_N_KINDS; kind++)
    {
      JxItem *item = jx_item_new (document, kind);
      gboolean named = FALSE;
      JxField first;
      guint count;

      g_assert_cmpstr (jx_item_get_caption (item), ==, "");
      jx_field_get_range (kind, &first, &count);
      for (guint i = 0; i < count; i++)
        {
          jx_item_init (item, first + i, "3");
          named = named || *jx_item_get_caption (item) != '\0';
        }
      g_assert_true (named);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/diff/goals", test_goals);
  g_test_add_func ("/diff/projects", test_projects);
  g_test_add_func ("/diff/order", test_order);
  g_test_add_func ("/diff/many", test_many);
  g_test_add_func ("/diff/captions", test_captions);

  return g_test_run ();
}
