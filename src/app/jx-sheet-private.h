/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-choices.h"
#include "app/jx-sheet-editor.h"
#include "app/jx-sheet-layout.h"
#include "app/jx-sheet-table.h"
#include "app/jx-sheet-view.h"

G_BEGIN_DECLS

/* One cell of a table as the document knows it, whatever is merged on the sheet. */
typedef struct
{
  JxItem *row;            /* (nullable): what the row stands for */
  const JxFormPart *part; /* what the column shows */
} JxSheetSpot;

/* What the files of the sheet share: jx-sheet-view.c the widget, jx-sheet-space.c its room and its painting, jx-sheet-sync.c from the document to
 * the cells, jx-sheet-edit.c from the cells to the document, jx-sheet-keys.c the focus and the keys, jx-sheet-press.c the mouse, jx-sheet-scroll.c what is in view, jx-sheet-edit-actions.c what the menu of its text does,
 * jx-sheet-move.c moving about, jx-sheet-find.c which cell shows what, jx-sheet-range.c several cells at once, jx-sheet-clipboard.c what comes and goes by it,
 * jx-sheet-columns.c their widths, jx-sheet-row-actions.c what the menu does, jx-sheet-drag.c dragging by the handle, jx-sheet-library.c the indicator library, jx-sheet-rows.c lists and tables that grow. */

struct _JxSheetView
{
  GtkWidget parent_instance;

  JxHistory *history;
  JxDocument *document;
  const JxForm *form;
  JxItem *item;

  GPtrArray *content;  /* (element-type JxBlock): what the form makes of the item */
  GPtrArray *blocks;   /* (element-type JxSheetBlock): the same with cells and places */
  GPtrArray *cells;    /* (element-type JxSheetCell): all, in reading order; the children own them */
  GPtrArray *order;    /* (element-type JxSheetCell): those that can be written in */

  double scale;        /* pixels a point; 0 before the first layout */
  int layout_width;
  int layout_height;
  gboolean layout_stale;
  GHashTable *faces;   /* JxStyle → PangoAttrList at this scale */
  GtkAdjustment *vertical; /* (nullable): while mapped: of the scroller above */

  JxSheetEditor *editor;
  JxSheetCell *editing;
  JxSheetChoices *choices; /* what may be written into the cell being edited */
  JxSheetSuggest *suggest; /* (nullable): who knows that */
  gboolean choosing;       /* the text changes because one of them was taken */
  JxSheetCell *current; /* where the focus is or was last */
  int anchor_x;         /* where moving up and down keeps to */
  int anchor_y;

  JxSheetSpot range_from; /* where a range was begun; none without a row */
  JxSheetSpot range_to;   /* where it reaches to; the focus is there */
  JxSheetSpot pressed;    /* while the pointer is down */
  int text_from;        /* where in the text of the cell in work it was pressed, in characters; -1 where it was not */
  guint n_presses;      /* in quick succession, of the first button */
  guint32 press_time;   /* of the last of them, as events tell it */
  graphene_point_t press_at; /* where that was, in the window */
  JxSheetCell *pressed_tick; /* (nullable): the same, of a tick; only compared */
  GtkGesture *drag;

  double *sizing_from;  /* (nullable): while a line between columns is dragged: the widths there were */
  JxKind sizing_adds;   /* of which table */
  guint sizing_column;  /* which line: the one at its right */
  gboolean shows_sizing; /* the pointer says that there is a line to drag */

  GtkGesture *handle_drag;
  gboolean dropping;    /* rows are being dragged by the handle */
  guint drop_position;  /* before which of their list they would stand */
  int drop_y;

  char *notice;         /* (nullable): what became of the last thing asked for */
  gboolean notice_is_fault;
  gboolean pasting;     /* the clipboard has been asked */
  GtkWidget *handle;    /* the menu of the row in work */
  GtkWidget *menu;
  GtkWidget *bubble;    /* what is to be said of the cell in work */
  GPtrArray *adders;    /* (element-type GtkWidget): a button for each table that grows */
  guint scroll_id;
  gulong show_id;       /* what hangs on the cell in work is shown again when that has been painted */
  guint follow_id;      /* while something is dragged */
  gint64 follow_time;   /* when it last scrolled */
  graphene_point_t follow_at; /* where the pointer is, in the viewport */
};

