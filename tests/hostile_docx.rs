//! Word documents that are damaged: 500 of them, made from one by numbers that are always the same.

#![cfg(feature = "docx")]

use juesuan::{Error, Options, Source, Span};
use std::io::{Cursor, Write};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::ZipWriter;

/// The longest a damaged file may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Damaged files of each kind.
const OF_EACH: u64 = 100;

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const DOCUMENT: &str = concat!(
    "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>收入支出决算总体情况说明</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>2021年度收、支总计各1,234.50万元。</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>目录</w:t>",
    "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>科目</w:t></w:r></w:p></w:tc>",
    "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>决算数</w:t></w:r></w:p></w:tc></w:tr>",
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>12.00</w:t></w:r></w:p></w:tc>",
    "<w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>11.50</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
    "<w:p><w:r><w:pict><w:txbxContent><w:p><w:ins><w:r><w:t>青溪县水利局</w:t></w:r></w:ins></w:p></w:txbxContent></w:pict></w:r></w:p>",
    "<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐去&#65;&amp;</w:t><w:br/></w:r></w:p>"
);

const STYLES: &str = concat!(
    "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/>",
    "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
);

const NUMBERING: &str = concat!(
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/>",
    "<w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
);

const FOOTNOTES: &str = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>含下属单位。</w:t></w:r></w:p></w:footnote>";

/// The parts of the file that is damaged.
fn parts() -> Vec<(&'static str, Vec<u8>)> {
    let part = |root: &str, inner: &str| format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {NAMESPACE}>{inner}</w:{root}>").into_bytes();
    let body = format!("<w:body>{}</w:body>", DOCUMENT.repeat(3));
    vec![
        ("word/document.xml", part("document", &body)),
        ("word/styles.xml", part("styles", STYLES)),
        ("word/numbering.xml", part("numbering", NUMBERING)),
        ("word/footnotes.xml", part("footnotes", FOOTNOTES)),
    ]
}

fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a name that can be written");
        zip.write_all(bytes).expect("memory takes what is written");
    }
    zip.finish().expect("an archive that is complete").into_inner()
}

/// Numbers that look random and are the same each time: xorshift.
struct Numbers(u64);

impl Numbers {
    fn seeded(seed: u64) -> Self {
        Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % end.max(1)
    }
}

/// Changes up to twenty bytes.
fn flip(bytes: &mut [u8], numbers: &mut Numbers) {
    for _ in 0..=numbers.below(20) {
        let at = numbers.below(bytes.len());
        bytes[at] ^= 1 << numbers.below(8);
    }
}

/// Takes out, doubles or moves stretches of a part, or cuts it.
fn damage(xml: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(6) {
        let from = numbers.below(xml.len());
        let to = (from + numbers.below(60)).min(xml.len());
        let stretch = xml[from..to].to_vec();
        match numbers.below(4) {
            0 => drop(xml.drain(from..to)),
            1 => drop(xml.splice(from..from, stretch.repeat(1 + numbers.below(40)))),
            2 => xml[from..to].reverse(),
            _ => {
                let at = numbers.below(xml.len());
                drop(xml.splice(at..at, stretch));
            }
        }
    }
    if numbers.below(3) == 0 {
        xml.truncate(numbers.below(xml.len()));
    }
}

/// The damaged files of one seed, one of each kind.
fn damaged(seed: u64) -> [(&'static str, Vec<u8>); 5] {
    let mut numbers = Numbers::seeded(seed + 1);
    let whole = archive(&parts());
    let cut = whole[..numbers.below(whole.len())].to_vec();
    let mut flipped = whole.clone();
    flip(&mut flipped, &mut numbers);
    let rewritten = |numbers: &mut Numbers, change: fn(&mut Vec<u8>, &mut Numbers)| {
        let mut parts = parts();
        let which = [0, 0, 0, 1, 2, 3][numbers.below(6)];
        change(&mut parts[which].1, numbers);
        archive(&parts)
    };
    let markup = rewritten(&mut numbers, damage);
    let characters = rewritten(&mut numbers, |xml, numbers| flip(xml, numbers));
    let mut stream = whole;
    let packed = 60..stream.windows(4).position(|w| w == b"PK\x01\x02").expect("an archive has a directory");
    flip(&mut stream[packed], &mut numbers);
    [("cut", cut), ("flipped", flipped), ("damaged markup", markup), ("damaged characters", characters), ("damaged stream", stream)]
}

fn lies_in(source: &Source, span: Span) -> bool {
    source.text().get(span.start..span.end).is_some()
}

/// What is wrong with how a file was read; `None` if nothing is.
fn objection(bytes: &[u8]) -> Option<String> {
    let started = Instant::now();
    let read = catch_unwind(AssertUnwindSafe(|| {
        let decoded = Options::new().decode(bytes);
        decoded.map(|source| (Options::new().read(&source), source))
    }));
    let taken = started.elapsed();
    if taken > PATIENCE {
        return Some(format!("it took {taken:?}"));
    }
    match read {
        Err(_) => Some("it panicked".into()),
        Ok(Ok((report, source))) => {
            let cells = source.grids().iter().flat_map(|grid| grid.cells.iter().map(|cell| cell.span).chain([grid.span]));
            let spans = cells.chain(report.diagnostics.iter().filter_map(|d| d.span));
            let outside: Vec<Span> = spans.filter(|span| !lies_in(&source, *span)).collect();
            (!outside.is_empty()).then(|| format!("spans lie outside of the text: {outside:?}"))
        }
        Ok(Err(Error::Damaged { .. } | Error::Empty { .. } | Error::UnsupportedFormat { .. } | Error::Encrypted { .. } | Error::Binary { .. })) => None,
        Ok(Err(other)) => Some(format!("another error: {other}")),
    }
}

#[test]
fn five_hundred_damaged_documents_are_read_or_refused_in_time() {
    let mut objections = Vec::new();
    for seed in 0..OF_EACH {
        for (kind, bytes) in damaged(seed) {
            objections.extend(objection(&bytes).map(|what| format!("{kind}, seed {seed}: {what}")));
        }
    }
    assert_eq!(objections, Vec::<String>::new());
}

#[test]
fn damaged_markup_and_damaged_streams_still_give_most_of_the_text() {
    let lines = |bytes: &[u8]| Options::new().decode(bytes).map_or(0, |source| source.text().matches("1,234.50万元").count());
    let kinds = ["damaged markup", "damaged characters", "damaged stream"];
    let mut found = [0; 3];
    for seed in 0..OF_EACH {
        for (kind, bytes) in damaged(seed) {
            if let Some(at) = kinds.iter().position(|k| *k == kind) {
                found[at] += lines(&bytes);
            }
        }
    }
    // Of 300 each: what is cut off or packed behind a broken byte is lost.
    let least = [240, 250, 60];
    assert!(found.iter().zip(least).all(|(found, least)| *found >= least), "{found:?} of 300 each, expected at least {least:?}");
}

#[test]
fn what_only_bears_the_name_of_a_document_is_told_by_its_content() {
    let rtf = Options::new().decode(b"{\\rtf1\\ansi 2021}").err();
    assert_eq!(rtf, Some(Error::UnsupportedFormat { format: "an RTF document" }));
    let name: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &name].concat();
    if !cfg!(feature = "doc") {
        let expected = Error::FeatureMissing { format: "a Word 97 document", feature: "doc" };
        assert_eq!(Options::new().decode(&old).err(), Some(expected));
    }
}
