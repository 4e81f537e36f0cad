/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-report.h"

#include <glib/gi18n-lib.h>

struct _JxReport
{
  char *source;
  char *form;
  guint certainty;
  GPtrArray *entries;
  guint counts[JX_REPORT_LEFT + 1];
};

static void
entry_free (gpointer data)
{
  JxReportEntry *entry = data;

  g_free (entry->text);
  g_free (entry->path);
  g_free (entry->message);
  g_free (entry);
}

JxReport *
jx_report_new (const char *source_name)
{
  JxReport *report = g_new0 (JxReport, 1);

  report->source = g_strdup (source_name);
  report->entries = g_ptr_array_new_with_free_func (entry_free);

  return report;
}

void
jx_report_add (JxReport *report, JxReportType type, guint line, const char *text, const char *path, const char *message)
{
  JxReportEntry *entry;

  g_return_if_fail (report != NULL);
  g_return_if_fail (type <= JX_REPORT_LEFT);

  entry = g_new0 (JxReportEntry, 1);
  entry->type = type;
  entry->line = line;
  entry->text = g_strdup (text != NULL ? text : "");
  entry->path = g_strdup (path);
  entry->message = g_strdup (message);
  g_ptr_array_add (report->entries, entry);
  report->counts[type]++;
}

void
jx_report_set_form (JxReport *report, const char *form_id, guint certainty)
{
  g_return_if_fail (report != NULL);

  if (report->form != form_id)
    {
      g_free (report->form);
      report->form = g_strdup (form_id);
    }
  report->certainty = MIN (certainty, 100);
}

const char *
jx_report_get_source (const JxReport *report)
{
  return report->source;
}

const char *
jx_report_get_form (const JxReport *report, guint *certainty)
{
  if (certainty != NULL)
    *certainty = report->certainty;

  return report->form;
}

GPtrArray *
jx_report_list (const JxReport *report)
{
  return report->entries;
}

guint
jx_report_count (const JxReport *report, JxReportType type)
{
  g_return_val_if_fail (type <= JX_REPORT_LEFT, 0);

  return report->counts[type];
}

const char *
jx_report_type_get_name (JxReportType type)
{
  static const char * const names[] = { "taken", "guessed", "left" };

  g_return_val_if_fail (type < G_N_ELEMENTS (names), NULL);

  return names[type];
}

static guint
count_indicators (const JxItem *root)
{
  guint n = 0;

  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    n += jx_item_count (jx_item_child (root, JX_KIND_PROJECT, i), JX_KIND_INDICATOR);

  return n;
}

char *
jx_report_summarise (const JxReport *report, JxDocument *document)
{
  const JxItem *root = jx_document_get_root (document);
  guint n_projects = jx_item_count (root, JX_KIND_PROJECT);
  guint n_indicators = count_indicators (root);
  guint n_sub_goals = jx_item_count (root, JX_KIND_SUB_GOAL);
  guint n_measures = jx_item_count (root, JX_KIND_MEASURE);
  guint n_guessed = jx_report_count (report, JX_REPORT_GUESSED);
  guint n_left = jx_report_count (report, JX_REPORT_LEFT);
  g_autofree char *projects = g_strdup_printf (ngettext ("%u project", "%u projects", n_projects), n_projects);
  g_autofree char *indicators = g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_indicators), n_indicators);
  g_autofree char *sub_goals = g_strdup_printf (ngettext ("%u sub-goal", "%u sub-goals", n_sub_goals), n_sub_goals);
  g_autofree char *measures = g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures);
  g_autofree char *guessed = g_strdup_printf (ngettext ("%u place to look at", "%u places to look at", n_guessed), n_guessed);
  g_autofree char *left = g_strdup_printf (ngettext ("%u place not understood", "%u places not understood", n_left), n_left);
  /* Translators: 9 projects with 56 indicators, 13 sub-goals and 7 measures */
  g_autofree char *taken = g_strdup_printf (_("Took %s with %s, %s and %s"), projects, indicators, sub_goals, measures);

  if (n_guessed == 0 && n_left == 0)
    return g_strdup_printf (_("%s; everything was understood."), taken);
  if (n_left == 0)
    return g_strdup_printf (_("%s; %s."), taken, guessed);
  if (n_guessed == 0)
    return g_strdup_printf (_("%s; %s."), taken, left);

  return g_strdup_printf (_("%s; %s; %s."), taken, guessed, left);
}

void
jx_report_free (JxReport *report)
{
  if (report == NULL)
    return;

  g_free (report->source);
  g_free (report->form);
  g_ptr_array_unref (report->entries);
  g_free (report);
}
