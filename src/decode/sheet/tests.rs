//! What workbooks of each format give.

use super::fixture::{archive, ods, read, text_and_remarks, xlsx};
use crate::decode::{decode, Decoding, Limits};
use crate::error::Error;
use crate::source::{Grid, Source};
use calamine::{open_workbook_auto_from_rs, Data, Reader};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The cells of a grid: row, column, rows and columns covered, text.
fn cells<'a>(source: &'a Source, grid: &Grid) -> Vec<(usize, usize, usize, usize, &'a str)> {
    grid.cells.iter().map(|c| (c.row, c.column, c.row_span, c.column_span, &source.text[c.span.start..c.span.end])).collect()
}

#[test]
fn a_table_is_read_as_it_is_shown() {
    let body = r#"<sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c></row>
        <row r="2"><c r="C2" t="inlineStr"><is><t>单位：</t><t>万元</t></is></c></row>
        <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3"><v>44094</v></c></row>
        <row r="4"><c r="A4" s="3"><v>2130</v></c><c r="B4" s="1"><v>2912.0700000000002</v></c><c r="C4" s="2"><f>B4/2</f><v>0.12345</v></c></row>
        <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="e"><v>#DIV/0!</v></c><c r="C5" s="4"><v>44094</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>"#;
    let book =
        xlsx(&[("总表", "", body)], &["收支总表", "科目\n编码", "金额"], &["#,##0.00", "0.00%", "0000000", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"]);
    let source = read(&book).expect("the workbook can be read");
    assert_eq!(source.text, "收支总表\n\t\t单位：万元\n科目\u{2028}编码\t金额\t44094\n0002130\t2,912.07\t12.35%\nTRUE\t#DIV/0!\t2020年9月20日\n");
    let [grid] = source.grids() else { panic!("one grid, not {:?}", source.grids()) };
    assert_eq!((grid.rows, grid.columns, grid.sheet.as_deref()), (5, 3, Some("总表")));
    assert_eq!(cells(&source, grid)[..3], [(0, 0, 1, 3, "收支总表"), (1, 0, 1, 1, ""), (1, 1, 1, 1, "")]);
    let amount = source.text.find("2,912.07").expect("it stands in the text");
    let origin = source.origin(crate::span::Span::new(amount, amount + 8));
    assert_eq!((origin.sheet.as_deref(), origin.cell.as_deref()), (Some("总表"), Some("B4")));
}

#[test]
fn a_sheet_without_two_texts_side_by_side_is_prose() {
    let body = r#"<sheetData><row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="9"><c r="B9" t="s"><v>1</v></c></row></sheetData>"#;
    let book = xlsx(&[("封面", "", body), ("Sheet2", "", body)], &["青溪县水利局", "2023年度部门决算"], &[]);
    let source = read(&book).expect("the workbook can be read");
    assert_eq!(source.text, "青溪县水利局\n2023年度部门决算\n青溪县水利局\n2023年度部门决算\n");
    assert_eq!((source.grids().len(), source.content.sheets.join("、").as_str()), (0, "封面、Sheet2"));
}

#[test]
fn what_is_hidden_is_read_and_marked() {
    let body = r#"<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>
        <row r="2" hidden="1"><c r="A2"><v>3</v></c><c r="B2" s="1"><v>4</v></c></row></sheetData>"#;
    let book = xlsx(&[("Sheet1", "", body), ("Sheet2", "state=\"veryHidden\"", body)], &[], &[";;;"]);
    let source = read(&book).expect("the workbook can be read");
    let hidden: Vec<Vec<bool>> = source.grids().iter().map(|g| g.cells.iter().map(|c| c.hidden).collect()).collect();
    assert_eq!(source.text, "1\t2\n3\t4\n1\t2\n3\t4\n");
    assert_eq!(hidden, [[false, true, true, true], [true; 4]]);
    let remarks: Vec<&str> = source.content.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        remarks,
        [
            "工作表“Sheet1”有1行隐藏，有1列隐藏，有1个单元格的格式不显示内容，仍予读取",
            "工作表“Sheet2”已深度隐藏，有1行隐藏，有1列隐藏，有1个单元格的格式不显示内容，仍予读取"
        ]
    );
}

#[test]
fn cells_far_apart_stand_close_together_in_the_grid() {
    let body = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>
        <row r="1048576"><c r="XFD1048576"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFC1048576"/></mergeCells>"#;
    let source = read(&xlsx(&[("Sheet1", "", body)], &[], &[])).expect("the workbook can be read");
    let [grid] = source.grids() else { panic!("one grid, not {:?}", source.grids()) };
    assert_eq!((grid.rows, grid.columns), (5, 5));
    assert_eq!(cells(&source, grid), [(0, 0, 5, 1, "1"), (0, 4, 1, 1, "2"), (4, 4, 1, 1, "3")]);
    assert_eq!(source.content.pieces.last().and_then(|p| p.cell), Some((0, 1_048_575, 16_383)));
}

#[test]
fn a_formula_without_result_is_blank_and_noted() {
    let body = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f></c><c r="C1"><f>A1</f><v>5</v></c></row></sheetData>"#;
    let (text, remarks) = text_and_remarks(&xlsx(&[("Sheet1", "", body)], &[], &[]));
    assert_eq!((text.as_str(), remarks), ("1\t5\n", vec!["工作表“Sheet1”有1个公式没有存储计算结果（B1），按空白处理".to_owned()]));
}

#[test]
fn a_damaged_sheet_does_not_lose_the_others() {
    let cell = |value: &str| format!("<sheetData><row r=\"1\"><c r=\"A1\"><v>{value}</v></c><c r=\"B1\" t=\"s\"><v>7</v></c></row></sheetData>");
    let cut = "<sheetData><row r=\"1\"><c r=\"A1\"><v>46.5</v></c><c r=\"B1\"><v>8<![";
    let (text, remarks) = text_and_remarks(&xlsx(&[("Sheet1", "", cut), ("Sheet2", "", &cell("12.5"))], &[], &[]));
    assert_eq!(text, "46.5\n12.5\n");
    assert_eq!(remarks, ["工作表“Sheet1”损坏，损坏处之后的内容未能读取", "工作表“Sheet2”有1个单元格指向不存在的内容，未能读取"]);
}

#[test]
fn a_chart_is_passed_over_with_a_remark() {
    let parts = [
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"图\" r:id=\"a\"/><sheet name=\"数\" r:id=\"b\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<R><Relationship Id=\"a\" Type=\"t/chartsheet\" Target=\"c.xml\"/><Relationship Id=\"b\" Type=\"t/worksheet\" Target=\"/xl/s.xml\"/></R>",
        ),
        ("xl\\s.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"),
    ];
    let (text, remarks) = text_and_remarks(&archive(&parts));
    assert_eq!((text.as_str(), remarks), ("1\n", vec!["工作表“图”是图表工作表，没有单元格可读".to_owned()]));
}

