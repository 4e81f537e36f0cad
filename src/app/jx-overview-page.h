/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-page.h"

G_BEGIN_DECLS

#define JX_TYPE_OVERVIEW_PAGE (jx_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (JxOverviewPage, jx_overview_page, JX, OVERVIEW_PAGE, GtkWidget)

/** jx_overview_page_new: the tab of the whole department. Implements #JxPage. Opens a project by the action "win.open-project" with its place (u, from 0). */
GtkWidget *jx_overview_page_new (JxHistory *history);

G_END_DECLS
