/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/**
 * jx_recognise_join:
 * @taker: when its document is finished
 *
 * A file may tell of a project in several ways: in a list and in a table of its own, in its goal table
 * and in its self-evaluation. Those with equal codes, or without codes equal names, become one: the first,
 * its blanks filled; what differs is told. Two of one form, or of one list, are two projects.
 */
void jx_recognise_join (JxTaker *taker);

G_END_DECLS
