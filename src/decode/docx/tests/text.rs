//! Text, fields, notes, changes and headings.

use super::{document, file, headings, notes, p, read, text_of};
use crate::diagnostic::DiagnosticCode;

#[test]
fn paragraphs_are_lines_in_their_order_and_runs_join() {
    let body = format!("<w:p><w:r><w:t>青溪县</w:t></w:r><w:r><w:t>水利局</w:t></w:r></w:p><w:p/>{}", p("2021年度部门决算"));
    assert_eq!(text_of(&body), "青溪县水利局\n\n2021年度部门决算\n");
}

#[test]
fn tabs_are_blanks_breaks_are_line_ends_and_a_page_break_ends_the_page() {
    let body = concat!(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>单位</w:t><w:tab/><w:t>万元</w:t><w:br/><w:t>甲</w:t><w:cr/><w:t>乙</w:t>",
        "<w:br w:type=\"page\"/><w:t>丙</w:t></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    );
    assert_eq!(text_of(body), "单位 万元\n甲\n乙\n\x0c丙\n\x0c");
}

/// A paragraph with these properties.
fn with(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A paragraph behind so many tabs.
fn behind_tabs(tabs: usize, text: &str) -> String {
    format!("<w:p><w:r>{}<w:t>{text}</w:t></w:r></w:p>", "<w:tab/>".repeat(tabs))
}

#[test]
fn the_cells_of_a_typed_table_keep_their_tabs() {
    let cells = ["项目名称", "河湖长制经费", "", "预算数", "120", "", "完成38条河流健康评价，开展巡查，并聘请第三方按季评估河湖管理保护成效。"];
    let body: String = cells.iter().map(|cell| if *cell == "预算数" { p("") + &behind_tabs(1, cell) } else { behind_tabs(1, cell) }).collect();
    let expected = "一、绩效\n\t项目名称\n\t河湖长制经费\n\t\n\n\t预算数\n\t120\n\t\n\t完成38条河流健康评价，开展巡查，并聘请第三方按季评估河湖管理保护成效。\n二、其他说明\n";
    assert_eq!(text_of(&[p("一、绩效"), body, p("二、其他说明")].concat()), expected);
}

#[test]
fn tabs_that_indent_are_blanks() {
    let headings = ["一、部门职责", "二、机构设置", "（一）收入", "1.支出", "第三部分 说明"].map(|heading| behind_tabs(1, heading)).concat();
    assert_eq!(text_of(&headings), " 一、部门职责\n 二、机构设置\n （一）收入\n 1.支出\n 第三部分 说明\n");
    let prose = ["2021年收入合计5万元。", "其中，财政拨款3万元。", "事业收入1万元。", "其他收入1万元。"].map(|sentence| behind_tabs(1, sentence)).concat();
    assert_eq!(text_of(&prose), " 2021年收入合计5万元。\n 其中，财政拨款3万元。\n 事业收入1万元。\n 其他收入1万元。\n");
    let signature = [p("特此说明。"), behind_tabs(3, "青溪县水利局"), behind_tabs(3, "2021年9月1日")].concat();
    assert_eq!(text_of(&signature), "特此说明。\n   青溪县水利局\n   2021年9月1日\n");
    let heading = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:tab/><w:t>概况</w:t></w:r></w:p>";
    let decoded = read(&file(&heading.repeat(5), &[]));
    assert_eq!(decoded.text, " 概况\n".repeat(5));
}

#[test]
fn a_tab_before_text_and_one_behind_it_stand_apart_from_cells_of_grids() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row = format!("<w:tr>{}{}</w:tr>", cell(&behind_tabs(1, "")), cell(&behind_tabs(1, "12")));
    let body = format!("<w:tbl>{}</w:tbl>{}", row.repeat(5), p("完"));
    let decoded = read(&file(&body, &[]));
    assert_eq!(decoded.text, "\t12\n".repeat(5) + "完\n");
}

#[test]
fn a_page_ends_before_a_paragraph_that_says_so_itself_or_by_its_style() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"part\"><w:name w:val=\"heading 1\"/><w:pPr><w:pageBreakBefore/></w:pPr></w:style>";
    let body = [
        with("<w:pageBreakBefore/>", "封面"),
        with("<w:pageBreakBefore/>", "目录"),
        with("<w:pageBreakBefore w:val=\"0\"/>", "概况"),
        with("<w:pStyle w:val=\"part\"/>", "第一部分"),
        with("<w:pStyle w:val=\"part\"/><w:pageBreakBefore w:val=\"false\"/>", "第二部分"),
    ];
    let decoded = read(&file(&body.concat(), &[("styles", styles)]));
    assert_eq!(decoded.text, "封面\n\x0c目录\n概况\n\x0c第一部分\n第二部分\n");
    assert_eq!(headings(&decoded), [(1, "第一部分"), (1, "第二部分")]);
}

