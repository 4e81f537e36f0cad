/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/* What the fuzzers share. Each is a program that holds LLVMFuzzerTestOneInput(): with -Dfuzz=true it is
 * linked with libFuzzer, else with jx-replay.c, which gives it the seeds and former findings once. */

/** LLVMFuzzerInitialize: makes every warning of GLib a finding. */
int LLVMFuzzerInitialize (int *argc, char ***argv);

/** LLVMFuzzerTestOneInput: Returns: 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

/** jx_fuzz_check: what every reader promises: @object or @error, never both, and a sentence of one line that is valid UTF-8. Clears @error. */
void jx_fuzz_check (gconstpointer object, GError **error);

/** jx_fuzz_recognise: holds @source, which it frees, against all forms. */
void jx_fuzz_recognise (JxSource *source);

/**
 * jx_fuzz_pack:
 * @data: parts of a packed file, each after a line "@@ NAME"
 *
 * So that what is inside is tried, and not only the packing.
 *
 * Returns: (transfer full): the packed file
 */
GBytes *jx_fuzz_pack (const guint8 *data, gsize length);

/** jx_fuzz_import_packed: imports @data: a packed file or an old container as it is, anything else after jx_fuzz_pack(). */
void jx_fuzz_import_packed (const guint8 *data, gsize length, const char *name);

G_END_DECLS
