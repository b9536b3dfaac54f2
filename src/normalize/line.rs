//! A line of the source, and what one look at its bytes tells of it.

use super::plain::{self, is_plain, CLASSES};
use crate::source::Grid;
use crate::span::range_of;
use std::ops::Range;

/// A line that stands in no grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Where it starts, and where its text does, without what stands around it unseen.
    from: u32,
    start: u32,
    end: u32,
    columns: u8,
    marks: u16,
}

/// What is told of a line besides the classes of its bytes, which are the lower half of its marks.
mod mark {
    /// Blanks of ASCII stand inside its text.
    pub(super) const SPACED: u16 = 0x4000;
    /// Three or more of them side by side.
    pub(super) const BLANKS: u16 = 0x100;
    /// Its text ends in a bar.
    pub(super) const BARRED: u16 = 0x200;
    /// It starts with a tab.
    pub(super) const TABBED: u16 = 0x400;
    /// Blanks push it in.
    pub(super) const PUSHED_IN: u16 = 0x800;
    /// It starts with the indent of paragraphs.
    pub(super) const INDENTED: u16 = 0x1000;
    /// Dots lead from a title to its page, and it is wide and no row of cells.
    pub(super) const LEADERS: u16 = 0x2000;
}

/// Lines wider than this were not wrapped: A4 holds some 45 Han a line.
pub(super) const WIDEST: usize = 128;

/// Lines narrower than this say nothing of wrapping: headings and cells.
pub(super) const NARROWEST: usize = 40;

/// Lines that are kept once they were read, for they are asked for more than once; reports have some thousands.
const KEPT: usize = 1 << 16;

/// The lines of a text that stand in no grid.
pub(super) struct Lines<'a> {
    kept: Vec<Line>,
    /// Those behind, which are read anew each time: no text takes more memory than it must.
    behind: Reader<'a>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(source: &'a str, grids: &'a [Grid]) -> Self {
        /// Most lines have more.
        const BYTES: usize = 32;
        let first = grids.first().map_or(source.len(), |grid| grid.span.start);
        let mut behind = Reader { source, grids, stretch: 0..first };
        let mut kept = Vec::with_capacity((source.len() / BYTES).min(KEPT));
        kept.extend(behind.by_ref().take(KEPT));
        Lines { kept, behind }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Line> + '_ {
        self.kept.iter().copied().chain(self.behind.clone())
    }
}

/// Reads lines one after the other.
#[derive(Clone)]
struct Reader<'a> {
    source: &'a str,
    /// The grids from the next one on.
    grids: &'a [Grid],
    /// What is left of the text before that.
    stretch: Range<usize>,
}

impl Iterator for Reader<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while self.stretch.is_empty() {
            let (grid, behind) = self.grids.split_first()?;
            let stop = behind.first().map_or(self.source.len(), |next| next.span.start);
            // A line end stands behind each grid.
            self.stretch = grid.span.end + 1..stop;
            self.grids = behind;
        }
        let (line, end) = Line::read(self.source, self.stretch.clone());
        self.stretch.start = end + 1;
        Some(line)
    }
}

impl Line {
    /// Reads the first line of a stretch; and where it ends, at a line feed, or at a carriage return without one.
    fn read(source: &str, stretch: Range<usize>) -> (Line, usize) {
        let from = stretch.start;
        let bytes = &source.as_bytes()[..stretch.end];
        let lead = Lead::of(bytes, from);
        let look = Look::at(bytes, lead.end);
        let columns = if look.end > lead.end { columns(lead.characters + look.characters, look.end - from) } else { 0 };
        let mut line = Line { from: from as u32, start: lead.end as u32, end: look.end as u32, columns, marks: lead.marks | look.marks };
        if !line.is_empty() {
            line.complete(source, &source[from..look.line_end]);
        }
        (line, look.line_end)
    }

    /// Looks at both ends of a line that is not empty; `whole` is all of it.
    fn complete(&mut self, source: &str, whole: &str) {
        let bytes = source.as_bytes();
        if !is_bare(&bytes[self.range()]) {
            self.trim(source, whole);
        }
        if bytes[self.range()].ends_with(b"|") {
            self.marks |= mark::BARRED;
        }
        let pushed = if self.is_blank() { whole.len() } else { self.range().start - self.from() };
        if pushed >= INDENT.len() && is_indented(whole) {
            self.marks |= mark::INDENTED;
        }
        if pushed >= FAR && is_pushed_in(whole) {
            self.marks |= mark::PUSHED_IN;
        }
        // Asked last: a row of a table says nothing of the width anyway.
        if self.columns() >= NARROWEST && !self.is_apart() && has_leaders(whole) {
            self.marks |= mark::LEADERS;
        }
    }

