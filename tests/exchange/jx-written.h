/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

/* Documents handed on as files by the standard form, and taken in again. */

/** jx_written_new: @format: as jx_export() knows it. Returns: (transfer full): @document as such a file. */
GBytes *jx_written_new (const char *format, JxDocument *document);

/** jx_written_take: Returns: (transfer full): the document in a file. */
JxDocument *jx_written_take (GBytes *bytes);

/** jx_written_assert_same: fails the test, after telling every difference. */
void jx_written_assert_same (JxDocument *document, JxDocument *taken);

/** jx_written_assert_round: what is written of @document and taken in again is the same document and, written again, the same file. */
void jx_written_assert_round (const char *format, JxDocument *document);

/** jx_written_read_part: Returns: (transfer full): the part called @name of a packed file. */
char *jx_written_read_part (GBytes *bytes, const char *name);

/** jx_written_count: Returns: how often @words stand in @text. */
guint jx_written_count (const char *text, const char *words);
