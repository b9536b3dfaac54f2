//! A paragraph that is being read: its text and what its properties say.

use crate::decode::docx::matter::{Mark, Matter, Meaning, Passage};
use crate::decode::docx::numbering::OwnNumbering;

/// What a paragraph has left that goes on in the next one: its end was deleted, or is a style separator.
#[derive(Debug)]
pub(super) struct Carried {
    pub(super) passage: Passage,
    pub(super) after: Matter,
    /// Where the text of the next paragraph starts: behind a style separator it is not one with the text before it.
    pub(super) start: usize,
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) passage: Passage,
    /// Where its own text starts in the passage.
    pub(super) start: usize,
    /// What stands behind it: text boxes and notes.
    pub(super) after: Matter,
    pub(super) style: Option<String>,
    pub(super) numbering: OwnNumbering,
    pub(super) outline: Option<u8>,
    /// The number before its text; known when its properties are.
    pub(super) label: Option<String>,
    pub(super) level: Option<u8>,
    pub(super) settled: bool,
    pub(super) hidden_by_style: bool,
    pub(super) end_deleted: bool,
    /// Whether the next paragraph goes on in the same line.
    pub(super) runs_on: bool,
    /// Whether a page ends before it, as far as it says so itself.
    pub(super) page_break: Option<bool>,
    /// Whether some of it was set aside with a field.
    pub(super) set_aside: bool,
}

impl Paragraph {
    /// Puts before its text what its properties say stands there: the end of a page and its number. No page ends before the first text.
    pub(super) fn begin(&mut self, opens_document: bool) {
        let ends_page = self.page_break == Some(true) && self.start == 0 && !opens_document;
        let before = [if ends_page { "\x0c" } else { "" }, self.label.as_deref().unwrap_or_default()].concat();
        if before.is_empty() {
            return;
        }
        self.passage.text.insert_str(self.start, &before);
        let own = self.passage.marks.iter_mut().rev().take_while(|mark| mark.range.start >= self.start);
        own.for_each(|mark| mark.range = mark.range.start + before.len()..mark.range.end + before.len());
    }

    /// Marks its own text as the heading it is, for the line has other text as well.
    pub(super) fn mark_heading(&mut self) {
        let range = self.start..self.passage.text.len();
        if let Some(level) = self.level.take().filter(|_| !range.is_empty()) {
            self.passage.marks.push(Mark { meaning: Meaning::Heading(level), range });
        }
    }
}
