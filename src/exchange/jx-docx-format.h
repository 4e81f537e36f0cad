/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_docx_format_number: appends @number as Word shows it in the number format @format ("decimal", "chineseCounting", …); nothing for bullets. */
void jx_docx_format_number (GString *text, const char *format, guint number);

/** jx_docx_symbol: Returns: the character a symbol font shows for @code (0xF020 … 0xF0FF or 0x20 … 0xFF); U+FFFD if it is not known. */
gunichar jx_docx_symbol (const char *font, gunichar code);

/** jx_docx_finish_text: puts what a text element added to @text from @start on as it is shown: white space at its ends only where @preserve says so, no line breaks, symbols as characters. */
void jx_docx_finish_text (GString *text, gsize start, gboolean preserve);

G_END_DECLS
