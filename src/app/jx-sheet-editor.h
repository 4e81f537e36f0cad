/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-cell.h"

G_BEGIN_DECLS

#define JX_TYPE_SHEET_EDITOR (jx_sheet_editor_get_type ())
G_DECLARE_FINAL_TYPE (JxSheetEditor, jx_sheet_editor, JX, SHEET_EDITOR, GtkWidget)

/* How an editor was left, and so where the focus goes. */
typedef enum
{
  JX_SHEET_LEAVE_STAY,     /* the focus is already elsewhere */
  JX_SHEET_LEAVE_ENTER,
  JX_SHEET_LEAVE_NEXT,     /* Tab */
  JX_SHEET_LEAVE_PREVIOUS, /* Shift+Tab */
  JX_SHEET_LEAVE_UP,
  JX_SHEET_LEAVE_DOWN,
  JX_SHEET_LEAVE_CANCEL,   /* Esc */
} JxSheetLeave;

/**
 * JxSheetEditor:
 *
 * The one live editor of a sheet: a stock #GtkEntry for numbers, a stock #GtkTextView for words, so
 * that input methods and assistive technology find what they know. It has no history of its own.
 *
 * Signals: "changed" () while its text changes; "composing" (gboolean) when an input method begins and
 * ends to show what it would write; "step" (int by) → gboolean for Up and Down: whether
 * another choice was taken, else it is left; "left" (#JxSheetLeave) when it is to be taken.
 */
GtkWidget *jx_sheet_editor_new (void);

/**
 * jx_sheet_editor_start:
 * @cell: what it lies over
 * @text: what stands in it first
 * @caret: in characters of @text; -1 selects all of it
 */
void jx_sheet_editor_start (JxSheetEditor *editor, JxSheetCell *cell, const char *text, int caret);

/** jx_sheet_editor_dup_text: Returns: (transfer full). */
char *jx_sheet_editor_dup_text (JxSheetEditor *editor);

/** jx_sheet_editor_replace: puts @text in the place of all that was typed. */
void jx_sheet_editor_replace (JxSheetEditor *editor, const char *text);

/** jx_sheet_editor_select: @from, @to: in characters, the cursor stands at @to; -1 is the end. */
void jx_sheet_editor_select (JxSheetEditor *editor, int from, int to);

/** jx_sheet_editor_select_word: the one around @at, in characters; of a number all. */
void jx_sheet_editor_select_word (JxSheetEditor *editor, int at);

/** jx_sheet_editor_may_break: Returns: whether what is written may have several lines. */
gboolean jx_sheet_editor_may_break (JxSheetEditor *editor);

/** jx_sheet_editor_break: begins a new line in place of what is selected. */
void jx_sheet_editor_break (JxSheetEditor *editor);

/** jx_sheet_editor_set_told: @told: (nullable): of what stands there, to assistive technology. */
void jx_sheet_editor_set_told (JxSheetEditor *editor, const char *told);

/** jx_sheet_editor_set_text_height: @height: of the text, which stands in the middle of the box. */
void jx_sheet_editor_set_text_height (JxSheetEditor *editor, int height);

/** jx_sheet_editor_get_input: Returns: (transfer none): the widget with the input method, for forwarding a key to it. */
GtkWidget *jx_sheet_editor_get_input (JxSheetEditor *editor);

G_END_DECLS
