/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JX_TYPE_COMMAND (jx_command_get_type ())
G_DECLARE_FINAL_TYPE (JxCommand, jx_command, JX, COMMAND, GObject)

/** JxCommand: an entry of a menu, as a list of commands shows it. */

/**
 * jx_command_list:
 * @place: what @menu is called among the menus, blank for the first
 * @window: whose actions, and those of its application, the entries are; others are the focus's
 * @commands: of #JxCommand
 *
 * Adds the entries of @menu and of the menus in it to @commands. What @window cannot do now is left out.
 */
void jx_command_list (GMenuModel *menu, const char *place, GtkApplicationWindow *window, GListStore *commands);

/** jx_command_get_name: Returns: (transfer none): its name, without a mnemonic. */
const char *jx_command_get_name (JxCommand *command);
/** jx_command_get_place: Returns: (transfer none): the menus it stands in, blank for the first. */
const char *jx_command_get_place (JxCommand *command);
/** jx_command_get_keys: Returns: (transfer none): as they are shown to the user; blank for none. */
const char *jx_command_get_keys (JxCommand *command);
/** jx_command_matches: Returns: whether its name or place has each of @words, which blanks separate, in whatever case. */
gboolean jx_command_matches (JxCommand *command, const char *words);
/** jx_command_run: does it, for @widget. */
void jx_command_run (JxCommand *command, GtkWidget *widget);

G_END_DECLS
