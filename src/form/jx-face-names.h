/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxFaceNames:
 *
 * What word processors call the type face of a role, for files that others open: nobody here need
 * have it installed.
 * @role: as in #JxStyle
 * @name: the standard's name (GB/T 9704)
 * @instead: the commonest face that may stand for it
 * @serif: whether it is one of brush strokes, so that something like it is found
 */
typedef struct
{
  const char *role;
  const char *name;
  const char *instead;
  gboolean serif;
} JxFaceNames;

/** jx_face_names_get: Returns: (transfer none): those of @role; of "song" where it is not known. */
const JxFaceNames *jx_face_names_get (const char *role);

G_END_DECLS
