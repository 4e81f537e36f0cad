/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* By which form the projects are seen, and a new document that begins with what last year's planned. */

#define STANDARD "河北省预算项目绩效目标表"
#define WITH_WEIGHTS "项目支出绩效目标表（含权重）"

static void
begin (JxDesk *desk)
{
  jx_ways_open_project (desk, "1 *");
  jx_ways_go_to (desk, "Project code");
}

static void
choose (JxDesk *desk, JxWay way, const char *form)
{
  g_autofree char *called = g_strconcat ("Form: ", form, NULL);
  AtspiAccessible *button = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Form: *");

  if (way == JX_WAY_KEYBOARD)
    {
      jx_robot_press (desk->robot, "F4");
      jx_ways_press_in_menu (desk, button, form);
    }
  else if (way == JX_WAY_POINTER)
    {
      jx_robot_click (desk->robot, button);
      jx_ways_click_in_menu (desk, button, form, NULL);
    }
  else
    {
      jx_robot_act (desk->robot, desk->window, "win.choose-form");
      jx_robot_activate (desk->robot, jx_robot_find (desk->robot, button, ATSPI_ROLE_MENU_ITEM, form));
    }
  jx_robot_until (desk->robot, jx_robot_has_name (button, called));
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_TABLE_CELL) != NULL);
}

/* Only this form has them, and a place to write them in. */
static gboolean
has_weights (JxDesk *desk)
{
  return jx_robot_seek (desk->robot, desk->window, ATSPI_ROLE_TABLE_CELL, "Row 1, Weight*") != NULL;
}

static void
see_weights (JxDesk *desk, JxWay way)
{
  choose (desk, way, WITH_WEIGHTS);
  jx_robot_until (desk->robot, has_weights (desk));
}

JX_WAYS (see_weights)

static void
see_standard (JxDesk *desk, JxWay way)
{
  choose (desk, way, STANDARD);
  jx_robot_until (desk->robot, !has_weights (desk));
}

JX_WAYS (see_standard)

static const JxDeed deeds[] = {
  { "another form", JX_IN_WAYS (see_weights), NULL, NULL, NULL },
  { "the form it had", JX_IN_WAYS (see_standard), NULL, NULL, NULL },
};

static const JxArea area = { "ways/forms", NULL, deeds, G_N_ELEMENTS (deeds), NULL, begin };

/* It is another document, a year later: what was planned is in it, what was spent is not. */
static void
test_next_year (JxDesk *desk, JxWay way)
{
  jx_desk_open (desk, desk->document, "yunxi");
  if (way == JX_WAY_KEYBOARD)
    jx_ways_command (desk, "last year");
  else
    jx_ways_do (desk, way, NULL, "win.new-next-year", "New From Last Year’s…", NULL);
  jx_desk_choose_file (desk, "Begin With Last Year’s Document", desk->document);
  desk->window = jx_robot_find_window (desk->robot, "Untitled •");
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "Year"), "2027"));
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_INVALID) != NULL);

  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, jx_ways_open_project (desk, "1 *"), "Row 1, Target value"), "≥12个*"));
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "end of June, planned, 万元"), "43.20"));
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "end of June, spent so far, 万元"), ""));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&area);
  jx_ways_add_plain ("ways/next-year", test_next_year);

  return g_test_run ();
}
