/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml/jx-xml-writer.h"

#include <string.h>

#include "base/jx-atomic-file.h"
#include "xml/jx-xml-escape.h"
#include "xml/jx-xml-reader.h"

/* Text goes to the file in pieces of about this size. */
#define PIECE_SIZE (512 * 1024)

/* What stands around a field or an item: made once, as a document has it a hundred thousand times. */
typedef struct
{
  char *open;       /* "    <budget", "  <project" */
  char *close;      /* "</budget>\n", "  </project>\n" */
  gsize open_length;
  gsize close_length;
} Tags;

typedef struct
{
  GString *out;
  JxAtomicFile *file; /* NULL: everything stays in @out */
  GError **error;
  Tags tags[JX_N_FIELDS];
  Tags kind_tags[JX_N_KINDS];
} Writer;

static void
set_tags (Tags *tags, int depth, int closing_depth, const char *name)
{
  tags->open = g_strdup_printf ("%*s<%s", 2 * depth, "", name);
  tags->close = g_strdup_printf ("%*s</%s>\n", 2 * closing_depth, "", name);
  tags->open_length = strlen (tags->open);
  tags->close_length = strlen (tags->close);
}

static void
add_tags (Writer *writer, JxKind kind, int depth)
{
  const JxKind *kinds;
  JxField first;
  guint count, n_kinds;

  jx_field_get_range (kind, &first, &count);
  for (guint i = 0; i < count; i++)
    set_tags (&writer->tags[first + i], depth + 1, 0, jx_field_get_info (first + i)->xml_name);
  set_tags (&writer->kind_tags[kind], depth, depth, jx_kind_get_xml_name (kind));

  kinds = jx_kind_get_child_kinds (kind, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    add_tags (writer, kinds[i], depth + 1);
}

static void
writer_init (Writer *writer, JxAtomicFile *file, GError **error)
{
  *writer = (Writer) { .out = g_string_sized_new (2 * PIECE_SIZE), .file = file, .error = error };
  add_tags (writer, JX_KIND_DOCUMENT, 0);
}

static void
writer_clear (Writer *writer)
{
  for (guint i = 0; i < JX_N_FIELDS; i++)
    {
      g_free (writer->tags[i].open);
      g_free (writer->tags[i].close);
    }
  for (guint i = 0; i < JX_N_KINDS; i++)
    {
      g_free (writer->kind_tags[i].open);
      g_free (writer->kind_tags[i].close);
    }
  if (writer->out != NULL)
    g_string_free (writer->out, TRUE);
}

static gboolean
pass_on (Writer *writer)
{
  gboolean passed = TRUE;

  if (writer->file != NULL)
    {
      passed = jx_atomic_file_write (writer->file, writer->out->str, writer->out->len, writer->error);
      g_string_truncate (writer->out, 0);
    }

  return passed;
}

static void
write_value (GString *out, const Tags *tags, const char *value)
{
  g_string_append_len (out, tags->open, tags->open_length);
  g_string_append_c (out, '>');
  jx_xml_escape_text (out, value, strlen (value));
  g_string_append_len (out, tags->close, tags->close_length);
}

/* A field whose element held more than a value in a later version's file; it may hold no value at all. */
static void
write_field_with_extra (GString *out, const Tags *tags, const char *value, const char *attributes, const char *content)
{
  g_string_append_len (out, tags->open, tags->open_length);
  if (attributes != NULL)
    g_string_append (out, attributes);
  if (value == NULL && content == NULL)
    {
      g_string_append (out, "/>\n");
      return;
    }

  g_string_append_c (out, '>');
  if (content != NULL)
    g_string_append (out, content);
  else
    jx_xml_escape_text (out, value, strlen (value));
  g_string_append_len (out, tags->close, tags->close_length);
}

static void
write_fields (Writer *writer, const JxItem *item)
{
  const char *attributes, *content;
  JxField first;
  guint count;

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (JxField field = first; field < first + (JxField) count; field++)
    {
      const char *value = jx_item_get (item, field);

      if (jx_item_get_field_extra (item, field, &attributes, &content))
        write_field_with_extra (writer->out, &writer->tags[field], value, attributes, content);
      else if (value != NULL)
        write_value (writer->out, &writer->tags[field], value);
    }
}

/* The lowest minor version of the format that has all that @item holds. */
static guint
find_minor (const JxItem *item)
{
  JxKind kind = jx_item_get_kind (item);
  guint minor = jx_kind_get_since_minor (kind);
  const JxKind *kinds;
  JxField first;
  guint count, n_kinds;

  jx_field_get_range (kind, &first, &count);
  for (JxField field = first; field < first + (JxField) count; field++)
    {
      guint since = jx_field_get_info (field)->since_minor;

      if (since > minor && jx_item_get (item, field) != NULL)
        minor = since;
    }

  kinds = jx_kind_get_child_kinds (kind, &n_kinds);
  for (guint i = 0; i < n_kinds && minor < JX_XML_MINOR; i++)
    for (guint j = 0; j < jx_item_count (item, kinds[i]) && minor < JX_XML_MINOR; j++)
      {
        guint of_child = find_minor (jx_item_child (item, kinds[i], j));

        minor = MAX (minor, of_child);
      }

  return minor;
}

static gboolean
write_item (Writer *writer, const JxItem *item)
{
  JxKind kind = jx_item_get_kind (item);
  const Tags *tags = &writer->kind_tags[kind];
  const char *attributes = jx_item_get_extra_attributes (item);
  const char *elements = jx_item_get_extra_elements (item);
  const JxKind *kinds;
  guint n_kinds;
  gsize begin;

  g_string_append_len (writer->out, tags->open, tags->open_length);
  if (kind == JX_KIND_DOCUMENT)
    {
      guint came_in = jx_document_get_minor (jx_item_get_document (item));
      guint needed = find_minor (item);

      g_string_append_printf (writer->out, " xmlns=\"%s\" version=\"1.%u\"", JX_XML_NAMESPACE, MAX (came_in, needed));
    }
  if (attributes != NULL)
    g_string_append (writer->out, attributes);
  g_string_append (writer->out, ">\n");
  begin = writer->out->len;

  write_fields (writer, item);
  kinds = jx_kind_get_child_kinds (kind, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < jx_item_count (item, kinds[i]); j++)
      if (!write_item (writer, jx_item_child (item, kinds[i], j)))
        return FALSE;
  if (elements != NULL)
    g_string_append (writer->out, elements);

  if (writer->out->len == begin && n_kinds == 0)
    {
      g_string_truncate (writer->out, begin - strlen (">\n"));
      g_string_append (writer->out, "/>\n");
    }
  else
    g_string_append_len (writer->out, tags->close, tags->close_length);

  return writer->out->len < PIECE_SIZE || pass_on (writer);
}

static gboolean
write_document (Writer *writer, JxDocument *document)
{
  g_string_append (writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  return write_item (writer, jx_document_get_root (document)) && pass_on (writer);
}

GBytes *
jx_xml_to_bytes (JxDocument *document)
{
  Writer writer;
  GBytes *bytes;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  writer_init (&writer, NULL, NULL);
  write_document (&writer, document);
  bytes = g_string_free_to_bytes (g_steal_pointer (&writer.out));
  writer_clear (&writer);

  return bytes;
}

gboolean
jx_xml_save (JxDocument *document, const char *path, GError **error)
{
  g_autoptr (JxAtomicFile) file = NULL;
  Writer writer;
  gboolean written;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  file = jx_atomic_file_new (path, error);
  if (file == NULL)
    return FALSE;

  writer_init (&writer, file, error);
  written = write_document (&writer, document);
  writer_clear (&writer);

  return written && jx_atomic_file_commit (file, error);
}
