/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is handed on is in Chinese throughout, charts and headings too, while the program speaks English
 * (the tests run with LANGUAGE=en, and no catalogue is installed). */
#include <gio/gio.h>
#include <string.h>

#include "jx-run.h"
#include "jx-test.h"

/* A way to write the sample, the command that tells its words (%s: the file) and one that must be among them. */
typedef struct
{
  const char *name;
  const char *words[5];
  const char *tell;
  const char *expected;
} Case;

/* Fields of a word processor and names of type faces are no words. */
#define DOCX_WORDS "unzip -p '%s' word/document.xml word/footer1.xml docProps/core.xml | sed 's/<dc:language>[^<]*//; s/<dcterms:[^>]*>[^<]*//g; s/<w:instrText[^>]*>[^<]*//g; s/descr=\"\\([^\"]*\\)\"/>\\1</g; s/<[^>]*>/ /g'"
#define XLSX_WORDS \
  "unzip -p '%s' xl/sharedStrings.xml xl/charts/chart1.xml xl/workbook.xml" \
  " | sed 's/<sheet name=\"\\([^\"]*\\)\"/>\\1</g; s/<c:f>[^<]*//g; s/<definedName [^>]*>[^<]*//g; s/<c:formatCode>[^<]*//g; s/<[^>]*>/ /g'"
#define SVG_WORDS "sed -n 's/<title>\\|<desc>/ &/; s/.*\\(<title>.*\\|<desc>.*\\)/\\1/p' '%s' | sed 's/<[^>]*>/ /g'"

static const Case cases[] = {
  { "chart.pdf", { "chart" }, "pdftotext -raw '%s' -", "支出与计划" },
  { "chart.svg", { "chart" }, SVG_WORDS, "支出与计划" },
  { "out.pdf", { "export", "--charts", "--draft", "--signatures" }, "pdftotext -raw '%s' - && pdfinfo -struct-text '%s' | grep '\"'", "全年预算" },
  { "out.docx", { "export", "--charts" }, DOCX_WORDS, "个百分点" },
  { "out.html", { "export", "--charts" }, "sed '/<style>/,/<\\/style>/d; s/&nbsp;/ /g; s/<[^>]*>/ /g' '%s'", "个百分点" },
  { "out.xlsx", { "export" }, XLSX_WORDS, "支出与计划" },
  { "out.csv", { "export" }, "cat '%s'", "三级指标" },
  { "out.txt", { "export" }, "cat '%s'", "云溪镇" },
};

/* Returns: (transfer full): what the command @tell prints about @path. */
static char *
tell_words (const char *tell, const char *path)
{
  g_autoptr (GString) line = g_string_new (tell);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (line, "%s", path, 0);
  g_assert_true (g_spawn_sync (NULL, (char *[]) { (char *) "sh", (char *) "-c", line->str, NULL }, NULL, G_SPAWN_SEARCH_PATH,
                               NULL, NULL, &words, NULL, NULL, &error));
  g_assert_no_error (error);

  return g_steal_pointer (&words);
}

static void
test_chinese (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *folder = jx_run_folder ();
  g_autofree char *sample = jx_test_source ("data/samples/yunxi.jixiao");
  g_autofree char *path = g_build_filename (folder, one->name, NULL);
  const char *const *more = one->words + 1;
  g_autoptr (JxRun) run = jx_run (NULL, one->words[0], sample, "-o", path, more[0], more[0] != NULL ? more[1] : NULL,
                                  more[0] != NULL && more[1] != NULL ? more[2] : NULL, NULL);
  g_autofree char *words = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) english = g_regex_new ("[A-Za-z]{2,}", 0, 0, NULL);

  g_assert_cmpint (run->status, ==, 0);
  words = tell_words (one->tell, path);
  if (strstr (words, one->expected) == NULL)
    g_error ("“%s” is not in: %s", one->expected, words);
  if (g_regex_match (english, words, 0, &match))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);

      g_error ("“%s” is in: %s", found, words);
    }
  jx_test_remove (folder);
}

/* What the program says to its user stays in the user's language. */
static void
test_interface (void)
{
  g_autofree char *sample = jx_test_source ("data/samples/yunxi.jixiao");
  g_autoptr (JxRun) show = jx_run (NULL, "show", sample, NULL);

  g_assert_cmpint (show->status, ==, 0);
  g_assert_nonnull (strstr (show->out, "Project code"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/cli/in-chinese/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_chinese);
    }
  g_test_add_func ("/cli/interface-in-english", test_interface);

  return g_test_run ();
}
