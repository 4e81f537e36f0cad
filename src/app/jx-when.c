/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-when.h"

#include <glib/gi18n-lib.h>

char *
jx_when_describe (GDateTime *when)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (g_date_time_get_year (now) != g_date_time_get_year (when))
    return g_date_time_format (when, _("%Y-%m-%d"));
  if (g_date_time_get_day_of_year (now) != g_date_time_get_day_of_year (when))
    return g_date_time_format (when, _("%-d %b, %H:%M"));

  return g_date_time_format (when, _("today, %H:%M"));
}
