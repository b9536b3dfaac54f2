//! A grid as a Word table.

use super::body::{with_text, PageBreak};
use super::package::CELL_STYLE;
use crate::source::{Grid, GridCell};
use docx_rs::{Paragraph, Table, TableCell, TableLayoutType, TableRow, VAlignType, VMergeType, WidthType};
use std::ops::Range;

/// Word opens no table with more columns.
const MOST_COLUMNS: usize = 63;

/// The width of the text on the page, in twentieths of a point.
const PAGE_WIDTH: usize = 9070;

/// The narrowest and the widest column in characters that a width is shared out for.
const COLUMN_CHARACTERS: (usize, usize) = (3, 24);

/// A grid whose columns are those on which a cell starts or ends.
pub(super) struct Lattice<'a> {
    grid: &'a Grid,
    /// The columns of the grid on which a cell starts or ends, ascending.
    edges: Vec<usize>,
    /// One behind the last row on which a cell starts.
    rows: usize,
}

/// A column that a cell of an earlier row reaches down in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Reach {
    /// The first column of the cell.
    from: usize,
    /// The row before which the cell ends.
    until: usize,
}

/// What stands on a stretch of a row.
enum Stretch<'a> {
    Cell(&'a GridCell),
    /// A cell of an earlier row that reaches down to this one.
    Covered,
    Gap,
}

impl<'a> Lattice<'a> {
    pub(super) fn of(grid: &'a Grid) -> Self {
        let mut edges: Vec<usize> = grid.cells.iter().flat_map(|c| [c.column, c.column + c.column_span]).collect();
        edges.push(0);
        edges.sort_unstable();
        edges.dedup();
        let rows = grid.cells.last().map_or(0, |c| c.row + 1);
        Lattice { grid, edges, rows }
    }

    pub(super) fn is_too_wide(&self) -> bool {
        self.columns() > MOST_COLUMNS
    }

    /// The Word table, with a page break before it.
    pub(super) fn table(&self, text: &str, page_break: PageBreak) -> Table {
        let widths = self.widths(text);
        let mut reach = vec![Reach::default(); self.columns()];
        let mut cells = self.grid.cells.iter().peekable();
        let mut table = Table::new(Vec::new()).set_grid(widths.clone()).width(PAGE_WIDTH, WidthType::Dxa).layout(TableLayoutType::Fixed);
        for row in 0..self.rows {
            let mut starting = Vec::new();
            while let Some(cell) = cells.next_if(|c| c.row <= row) {
                starting.push(cell);
            }
            let mut written = Vec::new();
            for (stretch, columns) in self.stretches(row, &starting, &mut reach) {
                let page_break = if row == 0 && written.is_empty() { page_break } else { PageBreak::None };
                let width = widths[columns.clone()].iter().sum();
                written.push(self.cell(&stretch, columns.len(), text, page_break).width(width, WidthType::Dxa));
            }
            table = table.add_row(TableRow::new(written).cant_split());
        }
        table
    }

    fn columns(&self) -> usize {
        self.edges.len() - 1
    }

    /// What stands in a row, from its first column to its last one, without a gap.
    fn stretches(&self, row: usize, starting: &[&'a GridCell], reach: &mut [Reach]) -> Vec<(Stretch<'a>, Range<usize>)> {
        let mut found = Vec::new();
        let mut column = 0;
        while column < reach.len() {
            let (stretch, end) = self.stretch(row, column, starting, reach);
            if let Stretch::Cell(cell) = stretch {
                reach[column..end].fill(Reach { from: column, until: self.last_row(cell) + 1 });
            }
            found.push((stretch, column..end));
            column = end;
        }
        found
    }

    /// What stands at a column of a row, and the column behind it. A cell stops where one from above stands.
    fn stretch(&self, row: usize, column: usize, starting: &[&'a GridCell], reach: &[Reach]) -> (Stretch<'a>, usize) {
        let behind = |ends: &dyn Fn(usize) -> bool| (column + 1..reach.len()).find(|c| ends(*c)).unwrap_or(reach.len());
        let covered = |c: usize| reach[c].until > row;
        let starts = |c: usize| starting.iter().find(|cell| cell.column == self.edges[c]);
        if covered(column) {
            return (Stretch::Covered, behind(&|c| reach[c] != reach[column]));
        }
        match starts(column) {
            Some(cell) => (Stretch::Cell(cell), behind(&|c| self.edges[c] >= cell.column + cell.column_span || covered(c))),
            None => (Stretch::Gap, behind(&|c| starts(c).is_some() || covered(c))),
        }
    }

    /// The last row that a cell covers; rows on which no cell starts are not written.
    fn last_row(&self, cell: &GridCell) -> usize {
        (cell.row + cell.row_span).min(self.rows) - 1
    }

    fn cell(&self, stretch: &Stretch, columns: usize, text: &str, page_break: PageBreak) -> TableCell {
        let printed = match stretch {
            Stretch::Cell(cell) => cell.span.of(text).unwrap_or(""),
            Stretch::Covered | Stretch::Gap => "",
        };
        let mut written = TableCell::new().vertical_align(VAlignType::Center);
        for (at, line) in printed.split('\u{2028}').enumerate() {
            let breaks = at == 0 && page_break == PageBreak::Before;
            written = written.add_paragraph(with_text(Paragraph::new().style(CELL_STYLE), line).page_break_before(breaks));
        }
        written = match stretch {
            Stretch::Cell(cell) if self.last_row(cell) > cell.row => written.vertical_merge(VMergeType::Restart),
            Stretch::Covered => written.vertical_merge(VMergeType::Continue),
            Stretch::Cell(_) | Stretch::Gap => written,
        };
        if columns > 1 {
            written = written.grid_span(columns);
        }
        written
    }

    /// The widths of the columns: those with longer cells get more of the page.
    fn widths(&self, text: &str) -> Vec<usize> {
        let (narrowest, widest) = COLUMN_CHARACTERS;
        let mut characters = vec![narrowest; self.columns()];
        for cell in self.grid.cells.iter().filter(|c| c.column_span == 1) {
            let column = self.edges.partition_point(|edge| *edge < cell.column);
            let longest = cell.span.of(text).unwrap_or("").split('\u{2028}').map(half_widths).max().unwrap_or(0);
            characters[column] = characters[column].max(longest.div_ceil(2).min(widest));
        }
        let all: usize = characters.iter().sum();
        characters.iter().map(|c| PAGE_WIDTH * c / all).collect()
    }
}

/// The columns a text takes: one for ASCII, two for all else.
fn half_widths(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
