//! The head of a table that is kept apart by blanks: which words stand over which columns.

use super::head::plain;
use super::lattice::Cell;
use super::spacing::{Segment, Strip};
use crate::ledger::Ledger;
use std::ops::Range;

/// The head as cells of a lattice.
pub(super) struct SpreadHead {
    pub(super) cells: Vec<Cell>,
    /// How many rows it has.
    pub(super) rows: usize,
    /// The column of the lattice for each column of the body: columns that only the head has stand between them.
    pub(super) places: Vec<usize>,
}

/// A column with the head cells over it.
#[derive(Debug, Clone, Default)]
struct Stem {
    extent: Range<usize>,
    /// The column of the body; `None` for one that is blank there.
    body: Option<usize>,
    /// The pieces of its own head, from the top.
    pieces: Vec<Range<usize>>,
    /// The groups it stands in, from the top.
    groups: Vec<usize>,
}

/// Reads the lines above the body over columns that reach as `extents` say.
pub(super) fn head(ledger: &Ledger<'_>, lines: &[Strip], extents: &[Range<usize>]) -> SpreadHead {
    let lines: Vec<&Strip> = lines.iter().filter(|line| !is_ordinals(ledger, line)).collect();
    let mut stems: Vec<Stem> = extents.iter().enumerate().map(|(at, extent)| Stem { extent: extent.clone(), body: Some(at), ..Stem::default() }).collect();
    add_blank_columns(&lines, &mut stems);
    let mut groups: Vec<Segment> = Vec::new();
    for (depth, line) in lines.iter().enumerate() {
        for (at, segment) in line.segments.iter().enumerate() {
            let members = members(ledger, &lines, depth, at, &stems);
            match members.as_slice() {
                [only] => stems[*only].pieces.push(segment.text.clone()),
                several => {
                    for stem in several {
                        stems[*stem].groups.push(groups.len());
                    }
                    groups.push(segment.clone());
                }
            }
        }
    }
    cells(&stems, &groups)
}

/// A line of 栏次.
fn is_ordinals(ledger: &Ledger<'_>, line: &Strip) -> bool {
    line.segments.iter().any(|s| plain(ledger.text(s.text.clone())) == "栏次") || line.segments.iter().all(|s| s.word == super::text::Word::Number)
}

/// Columns that print nothing below their head.
fn add_blank_columns(lines: &[&Strip], stems: &mut Vec<Stem>) {
    let headed: Vec<bool> = stems.iter().map(|stem| lines.iter().any(|l| l.segments.iter().any(|s| s.overlaps(&stem.extent)))).collect();
    let mut blank: Vec<Range<usize>> = Vec::new();
    for segment in lines.iter().flat_map(|l| &l.segments) {
        if stems.iter().any(|stem| segment.overlaps(&stem.extent)) {
            continue;
        }
        if nearest(segment, stems).is_some_and(|at| !headed[at]) {
            continue;
        }
        match blank.iter_mut().find(|extent| segment.overlaps(extent)) {
            Some(extent) => *extent = extent.start.min(segment.start)..extent.end.max(segment.end),
            None => blank.push(segment.start..segment.end),
        }
    }
    stems.extend(blank.into_iter().map(|extent| Stem { extent, ..Stem::default() }));
    stems.sort_by_key(|stem| stem.extent.start);
}

/// The column that lies nearest to a segment.
fn nearest(segment: &Segment, stems: &[Stem]) -> Option<usize> {
    let gap = |stem: &Stem| segment.start.saturating_sub(stem.extent.end) + stem.extent.start.saturating_sub(segment.end);
    let middle = |stem: &Stem| (stem.extent.start + stem.extent.end).abs_diff(segment.middle());
    (0..stems.len()).min_by_key(|at| (gap(&stems[*at]), middle(&stems[*at])))
}

/// Head cells that have others below them.
const GROUPS: &[&str] = &["收入", "支出", "项目", "本年收入", "本年支出", "预算数", "决算数", "科目编码", "功能分类科目编码", "支出功能分类科目编码"];

