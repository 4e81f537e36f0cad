/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-tagger.h"

/* What stands in these but in no element of theirs is no part of the document. */
static const char *const groups[] = { "Artifact", "Document", "Table", "TR", "TOC", "TOCI", NULL };

JxTagger *
jx_tagger_new (void)
{
  JxTagger *tagger = g_new0 (JxTagger, 1);

  tagger->elements = g_array_new (FALSE, FALSE, sizeof (JxElement));
  g_queue_init (&tagger->pages);
  tagger->links = g_array_new (FALSE, FALSE, sizeof (guint));
  tagger->open = g_array_new (FALSE, FALSE, sizeof (guint));
  tagger->texts = g_string_chunk_new (4096);

  return tagger;
}

void
jx_tagger_begin_page (JxTagger *tagger)
{
  g_queue_push_tail (&tagger->pages, g_array_new (FALSE, FALSE, sizeof (JxSpan)));
}

static guint
get_top (const JxTagger *tagger)
{
  return tagger->open->len > 0 ? g_array_index (tagger->open, guint, tagger->open->len - 1) : 0;
}

static void
add_span (JxTagger *tagger, guint element, guint n_glyphs)
{
  JxSpan span = { element, n_glyphs };

  g_array_append_val ((GArray *) g_queue_peek_tail (&tagger->pages), span);
}

void
jx_tagger_begin (JxTagger *tagger, const char *name, const char *entries)
{
  JxElement element = { name, get_top (tagger), NULL };
  guint place = tagger->elements->len;

  if (g_str_equal (name, "Artifact"))
    place = JX_ARTIFACT;
  else
    {
      /* Spans and scopes are the same again and again. */
      if (entries != NULL)
        element.entries = g_string_chunk_insert_const (tagger->texts, entries);
      g_array_append_val (tagger->elements, element);
    }
  g_array_append_val (tagger->open, place);

  if (g_str_equal (name, "Figure"))
    add_span (tagger, place, 0);
  else if (g_str_equal (name, "Link"))
    g_array_append_val (tagger->links, place);
}

void
jx_tagger_end (JxTagger *tagger)
{
  g_return_if_fail (tagger->open->len > 0);

  g_array_set_size (tagger->open, tagger->open->len - 1);
}

void
jx_tagger_add_glyphs (JxTagger *tagger, guint n_glyphs)
{
  GArray *spans = g_queue_peek_tail (&tagger->pages);
  guint element = get_top (tagger);

  if (n_glyphs == 0)
    return;

  if (element != JX_ARTIFACT && g_strv_contains (groups, g_array_index (tagger->elements, JxElement, element).name))
    element = JX_ARTIFACT;

  if (spans->len > 0 && g_array_index (spans, JxSpan, spans->len - 1).element == element)
    g_array_index (spans, JxSpan, spans->len - 1).n_glyphs += n_glyphs;
  else
    add_span (tagger, element, n_glyphs);
}

void
jx_tagger_free (JxTagger *tagger)
{
  if (tagger == NULL)
    return;

  g_array_unref (tagger->elements);
  g_queue_clear_full (&tagger->pages, (GDestroyNotify) g_array_unref);
  g_array_unref (tagger->links);
  g_array_unref (tagger->open);
  g_string_chunk_free (tagger->texts);
  g_free (tagger);
}
