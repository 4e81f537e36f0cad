/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-layout.h"

G_BEGIN_DECLS

/* The blanks of a form (#JxBlank of jx-layout.h): what stands in them, and what is known of those whose
 * item is not there yet. jx-writing.h writes into them. */

/* What a tick is written as. */
#define JX_BLANK_TICK "√"

/** jx_blank_is_writable: Returns: whether anything can be written there. */
gboolean jx_blank_is_writable (const JxBlank *blank);

/** jx_blank_is_whole: Returns: whether it holds its field as it is: neither a part of a value nor a tick. */
gboolean jx_blank_is_whole (const JxBlank *blank);

/** jx_blank_is_tick: Returns: whether it is ticked or not, and holds no words. */
gboolean jx_blank_is_tick (const JxBlank *blank);

/** jx_blank_dup_value: Returns: (transfer full): what the document holds there; of a tick "√" or ""; "" for blank. */
char *jx_blank_dup_value (const JxBlank *blank);

/** jx_blank_read_tick: @typed: √, ☑ or 是; or nothing, ☐ or 否. @ticked: (out). Returns: whether it says either; @blank is a tick. */
gboolean jx_blank_read_tick (const JxBlank *blank, const char *typed, gboolean *ticked, GError **error);

/** jx_blank_find_keeper: Returns: (nullable): of one item of a list: the item whose field says which, if one does. */
JxItem *jx_blank_find_keeper (const JxBlank *blank);

/** jx_blank_find_place: @key: (nullable): what its first field will say. Returns: where in its list an item belongs that is not there yet. */
guint jx_blank_find_place (const JxBlank *blank, const char *key);

/** jx_blank_make_item: Returns: (transfer none): such an item, not in its list, with what makes it belong there. */
JxItem *jx_blank_make_item (const JxBlank *blank, const char *key);

G_END_DECLS
