//! Tables in plain text: which lines are cells, and how they are kept apart.

use super::amount::{content, trimmed, Content};
use super::bars::is_bar;
use super::furniture;
use super::head::is_furniture;
use super::lattice::{Cell, Lattice};
use super::{bars, listing, rows, spacing, stream, Surroundings};
use crate::ledger::Ledger;
use crate::outline::{form_number_maybe, form_titled};
use crate::span::{range_of, Span};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use std::ops::Range;

/// A line of the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// Where it starts in the source.
    pub(super) start: usize,
    /// The number of form feeds before it.
    pub(super) page: usize,
}

impl<'a> Line<'a> {
    /// What stands before the only bar of the line, at its end; `None` for another line. A blank cell at the start of a row is two bars.
    fn behind_bar(&self) -> Option<Line<'a>> {
        let text = self.text.trim_end().strip_suffix(is_bar)?;
        let text = text.trim_start_matches(|c| c == ' ' || is_bar(c));
        (!text.contains(is_bar)).then_some(Line { start: self.span(text).start, text, ..*self })
    }

    /// Whether nothing is printed on it.
    pub(super) fn is_blank(&self) -> bool {
        trimmed(self.text).is_empty()
    }

    /// The source of a part of the line.
    pub(super) fn span(&self, part: &str) -> Span {
        let part = range_of(part, self.text);
        Span::new(self.start + part.start, self.start + part.end)
    }
}

/// The tables of a passage: each starts with the title or the number of a form behind the cells of another.
pub(super) fn parts(ledger: &Ledger<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let text = ledger.text(range.clone());
    let mut starts = vec![range.start];
    let mut cells = false;
    let mut at = range.start;
    for line in text.split_inclusive('\n') {
        let words = trimmed(line);
        // A title that is the only cell of a row between bars.
        let alone = words.trim_matches(|c| is_bar(c) || c == ' ');
        let titled = alone.len() < words.len() && form_titled(alone).is_some();
        let furniture = titled || !words.is_empty() && is_furniture(words);
        if cells && (titled || furniture && form_number_maybe(&super::head::plain(words)).is_some() || is_caption(words)) {
            starts.push(at);
            cells = false;
        }
        cells |= !words.is_empty() && !furniture;
        at += line.len();
    }
    let ends: Vec<usize> = starts[1..].iter().copied().chain([range.end]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

/// Whether a line is the caption of a second part of a table: `相关统计数：`.
pub(super) fn is_caption(line: &str) -> bool {
    const LONGEST: usize = 12;
    line.ends_with('：') && line.chars().count() <= LONGEST && !furniture::is_note(line)
}

/// The cells of a passage.
#[derive(Debug, Default)]
pub(super) struct Stretches {
    /// One for each stretch below its own head; none where the cells cannot be told apart: they stay text.
    pub(super) lattices: Vec<Lattice>,
    /// Whether amounts stand in the passage that are in no lattice.
    pub(super) unread: bool,
    /// Whether the cells of the head were put together from pieces.
    pub(super) pieced: bool,
}

/// A line with more marks between cells is no row; the widest form seen has 106 columns.
const WIDEST: usize = 12_000;

/// Reads the lines of a passage that no grid holds: what stands around the cells goes to `around`.
pub(super) fn stretches(ledger: &Ledger<'_>, range: Range<usize>, around: &mut Surroundings) -> Stretches {
    let mut lines = lines(ledger, range);
    take_furniture(ledger, &mut lines, around);
    take_notes(ledger, &mut lines, around);
    let filled: Vec<&Line<'_>> = lines.iter().filter(|line| !line.is_blank()).collect();
    if let Some(cells) = cells_behind_bars(&filled) {
        return match listing::exact(ledger, &cells) {
            Some(lattice) => lattice.into(),
            None => Stretches { unread: true, ..Stretches::default() },
        };
    }
    let (mut pipes, mut tabs, mut led) = (0, 0, 0);
    for line in &filled {
        let bars = bars::count(line.text);
        let marks = bars + memchr::memchr_iter(b'\t', line.text.as_bytes()).count();
        if marks > WIDEST {
            return Stretches { unread: true, ..Stretches::default() };
        }
        pipes += usize::from(bars > 1);
        tabs += usize::from(marks > bars && line.text.trim_start_matches('\t').trim_end().contains('\t'));
        led += usize::from(line.text.starts_with('\t'));
    }
    if pipes > 1 && pipes * 2 >= filled.len() {
        return bars::stretches(ledger, &lines);
    }
    if tabs > 1 {
        return match parts_alike(&filled) {
            true => parted(ledger, &lines, |text| text.split('\t').collect()).into(),
            false => rows::stretches(ledger, &lines).unwrap_or(Stretches { unread: true, ..Stretches::default() }),
        };
    }
    let listed = led * 2 >= filled.len() && led > 0;
    let joined = !listed && !is_spaced(&filled);
    if let Some(found) = (!listed).then(|| rows::with_blanks(ledger, &lines)).flatten() {
        return found.into();
    }
    if let Some(found) = joined.then(|| rows::stretches(ledger, &lines)).flatten() {
        return found;
    }
    let spaced = if listed || joined { Stretches::default() } else { spacing::stretches(ledger, &lines) };
    if !spaced.lattices.is_empty() {
        return spaced;
    }
    let streamed = || stream::lattice(ledger, &lines, around.form).filter(|_| !listed);
    match listing::lattice(ledger, &lines).or_else(streamed) {
        Some(lattice) => lattice.into(),
        None => Stretches { unread: filled.iter().any(|line| holds_amounts(ledger, line)), ..Stretches::default() },
    }
}

/// The cells of a list with a bar behind each, where a blank cell is a bar alone; `None` for other lines.
fn cells_behind_bars<'a>(lines: &[&Line<'a>]) -> Option<Vec<Line<'a>>> {
    const FEWEST: usize = 4;
    let cells: Vec<Line<'a>> = lines.iter().map(|line| line.behind_bar()).collect::<Option<_>>()?;
    (cells.len() >= FEWEST).then_some(cells)
}

