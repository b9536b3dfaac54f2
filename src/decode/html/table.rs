//! Tables: those of data as cells on a lattice, told from those that only lay out the page.

use super::page::{Page, Tag};

/// A table taken apart: the rows in the order they are shown, with their cells.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) captions: Vec<usize>,
    sections: Vec<Vec<Row>>,
}

#[derive(Debug)]
struct Row {
    node: usize,
    cells: Vec<usize>,
}

/// A cell at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) node: usize,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) row_span: usize,
    pub(super) column_span: usize,
    pub(super) hidden: bool,
}

/// The most columns that one cell covers, as in browsers.
const WIDEST_CELL: usize = 1000;

/// Columns behind this one are not merged any more: no table is that wide.
const WIDEST_TABLE: usize = 16_384;

/// Covered places that are looked at for all rows of a table; behind that, cells do not reach into the next row any more.
const MOST_STEPS: usize = 20_000_000;

impl Table {
    /// Takes a table apart; head rows come first and foot rows last, wherever they are written.
    pub(super) fn of(page: &Page, at: usize) -> Self {
        let mut table = Table::default();
        let mut heads = Vec::new();
        let mut feet = Vec::new();
        for child in page.children(at) {
            match page.nodes[child].tag {
                Tag::Caption => table.captions.push(child),
                Tag::Head => heads.push(rows(page, child)),
                Tag::Foot => feet.push(rows(page, child)),
                Tag::Body => table.sections.push(rows(page, child)),
                Tag::Row => table.sections.push(vec![row(page, child)]),
                _ => {}
            }
        }
        table.sections.splice(0..0, heads);
        table.sections.append(&mut feet);
        table
    }

    /// Whether the table only lays out the page: what stands in it is running text, or tables of their own.
    pub(super) fn is_layout(&self, page: &Page, at: usize) -> bool {
        let whole = page.nodes[at].holds;
        if matches!(page.nodes[at].attribute("role"), Some("presentation" | "none")) {
            return true;
        }
        let rows = self.sections.iter().flatten();
        let filled = rows.map(|row| row.cells.iter().filter(|cell| page.nodes[**cell].holds.visible).count());
        let (most_in_row, cells) = filled.fold((0, 0), |(most, all), count| (most.max(count), all + count));
        if most_in_row <= 1 {
            return true;
        }
        let cell_nodes = self.sections.iter().flatten().flat_map(|row| row.cells.iter().map(|cell| page.nodes[*cell].holds));
        let nested: u32 = cell_nodes.clone().map(|holds| holds.tabled).sum();
        let largest = cell_nodes.max_by_key(|holds| holds.letters).unwrap_or_default();
        // Nested tables with most of the text are the content; a small one is a way to set a cell.
        nested * 2 > whole.letters || largest.is_body(whole.letters) && cells <= FEW_CELLS
    }

    /// The cells on the lattice, by row, then by column.
    pub(super) fn cells(&self, page: &Page) -> Vec<Placed> {
        let mut lattice = Lattice::default();
        let mut placed = Vec::new();
        let mut first = 0;
        for section in &self.sections {
            lattice.covered.clear();
            for (number, row) in section.iter().enumerate() {
                lattice.start_row(first + number);
                for cell in &row.cells {
                    let mut cell = lattice.place(page, *cell, section.len() - number);
                    cell.hidden |= page.nodes[row.node].hidden;
                    placed.push(cell);
                }
            }
            first += section.len();
        }
        let widest = placed.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
        for cell in &mut placed {
            // Columns in which no cell starts are not shown: `colspan=100` means the whole width.
            cell.column_span = cell.column_span.min(widest - cell.column);
        }
        placed
    }
}

/// Cells beside the one with the body of a page, in tables that lay it out: navigation, dates, margins.
const FEW_CELLS: usize = 12;

/// The body of a page has more letters than this, in several lines; the longest cell of a performance table seen has 180 in one.
const SHORTEST_BODY: u32 = 200;

impl super::page::Holds {
    /// Whether this cell of a table is the body of a page.
    fn is_body(&self, of: u32) -> bool {
        let long = self.letters >= SHORTEST_BODY || self.headings > 0;
        let most = self.lines >= 4 && self.letters * 10 >= of * 7;
        long && (most || self.lines >= 8 && self.sentence)
    }
}

fn rows(page: &Page, section: usize) -> Vec<Row> {
    page.children(section).filter(|child| page.nodes[*child].tag == Tag::Row).map(|child| row(page, child)).collect()
}

