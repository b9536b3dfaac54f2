//! Files that are damaged, or made to do harm.

use super::{archive, decode, document, file, notes, p, read, refused};
use crate::decode::{Decoding, Limits};
use crate::diagnostic::DiagnosticCode;
use crate::error::Error;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::ZipWriter;

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

fn document_file(xml: &str) -> Vec<u8> {
    archive(&[("word/document.xml", xml.as_bytes())])
}

#[test]
fn two_megabytes_that_unpack_to_two_thousand_are_refused() {
    // One block of zeros is packed, and its packed form repeated: deflate streams of whole blocks can be put together.
    let block = vec![0u8; 1 << 20];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default().large_file(true)).expect("a name that can be written");
    for _ in 0..160 {
        zip.write_all(&block).expect("memory takes what is written");
    }
    let mut bytes = zip.finish().expect("an archive that is complete").into_inner();
    let limit = Decoding::default().limits.expanded;
    assert_eq!(in_time(|| refused(&bytes)), Error::ExpandsTooFar { format: "a Word document", limit });
    // The same with a size that is understated.
    let directory = bytes.windows(4).position(|w| w == b"PK\x01\x02").expect("it has one");
    let size = directory + 24;
    bytes[size..size + 4].copy_from_slice(&1000u32.to_le_bytes());
    let limits = Limits { expanded: 4 << 20, ..Decoding::default().limits };
    let lying = in_time(|| decode(&bytes, &Decoding { limits, ..Decoding::default() }).err());
    assert_eq!(lying, Some(Error::ExpandsTooFar { format: "a Word document", limit: 4 << 20 }));
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
    let decoded = in_time(|| read(&file(&body, &[])));
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲\n乙\n", vec![(DiagnosticCode::LimitReached, "")]));
}

#[test]
fn nested_tables_of_data_as_deep_as_the_limit_are_one_grid() {
    let open = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc>";
    let body = open.repeat(300) + &p("丙") + &"</w:tc></w:tr></w:tbl>".repeat(300);
    let decoded = in_time(|| read(&file(&body, &[])));
    assert_eq!(decoded.text.chars().filter(|c| *c == '丙').count(), 1);
    assert_eq!((decoded.content.grids.len(), decoded.text.matches('甲').count()), (1, 300));
}

#[test]
fn tables_that_are_never_closed_and_elements_without_end_are_read() {
    let tables = in_time(|| read(&document_file(&("<w:document><w:tbl><w:tr><w:tc>".repeat(20_000) + &p("甲")))));
    assert_eq!(tables.text, "甲\n");
    let boxes = in_time(|| read(&document_file(&("<w:p><w:r><w:t>乙</w:t><w:txbxContent>".repeat(50_000)))));
    assert_eq!(boxes.text.matches('乙').count(), 50_000);
    let fields = in_time(|| read(&file(&("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>".repeat(50_000) + &p("丙")), &[])));
    assert_eq!(fields.text.trim(), "丙");
}

#[test]
fn a_quarter_of_a_million_open_elements_and_as_many_declarations_end_in_time() {
    let deep = document("").replace("</w:body></w:document>", "") + &p("甲") + &"<a>".repeat((1 << 18) + 10) + &p("乙");
    let decoded = in_time(|| read(&document_file(&deep)));
    assert_eq!((decoded.text.as_str(), notes(&decoded)), ("甲\n", vec![(DiagnosticCode::LimitReached, "")]));
    let declarations: String = (0..20_000).map(|n| format!("<a xmlns:n{n}=\"u\">")).collect();
    assert_eq!(in_time(|| read(&document_file(&(document(&p("甲")).replace("</w:document>", "") + &declarations)))).text, "甲\n");
}

#[test]
fn a_document_that_breaks_off_keeps_what_stood_before() {
    let xml = document(&(p("甲") + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>丙"));
    let cut = &xml[..xml.find("</w:body>").expect("it ends so")];
    let decoded = read(&document_file(cut));
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
    let bytes = document_file(&document(&paragraphs));
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
    assert_eq!(in_time(|| read(&file(&p("甲"), &[("styles", &styles), ("numbering", &lists)]))).text, "甲\n");
}