#[test]
fn a_page_ends_before_a_table_whose_first_cell_says_so() {
    let row = |first: &str| format!("<w:tr><w:tc>{first}</w:tc><w:tc>{}</w:tc></w:tr>", p("决算数"));
    let body = format!("{}<w:tbl>{}{}</w:tbl>", p("见下表"), row(&with("<w:pageBreakBefore/>", "项目")), row(&with("<w:pageBreakBefore/>", "总计")));
    assert_eq!(text_of(&body), "见下表\n\x0c项目\t决算数\n总计\t决算数\n");
}

#[test]
fn a_style_separator_joins_a_heading_to_the_text_of_its_line() {
    let separated = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>";
    let body = [
        with(&format!("<w:outlineLvl w:val=\"1\"/>{separated}"), "（一）主要职能。"),
        p("负责全县水利工作。"),
        with(separated, "附："),
        with("<w:outlineLvl w:val=\"1\"/>", "（二）机构设置"),
        with(&format!("<w:outlineLvl w:val=\"1\"/>{separated}"), "（三）人员"),
        "<w:p><w:r><w:rPr><w:specVanish/></w:rPr><w:t>编制</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>12</w:t></w:r></w:p>".to_owned(),
        with(&format!("<w:outlineLvl w:val=\"1\"/>{separated}"), "（四）完"),
    ];
    let decoded = read(&file(&body.concat(), &[]));
    assert_eq!(decoded.text, "（一）主要职能。负责全县水利工作。\n附：（二）机构设置\n（三）人员编制12\n（四）完\n");
    assert_eq!(headings(&decoded), [(2, "（一）主要职能。"), (2, "（二）机构设置"), (2, "（三）人员"), (2, "（四）完")]);
    assert_eq!(notes(&decoded), [(DiagnosticCode::ContentHidden, "12")]);
}

#[test]
fn numbers_of_lists_stand_before_their_own_part_of_a_joined_line() {
    let numbering = concat!(
        "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/>",
        "<w:lvlText w:val=\"（%1）\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
    );
    let numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/>";
    let body = [
        with(&format!("{numbered}<w:rPr><w:specVanish/></w:rPr>"), "职能。"),
        with("", "负责水利。"),
        with("<w:rPr><w:specVanish/></w:rPr>", "附："),
        with(numbered, "机构"),
    ];
    let decoded = read(&file(&body.concat(), &[("numbering", numbering)]));
    assert_eq!(decoded.text, "（一）职能。负责水利。\n附：（二）机构\n");
    assert_eq!(headings(&decoded), [(2, "（一）职能。"), (2, "（二）机构")]);
}

#[test]
fn the_last_paragraph_is_read_though_its_end_was_deleted() {
    assert_eq!(text_of(&with("<w:rPr><w:del/></w:rPr>", "总计12万元")), "总计12万元\n");
}

#[test]
fn what_is_hidden_across_the_end_of_a_page_is_noted_on_both() {
    let body =
        "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t><w:br w:type=\"page\"/><w:t>丙</w:t></w:r><w:r><w:t>丁</w:t></w:r></w:p>";
    let decoded = read(&file(body, &[]));
    assert_eq!(decoded.text, "甲乙\n\x0c丙丁\n");
    assert_eq!(notes(&decoded), [(DiagnosticCode::ContentHidden, "乙"), (DiagnosticCode::ContentHidden, "丙")]);
}

#[test]
fn hyphens_that_do_not_break_are_signs_and_soft_ones_are_nothing() {
    let body = "<w:p><w:r><w:noBreakHyphen/><w:t>35.20万</w:t><w:softHyphen/><w:t>元</w:t></w:r></w:p>";
    assert_eq!(text_of(body), "-35.20万元\n");
}

#[test]
fn symbols_of_fonts_are_the_characters_they_show_and_unknown_ones_are_noted() {
    let body = concat!(
        "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>90%</w:t>",
        "<w:sym w:font=\"Wingdings\" w:char=\"F021\"/></w:r></w:p>"
    );
    let decoded = read(&file(body, &[]));
    assert_eq!(decoded.text, "☑是≥90%\u{f021}\n");
    assert_eq!(notes(&decoded), [(DiagnosticCode::CharacterUnmapped, "\u{f021}")]);
}

