//! Ruled tables: the lattice that rules make, and its cells, merged where no rule parts them.

use super::drawing::Rule;
use crate::source::Area;

/// Rules nearer than this are one, in points: a doubled rule, or the borders of two cells. The lowest row seen has 7.
const SAME_RULE: f32 = 3.0;

/// The most rules of one direction that are looked at, after those of one line are joined; the largest table seen has 60.
const MAX_RULES: usize = 1500;

/// The most places of one lattice; the largest table of a page has 2,000.
const MAX_PLACES: usize = 60_000;

/// How much of a border must be ruled to part two cells.
const RULED_SHARE: f32 = 0.5;

/// A ruled table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lattice {
    /// The borders of the columns, from the left; one more than there are columns.
    pub(super) columns: Vec<f32>,
    /// The borders of the rows, from the top; one more than there are rows.
    pub(super) rows: Vec<f32>,
    /// By row, then by column of their first place.
    pub(super) cells: Vec<Cell>,
    /// The cell that covers each place, by row.
    places: Vec<usize>,
}

/// A cell of a lattice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) row_span: usize,
    pub(super) column_span: usize,
}

impl Lattice {
    /// The lattices of a page, the smallest first; boxes of one single cell are not among them.
    pub(super) fn all(rules: &[Rule]) -> Vec<Lattice> {
        let across = joined(rules.iter().filter(|r| r.is_horizontal));
        let down = joined(rules.iter().filter(|r| !r.is_horizontal));
        if across.len() > MAX_RULES || down.len() > MAX_RULES {
            return Vec::new();
        }
        let groups = connected(&across, &down);
        let mut lattices: Vec<Lattice> = groups.iter().filter_map(|(across, down)| Lattice::of(across, down)).collect();
        lattices.sort_by(|a, b| extent(a.area()).total_cmp(&extent(b.area())));
        lattices
    }

    pub(super) fn area(&self) -> Area {
        let ends = |borders: &[f32]| (borders[0], borders[borders.len() - 1]);
        let ((left, right), (top, bottom)) = (ends(&self.columns), ends(&self.rows));
        Area::new(left, top, right, bottom)
    }

    /// The cell at a point; `None` outside of the lattice.
    pub(super) fn cell_at(&self, x: f32, y: f32) -> Option<usize> {
        let place = |borders: &[f32], v: f32| borders.partition_point(|b| *b <= v).checked_sub(1).filter(|n| n + 1 < borders.len());
        let (column, row) = (place(&self.columns, x)?, place(&self.rows, y)?);
        self.places.get(row * (self.columns.len() - 1) + column).copied()
    }

    /// The rectangle of a cell.
    pub(super) fn cell_area(&self, cell: Cell) -> Area {
        let right = self.columns[cell.column + cell.column_span];
        Area::new(self.columns[cell.column], self.rows[cell.row], right, self.rows[cell.row + cell.row_span])
    }

    /// The lattice of rules that touch; `None` unless it has at least two columns.
    fn of(across: &[Rule], down: &[Rule]) -> Option<Lattice> {
        let columns = borders(down, across);
        let rows = borders(across, down);
        let places = columns.len().saturating_sub(1) * rows.len().saturating_sub(1);
        if columns.len() < 3 || rows.len() < 2 || places > MAX_PLACES {
            return None;
        }
        let cells = Ruling::of(across, down, &columns, &rows).cells();
        let places = covering(&cells, columns.len() - 1, rows.len() - 1);
        (cells.len() > 1).then_some(Lattice { columns, rows, cells, places })
    }
}

/// The cell that covers each place, by row.
fn covering(cells: &[Cell], columns: usize, rows: usize) -> Vec<usize> {
    let mut places = vec![0; columns * rows];
    for (n, cell) in cells.iter().enumerate() {
        for row in cell.row..cell.row + cell.row_span {
            places[row * columns + cell.column..][..cell.column_span].fill(n);
        }
    }
    places
}

fn extent(area: Area) -> f32 {
    (area.right - area.left) * (area.bottom - area.top)
}

/// Rules that continue each other on one line, as one rule.
fn joined<'a>(rules: impl Iterator<Item = &'a Rule>) -> Vec<Rule> {
    let mut sorted: Vec<Rule> = rules.copied().collect();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut joined = Vec::new();
    for line in sorted.chunk_by_mut(|a, b| b.at - a.at < 0.8) {
        line.sort_by(|a, b| a.from.total_cmp(&b.from));
        let first = joined.len();
        for rule in line.iter() {
            match joined[first..].last_mut() {
                Some(Rule { to, .. }) if rule.from <= *to + SAME_RULE => *to = to.max(rule.to),
                _ => joined.push(*rule),
            }
        }
    }
    joined.retain(|r| r.to - r.from > SAME_RULE);
    joined
}

