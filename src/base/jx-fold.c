/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-fold.h"

#include <string.h>

static gboolean
in_range (gunichar character, gunichar first, gunichar last)
{
  return character >= first && character <= last;
}

gboolean
jx_fold_is_blank (gunichar character)
{
  if (in_range (character, 0x2E80, 0x2FFF) || in_range (character, 0x3001, 0xDFFF))
    return FALSE;

  return g_unichar_isspace (character)
         || character == 0x000B                    /* vertical tab */
         || character == 0x0085                    /* next line */
         || in_range (character, 0x200B, 0x200D)   /* zero-width space and joiners */
         || character == 0x2060                    /* word joiner */
         || character == 0xFEFF;                   /* BOM */
}

gunichar
jx_fold_character (gunichar character)
{
  if (character < 0x80)
    return (gunichar) g_ascii_tolower ((char) character);
  /* What most of a Chinese text is made of stays as it is. */
  if (in_range (character, 0x3001, 0x9FFF))
    return character;

  if (in_range (character, 0xFF01, 0xFF5E))
    character -= 0xFF01 - '!';
  else if (in_range (character, 0x2E80, 0x2FD5)    /* radicals, which PDF files copy out instead of the characters */
           || in_range (character, 0xF900, 0xFAFF) /* compatibility ideographs */
           || in_range (character, 0xFE50, 0xFE6B) /* small forms of marks */
           || character == 0xFFE5)                 /* full-width ¥ */
    {
      gunichar plain;

      if (g_unichar_fully_decompose (character, TRUE, &plain, 1) == 1)
        character = plain;
    }

  return g_unichar_tolower (character);
}

/* The next folded character of *text, 0 at its end. */
static gunichar
next_folded (const char **text)
{
  while (**text != '\0')
    {
      gunichar character = g_utf8_get_char (*text);

      *text = g_utf8_next_char (*text);
      if (!jx_fold_is_blank (character))
        return jx_fold_character (character);
    }

  return 0;
}

/* How many bytes of ideographs (U+4000 … U+9FFF), which stay as they are, @text begins with. */
static gsize
count_plain_bytes (const char *text)
{
  const guchar *p = (const guchar *) text;

  while (*p >= 0xE4 && *p <= 0xE9 && p[1] != '\0' && p[2] != '\0')
    p += 3;

  return (gsize) (p - (const guchar *) text);
}

char *
jx_fold (const char *text)
{
  GString *folded;
  gunichar character;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_sized_new (strlen (text));
  for (;;)
    {
      gsize n_plain = count_plain_bytes (text);

      g_string_append_len (folded, text, (gssize) n_plain);
      text += n_plain;
      character = next_folded (&text);
      if (character == 0)
        break;
      if (character < 0x80)
        g_string_append_c (folded, (char) character);
      else
        g_string_append_unichar (folded, character);
    }

  return g_string_free (folded, FALSE);
}

gboolean
jx_fold_equal (const char *a, const char *b)
{
  gunichar character;

  if (a == NULL)
    a = "";
  if (b == NULL)
    b = "";

  do
    {
      character = next_folded (&a);
      if (character != next_folded (&b))
        return FALSE;
    }
  while (character != 0);

  return TRUE;
}

char *
jx_strip_dup (const char *text)
{
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0' && jx_fold_is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  end = text + strlen (text);
  while (end > text)
    {
      const char *previous = g_utf8_prev_char (end);

      if (!jx_fold_is_blank (g_utf8_get_char (previous)))
        break;
      end = previous;
    }

  return g_strndup (text, (gsize) (end - text));
}
