//! Text as it was meant: full-width forms folded, soft wraps closed, page furniture set aside, with the way back to the source.
//!
//! Folded text is what all later stages read. In it
//! * digits, signs and Latin letters are ASCII; brackets, commas, colons and semicolons between words are full-width;
//! * no white space stands but one blank between two numbers or two Latin words, and a line end behind each paragraph;
//! * a paragraph that was one cell of a table (a cell of a grid, or a line behind a tab) starts with a tab, or with a vertical tab if
//!   it starts a row;
//! * traditional characters are simplified ones.

mod entity;
mod fold;
mod line;
mod lines;
mod map;
mod pages;
mod plain;
mod squeeze;
mod stops;
mod traditional;

use crate::source::Source;
use crate::span::Span;
use map::Map;
pub(crate) use squeeze::squeezed;
use std::ops::Range;

/// Folded text and its way back.
#[derive(Debug, Clone)]
pub(crate) struct Folded {
    pub(crate) text: String,
    map: Map,
    /// Page marks and running heads left out, in order, as spans of the source.
    pub(crate) page_marks: Vec<Span>,
    /// HTML comments, entities and pinyin left out, in order, as spans of the source.
    pub(crate) markup: Vec<Span>,
    /// Where the cells of each grid of the source stand, in order.
    grids: Vec<Range<usize>>,
    /// Where the paragraphs start that the format marks as headings, in order, and their depth from 1.
    headings: Vec<(usize, u8)>,
    /// Whether lines of the source are wrapped, so that a line end may stand inside a word.
    pub(crate) wrapped: bool,
}

impl Folded {
    /// Folds a decoded text.
    pub(crate) fn of(source: &Source) -> Self {
        fold::fold(source)
    }

    /// The grid whose cells start at the folded byte `offset`; `None` if none does.
    pub(crate) fn grid_at(&self, offset: usize) -> Option<Range<usize>> {
        let at = self.grids.binary_search_by_key(&offset, |grid| grid.start).ok()?;
        Some(self.grids[at].clone())
    }

    /// The number of the grid whose cells start at the folded byte `offset`, and where they stand; `None` if none does.
    pub(crate) fn grid_from(&self, offset: usize) -> Option<(usize, Range<usize>)> {
        let at = self.grids.binary_search_by_key(&offset, |grid| grid.start).ok()?;
        Some((at, self.grids[at].clone()))
    }

    /// Whether the cells of a grid start in a range.
    pub(crate) fn holds_grids(&self, range: &Range<usize>) -> bool {
        let first = self.grids.partition_point(|grid| grid.start < range.start);
        self.grids.get(first).is_some_and(|grid| grid.start < range.end)
    }

    /// The depth, from 1, of the paragraph that starts at the folded byte `offset` if the format marks it as a heading.
    pub(crate) fn heading_depth(&self, offset: usize) -> Option<u8> {
        let at = self.headings.binary_search_by_key(&offset, |(start, _)| *start).ok()?;
        Some(self.headings[at].1)
    }

    /// The source of a range of folded text.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        self.map.span(start, end)
    }

    /// The text of a range as the source prints it, without white space, comments of HTML and pinyin between its characters.
    pub(crate) fn printed(&self, source: &str, range: Range<usize>) -> String {
        let span = self.span(range.start, range.end);
        let Some(text) = span.of(source) else { return String::new() };
        if self.markup.last().is_none_or(|last| last.start < span.start) {
            return squeezed(text);
        }
        let from = self.markup.partition_point(|set_aside| set_aside.start < span.start);
        // An entity stands for a character, which is printed.
        let set_aside = |aside: &&Span| aside.of(source).is_some_and(|words| words.starts_with(['(', '（', '<']));
        let mut asides = self.markup[from..].iter().take_while(|aside| aside.end <= span.end).filter(set_aside).peekable();
        if asides.peek().is_none() {
            return squeezed(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut at = span.start;
        for aside in asides {
            out.push_str(&source[at..aside.start]);
            at = aside.end;
        }
        out.push_str(&source[at..span.end]);
        squeezed(&out)
    }

    /// What of a span of the source the folded text holds; empty where it was left out.
    pub(crate) fn place(&self, span: Span) -> Range<usize> {
        let start = self.map.place(span.start, self.text.len());
        start..self.map.place(span.end, self.text.len()).max(start)
    }

    /// Whether white space, a line end or a page stood before the folded byte at `offset`.
    pub(crate) fn gap(&self, offset: usize) -> bool {
        offset == 0 || self.map.end(offset) != self.map.start(offset)
    }
}
