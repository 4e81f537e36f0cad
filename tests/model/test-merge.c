/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/jx-item-build.h"
#include "model/jx-merge.h"
#include "model/jx-path.h"

/* Words few enough that random documents hold equal, alike and different items. */
static const char *const words[] = { "修缮村道三条", "修缮村道四条", "清运垃圾", "清运生活垃圾两千吨", "植树", "植树百棵", "≥95%", "≥10个" };

static JxDocument *
copy_document (JxDocument *source)
{
  JxDocument *copy = jx_document_new ();
  JxItem *from = jx_document_get_root (source), *to = jx_document_get_root (copy);
  const JxKind *kinds;
  guint n_kinds, count;
  JxField first;

  jx_field_get_range (JX_KIND_DOCUMENT, &first, &count);
  for (guint i = 0; i < count; i++)
    jx_item_init (to, first + i, jx_item_get (from, first + i));
  kinds = jx_kind_get_child_kinds (JX_KIND_DOCUMENT, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < jx_item_count (from, kinds[i]); j++)
      jx_item_append (to, jx_item_copy (copy, jx_item_child (from, kinds[i], j)));
  jx_document_finish_building (copy);

  return copy;
}

static gboolean
equal_documents (JxDocument *a, JxDocument *b)
{
  return jx_item_equal (jx_document_get_root (a), jx_document_get_root (b));
}

/* Takes theirs into a copy of mine; the way back must lead to mine. @n_conflicts: (out) (optional). */
static JxDocument *
merge (JxDocument *base, JxDocument *mine, JxDocument *theirs, gboolean prefer_theirs, guint *n_conflicts)
{
  JxDocument *result = copy_document (mine);
  g_autoptr (JxMerge) plan = jx_merge_new (jx_document_get_root (result), jx_document_get_root (theirs),
                                           base != NULL ? jx_document_get_root (base) : NULL, JX_MERGE_WHOLE);
  g_autoptr (JxEdit) edit = NULL, back = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  if (n_conflicts != NULL)
    *n_conflicts = jx_merge_count_conflicts (plan);
  if (prefer_theirs)
    jx_merge_prefer_theirs (plan);
  edit = jx_merge_make_edit (plan);
  back = jx_document_apply (result, edit, &error);
  g_assert_no_error (error);
  again = jx_document_apply (result, back, &error);
  g_assert_no_error (error);
  g_assert_true (equal_documents (result, mine));
  jx_edit_free (jx_document_apply (result, again, &error));
  g_assert_no_error (error);

  return result;
}

static JxItem *
add (JxItem *parent, JxKind kind, JxField field, const char *value)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_init (item, field, value);
  jx_item_append (parent, item);
  return item;
}

/* One project whose goals are the parts of @goals; the part before “=” is its budget, where there is one. */
static JxDocument *
make (const char *goals)
{
  JxDocument *document = jx_document_new ();
  JxItem *project = add (jx_document_get_root (document), JX_KIND_PROJECT, JX_FIELD_PROJECT_CODE, "P1");
  const char *equals = strchr (goals, '=');
  g_autofree char *budget = equals != NULL ? g_strndup (goals, equals - goals) : NULL;
  g_auto (GStrv) parts = g_strsplit (equals != NULL ? equals + 1 : goals, "|", -1);

  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, budget);
  for (guint i = 0; parts[i] != NULL; i++)
    add (project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, parts[i]);
  jx_document_finish_building (document);

  return document;
}

static char *
tell (JxDocument *document)
{
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);
  const char *budget = jx_item_get (project, JX_FIELD_PROJECT_BUDGET);
  GString *told = g_string_new (budget);

  if (budget != NULL)
    g_string_append_c (told, '=');
  for (guint i = 0; i < jx_item_count (project, JX_KIND_GOAL); i++)
    g_string_append_printf (told, "%s%s", i > 0 ? "|" : "", jx_item_get (jx_item_child (project, JX_KIND_GOAL, i), JX_FIELD_GOAL_TEXT));

  return g_string_free (told, FALSE);
}

