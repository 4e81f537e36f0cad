/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-layout-pieces.h"

#include <string.h>

#include "exchange/jx-layout-page.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* Rows of a table are so many blank lines apart; paragraphs in a cell fewer. */
#define ROW_GAP 3
#define NEAR_COLUMNS 8

static void
word_free (gpointer data)
{
  JxWord *word = data;

  g_string_free (word->text, TRUE);
  g_free (word);
}

static void
add_word (JxPage *page, const char *text, guint line, guint column, guint columns)
{
  JxWord *word = g_new0 (JxWord, 1);

  word->text = g_string_new (text);
  word->line = word->last_line = line;
  word->column = column;
  word->end = column + columns;
  g_ptr_array_add (page->words, word);
  g_hash_table_add (page->lines, GUINT_TO_POINTER (line));
}

static void
read_blocks (JxPage *page, const JxSource *source, guint first, guint end)
{
  for (guint b = first; b < end; b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      if (block->type == JX_SOURCE_PARAGRAPH)
        add_word (page, block->text, block->line, 0, jx_text_columns (block->text, -1));
      else
        for (guint r = 0; r < block->n_rows; r++)
          {
            const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);

            for (guint c = 0; c < row->n_cells; c++)
              {
                const JxSourceCell *cell = jx_source_get_cell (source, row->first_cell + c);

                add_word (page, cell->text, cell->line, cell->column, cell->columns);
              }
          }
    }
}

static gboolean
is_wide_at_end (const JxWord *word)
{
  return g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (word->text->str + word->text->len)));
}

/* Whether the form has the word's end as what stands behind a number: the next number is another. */
static gboolean
ends_value (const JxPage *page, const JxWord *word)
{
  for (guint s = 0; s < page->slots->slots->len; s++)
    {
      const JxSlot *slot = jx_slots_get (page->slots, s);
      const GPtrArray *parts = slot->node->parts;
      const JxFormPart *last = parts->len > 0 ? parts->pdata[parts->len - 1] : NULL;

      if (slot->type == JX_SLOT_ACROSS && last->type == JX_PART_TEXT && g_str_has_suffix (word->text->str, last->text))
        return TRUE;
    }

  return FALSE;
}

/* The converter puts a blank between Chinese and digits within a word; between two of Chinese there
 * is none but between columns. */
static void
join_words (JxPage *page)
{
  JxWord *before = NULL;

  for (guint i = 0; i < page->words->len; i++)
    {
      JxWord *word = jx_page_get_word (page, i);

      if (word->used)
        continue;
      if (before != NULL && !before->label && !word->label && word->line == before->line && word->column == before->end + 1
          && before->last_line == before->line
          && is_wide_at_end (before) != g_unichar_iswide (g_utf8_get_char (word->text->str)) && !ends_value (page, before)
          && (g_ascii_isalnum (*word->text->str) || g_ascii_isalnum (before->text->str[before->text->len - 1])))
        {
          g_string_append (before->text, word->text->str);
          jx_word_absorb (before, word);
          continue;
        }
      before = word;
    }
}

static gboolean
is_plain_number (const char *text)
{
  return strspn (text, "0123456789.,%") == strlen (text);
}

/* Letters and digits without a blank: such a word may be broken anywhere. */
static gboolean
is_code (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && *text != '-')
      return FALSE;

  return TRUE;
}

static gboolean
has_blank_line (const JxPage *page, guint from, guint to)
{
  for (guint line = from + 1; line < to; line++)
    if (!g_hash_table_contains (page->lines, GUINT_TO_POINTER (line)))
      return TRUE;

  return FALSE;
}

/* The next line of a value wrapped in its column begins where the line before does. A long line that
 * reaches to the right edge is certain to go on; elsewhere it is a guess. */
static void
join_lines (JxPage *page)
{
  for (guint i = 0; i < page->words->len; i++)
    if (!jx_page_get_word (page, i)->used && !jx_page_get_word (page, i)->label)
      page->right = MAX (page->right, jx_page_get_word (page, i)->end);

  for (guint i = 0; i < page->words->len; i++)
    {
      JxWord *word = jx_page_get_word (page, i);

      if (word->used || word->label || is_plain_number (word->text->str))
        continue;
      for (guint n = i + 1; n < page->words->len; n++)
        {
          JxWord *next = jx_page_get_word (page, n);
          gboolean full = word->end + 6 >= page->right && word->end - word->column > 30;
          guint apart = next->column > word->column ? next->column - word->column : word->column - next->column;
          JxMark mark;

          if (next->line > word->last_line + 2)
            break;
          if (next->used || next->label || next->line <= word->last_line || apart > 1 || is_plain_number (next->text->str)
              || has_blank_line (page, word->last_line, next->line) || jx_mark_read (next->text->str, &mark))
            continue;
          if (is_code (word->text->str) && is_code (next->text->str))
            g_string_append (word->text, next->text->str);
          else
            jx_join_pieces (word->text, next->text->str, next->text->len);
          word->joined |= !full;
          jx_word_absorb (word, next);
        }
    }
}

/* Words close above or below that were not taken for a part of it may be one all the same: columns
 * run into one another on such a page. Numbers are not broken, codes are. */
