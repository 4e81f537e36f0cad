/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as other programs put them on the clipboard, and as we do. */
#include <string.h>

#include "app/jx-clip.h"

typedef struct
{
  const char *name;
  const char *source;
  const char *cells; /* columns apart by |, rows by /, lines by ~; NULL for no table */
} Case;

static char *
dup_cells (const JxClip *clip)
{
  GString *out = g_string_new (NULL);

  for (guint r = 0; r < jx_clip_count_rows (clip); r++)
    {
      if (r)
        g_string_append_c (out, '/');
      for (guint c = 0; c < jx_clip_count_columns (clip); c++)
        {
          if (c)
            g_string_append_c (out, '|');
          g_string_append (out, jx_clip_get (clip, r, c));
        }
    }
  g_strdelimit (out->str, "\n", '~');

  return g_string_free (out, FALSE);
}

static const Case texts[] = {
  { "one", "≥95%", "≥95%" },
  { "blank", "", "" },
  { "row", "a\tb\tc\n", "a|b|c" },
  { "windows", "a\tb\r\nc\td\r\n", "a|b/c|d" },
  { "no-last-break", "a\nb", "a/b" },
  { "blank-row", "a\n\nb\n", "a//b" },
  { "ragged", "a\nb\tc\n", "a|/b|c" },
  { "blank-ends", "\ta\t\n", "|a|" },
  { "line-break", "\"一\n二\"\tb\n", "一~二|b" },
  { "windows-line-break", "\"一\r\n二\"\tb\r\n", "一~二|b" },
  { "quote", "\"他说\"\"好\"\"\n\"\tb", "他说\"好\"~|b" },
  { "words-in-quotes", "\"河长制\"落实率\t95%\n", "\"河长制\"落实率|95%" },
  { "never-closed", "\"一\t二\n三", "\"一|二/三|" },
  { "tab-in-quotes", "\"一\t二\"", "一\t二" },
};

static void
test_text (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (JxClip) clip = jx_clip_from_text (c->source);
  g_autofree char *cells = dup_cells (clip);

  g_assert_cmpstr (cells, ==, c->cells);
}

static const Case pages[] = {
  { "no-table", "<p>只有一段话</p>", NULL },
  { "table-without-rows", "<table></table>", NULL },
  { "plain", "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>", "a|b/c|d" },
  { "never-closed", "<table><tr><td>a<td>b<tr><td>c<td>d", "a|b/c|d" },
  { "body", "<html><head><style>td{x:y}</style></head><body><!--StartFragment--><table><tbody><tr><td>a</td></tr></tbody></table></body></html>", "a" },
  { "entities", "<table><tr><td>&ge;95%&nbsp;&amp;&#20803;</td></tr></table>", "≥95% &元" },
  { "white-space", "<table><tr><td>\n  清淤   河道\n  长度 </td><td>&nbsp;</td></tr></table>", "清淤 河道长度|" },
  { "latin-wrapped", "<table><tr><td>two\n  words</td></tr></table>", "two words" },
  { "paragraphs", "<table><tr><td><p>一<span>级</span></p>\n<p>二级</p></td></tr></table>", "一级~二级" },
  { "breaks", "<table><tr><td>一<br>二<br/>三</td></tr></table>", "一~二~三" },
  { "row-span", "<table><tr><td rowspan=2>产出</td><td>a</td></tr><tr><td>b</td></tr><tr><td>效益</td><td>c</td></tr></table>", "产出|a/产出|b/效益|c" },
  { "row-span-last", "<table><tr><td>a</td><td rowspan=2>计划</td></tr><tr><td>b</td></tr></table>", "a|计划/b|计划" },
  { "row-span-right-of-gap", "<table><tr><td>a</td><td>b</td><td rowspan=2>计划</td></tr><tr><td>c</td></tr></table>", "a|b|计划/c||计划" },
  { "row-span-too-long", "<table><tr><td rowspan=99999>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a|b/a|c" },
  { "row-span-ends-with-table", "<table><tr><td rowspan=9>a</td></tr></table><table><tr><td>b</td></tr></table>", "a/b" },
  { "column-span", "<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>", "a|a|b/c|d|e" },
  { "column-span-of-all", "<table><tr><td colspan=3>a</td><td>b</td></tr><tr><td colspan=3>c</td><td>d</td></tr></table>", "a|b/c|d" },
  { "both-spans", "<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>", "a|a|b/a|a|c/d|e|f" },
  { "table-in-cell", "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>", "a~b|c" },
  { "bad-spans", "<table><tr><td rowspan=-1 colspan=0>a</td><td colspan=x>b</td></tr></table>", "a|b" },
  { "script", "<table><tr><td>a<script>b</script></td></tr></table>", "a" },
};

