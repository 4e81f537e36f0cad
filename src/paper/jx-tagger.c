/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-tagger.h"

struct _JxTagger
{
  GPtrArray *open;        /* (element-type utf8) (not owned): names of the elements begun and not ended */
  GArray *entries;        /* (element-type guint): of each element, its further entries' place in @texts */
  GPtrArray *texts;       /* (element-type utf8): each once; the first is %NULL */
  GHashTable *known;      /* text → place in @texts */
};

JxTagger *
jx_tagger_new (void)
{
  JxTagger *tagger = g_new0 (JxTagger, 1);

  tagger->open = g_ptr_array_new ();
  tagger->entries = g_array_new (FALSE, FALSE, sizeof (guint));
  tagger->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (tagger->texts, NULL);
  tagger->known = g_hash_table_new (g_str_hash, g_str_equal);

  return tagger;
}

static guint
find_text (JxTagger *tagger, const char *text)
{
  gpointer place;

  if (text == NULL)
    return 0;

  if (!g_hash_table_lookup_extended (tagger->known, text, NULL, &place))
    {
      place = GUINT_TO_POINTER (tagger->texts->len);
      g_ptr_array_add (tagger->texts, g_strdup (text));
      g_hash_table_insert (tagger->known, g_ptr_array_index (tagger->texts, tagger->texts->len - 1), place);
    }

  return GPOINTER_TO_UINT (place);
}

void
jx_tagger_begin (JxTagger *tagger, cairo_t *cairo, const char *name, const char *attributes, const char *entries)
{
  guint place = find_text (tagger, entries);

  g_ptr_array_add (tagger->open, (gpointer) name);
  g_array_append_val (tagger->entries, place);
  cairo_tag_begin (cairo, name, attributes);
}

void
jx_tagger_end (JxTagger *tagger, cairo_t *cairo)
{
  g_return_if_fail (tagger->open->len > 0);

  cairo_tag_end (cairo, g_ptr_array_steal_index (tagger->open, tagger->open->len - 1));
}

const char *
jx_tagger_get_entries (const JxTagger *tagger, guint index)
{
  return index < tagger->entries->len ? g_ptr_array_index (tagger->texts, g_array_index (tagger->entries, guint, index)) : NULL;
}

void
jx_tagger_free (JxTagger *tagger)
{
  if (tagger == NULL)
    return;

  g_ptr_array_unref (tagger->open);
  g_array_unref (tagger->entries);
  g_hash_table_unref (tagger->known);
  g_ptr_array_unref (tagger->texts);
  g_free (tagger);
}
