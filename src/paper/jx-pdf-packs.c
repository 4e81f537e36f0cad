/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-pdf-packs.h"

#include <gio/gio.h>
#include <string.h>

/* Objects in a pack: readers unpack a whole one to see any object of it. */
#define PACK_MAX 400
/* More takes twice the time and saves a tenth. */
#define LEVEL 1
/* Of an object in the table: its type, its place, and its index in a pack. */
#define ENTRY_SIZE 8
#define PLACE_SIZE 5

typedef enum
{
  ENTRY_FREE = 0,
  ENTRY_AT = 1,     /* at an offset of the file */
  ENTRY_PACKED = 2, /* in the object that holds the pack */
} EntryType;

typedef struct
{
  GBytes *bytes;       /* compressed */
  guint n_objects;
  gsize first;         /* where the first object stands */
  guint *numbers;
} Pack;

struct _JxPdfPacks
{
  JxPdfWrite write;
  gpointer user_data;
  guint64 written;
  GString *head;       /* of the pack in work: numbers and offsets */
  GString *bodies;
  GArray *numbers;
  GArray *packs;       /* (element-type Pack) */
  GByteArray *entries; /* ENTRY_SIZE bytes an object, by number */
};

static void
pack_clear (Pack *pack)
{
  g_clear_pointer (&pack->bytes, g_bytes_unref);
  g_free (pack->numbers);
}

static gboolean
put (JxPdfPacks *packs, const void *data, gsize length)
{
  packs->written += length;

  return packs->write (packs->user_data, data, length);
}

static gboolean G_GNUC_PRINTF (2, 3)
put_format (JxPdfPacks *packs, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return put (packs, text, strlen (text));
}

static void
set_entry (JxPdfPacks *packs, guint number, EntryType type, guint64 place, guint index)
{
  guint old = packs->entries->len;
  guint8 *entry;

  if (old < (number + 1) * ENTRY_SIZE)
    {
      g_byte_array_set_size (packs->entries, (number + 1) * ENTRY_SIZE);
      memset (packs->entries->data + old, 0, packs->entries->len - old);
    }

  entry = packs->entries->data + number * ENTRY_SIZE;
  entry[0] = type;
  for (guint i = 0; i < PLACE_SIZE; i++)
    entry[1 + i] = (guint8) (place >> (8 * (PLACE_SIZE - 1 - i)));
  entry[6] = (guint8) (index >> 8);
  entry[7] = (guint8) index;
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

static gboolean
put_bytes (JxPdfPacks *packs, guint number, const char *entries, GBytes *bytes)
{
  gsize length = g_bytes_get_size (bytes);

  return put_format (packs, "%u 0 obj\n<< %s/Length %" G_GSIZE_FORMAT " /Filter /FlateDecode >>\nstream\n", number, entries, length)
         && put (packs, g_bytes_get_data (bytes, NULL), length)
         && put_format (packs, "\nendstream\nendobj\n");
}

static void
finish_pack (JxPdfPacks *packs)
{
  Pack pack = { .n_objects = packs->numbers->len, .first = packs->head->len };

  if (pack.n_objects == 0)
    return;

  g_string_append_len (packs->head, packs->bodies->str, packs->bodies->len);
  pack.bytes = deflate (packs->head->str, packs->head->len);
  pack.numbers = g_memdup2 (packs->numbers->data, sizeof (guint) * pack.n_objects);
  g_array_append_val (packs->packs, pack);
  g_string_truncate (packs->head, 0);
  g_string_truncate (packs->bodies, 0);
  g_array_set_size (packs->numbers, 0);
}

void
jx_pdf_append_number (GString *text, gsize number)
{
  char digits[20];
  guint first = sizeof digits;

  do
    {
      digits[--first] = (char) ('0' + number % 10);
      number /= 10;
    }
  while (number > 0);

  g_string_append_len (text, digits + first, sizeof digits - first);
}

JxPdfPacks *
jx_pdf_packs_new (JxPdfWrite write, gpointer user_data)
{
  JxPdfPacks *packs = g_new0 (JxPdfPacks, 1);

  packs->write = write;
  packs->user_data = user_data;
  packs->head = g_string_new (NULL);
  packs->bodies = g_string_new (NULL);
  packs->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  packs->packs = g_array_new (FALSE, FALSE, sizeof (Pack));
  g_array_set_clear_func (packs->packs, (GDestroyNotify) pack_clear);
  packs->entries = g_byte_array_new ();
  set_entry (packs, 0, ENTRY_FREE, 0, G_MAXUINT16);

  return packs;
}

gboolean
jx_pdf_packs_put_head (JxPdfPacks *packs, const char *text, gsize length)
{
  return put (packs, text, length);
}

gboolean
jx_pdf_packs_put (JxPdfPacks *packs, guint number, const char *object, gsize length)
{
  set_entry (packs, number, ENTRY_AT, packs->written, 0);

  return put (packs, object, length);
}

gboolean
jx_pdf_packs_put_stream (JxPdfPacks *packs, guint number, const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = deflate (data, length);

  set_entry (packs, number, ENTRY_AT, packs->written, 0);

  return put_bytes (packs, number, "", bytes);
}

void
jx_pdf_packs_add (JxPdfPacks *packs, guint number, const char *body, gsize length)
{
  jx_pdf_append_number (packs->head, number);
  g_string_append_c (packs->head, ' ');
  jx_pdf_append_number (packs->head, packs->bodies->len);
  g_string_append_c (packs->head, ' ');
  g_string_append_len (packs->bodies, body, length);
  g_string_append_c (packs->bodies, '\n');
  g_array_append_val (packs->numbers, number);
  if (packs->numbers->len == PACK_MAX)
    finish_pack (packs);
}

static gboolean
put_pack (JxPdfPacks *packs, guint number, const Pack *pack)
{
  g_autofree char *entries = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " ", pack->n_objects, pack->first);

  for (guint i = 0; i < pack->n_objects; i++)
    set_entry (packs, pack->numbers[i], ENTRY_PACKED, number, i);
  set_entry (packs, number, ENTRY_AT, packs->written, 0);

  return put_bytes (packs, number, entries, pack->bytes);
}

