/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_month_get_label: @month: 1 … 12. Returns: (transfer none): the end of that month in the interface's language: “end of March”, “3月底”. */
const char *jx_month_get_label (int month);

/** jx_month_get_short_label: the same for an axis or a narrow head: “Mar”, “3月”. */
const char *jx_month_get_short_label (int month);

G_END_DECLS
