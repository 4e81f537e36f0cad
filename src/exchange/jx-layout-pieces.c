/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-layout-pieces.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* Within a label words may stand so far apart on their line, its lines so far apart on the page. */
#define LABEL_GAP 6
#define LABEL_LINES 4
#define LABEL_PIECES 6
/* Rows of a table are so many blank lines apart; paragraphs in a cell fewer. */
#define ROW_GAP 3
#define NEAR_COLUMNS 8

/* Words on a line, or on several below one another. */
typedef struct
{
  GString *text;
  guint line;
  guint last_line;
  guint column;
  guint end;
  gboolean used;
  gboolean label;
  gboolean heading; /* label of a heading row */
  gboolean joined;
  double key;
} Word;

typedef struct
{
  const JxSlots *slots;
  GPtrArray *words; /* in reading order */
  GHashTable *lines; /* line numbers that are not blank */
  guint right;       /* the rightmost column reached */
} Page;

static void
word_free (gpointer data)
{
  Word *word = data;

  g_string_free (word->text, TRUE);
  g_free (word);
}

static void
add_word (Page *page, const char *text, guint line, guint column, guint columns)
{
  Word *word = g_new0 (Word, 1);

  word->text = g_string_new (text);
  word->line = word->last_line = line;
  word->column = column;
  word->end = column + columns;
  g_ptr_array_add (page->words, word);
  g_hash_table_add (page->lines, GUINT_TO_POINTER (line));
}

static void
read_blocks (Page *page, const JxSource *source, guint first, guint end)
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

static Word *
get_word (const Page *page, guint index)
{
  return page->words->pdata[index];
}

static void
mark_label (Page *page, Word *word, const GArray *labels)
{
  guint slot = g_array_index (labels, guint, 0);

  word->label = TRUE;
  word->heading = jx_slots_get (page->slots, slot)->header;
}

/* Takes @from into @into; both stay on the page, @from as used. */
static void
absorb (Word *into, Word *from)
{
  into->line = MIN (into->line, from->line);
  into->last_line = MAX (into->last_line, from->last_line);
  into->column = MIN (into->column, from->column);
  into->end = MAX (into->end, from->end);
  from->used = TRUE;
}

/* Labels whose words stand on one line, with blanks between them. */
static void
find_whole_labels (Page *page)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = get_word (page, i);
      g_autoptr (GString) text = NULL;
      guint best = 0;

      if (word->used)
        continue;
      text = g_string_new (NULL);
      for (guint n = 1; n <= 4 && i + n <= page->words->len; n++)
        {
          const Word *next = get_word (page, i + n - 1);

          if (next->line != word->line || (n > 1 && next->column > get_word (page, i + n - 2)->end + LABEL_GAP))
            break;
          g_string_append (text, next->text->str);
          if (jx_slots_find_label (page->slots, text->str) != NULL)
            best = n;
        }
      for (guint n = 1; n < best; n++)
        {
          g_string_append (word->text, get_word (page, i + n)->text->str);
          absorb (word, get_word (page, i + n));
        }
      if (best > 0)
        mark_label (page, word, jx_slots_find_label (page->slots, word->text->str));
    }
}

static gboolean
is_near (const Word *next, guint column, guint end, guint line, gboolean same_line)
{
  if (same_line)
    return next->line == line && next->column >= end && next->column <= end + LABEL_GAP;

  return next->line > line && next->line <= line + LABEL_LINES && next->column <= end && next->end >= column;
}

/* Returns: how many words from @chain[0] on make @label, 0 if they do not. */
static guint
build_label (const Page *page, const char *rest, guint from, guint column, guint end, guint line, Word **chain, guint n)
{
  if (*rest == '\0')
    return n;
  if (n == LABEL_PIECES)
    return 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = from; i < page->words->len; i++)
      {
        Word *word = get_word (page, i);
        g_autofree char *folded = NULL;
        guint found;

        if (word->line > line + LABEL_LINES)
          break;
        if (word->used || word->label || !is_near (word, column, end, line, pass == 0))
          continue;
        folded = jx_fold (word->text->str);
        if (*folded == '\0' || !g_str_has_prefix (rest, folded))
          continue;
        chain[n] = word;
        found = build_label (page, rest + strlen (folded), i + 1, MIN (column, word->column),
                             MAX (end, word->end), word->line, chain, n + 1);
        if (found > 0)
          return found;
      }

  return 0;
}

/* Labels broken over lines in their cell. */
static void
find_broken_labels (Page *page)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, page->slots->labels);
  while (g_hash_table_iter_next (&iter, &key, &value))
    for (guint i = 0; i < page->words->len; i++)
      {
        Word *word = get_word (page, i);
        Word *chain[LABEL_PIECES] = { word };
        g_autofree char *folded = NULL;
        guint n;

        if (word->used || word->label || word->text->len >= strlen (key))
          continue;
        folded = jx_fold (word->text->str);
        if (*folded == '\0' || !g_str_has_prefix (key, folded))
          continue;
        n = build_label (page, (const char *) key + strlen (folded), i + 1, word->column, word->end, word->line, chain, 1);
        if (n == 0)
          continue;
        for (guint c = 1; c < n; c++)
          absorb (word, chain[c]);
        g_string_assign (word->text, key);
        mark_label (page, word, value);
      }
}

