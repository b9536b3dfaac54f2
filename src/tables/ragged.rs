//! Rows whose cells stand in order but do not say how many columns they cover: what merged cells cover follows from the rows below.

use super::holding::HeadName;
use super::lattice::{Cell, Lattice};
use super::text::Word;
use crate::within::has;
use std::borrow::Cow;
use std::ops::Range;

/// A cell of a list.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    /// Its folded text; empty for a blank cell.
    pub(super) text: Range<usize>,
    /// What it holds; `None` for a blank cell.
    pub(super) word: Option<Word>,
    /// Its text without blanks.
    pub(super) name: Cow<'a, str>,
}

impl Entry<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.word.is_none()
    }
}

/// A cell of the head; it is blank where the cell above goes on.
struct HeadCell<'e> {
    entry: &'e Entry<'e>,
    name: HeadName<'e>,
}

/// A cell of the head and the columns it covers.
#[derive(Clone)]
struct Placed<'e> {
    head: &'e HeadCell<'e>,
    columns: Range<usize>,
}

impl Placed<'_> {
    fn is_blank(&self) -> bool {
        self.head.entry.is_blank()
    }
}

/// A row of the head over all columns.
type Level<'e> = Vec<Placed<'e>>;

/// The deepest head of a list.
const DEEPEST: usize = 4;

/// Lays out a table of `width` columns of which `codes` are those of a code: the head in the order of its cells, the body in rows.
///
/// `None` where the head can be laid over the columns in more ways than one, or in none.
pub(super) fn lattice(head: &[Entry<'_>], body: &[&[Entry<'_>]], width: usize, codes: usize) -> Option<Lattice> {
    let fits = |row: &&[Entry<'_>]| row.len() == width || row.len() < width && row.first().is_some_and(|first| is_total(&first.name));
    if !body.iter().all(fits) {
        return None;
    }
    let head: Vec<HeadCell<'_>> = head.iter().map(|entry| HeadCell { entry, name: HeadName::of(&entry.name) }).collect();
    let levels = stacked(&head, width, codes)?;
    let mut cells = head_cells(&levels);
    let above = levels.len();
    for (row, entries) in body.iter().enumerate() {
        let short = width - entries.len();
        for (at, entry) in entries.iter().enumerate() {
            let (column, span) = if at == 0 { (0, short + 1) } else { (at + short, 1) };
            cells.push(Cell { column_span: span, ..Cell::single(above + row, column, entry.text.clone()) });
        }
    }
    Some(Lattice::new(cells))
}

/// Whether a row opens with the name of a total.
pub(super) fn is_total(name: &str) -> bool {
    matches!(name, "合计" | "总计" | "小计") || name.ends_with("合计")
}

/// The rows of the head from the top, told from the lowest one.
fn stacked<'e>(head: &'e [HeadCell<'e>], width: usize, codes: usize) -> Option<Vec<Level<'e>>> {
    let whole = lowest(head, width, codes).and_then(|(rest, level)| upper(rest, level, DEEPEST - 1));
    let mut levels = whole?;
    levels.reverse();
    Some(levels)
}

/// The lowest row of the head, and what stands above it.
fn lowest<'e>(head: &'e [HeadCell<'e>], width: usize, codes: usize) -> Option<(&'e [HeadCell<'e>], Level<'e>)> {
    if let Some(split) = head.len().checked_sub(width) {
        let (rest, row) = head.split_at(split);
        let level: Level<'_> = row.iter().enumerate().map(|(column, head)| Placed { head, columns: column..column + 1 }).collect();
        let parts = row.first().is_some_and(|first| first.entry.name == "类");
        // One head over the parts of a code: the row has fewer cells.
        if codes == 1 || parts || !row.iter().any(is_code_head) {
            return Some((rest, level));
        }
    }
    let split = head.len().checked_sub(width.checked_sub(codes)? + 1)?;
    let (rest, row) = head.split_at(split);
    let mut at = 0;
    let mut level = Vec::with_capacity(row.len());
    for head in row {
        let own = if is_code_head(head) { codes } else { 1 };
        level.push(Placed { head, columns: at..at + own });
        at += own;
    }
    (at == width).then_some((rest, level))
}

fn is_code_head(head: &HeadCell<'_>) -> bool {
    has(&head.entry.name, "编码") || has(&head.entry.name, "代码")
}

/// The rows above a row, from the lowest up; `None` unless there is one way only.
fn upper<'e>(rest: &'e [HeadCell<'e>], lower: Level<'e>, depth: usize) -> Option<Vec<Level<'e>>> {
    if rest.is_empty() {
        return Some(vec![lower]);
    }
    let mut found = None;
    for split in 0..rest.len() {
        if split > 0 && depth < 2 {
            break;
        }
        let Some(row) = over(&rest[split..], &lower).or_else(|| over_costs(&rest[split..], &lower)) else { continue };
        let Some(mut levels) = upper(&rest[..split], row, depth - 1) else { continue };
        if found.is_some() {
            return None;
        }
        levels.insert(0, lower.clone());
        found = Some(levels);
    }
    found
}

/// Lays a row over the one below it: a cell over each blank one, the others over groups; `None` unless there is one way only.
fn over<'e>(row: &'e [HeadCell<'e>], lower: &[Placed<'e>]) -> Option<Level<'e>> {
    if row.len() > lower.len() {
        return None;
    }
    // ways[u][l]: in how many ways the cells from u on lie over those from l on, two at most; and how many cells the first one takes.
    let mut ways = vec![vec![(0u8, 0usize); lower.len() + 1]; row.len() + 1];
    ways[row.len()][lower.len()].0 = 1;
    for u in (0..row.len()).rev() {
        for l in (0..lower.len()).rev() {
            let longest = if lower[l].is_blank() { 1 } else { group_limit(&row[u], &lower[l..]) };
            for take in 1..=longest {
                let behind = ways[u + 1][l + take].0;
                if behind > 0 {
                    let own = &mut ways[u][l];
                    *own = (own.0.saturating_add(behind).min(2), take);
                }
            }
        }
    }
    if ways[0][0].0 != 1 {
        return None;
    }
    let mut level = Vec::with_capacity(row.len());
    let mut at = 0;
    for (u, head) in row.iter().enumerate() {
        let take = ways[u][at].1;
        level.push(Placed { head, columns: lower[at].columns.start..lower[at + take - 1].columns.end });
        at += take;
    }
    Some(level)
}

