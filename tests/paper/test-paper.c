/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "jx-paper-test.h"
#include "jx-test.h"
#include "model/jx-item-build.h"

/* Extents are whole points, rules have a width. */
#define SLACK_PT 2

static const JxForm *
get_form (void)
{
  return jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);
}

static guint
count_matches (const char *text, const char *needle)
{
  guint count = 0;

  for (const char *p = strstr (text, needle); p != NULL; p = strstr (p + strlen (needle), needle))
    count++;

  return count;
}

/* Blanks and line ends off, so that what a line break cuts can be found. */
static char *
dup_squeezed (const char *text)
{
  g_autoptr (GString) squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (squeezed, g_utf8_get_char (p));
    }

  return g_string_free (g_steal_pointer (&squeezed), FALSE);
}

/* Returns: the text of page @page, from 1, squeezed. */
static char *
dup_page (const char *path, guint page)
{
  g_autofree char *line = g_strdup_printf ("pdftotext -raw -f %u -l %u @ -", page, page);
  g_autofree char *text = jx_paper_test_run (line, path);

  return dup_squeezed (text);
}

static guint
get_n_pages (const char *path)
{
  g_autofree char *info = jx_paper_test_run ("pdfinfo @", path);
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);

  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

static void
assert_no_difference (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer character, count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &character, &count))
    {
      char text[7] = { 0 };

      g_unichar_to_utf8 (GPOINTER_TO_UINT (character), text);
      if (GPOINTER_TO_INT (count) != 0)
        g_error ("“%s” (U+%04X) is %d times too often in the PDF", text, GPOINTER_TO_UINT (character), GPOINTER_TO_INT (count));
    }
}

/* What stands twice by design: entries of the contents with their pages, and page numbers. */
static void
count_furniture (GHashTable *counts, guint n_projects, guint first_page, int sign)
{
  static const struct { const char *entry; guint page; } entries[] = {
    { "第一部分部门整体绩效目标", 1 }, { "一、总体绩效目标", 1 }, { "二、分项绩效目标", 1 }, { "三、工作保障措施", 1 },
    { "第二部分预算项目绩效目标", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s%u", entries[i].entry, entries[i].page);

      jx_paper_test_count (counts, line, sign);
    }
  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u.第%u段村级道路养护绩效目标表%u", i + 1, i + 1, first_page + i);

      jx_paper_test_count (counts, line, sign);
    }
  jx_paper_test_count (counts, "—I—", sign);
  for (guint page = 1; page < first_page + n_projects; page++)
    {
      g_autofree char *number = g_strdup_printf ("—%u—", page);

      jx_paper_test_count (counts, number, sign);
    }
}

static void
test_text (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (4, 6);
  g_autofree char *path = jx_paper_test_save (document, NULL, "text.pdf");
  g_autofree char *text = jx_paper_test_run ("pdftotext -raw @ -", path);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  jx_paper_test_count (counts, text, 1);
  jx_paper_test_count_words (counts, get_form (), jx_document_get_root (document), -1);
  count_furniture (counts, 4, 3, -1);

  g_assert_cmpuint (get_n_pages (path), ==, 2 + 2 + 4);
  assert_no_difference (counts);
}

static void
test_characters (void)
{
  static const char *const words[] = {
    "浭水喆㼆𠮷一二三口日月火水山木石田目言車門人入八十厂广尸己巳已",
    "≥≤±×÷％‰℃²·—…“”‘’（）【】《》〔〕、，。；：？！",
    "①②③ＡＢＣ１２３ⅠⅡ〇々ABCxyz0123456789.,-+=<>/&",
    "e\xcc\x81 \xe1\xbc\x80 Ωμέγα привет",
  };
  g_autoptr (JxDocument) document = jx_paper_test_document (0, 0);
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *all = g_strjoinv ("", (char **) (const char *[]) { words[0], words[1], words[2], words[3], NULL });

  jx_item_append (root, project);
  jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, all);
  path = jx_paper_test_save (document, NULL, "characters.pdf");
  text = dup_page (path, get_n_pages (path));

  jx_paper_test_count (counts, text, 1);
  for (const char *p = all; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isspace (character) && GPOINTER_TO_INT (g_hash_table_lookup (counts, GUINT_TO_POINTER (character))) < 1)
        g_error ("U+%04X is lost", character);
    }
  g_assert_null (strstr (text, "\xe2\xbc\x80")); /* ⼀, the Kangxi radical */
}

static void
test_same_bytes (void)
{
  g_autoptr (JxDocument) first = jx_paper_test_document (3, 6);
  g_autoptr (JxDocument) second = jx_paper_test_document (3, 6);
  g_autofree char *first_path = jx_paper_test_save (first, NULL, "same.pdf");
  g_autofree char *second_path = jx_paper_test_save (second, NULL, "same.pdf");
  gsize first_length, second_length;
  g_autofree char *first_bytes = jx_test_read (first_path, &first_length);
  g_autofree char *second_bytes = jx_test_read (second_path, &second_length);

  g_assert_cmpmem (first_bytes, first_length, second_bytes, second_length);
}

