/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell's text into the fields its place in the form has. */
#include "exchange/jx-recognise-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-decimal.h"
#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"
#include "form/jx-layout.h"

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

/* The item of a list that @part names by what its first field says; made where there is none yet. */
static JxItem *
get_keyed (JxTaker *taker, JxItem *item, const JxFormPart *part)
{
  const char *key = part->key_field != JX_FIELD_NONE ? jx_item_get (get_owner (taker, item, part->key_kind), part->key_field) : part->key;
  JxItem *holder = item;
  JxItem *made;
  JxField first;
  guint n;

  while (holder != NULL && !jx_item_may_hold (holder, part->kind))
    holder = jx_item_get_parent (holder);
  if (holder == NULL || key == NULL)
    return NULL;

  jx_field_get_range (part->kind, &first, &n);
  for (guint i = 0; i < jx_item_count (holder, part->kind); i++)
    if (g_strcmp0 (jx_item_get (jx_item_child (holder, part->kind, i), first), key) == 0)
      return jx_item_child (holder, part->kind, i);

  made = jx_taker_add (taker, holder, part->kind);
  jx_taker_set (taker, made, first, key, 0, NULL);

  return made;
}

/* Whether @text only says what a holder's field, which stands where @part's own is blank, says for all.
 * Where that says nothing yet, it is put there. */
static gboolean
is_said_by_fallback (JxTaker *taker, JxItem *item, const JxFormPart *part, const char *text, guint line, const char *doubt)
{
  for (const JxFormPart *other = part->fallback; other != NULL; other = other->fallback)
    {
      JxItem *owner = other->type == JX_PART_FIELD && other->kind != part->kind ? get_owner (taker, item, other->kind) : NULL;
      const char *said = owner != NULL ? jx_item_get (owner, other->field) : NULL;

      if (owner != NULL && said == NULL)
        return jx_taker_set (taker, owner, other->field, text, line, doubt);
      if (owner != NULL && jx_fold_equal (said, text))
        return TRUE;
    }

  return FALSE;
}

/* In a file of several units each of its projects has its own. */
static gboolean
is_of_another_unit (JxTaker *taker, JxItem *item, const JxFormPart *part, const char *text)
{
  const char *unit = jx_item_get (taker->root, JX_FIELD_UNIT_NAME);

  return part->field == JX_FIELD_UNIT_NAME && jx_item_get_kind (item) == JX_KIND_PROJECT && unit != NULL && !jx_fold_equal (unit, text)
         && jx_item_get (item, JX_FIELD_PROJECT_UNIT) == NULL;
}

static void
take_part (JxTaker *taker, JxItem *item, const JxFormPart *part, const char *text, guint line, const char *doubt)
{
  gboolean keyed = part->key != NULL || part->key_field != JX_FIELD_NONE;
  JxItem *owner = keyed ? get_keyed (taker, item, part) : get_owner (taker, item, part->kind);

  if (owner == NULL)
    jx_taker_leave (taker, line, text, _("Which month this is of is not said"));
  else if (is_of_another_unit (taker, item, part, text))
    jx_taker_set (taker, item, JX_FIELD_PROJECT_UNIT, text, line, doubt);
  else if (part->type == JX_PART_TICK)
    jx_taker_add_word (taker, owner, part->field, part->text, line, doubt);
  else if (!is_said_by_fallback (taker, item, part, text, line, doubt)
           && !set_leading_number (taker, owner, part->field, text, line))
    jx_taker_set (taker, owner, part->field, text, line, doubt);
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

          if (*part != '\0')
            take_part (taker, item, match.captures[i].part, part, line, doubt);
        }
      return;
    }

  if (single)
    take_part (taker, item, parts[0], text, line, doubt);
  else
    jx_taker_leave (taker, line, text, _("This cell does not read as the form has it"));
}

void
jx_take_label (JxTaker *taker, JxItem *item, const JxSlot *slot, const char *text, guint line)
{
  g_autofree char *folded = jx_fold (text);
  char *end = folded + strlen (folded);
  char *begin;

  /* 1–7月: the last month it is about. */
  while (end > folded && !g_ascii_isdigit (end[-1]))
    end--;
  begin = end;
  while (begin > folded && g_ascii_isdigit (begin[-1]))
    begin--;
  *end = '\0';
  if (*begin != '\0')
    jx_taker_set (taker, get_owner (taker, item, jx_field_get_info (slot->field)->kind), slot->field, begin, line, NULL);
}

static gboolean
read_number (const char *text, JxDecimal *number)
{
  g_autofree char *folded = jx_fold (text);

  if (g_str_has_suffix (folded, "%"))
    folded[strlen (folded) - 1] = '\0';

  return jx_decimal_parse (folded, number);
}

/* Rounded in between, they may differ by a tenth. */
static gboolean
is_about (const char *a, const char *b)
{
  const JxDecimal tenth = { 1, 1 };
  JxDecimal left, right, more_left, more_right;

  return read_number (a, &left) && read_number (b, &right)
         && jx_decimal_add (left, tenth, &more_left) && jx_decimal_add (right, tenth, &more_right)
         && jx_decimal_compare (more_left, right) >= 0 && jx_decimal_compare (more_right, left) >= 0;
}

void
jx_take_derived (JxTaker *taker, JxItem *item, const JxFormNode *node, const char *text, guint line)
{
  g_autofree char *ours = jx_form_node_dup_text (node, item);
  g_autofree char *why = NULL;

  if (is_about (text, ours))
    return;

  why = *ours != '\0' ? g_strdup_printf (_("The source says “%s” here, what was read gives “%s”; see which is right"), text, ours)
                      : g_strdup_printf (_("The source says “%s” here, and there is nothing to work it out from"), text);
  jx_taker_doubt (taker, item, JX_FIELD_NONE, line, text, why);
}
