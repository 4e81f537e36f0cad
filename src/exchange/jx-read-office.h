/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-sniff.h"
#include "exchange/jx-soffice.h"
#include "exchange/jx-source.h"

G_BEGIN_DECLS

/** jx_office_knows: Returns: whether files of @format are read with the help of LibreOffice. */
gboolean jx_office_knows (JxFormat format);

/**
 * jx_read_office:
 * @format: one that jx_office_knows()
 * @wait: (nullable): see jx_soffice_convert()
 * @error: as jx_soffice_convert(), and as the reader of what came out
 *
 * Reads old Word and Excel files, OpenDocument and RTF.
 *
 * Returns: (transfer full) (nullable)
 */
JxSource *jx_read_office (const char *data, gsize length, JxFormat format, const char *name,
                          JxWaitFunc wait, gpointer user_data, GError **error);

G_END_DECLS
