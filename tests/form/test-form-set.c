/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All forms there are, with some in the user's folder. The set is read once a process, so that all
 * files are put there first. */
#include <string.h>

#include <glib/gstdio.h>

#include "form/jx-layout.h"
#include "jx-form-test.h"
#include "model/jx-item-build.h"

#define FORM(id, subject, blocks) "<form xmlns='urn:jixiao:form:1' id='" id "' subject='" subject "'><title>" id "</title>\n" blocks "</form>"

/* The table of a province nobody has heard of. */
#define UNSEEN \
  FORM ("nanling-table", "project", \
        "<page orientation='landscape'/><heading level='2'>{name}（附表{number:1}）</heading>" \
        "<table widths='1 2 1 2'>" \
        "<row><cell columns='4'>南岭省项目支出绩效目标申报表</cell></row>" \
        "<row><cell>填报单位</cell><cell>{document/unit-name}</cell><cell>年度</cell><cell>{document/year:年度}</cell></row>" \
        "<row><cell rows='2'>资金（万元）</cell><cell>总额</cell><cell columns='2'>{budget}</cell></row>" \
        "<row><cell>财政拨款</cell><cell columns='2'>{fiscal}</cell></row>" \
        "<each list='indicator'><row><cell merge='yes'>绩效指标</cell><cell>{level3}</cell><cell columns='2'>{value}</cell></row></each>" \
        "</table>")

static const struct
{
  const char *name;
  const char *text;
} files[] = {
  { "unseen.xml", UNSEEN },
  { "broken.xml", "<form xmlns='urn:jixiao:form:1' id='broken'>\n<title>x</title>\n<paragraph>{nmae}</paragraph></form>" },
  /* It hides the built-in one of its name, but must not take it away. */
  { "hebei-goal-table.xml", "not a form" },
  { "circle-a.xml", FORM ("circle-a", "document", "<use form='circle-b'/>") },
  { "circle-b.xml", FORM ("circle-b", "document", "<use form='circle-a'/>") },
  { "uses-nothing.xml", FORM ("uses-nothing", "document", "<use form='never-written' list='project'/>") },
  { "uses-other-kind.xml", FORM ("uses-other-kind", "document", "<use form='hebei-goal-table'/>") },
  { "uses-unseen.xml", FORM ("uses-unseen", "document", "<use form='nanling-table' list='project'/>") },
  { "uses-left-out.xml", FORM ("uses-left-out", "document", "<use form='uses-nothing'/>") },
  { "notes.txt", "not looked at" },
};

