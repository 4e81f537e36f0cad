/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-layout.h"

G_BEGIN_DECLS

/** JxSheetChoice: @text: what may be written; @note: (nullable): what is to be known of it. */
typedef struct
{
  char *text;
  char *note;
} JxSheetChoice;

/**
 * JxSheetSuggest:
 *
 * What may be meant in one cell: levels from the taxonomy of the document's profile; bases from the
 * profile and from the document; names of indicators from the indicator library and the document;
 * values with the signs and units that fit, and what was the value last year; what was reached with the
 * unit of what was aimed at. Anything else may be written too.
 */
typedef struct _JxSheetSuggest JxSheetSuggest;

/** jx_sheet_suggest_new: looks around, once for each cell that is written in. @item: whose @field it is. Returns: (transfer full). */
JxSheetSuggest *jx_sheet_suggest_new (const JxItem *item, JxField field);
/** jx_sheet_suggest_new_for: the same, also for a part of a value. Returns: (transfer full) (nullable): %NULL for ticks and where there is no item yet. */
JxSheetSuggest *jx_sheet_suggest_new_for (const JxBlank *blank);
void jx_sheet_suggest_free (JxSheetSuggest *suggest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxSheetSuggest, jx_sheet_suggest_free)

/** jx_sheet_suggest_list: @typed: so far; "" gives all. Returns: (transfer full) (element-type JxSheetChoice): each once; empty for other fields. */
GPtrArray *jx_sheet_suggest_list (JxSheetSuggest *suggest, const char *typed);

G_END_DECLS
