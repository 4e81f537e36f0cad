/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_gaps_split: Returns: (transfer full): the parts of @text that wide gaps divide: several blanks, a tab, a wide blank. */
char **jx_gaps_split (const char *text);

G_END_DECLS
