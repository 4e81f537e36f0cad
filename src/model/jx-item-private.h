/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/* For the gate (jx-document.c, jx-edit.c) only: changing items without asking. */

/* Memory of a document's items: never freed piece by piece, all at once with the document. */
typedef struct
{
  GPtrArray *blocks; /* zeroed memory for items */
  gsize used;        /* of the last block */
  GStringChunk *texts;
  GPtrArray *lists;  /* of children, to be freed */
  GHashTable *field_extras; /* of later versions' files, by place of the value; NULL while there are none */
} JxStore;

JxStore *jx_document_get_store (JxDocument *document);
gboolean jx_document_is_building (JxDocument *document);

void jx_store_init (JxStore *store);
void jx_store_clear (JxStore *store);
/* A copy of @text that lives as long as the store; short equal texts share one. NULL for blank. */
const char *jx_store_keep (JxStore *store, const char *text);

JxItem *jx_item_make (JxDocument *document, JxKind kind);
/* @value is kept text of the same document. */
void jx_item_put (JxItem *item, JxField field, const char *value);
void jx_item_insert_at (JxItem *parent, JxItem *child, guint index);
void jx_item_take_out (JxItem *child);
/* To the place @index of its list. */
void jx_item_move_to (JxItem *child, guint index);

G_END_DECLS
