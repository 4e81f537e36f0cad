/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "paper/jx-text.h"

/* Where an ideograph's square ends above the base line, in ems. Lines are centred on the squares, so
 * that faces with unlike ascents stand on one line. */
#define SQUARE_ASCENT 0.87
/* Lines are not spaced out further than this between two characters, in ems. */
#define GAP_MAX 0.5
/* In more lines the last one matters little. */
#define COMPANY_LINES_MAX 4
/* A word wider than the line by less is better set smaller than torn; a number so long as it can be
 * read: 八号 is the smallest of all sizes. */
#define WORD_EXCESS_MAX 1.3
#define NUMBER_SIZE_MIN_PT 5.0

typedef struct
{
  JxWord *word;   /* %NULL for a line break */
  gboolean break_before;
} Piece;

typedef struct
{
  guint first, end; /* pieces */
  double x;
  double width;     /* without gaps */
  double gap;       /* added between characters */
} Line;

struct _JxText
{
  guint references;
  GArray *pieces; /* (element-type Piece) */
  GArray *lines;  /* (element-type Line) */
  double width_pt;
  double size_pt;
  double line_height_pt;
  double excess;
  gboolean tear;
};

#define PIECE(text, i) (&g_array_index ((text)->pieces, Piece, (i)))

static void
piece_clear (Piece *piece)
{
  g_clear_pointer (&piece->word, jx_word_unref);
}

static void
add_piece (JxText *text, JxWord *word, gboolean break_before)
{
  Piece piece = { word, break_before };

  g_array_append_val (text->pieces, piece);
}

/* Adds a word character by character, to be torn anywhere. */
static void
add_torn (JxText *text, JxFace *face, const char *start, const char *end, const PangoLogAttr *attrs, gboolean break_before)
{
  const char *from = start;

  while (from < end)
    {
      const char *to = from;

      do
        {
          to = g_utf8_next_char (to);
          attrs++;
        }
      while (to < end && !attrs->is_cursor_position);

      add_piece (text, jx_face_get_word (face, from, to - from), break_before);
      break_before = TRUE;
      from = to;
    }
}

static double
get_excess_limit (const JxText *text, const JxWord *word)
{
  if (text->tear)
    return 1;

  return word->number ? MAX (text->size_pt / NUMBER_SIZE_MIN_PT, 1) : WORD_EXCESS_MAX;
}

static void
add_word (JxText *text, JxFace *face, const char *start, const char *end, const PangoLogAttr *attrs, gboolean break_before)
{
  JxWord *word = jx_face_get_word (face, start, end - start);
  double excess = word->width_pt / text->width_pt;

  if (!word->space && excess > get_excess_limit (text, word))
    {
      jx_word_unref (word);
      add_torn (text, face, start, end, attrs, break_before);
      return;
    }

  if (!word->space)
    text->excess = MAX (text->excess, excess);
  add_piece (text, word, break_before);
}

/* A number keeps what counts it: 6.90万元, 2023年. */
static gboolean
is_glued (gunichar before, gunichar character, gunichar after_number)
{
  if (g_unichar_isdigit (before))
    return g_unichar_iswide (character) && g_unichar_isalnum (character);

  return after_number == before && (before == 0x4e07 || before == 0x4ebf) && character == 0x5143; /* 万元, 亿元 */
}

/* Cuts the text where it may be cut: at each character that stands for itself, at white space and
 * where Pango allows a line to break. */
static void
cut (JxText *text, JxFace *face, const char *string)
{
  gsize length = strlen (string);
  glong n_characters = g_utf8_strlen (string, length);
  g_autofree PangoLogAttr *attrs = g_new (PangoLogAttr, n_characters + 1);
  const char *from = string;
  gunichar before = 0, after_number = 0;
  glong i = 0;

  pango_get_log_attrs (string, length, -1, pango_language_from_string ("zh-cn"), attrs, n_characters + 1);

  while (*from != '\0')
    {
      gunichar first = g_utf8_get_char (from);
      gboolean solo = jx_character_is_solo (first);
      gboolean space = g_unichar_isspace (first);
      gboolean break_before = attrs[i].is_line_break && !is_glued (before, first, after_number);
      const char *to = from;
      glong start = i;

      if (g_unichar_isdigit (before) && solo)
        after_number = first;

      do
        {
          before = g_utf8_get_char (to);
          to = g_utf8_next_char (to);
          i++;
        }
      while (*to != '\0' && first != '\n'
             && (!attrs[i].is_cursor_position
                 || (!solo && !space && !attrs[i].is_line_break && !g_unichar_isspace (g_utf8_get_char (to))
                     && !jx_character_is_solo (g_utf8_get_char (to)))));

      if (first == '\n')
        add_piece (text, NULL, FALSE);
      else if (space && first < 0x80)
        add_piece (text, jx_face_get_word (face, " ", 1), break_before);
      else if (solo || space)
        add_piece (text, jx_face_get_word (face, from, to - from), break_before);
      else
        add_word (text, face, from, to, attrs + start, break_before);
      from = to;
    }
}

