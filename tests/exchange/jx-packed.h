/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Packed files made for tests. */

typedef struct
{
  const char *name;
  const char *text;
} JxPackedPart;

/** jx_packed_new: @parts: ended by one without a name. Returns: (transfer full): a ZIP with them. */
GBytes *jx_packed_new (const JxPackedPart *parts);

/** jx_packed_new_docx: @body: what stands in w:body; @numbering, @styles: (nullable): whole parts. Returns: (transfer full): a Word document. */
GBytes *jx_packed_new_docx (const char *body, const char *numbering, const char *styles);

/**
 * jx_packed_new_book:
 * @text: "[sheet NAME]" begins a sheet; each line is a row of it, cells divided by |, \n a line's end
 *   within one; "6.9#0.00" is a number and its format, _ an empty cell with a frame; "merge A1:C1 B2:B4" merges areas
 *
 * Returns: (transfer full): a workbook.
 */
GBytes *jx_packed_new_book (const char *text);

/** JX_PACKED_W: the attributes that declare the prefixes Word uses. */
#define JX_PACKED_W \
  " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'" \
  " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'" \
  " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'" \
  " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'" \
  " xmlns:v='urn:schemas-microsoft-com:vml'"

G_END_DECLS
