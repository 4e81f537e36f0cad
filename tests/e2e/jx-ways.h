/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jx-table.h"
#include "model/jx-field.h"

G_BEGIN_DECLS

/**
 * JxWay:
 * @JX_WAY_KEYBOARD: keys only
 * @JX_WAY_POINTER: the mouse only; keys do no more than spell words
 * @JX_WAY_READER: what a screen reader has: names, states, actions and texts; neither keys nor mouse
 */
typedef enum
{
  JX_WAY_KEYBOARD,
  JX_WAY_POINTER,
  JX_WAY_READER,
  JX_N_WAYS,
} JxWay;

/**
 * JxDeed:
 * @what: she does, in a word or two
 * @ways: how it is done in each way, from where the area's prepare leaves her
 * @step: (nullable): the step of undo that it is; %NULL where the document stays as it was
 * @differences: (nullable): between the document before and after, as jixiao-cli diff says them
 * @focus: (nullable): the cell that has the focus then; %NULL: it only has to be somewhere in the window
 */
typedef struct
{
  const char *what;
  void (*ways[JX_N_WAYS]) (JxDesk *desk);
  const char *step;
  const char *differences;
  const char *focus;
} JxDeed;

/**
 * JxArea:
 * @name: of the tests
 * @prepare: (nullable): brings the sample to where each deed begins, in whatever way
 * @deeds: one after another, each undone before the next
 * @n_deeds: how many
 * @lay_out: (nullable): makes the document another than the sample, before it is opened
 * @begin: (nullable): brings it, once, to where all deeds are done
 *
 * Things she does that belong together. In each of the three ways each of them must do the same, be one
 * step of undo with its name, leave the focus somewhere in the window, and go back without a trace.
 */
typedef struct
{
  const char *name;
  void (*prepare) (JxDesk *desk);
  const JxDeed *deeds;
  guint n_deeds;
  void (*lay_out) (JxDesk *desk);
  void (*begin) (JxDesk *desk);
} JxArea;

/** jx_ways_add: adds a test for each way; @area lives as long as the program. */
void jx_ways_add (const JxArea *area);

/** jx_ways_add_plain: adds a test for each way of what is no step of a document; @test has a desk on which nothing runs. */
void jx_ways_add_plain (const char *name, void (*test) (JxDesk *desk, JxWay way));

/** JX_WAYS: makes of a function that takes a way too the three that a deed has, for JX_IN_WAYS() to name. */
#define JX_WAYS(function) \
  static void function##_by_keyboard (JxDesk *desk) { function (desk, JX_WAY_KEYBOARD); } \
  static void function##_by_pointer (JxDesk *desk) { function (desk, JX_WAY_POINTER); } \
  static void function##_by_reader (JxDesk *desk) { function (desk, JX_WAY_READER); }
#define JX_IN_WAYS(function) { function##_by_keyboard, function##_by_pointer, function##_by_reader }

/* What several areas do. */

/** jx_ways_replace: for lay_out: puts @by where @words stand first in the document, which must have them. */
void jx_ways_replace (JxDesk *desk, const char *words, const char *by);

/** jx_ways_press: a button or a box: comes to it by Tab and presses the space bar, clicks on it, or does its action. */
void jx_ways_press (JxDesk *desk, JxWay way, AtspiAccessible *accessible);

/** jx_ways_spell: @text into an entry in place of what is in it. */
void jx_ways_spell (JxDesk *desk, JxWay way, AtspiAccessible *entry, const char *text);

/** jx_ways_choose: @choice of what @combo drops down. */
void jx_ways_choose (JxDesk *desk, JxWay way, AtspiAccessible *combo, const char *choice);

/** jx_ways_do: a command of the window: by @keys, by the entries of the main menu up to %NULL, or by its @action. */
void jx_ways_do (JxDesk *desk, JxWay way, const char *keys, const char *action, ...) G_GNUC_NULL_TERMINATED;

/** jx_ways_leave: closes @window: by Esc, by its button @button, or by its action; the document's window is used again. */
void jx_ways_leave (JxDesk *desk, JxWay way, AtspiAccessible *window, const char *button);

/** jx_ways_command: by the keyboard alone: looks up @words in the list of commands and does what is found. */
void jx_ways_command (JxDesk *desk, const char *words);

/** jx_ways_cut: for lay_out: leaves of the document's own items of @kind the first @most. */
void jx_ways_cut (JxDesk *desk, JxKind kind, guint most);

/** jx_ways_open_project: shows the project whose row beside the document is @row. Returns: its sheet. */
AtspiAccessible *jx_ways_open_project (JxDesk *desk, const char *row);

/** jx_ways_get_sheet: Returns: the sheet that is shown. */
AtspiAccessible *jx_ways_get_sheet (JxDesk *desk);

/** jx_ways_go_to: puts the focus on the cell @name of the sheet that is shown. Returns: the cell. */
AtspiAccessible *jx_ways_go_to (JxDesk *desk, const char *name);

/** jx_ways_find_ground: Returns: (transfer full): what scrolls around @accessible. */
AtspiAccessible *jx_ways_find_ground (AtspiAccessible *accessible);

/** jx_ways_wheel_to: turns the wheel until @accessible is in view. */
void jx_ways_wheel_to (JxDesk *desk, AtspiAccessible *accessible);

/** jx_ways_press_in_menu: goes by arrows to the entry @item of the menu in @within that is open, and presses Enter. */
void jx_ways_press_in_menu (JxDesk *desk, AtspiAccessible *within, const char *item);

/** jx_ways_type_over: writes @text over all that stands in @input, which has the focus. */
void jx_ways_type_over (JxDesk *desk, AtspiAccessible *input, const char *text);

/** jx_ways_drag_over: the same by the mouse, from one corner of @input to the other; it must be in view. */
void jx_ways_drag_over (JxDesk *desk, AtspiAccessible *input, const char *text);

/** jx_ways_click_button: once it can be pressed. */
void jx_ways_click_button (JxDesk *desk, AtspiAccessible *within, const char *name);

/** jx_ways_click_in_menu: on the entries up to %NULL, each opening the next menu. */
void jx_ways_click_in_menu (JxDesk *desk, AtspiAccessible *within, const char *item, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
