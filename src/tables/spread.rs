//! The head of a table that is kept apart by blanks: which words make one head cell, and over which columns it stands.
//!
//! The words of the forms decide, the places only choose among what the words allow: programs that print pages shift columns.

use super::column::{kind_named, without_role, ColumnKind};
use super::head::plain;
use super::holding::HeadName;
use super::lattice::Cell;
use super::names;
use super::spacing::{Column, Strip, MOST_COLUMNS};
use super::text::Word;
use crate::ledger::Ledger;
use std::cell::OnceCell;
use std::ops::Range;

/// The head as cells of a lattice.
pub(super) struct SpreadHead {
    pub(super) cells: Vec<Cell>,
    /// How many rows it has.
    pub(super) rows: usize,
    /// The column of the lattice for each column of the body: columns that only the head has stand between them.
    pub(super) places: Vec<usize>,
    /// How many of its cells are no head of a form.
    pub(super) unknown: usize,
}

/// A cell of the head, put together from its lines.
#[derive(Debug, Clone)]
struct Heading {
    name: String,
    pieces: Vec<Range<usize>>,
    extent: Range<usize>,
    /// Its first and its last line.
    lines: (usize, usize),
    parent: Option<usize>,
    /// Whether its name is a head of the forms, once asked.
    known: OnceCell<bool>,
}

impl Heading {
    /// Whether its name is the whole of a head cell of the forms.
    fn is_head(&self) -> bool {
        *self.known.get_or_init(|| names::is_head(&self.name))
    }

    /// Puts what stands below it on line `last` at the end of its name.
    fn go_on(&mut self, name: &str, pieces: impl IntoIterator<Item = Range<usize>>, last: usize) {
        self.name.push_str(name);
        self.pieces.extend(pieces);
        self.lines.1 = last;
        self.known = OnceCell::new();
    }

    fn middle(&self) -> usize {
        self.extent.start + self.extent.end
    }
}

/// A head has at most this many pieces: eight lines of the widest table.
const MOST_PIECES: usize = 8 * MOST_COLUMNS;

/// Reads the lines above the body over its columns; `None` where the columns of numbers and the heads do not come out even.
pub(super) fn head(ledger: &Ledger<'_>, lines: &[Strip<'_>], columns: &[Column]) -> Option<SpreadHead> {
    if lines.iter().map(|line| line.segments.len()).sum::<usize>() > MOST_PIECES {
        return None;
    }
    let mut headings = headings(ledger, lines);
    let mut order: Vec<usize> = Vec::new();
    nest(&mut headings);
    take_in_roles(&mut headings);
    order.extend((0..headings.len()).filter(|at| !headings.iter().any(|h| h.parent == Some(*at))));
    order.sort_by_key(|at| headings[*at].middle());
    let groups = groups(&headings, columns);
    let united: Vec<Column> = groups.iter().map(|group| united(&columns[group.clone()])).collect();
    let matched = matched(&headings, &order, &united).filter(|matched| is_sure(&headings, &order, matched, &united))?;
    Some(cells(&headings, &order, &matched, &groups))
}

/// Puts the pieces of each head cell together: what stands below a piece goes on with it if both make a name of the forms, or
/// neither is one alone.
fn headings(ledger: &Ledger<'_>, lines: &[Strip<'_>]) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for (line, strip) in lines.iter().enumerate() {
        if is_ordinals(ledger, strip) {
            continue;
        }
        for segment in strip.segments.iter().filter(|s| s.word != Word::Number) {
            let name = plain(ledger.text(segment.text.clone())).into_owned();
            if name == "栏次" {
                continue;
            }
            let extent = segment.start..segment.end;
            let own = Heading { name, pieces: vec![segment.text.clone()], extent, lines: (line, line), parent: None, known: OnceCell::new() };
            match joined(&headings, &own).map(|at| &mut headings[at]) {
                Some(heading) => {
                    heading.go_on(&own.name, own.pieces, line);
                    heading.extent = heading.extent.start.min(segment.start)..heading.extent.end.max(segment.end);
                }
                None => headings.push(own),
            }
        }
    }
    headings
}

/// The head cell above that a piece goes on with; of several the one that it makes a head of the forms with, or lies most below.
fn joined(headings: &[Heading], piece: &Heading) -> Option<usize> {
    let mut above = (0..headings.len()).filter(|at| headings[*at].lines.1 < piece.lines.0 && joins(&headings[*at], piece)).peekable();
    let first = above.next()?;
    if above.peek().is_none() {
        return Some(first);
    }
    let makes_head = |heading: &Heading| names::is_head(&format!("{}{}", heading.name, piece.name));
    std::iter::once(first).chain(above).max_by_key(|at| (makes_head(&headings[*at]), overlap(&headings[*at].extent, &piece.extent)))
}

