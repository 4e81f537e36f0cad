/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-figure.h"
#include "form/jx-layout.h"

G_BEGIN_DECLS

/**
 * jx_export_docx:
 * @form: the form to write by
 * @subject: an item of the form's subject kind
 * @pages: (nullable) (array zero-terminated=1): numbers of the pages that the headings, one after
 *   another, stand on, for the table of contents until Word works them out itself
 * @draw: (nullable): draws what stands at the end of each part, as a picture
 *
 * Makes a Word document that looks like the printed page. The same document makes the same bytes.
 *
 * Returns: (transfer full) (nullable): the file; %NULL if it could not be packed
 */
GBytes *jx_export_docx (const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw);

G_END_DECLS