/* jx-sheet-space.c */
void jx_sheet_view_class_init_space (GtkWidgetClass *widget_class);
void jx_sheet_view_init_space (JxSheetView *sheet);

/* jx-sheet-sync.c */
void jx_sheet_view_sync (JxSheetView *sheet);
/** jx_sheet_view_get_face: Returns: (transfer none): the attributes of @style at the present scale. */
PangoAttrList *jx_sheet_view_get_face (JxSheetView *sheet, const JxStyle *style);
/** jx_sheet_view_set_scale: gives every cell the face of @scale. */
void jx_sheet_view_set_scale (JxSheetView *sheet, double scale);

/* jx-sheet-edit.c */
/** jx_sheet_view_edit: puts the editor over @cell; @text: (nullable): instead of what stands there; @caret as jx_sheet_editor_start(). */
void jx_sheet_view_edit (JxSheetView *sheet, JxSheetCell *cell, const char *text, int caret);
/** jx_sheet_view_dup_typed: Returns: (transfer full) (nullable): what would be done if the editor were left now; %NULL without @error for nothing. */
JxEdit *jx_sheet_view_dup_typed (JxSheetView *sheet, GError **error);
/** jx_sheet_view_stop_editing: @take: or give up. Returns: %FALSE if it did not fit and stands in the cell as a draft. */
gboolean jx_sheet_view_stop_editing (JxSheetView *sheet, gboolean take);
/** jx_sheet_view_set_value: writes @typed where @cell stands for. */
gboolean jx_sheet_view_set_value (JxSheetView *sheet, JxSheetCell *cell, const char *typed, GError **error);
/** jx_sheet_view_give_up_editing: what was typed goes. */
void jx_sheet_view_give_up_editing (JxSheetView *sheet);
/** jx_sheet_view_toggle: Returns: whether @cell is a tick; it is now ticked, or not any more. */
gboolean jx_sheet_view_toggle (JxSheetView *sheet, JxSheetCell *cell);
void jx_sheet_view_init_editing (JxSheetView *sheet);

/* jx-sheet-edit-actions.c */
void jx_sheet_view_class_init_edit_actions (GtkWidgetClass *widget_class);
/** jx_sheet_view_enable_edit_actions: after writing began or ended. */
void jx_sheet_view_enable_edit_actions (JxSheetView *sheet);

/* jx-sheet-keys.c */
void jx_sheet_view_focus_cell (JxSheetView *sheet, JxSheetCell *cell);
JxSheetCell *jx_sheet_view_get_focus_cell (JxSheetView *sheet);
/** jx_sheet_view_focus_changed: to be told whenever another child has the focus. */
void jx_sheet_view_focus_changed (JxSheetView *sheet);
void jx_sheet_view_init_keys (JxSheetView *sheet);
/** jx_sheet_view_clear_cell: gives up what was typed and did not fit, or else empties it. Returns: %TRUE. */
gboolean jx_sheet_view_clear_cell (JxSheetView *sheet, JxSheetCell *cell);

