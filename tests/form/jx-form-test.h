/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"
#include "model/jx-document.h"

G_BEGIN_DECLS

/** jx_form_test_parse: Returns: (transfer full): a form about a project that holds @blocks. */
JxForm *jx_form_test_parse (const char *blocks);

/** jx_form_test_add: Returns: (transfer none): a new blank item at the end of @parent's list of @kind. */
JxItem *jx_form_test_add (JxItem *parent, JxKind kind);

G_END_DECLS
