/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "app/jx-draft.h"
#include "app/jx-draft-keeper.h"
#include "app/jx-settings.h"
#include "jx-draft-script.h"
#include "jx-test-app.h"
#include "jx-test.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

typedef struct
{
  char *folder;
  char *drafts;
  char *path;
  JxDraftStore *store;
  JxSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxDocument) document = jx_draft_script_make_document ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("jixiao-drafts-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->drafts = g_build_filename (fixture->folder, "state", "drafts", NULL);
  fixture->path = g_build_filename (fixture->folder, "云溪 \"2026\" -- ?>.jixiao", NULL);
  fixture->store = jx_draft_store_new (fixture->drafts);
  fixture->session = jx_session_new (document, NULL, NULL, "来文");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->store);
  jx_test_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->drafts);
  g_free (fixture->path);
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  jx_test_save (fixture->session, fixture->path, &error);
  g_assert_no_error (error);
}

static void
rename_project (Fixture *fixture, const char *name)
{
  JxItem *root = jx_document_get_root (jx_session_get_document (fixture->session));
  g_autoptr (GError) error = NULL;

  jx_history_set (jx_session_get_history (fixture->session), jx_item_child (root, JX_KIND_PROJECT, 0), JX_FIELD_PROJECT_NAME, name, &error);
  g_assert_no_error (error);
}

static const char *
get_project (JxDocument *document)
{
  return jx_item_get (jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0), JX_FIELD_PROJECT_NAME);
}

static gboolean
exists (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Whether the draft says that the first project is called so. */
static gboolean
draft_says (const char *file, const char *name)
{
  g_autoptr (JxDraft) draft = jx_draft_read (file);

  return draft->document != NULL && g_str_equal (get_project (draft->document), name);
}

/* A draft of what the session holds now, as an ended run would have left it. */
static char *
leave_draft (Fixture *fixture)
{
  g_autoptr (JxDraftStore) other = jx_draft_store_new (fixture->drafts);
  g_autoptr (GBytes) xml = jx_xml_to_bytes (jx_session_get_document (fixture->session));
  g_autofree char *name = jx_session_dup_title (fixture->session);
  JxDraftOrigin origin = { (char *) jx_session_get_path (fixture->session), (char *) jx_session_get_etag (fixture->session), name };
  char *file = jx_draft_store_dup_file (other);
  g_autoptr (GError) error = NULL;

  g_assert_true (jx_draft_store_prepare (other, &error));
  g_assert_true (jx_draft_write (file, xml, &origin, NULL, &error));
  g_assert_no_error (error);

  return file;
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = NULL;
  g_autoptr (JxDraft) draft = NULL;
  g_autoptr (JxDocument) plain = NULL;

  save (fixture);
  file = leave_draft (fixture);
  draft = jx_draft_read (file);
  g_assert_no_error (draft->error);
  g_assert_cmpstr (draft->origin.path, ==, fixture->path);
  g_assert_cmpstr (draft->origin.etag, ==, jx_session_get_etag (fixture->session));
  g_assert_cmpstr (draft->origin.name, ==, "云溪 \"2026\" -- ?>");
  g_assert_nonnull (draft->when);

  /* It is a goal document for everybody. */
  plain = jx_xml_read_file (file, NULL);
  g_assert_nonnull (plain);
  g_assert_cmpstr (get_project (plain), ==, "河道清淤");
}

static void
test_fit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *never = leave_draft (fixture);
  g_autofree char *file = NULL;
  g_autofree char *same = NULL;

  g_autoptr (JxDraft) draft = jx_draft_read (never);
  g_assert_cmpint (draft->fit, ==, JX_DRAFT_OF_NO_FILE);
  g_assert_cmpstr (draft->origin.name, ==, "来文");
  g_assert_false (jx_draft_is_superfluous (draft));

  save (fixture);
  same = leave_draft (fixture);
  g_clear_pointer (&draft, jx_draft_free);
  draft = jx_draft_read (same);
  g_assert_true (jx_draft_is_superfluous (draft));

  rename_project (fixture, "老年食堂");
  file = leave_draft (fixture);
  g_clear_pointer (&draft, jx_draft_free);
  draft = jx_draft_read (file);
  g_assert_cmpint (draft->fit, ==, JX_DRAFT_OF_SAME_FILE);
  g_assert_cmpuint (draft->n_changes, ==, 1);
  g_assert_false (jx_draft_is_superfluous (draft));

  rename_project (fixture, "敬老院");
  save (fixture);
  g_clear_pointer (&draft, jx_draft_free);
  draft = jx_draft_read (file);
  g_assert_cmpint (draft->fit, ==, JX_DRAFT_OF_CHANGED_FILE);
  g_assert_cmpuint (draft->n_changes, ==, 1);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_clear_pointer (&draft, jx_draft_free);
  draft = jx_draft_read (file);
  g_assert_cmpint (draft->fit, ==, JX_DRAFT_OF_LOST_FILE);
  g_assert_false (jx_draft_is_superfluous (draft));
}

