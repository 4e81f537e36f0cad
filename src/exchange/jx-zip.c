/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-zip.h"

#include <glib/gi18n-lib.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-memory.h>
#include <string.h>

#include "base/jx-error.h"

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
#define COMMENT_MAX 65535

struct _JxZip
{
  GsfInfile *infile;
  gsize length;
  guint64 left; /* may still be inflated */
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

/* Looked at before anything is read, because a list of millions of parts is costly to read. */
static gboolean
check_end (const char *data, gsize length, const char *name, GError **error)
{
  gsize least = length > COMMENT_MAX + END_BYTES ? length - COMMENT_MAX - END_BYTES : 0;

  for (gsize at = length >= END_BYTES ? length - END_BYTES + 1 : 0; at-- > least; )
    if (memcmp (data + at, END_MARK, 4) == 0)
      {
        guint count = (guint8) data[at + END_COUNT] | (guint) (guint8) data[at + END_COUNT + 1] << 8;

        if (count <= MAX_PARTS)
          return TRUE;
        set_too_large (name, error);
        return FALSE;
      }

  set_damaged (name, error);
  return FALSE;
}

JxZip *
jx_zip_new (const char *data, gsize length, const char *name, GError **error)
{
  GsfInput *input;
  GsfInfile *infile;
  JxZip *zip;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  if (!check_end (data, length, name, error))
    return NULL;

  input = gsf_input_memory_new ((const guint8 *) data, (gsf_off_t) length, FALSE);
  infile = gsf_infile_zip_new (input, NULL);
  g_object_unref (input);
  if (infile == NULL)
    {
      set_damaged (name, error);
      return NULL;
    }

  zip = g_new0 (JxZip, 1);
  zip->infile = infile;
  zip->length = length;
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
  g_free (zip->name);
  g_free (zip);
}

const char *
jx_zip_get_name (const JxZip *zip)
{
  return zip->name;
}

static GsfInput *
open_part (const JxZip *zip, const char *part)
{
  g_auto (GStrv) names = g_strsplit (part, "/", -1);

  return gsf_infile_child_by_aname (zip->infile, (const char **) names);
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

static gboolean
read_input (JxZip *zip, GsfInput *input, JxZipFunc func, gpointer user_data, GError **error)
{
  guint64 size = (guint64) MAX (gsf_input_size (input), 0);

  if (size > zip->left || (size > BOMB_BYTES && size / BOMB_RATIO > zip->length))
    {
      set_too_large (zip->name, error);
      return FALSE;
    }
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
