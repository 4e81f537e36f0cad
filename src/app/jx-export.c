/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-export.h"

#include <glib/gi18n-lib.h>

#include "app/jx-busy.h"
#include "base/jx-atomic-file.h"
#include "base/jx-error.h"
#include "exchange/jx-export.h"
#include "paper/jx-chart.h"

typedef struct
{
  JxDocument *document;
  JxExportFormat format;
  char *path;
  JxPaperOptions *options;
  JxBusy *busy;
  GCancellable *cancellable;
  char *substitutions;
  guint phase;
  guint n_phases;
} Job;

static void
job_free (Job *job)
{
  jx_busy_free (job->busy);
  g_object_unref (job->document);
  g_object_unref (job->cancellable);
  jx_paper_options_free (job->options);
  g_free (job->path);
  g_free (job->substitutions);
  g_free (job);
}

static gboolean
progress_cb (guint done, guint total, gpointer user_data)
{
  Job *job = user_data;

  jx_busy_report (job->busy, job->phase * total + done, job->n_phases * total);
  return !g_cancellable_is_cancelled (job->cancellable);
}

/* The pages; written to the job's file, if it has one. */
static JxPaper *
make_paper (Job *job, GError **error)
{
  g_autoptr (JxPaper) paper = NULL;

  if (!jx_paper_options_check (job->options, job->document, error))
    return NULL;
  paper = jx_paper_new (job->document, job->options, progress_cb, job);
  if (paper == NULL)
    {
      g_cancellable_set_error_if_cancelled (job->cancellable, error);
      return NULL;
    }
  job->phase++;
  if (job->format == JX_EXPORT_PDF && !jx_paper_save_pdf (paper, job->path, progress_cb, job, error))
    return NULL;
  if (job->format == JX_EXPORT_PDF)
    job->substitutions = jx_paper_dup_substitutions (paper);

  return g_steal_pointer (&paper);
}

/* Word is told the pages its contents point to, until it works them out itself. */
static gboolean
write_other (Job *job, GError **error)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);
  const char *format = jx_export_find (NULL, job->path);
  g_auto (GStrv) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JxAtomicFile) file = NULL;

  if (format == NULL)
    {
      jx_error_set_at (error, JX_ERROR_UNSUPPORTED, job->path, 0, _("The name does not tell the format; end it in .docx, .xlsx, .html, .csv or .txt"));
      return FALSE;
    }
  if (form == NULL)
    {
      g_set_error_literal (error, JX_ERROR, JX_ERROR_NOT_FOUND, _("There is no form for a whole document; put its description into the folder of forms."));
      return FALSE;
    }
  if (strcmp (format, "docx") == 0)
    {
      g_autoptr (JxPaper) paper = make_paper (job, error);

      if (paper == NULL)
        return FALSE;
      pages = jx_paper_dup_heading_pages (paper);
    }
  bytes = jx_export (format, form, jx_document_get_root (job->document), (const char * const *) pages,
                     job->options->with_charts ? jx_chart_draw_figure : NULL, error);
  /* What was given up leaves no file. */
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  file = jx_atomic_file_new (job->path, error);

  return file != NULL
         && jx_atomic_file_write (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error)
         && jx_atomic_file_commit (file, error);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (JxPaper) paper = NULL;
  GError *error = NULL;

  if (job->format == JX_EXPORT_OTHER)
    {
      if (write_other (job, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
    }
  else if ((paper = make_paper (job, &error)) == NULL)
    g_task_return_error (task, error);
  else if (job->format == JX_EXPORT_PAPER)
    g_task_return_pointer (task, g_steal_pointer (&paper), (GDestroyNotify) jx_paper_free);
  else
    g_task_return_boolean (task, TRUE);
}

void
jx_export_async (GtkWindow *parent, JxDocument *document, JxExportFormat format, const char *path, const JxPaperOptions *options,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *heading = name != NULL ? g_strdup_printf (_("Writing “%s”"), name) : g_strdup (_("Laying out the pages"));
  Job *job = g_new0 (Job, 1);

  job->document = g_object_ref (document);
  job->format = format;
  job->path = g_strdup (path);
  job->options = options != NULL ? jx_paper_options_copy (options) : jx_paper_options_new ();
  job->cancellable = g_object_ref (cancellable);
  job->busy = jx_busy_new (parent, heading, cancellable);
  job->n_phases = format == JX_EXPORT_PDF ? 2 : 1;
  g_task_set_source_tag (task, jx_export_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, export_thread);
}

/* The dialog goes as soon as the work is over, whoever still holds the task. */
static void
end_busy (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_clear_pointer (&job->busy, jx_busy_free);
}

gboolean
jx_export_finish (GAsyncResult *result, GError **error)
{
  end_busy (result);
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
jx_export_get_substitutions (GAsyncResult *result)
{
  return ((const Job *) g_task_get_task_data (G_TASK (result)))->substitutions;
}

JxPaper *
jx_export_finish_paper (GAsyncResult *result, GError **error)
{
  end_busy (result);
  return g_task_propagate_pointer (G_TASK (result), error);
}