/* jx-sheet-scroll.c */
void jx_sheet_view_scroll_to_cell (JxSheetView *sheet, JxSheetCell *cell);
/** jx_sheet_view_is_in_view: Returns: whether some of @cell is, once what is scrolled has gone to its place. */
gboolean jx_sheet_view_is_in_view (JxSheetView *sheet, const JxSheetCell *cell);
/** jx_sheet_view_scrolled: the view has moved. */
void jx_sheet_view_scrolled (JxSheetView *sheet);
/** jx_sheet_view_let_view_follow: @follow: the view follows the focus by itself. It must not while that is in a menu, which goes where the page goes. */
void jx_sheet_view_let_view_follow (JxSheetView *sheet, gboolean follow);
/** jx_sheet_view_follow: something is dragged and is at this place of the sheet: near the edge of the view what is beyond comes on, until jx_sheet_view_stop_following(). */
void jx_sheet_view_follow (JxSheetView *sheet, double x, double y);
void jx_sheet_view_stop_following (JxSheetView *sheet);
/** jx_sheet_view_get_followed: @x, @y: (out): where what is dragged is on the sheet, or the nearest place in view. Returns: whether anything is. */
gboolean jx_sheet_view_get_followed (JxSheetView *sheet, double *x, double *y);

/* jx-sheet-press.c */
void jx_sheet_view_init_press (JxSheetView *sheet);
/** jx_sheet_view_is_on_cells: Returns: whether @event (nullable: nobody pressed) is on the sheet itself, not on what pops up over it. */
gboolean jx_sheet_view_is_on_cells (JxSheetView *sheet, GdkEvent *event);
/** jx_sheet_view_select_text_to: selects from where the text was pressed to this place, over which @cell (nullable) is. Returns: whether text is meant. */
gboolean jx_sheet_view_select_text_to (JxSheetView *sheet, JxSheetCell *cell, double x, double y);
/** jx_sheet_view_pick: Returns: (transfer none) (nullable): the cell that can be written in at a place of the sheet. */
JxSheetCell *jx_sheet_view_pick (JxSheetView *sheet, double x, double y);

/* jx-sheet-find.c */
/** jx_sheet_view_find_shown: Returns: (transfer none) (nullable): the cell that stands for @field of @item. */
JxSheetCell *jx_sheet_view_find_shown (JxSheetView *sheet, JxItem *item, JxField field);
/** jx_sheet_view_find_spot: Returns: (transfer none) (nullable): the cell that stands there, merged or not. */
JxSheetCell *jx_sheet_view_find_spot (JxSheetView *sheet, const JxSheetSpot *spot);

/* jx-sheet-move.c */
/** jx_sheet_view_move: Returns: whether there was somewhere to go. */
gboolean jx_sheet_view_move (JxSheetView *sheet, GtkDirectionType direction);
/** jx_sheet_view_move_far: @keyval: Home, End, Page Up or Page Down, @all: of the whole sheet; or an arrow, to the edge of the table. Returns: %TRUE. */
gboolean jx_sheet_view_move_far (JxSheetView *sheet, JxSheetCell *from, guint keyval, gboolean all);
/** jx_sheet_view_keep_anchor: moving goes on from @cell's column (@x) or row (@y), or from where it was while that is within @cell. */
void jx_sheet_view_keep_anchor (JxSheetView *sheet, JxSheetCell *cell, gboolean x, gboolean y);

/** jx_sheet_away: Returns: how far @value lies outside of the stretch. */
static inline int
jx_sheet_away (int value, int start, int length)
{
  return value < start ? start - value : value >= start + length ? value - start - length + 1 : 0;
}

/* jx-sheet-range.c */
/** jx_sheet_view_get_range: @explicit: (out) (optional): whether several cells were selected. Returns: (transfer full) (nullable): the table in work, and in @range what of it is in work: a range or the cell with the focus; %NULL outside of tables that grow. */
JxSheetTable *jx_sheet_view_get_range (JxSheetView *sheet, JxSheetRange *range, gboolean *explicit);
/** jx_sheet_view_select: makes the cells of @table from one corner to the other the range in work and puts the focus on the latter. */
void jx_sheet_view_select (JxSheetView *sheet, const JxSheetTable *table, guint from_row, guint from_column, guint to_row, guint to_column);
/** jx_sheet_view_drop_range: Returns: whether there was one. */
gboolean jx_sheet_view_drop_range (JxSheetView *sheet);
/** jx_sheet_view_update_range: after the document or the focus changed. */
void jx_sheet_view_update_range (JxSheetView *sheet);
/** jx_sheet_view_range_key: Returns: whether the key was one that selects. */
gboolean jx_sheet_view_range_key (JxSheetView *sheet, JxSheetCell *cell, guint keyval, GdkModifierType state);
/** jx_sheet_view_extend_to: selects from where the range was begun, or the cell in work stands, to @cell. Returns: whether both are of one table. */
gboolean jx_sheet_view_extend_to (JxSheetView *sheet, JxSheetCell *cell);
void jx_sheet_view_snapshot_range (JxSheetView *sheet, GtkSnapshot *snapshot);
/** jx_sheet_view_drag_on: the view has moved below what is dragged. */
void jx_sheet_view_drag_on (JxSheetView *sheet);
void jx_sheet_view_init_range (JxSheetView *sheet, GtkGesture *click);
void jx_sheet_view_class_init_range (GtkWidgetClass *widget_class);

