//! The decoded text of a report and the places in it.

mod grid;
mod origin;

pub use grid::{Grid, GridCell};
#[cfg(feature = "sheet")]
pub(crate) use origin::cell_name;
pub(crate) use origin::Piece;
pub use origin::{Area, Origin};

use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::spelling::spelled;
use serde::{Deserialize, Serialize};

spelled! {
    /// The format the bytes were in.
    Format, "format" {
        /// Plain text.
        Text = "text",
        /// A web page.
        Html = "html",
        /// A Word document (Office Open XML).
        Docx = "docx",
        /// A Word 97 to 2003 document.
        Doc = "doc",
        /// A PDF document.
        Pdf = "pdf",
        /// An Excel workbook (Office Open XML).
        Xlsx = "xlsx",
        /// An Excel 97 to 2003 workbook.
        Xls = "xls",
        /// An OpenDocument spreadsheet.
        Ods = "ods",
    }
}

/// The decoded text of a report, that all spans point into, with what its format says of it beside.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub(crate) text: String,
    pub(crate) format: Format,
    pub(crate) encoding: String,
    pub(crate) bytes: usize,
    pub(crate) sha256: String,
    pub(crate) content: Content,
}

/// What a decoder reads beside the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Content {
    /// The tables, in the order of the text, none inside another.
    pub(crate) grids: Vec<Grid>,
    /// Paragraphs that the format marks as headings, in order.
    pub(crate) headings: Vec<HeadingMark>,
    /// Where the text was drawn or stored, in order, without overlap.
    pub(crate) pieces: Vec<Piece>,
    /// The names of the sheets.
    pub(crate) sheets: Vec<String>,
    /// The number of pages, for formats that have them.
    pub(crate) pages: Option<usize>,
    /// The names of the files that a web page links to as attachments.
    pub(crate) attachments: Vec<String>,
    /// The title that the format keeps apart from the text: `<title>`, the document properties.
    pub(crate) title: Option<String>,
    /// What was noted while decoding, in order.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A paragraph that the format marks as a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HeadingMark {
    pub(crate) span: Span,
    /// The depth, from 1.
    pub(crate) level: u8,
}

/// Where the report was read from, as the JSON says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SourceInfo {
    /// The format of the bytes.
    pub format: Format,
    /// The encoding they were read in, by its WHATWG name; `UTF-8` for formats whose text is kept as Unicode.
    pub encoding: String,
    /// How many bytes there were.
    pub bytes: usize,
    /// How many pages; `None` for formats that do not say where their pages end, and for text without form feeds.
    pub pages: Option<usize>,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, counted from 1; a line ends with LF.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
}

impl Source {
    /// The decoded text; the spans of a report are byte ranges of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tables that the format holds as such, in the order of the text; none for plain text.
    pub fn grids(&self) -> &[Grid] {
        &self.content.grids
    }

    /// Where in the file a span was read, as far as the format has pages, sheets or cells.
    pub fn origin(&self, span: Span) -> Origin {
        origin::of(&self.content.pieces, &self.content.sheets, span)
    }

    /// Where the text came from.
    pub fn info(&self) -> SourceInfo {
        SourceInfo {
            format: self.format,
            encoding: self.encoding.clone(),
            bytes: self.bytes,
            // In other formats a form feed is a break that was asked for; pages end elsewhere too.
            pages: self.content.pages.or_else(|| pages_by_feeds(&self.text).filter(|_| self.format == Format::Text)),
            sha256: self.sha256.clone(),
        }
    }

    /// The line and column of a byte offset; the end of the text for an offset behind it.
    pub fn place(&self, offset: usize) -> Place {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
        let column = before[start..].iter().filter(|b| (**b as i8) >= -64).count() + 1;
        Place { line, column }
    }
}

/// The pages of a text that form feeds part; `None` if there are none.
fn pages_by_feeds(text: &str) -> Option<usize> {
    let breaks = memchr::memchr_iter(0x0c, text.as_bytes()).count();
    let trailing = text.trim_end_matches(['\n', '\r', ' ']).ends_with('\x0c');
    (breaks > 0).then(|| breaks + usize::from(!trailing))
}

/// Counts lines for offsets that come in rising order, reading the text once.
#[derive(Debug)]
pub struct LineCounter<'a> {
    text: &'a [u8],
    line: usize,
    /// Where that line ends: nearly all that is asked for stands in the last line or not far behind.
    end: usize,
}

impl<'a> LineCounter<'a> {
    /// A counter at the start of the text.
    pub fn new(text: &'a str) -> Self {
        LineCounter { text: text.as_bytes(), line: 1, end: line_end(text.as_bytes(), 0) }
    }

    /// The line of `offset`, counted from 1; an offset before the last one asked for gives the last one's line.
    pub fn line(&mut self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        if offset > self.end {
            self.line += memchr::memchr_iter(b'\n', &self.text[self.end..offset]).count();
            self.end = line_end(self.text, offset);
        }
        self.line
    }
}

/// Where the line of a byte ends.
fn line_end(text: &[u8], from: usize) -> usize {
    memchr::memchr(b'\n', &text[from..]).map_or(text.len(), |end| from + end)
}

/// Where control characters stand that texts do not have: all but tabs, line ends and page ends.
pub(crate) fn controls(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    /// Looked at as a whole, for most have none.
    const BLOCK: usize = 1024;
    let is_control = |b: u8| (b < 0x20) & (b.wrapping_sub(b'\t') > b'\r' - b'\t') | (b == 0x7f);
    let blocks = bytes.chunks(BLOCK).enumerate().filter(move |(_, block)| block.iter().fold(false, |any, b| any | is_control(*b)));
    blocks.flat_map(move |(at, block)| block.iter().enumerate().filter(move |(_, b)| is_control(**b)).map(move |(i, _)| at * BLOCK + i))
}
