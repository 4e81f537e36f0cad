/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-lines.h"

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"

GStrv
jx_lines_split (const char *text)
{
  g_auto (GStrv) lines = NULL;
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv split;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *line = jx_strip_dup (lines[i]);
      JxMark mark;

      if (jx_mark_read (line, &mark) && !mark.doubtful)
        {
          g_autofree char *rest = jx_strip_dup (line + mark.length);

          if (rest[0])
            g_strv_builder_add (builder, rest);
        }
      else if (line[0])
        g_strv_builder_add (builder, line);
    }
  split = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return split;
}
