/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/jx-month.h"

#include <glib/gi18n-lib.h>

/* Not g_date_time_format(): it follows the locale, and the language wanted may be another. */
static const char *const labels[] = {
  N_("end of January"), N_("end of February"), N_("end of March"), N_("end of April"),
  N_("end of May"), N_("end of June"), N_("end of July"), N_("end of August"),
  N_("end of September"), N_("end of October"), N_("end of November"), N_("end of December"),
};

static const char *const short_labels[] = {
  NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"), NC_("month", "Apr"),
  NC_("month", "May"), NC_("month", "Jun"), NC_("month", "Jul"), NC_("month", "Aug"),
  NC_("month", "Sep"), NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec"),
};

const char *
jx_month_get_label (JxLanguage language, int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return jx_language_say (language, labels[month - 1]);
}

const char *
jx_month_get_short_label (JxLanguage language, int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return jx_language_say_in (language, "month", short_labels[month - 1]);
}