fn overlap(extent: &Range<usize>, other: &Range<usize>) -> usize {
    extent.end.min(other.end).saturating_sub(extent.start.max(other.start))
}

/// Whether a piece below a head cell goes on with it.
fn joins(heading: &Heading, piece: &Heading) -> bool {
    // Pieces of one cell are centred on it; a middle counts twice.
    const OFF: usize = 8;
    if overlap(&heading.extent, &piece.extent) == 0 || heading.middle().abs_diff(piece.middle()) > OFF {
        return false;
    }
    let name = piece.name.as_str();
    let joined = format!("{}{name}", heading.name);
    match (heading.is_head(), piece.is_head()) {
        (true, true) if matches!(name, "编码" | "代码" | "名称") => heading.name.ends_with(['目', '类']),
        // 附属单位上缴 over 收入 is one cell too.
        (true, true) if names::is_source(&joined) || names::nature(&joined).is_some() => !heading.name.starts_with("本年") && heading.name != "收入",
        // 一般公共预算 over 财政拨款 is one cell, 支出 over 合计 are two.
        (true, true) => (name.starts_with("财政拨款") || name.starts_with("预算")) && names::fund(&heading.name).is_some() && !heading.name.ends_with("预算数"),
        (false, false) => true,
        _ => names::is_head(&joined) || names::opens_head(&joined),
    }
}

/// A line of 栏次: the numbers of the columns.
fn is_ordinals(ledger: &Ledger<'_>, line: &Strip<'_>) -> bool {
    let listed = line.segments.iter().any(|s| plain(ledger.text(s.text.clone())) == "栏次");
    let heads_codes = line.segments.iter().any(|s| plain(ledger.text(s.text.clone())) == "款");
    !heads_codes && (listed || line.segments.iter().all(|s| s.word == Word::Number))
}

/// Gives each head cell the one above it that it stands under.
///
/// Cells side by side that belong together go under one: the one whose middle theirs lies nearest to.
fn nest(headings: &mut [Heading]) {
    let parents = Kin::of(headings).parents();
    for (heading, parent) in headings.iter_mut().zip(parents) {
        heading.parent = parent;
    }
}

/// The head cells with what their names say of each other.
struct Kin<'h> {
    headings: &'h [Heading],
    names: Vec<HeadName<'h>>,
    /// For each cell those that can stand over it.
    holders: Vec<Vec<usize>>,
}

impl<'h> Kin<'h> {
    fn of(headings: &'h [Heading]) -> Self {
        let names: Vec<HeadName<'_>> = headings.iter().map(|heading| HeadName::of(&heading.name)).collect();
        let above = |at: usize, other: &usize| headings[*other].lines.1 < headings[at].lines.0 && names[*other].may_hold(&names[at]);
        let holders = (0..headings.len()).map(|at| (0..headings.len()).filter(|other| above(at, other)).collect()).collect();
        Kin { headings, names, holders }
    }

    /// For each cell the one that it stands under.
    fn parents(&self) -> Vec<Option<usize>> {
        let runs = self.runs();
        let common = |run: &Vec<usize>| -> Vec<usize> {
            let all = self.holders[run[0]].iter().filter(|h| run.iter().all(|at| self.holders[*at].contains(h)));
            all.filter(|h| self.reaches(**h, run)).copied().collect()
        };
        let shared: Vec<Vec<usize>> = runs.iter().map(common).collect();
        let mut parents = vec![None; self.headings.len()];
        for (at, run) in runs.iter().enumerate() {
            // As many runs as cells that can hold them: each has its own, in order.
            let brothers: Vec<usize> = (0..runs.len()).filter(|other| shared[*other] == shared[at]).collect();
            let in_order = (brothers.len() == shared[at].len() && brothers.len() > 1).then(|| {
                let mut holders = shared[at].clone();
                holders.sort_by_key(|h| self.headings[*h].middle());
                holders[brothers.iter().position(|b| *b == at).expect("a run is its own brother")]
            });
            let nearest = || shared[at].iter().copied().min_by_key(|h| (off(self.headings, run, *h), std::cmp::Reverse(self.headings[*h].lines.1)));
            let best = in_order.or_else(nearest);
            for cell in run {
                parents[*cell] = best.or_else(|| self.holders[*cell].iter().copied().find(|h| self.reaches(*h, &[*cell])));
            }
        }
        parents
    }

