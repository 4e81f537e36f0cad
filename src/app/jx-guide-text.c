/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-guide-text.h"

#include <gio/gio.h>
#include <string.h>

#define PLACE "/io/github/jixiao/Jixiao/guide/guide.%s.md"

static void
block_free (gpointer data)
{
  JxGuideBlock *block = data;

  g_free (block->mark);
  g_free (block->markup);
  g_free (block);
}

static void
chapter_free (gpointer data)
{
  JxGuideChapter *chapter = data;

  g_free (chapter->title);
  g_ptr_array_unref (chapter->blocks);
  g_free (chapter);
}

/* A mark without its fellow stands for itself. */
static char *
make_markup (const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_autoptr (GString) markup = g_string_new (NULL);
  const char *p = escaped;

  while (*p != '\0')
    {
      gsize length = strncmp (p, "**", 2) == 0 ? 2 : *p == '`' ? 1 : 0;
      const char *mark = length == 2 ? "**" : "`";
      const char *end = length > 0 ? strstr (p + length, mark) : NULL;

      if (end == NULL)
        {
          g_string_append_c (markup, *p++);
          continue;
        }
      g_string_append (markup, length == 2 ? "<b>" : "<tt>");
      g_string_append_len (markup, p + length, end - p - length);
      g_string_append (markup, length == 2 ? "</b>" : "</tt>");
      p = end + length;
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
add_block (JxGuideChapter *chapter, JxGuideBlockType type, char *mark, const char *words)
{
  JxGuideBlock *block = g_new0 (JxGuideBlock, 1);

  block->type = type;
  block->mark = mark;
  block->markup = make_markup (words);
  g_ptr_array_add (chapter->blocks, block);
}

static void
add_line (JxGuideChapter *chapter, const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (g_str_has_prefix (line, "## "))
    add_block (chapter, JX_GUIDE_SECTION, NULL, line + 3);
  else if (g_str_has_prefix (line, "- "))
    add_block (chapter, JX_GUIDE_POINT, g_strdup ("•"), line + 2);
  else if (digits > 0 && g_str_has_prefix (line + digits, ". "))
    add_block (chapter, JX_GUIDE_POINT, g_strndup (line, digits + 1), line + digits + 2);
  else if (*line != '\0')
    add_block (chapter, JX_GUIDE_PARAGRAPH, NULL, line);
}

GPtrArray *
jx_guide_text_parse (const char *text)
{
  g_autoptr (GPtrArray) chapters = g_ptr_array_new_with_free_func (chapter_free);
  g_auto (GStrv) lines = NULL;
  JxGuideChapter *chapter = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "# "))
      {
        chapter = g_new0 (JxGuideChapter, 1);
        chapter->title = g_strdup (lines[i] + 2);
        chapter->blocks = g_ptr_array_new_with_free_func (block_free);
        g_ptr_array_add (chapters, chapter);
      }
    else if (chapter != NULL)
      add_line (chapter, lines[i]);

  return g_steal_pointer (&chapters);
}

GPtrArray *
jx_guide_text_load (void)
{
  const char *const *languages = g_get_language_names ();
  g_autoptr (GBytes) bytes = NULL;

  /* "C" is the last of them and means English. */
  for (guint i = 0; languages[i] != NULL && bytes == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf (PLACE, g_str_has_prefix (languages[i], "zh") ? "zh_CN" : "en");

      if (g_str_has_prefix (languages[i], "zh") || g_str_has_prefix (languages[i], "en") || g_str_equal (languages[i], "C"))
        bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }

  return jx_guide_text_parse (bytes != NULL ? g_bytes_get_data (bytes, NULL) : "");
}
