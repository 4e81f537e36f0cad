/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxOffice:
 *
 * LibreOffice on the screen of the test, with a profile of its own, driven by office.py. It stays what
 * the X server takes the clipboard from until another program copies something.
 *
 * Tables are rows of cells, of type "aams"; nothing stands for a cell that is merged with that above it.
 */
typedef struct _JxOffice JxOffice;

/** jx_office_new: Returns: (transfer full) (nullable): %NULL where it is not installed, with @reason (out) (transfer full) why. */
JxOffice *jx_office_new (char **reason);

/** jx_office_free: ends LibreOffice. */
void jx_office_free (JxOffice *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxOffice, jx_office_free)

/** jx_office_copy_table: copies a table of @program, "calc" or "writer". */
void jx_office_copy_table (JxOffice *office, const char *program, GVariant *rows);

/** jx_office_copy_list: copies the @items of a numbered list of Writer. */
void jx_office_copy_list (JxOffice *office, const char *const *items);

/** jx_office_paste: waits until another program has copied something. Returns: (transfer full): the table that pasting it makes in @program. */
GVariant *jx_office_paste (JxOffice *office, const char *program);

G_END_DECLS
