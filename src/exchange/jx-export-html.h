/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"

G_BEGIN_DECLS

/**
 * jx_export_html:
 * @form: the form to write by
 * @subject: an item of the form's subject kind
 *
 * Returns: (transfer full): one web page, UTF-8, that needs nothing else: for reading on screens of any
 *   width, aloud and on paper; jx_import_data() reads it again
 */
char *jx_export_html (const JxForm *form, JxItem *subject);

G_END_DECLS