static void
test_metadata (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 6);
  g_autofree char *path = jx_paper_test_save (document, NULL, "metadata.pdf");
  g_autofree char *info = jx_paper_test_run ("pdfinfo -isodates @", path);
  g_autofree char *fonts = jx_paper_test_run ("pdffonts @", path);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);

  g_assert_nonnull (strstr (info, "青禾县云溪镇人民政府 2026年部门预算绩效文本"));
  g_assert_nonnull (strstr (info, "Author:          青禾县云溪镇人民政府"));
  g_assert_nonnull (strstr (info, "Subject:         "));
  g_assert_nonnull (strstr (info, "990026"));
  g_assert_nonnull (strstr (info, "CreationDate:    2026-01-01T00:00:00Z"));

  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
}

static void
test_date_from_environment (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 1);
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  path = jx_paper_test_save (document, NULL, "date.pdf");
  g_unsetenv ("SOURCE_DATE_EPOCH");
  info = jx_paper_test_run ("pdfinfo -isodates @", path);

  g_assert_nonnull (strstr (info, "CreationDate:    1970-01-02T00:00:00Z"));
}

static void
test_outline_and_links (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 6);
  g_autofree char *path = jx_paper_test_save (document, NULL, "links.pdf");
  g_autofree char *targets = jx_paper_test_run ("pdfinfo -dests @", path);
  g_autofree char *outline = jx_paper_test_run ("pdftohtml -xml -i -stdout @", path);
  gsize length;
  g_autofree char *all = jx_test_read (path, &length);
  guint n_links = 0;

  /* 1 part, 3 headings with 3 sub-goals, 1 part with 2 projects. */
  g_assert_cmpuint (count_matches (targets, "\"heading-"), ==, 1 + 3 + 3 + 1 + 2);
  g_assert_nonnull (strstr (targets, "\"heading-10\""));

  for (gsize i = 0; i + 14 < length; i++)
    n_links += memcmp (all + i, "/Subtype /Link", 14) == 0;
  g_assert_cmpuint (n_links, ==, 1 + 3 + 1 + 2);
  g_assert_nonnull (strstr (outline, "<item page=\"6\">2.第2段村级道路养护绩效目标表</item>"));
  g_assert_nonnull (memmem (all, length, "/PageLabels", strlen ("/PageLabels")));
}

static void
test_long_contents (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (60, 1);
  g_autofree char *path = jx_paper_test_save (document, NULL, "contents.pdf");
  g_autofree char *targets = jx_paper_test_run ("pdfinfo -dests @", path);
  g_autofree char *second = dup_page (path, 3);
  g_autofree char *third = dup_page (path, 4);
  g_autofree char *body = dup_page (path, 5);
  g_autofree char *last = dup_page (path, get_n_pages (path));

  /* Title, three pages of contents with numbers of their own; the body begins with 1. */
  g_assert_true (g_str_has_suffix (second, "—II—"));
  g_assert_true (g_str_has_suffix (third, "—III—"));
  g_assert_true (g_str_has_suffix (body, "—1—"));
  g_assert_nonnull (strstr (third, "60.第60段村级道路养护绩效目标表62"));
  g_assert_true (g_str_has_suffix (last, "—62—"));
  g_assert_cmpuint (get_n_pages (path), ==, 1 + 3 + 62);
  g_assert_true (g_regex_match_simple ("\n +66 \\[[^\n]*\"heading-68\"", targets, 0, 0));
}

static void
test_long_table (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 300);
  g_autofree char *path = jx_paper_test_save (document, NULL, "table.pdf");
  guint n_pages = get_n_pages (path);
  guint n_rows = 0;

  g_assert_cmpuint (n_pages, >, 10);
  for (guint page = 5; page <= n_pages; page++)
    {
      g_autofree char *text = dup_page (path, page);
      g_autofree char *number = g_strdup_printf ("—%u—", page - 2);

      /* The header again, and the level the rows belong to. */
      g_assert_cmpuint (count_matches (text, "指标值确定依据"), ==, 1);
      g_assert_cmpuint (count_matches (text, "产出指标") + count_matches (text, "效益指标") + count_matches (text, "满意度指标"), >=, 1);
      g_assert_true (g_str_has_suffix (text, number));
      n_rows += count_matches (text, "标准") + count_matches (text, "调查问卷");
    }
  g_assert_cmpuint (n_rows, ==, 300);
}

