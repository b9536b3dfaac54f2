//! Columns by the order of what stands in a line: programs that print pages push the rest of a line on where labels are long.
//!
//! The longest lines show all columns; what stands in a shorter line is laid over them in order, as near as it can be.

use super::amount::trimmed;
use super::spacing::{is_code, Column, Columns, Fit, Segment, Strip};
use super::text::Word;
use crate::ledger::Ledger;
use std::collections::HashMap;

/// What it costs more to lay an amount over a column of codes, or a code over one of amounts.
const OTHER_KIND: usize = 60;

/// What it costs at least to lay a line over the columns in any other way, if its own is sure.
const MARGIN: usize = 5;

/// A number this far from where its column stands belongs to none.
const FAR: usize = 14;

/// No way at all.
const NEVER: usize = usize::MAX / 4;

/// The columns of the body; `None` where a line can be laid over them in more than one way.
pub(super) fn columns(ledger: &Ledger<'_>, body: &[Strip<'_>]) -> Option<Laid> {
    let shape = longest(body)?;
    let is_full =
        |strip: &Strip<'_>| strip.segments.len() == shape.len() && strip.segments.iter().zip(&shape).all(|(s, words)| (s.word == Word::Words) == *words);
    let mut places = Vec::with_capacity(body.len());
    let mut doubt = 0;
    let all = Tracks::of(ledger, &shape, body.iter().filter(|strip| is_full(strip)));
    for page in body.chunk_by(|a, b| a.page == b.page) {
        let own = page.iter().any(is_full).then(|| Tracks::of(ledger, &shape, page.iter().filter(|strip| is_full(strip))));
        let tracks = own.as_ref().unwrap_or(&all);
        for strip in page {
            if is_full(strip) {
                places.extend((0..shape.len()).map(Some));
                continue;
            }
            let (cost, laid) = tracks.lay(ledger, strip)?;
            doubt += cost;
            places.extend(laid.into_iter().map(Some));
        }
    }
    Some(Laid { columns: Columns { columns: all.columns(), places }, doubt })
}

/// The body laid over its columns, and at what cost.
pub(super) struct Laid {
    columns: Columns,
    doubt: usize,
}

impl Fit for Laid {
    fn doubt(&self) -> usize {
        self.doubt
    }