/// Whether a blank cell keeps its tab: one stands between two of them, or the lines with amounts have as many cells as each other.
fn parts_alike(lines: &[&Line<'_>]) -> bool {
    if lines.iter().any(|line| line.text.contains("\t\t")) {
        return true;
    }
    let mut cells = lines.iter().filter(|line| line.text.bytes().any(|b| b.is_ascii_digit())).map(|line| line.text.split('\t').count());
    let first = cells.next();
    cells.all(|count| Some(count) == first)
}

/// Two blanks, which keep cells apart.
static BLANKS: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("  "));

/// What a blank of full width starts with.
const WIDE_BLANK: u8 = 0xe3;

/// Whether blanks keep columns apart: more than one stands between the cells of most lines.
fn is_spaced(lines: &[&Line<'_>]) -> bool {
    let celled = lines.iter().filter(|line| line.text.split_whitespace().nth(1).is_some());
    let (spaced, all) = celled.fold((0, 0), |(spaced, all), line| {
        let text = trimmed(line.text);
        let wide = BLANKS.find(text.as_bytes()).is_some() || memchr::memchr(WIDE_BLANK, text.as_bytes()).is_some() && text.contains('\u{3000}');
        (spaced + usize::from(wide), all + 1)
    });
    spaced * 2 >= all
}

impl From<Lattice> for Stretches {
    fn from(lattice: Lattice) -> Self {
        Stretches { lattices: vec![lattice], ..Stretches::default() }
    }
}

/// Whether an amount stands in a line.
fn holds_amounts(ledger: &Ledger<'_>, line: &Line<'_>) -> bool {
    line.text.split_whitespace().any(|token| Word::of(trimmed(ledger.text(ledger.folded.place(line.span(token))))) == Word::Amount)
}

/// The lines of a passage, page marks and running heads left out.
fn lines<'a>(ledger: &Ledger<'a>, range: Range<usize>) -> Vec<Line<'a>> {
    let source = ledger.source();
    let span = ledger.folded.span(range.start, range.end);
    // The blanks before the first character of a line are no part of folded text.
    let before = &source[..span.start];
    let start = before.trim_end_matches([' ', '\u{3000}', '\t']).len();
    let mut lines = Vec::new();
    let mut at = start;
    let mut page = 0;
    for text in source[start..span.end].split('\n') {
        page += memchr::memchr_iter(b'\x0c', text.as_bytes()).count();
        let line = Line { text: text.trim_end_matches('\r'), start: at, page };
        at += text.len() + 1;
        let words = trimmed(text);
        let left_out = !words.is_empty() && ledger.folded.place(line.span(words)).is_empty();
        if !left_out {
            lines.push(line);
        }
    }
    lines
}

