/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <locale.h>

#include "jx-office.h"
#include "jx-test.h"
#include "model/jx-document.h"
#include "xml/jx-xml-reader.h"

/* What LibreOffice copies is pasted here, and what is copied here is pasted there: by the clipboard of
 * the screen, with both programs running. */

#define COLUMNS 6

static const char *const programs[] = { "calc", "writer" };

/* What programs like to change: numbers, formulas, dates, blanks, what HTML has to escape and what
 * parts cells. The levels are merged with those above. */
static const char *const cells[][COLUMNS] = {
  { "产出指标", "数量指标", "机井，修好的（眼）", "第一行：修好。\n第二行；能用！", "≥25眼", "6.90" },
  { NULL, NULL, "=1+1", "“全角”、《书名》……\"half\"——①", "+5%", "\"引号\"在首" },
  { NULL, "质量指标", "制表\t符", "<b>&amp;</b> 'x' & y", "", "001" },
  { "效益指标", "社会效益指标", "1-2", "two words, and more of them to make the line longer than an editor of HTML likes", "95%", "12345678901234567890" },
  { "成本指标", "经济成本指标", "@每眼", "-3", "≤1,234.50元", "2026年9月30日前" },
  { NULL, NULL, "3/4", "'单引号'在首", "TRUE", "9-30" },
  { "满意度指标", "服务对象满意度指标", "新添的一行", "$1", "≥90%", "问卷，0.50" },
};

static const JxField fields[COLUMNS] = {
  JX_FIELD_INDICATOR_LEVEL1, JX_FIELD_INDICATOR_LEVEL2, JX_FIELD_INDICATOR_LEVEL3,
  JX_FIELD_INDICATOR_DESCRIPTION, JX_FIELD_INDICATOR_VALUE, JX_FIELD_INDICATOR_BASIS,
};

static const char *const items[] = { "第一条，挖好沟渠。", "第二条；“管好”水闸。", "第三条", NULL };

static JxOffice *office;
static char *missing; /* why there is no LibreOffice */

static gboolean
has_office (void)
{
  if (office == NULL && missing == NULL)
    office = jx_office_new (&missing);
  if (missing != NULL)
    {
      g_autofree char *words = g_strdup_printf ("copying to LibreOffice and from it is NOT tested: %s", missing);

      g_test_skip (words);
    }

  return office != NULL;
}

/* @held: as the program holds it: pages know no tabs, they are blanks there. */
static GVariant *
make_rows (gboolean held)
{
  GVariantBuilder rows;

  g_variant_builder_init (&rows, G_VARIANT_TYPE ("aams"));
  for (guint r = 0; r < G_N_ELEMENTS (cells); r++)
    {
      g_variant_builder_open (&rows, G_VARIANT_TYPE ("ams"));
      for (guint c = 0; c < COLUMNS; c++)
        {
          g_autofree char *text = g_strdup (cells[r][c]);

          if (held && text != NULL)
            g_strdelimit (text, "\t", ' ');
          g_variant_builder_add (&rows, "ms", text);
        }
      g_variant_builder_close (&rows);
    }

  return g_variant_ref_sink (g_variant_builder_end (&rows));
}

static void
assert_rows (GVariant *rows, GVariant *wanted)
{
  g_assert_cmpuint (g_variant_n_children (rows), ==, g_variant_n_children (wanted));
  for (guint r = 0; r < g_variant_n_children (wanted); r++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, r);
      g_autoptr (GVariant) wanted_row = g_variant_get_child_value (wanted, r);

      g_assert_cmpuint (g_variant_n_children (row), ==, g_variant_n_children (wanted_row));
      for (guint c = 0; c < g_variant_n_children (wanted_row); c++)
        {
          const char *text = NULL;
          const char *wanted_text = NULL;

          g_variant_get_child (row, c, "m&s", &text);
          g_variant_get_child (wanted_row, c, "m&s", &wanted_text);
          g_assert_cmpstr (text, ==, wanted_text);
        }
    }
}

/* What is on the clipboard is @wanted in both programs. */
static void
paste_there (GVariant *wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autoptr (GVariant) rows = jx_office_paste (office, programs[i]);

      assert_rows (rows, wanted);
    }
}

static JxDocument *
save (JxDesk *desk)
{
  g_autoptr (GError) error = NULL;
  JxDocument *document = NULL;

  jx_robot_press (desk->robot, "<Control>s");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  document = jx_xml_read_file (desk->document, &error);
  g_assert_no_error (error);

  return document;
}

/* The first rows of the first project are @wanted, where what is merged is filled in. */
static void
assert_indicators (JxDocument *document, GVariant *wanted)
{
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);
  const char *above[COLUMNS] = { NULL };

  for (guint r = 0; r < G_N_ELEMENTS (cells); r++)
    {
      JxItem *indicator = jx_item_child (project, JX_KIND_INDICATOR, r);
      g_autoptr (GVariant) row = g_variant_get_child_value (wanted, r);

      for (guint c = 0; c < COLUMNS; c++)
        {
          const char *value = jx_item_get (indicator, fields[c]);
          const char *text = NULL;

          g_variant_get_child (row, c, "m&s", &text);
          if (text != NULL)
            above[c] = text;
          g_assert_cmpstr (value != NULL ? value : "", ==, above[c]);
        }
    }
}

