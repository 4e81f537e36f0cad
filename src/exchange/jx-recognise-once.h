/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-recognise.h"

G_BEGIN_DECLS

/**
 * jx_recognise_once:
 * @by_labels: labels in other words than a form's will do, and tables of no form are read too
 * @astray: (out): whether amounts stand under other headings than the form they were read by has there
 *
 * The same as jx_recognise(), in one way.
 */
JxDocument *jx_recognise_once (JxSource *source, JxFormSet *set, JxReport *report, gboolean by_labels, gboolean *astray);

G_END_DECLS
