use super::decode;
use crate::decode::Decoding;
use crate::diagnostic::DiagnosticCode;
use crate::source::Content;

#[track_caller]
fn read(page: &str) -> (String, Content) {
    let decoded = decode(page.as_bytes(), None, &Decoding::default()).unwrap_or_else(|e| panic!("{e}"));
    (decoded.text, decoded.content)
}

#[track_caller]
fn text(page: &str) -> String {
    read(page).0
}

/// The grids of a page, a line each: `row,column` of the cells, with `rows×columns` for merged ones and `!` for hidden ones, and their text.
#[track_caller]
fn grids(page: &str) -> Vec<String> {
    let (text, content) = read(page);
    let cell = |c: &crate::source::GridCell| {
        let merged = if c.row_span * c.column_span > 1 { format!(" {}×{}", c.row_span, c.column_span) } else { String::new() };
        format!("{},{}{merged}{}={}", c.row, c.column, if c.hidden { "!" } else { "" }, c.span.of(&text).expect("spans fit the text"))
    };
    content.grids.iter().map(|g| format!("{}×{} {}", g.rows, g.columns, g.cells.iter().map(cell).collect::<Vec<_>>().join(" "))).collect()
}

#[track_caller]
fn codes(page: &str) -> Vec<DiagnosticCode> {
    read(page).1.diagnostics.iter().map(|d| d.code).collect()
}

// --- lines

#[test]
fn blocks_and_line_breaks_make_lines() {
    let page = "<p>一、收入<br>1.财政拨款<br/><br>2.其他</p><div>二、支出<div>基本支出</div>项目支出</div>三、结余<hr>四、其他";
    assert_eq!(text(page), "一、收入\n1.财政拨款\n2.其他\n二、支出\n基本支出\n项目支出\n三、结余\n四、其他\n");
}

#[test]
fn white_space_is_closed_up_and_fixed_blanks_are_kept() {
    let page = "<p>\n  收入总计\n  支出总计 <b> 12.50 </b>\t万元\n</p><p>&nbsp;&nbsp;\u{3000}合计&nbsp;3元</p><p>&nbsp;</p>";
    assert_eq!(text(page), "收入总计支出总计 12.50 万元\n  \u{3000}合计 3元\n");
}

#[test]
fn entities_are_decoded_and_damaged_ones_left() {
    assert_eq!(text("<p>&#40;一&#x29;&ldquo;三公&rdquo;&lt;10%&amp;& #40;&shy;&yen;5</p>"), "(一)“三公”<10%&& #40;\u{ad}¥5\n");
}

#[test]
fn preformatted_text_keeps_its_lines_and_blanks() {
    let page = "<pre>\n一、收入\n  财政拨款   10万元</pre><div style='white-space: pre-wrap'>二、支出\r\n  5万元</div>";
    assert_eq!(text(page), "一、收入\n  财政拨款   10万元\n二、支出\n  5万元\n");
}

#[test]
fn comments_are_left_out_and_numbers_of_word_stay() {
    let page =
        "<p class=MsoNormal><!--[if !supportLists]--><span lang=EN-US>一、<span style='font:7.0pt \"Times\"'>&nbsp;</span></span><!--[endif]-->部门职能</p>\
                <!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><![if !vml]>正文<![endif]>";
    assert_eq!(text(page), "一、 部门职能\n正文\n");
}

#[test]
fn what_no_reader_sees_is_left_out() {
    let page = "<head><title>题</title><meta name=a content=b>\n<style>p{}</style></head><body><script>var a='<p>x</p>';</script><noscript>请启用脚本</noscript>\
                <template><p>模板</p></template><iframe src=a>框架</iframe><svg><text>图</text></svg><select><option>2019</option><option>2020</option></select>\
                <input value=搜索><button>提交</button><p>收入<del>旧文</del><sup>①</sup>x<sub>2</sub></p>";
    let (text, content) = read(page);
    assert_eq!((text.as_str(), content.title.as_deref()), ("收入①x2\n", Some("题")));
}

