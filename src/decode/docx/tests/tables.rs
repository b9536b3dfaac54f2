//! Tables of data and tables that only lay out.

use super::{cells, file, headings, notes, p, read};
use crate::decode::{Decoding, Limits};
use crate::diagnostic::DiagnosticCode;

/// A cell with properties.
fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"50%\"/>{properties}</w:tcPr>{}</w:tc>", p(text))
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{}</w:tbl>", rows.concat())
}

/// A table of two by two.
fn small(texts: [&str; 4]) -> String {
    let [a, b, c, d] = texts.map(|text| tc("", text));
    table(&[row(&[a, b]), row(&[c, d])])
}

#[test]
fn cells_span_columns_and_rows() {
    let body = table(&[
        row(&[tc("<w:vMerge w:val=\"restart\"/>", "科目"), tc("<w:gridSpan w:val=\"2\"/>", "决算数")]),
        row(&[tc("<w:vMerge/>", ""), tc("", "收入"), tc("", "支出")]),
        row(&[tc("", "水利"), tc("", "12.00"), tc("", "11.50")]),
    ]);
    let decoded = read(&file(&body, &[]));
    assert_eq!(decoded.text, "科目\t决算数\n收入\t支出\n水利\t12.00\t11.50\n");
    let expected = vec![vec![
        (0, 0, 2, 1, "科目"),
        (0, 1, 1, 2, "决算数"),
        (1, 1, 1, 1, "收入"),
        (1, 2, 1, 1, "支出"),
        (2, 0, 1, 1, "水利"),
        (2, 1, 1, 1, "12.00"),
        (2, 2, 1, 1, "11.50"),
    ]];
    assert_eq!(cells(&decoded), expected);
    let grid = &decoded.content.grids[0];
    assert_eq!((grid.rows, grid.columns, grid.sheet.as_ref()), (3, 3, None));
}

#[test]
fn rows_may_start_later_and_cells_may_merge_to_the_left() {
    let before = "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>".to_owned() + &tc("", "乙") + "</w:tr>";
    let merged = row(&[tc("<w:hMerge w:val=\"restart\"/>", "甲"), tc("<w:hMerge/>", ""), tc("", "丙")]);
    let decoded = read(&file(&table(&[merged, before]), &[]));
    assert_eq!(cells(&decoded), [[(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "丙"), (1, 1, 1, 1, "乙")]]);
}

