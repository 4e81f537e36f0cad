/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-soffice.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/jx-error.h"

#define TICK_US 50000
/* With a new profile it begins by asking to be started once more. */
#define EXIT_RESTART 79
#define EXIT_RESTART_CLEAN 81
#define MAX_STARTS 3
#define MAX_FILE_BYTES ((guint64) 256 * 1024 * 1024)
#define MAX_MEMORY_BYTES ((guint64) 2 * 1024 * 1024 * 1024)

/* What the office program may not do with a stranger's file: run macros, follow links, ask. */
#define SETTINGS \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n" \
  SETTING ("Common/Security/Scripting", "MacroSecurityLevel", "3") \
  SETTING ("Common/Security/Scripting", "DisableMacrosExecution", "true") \
  SETTING ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true") \
  SETTING ("Common/Misc", "FirstRun", "false") \
  SETTING ("Writer/Content/Update", "Link", "0") \
  SETTING ("Calc/Content/Update", "Link", "2") \
  "</oor:items>\n"
#define SETTING(path, name, value) \
  "<item oor:path=\"/org.openoffice.Office." path "\"><prop oor:name=\"" name "\" oor:op=\"fuse\"><value>" value "</value></prop></item>\n"

/* Folders for the work are known by their names, and those in use by the lock on them. */
#define FOLDER_BEGIN "jixiao-office-"
#define MAX_FOLDERS 8

typedef struct
{
  char *folder; /* holds everything */
  int lock;     /* on it, -1 for none */
  char *input;
  char *output;
  GStrv words; /* the command */
  GStrv environment;
  const JxSofficeJob *job;
  const char *name;
  JxWaitFunc wait;
  gpointer user_data;
  gint64 begin_us;
} Work;

static int
remove_cb (const char *path, const struct stat *status, int type, struct FTW *place)
{
  remove (path);

  return 0;
}

static void
remove_folder (const char *folder)
{
  nftw (folder, remove_cb, 16, FTW_DEPTH | FTW_PHYS);
}

/* Returns: what holds the lock on a folder of our own, which goes with the process however that ends; -1 where it is not there or another has it. */
static int
hold_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  struct stat status;

  if (fd < 0)
    return -1;
  if (fstat (fd, &status) == 0 && status.st_uid == geteuid () && flock (fd, LOCK_EX | LOCK_NB) == 0
      /* It may have been removed before it was held. */
      && fstat (fd, &status) == 0 && status.st_nlink > 0)
    return fd;
  close (fd);

  return -1;
}

void
jx_soffice_clear_left (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_str_has_prefix (name, FOLDER_BEGIN) ? g_build_filename (g_get_tmp_dir (), name, NULL) : NULL;
      int lock = folder != NULL ? hold_folder (folder) : -1;

      if (lock < 0)
        continue;
      remove_folder (folder);
      close (lock);
    }
}

/* Another process that clears up may come between making a folder and holding it: then the next one is
 * tried. Where nothing can be locked nothing is cleared up either, and it does without. */
static gboolean
make_folder (Work *work, GError **error)
{
  for (int i = 1;; i++)
    {
      work->folder = g_dir_make_tmp (FOLDER_BEGIN "XXXXXX", error);
      if (work->folder == NULL)
        return FALSE;
      work->lock = hold_folder (work->folder);
      if (work->lock >= 0 || i == MAX_FOLDERS)
        return TRUE;
      remove_folder (work->folder);
      g_clear_pointer (&work->folder, g_free);
    }
}

