/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-draft.h"

#include <string.h>

#include "app/jx-session.h"
#include "base/jx-atomic-file.h"
#include "model/jx-diff.h"
#include "xml/jx-xml-reader.h"

#define HEAD "<?jixiao-draft"
/* More than the longest head: a path and a name, each byte escaped. */
#define MAX_HEAD_BYTES (64 * 1024)

/* Escaped so that nothing in them can end the line or the instruction. */
static void
append_word (GString *head, const char *key, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;

  escaped = g_uri_escape_string (value, "/", TRUE);
  g_string_append_printf (head, " %s=\"%s\"", key, escaped);
}

static char *
take_word (const char *head, const char *key)
{
  g_autofree char *begin = g_strdup_printf (" %s=\"", key);
  const char *value = strstr (head, begin);
  const char *end = NULL;

  if (value != NULL)
    end = strchr (value + strlen (begin), '"');

  return end != NULL ? g_uri_unescape_segment (value + strlen (begin), end, NULL) : NULL;
}

static char *
read_head (const char *file)
{
  g_autoptr (GFile) gfile = g_file_new_for_path (file);
  g_autoptr (GFileInputStream) stream = g_file_read (gfile, NULL, NULL);
  g_autofree char *buffer = g_malloc (MAX_HEAD_BYTES + 1);
  gsize length = 0;
  char *head = NULL;
  char *end = NULL;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, MAX_HEAD_BYTES, &length, NULL, NULL))
    return NULL;

  buffer[length] = '\0';
  head = strchr (buffer, '\n');
  if (head == NULL || !g_str_has_prefix (head + 1, HEAD " ") || (end = strchr (head + 1, '\n')) == NULL)
    return NULL;

  return g_strndup (head + 1, end - head - 1);
}

static GDateTime *
read_time (const char *file)
{
  g_autoptr (GFile) gfile = g_file_new_for_path (file);
  g_autoptr (GFileInfo) info = g_file_query_info (gfile, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) when = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  return when != NULL ? g_date_time_to_local (when) : NULL;
}

static void
compare (JxDraft *draft)
{
  g_autofree char *etag = jx_session_dup_etag (draft->origin.path);
  g_autoptr (JxDocument) original = NULL;
  g_autoptr (GArray) differences = NULL;

  original = jx_xml_read_file (draft->origin.path, NULL);
  if (original == NULL)
    {
      draft->fit = JX_DRAFT_OF_LOST_FILE;
      return;
    }

  differences = jx_diff (original, draft->document);
  draft->n_changes = differences->len;
  draft->fit = g_strcmp0 (etag, draft->origin.etag) == 0 ? JX_DRAFT_OF_SAME_FILE : JX_DRAFT_OF_CHANGED_FILE;
}

void
jx_draft_origin_clear (JxDraftOrigin *origin)
{
  g_clear_pointer (&origin->path, g_free);
  g_clear_pointer (&origin->etag, g_free);
  g_clear_pointer (&origin->name, g_free);
}

gboolean
jx_draft_write (const char *file, GBytes *xml, const JxDraftOrigin *origin, GError **error)
{
  g_autoptr (JxAtomicFile) out = NULL;
  g_autoptr (GString) head = g_string_new (HEAD);
  gsize length = 0;
  const char *data = g_bytes_get_data (xml, &length);
  const char *end = memchr (data, '\n', length);
  gsize declaration = end != NULL ? (gsize) (end - data) + 1 : 0;

  g_return_val_if_fail (file != NULL && origin != NULL, FALSE);

  append_word (head, "path", origin->path);
  append_word (head, "etag", origin->etag);
  append_word (head, "name", origin->name);
  g_string_append (head, " ?>\n");

  out = jx_atomic_file_new (file, error);
  return out != NULL
         && jx_atomic_file_write (out, data, declaration, error)
         && jx_atomic_file_write (out, head->str, head->len, error)
         && jx_atomic_file_write (out, data + declaration, length - declaration, error)
         && jx_atomic_file_commit (out, error);
}

JxDraft *
jx_draft_read (const char *file)
{
  JxDraft *draft = g_new0 (JxDraft, 1);
  g_autofree char *head = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  draft->file = g_strdup (file);
  draft->when = read_time (file);
  head = read_head (file);
  if (head != NULL)
    {
      draft->origin.path = take_word (head, "path");
      draft->origin.etag = take_word (head, "etag");
      draft->origin.name = take_word (head, "name");
    }
  draft->document = jx_xml_read_file (file, &draft->error);
  if (draft->document != NULL && draft->origin.path != NULL)
    compare (draft);

  return draft;
}

gboolean
jx_draft_is_superfluous (const JxDraft *draft)
{
  g_return_val_if_fail (draft != NULL, FALSE);

  return (draft->fit == JX_DRAFT_OF_SAME_FILE || draft->fit == JX_DRAFT_OF_CHANGED_FILE) && draft->n_changes == 0;
}

void
jx_draft_free (JxDraft *draft)
{
  if (draft == NULL)
    return;

  jx_draft_origin_clear (&draft->origin);
  g_clear_pointer (&draft->when, g_date_time_unref);
  g_clear_object (&draft->document);
  g_clear_error (&draft->error);
  g_free (draft->file);
  g_free (draft);
}
