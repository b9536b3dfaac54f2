//! Tables as the format holds them: cells on a lattice.

use crate::span::Span;

/// A table of a document or a sheet of a workbook.
///
/// In the text each row is a line, its cells parted by a tab each; line ends inside a cell are U+2028. A merged cell stands once, at
/// its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Grid {
    /// From its first cell to its last one.
    pub span: Span,
    /// The number of rows.
    pub rows: usize,
    /// The number of columns of its widest row.
    pub columns: usize,
    /// The cells by row, then by column; places that a merged cell covers, and places without a cell, are not listed.
    pub cells: Vec<GridCell>,
    /// The name of the sheet; `None` for formats without sheets.
    pub sheet: Option<String>,
}

/// A cell of a [`Grid`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct GridCell {
    /// Its first row, counted from 0.
    pub row: usize,
    /// Its first column, counted from 0.
    pub column: usize,
    /// How many rows it covers; at least 1.
    pub row_span: usize,
    /// How many columns it covers; at least 1.
    pub column_span: usize,
    /// Its text; empty for a blank cell.
    pub span: Span,
    /// Whether its row, its column or its sheet is hidden.
    pub hidden: bool,
}

impl Grid {
    /// The cell that covers a place of the lattice; `None` where no cell stands.
    pub fn at(&self, row: usize, column: usize) -> Option<&GridCell> {
        let covers = |c: &&GridCell| (c.row..c.row + c.row_span).contains(&row) && (c.column..c.column + c.column_span).contains(&column);
        self.cells.iter().take_while(|c| c.row <= row).find(covers)
    }
}