fn row(page: &Page, node: usize) -> Row {
    Row { node, cells: page.children(node).filter(|child| page.nodes[*child].tag == Tag::Cell).collect() }
}

/// Columns that cells of earlier rows cover.
#[derive(Debug, Default)]
struct Lattice {
    /// By column; none overlaps another.
    covered: Vec<Covered>,
    row: usize,
    /// The next free column of the row, and the covered stretch that comes next.
    column: usize,
    next: usize,
    steps: usize,
    /// Cells of this row that reach into the next.
    reaching: Vec<Covered>,
}

#[derive(Debug, Clone, Copy)]
struct Covered {
    from: usize,
    to: usize,
    /// The row behind the last one covered.
    until: usize,
}

impl Lattice {
    fn start_row(&mut self, row: usize) {
        self.covered.append(&mut self.reaching);
        self.steps += self.covered.len();
        self.covered.retain(|c| c.until > row);
        self.covered.sort_unstable_by_key(|c| c.from);
        (self.row, self.column, self.next) = (row, 0, 0);
    }

    fn place(&mut self, page: &Page, node: usize, rows_left: usize) -> Placed {
        while let Some(covered) = self.covered.get(self.next).filter(|c| c.from <= self.column) {
            self.column = self.column.max(covered.to);
            self.next += 1;
        }
        let column = self.column;
        let wide = span(page, node, "colspan").unwrap_or(1).max(1);
        let mut column_span = if column >= WIDEST_TABLE { 1 } else { wide.min(WIDEST_CELL) };
        if let Some(covered) = self.covered.get(self.next) {
            column_span = column_span.min(covered.from - column);
        }
        let row_span = match span(page, node, "rowspan") {
            _ if self.steps > MOST_STEPS => 1,
            Some(0) => rows_left,
            rows => rows.unwrap_or(1).min(rows_left),
        };
        self.column += column_span;
        if row_span > 1 {
            self.reaching.push(Covered { from: column, to: self.column, until: self.row + row_span });
        }
        Placed { node, row: self.row, column, row_span, column_span, hidden: page.nodes[node].hidden }
    }
}

/// A span as written; numbers of any length are large.
fn span(page: &Page, node: usize, name: &str) -> Option<usize> {
    let value = page.nodes[node].attribute(name)?.trim();
    let digits = &value[..value.bytes().take_while(u8::is_ascii_digit).count()];
    if digits.is_empty() {
        return None;
    }
    Some(digits.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Page, Table};
    use scraper::Html;

    /// Row, column, row span and column span of the cells of the first table.
    #[track_caller]
    fn placed(rows: &str) -> Vec<[usize; 4]> {
        let html = Html::parse_document(&format!("<table>{rows}</table>"));
        let page = Page::of(&html);
        Table::of(&page, 0).cells(&page).iter().map(|c| [c.row, c.column, c.row_span, c.column_span]).collect()
    }

    #[test]
    fn merged_cells_push_the_others_aside() {
        assert_eq!(
            placed("<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g"),
            [[0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1], [2, 0, 1, 1], [2, 1, 1, 1], [2, 2, 1, 1]]
        );
    }

    #[test]
    fn a_span_of_nought_reaches_to_the_end_of_its_section() {
        assert_eq!(placed("<tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d"), [[0, 0, 2, 1], [0, 1, 1, 1], [1, 1, 1, 1], [2, 0, 1, 1]]);
    }

    #[test]
    fn spans_wider_than_the_table_are_as_wide_as_it() {
        assert_eq!(placed("<tr><td colspan=100000000000000000000000 rowspan=70000>a<tr><td>b<td>c"), [[0, 0, 2, 1000], [1, 1000, 1, 1], [1, 1001, 1, 1]]);
        assert_eq!(placed("<tr><td colspan=100>a<tr><td>b<td>c"), [[0, 0, 1, 2], [1, 0, 1, 1], [1, 1, 1, 1]]);
    }

    #[test]
    fn rows_of_the_foot_come_last() {
        let html = Html::parse_document("<table><tfoot><tr><td>3<tbody><tr><td>2<thead><tr><td>1</table>");
        let page = Page::of(&html);
        let shown: Vec<String> = Table::of(&page, 0).cells(&page).iter().map(|c| page.opening(c.node, 9)).collect();
        assert_eq!(shown, ["1", "2", "3"]);
    }
}
