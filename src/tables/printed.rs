//! A line as the source prints it, with what its characters tell: which layouts it can be of is asked of all lines, many times.

use super::amount::trimmed;
use super::bars::is_bar;
use super::head::plain;
use crate::ledger::Ledger;
use crate::span::{range_of, Span};
use std::borrow::Cow;
use std::ops::Range;

/// A line of the source.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// The same without blanks around it; empty if nothing is printed on it.
    pub(super) words: &'a str,
    /// Where it starts in the source.
    pub(super) start: usize,
    /// The number of form feeds before it.
    pub(super) page: usize,
    /// Where the folded text has its words; short, for a source may be nothing but line ends.
    place: Range<u32>,
    marks: Marks,
}

impl<'a> Line<'a> {
    pub(super) fn of(ledger: &Ledger<'_>, text: &'a str, start: usize, page: usize) -> Self {
        let words = trimmed(text);
        let mut line = Line { text, words, start, page, place: 0..0, marks: Marks::of(words) };
        let place = ledger.folded.place(line.span(words));
        line.place = place.start as u32..place.end as u32;
        line
    }

    /// What stands before the only bar of the line, at its end; `None` for another line. A blank cell at the start of a row is two bars.
    pub(super) fn behind_bar(&self, ledger: &Ledger<'_>) -> Option<Line<'a>> {
        let text = self.text.trim_end().strip_suffix(is_bar)?;
        let text = text.trim_start_matches(|c| c == ' ' || is_bar(c));
        (!text.contains(is_bar)).then(|| Line::of(ledger, text, self.span(text).start, self.page))
    }

    /// Whether nothing is printed on it.
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether normalization left out all that it prints.
    pub(super) fn is_left_out(&self) -> bool {
        !self.is_blank() && self.place.is_empty()
    }

    /// The source of a part of the line.
    pub(super) fn span(&self, part: &str) -> Span {
        let part = range_of(part, self.text);
        Span::new(self.start + part.start, self.start + part.end)
    }

    /// Where the folded text has its words.
    pub(super) fn place(&self) -> Range<usize> {
        self.place.start as usize..self.place.end as usize
    }

    /// Its folded words without blanks, for comparing.
    pub(super) fn plain<'f>(&self, ledger: &Ledger<'f>) -> Cow<'f, str> {
        let folded = ledger.text(self.place());
        // What is folded as it is printed holds no blank where none is printed.
        if folded == self.words && !self.marks.any(Marks::TAB | Marks::SPACE | Marks::GENERAL) {
            return Cow::Borrowed(folded);
        }
        plain(trimmed(folded))
    }

    /// Whether it may name a table, as most notes do.
    pub(super) fn may_say_table(&self) -> bool {
        self.marks.any(Marks::TABLE)
    }

    /// How many form feeds stand in it.
    pub(super) fn feeds(&self) -> usize {
        if self.marks.any(Marks::END) || self.is_padded() {
            memchr::memchr_iter(b'\x0c', self.text.as_bytes()).count()
        } else {
            0
        }
    }

    /// How many bars stand in it.
    pub(super) fn bars(&self) -> usize {
        if self.marks.any(Marks::BAR | Marks::GENERAL | Marks::FULL) {
            let bytes = self.words.as_bytes();
            let starts_bar = |(at, byte): &(usize, &u8)| matches!(byte, b'|' | 0xe2 | 0xef) && self.words[*at..].starts_with(is_bar);
            bytes.iter().enumerate().filter(starts_bar).count()
        } else {
            0
        }
    }

    /// How many tabs stand in it, around its words too.
    pub(super) fn tabs(&self) -> usize {
        if self.marks.any(Marks::TAB) || self.is_padded() {
            memchr::memchr_iter(b'\t', self.text.as_bytes()).count()
        } else {
            0
        }
    }

    /// Whether a blank of ASCII stands in it, around its words too.
    pub(super) fn has_blanks(&self) -> bool {
        self.marks.any(Marks::SPACE) || self.is_padded() && memchr::memchr(b' ', self.text.as_bytes()).is_some()
    }

    /// Whether white space stands between words of it.
    #[inline]
    pub(super) fn has_cells(&self) -> bool {
        let wide = || self.marks.any(Marks::GENERAL | Marks::WIDE | Marks::RARE) && self.words.contains(char::is_whitespace);
        self.marks.any(Marks::TAB | Marks::SPACE | Marks::END) || wide()
    }

    /// Whether a wide blank, or more than one, stands between words of it.
    pub(super) fn is_spaced(&self) -> bool {
        let bytes = self.words.as_bytes();
        let twice = || memchr::memchr_iter(b' ', bytes).any(|at| bytes.get(at + 1) == Some(&b' '));
        self.marks.any(Marks::SPACE) && twice() || self.marks.any(Marks::WIDE) && self.words.contains('\u{3000}')
    }

    fn is_padded(&self) -> bool {
        self.words.len() < self.text.len()
    }
}

/// Which bytes stand among the words of a line: a line without a byte that starts some characters has none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marks(u16);

impl Marks {
    const TAB: u16 = 1;
    const SPACE: u16 = 2;
    /// Other white space of ASCII.
    const END: u16 = 4;
    const BAR: u16 = 8;
    /// What general punctuation, its blanks and the box drawings start with.
    const GENERAL: u16 = 16;
    /// What the blank of full width starts with.
    const WIDE: u16 = 32;
    /// What other blanks start with: U+0085, U+00A0 and U+1680.
    const RARE: u16 = 64;
    /// What signs of full width start with.
    const FULL: u16 = 128;
    /// What 表 starts with.
    const TABLE: u16 = 256;

    const OF_BYTE: [u16; 256] = {
        let mut marks = [0; 256];
        marks[b'\t' as usize] = Marks::TAB;
        marks[b' ' as usize] = Marks::SPACE;
        marks[b'\n' as usize] = Marks::END;
        marks[b'\x0b' as usize] = Marks::END;
        marks[b'\x0c' as usize] = Marks::END;
        marks[b'\r' as usize] = Marks::END;
        marks[b'|' as usize] = Marks::BAR;
        marks[0xe2] = Marks::GENERAL;
        marks[0xe3] = Marks::WIDE;
        marks[0xc2] = Marks::RARE;
        marks[0xe1] = Marks::RARE;
        marks[0xef] = Marks::FULL;
        marks["表".as_bytes()[0] as usize] = Marks::TABLE;
        marks
    };

    fn of(words: &str) -> Self {
        Marks(words.bytes().fold(0, |marks, byte| marks | Marks::OF_BYTE[usize::from(byte)]))
    }

    fn any(self, of: u16) -> bool {
        self.0 & of != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;
    use crate::tables::bars::is_bar;

    #[test]
    fn each_blank_and_each_bar_leaves_its_mark() {
        let blanks = Marks::TAB | Marks::SPACE | Marks::END | Marks::GENERAL | Marks::WIDE | Marks::RARE;
        let bars = Marks::BAR | Marks::GENERAL | Marks::FULL;
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let marks = Marks::of(c.encode_utf8(&mut [0; 4]));
            assert!(!c.is_whitespace() || marks.any(blanks), "{c:?}");
            assert!(!is_bar(c) || marks.any(bars), "{c:?}");
        }
    }
}
