//! What PDF files show, read as a reader sees it.

#![cfg(feature = "pdf")]

mod written_pdf;

use juesuan::{DiagnosticCode, Error, Options, Source};
use written_pdf::{lattice, text, Pdf};

fn read(pdf: &Pdf) -> Source {
    Options::new().decode(&pdf.bytes()).expect("the document is whole")
}

#[track_caller]
fn shows(page: &str, expected: &str) {
    assert_eq!(read(&Pdf::of(&[page])).text(), expected);
}

fn notes(source: &Source) -> Vec<(DiagnosticCode, String)> {
    let report = Options::new().read(source);
    let decoding = [DiagnosticCode::PageWithoutText, DiagnosticCode::ContentDamaged, DiagnosticCode::CharacterUnmapped, DiagnosticCode::LimitReached];
    report.diagnostics.iter().filter(|d| decoding.contains(&d.code)).map(|d| (d.code, d.message.clone())).collect()
}

#[test]
fn text_drawn_out_of_order_is_read_from_the_top() {
    let drawn = [text(50.0, 700.0, "次行。"), text(110.0, 720.4, "万元"), text(50.0, 720.0, "收入12.30"), text(50.0, 740.0, "一、收入")];
    shows(&drawn.concat(), "一、收入\n收入12.30 万元\n次行。\n");
}

#[test]
fn pages_end_with_a_form_feed_and_places_are_told() {
    let source = read(&Pdf::of(&[&text(50.0, 700.0, "青溪县"), &text(50.0, 700.0, "支出12.30万元")]));
    assert_eq!((source.text(), source.info().pages), ("青溪县\n\x0c支出12.30万元\n", Some(2)));
    let at = source.text().find("12.30").expect("the amount is in the text");
    let origin = source.origin(juesuan::Span::new(at, at + 5));
    let area = origin.area.expect("a page has places");
    assert_eq!((origin.page, area.left, area.top.round(), area.right, area.bottom), (Some(2), 70.0, 92.0, 95.0, 101.5));
}

#[test]
fn digits_that_are_spaced_by_the_program_are_closed() {
    let spaced = "BT /F1 10 Tf 50 700 Td [<5c 71>] TJ [<0032> 120 <0030> -120 <0031> <0039> -250 <5e74> -250 <5ea6>] TJ ET";
    shows(spaced, "山2019年度\n");
}

#[test]
fn fonts_that_are_not_in_the_file_are_read_by_their_encoding() {
    shows("BT /F2 10 Tf 50 700 Td <beF6cbe33132> Tj /F3 10 Tf 40 0 Td (A\\2573) Tj ET", "决算12 A¯3\n");
}