    /// Leaves out what stands around the text unseen and is no common blank.
    fn trim(&mut self, source: &str, whole: &str) {
        let text = range_of(whole.trim_ascii().trim_matches(is_invisible), source);
        if text != self.range() {
            let outside = self.marks & (u16::from(plain::FEED) | mark::TABBED);
            self.marks = outside | Look::at(&source.as_bytes()[..text.end], text.start).marks;
            (self.start, self.end) = (text.start as u32, text.end as u32);
            let seen = whole.trim_end();
            self.columns = columns(seen.chars().count(), seen.len());
        }
    }

    /// Where its text stands, without what stands around it unseen.
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(super) fn text<'a>(&self, source: &'a str) -> &'a str {
        &source[self.range()]
    }

    /// Where it starts, blanks and all.
    pub(super) fn from(&self) -> usize {
        self.from as usize
    }

    /// The columns it takes without blanks behind it: one for ASCII, two for everything else; at most one more than [`WIDEST`].
    pub(super) fn columns(&self) -> usize {
        usize::from(self.columns)
    }

    /// Whether nothing is seen in it.
    pub(super) fn is_blank(&self) -> bool {
        self.start == self.end
    }

    /// Whether it holds nothing but blanks, and cannot be a cell.
    fn is_empty(&self) -> bool {
        self.is_blank() && self.columns == 0 && !self.has(mark::TABBED)
    }

    fn has(&self, marks: u16) -> bool {
        self.marks & marks != 0
    }

    /// Whether a page ends in it.
    pub(super) fn has_feed(&self) -> bool {
        self.has(u16::from(plain::FEED))
    }

    /// Whether digits of either width may stand in it.
    pub(super) fn may_hold_digits(&self) -> bool {
        self.has(u16::from(plain::DIGIT | plain::SPECIAL))
    }

    /// Whether its text is copied as it stands but for blanks; `points` may end sentences.
    pub(super) fn is_plain(&self, points: bool) -> bool {
        !self.has(u16::from(plain::SPECIAL | if points { plain::POINT } else { 0 }))
    }

    /// Whether blanks of ASCII stand inside its text.
    pub(super) fn is_spaced(&self) -> bool {
        self.has(mark::SPACED)
    }

    /// Whether it starts with a tab.
    pub(super) fn is_tabbed(&self) -> bool {
        self.has(mark::TABBED)
    }

    /// Whether its text ends in a bar.
    pub(super) fn is_barred(&self) -> bool {
        self.has(mark::BARRED)
    }

    /// Whether blanks, a tab or bars keep cells apart in it: a row of a table, which says nothing of the width.
    pub(super) fn is_apart(&self) -> bool {
        self.has(u16::from(plain::TAB) | mark::BLANKS | mark::BARRED)
    }

    /// Whether blanks push it in: the unit of a table, a cell, a title; or what a program printed behind the end of the line above.
    pub(super) fn is_pushed_in(&self) -> bool {
        self.has(mark::PUSHED_IN)
    }

    /// Whether it starts as paragraphs do where these are indented.
    pub(super) fn is_indented(&self) -> bool {
        self.has(mark::INDENTED)
    }

    /// Whether dots lead from a title to its page: a line of a table of contents says nothing of the width.
    pub(super) fn has_leaders(&self) -> bool {
        self.has(mark::LEADERS)
    }
}

/// The common blanks that a line starts with.
struct Lead {
    end: usize,
    characters: usize,
    marks: u16,
}

impl Lead {
    fn of(bytes: &[u8], from: usize) -> Self {
        let mut lead = Lead { end: from, characters: 0, marks: 0 };
        loop {
            let length = match bytes[lead.end..] {
                [b' ', ..] => 1,
                [b'\t', ..] => {
                    lead.marks |= if lead.end == from { mark::TABBED } else { 0 };
                    1
                }
                [b'\x0c', ..] => {
                    lead.marks |= u16::from(plain::FEED);
                    1
                }
                [0xe3, 0x80, 0x80, ..] => 3,
                [0xc2, 0xa0, ..] => 2,
                _ => return lead,
            };
            lead.end += length;
            lead.characters += 1;
        }
    }
}

/// What the bytes of a line tell from a place on.
struct Look {
    /// Where blanks of ASCII stand behind which the line ends.
    end: usize,
    line_end: usize,
    /// How many characters stand before `end`.
    characters: usize,
    marks: u16,
}