static void
test_tables (void)
{
  static const struct
  {
    const char *base, *mine, *theirs, *kept, *taken;
    guint n_conflicts;
  } cases[] = {
    /* One field: only they, only I, both the same, both differently. */
    { "6.90=甲", "6.90=甲", "7.00=甲", "7.00=甲", "7.00=甲", 0 },
    { "6.90=甲", "7.00=甲", "6.90=甲", "7.00=甲", "7.00=甲", 0 },
    { "6.90=甲", "7.00=甲", "7.00=甲", "7.00=甲", "7.00=甲", 0 },
    { "6.90=甲", "7.00=甲", "8.00=甲", "7.00=甲", "8.00=甲", 1 },
    { "6.90=甲", "6.90=甲", "甲", "甲", "甲", 0 },      /* taken out by them */
    { "6.90=甲", "甲", "8.00=甲", "甲", "8.00=甲", 1 }, /* out here, changed there */
    { "甲", "7.00=甲", "8.00=甲", "7.00=甲", "8.00=甲", 1 },
    /* Rows. */
    { "甲甲|乙乙", "甲甲|乙乙", "甲甲|丙丙|乙乙", "甲甲|丙丙|乙乙", "甲甲|丙丙|乙乙", 0 },
    { "甲甲|乙乙", "甲甲|丁丁|乙乙", "甲甲|丙丙|乙乙", "甲甲|丁丁|丙丙|乙乙", "甲甲|丁丁|丙丙|乙乙", 0 },
    { "甲甲|乙乙", "甲甲|丙丙|乙乙", "甲甲|丙丙|乙乙", "甲甲|丙丙|乙乙", "甲甲|丙丙|乙乙", 0 },
    { "甲甲|乙乙|丙丙", "甲甲|乙乙|丙丙", "甲甲|丙丙", "甲甲|丙丙", "甲甲|丙丙", 0 },
    { "甲甲|乙乙|丙丙", "甲甲|丙丙", "甲甲|乙乙", "甲甲", "甲甲", 0 },
    { "修缮村道三条|清运垃圾", "修缮村道四条|清运垃圾", "清运垃圾", "修缮村道四条|清运垃圾", "清运垃圾", 1 },
    { "修缮村道三条|清运垃圾", "清运垃圾", "修缮村道四条|清运垃圾", "清运垃圾", "修缮村道四条|清运垃圾", 1 },
    { "修缮村道三条|清运垃圾", "修缮村道四条|清运垃圾", "修缮村道五条|清运垃圾", "修缮村道四条|清运垃圾", "修缮村道五条|清运垃圾", 1 },
    /* Order. */
    { "甲甲|乙乙|丙丙", "甲甲|乙乙|丙丙", "丙丙|甲甲|乙乙", "丙丙|甲甲|乙乙", "丙丙|甲甲|乙乙", 0 },
    { "甲甲|乙乙|丙丙", "丙丙|甲甲|乙乙", "甲甲|乙乙|丙丙", "丙丙|甲甲|乙乙", "丙丙|甲甲|乙乙", 0 },
    { "甲甲|乙乙|丙丙|丁丁", "丁丁|甲甲|乙乙|丙丙", "甲甲|丁丁|乙乙|丙丙", "丁丁|甲甲|乙乙|丙丙", "甲甲|丁丁|乙乙|丙丙", 1 },
    /* Without a base nothing is chosen silently and nothing lost. */
    { NULL, "甲甲", "7.00=甲甲", "7.00=甲甲", "7.00=甲甲", 0 },
    { NULL, "7.00=甲甲", "甲甲", "7.00=甲甲", "7.00=甲甲", 0 },
    { NULL, "7.00=甲甲", "8.00=甲甲", "7.00=甲甲", "8.00=甲甲", 1 },
    { NULL, "7.00=甲甲", "7.0=甲甲", "7.00=甲甲", "7.0=甲甲", 1 },
    { NULL, "甲甲|乙乙", "甲甲|丙丙|乙乙", "甲甲|丙丙|乙乙", "甲甲|丙丙|乙乙", 0 },
    { NULL, "甲甲|乙乙", "甲甲|丙丙", "甲甲|乙乙|丙丙", "甲甲|乙乙|丙丙", 0 },
    { NULL, "甲甲|乙乙|丙丙", "丙丙|甲甲|乙乙", "甲甲|乙乙|丙丙", "丙丙|甲甲|乙乙", 1 },
    { NULL, "修缮村道三条", "修缮村道四条", "修缮村道三条", "修缮村道四条", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JxDocument) base = cases[i].base != NULL ? make (cases[i].base) : NULL;
      g_autoptr (JxDocument) mine = make (cases[i].mine);
      g_autoptr (JxDocument) theirs = make (cases[i].theirs);
      guint n_conflicts = 0;
      g_autoptr (JxDocument) kept = merge (base, mine, theirs, FALSE, &n_conflicts);
      g_autoptr (JxDocument) taken = merge (base, mine, theirs, TRUE, NULL);
      g_autofree char *told_kept = tell (kept);
      g_autofree char *told_taken = tell (taken);

      g_test_message ("%s; %s; %s", cases[i].base, cases[i].mine, cases[i].theirs);
      g_assert_cmpstr (told_kept, ==, cases[i].kept);
      g_assert_cmpstr (told_taken, ==, cases[i].taken);
      g_assert_cmpuint (n_conflicts, ==, cases[i].n_conflicts);
    }
}

