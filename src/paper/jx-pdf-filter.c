/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-pdf-filter.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "paper/jx-pdf-marks.h"
#include "paper/jx-pdf-tree.h"

/* cairo writes a few bytes at a time; they are looked at when there are so many. */
#define PENDING_MAX 16384
#define OBJECT_END "\nendobj\n"
#define STREAM_BEGIN ">>\nstream\n"
#define STREAM_END "\nendstream" OBJECT_END

struct _JxPdfFilter
{
  JxTagger *tagger;
  JxPdfPacks *packs;
  JxPdfTree *tree;
  GString *pending;      /* not dealt with yet */
  gsize looked;          /* so much was left of it when it was last looked at */
  gboolean begun;        /* the file's first lines are written */
  gboolean ended;        /* nothing but cairo's table of objects comes now */
  guint dropped;         /* the number of an object that only told a length */
  guint catalog;
  char *catalog_body;
  GString *content;      /* of a page, marked */
  GByteArray *inflated;
};

static gboolean
inflate (const char *data, gsize length, GByteArray *out)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  GConverterResult result = G_CONVERTER_CONVERTED;

  g_byte_array_set_size (out, 0);
  while (result != G_CONVERTER_FINISHED)
    {
      guint8 buffer[16384];
      gsize n_read, n_written;

      result = g_converter_convert (G_CONVERTER (decompressor), data, length, buffer, sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      g_byte_array_append (out, buffer, n_written);
      data += n_read;
      length -= n_read;
    }
  g_byte_array_append (out, (const guint8 *) "", 1);

  return TRUE;
}

/* A stream with nothing said of it but its length is a page's content, so long as pages are expected.
 * Returns: whether it was one and is written. */
static gboolean
put_content (JxPdfFilter *filter, guint number, const char *body, gsize length, gboolean *good)
{
  const char *data = memmem (body, length, STREAM_BEGIN, strlen (STREAM_BEGIN));
  guint told_in;
  int filtered = 0;

  if (g_queue_is_empty (&filter->tagger->pages)
      || sscanf (body, "<< /Length %u 0 R\n   /Filter /FlateDecode\n>>\nstream%n", &told_in, &filtered) != 1 || filtered == 0)
    return FALSE;

  data += strlen (STREAM_BEGIN);
  g_string_truncate (filter->content, 0);
  if (!inflate (data, body + length - data, filter->inflated)
      || !jx_pdf_tree_mark (filter->tree, (const char *) filter->inflated->data, filter->inflated->len - 1, filter->content))
    return FALSE;

  filter->dropped = told_in;
  *good = jx_pdf_packs_put_stream (filter->packs, number, filter->content->str, filter->content->len);

  return TRUE;
}

static gboolean
put_body (JxPdfFilter *filter, guint number, const char *body)
{
  g_autofree char *object = g_strdup_printf ("%u 0 obj\n%s" OBJECT_END, number, body);

  return jx_pdf_packs_put (filter->packs, number, object, strlen (object));
}

/* An object without a stream. */
static gboolean
put_plain (JxPdfFilter *filter, guint number, const char *body, gsize length)
{
  g_autofree char *text = NULL;

  /* Which links are on a page cairo tells in an array of its own. */
  if (number == filter->dropped || *body == '[')
    return TRUE;

  text = g_strndup (body, length);
  if (g_str_has_prefix (text, "<< /Type /Catalog\n"))
    {
      filter->catalog = number;
      filter->catalog_body = g_steal_pointer (&text);
      return TRUE;
    }
  if (g_str_has_prefix (text, "<< /Type /Page %"))
    {
      g_autofree char *page = jx_pdf_tree_dup_page (filter->tree, number, text);

      return put_body (filter, number, page);
    }
  if (g_str_has_prefix (text, "<< /Type /Annot\n"))
    jx_pdf_tree_add_link (filter->tree, number, text);

  return put_body (filter, number, text);
}

/* The end of the object at @from, or %NULL if it is not there yet. @stream: (out): whether it has a stream. */
static const char *
find_end (const char *from, const char *limit, gboolean *stream)
{
  const char *end = memmem (from, limit - from, OBJECT_END, strlen (OBJECT_END));
  const char *begin = end != NULL ? memmem (from, end - from, STREAM_BEGIN, strlen (STREAM_BEGIN)) : NULL;

  *stream = begin != NULL;
  if (begin == NULL)
    return end;

  end = memmem (begin, limit - begin, STREAM_END, strlen (STREAM_END));

  return end;
}

