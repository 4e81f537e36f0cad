/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>

G_BEGIN_DECLS

/**
 * JxRobot:
 *
 * Drives the built program (its path is in JX_APP) as a person would, by what assistive technology
 * sees of it and by the keyboard. It never sleeps for a time: it looks, and looks again, until what
 * it waits for is there; when that does not come it prints all that is on the screen and fails.
 *
 * Accessibles it hands out are its own and live until it is freed. Names are patterns with * and ?;
 * %NULL fits any.
 */
typedef struct _JxRobot JxRobot;

/** jx_robot_start: starts the program with the words up to %NULL and waits for its window. */
JxRobot *jx_robot_start (const char *argument, ...) G_GNUC_NULL_TERMINATED;

/** jx_robot_free: puts an end to the program if it still runs. */
void jx_robot_free (JxRobot *robot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxRobot, jx_robot_free)

/** jx_robot_wait_end: waits until the program has ended by itself, which must be with status 0. */
void jx_robot_wait_end (JxRobot *robot);

/** jx_robot_seek: looks once through what is in @within, the last first. Returns: (transfer none) (nullable). */
AtspiAccessible *jx_robot_seek (JxRobot *robot, AtspiAccessible *within, AtspiRole role, const char *name);

/** jx_robot_find: jx_robot_seek() until it is there. Returns: (transfer none). */
AtspiAccessible *jx_robot_find (JxRobot *robot, AtspiAccessible *within, AtspiRole role, const char *name);

/** jx_robot_seek_shown: the lowest of those that have a place: a menu within a menu is called as what leads back from it, at its top. Returns: (transfer none) (nullable). */
AtspiAccessible *jx_robot_seek_shown (JxRobot *robot, AtspiAccessible *within, AtspiRole role, const char *name);

/** jx_robot_count: Returns: how many there are now. */
guint jx_robot_count (JxRobot *robot, AtspiAccessible *within, AtspiRole role, const char *name);

/** jx_robot_use: types into @window from now on. */
void jx_robot_use (JxRobot *robot, AtspiAccessible *window);

/** jx_robot_seek_window: Returns: (transfer none) (nullable): the newest window or dialog with this title now. */
AtspiAccessible *jx_robot_seek_window (JxRobot *robot, const char *title);

/** jx_robot_find_window: waits for a window or dialog with this title and uses it. Returns: (transfer none). */
AtspiAccessible *jx_robot_find_window (JxRobot *robot, const char *title);

/** jx_robot_wait_closed: waits until no window has this title. */
void jx_robot_wait_closed (JxRobot *robot, const char *title);

/** jx_robot_seek_focused: looks once for one in @within that has the focus; ATSPI_ROLE_INVALID: of any role. Returns: (transfer none) (nullable). */
AtspiAccessible *jx_robot_seek_focused (JxRobot *robot, AtspiAccessible *within, AtspiRole role);

/** jx_robot_press: @keys: such as "Return" or "<Control>z". */
void jx_robot_press (JxRobot *robot, const char *keys);

void jx_robot_type (JxRobot *robot, const char *text);

/** jx_robot_walk: presses @keys again and again, each time waiting where the focus goes, until @accessible has it. The focus must be at rest before. */
void jx_robot_walk (JxRobot *robot, const char *keys, AtspiAccessible *accessible);

/** jx_robot_activate: does what pressing the button or menu item would; waits until it can be pressed. */
void jx_robot_activate (JxRobot *robot, AtspiAccessible *accessible);

/** jx_robot_click: with the mouse, in the middle of @accessible, which must be in view. */
void jx_robot_click (JxRobot *robot, AtspiAccessible *accessible);

/** jx_robot_click_second: with the other button. */
void jx_robot_click_second (JxRobot *robot, AtspiAccessible *accessible);

/** jx_robot_click_in_popup: @accessible is in the menu or list that came up last. */
void jx_robot_click_in_popup (JxRobot *robot, AtspiAccessible *accessible);

