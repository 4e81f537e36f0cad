/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/** jx_xml_to_bytes: Returns: (transfer full): the document as its file holds it; equal documents give equal bytes. */
GBytes *jx_xml_to_bytes (JxDocument *document);

/** jx_xml_save: writes it to @path, durably and atomically (jx-atomic-file.h); on failure the old file is as it was. */
gboolean jx_xml_save (JxDocument *document, const char *path, GError **error);

G_END_DECLS
