//! The pages written down one after the other, with what is to be said of them.

use super::damage::Damage;
use super::page::{Block, Entry, Fragment, Page};
use super::{damaged, repair, Loss, Reading, MAX_PAGES};
use crate::decode::composer::{Composer, Spot};
use crate::decode::{Decoded, Limits};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::error::Error;
use crate::span::Span;

/// The text of a document as its pages are written down.
pub(super) struct Writing {
    composer: Composer,
    /// How many pages the document has; 0 until it is open.
    pages: u32,
    /// How many pages a damaged file says to have.
    counted: Option<u32>,
    /// How many pages were told, read or not.
    told: u32,
    /// How many pages could not be read.
    failed: u32,
    /// The pages without text, counted from 1.
    blank: Vec<u32>,
    last_reason: String,
    /// Whether the pages come no further.
    is_interrupted: bool,
}

impl Writing {
    pub(super) fn new(limits: &Limits) -> Self {
        Writing {
            composer: Composer::new(limits),
            pages: 0,
            counted: None,
            told: 0,
            failed: 0,
            blank: Vec::new(),
            last_reason: String::new(),
            is_interrupted: false,
        }
    }

    pub(super) fn open(&mut self, pages: u32, title: Option<String>) {
        self.pages = pages;
        let content = self.composer.beside();
        content.pages = Some(pages as usize);
        content.title = title;
        if let Some(counted) = self.counted.filter(|counted| *counted > pages) {
            self.composer.note_whole(DiagnosticCode::ContentDamaged, Severity::Error, || format!("文件已损坏，记有{counted}页，只找到{pages}页"));
        }
    }

    /// Notes that the file ends too early, and keeps how many pages it counts.
    pub(super) fn note_damage(&mut self, damage: Damage) {
        self.counted = damage.counted;
        if damage.is_cut {
            self.composer.note_whole(DiagnosticCode::ContentDamaged, Severity::Error, || "文件末尾残缺，其后的页可能丢失".to_owned());
        }
    }

    /// Writes down a page, or why it cannot be.
    pub(super) fn page(&mut self, reading: Reading) {
        self.told += 1;
        let start = self.composer.len();
        match reading {
            Reading::Read { page, has_image, lost } => {
                self.blocks(&page);
                self.note_losses(start, &page, has_image, lost);
            }
            Reading::Failed { reason } => {
                self.failed += 1;
                self.note(start, DiagnosticCode::ContentDamaged, Severity::Error, |n| format!("第{n}页无法读取：{reason}"));
                self.last_reason = reason;
            }
        }
        if self.told < self.pages {
            self.composer.end_page();
        }
    }

    /// Says that the pages that follow were not waited for.
    pub(super) fn interrupt(&mut self) {
        self.is_interrupted = true;
    }

    /// The document.
    ///
    /// # Errors
    /// No page holds text, or none could be read.
    pub(super) fn finish(mut self) -> Result<Decoded, Error> {
        if self.told == self.failed {
            return Err(damaged(&self.why_nothing()));
        }
        if self.told < self.pages {
            let (told, pages, at) = (self.told, self.pages, self.composer.len());
            let cause = if self.is_interrupted {
                "读取时间已到"
            } else if told >= MAX_PAGES {
                "页数过多"
            } else {
                "文件中断"
            };
            let message = || format!("{cause}，共{pages}页，第{told}页之后未读取");
            self.composer.note(DiagnosticCode::LimitReached, Severity::Error, Span::new(at, at), message);
        } else if self.blank.len() as u32 + self.failed == self.pages {
            return Err(Error::NoTextLayer { pages: self.blank });
        }
        let (text, content) = self.composer.finish();
        Ok(Decoded { text, encoding: "UTF-8", content })
    }

    fn why_nothing(&self) -> String {
        match (self.is_interrupted, self.failed) {
            (true, _) => "not read in time, expected a document that opens within seconds".to_owned(),
            (_, 0) => "no page found, expected at least one".to_owned(),
            (_, failed) => format!("none of {failed} pages can be read: {}", self.last_reason.replace('\n', " ")),
        }
    }

    fn blocks(&mut self, page: &Page) {
        for block in &page.blocks {
            match block {
                Block::Line(fragments) => self.line(fragments),
                Block::Grid(entries) => self.grid(entries),
            }
        }
    }

    fn line(&mut self, fragments: &[Fragment]) {
        for Fragment { text, area } in fragments {
            let page = area.map(|_| self.told);
            self.composer.inline(text, Spot { page, area: *area, cell: None });
        }
        self.composer.end_line();
    }

    fn grid(&mut self, entries: &[Entry]) {
        self.composer.open_grid(None);
        let page = self.told;
        for Entry { place, fragments } in entries {
            let pieces = fragments.iter().map(|f| (f.text.as_str(), Spot { page: f.area.map(|_| page), area: f.area, cell: None }));
            if !self.composer.cell_in_pieces(*place, pieces) {
                break;
            }
        }
        self.composer.close_grid();
    }

    /// What the page from `start` on does not tell a reader of its text.
    fn note_losses(&mut self, start: usize, page: &Page, has_image: bool, lost: Option<Loss>) {
        match lost {
            Some(Loss::Damaged) => {
                self.note(start, DiagnosticCode::ContentDamaged, Severity::Error, |n| format!("第{n}页内容已损坏，只读取了一部分"));
            }
            Some(Loss::Limit) => {
                self.note(start, DiagnosticCode::LimitReached, Severity::Error, |n| format!("第{n}页内容过多，只读取了一部分"));
            }
            None => {}
        }
        if page.blocks.is_empty() {
            self.blank.push(self.told);
            let (severity, what) = if has_image { (Severity::Warning, "只有图像，") } else { (Severity::Note, "") };
            self.note(start, DiagnosticCode::PageWithoutText, severity, |n| format!("第{n}页{what}没有文字"));
        }
        for span in self.unmapped(start) {
            self.note_span(span, DiagnosticCode::CharacterUnmapped, Severity::Warning, |n| format!("第{n}页有文件未说明的字符"));
        }
    }

    /// The runs of characters that say nothing.
    fn unmapped(&self, start: usize) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let text = self.composer.text();
        for (at, c) in text[start..].char_indices().filter(|(_, c)| repair::is_unmapped(*c)) {
            let span = Span::new(start + at, start + at + c.len_utf8());
            match spans.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => spans.push(span),
            }
        }
        spans
    }

    /// Notes something about the page from `start` on.
    fn note(&mut self, start: usize, code: DiagnosticCode, severity: Severity, message: impl FnOnce(u32) -> String) {
        self.note_span(Span::new(start, self.composer.len()), code, severity, message);
    }

    fn note_span(&mut self, span: Span, code: DiagnosticCode, severity: Severity, message: impl FnOnce(u32) -> String) {
        let page = self.told;
        self.composer.note(code, severity, span, || message(page));
    }
}