/// 人员经费 over the first panel, 公用经费 over the others, as the form of basic expenditure has them.
fn over_costs<'e>(row: &'e [HeadCell<'e>], lower: &[Placed<'e>]) -> Option<Level<'e>> {
    let [first, second] = row else { return None };
    if first.entry.name != "人员经费" || second.entry.name != "公用经费" {
        return None;
    }
    let behind = lower.iter().skip(1).find(|cell| cell.head.entry.name == lower[0].head.entry.name)?.columns.start;
    let end = lower.last()?.columns.end;
    Some(vec![Placed { head: first, columns: 0..behind }, Placed { head: second, columns: behind..end }])
}

/// How many of the cells below can stand under a head: none twice, labels first, and not both 预算数 and costs.
fn group_limit(group: &HeadCell<'_>, lower: &[Placed<'_>]) -> usize {
    if group.entry.is_blank() {
        return 0;
    }
    let first = &lower[0].head.name;
    let totals = matches!(first.as_str(), "小计" | "合计");
    // Whether all names so far are labels, and whether any is.
    let (mut all, mut any) = (true, false);
    let mut count = 0;
    for (at, cell) in lower.iter().enumerate() {
        let name = &cell.head.name;
        if cell.is_blank() || !(totals || group.name.may_hold(name)) || lower[..at].iter().any(|other| other.head.name.as_str() == name.as_str()) {
            break;
        }
        let label = name.is_label();
        any |= label;
        let starts_anew = label && !all;
        if starts_anew || !any && name.is_role() != first.is_role() {
            break;
        }
        all &= label;
        count += 1;
    }
    count
}

/// The cells of the head; one over blank cells reaches down over them.
fn head_cells(levels: &[Level<'_>]) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (row, level) in levels.iter().enumerate() {
        for placed in level.iter().filter(|placed| !placed.is_blank()) {
            let goes_on = |level: &&Level<'_>| level.iter().any(|below| below.is_blank() && below.columns == placed.columns);
            let row_span = 1 + levels[row + 1..].iter().take_while(goes_on).count();
            let column_span = placed.columns.len();
            cells.push(Cell { row_span, column_span, ..Cell::single(row, placed.columns.start, placed.head.entry.text.clone()) });
        }
    }
    cells
}
