/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What we copy, pasted into LibreOffice, and what it copies then, pasted here. Both through the very
 * filters its clipboard uses for HTML: HTML (StarCalc) and HTML (StarWriter). */
#include <string.h>

#include "app/jx-clip.h"
#include "base/jx-error.h"
#include "exchange/jx-soffice.h"

#define SECONDS_MOST 120

/* What spreadsheets like to change: numbers, dates, formulas, blanks; and what HTML has to escape. */
static const char *const cells[][4] = {
  { "产出指标", "6.90", "≥95%", "001" },
  { "产出指标", "2026年12月31日前", "1-2", "=1+1" },
  { "效益指标", "<b>他说“好”</b> & &amp;", "3/4", "12345678901234567890" },
  { "一行\n二行", "", "1,234.50万元", "95%" },
};

static JxClip *
make_clip (gboolean merged)
{
  JxClip *clip = jx_clip_new ();

  for (guint r = 0; r < G_N_ELEMENTS (cells); r++)
    {
      jx_clip_add_row (clip);
      for (guint c = 0; c < G_N_ELEMENTS (cells[r]); c++)
        jx_clip_add (clip, cells[r][c], c == 0 && merged && r < 2 ? 2 - 2 * r : 1);
    }

  return clip;
}

static GBytes *
convert (GBytes *bytes, const char *suffix, const char *filter, const char *wanted, const char *package)
{
  const JxSofficeJob job = { suffix, filter, wanted, package, SECONDS_MOST };
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GBytes *converted = jx_soffice_convert (data, length, &job, suffix, NULL, NULL, &error);

  if (converted == NULL && g_error_matches (error, JX_ERROR, JX_ERROR_UNSUPPORTED))
    {
      g_test_skip ("LibreOffice is not installed: copying to it and from it is NOT tested");
      return NULL;
    }
  g_assert_no_error (error);

  return converted;
}

typedef struct
{
  const char *name;
  const char *html;    /* its filter for the clipboard's HTML */
  const char *keeps;   /* the format in between, as if the document were saved and opened again */
  const char *suffix;
  const char *package;
  gboolean merged;
} Program;

static const Program programs[] = {
  { "calc", "HTML (StarCalc)", "ods:calc8", "ods", "libreoffice-calc", TRUE },
  { "writer", "HTML (StarWriter)", "odt:writer8", "odt", "libreoffice-writer", TRUE },
};

static void
test_there_and_back (gconstpointer data)
{
  const Program *program = data;
  g_autoptr (JxClip) clip = make_clip (program->merged), back = NULL;
  g_autofree char *html = jx_clip_to_html (clip), *wanted = g_strdup_printf ("html:%s", program->html);
  g_autoptr (GBytes) copied = g_bytes_new (html, strlen (html)), pasted = NULL, returned = NULL;
  gsize length;
  const char *text;

  pasted = convert (copied, "html", program->html, program->keeps, program->package);
  if (pasted == NULL)
    return;
  returned = convert (pasted, program->suffix, NULL, wanted, program->package);
  g_assert_nonnull (returned);

  text = g_bytes_get_data (returned, &length);
  back = jx_clip_from_html (text, length);
  g_assert_nonnull (back);
  g_assert_cmpuint (jx_clip_count_rows (back), ==, G_N_ELEMENTS (cells));
  g_assert_cmpuint (jx_clip_count_columns (back), ==, G_N_ELEMENTS (cells[0]));
  for (guint r = 0; r < G_N_ELEMENTS (cells); r++)
    for (guint c = 0; c < G_N_ELEMENTS (cells[r]); c++)
      g_assert_cmpstr (jx_clip_get (back, r, c), ==, cells[r][c]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_strconcat ("/app/clip-office/", programs[i].name, NULL);

      g_test_add_data_func (path, &programs[i], test_there_and_back);
    }

  return g_test_run ();
}