#[test]
fn limits_hold() {
    let limited = |bytes: &[u8], limits| decode(bytes, &Decoding { limits, ..Decoding::default() });
    let row = "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(3);
    let book = xlsx(&[("Sheet1", "", &format!("<sheetData>{row}</sheetData>"))], &[], &[]);
    let source = limited(&book, Limits { expanded: 1 << 20, depth: 64, cells: 3 }).expect("what stands before the limit is read");
    let remarks: Vec<&str> = source.content.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!((source.text.as_str(), remarks), ("1\t2\n1\n", vec!["表格单元格超过3个，其后未读取"]));
    let shared = "数".repeat(1 << 15);
    let cell = "<c t=\"s\"><v>0</v></c>";
    let book = xlsx(&[("Sheet1", "", &format!("<sheetData><row>{}</row></sheetData>", cell.repeat(9)))], &[&shared], &[]);
    let (text, remarks) =
        limited(&book, Limits { expanded: 1 << 20, depth: 64, cells: 100 }).map(|s| (s.text.len(), s.content.diagnostics)).expect("one cell fits");
    let remarks: Vec<&str> = remarks.iter().map(|d| d.message.as_str()).collect();
    assert_eq!((text, remarks), (3 * (1 << 15) + 1, vec!["工作表“Sheet1”超出读取限额，其后的单元格未读取"]));
    let bomb = xlsx(&[("Sheet1", "", &" ".repeat(2 << 20))], &[], &[]);
    let refused = limited(&bomb, Limits { expanded: 1 << 20, depth: 64, cells: 3 });
    assert_eq!(refused, Err(Error::ExpandsTooFar { format: "an Excel workbook", limit: 1 << 20 }));
}

