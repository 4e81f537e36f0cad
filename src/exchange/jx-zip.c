/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-zip.h"

#include <glib/gi18n-lib.h>
#include <gsf/gsf-infile-impl.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-memory.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-sniff.h"

#define CHUNK_BYTES ((gsize) 64 * 1024)
/* No goal document comes near any of these. */
#define MAX_INFLATED ((guint64) 256 * 1024 * 1024)
#define MAX_PARTS 10000
/* A part past the first figure that inflates more than the second was packed to do harm. */
#define BOMB_BYTES ((guint64) 16 * 1024 * 1024)
#define BOMB_RATIO 400

/* The record at the end, which tells how many parts there are. */
#define END_MARK "PK\x05\x06"
#define END_BYTES 22
#define END_COUNT 10
#define END_LIST 16
#define COMMENT_MAX 65535
/* A record of the list of parts. */
#define PART_MARK "PK\x01\x02"
#define PART_BYTES 46
#define PART_FLAGS 8
#define PART_TIME 12
#define PART_DATE 14
#define PART_SIZE 24
#define PART_LENGTHS 28
#define PART_START 42
#define FLAG_LOCKED 1
#define FAR_START 0xFFFFFFFF /* told elsewhere, for very large files */
/* What a part itself begins with. */
#define START_MARK "PK\x03\x04"
/* Office programs stay far below: folders upon folders are to keep us busy. */
#define MAX_NAME_BYTES 1000

struct _JxZip
{
  char *mended; /* (nullable): a copy of the file */
  GsfInfile *infile;
  gsize length;
  guint64 whole; /* what all parts inflate to, as they say */
  guint64 left;  /* may still be inflated */
  char *name;
};

static void
set_damaged (const char *name, GError **error)
{
  jx_error_set_at (error, JX_ERROR_SYNTAX, name, 0, _("The file is damaged or was cut short; ask for it to be sent again"));
}

static void
set_too_large (const char *name, GError **error)
{
  jx_error_set_at (error, JX_ERROR_LIMIT, name, 0,
                   _("The file unpacks to more than any goal document holds; open it in Word or WPS, save it anew and import that"));
}

static guint
get_16 (const char *data)
{
  return (guint) (guint8) data[0] | (guint) (guint8) data[1] << 8;
}

static guint
get_32 (const char *data)
{
  return get_16 (data) | get_16 (data + 2) << 16;
}

/* Looked at before anything is read, because a list of millions of parts is costly to read. */
static const char *
find_end (const char *data, gsize length, const char *name, GError **error)
{
  gsize least = length > COMMENT_MAX + END_BYTES ? length - COMMENT_MAX - END_BYTES : 0;

  for (gsize at = length >= END_BYTES ? length - END_BYTES + 1 : 0; at-- > least; )
    if (memcmp (data + at, END_MARK, 4) == 0)
      {
        if (get_16 (data + at + END_COUNT) <= MAX_PARTS)
          return data + at;
        set_too_large (name, error);
        return NULL;
      }

  set_damaged (name, error);
  return NULL;
}

static gboolean
is_date (guint date, guint time)
{
  return g_date_valid_dmy (date & 31, date >> 5 & 15, (GDateYear) (1980 + (date >> 9)))
         && time >> 11 < 24 && (time >> 5 & 63) < 60 && (time & 31) < 30;
}

static gboolean
check_part (const char *data, gsize length, const char *part, const char *name, GError **error)
{
  gsize start = get_32 (part + PART_START);

  if ((get_16 (part + PART_FLAGS) & FLAG_LOCKED) != 0)
    jx_format_refuse (JX_FORMAT_LOCKED, name, error);
  else if (get_16 (part + PART_LENGTHS) > MAX_NAME_BYTES)
    set_too_large (name, error);
  else if (start != FAR_START && (start + 4 > length || memcmp (data + start, START_MARK, 4) != 0))
    set_damaged (name, error);
  else
    return TRUE;

  return FALSE;
}

/* libgsf complains aloud of parts that are not where they should be and of dates that are none.
 * @mended: (out) (transfer full) (nullable): a copy without such dates
 * @whole: (out): what they inflate to, as they say */
static gboolean
check_parts (const char *data, gsize length, const char *end, const char *name, char **mended, guint64 *whole, GError **error)
{
  gsize at = get_32 (end + END_LIST);

  while (at + PART_BYTES <= length && memcmp (data + at, PART_MARK, 4) == 0)
    {
      const char *part = data + at;

      if (!check_part (data, length, part, name, error))
        return FALSE;
      if (get_32 (part + PART_TIME) != 0 && !is_date (get_16 (part + PART_DATE), get_16 (part + PART_TIME)))
        {
          if (*mended == NULL)
            *mended = g_memdup2 (data, length);
          memset (*mended + at + PART_TIME, 0, 4);
        }
      *whole += get_32 (part + PART_SIZE);
      at += PART_BYTES + get_16 (part + PART_LENGTHS) + get_16 (part + PART_LENGTHS + 2) + get_16 (part + PART_LENGTHS + 4);
    }

  return TRUE;
}

