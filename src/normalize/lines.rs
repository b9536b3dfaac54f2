//! Which lines of a text belong together: soft wraps and running heads.

use super::pages::{self, Mark};
use crate::source::Grid;
use crate::span::range_of;
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::ops::Range;

/// Hashes with fixed keys, so that the same text always reads the same.
type State = BuildHasherDefault<DefaultHasher>;

/// How wide the lines of a text are, where its lines were broken by a page and not by its writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wrapping {
    /// The width of a full line in columns (Han count two); `None` if lines are not wrapped.
    pub(super) full: Option<usize>,
    /// Whether the first lines of paragraphs are indented by two Han, and others are not.
    pub(super) indented: bool,
}

/// What a paragraph starts with where paragraphs are indented.
pub(super) fn is_indented(line: &str) -> bool {
    line.trim_start_matches('\x0c').starts_with("\u{3000}\u{3000}")
}

/// Shows the lines of a text that stand in no grid, without their ends.
pub(super) fn outside<'a>(text: &'a str, grids: &[Grid], mut show: impl FnMut(&'a str)) {
    let starts = std::iter::once(0).chain(grids.iter().map(|g| g.span.end));
    let stops = grids.iter().map(|g| g.span.start).chain([text.len()]);
    for (start, end) in starts.zip(stops) {
        let mut from = start;
        for line_end in ends(text, start..end).chain([end]) {
            show(&text[from..line_end]);
            from = line_end + 1;
        }
    }
}

/// Where the lines of a stretch of a text end: at a line feed, or at a carriage return without one.
pub(super) fn ends(text: &str, stretch: Range<usize>) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let from = stretch.start;
    let marks = memchr::memchr2_iter(b'\n', b'\r', &bytes[stretch]).map(move |at| from + at);
    marks.filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
}

/// A line without what stands around its text unseen.
pub(super) fn trimmed(line: &str) -> &str {
    if is_bare(line) {
        return line;
    }
    // Blanks of ASCII first, for most of what is unseen are.
    let line = line.trim_ascii();
    if is_bare(line) {
        line
    } else {
        line.trim_matches(is_invisible)
    }
}

/// Whether a line holds nothing that is seen.
fn is_blank(line: &str) -> bool {
    !is_bare(line) && line.trim_start_matches(is_invisible).is_empty()
}

/// What may stand around the text of a line without being seen.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\0')
}

/// Whether a page ends in a line.
pub(super) fn has_feed(line: &str) -> bool {
    memchr::memchr(b'\x0c', line.as_bytes()).is_some()
}

/// Whether nothing invisible stands around a line, told by its first and its last bytes: most start and end with Han, a letter, a digit
/// or one of `。，、；`. What cannot be told so is no.
pub(super) fn is_bare(line: &str) -> bool {
    let visible = |byte: u8| byte.is_ascii_graphic() || matches!(byte, 0xe4..=0xe9);
    match line.as_bytes() {
        [first, .., 0xe3, 0x80, 0x81..=0xbf] | [first, .., 0xef, 0xbc, _] | [first, .., 0xe4..=0xe9, 0x80..=0xbf, _] => visible(*first),
        [first, .., last] => visible(*first) && last.is_ascii_graphic(),
        _ => false,
    }
}

/// A line may fall short of the full width by this many columns and still be full: a number or a bracket that did not fit.
/// Measured on text drawn from PDF: numbers with their unit reach 12 columns.
const SHORTFALL: usize = 12;

/// Lines narrower than this say nothing of wrapping: headings and cells.
pub(super) const NARROWEST: usize = 40;

/// With fewer long lines the widths say nothing.
const LEAST_LONG: usize = 8;

/// Fewer lines with and without an indent are no way to set paragraphs.
const LEAST_INDENTED: usize = 4;

/// Lines wider than this were not wrapped: A4 holds some 45 Han a line.
const WIDEST: usize = 128;

