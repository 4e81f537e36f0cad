/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Type faces by the lists of data/paper/fonts.ini, of what is installed: fontconfig is told to hide some and to call others by another name. */
#include <string.h>

#include "jx-run.h"
#include "jx-test.h"

#define CONF \
  "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig>" \
  "<dir>/usr/share/fonts</dir><cachedir>%s/cache</cachedir>%s</fontconfig>"
#define HIDE(family) "<selectfont><rejectfont><pattern><patelt name=\"family\"><string>" family "</string></patelt></pattern></rejectfont></selectfont>"
#define RENAME(family, name) \
  "<match target=\"scan\"><test name=\"family\"><string>" family "</string></test>" \
  "<edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>" name "</string></edit></match>"

static const struct
{
  const char *name;
  const char *rules;
  const char *told[3];     /* in the sentence */
  const char *not_told[2];
  const char *embedded;
} cases[] = {
  { "as-installed", "", { "方正小标宋简体 (Noto Serif CJK SC", "仿宋_GB2312 (Noto Serif CJK SC", "黑体 (Noto Sans CJK SC" }, { NULL }, "NotoSerifCJKsc" },
  { "hidden", HIDE ("Noto Serif CJK SC"), { "方正小标宋简体 (", "仿宋_GB2312 (" }, { "Noto Serif CJK SC" }, NULL },
  { "itself", RENAME ("Noto Serif CJK SC", "仿宋_GB2312"), { "方正小标宋简体 (" }, { "仿宋_GB2312 (" }, "NotoSerifCJKsc" },
  { "best-first", RENAME ("Noto Serif CJK SC", "STFangsong") RENAME ("Noto Sans CJK SC", "FangSong"), { "方正小标宋简体 (" }, { "仿宋_GB2312 (" }, "NotoSansCJKsc" },
};

static gboolean
has_font (const char *family)
{
  g_autofree char *line = g_strdup_printf ("fc-list \"%s\" file", family);
  g_autofree char *out = NULL;

  return g_spawn_command_line_sync (line, &out, NULL, NULL, NULL) && *out != '\0';
}

static void
test_case (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autofree char *folder = jx_run_folder ();
  g_autofree char *conf = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *rules = g_strdup_printf (CONF, folder, cases[which].rules);
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *sample = jx_test_source ("data/samples/yunxi.jixiao");
  g_autofree char *line = g_strdup_printf ("pdffonts \"%s\"", pdf);
  g_autofree char *embedded = NULL;
  g_autoptr (JxRun) run = NULL;

  if (!has_font ("Noto Serif CJK SC") || !has_font ("Noto Sans CJK SC"))
    {
      g_test_skip ("the Noto CJK type faces are not installed");
      jx_test_remove (folder);
      return;
    }

  g_assert_true (g_file_set_contents (conf, rules, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", conf, TRUE);
  run = jx_run (NULL, "export", sample, "-o", pdf, NULL);
  g_unsetenv ("FONTCONFIG_FILE");

  g_test_message ("%s", run->err);
  jx_run_assert_pages (run);
  for (guint i = 0; i < G_N_ELEMENTS (cases[which].told) && cases[which].told[i] != NULL; i++)
    g_assert_nonnull (strstr (run->err, cases[which].told[i]));
  for (guint i = 0; i < G_N_ELEMENTS (cases[which].not_told) && cases[which].not_told[i] != NULL; i++)
    g_assert_null (strstr (run->err, cases[which].not_told[i]));
  g_assert_true (g_spawn_command_line_sync (line, &embedded, NULL, NULL, NULL));
  if (cases[which].embedded != NULL)
    g_assert_nonnull (strstr (embedded, cases[which].embedded));

  jx_test_remove (folder);
}

/* What can be copied from the pages of @path is what stands there: an ideograph does not become the
 * radical that looks like it. */
static void
assert_copied (const char *path)
{
  g_autofree char *folder = jx_run_folder ();
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *line = g_strdup_printf ("pdftotext -raw \"%s\" -", pdf);
  g_autoptr (JxRun) pages = jx_run (NULL, "export", path, "-o", pdf, NULL);
  g_autoptr (JxRun) text = jx_run (NULL, "export", path, "-o", "-", "--to", "text", NULL);
  g_autofree char *copied = NULL;
  g_autoptr (GHashTable) characters = g_hash_table_new (NULL, NULL);

  jx_run_assert_pages (pages);
  g_assert_true (g_spawn_command_line_sync (line, &copied, NULL, NULL, NULL));
  for (const char *p = copied; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      /* CJK and Kangxi radicals, compatibility ideographs. */
      g_assert_false (character >= 0x2e80 && character <= 0x2fdf);
      g_assert_false (character >= 0xf900 && character <= 0xfaff);
      g_hash_table_add (characters, GUINT_TO_POINTER (character));
    }
  for (const char *p = text->out; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isspace (character) && !g_hash_table_contains (characters, GUINT_TO_POINTER (character)))
        g_error ("U+%04X cannot be copied", character);
    }

  jx_test_remove (folder);
}

static void
test_copied (void)
{
  g_autofree char *sample = jx_test_source ("data/samples/yunxi.jixiao");

  assert_copied (sample);
}

static void
test_copied_seed (void)
{
  g_autofree char *seed = jx_test_shared ("seed/goal-document.txt");

  if (seed != NULL)
    assert_copied (seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/fonts/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  g_test_add_func ("/cli/fonts/copied-characters", test_copied);
  g_test_add_func ("/cli/fonts/copied-characters-of-seed", test_copied_seed);

  return g_test_run ();
}
