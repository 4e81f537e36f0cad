/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-format.h"

#include <string.h>

#include "base/jx-numeral.h"

/* Where fonts of symbols have their characters. */
#define PRIVATE_FIRST 0xF000
#define PRIVATE_LAST 0xF0FF

typedef enum
{
  SHAPE_DECIMAL,
  SHAPE_TWO_DIGITS,
  SHAPE_FULL_WIDTH,
  SHAPE_CHINESE,
  SHAPE_LEGAL, /* 壹贰叁 */
  SHAPE_LETTER,
  SHAPE_ROMAN,
  SHAPE_SERIES, /* a row of characters, so many of them */
  SHAPE_NOTHING,
} Shape;

typedef struct
{
  const char *name;
  Shape shape;
  gunichar first;
  guint count;
} Format;

static const Format formats[] = {
  { "decimal", SHAPE_DECIMAL },
  { "none", SHAPE_NOTHING },
  { "bullet", SHAPE_NOTHING },
  { "decimalZero", SHAPE_TWO_DIGITS },
  { "decimalFullWidth", SHAPE_FULL_WIDTH },
  { "decimalFullWidth2", SHAPE_FULL_WIDTH },
  { "chineseCounting", SHAPE_CHINESE },
  { "chineseCountingThousand", SHAPE_CHINESE },
  { "japaneseCounting", SHAPE_CHINESE },
  { "japaneseDigitalTenThousand", SHAPE_CHINESE },
  { "taiwaneseCounting", SHAPE_CHINESE },
  { "taiwaneseCountingThousand", SHAPE_CHINESE },
  { "ideographDigital", SHAPE_CHINESE },
  { "chineseLegalSimplified", SHAPE_LEGAL },
  { "ideographLegalTraditional", SHAPE_LEGAL },
  { "lowerLetter", SHAPE_LETTER, 'a' },
  { "upperLetter", SHAPE_LETTER, 'A' },
  { "lowerRoman", SHAPE_ROMAN, 'a' },
  { "upperRoman", SHAPE_ROMAN, 'A' },
  { "decimalEnclosedCircle", SHAPE_SERIES, 0x2460, 20 },
  { "decimalEnclosedCircleChinese", SHAPE_SERIES, 0x2460, 20 },
  { "decimalEnclosedParen", SHAPE_SERIES, 0x2474, 20 },
  { "decimalEnclosedFullstop", SHAPE_SERIES, 0x2488, 20 },
  { "ideographEnclosedCircle", SHAPE_SERIES, 0x3280, 10 },
};

static const char * const stems[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };

static void
add_legal (GString *text, guint number)
{
  static const char * const pairs[] = {
    "一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖",
    "十", "拾", "百", "佰", "千", "仟",
  };
  g_autofree char *plain = jx_numeral_chinese (number);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);
      const char *shown = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (pairs); i += 2)
        if (strncmp (p, pairs[i], length) == 0)
          shown = pairs[i + 1];
      g_string_append_len (text, shown != NULL ? shown : p, shown != NULL ? -1 : (gssize) length);
    }
}

/* a … z, then aa, bb …: as Word counts. */
static void
add_letters (GString *text, gunichar first, guint number)
{
  for (guint i = 0; i <= (number - 1) / 26 && i < 8; i++)
    g_string_append_c (text, (char) (first + (number - 1) % 26));
}

