/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-import-plan.h"

G_BEGIN_DECLS

/* Which parts of colleagues' files are about the same, so that one alone can be taken. */
typedef struct _JxImportRivals JxImportRivals;

JxImportRivals *jx_import_rivals_new (void);
void jx_import_rivals_free (JxImportRivals *rivals);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxImportRivals, jx_import_rivals_free)

/**
 * jx_import_rivals_add:
 * @part: comes after those added before
 *
 * Returns: (transfer none) (nullable): a part added before that has the same one of mine, or is the same new project of
 *   another file: by code, else by name, else by all it says
 */
JxImportPart *jx_import_rivals_add (JxImportRivals *rivals, JxImportPart *part);

G_END_DECLS