#[test]
fn ruled_tables_are_grids_with_their_merged_cells() {
    let rules = "50 700 m 250 700 l S 50 680 m 250 680 l S 50 660 m 250 660 l S\n\
                 50 700 m 50 660 l S 150 680 m 150 660 l S 250 700 m 250 660 l S";
    let words = [text(60.0, 685.0, "收入支出"), text(60.0, 665.0, "合计"), text(200.0, 665.0, "12.30")].concat();
    let source = read(&Pdf::of(&[&format!("{rules}\n{words}")]));
    assert_eq!(source.text(), "收入支出\n合计\t12.30\n");
    let cells: Vec<_> = source.grids()[0].cells.iter().map(|c| (c.row, c.column, c.row_span, c.column_span)).collect();
    assert_eq!((source.grids().len(), cells), (1, vec![(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]));
}

#[test]
fn thin_filled_rectangles_rule_a_table_too_and_shades_do_not() {
    let shade = "0.9 g 50 680 200 20 re f 0 g\n";
    let bars: String = [50, 150, 250].map(|x| format!("{x} 660 0.5 40 re f\n")).concat() + &[660, 680, 700].map(|y| format!("50 {y} 200 0.5 re f\n")).concat();
    let words = [text(60.0, 685.0, "项目"), text(160.0, 685.0, "决算数"), text(60.0, 665.0, "合计"), text(160.0, 665.0, "12.30")].concat();
    shows(&format!("{shade}{bars}{words}"), "项目\t决算数\n合计\t12.30\n");
}

#[test]
fn the_border_of_a_page_is_not_a_table() {
    shows(&format!("20 20 560 760 re S 24 24 552 752 re S\n{}", text(50.0, 700.0, "收入")), "收入\n");
}

#[test]
fn cells_are_told_by_their_rules_even_if_one_operator_draws_the_whole_row() {
    let row = "BT /F1 10 Tf 60 665 Td [<54088ba1> -8000 <00310032> -9500 <00330034>] TJ ET";
    let source = format!("{}{row}", lattice(&[50.0, 150.0, 250.0, 350.0], &[660.0, 680.0]));
    shows(&source, "合计\t12\t34\n");
}

#[test]
fn drawings_within_the_page_are_read_where_they_are_put() {
    let mut pdf = Pdf::of(&["q 1 0 0 1 50 600 cm /X Do Q"]);
    let fonts = "/Resources<</Font<</F1 3 0 R>>>>";
    let form = pdf.stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 600 800]{fonts}"), text(0.0, 100.0, "收入").as_bytes());
    pdf.replace(6, &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</X {form} 0 R>>>>/Contents 7 0 R>>"));
    let source = read(&pdf);
    let area = source.origin(juesuan::Span::new(0, 6)).area.expect("a page has places");
    assert_eq!((source.text(), area.left, area.bottom), ("收入\n", 50.0, 101.5));
}

#[test]
fn a_drawing_that_draws_itself_comes_to_an_end() {
    let mut pdf = Pdf::of(&["/X Do"]);
    let inner = format!("{} /X Do /X Do", text(50.0, 700.0, "收入"));
    let own = "/Resources<</Font<</F1 3 0 R>>/XObject<</X 8 0 R>>>>";
    assert_eq!(pdf.stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 600 800]{own}"), inner.as_bytes()), 8);
    pdf.replace(6, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</X 8 0 R>>>>/Contents 7 0 R>>");
    assert_eq!(read(&pdf).text().lines().next(), Some("收入"));
}

#[test]
fn turned_pages_read_as_if_they_were_not() {
    let sideways = format!("0 1 -1 0 600 0 cm {}{}", text(50.0, 500.0, "一、收入"), text(50.0, 480.0, "二、支出"));
    assert_eq!(read(&Pdf::with(&[&sideways], "/Rotate 90")).text(), "一、收入\n二、支出\n");
    assert_eq!(read(&Pdf::of(&[&sideways])).text(), "一、收入\n二、支出\n");
}

#[test]
fn radicals_are_repaired_and_private_characters_are_told() {
    let source = read(&Pdf::of(&[&text(50.0, 700.0, "⼀、⽔利\u{e123}款")]));
    assert_eq!(source.text(), "一、水利\u{e123}款\n");
    assert_eq!(notes(&source), [(DiagnosticCode::CharacterUnmapped, "第1页有文件未说明的字符".to_owned())]);
}

#[test]
fn codes_that_only_number_glyphs_are_not_read_as_digits() {
    let mut pdf = Pdf::of(&["BT /F1 10 Tf 50 700 Td (12) Tj ET", &text(50.0, 700.0, "收入")]);
    let program = pdf.stream("", b"a font program");
    let descriptor = format!("/FontDescriptor<</Type/FontDescriptor/Flags 4/FontFile2 {program} 0 R>>");
    let font = pdf.object(&format!("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Song/FirstChar 49/Widths[500 500]{descriptor}>>"));
    pdf.replace(6, &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 {font} 0 R>>>>/Contents 7 0 R>>"));
    let source = read(&pdf);
    assert_eq!(source.text(), "\u{fffd}\u{fffd}\n\x0c收入\n");
    assert_eq!(notes(&source), [(DiagnosticCode::CharacterUnmapped, "第1页有文件未说明的字符".to_owned())]);
}

#[test]
fn the_text_that_the_file_gives_for_unknown_glyphs_is_taken() {
    shows("BT /F1 10 Tf 50 700 Td /Span<</ActualText<feff6b3e>>>BDC <e123> Tj EMC <9879> Tj ET", "款项\n");
}

#[test]
fn a_page_without_text_is_told_and_a_document_without_any_is_refused() {
    let source = read(&Pdf::of(&["", &text(50.0, 700.0, "收入")]));
    assert_eq!(source.text(), "\x0c收入\n");
    assert_eq!(notes(&source), [(DiagnosticCode::PageWithoutText, "第1页没有文字".to_owned())]);
    let scanned = Pdf::of(&["0 0 10 10 re f", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"]).bytes();
    assert_eq!(Options::new().decode(&scanned), Err(Error::NoTextLayer { pages: vec![1, 2] }));
}

#[test]
fn a_page_that_cannot_be_read_does_not_lose_the_others() {
    let mut pdf = Pdf::of(&[&text(50.0, 700.0, "收入"), &text(50.0, 700.0, "支出")]);
    pdf.replace(7, "<</Length 20/Filter/FlateDecode>>\nstream\nnot packed at all...\nendstream");
    let source = read(&pdf);
    assert_eq!(source.text(), "\x0c支出\n");
    let expected =
        [(DiagnosticCode::ContentDamaged, "第1页内容已损坏，只读取了一部分".to_owned()), (DiagnosticCode::PageWithoutText, "第1页没有文字".to_owned())];
    assert_eq!(notes(&source), expected);
}
