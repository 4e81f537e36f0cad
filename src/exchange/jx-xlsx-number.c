/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-number.h"

#include <math.h>
#include <string.h>

#include "exchange/jx-xlsx-date.h"

/* As many digits as Excel shows of any number. */
#define N_DIGITS 15
#define MAX_DECIMALS 30

typedef struct
{
  int id;
  const char *code;
} Builtin;

static const Builtin builtins[] = {
  { 1, "0" }, { 2, "0.00" }, { 3, "#,##0" }, { 4, "#,##0.00" }, { 9, "0%" }, { 10, "0.00%" },
  { 14, "yyyy/m/d" }, { 15, "d-mm-yy" }, { 16, "d-mm" }, { 17, "mm-yy" }, { 18, "h:mm" }, { 19, "h:mm:ss" }, { 20, "h:mm" }, { 21, "h:mm:ss" },
  { 22, "yyyy/m/d h:mm" }, { 27, "yyyy年m月" }, { 28, "m月d日" }, { 29, "m月d日" }, { 30, "m-d-yy" }, { 31, "yyyy年m月d日" },
  { 32, "h时mm分" }, { 33, "h时mm分ss秒" }, { 36, "yyyy年m月" }, { 37, "#,##0" }, { 38, "#,##0" }, { 39, "#,##0.00" }, { 40, "#,##0.00" },
  { 41, "#,##0" }, { 42, "#,##0" }, { 43, "#,##0.00" }, { 44, "#,##0.00" }, { 45, "mm:ss" }, { 46, "h:mm:ss" }, { 50, "yyyy年m月" }, { 51, "m月d日" },
  { 52, "yyyy年m月" }, { 53, "m月d日" }, { 54, "m月d日" }, { 57, "yyyy年m月" }, { 58, "m月d日" },
};

const char *
jx_xlsx_find_format (int id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (builtins); i++)
    if (builtins[i].id == id)
      return builtins[i].code;

  return NULL;
}

/* A number's decimal digits: 0.d₁d₂d₃… × 10^point. */
typedef struct
{
  char digits[N_DIGITS + 1];
  int n;
  int point;
} Decimal;

static void
decimal_init (Decimal *decimal, double value)
{
  char text[N_DIGITS + 16];
  const char *exponent;

  g_ascii_formatd (text, sizeof text, "%.14e", fabs (value));
  exponent = strchr (text, 'e');
  decimal->point = exponent != NULL ? (int) g_ascii_strtoll (exponent + 1, NULL, 10) + 1 : 0;
  decimal->n = 0;
  for (const char *p = text; p != exponent && *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && decimal->n < N_DIGITS)
      decimal->digits[decimal->n++] = *p;
  while (decimal->n > 0 && decimal->digits[decimal->n - 1] == '0')
    decimal->n--;
  if (decimal->n == 0)
    decimal->point = 0;
}

static char
get_digit (const Decimal *decimal, int place)
{
  return place >= 0 && place < decimal->n ? decimal->digits[place] : '0';
}

/* Rounds half up, as people do and Excel does, to @decimals behind the point. */
static void
decimal_round (Decimal *decimal, int decimals)
{
  int keep = decimal->point + decimals;
  gboolean up = keep >= 0 && get_digit (decimal, keep) >= '5';

  if (keep >= decimal->n)
    return;

  decimal->n = MAX (keep, 0);
  for (int i = decimal->n - 1; up && i >= 0; i--)
    {
      up = decimal->digits[i] == '9';
      decimal->digits[i] = up ? '0' : (char) (decimal->digits[i] + 1);
    }
  if (up)
    {
      decimal->digits[0] = '1';
      decimal->n = 1;
      decimal->point = keep > 0 ? decimal->point + 1 : 1 - decimals;
    }
}

static void
append_whole (GString *text, const Decimal *decimal, int least, gboolean grouped)
{
  int n = MAX (decimal->point, least);

  for (int i = 0; i < n; i++)
    {
      g_string_append_c (text, get_digit (decimal, i + decimal->point - n));
      if (grouped && n - i > 1 && (n - i) % 3 == 1)
        g_string_append_c (text, ',');
    }
}

/* How numbers stand in one section of a format. */
typedef struct
{
  int whole;      /* least digits in front of the point */
  int decimals;   /* most behind it */
  int fixed;      /* least behind it */
  gboolean point;
  gboolean grouped;
  int scale;      /* powers of ten */
} Shape;

static void
append_number (GString *text, double value, const Shape *shape)
{
  Decimal decimal;
  int n;

  decimal_init (&decimal, value);
  decimal.point += decimal.n > 0 ? shape->scale : 0;
  decimal_round (&decimal, shape->decimals);
  append_whole (text, &decimal, shape->whole, shape->grouped);

  n = MIN (MAX (decimal.n - decimal.point, shape->fixed), shape->decimals);
  if (shape->point)
    g_string_append_c (text, '.');
  for (int i = 0; i < n; i++)
    g_string_append_c (text, get_digit (&decimal, decimal.point + i));
}