/* A number with what counts it is no word, but like one it is better set smaller than torn: 23.4万元. */
static void
note_wide_runs (JxText *text)
{
  double run = 0;

  for (guint i = 0; i < text->pieces->len; i++)
    {
      const Piece *piece = PIECE (text, i);
      double excess;

      if (piece->word == NULL || piece->break_before)
        run = 0;
      if (piece->word == NULL || piece->word->space)
        continue;
      run += piece->word->width_pt;
      excess = run / text->width_pt;
      if (excess <= WORD_EXCESS_MAX)
        text->excess = MAX (text->excess, excess);
    }
}

static gboolean
has_gap (JxText *text, guint before)
{
  const JxWord *left = PIECE (text, before)->word;
  const JxWord *right = PIECE (text, before + 1)->word;

  return left->solo || right->solo || left->space;
}

static void
add_line (JxText *text, guint first, guint end, JxAlign align, double indent, gboolean wrapped)
{
  Line line = { .first = first, .x = indent };
  double room;
  guint n_gaps = 0;

  while (end > first && PIECE (text, end - 1)->word->space)
    end--;
  line.end = end;
  for (guint i = first; i < end; i++)
    line.width += PIECE (text, i)->word->width_pt;

  room = MAX (text->width_pt - indent - line.width, 0);
  if (align == JX_ALIGN_CENTER)
    line.x += room / 2;
  else if (align == JX_ALIGN_END)
    line.x += room;
  else if (align == JX_ALIGN_JUSTIFY && wrapped)
    {
      for (guint i = first; i + 1 < end; i++)
        n_gaps += has_gap (text, i);
      if (n_gaps > 0 && room / n_gaps <= GAP_MAX * text->size_pt)
        line.gap = room / n_gaps;
    }

  g_array_append_val (text->lines, line);
}

/* Returns: the piece after the last that fits into a line from @first on. */
static guint
find_line_end (JxText *text, guint first, double width, gboolean *wrapped)
{
  double used = 0;
  guint end = first;
  guint cut_at;

  *wrapped = FALSE;
  while (end < text->pieces->len && PIECE (text, end)->word != NULL)
    {
      const JxWord *word = PIECE (text, end)->word;

      if (used + word->width_pt > width + 0.01 && !word->space && end > first)
        {
          *wrapped = TRUE;
          break;
        }
      used += word->width_pt;
      end++;
    }
  if (!*wrapped)
    return end;

  for (cut_at = end; cut_at > first && !PIECE (text, cut_at)->break_before; cut_at--)
    ;

  return cut_at > first ? cut_at : end;
}

/* Breaks into lines not wider than @wrap_pt, set in the text's own width. */
static void
break_lines (JxText *text, JxAlign align, double indent_pt, double wrap_pt)
{
  guint first = 0;
  gboolean begins = TRUE;

  g_array_set_size (text->lines, 0);
  do
    {
      double indent = begins ? MIN (indent_pt, wrap_pt / 2) : 0;
      gboolean wrapped;
      guint end = find_line_end (text, first, wrap_pt - indent, &wrapped);

      add_line (text, first, end, align, indent, wrapped);
      first = end;
      begins = !wrapped;
      if (!wrapped && first < text->pieces->len)
        first++;
      while (wrapped && first < text->pieces->len && PIECE (text, first)->word != NULL && PIECE (text, first)->word->space)
        first++;
    }
  while (first < text->pieces->len);
}

static gboolean
ends_lonely (const JxText *text)
{
  const Line *line = &g_array_index (text->lines, Line, text->lines->len - 1);

  return line->end - line->first == 1 && PIECE (text, line->first)->word->solo;
}

