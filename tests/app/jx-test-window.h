/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-window-private.h"

#include "jx-test-app.h"
#include "jx-test-find.h"

G_BEGIN_DECLS

/* Tests of windows run inside the running program, each in a run of its own with a document of three
 * projects in a file. */

typedef struct
{
  JxApplication *application;
  char *path; /* of the document */
} Fixture;

typedef void (*Test) (Fixture *fixture);

typedef struct
{
  const char *path;
  Test test;
} WindowTest;

/** jx_test_window_run: runs @tests; for main(). */
int jx_test_window_run (int argc, char **argv, const WindowTest *tests, guint n_tests);

/** jx_test_window_write: writes the document to @path anew. */
void jx_test_window_write (const char *path);

guint jx_test_window_count (Fixture *fixture);
/** jx_test_window_open: Returns: (transfer none): a window that shows the document. */
JxWindow *jx_test_window_open (Fixture *fixture);
/** jx_test_window_project: Returns: (transfer none): its project @index. */
JxItem *jx_test_window_project (JxWindow *window, guint index);
/** jx_test_window_activate: @action, which must be enabled. */
void jx_test_window_activate (JxWindow *window, const char *action);
/** jx_test_window_find_dialog: Returns: (transfer none) (nullable): the message dialog that is open. */
AdwMessageDialog *jx_test_window_find_dialog (void);
/** jx_test_window_answer: answers it, as a click on the button of @response does. */
void jx_test_window_answer (const char *response);

G_END_DECLS
