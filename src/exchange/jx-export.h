/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-figure.h"
#include "form/jx-form.h"

G_BEGIN_DECLS

/* Files for a colleague's program, by the name of their format. Pages (PDF) are paper's. */

/** jx_export_find: Returns: (transfer none) (nullable): the format called @name, or, with %NULL for it, the one @path's suffix tells. */
const char *jx_export_find (const char *name, const char *path);

/**
 * jx_export:
 * @format: as jx_export_find() gives it
 * @form: the form to write by
 * @subject: an item of the form's subject kind
 * @pages: (nullable) (array zero-terminated=1): see jx_export_docx()
 * @draw: (nullable): draws what stands at the end of each part in docx and html
 * @error: %JX_ERROR_LIMIT for what is too large for the format
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *jx_export (const char *format, const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw, GError **error);

G_END_DECLS
