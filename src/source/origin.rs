//! Where in the file a stretch of text was read.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// The place of a text in its file, as far as the format has such places; the line follows from the text.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Origin {
    /// The page, counted from 1.
    pub page: Option<u32>,
    /// The rectangle on the page.
    pub area: Option<Area>,
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The cell of the sheet as people write it: `B7`.
    pub cell: Option<String>,
}

/// A rectangle on a page, in points (1/72 inch) from the upper left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Area {
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// The right edge.
    pub right: f32,
    /// The lower edge.
    pub bottom: f32,
}

impl Area {
    /// The rectangle between two corners.
    pub fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Area { left, top, right, bottom }
    }

    /// The smallest rectangle that holds both.
    pub fn and(self, other: Area) -> Area {
        Area { left: self.left.min(other.left), top: self.top.min(other.top), right: self.right.max(other.right), bottom: self.bottom.max(other.bottom) }
    }
}

/// A stretch of text that was drawn or stored at one place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    pub(crate) page: Option<u32>,
    pub(crate) area: Option<Area>,
    /// The sheet by its number in [`Content::sheets`](super::Content), with row and column from 0.
    pub(crate) cell: Option<(usize, usize, usize)>,
}

/// Where a span was read: the place of its first piece, the area of all of its pieces on that page.
pub(super) fn of(pieces: &[Piece], sheets: &[String], span: Span) -> Origin {
    let from = pieces.partition_point(|p| p.span.end <= span.start);
    let mut touched = pieces[from..].iter().take_while(|p| p.span.start < span.end.max(span.start + 1));
    let Some(first) = touched.next() else { return Origin::default() };
    let same_page = touched.filter(|p| p.page == first.page);
    let area = same_page.fold(first.area, |all, p| match (all, p.area) {
        (Some(a), Some(b)) => Some(a.and(b)),
        (a, b) => a.or(b),
    });
    Origin {
        page: first.page,
        area,
        sheet: first.cell.and_then(|(sheet, ..)| sheets.get(sheet).cloned()),
        cell: first.cell.map(|(_, row, column)| cell_name(row, column)),
    }
}

/// `B7` for row 6 and column 1.
pub(crate) fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::cell_name;

    #[test]
    fn cells_are_named_as_spreadsheet_programs_do() {
        let names = [(0, 0), (6, 1), (0, 25), (0, 26), (1_048_575, 16_383)].map(|(row, column)| cell_name(row, column));
        assert_eq!(names, ["A1", "B7", "Z1", "AA1", "XFD1048576"]);
    }
}