/* What was typed and does not fit is beside the document, whatever it is, and not without end. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "eighty", "八十\n?> <!--\" text=\"", "\b\x1b\xef\xbf\xbe%41" };
  g_autofree char *file = leave_draft (fixture);
  g_autoptr (GBytes) xml = jx_xml_to_bytes (jx_session_get_document (fixture->session));
  g_autoptr (GPtrArray) refused = jx_refused_list_new ();
  g_autoptr (JxDraft) draft = NULL;
  g_autoptr (JxDocument) plain = NULL;
  JxDraftOrigin origin = { NULL };

  for (guint i = 0; i < 2 * JX_REFUSED_MAX; i++)
    jx_refused_add (refused, "项目 1 · 预算金额", texts[i % G_N_ELEMENTS (texts)]);
  g_assert_true (jx_draft_write (file, xml, &origin, refused, NULL));

  draft = jx_draft_read (file);
  g_assert_no_error (draft->error);
  g_assert_cmpuint (draft->refused->len, ==, JX_REFUSED_MAX);
  for (guint i = 0; i < JX_REFUSED_MAX; i++)
    {
      const JxRefused *one = draft->refused->pdata[i];

      g_assert_cmpstr (one->place, ==, "项目 1 · 预算金额");
      g_assert_cmpstr (one->text, ==, texts[i % G_N_ELEMENTS (texts)]);
    }
  plain = jx_xml_read_file (file, NULL);
  g_assert_nonnull (plain);
}

/* However much was pasted where it does not fit, the draft can be read. */
static void
test_huge_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = leave_draft (fixture);
  g_autoptr (GBytes) xml = jx_xml_to_bytes (jx_session_get_document (fixture->session));
  g_autoptr (GPtrArray) refused = jx_refused_list_new ();
  g_autoptr (GString) pasted = g_string_new (NULL);
  g_autoptr (JxDraft) draft = NULL;
  JxDraftOrigin origin = { NULL };
  const char *text;

  while (pasted->len < 1024 * 1024)
    g_string_append (pasted, "\xf0\xa0\xae\xb7"); /* as long as a character gets */
  jx_refused_add (refused, "项目 1 · 预算金额", pasted->str);
  g_assert_true (jx_draft_write (file, xml, &origin, refused, NULL));

  draft = jx_draft_read (file);
  g_assert_no_error (draft->error);
  g_assert_cmpuint (draft->refused->len, ==, 1);
  text = ((const JxRefused *) draft->refused->pdata[0])->text;
  g_assert_true (g_str_has_suffix (text, "…"));
  g_assert_cmpint (g_utf8_strlen (text, -1), ==, JX_REFUSED_MAX_CHARS + 1);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = leave_draft (fixture);
  g_autoptr (JxDraft) draft = NULL;

  g_assert_true (g_file_set_contents (file, "<?xml version=\"1.0\"?>\n<?jixiao-draft name=\"x", -1, NULL));
  draft = jx_draft_read (file);
  g_assert_null (draft->document);
  g_assert_nonnull (draft->error);
  g_assert_false (jx_draft_is_superfluous (draft));
}

