/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/jx-report.h"

G_BEGIN_DECLS

/** jx_take_in_report_new: Returns: (transfer floating): what @report has to look at, each with its words to copy. */
GtkWidget *jx_take_in_report_new (const JxReport *report);

/** jx_take_in_text_new: Returns: (transfer floating): a wrapped label; @css_class: (nullable). */
GtkWidget *jx_take_in_text_new (const char *text, const char *css_class);

G_END_DECLS
