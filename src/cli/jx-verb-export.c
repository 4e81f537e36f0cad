/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/jx-error.h"
#include "cli/jx-cli.h"
#include "exchange/jx-export.h"
#include "paper/jx-paper.h"

/* On a terminal long work says how far it is; elsewhere nothing but errors goes to standard error. */
static gboolean
progress_cb (guint done, guint total, gpointer user_data)
{
  if (isatty (STDERR_FILENO) && total >= 200 && (done % 50 == 0 || done == total))
    fprintf (stderr, done == total ? "\r\033[K" : "\r%u/%u", done, total);

  return TRUE;
}

static gboolean
write_pdf (const JxForm *form, JxItem *subject, const char *path, GError **error)
{
  g_autoptr (JxPaper) paper = jx_paper_new (form, subject, progress_cb, NULL);

  return jx_paper_save_pdf (paper, path, progress_cb, NULL, error);
}

/* Word is told the pages its contents point to, until it works them out itself. */
static gboolean
write_other (const char *format, const JxForm *form, JxItem *subject, const char *path, GError **error)
{
  g_auto (GStrv) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (format, "docx") == 0)
    {
      g_autoptr (JxPaper) paper = jx_paper_new (form, subject, progress_cb, NULL);

      pages = jx_paper_dup_heading_pages (paper);
    }
  bytes = jx_export (format, form, subject, (const char * const *) pages, error);

  return bytes != NULL && jx_cli_write (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

/* "pdf" or what jx_export() knows. */
static const char *
find_format (const char *name, const char *path, GError **error)
{
  const char *format = NULL;

  if (name != NULL ? strcmp (name, "pdf") == 0 : g_str_has_suffix (path, ".pdf"))
    return "pdf";
  format = jx_export_find (name, path);
  if (format != NULL)
    return format;

  if (name != NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_UNSUPPORTED,
                 _("export: “%s” is not a format that can be written; choose pdf, docx, html, xlsx, csv or text"), name);
  else
    g_set_error (error, JX_ERROR, JX_ERROR_UNSUPPORTED,
                 _("export: “%s” does not tell the format; end it in .pdf, .docx, .html, .xlsx, .csv or .txt, or choose with --to"), path);
  return NULL;
}

/* The form and the item it shows, from --form and --only. */
static const JxForm *
find_form (JxDocument *document, const char *path, const char *id, const char *only, JxItem **subject, GError **error)
{
  JxFormSet *set = jx_form_set_get_default ();
  gboolean overview = g_strcmp0 (only, "overview") == 0;
  JxKind kind = only != NULL && !overview ? JX_KIND_PROJECT : JX_KIND_DOCUMENT;
  const JxForm *form = jx_form_set_find (set, id, kind);

  *subject = jx_document_get_root (document);
  if (kind == JX_KIND_PROJECT)
    *subject = jx_cli_find_project (document, path, only, error);
  if (*subject == NULL)
    return NULL;

  if (form == NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_NOT_FOUND, _("there is no form “%s”; put its description into the folder of forms"), id != NULL ? id : "");
  else if (jx_form_get_subject (form) != kind)
    g_set_error (error, JX_ERROR, JX_ERROR_USAGE,
                 kind == JX_KIND_DOCUMENT ? _("the form “%s” shows one project; choose the project with --only CODE")
                                          : _("the form “%s” shows a whole document; leave --only out"),
                 jx_form_get_id (form));
  else
    return overview ? jx_form_set_find_overview (set, form) : form;

  return NULL;
}

int
jx_verb_export (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *to = NULL;
  g_autofree char *form_id = NULL;
  g_autofree char *only = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write"), "OUT" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("pdf, docx, html, xlsx, csv or text; by OUT's suffix where left out"), N_("FORMAT") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &form_id, N_("By this form"), "ID" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, N_("Only the department's part, or one project"), "overview|CODE" },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (JxDocument) document = NULL;
  const char *format = NULL;
  const JxForm *form = NULL;
  JxItem *subject = NULL;
  gboolean written;

  if (!jx_cli_parse (argc, argv, "DOC -o OUT", options, 1, 1, &words, error))
    return JX_EXIT_FAILED;
  if (output == NULL)
    {
      g_set_error_literal (error, JX_ERROR, JX_ERROR_USAGE, _("export: no file to write to; give one with -o"));
      return JX_EXIT_FAILED;
    }
  format = find_format (to, output, error);
  if (format == NULL)
    return JX_EXIT_FAILED;

  document = jx_cli_open (words[0], NULL, error);
  if (document == NULL)
    return JX_EXIT_FAILED;

  form = find_form (document, words[0], form_id, only, &subject, error);
  if (form == NULL)
    return JX_EXIT_FAILED;

  written = strcmp (format, "pdf") == 0 ? write_pdf (form, subject, output, error)
                                        : write_other (format, form, subject, output, error);

  return written ? JX_EXIT_DONE : JX_EXIT_FAILED;
}
