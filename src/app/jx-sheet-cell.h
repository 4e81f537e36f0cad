/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "form/jx-layout.h"
#include "model/jx-item.h"

G_BEGIN_DECLS

#define JX_TYPE_SHEET_CELL (jx_sheet_cell_get_type ())
G_DECLARE_FINAL_TYPE (JxSheetCell, jx_sheet_cell, JX, SHEET_CELL, GtkWidget)

typedef enum
{
  JX_SHEET_MARK_NONE,
  JX_SHEET_MARK_SUM,     /* does not add up */
  JX_SHEET_MARK_UNCLEAR, /* cannot be measured */
} JxSheetMark;

/**
 * JxSheetCell:
 * @part: (nullable): what of the form it shows of the document; %NULL for printed words and for the line that adds
 * @blank: where that is written; of what is worked out nothing can be
 * @item: (nullable): of @blank, and @field; %NULL also where the item is not there yet
 * @owner: (nullable): the line that adds: the holder of the list, and @adds the list's kind
 * @merged: (nullable) (element-type JxBlank): of a cell over several rows: the blanks of all of them, its own first
 * @value: what it shows of the document, never %NULL
 * @draft: (nullable): what was typed and does not fit; shown in its place, with @problem saying why
 * @hint: (nullable): how the value was understood, or what is doubtful about it
 * @selected: one of a range
 * @note: (nullable): what else assistive technology is told of it
 * @row_item: (nullable): the list item of the row it stands in
 * @in_list: it shows one of the items of a list, a line each
 * @across: it shows one of the items of a list that stand side by side
 * @line: which line of its place it stands in
 * @box: its place in the sheet
 * @height: what it needs at @width, -1 when that is to be measured again
 *
 * One piece of text on the sheet: printed words, or one field of one item with the words printed
 * around it on the same line. It draws its own text, which costs a third of a #GtkLabel; it is
 * never typed into: the sheet lays its one live editor over it.
 *
 * The members are the sheet's; others only read them.
 */
struct _JxSheetCell
{
  GtkWidget parent_instance;

  const JxFormPart *part;
  JxBlank blank;
  JxItem *item;
  JxField field;
  JxItem *owner;
  JxKind adds;
  GArray *merged;

  char *prefix;
  char *value;
  char *suffix;
  char *draft;
  char *problem;
  char *hint;
  JxSheetMark mark;
  gboolean selected;
  char *note;

  JxItem *row_item;
  gboolean in_list;
  gboolean across;
  gboolean is_ticked;
  guint line;
  GdkRectangle box;
  int width;
  int height;

  PangoLayout *layout;
  JxAlign align;
  gboolean fills; /* its box is a whole place of a table, not a line in one */
};

/** jx_sheet_cell_new: @part: (nullable), @blank: as above; @owner: (nullable), @adds: of the line that adds. */
JxSheetCell *jx_sheet_cell_new (const JxFormPart *part, const JxBlank *blank, JxItem *owner, JxKind adds);

/** jx_sheet_cell_set_blank: the same part of the form is now about this. */
void jx_sheet_cell_set_blank (JxSheetCell *cell, const JxBlank *blank);

/** jx_sheet_cell_is_editable: Returns: whether it shows a field or adds an item. */
gboolean jx_sheet_cell_is_editable (JxSheetCell *cell);

/** jx_sheet_cell_is_words: Returns: whether it is printed words: nothing to go to. */
gboolean jx_sheet_cell_is_words (JxSheetCell *cell);

/** jx_sheet_cell_is_tick: Returns: whether it is ticked or not, and holds no words. */
gboolean jx_sheet_cell_is_tick (JxSheetCell *cell);

/** jx_sheet_cell_get_shown: Returns: (transfer none): what an editor over it begins with: what was typed and did not fit, else what it shows; "" for the line that adds. */
const char *jx_sheet_cell_get_shown (JxSheetCell *cell);

/** jx_sheet_cell_set_face: @context: of the sheet, shared by all its cells; @attributes: face and size. */
void jx_sheet_cell_set_face (JxSheetCell *cell, PangoContext *context, PangoAttrList *attributes, JxAlign align, gboolean fills);

/** jx_sheet_cell_set_text: Returns: whether anything is different now. */
gboolean jx_sheet_cell_set_text (JxSheetCell *cell, const char *prefix, const char *value, const char *suffix);

/** jx_sheet_cell_set_draft: @draft, @problem: (nullable): both or none. */
void jx_sheet_cell_set_draft (JxSheetCell *cell, const char *draft, const char *problem);

/** jx_sheet_cell_set_live: @text: (nullable): what stands in the editor over the cell, so that the cell takes the room it needs. */
void jx_sheet_cell_set_live (JxSheetCell *cell, const char *text);

void jx_sheet_cell_set_mark (JxSheetCell *cell, JxSheetMark mark, const char *hint);

/** jx_sheet_cell_set_selected: @note: (nullable): told of it to assistive technology, such as how many are selected. */
void jx_sheet_cell_set_selected (JxSheetCell *cell, gboolean selected, const char *note);

/** jx_sheet_cell_set_name: tells assistive technology what it is, such as “Row 3, Target value”. */
void jx_sheet_cell_set_name (JxSheetCell *cell, const char *name);

/** jx_sheet_cell_measure: Returns: the height it needs at @width, padding included. */
int jx_sheet_cell_measure (JxSheetCell *cell, int width);

/** jx_sheet_cell_get_text_height: Returns: the height of the text alone, as last measured. */
int jx_sheet_cell_get_text_height (JxSheetCell *cell);

/** jx_sheet_cell_get_natural_width: Returns: the width on one line, padding included. */
int jx_sheet_cell_get_natural_width (JxSheetCell *cell);

/** jx_sheet_cell_get_message: Returns: (transfer none) (nullable): what is to be said of it: its problem, else its hint. */
const char *jx_sheet_cell_get_message (JxSheetCell *cell);

/* Room between a cell's box and its text, in pixels. */
#define JX_SHEET_PAD_X 4
#define JX_SHEET_PAD_Y 4

G_END_DECLS
