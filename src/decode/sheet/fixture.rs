//! Workbooks made in memory for tests.

use crate::decode::{decode, Decoding};
use crate::error::Error;
use crate::source::Source;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip archive of these parts.
pub(super) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // The kind of an OpenDocument file stands in it as it is.
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("parts have names of their own");
        zip.write_all(content.as_bytes()).expect("memory takes what is written");
    }
    zip.finish().expect("memory takes what is written").into_inner()
}

/// A sheet of an Excel workbook: its name, attributes of its entry, and what stands in its `worksheet` element.
pub(super) type Sheet<'a> = (&'a str, &'a str, &'a str);

/// An Excel workbook with these sheets, shared strings and format codes; style n has format code n − 1, style 0 is general.
pub(super) fn xlsx(sheets: &[Sheet], strings: &[&str], codes: &[&str]) -> Vec<u8> {
    let list: String =
        (1..).zip(sheets).map(|(n, (name, attributes, _))| format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"r{n}\" {attributes}/>")).collect();
    let relations: String =
        (1..=sheets.len()).map(|n| format!("<Relationship Id=\"r{n}\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")).collect();
    let strings: String = strings.iter().map(|s| format!("<si><t>{s}</t></si>")).collect();
    let formats: String = (164..).zip(codes).map(|(n, code)| format!("<numFmt numFmtId=\"{n}\" formatCode=\"{code}\"/>")).collect();
    let styles: String = (164..164 + codes.len()).map(|n| format!("<xf numFmtId=\"{n}\"/>")).collect();
    let mut parts = vec![
        ("xl/workbook.xml".to_owned(), format!("<workbook xmlns:r=\"r\"><sheets>{list}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{relations}</Relationships>")),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst>{strings}</sst>")),
        ("xl/styles.xml".to_owned(), format!("<styleSheet><numFmts>{formats}</numFmts><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>")),
    ];
    parts.extend((1..).zip(sheets).map(|(n, (_, _, body))| (format!("xl/worksheets/sheet{n}.xml"), format!("<worksheet>{body}</worksheet>"))));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
    archive(&parts)
}

/// An OpenDocument spreadsheet with these styles and tables.
pub(super) fn ods(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\"><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// What a workbook gives with the default limits.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Error> {
    decode(bytes, &Decoding::default())
}

/// The text and the remarks of a workbook that can be read.
#[track_caller]
pub(super) fn text_and_remarks(bytes: &[u8]) -> (String, Vec<String>) {
    let source = read(bytes).expect("the workbook can be read");
    (source.text, source.content.diagnostics.into_iter().map(|d| d.message).collect())
}
