/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/jx-item-private.h"

#define BLOCK_SIZE (64 * 1024)
/* Longer texts are hardly ever equal, and comparing them costs. */
#define SHARED_TEXT_MAX 64

static void
texts_clear (gpointer texts)
{
  g_string_chunk_free (((JxTexts *) texts)->chunk);
}

static void
texts_unref (gpointer texts)
{
  g_atomic_rc_box_release_full (texts, texts_clear);
}

void
jx_store_init (JxStore *store)
{
  store->blocks = g_ptr_array_new_with_free_func (g_free);
  store->used = BLOCK_SIZE;
  store->texts = g_atomic_rc_box_new (JxTexts);
  store->texts->chunk = g_string_chunk_new (BLOCK_SIZE);
  store->borrowed = g_ptr_array_new_with_free_func (texts_unref);
  store->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

void
jx_store_clear (JxStore *store)
{
  g_ptr_array_unref (store->blocks);
  g_ptr_array_unref (store->lists);
  g_clear_pointer (&store->field_extras, g_hash_table_unref);
  g_ptr_array_unref (store->borrowed);
  texts_unref (store->texts);
}

const char *
jx_store_keep (JxStore *store, const char *text)
{
  gsize length;

  if (text == NULL || *text == '\0')
    return NULL;

  length = strlen (text);
  if (length <= SHARED_TEXT_MAX)
    return g_string_chunk_insert_const (store->texts->chunk, text);

  return g_string_chunk_insert_len (store->texts->chunk, text, length);
}

void
jx_store_borrow (JxStore *store, JxStore *from)
{
  g_ptr_array_add (store->borrowed, g_atomic_rc_box_acquire (from->texts));
  for (guint i = 0; i < from->borrowed->len; i++)
    g_ptr_array_add (store->borrowed, g_atomic_rc_box_acquire (from->borrowed->pdata[i]));
}

gboolean
jx_store_borrows (JxStore *store, JxStore *from)
{
  return store == from || g_ptr_array_find (store->borrowed, from->texts, NULL);
}

gpointer
jx_store_allocate (JxStore *store, gsize size)
{
  gpointer memory;

  g_assert (size <= BLOCK_SIZE);

  if (store->used + size > BLOCK_SIZE)
    {
      g_ptr_array_add (store->blocks, g_malloc0 (BLOCK_SIZE));
      store->used = 0;
    }

  memory = (char *) g_ptr_array_index (store->blocks, store->blocks->len - 1) + store->used;
  store->used += size;
  return memory;
}
