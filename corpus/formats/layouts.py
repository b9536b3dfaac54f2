"""The same reports as other offices lay them out: a printed gazette, Word text laid out by tables, the page of a site, a workbook with formats."""

import io
import re
import zipfile
from html import escape as html_escape
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from model import *  # noqa: F403
from word import PACKAGE, R, W, contents, heading_text, runs
import workbook as plain_workbook

PORTRAIT = (11906, 16838, "")
LANDSCAPE = (16838, 11906, ' w:orient="landscape"')
MARGIN = 1300


def packed(files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (2024, 1, 2, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)
    return target.getvalue()


def package(parts):
    """A Word document of these parts, by name; `document` is the first."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    sort = lambda name: {"document": "document.main"}.get(name, re.sub(r"\d", "", name))
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}{sort(name)}+xml"/>' for name in parts)
    relations = "".join(f'<Relationship Id="{name}" Type="{R}/{sort(name)}" Target="{name}.xml"/>' for name in parts if name != "document")
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
    }
    return packed(files | {f"word/{name}.xml": content for name, content in parts.items()})


# ---------------------------------------------------------------- a gazette: running heads, landscape tables with few rules, two fonts


HEAVY = '<w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans" w:eastAsia="Noto Sans CJK SC"/><w:b/>'


def styled(text, properties="", run=""):
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def section(page, first=False, inside=True):
    width, height, turned = page
    title = "<w:titlePg/>" if first else ""
    marks = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    found = f'<w:sectPr>{marks}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="700" w:footer="700" w:gutter="0"/>{title}</w:sectPr>'
    return f"<w:p><w:pPr>{found}</w:pPr></w:p>" if inside else found


def sparse_table(block, page, rules):
    """A table ruled above, below and under its head (`three`), or not at all (`none`)."""
    width = page[0] - 2 * MARGIN
    whole = sum(block.widths)
    widths = [int(width * w / whole) for w in block.widths]
    rows, lattice = [], block.lattice()
    for at, row in enumerate(lattice):
        cells, column = [], 0
        while column < len(row):
            cell, covering = row[column]
            marks = f'<w:tcW w:w="{sum(widths[column:column + covering.columns])}" w:type="dxa"/>'
            marks += f'<w:gridSpan w:val="{covering.columns}"/>' if covering.columns > 1 else ""
            if covering.rows > 1:
                marks += '<w:vMerge w:val="restart"/>' if cell else "<w:vMerge/>"
            if rules == "three" and at == len(block.head) - 1:
                marks += '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:color="000000"/></w:tcBorders>'
            marks += '<w:vAlign w:val="center"/>'
            text = cell.text if cell else ""
            amount = re.fullmatch(r"-?[\d,]+\.\d\d", text)
            side = "right" if amount else "center" if at < len(block.head) else "left"
            cells.append(f'<w:tc><w:tcPr>{marks}</w:tcPr>{styled(text, f"""<w:jc w:val="{side}"/>""", """<w:sz w:val="17"/>""")}</w:tc>')
            column += covering.columns
        head = "<w:tblHeader/>" if at < len(block.head) else ""
        rows.append(f'<w:tr><w:trPr><w:trHeight w:val="460"/><w:cantSplit/>{head}</w:trPr>{"".join(cells)}</w:tr>')
    outer = '<w:tblBorders><w:top w:val="single" w:sz="8" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:color="000000"/></w:tblBorders>' if rules == "three" else ""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{outer}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def gazette_table(block, rules):
    page = LANDSCAPE
    edge = '<w:tabs><w:tab w:val="right" w:pos="14000"/></w:tabs>'
    found = "" if block.performance else styled(block.title, '<w:jc w:val="center"/>', HEAVY + '<w:sz w:val="28"/>')
    if block.number:
        found += styled(block.number, '<w:jc w:val="right"/>', '<w:sz w:val="18"/>')
    if block.body:
        found += f'<w:p><w:pPr>{edge}</w:pPr>{runs(block.body)}<w:r><w:tab/></w:r>{runs(block.unit)}</w:p>'
    elif block.unit:
        found += styled(block.unit, '<w:jc w:val="right"/>', '<w:sz w:val="18"/>')
    found += sparse_table(block, page, rules) if not block.performance else ruled(block, page)
    found += "".join(styled(note, "", '<w:sz w:val="18"/>') for note in block.notes)
    return found + section(page)


def ruled(block, page):
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return sparse_table(block, page, "none").replace("<w:tblLayout", f"<w:tblBorders>{borders}</w:tblBorders><w:tblLayout", 1)


def gazette(report, rules):
    found, portrait, first = [], False, True
    body = '<w:spacing w:line="400" w:lineRule="exact"/><w:ind w:firstLine="480"/><w:jc w:val="both"/>'
    for block in report.blocks:
        if isinstance(block, Table):
            if portrait:
                found.append(section(PORTRAIT, first))
                first = False
            found.append(gazette_table(block, rules))
            portrait = False
            continue
        portrait = True
        match block:
            case Cover():
                found += [styled(line, '<w:spacing w:before="900"/><w:jc w:val="center"/>', HEAVY + '<w:sz w:val="44"/>') for line in block.lines]
            case Contents():
                found.append(styled("目　　录", '<w:pageBreakBefore/><w:jc w:val="center"/>', HEAVY))
                for line in contents(report):
                    name, number = line.split("....")[0], line.rsplit(".", 1)[1]
                    found.append(f'<w:p><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9200"/></w:tabs></w:pPr>{runs(name)}<w:r><w:tab/></w:r>{runs(number)}</w:p>')
            case Heading(level=1):
                found.append(styled(heading_text(block), '<w:pageBreakBefore/><w:spacing w:after="200"/><w:jc w:val="center"/>', HEAVY + '<w:sz w:val="32"/>'))
            case Heading(text=""):
                found.append(styled(heading_text(block), body, HEAVY + '<w:sz w:val="24"/>'))
            case Heading():
                start = styled(block.label + block.title + "。", body, HEAVY + '<w:sz w:val="24"/>')
                found.append(start.removesuffix("</w:p>") + runs(block.text) + "</w:p>")
            case Paragraph():
                found.append(styled(block.text, body))
            case Term():
                found.append(styled(f"{block.label}{block.term}：{block.definition}", body))
    if not portrait:
        found.append(styled("", ""))
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:jc w:val="center"/>'
    mark = '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r>'
    fonts = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    parts = {
        "document": f'<w:document {names}><w:body>{"".join(found)}{section(PORTRAIT, inside=False)}</w:body></w:document>',
        "styles": f'<w:styles {names}>{fonts}<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>',
        "header1": f'<w:hdr {names}>{styled("".join(report.blocks[0].lines[:2]), rule, """<w:sz w:val="18"/>""")}</w:hdr>',
        "footer1": f'<w:ftr {names}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{mark}</w:p></w:ftr>',
    }
    return package(parts)


# ---------------------------------------------------------------- Word text laid out by tables, numbered by lists


NUMERAL_LABEL = re.compile(r"(?P<one>[一二三四五六七八九十]+、)|(?P<two>（[一二三四五六七八九十]+）)|(?P<three>\d+\.)")


class Lists:
    """Numbers that Word counts: one list for headings, which starts anew in each part, as `numId` of their own."""

    def __init__(self):
        self.nums, self.counts, self.number = 0, [0, 0, 0], 0

    def restart(self):
        self.nums += 1
        self.counts, self.number = [0, 0, 0], self.nums

    def properties(self, level):
        if not self.number:
            self.restart()
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self.number}"/></w:numPr>'

    def count(self, level):
        self.counts[level] += 1
        self.counts[level + 1:] = [0] * (2 - level)
        return self.counts[level]

    def part(self):
        forms = [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")]
        levels = "".join(f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>' for at, (form, text) in enumerate(forms))
        override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{override if n > 1 else ""}</w:num>' for n in range(1, self.nums + 1))
        return f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>{nums}</w:numbering>'


NUMERALS = "一二三四五六七八九十"


def numeral(n):
    return NUMERALS[n - 1] if n <= 10 else "十" + NUMERALS[n - 11] if n < 20 else None


def counted(lists, label):
    """The properties of a paragraph whose label Word counts to what is printed; `None` if it would not be the same."""
    for level, form in enumerate(["{}、", "（{}）", "{}."]):
        trial = lists.counts[level] + 1
        expected = form.format(trial if level == 2 else numeral(trial))
        if label == expected:
            lists.count(level)
            return lists.properties(level)
    return None


def laid_out(report):
    """Cover, text and tables inside the cells of tables without borders; labels counted by Word where it would count the same."""
    lists, found = Lists(), []
    frame = lambda content: f'<w:tbl><w:tblPr><w:tblW w:w="9070" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9070"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9070" w:type="dxa"/></w:tcPr>{content}</w:tc></w:tr></w:tbl><w:p/>'
    text = []

    def flush():
        if text:
            found.append(frame("".join(text)))
            text.clear()

    for block in report.blocks:
        match block:
            case Cover():
                text += [styled(line, '<w:jc w:val="center"/>') for line in block.lines]
                flush()
            case Heading(level=1):
                flush()
                lists.restart()
                text.append(styled(heading_text(block), '<w:jc w:val="center"/>'))
            case Heading():
                number = counted(lists, block.label)
                label = "" if number else block.label
                text.append(styled(label + block.title + (f"。{block.text}" if block.text else ""), number or ""))
            case Paragraph():
                label = re.match(r"\d+\.(?!\d)", block.text)
                number = label and counted(lists, label[0])
                text.append(styled(block.text[label.end():] if number else block.text, number or '<w:ind w:firstLine="480"/>'))
            case Term():
                text.append(styled(f"{block.label}{block.term}：{block.definition}"))
            case Table():
                if not block.performance:
                    text.append(styled(block.title, '<w:jc w:val="center"/>'))
                    text += [styled(line, '<w:jc w:val="right"/>') for line in (block.number, "　".join(filter(None, (block.body, block.unit)))) if line]
                text.append(ruled(block, (9000 + 2 * MARGIN, 0)) + "<w:p/>")
                text += [styled(note) for note in block.notes]
                flush()
    flush()
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    return package({"document": f'<w:document {names}><w:body>{"".join(found)}</w:body></w:document>', "numbering": lists.part()})


# ---------------------------------------------------------------- the page of a site of today


def site(report):
    """Tables pasted from a workbook, a style sheet that hides, everything a site puts around an article."""
    found = []
    for block in report.blocks:
        match block:
            case Cover():
                found += [f'<p class="MsoNormal" align="center"><b><span style="font-size:22pt">{html_escape(line)}</span></b></p>' for line in block.lines]
            case Heading(level=1):
                found.append(f'<p class="MsoNormal" align="center"><span style="font-family:黑体">{html_escape(heading_text(block), quote=False)}<o:p></o:p></span></p>')
            case Heading():
                behind = f"。</span></b><span>{html_escape(block.text, quote=False)}</span>" if block.text else "</span></b>"
                found.append(f'<p class="MsoNormal"><b><span>　　{html_escape(block.label + block.title, quote=False)}{behind}</p>')
            case Paragraph():
                found.append(f'<p class="MsoNormal"><span>　　{spanned(block.text)}</span></p>')
            case Term():
                found.append(f'<p class="MsoNormal">　　<b>{html_escape(block.label + block.term, quote=False)}：</b>{html_escape(block.definition, quote=False)}</p>')
            case Table():
                found.append(pasted(block))
    title = "".join(line for line in report.blocks[0].lines if not line.startswith("公开时间"))
    name, body = html_escape(title), "\n".join(found)
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="UTF-8">
<meta name="SiteName" content="青溪县人民政府"><meta name="ArticleTitle" content="{name}"><meta name="PubDate" content="{report.year + 1}-09-20 10:05">
<title>{name}_财政预决算_青溪县人民政府门户网站</title>
<style type="text/css">
.xl65 {{ text-align: right; mso-number-format: "#,##0.00"; }}
.wx-only, .print-only {{ display: none; }}
#voice {{display:none}}
@media print {{ .article {{ display: none }} }}
</style></head>
<body>
<div class="top"><a href="/login">登录</a>｜<a href="/reg">注册</a>｜<a href="/wza">无障碍浏览</a>｜<a href="/big5">繁体版</a></div>
<div class="head"><img src="/logo.png" alt="青溪县人民政府"><form action="/s"><input type="text" value="请输入关键词"><button>搜索</button></form></div>
<ul class="mainnav"><li><a href="/">首页</a></li><li><a href="/xw/">青溪要闻</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwfw/">政务服务</a></li><li><a href="/hd/">互动交流</a></li></ul>
<div class="weizhi">您现在的位置是：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/czyjs/">财政预决算</a> &gt; 部门决算</div>
<div class="article">
<h1>{name}</h1>
<div class="info"><span>发布日期：{report.year + 1}-09-20 10:05</span><span>来源：{html_escape(report.organization)}</span><span>浏览：<i id="hits">1,286</i>次</span><span>字号：[<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a>]</span></div>
<div id="voice">语音播报：点击播放本文，时长12分30秒</div>
<div class="content" id="UCAP-CONTENT">
{body}
<p>附件：</p>
<p><a href="P020240920363.xls" target="_blank">1.{html_escape(report.organization)}公开表.xls</a></p>
<p><a href="P020240920364.pdf" target="_blank">2.绩效评价报告.pdf</a></p>
</div>
<div class="wx-only">收入总计999.99万元，扫码阅读全文</div>
<div class="btns"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div>
<div class="updown"><p>上一篇：<a href="/1.html">关于开展部门预算公开工作的通知</a></p><p>下一篇：<a href="/2.html">青溪县粮食局部门决算</a></p></div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div class="qr"><img src="/qr.png"><p>扫一扫在手机打开当前页</p></div>
</div>
<div class="friend"><h3>友情链接</h3><select><option>国家部委网站</option><option>省市政府网站</option></select></div>
<div class="footer"><p>主办：青溪县人民政府办公室　承办：青溪县大数据中心　联系电话：0000-1234567</p><p>某ICP备12345678号-1　网站标识码：0000000001　公网安备 00000000000001号</p></div>
</body></html>
"""


def spanned(text):
    """Numbers in spans of their own, as Word writes them into pages."""
    return re.sub(r"[\d.]+%?", lambda m: f'</span><span lang="EN-US">{m[0]}</span><span>', html_escape(text, quote=False))


def pasted(block):
    """A table as workbooks give it to pages: the lines above it are rows of it, merged over its width."""
    width = len(block.widths)
    above = []
    if not block.performance:
        above.append(f'<tr><td colspan="{width}" class="xl70"><strong>{html_escape(block.title, quote=False)}</strong></td></tr>')
        if block.number:
            above.append(f'<tr><td colspan="{width}" align="right">{block.number}</td></tr>')
        left = max(width // 2, 1)
        if block.body:
            above.append(f'<tr><td colspan="{left}">{block.body}</td><td colspan="{width - left}" align="right">{block.unit}</td></tr>')
        elif block.unit:
            above.append(f'<tr><td colspan="{width}" align="right">{block.unit}</td></tr>')
    rows = []
    for row in block.lattice():
        cells = []
        for c, _ in row:
            if c:
                spans = (f' rowspan="{c.rows}"' if c.rows > 1 else "") + (f' colspan="{c.columns}"' if c.columns > 1 else "")
                cells.append(f'<td{spans} class="xl65" style="height:14.25pt">{html_escape(c.text, quote=False) or "　"}</td>')
        rows.append(f'<tr height="19">{"".join(cells)}</tr>')
    below = [f'<tr><td colspan="{width}">{html_escape(note)}</td></tr>' for note in block.notes]
    columns = "".join(f'<col width="{8 * w:g}">' for w in block.widths)
    return f'<table border="0" cellpadding="0" cellspacing="0"><colgroup>{columns}</colgroup><tbody>\n' + "\n".join(above + rows + below) + "\n</tbody></table>"


# ---------------------------------------------------------------- a workbook with formats of accountants


ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


def accounts(report):
    """The plain workbook with what accountants do to it: blank rows and columns around, formats of accounting, hidden sheets and rows."""
    book = plain_workbook.book(report)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, float):
                    cell.number_format = ACCOUNTING if "," in cell.number_format else "0.00_ "
        sheet.freeze_panes = "A5"
        sheet.print_title_rows = "1:4"
    hidden = book.create_sheet("代码表")
    hidden.sheet_state = "hidden"
    for at, line in enumerate([("编码", "名称"), ("201", "一般公共服务支出"), ("208", "社会保障和就业支出")], 1):
        for column, value in enumerate(line, 1):
            hidden.cell(at, column, value)
    return plain_workbook.written(book, report)