static void
add_roman (GString *text, gboolean upper, guint number)
{
  static const struct { guint value; const char *letters; } roman[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" },
    { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
  };
  gsize start = text->len;

  for (gsize i = 0; i < G_N_ELEMENTS (roman); i++)
    for (; number >= roman[i].value; number -= roman[i].value)
      g_string_append (text, roman[i].letters);
  for (gsize i = start; upper && i < text->len; i++)
    text->str[i] = g_ascii_toupper (text->str[i]);
}

static void
add_full_width (GString *text, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  for (const char *p = digits; *p != '\0'; p++)
    g_string_append_unichar (text, 0xFF10 + (gunichar) (*p - '0'));
}

void
jx_docx_format_number (GString *text, const char *format, guint number)
{
  const Format *known = &formats[0];
  g_autofree char *chinese = NULL;

  if (g_strcmp0 (format, "ideographTraditional") == 0 && number >= 1 && number <= G_N_ELEMENTS (stems))
    {
      g_string_append (text, stems[number - 1]);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (format, formats[i].name) == 0)
      known = &formats[i];

  /* Beyond what the others can say, and for formats of other languages, digits tell as well. */
  if (known->shape == SHAPE_NOTHING)
    return;
  else if (known->shape == SHAPE_TWO_DIGITS)
    g_string_append_printf (text, "%02u", number);
  else if (known->shape == SHAPE_FULL_WIDTH)
    add_full_width (text, number);
  else if (known->shape == SHAPE_CHINESE && number > 0)
    g_string_append (text, chinese = jx_numeral_chinese (number));
  else if (known->shape == SHAPE_LEGAL && number > 0)
    add_legal (text, number);
  else if (known->shape == SHAPE_LETTER && number > 0)
    add_letters (text, known->first, number);
  else if (known->shape == SHAPE_ROMAN && number > 0 && number < 5000)
    add_roman (text, known->first == 'A', number);
  else if (known->shape == SHAPE_SERIES && number > 0 && number <= known->count)
    g_string_append_unichar (text, known->first + number - 1);
  else
    g_string_append_printf (text, "%u", number);
}

gunichar
jx_docx_symbol (const char *font, gunichar code)
{
  static const struct { gunichar code, symbol, wingding; } table[] = {
    { 0x52, 0, 0x2611 }, { 0x54, 0, 0x2612 }, { 0x6C, 0, 0x25CF }, { 0x6E, 0, 0x25A0 }, { 0x6F, 0, 0x25A1 },
    { 0xA2, 0x2032, 0x25CB }, { 0xA3, 0x2264, 0x25A1 }, { 0xA5, 0x221E, 0 }, { 0xA8, 0, 0x25A1 }, { 0xA9, 0, 0x25A1 },
    { 0xAE, 0x2192, 0 }, { 0xB0, 0xB0, 0 }, { 0xB1, 0xB1, 0 }, { 0xB3, 0x2265, 0 }, { 0xB4, 0xD7, 0 },
    { 0xB8, 0xF7, 0 }, { 0xB9, 0x2260, 0 }, { 0xBB, 0x2248, 0 }, { 0xD6, 0x221A, 0 }, { 0xE5, 0x2211, 0 },
    { 0xFC, 0, 0x2713 }, { 0xFB, 0, 0x2717 }, { 0xFD, 0, 0x2612 }, { 0xFE, 0, 0x2611 },
  };
  gboolean wingdings = font != NULL && g_ascii_strncasecmp (font, "Wingdings", 9) == 0;
  gboolean symbol = font == NULL || g_ascii_strcasecmp (font, "Symbol") == 0;
  gboolean private = code >= PRIVATE_FIRST && code <= PRIVATE_LAST;
  gunichar low = private ? code - PRIVATE_FIRST : code;

  if (!private && !wingdings && !symbol)
    return code;
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].code == low && (wingdings ? table[i].wingding : table[i].symbol) != 0)
      return wingdings ? table[i].wingding : table[i].symbol;
  /* Elsewhere the two have what ASCII has. */
  if (symbol && low >= 0x20 && low < 0x7F && !g_ascii_isalpha ((char) low))
    return low;

  return 0xFFFD;
}

/* Characters of the font Symbol stand in plain text in a range of their own. */
static void
replace_symbols (GString *text, gsize start)
{
  for (gsize i = start; i + 2 < text->len; i++)
    if (text->str[i] == '\xEF' && (guint8) text->str[i + 1] >= 0x80 && (guint8) text->str[i + 1] <= 0x83)
      {
        gunichar symbol = jx_docx_symbol (NULL, g_utf8_get_char (text->str + i));
        char bytes[8];

        g_string_erase (text, (gssize) i, 3);
        g_string_insert_len (text, (gssize) i, bytes, g_unichar_to_utf8 (symbol, bytes));
      }
}

void
jx_docx_finish_text (GString *text, gsize start, gboolean preserve)
{
  if (!preserve)
    {
      gsize n = 0;

      while (text->len > start && g_ascii_isspace (text->str[text->len - 1]))
        g_string_truncate (text, text->len - 1);
      while (start + n < text->len && g_ascii_isspace (text->str[start + n]))
        n++;
      g_string_erase (text, (gssize) start, (gssize) n);
    }
  for (gsize i = start; i < text->len; i++)
    if (g_ascii_isspace (text->str[i]))
      text->str[i] = ' ';
  replace_symbols (text, start);
}
