/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-merge.h"

G_BEGIN_DECLS

#define JX_TYPE_CHANGE_ROW (jx_change_row_get_type ())
G_DECLARE_FINAL_TYPE (JxChangeRow, jx_change_row, JX, CHANGE_ROW, GtkWidget)

/**
 * JxChangeRow:
 *
 * One difference: its place, what stands here and there side by side with what differs marked, and
 * the choice between both. Signal "decided" () when the user chose; the change is taken or not by then.
 */

/**
 * jx_change_row_new:
 * @change: outlives the row; taken or not as the user decides
 * @guess: (nullable): why theirs is a guess
 */
GtkWidget *jx_change_row_new (JxMergeChange *change, const char *guess);

/** JxChangeLook: how a difference is shown that is only looked at. @mine, @theirs: what the sides are called; @take: what the button says that takes theirs. */
typedef struct
{
  const char *mine;
  const char *theirs;
  gboolean theirs_first; /* theirs is what was before */
  const char *take;
} JxChangeLook;

/**
 * jx_change_row_new_look:
 *
 * A difference to look at, with buttons: signals "shown" (), to see its place in the document, and
 * "taken" (), to take theirs.
 */
GtkWidget *jx_change_row_new_look (JxMergeChange *change, const JxChangeLook *look);

/** jx_change_row_get_change: Returns: (transfer none). */
JxMergeChange *jx_change_row_get_change (JxChangeRow *row);

/** jx_change_row_describe_item: Returns: (transfer full): what an item says, in one line. */
char *jx_change_row_describe_item (const JxItem *item);

/** jx_change_row_describe_place: Returns: (transfer full): where @field, or @item itself, is within its project or the department's part. */
char *jx_change_row_describe_place (const JxItem *item, JxField field);

G_END_DECLS