/* A change tells where it is and all three values. */
static void
test_told (void)
{
  g_autoptr (JxDocument) base = make ("6.90=修缮村道三条|植树百棵");
  g_autoptr (JxDocument) mine = make ("7.00=修缮村道三条|植树百棵");
  g_autoptr (JxDocument) theirs = make ("8.00=清运垃圾|修缮村道四条");
  g_autoptr (JxMerge) plan = jx_merge_new (jx_document_get_root (mine), jx_document_get_root (theirs),
                                           jx_document_get_root (base), JX_MERGE_WHOLE);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (JxEdit) edit = jx_merge_make_edit (plan);
  GArray *changes = jx_merge_list (plan);

  jx_edit_free (jx_document_apply (mine, edit, NULL));
  for (guint i = 0; i < changes->len; i++)
    {
      JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);
      g_autofree char *path = jx_path_to_string (change->mine, change->field);

      g_string_append_printf (told, "%u%s%s %s %s/%s/%s\n", change->type, change->conflict ? "!" : "", change->taken ? "" : "-", path,
                              change->mine_value, change->theirs_value, change->base_value);
    }
  g_assert_cmpstr (told->str, ==,
                   "0!- project[1]/budget 7.00/8.00/6.90\n"
                   "1 project[1]/goal[1] (null)/(null)/(null)\n"
                   "0 project[1]/goal[2]/text 修缮村道三条/修缮村道四条/修缮村道三条\n"
                   "2 goal[2] (null)/(null)/(null)\n");
}

/* Without a base, what theirs lacks is offered, and goes only when it is taken. */
static void
test_offered (void)
{
  g_autoptr (JxDocument) mine = make ("甲甲|乙乙|丙丙");
  g_autoptr (JxDocument) theirs = make ("甲甲|丙丙");
  g_autoptr (JxMerge) plan = jx_merge_new (jx_document_get_root (mine), jx_document_get_root (theirs), NULL, JX_MERGE_WHOLE);
  g_autoptr (JxEdit) kept = jx_merge_make_edit (plan);
  g_autoptr (JxEdit) taken = NULL;
  g_autofree char *told = NULL;
  JxMergeChange *change = NULL;

  g_assert_cmpuint (jx_merge_list (plan)->len, ==, 1);
  change = &g_array_index (jx_merge_list (plan), JxMergeChange, 0);
  g_assert_true (jx_merge_is_offered (change));
  g_assert_true (jx_edit_is_empty (kept));
  change->taken = TRUE;
  taken = jx_merge_make_edit (plan);
  jx_edit_free (jx_document_apply (mine, taken, NULL));
  told = tell (mine);
  g_assert_cmpstr (told, ==, "甲甲|丙丙");
}