#[test]
fn a_continuation_with_nothing_above_or_another_width_is_a_cell_of_its_own() {
    let body = table(&[
        row(&[tc("<w:vMerge/>", "甲"), tc("<w:vMerge w:val=\"restart\"/>", "乙"), tc("", "丙")]),
        row(&[tc("", "丁"), tc("<w:vMerge/><w:gridSpan w:val=\"2\"/>", "戊")]),
    ]);
    let expected = [[(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (0, 2, 1, 1, "丙"), (1, 0, 1, 1, "丁"), (1, 1, 1, 2, "戊")]];
    assert_eq!(cells(&read(&file(&body, &[]))), expected);
}

#[test]
fn paragraphs_of_a_cell_are_lines_inside_it_and_blank_cells_stay() {
    let body = table(&[row(&[format!("<w:tc>{}{}<w:p/></w:tc>", p("205"), p("教育\t支出")), tc("", ""), tc("", "9")]), row(&[tc("", "a"), tc("", "b")])]);
    let decoded = read(&file(&body, &[]));
    assert_eq!(decoded.text, "205\u{2028}教育 支出\t\t9\na\tb\n");
    assert_eq!(cells(&decoded), [[(0, 0, 1, 1, "205\u{2028}教育 支出"), (0, 1, 1, 1, ""), (0, 2, 1, 1, "9"), (1, 0, 1, 1, "a"), (1, 1, 1, 1, "b")]]);
}

#[test]
fn deleted_rows_are_out_and_hidden_rows_are_marked() {
    let deleted = "<w:tr><w:trPr><w:del/></w:trPr>".to_owned() + &tc("", "删") + "</w:tr>";
    let hidden = "<w:tr><w:trPr><w:hidden/></w:trPr>".to_owned() + &tc("", "隐") + &tc("", "1") + "</w:tr>";
    let decoded = read(&file(&table(&[row(&[tc("", "甲"), tc("", "2")]), deleted, hidden]), &[]));
    assert_eq!(decoded.text, "甲\t2\n隐\t1\n");
    let marks: Vec<(usize, bool)> = decoded.content.grids[0].cells.iter().map(|c| (c.row, c.hidden)).collect();
    assert_eq!(marks, [(0, false), (0, false), (1, true), (1, true)]);
    assert_eq!(notes(&decoded), [(DiagnosticCode::ContentHidden, "隐\t1")]);
}

#[test]
fn rows_and_cells_inside_structured_tags_belong_to_the_table() {
    let inner = format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", tc("", "乙"));
    let rows = format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", row(&[tc("", "甲"), inner]));
    assert_eq!(cells(&read(&file(&table(&[rows]), &[]))), [[(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]]);
}

#[test]
fn a_single_cell_is_a_frame_and_its_headings_and_tables_are_read_as_such() {
    let heading = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>一、收入</w:t></w:r></w:p>";
    let body = table(&[row(&[format!("<w:tc>{heading}{}{}{}</w:tc>", p("说明"), small(["甲", "1", "乙", "2"]), p("完"))])]);
    let decoded = read(&file(&body, &[]));
    assert_eq!(decoded.text, "一、收入\n说明\n甲\t1\n乙\t2\n完\n");
    assert_eq!(headings(&decoded), [(1, "一、收入")]);
    assert_eq!(cells(&decoded), [[(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "1"), (1, 0, 1, 1, "乙"), (1, 1, 1, 1, "2")]]);
}

#[test]
fn tables_side_by_side_in_a_frame_are_two_tables() {
    let body = table(&[row(&[format!("<w:tc>{}</w:tc>", small(["甲", "1", "乙", "2"])), format!("<w:tc>{}</w:tc>", small(["丙", "3", "丁", "4"]))])]);
    assert_eq!(read(&file(&body, &[])).text, "甲\t1\n乙\t2\n丙\t3\n丁\t4\n");
}

#[test]
fn a_table_in_a_cell_of_a_table_of_data_is_text_of_that_cell() {
    let nested = format!("<w:tc>{}{}</w:tc>", p("明细"), small(["甲", "1", "乙", "2"]));
    let body = table(&[row(&[tc("", "项目"), tc("", "数"), tc("", "备注")]), row(&[tc("", "水利"), tc("", "3"), nested])]);
    let decoded = read(&file(&body, &[]));
    assert_eq!(decoded.text, "项目\t数\t备注\n水利\t3\t明细\u{2028}甲 1\u{2028}乙 2\n");
    assert_eq!(decoded.content.grids.len(), 1);
}

#[test]
fn columns_of_prose_are_layout_and_labels_beside_prose_are_data() {
    let prose = "本单位收入支出总体情况如下".repeat(6);
    let frame = read(&file(&table(&[row(&[tc("", ""), tc("", &prose)]), row(&[tc("", &prose), tc("", "")])]), &[]));
    assert_eq!((frame.text, frame.content.grids.len()), (format!("{prose}\n{prose}\n"), 0));
    let data = read(&file(&table(&[row(&[tc("", "年度目标"), tc("", &prose)]), row(&[tc("", "完成情况"), tc("", &prose)])]), &[]));
    assert_eq!((data.text, data.content.grids.len()), (format!("年度目标\t{prose}\n完成情况\t{prose}\n"), 1));
}

#[test]
fn hidden_text_in_a_cell_is_noted_with_the_cell() {
    let hidden = "<w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>12</w:t></w:r></w:p></w:tc>".to_owned();
    let decoded = read(&file(&table(&[row(&[tc("", "甲"), hidden]), row(&[tc("", "乙"), tc("", "1")])]), &[]));
    assert_eq!(notes(&decoded), [(DiagnosticCode::ContentHidden, "12")]);
}

#[test]
fn cells_behind_the_limit_are_not_read_and_that_is_noted() {
    let limits = Limits { cells: 3, ..Decoding::default().limits };
    let bytes = file(&(small(["甲", "1", "乙", "2"]) + &p("完")), &[]);
    let decoded = super::decode(&bytes, &Decoding { limits, ..Decoding::default() }).expect("a document that can be read");
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲\t1\n乙\n完\n", vec![(DiagnosticCode::LimitReached, "")]));
}
