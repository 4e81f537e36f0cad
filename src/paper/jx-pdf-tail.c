/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-pdf-tail.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

/* What the tree begins with. */
#define MARKER "<< /Type /StructElem\n"
/* So much is kept back while the tree is waited for, that its first object's head is still there. */
#define KEPT 64
/* cairo writes a few bytes at a time; they are looked at when there are so many. */
#define PENDING_MAX 16384
/* Objects packed into one stream: readers unpack a stream to see any object of it. */
#define PACK_MAX 400
#define LEVEL 1
/* Of an object in the table of contents of the file: its type, place, and index in its pack. */
#define ENTRY_SIZE 8
#define CATALOG_ENTRIES "   /Lang (zh-CN)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"

typedef enum
{
  ENTRY_FREE = 0,
  ENTRY_AT = 1,     /* at an offset of the file */
  ENTRY_PACKED = 2, /* in the pack numbered by its place */
} EntryType;

typedef enum
{
  PASSING, /* pages: as they are */
  PACKING, /* objects */
  INDEXING, /* cairo's own table of where they stand */
} Phase;

typedef struct
{
  GBytes *bytes; /* compressed */
  guint n_objects;
  gsize first;   /* where the first object stands */
} Pack;

struct _JxPdfTail
{
  const JxTagger *tagger;
  JxPdfWrite write;
  gpointer user_data;
  Phase phase;
  GString *pending;    /* not dealt with yet */
  gsize looked;        /* so much was left of it when it was last looked at */
  gsize passed;        /* bytes written */
  guint n_elements;
  GString *head;       /* of the pack in work: numbers and offsets */
  GString *bodies;
  guint n_objects;
  GArray *packs;       /* (element-type Pack) */
  GByteArray *entries; /* ENTRY_SIZE bytes an object, by number */
};

static void
pack_clear (Pack *pack)
{
  g_clear_pointer (&pack->bytes, g_bytes_unref);
}

static gboolean
put (JxPdfTail *tail, const void *data, gsize length)
{
  tail->passed += length;

  return tail->write (tail->user_data, data, length);
}

static gboolean G_GNUC_PRINTF (2, 3)
put_format (JxPdfTail *tail, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return put (tail, text, strlen (text));
}

static void
set_entry (JxPdfTail *tail, guint number, EntryType type, guint64 place, guint index)
{
  guint old = tail->entries->len;
  guint8 *entry;

  if (old < (number + 1) * ENTRY_SIZE)
    {
      g_byte_array_set_size (tail->entries, (number + 1) * ENTRY_SIZE);
      memset (tail->entries->data + old, 0, tail->entries->len - old);
    }

  entry = tail->entries->data + number * ENTRY_SIZE;
  entry[0] = type;
  for (guint i = 0; i < 5; i++)
    entry[1 + i] = (guint8) (place >> (8 * (4 - i)));
  entry[6] = (guint8) (index >> 8);
  entry[7] = (guint8) index;
}

static EntryType
get_entry_type (const JxPdfTail *tail, guint number)
{
  return (number + 1) * ENTRY_SIZE <= tail->entries->len ? tail->entries->data[number * ENTRY_SIZE] : ENTRY_FREE;
}