static char *
format_general (double value)
{
  g_autoptr (GString) text = g_string_new (value < 0 ? "-" : "");
  Shape shape = { .whole = 1 };
  Decimal decimal;

  decimal_init (&decimal, value);
  if (decimal.point > 20 || decimal.point < -9)
    {
      char power[N_DIGITS + 16];

      return g_strdup (g_ascii_formatd (power, sizeof power, "%.15g", value));
    }
  shape.point = decimal.n > decimal.point;
  shape.decimals = shape.point ? MIN (decimal.n - decimal.point, MAX_DECIMALS) : 0;
  append_number (text, value, &shape);

  return g_strdup (text->str);
}

/* Steps over one piece of a format: a literal, a bracket, a letter. @literal: (out): what of it is shown. */
static const char *
next_piece (const char *at, const char **literal, gsize *length)
{
  const char *end;

  *literal = NULL;
  *length = 0;
  switch (*at)
    {
    case '"':
      end = strchr (at + 1, '"');
      *literal = at + 1;
      *length = end != NULL ? (gsize) (end - at - 1) : strlen (at + 1);
      return *literal + *length + (end != NULL);
    case '\\':
      *literal = at + 1;
      *length = at[1] != '\0' ? (gsize) (g_utf8_next_char (at + 1) - (at + 1)) : 0;
      return *literal + *length;
    case '_':
    case '*':
      return at[1] != '\0' ? g_utf8_next_char (at + 1) : at + 1;
    case '[':
      end = strchr (at, ']');
      if (end != NULL && at[1] == '$')
        {
          *literal = at + 2;
          *length = MIN (strcspn (at + 2, "-]"), (gsize) (end - at - 2));
        }
      return end != NULL ? end + 1 : at + strlen (at);
    default:
      return g_utf8_next_char (at);
    }
}

/* The part of @code, between semicolons, that is for @value. */
static char *
dup_section (const char *code, double value, gboolean *bare)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (g_free);
  const char *start = code;
  const char *literal;
  gsize length;
  guint wanted;

  for (const char *at = code;;)
    if (*at == ';' || *at == '\0')
      {
        g_ptr_array_add (sections, g_strndup (start, (gsize) (at - start)));
        if (*at == '\0')
          break;
        start = ++at;
      }
    else
      at = next_piece (at, &literal, &length);

  wanted = value < 0 && sections->len >= 2 ? 1 : value == 0 && sections->len >= 3 ? 2 : 0;
  *bare = wanted == 1; /* a section of their own says itself how negative ones look */

  return g_strdup (sections->pdata[wanted]);
}

static gboolean
read_shape (const char *section, Shape *shape)
{
  const char *literal;
  gsize length;
  gboolean any = FALSE;
  int commas = 0;

  *shape = (Shape) { 0 };
  for (const char *at = section; *at != '\0';)
    {
      const char *next = next_piece (at, &literal, &length);

      if (*at == '0' || *at == '#' || *at == '?')
        {
          any = TRUE;
          shape->grouped |= commas > 0 && !shape->point;
          commas = 0;
          if (shape->point)
            shape->decimals = MIN (shape->decimals + 1, MAX_DECIMALS);
          if (*at == '0' && shape->point)
            shape->fixed = shape->decimals;
          else if (*at == '0')
            shape->whole = MIN (shape->whole + 1, MAX_DECIMALS);
        }
      else if (*at == '.')
        shape->point = TRUE;
      else if (*at == ',' && any)
        commas++;
      else if (*at == '%')
        shape->scale += 2;
      at = next;
    }
  shape->scale -= 3 * MIN (commas, 4);

  return any;
}

static char *
format_by_section (const char *section, double value, gboolean bare)
{
  g_autoptr (GString) text = g_string_new (value < 0 && !bare ? "-" : "");
  Shape shape;
  gboolean any = read_shape (section, &shape);
  gboolean done = FALSE;
  const char *literal;
  gsize length;

  for (const char *at = section; *at != '\0';)
    {
      const char *next = next_piece (at, &literal, &length);

      if (literal != NULL)
        g_string_append_len (text, literal, (gssize) length);
      else if (strchr ("0#?.,", *at) != NULL)
        {
          if (any && !done)
            append_number (text, value, &shape);
          done = TRUE;
        }
      else if (strchr ("_*[", *at) == NULL)
        g_string_append_len (text, at, next - at);
      at = next;
    }

  return g_strdup (text->str);
}

char *
jx_xlsx_format (const char *code, double value, gboolean from_1904)
{
  g_autofree char *section = NULL;
  gboolean bare;

  if (!isfinite (value))
    return g_strdup ("");
  if (code == NULL)
    return format_general (value);

  section = dup_section (code, value, &bare);
  /* Broken numbers and powers are shown plainly. */
  if (*section == '\0' || g_ascii_strncasecmp (section, "general", 7) == 0 || strchr (section, '@') != NULL || strstr (section, "?/") != NULL || strstr (section, "#/") != NULL
      || strstr (section, "E+") != NULL)
    return format_general (value);
  if (jx_xlsx_is_date_format (section))
    return jx_xlsx_format_date (section, value, from_1904);

  return format_by_section (section, value, bare);
}
