//! What Word 97 documents give.

use crate::decode::{decode, Decoding};
use crate::error::Error;

const REPORT: &[u8] = include_bytes!("../../../corpus/formats/doc-report.doc");

#[test]
fn a_document_gives_its_text_with_numbers_headings_and_tables() {
    let source = decode(REPORT, &Decoding::default()).expect("the document can be read");
    assert_eq!(
        source.text,
        "第一部分 部门概况\n一、主要职责\n青溪县水利局负责全县水资源管理，详见职责清单。\n二、机构设置\n（一）内设机构6个\n（二）下属单位2个\n\
         第二部分 2023年度部门决算情况说明\n三、收入支出决算总体情况说明\n2023年度收入总计2,912.07万元，支出总计2,899.57万元。\n1.其中：财政拨款收入2,900.00万元；\n\
         2.其他收入12.07万元。\n收入\t支出\n财政拨款收入\t2,900.00\t农林水支出\t2,833.00\n0.00\t住房保障支出\u{2028}（含住房公积金）\t66.57\n合计\t2,912.07\t合计\t2,899.57\n\
         第三部分 名词解释\n不含上年结转12.50万元。\n"
    );
    let headings: Vec<&str> = source.content.headings.iter().map(|h| &source.text[h.span.start..h.span.end]).collect();
    assert_eq!(headings, ["第一部分 部门概况", "第二部分 2023年度部门决算情况说明"]);
    let [grid] = source.grids() else { panic!("one grid, not {:?}", source.grids()) };
    let merged: Vec<_> = grid.cells.iter().filter(|c| c.row_span + c.column_span > 2).map(|c| (c.row, c.column, c.row_span, c.column_span)).collect();
    assert_eq!((grid.rows, grid.columns, merged), (4, 4, vec![(0, 0, 1, 2), (0, 2, 1, 2), (1, 0, 2, 1)]));
}

#[test]
fn a_document_that_is_cut_is_damaged_and_one_that_is_rich_text_is_no_document() {
    let cut = decode(&REPORT[..3000], &Decoding::default()).expect_err("the streams are gone");
    assert!(matches!(cut, Error::Damaged { format: "a Word 97 document", .. } | Error::UnsupportedFormat { .. }), "{cut}");
    let rich = decode(b"{\\rtf1\\ansi 2023}", &Decoding::default());
    assert_eq!(rich, Err(Error::UnsupportedFormat { format: "an RTF document" }));
}
