/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents, packed or as their parts (jx_fuzz_pack()). */
#include "jx-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  jx_fuzz_import_packed (data, length, "x.docx");

  return 0;
}
