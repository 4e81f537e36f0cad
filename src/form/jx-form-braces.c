/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between braces in a form's words. */
#include "form/jx-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"

/* What numbers in a form begin with: "（一）", "1.". */
#define CHINESE_ONE "一"
#define DIGIT_ONE "1"

/* Where a slip of the pen is told. */
typedef struct
{
  JxKind scope;
  JxKind beside;
  const char *file;
  int line;
  GError **error;
} Braces;

/* Whose field it is: "unit-code" of the item itself, "document/unit-code" of a holder. */
static JxKind
find_holder (const char *holder_name, const Braces *braces)
{
  JxKind wanted = jx_form_find_kind (holder_name);

  if (wanted != JX_N_KINDS && wanted == braces->beside)
    return wanted;
  for (JxKind kind = braces->scope; kind != JX_N_KINDS; kind = jx_form_kind_holder (kind))
    if (kind == wanted)
      return kind;

  return JX_N_KINDS;
}

/* Whether @kind is of a list that the item in hand or one of its holders has. */
static gboolean
is_list (JxKind kind, const Braces *braces)
{
  JxKind holder = kind != JX_N_KINDS ? jx_form_kind_holder (kind) : JX_N_KINDS;

  return holder != JX_N_KINDS && find_holder (jx_form_kind_name (holder), braces) != JX_N_KINDS;
}

