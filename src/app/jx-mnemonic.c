/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-mnemonic.h"

char *
jx_dup_without_mnemonic (const char *label)
{
  GString *name;

  g_return_val_if_fail (label != NULL, NULL);

  name = g_string_new (NULL);
  for (const char *p = label; *p != '\0'; p++)
    {
      if (p[0] == '(' && p[1] == '_' && p[2] != '\0' && p[3] == ')')
        p += 3;
      else if (p[0] == '_' && p[1] == '_')
        g_string_append_c (name, *++p); /* an underscore itself */
      else if (p[0] != '_')
        g_string_append_c (name, *p);
    }

  return g_string_free (name, FALSE);
}
