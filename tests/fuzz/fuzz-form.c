/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Descriptions of forms: parsed, laid out over a document with something and with nothing in it, and
 * made ready for reading backwards. Every place of a grid is covered exactly once. */
#include "exchange/jx-script.h"
#include "exchange/jx-slots.h"
#include "form/jx-layout.h"
#include "jx-fuzz.h"
#include "model/jx-document.h"
#include "model/jx-item-build.h"

static JxItem *
add (JxItem *parent, JxKind kind, JxField field, const char *value)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_init (item, field, value);
  jx_item_append (parent, item);

  return item;
}

static JxDocument *
new_document (void)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = add (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_NAME, "河道清淤");
  JxItem *indicator;

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "治理\n河道");
  add (root, JX_KIND_SUB_GOAL, JX_FIELD_SUB_GOAL_TITLE, "水利");
  add (root, JX_KIND_MEASURE, JX_FIELD_MEASURE_TEXT, "督查");
  add (project, JX_KIND_CHECKPOINT, JX_FIELD_CHECKPOINT_MONTH, "3");
  add (project, JX_KIND_CHECKPOINT, JX_FIELD_CHECKPOINT_MONTH, "6");
  add (project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, "清淤三公里");
  for (guint i = 0; i < 4; i++)
    {
      indicator = add (project, JX_KIND_INDICATOR, JX_FIELD_INDICATOR_LEVEL1, i < 3 ? "产出指标" : "效益指标");
      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL2, i < 2 ? "数量指标" : NULL);
    }
  add (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_NAME, NULL);
  jx_document_finish_building (document);

  return document;
}

static void
check_grid (const JxGrid *grid)
{
  guint64 covered = 0;
  const JxCell *last = NULL;

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = grid->cells->pdata[i];

      g_assert_cmpuint (cell->row + cell->row_span, <=, grid->n_rows);
      g_assert_cmpuint (cell->column + cell->column_span, <=, grid->n_columns);
      g_assert_true (last == NULL || cell->row > last->row || (cell->row == last->row && cell->column >= last->column + last->column_span));
      covered += (guint64) cell->row_span * cell->column_span;
      last = cell;
    }
  g_assert_cmpuint (covered, ==, (guint64) grid->n_rows * grid->n_columns);
}

static void
lay_out (const JxForm *form, JxItem *item)
{
  g_autoptr (GPtrArray) blocks = jx_layout_new (form, item);

  for (guint i = 0; i < blocks->len; i++)
    {
      const JxBlock *block = blocks->pdata[i];

      if (block->type == JX_BLOCK_TABLE)
        check_grid (block->grid);
    }
}

static void
read_backwards (const JxForm *form)
{
  g_autoptr (JxSlots) slots = jx_slots_new (form);
  g_autoptr (JxScript) script = jx_script_new (jx_form_set_get_default (), form);
  JxMatch match;

  for (guint i = 0; i < script->lines->len; i++)
    jx_line_match (jx_script_get (script, i), "一、2026年青禾县云溪镇绩效目标1.清淤：（二）", &match);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxForm) form = jx_form_parse ((const char *) data, length, "x.xml", &error);
  g_autoptr (JxDocument) document = NULL;
  JxItem *root;

  jx_fuzz_check (form, &error);
  if (form == NULL)
    return 0;

  document = new_document ();
  root = jx_document_get_root (document);
  read_backwards (form);
  if (jx_form_get_subject (form) == JX_KIND_DOCUMENT)
    lay_out (form, root);
  else
    for (guint i = 0; i < jx_item_count (root, jx_form_get_subject (form)); i++)
      lay_out (form, jx_item_child (root, jx_form_get_subject (form), i));

  return 0;
}