static void
test_scope (void)
{
  g_autoptr (JxDocument) mine = make ("7.00=甲甲");
  g_autoptr (JxDocument) theirs = make ("8.00=乙乙");
  g_autoptr (JxMerge) plan = NULL;

  plan = jx_merge_new (jx_document_get_root (mine), jx_document_get_root (theirs), NULL, JX_MERGE_WITHOUT_PROJECTS);
  g_assert_cmpuint (jx_merge_list (plan)->len, ==, 0);
}

static void
scribble (GRand *rand, JxItem *item)
{
  JxField first;
  guint count;

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    {
      const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
      const JxFieldInfo *info = jx_field_get_info (first + i);
      g_autofree char *number = g_strdup_printf ("%d", g_rand_int_range (rand, 1, 12));

      if (g_rand_boolean (rand))
        continue;
      if (info->type == JX_TYPE_YEAR)
        jx_item_init (item, first + i, "2026");
      else
        jx_item_init (item, first + i, info->type == JX_TYPE_LINE || info->type == JX_TYPE_TEXT || info->type == JX_TYPE_TARGET ? word : number);
    }
}

static void
grow (GRand *rand, JxItem *item)
{
  guint n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);

  scribble (rand, item);
  for (guint i = 0; i < n_kinds; i++)
    for (int j = g_rand_int_range (rand, 0, 6); j > 0; j--)
      {
        JxItem *child = jx_item_new (jx_item_get_document (item), kinds[i]);

        grow (rand, child);
        jx_item_append (item, child);
      }
}

static JxDocument *
generate (GRand *rand)
{
  JxDocument *document = jx_document_new ();

  grow (rand, jx_document_get_root (document));
  jx_document_finish_building (document);
  return document;
}

static void
test_laws (void)
{
  guint seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (JxDocument) base = generate (rand);
      g_autoptr (JxDocument) x = generate (rand);
      guint taken, kept, same;
      g_autoptr (JxDocument) from_theirs = merge (base, base, x, FALSE, &taken);
      g_autoptr (JxDocument) from_mine = merge (base, x, base, FALSE, &kept);
      g_autoptr (JxDocument) from_both = merge (base, x, x, FALSE, &same);
      g_autoptr (JxDocument) two_way = merge (NULL, x, x, TRUE, NULL);

      g_assert_true (equal_documents (from_theirs, x));
      g_assert_true (equal_documents (from_mine, x));
      g_assert_true (equal_documents (from_both, x));
      g_assert_true (equal_documents (two_way, x));
      g_assert_cmpuint (taken + kept + same, ==, 0);
    }
}

/* A document whose items nobody takes for one another. */
static JxDocument *
generate_distinct (GRand *rand)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);

  for (guint p = 0; p < 8; p++)
    {
      g_autofree char *code = g_strdup_printf ("P%u", p);
      JxItem *project = add (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_CODE, code);

      for (guint i = 0; i < 6; i++)
        {
          g_autofree char *name = g_strdup_printf ("%c%c%c%c", 'A' + i, 'a' + i, 'A' + i, 'a' + i);
          JxItem *indicator = add (project, JX_KIND_INDICATOR, JX_FIELD_INDICATOR_LEVEL3, name);

          jx_item_init (indicator, JX_FIELD_INDICATOR_DESCRIPTION, name);
          jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
          add (project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, name);
        }
    }
  jx_document_finish_building (document);

  return document;
}

