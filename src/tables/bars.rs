//! Tables whose cells stand between bars.

use super::column::{kind_named, without_role};
use super::head::plain;
use super::lattice::{Cell, Lattice};
use super::text::{Line, Word};
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

/// A lattice of lines with bars.
pub(super) fn lattice(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Lattice {
    let place = |line: &Line<'_>, part: &str| ledger.folded.place(line.span(part.trim()));
    let rows: Vec<Vec<Range<usize>>> = lines.iter().map(|line| cells(line.text).into_iter().map(|part| place(line, part)).collect()).collect();
    let rows: Vec<Vec<Range<usize>>> = rows.into_iter().filter(|row: &Vec<_>| !row.is_empty()).collect();
    let moved = moved_left(ledger, &rows);
    let mut placed = Vec::new();
    for (row, texts) in rows.into_iter().enumerate() {
        match &moved {
            Some(head) if row == head.row => placed.extend(head.upper(texts)),
            Some(head) if row == head.row + 1 => placed.extend(head.lower(texts)),
            _ => placed.extend(texts.into_iter().enumerate().map(|(column, text)| Cell::single(row, column, text))),
        }
    }
    Lattice::new(placed)
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

/// Whether the head was moved so; `None` unless there is one way to put it back.
fn moved_left(ledger: &Ledger<'_>, rows: &[Vec<Range<usize>>]) -> Option<MovedLeft> {
    let words = |text: &Range<usize>| plain(ledger.text(text.clone()).trim()).into_owned();
    // The cells of a row that has blank ones at its end only.
    let leading = |row: &[Range<usize>]| {
        let filled = row.iter().take_while(|text| !text.is_empty()).count();
        row[filled..].iter().all(Range::is_empty).then_some(filled)
    };
    let width = rows.last()?.len();
    let states = |row: &Vec<Range<usize>>| row.iter().any(|text| matches!(Word::of(&words(text)), Word::Amount | Word::Number));
    let body = rows.iter().position(states)?;
    let row = rows[..body].windows(2).position(|pair| {
        let [upper, lower] = [&pair[0], &pair[1]].map(|row| leading(row).filter(|_| row.len() == width).unwrap_or_default());
        upper > 1 && lower > 1 && upper < width && upper + lower == width + 1
    })?;
    let filled = leading(&rows[row])?;
    // 上年决算数 says the role of one column, 比上年增减情况 what columns below it compare.
    let groups = |name: &str| kind_named(name).is_none() && (name.starts_with('比') || !without_role(name).is_empty());
    let over = (1..filled).rev().find(|at| groups(&words(&rows[row][*at])))?;
    Some(MovedLeft { row, filled, over, below: width + 1 - filled })
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
