//! Performance tables with one cell a line: their cells put on a lattice by the heads above them.
//!
//! A line does not say which column its cell stands in. Rows start behind a blank line, but an empty cell may be a blank line too, so
//! that a row can lack cells at its start, where a merged cell reaches down, and at its end, where a remark is missing.

use super::words::{self, Head, Heads};
use crate::ledger::Ledger;
use crate::tables::amount::{content, Content};
use crate::tables::lattice::{Cell, Lattice};
use smallvec::{smallvec, SmallVec};
use std::ops::Range;

/// A cell with its words, white space removed.
#[derive(Debug)]
struct Line {
    range: Range<usize>,
    text: String,
    /// What it says as a head.
    head: Option<Head>,
    /// Whether a row starts with it that nothing else parts from the one before.
    starts: bool,
}

impl Line {
    fn of(ledger: &Ledger<'_>, range: Range<usize>) -> Line {
        let text = ledger.printed(range.clone());
        let (head, starts) = words::head_or_start(&text);
        Line { range, text, head, starts }
    }
}

/// The first column below a head; what stands before its first cell stands left of it.
const FIRST: usize = 8;

/// The cells of a range of folded text on a lattice.
pub(super) fn lattice(ledger: &Ledger<'_>, range: Range<usize>) -> Lattice {
    let mut placing = Placing::default();
    for row in rows(ledger.text(range.clone()), range.start) {
        let mut lines: Vec<Line> = row.into_iter().map(|range| Line::of(ledger, range)).collect();
        part(&mut lines);
        lines.chunk_by(|_, next| !next.starts).for_each(|row| placing.row(row));
    }
    Lattice::new(placing.cells)
}

/// Where the cells of a row stand.
type Ranges = SmallVec<[Range<usize>; 8]>;

/// The rows: a vertical tab starts one, a tab starts a cell, a line without either goes on with the cell before.
fn rows(text: &str, start: usize) -> Vec<Ranges> {
    let mut rows: Vec<Ranges> = Vec::new();
    let mut at = start;
    while at < start + text.len() {
        let line = &text[at - start..];
        let body = memchr::memchr(b'\n', line.as_bytes()).map_or(line, |end| &line[..end]);
        let end = at + body.len();
        match body.chars().next() {
            Some('\x0b') => rows.push(smallvec![at + 1..end]),
            Some('\t') => match rows.last_mut() {
                Some(row) => row.push(at + 1..end),
                None => rows.push(smallvec![at + 1..end]),
            },
            Some(_) => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.end = end;
                }
            }
            None => {}
        }
        at = end + 1;
    }
    rows
}

/// A row without a blank line behind it holds the next ones too: a part of the table starts with its label, or with the heads of the goal.
fn part(row: &mut [Line]) {
    let heads = |line: Option<&Line>| matches!(line.and_then(|line| line.head), Some(Head::Goal | Head::Reached));
    for at in 1..row.len() {
        row[at].starts |= heads(row.get(at)) && heads(row.get(at + 1)) && !heads(row.get(at - 1));
    }
}

#[derive(Debug, Default)]
struct Placing {
    cells: Vec<Cell>,
    rows: usize,
    /// The open head, from its first column on.
    heads: Vec<Option<Head>>,
    /// The number of columns of the widest head so far.
    widest: usize,
}

impl Placing {
    fn row(&mut self, row: &[Line]) {
        let texts: SmallVec<[&str; 8]> = row.iter().map(|l| l.text.as_str()).collect();
        let heads: Heads = row.iter().map(|line| line.head).collect();
        let start = self.head(heads).or_else(|| self.fit(&texts));
        // Behind all columns: no head says what it is.
        self.widest = self.widest.max(self.heads.len());
        let start = start.unwrap_or(FIRST + self.widest + 1);
        let row = row.iter().enumerate().map(|(at, line)| Cell::single(self.rows, start + at, line.range.clone()));
        self.cells.extend(row);
        self.rows += 1;
    }

    /// Takes a row as the head of the rows below; where its first cell stands.
    fn head(&mut self, row: Heads) -> Option<usize> {
        let heads = row.as_slice();
        let first = if row.are_of_indicators() {
            heads.iter().position(|head| head.is_some_and(Head::is_level))
        } else if let Some((goal, _)) = row.of_goal() {
            Some(goal)
        } else if row.are_of_money() {
            heads.iter().position(|head| matches!(head, Some(Head::Money(..))))
        } else {
            None
        };
        let first = first.filter(|first| *first <= FIRST)?;
        self.heads = heads[first..].to_vec();
        Some(FIRST - first)
    }

    /// Where the first cell of a row stands below the open head; `None` if the row does not fit it.
    fn fit(&mut self, texts: &[&str]) -> Option<usize> {
        let wide = self.heads.len();
        let first = texts.first()?;
        if wide == 0 || words::label_maybe(first).is_some() || words::starts_part(first) {
            self.heads.clear();
            return None;
        }
        if self.heads[0] == Some(Head::Goal) {
            // One row of cells stands below it.
            self.heads.clear();
            return texts.len().checked_sub(wide).filter(|more| *more <= 1).map(|more| FIRST - more);
        }
        if texts.len() >= wide {
            let more = texts.len() - wide;
            return (more <= FIRST && self.holds(&texts[more..], 0)).then(|| FIRST - more);
        }
        let levels = self.heads.iter().take_while(|head| matches!(head, Some(Head::Level1 | Head::Level2))).count();
        let remarks = self.heads.iter().rev().take_while(|head| **head == Some(Head::Remark)).count();
        let missing = wide - texts.len();
        let from = (0..=levels.min(missing)).find(|from| missing - from <= remarks && self.holds(texts, *from))?;
        Some(FIRST + from)
    }

    /// Whether cells fit the heads from one of them on: amounts stand below heads of amounts only.
    fn holds(&self, texts: &[&str], from: usize) -> bool {
        let pairs = self.heads[from..].iter().zip(texts);
        pairs.enumerate().all(|(at, (head, text))| match head {
            // The first may be over the labels: 年度预算数（万元）.
            Some(Head::Money(..)) if at == 0 => true,
            Some(Head::Money(..) | Head::Weight | Head::Score) => !matches!(content(text), Content::Words),
            Some(head) if head.is_level() => !matches!(content(text), Content::Amount(_)),
            _ => true,
        })
    }
}
