/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-paper-choice.h"

#include <glib/gstdio.h>

#include "base/jx-atomic-file.h"
#include "base/jx-folder.h"

#define FOLDER "jixiao" G_DIR_SEPARATOR_S "paper"
#define SUFFIX ".ini"
#define GROUP "Paper"
#define PRINTER_GROUP "Printer"
/* What was chosen for a file that is no longer there is kept for half a year, as a disk may be away;
 * and for no more files than this. */
#define GONE_SECONDS (182 * 24 * 60 * 60)
#define FILES_MOST 400

struct _JxPaperChoice
{
  GObject parent_instance;

  char *path;
  JxPaperOptions *options;
  GtkPrintSettings *settings;
};

G_DEFINE_FINAL_TYPE (JxPaperChoice, jx_paper_choice, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const turns[] = {
  [JX_PAPER_TURN_FORM] = "form",
  [JX_PAPER_TURN_PORTRAIT] = "portrait",
  [JX_PAPER_TURN_LANDSCAPE] = "landscape",
};

static char *
dup_file (const char *path)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strconcat (sum, SUFFIX, NULL);

  return g_build_filename (g_get_user_state_dir (), FOLDER, name, NULL);
}

static void
write_setup (GKeyFile *file, const JxPaperSetup *setup)
{
  double margins[] = { setup->top_mm, setup->right_mm, setup->bottom_mm, setup->left_mm };

  if (setup->width_mm > 0)
    {
      g_key_file_set_double (file, GROUP, "width-mm", setup->width_mm);
      g_key_file_set_double (file, GROUP, "height-mm", setup->height_mm);
    }
  g_key_file_set_string (file, GROUP, "turn", turns[setup->turn]);
  if (setup->own_margins)
    g_key_file_set_double_list (file, GROUP, "margins-mm", margins, G_N_ELEMENTS (margins));
}

typedef struct
{
  char *name;
  gint64 written; /* when, in seconds */
} Kept;

static void
kept_clear (gpointer data)
{
  g_free (((Kept *) data)->name);
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  const Kept *one = a, *other = b;

  return (one->written < other->written) - (one->written > other->written);
}

static gboolean
is_gone (const char *name)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_key_file_load_from_file (file, name, G_KEY_FILE_NONE, NULL) ? g_key_file_get_string (file, GROUP, "path", NULL) : NULL;

  return path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Removes what is of no more use from @folder, so that it does not grow for ever. */
static void
clear_old (const char *folder)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name = NULL;

  g_array_set_clear_func (kept, kept_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Kept one = { g_build_filename (folder, name, NULL), 0 };
      GStatBuf status;

      if (g_str_has_suffix (name, SUFFIX) && g_stat (one.name, &status) == 0)
        one.written = status.st_mtime;
      if (one.written > 0)
        g_array_append_val (kept, one);
      else
        g_free (one.name);
    }
  g_array_sort (kept, compare_kept);
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = &g_array_index (kept, Kept, i);

      if (i >= FILES_MOST || (now - one->written > GONE_SECONDS && is_gone (one->name)))
        g_unlink (one->name);
    }
}

/* What cannot be written is not remembered: nothing the user asked for depends on it. */
static void
keep (JxPaperChoice *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *data = NULL;
  g_autoptr (JxAtomicFile) out = NULL;
  gsize length;

  if (self->path == NULL)
    return;

  g_key_file_set_string (file, GROUP, "path", self->path);
  /* A project's form chosen for some projects would print all of them, and nothing else. */
  if (self->options->form != NULL && self->options->scope != JX_PAPER_PROJECTS)
    g_key_file_set_string (file, GROUP, "form", jx_form_get_id (self->options->form));
  g_key_file_set_boolean (file, GROUP, "charts", self->options->with_charts);
  g_key_file_set_boolean (file, GROUP, "draft-mark", self->options->draft_mark);
  g_key_file_set_boolean (file, GROUP, "signatures", self->options->signatures);
  write_setup (file, &self->options->setup);
  if (self->settings != NULL)
    gtk_print_settings_to_key_file (self->settings, file, PRINTER_GROUP);

  name = dup_file (self->path);
  folder = g_path_get_dirname (name);
  data = g_key_file_to_data (file, &length, NULL);
  jx_folder_make (folder);
  out = jx_atomic_file_new (name, NULL);
  if (out == NULL)
    return;

  jx_atomic_file_make_private (out);
  if (jx_atomic_file_write (out, data, length, NULL) && jx_atomic_file_commit (out, NULL))
    clear_old (folder);
}

