/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-form-test.h"

#include <string.h>

#include "model/jx-item-build.h"

JxForm *
jx_form_test_parse (const char *blocks)
{
  g_autofree char *text = g_strconcat ("<form xmlns='urn:jixiao:form:1' id='t' subject='project'>\n<title>表</title>\n", blocks, "</form>\n", NULL);
  g_autoptr (GError) error = NULL;
  JxForm *form = jx_form_parse (text, strlen (text), "t.xml", &error);

  g_assert_no_error (error);

  return form;
}

JxItem *
jx_form_test_add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);

  return item;
}

const JxGrid *
jx_form_test_get_grid (GPtrArray *blocks, guint which)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const JxBlock *block = blocks->pdata[i];

      if (block->type == JX_BLOCK_TABLE && which-- == 0)
        return block->grid;
    }
  g_assert_not_reached ();
}

const JxCell *
jx_form_test_find_cell (const JxGrid *grid, guint row, guint column)
{
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = grid->cells->pdata[i];

      if (row >= cell->row && row < cell->row + cell->row_span && column >= cell->column && column < cell->column + cell->column_span)
        return cell;
    }
  g_assert_not_reached ();
}
