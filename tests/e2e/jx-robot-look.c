/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-robot.h"

/* What one look at an accessible tells. */

static gboolean
matches (const char *pattern, const char *text)
{
  return pattern == NULL || (text != NULL && g_pattern_match_simple (pattern, text));
}

static char *
dup_text (AtspiAccessible *accessible)
{
  g_autoptr (GObject) text = (GObject *) atspi_accessible_get_text_iface (accessible);
  int length = text != NULL ? atspi_text_get_character_count (ATSPI_TEXT (text), NULL) : 0;

  return text != NULL ? atspi_text_get_text (ATSPI_TEXT (text), 0, length, NULL) : NULL;
}

gboolean
jx_robot_has_name (AtspiAccessible *accessible, const char *name)
{
  g_autofree char *now = atspi_accessible_get_name (accessible, NULL);

  return matches (name, now);
}

gboolean
jx_robot_has_description (AtspiAccessible *accessible, const char *description)
{
  g_autofree char *now = atspi_accessible_get_description (accessible, NULL);

  return matches (description, now);
}

gboolean
jx_robot_has_text (AtspiAccessible *accessible, const char *text)
{
  g_autofree char *now = dup_text (accessible);

  return matches (text, now);
}

gboolean
jx_robot_has_state (AtspiAccessible *accessible, AtspiStateType state)
{
  g_autoptr (GObject) states = (GObject *) atspi_accessible_get_state_set (accessible);

  return states != NULL && atspi_state_set_contains (ATSPI_STATE_SET (states), state);
}

void
jx_robot_print (AtspiAccessible *accessible, guint depth)
{
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  g_autofree char *description = atspi_accessible_get_description (accessible, NULL);
  g_autofree char *words = dup_text (accessible);
  int count = atspi_accessible_get_child_count (accessible, NULL);

  if (atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_SCROLL_BAR)
    return;

  g_printerr ("# %*s%s “%s”", (int) depth * 2, "", role, name);
  if (description != NULL && *description != '\0')
    g_printerr (" (%s)", description);
  if (words != NULL && *words != '\0')
    g_printerr (" text “%s”", words);
  if (jx_robot_has_state (accessible, ATSPI_STATE_FOCUSED))
    g_printerr (" FOCUS");
  if (jx_robot_has_state (accessible, ATSPI_STATE_ACTIVE))
    g_printerr (" ACTIVE");
  g_printerr ("\n");

  for (int i = 0; i < count; i++)
    {
      g_autoptr (GObject) child = (GObject *) atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL)
        jx_robot_print (ATSPI_ACCESSIBLE (child), depth + 1);
    }
}
