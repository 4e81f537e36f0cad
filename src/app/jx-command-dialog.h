/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JX_TYPE_COMMAND_DIALOG (jx_command_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JxCommandDialog, jx_command_dialog, JX, COMMAND_DIALOG, AdwWindow)

/** JxCommandDialog: all that can be done now, to be searched by name. What is chosen is done where the focus was. */

/**
 * jx_command_dialog_new:
 * @window: over which it stands
 * @commands: of #JxCommand, as jx_command_list() makes them
 */
JxCommandDialog *jx_command_dialog_new (GtkWindow *window, GListModel *commands);

G_END_DECLS
