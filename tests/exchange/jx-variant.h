/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Made-up documents and what may be different in other people's: tests/exchange/variants/. Its README
 * tells how they are written. */

typedef struct
{
  char *name;
  char *text;          /* in the markup, the changes made */
  char **styles;       /* how tables are to be written */
  char *bytes;         /* (nullable): what is done to the text last */
  GHashTable *truth;   /* path → value without white space */
  GPtrArray *told;     /* (element-type utf8): words the report must have as guessed or left */
  guint n_left;        /* entries there may be at most */
  guint n_guessed;
} JxVariant;

/** jx_variants_load: Returns: (transfer full) (element-type JxVariant): of the files of @folder. */
GPtrArray *jx_variants_load (const char *folder);

/** jx_variant_render: @style: of its styles. Returns: (transfer full): the document as that kind of file. */
char *jx_variant_render (const JxVariant *variant, const char *style, gsize *length);

G_END_DECLS
