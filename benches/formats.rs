//! How fast each format is decoded, beside the foreign decoder alone on the same bytes in the same run.
//!
//! `cargo bench --features full --bench formats` prints both with their throughput: `decode` is ours, to the text with its hash, and
//! `foreign` what reads the format beneath it or beside it. Files are those of `corpus/formats` together, and larger ones made here:
//! a file of more than 1 MB as it is unpacked. Targets, ours by theirs: docx 3, all others 2.

use divan::counter::BytesCount;
use divan::{black_box, Bencher};
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

#[path = "../tests/written_pdf/mod.rs"]
// Damaged files are made by replacing objects; here none is damaged.
#[allow(dead_code)]
mod written_pdf;

fn main() {
    divan::main();
}

/// Bytes of a large file as it is unpacked.
const LARGE: usize = 5 << 18;

/// The files of the corpus with this ending.
fn corpus(ending: &str) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir("corpus/formats").expect("the corpus stands beside the sources").map(|e| e.expect("the folder can be listed").path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no .{ending} in corpus/formats");
    paths.iter().map(|path| read(&path.to_string_lossy())).collect()
}

fn read(path: &str) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Measures ours; the throughput is that of the bytes as they lie in the file.
fn decode(bencher: Bencher<'_, '_>, files: &[Vec<u8>]) {
    let options = juesuan::Options::new();
    let one = |file: &Vec<u8>| options.decode(file).unwrap_or_else(|e| panic!("{e}")).text().len();
    bencher.counter(BytesCount::new(files.iter().map(Vec::len).sum::<usize>())).bench(|| files.iter().map(one).sum::<usize>());
}

/// Measures a foreign decoder on the same files.
fn foreign(bencher: Bencher<'_, '_>, files: &[Vec<u8>], one: impl Fn(&[u8]) -> usize + Sync) {
    bencher.counter(BytesCount::new(files.iter().map(Vec::len).sum::<usize>())).bench(|| files.iter().map(|file| one(file)).sum::<usize>());
}

/// A page with what stands between `open` and `close` repeated until it is large.
fn repeated(text: &[u8], open: &[u8], close: &[u8]) -> Vec<u8> {
    let from = memchr::memmem::find(text, open).expect("the mark stands in the file");
    let from = from + memchr::memchr(b'>', &text[from..]).expect("a tag ends") + 1;
    let to = memchr::memmem::rfind(text, close).expect("the mark stands in the file");
    let times = LARGE / (to - from) + 1;
    [&text[..from], &text[from..to].repeat(times), &text[to..]].concat()
}

/// An archive with one of its parts changed.
fn with_part(archive: &[u8], name: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(archive)).expect("the corpus holds archives");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).expect("the archive lists it");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("the part unpacks");
        let bytes = if part.name() == name { change(&bytes) } else { bytes };
        // What tells the format of an OpenDocument file stands in it as it is.
        let options = SimpleFileOptions::default().compression_method(part.compression());
        out.start_file(part.name(), options).expect("writing to memory does not fail");
        out.write_all(&bytes).expect("writing to memory does not fail");
    }
    out.finish().expect("writing to memory does not fail").into_inner()
}

mod docx {
    use super::*;
    use quick_xml::events::Event;

    fn files(name: &str) -> Vec<Vec<u8>> {
        match name {
            "corpus" => corpus("docx"),
            _ => vec![with_part(&read("corpus/formats/forestry-2023.docx"), "word/document.xml", |xml| repeated(xml, b"<w:body", b"<w:sectPr"))],
        }
    }

    #[divan::bench(args = ["corpus", "large"])]
    fn decode(bencher: Bencher<'_, '_>, name: &str) {
        super::decode(bencher, &files(name));
    }

    /// Inflating the document and passing over its XML event by event.
    #[divan::bench(args = ["corpus", "large"])]
    fn foreign(bencher: Bencher<'_, '_>, name: &str) {
        super::foreign(bencher, &files(name), |file| {
            let mut archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
            let mut xml = String::new();
            archive.by_name("word/document.xml").expect("a document").read_to_string(&mut xml).expect("UTF-8");
            let mut reader = quick_xml::Reader::from_str(&xml);
            let mut events = 0;
            while !matches!(black_box(reader.read_event()).expect("well-formed"), Event::Eof) {
                events += 1;
            }
            events
        });
    }
}

mod html {
    use super::*;

    /// The pages of the corpus in the ways that portals publish, each made large; the encoding of GBK pages is no task of scraper.
    const PAGES: &[&str] = &[
        "formats/forestry-2023",
        "pages/layout-tables-2012",
        "pages/oneline-zoom-2016",
        "pages/performance-2022",
        "pages/saved-jsp-2019",
        "pages/split-info-2021",
        "pages/trs-div-2020",
        "pages/word-saved-2018",
        "bare-table",
        "bare-prose",
    ];

    const ROW: &str = "<tr><td>2080501</td><td>行政单位离退休</td><td>1,234.56</td></tr>";
    const PROSE: &str = "<p>2023年度，青溪县水利局收入总计2912.07万元，比上年增加12.50万元，主要原因是农田水利项目增加。</p>\n";

    fn page(name: &str) -> Vec<u8> {
        let bare = |inner: &str| repeated(format!("<html><meta charset=utf-8><body>{inner}</body></html>").as_bytes(), b"<body", b"</body");
        match name {
            "bare-table" => repeated(format!("<html><meta charset=utf-8><body><table>{ROW}</table></body></html>").as_bytes(), b"<table", b"</table"),
            "bare-prose" => bare(PROSE),
            _ => {
                let page = read(&format!("corpus/{name}.html"));
                let [open, close]: [&[u8]; 2] = if name.ends_with("2012") { [b"<BODY", b"</BODY"] } else { [b"<body", b"</body"] };
                repeated(&page, open, close)
            }
        }
    }