static gboolean
is_wide_at_end (const Word *word)
{
  return g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (word->text->str + word->text->len)));
}

/* Whether the form has the word's end as what stands behind a number: the next number is another. */
static gboolean
ends_value (const Page *page, const Word *word)
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
join_words (Page *page)
{
  Word *before = NULL;

  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = get_word (page, i);

      if (word->used)
        continue;
      if (before != NULL && !before->label && !word->label && word->line == before->line && word->column == before->end + 1
          && before->last_line == before->line
          && is_wide_at_end (before) != g_unichar_iswide (g_utf8_get_char (word->text->str)) && !ends_value (page, before)
          && (g_ascii_isalnum (*word->text->str) || g_ascii_isalnum (before->text->str[before->text->len - 1])))
        {
          g_string_append (before->text, word->text->str);
          absorb (before, word);
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
has_blank_line (const Page *page, guint from, guint to)
{
  for (guint line = from + 1; line < to; line++)
    if (!g_hash_table_contains (page->lines, GUINT_TO_POINTER (line)))
      return TRUE;

  return FALSE;
}

/* The next line of a value wrapped in its column begins where the line before does. A long line that
 * reaches to the right edge is certain to go on; elsewhere it is a guess. */
static void
join_lines (Page *page)
{
  for (guint i = 0; i < page->words->len; i++)
    if (!get_word (page, i)->used && !get_word (page, i)->label)
      page->right = MAX (page->right, get_word (page, i)->end);

  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = get_word (page, i);

      if (word->used || word->label || is_plain_number (word->text->str))
        continue;
      for (guint n = i + 1; n < page->words->len; n++)
        {
          Word *next = get_word (page, n);
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
          absorb (word, next);
        }
    }
}

/* Words close above or below that were not taken for a part of it may be one all the same: columns
 * run into one another on such a page. Numbers are not broken, codes are. */
static void
doubt_near_words (Page *page)
{
  for (guint i = 0; i < page->words->len; i++)
    for (guint n = i + 1; n < page->words->len; n++)
      {
        Word *word = get_word (page, i);
        Word *next = get_word (page, n);
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
find_band (const Page *page, guint line)
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
find_key_of_side_label (const Page *page, const Word *label)
{
  guint top = find_band (page, label->line);
  double key = top - 0.5;

  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *word = get_word (page, i);

      if (!word->used && word != label && word->line >= top && word->line < label->line && word->column <= label->column + 1)
        key = MAX (key, word->last_line + 0.5);
    }

  return key;
}

/* A wrapped value or label stands about the middle of its row: the row is the line, of those it
 * reaches over, on which something stands beside it that is on one line only. */
static double
find_key (const Page *page, const Word *word)
{
  double best = word->line;
  double middle = (word->line + word->last_line) / 2.0;
  double distance = G_MAXDOUBLE;

  if (word->line == word->last_line)
    return word->line;
  for (guint i = 0; i < page->words->len; i++)
    {
      const Word *other = get_word (page, i);
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
  const Word *first = *(Word * const *) a;
  const Word *second = *(Word * const *) b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return (int) first->line - (int) second->line;
}

static void
order_words (Page *page)
{
  guint leftmost = G_MAXUINT;

  for (guint i = page->words->len; i > 0; i--)
    if (get_word (page, i - 1)->used)
      g_ptr_array_remove_index (page->words, i - 1);
    else if (get_word (page, i - 1)->label)
      leftmost = MIN (leftmost, get_word (page, i - 1)->column);
  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = get_word (page, i);

      word->key = word->label && !word->heading && word->column == leftmost ? find_key_of_side_label (page, word)
                  : find_key (page, word);
    }
  g_ptr_array_sort (page->words, compare_words);
}

static void
add_piece (GArray *pieces, JxSource *source, const Word *word)
{
  JxPiece piece = { .text = jx_source_keep (source, word->text->str, (gssize) word->text->len), .line = word->line };

  piece.joined = word->joined;
  g_array_append_val (pieces, piece);
}

/* Below a list's heading: a row of the table each, words in the order of the page. */
static void
leave_rows (Page *page, JxSource *source, guint heading_line, GArray *left)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint begun = 0;
  guint last = 0;

  for (guint i = 0; i < page->words->len; i++)
    {
      Word *word = get_word (page, i);

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
find_heading_line (const Page *page)
{
  guint line = G_MAXUINT;

  for (guint i = 0; i < page->words->len; i++)
    if (!get_word (page, i)->used && get_word (page, i)->heading)
      line = MIN (line, get_word (page, i)->line);

  return line;
}

GArray *
jx_layout_pieces (JxSource *source, const JxSlots *slots, guint first, guint end, GArray *left)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (JxPiece));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (word_free);
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  Page page = { slots, words, lines };

  read_blocks (&page, source, first, end);
  find_whole_labels (&page);
  find_broken_labels (&page);
  leave_rows (&page, source, find_heading_line (&page), left);
  join_words (&page);
  join_lines (&page);
  doubt_near_words (&page);
  order_words (&page);
  for (guint i = 0; i < words->len; i++)
    add_piece (pieces, source, get_word (&page, i));

  return pieces;
}
