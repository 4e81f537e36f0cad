#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-docx.py DOC.jixiao OUT.docx: the same content as a word processor's document.

Headings, paragraphs and the two tables of each project with their merged cells, each project on a
page of its own: what the PDF of the standard form holds, for a word processor to print.
"""
import sys
import xml.etree.ElementTree as tree
import zipfile
from xml.sax.saxutils import escape

NAMESPACE = '{urn:jixiao:goal-document:1}'
WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
TABLE_WIDTH = 8844  # twentieths of a point between the margins

CONTENT_TYPES = '''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
</Types>'''
RELATIONS = '''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>'''
DOCUMENT_RELATIONS = '''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
</Relationships>'''


def style(name, title, half_points, bold, extra=''):
    weight = '<w:b/>' if bold else ''
    return (f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:pPr>{extra}</w:pPr>'
            f'<w:rPr>{weight}<w:sz w:val="{half_points}"/></w:rPr></w:style>')


STYLES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/>'
    '<w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style('Heading1', 'heading 1', 36, True, '<w:jc w:val="center"/><w:outlineLvl w:val="0"/>')
    + style('Heading2', 'heading 2', 32, True, '<w:outlineLvl w:val="1"/>')
    + style('Heading3', 'heading 3', 32, False, '<w:outlineLvl w:val="2"/>')
    + style('Project', 'project', 24, True, '<w:pageBreakBefore/><w:jc w:val="center"/><w:outlineLvl w:val="1"/>')
    + style('Body', 'body', 32, False, '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/>')
    + style('Cell', 'cell', 21, False) + '</w:styles>')


def text_of(item, name):
    return item.findtext(NAMESPACE + name) or ''


def items(holder, name):
    return holder.findall(NAMESPACE + name)


def paragraph(words, name):
    runs = '<w:br/>'.join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split('\n'))
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r>{runs}</w:r></w:p>'


def cell(words, span=1, merge=None):
    merged = {None: '', 'begin': '<w:vMerge w:val="restart"/>', 'on': '<w:vMerge/>'}[merge]
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ''
    return f'<w:tc><w:tcPr>{spanned}{merged}</w:tcPr>{paragraph(words, "Cell")}</w:tc>'


def table(widths, rows, header):
    whole = sum(widths)
    borders = ''.join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))
    grid = ''.join(f'<w:gridCol w:w="{TABLE_WIDTH * width // whole}"/>' for width in widths)
    lines = []
    for index, row in enumerate(rows):
        head = '<w:trPr><w:tblHeader/></w:trPr>' if header and index == 0 else ''
        lines.append(f'<w:tr>{head}{"".join(row)}</w:tr>')
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{TABLE_WIDTH}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
            f'<w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>')


def spread(words):
    """Seven columns shared by the checkpoints."""
    count = max(len(words), 1)
    spans = [7 * (i + 1) // count - 7 * i // count for i in range(count)]
    return [cell(word, span) for word, span in zip(words or [''], spans)]


def project_tables(document, project):
    plan = items(project, 'checkpoint')
    goals = '\n'.join(f'{number}.{text_of(goal, "text")}' for number, goal in enumerate(items(project, 'goal'), 1))
    yield table([16, 12, 12, 6, 12, 14, 14, 14], [
        [cell(text_of(document, 'unit-code') + text_of(document, 'unit-name'), 5), cell('单位：万元', 3)],
        [cell('项目编码'), cell(text_of(project, 'code'), 3), cell('项目名称'), cell(text_of(project, 'name'), 3)],
        [cell('预算规模及资金用途', merge='begin'), cell('预算数'), cell(text_of(project, 'budget')), cell('其中：财政资金', 2),
         cell(text_of(project, 'fiscal')), cell('其他资金'), cell(text_of(project, 'other'))],
        [cell('', merge='on'), cell(text_of(project, 'purpose'), 7)],
        [cell('资金支出计划（%）', merge='begin')] + spread([text_of(point, 'month') + '月底' for point in plan]),
        [cell('', merge='on')] + spread([text_of(point, 'plan') + '%' for point in plan]),
        [cell('绩效目标'), cell(goals, 7)],
    ], False)
    yield paragraph('', 'Cell')

    rows = [[cell(word) for word in ('一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据')]]
    before = (None, None)
    for indicator in items(project, 'indicator'):
        levels = (text_of(indicator, 'level1'), text_of(indicator, 'level2'))
        first, second = levels[0] == before[0], levels == before
        rows.append([cell('' if first else levels[0], merge='on' if first else 'begin'),
                     cell('' if second else levels[1], merge='on' if second else 'begin')]
                    + [cell(text_of(indicator, name)) for name in ('level3', 'description', 'value', 'basis')])
        before = levels
    yield table([11, 13, 17, 27, 16, 16], rows, True)


def blocks(document):
    yield paragraph(text_of(document, 'unit-name'), 'Heading1')
    yield paragraph(text_of(document, 'year') + '年部门预算绩效文本', 'Heading1')
    yield paragraph('第一部分\n部门整体绩效目标', 'Heading1')
    yield paragraph('一、总体绩效目标', 'Heading2')
    yield paragraph(text_of(document, 'overall-goal'), 'Body')
    yield paragraph('二、分项绩效目标', 'Heading2')
    for number, goal in enumerate(items(document, 'sub-goal'), 1):
        yield paragraph(f'（{number}）{text_of(goal, "title")}', 'Heading3')
        yield paragraph('绩效目标：' + text_of(goal, 'goal'), 'Body')
        yield paragraph('绩效指标：' + text_of(goal, 'indicator'), 'Body')
    yield paragraph('三、工作保障措施', 'Heading2')
    yield paragraph(text_of(document, 'safeguards-intro'), 'Body')
    for number, measure in enumerate(items(document, 'measure'), 1):
        yield paragraph(f'（{number}）{text_of(measure, "text")}', 'Body')
    yield paragraph('第二部分\n预算项目绩效目标', 'Heading1')
    for number, project in enumerate(items(document, 'project'), 1):
        yield paragraph(f'{number}.{text_of(project, "name")}绩效目标表', 'Project')
        yield from project_tables(document, project)


def main():
    document = tree.parse(sys.argv[1]).getroot()
    with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as package:
        package.writestr('[Content_Types].xml', CONTENT_TYPES)
        package.writestr('_rels/.rels', RELATIONS)
        package.writestr('word/_rels/document.xml.rels', DOCUMENT_RELATIONS)
        package.writestr('word/styles.xml', STYLES)
        with package.open('word/document.xml', 'w') as body:
            body.write(f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{WORD}"><w:body>'.encode())
            for block in blocks(document):
                body.write(block.encode())
            body.write(b'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
                       b'<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/></w:sectPr></w:body></w:document>')


if __name__ == '__main__':
    main()