#[test]
fn white_space_at_the_ends_counts_only_where_it_is_preserved() {
    let body = "<w:p><w:r><w:t>\n  总计 </w:t><w:t xml:space=\"preserve\"> 12 </w:t><w:t>万\n元</w:t></w:r></w:p>";
    assert_eq!(text_of(body), "总计 12 万 元\n");
}

#[test]
fn references_to_characters_are_resolved_and_entities_are_not() {
    let xml = document("<w:p><w:r><w:t>甲&amp;乙&lt;&#20803;&#x4e07;&bomb;</w:t></w:r></w:p>");
    let declared = xml.replacen("?>", "?><!DOCTYPE w [<!ENTITY bomb \"炸\"><!ENTITY far SYSTEM \"file:///etc/hostname\">]>", 1);
    let decoded = read(&super::archive(&[("word/document.xml", declared.as_bytes())]));
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲&乙<元万&bomb;\n", vec![(DiagnosticCode::ContentDamaged, "")]));
}

#[test]
fn raised_figures_are_never_digits_of_the_amount_before_them() {
    let body = "<w:p><w:r><w:t>支出35.2</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>12</w:t></w:r><w:r><w:t>万元</w:t></w:r></w:p>";
    assert_eq!(text_of(body), "支出35.2¹²万元\n");
}

#[test]
fn heading_styles_and_outline_levels_mark_headings() {
    let styles = concat!(
        "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>",
        "<w:style w:type=\"paragraph\" w:styleId=\"a5\"><w:name w:val=\"章\"/><w:basedOn w:val=\"1\"/></w:style>",
        "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/></w:style>",
        "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:basedOn w:val=\"y\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"y\"><w:basedOn w:val=\"x\"/></w:style>"
    );
    let styled = |properties: &str, text: &str| format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = [
        styled("<w:pStyle w:val=\"1\"/>", "第一部分 概况"),
        styled("<w:pStyle w:val=\"a5\"/>", "第二部分 说明"),
        styled("<w:pStyle w:val=\"2\"/>", "一、职能"),
        styled("<w:outlineLvl w:val=\"2\"/>", "（一）机构"),
        styled("<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>", "正文"),
        styled("<w:pStyle w:val=\"x\"/>", "正文二"),
    ];
    let decoded = read(&file(&body.concat(), &[("styles", styles)]));
    assert_eq!(decoded.text, "第一部分 概况\n第二部分 说明\n一、职能\n（一）机构\n正文\n正文二\n");
    assert_eq!(headings(&decoded), [(1, "第一部分 概况"), (1, "第二部分 说明"), (2, "一、职能"), (3, "（一）机构")]);
}

#[test]
fn heading_styles_are_known_by_name_where_the_styles_are_missing() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:r><w:t>一、职能</w:t></w:r></w:p>";
    assert_eq!(headings(&read(&file(body, &[]))), [(2, "一、职能")]);
}

#[test]
fn insertions_are_in_and_deletions_are_out() {
    let body = concat!(
        "<w:p><w:r><w:t>支出</w:t></w:r><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:del><w:r><w:delText>99</w:delText></w:r></w:del>",
        "<w:moveTo><w:r><w:t>万</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>亿</w:t></w:r></w:moveFrom><w:r><w:rPr><w:del/></w:rPr><w:t>元</w:t></w:r></w:p>"
    );
    assert_eq!(text_of(body), "支出12万元\n");
}

#[test]
fn a_deleted_paragraph_end_joins_its_text_to_the_next_paragraph() {
    let body = concat!(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>总计</w:t></w:r></w:p><w:p><w:r><w:t>12万元</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>其中</w:t></w:r></w:p>"
    );
    assert_eq!(text_of(body), "总计12万元\n其中\n");
}

#[test]
fn fields_give_their_results_without_their_instructions() {
    let body = concat!(
        "<w:p><w:r><w:t>共</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF _a \\h </w:instrText><w:t>指令</w:t></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        "<w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>万</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>元</w:t></w:r></w:hyperlink></w:p>"
    );
    assert_eq!(text_of(body), "共12万元\n");
}

#[test]
fn a_field_that_is_never_parted_hides_no_paragraph_behind_it() {
    let body = format!("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r></w:p>{}", p("支出12万元"));
    assert_eq!(text_of(&body), "支出12万元\n");
}

