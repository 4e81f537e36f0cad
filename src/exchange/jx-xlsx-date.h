/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_xlsx_is_date_format: Returns: whether a section of a number format shows days or times. */
gboolean jx_xlsx_is_date_format (const char *section);

/** jx_xlsx_format_date: @value: in days. Returns: (transfer full): as @section shows it; months by their numbers. */
char *jx_xlsx_format_date (const char *section, double value, gboolean from_1904);

G_END_DECLS
