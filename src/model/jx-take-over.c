/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-take-over.h"

#include <stdlib.h>
#include <string.h>

#include "model/jx-item-build.h"

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* 2026-3-31, 2026.3.31, 2026/3/31: what stands behind the year. */
static gboolean
is_rest_of_date (const char *after)
{
  char separator = *after;
  gsize month = count_digits (after + 1);
  gsize day;

  if (strchr ("-./", separator) == NULL || month < 1 || month > 2 || after[1 + month] != separator)
    return FALSE;

  day = count_digits (after + month + 2);
  return day == 1 || day == 2;
}

/* 2026-2028年, 2026至2028年 */
static gboolean
is_rest_of_span (const char *after)
{
  static const char *const separators[] = { "-", "—", "–", "~", "～", "至", "到" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (after, separators[i]))
      {
        const char *end = after + strlen (separators[i]);

        return count_digits (end) == 4 && g_str_has_prefix (end + 4, "年");
      }

  return FALSE;
}

static gboolean
is_year_before (const char *after)
{
  return g_str_has_prefix (after, "年") || (*after != '\0' && is_rest_of_date (after)) || is_rest_of_span (after);
}

/* The first year at or after @text; NULL if there is none. */
static const char *
find_year (const char *text, const char *begin)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize digits = count_digits (p);
      gboolean alone = p == begin || !(g_ascii_isalnum (p[-1]) || p[-1] == '.');

      if (digits == 0)
        continue;
      if (digits == 4 && alone && is_year_before (p + 4) && atoi (p) >= 1990 && atoi (p) <= 2099)
        return p;
      p += digits - 1;
    }

  return NULL;
}

char *
jx_raise_years (const char *text, int years)
{
  GString *raised = g_string_new (NULL);
  const char *from = text;
  const char *year = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  while ((year = find_year (from, text)) != NULL)
    {
      g_string_append_len (raised, from, year - from);
      g_string_append_printf (raised, "%d", atoi (year) + years);
      from = year + 4;
    }
  g_string_append (raised, from);

  return g_string_free (raised, FALSE);
}

static void
take_over_field (JxItem *copy, const JxItem *item, JxField field, int years)
{
  const JxFieldInfo *info = jx_field_get_info (field);
  const char *value = jx_item_get (item, field);
  gboolean holds_years = info->type == JX_TYPE_LINE || info->type == JX_TYPE_TEXT || info->type == JX_TYPE_TARGET;
  g_autofree char *raised = NULL;

  if (value == NULL || info->result)
    return;

  if (info->type == JX_TYPE_YEAR)
    raised = g_strdup_printf ("%d", atoi (value) + years);
  else if (holds_years)
    raised = jx_raise_years (value, years);
  jx_item_init (copy, field, raised != NULL && jx_field_check (field, raised, NULL) ? raised : value);
}

static void
take_over (JxItem *copy, const JxItem *item, int years)
{
  JxDocument *document = jx_item_get_document (copy);
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    take_over_field (copy, item, first + i, years);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < jx_item_count (item, kinds[i]); j++)
      {
        JxItem *child = jx_item_new (document, kinds[i]);

        take_over (child, jx_item_child (item, kinds[i], j), years);
        jx_item_append (copy, child);
      }
}

JxItem *
jx_take_over_project (JxDocument *document, const JxItem *project, int years)
{
  JxItem *copy = NULL;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (project != NULL && jx_item_get_kind (project) == JX_KIND_PROJECT, NULL);

  copy = jx_item_new (document, JX_KIND_PROJECT);
  take_over (copy, project, years);

  return copy;
}

JxDocument *
jx_take_over_document (JxDocument *last, int years)
{
  g_autoptr (JxDocument) document = jx_document_new ();

  g_return_val_if_fail (JX_IS_DOCUMENT (last), NULL);

  take_over (jx_document_get_root (document), jx_document_get_root (last), years);
  jx_document_finish_building (document);

  return g_steal_pointer (&document);
}
