/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/jx-report.h"
#include "model/jx-document.h"

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

/** jx_cli_document_to_json: Returns: (transfer full): as the contract in jixiao-cli(1) has it, ends in a line break. */
char *jx_cli_document_to_json (JxDocument *document);

G_END_DECLS
