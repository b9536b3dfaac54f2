//! What docx-rs writes is read as it was written.

use super::{cells, headings, read};
use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat, Numbering, NumberingId, Paragraph, Run, Start, Style, StyleType, Table,
    TableCell, TableRow, VMergeType,
};
use std::io::Cursor;

fn paragraph(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text))
}

fn cell(text: &str) -> TableCell {
    TableCell::new().add_paragraph(paragraph(text))
}

#[test]
fn headings_numbers_and_merged_cells_come_back() {
    let level = Level::new(0, Start::new(1), NumberFormat::new("chineseCounting"), LevelText::new("%1、"), LevelJc::new("left"));
    let heading = Style::new("Heading1", StyleType::Paragraph).name("Heading 1").outline_lvl(0);
    let numbered = |text: &str| paragraph(text).numbering(NumberingId::new(2), IndentLevel::new(0));
    let table = Table::new(vec![
        TableRow::new(vec![cell("科目").vertical_merge(VMergeType::Restart), cell("决算数").grid_span(2)]),
        TableRow::new(vec![cell("").vertical_merge(VMergeType::Continue), cell("收入"), cell("支出")]),
    ]);
    let docx = Docx::new()
        .add_style(heading)
        .add_abstract_numbering(AbstractNumbering::new(2).add_level(level))
        .add_numbering(Numbering::new(2, 2))
        .add_paragraph(paragraph("第一部分 概况").style("Heading1"))
        .add_paragraph(numbered("职能"))
        .add_paragraph(numbered("机构"))
        .add_table(table)
        .add_paragraph(paragraph("单位：万元"));
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).expect("memory takes what is written");
    let decoded = read(&bytes.into_inner());
    assert_eq!(decoded.text, "第一部分 概况\n一、 职能\n二、 机构\n科目\t决算数\n收入\t支出\n单位：万元\n");
    assert_eq!(headings(&decoded), [(1, "第一部分 概况")]);
    assert_eq!(cells(&decoded), [[(0, 0, 2, 1, "科目"), (0, 1, 1, 2, "决算数"), (1, 1, 1, 1, "收入"), (1, 2, 1, 1, "支出")]]);
}
