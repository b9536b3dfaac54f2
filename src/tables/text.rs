//! Tables in plain text: which lines are cells, and how they are kept apart.

use super::amount::{content, trimmed, Content};
use super::bars::is_bar;
use super::furniture;
use super::head::{is_furniture, plain};
use super::lattice::{Cell, Lattice};
use super::printed::Line;
use super::{bars, listing, rows, spacing, stream, Surroundings};
use crate::ledger::Ledger;
use crate::outline::{form_number_maybe, form_titled, starts_number};
use crate::within::has;
use std::ops::Range;

/// The tables of a passage: each starts with the title or the number of a form behind the cells of another.
pub(super) fn parts(ledger: &Ledger<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let text = ledger.text(range.clone());
    let mut parts = Vec::new();
    let (mut start, mut at) = (range.start, range.start);
    let mut cells = false;
    for line in broken(text) {
        let words = trimmed(line);
        if cells && opens_part(words) {
            parts.push(start..at);
            start = at;
            cells = false;
        }
        // Furniture is told from cells up to the first of these only.
        cells = cells || !(words.is_empty() || is_titled(words) || is_furniture(words));
        at += line.len() + 1;
    }
    parts.push(start..range.end);
    parts
}

/// The lines of a text without their ends; an empty one behind an end that closes it.
fn broken(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.scan(0, |start, end| Some(&text[std::mem::replace(start, end + 1)..end]))
}

/// Whether a line below cells is the title, the number or the caption of another table.
fn opens_part(words: &str) -> bool {
    is_titled(words) || starts_number(words) && form_number_maybe(&plain(words)).is_some() && is_furniture(words) || is_caption(words)
}

/// Whether a line is a title that is the only cell of a row between bars.
#[inline]
fn is_titled(words: &str) -> bool {
    (words.starts_with(is_bar) || words.ends_with(is_bar)) && form_titled(words.trim_matches(|c| is_bar(c) || c == ' ')).is_some()
}

/// Whether a line is the caption of a second part of a table: `相关统计数：`.
pub(super) fn is_caption(line: &str) -> bool {
    const LONGEST: usize = 12;
    line.ends_with('：') && line.chars().nth(LONGEST).is_none() && !furniture::is_note(line)
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
    let unread = || Stretches { unread: true, ..Stretches::default() };
    let mut lines = lines(ledger, range);
    let first = take_furniture(ledger, &mut lines, around);
    take_notes(ledger, &mut lines, first, around);
    let lines = &lines[first..];
    if let Some(cells) = cells_behind_bars(ledger, lines) {
        return listing::exact(ledger, &cells).map_or_else(unread, Stretches::from);
    }
    let Some(layout) = Layout::of(lines) else { return unread() };
    if layout.pipes > 1 && layout.pipes * 2 >= layout.filled {
        return bars::stretches(ledger, lines);
    }
    if layout.tabs > 1 {
        return match parts_alike(lines) {
            true => parted(ledger, lines).into(),
            false => rows::stretches(ledger, lines).unwrap_or_else(unread),
        };
    }
    let listed = layout.led * 2 >= layout.filled && layout.led > 0;
    let found = if listed { None } else { in_columns(ledger, lines) };
    let streamed = || stream::lattice(ledger, lines, around.form).filter(|_| !listed);
    found
        .or_else(|| listing::lattice(ledger, lines).or_else(streamed).map(Stretches::from))
        .unwrap_or_else(|| Stretches { unread: lines.iter().any(|line| holds_amounts(ledger, line)), ..Stretches::default() })
}

/// What lines are, by the marks between their cells.
#[derive(Debug, Default)]
struct Layout {
    filled: usize,
    /// Lines with bars between cells, with tabs between them, and with a tab before the first.
    pipes: usize,
    tabs: usize,
    led: usize,
}

