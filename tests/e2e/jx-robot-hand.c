/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-robot-private.h"

/* What is done to widgets: by the mouse, or as assistive technology does it. */

/* A drag goes there in so many moves. */
#define DRAG_MOVES 6
#define MOST_TURNS 60

enum
{
  BUTTON_FIRST = 1,
  BUTTON_SECOND = 3,
  WHEEL_UP = 4,
  WHEEL_DOWN = 5,
};

/* A program that answered twice, a moment apart, has seen what came before. */
static void
let_answer (JxRobot *robot)
{
  for (guint i = 0; i < 2; i++)
    {
      jx_robot_has_state (robot->window, ATSPI_STATE_ACTIVE);
      jx_robot_breathe (robot);
    }
}

AtspiRect
jx_robot_get_place (AtspiAccessible *accessible)
{
  g_autoptr (GObject) component = (GObject *) atspi_accessible_get_component_iface (accessible);
  g_autofree AtspiRect *place = NULL;

  if (component != NULL)
    place = atspi_component_get_extents (ATSPI_COMPONENT (component), ATSPI_COORD_TYPE_WINDOW, NULL);

  return place != NULL ? *place : (AtspiRect) { 0 };
}

static gboolean
is_same (const AtspiRect *a, const AtspiRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

AtspiRect
jx_robot_wait_place (JxRobot *robot, AtspiAccessible *accessible)
{
  gint64 deadline = jx_robot_get_deadline ();
  AtspiRect before;
  AtspiRect place = jx_robot_get_place (accessible);

  do
    {
      jx_robot_pause (robot, deadline, "it stays where it is", G_STRLOC);
      let_answer (robot);
      before = place;
      place = jx_robot_get_place (accessible);
    }
  while (place.width <= 0 || !is_same (&before, &place));

  return place;
}

static gboolean
is_within (const AtspiRect *place, const AtspiRect *around)
{
  return place->width > 0 && place->x >= around->x && place->y >= around->y
         && place->x + place->width <= around->x + around->width && place->y + place->height <= around->y + around->height;
}

/* As slow as the program: it loses a press that comes with the move. */
static void
point (JxRobot *robot, int x, int y)
{
  AtspiRect window = jx_robot_get_place (robot->window);

  jx_input_point (robot->input, x, y, window.width, window.height);
  let_answer (robot);
}

static void
press_button (JxRobot *robot, guint button)
{
  jx_input_button (robot->input, button, TRUE);
  let_answer (robot);
  jx_input_button (robot->input, button, FALSE);
}

void
jx_robot_point (JxRobot *robot, AtspiAccessible *accessible)
{
  AtspiRect place = jx_robot_wait_place (robot, accessible);
  AtspiRect window;

  jx_robot_use (robot, robot->window);
  window = jx_robot_get_place (robot->window);
  window.x = window.y = 0;
  if (!is_within (&place, &window))
    jx_robot_fail (robot, "it is in view, to be pointed at", G_STRLOC);

  point (robot, place.x + place.width / 2, place.y + place.height / 2);
}

static void
click_with (JxRobot *robot, AtspiAccessible *accessible, guint button)
{
  jx_robot_point (robot, accessible);
  press_button (robot, button);
}

void
jx_robot_turn_wheel (JxRobot *robot, AtspiAccessible *accessible, gboolean up)
{
  click_with (robot, accessible, up ? WHEEL_UP : WHEEL_DOWN);
  let_answer (robot);
}

void
jx_robot_hold_key (JxRobot *robot, const char *key, gboolean held)
{
  jx_robot_use (robot, robot->window);
  jx_input_hold_key (robot->input, key, held);
}

char *
jx_robot_dup_look (JxRobot *robot, AtspiAccessible *accessible)
{
  AtspiRect place = jx_robot_wait_place (robot, accessible);
  AtspiRect window = jx_robot_get_place (robot->window);
  const int left = MAX (place.x, 0), top = MAX (place.y, 0);

  return jx_input_dup_look (robot->input, left, top, MIN (place.x + place.width, window.width) - left,
                            MIN (place.y + place.height, window.height) - top, window.width, window.height);
}

void
jx_robot_click (JxRobot *robot, AtspiAccessible *accessible)
{
  click_with (robot, accessible, BUTTON_FIRST);
}

void
jx_robot_click_second (JxRobot *robot, AtspiAccessible *accessible)
{
  click_with (robot, accessible, BUTTON_SECOND);
}

/* What around @accessible is as large as a popup is the popup itself. @aside: of its middle, in pixels. Returns: whether it could be pointed at. */
static gboolean
point_in_popup (JxRobot *robot, AtspiAccessible *accessible, int aside, gboolean *rests)
{
  g_autoptr (GObject) around = g_object_ref (G_OBJECT (accessible));
  AtspiRect place = jx_robot_get_place (accessible);

  while (around != NULL)
    {
      g_autoptr (GObject) inner = g_steal_pointer (&around);
      AtspiRect popup = jx_robot_get_place (ATSPI_ACCESSIBLE (inner));

      if (is_within (&place, &popup) && jx_input_point_popup (robot->input, place.x - popup.x + place.width / 2 + aside,
                                                              place.y - popup.y + place.height / 2, popup.width, popup.height, rests))
        return TRUE;
      around = (GObject *) atspi_accessible_get_parent (ATSPI_ACCESSIBLE (inner), NULL);
    }

  return FALSE;
}

/* The entry of a menu the mouse is over has the focus. */
static gboolean
is_marked (AtspiAccessible *accessible)
{
  return atspi_accessible_get_role (accessible, NULL) != ATSPI_ROLE_MENU_ITEM || jx_robot_has_state (accessible, ATSPI_STATE_FOCUSED);
}

/* Places in a popup are told from a corner that is nowhere on the screen: what counts is how far they are from the popup's own. */
void
jx_robot_click_in_popup (JxRobot *robot, AtspiAccessible *accessible)
{
  gint64 deadline = jx_robot_get_deadline ();
  gboolean rests = FALSE;

  /* Until it stays: it may be moved more than once, to fit the screen. A menu that came up under the mouse waits for it to move. */
  for (guint looks = 0; looks < 2 || !rests || !is_marked (accessible); looks++)
    {
      jx_robot_until (robot, point_in_popup (robot, accessible, is_marked (accessible) ? 0 : looks % 2, &rests));
      let_answer (robot);
      jx_robot_pause (robot, deadline, "the mouse is over it and it stays", G_STRLOC);
    }
  press_button (robot, BUTTON_FIRST);
}

void
jx_robot_hold (JxRobot *robot, int from_x, int from_y, int to_x, int to_y)
{
  jx_robot_use (robot, robot->window);
  point (robot, from_x, from_y);
  jx_input_button (robot->input, BUTTON_FIRST, TRUE);
  let_answer (robot);
  for (int i = 1; i <= DRAG_MOVES; i++)
    point (robot, from_x + (to_x - from_x) * i / DRAG_MOVES, from_y + (to_y - from_y) * i / DRAG_MOVES);
}

void
jx_robot_let_go (JxRobot *robot)
{
  jx_input_button (robot->input, BUTTON_FIRST, FALSE);
  let_answer (robot);
}

void
jx_robot_drag (JxRobot *robot, int from_x, int from_y, int to_x, int to_y)
{
  jx_robot_hold (robot, from_x, from_y, to_x, to_y);
  jx_robot_let_go (robot);
}

void
jx_robot_click_at (JxRobot *robot, int x, int y, guint times)
{
  jx_robot_use (robot, robot->window);
  point (robot, x, y);
  for (guint i = 0; i < times; i++)
    {
      press_button (robot, BUTTON_FIRST);
      let_answer (robot);
    }
}

void
jx_robot_wheel_to (JxRobot *robot, AtspiAccessible *pane, AtspiAccessible *accessible)
{
  AtspiRect around = jx_robot_get_place (pane);
  AtspiRect place = jx_robot_get_place (accessible);

  for (guint turns = 0; !is_within (&place, &around); turns++)
    {
      if (turns == MOST_TURNS)
        jx_robot_fail (robot, "the wheel brings it into view", G_STRLOC);
      /* At the left edge, where nothing takes the wheel for itself. */
      point (robot, around.x + 4, around.y + around.height / 2);
      press_button (robot, place.y < around.y ? WHEEL_UP : WHEEL_DOWN);
      place = jx_robot_wait_place (robot, accessible);
    }
}

/* Returns: which of its actions, or -1. */
static int
find_action (AtspiAccessible *accessible, const char *name)
{
  g_autoptr (GObject) action = (GObject *) atspi_accessible_get_action_iface (accessible);
  int count = action != NULL ? atspi_action_get_n_actions (ATSPI_ACTION (action), NULL) : 0;

  for (int i = 0; i < count; i++)
    {
      g_autofree char *own = atspi_action_get_action_name (ATSPI_ACTION (action), i, NULL);

      if (name == NULL || g_strcmp0 (own, name) == 0)
        return i;
    }

  return -1;
}

gboolean
jx_robot_has_action (AtspiAccessible *accessible, const char *name)
{
  return find_action (accessible, name) >= 0;
}

static void
act (JxRobot *robot, AtspiAccessible *accessible, const char *name, GError **error)
{
  g_autoptr (GObject) action = NULL;
  g_autofree char *wanted = g_strdup_printf ("it has the action “%s”", name);
  gint64 deadline = jx_robot_get_deadline ();
  int index = -1;

  while (!jx_robot_has_state (accessible, ATSPI_STATE_SENSITIVE) || (index = find_action (accessible, name)) < 0)
    jx_robot_pause (robot, deadline, wanted, G_STRLOC);
  action = (GObject *) atspi_accessible_get_action_iface (accessible);
  atspi_action_do_action (ATSPI_ACTION (action), index, error);
}

void
jx_robot_act (JxRobot *robot, AtspiAccessible *accessible, const char *name)
{
  g_autoptr (GError) error = NULL;

  act (robot, accessible, name, &error);
  g_assert_no_error (error);
}

void
jx_robot_close_last (JxRobot *robot, AtspiAccessible *window)
{
  act (robot, window, "window.close", NULL); /* it may end before it answers */
  jx_robot_wait_end (robot);
}

void
jx_robot_activate (JxRobot *robot, AtspiAccessible *accessible)
{
  jx_robot_act (robot, accessible, NULL);
}

void
jx_robot_select (JxRobot *robot, AtspiAccessible *list, int index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) selection = (GObject *) atspi_accessible_get_selection_iface (list);

  g_assert_nonnull (selection);
  jx_robot_until (robot, atspi_selection_select_child (ATSPI_SELECTION (selection), index, NULL));
}

void
jx_robot_set_text (JxRobot *robot, AtspiAccessible *accessible, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) editable = (GObject *) atspi_accessible_get_editable_text_iface (accessible);

  g_assert_nonnull (editable);
  atspi_editable_text_set_text_contents (ATSPI_EDITABLE_TEXT (editable), text, &error);
  g_assert_no_error (error);
  jx_robot_until (robot, jx_robot_has_text (accessible, text));
}
