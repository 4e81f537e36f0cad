/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/* For the gate (jx-document.c, jx-edit.c) only: changing items without asking. */

/* The texts of a document, which live as long as it or any that borrowed them. */
typedef struct
{
  GStringChunk *chunk;
} JxTexts;

/* Memory of a document's items: never freed piece by piece, all at once with the document. */
typedef struct
{
  GPtrArray *blocks; /* zeroed memory for items */
  gsize used;        /* of the last block */
  JxTexts *texts;      /* atomically reference counted: a copy may be let go of in another thread */
  GPtrArray *borrowed; /* (element-type JxTexts) of documents this one was copied from */
  GPtrArray *lists;  /* of children, to be freed */
  GHashTable *field_extras; /* of later versions' files, by place of the value; NULL while there are none */
} JxStore;

JxStore *jx_document_get_store (JxDocument *document);

void jx_store_init (JxStore *store);
void jx_store_clear (JxStore *store);
/* A copy of @text that lives as long as the store; short equal texts share one. NULL for blank. */
const char *jx_store_keep (JxStore *store, const char *text);

/* The texts of @from live as long as @store, too. */
void jx_store_borrow (JxStore *store, JxStore *from);
/* Whether texts of @from live as long as @store. */
gboolean jx_store_borrows (JxStore *store, JxStore *from);
/* Zeroed memory for an item or the like. */
gpointer jx_store_allocate (JxStore *store, gsize size);

JxItem *jx_item_make (JxDocument *document, JxKind kind);
/* @value is kept text of the same document. */
void jx_item_put (JxItem *item, JxField field, const char *value);
void jx_item_insert_at (JxItem *parent, JxItem *child, guint index);
void jx_item_take_out (JxItem *child);
/* To the place @index of its list. */
void jx_item_move_to (JxItem *child, guint index);
/* @order: all children of a kind. */
void jx_item_put_in_order (JxItem *parent, const GPtrArray *order);

G_END_DECLS
