/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in a cell of a list, measured. */
#include "exchange/jx-flat-heading.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

static gboolean
is_like_target (const char *text)
{
  gunichar c = *text != '\0' ? jx_fold_character (g_utf8_get_char (text)) : 0;

  return c == 0x2265 || c == 0x2264 || c == '<' || c == '>' || c == '=' || g_unichar_digit_value (c) >= 0;
}

static gboolean
has_sign (const char *text)
{
  return is_like_target (text) && g_unichar_digit_value (jx_fold_character (g_utf8_get_char (text))) < 0;
}

static gboolean
is_figure (const char *text)
{
  g_autofree char *folded = jx_fold (text);
  gsize n = strspn (folded, "0123456789.,");

  return jx_line_is_stroke (folded) || (n > 0 && (folded[n] == '\0' || strcmp (folded + n, "分") == 0 || strcmp (folded + n, "%") == 0));
}

int
jx_flat_cost_of_blank (JxCellType type)
{
  switch (type)
    {
    case JX_CELL_NAME:
      return 30;
    case JX_CELL_TARGET:
      return 12;
    case JX_CELL_SIGN:
      return 10;
    case JX_CELL_FIGURE:
    case JX_CELL_VALUE:
      return 4;
    case JX_CELL_UNIT:
    case JX_CELL_AMOUNT:
      return 2;
    case JX_CELL_SIDE:
    case JX_CELL_LEVEL1:
    case JX_CELL_LEVEL2:
    case JX_CELL_TICK:
    case JX_CELL_MERGED:
    case JX_CELL_TEXT:
    default:
      return 1;
    }
}

static int
cost_of_unit (const char *text)
{
  return g_utf8_strlen (text, -1) > 8 ? 25 : is_like_target (text) || jx_sense_is_level (text, 1) || jx_sense_is_level (text, 2) ? 20 : 0;
}

int
jx_flat_cost_of_line (JxCellType type, const char *text)
{
  switch (type)
    {
    case JX_CELL_SIDE:
      {
        JxSense sense;

        return jx_sense_read_label (text, &sense) && sense.type == JX_SENSE_SIDE ? 0 : 35;
      }
    case JX_CELL_LEVEL1:
    case JX_CELL_LEVEL2:
      return jx_sense_is_level (text, type == JX_CELL_LEVEL1 ? 1 : 2) ? 0 : is_like_target (text) || g_utf8_strlen (text, -1) > 12 ? 45 : 22;
    case JX_CELL_NAME:
      return has_sign (text) ? 30 : is_like_target (text) && is_figure (text) ? 25 : jx_sense_is_level (text, 1) || jx_sense_is_level (text, 2) ? 12 : 0;
    case JX_CELL_TARGET:
      return is_like_target (text) ? 0 : g_utf8_strlen (text, -1) > 24 ? 12 : 5;
    case JX_CELL_SIGN:
      return jx_target_part_fits (JX_TARGET_PART_SIGN, text) ? 0 : 40;
    case JX_CELL_UNIT:
      return cost_of_unit (text);
    case JX_CELL_FIGURE:
    case JX_CELL_AMOUNT:
      return is_figure (text) ? 0 : 40;
    case JX_CELL_TICK:
      return jx_mark_is_tick (text) || jx_line_is_stroke (text) ? 0 : 40;
    case JX_CELL_VALUE:
      return has_sign (text) ? 3 : jx_sense_is_level (text, 1) || jx_sense_is_level (text, 2) ? 20 : is_like_target (text) ? 0 : 3;
    case JX_CELL_MERGED:
    case JX_CELL_TEXT:
    default:
      return has_sign (text) ? 12 : jx_sense_is_level (text, 1) || jx_sense_is_level (text, 2) ? 15 : is_figure (text) && !jx_line_is_stroke (text) ? 6 : 0;
    }
}

int
jx_flat_cost_to_extend (JxCellType type, const char *text)
{
  gboolean is_level = jx_sense_is_level (text, 1) || jx_sense_is_level (text, 2);

  switch (type)
    {
    case JX_CELL_MERGED:
    case JX_CELL_TEXT:
      return has_sign (text) || is_level ? 40 : is_figure (text) ? 15 : 8;
    case JX_CELL_NAME:
    case JX_CELL_VALUE:
    case JX_CELL_TARGET:
      return has_sign (text) || is_figure (text) || is_level ? 40 : 18;
    case JX_CELL_LEVEL1:
    case JX_CELL_LEVEL2:
    case JX_CELL_SIDE:
      return g_utf8_strlen (text, -1) <= 4 ? 8 : 30;
    case JX_CELL_SIGN:
    case JX_CELL_UNIT:
    case JX_CELL_FIGURE:
    case JX_CELL_AMOUNT:
    case JX_CELL_TICK:
    default:
      return JX_FLAT_NEVER;
    }
}

int
jx_flat_cost_to_miss (JxCellType type)
{
  return type == JX_CELL_SIDE || type == JX_CELL_LEVEL1 || type == JX_CELL_LEVEL2 || type == JX_CELL_MERGED ? 7 : type == JX_CELL_TEXT ? 16 : 34;
}
