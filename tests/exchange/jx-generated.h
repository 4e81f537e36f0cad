/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/** jx_generated_new: Returns: (transfer full): a made-up document with names and texts that look like labels, numbers and headings; the same for the same @seed. */
JxDocument *jx_generated_new (guint seed);

G_END_DECLS
