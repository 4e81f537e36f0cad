/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-paper-test.h"

#include <gio/gio.h>
#include <string.h>

#include "jx-test.h"
#include "form/jx-layout.h"
#include "model/jx-item-build.h"

static JxItem *
add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);

  return item;
}

static void
add_indicators (JxItem *project, guint count)
{
  static const char *const rows[][6] = {
    { "产出指标", "数量指标", "道路养护里程", "全年完成养护的村级道路里程", "≥12.5公里", "历史标准" },
    { "产出指标", "质量指标", "养护验收合格率", "验收合格的里程占完成里程的比例", "≥98%", "行业标准" },
    { "产出指标", "时效指标", "养护完成时间", "按照年初安排，按时完成。", "2026年11月30日前", "计划标准" },
    { "产出指标", "成本指标", "每公里成本", "每公里养护的平均支出", "≤3.20万元", "预算支出标准" },
    { "效益指标", "社会效益指标", "出行便利程度", "群众出行条件得到改善，事故减少。", "有效提升", "工作标准" },
    { "满意度指标", "服务对象满意度指标", "村民满意度", "受访村民对道路养护的满意程度", "≥95%", "调查问卷" },
  };

  static const JxField fields[] = {
    JX_FIELD_INDICATOR_LEVEL1, JX_FIELD_INDICATOR_LEVEL2, JX_FIELD_INDICATOR_LEVEL3,
    JX_FIELD_INDICATOR_DESCRIPTION, JX_FIELD_INDICATOR_VALUE, JX_FIELD_INDICATOR_BASIS,
  };

  for (guint i = 0; i < count; i++)
    {
      /* Long lists keep the order of the levels. */
      const char *const *row = rows[i * G_N_ELEMENTS (rows) / MAX (count, G_N_ELEMENTS (rows))];
      JxItem *indicator = add (project, JX_KIND_INDICATOR);

      for (guint column = 0; column < 6; column++)
        jx_item_init (indicator, fields[column], row[column]);
    }
}

static void
add_project (JxItem *root, guint number, guint n_indicators)
{
  static const char *const plan[][2] = { { "3", "20" }, { "6", "50" }, { "10", "80" }, { "12", "100" } };
  JxItem *project = add (root, JX_KIND_PROJECT);
  g_autofree char *code = g_strdup_printf ("99002626P000%05u100%02u", number, number % 100);
  g_autofree char *name = g_strdup_printf ("第%u段村级道路养护", number);

  jx_item_init (project, JX_FIELD_PROJECT_CODE, code);
  jx_item_init (project, JX_FIELD_PROJECT_NAME, name);
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "40.00");
  jx_item_init (project, JX_FIELD_PROJECT_FISCAL, "40.00");
  jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, "用于村级道路的日常养护、坑槽修补和标线施划。");
  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      JxItem *checkpoint = add (project, JX_KIND_CHECKPOINT);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, plan[i][0]);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, plan[i][1]);
    }
  jx_item_init (add (project, JX_KIND_GOAL), JX_FIELD_GOAL_TEXT, "完成养护任务，道路完好率不低于95%。");
  jx_item_init (add (project, JX_KIND_GOAL), JX_FIELD_GOAL_TEXT, "资金按时足额拨付。");
  add_indicators (project, n_indicators);
}

