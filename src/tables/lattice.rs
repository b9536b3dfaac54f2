//! Cells on a lattice of rows and columns, their texts as ranges of folded text.

use super::amount::trimmed;
use crate::ledger::Ledger;
use crate::source::Grid;
use std::borrow::Cow;
use std::ops::Range;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its first row, counted from 0.
    pub(super) row: usize,
    /// Its first column, counted from 0.
    pub(super) column: usize,
    /// How many rows it covers; at least 1.
    pub(super) row_span: usize,
    /// How many columns it covers; at least 1.
    pub(super) column_span: usize,
    /// Its text in the folded text; empty for a blank cell.
    pub(super) text: Range<usize>,
    /// What else of it stands on other lines, in the order of the lines.
    pub(super) rest: Vec<Range<usize>>,
}

impl Cell {
    /// A cell of one row and one column.
    pub(super) fn single(row: usize, column: usize, text: Range<usize>) -> Self {
        Cell { row, column, row_span: 1, column_span: 1, text, rest: Vec::new() }
    }

    /// Its folded text, without blanks around it.
    pub(super) fn words<'a>(&self, ledger: &Ledger<'a>) -> Cow<'a, str> {
        let first = trimmed(ledger.text(self.text.clone()));
        if self.rest.is_empty() {
            return Cow::Borrowed(first);
        }
        Cow::Owned(std::iter::once(first).chain(self.rest.iter().map(|range| trimmed(ledger.text(range.clone())))).collect())
    }

    /// The stretches of folded text that it is.
    pub(super) fn stretches(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        std::iter::once(self.text.clone()).chain(self.rest.iter().cloned())
    }

    /// Its text as printed, white space removed.
    pub(super) fn printed(&self, ledger: &Ledger<'_>) -> String {
        let mut printed = ledger.printed(self.text.clone());
        for range in &self.rest {
            printed.push_str(&ledger.printed(range.clone()));
        }
        printed
    }

    /// The columns it covers.
    pub(super) fn columns(&self) -> Range<usize> {
        self.column..self.column + self.column_span
    }
}

/// The cells of a table, row by row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lattice {
    /// The number of columns.
    pub(super) columns: usize,
    /// The cells by row, then by column.
    pub(super) cells: Vec<Cell>,
    /// Where the cells of each row start in `cells`; one entry more than there are rows.
    starts: Vec<usize>,
}

impl Lattice {
    /// A lattice of cells sorted by row, then by column.
    pub(super) fn new(cells: Vec<Cell>) -> Self {
        let rows = cells.iter().map(|c| c.row + 1).max().unwrap_or(0);
        let columns = cells.iter().map(|c| c.column + c.column_span).max().unwrap_or(0);
        let mut starts = Vec::with_capacity(rows + 1);
        let mut at = 0;
        for row in 0..=rows {
            while cells.get(at).is_some_and(|c| c.row < row) {
                at += 1;
            }
            starts.push(at);
        }
        Lattice { columns, cells, starts }
    }

    /// The cells of a grid, whose folded text stands in `range` of `text`, a paragraph for each cell.
    ///
    /// A grid cell without text keeps its paragraph, so both lists run side by side.
    pub(super) fn of_grid(grid: &Grid, text: &str, range: Range<usize>) -> Self {
        let mut at = range.start;
        let cells = grid.cells.iter().map(|cell| {
            let end = memchr::memchr(b'\n', &text.as_bytes()[at..range.end]).map_or(range.end, |n| at + n);
            // The mark of a cell is one byte.
            let start = (at + 1).min(end);
            at = (end + 1).min(range.end);
            Cell { row_span: cell.row_span.max(1), column_span: cell.column_span.max(1), ..Cell::single(cell.row, cell.column, start..end) }
        });
        Lattice::new(cells.collect())
    }

    /// The number of rows in which a cell starts.
    pub(super) fn rows(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Where the cells that start in a row stand in [`Lattice::cells`].
    pub(super) fn places(&self, row: usize) -> Range<usize> {
        self.starts[row]..self.starts[row + 1]
    }

    /// The cells that start in a row.
    pub(super) fn row(&self, row: usize) -> &[Cell] {
        &self.cells[self.places(row)]
    }

    /// Takes the rows from `first` on away, as a lattice of their own; a cell that reaches into them ends above.
    pub(super) fn split_off(&mut self, first: usize) -> Lattice {
        let (above, below): (Vec<Cell>, Vec<Cell>) = std::mem::take(&mut self.cells).into_iter().partition(|c| c.row < first);
        *self = Lattice::new(above.into_iter().map(|c| Cell { row_span: c.row_span.min(first - c.row), ..c }).collect());
        Lattice::new(below.into_iter().map(|c| Cell { row: c.row - first, ..c }).collect())
    }

    /// Puts the rows of another lattice below, from its row `first` on.
    pub(super) fn append(&mut self, other: Lattice, first: usize) {
        let below = self.rows();
        let added = self.cells.len();
        let moved = other.cells.into_iter().filter(|c| c.row >= first);
        self.cells.extend(moved.map(|c| Cell { row: c.row - first + below, ..c }));
        // Only what is new is looked at: a table may come in thousands of pieces.
        let rest = Lattice::new(self.cells[added..].iter().map(|c| Cell { row: c.row - below, ..c.clone() }).collect());
        self.columns = self.columns.max(rest.columns);
        self.starts.pop();
        self.starts.extend(rest.starts.iter().map(|at| at + added));
    }
}

/// Walks down the rows of a lattice with the cells that reach down into rows below their own.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// Over each column: the cell and the row behind its last one.
    over: Vec<Option<(usize, usize)>>,
    /// The columns with a cell over them, in order.
    open: Vec<usize>,
}

impl Cover {
    pub(super) fn new(columns: usize) -> Self {
        Cover { over: vec![None; columns], open: Vec::new() }
    }

    /// Goes on to a row; rows must come in order. Where cells contradict each other the later one stands.
    pub(super) fn enter(&mut self, lattice: &Lattice, row: usize) {
        let over = &mut self.over;
        self.open.retain(|column| {
            let goes_on = over[*column].is_some_and(|(_, end)| end > row);
            if !goes_on {
                over[*column] = None;
            }
            goes_on
        });
        for place in lattice.places(row) {
            let cell = &lattice.cells[place];
            for column in cell.columns() {
                if over[column].replace((place, row.saturating_add(cell.row_span))).is_none() {
                    self.open.push(column);
                }
            }
        }
        self.open.sort_unstable();
    }

    /// The columns that a cell covers, each with the place of the cell.
    pub(super) fn columns(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.open.iter().filter_map(|column| Some((*column, self.over[*column]?.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Lattice};

    #[test]
    fn rows_without_cells_are_empty() {
        let lattice = Lattice::new(vec![Cell::single(0, 0, 0..1), Cell::single(2, 1, 1..2)]);
        assert_eq!((lattice.rows(), lattice.columns), (3, 2));
        assert_eq!(lattice.row(0).len(), 1);
        assert!(lattice.row(1).is_empty());
        assert_eq!(lattice.row(2)[0].column, 1);
    }

    #[test]
    fn a_lattice_below_another_keeps_its_rows_but_for_those_left_out() {
        let mut lattice = Lattice::new(vec![Cell::single(0, 0, 0..1)]);
        lattice.append(Lattice::new(vec![Cell::single(0, 0, 1..2), Cell::single(1, 1, 2..3)]), 1);
        assert_eq!(lattice.cells, [Cell::single(0, 0, 0..1), Cell::single(1, 1, 2..3)]);
    }
}
