//! Puts the text of a document together, and what stands beside it: every format is written down in one way.

use super::Limits;
use crate::diagnostic::{DiagnosticCode, Severity, Sink};
use crate::source::{Area, Content, Grid, GridCell, HeadingMark, Piece};
use crate::span::Span;

/// The text of a document as it grows, with its tables and the places it came from.
#[derive(Debug)]
pub(super) struct Composer {
    text: String,
    content: Content,
    sink: Sink,
    grid: Option<Grid>,
    cells: usize,
    limits: Limits,
}

/// Where a cell stands in its table, and how much of it it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellPlace {
    /// Counted from 0.
    pub(super) row: usize,
    /// Counted from 0.
    pub(super) column: usize,
    /// At least 1.
    pub(super) row_span: usize,
    /// At least 1.
    pub(super) column_span: usize,
    pub(super) hidden: bool,
}

/// Where a stretch of text was drawn or stored.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spot {
    /// Counted from 1.
    pub(super) page: Option<u32>,
    pub(super) area: Option<Area>,
    /// The number of the sheet, the row and the column, each from 0.
    pub(super) cell: Option<(usize, usize, usize)>,
}

impl Composer {
    pub(super) fn new(limits: &Limits) -> Self {
        Composer { text: String::new(), content: Content::default(), sink: Sink::default(), grid: None, cells: 0, limits: limits.clone() }
    }

    /// How long the text is so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Appends a paragraph as a line of its own; an empty one gives an empty line. Line ends in it are kept as line ends.
    pub(super) fn paragraph(&mut self, text: &str) -> Span {
        let span = self.push(text, '\n');
        self.text.push('\n');
        span
    }

    /// Appends a paragraph that the format marks as a heading of this depth, from 1.
    pub(super) fn heading(&mut self, level: u8, text: &str) {
        let span = self.paragraph(text);
        if !span.is_empty() {
            self.content.headings.push(HeadingMark { span, level });
        }
    }

    /// Appends text to the line that is being written.
    pub(super) fn inline(&mut self, text: &str, spot: Spot) -> Span {
        let span = self.push(text, '\n');
        self.place(span, spot);
        span
    }

    /// Ends the line that is being written.
    pub(super) fn end_line(&mut self) {
        self.text.push('\n');
    }

    /// A page ends here.
    pub(super) fn end_page(&mut self) {
        self.text.push('\x0c');
    }

    /// Starts a table. Tables do not nest: what stands in a table inside a cell is text of that cell.
    pub(super) fn open_grid(&mut self, sheet: Option<String>) {
        self.close_grid();
        let at = self.text.len();
        self.grid = Some(Grid { span: Span::new(at, at), rows: 0, columns: 0, cells: Vec::new(), sheet });
    }

    /// Appends a cell of the open table; cells come by row, then by column. Whether it was taken: behind the limit none is.
    pub(super) fn cell(&mut self, place: CellPlace, text: &str, spot: Spot) -> bool {
        if self.grid.is_none() {
            return false;
        }
        if self.cells >= self.limits.cells {
            let at = self.text.len();
            let limit = self.limits.cells;
            self.note(DiagnosticCode::LimitReached, Severity::Error, Span::new(at, at), || format!("表格单元格超过{limit}个，其后未读取"));
            return false;
        }
        self.cells += 1;
        let last = self.grid.as_ref().and_then(|g| g.cells.last()).map(|c| c.row);
        match last {
            Some(row) if row == place.row => self.text.push('\t'),
            Some(_) => self.text.push('\n'),
            None => {}
        }
        let span = self.push(text.trim(), '\u{2028}');
        self.place(span, spot);
        let grid = self.grid.as_mut().expect("looked at above");
        grid.rows = grid.rows.max(place.row + place.row_span);
        grid.columns = grid.columns.max(place.column + place.column_span);
        grid.cells.push(GridCell {
            row: place.row,
            column: place.column,
            row_span: place.row_span.max(1),
            column_span: place.column_span.max(1),
            span,
            hidden: place.hidden,
        });
        true
    }

