/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-project-row.h"

G_BEGIN_DECLS

/** jx_project_drag_enable: lets @row be dragged to another row's place, and others to its, by the action "win.move-project-to". */
void jx_project_drag_enable (JxProjectRow *row);

G_END_DECLS
