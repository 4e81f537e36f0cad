/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-report.h"
#include "exchange/jx-soffice.h"
#include "form/jx-form.h"

G_BEGIN_DECLS

/**
 * jx_import_file:
 * @path: a colleague's file, recognised by content; "-" is standard input
 * @report: (out) (transfer full) (optional): what was taken, guessed and left
 * @error: %JX_ERROR or %G_IO_ERROR, “FILE:LINE: sentence”
 *
 * Returns: (transfer full) (nullable): a finished new document; %NULL if the file is no goal document in any form there is
 */
JxDocument *jx_import_file (const char *path, JxReport **report, GError **error);

/** jx_import_data: the same from memory; @name stands for the file. */
JxDocument *jx_import_data (const char *data, gsize length, const char *name, JxReport **report, GError **error);

/**
 * jx_import_file_patiently:
 * @wait: (nullable): called now and then while another program converts an old format, which takes
 *   seconds; it may end that, with %G_IO_ERROR_CANCELLED
 *
 * The same as jx_import_file(), for those who show progress or can be stopped.
 */
JxDocument *jx_import_file_patiently (const char *path, JxWaitFunc wait, gpointer user_data, JxReport **report, GError **error);

/** jx_import_data_patiently: the same from memory. */
JxDocument *jx_import_data_patiently (const char *data, gsize length, const char *name, JxWaitFunc wait, gpointer user_data,
                                      JxReport **report, GError **error);

G_END_DECLS
