//! Tables whose cells stand between bars.

use super::column::{kind_named, without_role, ColumnKind};
use super::head::plain;
use super::lattice::{Cell, Lattice};
use super::printed::Line;
use super::text::{Stretches, Word};
use crate::ledger::Ledger;
use std::ops::Range;

pub(super) fn is_bar(c: char) -> bool {
    matches!(c, '|' | '│' | '┃' | '｜' | '║')
}

/// The cells of a line; none of a line that only rules.
fn cells(text: &str) -> Vec<&str> {
    let trimmed = text.trim();
    if trimmed.chars().all(|c| is_bar(c) || matches!(c, '-' | ':' | '+' | ' ' | '─' | '━' | '┼' | '├' | '┤' | '┌' | '┐' | '└' | '┘' | '┬' | '┴' | '='))
    {
        return Vec::new();
    }
    let inner = trimmed.strip_prefix(is_bar).unwrap_or(trimmed);
    inner.strip_suffix(is_bar).unwrap_or(inner).split(is_bar).collect()
}

/// Reads lines with bars; none where the head does not say which columns its cells are over.
pub(super) fn stretches(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Stretches {
    let place = |line: &Line<'_>, part: &str| ledger.folded.place(line.span(part.trim()));
    let rows: Vec<Vec<Range<usize>>> = lines.iter().map(|line| cells(line.text).into_iter().map(|part| place(line, part)).collect()).collect();
    let rows: Vec<Vec<Range<usize>>> = rows.into_iter().filter(|row: &Vec<_>| !row.is_empty()).collect();
    let head = Head::of(ledger, &rows);
    let moved = head.as_ref().and_then(|head| head.moved_left(ledger));
    if moved.is_none() && head.is_some_and(|head| head.is_unclear(ledger)) {
        return Stretches { unread: true, ..Stretches::default() };
    }
    let mut placed = Vec::new();
    for (row, texts) in rows.into_iter().enumerate() {
        match &moved {
            Some(head) if row == head.row => placed.extend(head.upper(texts)),
            Some(head) if row == head.row + 1 => placed.extend(head.lower(texts)),
            _ => placed.extend(texts.into_iter().enumerate().map(|(column, text)| Cell::single(row, column, text))),
        }
    }
    Lattice::new(placed).into()
}

fn words(ledger: &Ledger<'_>, text: &Range<usize>) -> String {
    plain(ledger.text(text.clone()).trim()).into_owned()
}

/// The rows above the first one with a number.
struct Head<'r> {
    rows: &'r [Vec<Range<usize>>],
    /// For each row the number of its cells, where blank ones stand at its end only.
    filled: Vec<Option<usize>>,
    width: usize,
}

impl<'r> Head<'r> {
    fn of(ledger: &Ledger<'_>, rows: &'r [Vec<Range<usize>>]) -> Option<Self> {
        let states = |row: &Vec<Range<usize>>| row.iter().any(|text| matches!(Word::of(&words(ledger, text)), Word::Amount | Word::Number));
        let width = rows.iter().map(Vec::len).max()?;
        let body = rows.iter().position(states)?;
        let leading = |row: &Vec<Range<usize>>| {
            let filled = row.iter().take_while(|text| !text.is_empty()).count();
            (row.len() == width && row[filled..].iter().all(Range::is_empty)).then_some(filled)
        };
        Some(Head { rows: &rows[..body], filled: rows[..body].iter().map(leading).collect(), width })
    }

    /// Whether merged cells left their places in a row below another that names columns: it has cells at its start only, and none is 类 or 款.
    fn is_unclear(&self, ledger: &Ledger<'_>) -> bool {
        let naming = |row: &Vec<Range<usize>>| row.iter().filter(|text| !text.is_empty()).count() > 1;
        let upper = self.rows.iter().position(naming);
        let below = self.filled.iter().enumerate().skip(upper.map_or(usize::MAX, |upper| upper + 1));
        let short = |filled: &Option<usize>| filled.is_some_and(|filled| filled > 1 && filled < self.width);
        let parts = |row: usize| kind_named(&words(ledger, &self.rows[row][0])) == Some(ColumnKind::Code);
        below.filter(|(_, filled)| short(filled)).any(|(row, _)| !parts(row))
    }

    /// The two rows that can be put back; `None` unless there is one way.
    fn moved_left(&self, ledger: &Ledger<'_>) -> Option<MovedLeft> {
        let pair = |pair: &[Option<usize>]| match pair {
            [Some(upper), Some(lower)] => *upper > 1 && *lower > 1 && *upper < self.width && upper + lower == self.width + 1,
            _ => false,
        };
        let row = self.filled.windows(2).position(pair)?;
        let filled = self.filled[row]?;
        // 上年决算数 says the role of one column, 比上年增减情况 what columns below it compare.
        let groups = |name: &str| kind_named(name).is_none() && (name.starts_with('比') || !without_role(name).is_empty());
        let mut over = (1..filled).filter(|at| groups(&words(ledger, &self.rows[row][*at])));
        let over = over.next().filter(|_| over.next().is_none())?;
        Some(MovedLeft { row, filled, over, below: self.width + 1 - filled })
    }
}

/// Two rows of a head whose merged cells left their places to the cells behind them: `项目 | 上年 | 增减 | |` above `金额 | 幅度 | | |`.
struct MovedLeft {
    row: usize,
    /// The cells of the upper row.
    filled: usize,
    /// The one of them over the cells of the lower row, and how many these are.
    over: usize,
    below: usize,
}

impl MovedLeft {
    fn upper(&self, texts: Vec<Range<usize>>) -> impl Iterator<Item = Cell> + '_ {
        texts.into_iter().take(self.filled).enumerate().map(|(at, text)| {
            let column = if at > self.over { at + self.below - 1 } else { at };
            let (row_span, column_span) = if at == self.over { (1, self.below) } else { (2, 1) };
            Cell { row_span, column_span, ..Cell::single(self.row, column, text) }
        })
    }

    fn lower(&self, texts: Vec<Range<usize>>) -> impl Iterator<Item = Cell> + '_ {
        texts.into_iter().take(self.below).enumerate().map(|(at, text)| Cell::single(self.row + 1, self.over + at, text))
    }
}
