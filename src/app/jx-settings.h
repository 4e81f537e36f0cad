/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * jx_settings_get:
 *
 * What the program remembers for the user. The schema beside the program comes first, so that a
 * staged installation runs; the system's next.
 *
 * Returns: (transfer none) (nullable): the settings; %NULL where no schema is installed: then every
 *   setting has its default and nothing is remembered
 */
GSettings *jx_settings_get (void);

G_END_DECLS
