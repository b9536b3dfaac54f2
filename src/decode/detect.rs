//! Which format the bytes are in, by their content; a name is never looked at.

use super::signature;
use crate::error::Error;
use crate::source::Format;
#[cfg(any(feature = "docx", feature = "sheet"))]
use std::io::Read;

/// The format that the bytes are to be read in.
///
/// # Errors
/// The bytes are of a format that is not read, or an encrypted Office file.
pub(super) fn format(bytes: &[u8]) -> Result<Format, Error> {
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return compound(bytes);
    }
    if pdf_header(bytes) {
        return Ok(Format::Pdf);
    }
    if let Some(format) = signature::foreign_format(bytes) {
        return Err(Error::UnsupportedFormat { format });
    }
    if !may_be_markup(bytes) {
        return Ok(Format::Text);
    }
    if is_html(bytes) {
        return Ok(Format::Html);
    }
    match marked_up(&ascii_head(bytes)) {
        Some(format) => Err(Error::UnsupportedFormat { format }),
        None => Ok(Format::Text),
    }
}

/// Whether the start of the bytes holds a sign that all markup has there: `<` of a tag, or `T/` of the type of a web archive, that
/// the NULs of UTF-16 may part.
fn may_be_markup(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let before = |at: usize| head[..at].iter().rev().find(|b| **b != 0).map(u8::to_ascii_lowercase);
    memchr::memchr2_iter(b'<', b'/', head).any(|at| head[at] == b'<' || before(at) == Some(b't'))
}

/// Documents that are written as text and are none: their markup would be read as words and figures.
fn marked_up(head: &str) -> Option<&'static str> {
    const DIALECTS: &[(&str, &str)] = &[
        ("office:spreadsheet", "a workbook as XML (Excel 2003)"),
        ("schemas.microsoft.com/office/word", "a Word document as XML (Word 2003)"),
        ("schemas.microsoft.com/office/2006/xmlpackage", "a Word document as flat XML"),
        ("<office:document", "an OpenDocument file as flat XML"),
    ];
    let head = head.trim_start();
    if head.contains("mime-version:") && head.contains("multipart/related") {
        return Some("a web archive (MHTML)");
    }
    if !(head.starts_with("<?xml") || head.starts_with("<?mso-application")) {
        return None;
    }
    let dialect = DIALECTS.iter().find(|(mark, _)| head.contains(mark));
    Some(dialect.map_or("an XML document that is no web page", |(_, format)| format))
}

/// What the format is called in errors.
pub(super) fn name(format: Format) -> &'static str {
    match format {
        Format::Text => "plain text",
        Format::Html => "a web page",
        Format::Docx => "a Word document",
        Format::Doc => "a Word 97 document",
        Format::Pdf => "a PDF document",
        Format::Xlsx => "an Excel workbook",
        Format::Xls => "an Excel 97 workbook",
        Format::Ods => "an OpenDocument spreadsheet",
    }
}

/// Bytes before `%PDF-` that readers of PDF allow: line ends, or the header of the transfer saved with the file.
const PDF_LEAD: usize = 1024;

fn pdf_header(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(PDF_LEAD)];
    memchr::memmem::find(head, b"%PDF-").is_some_and(|at| at == 0 || !is_html(bytes) && head[at - 1] <= b' ')
}

