//! Tables: cells on a lattice; tables that only place text on the page are read as text.

use super::block::Writing;
use crate::decode::composer::{CellPlace, Spot};
use office_oxide::ir::{Element, List, Table, TableCell};

impl Writing<'_> {
    /// Writes a table down.
    pub(super) fn table(&mut self, table: &Table, depth: usize) {
        if is_layout(table) {
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                self.elements(&cell.content, depth);
            }
            return;
        }
        self.composer.open_grid(None);
        let mut lattice = Lattice::default();
        for (row, cells) in table.rows.iter().enumerate() {
            lattice.next_row();
            for cell in &cells.cells {
                let place = lattice.place(row, cell, table.rows.len());
                let text = self.cell_text(&cell.content, depth);
                self.composer.cell(place, &text, Spot::default());
            }
        }
        self.composer.close_grid();
    }

    /// The text of a cell: its paragraphs as lines, a table in it as lines of cells parted by blanks.
    fn cell_text(&mut self, elements: &[Element], depth: usize) -> String {
        let mut lines = Vec::new();
        self.push_lines(elements, depth, &mut lines);
        lines.join("\n")
    }

    fn push_lines(&mut self, elements: &[Element], depth: usize, lines: &mut Vec<String>) {
        if depth == 0 {
            return;
        }
        for element in elements {
            match element {
                Element::Heading(heading) => lines.push(self.text(&heading.content)),
                Element::Paragraph(paragraph) => lines.push(self.text(&paragraph.content)),
                Element::TextBox(text_box) => self.push_lines(&text_box.content, depth - 1, lines),
                Element::List(list) => self.push_list(list, depth - 1, lines),
                Element::Table(table) => self.push_rows(table, depth - 1, lines),
                _ => {}
            }
        }
        lines.retain(|line| !line.is_empty());
    }

    fn push_rows(&mut self, table: &Table, depth: usize, lines: &mut Vec<String>) {
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| self.cell_text(&cell.content, depth).replace('\n', " ")).collect();
            lines.push(cells.join(" "));
        }
    }

    fn push_list(&mut self, list: &List, depth: usize, lines: &mut Vec<String>) {
        for item in &list.items {
            self.push_lines(&item.content, depth, lines);
            if let (Some(nested), true) = (&item.nested, depth > 0) {
                self.push_list(nested, depth - 1, lines);
            }
        }
    }
}

/// Whether a table is a frame around text: a column of cells, or few cells with a table of its own in one.
fn is_layout(table: &Table) -> bool {
    let one_column = table.rows.iter().all(|row| row.cells.len() <= 1);
    let cells: usize = table.rows.iter().map(|row| row.cells.len()).sum();
    one_column || cells <= FRAME_CELLS && table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.content.iter().any(|e| matches!(e, Element::Table(_))))
}

/// Cells of a frame at most: two tables side by side with a line of text above each.
const FRAME_CELLS: usize = 4;

/// The places of a table that cells of earlier rows reach down into.
#[derive(Debug, Default)]
struct Lattice {
    /// For each column, how many rows from the current one on are taken.
    taken: Vec<usize>,
    column: usize,
}

/// Columns of a Word table at most, by the format.
const MOST_COLUMNS: usize = 64;

impl Lattice {
    fn next_row(&mut self) {
        self.column = 0;
        for rows in &mut self.taken {
            *rows = rows.saturating_sub(1);
        }
    }

    fn place(&mut self, row: usize, cell: &TableCell, rows: usize) -> CellPlace {
        while self.taken.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let column = self.column;
        let column_span = (cell.col_span as usize).clamp(1, MOST_COLUMNS);
        let row_span = (cell.row_span as usize).clamp(1, rows - row);
        self.column += column_span;
        if self.taken.len() < self.column {
            self.taken.resize(self.column, 0);
        }
        self.taken[column..self.column].fill(row_span);
        CellPlace { row, column, row_span, column_span, hidden: false }
    }
}
