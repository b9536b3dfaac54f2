"""A report as a PDF whose Chinese fonts are named and not embedded."""

import io

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as Printed
from reportlab.platypus import Table as Ruled
from xml.sax.saxutils import escape

from model import *  # noqa: F403
from word import contents, heading_text

FONT = "STSong-Light"


def style(size, **more):
    return ParagraphStyle(f"s{size}{sorted(more)}", fontName=FONT, fontSize=size, leading=size * 1.5, wordWrap="CJK", **more)


def ruled(block, width):
    places = block.lattice()
    small = style(7.5)
    cells = [[Printed(escape(cell.text), small) if cell else "" for cell, _ in row] for row in places]
    marks = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2)]
    for r, row in enumerate(places):
        for c, (cell, _) in enumerate(row):
            if cell and (cell.rows > 1 or cell.columns > 1):
                marks.append(("SPAN", (c, r), (c + cell.columns - 1, r + cell.rows - 1)))
    whole = sum(block.widths)
    return Ruled(cells, [width * w / whole for w in block.widths], style=marks, repeatRows=len(block.head))


def numbered(canvas, document):
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(A4[0] / 2, 30, f"- {document.page} -")


def cid(report):
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    target = io.BytesIO()
    document = SimpleDocTemplate(target, pagesize=A4, leftMargin=71, rightMargin=71, topMargin=72, bottomMargin=72, invariant=1, title=report.name)
    body, right = style(12, firstLineIndent=24), style(10, alignment=TA_RIGHT)
    found, first = [], True
    for block in report.blocks:
        match block:
            case Cover():
                found += [Printed(escape(line), style(18, alignment=TA_CENTER)) for line in block.lines]
            case Contents():
                found += [Printed("目&nbsp;&nbsp;录", style(14, alignment=TA_CENTER))] + [Printed(escape(line), style(12)) for line in contents(report)]
            case Heading():
                if block.level == 1 and not first:
                    found.append(PageBreak())
                first = False
                form = style(18 - 2 * block.level, spaceBefore=6) if not block.text else body
                found.append(Printed(escape(heading_text(block)), form))
            case Paragraph():
                found.append(Printed(escape(block.text), body))
            case Term():
                found.append(Printed(escape(f"{block.label}{block.term}：{block.definition}"), body))
            case Table():
                if not block.performance:
                    found.append(Printed(escape(block.title), style(13, alignment=TA_CENTER)))
                    found += [Printed(escape(line), right) for line in (block.number, "  ".join(filter(None, (block.body, block.unit)))) if line]
                found += [ruled(block, document.width)] + [Printed(escape(note), style(9)) for note in block.notes] + [Spacer(1, 10)]
    document.build(found, onFirstPage=numbered, onLaterPages=numbered)
    return target.getvalue()
