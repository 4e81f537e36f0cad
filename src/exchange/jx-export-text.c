/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-export-text.h"

#include "form/jx-layout.h"

/* A line of one blank stands between tables and before a new page. */
#define PAUSE " \n"

/* Takes @words as they may stand in a line: a tab at a line's head would begin a cell. */
static void
add_words (GString *text, char *words)
{
  gboolean at_head = TRUE;

  for (char *at = words; *at != '\0'; at++)
    {
      if (*at == '\t' && at_head)
        *at = ' ';
      at_head = *at == '\n' || (at_head && *at == ' ');
    }
  g_string_append (text, words);
  g_free (words);
}

/* Where a label's lines break is a matter of its width on paper. */
static char *
dup_label (const JxCell *cell)
{
  g_autofree char *words = jx_runs_dup_text (cell->runs);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  return g_strjoinv ("", lines);
}

static void
add_cell (GString *text, const JxCell *cell, gboolean goes_on)
{
  gsize start;

  g_string_append_c (text, '\t');
  start = text->len;
  if (!goes_on || cell->node->drawn_only)
    add_words (text, cell->label ? dup_label (cell) : jx_runs_dup_text (cell->runs));
  /* A tab alone is a cell that goes on from above; a blank one has a blank. */
  if (!goes_on && text->len == start)
    g_string_append_c (text, ' ');
  g_string_append_c (text, '\n');
}

static void
add_grid (GString *text, const JxGrid *grid)
{
  g_autofree const JxCell **above = g_new0 (const JxCell *, grid->n_columns);
  guint next = 0;

  for (guint row = 0; row < grid->n_rows; row++)
    {
      guint column = 0;

      while (column < grid->n_columns)
        {
          const JxCell *cell = next < grid->cells->len ? grid->cells->pdata[next] : NULL;

          if (cell != NULL && cell->row == row && cell->column == column)
            {
              for (guint i = 0; i < cell->column_span; i++)
                above[column + i] = cell;
              next++;
            }
          add_cell (text, above[column], above[column]->row < row);
          column += above[column]->column_span;
        }
      g_string_append_c (text, '\n');
    }
  g_string_append (text, "\n" PAUSE);
}

static void
add_blocks (GString *text, const JxForm *form, JxItem *subject)
{
  g_autoptr (GPtrArray) blocks = jx_layout_new (form, subject);
  gboolean on_title_page = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const JxBlock *block = blocks->pdata[i];

      if (block->type == JX_BLOCK_TITLE_PAGE_START)
        on_title_page = TRUE;
      else if (block->type == JX_BLOCK_TITLE_PAGE_END)
        on_title_page = FALSE;
      if (on_title_page)
        continue;

      if (block->page_before && block->type != JX_BLOCK_USE)
        g_string_append (text, PAUSE);
      if (block->type == JX_BLOCK_HEADING || block->type == JX_BLOCK_PARAGRAPH)
        {
          add_words (text, jx_runs_dup_text (block->runs));
          g_string_append_c (text, '\n');
        }
      else if (block->type == JX_BLOCK_TABLE)
        add_grid (text, block->grid);
      else if (block->type == JX_BLOCK_USE)
        add_blocks (text, block->form, block->item);
    }
}

char *
jx_export_text (const JxForm *form, JxItem *subject)
{
  GString *text;

  g_return_val_if_fail (form != NULL && subject != NULL, NULL);

  text = g_string_new (NULL);
  add_blocks (text, form, subject);

  return g_string_free (text, FALSE);
}