static void
read_setup (GKeyFile *file, JxPaperSetup *setup)
{
  g_autofree char *turn = g_key_file_get_string (file, GROUP, "turn", NULL);
  gsize n_margins = 0;
  g_autofree double *margins = g_key_file_get_double_list (file, GROUP, "margins-mm", &n_margins, NULL);

  setup->width_mm = g_key_file_get_double (file, GROUP, "width-mm", NULL);
  setup->height_mm = g_key_file_get_double (file, GROUP, "height-mm", NULL);
  if (!(setup->width_mm > 0 && setup->height_mm > 0))
    setup->width_mm = setup->height_mm = 0;
  for (guint i = 0; turn != NULL && i < G_N_ELEMENTS (turns); i++)
    if (g_str_equal (turn, turns[i]))
      setup->turn = i;
  if (n_margins == 4)
    {
      setup->own_margins = TRUE;
      setup->top_mm = margins[0];
      setup->right_mm = margins[1];
      setup->bottom_mm = margins[2];
      setup->left_mm = margins[3];
    }
}

/* The forms there were may not be there any more. */
static const JxForm *
find_form (const char *id)
{
  const JxForm *form = id != NULL ? jx_form_set_find (jx_form_set_get_default (), id, JX_KIND_DOCUMENT) : NULL;

  return form != NULL || id == NULL ? form : jx_form_set_find (jx_form_set_get_default (), id, JX_KIND_PROJECT);
}

static void
take_up (JxPaperChoice *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *name = dup_file (self->path);
  g_autofree char *path = NULL;
  g_autofree char *form = NULL;

  if (!g_key_file_load_from_file (file, name, G_KEY_FILE_NONE, NULL))
    return;
  path = g_key_file_get_string (file, GROUP, "path", NULL);
  if (g_strcmp0 (path, self->path) != 0)
    return;

  form = g_key_file_get_string (file, GROUP, "form", NULL);
  self->options->form = find_form (form);
  self->options->with_charts = g_key_file_get_boolean (file, GROUP, "charts", NULL);
  self->options->draft_mark = g_key_file_get_boolean (file, GROUP, "draft-mark", NULL);
  self->options->signatures = g_key_file_get_boolean (file, GROUP, "signatures", NULL);
  read_setup (file, &self->options->setup);
  self->settings = gtk_print_settings_new_from_key_file (file, PRINTER_GROUP, NULL);
}

static void
jx_paper_choice_finalize (GObject *object)
{
  JxPaperChoice *self = JX_PAPER_CHOICE (object);

  g_free (self->path);
  jx_paper_options_free (self->options);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (jx_paper_choice_parent_class)->finalize (object);
}

static void
jx_paper_choice_class_init (JxPaperChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_paper_choice_finalize;

  signals[CHANGED] = g_signal_new ("changed", JX_TYPE_PAPER_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_paper_choice_init (JxPaperChoice *self)
{
  self->options = jx_paper_options_new ();
}

JxPaperChoice *
jx_paper_choice_new (const char *path)
{
  JxPaperChoice *self = g_object_new (JX_TYPE_PAPER_CHOICE, NULL);

  self->path = g_strdup (path);
  if (path != NULL)
    take_up (self);

  return self;
}

gboolean
jx_paper_choice_set_path (JxPaperChoice *self, const char *path)
{
  g_return_val_if_fail (JX_IS_PAPER_CHOICE (self), FALSE);

  if (g_strcmp0 (self->path, path) == 0)
    return FALSE;

  g_free (self->path);
  self->path = g_strdup (path);
  keep (self);

  return TRUE;
}

const JxPaperOptions *
jx_paper_choice_get_options (JxPaperChoice *self)
{
  g_return_val_if_fail (JX_IS_PAPER_CHOICE (self), NULL);

  return self->options;
}

void
jx_paper_choice_set_options (JxPaperChoice *self, const JxPaperOptions *options)
{
  g_return_if_fail (JX_IS_PAPER_CHOICE (self));
  g_return_if_fail (options != NULL && options != self->options);

  jx_paper_options_free (self->options);
  self->options = jx_paper_options_copy (options);
  keep (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

GtkPrintSettings *
jx_paper_choice_get_print_settings (JxPaperChoice *self)
{
  g_return_val_if_fail (JX_IS_PAPER_CHOICE (self), NULL);

  return self->settings;
}

void
jx_paper_choice_set_print_settings (JxPaperChoice *self, GtkPrintSettings *settings)
{
  static const char *const for_once[] = { GTK_PRINT_SETTINGS_N_COPIES, GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES };
  g_autoptr (GtkPrintSettings) copy = NULL;

  g_return_if_fail (JX_IS_PAPER_CHOICE (self));
  g_return_if_fail (GTK_IS_PRINT_SETTINGS (settings));

  copy = gtk_print_settings_copy (settings);
  for (guint i = 0; i < G_N_ELEMENTS (for_once); i++)
    gtk_print_settings_unset (copy, for_once[i]);
  g_set_object (&self->settings, copy);
  keep (self);
}
