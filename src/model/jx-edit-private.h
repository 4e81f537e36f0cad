/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-edit.h"

G_BEGIN_DECLS

/* What the gate sees of an edit. */
struct _JxEdit
{
  JxEditType type;
  JxItem *item;     /* set: the item; insert: the parent; remove, move: the child; order: the first child */
  JxItem *child;    /* insert */
  JxField field;    /* set */
  const char *value; /* set: kept in the document's store; NULL for blank */
  int index;        /* insert, move */
  GPtrArray *parts; /* group */
  GPtrArray *order; /* order: the children, none of which it holds */
};

/* An edit that sets kept text, without copying it again. */
JxEdit *jx_edit_new_set_kept (JxItem *item, JxField field, const char *value);

G_END_DECLS
