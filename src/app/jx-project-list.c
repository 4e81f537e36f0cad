/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-list.h"

struct _JxProjectEntry
{
  GObject parent_instance;

  JxItem *item;
};

G_DEFINE_FINAL_TYPE (JxProjectEntry, jx_project_entry, G_TYPE_OBJECT)

struct _JxProjectList
{
  GObject parent_instance;

  JxDocument *document;
  GHashTable *entries; /* JxItem → JxProjectEntry */
  GPtrArray *shown;    /* (element-type JxItem): the projects as they were told of last */
  GHashTable *touched; /* of projects: something in them is other than was told */
  JxItem *touched_last; /* of these */
  gboolean reordered;  /* so is which projects there are, or their order */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JxProjectList, jx_project_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint changed_signal;

static void
jx_project_entry_class_init (JxProjectEntryClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_project_entry_init (JxProjectEntry *self)
{
}

JxItem *
jx_project_entry_get_item (JxProjectEntry *self)
{
  g_return_val_if_fail (JX_IS_PROJECT_ENTRY (self), NULL);

  return self->item;
}

static void
tell_entry (JxProjectList *self, JxItem *item)
{
  JxProjectEntry *entry = g_hash_table_lookup (self->entries, item);

  if (entry != NULL)
    g_signal_emit (entry, changed_signal, 0);
}

/* The number of a project is its place: those behind a change of order are shown anew. */
static void
tell_entries_from (JxProjectList *self, guint first)
{
  GHashTableIter iter;
  gpointer item = NULL;
  gpointer entry = NULL;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &item, &entry))
    if (jx_item_get_kind (item) == JX_KIND_PROJECT && jx_item_get_index (item) >= first)
      g_signal_emit (entry, changed_signal, 0);
}

static void
show_all (JxProjectList *self)
{
  JxItem *root = jx_document_get_root (self->document);
  guint count = jx_item_count (root, JX_KIND_PROJECT);

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (self->shown, jx_item_child (root, JX_KIND_PROJECT, i));
}

/* Tells of all between the first and the last project that is not where it was, at once: a step may move thousands. */
static void
tell_order (JxProjectList *self)
{
  JxItem *root = jx_document_get_root (self->document);
  guint before = self->shown->len;
  guint after = jx_item_count (root, JX_KIND_PROJECT);
  guint first = 0;
  guint same = 0; /* at the end */

  while (first < MIN (before, after) && self->shown->pdata[first] == jx_item_child (root, JX_KIND_PROJECT, first))
    first++;
  while (same < MIN (before, after) - first
         && self->shown->pdata[before - 1 - same] == jx_item_child (root, JX_KIND_PROJECT, after - 1 - same))
    same++;
  if (first == before && first == after)
    return;

  show_all (self);
  g_list_model_items_changed (G_LIST_MODEL (self), first + 1, before - first - same, after - first - same);
  tell_entries_from (self, first);
}

static void
changed_cb (JxDocument *document, const JxChange *change, JxProjectList *self)
{
  JxItem *item = change->item;

  if (change->child != NULL && jx_item_get_kind (change->child) == JX_KIND_PROJECT)
    {
      self->reordered = TRUE;
      return;
    }

  while (item != NULL && jx_item_get_kind (item) != JX_KIND_PROJECT)
    item = jx_item_get_parent (item);
  /* The parts of a large step come project by project. */
  if (item != NULL && item != self->touched_last)
    g_hash_table_add (self->touched, item);
  self->touched_last = item;
}

/* All is told once for each step, not for each of its parts. */
static void
settled_cb (JxDocument *document, JxProjectList *self)
{
  g_autoptr (GHashTable) touched = g_steal_pointer (&self->touched);
  GHashTableIter iter;
  gpointer item = NULL;

  self->touched = g_hash_table_new (NULL, NULL);
  self->touched_last = NULL;
  if (self->reordered)
    {
      self->reordered = FALSE;
      tell_order (self);
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    tell_entry (self, item);
  tell_entry (self, jx_document_get_root (document));
}

static GType
jx_project_list_get_item_type (GListModel *model)
{
  return JX_TYPE_PROJECT_ENTRY;
}

static guint
jx_project_list_get_n_items (GListModel *model)
{
  return 1 + JX_PROJECT_LIST (model)->shown->len;
}

static gpointer
jx_project_list_get_item (GListModel *model, guint position)
{
  JxProjectList *self = JX_PROJECT_LIST (model);
  JxItem *item = NULL;
  JxProjectEntry *entry = NULL;

  if (position > self->shown->len)
    return NULL;

  item = position == 0 ? jx_document_get_root (self->document) : self->shown->pdata[position - 1];
  entry = g_hash_table_lookup (self->entries, item);
  if (entry == NULL)
    {
      entry = g_object_new (JX_TYPE_PROJECT_ENTRY, NULL);
      entry->item = item;
      g_hash_table_insert (self->entries, item, entry);
    }

  return g_object_ref (entry);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = jx_project_list_get_item_type;
  iface->get_n_items = jx_project_list_get_n_items;
  iface->get_item = jx_project_list_get_item;
}

static void
jx_project_list_finalize (GObject *object)
{
  JxProjectList *self = JX_PROJECT_LIST (object);

  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->touched);
  g_ptr_array_unref (self->shown);
  g_object_unref (self->document);

  G_OBJECT_CLASS (jx_project_list_parent_class)->finalize (object);
}

static void
jx_project_list_class_init (JxProjectListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_project_list_finalize;
}

static void
jx_project_list_init (JxProjectList *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->touched = g_hash_table_new (NULL, NULL);
  self->shown = g_ptr_array_new ();
}

JxProjectList *
jx_project_list_new (JxDocument *document)
{
  JxProjectList *self = NULL;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  self = g_object_new (JX_TYPE_PROJECT_LIST, NULL);
  self->document = g_object_ref (document);
  show_all (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (document, "settled", G_CALLBACK (settled_cb), self, 0);

  return self;
}

guint
jx_project_list_get_position (JxProjectList *self, JxItem *item)
{
  guint index = 0;

  g_return_val_if_fail (JX_IS_PROJECT_LIST (self), G_MAXUINT);

  if (item == jx_document_get_root (self->document))
    return 0;
  if (item == NULL || jx_item_get_kind (item) != JX_KIND_PROJECT || !jx_item_is_attached (item))
    return G_MAXUINT;

  /* Where it was told to be: amid a step that may be elsewhere. */
  index = jx_item_get_index (item);
  if ((index >= self->shown->len || self->shown->pdata[index] != item) && !g_ptr_array_find (self->shown, item, &index))
    return G_MAXUINT;

  return index + 1;
}
