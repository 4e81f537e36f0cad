/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-aspect.h"

#include <glib/gi18n-lib.h>

#include "base/jx-error.h"
#include "base/jx-fold.h"
#include "model/jx-target-value.h"

/* What stands in the column of signs for a value that is no number. */
#define QUALITATIVE "定性"

typedef struct
{
  gboolean measured; /* there is a number */
  char *sign;
  char *number;      /* or the words of what is none */
  char *unit;
} Aspects;

static void
aspects_clear (Aspects *aspects)
{
  g_free (aspects->sign);
  g_free (aspects->number);
  g_free (aspects->unit);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Aspects, aspects_clear)

static void
replace (char **old, const char *text)
{
  g_free (*old);
  *old = g_strdup (text);
}

/* Whether @text is what may stand before a number. */
static gboolean
is_sign (const char *text)
{
  g_autofree char *tried = g_strconcat (text, "1", NULL);
  g_auto (Aspects) aspects = { 0 };

  return *text != '\0' && jx_target_value_split (tried, &aspects.sign, &aspects.number, &aspects.unit)
         && g_str_equal (aspects.sign, text) && g_str_equal (aspects.number, "1");
}

static void
split (const char *value, Aspects *aspects)
{
  aspects->measured = jx_target_value_split (value, &aspects->sign, &aspects->number, &aspects->unit);
  if (aspects->measured || !is_sign (aspects->number))
    return;

  /* Begun with its sign. */
  g_free (aspects->sign);
  aspects->sign = aspects->number;
  aspects->number = g_strdup ("");
}

char *
jx_aspect_dup (const char *value, JxAspect aspect)
{
  g_auto (Aspects) aspects = { 0 };

  g_return_val_if_fail (value != NULL, NULL);

  split (value, &aspects);
  switch (aspect)
    {
    case JX_ASPECT_SIGN:
      return aspects.measured || aspects.number[0] == '\0' ? g_steal_pointer (&aspects.sign) : g_strdup (QUALITATIVE);
    case JX_ASPECT_UNIT:
      return g_steal_pointer (&aspects.unit);
    case JX_ASPECT_NUMBER:
    case JX_ASPECT_WHOLE:
    default:
      return g_steal_pointer (&aspects.number);
    }
}

/* The number brings what is typed with it, and words take the place of everything. */
static void
put_number (Aspects *aspects, const char *typed)
{
  g_autofree char *number = jx_strip_dup (typed);
  g_auto (Aspects) own = { 0 };

  split (number, &own);
  replace (&aspects->number, own.number);
  if (!own.measured || own.sign[0] != '\0')
    replace (&aspects->sign, own.sign);
  if (!own.measured || own.unit[0] != '\0')
    replace (&aspects->unit, own.unit);
  aspects->measured = own.measured;
}

/* Typed in two characters, as keyboards have them. */
static const char *
read_sign (const char *typed)
{
  static const char *const pairs[][2] = { { ">=", "≥" }, { "=>", "≥" }, { "<=", "≤" }, { "=<", "≤" }, { QUALITATIVE, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (typed, pairs[i][0]))
      return pairs[i][1];

  return typed;
}

static gboolean
put_sign (Aspects *aspects, const char *typed, GError **error)
{
  g_autofree char *stripped = jx_strip_dup (typed);
  const char *sign = read_sign (stripped);
  gboolean is_words = !aspects->measured && aspects->number[0] != '\0';

  if (sign[0] != '\0' && !is_sign (sign))
    g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("“%s” is no sign of a target value; write ≥, >, =, <, ≤ or 定性"), stripped);
  else if (sign[0] != '\0' && is_words)
    g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("“%s” is no number that a sign could stand before; write the number first"), aspects->number);
  else if (g_str_equal (stripped, QUALITATIVE) && !is_words)
    g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("A value is 定性 that is told in words; write them in the place of the number"));
  else
    {
      replace (&aspects->sign, sign);
      return TRUE;
    }

  return FALSE;
}

static gboolean
put_unit (Aspects *aspects, const char *typed, GError **error)
{
  g_autofree char *unit = jx_strip_dup (typed);
  g_autofree char *tried = g_strconcat ("1", unit, NULL);
  g_auto (Aspects) own = { 0 };

  if (unit[0] != '\0' && !aspects->measured)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("There is no number for the unit “%s”; write the number first"), unit);
      return FALSE;
    }
  if (!jx_target_value_split (tried, &own.sign, &own.number, &own.unit) || !g_str_equal (own.number, "1"))
    {
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("“%s” cannot be read as the unit of a number; write words such as 个 or %%"), unit);
      return FALSE;
    }
  replace (&aspects->unit, g_str_equal (unit, "％") ? "%" : unit);

  return TRUE;
}

char *
jx_aspects_join (const char *value, const char *sign, const char *number, const char *unit, GError **error)
{
  g_auto (Aspects) aspects = { 0 };

  split (value != NULL ? value : "", &aspects);
  if (number != NULL)
    put_number (&aspects, number);
  if (sign != NULL && !put_sign (&aspects, sign, error))
    return NULL;
  if (unit != NULL && !put_unit (&aspects, unit, error))
    return NULL;

  return g_strconcat (aspects.sign, aspects.number, aspects.unit, NULL);
}
