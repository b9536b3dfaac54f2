#!/usr/bin/env python3
"""Renders the reports of reports.py in every format: `python3 make.py [NAME …]`.

Needs openpyxl and reportlab from PyPI, and LibreOffice (`soffice`) for doc, pdf and ods.
"""

import io
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import layouts
import page
import paper
import reports
import word
import workbook
from model import *  # noqa: F403

HERE = Path(__file__).parent
# How the tables of the gazette are ruled: above, below and under the head, or not at all.
RULES = {"forestry-2023": "three", "library-2024": "none", "water-budget-2025": "three"}


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def text_form(report):
    lines = []
    for block in report.blocks:
        match block:
            case Cover():
                lines += block.lines + [""]
            case Contents():
                lines += ["目  录"] + word.contents(report) + [""]
            case Heading():
                lines.append(word.heading_text(block))
            case Paragraph():
                lines.append(block.text)
            case Term():
                lines.append(f"{block.label}{block.term}：{block.definition}")
            case Table(performance=True):
                lines += seed_cells(block)
            case Table():
                lines += ["", block.title] + [line for line in (block.number, "    ".join(filter(None, (block.body, block.unit)))) if line]
                lines += aligned(block) + block.notes + [""]
    return "\n".join(lines) + "\n"


def seed_cells(table):
    """One cell a line behind a tab, a blank line behind each row; places that a merged cell covers from above are empty cells."""
    lines = []
    for row in table.lattice():
        seen = None
        for cell, covering in row:
            if covering is not seen:
                lines.append("\t" + (cell.text if cell else ""))
            seen = covering
        lines.append("")
    return lines


def aligned(table):
    """Rows as lines with blanks between the columns; a merged cell stands in its first column."""
    places = table.lattice()
    widths = [max(columns(row[at][0].text) if row[at][0] and row[at][0].columns == 1 else 4 for row in places) + 2 for at in range(len(table.widths))]
    lines = []
    for row in places:
        line, wanted = "", 0
        for (cell, _), width in zip(row, widths):
            if cell and cell.text:
                line = line + " " * max(wanted - columns(line), 2 if line else 0) + cell.text
            wanted += width
        lines.append(line)
    return lines


# ---------------------------------------------------------------- LibreOffice, and what it writes of the time


def converted(source, folder, target):
    """A file converted by LibreOffice, with a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (Path(folder) / source.with_suffix("." + target.split(":")[0]).name).read_bytes()


def dated(pdf):
    """A PDF with fixed dates and identifiers of the same length."""
    pdf = re.sub(rb"/CreationDate\(D:\d{14}[^)]*\)", lambda m: (b"/CreationDate(D:20240102000000Z" + b" " * 99)[: len(m[0]) - 1] + b")", pdf)
    pdf = re.sub(rb"<[0-9A-F]{32}>", b"<" + b"0" * 32 + b">", pdf)
    return re.sub(rb"/DocChecksum /[0-9A-F]{32}", b"/DocChecksum /" + b"0" * 32, pdf)


def in_order(pages):
    """The page styles of a workbook by name; LibreOffice writes them in an order of its own."""
    return b"".join(sorted(re.findall(rb"<style:master-page .*?</style:master-page>", pages[0])))


def repacked(archive):
    """An archive with fixed times, also those that its parts name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(packed, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename in ("docProps/core.xml", "meta.xml"):
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?", b"2024-01-02T00:00:00", content)
            if info.filename == "styles.xml":
                content = re.sub(rb"(?:<style:master-page .*?</style:master-page>)+", in_order, content)
            if info.filename.startswith("Thumbnails/"):
                continue
            if info.filename == "META-INF/manifest.xml":
                content = re.sub(rb'\s*<manifest:file-entry[^>]*"Thumbnails/[^>]*/>', b"", content)
            fixed = zipfile.ZipInfo(info.filename, (2024, 1, 2, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(fixed, content)
    return packed.getvalue()


def make(report):
    base = HERE / report.name
    write = lambda suffix, content: Path(f"{base}{suffix}").write_bytes(content)
    write(".txt", text_form(report).encode())
    write(".docx", word.document(report))
    write(".html", page.modern(report).encode())
    write("-gbk.html", page.portal(report).encode("gbk", "xmlcharrefreplace"))
    write("-cid.pdf", paper.cid(report))
    write(".xlsx", repacked(workbook.workbook(report)))
    with tempfile.TemporaryDirectory() as folder:
        write(".doc", converted(base.with_suffix(".docx"), folder, "doc:MS Word 97"))
        write(".pdf", dated(converted(base.with_suffix(".docx"), folder, "pdf")))
        write(".ods", repacked(converted(base.with_suffix(".xlsx"), folder, "ods")))
        write("-framed.docx", layouts.laid_out(report))
        write("-site.html", layouts.site(report).encode())
        write("-accounts.xlsx", repacked(layouts.accounts(report)))
        write("-accounts.xls", converted(Path(f"{base}-accounts.xlsx"), folder, "xls"))
        gazette = Path(folder) / f"{report.name}-gazette.docx"
        gazette.write_bytes(layouts.gazette(report, rules=RULES[report.name]))
        write("-gazette.pdf", dated(converted(gazette, folder, "pdf")))


def main():
    for build in reports.REPORTS:
        report = build()
        if len(sys.argv) == 1 or report.name in sys.argv[1:]:
            make(report)


if __name__ == "__main__":
    main()
