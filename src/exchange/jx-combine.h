/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-report.h"

G_BEGIN_DECLS

/**
 * jx_combine:
 * @into: the document that grows
 * @from: what a further file held
 * @report: the report of that file; what could not be joined is added to it as left
 *
 * Joins what several files hold into one document: the goal tables and the self-evaluation of the same
 * projects, for example. Projects are matched by code, then by name, what is in them by jx-pairs.h; blanks
 * are filled, what is not yet there is added. Where both say something and it differs, @into stays and
 * @report tells the other.
 *
 * Returns: (transfer full): the edit that takes it all back
 */
JxEdit *jx_combine (JxDocument *into, JxDocument *from, JxReport *report);

G_END_DECLS
