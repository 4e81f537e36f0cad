#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests of a meson run: prints "PASSED FAILED", then what each that failed printed last.

A program that speaks TAP counts once for every test in it; any other counts once. A program that
failed without a failed test in it (a crash, a leak, a time-out) counts as one failure.
"""
import json
import re
import sys

LAST_LINES = 40

passed = failed = 0
told = []
for path in sys.argv[1:]:
    for line in open(path, encoding="utf-8"):
        run = json.loads(line)
        output = run.get("stdout") or ""
        good = len(re.findall(r"^ok \d+", output, re.M))
        bad = len(re.findall(r"^not ok \d+", output, re.M))
        if run["result"] in ("OK", "SKIP", "EXPECTEDFAIL"):
            passed += good or 1
        else:
            passed += good
            failed += bad or 1
            told.append(f"--- {run['name']}: {run['result']} after {run['duration']:.0f} s")
            for words in (output, run.get("stderr") or ""):
                told += words.splitlines()[-LAST_LINES:]
print(passed, failed)
for line in told:
    print(line)
