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
