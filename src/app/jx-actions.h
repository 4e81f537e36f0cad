/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-window.h"

G_BEGIN_DECLS

/** jx_actions_set_accelerators: gives every action of the table its keys; once for the program. */
void jx_actions_set_accelerators (GtkApplication *application);

/** jx_actions_add: puts the table's actions into @window. */
void jx_actions_add (JxWindow *window);

/** jx_actions_update: makes each action sensitive where it can do something now. The only place that does. */
void jx_actions_update (JxWindow *window);

G_END_DECLS