    /// The cells that can stand under others, in runs that go under one.
    fn runs(&self) -> Vec<Vec<usize>> {
        let mut held: Vec<usize> = (0..self.headings.len()).filter(|at| !self.holders[*at].is_empty()).collect();
        // Cells that can stand under equally many others are of one row, though they start on different lines. Holders come first.
        let mut depth = vec![0; self.headings.len()];
        for at in 0..self.headings.len() {
            depth[at] = self.holders[at].iter().map(|h| depth[*h] + 1).max().unwrap_or(0);
        }
        held.sort_by_key(|at| (depth[*at], self.headings[*at].middle()));
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for at in held {
            match runs.last_mut().filter(|run| depth[run[0]] == depth[at] && self.goes_on(run, at)) {
                Some(run) => run.push(at),
                None => runs.push(vec![at]),
            }
        }
        runs
    }

    /// Whether a cell stands over a run: no cell beside the run that cannot stand under it lies between them.
    fn reaches(&self, holder: usize, run: &[usize]) -> bool {
        let headings = self.headings;
        let lines = headings[run[0]].lines;
        let (from, to) = (headings[run[0]].middle(), headings[run[run.len() - 1]].middle());
        let middle = headings[holder].middle();
        let between = if middle > to { to + 1..middle } else { middle + 1..from };
        let beside = |h: &Heading| h.lines.0 <= lines.1 && lines.0 <= h.lines.1 && between.contains(&h.middle());
        !headings.iter().zip(&self.names).any(|(h, name)| beside(h) && !self.names[holder].may_hold(name))
    }

    /// Whether a cell goes on with a run of cells under one holder: it starts none anew, and no cell that stands under nothing lies between.
    fn goes_on(&self, run: &[usize], at: usize) -> bool {
        let (headings, name) = (self.headings, &self.names[at]);
        let (first, last) = (&self.names[run[0]], run[run.len() - 1]);
        let of_rows = first.kind() == Some(ColumnKind::Label);
        let again = name.is_label() && !self.names[last].is_label() || !of_rows && name.says_role() != first.says_role();
        let starts = matches!(name.as_str(), "合计" | "小计") && !of_rows || name.as_str() == "类" || name.as_str() == first.as_str() || again;
        let (from, to) = (headings[last].middle(), headings[at].middle());
        let parted = || {
            (0..headings.len()).any(|other| {
                let h = &headings[other];
                (from + 1..to).contains(&h.middle())
                    && self.holders[other].is_empty()
                    && h.lines.1 >= headings[at].lines.0.saturating_sub(1)
                    && !self.names[other].may_hold(name)
            })
        };
        !starts && !parted()
    }
}

/// How far a run lies off the cell that may hold it: heads are centred on what they hold, or start where it starts.
fn off(headings: &[Heading], run: &[usize], holder: usize) -> usize {
    // Middles this near are the same: the lower cell then is the nearer one.
    const SAME: usize = 6;
    let (first, last) = (&headings[run[0]].extent, &headings[run[run.len() - 1]].extent);
    let middles = headings[holder].middle().abs_diff(first.start + last.end);
    let starts = headings[holder].extent.start.abs_diff(first.start) * 2;
    middles.min(starts) / SAME
}

/// A cell that holds nothing but one role is broken there: 机关运行经费 over 预算数.
fn take_in_roles(headings: &mut Vec<Heading>) {
    let is_role = |h: &Heading| without_role(&names::bare(&h.name)).is_empty() && !matches!(h.name.as_str(), "收入" | "支出" | "金额");
    let mut at = 0;
    while at < headings.len() {
        let Some(holder) = headings[at].parent.filter(|_| is_role(&headings[at])) else {
            at += 1;
            continue;
        };
        let alone = headings.iter().filter(|h| h.parent == Some(holder)).count() == 1;
        if !alone || names::cost(&names::bare(&headings[holder].name)).is_none() {
            at += 1;
            continue;
        }
        let taken = headings.remove(at);
        let shifted = |index: usize| if index > at { index - 1 } else { index };
        for heading in headings.iter_mut() {
            heading.parent = heading.parent.map(shifted);
        }
        headings[shifted(holder)].go_on(&taken.name, taken.pieces, taken.lines.1);
    }
}

/// What it costs to put a head over a column, in half columns.
///
/// `names_rows` tells a head over words from one over numbers.
fn cost(heading: &Heading, names_rows: bool, column: &Column) -> usize {
    const WRONG_KIND: usize = 400;
    let apart = heading.extent.start.saturating_sub(column.extent.end) + column.extent.start.saturating_sub(heading.extent.end);
    let middles = heading.middle().abs_diff(column.extent.start + column.extent.end);
    let wrong = column.words != names_rows;
    apart * 4 + middles + usize::from(wrong) * WRONG_KIND
}

