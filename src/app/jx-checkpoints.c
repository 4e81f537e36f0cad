/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-checkpoints.h"

#include <glib/gi18n-lib.h>

#include "model/jx-item-build.h"
#include "review/jx-profile.h"

gboolean
jx_checkpoints_add_standard (JxHistory *history, JxItem *project, GError **error)
{
  const int *months;
  const JxDecimal *percents;
  guint n_months = jx_profile_get_plan (jx_profile_for (project), &months, &percents);
  JxEdit *group = jx_edit_new_group ();

  for (guint i = 0; i < n_months; i++)
    {
      JxItem *checkpoint = jx_item_new (jx_item_get_document (project), JX_KIND_CHECKPOINT);
      g_autofree char *month = g_strdup_printf ("%d", months[i]);
      g_autofree char *percent = jx_decimal_to_string (percents[i]);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, month);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, percent);
      jx_edit_add (group, jx_edit_new_insert (project, checkpoint, -1));
    }

  return jx_history_do (history, group, _("Add the standard checkpoints"), error);
}
