/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-figure.h"

void
jx_figure_free (JxFigure *figure)
{
  if (figure == NULL)
    return;

  g_bytes_unref (figure->image);
  g_free (figure->title);
  g_free (figure->description);
  g_free (figure);
}