#[test]
fn the_text_of_open_document_cells_is_what_is_shown() {
    let styles = r#"<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>"#;
    let tables = r#"<table:table table:name="收支总表" table:style-name="h"><table:table-column table:number-columns-repeated="16384"/>
        <table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>收支<text:s text:c="2"/>总表</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="2912.0700000000002"><office:annotation><text:p>批注</text:p></office:annotation><text:p>2,912.07</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="0.125"/></table:table-row>
        <table:table-row><table:table-cell table:formula="of:=1"/><table:table-cell table:number-columns-repeated="2"><text:p>甲</text:p><text:p>乙</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#;
    let (text, remarks) = text_and_remarks(&ods(styles, tables));
    assert_eq!(text, "收支  总表\n2,912.07\t12.5%\t12.5%\n2,912.07\t12.5%\t12.5%\n\t甲\u{2028}乙\t甲\u{2028}乙\n");
    assert_eq!(remarks, ["工作表“收支总表”有1个公式没有存储计算结果（A4），按空白处理", "工作表“收支总表”已隐藏，仍予读取"]);
}

#[test]
fn boxes_drawn_over_the_cells_are_read_behind_them() {
    let cell = "<table:table-row><table:table-cell><draw:frame><draw:text-box><text:p>青溪县<text:span>水利局</text:span></text:p></draw:text-box></draw:frame><text:p>1</text:p></table:table-cell></table:table-row>";
    let shapes = "<table:shapes><draw:custom-shape><text:p>2023年度</text:p></draw:custom-shape></table:shapes>";
    let (text, _) = text_and_remarks(&ods("", &format!("<table:table table:name=\"Sheet1\">{shapes}{cell}</table:table>")));
    assert_eq!(text, "1\n2023年度\n青溪县水利局\n");
    let parts = [
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Sheet1\" r:id=\"a\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"a\" Type=\"t/worksheet\" Target=\"worksheets/s.xml\"/></R>"),
        ("xl/worksheets/s.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><drawing r:id=\"d\"/></worksheet>"),
        ("xl/worksheets/_rels/s.xml.rels", "<R><Relationship Id=\"d\" Type=\"t/drawing\" Target=\"../drawings/d.xml\"/></R>"),
        ("xl/drawings/d.xml", "<wsDr><sp><txBody><a:p><a:r><a:t>青溪县</a:t></a:r><a:r><a:t>水利局</a:t></a:r></a:p></txBody></sp></wsDr>"),
    ];
    assert_eq!(text_and_remarks(&archive(&parts)).0, "1\n青溪县水利局\n");
}

#[test]
fn repetition_stops_at_the_limit() {
    let tables = r#"<table:table table:name="Sheet1"><table:table-row table:number-rows-repeated="4000000000"><table:table-cell table:number-columns-repeated="4000000000"><text:p>1</text:p></table:table-cell></table:table-row></table:table>"#;
    let limits = Limits { expanded: 1 << 20, depth: 64, cells: 100 };
    let source = decode(&ods("", tables), &Decoding { limits, ..Decoding::default() }).expect("what stands before the limit is read");
    assert_eq!(source.grids().iter().map(|g| g.cells.len()).collect::<Vec<_>>(), [100]);
}

