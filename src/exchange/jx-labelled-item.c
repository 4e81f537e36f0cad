/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-labelled-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-labelled-funds.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-item.h"
#include "exchange/jx-take-none.h"

JxItem *
jx_labelled_item_get (JxLabelledItem *l)
{
  /* All tables read so are of one kind: two that bear the same name are two projects. */
  static const char origin[] = "by labels";

  if (l->project == NULL)
    l->project = jx_taker_add_project (l->taker, origin);

  return l->project;
}

void
jx_labelled_leave (JxLabelledItem *l, const char *text, guint line, const char *why)
{
  l->n_left++;
  jx_taker_leave (l->taker, line, text, why);
}

gboolean
jx_labelled_is_amount (const char *text)
{
  g_autofree char *folded = jx_fold (text);

  return *folded != '\0' && strspn (folded, "0123456789.,-+%") + (g_str_has_suffix (folded, "万元") ? 6 : g_str_has_suffix (folded, "元") || g_str_has_suffix (folded, "分") ? 3 : 0) == strlen (folded)
         && strpbrk (folded, "0123456789") != NULL;
}

static void
set_unit (JxLabelledItem *l, const char *unit, const char *text, guint line)
{
  unit = unit != NULL ? unit : l->unit;
  if (l->unit_told || g_strcmp0 (unit, "万元") == 0 || unit == NULL)
    {
      l->taker->amount_unit = g_strcmp0 (unit, "万元") == 0 ? NULL : unit;
      return;
    }
  jx_taker_set_unit (l->taker, jx_labelled_item_get (l), unit, line, text);
  l->unit_told = TRUE;
}

static guint
get_month (const JxLabelledItem *l, const JxSense *stage)
{
  const char *monitored = jx_item_get (l->taker->root, JX_FIELD_MONITORED);

  if (stage->month != 0)
    return stage->month;

  return monitored != NULL ? (guint) g_ascii_strtoull (monitored, NULL, 10) : 0;
}

void
jx_labelled_take_amount (JxLabelledItem *l, const JxSense *fund, const JxSense *stage, const JxSourceCell *cell)
{
  guint month = get_month (l, stage);
  g_autofree char *up_to = g_strdup_printf ("%u", stage->month);

  if (jx_line_is_stroke (cell->text) || jx_says_none (cell->text))
    return;
  if (!jx_labelled_is_amount (cell->text))
    {
      jx_labelled_leave (l, cell->text, cell->line, _("This is no amount"));
      return;
    }
  set_unit (l, stage->amount_unit != NULL ? stage->amount_unit : fund->amount_unit, cell->text, cell->line);
  if (stage->month != 0 && stage->month < 12 && stage->stage == JX_STAGE_SPENT)
    jx_taker_set (l->taker, l->taker->root, JX_FIELD_MONITORED, up_to, cell->line, NULL);
  if (jx_fund_take (l->taker, jx_labelled_item_get (l), fund, stage->stage, month, cell->text, cell->line))
    l->n_taken++;
  else
    l->n_left++;
}

static const JxSlot *
find_list_slot (const JxLabelledItem *l, JxKind kind)
{
  for (guint i = 0; i < l->candidates->len; i++)
    {
      const JxSlots *slots = ((JxCandidate *) l->candidates->pdata[i])->slots;

      for (guint s = 0; s < slots->slots->len; s++)
        if (jx_slots_get (slots, s)->type == JX_SLOT_LIST && jx_slots_get (slots, s)->list == kind)
          return jx_slots_get (slots, s);
    }

  return NULL;
}

static void
take_goals (JxLabelledItem *l, JxKind kind, const char *text, guint line)
{
  const JxSlot *slot = find_list_slot (l, kind);

  if (slot == NULL)
    {
      jx_labelled_leave (l, text, line, _("No place in the form fits this"));
      return;
    }
  jx_take_list (l->taker, jx_labelled_item_get (l), kind, slot->node, text, line, NULL);
  l->n_taken++;
}

/* A second name is of a second project. */
static void
begin_if_named_anew (JxLabelledItem *l, const JxSense *sense, const char *text)
{
  const char *name = l->project != NULL ? jx_item_get (l->project, JX_FIELD_PROJECT_NAME) : NULL;

  if (sense->field != JX_FIELD_PROJECT_NAME || name == NULL || jx_fold_equal (name, text))
    return;

  l->project = NULL;
  l->unit_told = FALSE;
}

