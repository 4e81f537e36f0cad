/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-slots.h"

G_BEGIN_DECLS

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
  guint slot;       /* of a label */
  gboolean heading; /* label of a heading row */
  gboolean joined;
  double key;
} JxWord;

typedef struct
{
  const JxSlots *slots;
  GPtrArray *words; /* in reading order */
  GHashTable *lines; /* line numbers that are not blank */
  guint right;       /* the rightmost column reached */
} JxPage;

/** jx_page_get_word: Returns: (transfer none): word @index. */
JxWord *jx_page_get_word (const JxPage *page, guint index);
/** jx_word_absorb: takes @from into @into, but for its text; both stay on the page, @from as used. */
void jx_word_absorb (JxWord *into, JxWord *from);
/** jx_page_find_labels: puts the words of labels together, on one line or broken over several. */
void jx_page_find_labels (JxPage *page);

G_END_DECLS