JxDocument *
jx_paper_test_document (guint n_projects, guint n_indicators)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_UNIT_CODE, "990026");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "青禾县云溪镇人民政府");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "围绕“实干、为民”的要求，推进乡村建设——做好道路养护、环境整治和便民服务……确保各项任务按期完成，资金支出进度达标。");
  jx_item_init (root, JX_FIELD_SAFEGUARDS_INTRO, "按照县委、县政府部署，落实预算绩效管理要求。");
  for (guint i = 0; i < 3; i++)
    {
      JxItem *sub_goal = add (root, JX_KIND_SUB_GOAL);

      jx_item_init (sub_goal, JX_FIELD_SUB_GOAL_TITLE, "便民服务");
      jx_item_init (sub_goal, JX_FIELD_SUB_GOAL_GOAL, "办好便民服务中心，缩短办理时间。");
      jx_item_init (sub_goal, JX_FIELD_SUB_GOAL_INDICATOR, "按时办结的事项占全部事项的比例大于等于95%。");
    }
  jx_item_init (add (root, JX_KIND_MEASURE), JX_FIELD_MEASURE_TEXT, "加强支出管理。细化预算，按规定及时支付。");
  for (guint i = 0; i < n_projects; i++)
    add_project (root, i + 1, n_indicators);

  return document;
}

JxPaper *
jx_paper_test_pages (JxDocument *document, const JxPaperOptions *options)
{
  g_autoptr (JxPaperOptions) standard = jx_paper_options_new ();
  g_autoptr (GError) error = NULL;

  jx_paper_options_check (options != NULL ? options : standard, document, &error);
  g_assert_no_error (error);

  return jx_paper_new (document, options != NULL ? options : standard, NULL, NULL);
}

char *
jx_paper_test_save (JxDocument *document, const JxPaperOptions *options, const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("jx-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JxPaper) paper = jx_paper_test_pages (document, options);
  g_autoptr (GError) error = NULL;

  jx_paper_save_pdf (paper, path, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

char *
jx_paper_test_run (const char *line, const char *path)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *complaints = NULL;
  char *output = NULL;
  int status = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "@"))
        {
          g_free (words[i]);
          words[i] = g_strdup (path);
        }
    }
  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  /* What is not quite right in a PDF is told there. */
  g_assert_cmpstr (complaints, ==, "");

  return output;
}

static void
inflate (const char *data, gsize length, GString *out)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      char buffer[4096];
      gsize n_read, n_written;
      g_autoptr (GError) error = NULL;

      result = g_converter_convert (G_CONVERTER (decompressor), data, length, buffer, sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error);
      g_assert_no_error (error);
      g_string_append_len (out, buffer, n_written);
      data += n_read;
      length -= n_read;
    }
}

char *
jx_paper_test_unpack (const char *path)
{
  gsize length;
  g_autofree char *bytes = jx_test_read (path, &length);
  const char *end = bytes + length;
  GString *out = g_string_new (NULL);

  for (const char *pack = bytes; (pack = memmem (pack, end - pack, "/Type /ObjStm", 13)) != NULL; pack++)
    {
      const char *size = strstr (pack, "/Length ");
      const char *data = strstr (pack, "stream\n");

      g_assert_true (size != NULL && data > size);
      inflate (data + strlen ("stream\n"), g_ascii_strtoull (size + strlen ("/Length "), NULL, 10), out);
    }

  return g_string_free (out, FALSE);
}

void
jx_paper_test_count (GHashTable *counts, const char *text, int sign)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer character = GUINT_TO_POINTER (g_utf8_get_char (p));

      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_hash_table_insert (counts, character, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, character)) + sign));
    }
}

static void
count_runs (GHashTable *counts, GArray *runs, int sign)
{
  g_autofree char *text = runs != NULL ? jx_runs_dup_text (runs) : g_strdup ("");

  jx_paper_test_count (counts, text, sign);
}

void
jx_paper_test_count_words (GHashTable *counts, const JxForm *form, JxItem *subject, int sign)
{
  g_autoptr (GPtrArray) blocks = jx_layout_new (form, subject);

  for (guint i = 0; i < blocks->len; i++)
    {
      const JxBlock *block = blocks->pdata[i];

      count_runs (counts, block->runs, sign);
      for (guint c = 0; block->grid != NULL && c < block->grid->cells->len; c++)
        count_runs (counts, ((const JxCell *) block->grid->cells->pdata[c])->runs, sign);
      if (block->type == JX_BLOCK_USE)
        jx_paper_test_count_words (counts, block->form, block->item, sign);
    }
}
