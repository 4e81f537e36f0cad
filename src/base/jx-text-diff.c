/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-text-diff.h"

#include <string.h>

/* Beyond this many pairs of words what lies between equal ends is told as one difference. */
#define MAX_PAIRS (1000 * 1000)
/* Characters: less than this being the same between two differences does not help the eye. */
#define MIN_SAME 2

typedef struct
{
  const char *text;
  gsize length;
} Word;

/* A run of Latin letters and digits with the points in them, or one character. */
static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  while (*text != '\0')
    {
      const char *end = g_utf8_next_char (text);
      Word word = { text, 0 };

      if (g_ascii_isalnum (*text))
        while (g_ascii_isalnum (*end) || ((*end == '.' || *end == ',') && g_ascii_isdigit (end[-1]) && g_ascii_isdigit (end[1])))
          end++;
      word.length = end - text;
      g_array_append_val (words, word);
      text = end;
    }

  return words;
}

static gboolean
is_same (GArray *a, guint i, GArray *b, guint j)
{
  const Word *left = &g_array_index (a, Word, i), *right = &g_array_index (b, Word, j);

  return left->length == right->length && memcmp (left->text, right->text, left->length) == 0;
}

/* Neighbouring runs of one type are one. */
static void
tell (GArray *runs, JxRunType type, const Word *word)
{
  JxTextRun *last = runs->len > 0 ? &g_array_index (runs, JxTextRun, runs->len - 1) : NULL;

  if (last != NULL && last->type == type && last->text + last->length == word->text)
    {
      last->length += word->length;
    }
  else
    {
      JxTextRun run = { type, word->text, word->length };

      g_array_append_val (runs, run);
    }
}

static void
tell_all (GArray *runs, JxRunType type, GArray *words, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    tell (runs, type, &g_array_index (words, Word, i));
}

/* What lies between the equal ends: a longest row of words both have. */
static void
compare (GArray *runs, GArray *a, guint a_from, guint a_end, GArray *b, guint b_from, guint b_end)
{
  guint rows = a_end - a_from, columns = b_end - b_from, width = columns + 1;
  g_autofree guint16 *longest = NULL;
  guint i = 0, j = 0;

  if ((guint64) rows * columns <= MAX_PAIRS)
    {
      longest = g_new0 (guint16, (gsize) (rows + 1) * width);
      for (guint r = rows; r-- > 0;)
        for (guint c = columns; c-- > 0;)
          longest[r * width + c] = is_same (a, a_from + r, b, b_from + c)
                                     ? longest[(r + 1) * width + c + 1] + 1
                                     : MAX (longest[(r + 1) * width + c], longest[r * width + c + 1]);
      while (i < rows && j < columns)
        {
          if (is_same (a, a_from + i, b, b_from + j))
            {
              tell (runs, JX_RUN_SAME, &g_array_index (a, Word, a_from + i));
              i++, j++;
            }
          else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
            tell (runs, JX_RUN_REMOVED, &g_array_index (a, Word, a_from + i++));
          else
            tell (runs, JX_RUN_ADDED, &g_array_index (b, Word, b_from + j++));
        }
    }
  tell_all (runs, JX_RUN_REMOVED, a, a_from + i, a_end);
  tell_all (runs, JX_RUN_ADDED, b, b_from + j, b_end);
}

/* Between two same runs that help the eye stands one run removed and one added: texts are continuous,
 * so both reach over all between. */
static GArray *
calm (GArray *runs, const char *b)
{
  GArray *calmed = g_array_new (FALSE, FALSE, sizeof (JxTextRun));
  const char *end_b = b; /* of what was told of b */
  JxTextRun removed = { JX_RUN_REMOVED, NULL, 0 }, added = { JX_RUN_ADDED, b, 0 };

  for (guint i = 0; i <= runs->len; i++)
    {
      const JxTextRun *run = i < runs->len ? &g_array_index (runs, JxTextRun, i) : NULL;
      gboolean inner = run != NULL && i > 0 && i + 1 < runs->len;
      gboolean same = run != NULL && run->type == JX_RUN_SAME
                      && (!inner || g_utf8_strlen (run->text, (gssize) run->length) >= MIN_SAME);

      if (run == NULL || same)
        {
          if (removed.length > 0)
            g_array_append_val (calmed, removed);
          if (added.length > 0)
            g_array_append_val (calmed, added);
          if (run == NULL)
            break;
          g_array_append_val (calmed, *run);
          end_b += added.length + run->length;
          removed = (JxTextRun) { JX_RUN_REMOVED, NULL, 0 };
          added = (JxTextRun) { JX_RUN_ADDED, end_b, 0 };
          continue;
        }
      if (run->type != JX_RUN_ADDED)
        {
          removed.text = removed.text != NULL ? removed.text : run->text;
          removed.length += run->length;
        }
      if (run->type != JX_RUN_REMOVED)
        added.length += run->length;
    }

  return calmed;
}

GArray *
jx_text_diff (const char *a, const char *b)
{
  g_autoptr (GArray) words_a = NULL, words_b = NULL;
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (JxTextRun));
  guint head = 0, end_a, end_b;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  words_a = split (a);
  words_b = split (b);
  end_a = words_a->len;
  end_b = words_b->len;
  while (head < end_a && head < end_b && is_same (words_a, head, words_b, head))
    head++;
  while (end_a > head && end_b > head && is_same (words_a, end_a - 1, words_b, end_b - 1))
    end_a--, end_b--;

  tell_all (runs, JX_RUN_SAME, words_a, 0, head);
  compare (runs, words_a, head, end_a, words_b, head, end_b);
  tell_all (runs, JX_RUN_SAME, words_a, end_a, words_a->len);

  return calm (runs, b);
}