static char *
write_files (void)
{
  char *folder = g_dir_make_tmp ("jx-forms-XXXXXX", NULL);
  g_autofree char *forms = g_build_filename (folder, "jixiao", "forms", NULL);

  g_assert_cmpint (g_mkdir_with_parents (forms, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (forms, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
    }

  return folder;
}

static void
remove_files (const char *folder)
{
  g_autofree char *room = g_build_filename (folder, "jixiao", NULL);
  g_autofree char *forms = g_build_filename (room, "forms", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (forms, files[i].name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (forms), ==, 0);
  g_assert_cmpint (g_rmdir (room), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_built_in (void)
{
  static const struct { const char *id; JxKind subject; } built_in[] = {
    { "hebei-document", JX_KIND_DOCUMENT }, { "hebei-overview", JX_KIND_DOCUMENT }, { "hebei-goal-table", JX_KIND_PROJECT },
  };
  JxFormSet *set = jx_form_set_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      const JxForm *form = jx_form_set_find (set, built_in[i].id, built_in[i].subject);

      g_assert_nonnull (form);
      g_assert_cmpstr (jx_form_get_id (form), ==, built_in[i].id);
    }
  g_assert_null (jx_form_set_find (set, "hebei-document", JX_KIND_PROJECT));
  g_assert_null (jx_form_set_find (set, "no-such-form", JX_KIND_PROJECT));
}

static void
test_standard (void)
{
  JxFormSet *set = jx_form_set_get_default ();
  const JxForm *document = jx_form_set_find (set, NULL, JX_KIND_DOCUMENT);

  /* The user's come first in the list, but none of them says it is the standard. */
  g_assert_cmpstr (jx_form_get_id (jx_form_set_list (set)->pdata[0]), ==, "nanling-table");
  g_assert_cmpstr (jx_form_get_id (document), ==, "hebei-document");
  g_assert_cmpstr (jx_form_get_id (jx_form_set_find (set, NULL, JX_KIND_PROJECT)), ==, "hebei-goal-table");
  g_assert_cmpstr (jx_form_get_id (jx_form_set_find_overview (set, document)), ==, "hebei-overview");
  g_assert_null (jx_form_set_find (set, NULL, JX_KIND_GOAL));
}

/* Files that cannot be read are left out and told; a piece of each sentence. */
static void
test_problems (void)
{
  static const char *const expected[] = {
    "/broken.xml:3: a “document” has no field “nmae”",
    "/hebei-goal-table.xml:1: this is not well-formed XML",
    "/circle-a.xml:2: ",
    "/circle-b.xml:2: ",
    "/uses-nothing.xml:2: there is no form “never-written”",
    "/uses-other-kind.xml:2: the form “hebei-goal-table” is about another kind",
    "/uses-left-out.xml:2: there is no form “uses-nothing”",
  };
  GPtrArray *problems = jx_form_set_get_problems (jx_form_set_get_default ());

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < problems->len; j++)
        found = found || strstr (problems->pdata[j], expected[i]) != NULL;
      g_test_message ("%s", expected[i]);
      g_assert_true (found);
    }
}

static void
test_unseen_form (void)
{
  static const char *const cells[] = {
    "南岭省项目支出绩效目标申报表", "填报单位", "青禾县云溪镇", "年度", "2031年度",
    "资金（万元）", "总额", "12.50", "财政拨款", "", "绩效指标", "里程", "≥3公里", "群众满意度", "≥90%",
  };
  JxFormSet *set = jx_form_set_get_default ();
  const JxForm *form = jx_form_set_find (set, "nanling-table", JX_KIND_PROJECT);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_form_test_add (root, JX_KIND_PROJECT);
  JxItem *indicator = jx_form_test_add (project, JX_KIND_INDICATOR);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *heading = NULL;
  const JxGrid *grid;

  jx_item_init (root, JX_FIELD_UNIT_NAME, "青禾县云溪镇");
  jx_item_init (root, JX_FIELD_YEAR, "2031");
  jx_item_init (project, JX_FIELD_PROJECT_NAME, "村道养护");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "12.50");
  jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL3, "里程");
  jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, "≥3公里");
  indicator = jx_form_test_add (project, JX_KIND_INDICATOR);
  jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL3, "群众满意度");
  jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, "≥90%");
  jx_document_finish_building (document);

  g_assert_nonnull (form);
  g_assert_cmpfloat (jx_form_get_page (form)->width_mm, ==, 297);
  blocks = jx_layout_new (form, project);
  g_assert_cmpuint (blocks->len, ==, 2);
  heading = jx_runs_dup_text (((JxBlock *) blocks->pdata[0])->runs);
  g_assert_cmpstr (heading, ==, "村道养护（附表1）");

  grid = ((JxBlock *) blocks->pdata[1])->grid;
  g_assert_cmpuint (grid->cells->len, ==, G_N_ELEMENTS (cells));
  for (guint i = 0; i < grid->cells->len; i++)
    {
      g_autofree char *text = jx_runs_dup_text (((JxCell *) grid->cells->pdata[i])->runs);

      g_assert_cmpstr (text, ==, cells[i]);
    }
  g_assert_cmpuint (((JxCell *) grid->cells->pdata[10])->row_span, ==, 2);
}

static void
test_uses_unseen_form (void)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), "uses-unseen", JX_KIND_DOCUMENT);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  g_autoptr (GPtrArray) blocks = NULL;

  jx_form_test_add (root, JX_KIND_PROJECT);
  jx_document_finish_building (document);

  g_assert_nonnull (form);
  blocks = jx_layout_new (form, root);
  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpstr (jx_form_get_id (((JxBlock *) blocks->pdata[0])->form), ==, "nanling-table");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  /* No ISOLATE_DIRS: it gives each test a folder of its own, and the set is read only once. */
  folder = write_files ();
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form-set/built-in", test_built_in);
  g_test_add_func ("/form-set/standard", test_standard);
  g_test_add_func ("/form-set/problems", test_problems);
  g_test_add_func ("/form-set/unseen-form", test_unseen_form);
  g_test_add_func ("/form-set/uses-unseen-form", test_uses_unseen_form);

  status = g_test_run ();
  remove_files (folder);

  return status;
}
