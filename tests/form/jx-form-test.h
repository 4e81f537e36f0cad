/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-layout.h"
#include "model/jx-document.h"

G_BEGIN_DECLS

/** jx_form_test_parse: Returns: (transfer full): a form about a project that holds @blocks. */
JxForm *jx_form_test_parse (const char *blocks);

/** jx_form_test_add: Returns: (transfer none): a new blank item at the end of @parent's list of @kind. */
JxItem *jx_form_test_add (JxItem *parent, JxKind kind);

/** jx_form_test_get_grid: Returns: (transfer none): table number @which (from 0) of @blocks. */
const JxGrid *jx_form_test_get_grid (GPtrArray *blocks, guint which);

/** jx_form_test_find_cell: Returns: (transfer none): the cell that covers a place. */
const JxCell *jx_form_test_find_cell (const JxGrid *grid, guint row, guint column);

G_END_DECLS
