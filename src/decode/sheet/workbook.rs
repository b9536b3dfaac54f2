//! What is read of a workbook before it is written down: sheets with the cells that hold text, wherever they stand.

use super::Limits;
use crate::error::Error;
use std::ops::RangeInclusive;

/// The most rows that a sheet has.
pub(super) const MOST_ROWS: u32 = 1 << 20;

/// The most columns that a sheet has.
pub(super) const MOST_COLUMNS: u32 = 1 << 14;

/// A workbook that was read.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Sheet>,
    /// Parts beside the sheets that could not be read, in Chinese.
    pub(super) damage: Vec<String>,
}

/// A sheet that was read.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) visibility: Visibility,
    /// The text of all cells.
    text: String,
    cells: Vec<Cell>,
    pub(super) merges: Vec<Region>,
    pub(super) hidden_rows: Vec<RangeInclusive<u32>>,
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    /// The places of formulas that the file holds no result of.
    pub(super) without_result: Vec<Position>,
    /// The text of boxes that are drawn over the cells, line by line.
    drawn: Vec<String>,
    /// What could not be read, in Chinese.
    pub(super) damage: Vec<String>,
    /// What it is if it is no sheet of cells, in Chinese.
    pub(super) foreign: Option<&'static str>,
    /// Cells behind the limits were left out.
    pub(super) cut: bool,
}

/// Whether a sheet is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Visibility {
    #[default]
    Visible,
    Hidden,
    /// Hidden so that the program does not offer to show it.
    VeryHidden,
}

/// A cell that holds text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) position: Position,
    start: u32,
    end: u32,
    /// Whether its number format shows nothing of it.
    pub(super) concealed: bool,
}

/// A row and a column, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    pub(super) row: u32,
    pub(super) column: u32,
}

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) first: Position,
    pub(super) last: Position,
}

/// How much may still be read.
#[derive(Debug)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    /// Text of cells is allowed an eighth of what the parts may unpack to: cells can share one long string, real sheets have a tenth of
    /// their XML, and a figure for every 30 bytes of 16 MiB takes 400 MB.
    pub(super) fn new(limits: &Limits) -> Self {
        // One cell more than is allowed, so that whoever writes them down sees that there are more.
        Budget { cells: limits.cells.saturating_add(1), text: (limits.expanded / 8).min(u32::MAX as usize) }
    }

    pub(super) fn is_spent(&self) -> bool {
        self.cells == 0
    }
}

impl Sheet {
    /// A sheet without cells.
    pub(super) fn named(name: String, visibility: Visibility) -> Self {
        Sheet { name, visibility, ..Sheet::default() }
    }

    /// Takes a cell; a blank one, and one behind the limits, is not kept.
    pub(super) fn put(&mut self, position: Position, text: &str, concealed: bool, budget: &mut Budget) {
        let text = text.trim();
        if text.is_empty() || position.row >= MOST_ROWS || position.column >= MOST_COLUMNS {
            return;
        }
        if budget.cells == 0 || text.len() > budget.text {
            budget.cells = 0;
            self.cut = true;
            return;
        }
        budget.cells -= 1;
        budget.text -= text.len();
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.cells.push(Cell { position, start, end: self.text.len() as u32, concealed });
    }

    /// Takes a line of a box that is drawn over the cells.
    pub(super) fn draw(&mut self, line: &str, budget: &mut Budget) {
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        match budget.text.checked_sub(line.len()) {
            Some(left) => {
                budget.text = left;
                self.drawn.push(line.to_owned());
            }
            None => self.cut = true,
        }
    }

    pub(super) fn drawn(&self) -> &[String] {
        &self.drawn
    }

    /// Puts the cells in order; of two at one place the later one stands.
    pub(super) fn arrange(&mut self) {
        if !self.cells.is_sorted_by(|a, b| a.position < b.position) {
            self.cells.sort_by_key(|c| c.position);
            self.cells.reverse();
            self.cells.dedup_by_key(|c| c.position);
            self.cells.reverse();
        }
    }

    pub(super) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    pub(super) fn text(&self, cell: &Cell) -> &str {
        &self.text[cell.start as usize..cell.end as usize]
    }
}

impl Region {
    /// A region of more than one cell inside a sheet; `None` for anything else.
    pub(super) fn of_many(first: Position, last: Position) -> Option<Self> {
        let inside = first.row <= last.row && first.column <= last.column && last.row < MOST_ROWS && last.column < MOST_COLUMNS;
        (inside && first != last).then_some(Region { first, last })
    }
}

/// The error for a workbook that cannot be read.
pub(super) fn damaged(format: &'static str, reason: impl Into<String>) -> Error {
    Error::Damaged { format, reason: reason.into() }
}