#[test]
fn directives_of_server_pages_are_passed_over() {
    let page = "<%@ page language=\"java\" contentType=\"text/html; charset=UTF-8\"%>\r\n<html><body><% if (a > b) { %><p>收入<%= total %>万元</p><% } %></body></html>";
    assert_eq!(text(page), "收入万元\n");
}

#[test]
fn headings_are_marked_with_their_depth() {
    let (text, content) = read("<h1>青溪县水利局<br>2020年度部门决算</h1><h3><span>一、<b>概况</b></span></h3><h2>&nbsp;</h2><p>正文</p>");
    assert_eq!(text, "青溪县水利局 2020年度部门决算\n一、概况\n正文\n");
    let marks: Vec<(u8, &str)> = content.headings.iter().map(|h| (h.level, h.span.of(&text).expect("spans fit the text"))).collect();
    assert_eq!(marks, [(1, "青溪县水利局 2020年度部门决算"), (3, "一、概况")]);
}

#[test]
fn ordered_lists_are_numbered_as_shown() {
    let page = "<ol><li>收入<li><p>支出</p><p>明细</p><ol type=a start=3><li>基本<li value=7>项目</ol><li>结余</ol><ul><li>其他</ul>\
                <ol style='list-style-type: simp-chinese-informal'><li>概况<li>说明</ol><ol><li>1.已有编号<li></ol><p>完</p>";
    assert_eq!(text(page), "1. 收入\n2. 支出\n明细\nc. 基本\ng. 项目\n3. 结余\n其他\n一、概况\n二、说明\n1.已有编号\n完\n");
}

#[test]
fn formulas_are_read_as_text() {
    assert_eq!(text("<p>占比<math><mfrac><mn>1</mn><mrow><mn>2</mn><mo>+</mo><mi>x</mi></mrow></mfrac></math>。</p>"), "占比1/2+x。\n");
}

#[test]
fn text_that_a_style_sheet_hides_is_read_with_a_remark() {
    let page = "<style>.more{display:none}.more.open{display:block}</style><p>收入</p><p class=more>支出<span>1</span></p><p class='more open'>结余</p>";
    assert_eq!((text(page), codes(page)), ("收入\n支出1\n结余\n".to_owned(), vec![DiagnosticCode::ContentHidden]));
}

#[test]
fn hidden_text_is_read_with_a_remark() {
    let page = "<div style='DISPLAY: none;'>收入合计10万元</div><p>支出<span style='mso-hide:all'>5</span>万元</p><div style='display:none'>分享到：微信</div><p>结余</p>";
    assert_eq!(text(page), "收入合计10万元\n支出5万元\n结余\n");
    assert_eq!(codes(page), [DiagnosticCode::ContentHidden, DiagnosticCode::ContentHidden]);
}

#[test]
fn a_script_without_an_end_is_reported() {
    assert_eq!((text("<p>收入</p><script>var a"), codes("<p>收入</p><script>var a")), ("收入\n".into(), vec![DiagnosticCode::ContentDamaged]));
}

#[test]
fn bytes_that_cannot_be_read_are_reported_where_they_stand() {
    let page = [
        b"<meta charset=utf-8><p>".as_slice(),
        "青溪县水利局二〇二〇年度部门决算公开说明，收入总计与支出总计均为十二万元，其中财政拨款收入".as_bytes(),
        b"\xff\xfe10</p>",
    ]
    .concat();
    let decoded = decode(&page, None, &Decoding::default()).unwrap_or_else(|e| panic!("{e}"));
    let places: Vec<&str> = decoded.content.diagnostics.iter().filter_map(|d| d.span?.of(&decoded.text)).collect();
    assert_eq!(places, ["\u{fffd}\u{fffd}"]);
}

#[test]
fn a_page_in_utf_16_is_read() {
    let page: Vec<u8> = "\u{feff}<html><p>收入总计10万元</p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let decoded = decode(&page, None, &Decoding::default()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!((decoded.text.as_str(), decoded.encoding), ("收入总计10万元\n", "UTF-16LE"));
}

