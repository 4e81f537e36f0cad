/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found in web pages, whole or broken, friendly or not. */
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-decode.h"
#include "exchange/jx-read-html.h"
#include "exchange/jx-sniff.h"
#include "jx-source-dump.h"

typedef struct
{
  const char *name;
  const char *page;
  const char *found;
} Case;

static const Case cases[] = {
  { "lines", "<p>一、总体<br>目标</p><h2>云 溪\n\t镇</h2>青禾\n  县<div>a\nb</div>", "一、总体\n目标\n云 溪镇\n青禾县\na b\n" },
  { "entities", "<p>&ge;90%&nbsp;&lt;b&gt; &#x4E91;</p>", "≥90% <b> 云\n" },
  { "unseen", "<head><title>t</title><style>p{}</style></head><script>document.write('<p>x')</script><p>a<del>b</del><!-- c --></p>"
              "<p style='DISPLAY : none'>d<b>e</b></p><p hidden>f</p><nav>g</nav>h", "a\nh\n" },
  { "word", "<p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>目标<o:p></o:p></p>"
            "<!--[if gte mso 9]><xml>x</xml><![endif]--><span style='mso-hide:all'>y</span>", "1.  目标\n" },
  { "numbers", "<ol><li>a<li><p>b</p><p>c</p></ol><ol start=3 type=i><li>d<ol style='list-style-type:simp-chinese-informal'><li>e</ol><li value=9>f</ol><ul><li>g</ul>",
    "1.a\n2.b\nc\niii.d\n一、e\nix.f\ng\n" },
  { "verbatim", "<pre>a  b\n c</pre>", "a  b\n c\n" },
  { "spans", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td rowspan=0>e<td>f<td>g<tr><td>h<td>i</table>",
    "{\na|2*b\n^|c|d\ne|f|g\n^|h|i\n}\n" },
  { "groups", "<table><thead><tr><th rowspan=5>a<th>b</thead><tbody><tr><td>c<td>d</tbody></table>", "{\na|b\nc|d\n}\n" },
  { "overlap", "<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<td>e</table>", "{\na|b|c\nd|^|e\n}\n" },
  { "huge-spans", "<table><tr><td colspan=100000>a<td rowspan=4000000000>b<tr><td colspan=-1>c<td>d</table>",
    "{\n1000*a|b\nc|d|^\n}\n" },
  { "blanks", "<table><tr><td>a<td></td><td>&nbsp;</td><td><p>&nbsp;</p><p>&nbsp;</p></td><td><p><br></p></table>", "{\na|^| | |^\n}\n" },
  { "cell-lines", "<table><tr><td><p>a</p><p>b<br>c</p></td><td>d</td></tr></table>", "{\na/b/c|d\n}\n" },
  { "caption", "<table><caption>目标表</caption><tr><td>a<td>b</table>c", "目标表\n{\na|b\n}\nc\n" },
  { "no-rows", "<table><td>a<td>b</table>", "{\na|b\n}\n" },
  { "layout", "<table><tr><td>menu</td><td><h1>t</h1><p>x</p><table><tr><td>a<td>b</table><p>y</p></td></tr></table>",
    "menu\nt\nx\n{\na|b\n}\ny\n" },
  { "frame", "<table><tr><td>x<tr><td>y</table>", "x\ny\n" },
  { "frame-in-cell", "<table><tr><td>a<td>b<table><tr><td>c<tr><td>d</table>e</table>", "{\na|b/c/d/e\n}\n" },
  { "nested", "<table><tr><td>a<td>b<tr><td>c<td><table><tr><td>d<td>e</table><tr><td>f<td>g</table>",
    "{\na|b\n}\nc\n{\nd|e\n}\n{\nf|g\n}\n" },
  { "sections", "<table><tr><td><h2>一</h2><p>a</p><p>b</p></td><td>c</td></tr></table>", "一\na\nb\nc\n" },
  { "unclosed", "<table><tr><td>a<td>b", "{\na|b\n}\n" },
  { "mended", "</p></table><p>a<b>b<p>c</i></b><td>d", "ab\nc\nd\n" },
  { "charset-said-again", "<meta charset=gb2312><p>云溪镇</p>", "云溪镇\n" },
  { "nothing", "", "" },
};

