/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-refused.h"

#include "model/jx-path.h"

static void
refused_free (gpointer data)
{
  JxRefused *refused = data;

  g_free (refused->place);
  g_free (refused->text);
  g_free (refused);
}

GPtrArray *
jx_refused_list_new (void)
{
  return g_ptr_array_new_with_free_func (refused_free);
}

void
jx_refused_add (GPtrArray *list, const char *place, const char *text)
{
  JxRefused *refused = NULL;

  g_return_if_fail (list != NULL && place != NULL && text != NULL);

  if (list->len >= JX_REFUSED_MAX)
    return;

  refused = g_new0 (JxRefused, 1);
  refused->place = g_strdup (place);
  refused->text = g_strdup (text);
  g_ptr_array_add (list, refused);
}

void
jx_refused_add_of (GPtrArray *list, const JxItem *item, JxField field, const char *text)
{
  g_autofree char *place = jx_path_to_label (item, field);

  jx_refused_add (list, place, text);
}