static void
apply (JxDocument *document, JxEdit *edit)
{
  g_autoptr (JxEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  jx_edit_free (jx_document_apply (document, owned, &error));
  g_assert_no_error (error);
}

/* One change of the indicators or goals of the projects that are this @side's; the same @seed makes the same change. */
static void
work (JxDocument *document, guint side, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *code = g_strdup_printf ("P%u", 2 * g_rand_int_range (rand, 0, 4) + side);
  g_autofree char *new_words = g_strdup_printf ("新%u-%u", seed, side);
  JxItem *project = jx_document_find_project (document, code);
  JxKind kind = g_rand_boolean (rand) ? JX_KIND_GOAL : JX_KIND_INDICATOR;
  guint count = jx_item_count (project, kind);
  guint at = count > 0 ? (guint) g_rand_int_range (rand, 0, (int) count) : 0;
  JxItem *item = jx_item_child (project, kind, at);

  switch (count > 0 ? g_rand_int_range (rand, 0, 5) : 0)
    {
    case 0:
      item = jx_item_new (document, kind);
      jx_item_init (item, kind == JX_KIND_GOAL ? JX_FIELD_GOAL_TEXT : JX_FIELD_INDICATOR_LEVEL3, new_words);
      apply (document, jx_edit_new_insert (project, item, (int) at));
      break;
    case 1:
      apply (document, jx_edit_new_remove (item));
      break;
    case 2:
      apply (document, jx_edit_new_move (item, (guint) g_rand_int_range (rand, 0, (int) count)));
      break;
    case 3:
      if (kind == JX_KIND_INDICATOR)
        apply (document, jx_edit_new_set (item, JX_FIELD_INDICATOR_ACTUAL, new_words));
      break;
    default:
      apply (document, jx_edit_new_set (project, JX_FIELD_PROJECT_NAME, new_words));
      break;
    }
}

/* Where projects stand and whether they are there is one side's too. */
static void
work_on_projects (JxDocument *document, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *code = g_strdup_printf ("P%u", 2 * g_rand_int_range (rand, 0, 4));
  JxItem *item = jx_item_new (document, JX_KIND_PROJECT);

  jx_item_init (item, JX_FIELD_PROJECT_CODE, "N1");
  apply (document, jx_edit_new_insert (jx_document_get_root (document), item, g_rand_int_range (rand, 0, 8)));
  apply (document, jx_edit_new_move (jx_document_find_project (document, code), (guint) g_rand_int_range (rand, 0, 9)));
  if (g_rand_boolean (rand))
    apply (document, jx_edit_new_remove (jx_document_find_project (document, code)));
}

static void
test_independent (void)
{
  guint seed = g_test_rand_int () >> 1;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++, seed += 100)
    {
      g_autoptr (JxDocument) base = generate_distinct (rand);
      g_autoptr (JxDocument) mine = copy_document (base);
      g_autoptr (JxDocument) theirs = copy_document (base);
      g_autoptr (JxDocument) both = copy_document (base);
      g_autoptr (JxDocument) one_way = NULL, other_way = NULL;
      guint n_one = 0, n_other = 0;

      for (guint i = 0; i < 6; i++)
        {
          work (mine, 0, seed + i);
          work (both, 0, seed + i);
          work (theirs, 1, seed + 10 + i);
          work (both, 1, seed + 10 + i);
        }
      work_on_projects (mine, seed);
      work_on_projects (both, seed);

      one_way = merge (base, mine, theirs, FALSE, &n_one);
      other_way = merge (base, theirs, mine, FALSE, &n_other);
      g_assert_cmpuint (n_one + n_other, ==, 0);
      g_assert_true (equal_documents (one_way, both));
      g_assert_true (equal_documents (other_way, both));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/merge/tables", test_tables);
  g_test_add_func ("/merge/told", test_told);
  g_test_add_func ("/merge/offered", test_offered);
  g_test_add_func ("/merge/scope", test_scope);
  g_test_add_func ("/merge/laws", test_laws);
  g_test_add_func ("/merge/independent", test_independent);

  return g_test_run ();
}
