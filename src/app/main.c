/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (JxApplication) application = NULL;

  jx_application_prepare ();
  application = jx_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
