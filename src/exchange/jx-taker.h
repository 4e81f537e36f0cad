/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-note.h"
#include "exchange/jx-report.h"
#include "form/jx-form.h"

G_BEGIN_DECLS

/**
 * JxTaker:
 *
 * Puts what was recognised into a new document and keeps the report: a value that its field cannot
 * hold is told as left, a doubtful one as guessed, two that contradict one another as well.
 */
/* A year is less than this. */
#define JX_TAKER_YEARS 3000

typedef struct
{
  JxDocument *document;
  JxItem *root;
  JxReport *report;
  const char *amount_unit;   /* (nullable): what amounts without a unit are in, where it is not 万元 */
  const char *usual_unit;    /* (nullable): the same of tables that do not say */
  gboolean astray;           /* amounts stand under other headings than the form has there */
  GPtrArray *origins;        /* of each project: the form or list it was read by */
  char *title_unit;          /* (nullable): the unit's name as a title has it, if nothing else says it */
  guint title_line;
  GString *more;           /* (nullable): the text that jx_taker_append() is making longer */
  JxItem *more_item;
  JxField more_field;
  guint more_line;
  guint code_years[JX_TAKER_YEARS]; /* by year: how many project codes speak for it */
  guint date_years[JX_TAKER_YEARS]; /* by year: how many dates of targets do */
} JxTaker;

/**
 * jx_taker_set:
 * @text: the source's words
 * @doubt: (nullable): why the value is to be looked at, translated
 *
 * Returns: whether @field was set; a blank sets nothing and is no failure to tell
 */
gboolean jx_taker_set (JxTaker *taker, JxItem *item, JxField field, const char *text, guint line, const char *doubt);

/** jx_taker_add_word: adds @word to those @field names already. */
void jx_taker_add_word (JxTaker *taker, JxItem *item, JxField field, const char *word, guint line, const char *doubt);

/** jx_taker_append: adds a further line to a text; it is in the item after another field was begun or jx_taker_finish(). */
void jx_taker_append (JxTaker *taker, JxItem *item, JxField field, const char *text, guint line, const char *doubt);

/** jx_taker_set_mark: keeps the number of @item as written, @mark, where @part would write it otherwise. */
void jx_taker_set_mark (JxTaker *taker, JxItem *item, const JxFormPart *part, const char *mark, guint line);

/** jx_taker_add: Returns: (transfer none): a new item of @kind in @parent. */
JxItem *jx_taker_add (JxTaker *taker, JxItem *parent, JxKind kind);

/** jx_taker_take_note: takes the year and the unit's name that a title or another note over a table tells. */
void jx_taker_take_note (JxTaker *taker, const JxNote *note, guint line);

/** jx_taker_set_unit: @unit: (nullable): what the amounts of @item's table are in; told where it is not 万元, the form's own. */
void jx_taker_set_unit (JxTaker *taker, JxItem *item, const char *unit, guint line, const char *text);

/** jx_taker_add_project: the same of a project; @origin: the form or list that tells of it. */
JxItem *jx_taker_add_project (JxTaker *taker, gconstpointer origin);

void jx_taker_leave (JxTaker *taker, guint line, const char *text, const char *why);
void jx_taker_doubt (JxTaker *taker, JxItem *item, JxField field, guint line, const char *text, const char *why);

/** jx_taker_finish: puts in what waits, and works the year out where the text did not state it. */
void jx_taker_finish (JxTaker *taker);

G_END_DECLS
