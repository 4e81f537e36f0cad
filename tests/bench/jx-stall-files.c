/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-stall-actions.h"

#include "app/jx-draft.h"
#include "app/jx-export.h"
#include "app/jx-print.h"
#include "app/jx-take-in-dialog.h"
#include "exchange/jx-export.h"
#include "xml/jx-xml-reader.h"

static JxHistory *
get_history (JxStallBench *bench)
{
  return jx_session_get_history (bench->window->session);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer exported)
{
  *(gboolean *) exported = jx_export_finish (result, NULL);
}

static void
export_as (JxStallBench *bench, const char *suffix)
{
  g_autofree char *path = g_strdup_printf ("%s/exported.%s", bench->folder, suffix);
  g_autofree char *name = g_strdup_printf ("export as %s", suffix);
  JxExportFormat format = g_str_equal (suffix, "pdf") ? JX_EXPORT_PDF : JX_EXPORT_OTHER;
  g_autoptr (JxDocument) copy = NULL;
  gboolean exported = FALSE;

  JX_STALL_MEASURE (name, copy = jx_session_copy_document (bench->window->session);
                    jx_export_async (GTK_WINDOW (bench->window), copy, format, path, NULL, exported_cb, &exported), exported);
}

static void
paper_cb (GObject *source, GAsyncResult *result, gpointer paper)
{
  *(JxPaper **) paper = jx_export_finish_paper (result, NULL);
}

static void
printed_cb (gboolean *printed)
{
  *printed = TRUE;
}

static void
print (JxStallBench *bench)
{
  g_autofree char *path = g_strdup_printf ("%s/printed.pdf", bench->folder);
  g_autoptr (JxDocument) copy = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  JxPaper *paper = NULL;
  gboolean printed = FALSE;

  JX_STALL_MEASURE ("print: laying out", copy = jx_session_copy_document (bench->window->session);
                    jx_export_async (GTK_WINDOW (bench->window), copy, JX_EXPORT_PAPER, NULL, NULL, paper_cb, &paper), paper != NULL);
  operation = jx_print_operation_new (GTK_WINDOW (bench->window), paper, "云溪", bench->window->paper_choice);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (printed_cb), &printed);
  JX_STALL_MEASURE ("print: the pages", gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (bench->window), NULL), printed);
}

/* Of next year's document, as a colleague would send it. */
static char *
write_colleagues (JxStallBench *bench, const char *suffix)
{
  g_autoptr (JxDocument) other = jx_xml_read_file (bench->other, NULL);
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);
  g_autofree char *path = g_strdup_printf ("%s/colleague.%s", bench->folder, suffix);
  g_autoptr (GBytes) bytes = jx_export (jx_export_find (NULL, path), form, jx_document_get_root (other), NULL, NULL, NULL);

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  return g_steal_pointer (&path);
}

static void
scroll_to_end (GtkWidget *dialog)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (jx_test_find (dialog, GTK_TYPE_LIST_BOX, 0), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
}

/* What is larger than a reader takes is told with a sentence. */
static GtkWidget *
find_refusal (void)
{
  GtkWidget *dialog = jx_stall_find_window (ADW_TYPE_MESSAGE_DIALOG);

  return dialog != NULL && adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)) == NULL ? dialog : NULL;
}

static void
take_in (JxStallBench *bench, const char *suffix)
{
  g_autofree char *path = write_colleagues (bench, suffix);
  g_autofree char *reading = g_strdup_printf ("take in %s: its dialog", suffix);
  g_autofree char *taking = g_strdup_printf ("take in %s", suffix);
  g_autofree char *undoing = g_strdup_printf ("take in %s, undone", suffix);
  char *paths[] = { path, NULL };
  GtkWidget *dialog = NULL;

  JX_STALL_MEASURE (reading, jx_window_take_in (bench->window, paths), jx_stall_find_window (JX_TYPE_TAKE_IN_DIALOG) != NULL || find_refusal () != NULL);
  if (find_refusal () != NULL)
    {
      gtk_window_close (GTK_WINDOW (find_refusal ()));
      return;
    }
  dialog = jx_stall_find_window (JX_TYPE_TAKE_IN_DIALOG);
  JX_STALL_MEASURE ("take in: theirs everywhere", gtk_widget_activate_action (dialog, "take-in.everywhere", "s", "theirs"), TRUE);
  JX_STALL_MEASURE ("take in: the list to its end", scroll_to_end (dialog), TRUE);
  JX_STALL_MEASURE (taking, jx_stall_press (dialog), jx_history_get_can_undo (get_history (bench)));
  JX_STALL_MEASURE (undoing, jx_stall_activate (bench, "undo", NULL), !jx_history_get_can_undo (get_history (bench)));
}

static void
change (JxStallBench *bench)
{
  jx_history_set (get_history (bench), jx_stall_get_project (bench, 0), JX_FIELD_PROJECT_NAME, "村道养护", NULL);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Kept while something is edited, and brought back as at the next start. */
static void
use_drafts (JxStallBench *bench)
{
  g_autofree char *file = g_strdup (jx_draft_keeper_get_file (bench->window->drafts));
  g_autofree char *left = g_build_filename (bench->folder, "left.jixiao", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JxDraft) draft = NULL;
  gsize length = 0;

  JX_STALL_MEASURE ("an edit, and its draft", change (bench), is_there (file));
  g_file_get_contents (file, &text, &length, NULL);
  g_file_set_contents (left, text, length, NULL);
  JX_STALL_MEASURE ("undone, and no draft", jx_stall_activate (bench, "undo", NULL), !is_there (file));
  draft = jx_draft_read (left);
  JX_STALL_MEASURE ("draft opened", jx_window_recover (bench->window, draft), jx_session_get_modified (bench->window->session));
}

static void
save (JxStallBench *bench)
{
  g_autoptr (JxSession) session = NULL;
  JxWindow *next = NULL;

  JX_STALL_MEASURE ("save", jx_stall_activate (bench, "save", NULL), !jx_session_get_modified (bench->window->session));
  session = g_object_ref (bench->window->session);
  JX_STALL_MEASURE ("reload", jx_stall_activate (bench, "reload", NULL), bench->window->session != session && bench->window->reading == NULL);
  JX_STALL_MEASURE ("work on a copy", jx_stall_activate (bench, "work-on-copy", NULL), jx_session_get_path (bench->window->session) == NULL);
  jx_history_mark_written (get_history (bench));
  jx_history_mark_saved (get_history (bench));
  next = jx_window_new (bench->application);
  JX_STALL_MEASURE ("next year's document", jx_window_begin_next_year (next, bench->path), next->session != NULL);
  jx_history_mark_written (jx_session_get_history (next->session));
  jx_history_mark_saved (jx_session_get_history (next->session));
  JX_STALL_MEASURE ("close", gtk_window_close (GTK_WINDOW (next)), jx_stall_find_window (JX_TYPE_WINDOW) == GTK_WIDGET (bench->window));
}

void
jx_stall_use_files (JxStallBench *bench)
{
  static const char *const suffixes[] = { "pdf", "docx", "xlsx", "html", "csv", "txt" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    export_as (bench, suffixes[i]);
  print (bench);
  take_in (bench, "docx");
  take_in (bench, "txt");
  use_drafts (bench);
  save (bench);
}
