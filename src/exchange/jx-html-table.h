/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * JxHtmlTable:
 *
 * A table of a web page while it is read. What its cells span is worked out when it is handed over.
 * A table of one column and the rows that hold other tables or whole sections are there for the
 * looks: what they hold stands in the source as if there were no table around it.
 */
typedef struct _JxHtmlTable JxHtmlTable;

/**
 * jx_html_table_new:
 * @source: keeps the texts
 * @room: how many more cells may be; shared by all tables of a page
 */
JxHtmlTable *jx_html_table_new (JxSource *source, guint *room);
void jx_html_table_free (JxHtmlTable *table);

/** jx_html_table_begin_group: cells do not reach down from here over the next group of rows. */
void jx_html_table_begin_group (JxHtmlTable *table);
void jx_html_table_begin_row (JxHtmlTable *table, guint line);
/** jx_html_table_begin_cell: @columns, @rows: as written, whatever they are. */
void jx_html_table_begin_cell (JxHtmlTable *table, guint columns, guint rows, guint line);
void jx_html_table_end_cell (JxHtmlTable *table);

/** jx_html_table_add_line: a line of the cell at hand; outside of cells one that stands above the table. */
void jx_html_table_add_line (JxHtmlTable *table, const char *text, gsize length, gboolean heading);
/** jx_html_table_add_table: @inner: (transfer full): a table that is done, in the cell at hand. */
void jx_html_table_add_table (JxHtmlTable *table, JxHtmlTable *inner);

/** jx_html_table_hand_over: adds the table to the source. Returns: %FALSE if there are more cells than there is room for. */
gboolean jx_html_table_hand_over (JxHtmlTable *table);

G_END_DECLS
