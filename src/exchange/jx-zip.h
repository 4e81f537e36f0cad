/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxZip:
 *
 * A packed file with parts, as Word and Excel write them. Only parts asked for by name are read, a
 * piece at a time; all of them together may not inflate beyond a limit.
 */
typedef struct _JxZip JxZip;

/** JxZipFunc: takes a piece of a part. Returns: whether to go on. */
typedef gboolean (*JxZipFunc) (const char *data, gsize length, gpointer user_data);

/**
 * jx_zip_new:
 * @data: the file's bytes; they must live as long as the result
 * @name: stands for the file in errors
 * @error: %JX_ERROR_SYNTAX when it is damaged or cut off, %JX_ERROR_LIMIT when it has too many parts, %JX_ERROR_UNSUPPORTED when it has a password
 *
 * Returns: (transfer full) (nullable)
 */
JxZip *jx_zip_new (const char *data, gsize length, const char *name, GError **error);
void jx_zip_free (JxZip *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxZip, jx_zip_free)

const char *jx_zip_get_name (const JxZip *zip);

/** jx_zip_check_size: Returns: whether all that is in it, asked for or not, stays below the limit; %FALSE with @error set. For those who hand it on whole. */
gboolean jx_zip_check_size (const JxZip *zip, GError **error);

/** jx_zip_has: @part: path inside, such as "word/document.xml". */
gboolean jx_zip_has (const JxZip *zip, const char *part);

/**
 * jx_zip_read:
 * @part: there must be such a part
 * @error: %JX_ERROR_SYNTAX or %JX_ERROR_LIMIT
 *
 * Returns: %FALSE with @error set if the part could not be read; %TRUE also when @func stopped it
 */
gboolean jx_zip_read (JxZip *zip, const char *part, JxZipFunc func, gpointer user_data, GError **error);

G_END_DECLS
