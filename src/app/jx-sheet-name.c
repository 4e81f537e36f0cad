/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-name.h"

#include <glib/gi18n-lib.h>

#include "form/jx-blank.h"

/* What a cell is called, for those who do not see where it stands. */

static char *
dup_aspect_label (JxAspect aspect, const char *label)
{
  switch (aspect)
    {
    case JX_ASPECT_SIGN:
      return g_strdup_printf (_("%s, sign"), label);
    case JX_ASPECT_NUMBER:
      return g_strdup_printf (_("%s, number"), label);
    case JX_ASPECT_UNIT:
      return g_strdup_printf (_("%s, unit"), label);
    case JX_ASPECT_WHOLE:
    default:
      return g_strdup (label);
    }
}

/* “Spent so far in per cent of Adjusted budget”; “Weight of budget execution + Weight”. */
static char *
dup_derived_label (const JxFormPart *part)
{
  GString *sum;

  if (part->type == JX_PART_PERCENT)
    return g_strdup_printf (_("%s in per cent of %s"), jx_field_get_label (((const JxFormPart *) part->operands->pdata[0])->field),
                            jx_field_get_label (((const JxFormPart *) part->operands->pdata[1])->field));

  sum = g_string_new (NULL);
  for (guint i = 0; i < part->operands->len; i++)
    g_string_append_printf (sum, "%s%s", i > 0 ? " + " : "", jx_field_get_label (((const JxFormPart *) part->operands->pdata[i])->field));

  return g_string_free (sum, FALSE);
}

char *
jx_sheet_cell_dup_label (JxSheetCell *cell)
{
  const JxFormPart *part = cell->part;

  if (cell->owner)
    return g_strdup (jx_kind_get_label (cell->adds));
  if (!jx_blank_is_writable (&cell->blank))
    return dup_derived_label (part);
  if (jx_blank_is_tick (&cell->blank))
    return g_strdup_printf ("%s: %s", jx_field_get_label (cell->field), part->text);

  return dup_aspect_label (part->aspect, jx_field_get_label (cell->field));
}

void
jx_sheet_cell_tell_name (JxSheetCell *cell, const JxItem *subject)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  gboolean of_list, keyed;
  JxKind kind;

  if (cell->owner)
    jx_sheet_cell_set_name (cell, cell->value);
  if (cell->part == NULL)
    return;

  label = jx_sheet_cell_dup_label (cell);
  keyed = cell->blank.holder != NULL && cell->blank.beside == NULL;
  of_list = jx_blank_is_writable (&cell->blank) && !keyed && (cell->item == NULL || jx_item_get_parent (cell->item) == subject);
  kind = of_list ? jx_field_get_info (cell->field)->kind : JX_N_KINDS;
  if (!of_list)
    name = g_strdup (label);
  else if (cell->item == NULL)
    name = g_strdup_printf ("%s, %s", jx_kind_get_label (kind), label);
  else if (cell->row_item && kind == jx_item_get_kind (cell->row_item))
    name = g_strdup_printf (_("Row %u, %s"), jx_item_get_index (cell->item) + 1, label);
  else if (g_str_equal (label, jx_kind_get_label (kind)))
    name = g_strdup_printf ("%s %u", label, jx_item_get_index (cell->item) + 1);
  else
    name = g_strdup_printf ("%s %u, %s", jx_kind_get_label (kind), jx_item_get_index (cell->item) + 1, label);
  jx_sheet_cell_set_name (cell, name);
}
