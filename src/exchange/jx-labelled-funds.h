/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-sense.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/** jx_fund_take: puts @text, an amount, rate or score in row @fund and column @stage of a table of amounts, where @project keeps it.
 * @month: up to which the year's spending is told; 0: all of it */
gboolean jx_fund_take (JxTaker *taker, JxItem *project, const JxSense *fund, JxStage stage, guint month, const char *text, guint line);

G_END_DECLS
