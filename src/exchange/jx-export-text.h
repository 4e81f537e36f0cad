/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"
#include "model/jx-document.h"

G_BEGIN_DECLS

/**
 * jx_export_text:
 * @form: the form to write by
 * @subject: an item of the form's subject kind
 *
 * Returns: (transfer full): the text, UTF-8, in the grammar jx_import_data() reads: cells begin with
 *   a tab, a blank line ends a row, a line of one blank stands between tables
 */
char *jx_export_text (const JxForm *form, JxItem *subject);

G_END_DECLS
