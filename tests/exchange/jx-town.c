/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-town.h"

#include "model/jx-path.h"

typedef struct
{
  const char *path;
  const char *value; /* NULL: blank */
} Expected;

static const Expected values[] = {
  { "year", "2024" },
  { "unit-code", "801001" },
  { "unit-name", "青禾县云溪镇人民政府" },
  { "overall-goal", "云溪镇人民政府履行职能。\n第二段说明。" },
  { "safeguards-intro", "按照县里要求推进。" },
  { "sub-goal[1]/mark", NULL },
  { "sub-goal[1]/title", "林水治理" },
  { "sub-goal[1]/goal", "治理青禾河。" },
  { "sub-goal[1]/indicator", "治理率大于等于90%。" },
  { "sub-goal[2]/title", "(暂定)村务公开" },
  { "sub-goal[2]/goal", "按月公开" },
  { "sub-goal[2]/indicator", NULL },
  { "measure[1]/mark", NULL },
  { "measure[1]/text", "完善制度。定期检查。" },
  { "measure[2]/mark", "(二）" },
  { "measure[2]/text", "加强宣传。" },
  { "project[1]/code", "13099924P000017100038" },
  { "project[1]/name", "河道清淤" },
  { "project[1]/budget", "16.90" },
  { "project[1]/fiscal", "6.90" },
  { "project[1]/other", "10" },
  { "project[1]/purpose", "清淤三公里。" },
  { "project[1]/checkpoint[1]/month", "4" },
  { "project[1]/checkpoint[1]/plan", "20" },
  { "project[1]/checkpoint[2]/month", "8" },
  { "project[1]/checkpoint[2]/plan", "55.5" },
  { "project[1]/checkpoint[3]/month", "11" },
  { "project[1]/checkpoint[3]/plan", "100" },
  { "project[1]/goal[1]/text", "清淤三公里\n其中一公里加深。" },
  { "project[1]/goal[1]/mark", NULL },
  { "project[1]/goal[2]/text", "立碑" },
  { "project[1]/goal[2]/mark", "2．" },
  { "project[1]/goal[3]/text", "验收" },
  { "project[1]/indicator[1]/level1", "产出指标" },
  { "project[1]/indicator[1]/basis", "计划标准" },
  { "project[1]/indicator[2]/level1", "产出指标" },
  { "project[1]/indicator[2]/level2", "质量指标" },
  { "project[1]/indicator[2]/level3", "合格率" },
  { "project[1]/indicator[2]/description", NULL },
  { "project[1]/indicator[2]/value", "优" },
  { "project[1]/indicator[3]/level1", "满意度指标" },
  { "project[1]/indicator[3]/value", "≥95%" },
  { "project[1]/indicator[3]/basis", NULL },
  { "project[2]/name", "（2）2023年预算数核对" },
  { "project[2]/budget", "2.00" },
  { "project[2]/other", NULL },
  { "project[2]/purpose", NULL },
};

JxItem *
jx_town_item (JxDocument *document, const char *path)
{
  JxItem *item = jx_path_resolve (document, path, NULL);

  if (item == NULL)
    g_error ("there is no %s", path);

  return item;
}

void
jx_town_check (JxDocument *document)
{
  JxItem *project = jx_town_item (document, "project[1]");

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      JxField field;
      JxItem *item = jx_path_resolve (document, values[i].path, &field);

      g_test_message ("%s", values[i].path);
      g_assert_nonnull (item);
      g_assert_cmpstr (jx_item_get (item, field), ==, values[i].value);
    }
  g_assert_cmpuint (jx_item_count (jx_document_get_root (document), JX_KIND_SUB_GOAL), ==, 2);
  g_assert_cmpuint (jx_item_count (jx_document_get_root (document), JX_KIND_MEASURE), ==, 2);
  g_assert_cmpuint (jx_item_count (jx_document_get_root (document), JX_KIND_PROJECT), ==, 2);
  g_assert_cmpuint (jx_item_count (project, JX_KIND_GOAL), ==, 3);
  g_assert_cmpuint (jx_item_count (project, JX_KIND_CHECKPOINT), ==, 3);
  g_assert_cmpuint (jx_item_count (project, JX_KIND_INDICATOR), ==, 3);

  project = jx_town_item (document, "project[2]");
  g_assert_cmpuint (jx_item_count (project, JX_KIND_GOAL), ==, 0);
  g_assert_cmpuint (jx_item_count (project, JX_KIND_CHECKPOINT), ==, 0);
  g_assert_cmpuint (jx_item_count (project, JX_KIND_INDICATOR), ==, 0);
}
