#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-text.py DOC.jixiao TEXT: how many characters of a document its PDF's text lacks.

TEXT is what pdftotext wrote. White space is left out. Levels of indicators count once where equal
neighbours are one merged cell. Prints a number: characters lost, and characters a copy should never
hold (radicals, compatibility forms, private ones) where the document has none.
"""
import sys
import xml.etree.ElementTree as tree
from collections import Counter

NAMESPACE = '{urn:jixiao:goal-document:1}'
STRANGE = ((0x2e80, 0x2fdf), (0xe000, 0xf8ff), (0xf900, 0xfaff), (0xfffd, 0xfffd), (0x2f800, 0x2fa1f))
# What the standard form shows.
SHOWN = {
    'goal-document': ('unit-name', 'overall-goal', 'safeguards-intro'),
    'sub-goal': ('title', 'goal', 'indicator'),
    'measure': ('text',),
    'project': ('code', 'name', 'budget', 'fiscal', 'other', 'purpose'),
    'checkpoint': ('plan',),
    'goal': ('text',),
    'indicator': ('level3', 'description', 'value', 'basis'),
}


def count(words):
    return Counter(character for character in words if not character.isspace())


def main():
    document = tree.parse(sys.argv[1]).getroot()
    with open(sys.argv[2], encoding='utf-8') as file:
        copied = count(file.read())

    wanted = Counter()
    for item in document.iter():
        for name in SHOWN.get(item.tag.removeprefix(NAMESPACE), ()):
            wanted += count(item.findtext(NAMESPACE + name) or '')
        before = (None, None)
        for indicator in item.findall(NAMESPACE + 'indicator'):
            levels = tuple(indicator.findtext(NAMESPACE + name) or '' for name in ('level1', 'level2'))
            wanted += count('' if levels[0] == before[0] else levels[0]) + count('' if levels == before else levels[1])
            before = levels

    lost = sum((wanted - copied).values())
    strange = sum(number for character, number in copied.items()
                  if character not in wanted and any(first <= ord(character) <= last for first, last in STRANGE))
    print(lost + strange)


if __name__ == '__main__':
    main()
