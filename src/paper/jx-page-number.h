/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-break.h"

G_BEGIN_DECLS

/** jx_page_number_place: sets the number of the page that begins at @start on @leaf, where GB/T 9704 has it; none on a page that bears none. */
void jx_page_number_place (JxMeasure *measure, const JxPageStart *start, JxLeaf *leaf);

G_END_DECLS
