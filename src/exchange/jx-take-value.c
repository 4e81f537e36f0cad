/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell's text into the fields its place in the form has. */
#include "exchange/jx-recognise-item.h"

#include <glib/gi18n-lib.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* Numbers with words around them that the form does not have: "3月31日" for "3月底". */
static gboolean
set_leading_number (JxTaker *taker, JxItem *item, JxField field, const char *text, guint line)
{
  JxType type = jx_field_get_info (field)->type;
  const char *year = strstr (text, "年");
  const char *p;
  g_autofree char *whole = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *value = NULL;

  if (type != JX_TYPE_MONTH && type != JX_TYPE_YEAR)
    return FALSE;
  whole = jx_field_normalise (field, text, NULL);
  if (whole != NULL)
    return FALSE;
  if (type == JX_TYPE_MONTH && year != NULL)
    text = year + strlen ("年");
  p = text;
  while (*p != '\0' && (g_ascii_isdigit (*p) || jx_fold_is_blank (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  digits = g_strndup (text, (gsize) (p - text));
  value = jx_field_normalise (field, digits, NULL);

  return value != NULL && *value != '\0'
         && jx_taker_set (taker, item, field, digits, line, _("Only the number in it was taken"));
}

/* Other wordings of what stands around a value: "预算单位：" before it, "月" behind it. */
static char *
strip_wordings (const JxFormNode *node, const char *text)
{
  for (guint a = 0; a < node->aliases->len; a++)
    {
      const char *words = node->aliases->pdata[a];
      const char *rest = jx_skip_words (text, words);

      if (rest != NULL && !jx_line_is_blank (rest))
        return g_strdup (rest);
      if (g_str_has_suffix (text, words) && strlen (text) > strlen (words))
        return g_strndup (text, strlen (text) - strlen (words));
    }

  return g_strdup (text);
}

static JxItem *
get_owner (JxTaker *taker, JxItem *item, JxKind kind)
{
  for (JxItem *holder = item; holder != NULL; holder = jx_item_get_parent (holder))
    if (jx_item_get_kind (holder) == kind)
      return holder;

  return taker->root;
}

void
jx_take_value (JxTaker *taker, JxItem *item, const JxSlot *slot, const char *text, guint line, const char *doubt)
{
  JxFormPart **parts = (JxFormPart **) slot->node->parts->pdata;
  guint n = slot->node->parts->len;
  JxFormPart *last = parts[n - 1];
  gboolean single = parts[0]->type == JX_PART_FIELD && (n == 1 || (n == 2 && last->type == JX_PART_TEXT && last->optional));
  JxMatch match;
  g_autofree char *bare = NULL;

  if (jx_line_is_blank (text))
    return;

  text = bare = strip_wordings (slot->node, text);
  if (!(single && n == 1) && jx_pattern_match (parts, n, text, &match))
    {
      for (guint i = 0; i < match.n_captures; i++)
        {
          g_autofree char *part = g_strndup (match.captures[i].start, match.captures[i].length);
          JxItem *owner = get_owner (taker, item, match.captures[i].kind);

          jx_taker_set (taker, owner, match.captures[i].field, part, line, doubt);
        }
      return;
    }

  if (single)
    {
      JxItem *owner = get_owner (taker, item, parts[0]->kind);

      if (!set_leading_number (taker, owner, slot->field, text, line))
        jx_taker_set (taker, owner, slot->field, text, line, doubt);
    }
  else
    jx_taker_leave (taker, line, text, _("This cell does not read as the form has it"));
}
