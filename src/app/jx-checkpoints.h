/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-history.h"

G_BEGIN_DECLS

/** jx_checkpoints_add_standard: gives @project the checkpoints and planned shares of its document's rule set, beside those there are, as one step. */
gboolean jx_checkpoints_add_standard (JxHistory *history, JxItem *project, GError **error);

G_END_DECLS
