/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-clip.h"

#include <string.h>

typedef struct
{
  char *text;
  guint row_span;
} Cell;

struct _JxClip
{
  GPtrArray *rows; /* (element-type GArray): of Cell */
  guint n_columns;
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static const Cell *
find_cell (const JxClip *clip, guint row, guint column)
{
  GArray *cells = row < clip->rows->len ? clip->rows->pdata[row] : NULL;

  return cells && column < cells->len ? &g_array_index (cells, Cell, column) : NULL;
}

static void
append_quoted (GString *out, const char *text)
{
  if (text[0] != '"' && strpbrk (text, "\t\n\r") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *at = text; *at; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static gboolean
ends_cell (const char *at)
{
  return *at == '\0' || *at == '\t' || *at == '\n' || *at == '\r';
}

/* A cell in quotes, from after the first of them. Returns: where it ends; %NULL if these are no such quotes but words. */
static const char *
read_quoted (const char *at, GString *text)
{
  for (; *at; at++)
    {
      if (*at == '"' && at[1] == '"')
        at++;
      else if (*at == '"')
        return ends_cell (at + 1) ? at + 1 : NULL;
      else if (*at == '\r' && at[1] == '\n')
        continue;
      g_string_append_c (text, *at);
    }

  return NULL;
}

static const char *
read_cell (const char *at, GString *text)
{
  const char *end = *at == '"' ? read_quoted (at + 1, text) : NULL;

  if (end)
    return end;

  g_string_truncate (text, 0);
  for (end = at; !ends_cell (end); end++)
    continue;
  g_string_append_len (text, at, end - at);

  return end;
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GString) page = g_string_new (escaped);

  /* Spreadsheets know no name for it. */
  g_string_replace (page, "&apos;", "'", 0);
  /* Else they begin a row with every line. */
  g_string_replace (page, "\n", "<br style=\"mso-data-placement:same-cell\">", 0);
  g_string_append (out, page->str);
}

JxClip *
jx_clip_new (void)
{
  JxClip *clip = g_new0 (JxClip, 1);

  clip->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return clip;
}

void
jx_clip_free (JxClip *clip)
{
  if (clip == NULL)
    return;

  g_ptr_array_unref (clip->rows);
  g_free (clip);
}

void
jx_clip_add_row (JxClip *clip)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_array_set_clear_func (cells, clear_cell);
  g_ptr_array_add (clip->rows, cells);
}

void
jx_clip_add (JxClip *clip, const char *text, guint row_span)
{
  Cell cell = { g_strdup (text), row_span };
  GArray *cells;

  g_return_if_fail (clip->rows->len > 0);

  cells = clip->rows->pdata[clip->rows->len - 1];
  g_array_append_val (cells, cell);
  clip->n_columns = MAX (clip->n_columns, cells->len);
}

guint
jx_clip_count_rows (const JxClip *clip)
{
  return clip->rows->len;
}

guint
jx_clip_count_columns (const JxClip *clip)
{
  return clip->n_columns;
}

const char *
jx_clip_get (const JxClip *clip, guint row, guint column)
{
  const Cell *cell = find_cell (clip, row, column);

  return cell ? cell->text : "";
}

char *
jx_clip_to_text (const JxClip *clip)
{
  GString *out = g_string_new (NULL);

  for (guint r = 0; r < clip->rows->len; r++)
    {
      for (guint c = 0; c < clip->n_columns; c++)
        {
          if (c)
            g_string_append_c (out, '\t');
          append_quoted (out, jx_clip_get (clip, r, c));
        }
      /* A single cell lands in the middle of a sentence without breaking it. */
      if (clip->rows->len > 1 || clip->n_columns > 1)
        g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

JxClip *
jx_clip_from_text (const char *text)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  JxClip *clip = jx_clip_new ();
  const char *at = text;

  jx_clip_add_row (clip);
  while (TRUE)
    {
      g_string_truncate (cell, 0);
      at = read_cell (at, cell);
      jx_clip_add (clip, cell->str, 1);
      if (*at == '\t')
        {
          at++;
          continue;
        }

      at += at[0] == '\r' && at[1] == '\n' ? 2 : *at ? 1 : 0;
      /* The line break after the last row begins no other. */
      if (*at == '\0' || clip->rows->len > JX_CLIP_MAX_ROWS)
        return clip;
      jx_clip_add_row (clip);
    }
}

char *
jx_clip_to_html (const JxClip *clip)
{
  GString *out = g_string_new ("<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"></head><body>\n"
                               "<table border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse\">\n");

  for (guint r = 0; r < clip->rows->len; r++)
    {
      g_string_append (out, "<tr>");
      for (guint c = 0; c < clip->n_columns; c++)
        {
          const Cell *cell = find_cell (clip, r, c);

          if (cell && cell->row_span == 0)
            continue;
          /* Text, said to Excel and WPS, and to LibreOffice: else 6.90 becomes 6.9, and =1+1 a sum. */
          g_string_append (out, "<td style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\"");
          if (cell && cell->row_span > 1)
            g_string_append_printf (out, " rowspan=\"%u\"", cell->row_span);
          g_string_append_c (out, '>');
          append_escaped (out, cell ? cell->text : "");
          g_string_append (out, "</td>");
        }
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</table>\n</body></html>\n");

  return g_string_free (out, FALSE);
}