/* jx-sheet-columns.c */
void jx_sheet_view_class_init_columns (GtkWidgetClass *widget_class);
void jx_sheet_view_init_columns (JxSheetView *sheet);
void jx_sheet_view_enable_column_actions (JxSheetView *sheet, gboolean enable);
/** jx_sheet_view_dup_widths: Returns: (transfer full): of the columns of a table that grows: as the user has set them, else the form's. */
double *jx_sheet_view_dup_widths (JxSheetView *sheet, const JxSheetBlock *block);
/** jx_sheet_view_is_on_line: Returns: whether a line that can be dragged is at this place. */
gboolean jx_sheet_view_is_on_line (JxSheetView *sheet, double x, double y);
/** jx_sheet_view_begin_sizing: Returns: whether a drag from here moves a line. */
gboolean jx_sheet_view_begin_sizing (JxSheetView *sheet, double x, double y);
/** jx_sheet_view_size_by: Returns: whether a line is being moved; it is then @offset_x from where it was. */
gboolean jx_sheet_view_size_by (JxSheetView *sheet, double offset_x);
void jx_sheet_view_end_sizing (JxSheetView *sheet);
/** jx_sheet_view_reset_columns_at: gives the table the form's widths. Returns: whether there is a line at this place. */
gboolean jx_sheet_view_reset_columns_at (JxSheetView *sheet, double x, double y);

/* jx-sheet-clipboard.c */
void jx_sheet_view_class_init_clipboard (GtkWidgetClass *widget_class);
/** jx_sheet_view_clipboard_key: Returns: whether the key was copy, cut, paste, clear or fill. */
gboolean jx_sheet_view_clipboard_key (JxSheetView *sheet, JxSheetCell *cell, guint keyval, GdkModifierType state);
/** jx_sheet_view_put: pastes @clip into the table in work, as one step. Returns: whether it fitted. */
gboolean jx_sheet_view_put (JxSheetView *sheet, const JxClip *clip, GError **error);

