/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/jx-refused.h"
#include "model/jx-document.h"

G_BEGIN_DECLS

/* A draft is a goal document like any other, which Jixiao and everybody else can open, with lines
 * at its head that say where it came from and what was typed and does not fit. One file, so that they never part. */

/** JxDraftOrigin: what a draft is of. @path, @etag and @name as in jx_session_new(), all nullable. */
typedef struct
{
  char *path;
  char *etag;
  char *name;
} JxDraftOrigin;

void jx_draft_origin_clear (JxDraftOrigin *origin);

typedef enum
{
  JX_DRAFT_OF_NO_FILE,   /* the document was never saved */
  JX_DRAFT_OF_SAME_FILE, /* the file is as it was when the document was read or saved */
  JX_DRAFT_OF_CHANGED_FILE,
  JX_DRAFT_OF_LOST_FILE, /* there is no such file any more, or none that can be read */
} JxDraftFit;

/**
 * JxDraft:
 * @file: the draft itself
 * @when: (nullable): when it was written, local time
 * @document: (nullable): what it holds; %NULL if it cannot be read
 * @error: why not
 * @fit: how it stands to the file it is of
 * @n_changes: how many differences there are to that file as it is now
 * @refused: (element-type JxRefused): what was typed and does not fit
 */
typedef struct
{
  char *file;
  JxDraftOrigin origin;
  GDateTime *when;
  JxDocument *document;
  GError *error;
  JxDraftFit fit;
  guint n_changes;
  GPtrArray *refused;
} JxDraft;

/** jx_draft_write: @xml: the document as its file holds it; @refused: (nullable) (element-type JxRefused). Durable and atomic; from any thread. */
gboolean jx_draft_write (const char *file, GBytes *xml, const JxDraftOrigin *origin, GPtrArray *refused, GError **error);

/** jx_draft_read: reads a draft and the file it is of, and compares them; from any thread. Returns: (transfer full). */
JxDraft *jx_draft_read (const char *file);

/** jx_draft_is_superfluous: Returns: whether the file it is of holds the very same, and all that was typed. */
gboolean jx_draft_is_superfluous (const JxDraft *draft);

void jx_draft_free (JxDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxDraft, jx_draft_free)

G_END_DECLS
