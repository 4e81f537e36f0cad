/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/** JxReport: what an import took, guessed and left. */
typedef struct _JxReport JxReport;

typedef enum
{
  JX_REPORT_TAKEN,   /* counted, told in sums */
  JX_REPORT_GUESSED, /* taken, but look at it */
  JX_REPORT_LEFT,    /* not understood: its words and place */
} JxReportType;

/**
 * JxReportEntry:
 * @line: in the source, from 1; 0 unknown
 * @text: the source's words
 * @path: (nullable): where it went (jx-path.h)
 * @message: a sentence for the user, translated
 */
typedef struct
{
  JxReportType type;
  guint line;
  char *text;
  char *path;
  char *message;
} JxReportEntry;

/** jx_report_type_get_name: Returns: (transfer none): "taken", "guessed" or "left", as reports in files name it. */
const char *jx_report_type_get_name (JxReportType type);

JxReport *jx_report_new (const char *source_name);
/** jx_report_add: beyond 20,000 of a type entries are counted, and the last one listed says so. */
void jx_report_add (JxReport *report, JxReportType type, guint line, const char *text, const char *path, const char *message);
/** jx_report_move_projects: @places: (array length=n): for each project, from 0, the one it became: what was told of it is told of that. */
void jx_report_move_projects (JxReport *report, const guint *places, guint n);

/**
 * JxReportTable:
 *
 * A table, or the pages of text of a department, and the form it was read by.
 * @line: where it begins, from 1; 0 unknown
 * @path: (nullable): the item it became
 * @certainty: how sure the form is, 0 … 100: 100 where all labels were met and all cells have a place
 */
typedef struct
{
  guint line;
  char *path;
  char *form;
  char *title;
  guint certainty;
} JxReportTable;

/** jx_report_add_table: @form, @title: of the form: its id, and what the user calls it. */
void jx_report_add_table (JxReport *report, guint line, const char *path, const char *form, const char *title, guint certainty);
/** jx_report_list_tables: Returns: (transfer none) (element-type JxReportTable). */
GPtrArray *jx_report_list_tables (const JxReport *report);
/** jx_report_describe_forms: Returns: (transfer full): a sentence for the user: which forms, how sure; "" where there was none. */
char *jx_report_describe_forms (const JxReport *report);
const char *jx_report_get_source (const JxReport *report);
/** jx_report_get_form: @certainty: (out) (optional): the mean of its tables. Returns: (nullable): the form most tables were read by. */
const char *jx_report_get_form (const JxReport *report, guint *certainty);
/** jx_report_list: Returns: (transfer none) (element-type JxReportEntry). */
GPtrArray *jx_report_list (const JxReport *report);
guint jx_report_count (const JxReport *report, JxReportType type);
/** jx_report_summarise: Returns: (transfer full): sentences for the user. */
char *jx_report_summarise (const JxReport *report, JxDocument *document);
/** jx_report_swap: gives each of both what the other tells. */
void jx_report_swap (JxReport *a, JxReport *b);
void jx_report_free (JxReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxReport, jx_report_free)

G_END_DECLS
