/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-font.h"
#include "paper/jx-text.h"

G_BEGIN_DECLS

/**
 * JxMeasure:
 *
 * Finds faces for styles and breaks texts; keeps what it made for a while, since labels and many
 * entries come again on every page.
 */
typedef struct _JxMeasure JxMeasure;

JxMeasure *jx_measure_new (void);
/** jx_measure_text: @style: must live as long as @measure. Returns: (transfer full): @string in @style, broken for @width_pt. Numbers too wide are set smaller. */
JxText *jx_measure_text (JxMeasure *measure, const char *string, const JxStyle *style, JxAlign align, double width_pt);
JxFontSet *jx_measure_get_fonts (JxMeasure *measure);
PangoContext *jx_measure_get_context (JxMeasure *measure);
void jx_measure_free (JxMeasure *measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxMeasure, jx_measure_free)

G_END_DECLS
