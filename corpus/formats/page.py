"""A report as web pages: one of today, and one of a portal of the years before."""

from html import escape

from model import *  # noqa: F403
from word import heading_text


def table(block, cell="td", attributes=""):
    rows = []
    for row in block.lattice():
        cells = []
        for c, _ in row:
            if c:
                spans = (f' rowspan="{c.rows}"' if c.rows > 1 else "") + (f' colspan="{c.columns}"' if c.columns > 1 else "")
                cells.append(f"<{cell}{spans}>{escape(c.text, quote=False)}</{cell}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table{attributes}><tbody>\n" + "\n".join(rows) + "\n</tbody></table>"


def title(report):
    return "".join(block for block in report.blocks[0].lines if not block.startswith("公开时间"))


def modern(report):
    """`div` and `p`, headings as such, tables with rowspan and colspan; the page around it in `header`, `nav` and `footer`."""
    found = []
    for block in report.blocks:
        match block:
            case Cover():
                found += [f'<p style="text-align:center"><strong>{escape(line)}</strong></p>' for line in block.lines]
            case Heading(text=""):
                found.append(f"<h{block.level + 1}>{escape(heading_text(block), quote=False)}</h{block.level + 1}>")
            case Heading():
                found.append(f"<p><b>{escape(block.label + block.title, quote=False)}。</b><span>{escape(block.text, quote=False)}</span></p>")
            case Paragraph():
                found.append(f'<p style="text-indent:2em">{escape(block.text, quote=False)}</p>')
            case Term():
                found.append(f"<p>{escape(f'{block.label}{block.term}：{block.definition}', quote=False)}</p>")
            case Table():
                head = "" if block.performance else f'<p style="text-align:center"><b>{escape(block.title, quote=False)}</b></p>\n'
                lines = [block.number, "　".join(filter(None, (block.body, block.unit)))]
                head += "\n".join(f'<p style="text-align:right">{escape(line)}</p>' for line in lines if line)
                found.append(head + "\n" + table(block, attributes=' border="1"') + "\n" + "\n".join(f"<p>{escape(n)}</p>" for n in block.notes))
    body = "\n".join(found)
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{escape(title(report))}_{escape(report.organization)}</title>
<style>td {{ padding: 2px 6px }} .hidden {{ display: none }}</style>
<script>var visits = 20240918; function show(n) {{ if (n < 3 && n > 1) return "<p>收入总计999.99万元</p>"; }}</script>
</head>
<body>
<header><nav><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></nav></header>
<div class="main"><div class="article">
{body}
</div></div>
<footer><p>版权所有：{escape(report.organization)}</p></footer>
</body>
</html>
"""


def portal(report):
    """Layout by tables, blanks as entities, navigation and links around the text, attachments below it."""
    found = []
    blank = "&nbsp;&nbsp;&nbsp;&nbsp;"
    for block in report.blocks:
        match block:
            case Cover():
                found += [f'<P align=center><FONT size=5>{escape(line)}</FONT></P>' for line in block.lines]
            case Heading(text=""):
                found.append(f"<P>{blank}<STRONG>{escape(heading_text(block), quote=False)}</STRONG></P>")
            case Heading():
                found.append(f"<P>{blank}<STRONG>{escape(block.label + block.title, quote=False)}。</STRONG>{escape(block.text, quote=False)}</P>")
            case Paragraph():
                found.append(f"<P>{blank}<!--[if !supportLists]--><!--[endif]-->{escape(block.text, quote=False)}</P>")
            case Term():
                found.append(f"<P>{blank}{escape(f'{block.label}{block.term}：{block.definition}', quote=False)}</P>")
            case Table():
                head = "" if block.performance else f"<P align=center><STRONG>{escape(block.title, quote=False)}</STRONG></P>\n"
                lines = [block.number, "&nbsp;&nbsp;".join(filter(None, (block.body, block.unit)))]
                head += "\n".join(f"<P align=right>{line}</P>" for line in lines if line)
                found.append(head + "\n" + table(block, "TD", ' border=1 cellSpacing=0') + "\n" + "\n".join(f"<P>{escape(n)}</P>" for n in block.notes))
    body = "\n".join(found)
    name = escape(title(report))
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD><TITLE>{name}</TITLE>
<META http-equiv=Content-Type content="text/html; charset=gb2312">
</HEAD>
<BODY>
<TABLE width=1000 align=center border=0><TBODY>
<TR><TD colSpan=2><A href="/">首页</A> | <A href="/zw/">政务公开</A> | <A href="/fw/">办事服务</A> | <A href="/hd/">互动交流</A></TD></TR>
<TR><TD colSpan=2>当前位置：<A href="/">首页</A> &gt; <A href="/zw/">政务公开</A> &gt; <A href="/czyjs/">财政预决算</A></TD></TR>
<TR><TD width=200 vAlign=top>
<UL><LI><A href="/a.html">机构职能</A></LI><LI><A href="/b.html">领导信息</A></LI><LI><A href="/c.html">财政信息</A></LI></UL>
</TD><TD vAlign=top>
<P align=center>{name}</P>
<P align=center>发布时间：{report.year + 1}-09-20 10:05 来源：{report.organization} 浏览次数：318次 【字体：<A href="#">大</A> <A href="#">中</A> <A href="#">小</A>】</P>
{body}
<P>附件：<A href="/files/1.xlsx">{report.organization}公开表.xlsx</A></P>
<P align=right>【<A href="javascript:print()">打印</A>】【<A href="javascript:close()">关闭</A>】</P>
</TD></TR>
<TR><TD colSpan=2 align=center>主办：{report.organization} 技术支持：信息中心</TD></TR>
</TBODY></TABLE>
</BODY></HTML>
"""
