/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of the user's guide (data/guide/guide.LANGUAGE.md): "# " begins a chapter, "## " a section,
 * "- " and "1. " points of a list; other lines are paragraphs; **words** are bold, `keys` are keys. */

typedef enum
{
  JX_GUIDE_SECTION,
  JX_GUIDE_PARAGRAPH,
  JX_GUIDE_POINT,
} JxGuideBlockType;

/**
 * JxGuideBlock:
 * @mark: (nullable): of a point: "•" or its number
 * @markup: Pango markup
 */
typedef struct
{
  JxGuideBlockType type;
  char *mark;
  char *markup;
} JxGuideBlock;

typedef struct
{
  char *title;
  GPtrArray *blocks; /* (element-type JxGuideBlock) */
} JxGuideChapter;

/** jx_guide_text_parse: Returns: (transfer full) (element-type JxGuideChapter): what stands before the first chapter is left out. */
GPtrArray *jx_guide_text_parse (const char *text);

/** jx_guide_text_load: Returns: (transfer full) (element-type JxGuideChapter): the guide in the user's language, in English where there is none. */
GPtrArray *jx_guide_text_load (void);

G_END_DECLS
