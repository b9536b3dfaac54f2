//! Text that is not written down yet: what stands in a cell, a text box or a note.

use super::table::Table;
use std::ops::Range;

/// A stretch of text.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// Paragraphs parted by line ends; a form feed where a page ends.
    pub(super) text: String,
    /// What is hidden in it, then what heads it; neither overlaps itself.
    pub(super) marks: Vec<Mark>,
}

/// What is said of a part of a text.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) meaning: Meaning,
    /// In bytes of the text.
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Hidden,
    /// A heading of this depth, from 1, that other text stands on one line with.
    Heading(u8),
}

/// What text may consist of.
#[derive(Debug)]
pub(super) enum Item {
    Text(Passage),
    /// A paragraph that is a heading of this depth, from 1.
    Heading(u8, Passage),
    Table(Box<Table>),
}

/// Text with its headings and tables.
#[derive(Debug, Default)]
pub(super) struct Matter {
    /// All but the text behind the last heading or table: most cells have none, and hold their text without a list.
    pub(super) items: Vec<Item>,
    pub(super) tail: Passage,
    /// The characters of its longest paragraph.
    pub(super) longest: usize,
}

impl Passage {
    /// Appends text as paragraphs of their own; nothing for an empty one.
    fn add(&mut self, other: Passage) {
        if other.text.is_empty() {
            return;
        }
        if self.text.is_empty() {
            *self = other;
            return;
        }
        self.text.push('\n');
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.into_iter().map(|mark| mark.moved(offset)));
    }
}

impl Mark {
    /// The same mark this many bytes behind.
    fn moved(self, by: usize) -> Self {
        Mark { range: self.range.start + by..self.range.end + by, ..self }
    }
}

impl Matter {
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty() && self.tail.text.is_empty()
    }

    /// Appends a paragraph; the level is that of a heading, from 1.
    pub(super) fn paragraph(&mut self, level: Option<u8>, passage: Passage) {
        self.longest = self.longest.max(passage.text.chars().count());
        match level {
            Some(level) if !passage.text.is_empty() => self.push(Item::Heading(level, passage)),
            _ => self.tail.add(passage),
        }
    }

    pub(super) fn push(&mut self, item: Item) {
        let tail = std::mem::take(&mut self.tail);
        if !tail.text.is_empty() {
            self.items.push(Item::Text(tail));
        }
        self.items.push(item);
    }

    /// Appends what stands in another one.
    pub(super) fn append(&mut self, other: Matter) {
        self.longest = self.longest.max(other.longest);
        for item in other.items {
            match item {
                Item::Text(passage) => self.tail.add(passage),
                item => self.push(item),
            }
        }
        self.tail.add(other.tail);
    }

    /// Whether a table of data stands in it.
    pub(super) fn holds_data(&self) -> bool {
        self.items.iter().any(|item| matches!(item, Item::Table(table) if table.holds_data()))
    }

    /// Whether a page ends before it.
    pub(super) fn starts_page(&self) -> bool {
        let first = match self.items.first() {
            Some(Item::Text(passage) | Item::Heading(_, passage)) => passage,
            Some(Item::Table(_)) => return false,
            None => &self.tail,
        };
        first.text.starts_with('\x0c')
    }

    /// Whether any of it is hidden.
    pub(super) fn is_partly_hidden(&self) -> bool {
        let hidden = |passage: &Passage| passage.marks.iter().any(|mark| mark.meaning == Meaning::Hidden);
        let within = self.items.iter().any(|item| match item {
            Item::Text(passage) | Item::Heading(_, passage) => hidden(passage),
            Item::Table(table) => table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.matter.is_partly_hidden()),
        });
        within || hidden(&self.tail)
    }

    /// Appends the text alone: a row of a table is a line, its cells parted by blanks.
    pub(super) fn flatten(&self, out: &mut String) {
        for item in &self.items {
            match item {
                Item::Text(passage) | Item::Heading(_, passage) => line(out, &passage.text),
                Item::Table(table) => table.flatten(out),
            }
        }
        line(out, &self.tail.text);
    }
}

/// Appends a line to those that are there.
fn line(out: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    if !out.is_empty() && !out.ends_with([' ', '\n']) {
        out.push('\n');
    }
    out.push_str(text);
}