static void
doubt_near_words (JxPage *page)
{
  for (guint i = 0; i < page->words->len; i++)
    for (guint n = i + 1; n < page->words->len; n++)
      {
        JxWord *word = jx_page_get_word (page, i);
        JxWord *next = jx_page_get_word (page, n);
        gboolean codes, plain;

        if (word->used || word->label || next->line > word->last_line + 2)
          break;
        if (next->used || next->label || next->line <= word->last_line || next->column > word->end + NEAR_COLUMNS
            || next->end + NEAR_COLUMNS < word->column || has_blank_line (page, word->last_line, next->line))
          continue;
        codes = is_code (word->text->str) && is_code (next->text->str);
        plain = is_plain_number (word->text->str) || is_plain_number (next->text->str);
        if (codes || !plain)
          word->joined = next->joined = TRUE;
      }
}

/* The first line of the rows of a table between which no blank lines stand: two or more. */
static guint
find_band (const JxPage *page, guint line)
{
  guint blank = 0;
  guint top = line;

  for (guint at = line; at > 0 && blank < ROW_GAP - 1; at--)
    if (g_hash_table_contains (page->lines, GUINT_TO_POINTER (at)))
      {
        top = at;
        blank = 0;
      }
    else
      blank++;

  return top;
}

/* A label in the leftmost column may stand beside the middle of what belongs to it: it goes above
 * all that is right of it, as far as its rows reach up. */
static double
find_key_of_side_label (const JxPage *page, const JxWord *label)
{
  guint top = find_band (page, label->line);
  double key = top - 0.5;

  for (guint i = 0; i < page->words->len; i++)
    {
      const JxWord *word = jx_page_get_word (page, i);

      if (!word->used && word != label && word->line >= top && word->line < label->line && word->column <= label->column + 1)
        key = MAX (key, word->last_line + 0.5);
    }

  return key;
}

/* A wrapped value or label stands about the middle of its row: the row is the line, of those it
 * reaches over, on which something stands beside it that is on one line only. */
static double
find_key (const JxPage *page, const JxWord *word)
{
  double best = word->line;
  double middle = (word->line + word->last_line) / 2.0;
  double distance = G_MAXDOUBLE;

  if (word->line == word->last_line)
    return word->line;
  for (guint i = 0; i < page->words->len; i++)
    {
      const JxWord *other = jx_page_get_word (page, i);
      double apart = ABS (other->line - middle);

      if (!other->used && other != word && other->line == other->last_line && other->line >= word->line
          && other->line <= word->last_line && apart < distance && (other->column >= word->end || other->end <= word->column))
        {
          best = other->line;
          distance = apart;
        }
    }

  return best;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const JxWord *first = *(JxWord * const *) a;
  const JxWord *second = *(JxWord * const *) b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return (int) first->line - (int) second->line;
}

static void
order_words (JxPage *page)
{
  guint leftmost = G_MAXUINT;

  for (guint i = page->words->len; i > 0; i--)
    if (jx_page_get_word (page, i - 1)->used)
      g_ptr_array_remove_index (page->words, i - 1);
    else if (jx_page_get_word (page, i - 1)->label)
      leftmost = MIN (leftmost, jx_page_get_word (page, i - 1)->column);
  for (guint i = 0; i < page->words->len; i++)
    {
      JxWord *word = jx_page_get_word (page, i);

      word->key = word->label && !word->heading && word->column == leftmost ? find_key_of_side_label (page, word)
                  : find_key (page, word);
    }
  g_ptr_array_sort (page->words, compare_words);
}

static void
add_piece (GArray *pieces, JxSource *source, const JxWord *word)
{
  JxPiece piece = { .text = jx_source_keep (source, word->text->str, (gssize) word->text->len), .line = word->line };

  piece.joined = word->joined;
  g_array_append_val (pieces, piece);
}

/* Below a list's heading: a row of the table each, words in the order of the page. */
static void
leave_rows (JxPage *page, JxSource *source, guint heading_line, GArray *left)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint begun = 0;
  guint last = 0;

  for (guint i = 0; i < page->words->len; i++)
    {
      JxWord *word = jx_page_get_word (page, i);

      if (word->used || word->line < heading_line || word->heading)
        continue;
      if (begun > 0 && word->line >= last + ROW_GAP)
        {
          JxPiece piece = { .text = jx_source_keep (source, text->str, (gssize) text->len), .line = begun };

          g_array_append_val (left, piece);
          g_string_truncate (text, 0);
          begun = 0;
        }
      if (begun == 0)
        begun = word->line;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word->text->str);
      last = word->line;
      word->used = TRUE;
    }
  if (begun > 0)
    {
      JxPiece piece = { .text = jx_source_keep (source, text->str, (gssize) text->len), .line = begun };

      g_array_append_val (left, piece);
    }
}

static guint
find_heading_line (const JxPage *page)
{
  guint line = G_MAXUINT;

  for (guint i = 0; i < page->words->len; i++)
    if (!jx_page_get_word (page, i)->used && jx_page_get_word (page, i)->heading)
      line = MIN (line, jx_page_get_word (page, i)->line);

  return line;
}

GArray *
jx_layout_pieces (JxSource *source, const JxSlots *slots, guint first, guint end, GArray *left)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (JxPiece));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (word_free);
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  JxPage page = { slots, words, lines };

  read_blocks (&page, source, first, end);
  jx_page_find_labels (&page);
  leave_rows (&page, source, find_heading_line (&page), left);
  join_words (&page);
  join_lines (&page);
  doubt_near_words (&page);
  order_words (&page);
  for (guint i = 0; i < words->len; i++)
    add_piece (pieces, source, jx_page_get_word (&page, i));

  return pieces;
}
