/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jx-cli.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "base/jx-atomic-file.h"
#include "base/jx-error.h"
#include "cli/jx-cli-wait.h"
#include "exchange/jx-import.h"
#include "xml/jx-xml-reader.h"

/* Enough to tell a goal document from anything else. */
#define HEAD_SIZE 4096
/* What is piped in is held in memory. */
#define PIPED_MAX (256 * 1024 * 1024)

gboolean
jx_cli_parse (int argc, char **argv, const char *usage, const GOptionEntry *options,
              guint n_least, guint n_most, char ***words, GError **error)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *parameters = g_strdup_printf ("%s %s", argv[0], usage);
  g_autoptr (GStrvBuilder) own = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  guint n_words = 0;

  /* GOption takes the program's name from the first word, and changes the list it is given. */
  g_strv_builder_add (own, "jixiao-cli");
  for (int i = 1; i < argc; i++)
    g_strv_builder_add (own, argv[i]);
  arguments = g_strv_builder_end (own);

  context = g_option_context_new (parameters);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_set_prgname ("jixiao-cli");
  if (!g_option_context_parse_strv (context, &arguments, error))
    {
      g_prefix_error (error, "%s: ", argv[0]);
      return FALSE;
    }

  if (arguments[1] != NULL && strcmp (arguments[1], "--") == 0)
    {
      g_free (arguments[1]);
      memmove (arguments + 1, arguments + 2, sizeof (char *) * (g_strv_length (arguments + 2) + 1));
    }
  n_words = g_strv_length (arguments) - 1;
  if (n_words < n_least || n_words > n_most)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("wrong number of files; use: jixiao-cli %s"), parameters);
      return FALSE;
    }

  *words = g_strdupv (arguments + 1);
  return TRUE;
}

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (HEAD_SIZE * 16);
  gssize length;

  while ((length = g_input_stream_read (input, buffer, HEAD_SIZE * 16, NULL, error)) > 0)
    {
      if (data->len + length > PIPED_MAX)
        {
          g_set_error_literal (error, JX_ERROR, JX_ERROR_LIMIT, _("-: more than 256 MiB came from standard input; give the file's name instead"));
          return NULL;
        }
      g_byte_array_append (data, buffer, length);
    }

  return length < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static JxDocument *
open_standard_input (JxReport **report, GError **error)
{
  g_autoptr (GBytes) bytes = read_standard_input (error);
  JxCliWait wait = { .path = "-" };
  JxDocument *document;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (jx_xml_recognise (data, MIN (length, HEAD_SIZE)))
    return jx_xml_read_data (data, length, "-", error);

  document = jx_import_data_patiently (data, length, "-", jx_cli_wait_cb, &wait, report, error);
  jx_cli_wait_end (&wait);

  return document;
}

/* Whether the file begins like a goal document; what cannot be read at all is left to the reader to refuse. */
static gboolean
is_document (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, NULL);
  char head[HEAD_SIZE];
  gsize length = 0;

  return input != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (input), head, sizeof head, &length, NULL, NULL)
         && jx_xml_recognise (head, length);
}

JxDocument *
jx_cli_open (const char *path, JxReport **report, GError **error)
{
  JxCliWait wait = { .path = path };
  JxDocument *document;

  if (strcmp (path, "-") == 0)
    return open_standard_input (report, error);
  if (is_document (path) || g_str_has_suffix (path, ".jixiao"))
    return jx_xml_read_file (path, error);

  document = jx_import_file_patiently (path, jx_cli_wait_cb, &wait, report, error);
  jx_cli_wait_end (&wait);

  return document;
}

gboolean
jx_cli_write (const char *path, const char *text, gssize length, GError **error)
{
  g_autoptr (JxAtomicFile) file = jx_atomic_file_new (path, error);

  return file != NULL
         && jx_atomic_file_write (file, text, length < 0 ? strlen (text) : (gsize) length, error)
         && jx_atomic_file_commit (file, error);
}

JxItem *
jx_cli_find_project (JxDocument *document, const char *path, const char *code, GError **error)
{
  JxItem *project = jx_document_find_project (document, code);

  if (project == NULL)
    jx_error_set_at (error, JX_ERROR_NOT_FOUND, path, 0,
                     _("there is no project with the code “%s”; “jixiao-cli show” lists the codes"), code);
  return project;
}

static guint
count_columns (const char *text)
{
  guint columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (character))
        columns += g_unichar_iswide (character) ? 2 : 1;
    }

  return columns;
}

void
jx_cli_pad (GString *line, const char *text, guint columns, gboolean end)
{
  guint taken = count_columns (text);
  guint blanks = taken < columns ? columns - taken : 0;

  if (!end)
    g_string_append (line, text);
  for (guint i = 0; i < blanks; i++)
    g_string_append_c (line, ' ');
  if (end)
    g_string_append (line, text);
}
