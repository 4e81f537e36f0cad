/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/**
 * jx_caption_take:
 * @candidates: (element-type JxCandidate): of projects
 *
 * Takes what stands over a table of several projects: notes (jx-note.h), and the unit behind the words
 * that forms allow before it, “单位名称：云溪镇人民政府    金额单位：万元”.
 *
 * Returns: whether all of @text was understood; else nothing was taken
 */
gboolean jx_caption_take (JxTaker *taker, GPtrArray *candidates, const char *text, guint line);

G_END_DECLS
