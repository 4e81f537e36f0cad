/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JX_TYPE_GUIDE (jx_guide_get_type ())
G_DECLARE_FINAL_TYPE (JxGuide, jx_guide, JX, GUIDE, AdwWindow)

/** jx_guide_new: Returns: (transfer none): a window with the user's guide, chapters at the left; owned by GTK. */
GtkWidget *jx_guide_new (void);

G_END_DECLS
