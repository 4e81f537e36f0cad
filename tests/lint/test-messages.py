#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message of every source file is in the Chinese catalogue, translated. Speaks TAP.

Usage: test-messages.py SOURCE_ROOT
"""
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(sys.argv[1])
number = 0
failed = False


def report(name, faults):
    global number, failed
    number += 1
    failed = failed or bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} /lint/{name}")
    for fault in faults[:40]:
        print(f"# {fault}")


def run(*command):
    return subprocess.run(command, cwd=root, text=True, capture_output=True)


def check_listed():
    listed = {line for line in (root / "po/POTFILES").read_text().splitlines() if line and not line.startswith("#")}
    faults = [f"po/POTFILES: {name} is not there" for name in listed if not (root / name).exists()]
    for file in [*root.glob("src/**/*.c"), *root.glob("ui/*.ui"), *root.glob("data/*.in")]:
        name = str(file.relative_to(root))
        text = file.read_text(encoding="utf-8")
        has = re.search(r'\bN?_ ?\("|\bjx_language_say(_in|_number)? \([^"\n]*"|translatable="(yes|true)"|^(Name|Comment)=|<summary>', text, re.M)
        if has and name not in listed and "service" not in name:
            faults.append(f"po/POTFILES: {name} is missing")
    return faults


def check_complete():
    with tempfile.TemporaryDirectory() as folder:
        template = f"{folder}/jixiao.pot"
        made = run("xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--keyword=_", "--keyword=N_",
                   "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2", "--keyword=g_dngettext:2,3",
                   "--keyword=jx_language_say:2", "--keyword=jx_language_say_in:2c,3", "--keyword=jx_language_say_number:2,3",
                   "--files-from=po/POTFILES", f"--output={template}")
        if made.returncode:
            return made.stderr.splitlines()
        merged = run("msgmerge", "--quiet", "--no-fuzzy-matching", "po/zh_CN.po", template, "-o", f"{folder}/zh_CN.po")
        if merged.returncode:
            return merged.stderr.splitlines()
        missing = run("msgattrib", "--untranslated", "--no-wrap", f"{folder}/zh_CN.po").stdout
        faults = re.findall(r'^(?:msgid ".+"|msgid ""\n(?:".*"\n)+)', missing, re.M)
        if faults and faults[0].startswith('msgid ""'):
            faults = faults[1:]
        checked = run("msgfmt", "--check", "-o", "/dev/null", f"{folder}/zh_CN.po")
        return [f"not translated: {fault}" for fault in faults] + (checked.stderr.splitlines() if checked.returncode else [])


report("messages-listed", check_listed())
report("messages-translated", check_complete())
print(f"1..{number}")
sys.exit(failed)
