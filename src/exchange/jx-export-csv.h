/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/**
 * jx_export_csv:
 * @subject: a document's item or a project
 *
 * Writes every indicator of every project on a line (a project without any on one too), with all
 * that is known of the project in front: for other programs to go on with.
 *
 * Returns: (transfer full): UTF-8 with a mark, for Excel; comma-separated, lines ended by CR LF (RFC 4180)
 */
char *jx_export_csv (JxItem *subject);

G_END_DECLS
