/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-furniture.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-read-lines.h"

/* No page has more digits in its number, no entry of a table of contents is longer. */
#define PAGE_DIGITS 4
#define ENTRY_BYTES 300
/* Fewer numbers may be values. */
#define COUNTED_COLUMNS 4

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == '~' || c == 0xB7 || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x4E00;
}

static const char *
skip_digits (const char *p)
{
  /* Contents have pages of their own: —II—. */
  if (strchr ("ivx", *p) != NULL && *p != '\0')
    return p + strspn (p, "ivx");
  for (guint n = 0; n < PAGE_DIGITS && g_ascii_isdigit (*p); n++)
    p++;

  return p;
}

static const char *
skip_dashes (const char *p)
{
  while (*p != '\0' && is_dash (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* “第3页”, “第3页共9页”, “共9页”. Returns: where it goes on, @p where it does not. */
static const char *
skip_page_words (const char *p)
{
  const char *digits;

  if (!g_str_has_prefix (p, "第") && !g_str_has_prefix (p, "共"))
    return p;
  digits = g_utf8_next_char (p);
  if (skip_digits (digits) == digits || !g_str_has_prefix (skip_digits (digits), "页"))
    return p;

  return skip_digits (digits) + strlen ("页");
}

gboolean
jx_line_is_page_number (const char *line, gboolean bare)
{
  g_autofree char *folded = NULL;
  const char *p, *digits;

  if (strnlen (line, 80) == 80)
    return FALSE;
  folded = jx_fold (line);
  p = skip_page_words (folded);
  if (p > folded)
    {
      if (*p == ',' || *p == '/')
        p++;
      return *skip_page_words (p) == '\0';
    }

  digits = skip_dashes (folded);
  p = skip_digits (digits);
  if (p == digits)
    return FALSE;
  if (digits == folded)
    return bare && *p == '\0' && g_ascii_isdigit (*folded);

  return skip_dashes (p) > p && *skip_dashes (p) == '\0';
}

gboolean
jx_row_counts_columns (const JxSource *source, const JxSourceRow *row)
{
  guint n = 0;

  for (guint c = 0; c < row->n_cells; c++)
    {
      const char *text = jx_source_get_cell (source, row->first_cell + c)->text;
      g_autofree char *number = NULL;

      if (jx_line_is_blank (text))
        continue;
      number = g_strdup_printf ("%u", ++n);
      if (!jx_fold_equal (text, number))
        return FALSE;
    }

  return n >= COUNTED_COLUMNS;
}

static gboolean
is_leader (gunichar c)
{
  return c == '.' || c == '_' || c == 0xB7 || c == 0x2024 || c == 0x2025 || c == 0x2026 || c == 0x22EF || c == 0x3002 || c == 0xFF0E
         || c == '-' || c == 0x2014 || c == 0x2500;
}

gboolean
jx_line_read_leader (const char *line, gsize *length)
{
  g_autofree char *stripped = jx_strip_dup (line);
  const char *end = stripped + strlen (stripped);
  const char *digits, *p;
  guint n_leaders = 0;
  guint n_blanks = 0;

  if (end - stripped > ENTRY_BYTES || end == stripped)
    return FALSE;
  digits = end;
  while (digits > stripped && g_ascii_isdigit (digits[-1]) && end - digits < PAGE_DIGITS)
    digits--;
  if (digits == end)
    return FALSE;

  for (p = digits; p > stripped; p = g_utf8_prev_char (p))
    {
      gunichar c = g_utf8_get_char (g_utf8_prev_char (p));

      if (c == '\t')
        n_blanks += 3;
      else if (jx_fold_is_blank (c))
        n_blanks++;
      else if (is_leader (c))
        n_leaders += c == 0x2026 || c == 0x22EF || c == 0x2014 || c == 0x2500 ? 2 : 1;
      else
        break;
    }
  if (n_leaders < 3 && n_blanks < 3)
    return FALSE;

  *length = (gsize) (strstr (line, stripped) - line) + (gsize) (p - stripped);
  return p > stripped;
}

/* Headings may stand on two lines in the text and on one in the contents. */
static void
note_paragraphs (JxContents *contents)
{
  const char *before = NULL;

  contents->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint b = 0; b < jx_source_count_blocks (contents->source); b++)
    {
      const JxSourceBlock *block = jx_source_get_block (contents->source, b);

      if (block->type != JX_SOURCE_PARAGRAPH || strnlen (block->text, ENTRY_BYTES) == ENTRY_BYTES)
        before = NULL;
      else if (!jx_line_is_blank (block->text))
        {
          g_autofree char *both = before != NULL ? g_strconcat (before, block->text, NULL) : NULL;

          g_hash_table_replace (contents->last, jx_fold (block->text), GUINT_TO_POINTER (b));
          if (both != NULL)
            g_hash_table_replace (contents->last, jx_fold (both), GUINT_TO_POINTER (b));
          before = block->text;
        }
    }
}

static gboolean
stands_again (JxContents *contents, guint index, const char *words)
{
  g_autofree char *folded = jx_fold (words);

  if (contents->last == NULL)
    note_paragraphs (contents);

  return GPOINTER_TO_UINT (g_hash_table_lookup (contents->last, folded)) > index;
}

static gboolean
is_title (const JxScript *script, const char *text)
{
  g_autofree char *folded = NULL;

  if (strnlen (text, 80) == 80)
    return FALSE;
  folded = jx_fold (text);
  for (guint i = 0; i < script->contents->len; i++)
    if (strcmp (script->contents->pdata[i], folded) == 0)
      return TRUE;

  return FALSE;
}

gboolean
jx_contents_has (JxContents *contents, guint index)
{
  const char *text = jx_source_get_block (contents->source, index)->text;
  g_autofree char *words = NULL;
  gsize length = strnlen (text, ENTRY_BYTES);
  gboolean has_leader;

  if (contents->script != NULL && is_title (contents->script, text))
    {
      contents->open = TRUE;
      return TRUE;
    }
  has_leader = jx_line_read_leader (text, &length);
  if (!has_leader && !contents->open)
    return FALSE;

  words = g_strndup (text, length);
  if ((has_leader && contents->open) || stands_again (contents, index, words))
    return TRUE;
  contents->open = FALSE;

  return FALSE;
}

void
jx_contents_clear (JxContents *contents)
{
  g_clear_pointer (&contents->last, g_hash_table_unref);
}