static void
test_runs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxDraftStore) living = jx_draft_store_new (fixture->drafts);
  g_autoptr (JxDraftStore) third = jx_draft_store_new (fixture->drafts);
  g_autofree char *living_file = jx_draft_store_dup_file (living);
  g_autofree char *left_file = leave_draft (fixture);
  g_autofree char *left_folder = g_path_get_dirname (left_file);
  g_autofree char *passing = g_build_filename (left_folder, ".jixiao-0123456789abcdef", NULL);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_assert_true (jx_draft_store_prepare (living, NULL));
  g_assert_true (g_file_set_contents (living_file, "being worked on", -1, NULL));
  g_assert_true (g_file_set_contents (passing, "half", -1, NULL));

  files = jx_draft_store_take_left (fixture->store);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (files->pdata[0], ==, left_file);
  g_assert_false (exists (passing));
  none = jx_draft_store_take_left (third);
  g_assert_cmpuint (none->len, ==, 0);

  /* What nobody opened or discarded is there for the next. */
  jx_draft_store_close (fixture->store);
  g_assert_true (exists (left_file));
  g_clear_pointer (&files, g_ptr_array_unref);
  files = jx_draft_store_take_left (third);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpint (g_unlink (left_file), ==, 0);
  g_assert_cmpint (g_unlink (living_file), ==, 0);
  jx_draft_store_close (third);
  jx_draft_store_close (living);
  jx_draft_script_assert_empty (fixture->drafts);
}

static void
test_keeping (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxDraftKeeper) keeper = jx_draft_keeper_new (fixture->store, fixture->session, NULL, NULL);
  const char *file = jx_draft_keeper_get_file (keeper);

  /* Nothing is made for a document in which nothing was written. */
  g_assert_false (exists (fixture->drafts));
  rename_project (fixture, "村道养护");
  rename_project (fixture, "老年食堂");
  WAIT_FOR (draft_says (file, "老年食堂"));
  rename_project (fixture, "敬老院");
  WAIT_FOR (draft_says (file, "敬老院"));

  save (fixture);
  g_assert_false (exists (file));
  rename_project (fixture, "河道清淤");
  WAIT_FOR (exists (file));
  {
    g_autoptr (JxDraft) draft = jx_draft_read (file);

    g_assert_cmpint (draft->fit, ==, JX_DRAFT_OF_SAME_FILE);
    g_assert_cmpuint (draft->n_changes, ==, 1);
  }
  jx_history_undo (jx_session_get_history (fixture->session), NULL);
  g_assert_false (exists (file));
}

/* Where none is wanted any more the one there is goes too; wanted again, what is unsaved is kept at once. */
static void
test_unwanted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxDraftKeeper) keeper = jx_draft_keeper_new (fixture->store, fixture->session, NULL, NULL);
  const char *file = jx_draft_keeper_get_file (keeper);

  rename_project (fixture, "村道养护");
  WAIT_FOR (exists (file));
  g_settings_set_boolean (jx_settings_get (), "drafts", FALSE);
  g_assert_false (exists (file));
  rename_project (fixture, "老年食堂");
  g_settings_reset (jx_settings_get (), "drafts");
  WAIT_FOR (draft_says (file, "老年食堂"));
}

/* Saved at once after a change, whether or not its draft is being written: none may appear later. */
static void
test_save_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxDraftKeeper) keeper = jx_draft_keeper_new (fixture->store, fixture->session, NULL, NULL);
  const char *file = jx_draft_keeper_get_file (keeper);

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("项目 %u", i);
      gint64 until = g_get_monotonic_time () + 480000 + i * 5000;

      rename_project (fixture, name);
      WAIT_FOR (g_get_monotonic_time () >= until);
      save (fixture);
      g_assert_false (exists (file));
      WAIT_FOR (!g_main_context_pending (NULL));
      g_assert_false (exists (file));
    }
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxDraftKeeper) keeper = NULL;
  const char *file = NULL;

  jx_history_mark_unsaved (jx_session_get_history (fixture->session));
  keeper = jx_draft_keeper_new (fixture->store, fixture->session, NULL, NULL);
  file = jx_draft_keeper_get_file (keeper);
  WAIT_FOR (draft_says (file, "河道清淤"));

  jx_draft_keeper_discard (keeper);
  g_assert_false (exists (file));
  /* And none comes again, in more than the time in which one did. */
  rename_project (fixture, "村道养护");
  {
    g_autoptr (JxDraftKeeper) other = jx_draft_keeper_new (fixture->store, fixture->session, NULL, NULL);

    WAIT_FOR (exists (jx_draft_keeper_get_file (other)));
    g_assert_false (exists (file));
  }
}

