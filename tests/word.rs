//! A report written as a Word document reads as the report it was written from.
#![cfg(feature = "docx")]

use juesuan::{Figure, Options, Report, Section, Source, WordError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::Reader;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// A report of the corpus and the document written from it.
struct Written {
    name: String,
    source: Source,
    report: Report,
    document: Vec<u8>,
}

fn written(name: &str, bytes: &[u8]) -> Written {
    let options = Options::new();
    let source = options.decode(bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
    let report = options.read(&source);
    let document = juesuan::to_docx(&report, &source).unwrap_or_else(|e| panic!("{name}: {e}"));
    Written { name: name.to_owned(), source, report, document }
}

/// The text reports of the corpus and of `minimal/`, by name.
fn reports() -> impl Iterator<Item = Written> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut files: Vec<PathBuf> = [corpus.clone(), corpus.join("minimal")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the corpus stands beside the sources"))
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files.into_iter().map(|path| written(&path.display().to_string(), &fs::read(&path).expect("the listing named the file")))
}

/// Runs a question over every report and fails with all that it answers.
#[track_caller]
fn nowhere(what: &str, complaint: impl Fn(&Written) -> Option<String>) {
    let all: Vec<String> = reports().filter_map(|w| complaint(&w).map(|c| format!("{}: {c}", w.name))).collect();
    assert!(all.is_empty(), "{what}: {} reports\n{}", all.len(), all.join("\n"));
}

// --- an extraction that knows nothing of the library's own reader

/// A paragraph of the document outside of tables: its style, its text, and whether its mark is hidden.
#[derive(Debug, Default, PartialEq)]
struct Paragraph {
    style: String,
    text: String,
    runs_on: bool,
}

fn value(element: &BytesStart) -> String {
    let value = element.attributes().flatten().find(|a| matches!(a.key.as_ref(), b"w:val" | b"w:type"));
    value.map_or(String::new(), |a| String::from_utf8_lossy(&a.value).into_owned())
}

/// The paragraphs in order; those of tables as well.
fn paragraphs(document: &[u8]) -> Vec<Paragraph> {
    let xml = part(document, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let mut found = Vec::new();
    let mut paragraph = Paragraph::default();
    let mut in_text = false;
    loop {
        match reader.read_event().expect("the document is well-formed") {
            Event::Start(e) | Event::Empty(e) => match e.name().as_ref() {
                b"w:pStyle" => paragraph.style = value(&e),
                b"w:specVanish" => paragraph.runs_on = true,
                b"w:tab" => paragraph.text.push('\t'),
                b"w:br" if value(&e) == "page" => paragraph.text.push('\x0c'),
                b"w:br" => paragraph.text.push('\n'),
                b"w:pageBreakBefore" if value(&e) != "false" => paragraph.text.push('\x0c'),
                b"w:t" => in_text = true,
                _ => {}
            },
            Event::Text(e) if in_text => paragraph.text.push_str(&e.decode().expect("the document is UTF-8")),
            Event::GeneralRef(e) if in_text => paragraph.text.push(resolved(&e.decode().expect("the document is UTF-8"))),
            Event::End(e) if e.name().as_ref() == b"w:t" => in_text = false,
            Event::End(e) if e.name().as_ref() == b"w:p" => found.push(std::mem::take(&mut paragraph)),
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn resolved(reference: &str) -> char {
    match reference {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        other => panic!("&{other}; is none of the five references of XML"),
    }
}

fn part(document: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(document)).expect("a Word document is an archive");
    let mut part = archive.by_name(name).unwrap_or_else(|e| panic!("{name}: {e}"));
    let mut xml = String::new();
    part.read_to_string(&mut xml).expect("the part is UTF-8");
    xml
}

/// The text of the paragraphs, a line each; one whose mark is hidden runs on.
fn text(paragraphs: &[Paragraph]) -> String {
    paragraphs.iter().map(|p| p.text.clone() + if p.runs_on { "" } else { "\n" }).collect()
}

/// Text without what a paragraph cannot hold: which line end it is, and on which side of one a page breaks.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\x0c', "").trim_end_matches('\n').to_owned()
}

// --- what must come back

#[test]
fn every_report_keeps_its_text_line_by_line() {
    nowhere("texts that differ", |w| {
        let (before, after) = (plain(w.source.text()), plain(&text(&paragraphs(&w.document))));
        let difference = before.lines().zip(after.lines()).find(|(a, b)| a != b);
        (before != after).then(|| format!("{} lines became {}: {difference:?}", before.lines().count(), after.lines().count()))
    });
}

#[test]
fn every_page_break_is_kept() {
    nowhere("page breaks lost", |w| {
        let breaks = |text: &str| text.matches('\x0c').count();
        let (before, after) = (breaks(w.source.text()), breaks(&text(&paragraphs(&w.document))));
        (before != after).then(|| format!("{before} became {after}"))
    });
}

fn flat<'a>(sections: &'a [Section], found: &mut Vec<&'a Section>) {
    for section in sections {
        found.push(section);
        flat(&section.children, found);
    }
}

/// A text without the pinyin that mirrors put in brackets behind a character, which a title leaves out.
fn without_pinyin(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inner)) = rest.split_once('(') {
        out.push_str(before);
        let syllable = inner.split_once(')').filter(|(syllable, _)| syllable.chars().all(|c| c.is_ascii_lowercase() || ('\u{e0}'..='\u{1dc}').contains(&c)));
        rest = syllable.map_or(inner, |(_, behind)| behind);
        if syllable.is_none() {
            out.push('(');
        }
    }
    out + rest
}

/// Whether a paragraph is the heading of a section: in the style of its level, from its label to its title.
fn is_heading_of(paragraph: &Paragraph, section: &Section) -> bool {
    let printed = without_pinyin(&paragraph.text.split_whitespace().collect::<String>());
    let closed = printed.trim_end_matches(['。', '：', ':', '.', '．', '；', ';']);
    paragraph.style == format!("Heading{}", section.level.min(9))
        && printed.starts_with(&section.label)
        && (printed.ends_with(&section.title) || closed.ends_with(&section.title))
}

#[test]
fn every_heading_is_a_heading_style_of_its_level() {
    nowhere("headings lost", |w| {
        let mut sections = Vec::new();
        flat(&w.report.sections, &mut sections);
        let styled: Vec<Paragraph> = paragraphs(&w.document).into_iter().filter(|p| p.style.starts_with("Heading")).collect();
        let lost = (styled.len() != sections.len()).then(|| format!("{} headings became {}", sections.len(), styled.len()));
        let differing = styled.iter().zip(&sections).find(|(paragraph, section)| !is_heading_of(paragraph, section));
        lost.or_else(|| differing.map(|(paragraph, section)| format!("{}{} became {paragraph:?}", section.label, section.title)))
    });
}

/// What a figure says, without its place.
fn said(figure: &Figure) -> String {
    let Figure { concept, role, value, unit, year, label, code, .. } = figure;
    format!("{concept:?} {role:?} {value} {unit:?} {year:?} {label:?} {code:?}")
}

#[test]
fn every_report_comes_back_with_the_same_figures() {
    nowhere("figures that differ", |w| {
        let again = juesuan::parse(&w.document).unwrap_or_else(|e| panic!("{}: {e}", w.name));
        let (before, after) = (&w.report.figures, &again.figures);
        let difference = before.iter().zip(after).find(|(a, b)| said(a) != said(b));
        let difference = difference.map(|(a, b)| format!("{} became {} in {:?}", said(a), said(b), a.context));
        difference.or_else(|| (before.len() != after.len()).then(|| format!("{} figures became {}", before.len(), after.len())))
    });
}

/// The lines as they are read back: a tab in a line is a blank, the one that a cell stands behind stays.
fn lines(text: &str) -> Vec<String> {
    let line = |line: &str| {
        let tab = usize::from(line.starts_with('\t'));
        line[..tab].to_owned() + &line[tab..].replace('\t', " ")
    };
    plain(text).lines().map(line).collect()
}

#[test]
fn every_report_comes_back_with_the_same_text() {
    nowhere("texts that differ", |w| {
        let again = Options::new().decode(&w.document).unwrap_or_else(|e| panic!("{}: {e}", w.name));
        let (before, after) = (lines(w.source.text()), lines(again.text()));
        let difference = before.iter().zip(&after).find(|(a, b)| a != b);
        (before != after).then(|| format!("{} lines became {}: {difference:?}", before.len(), after.len()))
    });
}

#[test]
fn a_document_does_not_say_how_many_pages_it_has() {
    let text = "青溪县水利局2021年度部门决算\n\x0c一、收入支出决算总体情况说明\n2021年度收入总计5万元。\n";
    let w = written("pages", text.as_bytes());
    let again = Options::new().decode(&w.document).expect("what was written is read");
    assert_eq!((w.source.info().pages, again.info().pages, again.text()), (Some(2), None, text));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let text = "青溪县水利局2021年度部门决算\n一、收入支出决算总体情况说明\n2021年度收入总计5万元。\n";
    assert!(written("first", text.as_bytes()).document == written("second", text.as_bytes()).document, "two documents of one report differ");
}

#[test]
fn a_heading_that_runs_into_its_text_is_parted_from_it_by_a_hidden_mark() {
    let text = "青溪县水利局2021年度部门决算\n一、部门职责\n（一）主要职能。负责全县水利工作。\n（二）机构设置。下设办公室等4个股室。\n二、收入决算情况说明\n2021年收入合计5万元。\n";
    let found = paragraphs(&written("run-in", text.as_bytes()).document);
    let drawn: Vec<String> = found.iter().map(|p| format!("{}:{}{}", p.style, p.text, if p.runs_on { "+" } else { "" })).collect();
    let expected = [
        ":青溪县水利局2021年度部门决算",
        "Heading1:一、部门职责",
        "Heading2:（一）主要职能。+",
        ":负责全县水利工作。",
        "Heading2:（二）机构设置。+",
        ":下设办公室等4个股室。",
        "Heading1:二、收入决算情况说明",
        ":2021年收入合计5万元。",
    ];
    assert_eq!(drawn, expected);
}

#[test]
fn what_xml_forbids_is_replaced_and_the_figures_stay() {
    let text = "青溪县水利局2021年度部门决算\n2021年收入合计1\u{1}2.5万元\u{b}支出<合计>&\"3\"万元\u{ffff}。\n";
    let w = written("controls", text.as_bytes());
    let found: Vec<String> = paragraphs(&w.document).into_iter().map(|p| p.text).collect();
    assert_eq!(found, ["青溪县水利局2021年度部门决算", "2021年收入合计1\u{200b}2.5万元\n支出<合计>&\"3\"万元\u{fffd}。"]);
}

#[test]
fn a_report_of_another_text_is_refused() {
    let (first, second) = (written("first", "甲局2021年度部门决算".as_bytes()), written("second", "乙局2021年度部门决算".as_bytes()));
    let error = juesuan::to_docx(&first.report, &second.source).expect_err("the text is another one");
    let expected = WordError::OtherSource { report: first.report.source.sha256.clone(), text: second.report.source.sha256.clone() };
    assert_eq!(error, expected);
    let message = format!(
        "not the text of this report: the report was read from bytes with the SHA-256 {}, the text from {}",
        first.report.source.sha256, second.report.source.sha256
    );
    assert_eq!(error.to_string(), message);
}