/// For each column of the body the head over it, in order, at the least cost; `None` if there are more columns than heads.
fn matched(headings: &[Heading], order: &[usize], columns: &[Column]) -> Option<Vec<usize>> {
    let (heads, bodies) = (order.len(), columns.len());
    if bodies > heads {
        return None;
    }
    let over_words = |at: &usize| matches!(kind_named(&names::bare(&headings[*at].name)), Some(ColumnKind::Label | ColumnKind::Words));
    let names_rows: Vec<bool> = order.iter().map(over_words).collect();
    // best[c][h]: the least cost of the first c columns over the first h heads.
    let mut best = vec![vec![usize::MAX / 2; heads + 1]; bodies + 1];
    best[0].fill(0);
    for c in 1..=bodies {
        for h in c..=heads {
            let here = best[c - 1][h - 1] + cost(&headings[order[h - 1]], names_rows[h - 1], &columns[c - 1]);
            best[c][h] = here.min(best[c][h - 1]);
        }
    }
    let mut matched = vec![0; bodies];
    let mut h = heads;
    for c in (1..=bodies).rev() {
        while h > c && best[c][h] == best[c][h - 1] {
            h -= 1;
        }
        matched[c - 1] = h - 1;
        h -= 1;
    }
    Some(matched)
}

/// Whether no column of numbers lies below another head than its own, and none far from its own.
fn is_sure(headings: &[Heading], order: &[usize], matched: &[usize], columns: &[Column]) -> bool {
    const FAR: usize = 12;
    // A group without what it holds: the lines below it were not understood.
    let bare = |leaf: &Heading| leaf.name == "本年支出" && headings.iter().any(|h| h.name == "基本支出" && h.lines.0 > leaf.lines.1);
    if order.iter().any(|leaf| bare(&headings[*leaf])) {
        return false;
    }
    let apart = |a: &Range<usize>, b: &Range<usize>| a.start.saturating_sub(b.end) + b.start.saturating_sub(a.end);
    columns.iter().zip(matched).filter(|(column, _)| !column.words).all(|(column, own)| {
        let gap = apart(&headings[order[*own]].extent, &column.extent);
        let below_another = order.iter().enumerate().any(|(at, leaf)| at != *own && apart(&headings[*leaf].extent, &column.extent) == 0);
        gap == 0 || gap <= FAR && !below_another
    })
}

/// The columns of the body that stand below one head: the three parts of a code below 科目编码, every other one alone.
fn groups(headings: &[Heading], columns: &[Column]) -> Vec<Range<usize>> {
    let parted = headings.iter().any(|h| h.name == "款");
    let codes = headings.iter().any(|h| h.name.contains("编码") || h.name.contains("代码"));
    let words = columns.iter().position(|c| c.words).unwrap_or(0);
    let joined = if codes && !parted && words > 1 { words } else { 1 };
    std::iter::once(0..joined).chain((joined..columns.len()).map(|at| at..at + 1)).collect()
}

fn united(columns: &[Column]) -> Column {
    let end = columns.last().map_or(0, |c| c.extent.end);
    Column { extent: columns[0].extent.start..end, ..columns[0].clone() }
}

/// Lays the head out: groups above, the own head of each column down to the last row.
fn cells(headings: &[Heading], order: &[usize], matched: &[usize], groups: &[Range<usize>]) -> SpreadHead {
    let path = |leaf: usize| {
        let mut path: Vec<usize> = std::iter::successors(Some(leaf), |at| headings[*at].parent).collect();
        path.reverse();
        path
    };
    let rows = order.iter().map(|leaf| path(*leaf).len()).max().unwrap_or(0);
    let mut cells: Vec<Cell> = Vec::new();
    let mut last: Vec<Option<usize>> = vec![None; rows];
    let mut places = Vec::new();
    let mut column = 0;
    for (at, leaf) in order.iter().enumerate() {
        let path = path(*leaf);
        let width = matched.iter().position(|own| *own == at).map_or(1, |group| groups[group].len());
        for (row, at) in path.iter().enumerate() {
            let own = row + 1 == path.len();
            if !own && last[row] == Some(*at) {
                if let Some(cell) = cells.iter_mut().rev().find(|c| c.row == row) {
                    cell.column_span += width;
                }
                continue;
            }
            let mut pieces = headings[*at].pieces.iter().cloned();
            let text = pieces.next().unwrap_or(0..0);
            let row_span = if own { rows - row } else { 1 };
            cells.push(Cell { row_span, column_span: width, rest: pieces.collect(), ..Cell::single(row, column, text) });
        }
        if matched.contains(&at) {
            places.extend(column..column + width);
        }
        column += width;
        last = (0..rows).map(|row| path.get(row).copied()).collect();
    }
    cells.sort_by_key(|c| (c.row, c.column));
    let unknown = headings.iter().filter(|h| !h.is_head()).count();
    SpreadHead { cells, rows, places, unknown }
}
