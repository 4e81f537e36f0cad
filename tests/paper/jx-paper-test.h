/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"
#include "paper/jx-paper.h"

G_BEGIN_DECLS

/** jx_paper_test_document: Returns: (transfer full): a made-up town's document, @n_indicators in each of @n_projects; not finished, so that a test may add to it. */
JxDocument *jx_paper_test_document (guint n_projects, guint n_indicators);

/** jx_paper_test_save: @options: (nullable): %NULL for the whole by the standard form. Returns: (transfer full): the path of @document as a PDF, in the test's own folder. */
char *jx_paper_test_save (JxDocument *document, const JxPaperOptions *options, const char *name);

/** jx_paper_test_run: Returns: (transfer full): what the command @line, its words separated by blanks, writes; fails the test if it does. */
char *jx_paper_test_run (const char *line, const char *path);

/** jx_paper_test_pages: Returns: (transfer full): @document on pages; @options as above. */
JxPaper *jx_paper_test_pages (JxDocument *document, const JxPaperOptions *options);

/** jx_paper_test_unpack: Returns: (transfer full): the objects of the PDF at @path that are packed: the tree's. */
char *jx_paper_test_unpack (const char *path);

/** jx_paper_test_count: Adds how often each character but white space is in @text to @counts (gunichar → count), times @sign. */
void jx_paper_test_count (GHashTable *counts, const char *text, int sign);

/** jx_paper_test_count_words: Adds all words the standard form shows of @subject, each once, contents and page numbers aside. */
void jx_paper_test_count_words (GHashTable *counts, const JxForm *form, JxItem *subject, int sign);

G_END_DECLS
