/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "form/jx-form.h"

G_BEGIN_DECLS

/** jx_sheet_face_new: @scale: pixels a point. Returns: (transfer full): face, size and weight of @style on the screen. */
PangoAttrList *jx_sheet_face_new (const JxStyle *style, double scale);

G_END_DECLS
