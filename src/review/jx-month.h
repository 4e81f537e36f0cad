/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/jx-language.h"

G_BEGIN_DECLS

/** jx_month_get_label: @month: 1 … 12. Returns: (transfer none): the end of that month: “end of March”, “3月底”. */
const char *jx_month_get_label (JxLanguage language, int month);

/** jx_month_get_short_label: the same for an axis or a narrow head: “Mar”, “3月”. */
const char *jx_month_get_short_label (JxLanguage language, int month);

G_END_DECLS
