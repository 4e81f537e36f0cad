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
project_list_changed (JxProjectList *self, const JxChange *change)
{
  GListModel *model = G_LIST_MODEL (self);
  guint low = MIN (change->index, change->from);
  guint high = MAX (change->index, change->from);

  switch (change->type)
    {
    case JX_EDIT_INSERT:
      g_list_model_items_changed (model, change->index + 1, 0, 1);
      tell_entries_from (self, change->index);
      break;
    case JX_EDIT_REMOVE:
      g_list_model_items_changed (model, change->index + 1, 1, 0);
      tell_entries_from (self, change->index);
      break;
    case JX_EDIT_MOVE:
      g_list_model_items_changed (model, low + 1, high - low + 1, high - low + 1);
      tell_entries_from (self, low);
      break;
    case JX_EDIT_SET:
    case JX_EDIT_GROUP:
    default:
      g_assert_not_reached ();
    }
}

static void
changed_cb (JxDocument *document, const JxChange *change, JxProjectList *self)
{
  JxItem *item = change->item;

  if (change->child != NULL && jx_item_get_kind (change->child) == JX_KIND_PROJECT)
    {
      project_list_changed (self, change);
      return;
    }

  while (item != NULL && jx_item_get_kind (item) != JX_KIND_PROJECT)
    item = jx_item_get_parent (item);
  if (item != NULL)
    tell_entry (self, item);
}

/* What the whole adds up to is worked out once for each step, not for each of its parts. */
static void
settled_cb (JxDocument *document, JxProjectList *self)
{
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
  JxProjectList *self = JX_PROJECT_LIST (model);

  return 1 + jx_item_count (jx_document_get_root (self->document), JX_KIND_PROJECT);
}

static gpointer
jx_project_list_get_item (GListModel *model, guint position)
{
  JxProjectList *self = JX_PROJECT_LIST (model);
  JxItem *root = jx_document_get_root (self->document);
  JxItem *item = position == 0 ? root : jx_item_child (root, JX_KIND_PROJECT, position - 1);
  JxProjectEntry *entry = NULL;

  if (item == NULL)
    return NULL;

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
}

JxProjectList *
jx_project_list_new (JxDocument *document)
{
  JxProjectList *self = NULL;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  self = g_object_new (JX_TYPE_PROJECT_LIST, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (document, "settled", G_CALLBACK (settled_cb), self, 0);

  return self;
}

guint
jx_project_list_get_position (JxProjectList *self, JxItem *item)
{
  g_return_val_if_fail (JX_IS_PROJECT_LIST (self), G_MAXUINT);

  if (item == jx_document_get_root (self->document))
    return 0;
  if (item == NULL || jx_item_get_kind (item) != JX_KIND_PROJECT || !jx_item_is_attached (item))
    return G_MAXUINT;

  return jx_item_get_index (item) + 1;
}
