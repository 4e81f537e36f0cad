/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/jx-error.h"
#include "cli/jx-cli.h"
#include "exchange/jx-export.h"
#include "paper/jx-chart.h"
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
write_pdf (JxDocument *document, const JxPaperOptions *options, const char *path, GError **error)
{
  g_autoptr (JxPaper) paper = jx_paper_new (document, options, progress_cb, NULL);
  g_autofree char *substitutions = NULL;

  if (!jx_paper_save_pdf (paper, path, progress_cb, NULL, error))
    return FALSE;

  substitutions = jx_paper_dup_substitutions (paper);
  if (substitutions != NULL)
    g_printerr ("jixiao-cli: %s\n", substitutions);

  return TRUE;
}

/* Word is told the pages its contents point to, until it works them out itself. */
static gboolean
write_other (const char *format, JxDocument *document, const JxPaperOptions *options, const char *path, GError **error)
{
  const JxForm *form = jx_paper_options_get_form (options);
  JxItem *subject = jx_document_get_root (document);
  g_auto (GStrv) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (options->scope == JX_PAPER_PROJECTS)
    subject = jx_item_child (subject, JX_KIND_PROJECT, g_array_index (options->projects, guint, 0));
  else
    form = jx_form_set_get_repeated (jx_form_set_get_default (), form);
  if (strcmp (format, "docx") == 0)
    {
      g_autoptr (JxPaper) paper = jx_paper_new (document, options, progress_cb, NULL);

      pages = jx_paper_dup_heading_pages (paper);
    }
  bytes = jx_export (format, form, subject, (const char * const *) pages, options->with_charts ? jx_chart_draw_figure : NULL, error);

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

/* What the words on the command line say of the form, of what it shows and of the page. */
typedef struct
{
  char *form;
  char **only;
  char *paper;
  char *orientation;
  char *margins;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->form);
  g_strfreev (words->only);
  g_free (words->paper);
  g_free (words->orientation);
  g_free (words->margins);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_scope (JxPaperOptions *options, const Words *words, JxDocument *document, const char *path, GError **error)
{
  for (guint i = 0; words->only != NULL && words->only[i] != NULL; i++)
    {
      JxItem *project = NULL;
      guint place;

      if (strcmp (words->only[i], "overview") == 0 && words->only[1] == NULL)
        {
          options->scope = JX_PAPER_OVERVIEW;
          return TRUE;
        }
      project = jx_cli_find_project (document, path, words->only[i], error);
      if (project == NULL)
        return FALSE;
      place = jx_item_get_index (project);
      options->scope = JX_PAPER_PROJECTS;
      g_array_append_val (options->projects, place);
    }

  return TRUE;
}

static gboolean
read_form (JxPaperOptions *options, const Words *words, GError **error)
{
  if (words->form == NULL)
    return TRUE;

  options->form = jx_form_set_find (jx_form_set_get_default (), words->form, JX_KIND_DOCUMENT);
  if (options->form == NULL)
    options->form = jx_form_set_find (jx_form_set_get_default (), words->form, JX_KIND_PROJECT);
  if (options->form == NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_NOT_FOUND, _("there is no form “%s”; put its description into the folder of forms"), words->form);

  return options->form != NULL;
}

static gboolean
read_margins (JxPaperSetup *setup, const char *words, GError **error)
{
  double *const sides[] = { &setup->top_mm, &setup->right_mm, &setup->bottom_mm, &setup->left_mm };
  g_auto (GStrv) parts = g_strsplit (words, ",", -1);
  gboolean good = g_strv_length (parts) == G_N_ELEMENTS (sides);

  setup->own_margins = TRUE;
  for (guint i = 0; good && i < G_N_ELEMENTS (sides); i++)
    {
      char *end = NULL;

      *sides[i] = g_ascii_strtod (parts[i], &end);
      good = end != parts[i] && *end == '\0';
    }
  if (!good)
    g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("export: “%s” is no margins; give top, right, bottom and left in mm: 37,26,35,28"), words);

  return good;
}

static gboolean
read_setup (JxPaperSetup *setup, const Words *words, GError **error)
{
  static const struct { const char *name; double width_mm, height_mm; } papers[] = {
    { "A3", 297, 420 }, { "A4", 210, 297 }, { "A5", 148, 210 }, { "B5", 182, 257 }, { "16K", 184, 260 },
  };

  for (guint i = 0; words->paper != NULL && i < G_N_ELEMENTS (papers); i++)
    {
      if (g_ascii_strcasecmp (papers[i].name, words->paper) == 0)
        {
          setup->width_mm = papers[i].width_mm;
          setup->height_mm = papers[i].height_mm;
        }
    }
  if (words->paper != NULL && setup->width_mm <= 0)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("export: “%s” is no paper; choose A3, A4, A5, B5 or 16K"), words->paper);
      return FALSE;
    }

  if (g_strcmp0 (words->orientation, "portrait") == 0)
    setup->turn = JX_PAPER_TURN_PORTRAIT;
  else if (g_strcmp0 (words->orientation, "landscape") == 0)
    setup->turn = JX_PAPER_TURN_LANDSCAPE;
  else if (words->orientation != NULL)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("export: “%s” is no orientation; choose portrait or landscape"), words->orientation);
      return FALSE;
    }

  return words->margins == NULL || read_margins (setup, words->margins, error);
}

