/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_numeral_chinese: @number: from 1. Returns: (transfer full): 一, 十, 十三, 一百零二 … as lists are numbered; past 9999 in digits. */
char *jx_numeral_chinese (guint number);

/** jx_numeral_parse_chinese: @text: as jx_numeral_chinese() writes (兩/〇 taken too), all of it. Returns: the number, 0 if it is none. */
guint jx_numeral_parse_chinese (const char *text);

G_END_DECLS
