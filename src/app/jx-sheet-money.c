/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-money.h"

#include <glib/gi18n-lib.h>

#include "base/jx-amount.h"

#define MAX_PARTS 3

typedef struct
{
  JxField whole;
  JxField parts[MAX_PARTS];   /* ends in %JX_FIELD_NONE if fewer */
  JxField instead[MAX_PARTS]; /* what stands where a part is blank; 0 for nothing */
} Family;

static const Family families[] = {
  { JX_FIELD_PROJECT_BUDGET, { JX_FIELD_PROJECT_FISCAL, JX_FIELD_PROJECT_OTHER, JX_FIELD_PROJECT_CARRIED } },
  { JX_FIELD_PROJECT_ADJUSTED, { JX_FIELD_PROJECT_ADJUSTED_FISCAL, JX_FIELD_PROJECT_ADJUSTED_OTHER, JX_FIELD_PROJECT_ADJUSTED_CARRIED },
    { JX_FIELD_PROJECT_FISCAL, JX_FIELD_PROJECT_OTHER, JX_FIELD_PROJECT_CARRIED } },
  { JX_FIELD_PROJECT_TERM_BUDGET, { JX_FIELD_PROJECT_TERM_FISCAL, JX_FIELD_PROJECT_TERM_OTHER, JX_FIELD_NONE } },
  { JX_FIELD_CHECKPOINT_SPENT, { JX_FIELD_CHECKPOINT_SPENT_FISCAL, JX_FIELD_CHECKPOINT_SPENT_OTHER, JX_FIELD_CHECKPOINT_SPENT_CARRIED } },
  { JX_FIELD_CHECKPOINT_EXPECTED, { JX_FIELD_CHECKPOINT_EXPECTED_FISCAL, JX_FIELD_CHECKPOINT_EXPECTED_OTHER, JX_FIELD_CHECKPOINT_EXPECTED_CARRIED } },
};

/* A family as one item has it. */
typedef struct
{
  const Family *family;
  gboolean has_whole;
  gboolean has_part[MAX_PARTS];
  gint64 whole_fen;
  gint64 part_fen[MAX_PARTS];
  gint64 sum_fen;
  guint n_parts; /* that are not blank */
} Money;

static const Family *
find_family (JxField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      if (families[i].whole == field)
        return &families[i];
      for (guint p = 0; p < MAX_PARTS; p++)
        if (field != JX_FIELD_NONE && families[i].parts[p] == field)
          return &families[i];
    }

  return NULL;
}

/* As it would be with @typed in @field, where @typed is not %NULL. */
static gboolean
get_amount (const JxItem *item, JxField wanted, JxField field, const char *typed, gint64 *fen)
{
  *fen = 0;
  if (typed == NULL || wanted != field)
    return jx_item_get_amount (item, wanted, fen);

  return typed[0] != '\0' && jx_amount_parse (typed, fen);
}

static void
read_money (const JxItem *item, JxField field, const char *typed, Money *money)
{
  *money = (Money) { .family = find_family (field) };
  money->has_whole = get_amount (item, money->family->whole, field, typed, &money->whole_fen);
  for (guint p = 0; p < MAX_PARTS && money->family->parts[p] != JX_FIELD_NONE; p++)
    {
      money->has_part[p] = get_amount (item, money->family->parts[p], field, typed, &money->part_fen[p]);
      if (!money->has_part[p] && money->family->instead[p] != 0)
        jx_item_get_amount (item, money->family->instead[p], &money->part_fen[p]);
      money->sum_fen += money->part_fen[p];
      money->n_parts += money->has_part[p];
    }
}

/* Only fiscal and other funds, as in a goal table. */
static gboolean
is_plain_budget (const Money *money)
{
  return money->family->whole == JX_FIELD_PROJECT_BUDGET && !money->has_part[2];
}

gboolean
jx_sheet_money_knows (JxField field)
{
  return find_family (field) != NULL;
}

char *
jx_sheet_money_dup_fault (const JxItem *item, JxField field)
{
  g_autofree char *whole = NULL, *sum = NULL;
  Money money;

  read_money (item, field, NULL, &money);
  if (!money.has_whole || money.n_parts == 0 || money.whole_fen == money.sum_fen)
    return NULL;

  whole = jx_amount_format (money.whole_fen);
  sum = jx_amount_format (money.sum_fen);
  if (is_plain_budget (&money))
    return g_strdup_printf (_("The budget is %s 万元, but fiscal and other funds add up to %s 万元; correct one of the three"), whole, sum);

  return g_strdup_printf (_("“%s” is %s 万元, but its parts add up to %s 万元; correct one of them"), jx_field_get_label (money.family->whole), whole, sum);
}

static char *
dup_parts (const Money *money)
{
  GString *words = g_string_new (NULL);

  for (guint p = 0; p < MAX_PARTS; p++)
    {
      g_autofree char *amount = jx_amount_format_grouped (money->part_fen[p]);

      if (money->has_part[p] || money->part_fen[p] != 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " + " : "", amount);
    }

  return g_string_free (words, FALSE);
}

static char *
dup_plain_sum (const Money *money, const char *whole, const char *sum)
{
  g_autofree char *one = jx_amount_format_grouped (money->part_fen[0]);
  g_autofree char *two = jx_amount_format_grouped (money->part_fen[1]);

  if (!money->has_whole)
    return g_strdup_printf (_("Fiscal %s + other %s = %s 万元"), one, two, sum);
  if (money->whole_fen == money->sum_fen)
    return g_strdup_printf (_("Fiscal %s + other %s = %s 万元, as the budget"), one, two, sum);

  return g_strdup_printf (_("Fiscal %s + other %s = %s 万元, but the budget is %s"), one, two, sum, whole);
}

char *
jx_sheet_money_dup_sum (const JxItem *item, JxField field, const char *typed)
{
  g_autofree char *value = jx_field_normalise (field, typed, NULL);
  g_autofree char *whole = NULL, *sum = NULL, *parts = NULL;
  Money money;

  if (value == NULL)
    return NULL;
  read_money (item, field, value, &money);
  if (money.n_parts == 0)
    return NULL;

  whole = jx_amount_format_grouped (money.whole_fen);
  sum = jx_amount_format_grouped (money.sum_fen);
  if (is_plain_budget (&money))
    return dup_plain_sum (&money, whole, sum);

  parts = dup_parts (&money);
  if (!money.has_whole || money.whole_fen == money.sum_fen)
    return g_strdup_printf (_("%s = %s 万元"), parts, sum);

  return g_strdup_printf (_("%s = %s 万元, but “%s” is %s"), parts, sum, jx_field_get_label (money.family->whole), whole);
}
