/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words with fields in braces. */
#include "form/jx-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "base/jx-numeral.h"

JxFormPart *
jx_form_part_new (JxPartType type, const char *text, gssize length)
{
  JxFormPart *part = g_new0 (JxFormPart, 1);

  part->type = type;
  part->kind = JX_N_KINDS;
  part->field = JX_FIELD_NONE;
  part->key_field = JX_FIELD_NONE;
  if (text != NULL)
    part->text = length < 0 ? g_strdup (text) : g_strndup (text, length);

  return part;
}

void
jx_form_part_free (gpointer data)
{
  JxFormPart *part = data;

  if (part == NULL)
    return;

  jx_form_part_free (part->fallback);
  g_clear_pointer (&part->operands, g_ptr_array_unref);
  g_free (part->text);
  g_free (part->after);
  g_free (part->key);
  g_free (part->key_default);
  g_free (part);
}

gboolean
jx_form_parts_add (GPtrArray *parts, const char *words, JxKind scope, JxKind beside, const char *file, int line, GError **error)
{
  while (*words != '\0')
    {
      gsize length = strcspn (words, "{}");
      const char *end;

      if (length > 0)
        g_ptr_array_add (parts, jx_form_part_new (JX_PART_TEXT, words, length));
      words += length;
      if (*words == '\0')
        break;

      end = *words == '{' ? words + 1 + strcspn (words + 1, "{}") : NULL;
      if (end == NULL || *end != '}')
        {
          jx_error_set_at (error, JX_ERROR_SYNTAX, file, line,
                           _("a brace stands alone; write a field as {name}"));
          return FALSE;
        }
      else
        {
          g_autofree char *inside = g_strndup (words + 1, end - words - 1);

          if (!jx_form_braces_add (parts, inside, scope, beside, file, line, error))
            return FALSE;
        }
      words = end + 1;
    }

  return TRUE;
}

char *
jx_form_part_format_number (const JxFormPart *part, guint number)
{
  g_autofree char *chinese = NULL;

  g_return_val_if_fail (part != NULL && part->type == JX_PART_NUMBER, NULL);
  g_return_val_if_fail (number > 0, NULL);

  if (!part->chinese)
    return g_strdup_printf ("%s%u%s", part->text, number, part->after);

  chinese = jx_numeral_chinese (number);
  return g_strconcat (part->text, chinese, part->after, NULL);
}

/* Numbers that are one character: ①, ⑴, ⒈, ㈠, ㊀. */
static guint
read_enclosed (gunichar character)
{
  static const struct { gunichar first; guint count; } sets[] = {
    { 0x2460, 20 }, { 0x2474, 20 }, { 0x2488, 20 }, { 0x3220, 10 }, { 0x3280, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    if (character >= sets[i].first && character < sets[i].first + sets[i].count)
      return character - sets[i].first + 1;

  return 0;
}

static gboolean
is_chinese_numeral (gunichar character)
{
  g_autofree char *one = g_ucs4_to_utf8 (&character, 1, NULL, NULL, NULL);

  return one != NULL && strstr ("零〇○一二三四五六七八九十百千两兩", one) != NULL;
}

guint
jx_form_read_mark (const char *mark)
{
  g_autoptr (GString) numeral = g_string_new (NULL);
  guint number = 0, n_digits = 0;

  g_return_val_if_fail (mark != NULL, 0);

  for (const char *at = mark; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      int digit = g_unichar_digit_value (character);
      guint enclosed = read_enclosed (character);

      if (enclosed != 0 && n_digits == 0 && numeral->len == 0)
        return enclosed;
      if (digit >= 0 && enclosed == 0 && numeral->len == 0 && n_digits < 6)
        {
          number = number * 10 + digit;
          n_digits++;
        }
      else if (n_digits == 0 && is_chinese_numeral (character))
        g_string_append_unichar (numeral, character);
      else if (n_digits > 0 || numeral->len > 0)
        break;
    }

  return n_digits > 0 ? number : jx_numeral_parse_chinese (numeral->str);
}
