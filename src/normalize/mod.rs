//! Text as it was meant: full-width forms folded, soft wraps closed, page furniture set aside, with the way back to the source.
//!
//! Folded text is what all later stages read. In it
//! * digits, signs and Latin letters are ASCII; brackets, commas, colons and semicolons between words are full-width;
//! * no white space stands but one blank between two numbers or two Latin words, and a line end behind each paragraph;
//! * a paragraph that was one cell of a table (a line behind a tab) starts with a tab, or with a vertical tab if it starts a row;
//! * traditional characters are simplified ones.

mod entity;
mod fold;
mod lines;
mod map;
mod traditional;

use crate::span::Span;
use map::Map;

/// Folded text and its way back.
#[derive(Debug, Clone)]
pub(crate) struct Folded {
    pub(crate) text: String,
    map: Map,
    /// Page marks and running heads left out, in order, as spans of the source.
    pub(crate) page_marks: Vec<Span>,
    /// HTML comments, entities and pinyin left out, in order, as spans of the source.
    pub(crate) markup: Vec<Span>,
}

impl Folded {
    /// Folds a decoded text.
    pub(crate) fn of(source: &str) -> Self {
        fold::fold(source)
    }

    /// The source of a range of folded text.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        self.map.span(start, end)
    }

    /// Whether white space, a line end or a page stood before the folded byte at `offset`.
    pub(crate) fn gap(&self, offset: usize) -> bool {
        offset == 0 || self.map.end(offset) != self.map.start(offset)
    }
}