JxZip *
jx_zip_new (const char *data, gsize length, const char *name, GError **error)
{
  g_autofree char *mended = NULL;
  guint64 whole = 0;
  const char *end;
  GsfInput *input;
  GsfInfile *infile;
  JxZip *zip;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  end = find_end (data, length, name, error);
  if (end == NULL || !check_parts (data, length, end, name, &mended, &whole, error))
    return NULL;

  input = gsf_input_memory_new ((const guint8 *) (mended != NULL ? mended : data), (gsf_off_t) length, FALSE);
  infile = gsf_infile_zip_new (input, NULL);
  g_object_unref (input);
  if (infile == NULL)
    {
      set_damaged (name, error);
      return NULL;
    }

  zip = g_new0 (JxZip, 1);
  zip->mended = g_steal_pointer (&mended);
  zip->infile = infile;
  zip->length = length;
  zip->whole = whole;
  zip->left = MAX_INFLATED;
  zip->name = g_strdup (name);

  return zip;
}

void
jx_zip_free (JxZip *zip)
{
  if (zip == NULL)
    return;

  g_object_unref (zip->infile);
  g_free (zip->mended);
  g_free (zip->name);
  g_free (zip);
}

const char *
jx_zip_get_name (const JxZip *zip)
{
  return zip->name;
}

/* By the class, as libgsf's own function tells the terminal of children it cannot open. */
static GsfInput *
open_child (GsfInput *folder, const char *name)
{
  g_autoptr (GError) ignored = NULL;
  GsfInfileClass *class;

  if (!GSF_IS_INFILE (folder))
    return NULL;

  class = G_TYPE_INSTANCE_GET_CLASS (folder, GSF_INFILE_TYPE, GsfInfileClass);

  return class->child_by_name (GSF_INFILE (folder), name, &ignored);
}

static GsfInput *
open_part (const JxZip *zip, const char *part)
{
  g_auto (GStrv) names = g_strsplit (part, "/", -1);
  GsfInput *input = g_object_ref (GSF_INPUT (zip->infile));

  for (guint i = 0; names[i] != NULL && input != NULL; i++)
    {
      GsfInput *child = open_child (input, names[i]);

      g_object_unref (input);
      input = child;
    }

  return input;
}

gboolean
jx_zip_has (const JxZip *zip, const char *part)
{
  GsfInput *input;
  gboolean has;

  g_return_val_if_fail (zip != NULL && part != NULL, FALSE);

  input = open_part (zip, part);
  has = input != NULL && gsf_input_size (input) > 0;
  g_clear_object (&input);

  return has;
}

/* Whether @size bytes are less than there is room for, and less than a file so short holds by honest means. */
static gboolean
check_size (const JxZip *zip, guint64 size, GError **error)
{
  if (size <= zip->left && (size <= BOMB_BYTES || size / BOMB_RATIO <= zip->length))
    return TRUE;

  set_too_large (zip->name, error);
  return FALSE;
}

gboolean
jx_zip_check_size (const JxZip *zip, GError **error)
{
  g_return_val_if_fail (zip != NULL, FALSE);

  return check_size (zip, zip->whole, error);
}

static gboolean
read_input (JxZip *zip, GsfInput *input, JxZipFunc func, gpointer user_data, GError **error)
{
  guint64 size = (guint64) MAX (gsf_input_size (input), 0);

  if (!check_size (zip, size, error))
    return FALSE;
  zip->left -= size;

  for (guint64 rest = size; rest > 0; )
    {
      gsize n = (gsize) MIN (rest, CHUNK_BYTES);
      const guint8 *data = gsf_input_read (input, n, NULL);

      if (data == NULL)
        {
          set_damaged (zip->name, error);
          return FALSE;
        }
      if (!func ((const char *) data, n, user_data))
        break;
      rest -= n;
    }

  return TRUE;
}

gboolean
jx_zip_read (JxZip *zip, const char *part, JxZipFunc func, gpointer user_data, GError **error)
{
  GsfInput *input;
  gboolean read = FALSE;

  g_return_val_if_fail (zip != NULL && part != NULL && func != NULL, FALSE);

  input = open_part (zip, part);
  if (input == NULL)
    set_damaged (zip->name, error);
  else
    read = read_input (zip, input, func, user_data, error);
  g_clear_object (&input);

  return read;
}