/* The highest number that is taken, and one more. */
static guint
count_numbers (const JxPdfPacks *packs)
{
  guint count = packs->entries->len / ENTRY_SIZE;

  for (guint i = 0; i < packs->packs->len; i++)
    {
      const Pack *pack = &g_array_index (packs->packs, Pack, i);

      for (guint k = 0; k < pack->n_objects; k++)
        count = MAX (count, pack->numbers[k] + 1);
    }

  return count;
}

gboolean
jx_pdf_packs_finish (JxPdfPacks *packs, guint root, guint info)
{
  g_autofree char *entries = NULL;
  g_autoptr (GBytes) table = NULL;
  guint number;
  guint64 start;

  finish_pack (packs);
  number = count_numbers (packs);
  for (guint i = 0; i < packs->packs->len; i++, number++)
    {
      if (!put_pack (packs, number, &g_array_index (packs->packs, Pack, i)))
        return FALSE;
    }

  start = packs->written;
  set_entry (packs, number, ENTRY_AT, start, 0);
  table = deflate ((const char *) packs->entries->data, packs->entries->len);
  entries = g_strdup_printf ("/Type /XRef /Size %u /W [1 %d 2] /Root %u 0 R /Info %u 0 R ", number + 1, PLACE_SIZE, root, info);

  return put_bytes (packs, number, entries, table)
         && put_format (packs, "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", start);
}

void
jx_pdf_packs_free (JxPdfPacks *packs)
{
  if (packs == NULL)
    return;

  g_string_free (packs->head, TRUE);
  g_string_free (packs->bodies, TRUE);
  g_array_unref (packs->numbers);
  g_array_unref (packs->packs);
  g_byte_array_unref (packs->entries);
  g_free (packs);
}
