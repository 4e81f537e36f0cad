/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JX_ERROR:
 *
 * Domain of every error Jixiao reports itself. The message is one sentence for the user: what is
 * wrong, where (`FILE:LINE: ` in front when a file is at fault) and how to mend it. Errors of the
 * operating system keep GIO's domain.
 */
#define JX_ERROR (jx_error_quark ())

typedef enum
{
  JX_ERROR_SYNTAX,      /* not well-formed, or not of the kind of file it should be */
  JX_ERROR_VALUE,       /* a value its field cannot hold */
  JX_ERROR_STRUCTURE,   /* an element, row or item where it may not be */
  JX_ERROR_UNSUPPORTED, /* a format or version this program does not read or write */
  JX_ERROR_LIMIT,       /* larger than the program is willing to take */
  JX_ERROR_NOT_FOUND,   /* a form, project or profile that is not there */
  JX_ERROR_USAGE,       /* words on the command line that do not fit */
} JxError;

GQuark jx_error_quark (void);

/**
 * jx_error_set_at:
 * @error: (out) (optional): where the error goes
 * @code: a #JxError
 * @file: (nullable): the file as the user named it
 * @line: line in @file, counted from 1; 0 where no line is meant
 * @format: the sentence, without the place; line breaks in what it quotes become blanks
 *
 * Sets @error to `FILE:LINE: sentence`, leaving out what is not known.
 */
void jx_error_set_at (GError **error, JxError code, const char *file, int line, const char *format, ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