#[test]
fn an_encrypted_file_is_told() {
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("META-INF/manifest.xml", manifest), ("content.xml", "\u{1}")];
    assert_eq!(read(&archive(&parts)), Err(Error::Encrypted { format: "an OpenDocument spreadsheet" }));
}

/// One workbook, saved in three formats.
const SAVED: [(&str, &[u8]); 3] = [
    ("ods", include_bytes!("../../../corpus/formats/sheet-report.ods")),
    ("xlsx", include_bytes!("../../../corpus/formats/sheet-report.xlsx")),
    ("xls", include_bytes!("../../../corpus/formats/sheet-report.xls")),
];

#[test]
fn a_workbook_is_the_same_in_every_format() {
    let expected = "青溪县水利局\n2023年度部门决算\n单位负责人：林远山\n编制日期：2024年8月16日\n经县人大常委会批准\n收入支出决算总表\n\t\t\t公开01表\n部门：青溪县水利局\t\t\t单位：万元\n收入\t支出\n\
        项目\t决算数\t项目\t决算数\n一、一般公共预算\u{2028}财政拨款收入\t2,912.07\t一、农林水支出\t2,845.50\n二、事业收入\t0.00\t二、住房保障支出\t66.57\n\
        三、其他收入\t\t三、其他支出\t-12.50\n本年收入合计\t2,912.07\t本年支出合计\t2,899.57\n附注\n科目编码\t科目名称\t金额\t占比\t日期\t备注\n\
        0000213\t农林水支出\t2,845.50万元\t12.35%\t2023年12月31日\t#DIV/0!\n2210201\t住房公积金\t66.57万元\t-5.00%\t2024年8月16日\tTRUE\n备用\n甲\t乙\n1.00\t2.35\n";
    let remarks = ["工作表“收入支出决算总表”有1行隐藏，仍予读取", "工作表“附注”有1列隐藏，仍予读取", "工作表“备用”已隐藏，仍予读取"];
    for (format, bytes) in SAVED {
        // Only Excel 97 stores what a formula gave as a truth value; the others were saved as a number.
        let expected = if format == "xls" { expected.to_owned() } else { expected.replace("TRUE", "1") };
        assert_eq!(text_and_remarks(bytes), (expected, remarks.map(str::to_owned).to_vec()), "{format}");
    }
}

/// The texts of a workbook by sheet, row and column, as calamine reads them; `None` for what is no text.
fn read_by_calamine(bytes: &[u8]) -> BTreeMap<(usize, usize, usize), Option<String>> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).expect("the file is well-formed");
    let mut texts = BTreeMap::new();
    for (sheet, name) in book.sheet_names().iter().enumerate() {
        let range = book.worksheet_range(name).expect("the sheet is well-formed");
        let (top, left) = range.start().expect("no sheet is empty");
        for (row, column, value) in range.used_cells() {
            let text = if let Data::String(text) = value { Some(text.clone()) } else { None };
            texts.insert((sheet, row + top as usize, column + left as usize), text);
        }
    }
    texts
}

#[test]
fn calamine_finds_the_same_texts_at_the_same_places() {
    for (format, bytes) in SAVED {
        let theirs = read_by_calamine(bytes);
        let source = read(bytes).expect("the workbook can be read");
        let ours = source.content.pieces.iter().filter_map(|p| Some((p.cell?, source.text[p.span.start..p.span.end].replace('\u{2028}', "\n"))));
        let ours: BTreeMap<_, _> = ours.map(|(at, text)| (at, theirs.get(&at).is_some_and(Option::is_some).then_some(text))).collect();
        assert_eq!(ours, theirs, "{format}");
    }
}