impl Look {
    fn at(bytes: &[u8], from: usize) -> Self {
        /// No words of a sentence are so far apart.
        const APART: usize = 3;
        let (mut at, mut characters, mut seen, mut marks) = (from, 0, 0, 0);
        let mut end = None;
        while let Some(byte) = bytes.get(at) {
            // Asked first, for nearly all is Han.
            if matches!(byte, 0xe4..=0xe9) {
                (at, characters) = (at + 3, characters + 1);
                continue;
            }
            let class = CLASSES[usize::from(*byte)];
            seen |= class;
            if class & plain::LENGTH > 0 {
                (at, characters) = (at + usize::from(class & plain::LENGTH), characters + 1);
                continue;
            }
            match byte {
                b'\n' => break,
                b'\r' if bytes.get(at + 1) != Some(&b'\n') => break,
                b' ' | b'\r' => {
                    let blanks = bytes[at..].iter().take_while(|b| **b == *byte).count();
                    if matches!(bytes.get(at + blanks), None | Some(b'\n' | b'\r')) {
                        end = end.or(Some(at));
                    } else {
                        marks |= mark::SPACED | if blanks >= APART { mark::BLANKS } else { 0 };
                        characters += blanks;
                    }
                    at += blanks;
                }
                _ => {
                    if !is_plain(&bytes[at..]) {
                        seen |= plain::SPECIAL;
                    }
                    (at, characters) = (at + plain::length(*byte), characters + 1);
                }
            }
        }
        Look { end: end.unwrap_or(at), line_end: at, characters, marks: marks | u16::from(seen & !plain::LENGTH) }
    }
}

const INDENT: &str = "\u{3000}\u{3000}";

/// Whether a line starts with two blank Han, the indent of paragraphs.
fn is_indented(line: &str) -> bool {
    line.trim_start_matches('\x0c').starts_with(INDENT)
}

/// Bytes of blanks that no indent of a paragraph has.
const FAR: usize = 16;

fn is_pushed_in(line: &str) -> bool {
    line.len() - line.trim_start().len() >= FAR
}

fn has_leaders(line: &str) -> bool {
    line.trim_end().ends_with(|c: char| c.is_ascii_digit()) && ["....", "……", "····"].iter().any(|leaders| line.contains(leaders))
}

/// What may stand around the text of a line without being seen.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\0')
}

/// Whether nothing invisible stands around a text, told by its first and its last bytes: most start and end with Han, a letter, a digit
/// or one of `。，、；（）“”《》`. What cannot be told so is no.
fn is_bare(text: &[u8]) -> bool {
    let starts = match text {
        [0xe3, 0x80, 0x81..=0xbf, ..] | [0xef, 0xbc, ..] | [0xe2, 0x80, 0x98..=0x9f, ..] => true,
        [first, ..] => first.is_ascii_graphic() || matches!(first, 0xe4..=0xe9),
        [] => false,
    };
    let ends = || match text {
        [.., 0xe3, 0x80, 0x81..=0xbf] | [.., 0xef, 0xbc, _] | [.., 0xe2, 0x80, 0x98..=0x9f] | [.., 0xe4..=0xe9, _, _] => true,
        [.., last] => last.is_ascii_graphic(),
        [] => false,
    };
    starts && ends()
}

/// The columns of so many characters that take so many bytes.
fn columns(characters: usize, bytes: usize) -> u8 {
    // Nearly all that is not ASCII here takes three bytes. A character takes at most four bytes and at least a column for every two.
    let columns = if bytes > 2 * WIDEST { bytes } else { characters + (bytes - characters) / 2 };
    columns.min(WIDEST + 1) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_behind_those_that_are_kept_are_read_again() {
        let text = "收入\r\n\n".repeat(KEPT);
        let lines = Lines::of(&text, &[]);
        for _ in 0..2 {
            let seen = lines.iter().filter(|line| line.text(&text) == "收入").count();
            assert_eq!((seen, lines.iter().count()), (KEPT, 2 * KEPT));
        }
    }

    #[test]
    fn blanks_around_a_text_are_no_part_of_it_and_say_nothing_of_its_cells() {
        let text = "\t收入   \u{200b}\n\u{3000}\u{3000}支出 项目\r";
        let lines: Vec<Line> = Lines::of(text, &[]).iter().collect();
        let told: Vec<_> = lines.iter().map(|line| (line.text(text), line.is_apart(), line.is_spaced(), line.is_indented(), line.is_tabbed())).collect();
        assert_eq!(told, [("收入", false, false, false, true), ("支出 项目", false, true, true, false)]);
    }
}