#[test]
fn a_page_longer_than_the_limit_is_read_as_far_as_it_goes() {
    let mut decoding = Decoding::default();
    decoding.limits.expanded = 20;
    let decoded = decode(b"<p>123</p><p>456</p><p>789</p>", None, &decoding).unwrap_or_else(|e| panic!("{e}"));
    let codes: Vec<DiagnosticCode> = decoded.content.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!((decoded.text.as_str(), codes), ("123\n456\n", vec![DiagnosticCode::LimitReached]));
}

// --- tables

#[test]
fn a_table_of_data_is_a_grid() {
    let page =
        "<table border=1><caption>收入决算表</caption><tr><th rowspan=2>项目<th colspan=2>金额<tr><td>预算<td>决算<tr><td>合计<td>1<br>2<td>&nbsp;</table>";
    assert_eq!(text(page), "收入决算表\n项目\t金额\n预算\t决算\n合计\t1\u{2028}2\t\n");
    assert_eq!(grids(page), ["3×3 0,0 2×1=项目 0,1 1×2=金额 1,1=预算 1,2=决算 2,0=合计 2,1=1\u{2028}2 2,2="]);
}

#[test]
fn a_table_in_a_cell_of_data_is_text_of_the_cell() {
    let page = "<table><tr><td>功能分类科目编码及名称<td>本年收入合计</tr><tr><td><table><tr><td>类<td>款</table><td>3</table>";
    assert_eq!(text(page), "功能分类科目编码及名称\t本年收入合计\n类 款\t3\n");
}

#[test]
fn a_table_that_lays_out_the_page_is_read_as_paragraphs() {
    let page = "<table width=1000><tr><td><img src=logo.gif></td></tr><tr><td><p>一、收入</p><table><tr><td>项目<td>金额<tr><td>合计<td>3</table><p>单位：万元</p></td></tr></table>";
    assert_eq!(text(page), "一、收入\n项目\t金额\n合计\t3\n单位：万元\n");
    assert_eq!(grids(page), ["2×2 0,0=项目 0,1=金额 1,0=合计 1,1=3"]);
}

#[test]
fn tables_of_one_cell_a_row_or_without_meaning_are_no_grids() {
    let page = "<table><tr><td>一、主要职能<tr><td>本部门负责水利工作。</table><table role=presentation><tr><td>甲<td>乙</table>";
    assert_eq!((text(page).as_str(), grids(page)), ("一、主要职能\n本部门负责水利工作。\n甲\n乙\n", vec![]));
}

#[test]
fn a_body_beside_a_margin_is_no_cell() {
    let body = "<p>本部门贯彻执行国家水利方针政策，拟订全县水利发展规划并组织实施。</p>".repeat(9);
    let page = format!("<table><tr><td>栏目<td>{body}</table>");
    assert_eq!((text(&page).lines().count(), grids(&page)), (10, vec![]));
}

#[test]
fn tables_one_after_the_other_stay_two() {
    let part = "<table><tr><td>项目<td>金额<tr><td>合计<td>3</table>";
    assert_eq!(grids(&part.repeat(2)).len(), 2);
}

#[test]
fn hidden_rows_are_read_and_marked_unless_empty() {
    let page = "<table><tr><td>项目<td>金额<tr style='display:none'><td>附列<td>9<tr height=0 style='display:none'><td width=80><td width=90></table>";
    assert_eq!(grids(page), ["2×2 0,0=项目 0,1=金额 1,0!=附列 1,1!=9"]);
    assert_eq!(codes(page), [DiagnosticCode::ContentHidden]);
}

#[test]
fn cells_may_be_blocks_or_hold_them() {
    let page = "<div style='display:table'><div style='display:table-row'><div style='display:table-cell'>项目</div><div style='display:table-cell'><div>金额</div><div>万元</div></div></div></div>";
    assert_eq!(grids(page), ["1×2 0,0=项目 0,1=金额\u{2028}万元"]);
}