/* jx-sheet-rows.c */
/** jx_sheet_view_get_work_item: Returns: (transfer none) (nullable): the item of a list whose row, or line, is in work. */
JxItem *jx_sheet_view_get_work_item (JxSheetView *sheet);
/** jx_sheet_view_get_first_text: Returns: the field in which writing a new item of @kind begins, or %JX_FIELD_NONE. */
JxField jx_sheet_view_get_first_text (JxKind kind);
/** jx_sheet_view_make_item: Returns: (transfer none): a new item, of the same groups as its @neighbour (nullable). */
JxItem *jx_sheet_view_make_item (JxSheetView *sheet, JxKind kind, JxItem *neighbour);
gboolean jx_sheet_view_insert_item (JxSheetView *sheet, JxItem *owner, JxItem *item, int index, GError **error);
/** jx_sheet_view_set_notice: says @notice (%NULL: nothing more) at the cell in work, until the focus goes on; @is_fault: that it could not be done. */
void jx_sheet_view_set_notice (JxSheetView *sheet, const char *notice, gboolean is_fault);
void jx_sheet_view_init_rows (JxSheetView *sheet);
void jx_sheet_view_class_init_rows (GtkWidgetClass *widget_class);
/** jx_sheet_view_update_rows: after the focus moved or the document changed. */
void jx_sheet_view_update_rows (JxSheetView *sheet);
/** jx_sheet_view_allocate_rows: puts the handle, the buttons and the bubble where they belong. */
void jx_sheet_view_allocate_rows (JxSheetView *sheet, int width);
/** jx_sheet_view_add: appends an item to a list; @text: (nullable): of its first text. Returns: whether that was possible. */
gboolean jx_sheet_view_add (JxSheetView *sheet, JxItem *owner, JxKind kind, const char *text, GError **error);
/** jx_sheet_view_make_lines: Returns: (transfer full) (nullable): what jx_sheet_view_add_lines() does; %NULL where it does not fit. */
JxEdit *jx_sheet_view_make_lines (JxSheetView *sheet, JxItem *owner, JxKind kind, JxItem *first, GStrv lines, GError **error);
/** jx_sheet_view_add_lines: an item a line, at the end; or the text of @first (nullable) and items after it. One step. */
gboolean jx_sheet_view_add_lines (JxSheetView *sheet, JxItem *owner, JxKind kind, JxItem *first, GStrv lines, GError **error);
void jx_sheet_view_popup_menu (JxSheetView *sheet, JxSheetCell *cell);
/** jx_sheet_view_is_on_handle: Returns: whether the handle of the row in work is shown at this place. */
gboolean jx_sheet_view_is_on_handle (JxSheetView *sheet, double x, double y);

/* jx-sheet-library.c */
/** jx_sheet_view_insert_entries: @entries: (element-type JxLibraryEntry): below the row in work, as one step. */
void jx_sheet_view_insert_entries (JxSheetView *sheet, GPtrArray *entries);
/** jx_sheet_view_keep_rows: @rows: (element-type JxItem): marks them in the library. */
void jx_sheet_view_keep_rows (JxSheetView *sheet, GPtrArray *rows);

/* jx-sheet-drag.c */
void jx_sheet_view_init_drag (JxSheetView *sheet);
/** jx_sheet_view_drag_to: the rows in work are held over @y of the sheet. */
void jx_sheet_view_drag_to (JxSheetView *sheet, double y);
/** jx_sheet_view_drop_rows: lets what is dragged go where it is. */
void jx_sheet_view_drop_rows (JxSheetView *sheet);
/** jx_sheet_view_give_up_drag: Returns: whether anything was dragged. */
gboolean jx_sheet_view_give_up_drag (JxSheetView *sheet);
void jx_sheet_view_snapshot_drag (JxSheetView *sheet, GtkSnapshot *snapshot);

/* jx-sheet-row-actions.c */
/** jx_sheet_view_shows_indicators: Returns: whether the form has a table of indicators. */
gboolean jx_sheet_view_shows_indicators (JxSheetView *sheet);
/** jx_sheet_view_list_rows: Returns: (transfer full) (element-type JxItem): the one in work, or all a range reaches into: of one list, in its order. */
GPtrArray *jx_sheet_view_list_rows (JxSheetView *sheet);
/** jx_sheet_view_move_rows_to: @rows: that stand together; @position: before which of their list they shall stand. */
void jx_sheet_view_move_rows_to (JxSheetView *sheet, GPtrArray *rows, guint position);
/** jx_sheet_across_menu_new: Returns: (transfer full): what can be done with one of the items that stand side by side. */
GMenuModel *jx_sheet_across_menu_new (void);
void jx_sheet_view_class_init_row_actions (GtkWidgetClass *widget_class);
/** jx_sheet_view_enable_row_actions: @item: (nullable): the one in work. */
void jx_sheet_view_enable_row_actions (JxSheetView *sheet, JxItem *item);

/* Between the paper's edge and its text, in pixels: room for the row's handle too. */
#define JX_SHEET_MARGIN 26

G_END_DECLS
