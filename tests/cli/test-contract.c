/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line's contract: verbs, exit status, whole files or none. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "jx-run.h"
#include "jx-test.h"

typedef struct
{
  char *folder;
  char *sample;   /* our own text */
  char *document; /* the same, imported */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxRun) run = NULL;

  fixture->folder = jx_run_folder ();
  fixture->sample = jx_test_source ("data/samples/yunxi.txt");
  fixture->document = g_build_filename (fixture->folder, "yunxi.jixiao", NULL);
  run = jx_run (NULL, "import", fixture->sample, "-o", fixture->document, NULL);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jx_test_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->sample);
  g_free (fixture->document);
}

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
test_help (void)
{
  g_autoptr (JxRun) help = jx_run (NULL, "--help", NULL);
  g_autoptr (JxRun) version = jx_run (NULL, "--version", NULL);
  g_autoptr (JxRun) verb = jx_run (NULL, "show", "--help", NULL);

  g_assert_cmpint (help->status, ==, 0);
  g_assert_nonnull (strstr (help->out, "import"));
  g_assert_cmpint (version->status, ==, 0);
  g_assert_true (g_str_has_prefix (version->out, "jixiao-cli "));
  g_assert_cmpint (verb->status, ==, 0);
  g_assert_nonnull (strstr (verb->out, "--json"));
}

static void
test_wrong_use (Fixture *fixture, gconstpointer data)
{
  g_autofree char *absent = in_folder (fixture, "absent.jixiao");
  g_autofree char *out = in_folder (fixture, "out.xyz");
  g_autofree char *pdf = in_folder (fixture, "out.pdf");
  g_autofree char *csv = in_folder (fixture, "out.csv");
  const struct { const char *words[6]; const char *told; } cases[] = {
    { { "frobnicate" }, "frobnicate" },
    { { "show" }, "wrong number" },
    { { "show", fixture->document, fixture->document }, "wrong number" },
    { { "show", "--bogus", fixture->document }, "--bogus" },
    { { "show", absent }, "absent.jixiao" },
    { { "show", fixture->folder }, fixture->folder },
    { { "import", fixture->sample }, "-o" },
    { { "export", fixture->document }, "-o" },
    { { "export", fixture->document, "-o", out }, ".pdf" },
    { { "export", fixture->document, "-o", pdf, "--form=nosuch" }, "nosuch" },
    { { "export", fixture->document, "-o", pdf, "--only=nosuch" }, "nosuch" },
    { { "export", fixture->document, "-o", pdf, "--paper=nosuch" }, "nosuch" },
    { { "export", fixture->document, "-o", pdf, "--orientation=nosuch" }, "nosuch" },
    { { "export", fixture->document, "-o", pdf, "--margins=1,2,3" }, "1,2,3" },
    { { "export", fixture->document, "-o", pdf, "--margins=90,90,90,90" }, "margins" },
    { { "export", fixture->document, "-o", csv, "--paper=A3" }, "PDF" },
    { { "export", fixture->document, "-o", csv, "--draft" }, "PDF" },
    { { "chart", fixture->document }, "-o" },
    { { "chart", fixture->document, "-o", out }, "out.xyz" },
    { { "chart", fixture->document, "-o", pdf, "--project=nosuch" }, "nosuch" },
    { { "diff", fixture->document }, "wrong number" },
    { { "diff", fixture->document, absent }, "absent.jixiao" },
    { { "merge", fixture->document, "-o", out }, "wrong number" },
    { { "merge", fixture->document, fixture->document }, "-o" },
    { { "merge", fixture->document, absent, "-o", out }, "absent.jixiao" },
    { { "merge", fixture->document, fixture->document, "--prefer=nobody", "-o", out }, "nobody" },
    { { "merge", fixture->document, fixture->document, "--base=/nowhere/base.txt", "-o", out }, "base.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *w = cases[i].words;
      g_autoptr (JxRun) run = jx_run (NULL, w[0], w[1], w[2], w[3], w[4], w[5], NULL);

      g_test_message ("%s %s: %s", w[0], w[1] ? w[1] : "", run->err);
      jx_run_assert_refused (run, cases[i].told);
      g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
    }
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxRun) plain = jx_run (NULL, "show", fixture->document, NULL);
  g_autoptr (JxRun) json = jx_run (NULL, "show", fixture->document, "--json", NULL);
  g_autoptr (JxRun) text = jx_run (NULL, "show", fixture->sample, "--json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = NULL;

  g_assert_cmpint (plain->status, ==, 0);
  g_assert_nonnull (strstr (plain->out, "694.31"));
  g_assert_cmpint (json->status, ==, 0);
  g_assert_cmpstr (json->out, ==, text->out);

  g_assert_true (json_parser_load_from_data (parser, json->out, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "year"), ==, 2026);
  g_assert_cmpstr (json_object_get_string_member (root, "total"), ==, "694.31");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "projects")), ==, 9);
}

