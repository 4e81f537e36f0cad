/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/* A target value may be spread over columns: its sign (性质, 指标方向), its number (指标值) and its
 * unit (计量单位). Whatever the form, together they are one value: ≥95%. */

typedef enum
{
  JX_TARGET_PART_NONE,
  JX_TARGET_PART_SIGN,
  JX_TARGET_PART_UNIT,
} JxTargetPart;

/** jx_target_part_find: Returns: of which part a column headed by @heading is. */
JxTargetPart jx_target_part_find (const char *heading);

/** jx_target_part_fits: Returns: whether @text may stand in such a column. */
gboolean jx_target_part_fits (JxTargetPart part, const char *text);

/**
 * JxTargetParts:
 *
 * What a row has of one value, until the row ends. Texts are not owned.
 */
typedef struct
{
  const char *sign;
  const char *number;
  const char *unit;
  guint line;
} JxTargetParts;

/**
 * jx_target_parts_join: tells what is no part of the value as left.
 *
 * Returns: (transfer full) (nullable): the value, %NULL where there is none
 */
char *jx_target_parts_join (const JxTargetParts *parts, JxTaker *taker);

G_END_DECLS
