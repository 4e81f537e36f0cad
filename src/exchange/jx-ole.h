/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The container of old Office files (.doc, .xls, .wps, .et): only as far as to tell what is in it. */

typedef enum
{
  JX_OLE_OTHER,  /* a presentation, a mail, a damaged file … */
  JX_OLE_WORD,
  JX_OLE_EXCEL,
  JX_OLE_WORKS,  /* a text of Microsoft Works */
  JX_OLE_LOCKED, /* with a password, whatever it is */
} JxOleType;

/** jx_ole_look: @data: a file that begins like one. Returns: whose it is, by the names of what it holds. */
JxOleType jx_ole_look (const char *data, gsize length);

G_END_DECLS
