/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-page.h"

G_DEFINE_INTERFACE (JxPage, jx_page, GTK_TYPE_WIDGET)

static void
jx_page_default_init (JxPageInterface *iface)
{
}

gboolean
jx_page_commit (JxPage *page)
{
  g_return_val_if_fail (JX_IS_PAGE (page), FALSE);

  return JX_PAGE_GET_IFACE (page)->commit (page);
}

gboolean
jx_page_revert (JxPage *page)
{
  g_return_val_if_fail (JX_IS_PAGE (page), FALSE);

  return JX_PAGE_GET_IFACE (page)->revert (page);
}

void
jx_page_reveal (JxPage *page, JxItem *item, JxField field)
{
  g_return_if_fail (JX_IS_PAGE (page));

  JX_PAGE_GET_IFACE (page)->reveal (page, item, field);
}
