/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JX_TYPE_APPLICATION (jx_application_get_type ())
G_DECLARE_FINAL_TYPE (JxApplication, jx_application, JX, APPLICATION, AdwApplication)

/** jx_application_prepare: what has to be done before GTK starts; first thing in main(). */
void jx_application_prepare (void);

/** jx_application_new: Returns: (transfer full): the program; run it with g_application_run(). */
JxApplication *jx_application_new (void);

/**
 * jx_application_open:
 * @from: (nullable): the window that asks
 * @path: a goal document or a colleague's file
 *
 * Shows @path: in the window that has it already, else in @from (or any other) that has no document
 * yet, else in a new one.
 */
void jx_application_open (JxApplication *application, GtkWindow *from, const char *path);

/** jx_application_remember_documents: what is open now is what the next start opens again. */
void jx_application_remember_documents (JxApplication *application);

G_END_DECLS
