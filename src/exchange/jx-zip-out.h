/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxZipOut:
 *
 * A packed file in the making. The same parts make the same bytes, whenever and wherever.
 */
typedef struct _JxZipOut JxZipOut;

JxZipOut *jx_zip_out_new (void);
void jx_zip_out_free (JxZipOut *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxZipOut, jx_zip_out_free)

/** jx_zip_out_begin: what is written from now on is the part @path, such as "word/document.xml". */
void jx_zip_out_begin (JxZipOut *zip, const char *path);
void jx_zip_out_write (JxZipOut *zip, const char *text, gsize length);
/** jx_zip_out_add: a whole part. */
void jx_zip_out_add (JxZipOut *zip, const char *path, const char *text);

/** jx_zip_out_finish: Returns: (transfer full) (nullable): the file; %NULL if memory ran out on the way. */
GBytes *jx_zip_out_finish (JxZipOut *zip);

G_END_DECLS
