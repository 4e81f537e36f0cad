/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-blank.h"
#include "model/jx-edit.h"

G_BEGIN_DECLS

/* The way from a form back into the document: what is written into its blanks makes an edit. Parts of
 * one value in columns of their own are joined, ticks name their word, items that are not there yet are
 * made. */

/**
 * JxWriting:
 *
 * What is being written into several blanks, that shall become one edit. Later words take the place of
 * earlier ones.
 */
typedef struct _JxWriting JxWriting;

/** jx_writing_new: Returns: (transfer full): nothing written yet. */
JxWriting *jx_writing_new (void);
void jx_writing_free (JxWriting *writing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxWriting, jx_writing_free)

/**
 * jx_writing_put:
 * @typed: what a person typed; of a tick √, ☑ or 是, or a blank, ☐ or 否
 * @error: %JX_ERROR_VALUE: why it does not fit
 */
gboolean jx_writing_put (JxWriting *writing, const JxBlank *blank, const char *typed, GError **error);

/**
 * jx_writing_insert:
 * @item: new, not yet in a list: what is put into its blanks comes with it
 *
 * Puts @item into the list of @holder, at its end.
 */
void jx_writing_insert (JxWriting *writing, JxItem *holder, JxItem *item);

/**
 * jx_writing_finish:
 * @error: %JX_ERROR_VALUE: parts of a value that do not fit together
 *
 * Returns: (transfer full) (nullable): a group, empty where everything is so already; %NULL if it does not fit
 */
JxEdit *jx_writing_finish (JxWriting *writing, GError **error);

/** jx_blank_write: the same for one blank. Returns: (transfer full) (nullable). */
JxEdit *jx_blank_write (const JxBlank *blank, const char *typed, GError **error);

G_END_DECLS
