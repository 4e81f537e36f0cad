/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Money. Everything is counted in integer 分 (fen); documents show 万元: 1 万元 = 1,000,000 分. */

#define JX_FEN_PER_WAN G_GINT64_CONSTANT (1000000)
/* The largest amount a document may hold: 10^12 万元. */
#define JX_AMOUNT_MAX_FEN (G_GINT64_CONSTANT (1000000000000) * JX_FEN_PER_WAN)

/**
 * jx_amount_parse:
 * @text: digits in 万元 as a document holds them: "6.90", "0", "1245.82"; at most 6 decimals
 *   (one 分), no sign, blank or separator
 * @amount_fen: (out): the amount in 分
 *
 * Returns: whether @text is such an amount from 0 to %JX_AMOUNT_MAX_FEN
 */
gboolean jx_amount_parse (const char *text, gint64 *amount_fen);

/**
 * jx_amount_normalise:
 * @typed: what a person typed or a colleague's file holds: "1,234.5", "1，234.50万元",
 *   "12345000元", full-width digits, blanks around
 *
 * Returns: (transfer full) (nullable): the digits in 万元 as jx_amount_parse() takes them, keeping
 *   the digits as written where they are in 万元 ("6.90" stays "6.90"); "" for a blank; %NULL when
 *   @typed is not an amount
 */
char *jx_amount_normalise (const char *typed);

/**
 * jx_amount_format:
 * @amount_fen: an amount in 分, may be negative (a gap)
 *
 * Returns: (transfer full): in 万元 with two decimals, more (to six) only where the amount has them
 */
char *jx_amount_format (gint64 amount_fen);

/** jx_amount_format_grouped: As jx_amount_format(), with thousands separators ("1,245.82"): for the screen only. */
char *jx_amount_format_grouped (gint64 amount_fen);

/**
 * jx_amount_share:
 * @part_fen: a part, 0 or more
 * @whole_fen: the whole
 *
 * Returns: @part_fen in hundredths of a percent of @whole_fen, rounded half up (5233 is 52.33 %);
 *   0 when @whole_fen is 0
 */
gint64 jx_amount_share (gint64 part_fen, gint64 whole_fen);

G_END_DECLS
