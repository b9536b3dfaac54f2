//! Tables: cells on their lattice, merged ones as one, and tables of data told from those that only lay out.

use super::matter::Matter;
use std::collections::HashMap;

/// A table with its merged cells put together.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// Whether it only arranges text on the page.
    pub(super) is_layout: bool,
    /// Whether it is a table of data, or holds one.
    holds_data: bool,
}

#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) hidden: bool,
    pub(super) cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Cell {
    /// Counted from 0.
    pub(super) column: usize,
    pub(super) column_span: usize,
    pub(super) row_span: usize,
    pub(super) matter: Matter,
}

/// How a cell says that it is merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Merge {
    #[default]
    Single,
    /// It is the first one of a merged cell.
    Restart,
    /// It belongs to the one before it.
    Continue,
}

/// What the properties of a cell say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CellProperties {
    pub(super) span: usize,
    pub(super) vertical: Merge,
    pub(super) horizontal: Merge,
}

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct OpenTable {
    rows: Vec<Row>,
    row: Option<OpenRow>,
    /// The cells that a row below may continue: their row and place in it by their first column.
    continued: HashMap<usize, (usize, usize)>,
}

/// A row that is being read.
#[derive(Debug, Default)]
struct OpenRow {
    row: Row,
    deleted: bool,
    /// The column of the next cell.
    column: usize,
    cell: CellProperties,
    continued: HashMap<usize, (usize, usize)>,
}

/// The widest cell: Word allows 63 columns; a wider one is damage.
const WIDEST: usize = 256;

impl OpenTable {
    pub(super) fn open_row(&mut self) {
        self.close_row();
        self.row = Some(OpenRow::default());
    }

    /// Leaves columns blank before the first cell.
    pub(super) fn skip_columns(&mut self, columns: usize) {
        if let Some(row) = &mut self.row {
            row.column += columns.min(WIDEST);
        }
    }

    pub(super) fn hide_row(&mut self) {
        if let Some(row) = &mut self.row {
            row.row.hidden = true;
        }
    }

    pub(super) fn delete_row(&mut self) {
        if let Some(row) = &mut self.row {
            row.deleted = true;
        }
    }

    /// Whether a cell can be opened here.
    pub(super) fn has_row(&self) -> bool {
        self.row.is_some()
    }

    pub(super) fn open_cell(&mut self) {
        if let Some(row) = &mut self.row {
            row.cell = CellProperties { span: 1, ..CellProperties::default() };
        }
    }

    /// Changes the properties of the cell that is being read.
    pub(super) fn change_cell(&mut self, change: impl FnOnce(&mut CellProperties)) {
        if let Some(row) = &mut self.row {
            change(&mut row.cell);
        }
    }

    /// Puts the cell on the lattice, or into the one that it continues.
    pub(super) fn close_cell(&mut self, matter: Matter) {
        let Some(row) = &mut self.row else { return };
        let properties = row.cell;
        let span = properties.span.clamp(1, WIDEST);
        let column = row.column;
        row.column += span;
        if properties.horizontal == Merge::Continue {
            if let Some(left) = row.row.cells.last_mut().filter(|left| left.column + left.column_span == column) {
                left.column_span += span;
                left.matter.append(matter);
                return;
            }
        }
        let above = self.continued.get(&column).copied().filter(|_| properties.vertical == Merge::Continue && !row.deleted);
        if let Some((at, place)) = above {
            let rows = self.rows.len() + 1 - at;
            let anchor = &mut self.rows[at].cells[place];
            if anchor.column_span == span {
                anchor.row_span = rows;
                anchor.matter.append(matter);
                row.continued.insert(column, (at, place));
                return;
            }
        }
        if properties.vertical != Merge::Single {
            row.continued.insert(column, (self.rows.len(), row.row.cells.len()));
        }
        row.row.cells.push(Cell { column, column_span: span, row_span: 1, matter });
    }

    pub(super) fn close_row(&mut self) {
        let Some(mut row) = self.row.take() else { return };
        if !row.deleted {
            row.row.cells.shrink_to_fit();
            self.rows.push(row.row);
            self.continued = row.continued;
        }
    }

    pub(super) fn close(mut self) -> Table {
        self.close_row();
        let is_layout = is_layout(&self.rows);
        let holds_data = !is_layout || self.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.matter.holds_data());
        Table { rows: self.rows, is_layout, holds_data }
    }
}

/// A paragraph this long is prose: names and amounts in the tables of reports stay below 40 characters, the paragraphs of their prose
/// are longer but for a few.
const PROSE: usize = 60;

/// Whether a table only arranges text: it has one column, or more of its cells hold prose or tables of data than hold anything else.
/// With tables of data in it, a tie decides for layout: a label beside a table is its title.
fn is_layout(rows: &[Row]) -> bool {
    if rows.iter().all(|row| row.cells.len() <= 1) {
        return true;
    }
    let cells = || rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.matter.is_empty());
    let with_data = cells().filter(|cell| cell.matter.holds_data()).count();
    let heavy = cells().filter(|cell| cell.matter.longest >= PROSE || cell.matter.holds_data()).count();
    let light = cells().count() - heavy;
    heavy > light || with_data > 0 && heavy == light
}

impl Table {
    pub(super) fn holds_data(&self) -> bool {
        self.holds_data
    }

    /// Appends the text alone: a row is a line, its cells parted by blanks.
    pub(super) fn flatten(&self, out: &mut String) {
        for row in &self.rows {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push('\n');
            }
            for (at, cell) in row.cells.iter().enumerate() {
                if at > 0 {
                    out.push(' ');
                }
                cell.matter.flatten(out);
            }
        }
    }
}
