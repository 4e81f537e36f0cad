/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-table-labels.h"

#include <string.h>

#include "exchange/jx-note.h"
#include "exchange/jx-read-lines.h"

void
jx_table_labels_init (JxTableLabels *labels, const JxSlots *slots)
{
  labels->slots = slots;
  labels->met = g_new0 (gboolean, slots != NULL ? slots->slots->len : 0);
}

void
jx_table_labels_reset (JxTableLabels *labels)
{
  if (labels->slots != NULL)
    memset (labels->met, 0, labels->slots->slots->len * sizeof *labels->met);
}

void
jx_table_labels_clear (JxTableLabels *labels)
{
  g_clear_pointer (&labels->met, g_free);
}

guint
jx_table_labels_count (const JxTableLabels *labels)
{
  guint n = 0;

  for (guint s = 0; labels->slots != NULL && s < labels->slots->slots->len; s++)
    n += labels->met[s];

  return n;
}

/* Returns: whether @text is a label; @slot is the first such that was not met yet, in @seen or @here (nullable). */
static gboolean
find_label (const JxTableLabels *labels, const char *text, const gboolean *seen, const gboolean *here, guint *slot)
{
  const GArray *found = labels->slots != NULL ? jx_slots_find_label (labels->slots, text) : NULL;

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      *slot = g_array_index (found, guint, i);
      if (!seen[*slot] && (here == NULL || !here[*slot]))
        return TRUE;
    }

  *slot = g_array_index (found, guint, 0);
  return TRUE;
}

void
jx_table_labels_note (JxTableLabels *labels, const char *text)
{
  guint slot;

  if (find_label (labels, text, labels->met, NULL, &slot))
    labels->met[slot] = TRUE;
}

guint
jx_table_labels_look (JxTableLabels *labels, const JxSource *source, const JxSourceBlock *block, gboolean titled,
                      gboolean *begins_another)
{
  guint n_slots = labels->slots != NULL ? labels->slots->slots->len : 0;
  g_autofree gboolean *here = g_new0 (gboolean, n_slots);
  guint n_met = 0;
  guint n_again = 0;
  guint slot;

  for (guint i = 0; i < block->n_rows; i++)
    {
      const JxSourceRow *row = jx_source_get_row (source, block->first_row + i);

      for (guint c = 0; c < row->n_cells; c++)
        {
          if (!find_label (labels, jx_source_get_cell (source, row->first_cell + c)->text, labels->met, here, &slot))
            continue;
          n_met++;
          n_again += !here[slot] && labels->met[slot] && !jx_slots_get (labels->slots, slot)->header;
          here[slot] = TRUE;
        }
    }
  *begins_another = n_again > 0 && n_again >= (titled ? labels->slots->n_labels / 2 : 2);
  if (*begins_another)
    jx_table_labels_reset (labels);
  for (guint s = 0; s < n_slots; s++)
    labels->met[s] |= here[s];

  return n_met;
}

/* Which labels of the form, those of list headings aside, row @index has; @seen: those met above. */
static guint
find_row_labels (const JxTableLabels *labels, const JxSource *source, guint index, const gboolean *seen, gboolean *has, guint *topmost)
{
  const JxSourceRow *row = jx_source_get_row (source, index);
  guint n = 0;
  guint slot;

  memset (has, 0, labels->slots->slots->len * sizeof *has);
  *topmost = G_MAXUINT;
  for (guint c = 0; c < row->n_cells; c++)
    {
      if (!find_label (labels, jx_source_get_cell (source, row->first_cell + c)->text, seen, has, &slot)
          || jx_slots_get (labels->slots, slot)->header || has[slot])
        continue;
      has[slot] = TRUE;
      *topmost = MIN (*topmost, jx_slots_get (labels->slots, slot)->row);
      n++;
    }

  return n;
}

/* Whether a title stands alone in row @index. */
static gboolean
is_title_row (const JxSource *source, guint index)
{
  const JxSourceRow *row = jx_source_get_row (source, index);
  const char *words = NULL;
  g_auto (JxNote) note = { JX_NOTE_NONE };

  for (guint c = 0; c < row->n_cells; c++)
    {
      const char *text = jx_source_get_cell (source, row->first_cell + c)->text;

      if (jx_line_is_blank (text))
        continue;
      if (words != NULL)
        return FALSE;
      words = text;
    }

  return words != NULL && jx_note_read (words, &note) && (note.type == JX_NOTE_TITLE || note.type == JX_NOTE_WHOLE);
}

void
jx_table_labels_split (const JxTableLabels *labels, JxSource *source, guint index)
{
  const JxSourceBlock block = *jx_source_get_block (source, index);
  guint n_slots = labels->slots != NULL ? labels->slots->slots->len : 0;
  g_autofree gboolean *seen = g_new0 (gboolean, n_slots);
  g_autofree gboolean *here = g_new0 (gboolean, n_slots);
  gboolean met = FALSE;
  guint before = G_MAXUINT; /* the topmost row of the form in the source's row above */
  guint begun = 0;          /* the last row that may begin an item: its labels come before those above */

  for (guint i = 0; n_slots > 0 && i < block.n_rows; i++)
    {
      guint topmost;
      guint n = find_row_labels (labels, source, block.first_row + i, seen, here, &topmost);
      guint n_again = 0;

      if (n == 0 && met && is_title_row (source, block.first_row + i))
        {
          jx_source_split_table (source, index, i);
          return;
        }
      if (n == 0)
        continue;
      met = TRUE;
      if (before == G_MAXUINT || topmost < before)
        begun = i;
      for (guint s = 0; s < n_slots; s++)
        n_again += here[s] && seen[s];
      if (n_again >= 2 && begun > 0 && (begun == i || i - begun <= 2))
        {
          jx_source_split_table (source, index, begun);
          return;
        }
      for (guint s = 0; s < n_slots; s++)
        seen[s] |= here[s];
      before = topmost;
    }
}
