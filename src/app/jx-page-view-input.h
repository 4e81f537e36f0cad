/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-page-view.h"

G_BEGIN_DECLS

/* What keys and pointer do in a page view; jx-page-view.h tells. */

void jx_page_view_add_bindings (GtkWidgetClass *widget_class);
void jx_page_view_add_controllers (JxPageView *view);

G_END_DECLS
