/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-history.h"

G_BEGIN_DECLS

#define JX_TYPE_PAGE (jx_page_get_type ())
G_DECLARE_INTERFACE (JxPage, jx_page, JX, PAGE, GtkWidget)

/**
 * JxPage:
 *
 * What the window asks of a tab's page: the overview's and a project's.
 */
struct _JxPageInterface
{
  GTypeInterface parent;

  gboolean (*commit) (JxPage *page);
  gboolean (*revert) (JxPage *page);
  void (*reveal) (JxPage *page, JxItem *item, JxField field);
};

/** jx_page_commit: takes what is being typed into the document, as before saving. Returns: %FALSE if it does not fit (the page says why and keeps the focus there). */
gboolean jx_page_commit (JxPage *page);
/** jx_page_revert: gives up what is being typed. Returns: whether there was anything. */
gboolean jx_page_revert (JxPage *page);
/** jx_page_reveal: scrolls to @item's @field and puts the focus there. */
void jx_page_reveal (JxPage *page, JxItem *item, JxField field);

G_END_DECLS