/// Takes the title, the number and the unit above the cells.
fn take_furniture(ledger: &Ledger<'_>, lines: &mut Vec<Line<'_>>, around: &mut Surroundings) {
    let mut taken = 0;
    for line in lines.iter() {
        let mut parts = line
            .text
            .split("  ")
            .flat_map(|part| part.split(|c| matches!(c, '\t' | '\u{3000}') || is_bar(c)))
            .map(str::trim)
            .filter(|part| part.contains(is_cell))
            .peekable();
        if parts.peek().is_none() {
            taken += 1;
            continue;
        }
        let whole = ledger.folded.place(line.span(line.text.trim_matches(|c: char| c.is_whitespace() || is_bar(c))));
        let parts: Vec<Range<usize>> = parts.map(|part| ledger.folded.place(line.span(part))).collect();
        if taken == 0 && is_caption(ledger.text(whole.clone())) {
            around.captioned = true;
        } else if is_furniture(ledger.text(whole.clone())) {
            around.above(ledger, whole);
        } else if parts.iter().all(|part| is_furniture(ledger.text(part.clone()))) {
            for part in parts {
                around.above(ledger, part);
            }
        } else {
            break;
        }
        taken += 1;
    }
    lines.drain(..taken);
    if let Some(first) = lines.first_mut() {
        take_leading_furniture(ledger, first, around);
    }
}

/// A character of a cell that says something.
fn is_cell(c: char) -> bool {
    c.is_alphanumeric()
}

/// The same where the cells follow on the same line: `收入决算表 公开02表 部门：某局 单位：万元 项目 …`.
fn take_leading_furniture(ledger: &Ledger<'_>, line: &mut Line<'_>, around: &mut Surroundings) {
    loop {
        let text = line.text.trim_start();
        let end = text.find(|c: char| c.is_whitespace()).unwrap_or(text.len());
        let token = ledger.folded.place(line.span(&text[..end]));
        if end == text.len() || !is_furniture(ledger.text(token.clone())) {
            return;
        }
        around.above(ledger, token);
        let rest = &text[end..];
        *line = Line { start: line.span(rest).start, text: rest, page: line.page };
    }
}

/// Takes the notes below the cells: from the first line that is one.
fn take_notes(ledger: &Ledger<'_>, lines: &mut Vec<Line<'_>>, around: &mut Surroundings) {
    let is_note = |line: &Line<'_>| {
        let words = trimmed(line.text);
        furniture::may_note(words) && furniture::is_note(&super::head::plain(ledger.text(ledger.folded.place(line.span(words)))))
    };
    let Some(first) = lines.iter().position(is_note) else { return };
    let last = lines[first..].iter().position(|line| line.text.matches(is_bar).count() > 2).map_or(lines.len(), |at| first + at);
    let mut open = true;
    for line in lines.drain(first..last).filter(|line| !line.is_blank()) {
        // What stands behind the end of a note is no note: lines that came out of order.
        open = open || is_note(&line) || furniture::is_next_note(&around.notes, &super::head::plain(line.text));
        if open {
            around.notes.push(ledger.printed(ledger.folded.place(line.span(trimmed(line.text)))));
            open = !line.text.trim_end().ends_with('。');
        }
    }
}

/// A lattice of lines that part their cells by a mark.
fn parted(ledger: &Ledger<'_>, lines: &[Line<'_>], cells: impl Fn(&str) -> Vec<&str>) -> Lattice {
    let mut placed = Vec::new();
    let mut row = 0;
    for line in lines {
        let parts = cells(line.text);
        for (column, part) in parts.iter().enumerate() {
            placed.push(Cell::single(row, column, ledger.folded.place(line.span(trimmed(part)))));
        }
        row += usize::from(!parts.is_empty());
    }
    Lattice::new(placed)
}

/// What a word of a line is, for telling columns apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// An amount with decimals, separators, a sign or a unit.
    Amount,
    /// Digits only: an amount, a code, a number of a row.
    Number,
    /// A dash.
    Dash,
    /// Anything else.
    Words,
}

impl Word {
    pub(super) fn of(text: &str) -> Word {
        match content(text) {
            Content::Amount(amount) if amount.plain => Word::Number,
            Content::Amount(_) => Word::Amount,
            Content::Dash if text != "无" => Word::Dash,
            _ => Word::Words,
        }
    }
}
