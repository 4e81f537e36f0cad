/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-window-private.h"

#include "jx-stall.h"
#include "jx-test-find.h"

G_BEGIN_DECLS

/* What somebody does in the program, each measured by itself: jx-stall-looks.c what only looks, jx-stall-edits.c what
 * changes the document, jx-stall-files.c what goes to files or comes from them. */
typedef struct
{
  JxApplication *application;
  JxWindow *window; /* shows the document */
  char *path;       /* its file */
  char *folder;     /* for what is written */
  char *other;      /* next year's document: every project is in it, and every one differs */
  const char *part; /* (nullable): of what is done; all */
  guint n_projects;
} JxStallBench;

void jx_stall_look (JxStallBench *bench);
void jx_stall_edit (JxStallBench *bench);
void jx_stall_use_files (JxStallBench *bench);

/* jx-bench-stall.c */
JxDocument *jx_stall_get_document (JxStallBench *bench);
JxItem *jx_stall_get_project (JxStallBench *bench, guint index);
/* jx_stall_find_window: Returns: (transfer none) (nullable): the open window of @type. */
GtkWidget *jx_stall_find_window (GType type);
/* jx_stall_press: the button of @window that does what it is for. */
void jx_stall_press (GtkWidget *window);
void jx_stall_activate (JxStallBench *bench, const char *action, GVariant *parameter);

G_END_DECLS
