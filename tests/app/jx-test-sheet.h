/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-private.h"
#include "model/jx-history.h"

/* A small goal document of our own town, a window to show it in, and how to act on its sheet. */


/** jx_test_history_new: Returns: (transfer full): one project with @n_indicators rows and, if @n_checkpoints, as many of 3, 6, 10, 12. */
JxHistory *jx_test_history_new (guint n_indicators, guint n_checkpoints);

/** jx_test_show: puts @widget into a window and waits for the first frame. */
GtkWidget *jx_test_show (GtkWidget *widget, int width, int height);
/** jx_test_frame: waits until what has changed is laid out and drawn. */
void jx_test_frame (GtkWidget *window);

JxSheetCell *jx_test_cell (JxSheetView *sheet, JxItem *item, JxField field);
/** jx_test_key: presses a key where @widget's controllers hear it. Returns: whether one took it. */
gboolean jx_test_key (GtkWidget *widget, guint keyval, GdkModifierType state);
/** jx_test_type: replaces what stands in the live editor. */
void jx_test_type (JxSheetView *sheet, const char *text);
