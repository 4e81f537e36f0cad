/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-zip.h"

G_BEGIN_DECLS

/**
 * jx_parts_find:
 * @part: whose relations are looked at; "" for the file's own
 * @role: last word of the relation's type: "officeDocument", "styles"
 * @found: (out) (transfer full) (nullable): the part it names, if it is in the file; what lies outside is never fetched
 *
 * Returns: %FALSE with @error set if the relations could not be read
 */
gboolean jx_parts_find (JxZip *zip, const char *part, const char *role, char **found, GError **error);

/**
 * jx_parts_list:
 * @part: as above
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the parts it names, by the names it has for them; %NULL with @error set
 */
GHashTable *jx_parts_list (JxZip *zip, const char *part, GError **error);

G_END_DECLS
