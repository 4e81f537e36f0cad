#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house in order: which room may know which, headers that stand alone, licence lines, file sizes. Speaks TAP.

Usage: test-rooms.py SOURCE_ROOT COMPILER [FLAG...]
"""
import concurrent.futures
import pathlib
import re
import subprocess
import sys

MAY_KNOW = {
    "base": [],
    "model": ["base"],
    "xml": ["model"],
    "form": ["model"],
    "exchange": ["form", "model"],
    "review": ["model"],
    "paper": ["form", "review", "model"],
    "cli": ["base", "model", "xml", "form", "exchange", "review", "paper"],
    "app": ["base", "model", "xml", "form", "exchange", "review", "paper"],
}
# What stands nearest the ground is known to every room above it.
for room in MAY_KNOW:
    if room != "base":
        MAY_KNOW[room] = sorted({*MAY_KNOW[room], "base", room})
MAY_KNOW["base"] = ["base"]

LONGEST = 600

root = pathlib.Path(sys.argv[1])
compiler = sys.argv[2:]
source = root / "src"
number = 0
failed = False


def report(name, faults):
    global number, failed
    number += 1
    failed = failed or bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} /lint/{name}")
    for fault in faults:
        print(f"# {fault}")


def files(*patterns):
    return sorted(f for p in patterns for f in root.glob(p) if not f.parts[len(root.parts)].startswith("_build"))


code = files("src/*/*.c", "src/*/*.h", "tests/**/*.c", "tests/**/*.h")


def check_rooms():
    faults = []
    for file in source.glob("*/*.[ch]"):
        room = file.parent.name
        for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s+[<"]([^>"]+)[>"]', text)
            if not match:
                continue
            other = match[1].split("/")[0]
            if other in MAY_KNOW and other not in MAY_KNOW[room]:
                faults.append(f"{file.relative_to(root)}:{line}: room {room} may not know {match[1]}")
            if room not in ("app",) and re.match(r"(gtk|gdk|adwaita)", match[1]):
                faults.append(f"{file.relative_to(root)}:{line}: only app may know {match[1]}")
            if match[0].strip().endswith('"') and "/" not in match[1] and (source / room / match[1]).exists():
                faults.append(f"{file.relative_to(root)}:{line}: write {room}/{match[1]}")
    return faults


def check_header(header):
    name = header.relative_to(source)
    run = subprocess.run([*compiler, "-I", str(source), "-fsyntax-only", "-xc", "-"],
                         input=f'#include "{name}"\n', text=True, capture_output=True)
    return [f"{name} does not compile alone: {run.stderr.splitlines()[:1]}"] if run.returncode else []


def check_headers():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return [fault for faults in pool.map(check_header, sorted(source.glob("*/*.h"))) for fault in faults]


def check_licence():
    return [f"{f.relative_to(root)}: no SPDX line" for f in code
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in f.read_text(encoding="utf-8")[:200]]


def check_sizes():
    return [f"{f.relative_to(root)}: {n} lines, more than {LONGEST}" for f in code
            if (n := len(f.read_text(encoding="utf-8").splitlines())) > LONGEST]


def check_leftovers():
    faults = []
    for file in code + files("ui/*.ui", "data/**/*.xml", "build-aux/*", "README.md"):
        for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"\b(TODO|FIXME|XXX)\b", text) or re.search(r"(?<![\w.])/(work|root)/", text):
                faults.append(f"{file.relative_to(root)}:{line}: {text.strip()[:80]}")
    return faults


report("rooms", check_rooms())
report("headers-alone", check_headers())
report("licence", check_licence())
report("sizes", check_sizes())
report("leftovers", check_leftovers())
print(f"1..{number}")
sys.exit(failed)