static gboolean
add_number (GPtrArray *parts, JxKind kind, const char *pattern, Braces *braces)
{
  JxFormPart *part;
  const char *one = strstr (pattern, CHINESE_ONE);
  gboolean chinese = one != NULL;

  if (!chinese)
    one = strstr (pattern, DIGIT_ONE);
  if (one == NULL)
    {
      jx_error_set_at (braces->error, JX_ERROR_SYNTAX, braces->file, braces->line,
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
find_field (JxKind kind, const char *name, JxField *field, Braces *braces)
{
  g_autofree char *names = NULL;

  *field = jx_field_find (kind, name);
  if (*field != JX_FIELD_NONE)
    return TRUE;

  names = dup_field_names (kind);
  jx_error_set_at (braces->error, JX_ERROR_SYNTAX, braces->file, braces->line,
                   _("a “%s” has no field “%s”; choose one of: %s"), jx_form_kind_name (kind), name, names);
  return FALSE;
}

/* The words in brackets: which item of a list. */
static gboolean
read_key (JxFormPart *part, const char *key, Braces *braces)
{
  if (g_ascii_isdigit (*key))
    {
      part->key = g_strdup (key);
      return TRUE;
    }

  for (JxKind kind = braces->scope; kind != JX_N_KINDS; kind = jx_form_kind_holder (kind))
    {
      part->key_field = jx_field_find (kind, key);
      part->key_kind = kind;
      if (part->key_field != JX_FIELD_NONE)
        return TRUE;
    }

  jx_error_set_at (braces->error, JX_ERROR_SYNTAX, braces->file, braces->line,
                   _("“(%s)” does not say which item of the list; write a number or a field that holds one"), key);
  return FALSE;
}

/* @way: what stands before the slash: a holder, one item of a list in brackets, or, where it stands for @all, a list. */
static gboolean
read_way (JxFormPart *part, char *way, gboolean all, Braces *braces)
{
  char *bracket = strchr (way, '(');
  JxKind kind;

  if (bracket != NULL && g_str_has_suffix (bracket, ")"))
    {
      *bracket = '\0';
      bracket[strlen (bracket + 1)] = '\0';
    }
  kind = find_holder (way, braces);
  if (kind == JX_N_KINDS && (bracket != NULL || all) && is_list (jx_form_find_kind (way), braces))
    kind = jx_form_find_kind (way);
  if (kind == JX_N_KINDS)
    {
      jx_error_set_at (braces->error, JX_ERROR_SYNTAX, braces->file, braces->line,
                       _("“%s” does not hold the “%s” this is about; name one of its holders"), way, jx_form_kind_name (braces->scope));
      return FALSE;
    }
  part->kind = kind;

  return bracket == NULL || read_key (part, bracket + 1, braces);
}

static gboolean
read_aspect (JxFormPart *part, const char *name, Braces *braces)
{
  static const char *const names[] = { "", "sign", "number", "unit" };

  for (gsize i = JX_ASPECT_SIGN; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      part->aspect = i;
  if (part->aspect == JX_ASPECT_WHOLE || jx_field_get_info (part->field)->type != JX_TYPE_TARGET)
    {
      jx_error_set_at (braces->error, JX_ERROR_SYNTAX, braces->file, braces->line,
                       _("“.%s” is no part of “%s”; only target values have parts: sign, number, unit"),
                       name, jx_field_get_info (part->field)->xml_name);
      return FALSE;
    }

  return TRUE;
}

/* One field: "spent", "document/year", "checkpoint(12)/spent", "value.sign". @term is changed. */
static JxFormPart *
read_field (char *term, gboolean all, Braces *braces)
{
  JxFormPart *part = jx_form_part_new (JX_PART_FIELD, NULL, 0);
  char *slash = strchr (term, '/');
  char *point;

  part->kind = braces->scope;
  if (slash != NULL)
    *slash = '\0';
  if (slash != NULL && !read_way (part, term, all, braces))
    goto fail;
  if (slash != NULL)
    term = slash + 1;
  point = strchr (term, '.');
  if (point != NULL)
    *point++ = '\0';
  if (!find_field (part->kind, term, &part->field, braces) || (point != NULL && !read_aspect (part, point, braces)))
    goto fail;

  return part;

fail:
  jx_form_part_free (part);
  return NULL;
}

/* Fields with a stroke between: "unit|document/unit-name", "execution-weight|10". */
static JxFormPart *
read_alternatives (const char *terms, gboolean all, Braces *braces)
{
  g_auto (GStrv) words = g_strsplit (terms, "|", -1);
  JxFormPart *first = NULL;
  JxFormPart **next = &first;
  char none[] = "";

  /* Nothing splits into nothing; it is to be told all the same. */
  if (words[0] == NULL)
    return read_field (none, all, braces);
  for (guint i = 0; words[i] != NULL; i++)
    {
      *next = i > 0 && g_ascii_isdigit (*words[i]) ? jx_form_part_new (JX_PART_TEXT, words[i], -1) : read_field (words[i], all, braces);
      if (*next == NULL)
        {
          jx_form_part_free (first);
          return NULL;
        }
      next = &(*next)->fallback;
    }

  return first;
}

/* "percent a of b", "sum a b c". */
static JxFormPart *
read_derived (const char *terms, JxPartType type, Braces *braces)
{
  g_auto (GStrv) words = g_strsplit (terms, " ", -1);
  JxFormPart *part = jx_form_part_new (type, NULL, 0);

  part->operands = g_ptr_array_new_with_free_func (jx_form_part_free);
  for (guint i = 1; words[i] != NULL; i++)
    {
      JxFormPart *operand;

      if (*words[i] == '\0' || (type == JX_PART_PERCENT && g_str_equal (words[i], "of")))
        continue;
      operand = read_alternatives (words[i], type == JX_PART_SUM, braces);
      if (operand == NULL)
        {
          jx_form_part_free (part);
          return NULL;
        }
      g_ptr_array_add (part->operands, operand);
    }
  if (part->operands->len == 0 || (type == JX_PART_PERCENT && part->operands->len != 2))
    {
      jx_error_set_at (braces->error, JX_ERROR_SYNTAX, braces->file, braces->line,
                       _("“{%s}” does not say of what; write {percent spent of budget} or {sum weight score}"), terms);
      g_clear_pointer (&part, jx_form_part_free);
    }

  return part;
}

/* "causes?经费保障": the field and the word it may name. */
static JxFormPart *
read_tick (char *terms, const char *mark, Braces *braces)
{
  char *question = strchr (terms, '?');
  JxFormPart *part;

  *question = '\0';
  part = read_field (terms, FALSE, braces);
  if (part == NULL)
    return NULL;
  part->type = JX_PART_TICK;
  part->text = g_strdup (question + 1);
  part->after = g_strdup (mark);

  return part;
}

static gboolean
add_value (GPtrArray *parts, char *terms, const char *after, Braces *braces)
{
  JxFormPart *part;
  gboolean tick = strchr (terms, '?') != NULL;

  if (g_str_has_prefix (terms, "percent "))
    part = read_derived (terms, JX_PART_PERCENT, braces);
  else if (g_str_has_prefix (terms, "sum "))
    part = read_derived (terms, JX_PART_SUM, braces);
  else if (tick)
    part = read_tick (terms, after, braces);
  else
    part = read_alternatives (terms, FALSE, braces);
  if (part == NULL)
    return FALSE;

  g_ptr_array_add (parts, part);
  if (after != NULL && *after != '\0' && !tick)
    {
      JxFormPart *words = jx_form_part_new (JX_PART_TEXT, after, -1);

      words->optional = TRUE;
      g_ptr_array_add (parts, words);
    }

  return TRUE;
}

gboolean
jx_form_braces_add (GPtrArray *parts, char *inside, JxKind scope, JxKind beside, const char *file, int line, GError **error)
{
  Braces braces = { scope, beside, file, line, error };
  char *after = strchr (inside, ':');
  const char *number;

  if (after != NULL)
    *after++ = '\0';
  number = strrchr (inside, '/') != NULL ? strrchr (inside, '/') + 1 : inside;
  if (g_str_equal (number, "number"))
    {
      JxFormPart holder = { .kind = scope };
      gboolean found = TRUE;

      if (number > inside)
        inside[number - 1 - inside] = '\0';
      if (number > inside)
        found = read_way (&holder, inside, FALSE, &braces);
      g_free (holder.key);
      return found && add_number (parts, holder.kind, after != NULL ? after : DIGIT_ONE, &braces);
    }

  return add_value (parts, inside, after, &braces);
}
