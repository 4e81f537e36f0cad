/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-script.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/**
 * JxTextReading:
 *
 * The department's pages while they are read, paragraph by paragraph.
 * @at: the script's line met last, -1 before the first
 * @n_met: headings and labelled paragraphs met so far
 */
typedef struct
{
  JxTaker *taker;
  const JxScript *script;
  int at;
  guint n_met;
  gboolean lost;
  JxItem *item;
  JxItem *open_item;
  JxField open_field;
  char style[16]; /* of the numbers of the list being read, where it is not the form's */
} JxTextReading;

void jx_text_reading_init (JxTextReading *reading, JxTaker *taker, const JxScript *script);

/** jx_text_take: @next: (nullable): the paragraph behind it that is not blank. Takes @text or tells it as left. */
void jx_text_take (JxTextReading *reading, const char *text, const char *next, guint line);

/** jx_text_is_other_part: Returns: whether @text is a heading in the manner of one of the form's, with another number: a part the form does not have. */
gboolean jx_text_is_other_part (const JxScript *script, const char *text);

/** jx_text_find_fixed: Returns: the script's line with just the words @text, looked for from @from on and then from the start; -1 if there is none. */
int jx_text_find_fixed (const JxScript *script, const char *text, int from);

G_END_DECLS
