/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-split.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "form/jx-blank.h"

static void
piece_clear (gpointer data)
{
  JxSheetPiece *piece = data;

  g_free (piece->prefix);
  g_free (piece->value);
  g_free (piece->suffix);
}

static void
extend (char **words, const char *more, gsize length)
{
  g_autofree char *old = *words;

  *words = g_strdup_printf ("%s%.*s", old, (int) length, more);
}

static gboolean
is_worked_out (const JxRun *run)
{
  return run->part != NULL && (run->part->type == JX_PART_PERCENT || run->part->type == JX_PART_SUM);
}

/* Whether it is more than printed words. */
static gboolean
is_field (const JxRun *run)
{
  return jx_blank_is_writable (&run->blank) || is_worked_out (run);
}

static JxSheetPiece *
add_piece (GArray *pieces, guint line, const char *value)
{
  JxSheetPiece piece = { NULL, { .field = JX_FIELD_NONE }, 0, NULL, JX_N_KINDS, g_strdup (""), g_strdup (value), g_strdup (""), line };

  g_array_append_val (pieces, piece);

  return &g_array_index (pieces, JxSheetPiece, pieces->len - 1);
}

/* The last piece of @line, or a new one of printed words that waits for its field. */
static JxSheetPiece *
open_piece (GArray *pieces, guint line)
{
  JxSheetPiece *last = pieces->len ? &g_array_index (pieces, JxSheetPiece, pieces->len - 1) : NULL;

  if (last && last->line == line)
    return last;

  return add_piece (pieces, line, "");
}

static void
add_words (GArray *pieces, guint *line, const char *words)
{
  while (*words)
    {
      const char *end = strchrnul (words, '\n');

      if (end > words)
        {
          JxSheetPiece *piece = open_piece (pieces, *line);

          extend (piece->part ? &piece->suffix : &piece->value, words, end - words);
        }
      if (*end == '\0')
        break;
      (*line)++;
      words = end + 1;
    }
}

static void
add_field (GArray *pieces, guint line, const JxRun *run, guint index)
{
  JxSheetPiece *piece = pieces->len ? &g_array_index (pieces, JxSheetPiece, pieces->len - 1) : NULL;

  if (piece && piece->line == line && piece->part == NULL)
    {
      /* The words so far stand before this field. */
      g_free (piece->prefix);
      piece->prefix = piece->value;
      piece->value = g_strdup (run->text);
    }
  else
    piece = add_piece (pieces, line, run->text);
  piece->part = run->part;
  piece->blank = run->blank;
  piece->run = index;
}

GArray *
jx_sheet_split (GArray *runs, JxKind each, JxItem *owner)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (JxSheetPiece));
  gboolean any_field = FALSE;
  guint line = 0;

  g_array_set_clear_func (pieces, piece_clear);
  for (guint i = 0; i < runs->len; i++)
    any_field |= is_field (&g_array_index (runs, JxRun, i));

  if (!any_field && each == JX_N_KINDS)
    {
      g_autofree char *words = jx_runs_dup_text (runs);

      add_piece (pieces, 0, words);
      return pieces;
    }

  for (guint i = 0; i < runs->len; i++)
    {
      const JxRun *run = &g_array_index (runs, JxRun, i);

      if (is_field (run))
        add_field (pieces, line, run, i);
      else
        add_words (pieces, &line, run->text);
    }

  if (each != JX_N_KINDS && owner)
    {
      g_autofree char *words = g_strdup_printf (_("Add %s"), jx_kind_get_label (each));
      JxSheetPiece *piece = add_piece (pieces, pieces->len ? line + 1 : 0, words);

      piece->owner = owner;
      piece->adds = each;
    }

  return pieces;
}
