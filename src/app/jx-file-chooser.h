/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** JxFileChosen: @path: what the user chose; never called when nothing was. */
typedef void (*JxFileChosen) (GtkWindow *parent, const char *path);

/** JxFilesChosen: @paths: (array zero-terminated=1): what the user chose; never called when nothing was. */
typedef void (*JxFilesChosen) (GtkWindow *parent, char **paths);

/**
 * jx_file_chooser_open:
 * @filter_name: (nullable): what @patterns are called; all files are always on offer
 * @patterns: (nullable) (array zero-terminated=1): such as "*.jixiao"
 */
void jx_file_chooser_open (GtkWindow *parent, const char *title, const char *filter_name, const char * const *patterns, JxFileChosen chosen);

/** jx_file_chooser_open_many: for several files, or several folders where @folder is set. */
void jx_file_chooser_open_many (GtkWindow *parent, const char *title, gboolean folder, JxFilesChosen chosen);

/**
 * jx_file_chooser_save:
 * @folder: (nullable): where to begin
 * @stem: a name without suffix
 * @suffixes: (array zero-terminated=1): such as ".pdf"; the first is put behind a name that has none of them
 */
void jx_file_chooser_save (GtkWindow *parent, const char *title, const char *folder, const char *stem, const char * const *suffixes, JxFileChosen chosen);

G_END_DECLS
