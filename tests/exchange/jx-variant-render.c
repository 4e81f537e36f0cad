/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-variant.h"

#include <string.h>

/* A spreadsheet writes as many cells in every row. */
#define QUOTED_COLUMNS 8

/* How one kind of file writes a table. */
typedef struct
{
  const char *name;
  const char *before_cell;
  const char *between_cells;
  const char *after_row;
  const char *after_table;
  const char *covered;
  const char *blank;
  const char *line_break;
} Style;

static const Style styles[] = {
  { "tabs", "\t", "\n", "\n\n", "\n \n", "", " ", "\n" },
  { "flat", "", "\n", "\n", " \n", "", " ", "\n" },
  { "rows", "", "\t", "\n", "\n", "", "", "\n" },
  { "pipes", "", " | ", " |\n", "\n", "", "", "<br>" },
  { "bars", "", "|", "\n", "\n", "", "", "<br>" },
  { "quoted", "", ",", "\n", "\n", "", "", "\n" },
  { "blanks", "", "        ", "\n", "\n", " ", " ", "" },
};

static const struct { const char *name, *character; } named[] = {
  { "{ZWSP}", "\xE2\x80\x8B" }, { "{SHY}", "\xC2\xAD" }, { "{BOM}", "\xEF\xBB\xBF" },
  { "{NBSP}", "\xC2\xA0" }, { "{IDSP}", "\xE3\x80\x80" }, { "{FF}", "\f" }, { "{TAB}", "\t" },
};

static void
replace (GString *text, const char *from, const char *to)
{
  g_string_replace (text, from, to, 0);
}

static void
add_cell (GString *out, const Style *style, const char *words)
{
  g_autoptr (GString) cell = g_string_new (words);
  gboolean quoted = *style->before_cell == '\0' && (*style->between_cells == ',' || *style->between_cells == '\t');

  g_string_append (out, style->before_cell);
  if (strcmp (words, "^") == 0)
    {
      g_string_append (out, style->covered);
      return;
    }
  if (strcmp (words, "_") == 0)
    {
      g_string_append (out, style->blank);
      return;
    }
  quoted = quoted && (strstr (words, style->between_cells) != NULL || strchr (words, '"') != NULL || strstr (words, "\\n") != NULL);
  if (quoted)
    replace (cell, "\"", "\"\"");
  replace (cell, "\\n", style->line_break);
  g_string_append_printf (out, quoted ? "\"%s\"" : "%s", cell->str);
}

static void
add_row (GString *out, const Style *style, const char *line)
{
  g_autofree char *inner = g_strstrip (g_strdup (line + 1));
  g_auto (GStrv) cells = NULL;

  if (g_str_has_suffix (inner, "|"))
    inner[strlen (inner) - 1] = '\0';
  cells = g_strsplit (inner, "|", -1);
  if (strcmp (style->name, "pipes") == 0)
    g_string_append (out, "| ");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, style->between_cells);
      add_cell (out, style, g_strstrip (cells[i]));
    }
  for (guint i = g_strv_length (cells); strcmp (style->name, "quoted") == 0 && i < QUOTED_COLUMNS; i++)
    g_string_append (out, style->between_cells);
  g_string_append (out, style->after_row);
}

static GString *
render_text (const char *text, const Style *style)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && (lines[i][0] != '\0' || lines[i + 1] != NULL); i++)
    if (lines[i][0] != '|')
      g_string_append_printf (out, "%s\n", strcmp (lines[i], "~") == 0 ? " " : lines[i]);
    else
      {
        add_row (out, style, lines[i]);
        if (lines[i + 1] == NULL || lines[i + 1][0] != '|')
          g_string_append (out, style->after_table);
      }
  for (gsize n = 0; n < G_N_ELEMENTS (named); n++)
    replace (out, named[n].name, named[n].character);

  return out;
}

char *
jx_variant_render (const JxVariant *variant, const char *style, gsize *length)
{
  g_autoptr (GString) text = NULL;
  const char *bytes = variant->bytes != NULL ? variant->bytes : "";
  GError *error = NULL;
  char *data;

  for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
    if (strcmp (styles[s].name, style) == 0)
      text = render_text (variant->text, &styles[s]);
  if (text == NULL)
    g_error ("there is no style %s", style);

  if (strcmp (bytes, "crlf") == 0)
    replace (text, "\n", "\r\n");
  else if (strcmp (bytes, "cr") == 0)
    replace (text, "\n", "\r");
  else if (strcmp (bytes, "trailing") == 0)
    replace (text, "\n", "  \n");
  else if (strcmp (bytes, "indented") == 0)
    replace (text, "\n", "\n\xE3\x80\x80\xE3\x80\x80");
  if (strcmp (bytes, "gb18030") != 0)
    {
      *length = text->len;
      return g_strdup (text->str);
    }
  data = g_convert (text->str, (gssize) text->len, "GB18030", "UTF-8", NULL, length, &error);
  g_assert_no_error (error);

  return data;
}