static gboolean
put_object (JxPdfFilter *filter, const char *object, const char *end, gboolean stream)
{
  char *body = NULL;
  guint number = (guint) g_ascii_strtoull (object, &body, 10);
  gboolean good = TRUE;

  body += strlen (" 0 obj\n");
  if (!stream)
    return put_plain (filter, number, body, end - body);
  if (put_content (filter, number, body, end - body, &good))
    return good;

  return jx_pdf_packs_put (filter->packs, number, object, end + strlen (STREAM_END) - object);
}

/* Takes what is whole off the pending text. */
static gboolean
look (JxPdfFilter *filter)
{
  const char *from = filter->pending->str;
  const char *limit = from + filter->pending->len;
  const char *end = NULL;
  gboolean stream;
  gboolean good = TRUE;

  /* "%PDF-1.5" and a line of bytes that are no text. */
  if (!filter->begun)
    {
      end = strchr (from, '\n');
      end = end != NULL ? strchr (end + 1, '\n') : NULL;
      if (end == NULL)
        return TRUE;
      good = jx_pdf_packs_put_head (filter->packs, from, end + 1 - from);
      from = end + 1;
      filter->begun = TRUE;
    }

  while (good && !filter->ended)
    {
      filter->ended = limit - from >= 5 && strncmp (from, "xref\n", 5) == 0;
      end = filter->ended ? NULL : find_end (from, limit, &stream);
      if (end == NULL)
        break;
      good = put_object (filter, from, end, stream);
      from = end + strlen (stream ? STREAM_END : OBJECT_END);
    }
  g_string_erase (filter->pending, 0, from - filter->pending->str);
  filter->looked = filter->pending->len;

  return good;
}

JxPdfFilter *
jx_pdf_filter_new (JxTagger *tagger, JxPdfWrite write, gpointer user_data)
{
  JxPdfFilter *filter = g_new0 (JxPdfFilter, 1);

  filter->tagger = tagger;
  filter->packs = jx_pdf_packs_new (write, user_data);
  filter->tree = jx_pdf_tree_new (tagger);
  filter->pending = g_string_new (NULL);
  filter->content = g_string_new (NULL);
  filter->inflated = g_byte_array_new ();

  return filter;
}

gboolean
jx_pdf_filter_write (JxPdfFilter *filter, const void *data, gsize length)
{
  /* Of the table only its end is of use. */
  if (filter->ended && filter->pending->len > PENDING_MAX)
    g_string_erase (filter->pending, 0, filter->pending->len - PENDING_MAX / 2);
  g_string_append_len (filter->pending, data, length);

  return filter->ended || filter->pending->len < 2 * filter->looked + PENDING_MAX || look (filter);
}

gboolean
jx_pdf_filter_finish (JxPdfFilter *filter)
{
  const char *trailer;
  guint size, root, info;
  g_autofree char *catalog = NULL;

  if (!look (filter) || !filter->ended || filter->catalog == 0)
    return FALSE;
  trailer = g_strrstr (filter->pending->str, "trailer\n");
  if (trailer == NULL || sscanf (trailer, "trailer << /Size %u /Root %u 0 R /Info %u 0 R", &size, &root, &info) != 3)
    return FALSE;

  catalog = jx_pdf_tree_dup_catalog (filter->catalog_body, size);
  jx_pdf_tree_put (filter->tree, filter->packs, size);

  return put_body (filter, filter->catalog, catalog)
         && jx_pdf_packs_finish (filter->packs, root, info);
}

void
jx_pdf_filter_free (JxPdfFilter *filter)
{
  if (filter == NULL)
    return;

  jx_pdf_packs_free (filter->packs);
  jx_pdf_tree_free (filter->tree);
  g_string_free (filter->pending, TRUE);
  g_string_free (filter->content, TRUE);
  g_byte_array_unref (filter->inflated);
  g_free (filter->catalog_body);
  g_free (filter);
}
