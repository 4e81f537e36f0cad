/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_font_release_pages:
 *
 * Gives the memory back that font files take up while nothing is read from them. They are mapped
 * whole, and to embed a few characters cairo reads all of each, 25 MiB apiece for Chinese. What is
 * needed again comes back by itself. To be called now and then while a PDF is written.
 */
void jx_font_release_pages (void);

G_END_DECLS
