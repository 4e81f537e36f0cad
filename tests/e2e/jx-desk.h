/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jx-robot.h"

G_BEGIN_DECLS

/**
 * JxDesk:
 * @folder: a new folder with a copy of the sample as document and as text, and, in "state", what the
 *   program keeps for itself; gone with the desk
 * @document: the copy in it, "yunxi.jixiao"
 * @robot: (nullable): the hand that drives the program, while it runs
 * @window: its window
 *
 * What lies before the officer whose afternoon a test plays.
 */
typedef struct
{
  char *folder;
  char *document;
  JxRobot *robot;
  AtspiAccessible *window;
} JxDesk;

JxDesk *jx_desk_new (void);
void jx_desk_free (JxDesk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxDesk, jx_desk_free)

/** jx_desk_dup_path: Returns: (transfer full): of the file @name in the folder. */
char *jx_desk_dup_path (JxDesk *desk, const char *name);

/** jx_desk_keep_copy: copies the document as it is now. Returns: (transfer full): the path of the copy. */
char *jx_desk_keep_copy (JxDesk *desk);

/** jx_desk_open: starts the program, with @path (nullable), and waits until its window says @title. */
void jx_desk_open (JxDesk *desk, const char *path, const char *title);

/** jx_desk_quit: ends the program by its keys, with nothing unsaved. */
void jx_desk_quit (JxDesk *desk);

/** jx_desk_open_project: clicks on the row named @row beside the document. Returns: the sheet that appears, with the focus in it. */
AtspiAccessible *jx_desk_open_project (JxDesk *desk, const char *row);

/** jx_desk_find_cell: Returns: of @sheet, by name, such as "Row 2, Target value". */
AtspiAccessible *jx_desk_find_cell (JxDesk *desk, AtspiAccessible *sheet, const char *name);

/** jx_desk_write: goes to the cell by Tab, types @text and Enter, and waits until the cell shows it. */
void jx_desk_write (JxDesk *desk, AtspiAccessible *sheet, const char *cell, const char *text);

/** jx_desk_write_as: the same for a @text that the document holds as @held. */
void jx_desk_write_as (JxDesk *desk, AtspiAccessible *sheet, const char *cell, const char *text, const char *held);

/** jx_desk_choose_file: answers the dialog for a file or a folder that @title names with @path, and goes back to the window. */
void jx_desk_choose_file (JxDesk *desk, const char *title, const char *path);

/** jx_desk_run: runs the words up to %NULL. Returns: (transfer full): what it printed; @status: (out). */
char *jx_desk_run (int *status, const char *program, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
