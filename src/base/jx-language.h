/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxLanguage:
 * @JX_LANGUAGE_INTERFACE: that of the program's windows and messages, as gettext chooses it
 * @JX_LANGUAGE_DOCUMENT: that of the documents, Chinese, whatever language the program speaks
 *
 * Whose words a text takes. What is printed or handed on reads like the form around it; what stands on
 * the screen alone follows the user.
 */
typedef enum
{
  JX_LANGUAGE_INTERFACE,
  JX_LANGUAGE_DOCUMENT,
} JxLanguage;

/** jx_language_say: @message: a literal or N_() of one. Returns: (transfer none): it in @language. */
const char *jx_language_say (JxLanguage language, const char *message) G_GNUC_FORMAT (2);
/** jx_language_say_in: the same of a message with a context, as C_(). */
const char *jx_language_say_in (JxLanguage language, const char *context, const char *message) G_GNUC_FORMAT (3);
/** jx_language_say_number: the same of a message about @n things, as ngettext(). */
const char *jx_language_say_number (JxLanguage language, const char *one, const char *many, gulong n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

G_END_DECLS
