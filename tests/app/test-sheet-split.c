/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs of a cell become pieces that can each be written in. */
#include "app/jx-sheet-split.h"

#include <string.h>

#include "model/jx-document.h"
#include "model/jx-item-build.h"

/* A run a word: "=text" is a field's, else fixed words. What comes out: "prefix[value]suffix", " | "
 * between pieces of a line, " / " between lines, printed words without brackets. */
typedef struct
{
  const char *name;
  const char *runs[8];
  gboolean list;
  const char *pieces;
} Case;

static const Case cases[] = {
  { "words", { "项目编码" }, FALSE, "项目编码" },
  { "words-with-a-break", { "其中：\n财政资金" }, FALSE, "其中：\n财政资金" },
  { "field", { "=13.80" }, FALSE, "[13.80]" },
  { "blank-field", { "=" }, FALSE, "[]" },
  { "suffix", { "=25", "%" }, FALSE, "[25]%" },
  { "heading", { "1.", "=河道清淤", "绩效", "目标表" }, FALSE, "1.[河道清淤]绩效目标表" },
  { "two-fields", { "=358002", "=云溪镇" }, FALSE, "[358002] | [云溪镇]" },
  { "words-between", { "（", "=2026", "）年", "=云溪镇" }, FALSE, "（[2026]）年 | [云溪镇]" },
  { "lines", { "目标：", "=清淤", "\n指标：", "=十公里" }, FALSE, "目标：[清淤] / 指标：[十公里]" },
  { "words-on-a-line-of-their-own", { "=清淤", "\n签字" }, FALSE, "[清淤] / 签字" },
  { "field-with-breaks", { "=一\n二" }, FALSE, "[一\n二]" },
  { "list", { "1.", "=清淤", "\n", "2.", "=畅通" }, TRUE, "1.[清淤] / 2.[畅通] / +" },
  { "empty-list", { NULL }, TRUE, "+" },
};

static void
test_split (gconstpointer data)
{
  static const JxFormPart part = { .type = JX_PART_FIELD, .kind = JX_KIND_DOCUMENT, .field = JX_FIELD_REGION, .key_field = JX_FIELD_NONE };
  const Case *c = data;
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *item = jx_document_get_root (document);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (JxRun));
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (c->runs) && c->runs[i]; i++)
    {
      gboolean field = c->runs[i][0] == '=';
      JxRun run = { .text = (char *) c->runs[i] + field };

      if (field)
        {
          run.part = &part;
          run.blank = (JxBlank) { .part = &part, .item = item, .field = part.field };
        }
      g_array_append_val (runs, run);
    }

  pieces = jx_sheet_split (runs, c->list ? JX_KIND_GOAL : JX_N_KINDS, c->list ? item : NULL);
  for (guint i = 0; i < pieces->len; i++)
    {
      const JxSheetPiece *piece = &g_array_index (pieces, JxSheetPiece, i);

      if (i > 0)
        g_string_append (out, piece->line == g_array_index (pieces, JxSheetPiece, i - 1).line ? " | " : " / ");
      if (piece->owner)
        g_string_append (out, "+");
      else if (piece->part)
        g_string_append_printf (out, "%s[%s]%s", piece->prefix, piece->value, piece->suffix);
      else
        g_string_append (out, piece->value);
    }
  g_assert_cmpstr (out->str, ==, c->pieces);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/sheet-split/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_split);
    }

  return g_test_run ();
}
