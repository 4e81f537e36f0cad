/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_when_describe: Returns: (transfer full): a time of the past, local, as short as it can be told now: “today, 14:05”. */
char *jx_when_describe (GDateTime *when);

G_END_DECLS
