/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * JxFontSet:
 *
 * The type faces a form asks for by their role ("fangsong"), found among the families installed, by
 * the lists in data/paper/fonts.ini.
 */
typedef struct _JxFontSet JxFontSet;

JxFontSet *jx_font_set_new (PangoFontMap *map);

/**
 * jx_font_set_describe:
 * @role: as in JxStyle; an unknown one is taken for "song"
 * @bold: whether the style asks for bold
 *
 * Returns: (transfer full): families and weight, no size
 */
PangoFontDescription *jx_font_set_describe (JxFontSet *set, const char *role, gboolean bold);

/** jx_font_set_dup_substitutions: Returns: (transfer full) (nullable): a sentence that names the roles' own faces that are not installed, of the roles described so far, and what stands for each; %NULL where all are. */
char *jx_font_set_dup_substitutions (JxFontSet *set);

void jx_font_set_free (JxFontSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxFontSet, jx_font_set_free)

G_END_DECLS
