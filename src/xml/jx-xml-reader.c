/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml/jx-xml-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/jx-error.h"
#include "xml/jx-xml-build.h"
#include "xml/jx-xml-refuse.h"

#define CHUNK_SIZE (64 * 1024)
#define MAX_FILE_BYTES (G_GUINT64_CONSTANT (1) << 30)

typedef struct
{
  JxXmlBuild build; /* first, as both are the parser's user data */
  xmlParserCtxt *context;
  guint64 n_bytes;
} Reader;

static void
fault_cb (void *data, xmlError *fault)
{
  Reader *reader = data;

  if (fault->level > XML_ERR_WARNING)
    jx_xml_refuse_syntax (&reader->build, fault);
}

static void
reader_init (Reader *reader, const char *name)
{
  xmlSAXHandler handler = { 0 };

  memset (reader, 0, sizeof *reader);
  jx_xml_build_init (&reader->build, name);
  jx_xml_build_fill_handler (&handler);
  handler.serror = fault_cb;
  reader->context = xmlCreatePushParserCtxt (&handler, reader, NULL, 0, NULL);
  g_assert (reader->context != NULL);
  /* Without the second option libxml2 hands over &amp; in an attribute as “&#38;”. There is nothing else
   * it could put in: a file with a document type is refused. */
  xmlCtxtUseOptions (reader->context, XML_PARSE_NONET | XML_PARSE_NOENT);
  jx_xml_build_set_names (&reader->build, reader->context);
}

static void
reader_clear (Reader *reader)
{
  xmlFreeParserCtxt (reader->context);
  jx_xml_build_clear (&reader->build);
}

static gboolean
reader_feed (Reader *reader, const char *data, gsize length)
{
  reader->n_bytes += length;
  if (reader->n_bytes > MAX_FILE_BYTES)
    jx_xml_refuse (&reader->build, JX_ERROR_LIMIT, 0, _("the file is larger than %d MiB; split the document"),
                   (int) (MAX_FILE_BYTES >> 20));
  else
    xmlParseChunk (reader->context, data, length, 0);
  jx_xml_refuse_stuck (&reader->build);

  return reader->build.error == NULL;
}

static JxDocument *
reader_finish (Reader *reader, GError **error)
{
  JxXmlBuild *build = &reader->build;

  build->all_seen = TRUE;
  if (build->error == NULL && reader->n_bytes == 0)
    jx_xml_refuse (build, JX_ERROR_SYNTAX, 1, _("the file is empty; choose another or take it from a backup"));
  if (build->error == NULL)
    xmlParseChunk (reader->context, NULL, 0, 1);
  if (build->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&build->error));
      return NULL;
    }

  jx_document_finish_building (build->document);
  return g_steal_pointer (&build->document);
}

gboolean
jx_xml_recognise (const char *data, gsize length)
{
  static const char *const signs[] = { "<goal-document", "urn:jixiao:goal-document:" };
  g_autofree char *plain = g_malloc (length + 1);
  const char *begin = plain;
  gsize n_plain = 0;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  /* All we look for is ASCII, so that UTF-16 without its zeros does as well. */
  for (gsize i = 0; i < length; i++)
    if (data[i] != '\0')
      plain[n_plain++] = data[i];
  plain[n_plain] = '\0';

  while (*begin != '\0' && strchr ("\xEF\xBB\xBF\xFE\xFF \t\r\n", *begin) != NULL)
    begin++;
  if (*begin != '<')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (begin, signs[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
set_open_error (GError **error, const char *name, int code)
{
  GIOErrorEnum kind = g_io_error_from_errno (code);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, G_IO_ERROR, kind, _("%s: there is no such file; check its name and folder"), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, G_IO_ERROR, kind, _("%s: you have no right to read it; ask its owner for the right"), name);
      break;
    case EISDIR:
      g_set_error (error, G_IO_ERROR, kind, _("%s: this is a folder; choose a file in it"), name);
      break;
    default:
      g_set_error (error, G_IO_ERROR, kind, _("%s: it could not be read (%s); try again or take it from a backup"),
                   name, g_strerror (code));
      break;
    }
}

/* Returns: 0, or the code of the error of the system. */
static int
feed_all (Reader *reader, int fd)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);

  for (;;)
    {
      gssize length = read (fd, chunk, CHUNK_SIZE);

      if (length < 0 && errno == EINTR)
        continue;
      if (length < 0)
        return errno;
      if (length == 0 || !reader_feed (reader, chunk, length))
        return 0;
    }
}

JxDocument *
jx_xml_read_file (const char *path, GError **error)
{
  gboolean is_stdin = g_strcmp0 (path, "-") == 0;
  const char *name = is_stdin ? _("standard input") : path;
  JxDocument *document = NULL;
  Reader reader;
  int fd, code;

  g_return_val_if_fail (path != NULL, NULL);

  fd = is_stdin ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      set_open_error (error, name, errno);
      return NULL;
    }

  reader_init (&reader, name);
  code = feed_all (&reader, fd);
  if (code != 0)
    set_open_error (error, name, code);
  else
    document = reader_finish (&reader, error);
  reader_clear (&reader);
  if (!is_stdin)
    close (fd);

  return document;
}

JxDocument *
jx_xml_read_data (const char *data, gsize length, const char *name, GError **error)
{
  JxDocument *document;
  Reader reader;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  reader_init (&reader, name);
  while (length > 0)
    {
      gsize piece = MIN (length, CHUNK_SIZE);

      if (!reader_feed (&reader, data, piece))
        break;
      data += piece;
      length -= piece;
    }
  document = reader_finish (&reader, error);
  reader_clear (&reader);

  return document;
}
