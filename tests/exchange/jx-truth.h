/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/* Documents as tables of path → value, white space left out, so that they can be held against one
 * another and against an independent reading of a real document. */

/** jx_truth_load: Returns: (transfer full) (element-type utf8 utf8): what a reading in the manner of `show --json` says. */
GHashTable *jx_truth_load (const char *path);
/** jx_truth_of: Returns: (transfer full) (element-type utf8 utf8): what @document says; marks and what is blank left out. */
GHashTable *jx_truth_of (JxDocument *document);
/** jx_truth_copy: @from: (nullable). Returns: (transfer full) (element-type utf8 utf8): its entries; none for %NULL. */
GHashTable *jx_truth_copy (GHashTable *from);
/** jx_truth_put: @line: "path = value"; without a value there is no such field, with * at the path's end nothing below it. */
void jx_truth_put (GHashTable *table, const char *line);
/** jx_truth_assert_equal: fails the test, after telling every difference. */
void jx_truth_assert_equal (GHashTable *expected, GHashTable *actual);

G_END_DECLS