static void
test_page (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (JxClip) clip = jx_clip_from_html (c->source, strlen (c->source));
  g_autofree char *cells = clip ? dup_cells (clip) : NULL;

  g_assert_cmpstr (cells, ==, c->cells);
}

static JxClip *
make_clip (void)
{
  JxClip *clip = jx_clip_new ();

  jx_clip_add_row (clip);
  jx_clip_add (clip, "产出指标", 2);
  jx_clip_add (clip, "≥95%", 1);
  jx_clip_add (clip, "\"双随机\" <抽查> & '公示'", 1);
  jx_clip_add_row (clip);
  jx_clip_add (clip, "产出指标", 0);
  jx_clip_add (clip, "3-5", 1);
  jx_clip_add (clip, "第一行\n第二行", 1);

  return clip;
}

static void
test_there_and_back (void)
{
  g_autoptr (JxClip) clip = make_clip ();
  g_autofree char *cells = dup_cells (clip);
  g_autofree char *text = jx_clip_to_text (clip);
  g_autofree char *html = jx_clip_to_html (clip);
  g_autoptr (JxClip) from_text = jx_clip_from_text (text);
  g_autoptr (JxClip) from_html = jx_clip_from_html (html, strlen (html));
  g_autofree char *text_cells = dup_cells (from_text);
  g_autofree char *html_cells = dup_cells (from_html);

  g_assert_cmpstr (text, ==, "产出指标\t≥95%\t\"\"\"双随机\"\" <抽查> & '公示'\"\n产出指标\t3-5\t\"第一行\n第二行\"\n");
  g_assert_cmpstr (text_cells, ==, cells);
  g_assert_cmpstr (html_cells, ==, cells);
  g_assert_nonnull (strstr (html, "rowspan=\"2\">产出指标</td>"));
  g_assert_nonnull (strstr (html, "mso-number-format:'\\@'"));
  /* HTML had no name for it at first, and spreadsheets know none. */
  g_assert_null (strstr (html, "&apos;"));
}

static void
test_wide (void)
{
  gsize length;
  g_autofree char *wide = g_convert ("\xef\xbb\xbf<table><tr><td>清淤</td></tr></table>", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (JxClip) clip = jx_clip_from_html (wide, length);

  g_assert_nonnull (clip);
  g_assert_cmpstr (jx_clip_get (clip, 0, 0), ==, "清淤");
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new ("<table>");
  g_autoptr (JxClip) from_text = NULL;
  g_autoptr (JxClip) from_html = NULL;

  for (guint i = 0; i < 3 * JX_CLIP_MAX_ROWS; i++)
    {
      g_string_append (text, "a\n");
      g_string_append (html, "<tr><td rowspan=9999 colspan=9999>a</td><td>b</td></tr>");
    }
  from_text = jx_clip_from_text (text->str);
  from_html = jx_clip_from_html (html->str, html->len);
  g_assert_cmpuint (jx_clip_count_rows (from_text), ==, JX_CLIP_MAX_ROWS + 1);
  g_assert_cmpuint (jx_clip_count_rows (from_html), ==, JX_CLIP_MAX_ROWS + 1);
}

static void
add_cases (const char *group, const Case *cases, guint n_cases, GTestDataFunc run)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/clip/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], run);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add_cases ("text", texts, G_N_ELEMENTS (texts), test_text);
  add_cases ("html", pages, G_N_ELEMENTS (pages), test_page);
  g_test_add_func ("/app/clip/there-and-back", test_there_and_back);
  g_test_add_func ("/app/clip/utf-16", test_wide);
  g_test_add_func ("/app/clip/limits", test_limits);

  return g_test_run ();
}
