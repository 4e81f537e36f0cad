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

char *
jx_refused_dup_start (const char *text, glong n_chars)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= n_chars)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, n_chars);
  return g_strconcat (start, "…", NULL);
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
  refused->text = jx_refused_dup_start (text, JX_REFUSED_MAX_CHARS);
  g_ptr_array_add (list, refused);
}

void
jx_refused_add_of (GPtrArray *list, const JxItem *item, JxField field, const char *text)
{
  g_autofree char *place = jx_path_to_label (item, field);

  jx_refused_add (list, place, text);
}
