/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/jx-atomic-file.h"
#include "base/jx-error.h"
#include "paper/jx-break.h"
#include "paper/jx-draft.h"
#include "paper/jx-font-pages.h"
#include "paper/jx-page-number.h"
#include "paper/jx-paper.h"
#include "paper/jx-pdf.h"
#include "paper/jx-pdf-filter.h"

/* Font files are read whole when their first character is drawn, and when they are embedded at the end. */
#define N_FIRST_PAGES 8
#define WRITTEN_MAX (48 * 1024)

struct _JxPaper
{
  JxDocument *document;
  JxPaperOptions *options;
  char *title;
  JxMeasure *measure;
  JxBreaker *breaker;
  JxLeaf *leaf;
};

static JxPageStart *
get_page (const JxPaper *paper, guint page)
{
  return &g_array_index (paper->breaker->pages, JxPageStart, page);
}

/* What the title is of: the document, or the one project that is shown; %NULL where there are several. */
static JxItem *
find_subject (const JxPaper *paper)
{
  JxItem *root = jx_document_get_root (paper->document);

  if (jx_form_get_subject (jx_paper_options_get_form (paper->options)) == JX_KIND_DOCUMENT)
    return root;
  if (paper->options->scope == JX_PAPER_PROJECTS && paper->options->projects->len == 1)
    return jx_item_child (root, JX_KIND_PROJECT, g_array_index (paper->options->projects, guint, 0));

  return NULL;
}

static char *
dup_title (const JxPaper *paper)
{
  const JxForm *form = jx_paper_options_get_form (paper->options);
  JxItem *subject = find_subject (paper);

  return subject != NULL ? jx_layout_dup_title (form, subject) : g_strdup (jx_form_get_title (form));
}

/* Finds all pages. Returns: whether it was let go on to the end. */
static gboolean
find_pages (JxPaper *paper, JxPaperProgress progress, gpointer user_data)
{
  JxBreaker *breaker = paper->breaker;
  guint told = G_MAXUINT;

  while (jx_flow_get_block (breaker->flow) != NULL)
    {
      JxPageStart start;
      guint done;
      guint total = jx_flow_count (breaker->flow, &done);

      if (progress != NULL && done != told && !progress (done, total, user_data))
        return FALSE;
      told = done;

      jx_leaf_clear (paper->leaf);
      jx_breaker_set_page (breaker, paper->leaf, &start);
      g_array_append_val (breaker->pages, start);
    }

  return TRUE;
}

static void
number_pages (JxPaper *paper)
{
  guint numbers[] = { [JX_PAGE_TITLE] = 0, [JX_PAGE_CONTENTS] = 0, [JX_PAGE_BODY] = 0 };

  for (guint i = 0; i < paper->breaker->pages->len; i++)
    get_page (paper, i)->number = ++numbers[get_page (paper, i)->kind];
}

/* How long the contents are is known only now that all headings are: puts in the pages they go on to.
 * What the entries say does not change by it, since the contents are numbered by themselves. */
static void
extend_contents (JxPaper *paper)
{
  JxBreaker *breaker = paper->breaker;

  breaker->complete = TRUE;
  for (guint i = 0; i < breaker->pages->len; i++)
    {
      const JxPlace *place = jx_flow_get_place (breaker->flow);
      guint first = i;

      if (get_page (paper, i)->kind != JX_PAGE_CONTENTS)
        continue;

      jx_flow_seek (breaker->flow, &get_page (paper, i)->place);
      for (;;)
        {
          JxPageStart start;
          guint block = place->index[place->depth];
          guint depth = place->depth;

          breaker->next_entry = get_page (paper, first)->first_entry;
          jx_leaf_clear (paper->leaf);
          jx_breaker_set_page (breaker, paper->leaf, &start);
          if (jx_flow_get_block (breaker->flow) == NULL || place->depth != depth || place->index[depth] != block)
            break;

          start = *get_page (paper, i);
          start.place = *place;
          g_array_insert_val (breaker->pages, ++i, start);
          for (guint e = 0; e < breaker->entries->len; e++)
            {
              JxEntry *entry = &g_array_index (breaker->entries, JxEntry, e);

              entry->page += entry->page >= i;
            }
        }
    }
  number_pages (paper);
}

