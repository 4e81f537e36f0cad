/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-match-list.h"

/* How many characters of an excerpt stand before the match, and how many of a match are shown. */
#define BEFORE_CHARACTERS 12
#define MATCH_CHARACTERS 40
#define AFTER_CHARACTERS 60

struct _JxMatchEntry
{
  GObject parent_instance;

  JxMatchList *list;
  guint index;
  guint generation; /* of the list when the entry was made */
};

G_DEFINE_FINAL_TYPE (JxMatchEntry, jx_match_entry, G_TYPE_OBJECT)

struct _JxMatchList
{
  GObject parent_instance;

  JxSearch *search;
  guint count;      /* as told */
  guint generation; /* counts the searches shown */
};

static GType
get_item_type (GListModel *model)
{
  return JX_TYPE_MATCH_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return JX_MATCH_LIST (model)->count;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JxMatchList *self = JX_MATCH_LIST (model);
  JxMatchEntry *entry = NULL;

  if (position >= self->count)
    return NULL;

  entry = g_object_new (JX_TYPE_MATCH_ENTRY, NULL);
  entry->list = g_object_ref (self);
  entry->index = position;
  entry->generation = self->generation;

  return entry;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JxMatchList, jx_match_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
jx_match_entry_finalize (GObject *object)
{
  g_object_unref (JX_MATCH_ENTRY (object)->list);

  G_OBJECT_CLASS (jx_match_entry_parent_class)->finalize (object);
}

static void
jx_match_entry_class_init (JxMatchEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_match_entry_finalize;
}

static void
jx_match_entry_init (JxMatchEntry *self)
{
}

static void
jx_match_list_class_init (JxMatchListClass *klass)
{
}

static void
jx_match_list_init (JxMatchList *self)
{
}

JxMatchList *
jx_match_list_new (void)
{
  return g_object_new (JX_TYPE_MATCH_LIST, NULL);
}

void
jx_match_list_set_search (JxMatchList *self, JxSearch *search)
{
  guint removed = 0;

  g_return_if_fail (JX_IS_MATCH_LIST (self));

  removed = self->count;
  self->generation++;
  self->search = search;
  self->count = search != NULL ? jx_search_get_count (search) : 0;
  if (removed > 0 || self->count > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->count);
}

void
jx_match_list_grow (JxMatchList *self)
{
  guint old = 0;

  g_return_if_fail (JX_IS_MATCH_LIST (self));
  g_return_if_fail (self->search != NULL);

  old = self->count;
  self->count = jx_search_get_count (self->search);
  if (self->count > old)
    g_list_model_items_changed (G_LIST_MODEL (self), old, 0, self->count - old);
}

guint
jx_match_entry_get_index (JxMatchEntry *self)
{
  g_return_val_if_fail (JX_IS_MATCH_ENTRY (self), 0);

  return self->index;
}

const JxMatch *
jx_match_entry_get (JxMatchEntry *self)
{
  g_return_val_if_fail (JX_IS_MATCH_ENTRY (self), NULL);

  if (self->list->search == NULL || self->generation != self->list->generation)
    return NULL;

  return jx_search_get (self->list->search, self->index);
}

/* The characters from @start to @end as markup on one line; no more than @most of them. */
static void
append_piece (GString *markup, const char *start, const char *end, glong most)
{
  g_autofree char *piece = NULL;
  g_autofree char *escaped = NULL;
  gboolean cut = g_utf8_strlen (start, end - start) > most;

  if (cut)
    end = g_utf8_offset_to_pointer (start, most);
  piece = g_strndup (start, end - start);
  g_strdelimit (piece, "\n\t", ' ');
  escaped = g_markup_escape_text (piece, -1);
  g_string_append (markup, escaped);
  if (cut)
    g_string_append (markup, "…");
}

char *
jx_match_markup (const JxMatch *match, const char *replacement)
{
  GString *markup = g_string_new (NULL);
  const char *at = match->value + match->offset;
  const char *end = at + match->length;
  const char *start = at;

  for (int i = 0; i < BEFORE_CHARACTERS && start > match->value; i++)
    start = g_utf8_prev_char (start);
  if (start > match->value)
    g_string_append (markup, "…");

  append_piece (markup, start, at, BEFORE_CHARACTERS);
  g_string_append (markup, replacement != NULL ? "<s>" : "<b>");
  append_piece (markup, at, end, MATCH_CHARACTERS);
  g_string_append (markup, replacement != NULL ? "</s>" : "</b>");
  if (replacement != NULL)
    {
      g_string_append (markup, " → <b>");
      append_piece (markup, replacement, replacement + strlen (replacement), MATCH_CHARACTERS);
      g_string_append (markup, "</b> ");
    }
  append_piece (markup, end, end + strlen (end), AFTER_CHARACTERS);

  return g_string_free (markup, FALSE);
}
