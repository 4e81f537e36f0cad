/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-report.h"
#include "exchange/jx-source.h"
#include "form/jx-form.h"

G_BEGIN_DECLS

/**
 * jx_recognise:
 * @report: gets what was taken, guessed and left
 *
 * Reads the forms of @set backwards: finds which of them @source was written by, and fills their
 * fields. Knows no form's words.
 *
 * Returns: (transfer full) (nullable): a finished document; %NULL if nothing in @source is of any form
 */
JxDocument *jx_recognise (JxSource *source, JxFormSet *set, JxReport *report);

G_END_DECLS
