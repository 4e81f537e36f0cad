/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-draft.h"

#include <string.h>

#include "app/jx-session.h"
#include "base/jx-atomic-file.h"
#include "model/jx-diff.h"
#include "xml/jx-xml-reader.h"

#define HEAD "<?jixiao-draft"
#define REFUSED "<?jixiao-refused"

/* Escaped so that nothing in them can end the line or the instruction: not all that is typed may stand in XML. */
static void
append_word (GString *head, const char *key, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;

  escaped = g_uri_escape_string (value, "/", FALSE);
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

static void
append_head (GString *head, const JxDraftOrigin *origin, GPtrArray *refused)
{
  g_string_append (head, HEAD);
  append_word (head, "path", origin->path);
  append_word (head, "etag", origin->etag);
  append_word (head, "name", origin->name);
  g_string_append (head, " ?>\n");
  for (guint i = 0; refused != NULL && i < refused->len; i++)
    {
      const JxRefused *one = refused->pdata[i];

      g_string_append (head, REFUSED);
      append_word (head, "place", one->place);
      append_word (head, "text", one->text);
      g_string_append (head, " ?>\n");
    }
}

/* Returns: whether @line is of the head. */
static gboolean
read_line (JxDraft *draft, const char *line)
{
  if (g_str_has_prefix (line, HEAD " "))
    {
      draft->origin.path = take_word (line, "path");
      draft->origin.etag = take_word (line, "etag");
      draft->origin.name = take_word (line, "name");
    }
  else if (g_str_has_prefix (line, REFUSED " "))
    {
      g_autofree char *place = take_word (line, "place");
      g_autofree char *text = take_word (line, "text");

      if (place != NULL && text != NULL && g_utf8_validate (place, -1, NULL) && g_utf8_validate (text, -1, NULL))
        jx_refused_add (draft->refused, place, text);
    }
  else
    return FALSE;

  return TRUE;
}

static void
read_head (JxDraft *draft)
{
  g_autoptr (GFile) file = g_file_new_for_path (draft->file);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GDataInputStream) lines = stream != NULL ? g_data_input_stream_new (G_INPUT_STREAM (stream)) : NULL;
  g_autofree char *line = NULL;

  if (lines == NULL)
    return;

  /* The first is the XML declaration. */
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
    }
  while (line != NULL && (g_str_has_prefix (line, "<?xml ") || read_line (draft, line)));
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
jx_draft_write (const char *file, GBytes *xml, const JxDraftOrigin *origin, GPtrArray *refused, GError **error)
{
  g_autoptr (JxAtomicFile) out = NULL;
  g_autoptr (GString) head = g_string_new (NULL);
  gsize length = 0;
  const char *data = g_bytes_get_data (xml, &length);
  const char *end = memchr (data, '\n', length);
  gsize declaration = end != NULL ? (gsize) (end - data) + 1 : 0;

  g_return_val_if_fail (file != NULL && origin != NULL, FALSE);

  append_head (head, origin, refused);
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

  g_return_val_if_fail (file != NULL, NULL);

  draft->file = g_strdup (file);
  draft->when = read_time (file);
  draft->refused = jx_refused_list_new ();
  read_head (draft);
  draft->document = jx_xml_read_file (file, &draft->error);
  if (draft->document != NULL && draft->origin.path != NULL)
    compare (draft);

  return draft;
}

gboolean
jx_draft_is_superfluous (const JxDraft *draft)
{
  g_return_val_if_fail (draft != NULL, FALSE);

  return (draft->fit == JX_DRAFT_OF_SAME_FILE || draft->fit == JX_DRAFT_OF_CHANGED_FILE) && draft->n_changes == 0
         && draft->refused->len == 0;
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
  g_ptr_array_unref (draft->refused);
  g_free (draft->file);
  g_free (draft);
}
