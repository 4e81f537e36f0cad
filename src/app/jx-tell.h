/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** jx_tell_problem: a dialog with one sentence; @heading says what could not be done. */
void jx_tell_problem (GtkWindow *parent, const char *heading, const char *sentence);

/**
 * jx_tell_written:
 * @fonts: (nullable): a sentence about type faces that are not installed, for who asks
 * @error: (nullable): why the file @path could not be written, %NULL where it was
 *
 * Says how writing a file ended; nothing where the user stopped it.
 */
void jx_tell_written (GtkWindow *parent, AdwToastOverlay *toasts, const char *path, const char *fonts, const GError *error);

G_END_DECLS
