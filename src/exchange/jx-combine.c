/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-combine.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/jx-merge.h"
#include "model/jx-path.h"

/* How a list is numbered is no matter to tell of. */
static gboolean
is_mark (JxField field)
{
  return strcmp (jx_field_get_info (field)->xml_name, "mark") == 0;
}

static void
tell_conflict (JxReport *report, const JxMergeChange *change)
{
  g_autofree char *path = jx_path_to_string (change->mine, change->field);

  jx_report_add (report, JX_REPORT_LEFT, 0, change->theirs_value, path, _("The files differ here; the first one's words were kept"));
}

JxEdit *
jx_combine (JxDocument *into, JxDocument *from, JxReport *report)
{
  g_autoptr (JxMerge) merge = NULL;
  g_autoptr (JxEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  GArray *changes;
  JxEdit *inverse;

  g_return_val_if_fail (JX_IS_DOCUMENT (into) && JX_IS_DOCUMENT (from) && report != NULL, NULL);

  merge = jx_merge_new (jx_document_get_root (into), jx_document_get_root (from), NULL, JX_MERGE_WHOLE);
  changes = jx_merge_list (merge);
  for (guint i = 0; i < changes->len; i++)
    {
      JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);

      if (change->type == JX_DIFFERENCE_MOVED)
        change->taken = FALSE;
    }

  edit = jx_merge_make_edit (merge);
  inverse = jx_document_apply (into, edit, &error);
  /* All values come out of a document, so they fit into one. */
  if (inverse == NULL)
    g_error ("Joining two documents failed: %s", error->message);

  for (guint i = 0; i < changes->len; i++)
    {
      const JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);

      if (change->conflict && change->type == JX_DIFFERENCE_CHANGED && !is_mark (change->field))
        tell_conflict (report, change);
    }

  return inverse;
}