    /// Appends a cell of the open table that was drawn in pieces, as [`cell`](Self::cell) does; no piece starts or ends with white space
    /// at the ends of the cell, and none holds a line end or a tab.
    pub(super) fn cell_in_pieces<'p>(&mut self, place: CellPlace, pieces: impl Iterator<Item = (&'p str, Spot)> + Clone) -> bool {
        let text: String = pieces.clone().map(|(text, _)| text).collect();
        if !self.cell(place, &text, Spot::default()) {
            return false;
        }
        let mut end = self.text.len() - text.len();
        for (piece, spot) in pieces {
            let span = Span::new(end, end + piece.len());
            end = span.end;
            self.place(span, spot);
        }
        true
    }

    /// Ends the open table, if there is one; a table without a cell leaves nothing behind.
    pub(super) fn close_grid(&mut self) {
        let Some(mut grid) = self.grid.take() else { return };
        if grid.cells.is_empty() {
            return;
        }
        grid.span.end = self.text.len();
        self.text.push('\n');
        self.content.grids.push(grid);
    }

    /// Notes something about a place of the text; the message is in Chinese and made only if it is kept.
    pub(super) fn note(&mut self, code: DiagnosticCode, severity: Severity, span: Span, message: impl FnOnce() -> String) {
        self.sink.note(code, severity, Some(span), message);
    }

    /// Notes something about the whole file.
    pub(super) fn note_whole(&mut self, code: DiagnosticCode, severity: Severity, message: impl FnOnce() -> String) {
        self.sink.note(code, severity, None, message);
    }

    /// What stands beside the text: pages, sheets, attachments, the title.
    pub(super) fn beside(&mut self) -> &mut Content {
        &mut self.content
    }

    /// The text and what stands beside it.
    pub(super) fn finish(mut self) -> (String, Content) {
        self.close_grid();
        self.content.diagnostics = self.sink.finish(&[]);
        (self.text, self.content)
    }

    /// Appends text with its line ends as `line_end`; CR LF is one, form feeds are line ends too: only pages end with one.
    fn push(&mut self, text: &str, line_end: char) -> Span {
        let start = self.text.len();
        let mut rest = text;
        while let Some(at) = find_line_end(rest) {
            self.text.push_str(&rest[..at]);
            self.text.push(line_end);
            let length = if rest[at..].starts_with("\r\n") { 2 } else { rest[at..].chars().next().map_or(1, char::len_utf8) };
            rest = &rest[at + length..];
        }
        self.text.push_str(rest);
        if line_end == '\u{2028}' {
            self.blank_tabs(start);
        }
        Span::new(start, self.text.len())
    }

    /// Tabs part the cells of a row, so that none may stand in a cell.
    fn blank_tabs(&mut self, from: usize) {
        if self.text[from..].contains('\t') {
            let cell = self.text[from..].replace('\t', " ");
            self.text.truncate(from);
            self.text.push_str(&cell);
        }
    }

    fn place(&mut self, span: Span, spot: Spot) {
        if span.is_empty() || (spot.page.is_none() && spot.area.is_none() && spot.cell.is_none()) {
            return;
        }
        self.content.pieces.push(Piece { span, page: spot.page, area: spot.area, cell: spot.cell });
    }
}

/// The first byte of a class: blocks without one are passed over whole, for most texts have none.
pub(super) fn find_byte(bytes: &[u8], fits: impl Fn(u8) -> bool) -> Option<usize> {
    // Of a known length, and counted in bytes, so that many of them are looked at at once.
    const BLOCK: usize = 64;
    let mut at = 0;
    while let Some(block) = bytes[at..].first_chunk::<BLOCK>() {
        if block.iter().fold(0, |any, byte| any | u8::from(fits(*byte))) != 0 {
            break;
        }
        at += BLOCK;
    }
    bytes[at..].iter().position(|byte| fits(*byte)).map(|found| at + found)
}

/// Where the first line end stands: LF, VT, FF, CR, U+2028 or U+2029.
fn find_line_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at = from + find_byte(&bytes[from..], |byte| (byte.wrapping_sub(b'\n') <= b'\r' - b'\n') | (byte == 0xe2))?;
        if bytes[at] != 0xe2 || matches!(bytes[at + 1..], [0x80, 0xa8 | 0xa9, ..]) {
            return Some(at);
        }
        from = at + 1;
    }
}