/* In the narrow cells of a table no single character stands in a last line: 满意度 over 指标, not
 * 满意度指 over 标. What keeps it company comes from the line before; that one must not be left lonely. */
static void
company_last (JxText *text, JxAlign align)
{
  guint n_lines = text->lines->len;
  const Line *before;
  guint first, last, end;

  if (n_lines < 2 || n_lines > COMPANY_LINES_MAX || !ends_lonely (text))
    return;

  before = &g_array_index (text->lines, Line, n_lines - 2);
  first = before->first;
  last = g_array_index (text->lines, Line, n_lines - 1).first;
  end = g_array_index (text->lines, Line, n_lines - 1).end;
  for (guint i = before->end; i < last; i++)
    if (PIECE (text, i)->word == NULL)
      return;

  for (guint cut_at = before->end - 1; cut_at > first + 1; cut_at--)
    {
      if (!PIECE (text, cut_at)->break_before || PIECE (text, cut_at)->word->space)
        continue;
      g_array_set_size (text->lines, n_lines - 2);
      add_line (text, first, cut_at, align, 0, TRUE);
      add_line (text, cut_at, end, align, 0, FALSE);
      return;
    }
}

JxText *
jx_text_new (JxFace *face, const char *string, JxAlign align, double width_pt, double indent_pt, double line_height_pt, gboolean tear)
{
  g_autoptr (JxText) text = g_new0 (JxText, 1);

  g_return_val_if_fail (string != NULL, NULL);
  g_return_val_if_fail (width_pt > 0 && line_height_pt > 0, NULL);

  text->references = 1;
  text->pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), strlen (string) / 3 + 1);
  g_array_set_clear_func (text->pieces, (GDestroyNotify) piece_clear);
  text->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  text->width_pt = width_pt;
  text->size_pt = jx_face_get_size (face);
  text->line_height_pt = line_height_pt;
  text->excess = 1;
  text->tear = tear;

  cut (text, face, string);
  if (!tear)
    note_wide_runs (text);
  break_lines (text, align, indent_pt, width_pt);
  if (align != JX_ALIGN_JUSTIFY && indent_pt <= 0)
    company_last (text, align);

  return g_steal_pointer (&text);
}

JxText *
jx_text_ref (JxText *text)
{
  text->references++;

  return text;
}

void
jx_text_unref (JxText *text)
{
  if (--text->references > 0)
    return;

  g_array_unref (text->pieces);
  g_array_unref (text->lines);
  g_free (text);
}

guint
jx_text_count_lines (const JxText *text)
{
  return text->lines->len;
}

double
jx_text_get_line_height (const JxText *text)
{
  return text->line_height_pt;
}

double
jx_text_get_height (const JxText *text)
{
  return text->lines->len * text->line_height_pt;
}

char *
jx_text_dup_line (const JxText *text, guint line)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const Line *l = &g_array_index (text->lines, Line, line);

  for (guint i = l->first; i < l->end; i++)
    {
      for (const JxShape *shape = PIECE (text, i)->word->shapes; shape != NULL; shape = shape->next)
        g_string_append_len (words, shape->text, shape->n_bytes);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

double
jx_text_get_line_end (const JxText *text, guint line)
{
  const Line *l = &g_array_index (text->lines, Line, line);

  return l->x + l->width;
}

double
jx_text_get_excess (const JxText *text)
{
  return text->excess;
}

void
jx_text_draw (const JxText *text, guint first, guint count, double x, double y, JxInk *ink)
{
  double baseline = (text->line_height_pt - text->size_pt) / 2 + SQUARE_ASCENT * text->size_pt;

  g_return_if_fail (first + count <= text->lines->len);

  for (guint i = first; i < first + count; i++)
    {
      const Line *line = &g_array_index (text->lines, Line, i);
      double at = x + line->x;

      for (guint p = line->first; p < line->end; p++)
        {
          const Piece *piece = PIECE (text, p);

          jx_ink_add (ink, piece->word, at, y + (i - first) * text->line_height_pt + baseline);
          at += piece->word->width_pt;
          if (line->gap > 0 && p + 1 < line->end && has_gap ((JxText *) text, p))
            at += line->gap;
        }
    }
}
