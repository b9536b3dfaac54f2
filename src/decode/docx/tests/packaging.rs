//! Archives as different programs write them.

use super::{archive, document, file, notes, p, part, read, refused, NAMESPACES, RELATIONS};
use crate::diagnostic::DiagnosticCode;
use crate::error::Error;
use encoding_rs::GBK;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TEXT: &str = "青溪县水利局";

#[track_caller]
fn text(parts: &[(&str, &[u8])]) -> String {
    read(&archive(parts)).text
}

#[test]
fn the_document_is_found_by_its_relation_its_type_or_its_name() {
    let xml = document(&p(TEXT));
    let other = document(&p("另一份"));
    let relations = RELATIONS.replace("word/document.xml", "/word/document2.xml");
    let types = concat!(
        "<Types><Override PartName=\"/text/main.xml\" ",
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
    );
    let [xml, other, relations, types] = [&xml, &other, &relations, types].map(str::as_bytes);
    assert_eq!(text(&[("_rels/.rels", relations), ("word/document.xml", other), ("word/document2.xml", xml)]), "青溪县水利局\n");
    assert_eq!(text(&[("[Content_Types].xml", types), ("word/document.xml", other), ("text/main.xml", xml)]), "青溪县水利局\n");
    assert_eq!(text(&[("_rels/.rels", relations), ("word/document3.xml", xml)]), "青溪县水利局\n");
    assert_eq!(text(&[("Word\\Document.XML", xml)]), "青溪县水利局\n");
}

#[test]
fn an_archive_without_a_document_is_damaged() {
    let expected = "damaged: a Word document cannot be read: no part of the archive is the document, expected word/document.xml";
    assert_eq!(refused(&archive(&[("word/styles.xml", b"<x/>")])).to_string(), expected);
}

#[test]
fn strict_namespaces_and_foreign_prefixes_are_understood() {
    let strict = document(&p(TEXT)).replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main");
    let foreign = document(&p(TEXT)).replace("xmlns:w=", "xmlns:ns0=").replace("w:", "ns0:");
    let unprefixed = document(&p(TEXT)).replace("xmlns:w=", "xmlns=").replace("<w:", "<").replace("</w:", "</");
    let redeclared =
        document("<w:p><w:r><w:t>青溪</w:t></w:r><q:r xmlns:q=\"urn:x\" xmlns:w=\"urn:y\"><w:t>不是</w:t></q:r><w:r><w:t>县水利局</w:t></w:r></w:p>");
    for xml in [strict, foreign, unprefixed, redeclared] {
        assert_eq!(text(&[("word/document.xml", xml.as_bytes())]), "青溪县水利局\n", "{xml}");
    }
}

#[test]
fn parts_are_read_in_the_encoding_they_are_in() {
    let xml = document(&p(TEXT));
    let gbk = GBK.encode(&xml.replace("UTF-8", "GBK")).0.into_owned();
    let silent = GBK.encode(&xml).0.into_owned();
    let wide: Vec<u8> = xml.replace("UTF-8", "UTF-16").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = xml.replace("UTF-8", "UTF-16").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [b"\xff\xfe".as_slice(), &wide].concat();
    let wrongly_named = xml.replace("UTF-8", "UTF-16").into_bytes();
    let utf8_marked = [b"\xef\xbb\xbf".as_slice(), xml.as_bytes()].concat();
    for bytes in [gbk, silent, wide, big, marked, wrongly_named, utf8_marked] {
        assert_eq!(text(&[("word/document.xml", &bytes)]), "青溪县水利局\n", "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn bytes_that_are_no_text_are_noted_where_they_stand() {
    let mut bytes = document(&p("青溪县水利局一二三四五六七八九十")).into_bytes();
    let at = bytes.windows(3).position(|w| w == "水".as_bytes()).expect("it stands there");
    bytes[at] = 0xff;
    let decoded = read(&archive(&[("word/document.xml", &bytes)]));
    assert_eq!(decoded.text, "青溪县\u{fffd}\u{fffd}\u{fffd}利局一二三四五六七八九十\n");
    assert_eq!(notes(&decoded), vec![(DiagnosticCode::EncodingRepaired, "\u{fffd}"); 3]);
}

#[test]
fn parts_may_be_stored_and_may_have_their_sizes_behind_them() {
    let mut zip = ZipWriter::new_stream(Vec::new());
    zip.start_file("word/document.xml", SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).expect("a name that can be written");
    zip.write_all(document(&p(TEXT)).as_bytes()).expect("memory takes what is written");
    let bytes = zip.finish().expect("an archive that is complete").into_inner();
    assert_eq!(read(&bytes).text, "青溪县水利局\n");
}

#[test]
fn an_archive_without_its_directory_is_damaged() {
    let bytes = file(&p(TEXT), &[]);
    let directory = bytes.windows(4).position(|w| w == b"PK\x01\x02").expect("it has one");
    let Error::Damaged { format, reason } = refused(&bytes[..directory]) else { panic!("another error") };
    assert_eq!((format, reason.contains("expected a zip archive with the list of its parts at its end")), ("a Word document", true), "{reason}");
}

#[test]
fn the_title_is_that_of_the_properties() {
    let core = "<cp:coreProperties xmlns:cp=\"a\" xmlns:dc=\"b\"><dc:title> 青溪县 &amp; 2021年度 </dc:title><dc:creator>甲</dc:creator></cp:coreProperties>";
    let decoded = read(&archive(&[("word/document.xml", document(&p(TEXT)).as_bytes()), ("docProps/core.xml", core.as_bytes())]));
    assert_eq!(decoded.content.title.as_deref(), Some("青溪县 & 2021年度"));
}

#[test]
fn headers_footers_and_comments_are_no_text_of_the_document() {
    let furniture = part("hdr", &p("页眉"));
    let xml = document(&(p(TEXT) + "<w:sectPr><w:headerReference w:id=\"rId9\"/></w:sectPr>"));
    assert_eq!(text(&[("word/document.xml", xml.as_bytes()), ("word/header1.xml", furniture.as_bytes())]), "青溪县水利局\n");
}

#[test]
fn an_encrypted_part_asks_for_a_password() {
    let mut bytes = archive(&[("word/document.xml", document(&p(TEXT)).as_bytes())]);
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes.windows(4).position(|w| w == mark).expect("it stands there");
        bytes[at + flags] |= 1;
    }
    assert_eq!(refused(&bytes), Error::Encrypted { format: "a Word document" });
}

#[test]
fn parts_named_from_their_folder_are_found_and_folders_are_none() {
    let relations = "<Relationships><Relationship Type=\"x/styles\" Target=\"../shared/./styles.xml\"/></Relationships>";
    let styles = format!("<w:styles {NAMESPACES}><w:style w:styleId=\"a\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style></w:styles>");
    let xml = document("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>一、收入</w:t></w:r></w:p>");
    let parts = [("word/document.xml", xml.as_bytes()), ("word/_rels/document.xml.rels", relations.as_bytes()), ("shared/styles.xml", styles.as_bytes())];
    assert_eq!(super::headings(&read(&archive(&parts))), [(2, "一、收入")]);
    let mut empty = ZipWriter::new(Cursor::new(Vec::new()));
    empty.add_directory("word/", SimpleFileOptions::default()).expect("a name that can be written");
    let empty = empty.finish().expect("an archive that is complete").into_inner();
    let reason = "no part of the archive is the document, expected word/document.xml".to_owned();
    assert_eq!(refused(&empty), Error::Damaged { format: "a Word document", reason });
}
