/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More of one kind nobody reads, and a file of nothing else must not fill the memory. */
#define LISTED_MOST 20000

struct _JxReport
{
  char *source;
  GPtrArray *tables;
  GPtrArray *forms; /* (element-type Form): those of the tables, the first met first */
  GPtrArray *entries;
  guint counts[JX_REPORT_LEFT + 1];
};

/* What several tables have in common. */
typedef struct
{
  const char *id;
  const char *title;
  guint n_tables;
  guint certainties; /* their sum */
} Form;

static void
entry_free (gpointer data)
{
  JxReportEntry *entry = data;

  g_free (entry->text);
  g_free (entry->path);
  g_free (entry->message);
  g_free (entry);
}

static void
table_free (gpointer data)
{
  JxReportTable *table = data;

  g_free (table->path);
  g_free (table->form);
  g_free (table->title);
  g_free (table);
}

JxReport *
jx_report_new (const char *source_name)
{
  JxReport *report = g_new0 (JxReport, 1);

  report->source = g_strdup (source_name);
  report->entries = g_ptr_array_new_with_free_func (entry_free);
  report->tables = g_ptr_array_new_with_free_func (table_free);
  report->forms = g_ptr_array_new_with_free_func (g_free);

  return report;
}

void
jx_report_add (JxReport *report, JxReportType type, guint line, const char *text, const char *path, const char *message)
{
  JxReportEntry *entry;

  g_return_if_fail (report != NULL);
  g_return_if_fail (type <= JX_REPORT_LEFT);

  if (report->counts[type]++ > LISTED_MOST)
    return;
  if (report->counts[type] > LISTED_MOST)
    {
      text = "";
      path = NULL;
      message = _("Here and further on there is more of this kind; it is counted and not listed");
    }

  entry = g_new0 (JxReportEntry, 1);
  entry->type = type;
  entry->line = line;
  entry->text = g_strdup (text != NULL ? text : "");
  entry->path = g_strdup (path);
  entry->message = g_strdup (message);
  g_ptr_array_add (report->entries, entry);
}

static Form *
find_form (JxReport *report, const JxReportTable *table)
{
  Form *form;

  for (guint i = 0; i < report->forms->len; i++)
    {
      form = report->forms->pdata[i];
      if (strcmp (form->id, table->form) == 0)
        return form;
    }

  form = g_new0 (Form, 1);
  form->id = table->form;
  form->title = table->title;
  g_ptr_array_add (report->forms, form);

  return form;
}

void
jx_report_add_table (JxReport *report, guint line, const char *path, const char *form, const char *title, guint certainty)
{
  JxReportTable *table;
  Form *of;

  g_return_if_fail (report != NULL && form != NULL && title != NULL);

  table = g_new0 (JxReportTable, 1);
  *table = (JxReportTable) { line, g_strdup (path), g_strdup (form), g_strdup (title), MIN (certainty, 100) };
  g_ptr_array_add (report->tables, table);
  of = find_form (report, table);
  of->n_tables++;
  of->certainties += table->certainty;
}

static void
move_path (char **path, const guint *places, guint n)
{
  static const char before[] = "project[";
  char *end;
  guint64 place;
  char *moved;

  if (*path == NULL || !g_str_has_prefix (*path, before))
    return;
  place = g_ascii_strtoull (*path + strlen (before), &end, 10);
  if (place < 1 || place > n)
    return;

  moved = g_strdup_printf ("%s%u%s", before, places[place - 1] + 1, end);
  g_free (*path);
  *path = moved;
}

void
jx_report_move_projects (JxReport *report, const guint *places, guint n)
{
  for (guint i = 0; i < report->entries->len; i++)
    move_path (&((JxReportEntry *) report->entries->pdata[i])->path, places, n);
  for (guint i = 0; i < report->tables->len; i++)
    move_path (&((JxReportTable *) report->tables->pdata[i])->path, places, n);
}

GPtrArray *
jx_report_list_tables (const JxReport *report)
{
  return report->tables;
}

static guint
get_certainty (const Form *form)
{
  return (form->certainties + form->n_tables / 2) / form->n_tables;
}

const char *
jx_report_get_source (const JxReport *report)
{
  return report->source;
}

const char *
jx_report_get_form (const JxReport *report, guint *certainty)
{
  const Form *most = NULL;

  for (guint i = 0; i < report->forms->len; i++)
    {
      const Form *form = report->forms->pdata[i];

      if (most == NULL || form->n_tables > most->n_tables)
        most = form;
    }
  if (certainty != NULL)
    *certainty = most != NULL ? get_certainty (most) : 0;

  return most != NULL ? most->id : NULL;
}

char *
jx_report_describe_forms (const JxReport *report)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < report->forms->len; i++)
    {
      const Form *form = report->forms->pdata[i];

      if (said->len > 0)
        g_string_append (said, _(", "));
      /* Translators: the title of a form, how many tables are in it, and how sure that is: “Goal table” (9 tables, 97 % sure) */
      g_string_append_printf (said, ngettext ("“%s” (%u table, %u %% sure)", "“%s” (%u tables, %u %% sure)", form->n_tables),
                              form->title, form->n_tables, get_certainty (form));
    }
  if (said->len == 0)
    return g_strdup ("");

  return g_strdup_printf (_("Recognised: %s."), said->str);
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
  g_autofree char *forms = jx_report_describe_forms (report);
  g_autofree char *all = NULL;
  /* Translators: 9 projects with 56 indicators, 13 sub-goals and 7 measures */
  g_autofree char *taken = g_strdup_printf (_("Took %s with %s, %s and %s"), projects, indicators, sub_goals, measures);

  if (n_guessed == 0 && n_left == 0)
    all = g_strdup_printf (_("%s; everything was understood."), taken);
  else if (n_left == 0)
    all = g_strdup_printf (_("%s; %s."), taken, guessed);
  else if (n_guessed == 0)
    all = g_strdup_printf (_("%s; %s."), taken, left);
  else
    all = g_strdup_printf (_("%s; %s; %s."), taken, guessed, left);
  if (*forms == '\0')
    return g_steal_pointer (&all);

  return g_strconcat (all, " ", forms, NULL);
}

void
jx_report_swap (JxReport *a, JxReport *b)
{
  JxReport kept = *a;

  *a = *b;
  *b = kept;
}

void
jx_report_free (JxReport *report)
{
  if (report == NULL)
    return;

  g_free (report->source);
  g_ptr_array_unref (report->entries);
  g_ptr_array_unref (report->forms);
  g_ptr_array_unref (report->tables);
  g_free (report);
}
