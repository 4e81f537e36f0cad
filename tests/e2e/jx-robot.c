/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-robot-private.h"

/* Long enough for a machine that is busy with other things; only a failure ever waits so long. */
#define PATIENCE_US (40 * G_TIME_SPAN_SECOND)
#define BETWEEN_LOOKS_MS 10
#define MOST_STEPS 200

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *ended = user_data;

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  *ended = TRUE;
}

static AtspiAccessible *
seek_application (JxRobot *robot)
{
  g_autoptr (GObject) desktop = (GObject *) atspi_get_desktop (0);
  int count = atspi_accessible_get_child_count (ATSPI_ACCESSIBLE (desktop), NULL);
  guint64 process = g_ascii_strtoull (g_subprocess_get_identifier (robot->process), NULL, 10);

  for (int i = 0; i < count; i++)
    {
      g_autoptr (GObject) child = (GObject *) atspi_accessible_get_child_at_index (ATSPI_ACCESSIBLE (desktop), i, NULL);

      if (child == NULL || atspi_accessible_get_process_id (ATSPI_ACCESSIBLE (child), NULL) != process)
        continue;
      g_ptr_array_add (robot->known, g_object_ref (child));
      /* What is remembered may be old; roles do not change. */
      atspi_accessible_set_cache_mask (ATSPI_ACCESSIBLE (child), ATSPI_CACHE_ROLE);
      return ATSPI_ACCESSIBLE (child);
    }

  return NULL;
}