static void
test_found (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *page = g_strdup (test->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxSource) source = jx_read_html (page, "a.html", &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = jx_source_dump (source);
  g_assert_cmpstr (found, ==, test->found);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *charset;
} Said;

static const Said said[] = {
  { "gb2312", "<meta charset=\"gb2312\">", "GB18030" },
  { "gbk", "<META http-equiv=Content-Type content='text/html; charset=GBK'>", "GB18030" },
  { "gb18030", "<meta charset='gb18030'>", "GB18030" },
  { "big5", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=big5\">", "BIG5" },
  { "xhtml", "<?xml version='1.0' encoding='big5'?><html>", "BIG5" },
  { "wrong", "<meta charset=gb2312>", "UTF-8" },
  { "nonsense", "<meta charset=klingon>", "UTF-8" },
  { "none", "<html>", "GB18030" },
  { "utf-16", "<html>", "UTF-16" },
};

static void
test_charset (gconstpointer data)
{
  const Said *test = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *page = g_strconcat (test->head, "<body><p>青禾縣人民政府，項目支出。</p>", NULL);
  gsize n;
  g_autofree char *bytes = g_convert (page, -1, test->charset, "UTF-8", NULL, &n, &error);
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;
  g_autoptr (JxSource) source = NULL;

  g_assert_no_error (error);
  text = jx_html_decode (bytes, n);
  if (text == NULL)
    text = jx_decode (bytes, n, "a.html", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (jx_sniff_text (text), ==, JX_FORMAT_HTML);
  source = jx_read_html (text, "a.html", &error);
  g_assert_no_error (error);
  found = jx_source_dump (source);
  g_assert_cmpstr (found, ==, "青禾縣人民政府，項目支出。\n");
}

static void
test_sniff (void)
{
  static const char * const pages[] = { "\n<!-- saved from url=(0014) -->\n<!doctype HTML>", "<Body>", "<div>a", "<p class=x>", "<!--a--><!--b--><TABLE>" };
  static const char * const others[] = { "<path>/tmp</path>", "<3", "< table", "<!-- never ended", "表<table>", "<people>" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_cmpint (jx_sniff_text (pages[i]), ==, JX_FORMAT_HTML);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpint (jx_sniff_text (others[i]), !=, JX_FORMAT_HTML);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *repeated;
  guint times;
  const char *tail;
  gboolean refused;
} Flood;

static const Flood floods[] = {
  { "deep", "", "<div>", 100000, "", TRUE },
  { "deep-tables", "", "<table><tr><td>", 100000, "", TRUE },
  { "nested-tables", "", "<table><tr><td>a<td>", 1000, "", FALSE },
  { "cells", "<table>", "<tr><td><td><td><td><td><td><td><td><td><td>", 110000, "", TRUE },
  { "reaching-down", "<table><tr>", "<td rowspan=65534>", 3000, "<tr><tr><tr><tr>", FALSE },
  { "attributes", "<p ", "a=1 ", 100000, ">", TRUE },
  { "attributes-after-quotes", "<!-- <a =\" --><a =\"><p x='>'", " b", 100000, ">", TRUE },
  { "names", "<p ", "abcdefghijklmnopqrstuvwxyz", 100000, ">", TRUE },
  { "picture", "<img src='data:", "abcdefgh", 100000, "'>", FALSE },
  { "tags-unclosed", "", "<a", 200000, "", FALSE },
  { "ends", "<p>", "</b>", 200000, "", FALSE },
  { "comments", "", "<!--", 200000, "", FALSE },
  { "lists", "", "<ol><li>", 2000, "", FALSE },
};

static void
test_flood (gconstpointer data)
{
  const Flood *flood = data;
  g_autoptr (GString) page = g_string_new (flood->head);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxSource) source = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < flood->times; i++)
    g_string_append (page, flood->repeated);
  g_string_append (page, flood->tail);
  source = jx_read_html (page->str, "a.html", &error);
  g_test_message ("%.2f s", g_timer_elapsed (timer, NULL));
  if (flood->refused)
    g_assert_error (error, JX_ERROR, JX_ERROR_LIMIT);
  else
    g_assert_no_error (error);
  g_assert_true ((source == NULL) == flood->refused);
}

#define ADD(list, prefix, function) \
  for (gsize i = 0; i < G_N_ELEMENTS (list); i++) \
    { \
      g_autofree char *path = g_strconcat ("/exchange/read-html/" prefix "/", list[i].name, NULL); \
      g_test_add_data_func (path, &list[i], function); \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD (cases, "found", test_found)
  ADD (said, "charset", test_charset)
  ADD (floods, "flood", test_flood)
  g_test_add_func ("/exchange/read-html/sniff", test_sniff);

  return g_test_run ();
}
