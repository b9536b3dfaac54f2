//! Numbers that stand in no text.

use super::{file, headings, notes, read};
use crate::diagnostic::DiagnosticCode;

/// A level of a definition.
fn level(at: usize, format: &str, pattern: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"{pattern}\"/></w:lvl>"
    )
}

fn definition(id: &str, levels: &[String]) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{}</w:abstractNum>", levels.concat())
}

fn list(id: &str, definition: &str, overrides: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{overrides}</w:num>")
}

/// A paragraph of a list.
fn item(list: &str, level: usize, text: &str) -> String {
    format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[track_caller]
fn numbered(numbering: &[String], body: &[String]) -> String {
    read(&file(&body.concat(), &[("numbering", &numbering.concat())])).text
}

#[test]
fn chinese_numbers_stand_before_the_text_and_deeper_levels_start_again() {
    let levels = [level(0, "chineseCounting", "%1、", ""), level(1, "chineseCountingThousand", "（%2）", ""), level(2, "decimal", "%3.", "")];
    let body = [("职能", 0), ("机构", 0), ("内设", 1), ("下属", 1), ("预算", 2), ("决算", 0), ("收入", 1)].map(|(text, level)| item("1", level, text));
    let text = numbered(&[definition("0", &levels), list("1", "0", "")], &body);
    assert_eq!(text, "一、职能\n二、机构\n（一）内设\n（二）下属\n1.预算\n三、决算\n（一）收入\n");
}

#[test]
fn a_pattern_names_the_numbers_of_other_levels_each_in_its_own_format() {
    let levels = [level(0, "chineseCounting", "第%1部分", ""), level(1, "decimal", "%1.%2", ""), level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")];
    let body = [("甲", 0), ("乙", 1), ("丙", 2)].map(|(text, level)| item("1", level, text));
    let text = numbered(&[definition("0", &levels), list("1", "0", "")], &body);
    assert_eq!(text, "第一部分甲\n一.1乙\n1.1.1丙\n");
}

#[test]
fn a_level_above_that_no_paragraph_had_stands_where_it_starts() {
    let text = numbered(&[definition("0", &[level(0, "decimal", "%1", ""), level(1, "decimal", "%1.%2 ", "")]), list("1", "0", "")], &[item("1", 1, "甲")]);
    assert_eq!(text, "1.1 甲\n");
}

#[test]
fn lists_of_one_definition_count_on_and_an_override_starts_anew_once() {
    let numbering = [
        definition("0", &[level(0, "decimal", "%1、", "")]),
        list("1", "0", ""),
        list("2", "0", ""),
        list("3", "0", "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
    ];
    let body = ["1", "1", "2", "3", "3", "1"].map(|id| item(id, 0, "项"));
    assert_eq!(numbered(&numbering, &body), "1、项\n2、项\n3、项\n5、项\n6、项\n7、项\n");
}

#[test]
fn an_override_may_bring_a_level_of_its_own() {
    let own = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(0, "ideographTraditional", "%1．", ""));
    let text = numbered(&[definition("0", &[level(0, "decimal", "%1、", "")]), list("1", "0", &own)], &[item("1", 0, "项"), item("1", 0, "项")]);
    assert_eq!(text, "甲．项\n乙．项\n");
}

#[test]
fn a_level_may_never_start_again_or_only_behind_a_given_one() {
    let levels = [
        level(0, "decimal", "%1、", ""),
        level(1, "decimal", "（%2）", "<w:lvlRestart w:val=\"0\"/>"),
        level(2, "decimal", "%3）", "<w:lvlRestart w:val=\"1\"/>"),
    ];
    let body = [0, 1, 2, 1, 2, 0, 1, 2].map(|level| item("1", level, "项"));
    let text = numbered(&[definition("0", &levels), list("1", "0", "")], &body);
    assert_eq!(text, "1、项\n（1）项\n1）项\n（2）项\n2）项\n2、项\n（3）项\n1）项\n");
}

#[test]
fn bullets_stand_before_the_text_whatever_their_font() {
    let levels = [level(0, "bullet", "\u{f0b7}", ""), level(1, "bullet", "◆", ""), level(2, "none", "", "")];
    let text = numbered(&[definition("0", &levels), list("1", "0", "")], &[item("1", 0, "甲"), item("1", 1, "乙"), item("1", 2, "丙")]);
    assert_eq!(text, "•甲\n◆乙\n丙\n");
}

#[test]
fn what_parts_number_and_text_is_a_blank_unless_nothing_does() {
    let tabbed = level(0, "decimal", "%1.", "").replace("<w:suff w:val=\"nothing\"/>", "");
    let text = numbered(&[definition("0", &[tabbed]), list("1", "0", "")], &[item("1", 0, "5万元")]);
    assert_eq!(text, "1. 5万元\n");
}

#[test]
fn styles_number_their_paragraphs_at_the_level_that_is_linked_to_them() {
    let levels = [level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"1\"/>"), level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"2\"/>")];
    let numbering = [definition("0", &levels), list("1", "0", "")].concat();
    let numbered = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
    let styles = format!(
        concat!(
            "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr>{n}</w:pPr></w:style>",
            "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/><w:pPr>{n}</w:pPr></w:style>",
            "<w:style w:type=\"paragraph\" w:styleId=\"3\"><w:basedOn w:val=\"2\"/></w:style>"
        ),
        n = numbered
    );
    let styled = |style: &str, more: &str, text: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = [styled("1", "", "职能"), styled("2", "", "机构"), styled("3", "", "人员"), styled("2", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>", "无编号")];
    let decoded = read(&file(&body.concat(), &[("numbering", &numbering), ("styles", &styles)]));
    assert_eq!(decoded.text, "一、职能\n（一）机构\n（二）人员\n无编号\n");
    assert_eq!(headings(&decoded), [(1, "一、职能"), (2, "（一）机构"), (2, "（二）人员"), (2, "无编号")]);
}

#[test]
fn a_definition_may_stand_behind_a_style_and_links_in_a_circle_end() {
    let linked = |id: &str, style: &str| format!("<w:abstractNum w:abstractNumId=\"{id}\"><w:numStyleLink w:val=\"{style}\"/></w:abstractNum>");
    let numbering =
        [linked("0", "s"), definition("1", &[level(0, "decimal", "%1）", "")]), linked("2", "t"), list("1", "0", ""), list("2", "1", ""), list("3", "2", "")]
            .concat();
    let styles = concat!(
        "<w:style w:type=\"numbering\" w:styleId=\"s\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>",
        "<w:style w:type=\"numbering\" w:styleId=\"t\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
    );
    let decoded = read(&file(&[item("1", 0, "甲"), item("3", 0, "乙")].concat(), &[("numbering", &numbering), ("styles", styles)]));
    assert_eq!(decoded.text, "1）甲\n乙\n");
}

#[test]
fn deleted_paragraphs_do_not_count() {
    let deleted = concat!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    );
    let text =
        numbered(&[definition("0", &[level(0, "decimal", "%1、", "")]), list("1", "0", "")], &[item("1", 0, "甲"), deleted.to_owned(), item("1", 0, "乙")]);
    assert_eq!(text, "1、甲\n2、乙\n");
}

#[test]
fn a_custom_format_is_read_from_its_fallback() {
    let choice = concat!(
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001, 002\"/></mc:Choice>",
        "<mc:Fallback><w:numFmt w:val=\"decimalZero\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1\"/></w:lvl>"
    );
    let text = numbered(&[definition("0", &[choice.to_owned()]), list("1", "0", "")], &[item("1", 0, "甲")]);
    assert_eq!(text, "03 甲\n");
}

#[test]
fn a_numbering_part_that_is_named_and_missing_is_noted() {
    let document = super::document(&item("1", 0, "甲"));
    let relations = "<Relationships><Relationship Type=\"x/numbering\" Target=\"numbering.xml\"/></Relationships>";
    let decoded = read(&super::archive(&[("word/document.xml", document.as_bytes()), ("word/_rels/document.xml.rels", relations.as_bytes())]));
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲\n", vec![(DiagnosticCode::ContentDamaged, "")]));
}
