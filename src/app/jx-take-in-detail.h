/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/jx-import-plan.h"

G_BEGIN_DECLS

#define JX_TYPE_TAKE_IN_DETAIL (jx_take_in_detail_get_type ())
G_DECLARE_FINAL_TYPE (JxTakeInDetail, jx_take_in_detail, JX, TAKE_IN_DETAIL, GtkWidget)

/**
 * JxTakeInDetail:
 *
 * What taking in one part would do: what it is matched with, the choice, and each difference. Signal
 * "changed" () when any of that was.
 */

/** jx_take_in_detail_new: @plan: outlives it; @document: what is taken into. */
GtkWidget *jx_take_in_detail_new (JxImportPlan *plan, JxImportPart *part, JxDocument *document);

/** jx_take_in_detail_get_title: Returns: (transfer full): what @part is called. */
char *jx_take_in_detail_get_title (const JxImportPart *part);

G_END_DECLS
