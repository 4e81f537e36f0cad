/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-caption.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-candidate.h"
#include "exchange/jx-gaps.h"
#include "exchange/jx-recognise-item.h"

#define CAPTION_BYTES 400

/* The place of the document's field that is written behind the words before the colon. */
static const JxSlot *
find_slot (GPtrArray *candidates, const char *text)
{
  const char *colon = text;
  g_autofree char *head = NULL;

  while (*colon != '\0' && jx_fold_character (g_utf8_get_char (colon)) != ':')
    colon = g_utf8_next_char (colon);
  if (*colon == '\0')
    return NULL;
  head = g_strndup (text, (gsize) (colon - text));
  for (guint i = 0; i < candidates->len; i++)
    {
      const JxSlot *slot = jx_slots_find_value_label (((JxCandidate *) candidates->pdata[i])->slots, head);

      if (slot != NULL && jx_field_get_info (slot->field)->kind == JX_KIND_DOCUMENT)
        return slot;
    }

  return NULL;
}

gboolean
jx_caption_take (JxTaker *taker, GPtrArray *candidates, const char *text, guint line)
{
  g_auto (GStrv) parts = NULL;

  if (*text == '\0' || strnlen (text, CAPTION_BYTES) == CAPTION_BYTES)
    return FALSE;

  parts = jx_gaps_split (text);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (JxNote) note = { JX_NOTE_NONE };

      if (*parts[i] != '\0' && !jx_note_read (parts[i], &note) && find_slot (candidates, parts[i]) == NULL)
        return FALSE;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const JxSlot *slot = find_slot (candidates, parts[i]);
      g_auto (JxNote) note = { JX_NOTE_NONE };

      if (jx_note_read (parts[i], &note))
        jx_taker_take_note (taker, &note, line);
      else if (slot != NULL)
        jx_take_value (taker, taker->root, slot, parts[i], line, NULL);
    }

  return TRUE;
}