#[test]
fn text_between_the_rows_is_not_lost() {
    assert_eq!(text("<table>单位：万元<tr><td>项目<td>金额</table>"), "单位：万元\n项目\t金额\n");
}

#[test]
fn cells_behind_the_limit_are_reported() {
    let mut decoding = Decoding::default();
    decoding.limits.cells = 3;
    let decoded = decode(b"<table><tr><td>1<td>2<tr><td>3<td>4</table><p>5", None, &decoding).unwrap_or_else(|e| panic!("{e}"));
    let codes: Vec<DiagnosticCode> = decoded.content.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!((decoded.text.as_str(), codes), ("1\t2\n3\n5\n", vec![DiagnosticCode::LimitReached]));
}

#[test]
fn tables_saved_by_excel_are_grids_of_what_is_shown() {
    let page = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:x\"><body link=blue><table border=0 x:str style='border-collapse:collapse'><col width=72>\
                <tr height=18><td class=xl24 x:num=\"2912.07\" align=right>2,912.07</td><td class=xl25>万元<span style='mso-spacerun:yes'>&nbsp;</span></td></tr>\
                <![if !supportMisalignedColumns]><tr height=0><td width=72></td><td width=72></td></tr><![endif]></table>";
    assert_eq!(grids(page), ["1×2 0,0=2,912.07 0,1=万元"]);
}

// --- furniture

#[test]
fn navigation_tools_and_imprint_are_set_aside() {
    let page = "<div class=top><a href=/>首页</a><a href=/a>政务公开</a></div><div>当前位置：<a href=/>首页</a> &gt; 部门决算</div><p>收入10万元</p>\
                <div>【<a href='javascript:print()'>打印</a>】【<a href='javascript:close()'>关闭</a>】</div><p>上一篇：<a href=1.html>青溪县林业局2020年度部门决算</a></p>\
                <div id=footer><p>主办单位：青溪县人民政府</p><p>版权所有 青ICP备00000000号</p></div>";
    assert_eq!(text(page), "收入10万元\n");
}

#[test]
fn a_bar_that_states_money_is_read() {
    assert_eq!(text("<footer>收入总计12.5万元</footer><nav>支出9元</nav>"), "收入总计12.5万元\n支出9元\n");
}

#[test]
fn a_table_of_contents_is_read() {
    let page = "<p><a href='#_Toc1'>一、部门概况</a></p><p><a href='#_Toc2'>二、名词解释</a></p><p><a name=_Toc1>一、部门概况</a></p>";
    assert_eq!(text(page), "一、部门概况\n二、名词解释\n一、部门概况\n");
}

#[test]
fn a_page_of_furniture_only_is_read_whole() {
    assert_eq!(text("<a href=a>首页</a><p>打印</p>"), "首页\n打印\n");
}

#[test]
fn attachments_are_named_as_printed_and_their_list_is_set_aside() {
    let page = "<p>详见<a href=x.pdf>决算说明</a>。</p><ul class=fj><li>附件1：<a href='./W02.xls'>青溪县水利局2020年度决算\n公开表.xls</a></li>\
                <li><a href='/d?f=%E7%BB%A9%E6%95%88.docx'>点击下载</a></li><li><a href='./W02.xls'><img src=x></a></li></ul>";
    let (text, content) = read(page);
    assert_eq!(text, "详见决算说明。\n");
    assert_eq!(content.attachments, ["决算说明", "青溪县水利局2020年度决算 公开表.xls", "绩效.docx"]);
}

// --- depth

#[test]
fn what_lies_deeper_than_the_limit_is_text_of_its_ancestor() {
    let page = format!("{}底{}<p>面</p>", "<div>".repeat(300), "</div>".repeat(300));
    assert_eq!((text(&page), codes(&page)), ("底\n面\n".into(), vec![DiagnosticCode::LimitReached]));
}
