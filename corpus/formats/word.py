"""A report as a Word document, written part by part."""

import io
import zipfile
from xml.sax.saxutils import escape

from model import *  # noqa: F403

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PAGE_WIDTH = 9070
# Word breaks text into runs wherever it was edited; a number is no obstacle.
RUN_LENGTHS = (13, 7, 22, 5)


def heading_text(heading):
    """`第一部分 部门概况`, `一、部门职责`, `（一）主要职能。负责…`."""
    gap = " " if heading.label.startswith("第") else ""
    return heading.label + gap + heading.title + (f"。{heading.text}" if heading.text else "")


def contents(report):
    """The lines of the table of contents, with leaders and page numbers."""
    headings = [b for b in report.blocks if isinstance(b, Heading) and b.level < 3]
    return [f"{heading_text(h)}{'.' * 20}{3 + at // 2}" for at, h in enumerate(headings)]


def runs(text):
    found, at, turn = [], 0, 0
    while at < len(text):
        length = RUN_LENGTHS[turn % len(RUN_LENGTHS)]
        found.append(f'<w:r><w:t xml:space="preserve">{escape(text[at:at + length])}</w:t></w:r>')
        at, turn = at + length, turn + 1
    return "".join(found)


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def heading(report, block, first):
    # Word counts the labels of a report that it numbers; they are not in the text.
    title = block.title if report.automatic_numbering else heading_text(block)
    if report.heading_styles:
        # What runs on behind a heading shares its paragraph, and with it the style.
        properties = f'<w:pStyle w:val="{block.level}"/>' + ("<w:pageBreakBefore/>" if block.level == 1 and not first else "")
        return paragraph(runs(title), properties)
    properties = '<w:jc w:val="center"/>' if block.level == 1 else '<w:ind w:firstLine="480"/>'
    page = '<w:r><w:br w:type="page"/></w:r>' if block.level == 1 and not first else ""
    return paragraph(page + runs(title), properties)


def contents_field(report):
    """A table of contents as Word keeps it: an instruction, and the entries it last gave."""
    entries = [line.split("....")[0] + "\t" + line.rsplit(".", 1)[1] for line in contents(report)]
    character = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    start = character("begin") + '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>' + character("separate")
    found = [paragraph(runs("目  录"), '<w:jc w:val="center"/>')]
    for at, entry in enumerate(entries):
        name, number = entry.split("\t")
        page = character("begin") + f'<w:r><w:instrText xml:space="preserve"> PAGEREF _Toc{1000 + at} \\h </w:instrText></w:r>' + character("separate") + runs(number) + character("end")
        found.append(paragraph((start if at == 0 else "") + runs(name) + "<w:r><w:tab/></w:r>" + page, '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'))
    found.append(paragraph(character("end")))
    return "".join(found)


def table(block):
    whole = sum(block.widths)
    widths = [int(PAGE_WIDTH * w / whole) for w in block.widths]
    rows = []
    for at, row in enumerate(block.lattice()):
        cells, column = [], 0
        while column < len(row):
            cell, covering = row[column]
            properties = f'<w:tcW w:w="{sum(widths[column:column + covering.columns])}" w:type="dxa"/>'
            if covering.columns > 1:
                properties += f'<w:gridSpan w:val="{covering.columns}"/>'
            if covering.rows > 1:
                properties += '<w:vMerge w:val="restart"/>' if cell else "<w:vMerge/>"
            text = f'<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">{escape(cell.text)}</w:t></w:r>' if cell and cell.text else ""
            cells.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>")
            column += covering.columns
        repeated = "<w:trPr><w:tblHeader/></w:trPr>" if at < len(block.head) else ""
        rows.append(f"<w:tr>{repeated}{''.join(cells)}</w:tr>")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    properties = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    found = f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    return found + "".join(paragraph(runs(note)) for note in block.notes) + paragraph("")


def table_head(block):
    if block.performance:
        return ""
    found = paragraph(runs(block.title), '<w:keepNext/><w:jc w:val="center"/>')
    if block.number:
        found += paragraph(runs(block.number), '<w:keepNext/><w:jc w:val="right"/>')
    tab = '<w:keepNext/><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'
    return found + paragraph(runs(block.body) + "<w:r><w:tab/></w:r>" * bool(block.body) + runs(block.unit), tab if block.body else '<w:keepNext/><w:jc w:val="right"/>')


def body(report):
    found, first = [], True
    for block in report.blocks:
        match block:
            case Cover():
                found += [paragraph(runs(line), '<w:jc w:val="center"/>') for line in block.lines]
            case Contents():
                found.append(contents_field(report))
            case Heading():
                found.append(heading(report, block, first))
                first = False
            case Paragraph():
                found.append(paragraph(runs(block.text), '<w:ind w:firstLine="480"/>'))
            case Term():
                number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>' if report.automatic_numbering else ""
                label = "" if report.automatic_numbering else block.label
                found.append(paragraph(runs(f"{label}{block.term}：{block.definition}"), number + '<w:ind w:firstLine="480"/>'))
            case Table():
                found.append(table_head(block) + table(block))
    return "".join(found)


def styles(report):
    found = ['<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="24"/></w:rPr></w:style>']
    for level in range(1, 5):
        number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>' if report.automatic_numbering else ""
        properties = f'<w:pPr><w:keepNext/>{number}<w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        found.append(f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="a"/><w:next w:val="a"/>{properties}<w:rPr><w:sz w:val="{36 - 4 * level}"/></w:rPr></w:style>')
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    return f'<w:styles xmlns:w="{W}">{defaults}{"".join(found)}</w:styles>'


def numbering():
    """Headings by a list of four levels, the glossary by a list of its own."""
    forms = [("chineseCounting", "第%1部分", "space"), ("chineseCounting", "%2、", "nothing"), ("chineseCounting", "（%3）", "nothing"), ("decimal", "%4、", "nothing")]
    level = lambda at, form, text, suffix, style: f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
    headings = "".join(level(at, *form, f'<w:pStyle w:val="{at + 1}"/>') for at, form in enumerate(forms))
    terms = level(0, "chineseCounting", "%1、", "nothing", "")
    abstract = lambda at, kind, levels: f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
    numbers = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(2))
    return f'<w:numbering xmlns:w="{W}">{abstract(0, "multilevel", headings)}{abstract(1, "singleLevel", terms)}{numbers}</w:numbering>'


def document(report):
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    parts = {"document": "document.main", "styles": "styles"} | ({"numbering": "numbering"} if report.automatic_numbering else {})
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}{main}+xml"/>' for name, main in parts.items())
    relations = "".join(f'<Relationship Id="rId{at}" Type="{R}/{name}" Target="{name}.xml"/>' for at, name in enumerate(parts) if at)
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1418" w:bottom="1440" w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body(report)}{section}</w:body></w:document>',
        "word/styles.xml": styles(report),
    }
    if report.automatic_numbering:
        files["word/numbering.xml"] = numbering()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (2024, 1, 2, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)
    return packed.getvalue()
