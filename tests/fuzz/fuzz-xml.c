/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of our own. What was read is written, and what was written is read and written to the same bytes. */
#include "jx-fuzz.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) document = jx_xml_read_data ((const char *) data, length, "x.jixiao", &error);
  g_autoptr (JxDocument) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) bytes_again = NULL;
  gsize size;
  const char *contents;

  jx_fuzz_check (document, &error);
  if (document == NULL)
    return 0;

  bytes = jx_xml_to_bytes (document);
  contents = g_bytes_get_data (bytes, &size);
  again = jx_xml_read_data (contents, size, "y.jixiao", &error);
  g_assert_no_error (error);
  bytes_again = jx_xml_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));

  return 0;
}
