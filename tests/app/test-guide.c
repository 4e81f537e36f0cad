/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pango.h>
#include <string.h>

#include "app/jx-guide-text.h"

#include "jx-test.h"

static void
test_parse (void)
{
  g_autoptr (GPtrArray) chapters = jx_guide_text_parse ("left out\n# One\nA **bold** & `Ctrl+S`\n\n## Part\n- point\n12. twelfth\n# Two\nlone ** and ` stay");
  const JxGuideChapter *one = NULL;
  const JxGuideChapter *two = NULL;
  static const struct
  {
    JxGuideBlockType type;
    const char *mark;
    const char *markup;
  } expected[] = {
    { JX_GUIDE_PARAGRAPH, NULL, "A <b>bold</b> &amp; <tt>Ctrl+S</tt>" },
    { JX_GUIDE_SECTION, NULL, "Part" },
    { JX_GUIDE_POINT, "•", "point" },
    { JX_GUIDE_POINT, "12.", "twelfth" },
  };

  g_assert_cmpuint (chapters->len, ==, 2);
  one = g_ptr_array_index (chapters, 0);
  g_assert_cmpstr (one->title, ==, "One");
  g_assert_cmpuint (one->blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < one->blocks->len; i++)
    {
      const JxGuideBlock *block = g_ptr_array_index (one->blocks, i);

      g_assert_cmpint (block->type, ==, expected[i].type);
      g_assert_cmpstr (block->mark, ==, expected[i].mark);
      g_assert_cmpstr (block->markup, ==, expected[i].markup);
    }
  two = g_ptr_array_index (chapters, 1);
  g_assert_cmpstr (((const JxGuideBlock *) g_ptr_array_index (two->blocks, 0))->markup, ==, "lone ** and ` stay");
}

static GPtrArray *
read_guide (const char *name)
{
  g_autofree char *path = jx_test_source (name);
  g_autofree char *text = jx_test_read (path, NULL);

  return jx_guide_text_parse (text);
}

/* Both languages tell the same in the same order, and all of it can be shown. */
static void
test_languages (void)
{
  g_autoptr (GPtrArray) chinese = read_guide ("data/guide/guide.zh_CN.md");
  g_autoptr (GPtrArray) english = read_guide ("data/guide/guide.en.md");

  g_assert_cmpuint (chinese->len, >, 8);
  g_assert_cmpuint (chinese->len, ==, english->len);
  for (guint i = 0; i < chinese->len; i++)
    {
      const JxGuideChapter *ours = g_ptr_array_index (chinese, i);
      const JxGuideChapter *theirs = g_ptr_array_index (english, i);

      g_test_message ("%s, %s", ours->title, theirs->title);
      g_assert_cmpuint (ours->blocks->len, ==, theirs->blocks->len);
      for (guint j = 0; j < ours->blocks->len; j++)
        {
          const JxGuideBlock *one = g_ptr_array_index (ours->blocks, j);
          const JxGuideBlock *other = g_ptr_array_index (theirs->blocks, j);

          g_assert_cmpint (one->type, ==, other->type);
          g_assert_true (pango_parse_markup (one->markup, -1, 0, NULL, NULL, NULL, NULL));
          g_assert_true (pango_parse_markup (other->markup, -1, 0, NULL, NULL, NULL, NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/guide/parse", test_parse);
  g_test_add_func ("/guide/languages", test_languages);

  return g_test_run ();
}