static GBytes *
deflate (const char *data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize done = 0;

  while (result != G_CONVERTER_FINISHED)
    {
      guint8 buffer[8192];
      gsize n_read, n_written;

      result = g_converter_convert (G_CONVERTER (compressor), data + done, length - done, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      g_assert (result != G_CONVERTER_ERROR);
      done += n_read;
      g_byte_array_append (out, buffer, n_written);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* Packs stay in memory until all objects have their numbers, for they need some of their own. */
static void
finish_pack (JxPdfTail *tail)
{
  Pack pack = { .n_objects = tail->n_objects, .first = tail->head->len };

  if (tail->n_objects == 0)
    return;

  g_string_append_len (tail->head, tail->bodies->str, tail->bodies->len);
  pack.bytes = deflate (tail->head->str, tail->head->len);
  g_array_append_val (tail->packs, pack);
  g_string_truncate (tail->head, 0);
  g_string_truncate (tail->bodies, 0);
  tail->n_objects = 0;
}

/* What cairo does not write of an element or the catalog goes in before the dictionary's end. */
static const char *
find_more (JxPdfTail *tail, const char *body)
{
  if (g_str_has_prefix (body, MARKER))
    return jx_tagger_get_entries (tail->tagger, tail->n_elements++);

  return g_str_has_prefix (body, "<< /Type /Catalog\n") ? CATALOG_ENTRIES : NULL;
}

static void
pack_object (JxPdfTail *tail, guint number, const char *body)
{
  const char *more = find_more (tail, body);
  const char *end = more != NULL ? strrchr (body, '>') - 1 : body + strlen (body);
  char place[48];

  set_entry (tail, number, ENTRY_PACKED, tail->packs->len, tail->n_objects);
  g_string_append_len (tail->head, place, g_snprintf (place, sizeof place, "%u %" G_GSIZE_FORMAT " ", number, tail->bodies->len));
  g_string_append_len (tail->bodies, body, end - body);
  if (more != NULL)
    g_string_append_printf (tail->bodies, "%s%s", more, end);
  g_string_append_c (tail->bodies, '\n');

  if (++tail->n_objects == PACK_MAX)
    finish_pack (tail);
}

/* Takes the objects that are whole off the pending text. */
static void
pack_objects (JxPdfTail *tail)
{
  static const char end_mark[] = "\nendobj\n";
  char *from = tail->pending->str;
  char *end;

  while (!g_str_has_prefix (from, "xref\n") && (end = strstr (from, end_mark)) != NULL)
    {
      char *body = NULL;
      guint number = (guint) g_ascii_strtoull (from, &body, 10);

      *end = '\0';
      pack_object (tail, number, body + strlen (" 0 obj\n"));
      from = end + strlen (end_mark);
    }
  g_string_erase (tail->pending, 0, from - tail->pending->str);

  if (g_str_has_prefix (tail->pending->str, "xref\n"))
    {
      finish_pack (tail);
      tail->phase = INDEXING;
    }
}

/* Passes on all before the tree's first object, if that has come. */
static gboolean
pass (JxPdfTail *tail)
{
  char *marker = memmem (tail->pending->str, tail->pending->len, MARKER, strlen (MARKER));
  gsize n_passed = tail->pending->len - MIN (tail->pending->len, KEPT);
  gboolean good;

  if (marker != NULL)
    {
      const char *line = marker - 1;

      while (line > tail->pending->str && line[-1] != '\n')
        line--;
      n_passed = line - tail->pending->str;
      tail->phase = PACKING;
    }

  good = put (tail, tail->pending->str, n_passed);
  g_string_erase (tail->pending, 0, n_passed);

  return good;
}

/* The table of what stands where, as cairo tells it, in lines of twenty bytes. Returns: what is after it. */
static const char *
read_index (JxPdfTail *tail)
{
  const char *line = strchr (tail->pending->str + strlen ("xref\n"), '\n') + 1;
  guint number;
  guint count;

  if (sscanf (tail->pending->str, "xref %u %u", &number, &count) != 2)
    return tail->pending->str;

  for (; count > 0; count--, number++)
    {
      guint64 offset = g_ascii_strtoull (line, NULL, 10);

      /* An object that has a number and was never written is told to stand where none does. */
      if (line[17] == 'n' && offset < tail->passed && get_entry_type (tail, number) == ENTRY_FREE)
        set_entry (tail, number, ENTRY_AT, offset, 0);
      else if (get_entry_type (tail, number) == ENTRY_FREE)
        set_entry (tail, number, ENTRY_FREE, 0, number == 0 ? G_MAXUINT16 : 0);
      line += 20;
    }

  return line;
}

static gboolean
put_packs (JxPdfTail *tail, guint first_number)
{
  /* Places in packs were counted from 0. */
  for (guint number = 0; number < first_number; number++)
    {
      const guint8 *entry = tail->entries->data + number * ENTRY_SIZE;

      if (entry[0] == ENTRY_PACKED)
        set_entry (tail, number, ENTRY_PACKED,
                   first_number + (((guint) entry[2] << 24) | ((guint) entry[3] << 16) | ((guint) entry[4] << 8) | entry[5]),
                   ((guint) entry[6] << 8) | entry[7]);
    }

  for (guint i = 0; i < tail->packs->len; i++)
    {
      const Pack *pack = &g_array_index (tail->packs, Pack, i);

      set_entry (tail, first_number + i, ENTRY_AT, tail->passed, 0);
      if (!put_format (tail, "%u 0 obj\n<< /Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " /Length %" G_GSIZE_FORMAT " /Filter /FlateDecode >>\nstream\n",
                       first_number + i, pack->n_objects, pack->first, g_bytes_get_size (pack->bytes))
          || !put (tail, g_bytes_get_data (pack->bytes, NULL), g_bytes_get_size (pack->bytes))
          || !put_format (tail, "\nendstream\nendobj\n"))
        return FALSE;
    }

  return TRUE;
}

JxPdfTail *
jx_pdf_tail_new (const JxTagger *tagger, JxPdfWrite write, gpointer user_data)
{
  JxPdfTail *tail = g_new0 (JxPdfTail, 1);

  tail->tagger = tagger;
  tail->write = write;
  tail->user_data = user_data;
  tail->pending = g_string_new (NULL);
  tail->head = g_string_new (NULL);
  tail->bodies = g_string_new (NULL);
  tail->packs = g_array_new (FALSE, FALSE, sizeof (Pack));
  g_array_set_clear_func (tail->packs, (GDestroyNotify) pack_clear);
  tail->entries = g_byte_array_new ();

  return tail;
}

static gboolean
look (JxPdfTail *tail)
{
  gboolean good = TRUE;

  if (tail->phase == PASSING)
    good = pass (tail);
  if (tail->phase == PACKING)
    pack_objects (tail);
  tail->looked = tail->pending->len;

  return good;
}

gboolean
jx_pdf_tail_write (JxPdfTail *tail, const void *data, gsize length)
{
  g_string_append_len (tail->pending, data, length);

  return tail->pending->len < 2 * tail->looked + PENDING_MAX || look (tail);
}

gboolean
jx_pdf_tail_finish (JxPdfTail *tail)
{
  const char *trailer;
  const char *root;
  const char *info;
  g_autoptr (GBytes) table = NULL;
  guint number;
  guint64 start;

  if (!look (tail))
    return FALSE;
  /* Another cairo may pack the tree itself. */
  if (tail->phase == PASSING)
    return put (tail, tail->pending->str, tail->pending->len);
  if (tail->phase != INDEXING)
    return FALSE;

  trailer = read_index (tail);
  root = strstr (trailer, "/Root ");
  info = strstr (trailer, "/Info ");
  if (root == NULL || info == NULL || !put_packs (tail, tail->entries->len / ENTRY_SIZE))
    return FALSE;

  number = tail->entries->len / ENTRY_SIZE;
  start = tail->passed;
  set_entry (tail, number, ENTRY_AT, start, 0);
  table = deflate ((const char *) tail->entries->data, tail->entries->len);

  return put_format (tail, "%u 0 obj\n<< /Type /XRef /Size %u /W [1 5 2] %.*s %.*s /Length %" G_GSIZE_FORMAT " /Filter /FlateDecode >>\nstream\n",
                     number, number + 1, (int) strcspn (root, "\n"), root, (int) strcspn (info, "\n"), info, g_bytes_get_size (table))
         && put (tail, g_bytes_get_data (table, NULL), g_bytes_get_size (table))
         && put_format (tail, "\nendstream\nendobj\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", start);
}

void
jx_pdf_tail_free (JxPdfTail *tail)
{
  if (tail == NULL)
    return;

  g_string_free (tail->pending, TRUE);
  g_string_free (tail->head, TRUE);
  g_string_free (tail->bodies, TRUE);
  g_array_unref (tail->packs);
  g_byte_array_unref (tail->entries);
  g_free (tail);
}