void
jx_labelled_take_field (JxLabelledItem *l, const JxSense *sense, const char *text, guint line)
{
  const JxCandidate *ignored;
  const JxSlot *slot = sense->wording != NULL ? jx_candidates_find_labelled (l->candidates, sense->wording, &ignored) : NULL;
  gboolean of_document = slot != NULL && jx_field_get_info (slot->field)->kind == JX_KIND_DOCUMENT;

  if (jx_line_is_stroke (text) || (sense->field == JX_FIELD_PROJECT_NAME && jx_says_none (text)))
    return;
  begin_if_named_anew (l, sense, text);
  l->n_taken++;
  if (slot != NULL && (of_document || slot->field == sense->field))
    jx_take_value (l->taker, of_document && l->project == NULL ? l->taker->root : jx_labelled_item_get (l), slot, text, line, NULL);
  else if (jx_field_get_info (sense->field)->kind == JX_KIND_DOCUMENT)
    jx_taker_set (l->taker, l->taker->root, sense->field, text, line, NULL);
  else
    jx_taker_set (l->taker, jx_labelled_item_get (l), sense->field, text, line, NULL);
}

void
jx_labelled_take_value (JxLabelledItem *l, const JxSense *sense, const char *label, const char *text, guint line)
{
  JxSourceCell cell = { .text = text, .line = line };
  JxSense stage = { JX_SENSE_STAGE, .stage = JX_STAGE_BUDGET };
  JxSense all = { JX_SENSE_FUND };
  gboolean has_colon = g_str_has_suffix (label, ":") || g_str_has_suffix (label, "：");
  g_autofree char *whole = g_strdup_printf ("%s%s%s", label, has_colon || *label == '\0' ? "" : "：", text);

  switch (sense->type)
    {
    case JX_SENSE_FIELD:
      jx_labelled_take_field (l, sense, text, line);
      break;
    case JX_SENSE_GOALS:
    case JX_SENSE_TERM_GOALS:
      take_goals (l, sense->type == JX_SENSE_GOALS ? JX_KIND_GOAL : JX_KIND_TERM_GOAL, text, line);
      break;
    case JX_SENSE_FUND:
      jx_labelled_take_amount (l, sense, &stage, &cell);
      break;
    case JX_SENSE_STAGE:
      stage = (JxSense) { JX_SENSE_FUND, .amount_unit = sense->amount_unit };
      jx_labelled_take_amount (l, &stage, sense, &cell);
      break;
    case JX_SENSE_TOTAL:
      if (jx_labelled_is_amount (text))
        jx_labelled_take_amount (l, &all, &stage, &cell);
      else
        jx_labelled_leave (l, whole, line, _("The form has no place for this"));
      break;
    case JX_SENSE_SIDE:
    case JX_SENSE_OTHER:
    case JX_SENSE_COLUMN:
    case JX_SENSE_NONE:
    default:
      if (!jx_line_is_stroke (text))
        jx_labelled_leave (l, whole, line, _("The form has no place for this"));
      break;
    }
}

/* “填报单位：某局” in one cell: the label's sense, and where the value begins. */
static const char *
read_inline (const char *text, JxSense *sense, char **label)
{
  const char *colon = text;

  while (*colon != '\0' && jx_fold_character (g_utf8_get_char (colon)) != ':')
    colon = g_utf8_next_char (colon);
  if (*colon == '\0' || jx_line_is_blank (g_utf8_next_char (colon)))
    return NULL;
  *label = g_strndup (text, (gsize) (colon - text));
  if (!jx_sense_read_label (*label, sense) || sense->type == JX_SENSE_SIDE)
    {
      g_clear_pointer (label, g_free);
      return NULL;
    }

  return g_utf8_next_char (colon);
}

gboolean
jx_labelled_take_inline (JxLabelledItem *l, const char *text, guint line)
{
  g_autofree char *label = NULL;
  JxSense sense;
  const char *value = read_inline (text, &sense, &label);
  g_autofree char *stripped = value != NULL ? jx_strip_dup (value) : NULL;

  if (value == NULL)
    return FALSE;
  jx_labelled_take_value (l, &sense, label, stripped, line);

  return TRUE;
}