/// The start of head cells that have others below them.
const GROUP_STARTS: &[&str] = &["公务用车购置", "三公经费", "“三公”经费", "收入预算", "支出预算", "财政拨款支出", "财政拨款收入", "其中", "一般公共预算基本支出"];

/// The columns that a head cell stands over.
fn members(ledger: &Ledger<'_>, lines: &[&Strip], depth: usize, at: usize, stems: &[Stem]) -> Vec<usize> {
    let line = lines[depth];
    let segment = &line.segments[at];
    let over: Vec<usize> = (0..stems.len()).filter(|stem| segment.overlaps(&stems[*stem].extent)).collect();
    let Some(near) = nearest(segment, stems) else { return Vec::new() };
    let name = plain(ledger.text(segment.text.clone()));
    let may_group = GROUPS.contains(&name.as_str()) || GROUP_STARTS.iter().any(|start| name.starts_with(start)) || name.ends_with("预算数") || name.ends_with("决算数");
    let left = at.checked_sub(1).map_or(0, |before| line.segments[before].end);
    let right = line.segments.get(at + 1).map_or(usize::MAX, |next| next.start);
    let beneath = |stem: &Stem| {
        let own = |s: &Segment| s.overlaps(&stem.extent) || nearest(s, stems).is_some_and(|n| stems[n].extent == stem.extent);
        lines[depth + 1..].iter().any(|l| l.segments.iter().any(own))
    };
    let divided = |stem: usize| (left..right).contains(&((stems[stem].extent.start + stems[stem].extent.end) / 2)) && beneath(&stems[stem]);
    if over.len() > 1 && over.iter().all(|stem| divided(*stem)) {
        return grown(segment, over[0], over[over.len() - 1], stems, &divided, may_group);
    }
    if !may_group || !divided(near) {
        return vec![near];
    }
    grown(segment, near, near, stems, &divided, may_group)
}

/// The run of divided columns around `first..=last` whose middle lies nearest to that of the head cell.
fn grown(segment: &Segment, first: usize, last: usize, stems: &[Stem], divided: &impl Fn(usize) -> bool, may_group: bool) -> Vec<usize> {
    let off = |first: usize, last: usize| (stems[first].extent.start + stems[last].extent.end).abs_diff(segment.middle());
    let mut best = (off(first, last), first, last);
    if may_group {
        let lowest = (0..=first).rev().take_while(|at| divided(*at)).last().unwrap_or(first);
        let highest = (last..stems.len()).take_while(|at| divided(*at)).last().unwrap_or(last);
        for from in lowest..=first {
            for to in last..=highest {
                best = best.min((off(from, to), from, to));
            }
        }
    }
    (best.1..=best.2).collect()
}

/// Lays the stems out: groups above, the own head of each column down to the last row.
fn cells(stems: &[Stem], groups: &[Segment]) -> SpreadHead {
    let rows = stems.iter().map(|stem| stem.groups.len() + 1).max().unwrap_or(0);
    let mut cells: Vec<Cell> = Vec::new();
    let mut places = vec![0; stems.iter().filter(|s| s.body.is_some()).count()];
    for (column, stem) in stems.iter().enumerate() {
        if let Some(body) = stem.body {
            places[body] = column;
        }
        for (row, group) in stem.groups.iter().enumerate() {
            let same = |cell: &&mut Cell| cell.row == row && cell.text == groups[*group].text && cell.column + cell.column_span == column;
            match cells.iter_mut().rev().find(same) {
                Some(cell) => cell.column_span += 1,
                None => cells.push(Cell::single(row, column, groups[*group].text.clone())),
            }
        }
        let depth = stem.groups.len();
        let mut pieces = stem.pieces.iter().cloned();
        let text = pieces.next().unwrap_or(0..0);
        cells.push(Cell { row_span: rows - depth, rest: pieces.collect(), ..Cell::single(depth, column, text) });
    }
    cells.sort_by_key(|c| (c.row, c.column));
    SpreadHead { cells, rows, places }
}
