/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-zip-out.h"
#include "form/jx-form.h"

G_BEGIN_DECLS

/* What a Word document has beside its text. */

/** JxDocxNumbers: how the pages of a section are numbered. */
typedef enum
{
  JX_DOCX_NUMBERS_NONE,
  JX_DOCX_NUMBERS_ROMAN,   /* from I */
  JX_DOCX_NUMBERS_DECIMAL, /* from 1 */
  JX_DOCX_NUMBERS_GO_ON,   /* behind the section before */
} JxDocxNumbers;

/** jx_docx_add_document_start: up to where the text begins. */
void jx_docx_add_document_start (GString *xml);

/** jx_docx_add_section: the properties of a section. */
void jx_docx_add_section (GString *xml, const JxFormPage *page, JxDocxNumbers numbers);

/** jx_docx_add_relations: @pictures: (element-type GBytes): adds them, and what else the text refers to. */
void jx_docx_add_relations (JxZipOut *zip, const GPtrArray *pictures);

/** jx_docx_add_packing: the list of parts, settings, footers and what is told about the document; @numbered: whether the contents have their page numbers. */
void jx_docx_add_packing (JxZipOut *zip, const JxForm *form, JxItem *subject, gboolean numbered);

G_END_DECLS
