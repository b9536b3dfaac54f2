//! Files that are damaged, or made to do harm.

use super::{archive, decode, document, file, notes, p, part, read, refused};
use crate::decode::{Decoded, Decoding, Limits};
use crate::diagnostic::DiagnosticCode;
use crate::error::Error;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The longest a hostile file may take.
const PATIENCE: Duration = Duration::from_secs(5);

#[track_caller]
fn in_time<T>(work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let result = work();
    let taken = started.elapsed();
    assert!(taken < PATIENCE, "it took {taken:?}");
    result
}

/// An archive whose parts are not packed, so that only reading them takes time.
fn stored(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).expect("a name that can be written");
        zip.write_all(xml.as_bytes()).expect("memory takes what is written");
    }
    zip.finish().expect("an archive that is complete").into_inner()
}

#[track_caller]
fn read_in_time(xml: &str) -> Decoded {
    let bytes = stored(&[("word/document.xml", xml)]);
    in_time(|| read(&bytes))
}

/// A document of zeros, two thousand million of them in two million bytes; `size` is what it claims to unpack to.
fn bomb(size: u32) -> Vec<u8> {
    let small = archive(&[("word/document.xml", &[0; 2 << 20])]);
    let find = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).position(|w| w == mark).expect("it stands there");
    // A byte of the middle of the stream stands for 1032 zeros, and may stand there as often as one likes.
    let middle = 30 + "word/document.xml".len() + 600;
    let mut bytes = small[..middle].to_vec();
    bytes.extend(std::iter::repeat_n(small[middle], 2_000_000));
    bytes.extend_from_slice(&small[middle..]);
    let directory = find(&bytes[2_000_000..], b"PK\x01\x02") + 2_000_000;
    let end = find(&bytes[directory..], b"PK\x05\x06") + directory;
    let packed = u32::from_le_bytes(small[18..22].try_into().expect("four bytes")) + 2_000_000;
    for (at, value) in [(18, packed), (22, size), (directory + 20, packed), (directory + 24, size), (end + 16, directory as u32)] {
        bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    bytes
}

#[test]
fn two_megabytes_that_unpack_to_two_thousand_are_refused() {
    let bytes = bomb(2_066_097_152);
    assert_eq!(bytes.len() / 1_000_000, 2);
    let limit = Decoding::default().limits.expanded;
    assert_eq!(in_time(|| refused(&bytes)), Error::ExpandsTooFar { format: "a Word document", limit });
}

#[test]
fn a_bomb_that_understates_its_size_is_refused_when_the_limit_is_passed() {
    let limits = Limits { expanded: 8 << 20, ..Decoding::default().limits };
    let bytes = bomb(1000);
    let result = in_time(|| decode(&bytes, &Decoding { limits, ..Decoding::default() }).err());
    assert_eq!(result, Some(Error::ExpandsTooFar { format: "a Word document", limit: 8 << 20 }));
}

#[test]
fn parts_beside_the_document_count_for_the_limit() {
    let styles = " ".repeat(200_000);
    let limits = Limits { expanded: 100_000, ..Decoding::default().limits };
    let result = decode(&file(&p("甲"), &[("styles", &styles)]), &Decoding { limits, ..Decoding::default() });
    assert_eq!(result.err(), Some(Error::ExpandsTooFar { format: "a Word document", limit: 100_000 }));
}

#[test]
fn twenty_thousand_nested_tables_are_read_as_text() {
    let body = "<w:tbl><w:tr><w:tc>".repeat(20_000) + &p("甲") + &"</w:tc></w:tr></w:tbl>".repeat(20_000) + &p("乙");
    let decoded = read_in_time(&document(&body));
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲\n乙\n", vec![(DiagnosticCode::LimitReached, "")]));
}

#[test]
fn nested_tables_of_data_as_deep_as_the_limit_are_one_grid() {
    let open = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc>";
    let body = open.repeat(300) + &p("丙") + &"</w:tc></w:tr></w:tbl>".repeat(300);
    let decoded = read_in_time(&document(&body));
    assert_eq!(decoded.text.chars().filter(|c| *c == '丙').count(), 1);
    assert_eq!((decoded.content.grids.len(), decoded.text.matches('甲').count()), (1, 300));
}

#[test]
fn tables_that_are_never_closed_and_elements_without_end_are_read() {
    let tables = read_in_time(&("<w:document><w:tbl><w:tr><w:tc>".repeat(20_000) + &p("甲")));
    assert_eq!(tables.text, "甲\n");
    let boxes = read_in_time(&"<w:p><w:r><w:t>乙</w:t><w:txbxContent>".repeat(20_000));
    assert_eq!(boxes.text.matches('乙').count(), 20_000);
    let fields = read_in_time(&document(&("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>".repeat(20_000) + &p("丙"))));
    assert_eq!(fields.text.trim(), "丙");
}