static void
test_adopt (Fixture *fixture, gconstpointer data)
{
  g_autofree char *left = leave_draft (fixture);
  g_autoptr (JxDraftKeeper) keeper = jx_draft_keeper_new (fixture->store, fixture->session, NULL, NULL);
  const char *file = jx_draft_keeper_get_file (keeper);

  jx_draft_keeper_adopt (keeper, left);
  g_assert_false (exists (left));
  g_assert_true (draft_says (file, "河道清淤"));
  rename_project (fixture, "村道养护");
  WAIT_FOR (draft_says (file, "村道养护"));

  /* A window that goes without having asked leaves the draft for the next start. */
  jx_draft_keeper_stop (keeper);
  g_assert_true (exists (file));
}

/* Of the first project's name; nothing while @name is %NULL. */
typedef struct
{
  JxItem *project;
  const char *name;
} Typed;

static JxEdit *
dup_typed (GPtrArray *refused, gpointer user_data)
{
  const Typed *typed = user_data;

  return typed->name != NULL ? jx_edit_new_set (typed->project, JX_FIELD_PROJECT_NAME, typed->name) : NULL;
}

static void
count_cb (JxDocument *document, gpointer change, guint *n_changes)
{
  (*n_changes)++;
}

/* What is typed is in the draft and nowhere else. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  JxDocument *document = jx_session_get_document (fixture->session);
  Typed typed = { jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0), "敬老" };
  g_autoptr (JxDraftKeeper) keeper = jx_draft_keeper_new (fixture->store, fixture->session, dup_typed, &typed);
  const char *file = jx_draft_keeper_get_file (keeper);
  guint n_changes = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &n_changes);
  jx_draft_keeper_note_typing (keeper);
  WAIT_FOR (draft_says (file, "敬老"));
  typed.name = "敬老院";
  jx_draft_keeper_note_typing (keeper);
  WAIT_FOR (draft_says (file, "敬老院"));
  g_assert_cmpstr (get_project (document), ==, "河道清淤");
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_false (jx_session_get_modified (fixture->session));

  /* Given up: there is nothing to keep. */
  typed.name = NULL;
  jx_draft_keeper_note_typing (keeper);
  WAIT_FOR (!exists (file));

  /* What does not fit does not take the rest with it. */
  rename_project (fixture, "村道养护");
  typed.name = "村道\b";
  jx_draft_keeper_note_typing (keeper);
  WAIT_FOR (draft_says (file, "村道养护"));
  g_signal_handlers_disconnect_by_func (document, count_cb, &n_changes);
}

static void
failed_cb (JxDraftKeeper *keeper, const char *sentence, char **said)
{
  g_free (*said);
  *said = g_strdup (sentence);
}

static void
test_no_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *obstacle = g_build_filename (fixture->folder, "state", NULL);
  g_autoptr (JxDraftKeeper) keeper = jx_draft_keeper_new (fixture->store, fixture->session, NULL, NULL);
  g_autofree char *said = NULL;

  g_assert_true (g_file_set_contents (obstacle, "no folder", -1, NULL));
  g_signal_connect (keeper, "failed", G_CALLBACK (failed_cb), &said);
  rename_project (fixture, "村道养护");
  WAIT_FOR (said != NULL);
  g_assert_nonnull (strstr (said, fixture->drafts));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/drafts/file", test_file },
    { "/drafts/how-it-stands-to-its-file", test_fit },
    { "/drafts/refused", test_refused },
    { "/drafts/huge-refused", test_huge_refused },
    { "/drafts/unreadable", test_unreadable },
    { "/drafts/of-ended-runs-only", test_runs },
    { "/drafts/kept-and-cleared", test_keeping },
    { "/drafts/no-longer-wanted", test_unwanted },
    { "/drafts/saved-while-written", test_save_meanwhile },
    { "/drafts/never-saved-and-discarded", test_import },
    { "/drafts/adopted", test_adopt },
    { "/drafts/while-typing", test_typing },
    { "/drafts/no-place-for-them", test_no_place },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