static void
test_torn_row (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 6);
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);
  g_autoptr (GString) goal = g_string_new (NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;
  JxItem *item = jx_item_new (document, JX_KIND_GOAL);

  for (guint i = 0; i < 5000; i++)
    g_string_append_unichar (goal, 0x4e00 + i);
  jx_item_append (project, item);
  jx_item_init (item, JX_FIELD_GOAL_TEXT, goal->str);
  path = jx_paper_test_save (document, NULL, "torn.pdf");
  text = jx_paper_test_run ("pdftotext -raw -f 5 @ -", path);
  squeezed = dup_squeezed (text);

  /* The label stands in each part; the text stands once, whole. */
  g_assert_cmpuint (count_matches (squeezed, "绩效目标") - count_matches (squeezed, "绩效目标表"), >=, 2);
  jx_paper_test_count (counts, squeezed, 1);
  for (guint i = 0; i < 5000; i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, GUINT_TO_POINTER (0x4e00 + i))), >=, 1);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, GUINT_TO_POINTER (0x4e00 + 4321))), ==, 1);
}

/* Nothing is drawn outside the margins but the page number, which stands in the lower one. */
static void
assert_within_margins (JxPaper *paper, guint page, const JxFormPage *margins)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (surface);
  const double scale = 72 / 25.4;
  double x, y, width, height, page_width, page_height;

  jx_paper_get_page_size (paper, page, &page_width, &page_height);
  jx_paper_draw_page (paper, page, cairo);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);

  g_assert_cmpfloat (width, >, 0);
  g_assert_cmpfloat (x, >=, margins->left_mm * scale - SLACK_PT);
  g_assert_cmpfloat (y, >=, margins->top_mm * scale - SLACK_PT);
  g_assert_cmpfloat (x + width, <=, page_width - margins->right_mm * scale + SLACK_PT);
  g_assert_cmpfloat (y + height, <=, page_height - margins->bottom_mm * scale / 2);
}

static void
test_margins (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (3, 40);
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_child (root, JX_KIND_PROJECT, 1);
  JxItem *indicator = jx_item_child (project, JX_KIND_INDICATOR, 3);
  g_autoptr (JxPaper) paper = NULL;
  g_autofree char *word = g_strnfill (300, 'W');

  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "123456789012.345678");
  jx_item_init (project, JX_FIELD_PROJECT_FISCAL, "999999999999.99");
  jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, word);
  jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, "≥123456789012345678.123456万元");
  jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL3, word);

  paper = jx_paper_test_pages (document, NULL);
  for (guint page = 0; page < jx_paper_count_pages (paper); page++)
    assert_within_margins (paper, page, jx_form_get_page (get_form ()));
}

static void
test_any_order (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 80);
  g_autoptr (JxPaper) paper = jx_paper_test_pages (document, NULL);
  guint n_pages = jx_paper_count_pages (paper);
  double forward[4], backward[4];

  for (guint page = 0; page < n_pages; page++)
    {
      double *extents[] = { forward, backward };

      for (guint turn = 0; turn < 2; turn++)
        {
          cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cairo = cairo_create (surface);

          if (turn == 1)
            jx_paper_draw_page (paper, n_pages - 1 - page, cairo);
          cairo_destroy (cairo);
          cairo_surface_destroy (surface);

          surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo = cairo_create (surface);
          jx_paper_draw_page (paper, page, cairo);
          cairo_recording_surface_ink_extents (surface, &extents[turn][0], &extents[turn][1], &extents[turn][2], &extents[turn][3]);
          cairo_destroy (cairo);
          cairo_surface_destroy (surface);
        }
      g_assert_cmpmem (forward, sizeof forward, backward, sizeof backward);
    }
}

static gboolean
stop_cb (guint done, guint total, gpointer user_data)
{
  guint *at = user_data;

  g_assert_cmpuint (done, <=, total);

  return done < *at;
}

static void
test_stopped (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (5, 6);
  g_autofree char *folder = g_dir_make_tmp ("jx-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "stopped.pdf", NULL);
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autoptr (JxPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  guint at = 3;

  g_assert_null (jx_paper_new (document, options, stop_cb, &at));

  paper = jx_paper_test_pages (document, NULL);
  g_assert_false (jx_paper_save_pdf (paper, path, stop_cb, &at, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 1);
  g_autoptr (JxPaper) paper = jx_paper_test_pages (document, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (jx_paper_save_pdf (paper, "/nonexistent/folder/a.pdf", NULL, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/paper/text/every-character-once", test_text);
  g_test_add_func ("/paper/text/rare-characters", test_characters);
  g_test_add_func ("/paper/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/pdf/metadata-and-fonts", test_metadata);
  g_test_add_func ("/paper/pdf/date-from-environment", test_date_from_environment);
  g_test_add_func ("/paper/pdf/outline-and-links", test_outline_and_links);
  g_test_add_func ("/paper/pdf/stopped", test_stopped);
  g_test_add_func ("/paper/pdf/no-folder", test_no_folder);
  g_test_add_func ("/paper/pages/long-contents", test_long_contents);
  g_test_add_func ("/paper/pages/long-table", test_long_table);
  g_test_add_func ("/paper/pages/torn-row", test_torn_row);
  g_test_add_func ("/paper/pages/margins", test_margins);
  g_test_add_func ("/paper/pages/any-order", test_any_order);

  return g_test_run ();
}
