/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxCliInput:
 * @in_folder: it was not named itself: what is no goal document is told and left
 */
typedef struct
{
  char *path;
  gboolean in_folder;
} JxCliInput;

/**
 * jx_cli_list_inputs:
 * @words: (array zero-terminated=1): files and folders as the user named them
 * @output, @report_path: (nullable): what is about to be written, which is no input
 *
 * For each folder its files, in the order of their names and numbers, without what lies in folders
 * below, what is hidden and the notes Word leaves beside open files.
 *
 * Returns: (transfer full) (nullable) (element-type JxCliInput): %NULL with @error set when a folder cannot be read or holds no file
 */
GPtrArray *jx_cli_list_inputs (char **words, const char *output, const char *report_path, GError **error);

G_END_DECLS
