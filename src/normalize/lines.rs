//! Which lines of a text belong together: soft wraps and running heads.

use super::line::{Line, Lines, NARROWEST, WIDEST};
use super::pages::{self, Mark};
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

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

/// A line may fall short of the full width by this many columns and still be full: a number or a bracket that did not fit.
/// Measured on text drawn from PDF: numbers with their unit reach 12 columns.
const SHORTFALL: usize = 12;

/// With fewer long lines the widths say nothing.
const LEAST_LONG: usize = 8;

/// Fewer lines with and without an indent are no way to set paragraphs.
const LEAST_INDENTED: usize = 4;

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
    pub(super) fn see(&mut self, line: &Line) {
        match line.columns() {
            width if width < NARROWEST || line.has_leaders() || line.is_apart() || line.is_pushed_in() => {}
            width if width > WIDEST => self.wider += 1,
            width => {
                self.indented += usize::from(line.is_indented());
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
    pub(super) fn of(source: &str, lines: &Lines<'_>, mut marks: &[Mark], feeds: bool) -> Self {
        if marks.is_empty() && !feeds {
            return RunningHeads::default();
        }
        let state = State::default();
        let mut counts: HashMap<u64, u32> = HashMap::new();
        let mut previous: Option<Line> = None;
        let mut after_break = false;
        for line in lines.iter().filter(|line| !line.is_blank()) {
            if pages::passed(&mut marks, line.range().start).is_some() {
                note(&mut counts, &state, previous.map(|line| line.text(source)));
                after_break = true;
                continue;
            }
            if after_break || line.has_feed() {
                note(&mut counts, &state, Some(line.text(source)));
            }
            after_break = false;
            previous = Some(line);
        }
        let mut hashes: Vec<u64> = counts.into_iter().filter(|(_, n)| *n >= REPEATS).map(|(h, _)| h).collect();
        hashes.sort_unstable();
        RunningHeads { hashes, state }
    }

    /// Whether the text of a line is a running head.
    pub(super) fn contains(&self, text: &str) -> bool {
        !self.hashes.is_empty() && text.len() <= LONGEST_HEAD && self.hashes.binary_search(&self.state.hash_one(text)).is_ok()
    }
}

/// The longest running head seen has 33 characters; sentences beside page marks are longer or differ.
const LONGEST_HEAD: usize = 120;

fn note(counts: &mut HashMap<u64, u32>, state: &State, line: Option<&str>) {
    // The unit of a table stands at the head of each page that starts with one, and tells what its figures are.
    let tells_unit = |l: &str| l.contains("单位：") || l.contains("单位:");
    if let Some(line) = line.filter(|l| l.len() <= LONGEST_HEAD && !l.ends_with(['。', '；', '，']) && l.len() > 6 && !tells_unit(l)) {
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
