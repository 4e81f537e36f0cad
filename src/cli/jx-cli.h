/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/jx-report.h"
#include "model/jx-diff.h"

G_BEGIN_DECLS

/* What the verbs of jixiao-cli share. */

/* Exit status, as the contract in jixiao-cli(1) has it. */
enum
{
  JX_EXIT_DONE = 0,
  JX_EXIT_LOOK = 1,   /* done, and there is something to look at */
  JX_EXIT_FAILED = 2, /* wrong use, unreadable or refused input; nothing written */
};

/**
 * JxVerb:
 * @summary: one line for --help, untranslated
 * @run: gets its own words, the verb itself first; prints no error itself but sets it; returns the exit status
 */
typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv, GError **error);
} JxVerb;

int jx_verb_import (int argc, char **argv, GError **error);
int jx_verb_export (int argc, char **argv, GError **error);
int jx_verb_show (int argc, char **argv, GError **error);
int jx_verb_chart (int argc, char **argv, GError **error);
int jx_verb_diff (int argc, char **argv, GError **error);
int jx_verb_merge (int argc, char **argv, GError **error);

/**
 * jx_cli_parse:
 * @usage: the words after the verb, for --help
 * @options: the verb's own
 * @n_least, @n_most: how many words must remain
 * @words: (out) (transfer full) (array zero-terminated=1): those that remain
 *
 * Parses a verb's options and checks the number of words that remain.
 */
gboolean jx_cli_parse (int argc, char **argv, const char *usage, const GOptionEntry *options,
                       guint n_least, guint n_most, char ***words, GError **error);

/** jx_cli_open: opens a goal document or anything `import` takes; "-" is standard input. @report: (out) (optional) (nullable): of an import. */
JxDocument *jx_cli_open (const char *path, JxReport **report, GError **error);

/** jx_cli_write: writes @text to @path whole or not at all; "-" is standard output. */
gboolean jx_cli_write (const char *path, const char *text, gssize length, GError **error);

/** jx_cli_find_project: Returns: (transfer none) (nullable): the project @code of @document; %NULL with a sentence in @error. */
JxItem *jx_cli_find_project (JxDocument *document, const char *path, const char *code, GError **error);

/** jx_cli_pad: appends @text to @line, filled with blanks to @columns of a terminal (Chinese takes two); to the right if @end. */
void jx_cli_pad (GString *line, const char *text, guint columns, gboolean end);

/** jx_cli_add_text: adds the member @key to the object in work; @value: (nullable): %NULL is null. */
void jx_cli_add_text (JsonBuilder *builder, const char *key, const char *value);

/** jx_cli_get_label: Returns: (transfer none): the user's name of @field, of the kind of @item for %JX_FIELD_NONE. */
const char *jx_cli_get_label (const JxItem *item, JxField field);

/** jx_cli_finish_json: Returns: (transfer full): what @builder holds as text, ends in a line break. */
char *jx_cli_finish_json (JsonBuilder *builder);

/** jx_cli_add_reports: adds the list @key of import reports to the object in work. */
void jx_cli_add_reports (JsonBuilder *builder, const char *key, GPtrArray *reports);

/** jx_cli_describe_difference: @a, @b: (nullable): what the sides say. Returns: (transfer full): a line for a person. */
char *jx_cli_describe_difference (JxDifferenceType type, const char *place, const char *a, const char *b);

/** jx_cli_print_entries: what @report has to look at, a line each. */
void jx_cli_print_entries (const JxReport *report);

/** jx_cli_count_to_look_at: Returns: how much was guessed or left in all of @reports. */
guint jx_cli_count_to_look_at (GPtrArray *reports);

/** jx_cli_open_reporting: jx_cli_open(); a report, empty of a goal document, is added to @reports. */
JxDocument *jx_cli_open_reporting (const char *path, GPtrArray *reports, GError **error);

/** jx_cli_is_standard_output: @path: (nullable). A summary would spoil what goes there. */
gboolean jx_cli_is_standard_output (const char *path);

/** jx_cli_check_output: whether there is an @output and @report_path is another. @output, @report_path: (nullable). */
gboolean jx_cli_check_output (const char *verb, const char *output, const char *report_path, GError **error);

/** jx_cli_save: writes @document and, where there is a @report_path, @report; where either cannot be written, nothing. */
gboolean jx_cli_save (JxDocument *document, const char *output, const char *report_path, const char *report, GError **error);

/** jx_cli_document_to_json: Returns: (transfer full): as the contract in jixiao-cli(1) has it, ends in a line break. */
char *jx_cli_document_to_json (JxDocument *document);

G_END_DECLS
