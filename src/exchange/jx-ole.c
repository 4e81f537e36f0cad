/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-ole.h"

#include <string.h>

/* The header: where the lists of sectors and the directory begin. */
#define HEADER_BYTES 512
#define HEADER_SHIFT 0x1E
#define HEADER_DIRECTORY 0x30
#define HEADER_TABLES 0x4C
#define N_TABLES 109
/* An entry of the directory. */
#define ENTRY_BYTES 128
#define ENTRY_NAME_BYTES 0x40
#define ENTRY_LEFT 0x44
#define ENTRY_RIGHT 0x48
#define ENTRY_CHILD 0x4C
#define ENTRY_SECTOR 0x74
#define ENTRY_LENGTH 0x78
/* Shorter streams lie elsewhere; no document is so short. */
#define SHORT_STREAM 4096

#define MAX_ENTRIES 4096

/* The head of a Word document's stream. */
#define WORD_MARK 0xA5EC
#define WORD_FLAGS 0x0A
#define WORD_LOCKED 0x0100
/* Records of a workbook's stream. */
#define EXCEL_BEGIN 0x0809
#define EXCEL_LOCKED 0x002F

typedef struct
{
  const guint8 *data;
  gsize length;
  gsize sector_bytes;
  GPtrArray *entries; /* of the directory, each ENTRY_BYTES long, within data */
} Ole;

static guint
get_16 (const guint8 *at)
{
  return (guint) at[0] | (guint) at[1] << 8;
}

static guint32
get_32 (const guint8 *at)
{
  return (guint32) get_16 (at) | (guint32) get_16 (at + 2) << 16;
}

/* Returns: (nullable): where sector @number lies, if @bytes of it are in the file. */
static const guint8 *
get_sector (const Ole *ole, guint32 number, gsize bytes)
{
  guint64 offset = ((guint64) number + 1) * ole->sector_bytes;

  return offset + bytes <= ole->length ? ole->data + offset : NULL;
}

/* Returns: (nullable): the place in the tables that names the sector after @number. */
static const guint8 *
get_next (const Ole *ole, guint32 number)
{
  guint32 in_table = (guint32) (ole->sector_bytes / 4);
  const guint8 *table;

  if (number / in_table >= N_TABLES)
    return NULL;
  table = get_sector (ole, get_32 (ole->data + HEADER_TABLES + 4 * (number / in_table)), ole->sector_bytes);

  return table != NULL ? table + 4 * (number % in_table) : NULL;
}

static void
read_directory (Ole *ole)
{
  guint32 sector = get_32 (ole->data + HEADER_DIRECTORY);
  const guint8 *at;

  while (ole->entries->len < MAX_ENTRIES && (at = get_sector (ole, sector, ole->sector_bytes)) != NULL)
    {
      const guint8 *next = get_next (ole, sector);

      for (gsize n = 0; n < ole->sector_bytes / ENTRY_BYTES; n++)
        g_ptr_array_add (ole->entries, (gpointer) (at + n * ENTRY_BYTES));
      if (next == NULL)
        break;
      sector = get_32 (next);
    }
}

static gboolean
has_name (const guint8 *entry, const char *name)
{
  gsize length = strlen (name);

  if (get_16 (entry + ENTRY_NAME_BYTES) != 2 * (length + 1))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (get_16 (entry + 2 * i) != (guint8) name[i])
      return FALSE;

  return TRUE;
}

/* Its entries stand in a tree; in a damaged file it may be anything, so each is looked at once.
 * Returns: (nullable): the entry @name of the outermost folder: what is embedded has folders of its own. */
static const guint8 *
find_entry (const Ole *ole, const char *name)
{
  g_autofree gboolean *seen = g_new0 (gboolean, ole->entries->len + 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 first;

  if (ole->entries->len == 0)
    return NULL;

  first = get_32 ((const guint8 *) ole->entries->pdata[0] + ENTRY_CHILD);
  g_array_append_val (open, first);
  while (open->len > 0)
    {
      guint32 number = g_array_index (open, guint32, open->len - 1);
      const guint8 *entry;
      guint32 left, right;

      g_array_set_size (open, open->len - 1);
      if (number >= ole->entries->len || seen[number])
        continue;
      seen[number] = TRUE;
      entry = ole->entries->pdata[number];
      if (has_name (entry, name))
        return entry;
      left = get_32 (entry + ENTRY_LEFT);
      right = get_32 (entry + ENTRY_RIGHT);
      g_array_append_val (open, left);
      g_array_append_val (open, right);
    }

  return NULL;
}

/* Returns: (nullable): the first @bytes of the stream @entry. */
static const guint8 *
get_stream (const Ole *ole, const guint8 *entry, gsize bytes)
{
  if (get_32 (entry + ENTRY_LENGTH) < SHORT_STREAM)
    return NULL;

  return get_sector (ole, get_32 (entry + ENTRY_SECTOR), bytes);
}

static gboolean
is_word_locked (const Ole *ole, const guint8 *entry)
{
  const guint8 *head = get_stream (ole, entry, WORD_FLAGS + 2);

  return head != NULL && get_16 (head) == WORD_MARK && (get_16 (head + WORD_FLAGS) & WORD_LOCKED) != 0;
}

/* The record stands behind the first. */
static gboolean
is_excel_locked (const Ole *ole, const guint8 *entry)
{
  const guint8 *head = get_stream (ole, entry, ole->sector_bytes);
  gsize second;

  if (head == NULL || get_16 (head) != EXCEL_BEGIN)
    return FALSE;
  second = 4 + get_16 (head + 2);

  return second + 2 <= ole->sector_bytes && get_16 (head + second) == EXCEL_LOCKED;
}

static JxOleType
look (const Ole *ole)
{
  const guint8 *entry;

  if (find_entry (ole, "EncryptedPackage") != NULL)
    return JX_OLE_LOCKED;
  if ((entry = find_entry (ole, "WordDocument")) != NULL)
    return is_word_locked (ole, entry) ? JX_OLE_LOCKED : JX_OLE_WORD;
  if ((entry = find_entry (ole, "Workbook")) != NULL || (entry = find_entry (ole, "Book")) != NULL)
    return is_excel_locked (ole, entry) ? JX_OLE_LOCKED : JX_OLE_EXCEL;
  if (find_entry (ole, "MatOST") != NULL || find_entry (ole, "CONTENTS") != NULL)
    return JX_OLE_WORKS;

  return JX_OLE_OTHER;
}

JxOleType
jx_ole_look (const char *data, gsize length)
{
  Ole ole = { .data = (const guint8 *) data, .length = length };
  guint shift;
  JxOleType type;

  g_return_val_if_fail (data != NULL, JX_OLE_OTHER);

  shift = length >= HEADER_BYTES ? get_16 (ole.data + HEADER_SHIFT) : 0;
  if (shift != 9 && shift != 12)
    return JX_OLE_OTHER;

  ole.sector_bytes = (gsize) 1 << shift;
  ole.entries = g_ptr_array_new ();
  read_directory (&ole);
  type = look (&ole);
  g_ptr_array_unref (ole.entries);

  return type;
}
