/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-source-dump.h"

static void
dump_cell (GString *text, const JxSourceCell *cell)
{
  g_autofree char *words = g_strdelimit (g_strdup (cell->text), "\n", '/');

  if (cell->columns > 1)
    g_string_append_printf (text, "%u*", cell->columns);
  g_string_append (text, cell->empty ? "^" : words);
}

char *
jx_source_dump (const JxSource *source)
{
  GString *text = g_string_new (NULL);

  for (guint b = 0; b < jx_source_count_blocks (source); b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      if (block->type == JX_SOURCE_PARAGRAPH)
        {
          g_string_append_printf (text, "%s\n", block->text);
          continue;
        }
      g_string_append (text, "{\n");
      for (guint r = 0; r < block->n_rows; r++)
        {
          const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);

          for (guint c = 0; c < row->n_cells; c++)
            {
              if (c > 0)
                g_string_append (text, "|");
              dump_cell (text, jx_source_get_cell (source, row->first_cell + c));
            }
          g_string_append (text, "\n");
        }
      g_string_append (text, "}\n");
    }

  return g_string_free (text, FALSE);
}