static void
test_standard_streams (Fixture *fixture, gconstpointer data)
{
  g_autofree char *xml = jx_test_read (fixture->document, NULL);
  g_autofree char *sample = jx_test_read (fixture->sample, NULL);
  g_autoptr (JxRun) from_xml = jx_run (xml, "show", "-", NULL);
  g_autoptr (JxRun) from_text = jx_run (sample, "show", "-", NULL);
  g_autoptr (JxRun) to_xml = jx_run (sample, "import", "-", "-o", "-", NULL);
  g_autoptr (JxRun) to_text = jx_run (xml, "export", "-", "-o", "-", "--to", "text", NULL);

  g_assert_cmpint (from_xml->status, ==, 0);
  g_assert_cmpstr (from_xml->out, ==, from_text->out);
  g_assert_cmpint (to_xml->status, ==, 0);
  g_assert_cmpstr (to_xml->out, ==, xml);
  g_assert_cmpint (to_text->status, ==, 0);
  g_assert_nonnull (strstr (to_text->out, "云溪镇人民政府"));
}

static void
test_exports (Fixture *fixture, gconstpointer data)
{
  const struct { const char *name; const char *head; const char *more[4]; } cases[] = {
    { "whole.pdf", "%PDF-", { "export" } },
    { "overview.pdf", "%PDF-", { "export", "--only=overview" } },
    { "one.pdf", "%PDF-", { "export", "--only=99031726P003021002042" } },
    { "two.pdf", "%PDF-", { "export", "--charts", "--draft", "--signatures" } },
    { "whole.txt", NULL, { "export" } },
    { "whole.docx", "PK", { "export" } },
    { "whole.xlsx", "PK", { "export" } },
    { "whole.html", "<!DOCTYPE html>", { "export" } },
    { "charts.docx", "PK", { "export", "--charts" } },
    { "charts.html", "<!DOCTYPE html>", { "export", "--charts" } },
    { "whole.csv", "\xEF\xBB\xBF", { "export" } },
    { "chart.svg", "<?xml", { "chart" } },
    { "chart.png", "\x89PNG", { "chart" } },
    { "chart.pdf", "%PDF-", { "chart" } },
  };
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = in_folder (fixture, cases[i].name);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize first_length, second_length;
      const char *more = cases[i].more[1];
      g_autofree char *only = NULL;

      if (more != NULL && strstr (more, "9903") != NULL)
        {
          /* The second project's code, whatever it is. */
          g_autoptr (JxRun) json = jx_run (NULL, "show", fixture->document, "--json", NULL);
          JsonObject *project = NULL;

          json_parser_load_from_data (parser, json->out, -1, NULL);
          project = json_array_get_object_element (json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "projects"), 1);
          only = g_strconcat ("--only=", json_object_get_string_member (project, "code"), NULL);
          more = only;
        }

      for (guint round = 0; round < 2; round++)
        {
          g_autoptr (JxRun) run = jx_run (NULL, cases[i].more[0], fixture->document, "-o", out, more, more != NULL ? cases[i].more[2] : NULL, cases[i].more[3], NULL);

          g_test_message ("%s: %s", cases[i].name, run->err);
          if (g_str_has_suffix (cases[i].name, ".pdf"))
            jx_run_assert_pages (run);
          else
            g_assert_cmpstr (run->err, ==, "");
          g_assert_cmpint (run->status, ==, 0);
          if (round == 0)
            first = jx_test_read (out, &first_length);
          else
            second = jx_test_read (out, &second_length);
        }
      g_assert_cmpmem (first, first_length, second, second_length);
      if (cases[i].head != NULL)
        g_assert_true (g_str_has_prefix (first, cases[i].head));
    }
}

