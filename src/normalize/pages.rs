//! Page marks: which lines print the number of a page.

use super::line::Line;

const DASHES: &[char] = &['-', '—', '–', '─', '－', '―', '~', '～', '·', '•', '.', ' ', '\u{3000}', '\u{a0}'];

/// How a line that may be a page mark is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageMark {
    /// `— 8 —`, `第8页`, `8 / 20`: nothing else is written so.
    Sure,
    /// `8` alone: a page number or a cell.
    Bare,
}

/// The most bytes of a page mark.
const LONGEST_MARK: usize = 40;

/// Reads a line, without the blanks around it, as a page mark.
///
/// ```ebnf
/// mark = { dash } number { dash } | [ "第" ] number "页" [ … "共" number "页" ] | number "/" number ;
/// ```
/// Seen as `— 8 —`, `─13─`, `-12-`, `第 3 页 共 20 页`, `7`.
fn page_mark(line: &str) -> Option<PageMark> {
    if line.len() > LONGEST_MARK || !line.starts_with(opens_mark) || !line.contains(is_digit) {
        return None;
    }
    if is_plain_number(line) {
        return None;
    }
    if is_short_number(line) {
        return Some(PageMark::Bare);
    }
    let inner = line.trim_matches(DASHES);
    if inner.len() < line.len() && is_short_number(inner) && !line.starts_with(['.', '-']) {
        return Some(PageMark::Sure);
    }
    if line.starts_with('-') && line.ends_with('-') && line.len() > 2 && is_short_number(inner) {
        return Some(PageMark::Sure);
    }
    paged(line).then_some(PageMark::Sure)
}

/// Whether a line is a number longer than those of pages, as most cells are: nothing stands around its digits.
fn is_plain_number(line: &str) -> bool {
    match line.as_bytes() {
        [b'0'..=b'9', inner @ .., b'0'..=b'9'] if inner.len() > LONGEST_NUMBER - 2 => inner.iter().all(|b| b.is_ascii() && *b != b'/'),
        _ => false,
    }
}

/// Whether a page mark may start with the character; most lines start with another one.
fn opens_mark(c: char) -> bool {
    is_digit(c) || is_of_page(c) || DASHES.contains(&c)
}

/// Whether it is a digit of either width.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether a page mark in words may hold the character beside its digits.
fn is_of_page(c: char) -> bool {
    c.is_whitespace() || matches!(c, '第' | '页' | '頁' | '共' | '/' | '，' | ',' | '-' | '—')
}

/// The most digits of the number of a page.
const LONGEST_NUMBER: usize = 3;

fn is_short_number(text: &str) -> bool {
    let most = LONGEST_NUMBER * '９'.len_utf8();
    !text.is_empty() && text.len() <= most && text.chars().all(is_digit) && text.chars().count() <= LONGEST_NUMBER
}

/// `第3页`, `第3页共20页`, `3页/20页`, `3/20`: numbers and words of pages only.
fn paged(line: &str) -> bool {
    if !line.chars().all(|c| is_digit(c) || is_of_page(c)) {
        return false;
    }
    let words = line.contains('页') || line.contains('頁');
    words || line.contains('/') && line.split('/').count() == 2 && line.split('/').all(|n| is_short_number(n.trim()))
}

/// The number a page mark prints.
fn page_number(line: &str) -> Option<u32> {
    line.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).try_fold(0u32, |n, c| n.checked_mul(10)?.checked_add(c.to_digit(10)?))
}

/// A line that holds a short number and nothing else.
#[derive(Debug)]
struct Bare {
    start: usize,
    number: usize,
    /// Whether a form feed stands between it and the line before or behind it.
    at_feed: bool,
    /// Whether a line beside it says that it is a cell.
    cell: bool,
    /// Whether nothing stands behind it, or a page broke what stands before it.
    ends: bool,
}

/// A page of text has at least this many bytes.
const SHORTEST_PAGE: usize = 240;

/// No page has a greater number.
const LAST_PAGE: usize = 999;

/// The lines of a text that may be page marks.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// Those that can be nothing else, by where they start.
    sure: Vec<u32>,
    bares: Vec<Bare>,
    /// The line before that is not blank.
    before: Option<Line>,
    /// Whether a page ended since then.
    fed: bool,
    /// Whether only blank lines followed the last number.
    open: bool,
}

impl Candidates {
    /// Sees a line of the source.
    pub(super) fn see(&mut self, line: &Line, source: &str) {
        if let Some(bare) = self.bares.last_mut().filter(|_| self.open) {
            bare.at_feed |= line.has_feed();
            bare.cell |= is_cell(line.text(source));
            bare.ends &= line.is_blank();
            self.open = line.is_blank();
        }
        self.fed |= line.has_feed();
        if line.is_blank() {
            return;
        }
        if line.may_hold_digits() {
            self.digits(line, source);
        }
        self.before = Some(*line);
        self.fed = false;
    }

    fn digits(&mut self, line: &Line, source: &str) {
        let (text, start) = (line.text(source), line.range().start);
        match page_mark(text) {
            Some(PageMark::Sure) => self.sure.push(start as u32),
            Some(PageMark::Bare) => self.bare(text, start, source),
            None => {}
        }
    }

    fn bare(&mut self, line: &str, start: usize, source: &str) {
        if let Some(number) = bare_number(line) {
            let before = self.before.map_or("", |before| before.text(source));
            let cell = is_short_number(before) || matches!(before, "栏次" | "行次");
            self.bares.push(Bare { start, number, at_feed: self.fed, cell, ends: true });
            self.open = true;
        }
    }

