/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-session.h"

G_BEGIN_DECLS

/* An edit by script: the same seed gives the same document after the same number of steps. */

/** jx_draft_script_make_document: Returns: (transfer full): the document before the first step. */
JxDocument *jx_draft_script_make_document (void);

/** jx_draft_script_step: one step, perhaps an undo; @number makes texts no other step has. */
void jx_draft_script_step (JxSession *session, GRand *random, guint number);

/** jx_draft_script_assert_empty: fails the test if anything is in @folder; there need be none. */
void jx_draft_script_assert_empty (const char *folder);

G_END_DECLS
