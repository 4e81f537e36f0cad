/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-robot-private.h"

/* Looks through what the program shows. Libatspi asks one thing at a time and waits for each answer; a
 * tree of some hundred widgets takes it a second. Here the children of a widget are asked about all at
 * once, over a connection of our own; only what is found is fetched from libatspi. */

/* So many children are asked about at once. */
#define AT_ONCE 12
#define ACCESSIBLE "org.a11y.atspi.Accessible"

typedef struct
{
  JxRobot *robot;
  GMainContext *context; /* where only our answers come in */
  guint waiting;
  const char *program; /* its name on the bus */
  AtspiRole role;
  GPatternSpec *name;
  gboolean all;
  gboolean focused;
  gboolean shown;
  int lowest; /* of those shown so far */
  guint count;
  GArray *way;   /* of int: at which child of which we are */
  GArray *found; /* the same, for what is found */
  char *path;    /* of what is found; NULL: not yet */
} Search;

/* What is asked of one accessible. */
typedef struct
{
  Search *search;
  char *path;
  AtspiRole role; /* invalid where it is gone meanwhile */
  gboolean focused;
  char *name;
  int n_children;
} Seen;

GDBusConnection *
jx_robot_connect (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;
  GDBusConnection *bus = NULL;
  const char *address = NULL;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                        NULL, G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);

  return bus;
}

static void
free_seen (gpointer data)
{
  Seen *seen = data;

  g_free (seen->name);
  g_free (seen->path);
  g_free (seen);
}

/* Returns: (nullable): NULL where it is gone. */
static GVariant *
finish (Seen *seen, GObject *source, GAsyncResult *result)
{
  seen->search->waiting--;
  return g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
}

static void
role_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Seen *seen = user_data;
  g_autoptr (GVariant) answer = finish (seen, source, result);
  guint32 role = ATSPI_ROLE_INVALID;

  if (answer != NULL)
    g_variant_get (answer, "(u)", &role);
  seen->role = (AtspiRole) role;
}

static void
name_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Seen *seen = user_data;
  g_autoptr (GVariant) answer = finish (seen, source, result);
  g_autoptr (GVariant) name = NULL;

  if (answer == NULL)
    return;
  g_variant_get (answer, "(v)", &name);
  seen->name = g_variant_dup_string (name, NULL);
}

static void
state_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Seen *seen = user_data;
  g_autoptr (GVariant) answer = finish (seen, source, result);
  g_autoptr (GVariantIter) states = NULL;
  guint32 first = 0; /* of the 32 that come first */

  if (answer == NULL)
    return;
  g_variant_get (answer, "(au)", &states);
  g_variant_iter_next (states, "u", &first);
  seen->focused = (first & (1u << ATSPI_STATE_FOCUSED)) != 0;
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Seen *seen = user_data;
  g_autoptr (GVariant) answer = finish (seen, source, result);
  g_autoptr (GVariant) count = NULL;

  if (answer == NULL)
    return;
  g_variant_get (answer, "(v)", &count);
  seen->n_children = g_variant_get_int32 (count);
}

static void
ask (Seen *seen, const char *interface, const char *method, GVariant *parameters, const char *type, GAsyncReadyCallback callback)
{
  Search *search = seen->search;

  g_dbus_connection_call (search->robot->bus, search->program, seen->path, interface, method, parameters, G_VARIANT_TYPE (type),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, callback, seen);
  search->waiting++;
}

static void
ask_property (Seen *seen, const char *name, GAsyncReadyCallback callback)
{
  ask (seen, "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", ACCESSIBLE, name), "(v)", callback);
}

static void
wait_answers (Search *search)
{
  while (search->waiting > 0)
    g_main_context_iteration (search->context, TRUE);
}

static gboolean
has_role (Seen *seen)
{
  AtspiRole role = seen->search->role;

  return seen->role != ATSPI_ROLE_INVALID && (role == ATSPI_ROLE_INVALID || seen->role == role);
}

/* The rest is asked of those only that may be what is looked for. */
static void
look_closer (Seen *seen)
{
  if (seen->search->name != NULL)
    ask_property (seen, "Name", name_cb);
  if (seen->search->focused)
    ask (seen, ACCESSIBLE, "GetState", NULL, "(au)", state_cb);
}

static void
path_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Seen *seen = user_data;
  g_autoptr (GVariant) answer = finish (seen, source, result);

  if (answer != NULL)
    g_variant_get (answer, "((so))", NULL, &seen->path);
}

static Seen *
ask_child (Seen *seen, int index)
{
  Search *search = seen->search;
  Seen *child = g_new0 (Seen, 1);

  child->search = search;
  g_dbus_connection_call (search->robot->bus, search->program, seen->path, ACCESSIBLE, "GetChildAtIndex", g_variant_new ("(i)", index),
                          G_VARIANT_TYPE ("((so))"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, path_cb, child);
  search->waiting++;

  return child;
}

/* Returns: (transfer full): what is told of the children from @first to before @end. Not by GetChildren: GTK 4.8 tells there of those that are not shown, too. */
static GPtrArray *
look_at_children (Seen *seen, int first, int end)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (free_seen);

  for (int i = first; i < end; i++)
    g_ptr_array_add (children, ask_child (seen, i));
  wait_answers (seen->search);
  for (guint i = 0; i < children->len; i++)
    {
      Seen *child = g_ptr_array_index (children, i);

      if (child->path == NULL)
        continue;
      ask (child, ACCESSIBLE, "GetRole", NULL, "(u)", role_cb);
      ask_property (child, "ChildCount", count_cb);
    }
  wait_answers (seen->search);
  for (guint i = 0; i < children->len; i++)
    if (has_role (g_ptr_array_index (children, i)))
      look_closer (g_ptr_array_index (children, i));
  wait_answers (seen->search);

  return children;
}