impl Layout {
    /// `None` where a line has more marks than a row of cells.
    fn of(lines: &[Line<'_>]) -> Option<Self> {
        let mut layout = Layout::default();
        for line in lines.iter().filter(|line| !line.is_blank()) {
            let (bars, tabs) = (line.bars(), line.tabs());
            if bars + tabs > WIDEST {
                return None;
            }
            layout.filled += 1;
            layout.pipes += usize::from(bars > 1);
            layout.tabs += usize::from(tabs > 0 && line.text.trim_start_matches('\t').trim_end().contains('\t'));
            layout.led += usize::from(line.text.starts_with('\t'));
        }
        Some(layout)
    }
}

/// Reads lines whose cells stand beside each other, kept apart by blanks.
fn in_columns(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<Stretches> {
    if let Some(found) = rows::with_blanks(ledger, lines) {
        return Some(found.into());
    }
    let (mut celled, mut spaced) = (0, 0);
    for line in lines.iter().filter(|line| line.has_cells()) {
        celled += 1;
        spaced += usize::from(line.is_spaced());
    }
    if spaced * 2 < celled {
        return rows::stretches(ledger, lines);
    }
    // Lines of one cell have no columns.
    let found = (celled > 1).then(|| spacing::stretches(ledger, lines))?;
    (!found.lattices.is_empty()).then_some(found)
}

/// The cells of a list with a bar behind each, where a blank cell is a bar alone; `None` for other lines.
fn cells_behind_bars<'a>(ledger: &Ledger<'_>, lines: &[Line<'a>]) -> Option<Vec<Line<'a>>> {
    const FEWEST: usize = 4;
    let cells: Vec<Line<'a>> = lines.iter().filter(|line| !line.is_blank()).map(|line| line.behind_bar(ledger)).collect::<Option<_>>()?;
    (cells.len() >= FEWEST).then_some(cells)
}

/// Whether a blank cell keeps its tab: one stands between two of them, or the lines with amounts have as many cells as each other.
fn parts_alike(lines: &[Line<'_>]) -> bool {
    let filled = || lines.iter().filter(|line| !line.is_blank());
    if filled().any(|line| has(line.text, "\t\t")) {
        return true;
    }
    let mut cells = filled().filter(|line| line.text.bytes().any(|b| b.is_ascii_digit())).map(|line| line.text.split('\t').count());
    let first = cells.next();
    cells.all(|count| Some(count) == first)
}

impl From<Lattice> for Stretches {
    fn from(lattice: Lattice) -> Self {
        Stretches { lattices: vec![lattice], ..Stretches::default() }
    }
}

/// Whether an amount stands in a line.
fn holds_amounts(ledger: &Ledger<'_>, line: &Line<'_>) -> bool {
    if !line.has_cells() {
        return Word::of(trimmed(ledger.text(line.place()))) == Word::Amount;
    }
    line.text.split_whitespace().any(|token| Word::of(trimmed(ledger.text(ledger.folded.place(line.span(token))))) == Word::Amount)
}

/// The lines of a passage, page marks and running heads left out.
fn lines<'a>(ledger: &Ledger<'a>, range: Range<usize>) -> Vec<Line<'a>> {
    let source = ledger.source();
    let span = ledger.folded.span(range.start, range.end);
    // The blanks before the first character of a line are no part of folded text.
    let before = &source[..span.start];
    let start = before.trim_end_matches([' ', '\u{3000}', '\t']).len();
    let text = &source[start..span.end];
    let mut lines = Vec::with_capacity(memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1);
    let mut at = start;
    let mut page = 0;
    for text in broken(text) {
        let whole = if text.as_bytes().last() == Some(&b'\r') { text.trim_end_matches('\r') } else { text };
        let mut line = Line::of(ledger, whole, at, page);
        page += line.feeds();
        line.page = page;
        at += text.len() + 1;
        if !line.is_left_out() {
            lines.push(line);
        }
    }
    lines
}

/// Takes the title, the number and the unit above the cells: how many lines they are.
fn take_furniture(ledger: &Ledger<'_>, lines: &mut [Line<'_>], around: &mut Surroundings) -> usize {
    let mut taken = 0;
    for line in lines.iter() {
        if !line.words.contains(is_cell) {
            taken += 1;
            continue;
        }
        let whole =
            if line.bars() == 0 { line.place() } else { ledger.folded.place(line.span(line.words.trim_matches(|c: char| c.is_whitespace() || is_bar(c)))) };
        let text = ledger.text(whole.clone());
        if taken == 0 && is_caption(text) {
            around.captioned = true;
        } else if is_furniture(text) {
            around.above(ledger, whole);
        } else if line.bars() > 0 || line.has_cells() {
            let parts: Vec<Range<usize>> = cells_of(line).map(|part| ledger.folded.place(line.span(part))).collect();
            if !parts.iter().all(|part| is_furniture(ledger.text(part.clone()))) {
                break;
            }
            for part in parts {
                around.above(ledger, part);
            }
        } else {
            break;
        }
        taken += 1;
    }
    if let Some(first) = lines.get_mut(taken) {
        take_leading_furniture(ledger, first, around);
    }
    taken
}

/// The cells of a line that say something, whatever keeps them apart.
fn cells_of<'a>(line: &Line<'a>) -> impl Iterator<Item = &'a str> {
    let parts = line.text.split("  ").flat_map(|part| part.split(|c| matches!(c, '\t' | '\u{3000}') || is_bar(c)));
    parts.map(str::trim).filter(|part| part.contains(is_cell))
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
        *line = Line::of(ledger, rest, line.span(rest).start, line.page);
    }
}

/// Takes the notes below the cells, which start at line `cells`: from the first line that is one.
fn take_notes(ledger: &Ledger<'_>, lines: &mut Vec<Line<'_>>, cells: usize, around: &mut Surroundings) {
    let may_note = |line: &Line<'_>| line.may_say_table() && has(line.words, "表") || furniture::may_open_note(line.words);
    let is_note = |line: &Line<'_>| may_note(line) && furniture::is_note(&plain(ledger.text(line.place())));
    let Some(first) = lines[cells..].iter().position(is_note).map(|at| cells + at) else { return };
    let last = lines[first..].iter().position(|line| line.bars() > 2).map_or(lines.len(), |at| first + at);
    let mut open = true;
    for line in lines.drain(first..last).filter(|line| !line.is_blank()) {
        // What stands behind the end of a note is no note: lines that came out of order.
        open = open || is_note(&line) || furniture::is_next_note(&around.notes, &plain(line.text));
        if open {
            around.notes.push(ledger.printed(line.place()));
            open = !line.words.ends_with('。');
        }
    }
}

/// A lattice of lines that part their cells by tabs.
fn parted(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Lattice {
    let cells = lines.iter().enumerate().flat_map(|(row, line)| {
        let cell = move |(column, part): (usize, &str)| Cell::single(row, column, ledger.folded.place(line.span(trimmed(part))));
        line.text.split('\t').enumerate().map(cell)
    });
    Lattice::new(cells.collect())
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
