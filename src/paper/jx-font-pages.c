/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "paper/jx-font-pages.h"

static gboolean
is_font (const char *path)
{
  static const char *const suffixes[] = { ".ttc", ".otf", ".ttf", ".otc", ".TTC", ".OTF", ".TTF" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (path, suffixes[i]))
        return TRUE;
    }

  return FALSE;
}

void
jx_font_release_pages (void)
{
  FILE *maps = fopen ("/proc/self/maps", "re");
  char line[4096 + 128];

  while (maps != NULL && fgets (line, sizeof line, maps) != NULL)
    {
      uintptr_t from, to;
      char rights[5] = "";
      const char *path = strchr (line, '/');

      g_strchomp (line);
      /* Only what can be but read: the file holds every byte of it. */
      if (path != NULL && is_font (path)
          && sscanf (line, "%" SCNxPTR "-%" SCNxPTR " %4s", &from, &to, rights) == 3 && strcmp (rights, "r--p") == 0)
        madvise ((void *) from, to - from, MADV_DONTNEED);
    }

  if (maps != NULL)
    fclose (maps);
  /* cairo's own copy of the file was freed, but not to the system. */
  malloc_trim (0);
}
