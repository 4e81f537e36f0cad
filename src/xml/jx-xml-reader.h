/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_XML_NAMESPACE "urn:jixiao:goal-document:1"
/* The latest version of the format that this program knows is 1.JX_XML_MINOR. A file says the lowest
 * version that has all it holds. */
#define JX_XML_MINOR 1

/** jx_xml_recognise: Returns: whether @data, the first bytes of a file (1 KiB is enough), begin a goal document or other XML that claims our namespace. */
gboolean jx_xml_recognise (const char *data, gsize length);

/**
 * jx_xml_read_file:
 * @path: a file, "-" is standard input
 * @error: %JX_ERROR or %G_IO_ERROR, “FILE:LINE: what is wrong; how to mend it”
 *
 * Reads a document in chunks and checks it while reading.
 *
 * Returns: (transfer full) (nullable): a finished document
 */
JxDocument *jx_xml_read_file (const char *path, GError **error);

/** jx_xml_read_data: the same from memory; @name stands for the file in errors. */
JxDocument *jx_xml_read_data (const char *data, gsize length, const char *name, GError **error);

G_END_DECLS
