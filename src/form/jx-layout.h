/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"

G_BEGIN_DECLS

/* A form and an item make a list of blocks; tables among them are grids of cells. Page, PDF, text,
 * writers and the sheet on screen all read these. */

/**
 * JxBlank:
 * @part: what of the form it is; %NULL: nothing can be written there
 * @item: (nullable): whose field; %NULL where it is not there yet
 * @field: that is written; of fields with a stroke between the first whose item there is or may be
 * @holder: of one item of a list, and of one not there yet: who holds that list
 * @beside: (nullable): the item of the other list in the same row
 * @by: (nullable): XML names of the fields both have in common
 *
 * A blank of a form, filled in or not: what is written there goes to the document (jx-writing.h).
 */
typedef struct
{
  const JxFormPart *part;
  JxItem *item;
  JxField field;
  JxItem *holder;
  JxItem *beside;
  char **by;
} JxBlank;

/**
 * JxRun:
 * @text: what is to be shown, never %NULL ("" for a blank field)
 * @item: (nullable): whose field it shows; %NULL for fixed words and numbers, and where it is less or more than the field
 * @part: (nullable): of what is shown of the document: what of the form it is
 * @blank: where that is written
 */
typedef struct
{
  char *text;
  JxItem *item;
  JxField field;
  const JxFormPart *part;
  JxBlank blank;
} JxRun;

/**
 * JxCell:
 * @node: the cell of the description it comes from
 * @runs: (element-type JxRun): one after another; fixed line breaks are "\n" in a text
 * @merged: (nullable) (element-type GArray): the runs, equal to its own, of the cells below that are one with it
 * @label: nothing but fixed words
 * @align: its style's, with %JX_ALIGN_AUTO resolved
 * @each: for a cell that shows a list (the goals), or a blank one that stands for a list without items (the
 *   checkpoints): the list's kind and, @owner, its holder; else %JX_N_KINDS
 */
typedef struct
{
  guint row, column;
  guint row_span, column_span;
  const JxFormNode *node;
  GArray *runs;
  GPtrArray *merged;
  const JxStyle *style;
  JxAlign align;
  gboolean label;
  gboolean frame;
  JxKind each;
  JxItem *owner;
} JxCell;

/**
 * JxGrid:
 * @cells: (element-type JxCell): in row order, then column order; every place is covered exactly once
 * @widths: (array length=n_columns): parts of 1, sum 1
 * @row_is_header: (array length=n_rows): repeated after a page break inside the table
 * @row_item: (array length=n_rows) (nullable): the list item a repeated row stands for, else %NULL; of two beside one another the second, where it is there
 */
typedef struct
{
  guint n_rows, n_columns;
  GPtrArray *cells;
  double *widths;
  gboolean *row_is_header;
  JxItem **row_item;
} JxGrid;

typedef enum
{
  JX_BLOCK_TITLE_PAGE_START, /* what follows up to END stands on a page of its own, in its middle */
  JX_BLOCK_TITLE_PAGE_END,
  JX_BLOCK_CONTENTS,
  JX_BLOCK_HEADING,
  JX_BLOCK_PARAGRAPH,
  JX_BLOCK_TABLE,
  JX_BLOCK_USE, /* stands for all blocks of jx_layout_new (form, item); expand it when it is its turn */
  JX_BLOCK_SIGNATURES, /* never of a layout: paper adds it, and the next, where it is asked to */
  JX_BLOCK_CHART,
} JxBlockType;

typedef struct
{
  JxBlockType type;
  int level;            /* heading */
  GArray *runs;         /* heading, paragraph, title of the contents: (element-type JxRun) */
  const JxStyle *style; /* heading, paragraph */
  JxAlign align;        /* heading, paragraph: never %JX_ALIGN_AUTO */
  JxGrid *grid;         /* table */
  const JxForm *form;   /* USE */
  JxItem *item;         /* USE: its subject; heading: the item it is the heading of; chart: whose it is */
  gboolean page_before;
  gboolean joined;      /* table: right under the table before it */
} JxBlock;

/**
 * jx_layout_new:
 * @form: a form
 * @item: an item of the form's subject kind
 *
 * Every line of a text field in a paragraph is a paragraph; paragraphs and headings with nothing in
 * them and tables without rows are left out.
 *
 * Returns: (transfer full) (element-type JxBlock): the blocks, in order; free with g_ptr_array_unref(). They hold pointers into @form and @item's document.
 */
GPtrArray *jx_layout_new (const JxForm *form, JxItem *item);

/** jx_layout_shows: Returns: whether @form, about @subject, has a blank for @field of @item. */
gboolean jx_layout_shows (const JxForm *form, JxItem *subject, const JxItem *item, JxField field);

/** jx_layout_dup_title: Returns: (transfer full): what @item, written by @form, is called: the words of the title page; else the first heading; else the form's title. */
char *jx_layout_dup_title (const JxForm *form, JxItem *item);

/** jx_form_node_dup_text: Returns: (transfer full): what @node, a heading, paragraph or cell, shows of @item, of the kind it is about. */
char *jx_form_node_dup_text (const JxFormNode *node, JxItem *item);

/** jx_runs_dup_text: Returns: (transfer full): the texts of @runs one after another. */
char *jx_runs_dup_text (GArray *runs);

/** jx_runs_dup_line: Returns: (transfer full): the same on one line, as a table of contents has a heading: lines are set apart by an ideographic space. */
char *jx_runs_dup_line (GArray *runs);

G_END_DECLS
