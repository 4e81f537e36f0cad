/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-zip-out.h"

#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-output-impl.h>
#include <gsf/gsf-output-memory.h>
#include <string.h>

struct _JxZipOut
{
  GsfOutput *memory;
  GsfOutfile *zip;
  GHashTable *folders; /* path → GsfOutfile */
  GsfOutput *part;
  GDateTime *date;
  gboolean failed;
};

JxZipOut *
jx_zip_out_new (void)
{
  JxZipOut *zip = g_new0 (JxZipOut, 1);

  zip->memory = gsf_output_memory_new ();
  zip->zip = gsf_outfile_zip_new (zip->memory, NULL);
  zip->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  /* The first day such files know. */
  zip->date = g_date_time_new_utc (1980, 1, 1, 0, 0, 0);

  return zip;
}

static void
end_part (JxZipOut *zip)
{
  if (zip->part != NULL && !gsf_output_close (zip->part))
    zip->failed = TRUE;
  g_clear_object (&zip->part);
}

void
jx_zip_out_free (JxZipOut *zip)
{
  if (zip == NULL)
    return;

  g_clear_object (&zip->part);
  g_hash_table_unref (zip->folders);
  g_clear_object (&zip->zip);
  g_object_unref (zip->memory);
  g_date_time_unref (zip->date);
  g_free (zip);
}

static GsfOutput *
new_child (JxZipOut *zip, GsfOutfile *folder, const char *name, gboolean is_folder)
{
  GsfOutput *child = gsf_outfile_new_child (folder, name, is_folder);

  gsf_output_set_modtime (child, zip->date);

  return child;
}

static GsfOutfile *
get_folder (JxZipOut *zip, const char *path)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *name = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : NULL;
  GsfOutfile *folder;

  if (name == NULL)
    return zip->zip;

  folder = g_hash_table_lookup (zip->folders, name);
  if (folder == NULL)
    {
      const char *last = strrchr (name, '/');

      folder = GSF_OUTFILE (new_child (zip, get_folder (zip, name), last != NULL ? last + 1 : name, TRUE));
      g_hash_table_insert (zip->folders, g_steal_pointer (&name), folder);
    }

  return folder;
}

void
jx_zip_out_begin (JxZipOut *zip, const char *path)
{
  const char *slash = strrchr (path, '/');

  end_part (zip);
  zip->part = new_child (zip, get_folder (zip, path), slash != NULL ? slash + 1 : path, FALSE);
}

void
jx_zip_out_write (JxZipOut *zip, const char *text, gsize length)
{
  g_return_if_fail (zip->part != NULL);

  if (!gsf_output_write (zip->part, length, (const guint8 *) text))
    zip->failed = TRUE;
}

void
jx_zip_out_add (JxZipOut *zip, const char *path, const char *text)
{
  jx_zip_out_begin (zip, path);
  jx_zip_out_write (zip, text, strlen (text));
}

static void
close_folders (JxZipOut *zip)
{
  GHashTableIter iter;
  gpointer folder;

  g_hash_table_iter_init (&iter, zip->folders);
  while (g_hash_table_iter_next (&iter, NULL, &folder))
    if (!gsf_output_is_closed (folder) && !gsf_output_close (folder))
      zip->failed = TRUE;
}

GBytes *
jx_zip_out_finish (JxZipOut *zip)
{
  end_part (zip);
  close_folders (zip);
  if (!gsf_output_close (GSF_OUTPUT (zip->zip)) || zip->failed)
    return NULL;

  return g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (zip->memory)), (gsize) gsf_output_size (zip->memory));
}