/// The widths of the lines of a text.
#[derive(Debug)]
pub(super) struct Widths {
    /// How many lines take as many columns, of those that take at least [`NARROWEST`].
    counts: [usize; WIDEST + 1],
    long: usize,
    wider: usize,
    indented: usize,
}

impl Widths {
    /// Those of a text of which no line was seen yet.
    pub(super) fn none() -> Self {
        Widths { counts: [0; WIDEST + 1], long: 0, wider: 0, indented: 0 }
    }

    /// Sees a line.
    pub(super) fn see(&mut self, line: &str) {
        if line.len() < NARROWEST {
            return;
        }
        match columns(line.trim_end()) {
            width if width < NARROWEST || has_leaders(line) || is_apart(line) || is_pushed_in(line) => {}
            width if width > WIDEST => self.wider += 1,
            width => {
                self.indented += usize::from(is_indented(line));
                self.counts[width] += 1;
                self.long += 1;
            }
        }
    }
}

impl Wrapping {
    /// Reads the line widths: wrapped text has most of its long lines at nearly one width.
    pub(super) fn of(widths: &Widths) -> Self {
        let Widths { counts, long, wider, indented } = widths;
        let full = if *long < LEAST_LONG || wider * 4 > *long { None } else { full_width(counts, *long) };
        Wrapping { full, indented: *indented >= LEAST_INDENTED && (long - indented) >= LEAST_INDENTED }
    }

    /// Whether a line of `width` columns is full: nearly, or because what the next line starts with did not fit.
    pub(super) fn is_full(self, width: usize, next: &str) -> bool {
        self.full.is_some_and(|full| width + SHORTFALL >= full) || self.is_brimful(width, next)
    }

    /// Whether what the next line starts with did not fit behind a line of `width` columns.
    pub(super) fn is_brimful(self, width: usize, next: &str) -> bool {
        // No character takes more columns than bytes, and most cells are too short to look at.
        self.full.is_some_and(|full| width + next.len() > full && width + unbroken_start(next) > full)
    }
}

/// The columns that the start of a line takes and that no line end may part: a number, a word, brackets with what they hold and the
/// number behind, a character with the mark behind it.
fn unbroken_start(line: &str) -> usize {
    let mut inside = false;
    let mut previous = '\n';
    let start = line.chars().take_while(|c| {
        let opens = matches!(previous, '（' | '(' | '“' | '《');
        let closes = matches!(c, '）' | ')' | '”' | '》' | '，' | '。' | '、' | '；' | '：' | '%' | '％');
        let number = c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-');
        let joined = previous == '\n' || opens || closes || inside || number && (previous.is_ascii() || matches!(previous, '）' | ')'));
        inside = matches!(c, '（' | '(') || inside && !matches!(c, '）' | ')');
        previous = *c;
        joined
    });
    start.take(WIDEST).map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Whether dots lead from a title to its page: a line of a table of contents says nothing of the width.
fn has_leaders(line: &str) -> bool {
    line.trim_end().ends_with(|c: char| c.is_ascii_digit()) && ["....", "……", "····"].iter().any(|leaders| line.contains(leaders))
}

/// Whether blanks, a tab or bars keep cells apart in a line: a row of a table, which says nothing of the width either.
pub(super) fn is_apart(line: &str) -> bool {
    let text = trimmed(line).as_bytes();
    if text.ends_with(b"|") {
        return true;
    }
    memchr::memchr2(b' ', b'\t', text).is_some_and(|first| memchr::memchr(b'\t', &text[first..]).is_some() || BLANKS.find(&text[first..]).is_some())
}

/// Whether blanks push a line in: the unit of a table, a cell, a title; or what a program printed behind the end of the line above.
pub(super) fn is_pushed_in(line: &str) -> bool {
    const FAR: usize = 16;
    !is_bare(line) && line.len() - line.trim_start().len() >= FAR
}

static BLANKS: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("   "));