/// A zip archive by the names of what it holds, which stand uncompressed before each part and at the end of the archive, in any case.
fn zipped(bytes: &[u8]) -> Result<Format, Error> {
    const PARTS: &[(&[u8], Result<Format, &str>)] = &[
        (b"word/document", Ok(Format::Docx)),
        (b"word\\document", Ok(Format::Docx)),
        (b"xl/workbook.bin", Err("a binary Excel workbook (xlsb)")),
        (b"xl/workbook", Ok(Format::Xlsx)),
        (b"xl\\workbook", Ok(Format::Xlsx)),
        (b"application/vnd.oasis.opendocument.spreadsheet", Ok(Format::Ods)),
        (b"application/vnd.oasis.opendocument.text", Err("an OpenDocument text (odt)")),
        (b"application/vnd.oasis.opendocument", Err("an OpenDocument file that is no spreadsheet")),
        (b"ppt/presentation", Err("a PowerPoint presentation")),
        (b"ofd.xml", Err("an OFD document")),
        (b"word/", Ok(Format::Docx)),
        (b"xl/", Ok(Format::Xlsx)),
    ];
    const NONE: Result<Format, &str> = Err("a zip archive without an Office document");
    let ends = ends(bytes).map(<[u8]>::to_ascii_lowercase);
    let holds = |name: &[u8]| ends.iter().any(|end| memchr::memmem::find(end, name).is_some());
    let named = PARTS.iter().find(|(part, _)| holds(part)).map(|(_, format)| *format);
    let found = named.or_else(|| holds(b"content.xml").then(|| opendocument(bytes)).flatten()).unwrap_or(NONE);
    found.map_err(|format| Error::UnsupportedFormat { format })
}

/// The two ends of an archive as far as they are searched: the names at its end take some 60 bytes each.
fn ends(bytes: &[u8]) -> [&[u8]; 2] {
    const ENDS: usize = 256 << 10;
    if bytes.len() <= 2 * ENDS {
        return [bytes, &[]];
    }
    [&bytes[..ENDS], &bytes[bytes.len() - ENDS..]]
}

/// What an OpenDocument file is whose type does not stand at its start as it should: by its packed type, its list of parts, or its content.
#[cfg(any(feature = "docx", feature = "sheet"))]
fn opendocument(bytes: &[u8]) -> Option<Result<Format, &'static str>> {
    /// The parts, and what each says of the kind; the list of parts names the document before the objects in it.
    const SAYING: &[(&str, &str)] =
        &[("mimetype", "application/vnd.oasis.opendocument."), ("META-INF/manifest.xml", "application/vnd.oasis.opendocument."), ("content.xml", "<office:")];
    const KINDS: &[(&str, Result<Format, &str>)] =
        &[("spreadsheet", Ok(Format::Ods)), ("text", Err("an OpenDocument text (odt)")), ("presentation", OTHER), ("graphics", OTHER), ("drawing", OTHER)];
    const OTHER: Result<Format, &str> = Err("an OpenDocument file that is no spreadsheet");
    /// Bytes of a part that are searched: the sheets start behind the styles of the cells.
    const SEARCHED: u64 = 4 << 20;
    // The zip reader is foreign.
    let part = |name: &str| {
        std::panic::catch_unwind(|| {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
            let mut start = Vec::new();
            // What could be unpacked of a damaged part may be enough.
            let _ = archive.by_name(name).ok()?.take(SEARCHED).read_to_end(&mut start);
            Some(String::from_utf8_lossy(&start).into_owned())
        })
        .ok()
        .flatten()
    };
    let kind_of = |said: &str| KINDS.iter().find(|(kind, _)| said.starts_with(kind)).map(|(_, format)| *format);
    SAYING.iter().find_map(|(name, mark)| part(name)?.split(mark).skip(1).find_map(kind_of))
}

/// Without a reader of archives, an OpenDocument file is known by its type only.
#[cfg(not(any(feature = "docx", feature = "sheet")))]
fn opendocument(_: &[u8]) -> Option<Result<Format, &'static str>> {
    None
}

/// An OLE compound file by the names of its streams, which are UTF-16.
fn compound(bytes: &[u8]) -> Result<Format, Error> {
    let has = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if has("EncryptedPackage") {
        Err(Error::Encrypted { format: "an Office document" })
    } else if has("WordDocument") {
        Ok(Format::Doc)
    } else if has("Workbook") || has("Book") {
        Ok(Format::Xls)
    } else if has("PowerPoint Document") {
        Err(Error::UnsupportedFormat { format: "a PowerPoint 97 presentation" })
    } else {
        Err(Error::UnsupportedFormat { format: "an OLE compound file of another kind than Word and Excel, or one that was cut" })
    }
}

