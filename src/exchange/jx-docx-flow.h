/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-docx-field.h"
#include "exchange/jx-docx-numbering.h"
#include "exchange/jx-docx-table.h"

G_BEGIN_DECLS

/* The paragraphs and tables of a Word document that are open while it is read, and what becomes of them
 * when they end: words of a cell, or blocks of the source. */
typedef struct _JxDocxFlow JxDocxFlow;

/**
 * JxDocxParagraph:
 * @text: so far
 * @style: (nullable): its name
 * @number_id: of its list; 0 for none on purpose, -1 where only the style says
 * @level: in the list, -1 where only the style says
 * @deleted: its end was deleted: it goes on in the next
 * @silent: it is a line of the table of contents
 * @line: counted from 1
 */
typedef struct
{
  GString *text;
  char *style;
  int number_id;
  int level;
  gboolean deleted;
  gboolean silent;
  guint line;
} JxDocxParagraph;

/** jx_docx_flow_new: Returns: (transfer full): nothing open; @source takes what ends, @numbering is counted on, @fields is asked. All outlive it. */
JxDocxFlow *jx_docx_flow_new (JxSource *source, JxDocxNumbering *numbering, JxDocxFields *fields);
void jx_docx_flow_free (JxDocxFlow *flow);

/** jx_docx_flow_get_paragraph: Returns: (transfer none) (nullable): the innermost one open; those outside wait while a text box is read. */
JxDocxParagraph *jx_docx_flow_get_paragraph (const JxDocxFlow *flow);
void jx_docx_flow_begin_paragraph (JxDocxFlow *flow);
void jx_docx_flow_end_paragraph (JxDocxFlow *flow);
/** jx_docx_flow_end_carrying: what a paragraph without an end left open does not go on: hands it over. */
void jx_docx_flow_end_carrying (JxDocxFlow *flow);
/** jx_docx_flow_drop_contents_title: the title over the table of contents says nothing without it. */
void jx_docx_flow_drop_contents_title (JxDocxFlow *flow);

/** jx_docx_flow_get_table: Returns: (transfer none) (nullable): the innermost one open. */
JxDocxTable *jx_docx_flow_get_table (const JxDocxFlow *flow);
/** jx_docx_flow_get_next_line: Returns: the line where the next paragraph will stand, from 1. */
guint jx_docx_flow_get_next_line (const JxDocxFlow *flow);
void jx_docx_flow_begin_table (JxDocxFlow *flow);
void jx_docx_flow_end_cell (JxDocxFlow *flow);
void jx_docx_flow_end_table (JxDocxFlow *flow);

G_END_DECLS
