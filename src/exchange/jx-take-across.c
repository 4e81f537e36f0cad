/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists whose items stand side by side: their rows belong together column by column. */
#include "exchange/jx-recognise-item.h"

#include <glib/gi18n-lib.h>

#include "exchange/jx-read-lines.h"

typedef struct
{
  JxTaker *taker;
  JxItem *holder;
  const JxSlots *slots;
  GArray *values;
  gboolean rows_known;
} Rows;

/* How many values stand in @slot, and how many of them are not blank. */
static guint
count_across (const Rows *rows, guint slot, guint *n_words)
{
  guint n = 0;

  *n_words = 0;
  for (guint i = 0; i < rows->values->len; i++)
    {
      const JxAcross *across = &g_array_index (rows->values, JxAcross, i);

      if (across->slot == slot)
        {
          n++;
          *n_words += !jx_line_is_blank (across->text);
        }
    }

  return n;
}

/* The values of one row, blanks included or not. */
static GPtrArray *
list_across (const Rows *rows, guint slot, gboolean blanks)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < rows->values->len; i++)
    {
      JxAcross *across = &g_array_index (rows->values, JxAcross, i);

      if (across->slot == slot && (blanks || !jx_line_is_blank (across->text)))
        g_ptr_array_add (list, across);
    }

  return list;
}

static JxAcross *
find_column (GPtrArray *row, guint column)
{
  for (guint i = 0; i < row->len; i++)
    if (((JxAcross *) row->pdata[i])->column == column)
      return row->pdata[i];

  return NULL;
}

static void
set_across (Rows *rows, JxItem *item, JxAcross *across)
{
  across->taken = TRUE;
  jx_take_value (rows->taker, item, jx_slots_get (rows->slots, across->slot), across->text, across->line,
                across->joined ? _("The columns of the page run into one another here; compare it with the source") : NULL);
}

/* Rows of a list side by side belong together by their columns; where as many words stand in both
 * rows, or where the source has no columns, by their order. */
static void
take_list (Rows *rows, GArray *slots)
{
  guint first = g_array_index (slots, guint, 0);
  guint n_first, n_first_words;
  g_autoptr (GPtrArray) heads = NULL;

  n_first = count_across (rows, first, &n_first_words);
  heads = list_across (rows, first, n_first_words == 0);
  for (guint i = 0; i < heads->len; i++)
    {
      JxAcross *head = heads->pdata[i];
      JxItem *item = NULL;

      for (guint s = 0; s < slots->len; s++)
        {
          guint slot = g_array_index (slots, guint, s);
          guint n_words;
          guint n = count_across (rows, slot, &n_words);
          gboolean by_order = n_words == n_first_words || (!rows->rows_known && n == n_first);
          g_autoptr (GPtrArray) row = list_across (rows, slot, n_words != n_first_words);
          JxAcross *across = s == 0 ? head : by_order ? (i < row->len ? row->pdata[i] : NULL)
                           : rows->rows_known ? find_column (row, head->column) : NULL;

          if (across == NULL || jx_line_is_blank (across->text))
            continue;
          if (item == NULL)
            item = jx_taker_add (rows->taker, rows->holder, jx_slots_get (rows->slots, slot)->list);
          set_across (rows, item, across);
        }
    }
}

void
jx_take_across (JxTaker *taker, JxItem *holder, const JxSlots *slots, GArray *values, gboolean rows_known)
{
  Rows rows = { taker, holder, slots, values, rows_known };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (JxKind kind = 0; kind < JX_N_KINDS; kind++)
    {
      g_array_set_size (places, 0);
      for (guint s = 0; s < slots->slots->len; s++)
        if (jx_slots_get (slots, s)->type == JX_SLOT_ACROSS && jx_slots_get (slots, s)->list == kind)
          g_array_append_val (places, s);
      if (places->len > 0)
        take_list (&rows, places);
    }
  for (guint i = 0; i < values->len; i++)
    {
      const JxAcross *value = &g_array_index (values, JxAcross, i);

      if (!value->taken && !jx_line_is_blank (value->text))
        jx_taker_leave (taker, value->line, value->text, _("Which of the values above it belongs to cannot be told"));
    }
}
