/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-application.h"
#include "app/jx-session.h"

G_BEGIN_DECLS

#define JX_TYPE_WINDOW (jx_window_get_type ())
G_DECLARE_FINAL_TYPE (JxWindow, jx_window, JX, WINDOW, AdwApplicationWindow)

/** jx_window_new: Returns: (transfer none): a window with the start page, not yet shown; owned by GTK. */
JxWindow *jx_window_new (JxApplication *application);

/**
 * jx_window_open:
 * @path: a goal document, or a colleague's file, which is taken in
 *
 * Reads @path without blocking and shows it; shows the window when that is done or takes long. A
 * window that holds a document keeps it until its user has been asked about it.
 */
void jx_window_open (JxWindow *window, const char *path);

/** jx_window_set_session: @session: (nullable): what the window works on; %NULL for the start page. */
void jx_window_set_session (JxWindow *window, JxSession *session);
/** jx_window_get_session: Returns: (transfer none) (nullable). */
JxSession *jx_window_get_session (JxWindow *window);

/** jx_window_holds: Returns: whether the window shows, or is about to show, the file @path. */
gboolean jx_window_holds (JxWindow *window, const char *path);

/** jx_window_is_empty: Returns: whether it shows the start page and reads nothing. */
gboolean jx_window_is_empty (JxWindow *window);

/** jx_window_reveal: opens the tab of what @item belongs to and shows @item's @field there. */
void jx_window_reveal (JxWindow *window, JxItem *item, JxField field);

/** jx_window_toast: says @text, which goes by itself. */
void jx_window_toast (JxWindow *window, const char *text);

/** jx_window_commit: takes what is being typed into the document. Returns: %FALSE if it does not fit; the page says why. */
gboolean jx_window_commit (JxWindow *window);

G_END_DECLS