#[test]
fn tables_of_contents_are_set_aside_in_all_their_forms() {
    let field = concat!(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o \"1-3\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
        "<w:hyperlink><w:r><w:t>一、职能</w:t><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGEREF _1</w:instrText></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:hyperlink></w:p>",
        "<w:p><w:r><w:t>二、机构</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    );
    let tag = concat!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>",
        "<w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    );
    let simple = "<w:p><w:fldSimple w:instr=\"TOC \\o\"><w:r><w:t>一、职能</w:t></w:r></w:fldSimple></w:p>";
    assert_eq!(text_of(&[field, tag, simple, &p("一、职能")].concat()), "\n一、职能\n");
}

#[test]
fn a_table_of_contents_without_an_end_stops_before_the_first_heading() {
    let body = concat!(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>一、职能</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>一、职能</w:t></w:r></w:p><w:p><w:r><w:t>负责水利。</w:t></w:r></w:p>"
    );
    assert_eq!(text_of(body), "一、职能\n负责水利。\n");
}

#[test]
fn structured_tags_smart_tags_and_custom_xml_are_looked_through() {
    let body = concat!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"单位\"/></w:sdtPr><w:sdtContent><w:p><w:smartTag w:element=\"place\"><w:r><w:t>青溪县</w:t></w:r></w:smartTag>",
        "<w:customXml w:element=\"x\"><w:sdt><w:sdtContent><w:r><w:t>水利局</w:t></w:r></w:sdtContent></w:sdt></w:customXml></w:p></w:sdtContent></w:sdt>"
    );
    assert_eq!(text_of(body), "青溪县水利局\n");
}

#[test]
fn text_boxes_stand_once_behind_their_paragraph() {
    let body = concat!(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>",
        "<w:p><w:r><w:t>框一</w:t></w:r></w:p><w:p><w:r><w:t>框二</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>",
        "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框一</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>",
        "</mc:AlternateContent></w:r><w:r><w:t>乙</w:t></w:r></w:p>",
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>旧框</w:t></w:r></w:p></w:txbxContent></v:textbox>",
        "<v:textpath string=\"艺术字\"/></v:shape></w:pict></w:r></w:p>"
    );
    assert_eq!(text_of(body), "甲乙\n框一\n框二\n\n旧框\n艺术字\n");
}

#[test]
fn notes_stand_behind_the_paragraph_that_refers_to_them() {
    let footnotes = concat!(
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>",
        "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> 含下属单位。</w:t></w:r></w:p></w:footnote>"
    );
    let endnotes = "<w:endnote w:id=\"2\"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>数据未审计。</w:t></w:r></w:p></w:endnote>";
    let body = concat!(
        "<w:p><w:r><w:t>支出12</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>万元</w:t></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>",
        "<w:p><w:r><w:t>完</w:t><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
    );
    let decoded = read(&file(body, &[("footnotes", footnotes), ("endnotes", endnotes)]));
    assert_eq!(decoded.text, "支出12万元\n 含下属单位。\n数据未审计。\n完\n");
}

#[test]
fn hidden_text_is_read_and_noted() {
    let styles = concat!(
        "<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>",
        "<w:style w:type=\"paragraph\" w:styleId=\"ph\"><w:rPr><w:vanish/></w:rPr></w:style>"
    );
    let body = concat!(
        "<w:p><w:r><w:t>支出</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>12</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>万元</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:pStyle w:val=\"ph\"/><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>全段</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>只有段落标记</w:t></w:r></w:p>"
    );
    let decoded = read(&file(body, &[("styles", styles)]));
    assert_eq!(decoded.text, "支出12万元\n隐显\n全段\n只有段落标记\n");
    let hidden = DiagnosticCode::ContentHidden;
    assert_eq!(notes(&decoded), [(hidden, "12"), (hidden, "隐"), (hidden, "全段")]);
}

#[test]
fn ruby_gives_its_base_and_formulas_their_text() {
    let body = concat!(
        "<w:p><w:r><w:ruby><w:rubyPr><w:hps w:val=\"10\"/></w:rubyPr><w:rt><w:r><w:t>bù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>部</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        "<w:r><w:t>门</w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>"
    );
    assert_eq!(text_of(body), "部门1/2\n");
}

#[test]
fn former_properties_are_not_those_of_the_text() {
    let body = concat!(
        "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr>",
        "</w:rPrChange></w:rPr><w:t>正文</w:t></w:r></w:p>"
    );
    let decoded = read(&file(body, &[]));
    assert_eq!((decoded.text.as_str(), headings(&decoded), notes(&decoded)), ("正文\n", vec![], vec![]));
}

#[test]
fn embedded_objects_are_noted_where_they_stand() {
    let body = format!("{}<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>", p("见表"));
    let decoded = read(&file(&body, &[]));
    let noted: Vec<(DiagnosticCode, &str)> = decoded.content.diagnostics.iter().map(|d| (d.code, d.message.as_str())).collect();
    assert_eq!(noted, [(DiagnosticCode::ContentDamaged, "此处有嵌入对象（如工作表），其内容未读取")]);
}
