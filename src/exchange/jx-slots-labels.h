/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-slots.h"

G_BEGIN_DECLS

/* What jx-slots.c and jx-slots-labels.c share. */

/** jx_slots_index: works out everything that depends on where the slots stand. */
void jx_slots_index (JxSlots *slots);

/** jx_slots_dup_words: Returns: (transfer full): the words of a label, # for a field in it. */
char *jx_slots_dup_words (const JxFormNode *node);

G_END_DECLS
