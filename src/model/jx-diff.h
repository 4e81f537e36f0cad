/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

typedef enum
{
  JX_DIFFERENCE_CHANGED,
  JX_DIFFERENCE_ADDED,   /* only in the second */
  JX_DIFFERENCE_REMOVED, /* only in the first */
  JX_DIFFERENCE_MOVED,
} JxDifferenceType;

/** jx_difference_type_get_name: Returns: (transfer none): "changed", "added", "removed" or "moved", as files name it. */
const char *jx_difference_type_get_name (JxDifferenceType type);

/**
 * JxDifference:
 * @a: (nullable): the item in the first document
 * @b: (nullable): the item in the second
 * @field: of a change; %JX_FIELD_NONE for an item added, removed or moved
 */
typedef struct
{
  JxDifferenceType type;
  JxItem *a;
  JxItem *b;
  JxField field;
} JxDifference;

/**
 * jx_diff:
 *
 * Compares two documents field by field. Projects are matched by code, then by name; other items by
 * likeness in order (so that one row put in is one addition, not a change of all that follow).
 *
 * Returns: (transfer full) (element-type JxDifference): in the order of the second document, removals where they stood
 */
GArray *jx_diff (JxDocument *a, JxDocument *b);

G_END_DECLS
