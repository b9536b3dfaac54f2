//! The way back from folded text to the source.

use crate::span::Span;
use std::cell::Cell;

/// A stretch of folded text that follows the source at one rate: `from` source bytes give `to` folded bytes.
///
/// Verbatim text is 1 to 1; a full-width digit is 3 to 1; `(` that became `（` is 1 to 3; an entity is one unit as a whole.
#[derive(Debug, Clone, Copy)]
struct Piece {
    folded: u32,
    source: u32,
    from: u16,
    to: u16,
}

/// Where each byte of the folded text stands in the source.
#[derive(Debug, Clone, Default)]
pub(crate) struct Map {
    pieces: Vec<Piece>,
    /// The piece found last: most questions are asked in the order of the text.
    last: Cell<usize>,
    /// The same for questions from the source.
    last_placed: Cell<usize>,
}

impl Map {
    /// Notes that the next folded byte, at `folded`, comes from `source`. Neighbours at the same rate become one piece.
    pub(super) fn push(&mut self, folded: usize, source: usize, from: usize, to: usize) {
        let (folded, source) = (folded as u32, source as u32);
        let (from, to) = (from as u16, to as u16);
        if let Some(last) = self.pieces.last() {
            if last.from == from && last.to == to && last.start(folded as usize) == source as usize {
                return;
            }
        }
        self.pieces.push(Piece { folded, source, from, to });
    }

    /// Where the folded text written so far ends in the source; `offset` is its length.
    pub(super) fn last_end(&self, offset: usize) -> usize {
        self.pieces.last().map_or(0, |piece| piece.end(offset))
    }

    /// The piece that holds the folded byte at `offset`.
    fn piece(&self, offset: usize) -> Piece {
        self.at(self.index(offset))
    }

    fn at(&self, index: usize) -> Piece {
        self.pieces.get(index).copied().unwrap_or(Piece { folded: 0, source: 0, from: 1, to: 1 })
    }

    /// The index of the piece that holds the folded byte at `offset`.
    #[inline]
    fn index(&self, offset: usize) -> usize {
        let last = self.last.get();
        let starts = |at: usize| self.pieces.get(at).is_some_and(|p| p.folded as usize <= offset);
        if starts(last) {
            if !starts(last + 1) {
                return last;
            }
            if !starts(last + 2) {
                self.last.set(last + 1);
                return last + 1;
            }
        }
        let index = self.index_from(last, offset);
        self.last.set(index);
        index
    }

    /// The index of the piece that holds `offset`, looked for from `last` on in steps that double: most answers are near.
    fn index_from(&self, last: usize, offset: usize) -> usize {
        let behind = |at: usize| self.pieces.get(at).is_none_or(|p| p.folded as usize > offset);
        let mut step = 1;
        let (mut from, mut to) = (0, self.pieces.len());
        if behind(last) {
            to = last.min(to);
            while step < to && behind(to - step) {
                step *= 2;
            }
            from = to.saturating_sub(step);
        } else {
            from = last.max(from);
            while !behind(from + step) {
                step *= 2;
            }
            to = to.min(from + step);
        }
        from + self.pieces[from..to].partition_point(|p| p.folded as usize <= offset).max(1) - 1
    }

    /// Where the folded byte at `offset` starts in the source.
    pub(crate) fn start(&self, offset: usize) -> usize {
        self.piece(offset).start(offset)
    }

    /// Where the folded text before `offset` ends in the source.
    pub(crate) fn end(&self, offset: usize) -> usize {
        if offset == 0 {
            return self.start(0);
        }
        self.piece(offset - 1).end(offset)
    }

    /// The first folded byte that comes from the source byte at `source` or behind it, at most `length`, the length of the folded text.
    pub(crate) fn place(&self, source: usize, length: usize) -> usize {
        let last = self.last_placed.get();
        let behind = |at: usize| self.pieces.get(at).is_none_or(|p| p.source as usize > source);
        let near = (last..last + 3).find(|next| behind(*next) && next.checked_sub(1).is_none_or(|at| !behind(at)));
        let next = near.unwrap_or_else(|| self.pieces.partition_point(|p| p.source as usize <= source));
        self.last_placed.set(next);
        let Some(piece) = next.checked_sub(1).map(|at| self.pieces[at]) else { return 0 };
        let end = self.pieces.get(next).map_or(length, |p| p.folded as usize);
        let units = (source - piece.source as usize).checked_div(usize::from(piece.from)).unwrap_or(0);
        (piece.folded as usize + units * usize::from(piece.to)).min(end)
    }

    /// The source of a folded range.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let index = self.index(start);
        let piece = self.at(index);
        let source = piece.start(start);
        if end <= start {
            return Span::new(source, source);
        }
        // Most ranges stand in one piece.
        let whole = self.pieces.get(index + 1).is_none_or(|next| next.folded as usize >= end);
        Span::new(source, if whole { piece.end(end) } else { self.end(end) })
    }
}

impl Piece {
    /// Where the folded byte at `offset` starts in the source.
    fn start(self, offset: usize) -> usize {
        let folded = offset - self.folded as usize;
        // Nearly all is verbatim, and a division takes longer than all the rest.
        let units = if self.to == 1 { folded } else { folded / usize::from(self.to) };
        self.source as usize + units * usize::from(self.from)
    }

    /// Where the folded text before `offset` ends in the source.
    fn end(self, offset: usize) -> usize {
        let folded = offset - self.folded as usize;
        let units = if self.to == 1 { folded } else { folded.div_ceil(usize::from(self.to)) };
        self.source as usize + units * usize::from(self.from)
    }
}
