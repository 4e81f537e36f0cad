/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-figure.h"
#include "form/jx-form.h"

G_BEGIN_DECLS

/**
 * jx_export_html:
 * @form: the form to write by
 * @subject: an item of the form's subject kind
 * @draw: (nullable): draws what stands at the end of each part, into the page itself
 *
 * Returns: (transfer full): one web page, UTF-8, that needs nothing else: for reading on screens of any
 *   width, aloud and on paper; jx_import_data() reads it again
 */
char *jx_export_html (const JxForm *form, JxItem *subject, JxFigureDraw draw);

G_END_DECLS