/// The width that nearly all lines keep to, if most long lines come near it: one line of twenty may be wider, or, as notes below tables
/// are, one of ten.
fn full_width(widths: &[usize; WIDEST + 1], long: usize) -> Option<usize> {
    [20, 10].into_iter().find_map(|share| {
        let mut seen = 0;
        let full = widths.iter().enumerate().rev().find_map(|(width, count)| {
            seen += count;
            (seen * share >= long).then_some(width)
        })?;
        let near: usize = widths[full.saturating_sub(SHORTFALL)..].iter().sum();
        (near * 2 >= long).then_some(full)
    })
}

/// The columns a line takes: one for ASCII, two for everything else; more than the widest wrapped line is not counted out.
pub(super) fn columns(line: &str) -> usize {
    // A character takes at most four bytes and at least a column for every two of them.
    if line.len() > 2 * WIDEST {
        return WIDEST + 1;
    }
    // Nearly all that is not ASCII here takes three bytes, two of which are no start of a character.
    let characters = line.chars().count();
    characters + (line.len() - characters) / 2
}

/// Lines that stand again and again beside page marks: running heads.
#[derive(Debug, Default)]
pub(super) struct RunningHeads {
    hashes: Vec<u64>,
    state: State,
}

/// A line that stands beside this many page marks is a running head.
const REPEATS: u32 = 3;

impl RunningHeads {
    /// Finds them: the line before and the line behind each form feed or page mark.
    pub(super) fn of(text: &str, grids: &[Grid], mut marks: &[Mark], feeds: bool) -> Self {
        if marks.is_empty() && !feeds {
            return RunningHeads::default();
        }
        let state = State::default();
        let mut counts: HashMap<u64, u32> = HashMap::new();
        let mut previous: Option<&str> = None;
        let mut after_break = false;
        outside(text, grids, |line| {
            let from = range_of(line, text).start;
            if pages::passed(&mut marks, from, from + line.len()).is_some() {
                note(&mut counts, &state, previous);
                after_break = true;
            } else if !is_blank(line) {
                if after_break || feeds && has_feed(line) {
                    note(&mut counts, &state, Some(line));
                }
                after_break = false;
                previous = Some(line);
            }
        });
        let mut hashes: Vec<u64> = counts.into_iter().filter(|(_, n)| *n >= REPEATS).map(|(h, _)| h).collect();
        hashes.sort_unstable();
        RunningHeads { hashes, state }
    }

    /// Whether the line is a running head.
    pub(super) fn contains(&self, line: &str) -> bool {
        if self.hashes.is_empty() {
            return false;
        }
        let head = trimmed(line);
        head.len() <= LONGEST_HEAD && self.hashes.binary_search(&self.state.hash_one(head)).is_ok()
    }
}

/// The longest running head seen has 33 characters; sentences beside page marks are longer or differ.
const LONGEST_HEAD: usize = 120;

fn note(counts: &mut HashMap<u64, u32>, state: &State, line: Option<&str>) {
    // The unit of a table stands at the head of each page that starts with one, and tells what its figures are.
    let tells_unit = |l: &str| l.contains("单位：") || l.contains("单位:");
    if let Some(line) = line.map(trimmed).filter(|l| l.len() <= LONGEST_HEAD && !l.ends_with(['。', '；', '，']) && l.len() > 6 && !tells_unit(l)) {
        *counts.entry(state.hash_one(line)).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::unbroken_start;

    #[test]
    fn a_line_end_parts_neither_a_number_nor_a_bracket_from_what_it_holds() {
        let starts = [("（类）2034.83万元，占", 13), ("22.47万元，完成", 5), ("支出）情况", 2), ("数。", 4), ("“三公”经费", 4), ("", 0)];
        for (line, columns) in starts {
            assert_eq!(unbroken_start(line), columns, "{line}");
        }
    }
}
