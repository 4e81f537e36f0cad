/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * JxBusy:
 *
 * Long work seen from the window: nothing for half a second, then a dialog with what is being done,
 * how far it is, and a way to stop it.
 */
typedef struct _JxBusy JxBusy;

/**
 * jx_busy_new:
 * @parent: shown, if it is not yet, together with the dialog; where it closes, the work is given up
 * @heading: what is being done
 * @cancellable: cancelled by the user's "Cancel"
 */
JxBusy *jx_busy_new (GtkWindow *parent, const char *heading, GCancellable *cancellable);

/** jx_busy_report: how far it is. From any thread. */
void jx_busy_report (JxBusy *busy, guint done, guint total);

void jx_busy_free (JxBusy *busy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxBusy, jx_busy_free)

G_END_DECLS
