#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice on this screen. Does what it is told, a line of JSON at a time, and answers each with one.

  at first:                  answers true, or says why it cannot be
  ["copy", "calc", ROWS]     writes a table (or "writer") and copies it
  ["copy", "list", ITEMS]    writes a numbered list and copies it
  ["paste", "calc"]          pastes (or "writer") what another program copied, and answers with ROWS

ROWS are lists of cells; null stands for one that is merged with that above it. At the end of the
input it ends, and LibreOffice with it. Debian has the module uno for its own Python alone.
"""
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

# With a new profile it begins by asking to be started once more.
ASKS_TO_RESTART = (79, 81)
PATIENCE = 100
PATIENCE_AT_THE_END = 20
BETWEEN_LOOKS = 0.05


def wait(what, look):
    """Looks until there is something to be seen."""
    deadline = time.monotonic() + PATIENCE
    while not (seen := look()):
        if time.monotonic() > deadline:
            sys.exit(f"{sys.argv[0]}: {what}: that never came")
        time.sleep(BETWEEN_LOOKS)
    return seen


def find_button(context, name):
    if context.AccessibleRole == PUSH_BUTTON and context.AccessibleName == name:
        return context
    for i in range(context.AccessibleChildCount):
        found = find_button(context.getAccessibleChild(i).AccessibleContext, name)
        if found is not None:
            return found
    return None


class Office:
    def __init__(self, program, folder):
        # All share one folder of pipes.
        pipe = f"pipe,name=jixiao-{os.getpid()};urp"
        self.command = [
            program, "--norestore", "--nologo", "--nodefault", "--nofirststartwizard",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--accept=" + pipe]
        self.address = f"uno:{pipe};StarOffice.ComponentContext"
        self.process = None
        self.desktop = None

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        local = uno.getComponentContext()
        self.resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        self.context = wait("LibreOffice", self.connect)
        self.desktop = self.make("frame.Desktop")

    def connect(self):
        if self.process.poll() in ASKS_TO_RESTART:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        elif self.process.returncode is not None:
            sys.exit(f"{sys.argv[0]}: LibreOffice ended with status {self.process.returncode}")
        try:
            return self.resolver.resolve(self.address)
        except NoConnectException:
            return None

    def leave(self):
        """As a person would leave it, so that it leaves nothing behind; and no document is to be saved."""
        documents = self.desktop.Components.createEnumeration()
        while documents.hasMoreElements():
            documents.nextElement().close(True)
        with contextlib.suppress(DisposedException):
            self.desktop.terminate()

    def end(self):
        try:
            if self.desktop is not None:
                threading.Thread(target=self.leave, daemon=True).start()
                self.process.wait(PATIENCE_AT_THE_END)
        except subprocess.TimeoutExpired:
            pass
        finally:
            if self.process is not None:
                self.process.kill()
                self.process.wait()

    def make(self, name):
        return self.context.ServiceManager.createInstanceWithContext("com.sun.star." + name, self.context)

    def open(self, kind):
        """A new document in a window of its own."""
        return self.desktop.loadComponentFromURL("private:factory/s" + kind, "_blank", 0, ())

    def press(self, document, command):
        """As its menu would; and agrees to what it asks."""
        helper = self.make("frame.DispatchHelper")
        arguments = (document.CurrentController.Frame, ".uno:" + command, "", 0, ())
        work = threading.Thread(target=helper.executeDispatch, args=arguments, daemon=True)
        work.start()
        wait(command, lambda: self.agree() or not work.is_alive())
        wait(command, lambda: not work.is_alive())

    def agree(self):
        """Presses OK in a dialog, if there is one."""
        toolkit = self.make("awt.Toolkit")
        for i in range(toolkit.TopWindowCount):
            window = toolkit.getTopWindow(i).AccessibleContext
            button = find_button(window, "OK") if window.AccessibleRole == DIALOG else None
            if button is not None:
                button.doAccessibleAction(0)
                return True
        return False

    def is_copied_elsewhere(self):
        contents = self.make("datatransfer.clipboard.SystemClipboard").getContents()
        kinds = [flavour.MimeType for flavour in contents.getTransferDataFlavors()] if contents else []
        return kinds and not any("openoffice" in kind for kind in kinds)


def count_merged(rows, row, column):
    """How many cells are one, from this one on."""
    count = 1
    while row + count < len(rows) and rows[row + count][column] is None:
        count += 1
    return count


def write_paragraphs(text, paragraphs):
    for i, words in enumerate(paragraphs):
        if i:
            text.insertControlCharacter(text.End, PARAGRAPH_BREAK, False)
        text.insertString(text.End, words, False)


class Calc:
    kind = "calc"

    def write(self, document, rows):
        sheet = document.Sheets.getByIndex(0)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text is not None:
                    self.write_cell(document, sheet.getCellByPosition(c, r), text)
                    sheet.getCellRangeByPosition(c, r, c, r + count_merged(rows, r, c) - 1).merge(True)
        document.CurrentController.select(sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, len(rows) - 1))

    def write_cell(self, document, cell, text):
        """An amount as a number that shows two digits; all else as text."""
        if re.fullmatch(r"\d+\.\d\d", text):
            formats = document.NumberFormats
            cell.setValue(float(text))
            cell.NumberFormat = formats.queryKey("0.00", uno.createUnoStruct("com.sun.star.lang.Locale"), False)
        else:
            cell.setString(text)

    def read(self, document):
        sheet = document.Sheets.getByIndex(0)
        used = sheet.createCursor()
        used.gotoEndOfUsedArea(False)
        end = used.RangeAddress
        return [[self.read_cell(sheet, r, c) for c in range(end.EndColumn + 1)] for r in range(end.EndRow + 1)]

    def read_cell(self, sheet, row, column):
        cell = sheet.getCellByPosition(column, row)
        area = sheet.createCursorByRange(cell)
        area.collapseToMergedArea()
        return cell.String if area.RangeAddress.StartRow == row else None


class Writer:
    kind = "writer"

    def write(self, document, rows):
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(len(rows), len(rows[0]))
        document.Text.insertTextContent(document.Text.End, table, False)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text is not None:
                    write_paragraphs(table.getCellByPosition(c, r), text.split("\n"))
        # From the end, for what follows a merged cell is counted anew.
        for r in reversed(range(len(rows))):
            for c in reversed(range(len(rows[0]))):
                count = count_merged(rows, r, c)
                if rows[r][c] is not None and count > 1:
                    self.select(table, c, r, c, r + count - 1).mergeRange()
        document.CurrentController.select(self.select(table, 0, 0, len(rows[0]) - 1, len(rows) - 1))

    def select(self, table, left, top, right, bottom):
        cursor = table.createCursorByCellName(f"{chr(65 + left)}{top + 1}")
        cursor.gotoCellByName(f"{chr(65 + right)}{bottom + 1}", True)
        return cursor

    def read(self, document):
        table = document.TextTables.getByIndex(0)
        texts = {name: table.getCellByName(name).String for name in table.CellNames}
        columns = max(ord(name[0]) - 64 for name in texts)
        return [[texts.get(f"{chr(65 + c)}{r + 1}") for c in range(columns)] for r in range(table.Rows.Count)]


class List:
    kind = "writer"

    def write(self, document, items):
        document.Text.End.NumberingStyleName = "Numbering 123"
        write_paragraphs(document.Text, items)


WRITERS = {"calc": Calc(), "writer": Writer(), "list": List()}


def answer(office, verb, what, *rest):
    part = WRITERS[what]
    document = office.open(part.kind)
    if verb == "copy":
        part.write(document, *rest)
        if what == "list":
            office.press(document, "SelectAll")
        office.press(document, "Copy")
        return True
    wait("what another program copied", office.is_copied_elsewhere)
    office.press(document, "Paste")
    return part.read(document)


def say(what):
    print(json.dumps(what, ensure_ascii=False), flush=True)


def main():
    found = shutil.which("soffice")
    program = pathlib.Path(os.path.realpath(found)).with_name("soffice.bin") if found else None
    if program is None or not program.with_name("libvclplug_genlo.so").exists():
        return say("LibreOffice is not installed with windows")

    os.environ["SAL_USE_VCLPLUGIN"] = "gen"
    folder = pathlib.Path(tempfile.mkdtemp())
    office = Office(str(program), folder)
    try:
        office.start()
        say(True)
        for line in sys.stdin:
            say(answer(office, *json.loads(line)))
    finally:
        office.end()
        shutil.rmtree(folder, ignore_errors=True)


try:
    import uno
    from com.sun.star.accessibility.AccessibleRole import DIALOG, PUSH_BUTTON
    from com.sun.star.connection import NoConnectException
    from com.sun.star.lang import DisposedException
    from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
except ImportError:
    say("the module uno is not installed")
else:
    main()
