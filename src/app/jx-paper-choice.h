/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paper/jx-paper-options.h"

G_BEGIN_DECLS

#define JX_TYPE_PAPER_CHOICE (jx_paper_choice_get_type ())
G_DECLARE_FINAL_TYPE (JxPaperChoice, jx_paper_choice, JX, PAPER_CHOICE, GObject)

/**
 * JxPaperChoice:
 *
 * How a document goes on paper: what of it, by which form, on what paper, and how the printer was set
 * the last time. It is kept for each file beside the program's other state, never in the file. What
 * is for one time only is not kept: which part of the document, which pages, how many copies.
 *
 * Signal "changed": the options are other ones.
 */

/** jx_paper_choice_new: @path: (nullable): the document's file: what was chosen for it the last time is taken up. */
JxPaperChoice *jx_paper_choice_new (const char *path);

/** jx_paper_choice_set_path: @path: (nullable): where the document lies from now on; the choice goes with it. Returns: whether that is elsewhere. */
gboolean jx_paper_choice_set_path (JxPaperChoice *choice, const char *path);

/** jx_paper_choice_get_options: Returns: (transfer none): until they are set. */
const JxPaperOptions *jx_paper_choice_get_options (JxPaperChoice *choice);
void jx_paper_choice_set_options (JxPaperChoice *choice, const JxPaperOptions *options);

/** jx_paper_choice_get_print_settings: Returns: (transfer none) (nullable). */
GtkPrintSettings *jx_paper_choice_get_print_settings (JxPaperChoice *choice);
void jx_paper_choice_set_print_settings (JxPaperChoice *choice, GtkPrintSettings *settings);

G_END_DECLS
