/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** jx_clip_offers_html: Returns: whether a page is on @clipboard, as word processors and spreadsheets put there. */
gboolean jx_clip_offers_html (GdkClipboard *clipboard);

/** jx_clip_read_html_async: reads the page on @clipboard as it is, whatever its encoding. */
void jx_clip_read_html_async (GdkClipboard *clipboard, GAsyncReadyCallback callback, gpointer user_data);

/** jx_clip_read_html_finish: Returns: (transfer full) (nullable): %NULL where there is none any more, or it is larger than anything pasted on purpose. */
GBytes *jx_clip_read_html_finish (GAsyncResult *result);

G_END_DECLS
