/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-cups.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "jx-test-app.h"
#include "jx-test.h"

#define SYSTEM_BIN "/usr/lib/cups"
#define SERVER "/usr/sbin/cupsd"
#define PDF_FILTER SYSTEM_BIN "/filter/pdftopdf"

struct _JxCups
{
  char *folder;
  GPid pid;
  guint n_jobs;
};

static const char files_conf[] = "ServerRoot %1$s\n"
                                 "ServerBin %1$s/bin\n"
                                 "DataDir /usr/share/cups\n"
                                 "CacheDir %1$s/cache\n"
                                 "StateDir %1$s/state\n"
                                 "RequestRoot %1$s/spool\n"
                                 "TempDir %1$s/spool/tmp\n"
                                 "AccessLog %1$s/access.log\n"
                                 "ErrorLog %1$s/error.log\n"
                                 "PageLog %1$s/page.log\n";

static const char server_conf[] = "Listen 127.0.0.1:%u\n"
                                  "Browsing No\n"
                                  "WebInterface No\n"
                                  "DefaultAuthType None\n"
                                  "<Location />\n"
                                  "  Order allow,deny\n"
                                  "  Allow all\n"
                                  "</Location>\n"
                                  "<Policy default>\n"
                                  "  <Limit All>\n"
                                  "    Order deny,allow\n"
                                  "  </Limit>\n"
                                  "</Policy>\n";

static const char printers_conf[] = "<Printer " JX_CUPS_PRINTER ">\n"
                                    "DeviceURI jxkeep:%s/out\n"
                                    "State Idle\n"
                                    "Accepting Yes\n"
                                    "ErrorPolicy abort-job\n"
                                    "</Printer>\n";

/* Without arguments a back end is asked what devices it has. */
static const char backend[] = "#!/bin/sh\n"
                              "[ $# -gt 0 ] || exit 0\n"
                              "place=${DEVICE_URI#jxkeep:}\n"
                              "cat ${6:+\"$6\"} >\"$place/part\" && printf '%s %s' \"$4\" \"$5\" >\"$place/$1.options\" && mv \"$place/part\" \"$place/$1.pdf\"\n";

static void
write_file (JxCups *cups, const char *name, int mode, const char *contents)
{
  g_autofree char *path = g_build_filename (cups->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  g_file_set_contents_full (path, contents, -1, G_FILE_SET_CONTENTS_NONE, mode, &error);
  g_assert_no_error (error);
}

static void
make_folder (JxCups *cups, const char *name)
{
  g_autofree char *path = g_build_filename (cups->folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);
}

/* The server's programs, and one back end of ours. */
static void
link_programs (JxCups *cups)
{
  static const char *const names[] = { "filter", "daemon" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (SYSTEM_BIN, names[i], NULL);
      g_autofree char *to = g_build_filename (cups->folder, "bin", names[i], NULL);

      g_assert_cmpint (symlink (from, to), ==, 0);
    }
}

static guint
find_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  g_socket_listener_close (listener);

  return port;
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
/* What the system's administrator starts would run its filters as somebody else, who may not read here. */
static void
become_nobody_cb (gpointer user_data)
{
  const struct passwd *nobody = user_data;

  if (setgroups (0, NULL) != 0 || setgid (nobody->pw_gid) != 0 || setuid (nobody->pw_uid) != 0)
    _exit (1);
}

static void
give_away (const char *folder, const struct passwd *owner)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        give_away (path, owner);
      g_assert_cmpint (lchown (path, owner->pw_uid, owner->pw_gid), ==, 0);
    }
  g_assert_cmpint (chown (folder, owner->pw_uid, owner->pw_gid), ==, 0);
}
G_GNUC_END_IGNORE_DEPRECATIONS

static gboolean
is_up (guint port)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);

  return connection != NULL;
}

static void
start (JxCups *cups, guint port)
{
  g_autofree char *server = g_build_filename (cups->folder, "cupsd.conf", NULL);
  g_autofree char *files = g_build_filename (cups->folder, "cups-files.conf", NULL);
  g_autofree char *address = g_strdup_printf ("127.0.0.1:%u", port);
  const char *const command[] = { SERVER, "-f", "-c", server, "-s", files, NULL };
  struct passwd *nobody = geteuid () == 0 ? getpwnam ("nobody") : NULL;
  g_autoptr (GError) error = NULL;

  if (nobody != NULL)
    give_away (cups->folder, nobody);
  g_spawn_async (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, nobody != NULL ? become_nobody_cb : NULL, nobody, &cups->pid, &error);
  g_assert_no_error (error);
  WAIT_FOR (is_up (port));
  g_setenv ("CUPS_SERVER", address, TRUE);
}

JxCups *
jx_cups_new (void)
{
  JxCups *cups = NULL;
  guint port = 0;
  g_autofree char *files = NULL;
  g_autofree char *server = NULL;
  g_autofree char *printers = NULL;
  g_autofree char *description = NULL;
  g_autofree char *ppd = NULL;

  if (!g_file_test (SERVER, G_FILE_TEST_IS_EXECUTABLE) || !g_file_test (PDF_FILTER, G_FILE_TEST_IS_EXECUTABLE))
    return NULL;

  cups = g_new0 (JxCups, 1);
  /* Not in the test's own folder, which nobody else may enter. */
  cups->folder = g_strdup ("/tmp/jixiao-cups-XXXXXX");
  g_assert_nonnull (g_mkdtemp_full (cups->folder, 0755));
  port = find_port ();
  files = g_strdup_printf (files_conf, cups->folder);
  server = g_strdup_printf (server_conf, port);
  printers = g_strdup_printf (printers_conf, cups->folder);
  description = jx_test_source ("tests/app/jx-cups.ppd");
  ppd = jx_test_read (description, NULL);

  write_file (cups, "cups-files.conf", 0644, files);
  write_file (cups, "cupsd.conf", 0644, server);
  write_file (cups, "printers.conf", 0600, printers);
  write_file (cups, "ppd/" JX_CUPS_PRINTER ".ppd", 0644, ppd);
  write_file (cups, "bin/backend/jxkeep", 0755, backend);
  make_folder (cups, "cache");
  make_folder (cups, "state");
  make_folder (cups, "spool/tmp");
  make_folder (cups, "out");
  link_programs (cups);
  start (cups, port);

  return cups;
}

char *
jx_cups_wait (JxCups *cups, char **options)
{
  g_autofree char *name = g_strdup_printf ("%u.pdf", ++cups->n_jobs);
  g_autofree char *told_name = g_strdup_printf ("%u.options", cups->n_jobs);
  g_autofree char *path = g_build_filename (cups->folder, "out", name, NULL);
  g_autofree char *told = g_build_filename (cups->folder, "out", told_name, NULL);

  WAIT_FOR (g_file_test (path, G_FILE_TEST_EXISTS));
  if (options != NULL)
    *options = jx_test_read (told, NULL);

  return g_steal_pointer (&path);
}

void
jx_cups_free (JxCups *cups)
{
  if (cups == NULL)
    return;

  kill (cups->pid, SIGTERM);
  waitpid (cups->pid, NULL, 0);
  g_spawn_close_pid (cups->pid);
  g_unsetenv ("CUPS_SERVER");
  jx_test_remove (cups->folder);
  g_free (cups->folder);
  g_free (cups);
}