static AtspiAccessible *
find_cell (JxDesk *desk, AtspiAccessible *sheet, guint row, guint column)
{
  g_autofree char *name = g_strdup_printf ("Row %u, %s", row + 1, jx_field_get_label (fields[column]));

  return jx_desk_find_cell (desk, sheet, name);
}

static void
test_there_and_back (gconstpointer program)
{
  const guint last = G_N_ELEMENTS (cells) - 1;
  g_autoptr (JxDesk) desk = NULL;
  g_autoptr (GVariant) copied = make_rows (FALSE);
  g_autoptr (GVariant) held = make_rows (TRUE);
  g_autoptr (JxDocument) document = NULL;
  AtspiAccessible *sheet = NULL;

  if (!has_office ())
    return;

  jx_office_copy_table (office, program, copied);
  desk = jx_desk_new ();
  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 村级组织运转补助");
  jx_robot_walk (desk->robot, "Tab", find_cell (desk, sheet, 0, 0));
  jx_robot_press (desk->robot, "<Control>v");
  jx_robot_until (desk->robot, jx_robot_has_description (find_cell (desk, sheet, last, COLUMNS - 1), "问卷，0.50*"));
  document = save (desk);
  assert_indicators (document, held);

  /* What was pasted is the range in work. */
  jx_robot_press (desk->robot, "<Control>c");
  paste_there (held);
  jx_desk_quit (desk);
}

/* A tab inside of a cell parts it nowhere. */
static void
test_tab (void)
{
  g_autoptr (JxDesk) desk = NULL;
  g_autoptr (GVariant) wanted = g_variant_ref_sink (g_variant_new_parsed ("[[just '≥12个', just '年 初']]"));
  g_autoptr (GString) contents = NULL;
  g_autofree char *read = NULL;
  AtspiAccessible *sheet = NULL;

  if (!has_office ())
    return;

  desk = jx_desk_new ();
  read = jx_test_read (desk->document, NULL);
  contents = g_string_new (read);
  g_assert_cmpuint (g_string_replace (contents, "<basis>年初计划</basis>", "<basis>年\t初</basis>", 1), ==, 1);
  g_assert_true (g_file_set_contents (desk->document, contents->str, -1, NULL));
  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 村级组织运转补助");
  jx_robot_walk (desk->robot, "Tab", find_cell (desk, sheet, 0, 4));
  jx_robot_press (desk->robot, "<Shift>Right");
  jx_robot_press (desk->robot, "<Control>c");
  paste_there (wanted);
  jx_desk_quit (desk);
}

static void
assert_items (JxItem *owner, JxKind kind, guint first, JxField field)
{
  for (guint i = 0; items[i] != NULL; i++)
    g_assert_cmpstr (jx_item_get (jx_item_child (owner, kind, first + i), field), ==, items[i]);
}

/* The items of a list are pasted as items, without their numbers: over a goal, and into a blank measure. */
static void
test_list (void)
{
  g_autoptr (JxDesk) desk = NULL;
  g_autoptr (JxDocument) document = NULL;
  AtspiAccessible *sheet = NULL;
  AtspiAccessible *measure = NULL;
  JxItem *root = NULL;

  if (!has_office ())
    return;

  jx_office_copy_list (office, items);
  desk = jx_desk_new ();
  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 村级组织运转补助");
  jx_robot_walk (desk->robot, "Tab", jx_desk_find_cell (desk, sheet, "Goal 1"));
  jx_robot_press (desk->robot, "<Control>v");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Goal 3"), "3.第三条*"));

  jx_robot_click (desk->robot, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST_ITEM, "Department goals"));
  jx_robot_activate (desk->robot, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Add Measure*"));
  measure = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "（七） Measure");
  jx_robot_until (desk->robot, jx_robot_has_state (measure, ATSPI_STATE_FOCUSED));
  jx_robot_press (desk->robot, "<Control>v");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "（九） Measure");

  document = save (desk);
  root = jx_document_get_root (document);
  g_assert_cmpuint (jx_item_count (jx_item_child (root, JX_KIND_PROJECT, 0), JX_KIND_GOAL), ==, 4);
  assert_items (jx_item_child (root, JX_KIND_PROJECT, 0), JX_KIND_GOAL, 0, JX_FIELD_GOAL_TEXT);
  g_assert_cmpuint (jx_item_count (root, JX_KIND_MEASURE), ==, 9);
  assert_items (root, JX_KIND_MEASURE, 6, JX_FIELD_MEASURE_TEXT);
  jx_desk_quit (desk);
}

int
main (int argc, char **argv)
{
  int status = 0;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/clipboard/calc", "calc", test_there_and_back);
  g_test_add_data_func ("/clipboard/writer", "writer", test_there_and_back);
  g_test_add_func ("/clipboard/tab", test_tab);
  g_test_add_func ("/clipboard/list", test_list);

  status = g_test_run ();
  jx_office_free (office);
  g_free (missing);

  return status;
}