#[test]
fn a_quarter_of_a_million_open_elements_and_as_many_declarations_end_in_time() {
    let deep = document("").replace("</w:body></w:document>", "") + &p("甲") + &"<a>".repeat((1 << 18) + 10) + &p("乙");
    let decoded = read_in_time(&deep);
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲\n", vec![(DiagnosticCode::LimitReached, "")]));
    let declarations: String = (0..20_000).map(|n| format!("<a xmlns:n{n}=\"u\">")).collect();
    assert_eq!(read_in_time(&(document(&p("甲")).replace("</w:document>", "") + &declarations)).text, "甲\n");
}

#[test]
fn a_document_that_breaks_off_keeps_what_stood_before() {
    let xml = document(&(p("甲") + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>丙"));
    let cut = &xml[..xml.find("</w:body>").expect("it ends so")];
    let decoded = read_in_time(cut);
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲\n乙\t丙\n", vec![(DiagnosticCode::ContentDamaged, "")]));
}

#[test]
fn tags_that_do_not_fit_are_noted_and_lose_little() {
    let body = "<w:p><w:r><w:t>甲</w:p><w:p><w:r></w:x><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t><!></w:r></w:p>".to_owned() + &p("丁");
    let decoded = read(&file(&body, &[]));
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲\n乙\n丙\n丁\n", vec![(DiagnosticCode::ContentDamaged, "")]));
}

#[test]
fn a_stream_that_breaks_off_keeps_what_was_unpacked() {
    let paragraphs: String = (0..2000).map(|n| p(&format!("第{n}段，支出{}万元", n * 7919 % 10007))).collect();
    let bytes = archive(&[("word/document.xml", document(&paragraphs).as_bytes())]);
    let mut broken = bytes.clone();
    let middle = bytes.len() / 2;
    broken[middle..middle + 40].fill(0xff);
    let decoded = read(&broken);
    let whole = read(&bytes).text;
    let same = decoded.text.lines().zip(whole.lines()).take_while(|(a, b)| a == b).count();
    assert!(same > 400, "only {same} of 2000 paragraphs");
    assert_eq!(decoded.content.diagnostics[0].message, "文件的正文部分缺失或损坏，只读取了尚可读取的内容");
}

#[test]
fn spans_that_cannot_be_are_cut_to_what_can() {
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>".repeat(2);
    let rows = format!("<w:tr><w:trPr><w:gridBefore w:val=\"99999999999\"/></w:trPr>{cell}</w:tr>");
    let decoded = read(&file(&format!("<w:tbl>{rows}</w:tbl>"), &[]));
    assert_eq!(super::cells(&decoded), [[(0, 256, 1, 256, "甲"), (0, 512, 1, 256, "甲")]]);
}

#[test]
fn styles_and_lists_without_number_end_in_time() {
    let styles: String = (0..10_000).map(|n| format!("<w:style w:styleId=\"s{n}\"><w:basedOn w:val=\"s{}\"/></w:style>", (n + 1) % 10_000)).collect();
    let lists: String = (0..10_000).map(|n| format!("<w:num w:numId=\"{n}\"><w:abstractNumId w:val=\"{n}\"/></w:num>")).collect();
    let [document, styles, lists] = [document(&p("甲")), part("styles", &styles), part("numbering", &lists)];
    let bytes = stored(&[("word/document.xml", &document), ("word/styles.xml", &styles), ("word/numbering.xml", &lists)]);
    assert_eq!(in_time(|| read(&bytes)).text, "甲\n");
}

#[test]
fn style_separators_and_hidden_ends_of_pages_without_number_are_read_in_time() {
    const COUNT: usize = 50_000;
    let separated = "<w:p><w:pPr><w:pageBreakBefore/><w:outlineLvl w:val=\"0\"/><w:rPr><w:specVanish/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
    let decoded = read_in_time(&document(&separated.repeat(COUNT)));
    assert_eq!((decoded.text, decoded.content.headings.len()), ("甲".repeat(COUNT) + "\n", COUNT));
    let hidden = "<w:r><w:t>乙</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t><w:br w:type=\"page\"/></w:r>".repeat(COUNT);
    assert_eq!(read_in_time(&document(&format!("<w:p>{hidden}</w:p>"))).text, "乙甲\n\x0c".repeat(COUNT));
    let tabs = "<w:p><w:r><w:tab/><w:t>12</w:t></w:r></w:p>".repeat(COUNT);
    assert_eq!(read_in_time(&document(&tabs)).text, "\t12\n".repeat(COUNT));
}
