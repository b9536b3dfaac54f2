//! The way back from folded text to the source.

use crate::span::Span;

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
}

impl Map {
    /// Notes that the next folded byte, at `folded`, comes from `source`. Neighbours at the same rate become one piece.
    pub(super) fn push(&mut self, folded: usize, source: usize, from: usize, to: usize) {
        let (folded, source) = (folded as u32, source as u32);
        let (from, to) = (from as u16, to as u16);
        if let Some(last) = self.pieces.last() {
            let units = (folded - last.folded) / u32::from(last.to);
            if last.from == from && last.to == to && last.source + units * u32::from(from) == source {
                return;
            }
        }
        self.pieces.push(Piece { folded, source, from, to });
    }

    /// Where the folded text written so far ends in the source; `offset` is its length.
    pub(super) fn last_end(&self, offset: usize) -> usize {
        self.pieces.last().map_or(0, |piece| {
            let units = (offset - piece.folded as usize).div_ceil(usize::from(piece.to));
            piece.source as usize + units * usize::from(piece.from)
        })
    }

    /// The piece that holds the folded byte at `offset`.
    fn piece(&self, offset: usize) -> Piece {
        let at = self.pieces.partition_point(|p| p.folded as usize <= offset);
        self.pieces.get(at.saturating_sub(1)).copied().unwrap_or(Piece { folded: 0, source: 0, from: 1, to: 1 })
    }

    /// Where the folded byte at `offset` starts in the source.
    pub(crate) fn start(&self, offset: usize) -> usize {
        let piece = self.piece(offset);
        let units = (offset - piece.folded as usize) / usize::from(piece.to);
        piece.source as usize + units * usize::from(piece.from)
    }

    /// Where the folded text before `offset` ends in the source.
    pub(crate) fn end(&self, offset: usize) -> usize {
        if offset == 0 {
            return self.start(0);
        }
        let piece = self.piece(offset - 1);
        let units = (offset - piece.folded as usize).div_ceil(usize::from(piece.to));
        piece.source as usize + units * usize::from(piece.from)
    }

    /// The first folded byte that comes from the source byte at `source` or behind it, at most `length`, the length of the folded text.
    pub(crate) fn place(&self, source: usize, length: usize) -> usize {
        let next = self.pieces.partition_point(|p| p.source as usize <= source);
        let Some(piece) = next.checked_sub(1).map(|at| self.pieces[at]) else { return 0 };
        let end = self.pieces.get(next).map_or(length, |p| p.folded as usize);
        let units = (source - piece.source as usize).checked_div(usize::from(piece.from)).unwrap_or(0);
        (piece.folded as usize + units * usize::from(piece.to)).min(end)
    }

    /// The source of a folded range.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        if end <= start {
            let at = self.start(start);
            return Span::new(at, at);
        }
        Span::new(self.start(start), self.end(end))
    }
}
