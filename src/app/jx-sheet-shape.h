/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define JX_TYPE_SHEET_SHAPE (jx_sheet_shape_get_type ())
G_DECLARE_FINAL_TYPE (JxSheetShape, jx_sheet_shape, JX, SHEET_SHAPE, GObject)

/* In percent of the paper's own size. */
#define JX_ZOOM_FIT 0
#define JX_ZOOM_MIN 50
#define JX_ZOOM_MAX 300

/**
 * JxSheetShape:
 *
 * How large all sheets of the program are shown and how wide their columns are: on the screen only,
 * what is printed keeps the form's own measures. It is remembered in the settings. Signal: "changed".
 */

/** jx_sheet_shape_get: Returns: (transfer none): the only one. */
JxSheetShape *jx_sheet_shape_get (void);

/** jx_sheet_shape_get_zoom: Returns: percent, or %JX_ZOOM_FIT for as wide as there is room. */
int jx_sheet_shape_get_zoom (JxSheetShape *shape);
/** jx_sheet_shape_set_zoom: @percent: or %JX_ZOOM_FIT; what is too small or large becomes the smallest or largest. */
void jx_sheet_shape_set_zoom (JxSheetShape *shape, int percent);
/** jx_sheet_shape_step_zoom: Returns: the next round percentage above (@by > 0) or below @percent. */
int jx_sheet_shape_step_zoom (int percent, int by);

/**
 * jx_sheet_shape_dup_widths:
 * @table: names a table of a form
 *
 * Returns: (transfer full) (nullable) (array length=n_columns): parts of 1 as the user has set them, %NULL if she has not
 */
double *jx_sheet_shape_dup_widths (JxSheetShape *shape, const char *table, guint n_columns);
/** jx_sheet_shape_set_widths: @widths: (nullable) (array length=n_columns): %NULL for those of the form. */
void jx_sheet_shape_set_widths (JxSheetShape *shape, const char *table, const double *widths, guint n_columns);
/** jx_sheet_shape_remember: writes the widths down; not done with each of the many steps of a drag. */
void jx_sheet_shape_remember (JxSheetShape *shape);

G_END_DECLS