JxPaper *
jx_paper_new (JxDocument *document, const JxPaperOptions *options, JxPaperProgress progress, gpointer user_data)
{
  g_autoptr (JxPaper) paper = NULL;

  g_return_val_if_fail (options != NULL && JX_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (jx_paper_options_check (options, document, NULL), NULL);

  paper = g_new0 (JxPaper, 1);
  paper->document = g_object_ref (document);
  paper->options = jx_paper_options_copy (options);
  paper->title = dup_title (paper);
  paper->measure = jx_measure_new ();
  paper->breaker = jx_breaker_new (paper->options, document, paper->measure);
  paper->leaf = jx_leaf_new ();

  if (!find_pages (paper, progress, user_data))
    return NULL;
  number_pages (paper);
  extend_contents (paper);

  return g_steal_pointer (&paper);
}

guint
jx_paper_count_pages (const JxPaper *paper)
{
  g_return_val_if_fail (paper != NULL, 0);

  return paper->breaker->pages->len;
}

void
jx_paper_get_page_size (const JxPaper *paper, guint page, double *width_pt, double *height_pt)
{
  const JxFormPage *size;

  g_return_if_fail (paper != NULL && page < paper->breaker->pages->len);

  size = &get_page (paper, page)->size;
  *width_pt = jx_mm_to_pt (size->width_mm);
  *height_pt = jx_mm_to_pt (size->height_mm);
}

static void
draw_page (JxPaper *paper, guint page, cairo_t *cairo, JxTagger *tagger)
{
  const JxPageStart *start;
  JxPageStart again;

  start = get_page (paper, page);
  jx_flow_seek (paper->breaker->flow, &start->place);
  paper->breaker->next_entry = start->first_entry;
  jx_leaf_clear (paper->leaf);
  jx_breaker_set_page (paper->breaker, paper->leaf, &again);
  jx_page_number_place (paper->measure, start, paper->leaf);
  if (paper->options->draft_mark)
    jx_draft_draw (paper->measure, &start->size, cairo);
  jx_leaf_draw (paper->leaf, cairo, tagger);
}

void
jx_paper_draw_page (JxPaper *paper, guint page, cairo_t *cairo)
{
  g_return_if_fail (paper != NULL && page < paper->breaker->pages->len);
  g_return_if_fail (cairo != NULL);

  draw_page (paper, page, cairo, NULL);
}

void
jx_paper_set_outline (JxPaper *paper, cairo_surface_t *surface)
{
  g_return_if_fail (paper != NULL && surface != NULL);

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;

  jx_pdf_set_metadata (surface, paper->title, jx_form_get_title (jx_paper_options_get_form (paper->options)), paper->document);
  jx_pdf_add_outline (surface, paper->breaker->entries);
}

char **
jx_paper_dup_heading_pages (const JxPaper *paper)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  g_return_val_if_fail (paper != NULL, NULL);

  for (guint i = 0; i < paper->breaker->entries->len; i++)
    {
      const JxEntry *entry = &g_array_index (paper->breaker->entries, JxEntry, i);

      g_ptr_array_add (pages, jx_page_start_dup_label (get_page (paper, entry->page)));
    }
  g_ptr_array_add (pages, NULL);

  return (char **) g_ptr_array_steal (pages, NULL);
}

char *
jx_paper_dup_substitutions (JxPaper *paper)
{
  g_return_val_if_fail (paper != NULL, NULL);

  return jx_font_set_dup_substitutions (jx_measure_get_fonts (paper->measure));
}

typedef struct
{
  JxAtomicFile *file;
  JxPdfFilter *filter; /* NULL without tags */
  gboolean failed;
  gsize written; /* since font files were last let go of */
} Output;