/* What only pages have is refused where no pages are written, and more than one part. */
static gboolean
check_other (const JxPaperOptions *options, const Words *words, const char *format, GError **error)
{
  gboolean shows_charts = strcmp (format, "docx") == 0 || strcmp (format, "html") == 0;

  if (options->with_charts && !shows_charts)
    g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("export: charts are for PDF, Word and web pages, not for %s"), format);
  else if (options->draft_mark || options->signatures || words->paper != NULL || words->orientation != NULL || words->margins != NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("export: draft mark, signatures and page set-up are for PDF, not for %s"), format);
  else if (options->scope == JX_PAPER_PROJECTS && options->projects->len != 1)
    g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("export: several projects chosen go into PDF only; choose one, or leave --only out for all of them"));
  else
    return TRUE;

  return FALSE;
}

/* The latest month some project has spending for; the year's end only where there is no other. 0 for none. */
static int
find_reported_month (const JxItem *root)
{
  int latest = 0;

  for (guint p = 0; p < jx_item_count (root, JX_KIND_PROJECT); p++)
    {
      const JxItem *project = jx_item_child (root, JX_KIND_PROJECT, p);

      for (guint c = 0; c < jx_item_count (project, JX_KIND_CHECKPOINT); c++)
        {
          const JxItem *checkpoint = jx_item_child (project, JX_KIND_CHECKPOINT, c);
          JxDecimal month;

          if (jx_item_get (checkpoint, JX_FIELD_CHECKPOINT_SPENT) != NULL && jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_MONTH, &month)
              && (latest == 0 || latest == 12 || (month.mantissa > latest && month.mantissa < 12)))
            latest = (int) month.mantissa;
        }
    }

  return latest;
}

/* The month up to which a monitoring table tells: @at (nullable), else what the document says, else the latest reported. */
static gboolean
set_monitored (JxDocument *document, const char *at, GError **error)
{
  JxItem *root = jx_document_get_root (document);
  int reported = find_reported_month (root);
  g_autofree char *month = at == NULL && reported > 0 ? g_strdup_printf ("%d", reported) : g_strdup (at);
  g_autofree char *value = NULL;
  g_autoptr (JxEdit) edit = NULL;
  g_autoptr (JxEdit) inverse = NULL;

  if (month == NULL || (at == NULL && jx_item_get (root, JX_FIELD_MONITORED) != NULL))
    return TRUE;
  value = jx_field_normalise (JX_FIELD_MONITORED, month, error);
  if (value == NULL)
    return FALSE;

  edit = jx_edit_new_set (root, JX_FIELD_MONITORED, value);
  inverse = jx_document_apply (document, edit, error);

  return inverse != NULL;
}

int
jx_verb_export (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *to = NULL;
  g_autofree char *at = NULL;
  g_auto (Words) words = { 0 };
  g_autoptr (JxPaperOptions) paper = jx_paper_options_new ();
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write"), "OUT" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("pdf, docx, html, xlsx, csv or text; by OUT's suffix where left out"), N_("FORMAT") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &words.form, N_("By this form"), "ID" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_("A monitoring table: up to this month; else as the document says, or the latest reported"), "MM" },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.only, N_("Only the department's part, or one project; again for more projects"), "overview|CODE" },
    { "charts", 0, 0, G_OPTION_ARG_NONE, &paper->with_charts, N_("PDF, docx and html: with the charts of spending"), NULL },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &paper->draft_mark, N_("PDF: marked as a draft"), NULL },
    { "signatures", 0, 0, G_OPTION_ARG_NONE, &paper->signatures, N_("PDF: with lines for author, head and date below each table"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &words.paper, N_("PDF: on A3, A4, A5, B5 or 16K"), N_("PAPER") },
    { "orientation", 0, 0, G_OPTION_ARG_STRING, &words.orientation, N_("PDF: turn all pages, whatever the forms say"), "portrait|landscape" },
    { "margins", 0, 0, G_OPTION_ARG_STRING, &words.margins, N_("PDF: margins in mm, instead of the forms'"), N_("TOP,RIGHT,BOTTOM,LEFT") },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (JxDocument) document = NULL;
  const char *format = NULL;
  gboolean pdf;
  gboolean written;

  if (!jx_cli_parse (argc, argv, "DOC -o OUT", options, 1, 1, &files, error))
    return JX_EXIT_FAILED;
  if (output == NULL)
    {
      g_set_error_literal (error, JX_ERROR, JX_ERROR_USAGE, _("export: no file to write to; give one with -o"));
      return JX_EXIT_FAILED;
    }
  format = find_format (to, output, error);
  if (format == NULL || !read_setup (&paper->setup, &words, error))
    return JX_EXIT_FAILED;

  document = jx_cli_open (files[0], NULL, error);
  if (document == NULL || !set_monitored (document, at, error) || !read_form (paper, &words, error) || !read_scope (paper, &words, document, files[0], error))
    return JX_EXIT_FAILED;
  pdf = strcmp (format, "pdf") == 0;
  if (!jx_paper_options_check (paper, document, error) || (!pdf && !check_other (paper, &words, format, error)))
    return JX_EXIT_FAILED;

  written = pdf ? write_pdf (document, paper, output, error) : write_other (format, document, paper, output, error);

  return written ? JX_EXIT_DONE : JX_EXIT_FAILED;
}
