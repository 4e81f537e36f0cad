/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words with fields in braces. */
#include "form/jx-form-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/jx-error.h"
#include "base/jx-numeral.h"

/* What numbers in a form begin with: "（一）", "1.". */
#define CHINESE_ONE "一"
#define DIGIT_ONE "1"

JxFormPart *
jx_form_part_new (JxPartType type, const char *text, gssize length)
{
  JxFormPart *part = g_new0 (JxFormPart, 1);

  part->type = type;
  part->kind = JX_N_KINDS;
  part->field = JX_FIELD_NONE;
  if (text != NULL)
    part->text = length < 0 ? g_strdup (text) : g_strndup (text, length);

  return part;
}

/* Whose field it is: "unit-code" of the item itself, "document/unit-code" of a holder. */
static JxKind
find_holder (const char *holder_name, JxKind scope)
{
  JxKind wanted = jx_form_find_kind (holder_name);

  for (JxKind kind = scope; kind != JX_N_KINDS; kind = jx_form_kind_holder (kind))
    if (kind == wanted)
      return kind;

  return JX_N_KINDS;
}

static gboolean
add_number (GPtrArray *parts, JxKind kind, const char *pattern, const char *file, int line, GError **error)
{
  JxFormPart *part;
  const char *one = strstr (pattern, CHINESE_ONE);
  gboolean chinese = one != NULL;

  if (!chinese)
    one = strstr (pattern, DIGIT_ONE);
  if (one == NULL)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, file, line,
                       _("“{number:%s}” does not say how to number; write the first number, such as {number:1.} or {number:（一）}"), pattern);
      return FALSE;
    }

  part = jx_form_part_new (JX_PART_NUMBER, pattern, one - pattern);
  part->kind = kind;
  part->field = jx_field_find (kind, "mark");
  part->chinese = chinese;
  part->after = g_strdup (one + strlen (chinese ? CHINESE_ONE : DIGIT_ONE));
  g_ptr_array_add (parts, part);

  return TRUE;
}

/* The names a person may choose from. */
static char *
dup_field_names (JxKind kind)
{
  GString *names = g_string_new (NULL);
  JxField first;
  guint count;

  jx_field_get_range (kind, &first, &count);
  for (guint i = 0; i < count; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", jx_field_get_info (first + i)->xml_name);

  return g_string_free (names, FALSE);
}

static gboolean
add_field (GPtrArray *parts, JxKind kind, const char *name, const char *unit, const char *file, int line, GError **error)
{
  JxFormPart *part;
  JxField field = jx_field_find (kind, name);

  if (field == JX_FIELD_NONE)
    {
      g_autofree char *names = dup_field_names (kind);

      jx_error_set_at (error, JX_ERROR_SYNTAX, file, line,
                       _("a “%s” has no field “%s”; choose one of: %s"), jx_form_kind_name (kind), name, names);
      return FALSE;
    }

  part = jx_form_part_new (JX_PART_FIELD, NULL, 0);
  part->kind = kind;
  part->field = field;
  g_ptr_array_add (parts, part);

  if (unit != NULL && *unit != '\0')
    {
      JxFormPart *words = jx_form_part_new (JX_PART_TEXT, unit, -1);

      words->optional = TRUE;
      g_ptr_array_add (parts, words);
    }

  return TRUE;
}

/* @inside: what stands between braces; changed. */
static gboolean
add_braces (GPtrArray *parts, char *inside, JxKind scope, const char *file, int line, GError **error)
{
  char *name = inside;
  char *extra = strchr (inside, ':');
  char *slash;
  JxKind kind = scope;

  if (extra != NULL)
    *extra++ = '\0';
  slash = strchr (name, '/');
  if (slash != NULL)
    {
      *slash = '\0';
      kind = find_holder (name, scope);
      if (kind == JX_N_KINDS)
        {
          jx_error_set_at (error, JX_ERROR_SYNTAX, file, line,
                           _("“%s” does not hold the “%s” this is about; name one of its holders"), name, jx_form_kind_name (scope));
          return FALSE;
        }
      name = slash + 1;
    }

  if (g_str_equal (name, "number"))
    return add_number (parts, kind, extra != NULL ? extra : DIGIT_ONE, file, line, error);

  return add_field (parts, kind, name, extra, file, line, error);
}

gboolean
jx_form_parts_add (GPtrArray *parts, const char *words, JxKind scope, const char *file, int line, GError **error)
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

          if (!add_braces (parts, inside, scope, file, line, error))
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
