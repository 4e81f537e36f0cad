/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

/** jx_nasty_new: Returns: (transfer full): a document of texts that one format or another takes for something else: marks, formulas, numbers, blanks, signs of many scripts. */
JxDocument *jx_nasty_new (void);