static void
focused_cb (AtspiEvent *event, void *user_data)
{
  JxRobot *robot = user_data;

  if (event->detail1 != 0)
    g_set_object (&robot->focus, event->source);
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

static gboolean
wake_cb (gpointer user_data)
{
  gboolean *woken = user_data;

  *woken = TRUE;
  return G_SOURCE_REMOVE;
}

void
jx_robot_breathe (JxRobot *robot)
{
  gboolean woken = FALSE;
  guint source = g_timeout_add (BETWEEN_LOOKS_MS, wake_cb, &woken);

  while (!woken && !robot->ended)
    g_main_context_iteration (NULL, TRUE);
  if (!woken)
    g_source_remove (source);
}

void
jx_robot_fail (JxRobot *robot, const char *condition, const char *where)
{
  if (robot->application != NULL && !robot->ended)
    jx_robot_print (robot->application, 0);
  jx_input_print (robot->input);
  g_error ("%s: %s: %s", where, robot->ended ? "the program ended before this held" : "this never held", condition);
}

JxRobot *
jx_robot_start (const char *argument, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  JxRobot *robot = g_new0 (JxRobot, 1);
  va_list list;

  g_assert_nonnull (g_getenv ("JX_APP"));
  /* Any warning of the program is a failure. Not so here: libatspi warns when it meets a program that is still starting. */
  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "gc-friendly,fatal-warnings", TRUE);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_ptr_array_add (words, (gpointer) g_getenv ("JX_APP"));
  va_start (list, argument);
  for (const char *word = argument; word != NULL; word = va_arg (list, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);

  atspi_init ();
  robot->listener = atspi_event_listener_new (focused_cb, robot, NULL);
  atspi_event_listener_register (robot->listener, "object:state-changed:focused", NULL);
  robot->known = g_ptr_array_new_with_free_func (g_object_unref);
  robot->bus = jx_robot_connect ();
  robot->input = jx_input_new ();
  robot->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_wait_async (robot->process, NULL, ended_cb, &robot->ended);

  jx_robot_until (robot, (robot->application = seek_application (robot)) != NULL);
  jx_robot_find_window (robot, "*");

  return robot;
}

void
jx_robot_free (JxRobot *robot)
{
  if (!robot->ended)
    g_subprocess_force_exit (robot->process);
  /* The end is reported to this structure. */
  while (!robot->ended)
    g_main_context_iteration (NULL, TRUE);

  atspi_event_listener_deregister (robot->listener, "object:state-changed:focused", NULL);
  g_object_unref (robot->listener);
  g_clear_object (&robot->focus);
  g_ptr_array_unref (robot->known);
  jx_input_free (robot->input);
  g_object_unref (robot->bus);
  g_object_unref (robot->process);
  g_free (robot);
}

void
jx_robot_wait_end (JxRobot *robot)
{
  gint64 deadline = jx_robot_get_deadline ();

  while (!robot->ended)
    {
      if (g_get_monotonic_time () > deadline)
        jx_robot_fail (robot, "the program has ended", G_STRLOC);
      jx_robot_breathe (robot);
    }
  g_assert_true (g_subprocess_get_if_exited (robot->process));
  g_assert_cmpint (g_subprocess_get_exit_status (robot->process), ==, 0);
}

AtspiAccessible *
jx_robot_find (JxRobot *robot, AtspiAccessible *within, AtspiRole role, const char *name)
{
  g_autofree char *role_name = atspi_role_get_name (role);
  g_autofree char *wanted = g_strdup_printf ("there is a %s named “%s”", role_name, name != NULL ? name : "*");
  gint64 deadline = jx_robot_get_deadline ();
  AtspiAccessible *found = NULL;

  while ((found = jx_robot_seek (robot, within, role, name)) == NULL)
    jx_robot_pause (robot, deadline, wanted, "jx_robot_find");

  return found;
}

static gboolean
give_keys (JxRobot *robot)
{
  g_autofree char *title = atspi_accessible_get_name (robot->window, NULL);

  return title != NULL && jx_input_give (robot->input, title);
}

void
jx_robot_use (JxRobot *robot, AtspiAccessible *window)
{
  robot->window = window;
  jx_robot_until (robot, give_keys (robot));
}

AtspiAccessible *
jx_robot_seek_window (JxRobot *robot, const char *title)
{
  for (int i = atspi_accessible_get_child_count (robot->application, NULL); i-- > 0;)
    {
      AtspiAccessible *window = atspi_accessible_get_child_at_index (robot->application, i, NULL);

      if (window == NULL)
        continue;
      g_ptr_array_add (robot->known, window);
      if (jx_robot_has_name (window, title))
        return window;
    }

  return NULL;
}

AtspiAccessible *
jx_robot_find_window (JxRobot *robot, const char *title)
{
  g_autofree char *wanted = g_strdup_printf ("there is a window “%s”", title);
  gint64 deadline = jx_robot_get_deadline ();
  AtspiAccessible *window = NULL;

  while ((window = jx_robot_seek_window (robot, title)) == NULL)
    jx_robot_pause (robot, deadline, wanted, "jx_robot_find_window");
  jx_robot_use (robot, window);

  return window;
}

void
jx_robot_wait_closed (JxRobot *robot, const char *title)
{
  jx_robot_until (robot, jx_robot_seek_window (robot, title) == NULL);
}

void
jx_robot_press (JxRobot *robot, const char *keys)
{
  jx_robot_use (robot, robot->window);
  jx_input_press (robot->input, keys);
}

void
jx_robot_type (JxRobot *robot, const char *text)
{
  jx_robot_use (robot, robot->window);
  jx_input_type (robot->input, text);
}

void
jx_robot_walk (JxRobot *robot, const char *keys, AtspiAccessible *accessible)
{
  for (guint steps = 0; !jx_robot_has_state (accessible, ATSPI_STATE_FOCUSED); steps++)
    {
      g_autoptr (GObject) before = robot->focus != NULL ? g_object_ref (G_OBJECT (robot->focus)) : NULL;

      if (steps == MOST_STEPS)
        jx_robot_fail (robot, "it is reached by this key", keys);
      jx_robot_press (robot, keys);
      /* What is told late, of a list that closes, may be of where the focus was before. */
      jx_robot_until (robot, (GObject *) robot->focus != before && jx_robot_has_state (robot->focus, ATSPI_STATE_FOCUSED));
    }
}

gint64
jx_robot_get_deadline (void)
{
  return g_get_monotonic_time () + PATIENCE_US;
}

void
jx_robot_pause (JxRobot *robot, gint64 deadline, const char *condition, const char *where)
{
  if (robot->ended || g_get_monotonic_time () > deadline)
    jx_robot_fail (robot, condition, where);

  jx_robot_breathe (robot);
}