    /// The page marks among them; numbers of pages rise by one and lie a page apart, or stand beside a form feed where there are any.
    pub(super) fn marks(self, feeds: bool) -> Vec<Mark> {
        let sure = self.sure.into_iter().map(|start| Mark { start, kind: PageMark::Sure });
        let numbers = page_numbers(self.bares, feeds).into_iter().map(|start| Mark { start: start as u32, kind: PageMark::Bare });
        let mut marks: Vec<Mark> = sure.chain(numbers).collect();
        marks.sort_unstable_by_key(|mark| mark.start);
        marks
    }
}

/// Where the lines start that hold the number of a page and nothing else.
fn page_numbers(mut bares: Vec<Bare>, feeds: bool) -> Vec<usize> {
    if bares.is_empty() {
        return Vec::new();
    }
    if feeds {
        bares.retain(|bare| bare.at_feed);
        return longest_count(&bares, 0);
    }
    bares.retain(|bare| !bare.cell);
    let starts = longest_count(&bares, SHORTEST_PAGE);
    let alone = |start: usize| bares.iter().any(|bare| bare.start == start && bare.ends);
    match starts.as_slice() {
        [one] if !alone(*one) => Vec::new(),
        _ => starts,
    }
}

/// A page mark on a line of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where its text starts in the source.
    pub(super) start: u32,
    pub(super) kind: PageMark,
}

/// Takes from marks those of the lines before, and that of the line whose text starts at `start`.
pub(super) fn passed(marks: &mut &[Mark], start: usize) -> Option<PageMark> {
    let mut found = None;
    while let Some((mark, rest)) = marks.split_first().filter(|(mark, _)| mark.start as usize <= start) {
        *marks = rest;
        found = Some(mark.kind).filter(|_| mark.start as usize == start);
    }
    found
}

/// The number that a line holds and nothing else.
fn bare_number(line: &str) -> Option<usize> {
    if !line.starts_with(is_digit) || !is_short_number(line) {
        return None;
    }
    page_number(line).map(|n| n as usize).filter(|n| (1..=LAST_PAGE).contains(n))
}

/// Whether a line holds an amount or the number of a column or row: a page breaks above a label or a code.
fn is_cell(line: &str) -> bool {
    let amount = line.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && line.contains('.')
        && line.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-'));
    amount || is_short_number(line)
}

/// The longest run of numbers that rise by one, `apart` bytes or more between two; a page whose number is not printed is passed over.
///
/// The first page that is numbered may be 1 to 3, for covers are not.
fn longest_count(bares: &[Bare], apart: usize) -> Vec<usize> {
    const FIRST: usize = 3;
    struct Run {
        length: usize,
        /// Its last number among the bare ones, and the run before it.
        last: usize,
        before: Option<usize>,
    }
    let mut runs: Vec<Run> = Vec::with_capacity(bares.len());
    // The run to go on from, by its last number.
    let mut best: Vec<Option<usize>> = vec![None; LAST_PAGE + 1];
    for (last, bare) in bares.iter().enumerate() {
        let follows = |run: &usize| bares[runs[*run].last].start + apart <= bare.start;
        let before = [1, 2].iter().filter_map(|step| best[bare.number.checked_sub(*step)?]).filter(follows).max_by_key(|run| runs[*run].length);
        if before.is_none() && bare.number > FIRST {
            continue;
        }
        let length = before.map_or(0, |run| runs[run].length) + 1;
        runs.push(Run { length, last, before });
        if best[bare.number].is_none_or(|run| runs[run].length < length) {
            best[bare.number] = Some(runs.len() - 1);
        }
    }
    let mut starts = Vec::new();
    let mut at = runs.iter().enumerate().rev().max_by_key(|(_, run)| run.length).map(|(at, _)| at);
    while let Some(run) = at {
        starts.push(bares[runs[run].last].start);
        // The number of a page that holds a title only stands too near.
        if let Some(before) = runs[run].before.map(|before| runs[before].last) {
            let last = runs[run].last;
            let between = bares[before + 1..last].iter().find(|b| b.number + 1 == bares[last].number && b.number == bares[before].number + 1);
            starts.extend(between.map(|b| b.start));
        }
        at = runs[run].before;
    }
    starts.reverse();
    starts
}

#[cfg(test)]
mod tests {
    use super::super::line::Lines;
    use super::*;

    /// The page marks of a text, as they are printed.
    fn marks(text: &str) -> Vec<&str> {
        let lines = Lines::of(text, &[]);
        let mut candidates = Candidates::default();
        lines.iter().for_each(|line| candidates.see(&line, text));
        let starts: Vec<usize> = candidates.marks(false).into_iter().map(|mark| mark.start as usize).collect();
        lines.iter().filter(|line| starts.contains(&line.range().start)).map(|line| line.text(text)).collect()
    }

    #[test]
    fn marks_are_found_between_unseen_characters_and_behind_every_line_end() {
        assert_eq!(marks("收入。\n\u{200b}— 2 —\u{feff}\n支出。\n\0第3页\0\n"), ["— 2 —", "第3页"]);
        assert_eq!(marks("收入。\r— 2 —\r支出。\r\n第3页\r\n"), ["— 2 —", "第3页"]);
        assert_eq!(marks("收入— 2 —\n支出第3页\n"), Vec::<&str>::new());
    }
}