/// The groups of rules that touch each other, lying ones and standing ones.
fn connected(across: &[Rule], down: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut parents: Vec<usize> = (0..across.len() + down.len()).collect();
    for (h, lying) in across.iter().enumerate() {
        for (v, standing) in down.iter().enumerate() {
            if touch(lying, standing) {
                let (a, b) = (root(&mut parents, h), root(&mut parents, across.len() + v));
                parents[a] = b;
            }
        }
    }
    let mut groups: Vec<(usize, Vec<Rule>, Vec<Rule>)> = Vec::new();
    for n in 0..parents.len() {
        let root = root(&mut parents, n);
        let at = groups.iter().position(|g| g.0 == root).unwrap_or_else(|| {
            groups.push((root, Vec::new(), Vec::new()));
            groups.len() - 1
        });
        match n.checked_sub(across.len()) {
            Some(v) => groups[at].2.push(down[v]),
            None => groups[at].1.push(across[n]),
        }
    }
    groups.into_iter().filter(|(_, across, down)| !across.is_empty() && !down.is_empty()).map(|(_, a, d)| (a, d)).collect()
}

fn root(parents: &mut [usize], mut n: usize) -> usize {
    while parents[n] != n {
        parents[n] = parents[parents[n]];
        n = parents[n];
    }
    n
}

fn touch(lying: &Rule, standing: &Rule) -> bool {
    let on = |rule: &Rule, at: f32| (rule.from - SAME_RULE..=rule.to + SAME_RULE).contains(&at);
    on(lying, standing.at) && on(standing, lying.at)
}

/// The places of the rules, and the ends of those across them: the outer rules of a table may be missing.
fn borders(rules: &[Rule], across: &[Rule]) -> Vec<f32> {
    let ends = across.iter().flat_map(|r| [r.from, r.to]);
    let (low, high) = ends.fold((f32::MAX, f32::MIN), |(low, high), end| (low.min(end), high.max(end)));
    let mut places: Vec<f32> = rules.iter().map(|r| r.at).chain([low, high]).collect();
    places.sort_by(f32::total_cmp);
    let near = places.chunk_by(|a, b| b - a < SAME_RULE);
    near.map(|same| same.iter().sum::<f32>() / same.len() as f32).collect()
}

/// Where rules part the places of a lattice.
struct Ruling {
    columns: usize,
    rows: usize,
    /// Whether a rule stands to the left of each place, by row.
    left: Vec<bool>,
    /// Whether a rule lies above each place, by row.
    above: Vec<bool>,
}

impl Ruling {
    fn of(across: &[Rule], down: &[Rule], columns: &[f32], rows: &[f32]) -> Self {
        let (width, height) = (columns.len() - 1, rows.len() - 1);
        let mut ruling = Ruling { columns: width, rows: height, left: vec![false; width * height], above: vec![false; width * height] };
        for rule in down {
            let column = nearest(columns, rule.at);
            for row in covered(rows, rule).filter(|_| column < width) {
                ruling.left[row * width + column] = true;
            }
        }
        for rule in across {
            let row = nearest(rows, rule.at);
            for column in covered(columns, rule).filter(|_| row < height) {
                ruling.above[row * width + column] = true;
            }
        }
        ruling
    }

    /// The cells, each as wide as no rule parts it, then as high.
    fn cells(&self) -> Vec<Cell> {
        let mut taken = vec![false; self.columns * self.rows];
        let mut cells = Vec::new();
        for place in 0..taken.len() {
            if taken[place] {
                continue;
            }
            let (row, column) = (place / self.columns, place % self.columns);
            let column_span = 1 + (column + 1..self.columns).take_while(|c| self.is_open(row, *c, &taken)).count();
            let span = column..column + column_span;
            let row_span = 1 + (row + 1..self.rows).take_while(|r| self.continues(*r, span.clone(), &taken)).count();
            (row..row + row_span).for_each(|r| taken[r * self.columns..][span.clone()].fill(true));
            cells.push(Cell { row, column, row_span, column_span });
        }
        cells
    }

    /// Whether no rule parts a free place from the one to its left.
    fn is_open(&self, row: usize, column: usize, taken: &[bool]) -> bool {
        let place = row * self.columns + column;
        !self.left[place] && !taken[place]
    }

    /// Whether a row goes on below these columns without a rule above it or inside of it.
    fn continues(&self, row: usize, columns: std::ops::Range<usize>, taken: &[bool]) -> bool {
        let free = columns.clone().all(|c| !self.above[row * self.columns + c] && !taken[row * self.columns + c]);
        free && columns.skip(1).all(|c| !self.left[row * self.columns + c])
    }
}

