/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the rows of a table fill its columns, so that the layout need not ask. */
#include "form/jx-form-private.h"

#include <glib/gi18n-lib.h>

#include "base/jx-error.h"

typedef struct
{
  const char *file;
  GError **error;
  guint n_columns;
  int *left; /* (array length=n_columns): for how many rows more a cell above reaches down here */
} Check;

static gboolean
fail (Check *check, const JxFormNode *node, const char *sentence)
{
  jx_error_set_at (check->error, JX_ERROR_STRUCTURE, check->file, node->line, "%s", sentence);
  return FALSE;
}

static gboolean
is_clear (const Check *check)
{
  for (guint i = 0; i < check->n_columns; i++)
    if (check->left[i] > 0)
      return FALSE;

  return TRUE;
}

/* How many rows the cells of an across have, 0 where they differ. */
static int
count_rows (const JxFormNode *across)
{
  int rows = ((const JxFormNode *) across->children->pdata[0])->rows;

  for (guint i = 1; i < across->children->len; i++)
    if (((const JxFormNode *) across->children->pdata[i])->rows != rows)
      return 0;

  return rows;
}

/* Cells repeated side by side are told apart by what they show; one of fixed words could not be read back. */
static gboolean
shows_fields (const JxFormNode *across)
{
  for (guint i = 0; i < across->children->len; i++)
    {
      const JxFormNode *cell = across->children->pdata[i];
      gboolean shows = FALSE;

      for (guint j = 0; j < cell->parts->len; j++)
        shows |= ((const JxFormPart *) cell->parts->pdata[j])->type == JX_PART_FIELD;
      if (!shows)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_row (Check *check, const JxFormNode *row)
{
  guint column = 0, n_free = 0, wanted = 0;

  for (guint i = 0; i < check->n_columns; i++)
    n_free += check->left[i] == 0;
  for (guint i = 0; i < row->children->len; i++)
    wanted += ((const JxFormNode *) row->children->pdata[i])->columns;

  if (wanted != n_free)
    {
      jx_error_set_at (check->error, JX_ERROR_STRUCTURE, check->file, row->line,
                       _("the columns of this row's cells add up to %u, but %u of the table's %u are free here; make them equal"),
                       wanted, n_free, check->n_columns);
      return FALSE;
    }

  for (guint i = 0; i < row->children->len; i++)
    {
      const JxFormNode *cell = row->children->pdata[i];
      int rows = cell->type == JX_NODE_ACROSS ? count_rows (cell) : cell->rows;

      if (cell->type == JX_NODE_ACROSS && !shows_fields (cell))
        return fail (check, cell, _("a cell repeated side by side shows no field; write one into it"));
      if (rows == 0)
        return fail (check, cell, _("the cells side by side have different “rows”; give them the same"));
      while (check->left[column] > 0)
        column++;
      for (int j = 0; j < cell->columns; j++, column++)
        {
          if (check->left[column] > 0)
            return fail (check, cell, _("a cell from a row above reaches down into the middle of this one; let this one end before it"));
          /* Marked as negative until the row is done: it is this row's own. */
          check->left[column] = -rows;
        }
    }

  for (guint i = 0; i < check->n_columns; i++)
    check->left[i] = ABS (check->left[i]) - 1;

  return TRUE;
}

static gboolean
check_rows (Check *check, const JxFormNode *holder)
{
  for (guint i = 0; i < holder->children->len; i++)
    {
      const JxFormNode *node = holder->children->pdata[i];

      if (node->type == JX_NODE_ROW)
        {
          if (!check_row (check, node))
            return FALSE;
          continue;
        }
      if (!is_clear (check))
        return fail (check, node, _("a cell from a row above reaches down into the repeated rows; end it before them, or repeat it in each row with merge=\"yes\""));
      if (!check_rows (check, node))
        return FALSE;
    }

  if (!is_clear (check))
    return fail (check, holder, _("a cell reaches down past the last row here; make its “rows” fewer"));

  return TRUE;
}

gboolean
jx_form_check_table (const JxFormNode *table, const char *file, GError **error)
{
  g_autofree int *left = g_new0 (int, table->widths->len);
  Check check = { file, error, table->widths->len, left };

  return check_rows (&check, table);
}
