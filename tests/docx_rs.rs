//! On well-formed documents docx-rs, which reads no report by default, reads the same paragraphs as this library.
#![cfg(feature = "docx")]

use docx_rs::{DocumentChild, InsertChild, Paragraph, ParagraphChild, Run, RunChild, Table, TableCellContent, TableChild, TableRowChild};
use juesuan::Options;
use std::fs;
use std::path::{Path, PathBuf};

/// A paragraph as docx-rs reads it, or a line of one.
struct Printed {
    text: String,
    /// Whether its number may stand in another part: it is numbered by itself, or has a style that may be.
    is_numbered: bool,
    /// Whether the next paragraph goes on in its line.
    runs_on: bool,
    /// Whether it is, in part, the result of a field that makes a table of contents.
    is_contents: bool,
}

/// Something that docx-rs leaves to those who use it.
struct Gap {
    name: &'static str,
    reason: &'static str,
    /// What is to be done to the paragraphs of docx-rs.
    closed: fn(Vec<Printed>, ours: &[String]) -> Vec<Printed>,
}

/// The gaps that the documents show, in the order they are closed in.
const GAPS: &[Gap] = &[
    Gap {
        name: "tables of contents",
        reason: "docx-rs gives the result of every field as text; we set the contents aside, which print each heading twice",
        closed: |theirs, _| theirs.into_iter().filter(|p| !p.is_contents).collect(),
    },
    Gap {
        name: "style separators",
        reason: "docx-rs says that the end of a paragraph is hidden and leaves its text apart; Word shows one line",
        closed: |theirs, _| joined(theirs),
    },
    Gap {
        name: "automatic numbers",
        reason: "docx-rs does not count; the text of a level (lvlText) is private, so that nobody else can count by it either",
        closed: numbered,
    },
];

/// The lines that style separators part, whole again.
fn joined(theirs: Vec<Printed>) -> Vec<Printed> {
    let mut lines: Vec<Printed> = Vec::new();
    for paragraph in theirs {
        match lines.last_mut().filter(|last| last.runs_on) {
            Some(last) => {
                last.text.push_str(&paragraph.text);
                last.runs_on = paragraph.runs_on;
            }
            None => lines.push(paragraph),
        }
    }
    lines
}

/// The paragraphs with the numbers that ours have in their places: at most `第十二部分`.
fn numbered(mut theirs: Vec<Printed>, ours: &[String]) -> Vec<Printed> {
    const LONGEST_NUMBER: usize = 5;
    for (paragraph, line) in theirs.iter_mut().filter(|p| !p.text.is_empty()).zip(ours) {
        let number = line.strip_suffix(paragraph.text.as_str()).filter(|number| paragraph.is_numbered && number.chars().count() <= LONGEST_NUMBER);
        if let Some(number) = number {
            paragraph.text.insert_str(0, number);
        }
    }
    theirs
}

// --- what docx-rs reads

/// Walks through what docx-rs gives, which knows where a field starts and ends but not what stands in it.
#[derive(Default)]
struct Walk {
    found: Vec<Printed>,
    fields: Vec<bool>,
}

impl Walk {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let property = &paragraph.property;
        self.found.push(Printed {
            text: String::new(),
            is_numbered: property.numbering_property.is_some() || property.style.is_some(),
            runs_on: property.run_property.spec_vanish.is_some(),
            is_contents: self.fields.contains(&true),
        });
        self.children(&paragraph.children);
    }

    fn children(&mut self, children: &[ParagraphChild]) {
        for child in children {
            match child {
                ParagraphChild::Run(run) => self.run(run),
                ParagraphChild::Hyperlink(link) => self.children(&link.children),
                ParagraphChild::Insert(insert) => insert.children.iter().for_each(|child| {
                    if let InsertChild::Run(run) = child {
                        self.run(run);
                    }
                }),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Run) {
        for child in &run.children {
            let paragraph = self.found.last_mut().expect("runs stand in paragraphs");
            match child {
                RunChild::Text(text) => paragraph.text.push_str(&text.text),
                RunChild::Tab(_) | RunChild::PTab(_) => paragraph.text.push('\t'),
                RunChild::Break(_) | RunChild::CarriageReturn(_) => paragraph.text.push('\n'),
                RunChild::FieldChar(mark) => match mark.field_char_type {
                    docx_rs::FieldCharType::Begin => self.fields.push(false),
                    docx_rs::FieldCharType::End => drop(self.fields.pop()),
                    _ => {}
                },
                RunChild::InstrText(instruction) => {
                    let is_contents = matches!(**instruction, docx_rs::InstrText::TOC(_));
                    self.mark_contents(is_contents);
                }
                RunChild::InstrTextString(instruction) => {
                    let is_contents = instruction.trim_start().starts_with("TOC");
                    self.mark_contents(is_contents);
                }
                _ => {}
            }
        }
    }

    fn mark_contents(&mut self, is_contents: bool) {
        if let Some(field) = self.fields.last_mut().filter(|_| is_contents) {
            *field = true;
            self.found.last_mut().expect("runs stand in paragraphs").is_contents = true;
        }
    }

    fn table(&mut self, table: &Table) {
        for TableChild::TableRow(row) in &table.rows {
            for TableRowChild::TableCell(cell) in &row.cells {
                for content in &cell.children {
                    match content {
                        TableCellContent::Paragraph(paragraph) => self.paragraph(paragraph),
                        TableCellContent::Table(table) => self.table(table),
                        _ => {}
                    }
                }
            }
        }
    }
}

/// The paragraphs that docx-rs reads, those of tables in the order of the cells.
fn theirs(document: &[u8]) -> Vec<Printed> {
    let docx = docx_rs::read_docx(document).expect("docx-rs reads what is well-formed");
    let mut walk = Walk::default();
    for child in &docx.document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => walk.paragraph(paragraph),
            DocumentChild::Table(table) => walk.table(table),
            _ => {}
        }
    }
    walk.found.iter().flat_map(Printed::lines).collect()
}

