/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_dup_without_mnemonic: Returns: (transfer full): @label as it is said and listed: without the underscore, and without the letter in brackets that Chinese labels have for it. */
char *jx_dup_without_mnemonic (const char *label);

G_END_DECLS