static void
work_clear (Work *work)
{
  if (work->folder != NULL)
    remove_folder (work->folder);
  if (work->lock >= 0)
    close (work->lock);
  g_free (work->folder);
  g_free (work->input);
  g_free (work->output);
  g_strfreev (work->words);
  g_strfreev (work->environment);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* The program itself rather than the script around it, where it lies beside: then nothing stands
 * between us and it, and it ends when we do. */
static char *
find_program (void)
{
  g_autofree char *found = g_find_program_in_path ("soffice");
  char *real, *folder, *binary;

  if (found == NULL)
    found = g_find_program_in_path ("libreoffice");
  if (found == NULL)
    return NULL;

  real = realpath (found, NULL);
  folder = g_path_get_dirname (real != NULL ? real : found);
  binary = g_build_filename (folder, "soffice.bin", NULL);
  free (real);
  g_free (folder);
  if (g_file_test (binary, G_FILE_TEST_IS_EXECUTABLE))
    return binary;

  g_free (binary);
  return g_steal_pointer (&found);
}

static char *
make_command (Work *work, GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *profile = g_build_filename (work->folder, "profile", NULL);
  g_autofree char *profile_uri = g_filename_to_uri (profile, NULL, error);
  g_autofree char *program = find_program ();
  g_autofree char *installation = g_strconcat ("-env:UserInstallation=", profile_uri, NULL);
  g_autofree char *filter = g_strconcat ("--infilter=", work->job->filter, NULL);
  g_autofree char *output = g_path_get_dirname (work->output);

  if (profile_uri == NULL)
    return NULL;
  if (program == NULL)
    {
      jx_error_set_at (error, JX_ERROR_UNSUPPORTED, work->name, 0,
                       _("Such files are read with the help of LibreOffice, which is not installed; install the package %s, or save the file as .docx or .xlsx in Word or WPS and import that"),
                       work->job->package);
      return NULL;
    }

  g_strv_builder_add_many (words, program, "--headless", "--norestore", "--nolockcheck", "--nologo", installation, NULL);
  if (work->job->filter != NULL)
    g_strv_builder_add (words, filter);
  g_strv_builder_add_many (words, "--convert-to", work->job->wanted, "--outdir", output, work->input, NULL);
  work->words = g_strv_builder_end (words);

  return g_steal_pointer (&profile);
}

/* Nothing of ours but what it needs: no display, no proxy, nobody's settings. */
static GStrv
make_environment (const char *folder)
{
  static const char * const kept[] = { "PATH", "LANG", "LC_ALL", "LC_CTYPE" };
  GStrv environment = g_environ_setenv (NULL, "HOME", folder, TRUE);

  environment = g_environ_setenv (environment, "TMPDIR", folder, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_getenv (kept[i]) != NULL)
      environment = g_environ_setenv (environment, kept[i], g_getenv (kept[i]), TRUE);

  return environment;
}

/* Makes the folder with the file and the settings in it. */
static gboolean
prepare (Work *work, const char *data, gsize length, GError **error)
{
  g_autofree char *profile = NULL;
  g_autofree char *user = NULL;
  g_autofree char *settings = NULL;
  g_autofree char *input_name = g_strconcat ("in.", work->job->suffix, NULL);
  g_autofree char *output_name = g_strconcat ("in.", work->job->wanted, NULL);

  jx_soffice_clear_left ();
  if (!make_folder (work, error))
    return FALSE;

  *strchr (output_name, ':') = '\0';
  work->input = g_build_filename (work->folder, input_name, NULL);
  work->output = g_build_filename (work->folder, "out", output_name, NULL);
  profile = make_command (work, error);
  if (profile == NULL)
    return FALSE;

  work->environment = make_environment (work->folder);
  user = g_build_filename (profile, "user", NULL);
  settings = g_build_filename (user, "registrymodifications.xcu", NULL);
  if (g_mkdir_with_parents (user, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("%s: No room to convert it: %s"), work->name, g_strerror (errno));
      return FALSE;
    }

  return g_file_set_contents (settings, SETTINGS, -1, error) && g_file_set_contents (work->input, data, (gssize) length, error);
}

static void
set_limit (int what, guint64 most)
{
  struct rlimit limit = { most, most };

  setrlimit (what, &limit);
}

/* In the new process, before it becomes LibreOffice: nothing here may fail loudly or take memory. */
static void
set_up_cb (gpointer user_data)
{
  setpgid (0, 0);
  /* A network with nothing in it: root may have one, others within a world of their own. */
  if (unshare (CLONE_NEWNET) != 0)
    (void) !unshare (CLONE_NEWUSER | CLONE_NEWNET);
  /* After that, which would undo it. */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_FSIZE, MAX_FILE_BYTES);
  set_limit (RLIMIT_AS, MAX_MEMORY_BYTES);
}

/* Returns: whether there is reason to go on waiting; if not, @error is set. */
static gboolean
may_go_on (const Work *work, GError **error)
{
  guint seconds = (guint) ((g_get_monotonic_time () - work->begin_us) / G_USEC_PER_SEC);

  if (work->wait != NULL && !work->wait (seconds, work->user_data))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("%s: Stopped"), work->name);
      return FALSE;
    }
  if (seconds >= work->job->seconds_most)
    {
      jx_error_set_at (error, JX_ERROR_LIMIT, work->name, 0,
                       _("LibreOffice worked on it for %u seconds without an end; open the file in Word or WPS, save it as .docx or .xlsx and import that"),
                       work->job->seconds_most);
      return FALSE;
    }

  return TRUE;
}

/* Waits until process @pid has ended, of itself or killed; what it has started ends with it.
 * @status: (out): as waitpid() tells it */
static gboolean
wait_for (const Work *work, GPid pid, int *status, GError **error)
{
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      siginfo_t ended = { 0 };

      /* Its number stays its own, and that of its group, until it is asked for the last time. */
      if (waitid (P_PID, (id_t) pid, &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == pid)
        break;
      goes_on = may_go_on (work, error);
      if (goes_on)
        g_usleep (TICK_US);
    }
  kill (-pid, SIGKILL);
  while (waitpid (pid, status, 0) < 0 && errno == EINTR)
    ;

  return goes_on;
}

/* @status: (out): its exit status, -1 when it crashed. */
static gboolean
run_once (const Work *work, int *status, GError **error)
{
  const GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL;
  int waited = 0;
  GPid pid;

  if (!g_spawn_async (work->folder, work->words, work->environment, flags, set_up_cb, NULL, &pid, error))
    {
      g_prefix_error (error, "%s: ", work->name);
      return FALSE;
    }
  if (!wait_for (work, pid, &waited, error))
    return FALSE;

  *status = WIFEXITED (waited) ? WEXITSTATUS (waited) : -1;
  return TRUE;
}

GBytes *
jx_soffice_convert (const char *data, gsize length, const JxSofficeJob *job, const char *name,
                    JxWaitFunc wait, gpointer user_data, GError **error)
{
  g_auto (Work) work = { .lock = -1, .job = job, .name = name, .wait = wait, .user_data = user_data, .begin_us = g_get_monotonic_time () };
  g_autoptr (GMappedFile) converted = NULL;
  int status = EXIT_RESTART;

  g_return_val_if_fail (data != NULL && job != NULL && name != NULL, NULL);

  if (!prepare (&work, data, length, error))
    return NULL;
  for (int i = 0; i < MAX_STARTS && (status == EXIT_RESTART || status == EXIT_RESTART_CLEAN); i++)
    if (!run_once (&work, &status, error))
      return NULL;

  /* Whatever it says: it says that all went well although it read nothing. */
  converted = g_mapped_file_new (work.output, FALSE, NULL);
  if (converted == NULL || g_mapped_file_get_length (converted) == 0)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, name, 0,
                       _("LibreOffice cannot read this file: it is damaged, was cut short or has a password (or the package %s is not installed); open it in Word or WPS, save it as .docx or .xlsx and import that"),
                       job->package);
      return NULL;
    }

  return g_mapped_file_get_bytes (converted);
}
