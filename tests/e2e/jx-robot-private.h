/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jx-input.h"
#include "jx-robot.h"

G_BEGIN_DECLS

struct _JxRobot
{
  GSubprocess *process;
  gboolean ended;
  JxInput *input;
  GDBusConnection *bus;         /* of accessibility; see jx-robot-search.c */
  GPtrArray *known;             /* every accessible handed out */
  AtspiAccessible *application;
  AtspiAccessible *window;      /* the one typed into */
  AtspiEventListener *listener;
  AtspiAccessible *focus;       /* where the focus came to last */
};

/* jx_robot_connect: Returns: (transfer full): a connection to the bus of accessibility. */
GDBusConnection *jx_robot_connect (void);
/* jx_robot_breathe: lets events come in for a moment. */
void jx_robot_breathe (JxRobot *robot);
/* jx_robot_fail: prints what there is and puts an end to the test. */
void jx_robot_fail (JxRobot *robot, const char *condition, const char *where);

G_END_DECLS