fn nearest(borders: &[f32], at: f32) -> usize {
    let after = borders.partition_point(|b| *b < at);
    let before = after.saturating_sub(1);
    if after == borders.len() || at - borders[before] < borders[after] - at {
        before
    } else {
        after
    }
}

/// The places along a rule that it covers for the better part.
fn covered<'a>(borders: &'a [f32], rule: &'a Rule) -> impl Iterator<Item = usize> + 'a {
    let first = borders.partition_point(|b| *b < rule.from).saturating_sub(1);
    let places = (first..borders.len() - 1).take_while(|n| borders[*n] < rule.to);
    places.filter(|n| {
        let (start, end) = (borders[*n], borders[n + 1]);
        rule.to.min(end) - rule.from.max(start) >= RULED_SHARE * (end - start)
    })
}

#[cfg(test)]
mod tests {
    use super::{Cell, Lattice, Rule};

    fn lying(at: f32, from: f32, to: f32) -> Rule {
        Rule { is_horizontal: true, at, from, to }
    }

    fn standing(at: f32, from: f32, to: f32) -> Rule {
        Rule { is_horizontal: false, at, from, to }
    }

    fn cell(row: usize, column: usize, row_span: usize, column_span: usize) -> Cell {
        Cell { row, column, row_span, column_span }
    }

    /// Two rows of three columns, 50 by 20 each.
    fn two_by_three() -> Vec<Rule> {
        let across = [0.0, 20.0, 40.0].map(|y| lying(y, 0.0, 150.0));
        let down = [0.0, 50.0, 100.0, 150.0].map(|x| standing(x, 0.0, 40.0));
        [&across[..], &down[..]].concat()
    }

    #[track_caller]
    fn cells(rules: &[Rule]) -> Vec<Cell> {
        let lattices = Lattice::all(rules);
        assert_eq!(lattices.len(), 1, "one lattice in {lattices:?}");
        lattices[0].cells.clone()
    }

    #[test]
    fn rules_make_cells() {
        let six = [cell(0, 0, 1, 1), cell(0, 1, 1, 1), cell(0, 2, 1, 1), cell(1, 0, 1, 1), cell(1, 1, 1, 1), cell(1, 2, 1, 1)];
        assert_eq!(cells(&two_by_three()), six);
        let table = &Lattice::all(&two_by_three())[0];
        assert_eq!((table.cell_at(75.0, 30.0), table.cell_at(151.0, 30.0), table.cell_at(75.0, -1.0)), (Some(4), None, None));
    }

    #[test]
    fn a_missing_rule_inside_merges_cells() {
        let mut rules = two_by_three();
        rules.retain(|r| *r != standing(50.0, 0.0, 40.0) && *r != lying(20.0, 0.0, 150.0));
        rules.extend([standing(50.0, 20.0, 40.0), lying(20.0, 0.0, 100.0)]);
        assert_eq!(cells(&rules), [cell(0, 0, 1, 2), cell(0, 2, 2, 1), cell(1, 0, 1, 1), cell(1, 1, 1, 1)]);
    }

    #[test]
    fn rules_drawn_cell_by_cell_and_doubled_are_the_same_rules() {
        let mut rules = Vec::new();
        for (x, y) in [0.0, 50.0, 100.0].into_iter().flat_map(|x| [(x, 0.0), (x, 20.0)]) {
            let (right, bottom) = (x + 49.2, y + 19.4);
            rules.extend([lying(y, x, right), lying(bottom, x, right), standing(x, y, bottom), standing(right, y, bottom)]);
        }
        assert_eq!(cells(&rules), cells(&two_by_three()));
    }

    #[test]
    fn a_table_without_outer_rules_at_its_sides_keeps_its_outer_columns() {
        let mut rules = two_by_three();
        rules.retain(|r| r.is_horizontal || (r.at != 0.0 && r.at != 150.0));
        assert_eq!(cells(&rules), cells(&two_by_three()));
    }

    #[test]
    fn the_border_of_a_page_is_no_table_and_takes_none_in() {
        let mut rules = two_by_three();
        rules.extend([lying(-20.0, -20.0, 300.0), lying(400.0, -20.0, 300.0), standing(-20.0, -20.0, 400.0), standing(300.0, -20.0, 400.0)]);
        assert_eq!(cells(&rules), cells(&two_by_three()));
    }

    #[test]
    fn lines_under_words_are_no_table() {
        assert_eq!(Lattice::all(&[lying(10.0, 0.0, 50.0), lying(30.0, 0.0, 50.0), lying(50.0, 0.0, 50.0)]), []);
    }
}
