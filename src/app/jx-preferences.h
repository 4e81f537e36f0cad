/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JX_TYPE_PREFERENCES (jx_preferences_get_type ())
G_DECLARE_FINAL_TYPE (JxPreferences, jx_preferences, JX, PREFERENCES, AdwPreferencesWindow)

/** jx_preferences_new: @parent: (nullable). Returns: (transfer none): a window in which the settings are set as it is used; owned by GTK. */
GtkWidget *jx_preferences_new (GtkWindow *parent);

G_END_DECLS