static gboolean
write_to_file (gpointer user_data, const void *data, gsize length)
{
  Output *output = user_data;

  output->failed = output->failed || !jx_atomic_file_write (output->file, data, length, NULL);

  return !output->failed;
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Output *output = closure;

  output->written += length;
  if (output->written > WRITTEN_MAX)
    {
      jx_font_release_pages ();
      output->written = 0;
    }

  if (!(output->filter != NULL ? jx_pdf_filter_write (output->filter, data, length) : write_to_file (output, data, length)))
    return CAIRO_STATUS_WRITE_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

/* Returns: whether it was let go on to the end. */
static gboolean
draw_pages (JxPaper *paper, cairo_surface_t *surface, JxTagger *tagger, JxPaperProgress progress, gpointer user_data)
{
  cairo_t *cairo = cairo_create (surface);
  guint told = G_MAXUINT;
  gboolean go_on = TRUE;

  for (guint i = 0; i < paper->breaker->pages->len && go_on && cairo_status (cairo) == CAIRO_STATUS_SUCCESS; i++)
    {
      g_autofree char *label = jx_page_start_dup_label (get_page (paper, i));
      double width, height;
      guint done, total;

      jx_paper_get_page_size (paper, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      if (*label != '\0')
        cairo_pdf_surface_set_page_label (surface, label);
      if (i == 0 && tagger != NULL)
        jx_tagger_begin (tagger, "Document", NULL);
      if (tagger != NULL)
        jx_tagger_begin_page (tagger);
      draw_page (paper, i, cairo, tagger);
      cairo_show_page (cairo);
      if (i < N_FIRST_PAGES)
        jx_font_release_pages ();

      total = jx_flow_count (paper->breaker->flow, &done);
      if (progress != NULL && done != told)
        go_on = progress (done, total, user_data);
      told = done;
    }
  cairo_destroy (cairo);

  return go_on;
}

/* @understood: (out): whether what cairo wrote was what the filter knows; always without tags. */
static gboolean
save_pages (JxPaper *paper, const char *path, gboolean tagged, gboolean *understood, JxPaperProgress progress, gpointer user_data, GError **error)
{
  g_autoptr (JxAtomicFile) file = jx_atomic_file_new (path, error);
  g_autoptr (JxTagger) tagger = tagged ? jx_tagger_new () : NULL;
  g_autoptr (JxPdfFilter) filter = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  Output output = { .file = file };
  double width, height;
  gboolean finished;

  *understood = TRUE;
  if (file == NULL)
    return FALSE;

  if (tagged)
    output.filter = filter = jx_pdf_filter_new (tagger, write_to_file, &output);
  jx_paper_get_page_size (paper, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, &output, width, height);
  jx_paper_set_outline (paper, surface);
  finished = draw_pages (paper, surface, tagger, progress, user_data);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!finished)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped; nothing was written."));
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_WRITE_ERROR)
    {
      jx_error_set_at (error, JX_ERROR_UNSUPPORTED, path, 0, _("the PDF could not be made: %s"), cairo_status_to_string (status));
      return FALSE;
    }

  *understood = output.failed || filter == NULL || (status == CAIRO_STATUS_SUCCESS && jx_pdf_filter_finish (filter)) || output.failed;

  /* What failed in writing is told by the file. */
  return *understood && jx_atomic_file_commit (file, error);
}

gboolean
jx_paper_save_pdf (JxPaper *paper, const char *path, JxPaperProgress progress, gpointer user_data, GError **error)
{
  gboolean understood = FALSE;
  gboolean saved;

  g_return_val_if_fail (paper != NULL && path != NULL, FALSE);

  saved = save_pages (paper, path, TRUE, &understood, progress, user_data, error);
  /* Another cairo than this one was made for may write otherwise. Pages without tags are better than none. */
  if (!understood)
    saved = save_pages (paper, path, FALSE, &understood, progress, user_data, error);

  return saved;
}

void
jx_paper_free (JxPaper *paper)
{
  if (paper == NULL)
    return;

  jx_breaker_free (paper->breaker);
  jx_leaf_free (paper->leaf);
  jx_measure_free (paper->measure);
  jx_paper_options_free (paper->options);
  g_object_unref (paper->document);
  g_free (paper->title);
  g_free (paper);
}