/// Bytes looked at for the first tag: JSP pages saved as they are start with their directives.
const HEAD: usize = 4 << 10;

/// Whether the first thing of the text is a tag of HTML. Text with a comment of HTML left in it is text.
fn is_html(bytes: &[u8]) -> bool {
    const TAGS: &[&str] = &[
        "!doctype html",
        "html",
        "head",
        "body",
        "meta",
        "title",
        "link",
        "script",
        "style",
        "table",
        "div",
        "center",
        "form",
        "font",
        "span",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "ul",
        "ol",
        "li",
        "br",
        "hr",
        "a",
        "b",
        "strong",
        "img",
        "section",
        "article",
        "main",
    ];
    let head = ascii_head(bytes);
    let mut rest = head.trim_start();
    loop {
        let skipped = [("<!--", "-->"), ("<%", "%>"), ("<?", "?>")].iter().find(|(open, _)| rest.starts_with(open));
        let Some((_, close)) = skipped else { break };
        let Some(end) = rest.find(close) else { return false };
        rest = rest[end + close.len()..].trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    TAGS.iter().any(|name| tag.strip_prefix(name).is_some_and(|behind| behind.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace())))
        || tag.starts_with("!doctype html")
}

/// The start of the bytes in lower-case ASCII, whatever the encoding: NULs of UTF-16 and byte order marks left out.
fn ascii_head(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(HEAD)];
    let kept = head.iter().filter(|b| !matches!(**b, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff));
    let mut text = String::with_capacity(head.len());
    // DEL stands for what is not ASCII: like that, it is neither a blank nor part of any markup.
    text.extend(kept.map(|b| if b.is_ascii() { char::from(b.to_ascii_lowercase()) } else { '\x7f' }));
    text
}

#[cfg(test)]
mod tests {
    use super::format;
    use crate::error::Error;
    use crate::source::Format;

    #[track_caller]
    fn found(bytes: &[u8]) -> Result<Format, Error> {
        format(bytes)
    }

    #[test]
    fn a_page_starts_with_a_tag_whatever_stands_before_it() {
        let pages: [&[u8]; 6] = [
            b"<!DOCTYPE html PUBLIC \"x\"><p>",
            b"\xef\xbb\xbf\r\n<html>",
            b"<%@ page language=\"java\" %>\n<HTML lang=zh>",
            b"<?xml version=\"1.0\"?><!-- saved --><html xmlns=\"x\">",
            b"\xff\xfe<\0h\0t\0m\0l\0>\0",
            b"<div class=a>",
        ];
        for page in pages {
            assert_eq!(found(page), Ok(Format::Html), "{}", String::from_utf8_lossy(page));
        }
    }

    #[test]
    fn a_text_with_a_comment_or_a_bracket_is_no_page() {
        for text in ["<!--[if !supportLists]-->一、收入", "<某局>2020年度部门决算", "2020年<b>决算</b>", "<pre决算"] {
            assert_eq!(found(text.as_bytes()), Ok(Format::Text), "{text}");
        }
    }

    #[test]
    fn markup_that_is_no_page_is_named() {
        let documents = [
            ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "a web archive (MHTML)"),
            (
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                "a workbook as XML (Excel 2003)",
            ),
            ("<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">", "a Word document as XML (Word 2003)"),
            ("<?xml version=\"1.0\"?><office:document office:version=\"1.3\">", "an OpenDocument file as flat XML"),
            ("<?xml version=\"1.0\"?><report/>", "an XML document that is no web page"),
        ];
        for (text, format) in documents {
            assert_eq!(found(text.as_bytes()), Err(Error::UnsupportedFormat { format }), "{text}");
        }
    }

