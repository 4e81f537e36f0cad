/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** jx_refused_dialog_show: tells over @window what a draft kept beside its document. @refused: (element-type JxRefused): not empty. */
void jx_refused_dialog_show (GtkWindow *window, GPtrArray *refused);

G_END_DECLS
