/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_decode:
 * @data: a text file's bytes: UTF-8, GB18030 (and so GBK, GB2312), UTF-16 of either order, with or without a mark
 * @name: stands for the file in errors
 * @encoding: (out) (optional) (transfer none): what it was, for the user
 * @error: %JX_ERROR_SYNTAX when it is no text in any of them
 *
 * The encoding is known by its mark, else by what is valid and by which reading gives the commonest characters.
 *
 * Returns: (transfer full) (nullable): UTF-8 without a mark, lines ended by \n
 */
char *jx_decode (const char *data, gsize length, const char *name, const char **encoding, GError **error);

G_END_DECLS
