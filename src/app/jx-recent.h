/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-session.h"

G_BEGIN_DECLS

/**
 * JxRecentDocument:
 * @description: (nullable): unit and year as they were when it was last seen here
 * @when: when that was
 */
typedef struct
{
  char *path;
  char *name;
  char *description;
  GDateTime *when;
} JxRecentDocument;

/** jx_recent_list: Returns: (transfer full) (element-type JxRecentDocument): at most @count goal documents that are still there, the latest first. */
GPtrArray *jx_recent_list (guint count);

/** jx_recent_add_later: puts the session's file among the recent ones when nothing else is to be done. */
void jx_recent_add_later (JxSession *session);

G_END_DECLS
