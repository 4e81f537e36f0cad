/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/* A path names a field or an item: `project[3]/indicator[2]/value`, `sub-goal[1]`, `year`.
 * Places are counted from 1; names are the XML names. */

/** jx_path_to_string: @field: or %JX_FIELD_NONE for the item itself. Returns: (transfer full): the path; "" for the document itself. */
char *jx_path_to_string (const JxItem *item, JxField field);

/** jx_path_to_label: Returns: (transfer full): the same in the user's words, “项目 3 · 绩效指标 2 · 指标值”. */
char *jx_path_to_label (const JxItem *item, JxField field);

/**
 * jx_path_resolve:
 * @field: (out) (optional): the field, %JX_FIELD_NONE when the path names an item
 *
 * Returns: (transfer none) (nullable): the item @path names in @document; %NULL when there is none
 */
JxItem *jx_path_resolve (JxDocument *document, const char *path, JxField *field);

G_END_DECLS