/** jx_robot_get_place: Returns: where it is in its window; nothing wide or high where it is not shown. */
AtspiRect jx_robot_get_place (AtspiAccessible *accessible);

/** jx_robot_wait_place: Returns: the same, once it is shown and no longer moves. */
AtspiRect jx_robot_wait_place (JxRobot *robot, AtspiAccessible *accessible);

/** jx_robot_drag: with the mouse, from one place in the window to another. */
void jx_robot_drag (JxRobot *robot, int from_x, int from_y, int to_x, int to_y);

/** jx_robot_hold: the same, and does not let go until jx_robot_let_go(). */
void jx_robot_hold (JxRobot *robot, int from_x, int from_y, int to_x, int to_y);
void jx_robot_let_go (JxRobot *robot);

/** jx_robot_click_at: with the mouse, @times in quick succession at one place in the window. */
void jx_robot_click_at (JxRobot *robot, int x, int y, guint times);

/** jx_robot_point: moves the mouse over the middle of @accessible, which must be in view. */
void jx_robot_point (JxRobot *robot, AtspiAccessible *accessible);

/** jx_robot_turn_wheel: once, over the middle of @accessible, up or down. */
void jx_robot_turn_wheel (JxRobot *robot, AtspiAccessible *accessible, gboolean up);

/** jx_robot_hold_key: @key, such as "Shift_L", is held for what the mouse does, until it is let go. */
void jx_robot_hold_key (JxRobot *robot, const char *key, gboolean held);

/** jx_robot_dup_look: Returns: (transfer full): what @accessible looks like as far as it is in the window: the same words for the same look. */
char *jx_robot_dup_look (JxRobot *robot, AtspiAccessible *accessible);

/** jx_robot_wheel_to: turns the wheel over @pane until @accessible is in view in it. */
void jx_robot_wheel_to (JxRobot *robot, AtspiAccessible *pane, AtspiAccessible *accessible);

/** jx_robot_act: does the action @name of @accessible, as assistive technology would, as soon as it can be done. */
void jx_robot_act (JxRobot *robot, AtspiAccessible *accessible, const char *name);

/** jx_robot_close_last: closes @window, the last of the program, by its action, and waits until the program has ended with status 0. */
void jx_robot_close_last (JxRobot *robot, AtspiAccessible *window);

/** jx_robot_has_action: Returns: whether it can be done now; @name: (nullable): any. */
gboolean jx_robot_has_action (AtspiAccessible *accessible, const char *name);

/** jx_robot_select: marks a row of @list, the first is 0, as assistive technology would. */
void jx_robot_select (JxRobot *robot, AtspiAccessible *list, int index);

/** jx_robot_set_text: of an entry or a text, at one stroke. */
void jx_robot_set_text (JxRobot *robot, AtspiAccessible *accessible, const char *text);

/* One look each; an accessible that is gone has none of them. */
gboolean jx_robot_has_name (AtspiAccessible *accessible, const char *name);
gboolean jx_robot_has_description (AtspiAccessible *accessible, const char *description);
gboolean jx_robot_has_text (AtspiAccessible *accessible, const char *text);
gboolean jx_robot_has_state (AtspiAccessible *accessible, AtspiStateType state);

/** jx_robot_print: tells on standard error of all that is in @accessible, which stands @depth deep. */
void jx_robot_print (AtspiAccessible *accessible, guint depth);

/** jx_robot_until: waits until @condition, which may look at anything, holds. */
#define jx_robot_until(robot, condition) \
  G_STMT_START \
  { \
    gint64 jx_deadline = jx_robot_get_deadline (); \
    while (!(condition)) \
      jx_robot_pause (robot, jx_deadline, #condition, G_STRLOC); \
  } \
  G_STMT_END

/* What jx_robot_until() is made of. */
gint64 jx_robot_get_deadline (void);
void jx_robot_pause (JxRobot *robot, gint64 deadline, const char *condition, const char *where);

G_END_DECLS
