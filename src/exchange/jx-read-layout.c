/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-lines.h"

gboolean
jx_layout_looks_like (const JxLines *lines)
{
  return FALSE;
}

void
jx_read_layout (JxLines *lines)
{
}