static void
test_diff (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = in_folder (fixture, "other.jixiao");
  g_autofree char *xml = jx_test_read (fixture->document, NULL);
  g_autoptr (GString) changed = g_string_new (xml);
  g_autoptr (JxRun) same = jx_run (NULL, "diff", fixture->document, fixture->sample, NULL);
  g_autoptr (JxRun) different = NULL;
  g_autoptr (JxRun) json = NULL;

  g_assert_cmpint (same->status, ==, 0);
  g_assert_cmpstr (same->out, ==, "");

  g_assert_cmpuint (g_string_replace (changed, "≥14处", "≥15处", 0), ==, 1);
  g_assert_true (g_file_set_contents (other, changed->str, changed->len, NULL));
  different = jx_run (NULL, "diff", fixture->document, other, NULL);
  g_assert_cmpint (different->status, ==, 1);
  g_assert_nonnull (strstr (different->out, "≥15处"));
  g_assert_true (strchr (different->out, '\n') == different->out + strlen (different->out) - 1);
  json = jx_run (NULL, "diff", fixture->document, other, "--json", NULL);
  g_assert_cmpint (json->status, ==, 1);
  g_assert_nonnull (strstr (json->out, "\"project[2]/indicator[2]/value\""));
}

/* The first of @list in a report, which must have @count. */
static JsonObject *
get_first (JsonParser *parser, const char *path, const char *list, guint count)
{
  JsonArray *array = NULL;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  array = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), list);
  g_assert_cmpuint (json_array_get_length (array), ==, count);

  return count > 0 ? json_array_get_object_element (array, 0) : NULL;
}

static char *
write_variant (Fixture *fixture, const char *name, const char *from, const char *to)
{
  char *path = in_folder (fixture, name);
  g_autofree char *xml = jx_test_read (fixture->document, NULL);
  g_autoptr (GString) changed = g_string_new (xml);

  g_assert_cmpuint (g_string_replace (changed, from, to, 0), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, changed->len, NULL));
  return path;
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = write_variant (fixture, "mine.jixiao", "≥14处", "≥15处");
  g_autofree char *theirs = write_variant (fixture, "theirs.jixiao", "≥14处", "≥16处");
  g_autofree char *others = write_variant (fixture, "others.jixiao", "<year>2026</year>", "<year>2027</year>");
  g_autofree char *out = in_folder (fixture, "out.jixiao");
  g_autofree char *report = in_folder (fixture, "report.json");
  g_autofree char *nowhere = in_folder (fixture, "nowhere/report.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JxRun) clean = jx_run (NULL, "merge", fixture->document, mine, others, "--base", fixture->document, "-o", out, "--report", report, NULL);
  g_autoptr (JxRun) differs = NULL, kept = NULL, taken = NULL, refused = NULL, piped = NULL;
  JsonObject *entry = NULL;

  g_assert_cmpstr (clean->err, ==, "");
  g_assert_cmpint (clean->status, ==, 0);
  get_first (parser, report, "conflicts", 0);
  entry = get_first (parser, report, "changed", 2);
  g_assert_cmpstr (json_object_get_string_member (entry, "path"), ==, "project[2]/indicator[2]/value");
  g_assert_cmpstr (json_object_get_string_member (entry, "source"), ==, mine);
  differs = jx_run (NULL, "diff", fixture->document, out, NULL);
  g_assert_nonnull (strstr (differs->out, "≥15处"));
  g_assert_nonnull (strstr (differs->out, "2027"));

  kept = jx_run (NULL, "merge", mine, theirs, "--base", fixture->document, "-o", out, "--report", report, NULL);
  g_assert_cmpint (kept->status, ==, 1);
  g_assert_nonnull (strstr (kept->out, "≥16处"));
  entry = get_first (parser, report, "conflicts", 1);
  g_assert_cmpstr (json_object_get_string_member (entry, "mine"), ==, "≥15处");
  g_assert_cmpstr (json_object_get_string_member (entry, "theirs"), ==, "≥16处");
  g_assert_cmpstr (json_object_get_string_member (entry, "base"), ==, "≥14处");
  g_assert_cmpstr (json_object_get_string_member (entry, "taken"), ==, "mine");
  g_assert_cmpstr (json_object_get_string_member (entry, "label"), ==, "Target value");

  taken = jx_run (NULL, "merge", mine, theirs, "--prefer", "theirs", "-o", out, "--report", report, NULL);
  g_assert_cmpint (taken->status, ==, 1);
  entry = get_first (parser, report, "conflicts", 1);
  g_assert_true (json_object_get_null_member (entry, "base"));
  g_assert_cmpstr (json_object_get_string_member (entry, "taken"), ==, "theirs");
  piped = jx_run (NULL, "merge", mine, theirs, "--prefer", "theirs", "-o", "-", NULL);
  g_assert_nonnull (strstr (piped->out, "≥16处"));
  g_assert_true (g_str_has_prefix (piped->out, "<?xml"));

  /* What cannot be told about is not done. */
  g_assert_cmpint (g_remove (out), ==, 0);
  refused = jx_run (NULL, "merge", mine, theirs, "-o", out, "--report", nowhere, NULL);
  jx_run_assert_refused (refused, "nowhere");
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_several_inputs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *joined = in_folder (fixture, "joined.jixiao");
  g_autofree char *report = in_folder (fixture, "report.json");
  g_autofree char *one = in_folder (fixture, "one.txt");
  g_autofree char *whole = jx_test_read (fixture->sample, NULL);
  g_autofree char *xml = jx_test_read (fixture->document, NULL);
  g_autofree char *other_xml = NULL;
  g_autoptr (JxRun) run = NULL;
  char *cut = strstr (whole, "5.便民服务中心运行经费绩效目标表");

  g_assert_nonnull (cut);
  *cut = '\0';
  g_assert_true (g_file_set_contents (one, whole, -1, NULL));
  run = jx_run (NULL, "import", one, fixture->sample, "-o", joined, "--report", report, NULL);
  g_assert_cmpint (run->status, ==, 0);
  other_xml = jx_test_read (joined, NULL);
  g_assert_cmpstr (other_xml, ==, xml);
  g_assert_true (g_file_test (report, G_FILE_TEST_EXISTS));
}

