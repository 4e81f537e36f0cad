/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-checkpoints.h"

#include <glib/gi18n-lib.h>

#include "model/jx-item-build.h"
#include "review/jx-profile.h"

/* Returns: its place, or before which it belongs. */
static guint
find_place (const JxItem *project, int month, JxItem **found)
{
  guint count = jx_item_count (project, JX_KIND_CHECKPOINT);

  *found = NULL;
  for (guint i = 0; i < count; i++)
    {
      JxItem *checkpoint = jx_item_child (project, JX_KIND_CHECKPOINT, i);
      JxDecimal own;

      if (!jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_MONTH, &own) || own.mantissa < month)
        continue;
      if (own.mantissa == month)
        *found = checkpoint;
      return i;
    }

  return count;
}

static JxItem *
make_checkpoint (const JxItem *project, int month, const char *percent)
{
  JxItem *checkpoint = jx_item_new (jx_item_get_document (project), JX_KIND_CHECKPOINT);
  g_autofree char *number = g_strdup_printf ("%d", month);

  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, number);
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, percent);

  return checkpoint;
}

gboolean
jx_checkpoints_add_standard (JxHistory *history, JxItem *project, GError **error)
{
  const int *months;
  const JxDecimal *percents;
  guint n_months = jx_profile_get_plan (jx_profile_for (project), &months, &percents), n_made = 0;
  JxEdit *group = jx_edit_new_group ();

  for (guint i = 0; i < n_months; i++)
    {
      g_autofree char *percent = jx_decimal_to_string (percents[i]);
      JxItem *found;
      guint place = find_place (project, months[i], &found);

      /* Spending may be there already. */
      if (found && jx_item_get (found, JX_FIELD_CHECKPOINT_PLAN) == NULL)
        jx_edit_add (group, jx_edit_new_set (found, JX_FIELD_CHECKPOINT_PLAN, percent));
      else if (found == NULL)
        jx_edit_add (group, jx_edit_new_insert (project, make_checkpoint (project, months[i], percent), place + n_made++));
    }

  return jx_history_do (history, group, _("Add the standard checkpoints"), error);
}