    #[divan::bench(args = PAGES)]
    fn decode(bencher: Bencher<'_, '_>, name: &str) {
        super::decode(bencher, &[page(name)]);
    }

    #[divan::bench(args = PAGES)]
    fn foreign(bencher: Bencher<'_, '_>, name: &str) {
        let page = page(name);
        let (text, _) = match std::str::from_utf8(&page) {
            Ok(text) => (text.into(), false),
            Err(_) => encoding_rs::GB18030.decode_without_bom_handling(&page),
        };
        bencher.counter(BytesCount::new(page.len())).bench(|| scraper::Html::parse_document(&text).tree.values().len());
    }
}

mod pdf {
    use super::*;
    use oxidize_pdf::parser::{PdfDocument, PdfReader};

    /// A page with running text and a ruled table.
    fn drawn() -> String {
        let [xs, ys] = [[50.0, 200.0, 350.0, 500.0].as_slice(), &[700.0, 680.0, 660.0, 640.0, 620.0, 600.0]];
        let mut page = written_pdf::lattice(xs, ys);
        for y in ys.iter().skip(1) {
            xs.iter().take(3).for_each(|x| page.push_str(&written_pdf::text(x + 4.0, y + 6.0, "项目支出12.50")));
        }
        (0..25).for_each(|n| page.push_str(&written_pdf::text(50.0, 580.0 - 20.0 * n as f32, "青溪县水利局收入总计2912.07万元，比上年增加12.50万元。")));
        page
    }

    fn files(name: &str) -> Vec<Vec<u8>> {
        match name {
            "corpus" => corpus("pdf"),
            _ => {
                let page = drawn();
                vec![written_pdf::Pdf::of(&vec![page.as_str(); LARGE / page.len() + 1]).bytes()]
            }
        }
    }

    #[divan::bench(args = ["corpus", "large"])]
    fn decode(bencher: Bencher<'_, '_>, name: &str) {
        super::decode(bencher, &files(name));
    }

    /// The text of all pages, as oxidize-pdf extracts it; that of the large file takes it many seconds.
    #[divan::bench(args = ["corpus", "large"], max_time = 5)]
    fn foreign(bencher: Bencher<'_, '_>, name: &str) {
        super::foreign(bencher, &files(name), |file| {
            let reader = PdfReader::new(Cursor::new(file)).expect("a PDF file");
            let pages = PdfDocument::new(reader).extract_text().expect("pages with text");
            pages.iter().map(|page| page.text.len()).sum()
        });
    }
}

mod sheet {
    use super::*;
    use calamine::Reader;

    const ROWS: usize = 12_000;

    /// A sheet of many rows: a code, a name, two numbers.
    fn rows() -> Vec<u8> {
        let mut xml = String::from("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for row in 1..=ROWS {
            let text = |column: &str, text: &str| format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
            let number = |column: &str, number: f64| format!("<c r=\"{column}{row}\"><v>{number}</v></c>");
            let cells = [text("A", "2080501"), text("B", "行政单位离退休"), number("C", row as f64 + 0.5), number("D", 1234.56)];
            xml.push_str(&format!("<row r=\"{row}\">{}</row>", cells.concat()));
        }
        (xml + "</sheetData></worksheet>").into_bytes()
    }

    fn files(name: &str) -> Vec<Vec<u8>> {
        match name {
            "xlsx-large" => vec![with_part(&read("corpus/formats/sheet-report.xlsx"), "xl/worksheets/sheet1.xml", |_| rows())],
            "ods-large" => vec![with_part(&read("corpus/formats/forestry-2023.ods"), "content.xml", repeated_rows)],
            ending => corpus(ending),
        }
    }

    /// The rows of the first sheet, again and again.
    fn repeated_rows(xml: &[u8]) -> Vec<u8> {
        let from = memchr::memmem::find(xml, b"<table:table-row").expect("a row");
        let close = b"</table:table-row>";
        let sheet = memchr::memmem::find(&xml[from..], b"</table:table>").expect("the sheet ends") + from;
        let to = memchr::memmem::rfind(&xml[..sheet], close).expect("the row ends") + close.len();
        [&xml[..from], &xml[from..to].repeat(LARGE / (to - from) + 1), &xml[to..]].concat()
    }

    #[divan::bench(args = ["xlsx", "xls", "ods", "xlsx-large", "ods-large"])]
    fn decode(bencher: Bencher<'_, '_>, name: &str) {
        super::decode(bencher, &files(name));
    }

    /// All cells of all sheets, as calamine reads them.
    #[divan::bench(args = ["xlsx", "xls", "ods", "xlsx-large", "ods-large"])]
    fn foreign(bencher: Bencher<'_, '_>, name: &str) {
        super::foreign(bencher, &files(name), |file| {
            let mut workbook = calamine::open_workbook_auto_from_rs(Cursor::new(file)).expect("a workbook");
            workbook.worksheets().iter().map(|(_, cells)| cells.used_cells().count()).sum()
        });
    }
}

mod doc {
    use super::*;
    use office_oxide::{Document, DocumentFormat};

    #[divan::bench]
    fn decode(bencher: Bencher<'_, '_>) {
        super::decode(bencher, &corpus("doc"));
    }

    /// The tree of the document, as office_oxide reads it.
    #[divan::bench]
    fn foreign(bencher: Bencher<'_, '_>) {
        super::foreign(bencher, &corpus("doc"), |file| {
            let document = Document::from_reader(Cursor::new(file.to_vec()), DocumentFormat::Doc).expect("a document");
            document.to_ir().sections.len()
        });
    }
}