/* A folder stands for its files: 2 before 10, what is no goal document told and left, the output no input. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *name; const char *text; } others[] = {
    { "letter.txt", "请于周五前把材料交到办公室。\n" }, { ".hidden.txt", "x" }, { "~$open.docx", "x" }, { "picture.png", "\x89PNG\r\n\x1A\n" },
  };
  g_autofree char *folder = in_folder (fixture, "many");
  g_autofree char *below = g_build_filename (folder, "below", NULL);
  g_autofree char *first = g_build_filename (folder, "2.txt", NULL);
  g_autofree char *second = g_build_filename (folder, "10.txt", NULL);
  g_autofree char *joined = g_build_filename (folder, "joined.jixiao", NULL);
  g_autofree char *report = g_build_filename (folder, "report.json", NULL);
  g_autofree char *whole = jx_test_read (fixture->sample, NULL);
  g_autofree char *xml = jx_test_read (fixture->document, NULL);
  g_autofree char *joined_xml = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JxRun) run = NULL;
  g_autoptr (JxRun) again = NULL;
  g_autoptr (JxRun) empty = NULL;

  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  empty = jx_run (NULL, "import", below, "-o", joined, NULL);
  jx_run_assert_refused (empty, "no file in this folder");
  g_assert_true (g_file_set_contents (second, whole, -1, NULL));
  *strstr (whole, "5.便民服务中心运行经费绩效目标表") = '\0';
  g_assert_true (g_file_set_contents (first, whole, -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (folder, others[i].name, NULL);

      g_assert_true (g_file_set_contents (path, others[i].text, -1, NULL));
    }

  run = jx_run (NULL, "import", folder, "-o", joined, "--report", report, NULL);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->out, "letter.txt: This is no goal document"));
  g_assert_nonnull (strstr (run->out, "picture.png: This is a picture"));
  g_assert_null (strstr (run->out, ".hidden"));
  g_assert_null (strstr (run->out, "~$open"));
  g_assert_true (strstr (run->out, "/2.txt") < strstr (run->out, "/10.txt"));
  joined_xml = jx_test_read (joined, NULL);
  g_assert_cmpstr (joined_xml, ==, xml);
  json = jx_test_read (report, NULL);
  g_assert_nonnull (strstr (json, "left_files"));

  again = jx_run (NULL, "import", folder, "-o", joined, "--report", report, NULL);
  g_assert_cmpstr (again->out, ==, run->out);
}

/* Of nothing but letters nothing is made. */
static void
test_folder_of_letters (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "letters");
  g_autofree char *letter = g_build_filename (folder, "letter.txt", NULL);
  g_autofree char *output = in_folder (fixture, "none.jixiao");
  g_autoptr (JxRun) run = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (letter, "请于周五前把材料交到办公室。\n", -1, NULL));
  run = jx_run (NULL, "import", folder, "-o", output, NULL);
  jx_run_assert_refused (run, "no goal document");
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cli/help", test_help);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/cli/wrong-use", test_wrong_use);
  ADD ("/cli/show", test_show);
  ADD ("/cli/standard-streams", test_standard_streams);
  ADD ("/cli/exports", test_exports);
  ADD ("/cli/diff", test_diff);
  ADD ("/cli/merge", test_merge);
  ADD ("/cli/several-inputs", test_several_inputs);
  ADD ("/cli/folder", test_folder);
  ADD ("/cli/folder-of-letters", test_folder_of_letters);

  return g_test_run ();
}