impl Printed {
    /// Its lines, which breaks part, each as a paragraph of its own; the number stands on the first one.
    fn lines(&self) -> Vec<Printed> {
        let lines: Vec<&str> = self.text.split('\n').collect();
        let line = |(at, text): (usize, &&str)| Printed {
            text: bare(text),
            is_numbered: self.is_numbered && at == 0,
            runs_on: self.runs_on && at + 1 == lines.len(),
            is_contents: self.is_contents,
        };
        lines.iter().enumerate().map(line).collect()
    }
}

// --- the comparison

/// Text without white space, which the two keep differently: a tab is a blank to us.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The paragraphs that this library reads: lines, and those of cells.
fn ours(document: &[u8]) -> Vec<String> {
    let source = Options::new().decode(document).expect("a well-formed document is read");
    let grids = source.grids();
    let within = |at: usize| grids.iter().any(|grid| grid.span.start <= at && at < grid.span.end);
    let mut found = Vec::new();
    let mut end = 0;
    for line in source.text().split_inclusive('\n') {
        let start = end;
        end += line.len();
        let parts: Vec<&str> = if within(start) { line.split(['\t', '\u{2028}']).collect() } else { vec![line] };
        found.extend(parts.into_iter().map(bare).filter(|part| !part.is_empty()));
    }
    found
}

/// The documents of `corpus/formats/`, and what the writer makes of the texts of the corpus, by name.
fn documents() -> Vec<(String, Vec<u8>)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let files = |folder: PathBuf, extension: &'static str| {
        let entries = fs::read_dir(folder).expect("the corpus stands beside the sources");
        let mut paths: Vec<PathBuf> =
            entries.map(|e| e.expect("the folder can be listed").path()).filter(|p| p.extension().is_some_and(|e| e == extension)).collect();
        paths.sort();
        paths.into_iter().map(|path| (path.display().to_string(), fs::read(&path).expect("the listing named the file")))
    };
    let written = files(corpus.clone(), "txt").map(|(name, bytes)| {
        let source = Options::new().decode(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        let document = juesuan::to_docx(&Options::new().read(&source), &source).unwrap_or_else(|e| panic!("{name}: {e}"));
        (name, document)
    });
    files(corpus.join("formats"), "docx").chain(written).collect()
}

/// The lines of docx-rs after closing all gaps but one, which may be none of them.
fn closed(document: &[u8], ours: &[String], left_open: Option<&str>) -> Vec<String> {
    let gaps = GAPS.iter().filter(|gap| Some(gap.name) != left_open);
    let theirs = gaps.fold(theirs(document), |theirs, gap| (gap.closed)(theirs, ours));
    theirs.into_iter().map(|p| p.text).filter(|text| !text.is_empty()).collect()
}

#[test]
fn docx_rs_reads_the_same_paragraphs() {
    for (name, document) in documents() {
        let ours = ours(&document);
        let theirs = closed(&document, &ours, None);
        let difference = ours.iter().zip(&theirs).position(|(a, b)| a != b).unwrap_or(ours.len().min(theirs.len()));
        assert!(
            ours == theirs,
            "{name}: {} and {} paragraphs, at {difference}: {:?} and {:?}",
            ours.len(),
            theirs.len(),
            ours.get(difference),
            theirs.get(difference)
        );
    }
}

#[test]
fn every_gap_is_met() {
    let documents = documents();
    for gap in GAPS {
        let met = documents.iter().any(|(_, document)| {
            let ours = ours(document);
            closed(document, &ours, Some(gap.name)) != ours
        });
        assert!(met, "{} are read the same now, and are no gap any more: {}", gap.name, gap.reason);
    }
}