    fn columns(self, _: &[Strip<'_>]) -> Columns {
        self.columns
    }
}

/// Which segments of the longest lines hold words; of several kinds of line the one seen most.
fn longest(body: &[Strip<'_>]) -> Option<Vec<bool>> {
    let length = body.iter().map(|strip| strip.segments.len()).max().filter(|length| *length > 1)?;
    let mut seen: HashMap<Vec<bool>, usize> = HashMap::new();
    for strip in body.iter().filter(|strip| strip.segments.len() == length) {
        *seen.entry(strip.segments.iter().map(|s| s.word == Word::Words).collect()).or_default() += 1;
    }
    // A line of another kind that is as long has a column that these lines have not.
    (seen.len() == 1).then(|| seen.into_keys().next())?.filter(|shape| shape.contains(&true) && shape.contains(&false))
}

/// Where a column stands in the longest lines.
#[derive(Debug, Clone, Default)]
struct Track {
    words: bool,
    /// Whether all its numbers are digits only, and the most digits of one.
    plain: bool,
    longest: usize,
    lines: usize,
    starts: usize,
    ends: usize,
    least: usize,
    most: usize,
}

impl Track {
    fn start(&self) -> usize {
        self.starts / self.lines.max(1)
    }

    fn end(&self) -> usize {
        self.ends / self.lines.max(1)
    }

    fn add(&mut self, ledger: &Ledger<'_>, segment: &Segment) {
        let first = self.lines == 0;
        self.words = segment.word == Word::Words;
        self.plain = (first || self.plain) && segment.word == Word::Number;
        self.longest = self.longest.max(trimmed(ledger.text(segment.text.clone())).len());
        self.lines += 1;
        self.starts += segment.start;
        self.ends += segment.end;
        self.least = if first { segment.start } else { self.least.min(segment.start) };
        self.most = self.most.max(segment.end);
    }

    /// What it costs to lay a segment here: how far it lies off.
    fn cost(&self, segment: &Segment, code: bool) -> usize {
        if (segment.word == Word::Words) != self.words {
            return NEVER;
        }
        let start = segment.start.abs_diff(self.start());
        if self.words {
            let middle = segment.middle().abs_diff(self.start() + self.end()) / 2;
            let apart = segment.start.saturating_sub(self.most) + self.least.saturating_sub(segment.end);
            return (start.min(middle)) / 2 + apart * 2;
        }
        let off = segment.end.abs_diff(self.end()).min(start);
        let apart = segment.start.saturating_sub(self.most) + self.least.saturating_sub(segment.end);
        if apart > FAR {
            return NEVER;
        }
        let codes = self.plain && self.longest >= 3;
        let other = codes != code && (codes || !self.plain);
        off + apart + if other { OTHER_KIND } else { 0 }
    }
}

/// The columns of a page.
struct Tracks(Vec<Track>);

impl Tracks {
    fn of<'s>(ledger: &Ledger<'_>, shape: &[bool], full: impl Iterator<Item = &'s Strip<'s>>) -> Self {
        let mut tracks = vec![Track::default(); shape.len()];
        for strip in full {
            for (track, segment) in tracks.iter_mut().zip(strip.segments) {
                track.add(ledger, segment);
            }
        }
        Tracks(tracks)
    }

    fn columns(&self) -> Vec<Column> {
        let column = |track: &Track| Column {
            extent: if track.words { track.least..track.end().max(track.least + 1) } else { track.start()..track.end() },
            words: track.words,
            plain: track.plain,
            longest: track.longest,
        };
        self.0.iter().map(column).collect()
    }

    /// The columns of the segments of a line, in order and at the least cost, and that cost; `None` if another way costs hardly more.
    fn lay(&self, ledger: &Ledger<'_>, strip: &Strip<'_>) -> Option<(usize, Vec<usize>)> {
        let (lines, columns) = (strip.segments.len(), self.0.len());
        if lines > columns {
            return None;
        }
        let codes: Vec<bool> = strip.segments.iter().map(|s| s.word == Word::Number && is_code(ledger.text(s.text.clone()))).collect();
        let cost = |at: usize, column: usize| self.0[column].cost(&strip.segments[at], codes[at]);
        // before[s][c]: the first s segments over the first c columns; behind[s][c]: those from s on over those from c on.
        let mut before = vec![vec![NEVER; columns + 1]; lines + 1];
        let mut behind = vec![vec![NEVER; columns + 1]; lines + 1];
        before[0].fill(0);
        behind[lines].fill(0);
        for s in 1..=lines {
            for c in s..=columns {
                before[s][c] = before[s][c - 1].min(before[s - 1][c - 1].saturating_add(cost(s - 1, c - 1)).min(NEVER));
            }
        }
        for s in (0..lines).rev() {
            for c in (0..columns).rev() {
                behind[s][c] = behind[s][c + 1].min(behind[s + 1][c + 1].saturating_add(cost(s, c)).min(NEVER));
            }
        }
        let best = before[lines][columns];
        if best >= NEVER {
            return None;
        }
        let through = |s: usize, c: usize| before[s][c].saturating_add(cost(s, c)).saturating_add(behind[s + 1][c + 1]);
        let mut laid = Vec::with_capacity(lines);
        for s in 0..lines {
            let from = laid.last().map_or(0, |c| c + 1);
            let own = (from..columns).find(|c| through(s, *c) == best)?;
            let other = (0..columns).filter(|c| *c != own).map(|c| through(s, c)).min().unwrap_or(NEVER);
            if other < best + MARGIN {
                return None;
            }
            laid.push(own);
        }
        Some((best, laid))
    }
}