static gboolean
is_lower (Seen *seen)
{
  Search *search = seen->search;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (search->robot->bus, search->program, seen->path, "org.a11y.atspi.Component", "GetExtents",
                                                             g_variant_new ("(u)", ATSPI_COORD_TYPE_WINDOW), G_VARIANT_TYPE ("((iiii))"),
                                                             G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  int x = 0, y = 0, width = 0, height = 0;

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "((iiii))", &x, &y, &width, &height);
  if (width <= 0 || y <= search->lowest)
    return FALSE;

  search->lowest = y;
  g_clear_pointer (&search->path, g_free);

  return TRUE;
}

static gboolean
is_wanted (Seen *seen)
{
  Search *search = seen->search;

  if (!has_role (seen))
    return FALSE;
  if (search->name != NULL && (seen->name == NULL || !g_pattern_spec_match_string (search->name, seen->name)))
    return FALSE;

  return (!search->focused || seen->focused) && (!search->shown || is_lower (seen));
}

static void
take (Seen *seen)
{
  Search *search = seen->search;

  search->count++;
  if (search->path != NULL)
    return;

  search->path = g_strdup (seen->path);
  g_array_set_size (search->found, 0);
  g_array_append_vals (search->found, search->way->data, search->way->len);
}

/* Each look at a widget is work for the program: none into those that hold nothing. */
static gboolean
is_leaf (AtspiRole role)
{
  return role == ATSPI_ROLE_LABEL || role == ATSPI_ROLE_IMAGE || role == ATSPI_ROLE_SEPARATOR || role == ATSPI_ROLE_SCROLL_BAR;
}

static gboolean walk (Seen *within);

/* Returns: whether it is done. */
static gboolean
visit (Seen *seen)
{
  if (is_wanted (seen))
    take (seen);

  return (seen->search->path != NULL && !seen->search->all) || (!is_leaf (seen->role) && walk (seen));
}

/* The last first: what came last, a tab or a dialog, is what is most often looked for. Returns: whether it is done. */
static gboolean
walk (Seen *within)
{
  GArray *way = within->search->way;

  for (int end = within->n_children; end > 0; end -= AT_ONCE)
    {
      int first = MAX (end - AT_ONCE, 0);
      g_autoptr (GPtrArray) children = look_at_children (within, first, end);

      for (int i = end; i-- > first;)
        {
          g_array_append_val (way, i);
          if (visit (g_ptr_array_index (children, i - first)))
            return TRUE;
          g_array_set_size (way, way->len - 1);
        }
    }

  return FALSE;
}

/* Returns: (transfer full) (nullable): what is found; NULL where the tree changed meanwhile. */
static AtspiAccessible *
fetch_found (Search *search, AtspiAccessible *within)
{
  g_autoptr (GObject) at = g_object_ref (G_OBJECT (within));

  for (guint i = 0; i < search->found->len && at != NULL; i++)
    {
      g_autoptr (GObject) around = g_steal_pointer (&at);

      at = (GObject *) atspi_accessible_get_child_at_index (ATSPI_ACCESSIBLE (around), g_array_index (search->found, int, i), NULL);
    }

  return at != NULL && g_str_equal (((AtspiObject *) at)->path, search->path) ? (AtspiAccessible *) g_steal_pointer (&at) : NULL;
}

/* Returns: (nullable): what is found. Afterwards @search tells how many there are. */
static AtspiAccessible *
run (Search *search, JxRobot *robot, AtspiAccessible *within, const char *name)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  AtspiAccessible *found = NULL;

  search->robot = robot;
  search->context = context;
  search->program = ((AtspiObject *) robot->application)->app->bus_name;
  search->name = name != NULL ? g_pattern_spec_new (name) : NULL;
  search->way = g_array_new (FALSE, FALSE, sizeof (int));
  search->found = g_array_new (FALSE, FALSE, sizeof (int));
  g_main_context_push_thread_default (context);
  do
    {
      Seen root = { .search = search, .path = ((AtspiObject *) within)->path };

      search->count = 0;
      search->lowest = G_MININT;
      g_clear_pointer (&search->path, g_free);
      g_array_set_size (search->way, 0);
      ask_property (&root, "ChildCount", count_cb);
      wait_answers (search);
      walk (&root);
      if (search->path != NULL)
        found = fetch_found (search, within);
    }
  while (search->path != NULL && found == NULL && !robot->ended);
  g_main_context_pop_thread_default (context);
  g_clear_pointer (&search->name, g_pattern_spec_free);
  g_array_unref (search->way);
  g_array_unref (search->found);
  g_free (search->path);
  if (found != NULL)
    g_ptr_array_add (robot->known, found);

  return found;
}

AtspiAccessible *
jx_robot_seek (JxRobot *robot, AtspiAccessible *within, AtspiRole role, const char *name)
{
  Search search = { .role = role };

  return run (&search, robot, within, name);
}

AtspiAccessible *
jx_robot_seek_focused (JxRobot *robot, AtspiAccessible *within, AtspiRole role)
{
  Search search = { .role = role, .focused = TRUE };

  return run (&search, robot, within, NULL);
}

AtspiAccessible *
jx_robot_seek_shown (JxRobot *robot, AtspiAccessible *within, AtspiRole role, const char *name)
{
  Search search = { .role = role, .shown = TRUE, .all = TRUE };

  return run (&search, robot, within, name);
}

guint
jx_robot_count (JxRobot *robot, AtspiAccessible *within, AtspiRole role, const char *name)
{
  Search search = { .role = role, .all = TRUE };

  run (&search, robot, within, name);
  return search.count;
}
