/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-error.h"

G_DEFINE_QUARK (jx-error-quark, jx_error)

void
jx_error_set_at (GError **error, JxError code, const char *file, int line, const char *format, ...)
{
  g_autofree char *words = NULL;
  g_autofree char *sentence = NULL;
  va_list arguments;

  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* What is quoted comes from outside. */
  sentence = g_utf8_make_valid (words, -1);
  g_strdelimit (sentence, "\r\n", ' ');

  if (file != NULL && line > 0)
    g_set_error (error, JX_ERROR, code, "%s:%d: %s", file, line, sentence);
  else if (file != NULL)
    g_set_error (error, JX_ERROR, code, "%s: %s", file, sentence);
  else
    g_set_error_literal (error, JX_ERROR, code, sentence);
}
