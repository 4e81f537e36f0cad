/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in every encoding and with every way of writing a table. */
#include "exchange/jx-decode.h"
#include "exchange/jx-read-text.h"
#include "jx-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  char *text = jx_decode ((const char *) data, length, "x.txt", NULL, &error);

  jx_fuzz_check (text, &error);
  if (text != NULL)
    jx_fuzz_recognise (jx_read_text (text));

  return 0;
}
