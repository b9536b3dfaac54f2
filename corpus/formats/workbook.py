"""A report as a workbook: a sheet for each table, the prose on sheets of its own between them."""

import datetime
import io
import re

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from model import *  # noqa: F403
from word import heading_text

RULE = Border(*[Side(style="thin")] * 4)
AMOUNT = re.compile(r"-?[\d,]+\.\d\d")


def prose(block):
    match block:
        case Cover():
            return block.lines
        case Heading():
            return [heading_text(block)]
        case Paragraph():
            return [block.text]
        case Term():
            return [f"{block.label}{block.term}：{block.definition}"]
        case _:
            return []


def put(sheet, row, column, text):
    """A cell; amounts are numbers in the format in which they are shown."""
    cell = sheet.cell(row, column)
    if AMOUNT.fullmatch(text):
        cell.value = float(text.replace(",", ""))
        cell.number_format = "#,##0.00" if "," in text or sheet.title.startswith(("公开", "表")) else "0.00"
    elif text:
        cell.value = text
        cell.number_format = "@"
    return cell


def table(sheet, block):
    width, row = len(block.widths), 1
    if not block.performance:
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
        put(sheet, 1, 1, block.title).alignment = Alignment(horizontal="center")
        if block.number:
            row += 1
            put(sheet, row, width, block.number)
        row += 1
        put(sheet, row, 1, block.body)
        put(sheet, row, width, block.unit)
        row += 1
    for r, places in enumerate(block.lattice(), row):
        for c, (cell, _) in enumerate(places, 1):
            if cell:
                put(sheet, r, c, cell.text).alignment = Alignment(wrap_text=True, vertical="center")
                if cell.rows > 1 or cell.columns > 1:
                    sheet.merge_cells(start_row=r, start_column=c, end_row=r + cell.rows - 1, end_column=c + cell.columns - 1)
            sheet.cell(r, c).border = RULE
    end = row + len(block.head) + len(block.rows)
    for at, note in enumerate(block.notes):
        sheet.merge_cells(start_row=end + at, start_column=1, end_row=end + at, end_column=width)
        put(sheet, end + at, 1, note)
    for at, w in enumerate(block.widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = 4 * w


def workbook(report):
    return written(book(report), report)


def book(report):
    book = Workbook()
    book.remove(book.active)
    texts, open_sheet, next_row = 0, None, 1
    for block in report.blocks:
        if isinstance(block, Table):
            open_sheet = None
            name = block.sheet or re.sub(r"[“”]", "", block.title)[:20]
            table(book.create_sheet(name), block)
            continue
        lines = prose(block)
        if lines and open_sheet is None:
            texts += 1
            open_sheet, next_row = book.create_sheet("说明" if texts == 1 else f"说明{texts}"), 1
            open_sheet.column_dimensions["A"].width = 100
        for line in lines:
            put(open_sheet, next_row, 1, line).alignment = Alignment(wrap_text=True)
            if isinstance(block, Heading):
                open_sheet.cell(next_row, 1).font = Font(bold=True)
            next_row += 1
    return book


def written(book, report):
    book.properties.creator = report.organization
    book.properties.created = datetime.datetime(2024, 1, 2)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
