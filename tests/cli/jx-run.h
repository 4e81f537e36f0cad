/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Running jixiao-cli (its path is in JX_CLI) and looking at what it did. */

typedef struct
{
  int status;
  char *out;
  char *err;
} JxRun;

/** jx_run: @input: (nullable): for standard input; then the words up to %NULL. Returns: (transfer full). */
JxRun *jx_run (const char *input, ...) G_GNUC_NULL_TERMINATED;
void jx_run_free (JxRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxRun, jx_run_free)

/** jx_run_assert_refused: exit 2, nothing on standard output, one line on standard error that begins “jixiao-cli: ” and holds @words. */
void jx_run_assert_refused (const JxRun *run, const char *words);

/** jx_run_assert_pages: exit 0, and at most one line on standard error: which type faces are not installed. */
void jx_run_assert_pages (const JxRun *run);

/** jx_run_folder: Returns: (transfer full): a new empty folder for one test; jx_test_remove() removes it. */
char *jx_run_folder (void);

G_END_DECLS
