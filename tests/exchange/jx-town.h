/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/** JX_TOWN_TEXT: a made-up town's document as exported text, with what such texts have of oddities. */
#define JX_TOWN_TEXT \
  " 第一部分\n部门整体绩效目标\n \n" \
  "[bookmark: _Toc_2_2_0000000001]一、总体绩效目标\n云溪镇人民政府履行职能。\n第二段说明。\n" \
  "[bookmark: _Toc_2_2_0000000002]二、分项绩效目标\n" \
  "（一）林水治理\n绩效目标：治理青禾河。\n绩效指标：治理率大于等于90%。\n" \
  "（二）(暂定)村务公开\n[bookmark: _GoBack]绩效目标:按月公开\n绩效指标：\n" \
  "三、工作保障措施\n按照县里要求推进。\n" \
  "（一）完善制度。定期检查。\n(二）加强宣传。\n" \
  " \n \n第二部分\n \n预算项目绩效目标\n \n" \
  "[bookmark: _Toc_4_4_0000000004]1.河道清淤绩效目标表\n" \
  "\t801001青禾县云溪镇人民政府\n\t单位：万元\n\n" \
  "\t项目编码\n\t13099924P000017100038\n\t项目名称\n\t河道清淤\n\n" \
  "\t预算规模及资金用途\n\t预算数\n\t16.90\n\t其中：财政    资金\n\t6.90\n\t其他资金\n\t10\n\n" \
  "\t\n\t清淤三公里。\n\n" \
  "\t资金支出计划（%）\n\t4月底\n\t8月底\n\t11月底\n\n" \
  "\t\n\t20%\n\t55.5%\n\t100%\n\n" \
  "\t绩效目标\n\t1.清淤三公里\n其中一公里加深。\n2．立碑\t\t\n\n3.验收\n\n\n \n" \
  "\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\t指标值确定依据\n\n" \
  "\t产出指标\n\t数量指标\n\t清淤长度\n\t清淤的长度\n\t≥3公里\n\t计划标准\n\n" \
  "\t\n\t质量指标\n\t合格率\n\t \n\t优\n\t行业标准\n\n" \
  "\t满意度指标\n\t服务对象满意度指标\n\t群众满意度\n\t问卷\n\t≥95%\n\t \n\n\n \n" \
  "[bookmark: _Toc_4_4_0000000005]2.（2）2023年预算数核对绩效目标表\n" \
  "\t801001青禾县云溪镇人民政府\n\t单位：万元\n\n" \
  "\t项目编码\n\t13099924P00001810009K\n\t项目名称\n\t（2）2023年预算数核对\n\n" \
  "\t预算规模及资金用途\n\t预算数\n\t2.00\n\t其中：财政    资金\n\t2.00\n\t其他资金\n\t \n\n" \
  "\t\n\t \n\n" \
  "\t资金支出计划（%）\n\t \n\t \n\t \n\t \n\n" \
  "\t\n\t \n\t \n\t \n\t \n\n" \
  "\t绩效目标\n\t \n\n \n" \
  "\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\t指标值确定依据\n\n\n \n"

/** jx_town_check: asserts that @document is what %JX_TOWN_TEXT says. */
void jx_town_check (JxDocument *document);

/** jx_town_item: Returns: (transfer none): the item @path names; fails the test if there is none. */
JxItem *jx_town_item (JxDocument *document, const char *path);

G_END_DECLS
