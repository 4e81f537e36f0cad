/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages, whatever their charset. */
#include "exchange/jx-decode.h"
#include "exchange/jx-read-html.h"
#include "jx-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = jx_html_decode ((const char *) data, length);
  JxSource *source;

  if (text == NULL)
    text = jx_decode ((const char *) data, length, "x.html", NULL, NULL);
  if (text == NULL)
    return 0;

  source = jx_read_html (text, "x.html", &error);
  jx_fuzz_check (source, &error);
  if (source != NULL)
    jx_fuzz_recognise (source);

  return 0;
}
