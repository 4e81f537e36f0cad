/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels on a page whose words are not yet put together. */
#include "exchange/jx-layout-page.h"

#include <string.h>

#include "base/jx-fold.h"

/* Within a label words may stand so far apart on their line, its lines so far apart on the page. */
#define LABEL_GAP 6
#define LABEL_LINES 4
#define LABEL_PIECES 6

JxWord *
jx_page_get_word (const JxPage *page, guint index)
{
  return page->words->pdata[index];
}

void
jx_word_absorb (JxWord *into, JxWord *from)
{
  into->line = MIN (into->line, from->line);
  into->last_line = MAX (into->last_line, from->last_line);
  into->column = MIN (into->column, from->column);
  into->end = MAX (into->end, from->end);
  from->used = TRUE;
}

static void
mark_label (JxPage *page, JxWord *word, const GArray *labels)
{
  guint slot = g_array_index (labels, guint, 0);

  word->label = TRUE;
  word->slot = slot;
  word->heading = jx_slots_get (page->slots, slot)->header;
}

/* Labels whose words stand on one line, with blanks between them. */
static void
find_whole_labels (JxPage *page)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      JxWord *word = jx_page_get_word (page, i);
      g_autoptr (GString) text = NULL;
      guint best = 0;

      if (word->used)
        continue;
      text = g_string_new (NULL);
      for (guint n = 1; n <= 4 && i + n <= page->words->len; n++)
        {
          const JxWord *next = jx_page_get_word (page, i + n - 1);

          if (next->line != word->line || (n > 1 && next->column > jx_page_get_word (page, i + n - 2)->end + LABEL_GAP))
            break;
          g_string_append (text, next->text->str);
          if (jx_slots_find_label (page->slots, text->str) != NULL)
            best = n;
        }
      for (guint n = 1; n < best; n++)
        {
          g_string_append (word->text, jx_page_get_word (page, i + n)->text->str);
          jx_word_absorb (word, jx_page_get_word (page, i + n));
        }
      if (best > 0)
        mark_label (page, word, jx_slots_find_label (page->slots, word->text->str));
    }
}

static gboolean
is_near (const JxWord *next, guint column, guint end, guint line, gboolean same_line)
{
  if (same_line)
    return next->line == line && next->column >= end && next->column <= end + LABEL_GAP;

  return next->line > line && next->line <= line + LABEL_LINES && next->column <= end && next->end >= column;
}

/* Returns: how many words from @chain[0] on make @label, 0 if they do not. */
static guint
build_label (const JxPage *page, guint slot, const char *rest, guint from, guint column, guint end, guint line, JxWord **chain, guint n)
{
  if (*rest == '\0')
    return n;
  if (n == LABEL_PIECES)
    return 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = from; i < page->words->len; i++)
      {
        JxWord *word = jx_page_get_word (page, i);
        g_autofree char *folded = NULL;
        guint found;

        if (word->line > line + LABEL_LINES)
          break;
        if (word->used || (word->label && word->slot != slot) || !is_near (word, column, end, line, pass == 0))
          continue;
        folded = jx_fold (word->text->str);
        if (*folded == '\0' || !g_str_has_prefix (rest, folded))
          continue;
        chain[n] = word;
        found = build_label (page, slot, rest + strlen (folded), i + 1, MIN (column, word->column),
                             MAX (end, word->end), word->line, chain, n + 1);
        if (found > 0)
          return found;
      }

  return 0;
}

/* Labels broken over lines in their cell. */
static void
find_broken_labels (JxPage *page)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, page->slots->labels);
  while (g_hash_table_iter_next (&iter, &key, &value))
    for (guint i = 0; i < page->words->len; i++)
      {
        JxWord *word = jx_page_get_word (page, i);
        JxWord *chain[LABEL_PIECES] = { word };
        g_autofree char *folded = NULL;
        guint n;

        /* A shorter wording of the same label may stand on its first line. */
        if (word->used || (word->label && word->slot != g_array_index ((GArray *) value, guint, 0)) || word->text->len >= strlen (key))
          continue;
        folded = jx_fold (word->text->str);
        if (*folded == '\0' || !g_str_has_prefix (key, folded))
          continue;
        n = build_label (page, g_array_index ((GArray *) value, guint, 0), (const char *) key + strlen (folded), i + 1, word->column, word->end, word->line, chain, 1);
        if (n == 0)
          continue;
        for (guint c = 1; c < n; c++)
          jx_word_absorb (word, chain[c]);
        g_string_assign (word->text, key);
        mark_label (page, word, value);
      }
}

void
jx_page_find_labels (JxPage *page)
{
  find_whole_labels (page);
  find_broken_labels (page);
}
