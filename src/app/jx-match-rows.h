/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** jx_match_rows_new: Returns: (transfer full): what makes the rows of a list of matches: the place and the words around, on one line each. */
GtkListItemFactory *jx_match_rows_new (void);

G_END_DECLS
