/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-measure.h"

G_BEGIN_DECLS

/** jx_draft_draw: 草稿 across the page, so light that what is drawn later reads well on it; an outline, no text that could be found or copied. */
void jx_draft_draw (JxMeasure *measure, const JxFormPage *page, cairo_t *cairo);

G_END_DECLS
