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

/// How many Han of the size of a table's text stand on a line of the page.
const PAGE_CHARACTERS: usize = 50;

/// The widest column that a width is shared out for; longer cells have more lines.
const WIDEST: usize = 24;

/// The edges of a cell, left and right, in Han.
const PADDING: usize = 2;

/// A grid whose columns are those on which a cell starts or ends, and whose rows are those on which one starts: a sheet may have its
/// next cell a million rows below.
pub(super) struct Lattice<'a> {
    grid: &'a Grid,
    /// The columns of the grid on which a cell starts or ends, ascending.
    edges: Vec<usize>,
    /// The rows of the grid on which a cell starts, ascending.
    rows: Vec<usize>,
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
        let mut rows: Vec<usize> = grid.cells.iter().map(|c| c.row).collect();
        rows.dedup();
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
        for (at, row) in self.rows.iter().copied().enumerate() {
            let mut starting = Vec::new();
            while let Some(cell) = cells.next_if(|c| c.row == row) {
                starting.push(cell);
            }
            let mut written = Vec::new();
            for (stretch, columns) in self.stretches(row, &starting, &mut reach) {
                let page_break = if at == 0 && written.is_empty() { page_break } else { PageBreak::None };
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
                reach[column..end].fill(Reach { from: column, until: cell.row + cell.row_span });
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

    /// Whether a cell reaches down to another row that is written.
    fn reaches_down(&self, cell: &GridCell) -> bool {
        let next = self.rows.partition_point(|row| *row <= cell.row);
        self.rows.get(next).is_some_and(|row| *row < cell.row + cell.row_span)
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
            Stretch::Cell(cell) if self.reaches_down(cell) => written.vertical_merge(VMergeType::Restart),
            Stretch::Covered => written.vertical_merge(VMergeType::Continue),
            Stretch::Cell(_) | Stretch::Gap => written,
        };
        if columns > 1 {
            written = written.grid_span(columns);
        }
        written
    }

    /// The widths of the columns. Where the longest cells do not fit the page, the widest columns yield first, so that numbers stay whole.
    fn widths(&self, text: &str) -> Vec<usize> {
        let mut characters = vec![PADDING; self.columns()];
        for cell in self.grid.cells.iter().filter(|c| c.column_span == 1) {
            let column = self.edges.partition_point(|edge| *edge < cell.column);
            let longest = cell.span.of(text).unwrap_or("").split('\u{2028}').map(half_widths).max().unwrap_or(0);
            characters[column] = characters[column].max(longest.div_ceil(2) + PADDING);
        }
        let shared = |widest: usize| characters.iter().map(|c| *c.min(&widest)).sum::<usize>();
        let widest = (PADDING..=WIDEST).rev().find(|widest| shared(*widest) <= PAGE_CHARACTERS).unwrap_or(PADDING);
        characters.iter().map(|c| PAGE_WIDTH * c.min(&widest) / shared(widest)).collect()
    }
}

/// The columns a text takes: one for ASCII, two for all else.
fn half_widths(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    /// A cell of one letter: its text and row, column, rows covered, columns covered.
    fn cell(letter: usize, place: [usize; 4]) -> GridCell {
        let [row, column, row_span, column_span] = place;
        GridCell { row, column, row_span, column_span, span: Span::new(letter, letter + 1), hidden: false }
    }

    fn grid(places: &[[usize; 4]]) -> Grid {
        let cells: Vec<GridCell> = places.iter().enumerate().map(|(letter, place)| cell(letter, *place)).collect();
        let rows = cells.iter().map(|c| c.row + c.row_span).max().unwrap_or(0);
        let columns = cells.iter().map(|c| c.column + c.column_span).max().unwrap_or(0);
        Grid { span: Span::new(0, cells.len()), rows, columns, cells, sheet: None }
    }

    /// The rows as they are written: the letter of a cell, `^` below one, `.` where none stands; once for each column it takes.
    #[track_caller]
    fn assert_rows(places: &[[usize; 4]], expected: &[&str]) {
        let grid = grid(places);
        let lattice = Lattice::of(&grid);
        let mut reach = vec![Reach::default(); lattice.columns()];
        let mut rows = Vec::new();
        for row in &lattice.rows {
            let starting: Vec<&GridCell> = grid.cells.iter().filter(|c| c.row == *row).collect();
            let stretches = lattice.stretches(*row, &starting, &mut reach);
            let drawn = stretches.iter().map(|(stretch, columns)| {
                let mark = match stretch {
                    Stretch::Cell(cell) => char::from(b'A' + cell.span.start as u8),
                    Stretch::Covered => '^',
                    Stretch::Gap => '.',
                };
                mark.to_string().repeat(columns.len())
            });
            rows.push(drawn.collect::<Vec<_>>().join("|"));
        }
        assert_eq!(rows, expected);
    }

    #[test]
    fn merged_heads_cover_what_they_covered() {
        let head = [[0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1]];
        assert_rows(&head, &["A|BB", "^|C|D"]);
    }

    #[test]
    fn places_without_a_cell_are_gaps() {
        assert_rows(&[[0, 1, 1, 1], [0, 3, 1, 1], [1, 0, 1, 1], [1, 3, 1, 1]], &[".|A|.|B", "C|..|D"]);
    }

    #[test]
    fn columns_on_which_no_cell_starts_or_ends_are_left_out() {
        assert_rows(&[[0, 0, 1, 500], [0, 500, 1, 500], [1, 0, 1, 1000]], &["A|B", "CC"]);
    }

    #[test]
    fn rows_on_which_no_cell_starts_are_left_out() {
        assert_rows(&[[0, 0, 65_534, 1], [0, 1, 1, 1], [9, 1, 9, 1]], &["A|B", "^|C"]);
        assert_rows(&[[0, 0, 3, 1], [0, 1, 1, 1], [1_048_575, 0, 1, 2]], &["A|B", "CC"]);
    }

    #[test]
    fn a_cell_stops_where_one_from_above_stands() {
        assert_rows(&[[0, 0, 1, 1], [0, 1, 2, 1], [1, 0, 1, 3]], &["A|B|.", "C|^|."]);
    }

    #[test]
    fn word_opens_63_columns_and_no_more() {
        let too_wide = |columns: usize| {
            let places: Vec<[usize; 4]> = (0..columns).map(|column| [0, column, 1, 1]).collect();
            Lattice::of(&grid(&places)).is_too_wide()
        };
        assert_eq!([63, 64].map(too_wide), [false, true]);
    }
}