    #[test]
    fn a_pdf_document_may_stand_behind_the_header_of_its_transfer() {
        assert_eq!(found(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4"), Ok(Format::Pdf));
        assert_eq!(found("文件以“%PDF-”开头".as_bytes()), Ok(Format::Text));
    }

    #[test]
    fn archives_are_told_by_what_they_hold() {
        let archive = |name: &str| [b"PK\x03\x04................".as_slice(), name.as_bytes()].concat();
        assert_eq!(found(&archive("word/document.xml")), Ok(Format::Docx));
        assert_eq!(found(&archive("xl/workbook.xml")), Ok(Format::Xlsx));
        assert_eq!(found(&archive("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")), Ok(Format::Ods));
        assert_eq!(found(&archive("OFD.xml")), Err(Error::UnsupportedFormat { format: "an OFD document" }));
        assert_eq!(found(&archive("a.txt")), Err(Error::UnsupportedFormat { format: "a zip archive without an Office document" }));
    }

    #[test]
    fn the_names_in_an_archive_are_told_in_any_case() {
        let archive = |name: &str| [b"PK\x03\x04................".as_slice(), name.as_bytes()].concat();
        assert_eq!(found(&archive("Word/Document.XML")), Ok(Format::Docx));
        assert_eq!(found(&archive("WORD\\DOCUMENT.XML")), Ok(Format::Docx));
        assert_eq!(found(&archive("XL/Workbook.xml")), Ok(Format::Xlsx));
        assert_eq!(found(&archive("ofd.XML")), Err(Error::UnsupportedFormat { format: "an OFD document" }));
    }

    /// An archive with packed parts.
    #[cfg(any(feature = "docx", feature = "sheet"))]
    fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        use std::io::Write;
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in parts {
            let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
            zip.start_file(*name, options).expect("a name that can be written");
            zip.write_all(content.as_bytes()).expect("memory takes what is written");
        }
        zip.finish().expect("an archive that is complete").into_inner()
    }

    #[test]
    #[cfg(any(feature = "docx", feature = "sheet"))]
    fn an_opendocument_file_is_told_without_its_type_at_its_start() {
        const TYPE: &str = "application/vnd.oasis.opendocument.";
        let content = |kind: &str| format!("<office:document-content><office:automatic-styles/><office:body><office:{kind}><a/>{}", "<b>12</b>".repeat(99));
        let manifest = |kind: &str| format!("<m:manifest><m:file-entry m:media-type=\"{TYPE}{kind}\" m:full-path=\"/\"/>{}", "<m:file-entry/>".repeat(99));
        let kinds = [("spreadsheet", Ok(Format::Ods)), ("text", Err(Error::UnsupportedFormat { format: "an OpenDocument text (odt)" }))];
        for (kind, expected) in kinds {
            let packed_type = format!("{TYPE}{kind}{}", " ".repeat(99));
            assert_eq!(found(&packed(&[("mimetype", &packed_type), ("content.xml", "")])), expected, "{kind} by its packed type");
            assert_eq!(found(&packed(&[("META-INF/manifest.xml", &manifest(kind)), ("content.xml", "")])), expected, "{kind} by its list of parts");
            assert_eq!(found(&packed(&[("content.xml", &content(kind))])), expected, "{kind} by its content");
        }
        let other = Err(Error::UnsupportedFormat { format: "a zip archive without an Office document" });
        assert_eq!(found(&packed(&[("content.xml", "<p>12</p>")])), other);
    }

    #[test]
    fn compound_files_are_told_by_their_streams() {
        let file = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........".as_slice(), &name].concat()
        };
        assert_eq!(found(&file("WordDocument")), Ok(Format::Doc));
        assert_eq!(found(&file("Workbook")), Ok(Format::Xls));
        assert_eq!(found(&file("EncryptedPackage")), Err(Error::Encrypted { format: "an Office document" }));
    }
}
