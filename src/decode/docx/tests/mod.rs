//! Documents made in memory, one phenomenon each.

mod hostile;
mod numbering;
mod packaging;
mod tables;
mod text;
mod writer;

use super::decode;
use crate::decode::{Decoded, Decoding};
use crate::diagnostic::DiagnosticCode;
use crate::error::Error;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::ZipWriter;

/// The namespaces that Word declares.
const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml" "#,
    r#"xmlns:o="urn:schemas-microsoft-com:office:office" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#
);

const RELATIONS: &str = concat!(
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" "#,
    r#"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#
);

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a name that can be written");
        zip.write_all(bytes).expect("memory takes what is written");
    }
    zip.finish().expect("an archive that is complete").into_inner()
}

/// A part with this root.
fn part(root: &str, inner: &str) -> String {
    format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{inner}</w:{root}>"#)
}

/// A document with this body.
fn document(body: &str) -> String {
    part("document", &format!("<w:body>{body}</w:body>"))
}

/// A file with this body and these other parts of the folder `word`.
fn file(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = document(body);
    let mut parts = vec![("_rels/.rels", RELATIONS.as_bytes()), ("word/document.xml", document.as_bytes())];
    let named: Vec<(String, String)> = others.iter().map(|(name, inner)| (format!("word/{name}.xml"), part(name, inner))).collect();
    parts.extend(named.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())));
    archive(&parts)
}

#[track_caller]
fn read(bytes: &[u8]) -> Decoded {
    decode(bytes, &Decoding::default()).expect("a document that can be read")
}

/// The text of a body.
#[track_caller]
fn text_of(body: &str) -> String {
    read(&file(body, &[])).text
}

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// The codes of what was noted, each with the text it is about.
fn notes(decoded: &Decoded) -> Vec<(DiagnosticCode, &str)> {
    decoded.content.diagnostics.iter().map(|d| (d.code, d.span.map_or("", |span| &decoded.text[span.start..span.end]))).collect()
}

/// The headings with their levels.
fn headings(decoded: &Decoded) -> Vec<(u8, &str)> {
    decoded.content.headings.iter().map(|h| (h.level, &decoded.text[h.span.start..h.span.end])).collect()
}

/// A cell: row and column, the rows and columns covered, the text.
type PlacedText<'a> = (usize, usize, usize, usize, &'a str);

/// The cells of each table.
fn cells(decoded: &Decoded) -> Vec<Vec<PlacedText<'_>>> {
    let cell = |c: &crate::source::GridCell| (c.row, c.column, c.row_span, c.column_span, &decoded.text[c.span.start..c.span.end]);
    decoded.content.grids.iter().map(|grid| grid.cells.iter().map(cell).collect()).collect()
}

#[track_caller]
fn refused(bytes: &[u8]) -> Error {
    match decode(bytes, &Decoding::default()) {
        Err(error) => error,
        Ok(decoded) => panic!("it was read as {:?}", decoded.text),
    }
}
