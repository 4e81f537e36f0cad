/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"

G_BEGIN_DECLS

/**
 * jx_export_xlsx:
 * @form: the form to write by
 * @subject: an item of the form's subject kind
 * @error: %JX_ERROR_LIMIT or %G_FILE_ERROR
 *
 * Makes a workbook: of a whole document sheets of all projects, of spending and of all indicators
 * with amounts as numbers, then what the form shows, a sheet for each project; of a project that
 * alone. The same document makes the same bytes.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *jx_export_xlsx (const JxForm *form, JxItem *subject, GError **error);

G_END_DECLS
