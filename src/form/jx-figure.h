/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/* Pictures for those who write files: they know no drawing, and who draws knows no files. */

typedef enum
{
  JX_FIGURE_PNG,
  JX_FIGURE_SVG, /* an element svg for a web page, whose names none of another figure's has */
} JxFigureFormat;

/**
 * JxFigure:
 * @image: in the format asked for
 * @title, @description: for those who do not see it
 */
typedef struct
{
  GBytes *image;
  double width_pt, height_pt;
  char *title;
  char *description;
} JxFigure;

/**
 * JxFigureDraw:
 * @item: the document's item or a project: what the figure at the end of its part is of
 * @width_pt: how wide it may be
 *
 * Returns: (transfer full) (nullable): the figure; %NULL for none
 */
typedef JxFigure *(*JxFigureDraw) (JxItem *item, JxFigureFormat format, double width_pt);

void jx_figure_free (JxFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxFigure, jx_figure_free)

G_END_DECLS
