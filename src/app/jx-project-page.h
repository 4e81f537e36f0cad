/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-form-choice.h"
#include "app/jx-page.h"

G_BEGIN_DECLS

#define JX_TYPE_PROJECT_PAGE (jx_project_page_get_type ())
G_DECLARE_FINAL_TYPE (JxProjectPage, jx_project_page, JX, PROJECT_PAGE, GtkWidget)

/** jx_project_page_new: the tab of @project: its sheet, by the form of @forms, the chart and the spending beside it. Implements #JxPage. */
GtkWidget *jx_project_page_new (JxHistory *history, JxItem *project, JxFormChoice *forms);
JxItem *jx_project_page_get_project (JxProjectPage *page);

/** jx_project_page_get_percent: Returns: how large its sheet is shown, in percent of the paper's own size. */
int jx_project_page_get_percent (JxProjectPage *page);

/** jx_project_page_open_library: shows the indicator library; what is chosen there goes into the sheet. Returns: %FALSE where the form shown has no table of indicators. */
gboolean jx_project_page_open_library (JxProjectPage *page);

G_END_DECLS
