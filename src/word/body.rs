//! The paragraphs and tables of the document, in the order of the text.

use super::heading::Heading;
use super::table;
use crate::source::Grid;
use docx_rs::{BreakType, DocumentChild, Docx, Paragraph, Run, RunProperty};
use std::ops::Range;

/// The document as it grows.
pub(super) struct Body<'a> {
    text: &'a str,
    headings: Vec<Heading>,
    /// The first heading not yet written.
    next: usize,
    blocks: Vec<DocumentChild>,
    page_break: PageBreak,
}

/// Whether the next paragraph starts a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageBreak {
    Before,
    None,
}

/// How a stretch of a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    /// With the line.
    Shown,
    /// Before the line ends: what follows stands on the same line.
    Hidden,
}

impl<'a> Body<'a> {
    /// A document without content; the headings come in the order of the text.
    pub(super) fn new(text: &'a str, headings: Vec<Heading>) -> Self {
        Body { text, headings, next: 0, blocks: Vec::new(), page_break: PageBreak::None }
    }

    /// Writes the lines of a stretch of text.
    pub(super) fn lines(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let line_end = self.line_end(at, range.end);
            at = match self.heading_before(at, line_end) {
                Some(heading) => self.heading(at, heading, range.end),
                None => {
                    self.paragraph(at..line_end, None, LineEnd::Shown);
                    line_end + 1
                }
            };
        }
    }

    /// Writes a table; gives where the text behind it starts.
    pub(super) fn table(&mut self, grid: &Grid) -> usize {
        let lattice = table::Lattice::of(grid);
        if lattice.is_too_wide() {
            self.lines(grid.span.start..grid.span.end);
        } else {
            self.part_tables();
            let page_break = std::mem::replace(&mut self.page_break, PageBreak::None);
            self.blocks.push(DocumentChild::Table(Box::new(lattice.table(self.text, page_break))));
        }
        let line_end = self.line_end(grid.span.end, self.text.len());
        self.text.len().min(line_end + 1)
    }

    /// The document. It ends with a paragraph, as Word requires.
    pub(super) fn finish(mut self) -> Docx {
        self.part_tables();
        let mut document = Docx::new();
        document.document.children = self.blocks;
        document
    }

    /// Word joins tables between which no paragraph stands.
    fn part_tables(&mut self) {
        if matches!(self.blocks.last(), Some(DocumentChild::Table(_))) {
            self.add(Paragraph::new());
        }
    }

    /// The next heading that starts in a stretch of a line; those before it stand in tables and are text there.
    fn heading_before(&mut self, start: usize, end: usize) -> Option<Heading> {
        while self.headings.get(self.next).is_some_and(|h| h.span.start < start) {
            self.next += 1;
        }
        let heading = *self.headings.get(self.next).filter(|h| h.span.start < end)?;
        self.next += 1;
        Some(heading)
    }

    /// Writes the text before a heading, and the heading; gives where the text behind it starts.
    fn heading(&mut self, from: usize, heading: Heading, limit: usize) -> usize {
        let is_blank = |range: Range<usize>| self.text[range].trim().is_empty();
        let mut start = from;
        if !is_blank(from..heading.span.start) {
            start = heading.span.start;
        }
        let mut end = heading.span.end.min(limit);
        let line_end = self.line_end(end, limit);
        let mut mark = LineEnd::Hidden;
        if is_blank(end..line_end) {
            (end, mark) = (line_end, LineEnd::Shown);
        }
        if start > from {
            self.paragraph(from..start, None, LineEnd::Hidden);
        }
        self.paragraph(start..end, Some(heading.level), mark);
        end + usize::from(mark == LineEnd::Shown)
    }

    /// Writes a stretch of text as a paragraph, in the style of a heading of this level. Form feeds at its ends are breaks before it or behind it.
    fn paragraph(&mut self, range: Range<usize>, level: Option<usize>, end: LineEnd) {
        let line = self.text[range].trim_end_matches('\r');
        let (before, behind) = (line.trim_start_matches('\x0c'), line.trim_end_matches('\x0c'));
        let mut paragraph = with_text(Paragraph::new(), before.trim_end_matches('\x0c'));
        if before.len() < line.len() || self.page_break == PageBreak::Before {
            paragraph = paragraph.page_break_before(true);
        }
        if let Some(level) = level {
            paragraph = paragraph.style(&format!("Heading{level}")).keep_next(true);
        }
        if end == LineEnd::Hidden {
            paragraph = paragraph.run_property(RunProperty::new().vanish().spec_vanish());
        }
        self.add(paragraph);
        let breaks = behind.len() < line.len() && !behind.is_empty();
        self.page_break = if breaks { PageBreak::Before } else { PageBreak::None };
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.blocks.push(DocumentChild::Paragraph(Box::new(paragraph)));
    }

    /// Where the line ends that a place stands on; the limit if it does not end before it.
    fn line_end(&self, from: usize, limit: usize) -> usize {
        self.text[from..limit].find('\n').map_or(limit, |length| from + length)
    }
}

/// A paragraph with text: tabs, line ends and form feeds are what Word has for them.
pub(super) fn with_text(paragraph: Paragraph, text: &str) -> Paragraph {
    if text.is_empty() {
        return paragraph;
    }
    let text = text.replace("\r\n", "\n");
    let mut run = Run::new();
    for part in text.split_inclusive(is_break) {
        let words = part.trim_end_matches(is_break);
        if !words.is_empty() {
            run = run.add_text(written(words));
        }
        run = match part[words.len()..].chars().next() {
            Some('\t') => run.add_tab(),
            Some('\x0c') => run.add_break(BreakType::Page),
            Some(_) => run.add_break(BreakType::TextWrapping),
            None => run,
        };
    }
    paragraph.add_run(run)
}

/// Characters that are no text in Word.
fn is_break(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\x0b' | '\x0c')
}

/// Text with what XML forbids replaced.
fn written(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\0'..='\x1f' => '\u{200b}',
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => c,
        })
        .collect()
}
