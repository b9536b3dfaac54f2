//! Tables whose columns are kept apart by blanks, as programs draw them that print the text of a page.

use super::amount::trimmed;
use super::head::{is_furniture, plain};
use super::lattice::{Cell, Lattice};
use super::names;
use super::printed::Line;
use super::spread::{self, SpreadHead};
use super::text::{Stretches, Word};
use super::{align, clusters};
use crate::ledger::Ledger;
use crate::outline::label_maybe;
use std::ops::Range;

/// A stretch of a line between blanks.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// From where to where it reaches, in columns.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its folded text.
    pub(super) text: Range<usize>,
    pub(super) word: Word,
}

impl Segment {
    /// Twice the middle, so that halves count.
    pub(super) fn middle(&self) -> usize {
        self.start + self.end
    }
}

/// The segments of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strip<'s> {
    pub(super) segments: &'s [Segment],
    pub(super) page: usize,
}

/// Tables have at most this many columns; wider ones stay text, for heads are fitted over columns in all ways.
pub(super) const MOST_COLUMNS: usize = 40;

/// How many columns a Han takes: programs count it as one or as two.
const WIDTHS: [usize; 2] = [2, 1];

/// A column of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// From where to where what stands in it reaches.
    pub(super) extent: Range<usize>,
    /// Whether it holds words; numbers, if not.
    pub(super) words: bool,
    /// Whether all its numbers are digits only, and the most digits of one.
    pub(super) plain: bool,
    pub(super) longest: usize,
}

/// The columns of a body.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) columns: Vec<Column>,
    /// For each segment, line by line, the column; `None` for what stands in none.
    pub(super) places: Vec<Option<usize>>,
}

/// What columns fit a body, and what speaks against them.
pub(super) trait Fit {
    /// How far the numbers of a column lie apart.
    fn doubt(&self) -> usize;

    /// The columns, with what of the body stands in each.
    fn columns(self, body: &[Strip<'_>]) -> Columns;
}

/// A lattice, and what speaks against it: how far the numbers of a column lie apart, and how many heads are none of a form.
struct Reading {
    lattice: Lattice,
    doubt: (usize, usize),
}

/// Reads lines whose cells are kept apart by blanks.
pub(super) fn stretches(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Stretches {
    let sections = sections(ledger, lines);
    let all = sections.len();
    let lattices: Vec<Lattice> = sections.into_iter().map_while(|section| lattice(ledger, section)).collect();
    Stretches { unread: lattices.len() < all, lattices, pieced: true }
}

/// The stretches of lines that start with the same head, as on each page of a long table; what a page prints above its head is left out.
fn sections<'a, 'l>(ledger: &Ledger<'_>, lines: &'l [Line<'a>]) -> Vec<&'l [Line<'a>]> {
    let filled: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].is_blank()).collect();
    let words = |at: usize| filled.get(at).map(|line| plain(ledger.text(lines[*line].place())));
    let (first, second) = (words(0), words(1));
    // Comparing lengths first keeps long tables cheap.
    let length = filled.first().map_or(0, |line| letters(lines[*line].text));
    let as_long = |line: &Line<'_>| line.text.len() >= length && letters(line.text) == length;
    let starts = |at: &usize| as_long(&lines[filled[*at]]) && words(*at) == first && words(at + 1) == second;
    let mut sections = Vec::new();
    let mut start = 0;
    for at in (1..filled.len()).filter(starts) {
        let is_above = |at: &usize| words(*at).is_some_and(|line| is_furniture(&line));
        let end = (0..at).rev().take_while(is_above).last().unwrap_or(at);
        sections.push(&lines[start..filled[end]]);
        start = filled[at];
    }
    sections.push(&lines[start..]);
    sections
}

/// How many bytes of a line are no blanks.
fn letters(line: &str) -> usize {
    line.bytes().filter(|b| !b.is_ascii_whitespace()).count()
}

fn lattice(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<Lattice> {
    // Cells that stand beside each other make a table.
    lines.iter().filter(|line| line.has_cells()).nth(1)?;
    let mut tokens = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        take_tokens(ledger, line, at, &mut tokens);
    }
    let parted = WIDTHS.map(|width| Parted::of(ledger, lines, &tokens, width));
    let pages: Vec<Page<'_>> = parted.iter().filter_map(|parted| Page::of(ledger, parted)).collect();
    least_doubtful(ledger, &pages, clusters::layout).or_else(|| least_doubtful(ledger, &pages, align::columns))
}

/// The reading of the page that speaks least against it; of several the first.
fn least_doubtful<F: Fit>(ledger: &Ledger<'_>, pages: &[Page<'_>], fit: impl Fn(&Ledger<'_>, &[Strip<'_>]) -> Option<F>) -> Option<Lattice> {
    let mut fitted: Vec<(&Page<'_>, F)> = pages.iter().filter_map(|page| Some((page, fit(ledger, page.body())?))).collect();
    fitted.sort_by_key(|(_, fit)| fit.doubt());
    let mut best: Option<Reading> = None;
    for (page, fit) in fitted {
        // Heads only tell between pages whose columns are as doubtful.
        if best.as_ref().is_some_and(|best| best.doubt.0 < fit.doubt()) {
            break;
        }
        let reading = page.read(ledger, fit);
        best = match (best, reading) {
            (Some(best), Some(reading)) if reading.doubt < best.doubt => Some(reading),
            (best, reading) => best.or(reading),
        };
    }
    best.map(|reading| reading.lattice)
}

/// The segments of all lines of a table, and those of each line by where they end.
struct Parted {
    segments: Vec<Segment>,
    lines: Vec<PartedLine>,
}

struct PartedLine {
    end: usize,
    page: usize,
}

impl Parted {
    /// Parts lines whose Han take `width` columns; those without segments are left out.
    fn of(ledger: &Ledger<'_>, lines: &[Line<'_>], tokens: &[Token], width: usize) -> Self {
        let mut parted = Parted { segments: Vec::with_capacity(tokens.len()), lines: Vec::with_capacity(lines.len()) };
        for tokens in tokens.chunk_by(|a, b| a.line == b.line) {
            let start = parted.segments.len();
            take_segments(ledger, tokens, width, &mut parted.segments);
            let end = parted.segments.len();
            if end > start {
                parted.lines.push(PartedLine { end, page: lines[tokens[0].line].page });
            }
        }
        parted
    }

    fn strips(&self) -> Vec<Strip<'_>> {
        let strip = |start: &mut usize, line: &PartedLine| {
            let start = std::mem::replace(start, line.end);
            Some(Strip { segments: &self.segments[start..line.end], page: line.page })
        };
        self.lines.iter().scan(0, strip).collect()
    }
}

/// The filled lines of a table.
struct Page<'s> {
    strips: Vec<Strip<'s>>,
    /// The first of its body.
    body: usize,
}

impl<'s> Page<'s> {
    /// `None` where no body is found.
    fn of(ledger: &Ledger<'_>, parted: &'s Parted) -> Option<Self> {
        let strips = parted.strips();
        if strips.iter().any(|s| s.segments.len() > MOST_COLUMNS) {
            return None;
        }
        let kept_apart = strips.iter().filter(|s| s.segments.len() > 1).count();
        let body = (0..strips.len()).find(|at| starts_body(ledger, &strips[*at], *at > 0))?;
        let body = body - usize::from(body > 1 && opens_above(ledger, &strips[body - 1], &strips[body]));
        if kept_apart < 2 || body == 0 && strips.len() < 2 {
            return None;
        }
        Some(Page { strips, body })
    }

    /// The lines of its body.
    fn body(&self) -> &[Strip<'s>] {
        &self.strips[self.body..]
    }

    /// Reads it with the columns that fit its body.
    fn read(&self, ledger: &Ledger<'_>, fit: impl Fit) -> Option<Reading> {
        let (above, body) = self.strips.split_at(self.body);
        let doubt = fit.doubt();
        let Columns { columns, places } = fit.columns(body);
        let SpreadHead { mut cells, rows: above, places: shown, unknown } = spread::head(ledger, above, &columns)?;
        let mut body = rows(ledger, body, &panels(&columns), &places);
        for (row, line) in body.chunk_by_mut(|a, b| a.row == b.row).enumerate() {
            line.sort_by_key(|cell| cell.column);
            for cell in line {
                (cell.row, cell.column) = (above + row, shown[cell.column]);
            }
        }
        cells.append(&mut body);
        (!cells.is_empty()).then(|| Reading { lattice: Lattice::new(cells), doubt: (doubt, unknown) })
    }
}

/// Whether a line that only holds words is the start of a label whose numbers stand on the next line.
fn opens_above(ledger: &Ledger<'_>, above: &Strip<'_>, first: &Strip<'_>) -> bool {
    let [only] = above.segments else { return false };
    let coded = is_code(ledger.text(first.segments[0].text.clone())) && first.segments.iter().all(|s| s.word != Word::Words);
    coded && only.word == Word::Words && !names::is_head(&plain(ledger.text(only.text.clone())))
}

/// Whether a line is the first of the body: it states a number that is none of a column, or an item with its number.
fn starts_body(ledger: &Ledger<'_>, strip: &Strip<'_>, headed: bool) -> bool {
    let words = |segment: &Segment| plain(ledger.text(segment.text.clone()));
    if strip.segments.iter().any(|s| s.word == Word::Amount) {
        return true;
    }
    let numbers = || strip.segments.iter().filter(|s| s.word == Word::Number).filter_map(|s| trimmed(ledger.text(s.text.clone())).parse::<usize>().ok());
    let rising = || numbers().nth(1).is_some() && numbers().zip(1..).all(|(number, at)| number == at);
    if numbers().next().is_some() && !rising() && !strip.segments.iter().any(|s| words(s) == "栏次") {
        return true;
    }
    if !headed {
        return false;
    }
    let first = words(&strip.segments[0]);
    label_maybe(&first).is_some_and(|label| label.skip > 0 && label.skip < first.len()) || strip.segments.len() == 1 && matches!(&*first, "合计" | "总计")
}

/// What stands between two blanks of a line.
struct Token {
    /// The blanks before it and its characters: those that take one column, and those that take the width of a Han.
    gap: [usize; 2],
    length: [usize; 2],
    text: Range<usize>,
    word: Word,
    /// The number of its line.
    line: usize,
}

/// Takes the tokens of a line.
fn take_tokens(ledger: &Ledger<'_>, line: &Line<'_>, number: usize, tokens: &mut Vec<Token>) {
    let mut gap = [0; 2];
    let bytes = line.text.as_bytes();
    let mut at = 0;
    loop {
        at += blanks(&bytes[at..], &mut gap);
        let start = at;
        let (length, columns) = unbroken(&bytes[at..]);
        if length == 0 {
            return;
        }
        at += length;
        let text = ledger.folded.place(line.span(&line.text[start..at]));
        tokens.push(Token { gap: std::mem::take(&mut gap), length: columns, word: Word::of(trimmed(ledger.text(text.clone()))), text, line: number });
    }
}

/// The bytes of the blanks that a text starts with; `gap` counts them by their width.
fn blanks(text: &[u8], gap: &mut [usize; 2]) -> usize {
    let mut at = 0;
    loop {
        // Nearly all are of ASCII.
        let narrow = text[at..].iter().take_while(|byte| **byte == b' ').count();
        gap[0] += narrow;
        at += narrow;
        let Some((length, wide)) = blank(&text[at..]) else { return at };
        gap[usize::from(wide)] += 1;
        at += length;
    }
}

/// The bytes of a text up to its first blank, and how many characters of them take one column, and how many the width of a Han.
fn unbroken(text: &[u8]) -> (usize, [usize; 2]) {
    let mut counts = [0; 4];
    for (at, byte) in text.iter().enumerate() {
        let kind = KINDS[usize::from(*byte)];
        if kind == MAY_BE_BLANK {
            if blank(&text[at..]).is_some() {
                return (at, [counts[NARROW], counts[WIDE]]);
            }
            // What starts as blanks of more bytes do.
            counts[WIDE] += 1;
        } else {
            counts[kind as usize] += 1;
        }
    }
    (text.len(), [counts[NARROW], counts[WIDE]])
}

const NARROW: usize = 0;
const WIDE: usize = 1;
const GOES_ON: u8 = 2;
const MAY_BE_BLANK: u8 = 3;

/// What starts with a byte: a character of ASCII, a wider one, none, or perhaps a blank.
static KINDS: [u8; 256] = {
    let mut kinds = [NARROW as u8; 256];
    let mut byte = 0x80;
    while byte < kinds.len() {
        kinds[byte] = if byte < 0xc0 { GOES_ON } else { WIDE as u8 };
        byte += 1;
    }
    kinds[b' ' as usize] = MAY_BE_BLANK;
    kinds[b'\t' as usize] = MAY_BE_BLANK;
    kinds[b'\x0c' as usize] = MAY_BE_BLANK;
    kinds[b'\r' as usize] = MAY_BE_BLANK;
    kinds[0xe3] = MAY_BE_BLANK;
    kinds[0xc2] = MAY_BE_BLANK;
    kinds
};

/// The bytes of the blank that a text starts with, and whether it is as wide as a Han; `None` if it starts with another character.
fn blank(text: &[u8]) -> Option<(usize, bool)> {
    match text {
        [b' ' | b'\t' | b'\x0c' | b'\r', ..] => Some((1, false)),
        [0xe3, 0x80, 0x80, ..] => Some((3, true)),
        [0xc2, 0xa0, ..] => Some((2, false)),
        _ => None,
    }
}

/// Takes the stretches of a line between two blanks or more, where Han take `width` columns; numbers stand alone.
fn take_segments(ledger: &Ledger<'_>, tokens: &[Token], width: usize, segments: &mut Vec<Segment>) {
    let first = segments.len();
    let mut column = 0;
    for token in tokens {
        let [start, columns] = [token.gap, token.length].map(|[narrow, wide]| narrow + wide * width);
        let start = column + start;
        column = start + columns;
        let segment = Segment { start, end: column, word: token.word, text: token.text.clone() };
        match segments[first..].last_mut().filter(|last| joins(ledger, last, &segment)) {
            Some(last) => {
                last.end = segment.end;
                last.text.end = segment.text.end;
                last.word = Word::Words;
            }
            None => segments.push(segment),
        }
    }
    if segments[first..].iter().any(|s| s.text.is_empty()) {
        let own = segments.split_off(first);
        segments.extend(own.into_iter().filter(|s| !s.text.is_empty()));
    }
}

/// Words that forms print with a blank between their two characters.
const SPACED: &[&str] = &["项目", "合计", "总计", "小计", "栏次", "行次", "收入", "支出", "科目", "名称", "编码", "金额", "备注", "单位"];

/// Whether a word is one of those.
pub(super) fn is_spaced(word: &str) -> bool {
    SPACED.contains(&word)
}

/// Whether two texts make one of those.
pub(super) fn are_halves(first: &str, second: &str) -> bool {
    const LENGTH: usize = "项目".len();
    first.len() + second.len() == LENGTH && SPACED.iter().any(|word| word.strip_prefix(first) == Some(second))
}

/// Whether a token goes on with the one before it: words behind one blank, or the halves of 项 目.
fn joins(ledger: &Ledger<'_>, last: &Segment, next: &Segment) -> bool {
    const WIDEST: usize = 12;
    let gap = next.start - last.end;
    if gap > WIDEST {
        return false;
    }
    let (before, behind) = (ledger.text(last.text.clone()), ledger.text(next.text.clone()));
    if is_single(before) && is_single(behind) {
        return are_halves(before, behind);
    }
    let words = |word: Word| word == Word::Words;
    // Heads side by side: 小计, or two that each start a name.
    let heads = || behind == "小计" || names::opens_head(before) && names::opens_head(behind);
    if gap == 1 && words(last.word) && words(next.word) && heads() {
        return false;
    }
    gap <= 1
        && (words(last.word) && words(next.word)
            || last.word == Word::Number && words(next.word) && !is_code(before)
            || words(last.word) && next.word == Word::Number && !is_code(behind))
}

/// Whether a text is one character.
fn is_single(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some() && chars.next().is_none()
}

pub(super) fn is_code(text: &str) -> bool {
    let code = trimmed(text);
    matches!(code.len(), 3 | 5 | 7) && code.bytes().all(|b| b.is_ascii_digit())
}

/// The halves of the table: ranges of columns, each from its codes or labels on.
fn panels(columns: &[Column]) -> Vec<Range<usize>> {
    let is_code = |column: &&Column| !column.words && column.plain && column.longest <= 7;
    let mut starts: Vec<usize> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        if !column.words {
            continue;
        }
        let codes = columns[..at].iter().rev().take_while(is_code).count();
        let coded = columns[at - codes..at].iter().any(|c| c.longest >= 3);
        let start = if coded { at - codes } else { at };
        // Words right behind words of the same half are its remarks.
        if starts.last().is_none_or(|last| columns[*last..start].iter().any(|c| !c.words)) {
            starts.push(start);
        }
    }
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    starts.dedup();
    let ends = starts[1..].iter().copied().chain([columns.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// What stands in a column: its number, and its text.
type Placed = (usize, Range<usize>);

/// The part of a line that belongs to one half.
#[derive(Debug, Clone, Default)]
struct Part {
    line: usize,
    label: Option<Placed>,
    /// Its numbers, of all those of its half; whether the first of them is a code.
    numbers: Range<usize>,
    coded: bool,
}

/// The rows of the body, with labels that are broken over lines put together: cells by the line and the column they stand in.
fn rows(ledger: &Ledger<'_>, body: &[Strip<'_>], panels: &[Range<usize>], places: &[Option<usize>]) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(places.len());
    for panel in panels {
        let mut numbers = Vec::with_capacity(places.len());
        let parts = parts(ledger, body, panel, places, &mut numbers);
        let coded = parts.iter().filter(|p| p.coded).count() * 2 > parts.iter().filter(|p| !p.numbers.is_empty()).count();
        let joined = if coded { join_around_codes(ledger, codes_joined(ledger, parts)) } else { join_items(ledger, parts) };
        for (part, rest) in joined {
            let single = |(column, text): Placed| Cell::single(part.line, column, text);
            cells.extend(part.label.map(|label| Cell { rest, ..single(label) }));
            cells.extend(numbers[part.numbers].iter().cloned().map(single));
        }
    }
    if panels.len() > 1 {
        cells.sort_by_key(|cell| cell.row);
    }
    cells
}

/// The parts of all lines that belong to one half; their numbers go to `numbers`.
fn parts(ledger: &Ledger<'_>, body: &[Strip<'_>], panel: &Range<usize>, places: &[Option<usize>], numbers: &mut Vec<Placed>) -> Vec<Part> {
    let mut parts = Vec::with_capacity(body.len());
    let mut places = places.iter();
    for (line, strip) in body.iter().enumerate() {
        let first = numbers.len();
        let mut label = None;
        for (segment, place) in strip.segments.iter().zip(places.by_ref()) {
            let Some(column) = place.filter(|c| panel.contains(c)) else { continue };
            if segment.word == Word::Words && label.is_none() {
                label = Some((column, segment.text.clone()));
            } else {
                numbers.push((column, segment.text.clone()));
            }
        }
        let coded = numbers.get(first).is_some_and(|(_, text)| is_code(ledger.text(text.clone())));
        if label.is_some() || numbers.len() > first {
            parts.push(Part { line, label, numbers: first..numbers.len(), coded });
        }
    }
    parts
}

/// Codes that stand alone on the line above the name and the amounts of their row go down to them.
fn codes_joined(ledger: &Ledger<'_>, parts: Vec<Part>) -> Vec<Part> {
    let mut joined: Vec<Part> = Vec::with_capacity(parts.len());
    for mut part in parts {
        let alone = |above: &Part| above.label.is_none() && above.numbers.len() == 1 && above.coded && above.line + 1 == part.line;
        let named = || part.label.as_ref().is_some_and(|(_, text)| !is_total(ledger.text(text.clone())));
        let waits = !part.numbers.is_empty() && !part.coded && joined.last().is_some_and(alone) && named();
        if let Some(above) = joined.pop_if(|_| waits) {
            // The numbers of the two lines stand behind each other.
            part.numbers.start = above.numbers.start;
            part.coded = true;
        }
        joined.push(part);
    }
    joined
}

/// A row and what of its label stands on other lines.
type Joined = (Part, Vec<Range<usize>>);

/// Rows of items without codes: a label opens one, what is no label goes on with the one above.
fn join_items(ledger: &Ledger<'_>, parts: Vec<Part>) -> Vec<Joined> {
    let mut rows: Vec<Joined> = Vec::with_capacity(parts.len());
    let mut parts = parts.into_iter().peekable();
    while let Some(part) = parts.next() {
        // A label whose numbers stand alone on the next line is broken around them.
        let before_numbers = part.numbers.is_empty() && parts.peek().is_some_and(|next| next.label.is_none() && next.line == part.line + 1);
        let opens = || before_numbers || part.label.as_ref().is_some_and(|(_, text)| opens_row(ledger.text(text.clone())));
        let waits = |row: &Part| row.numbers.is_empty() && row.label.is_some() && row.line + 1 == part.line;
        match (rows.last_mut(), part.numbers.is_empty()) {
            // The numbers of a label that was broken stand beside its middle.
            (Some((row, rest)), false) if waits(row) && !opens() => {
                rest.extend(part.label.map(|(_, text)| text));
                row.numbers = part.numbers;
                row.line = part.line;
            }
            (Some((row, rest)), true) if !opens() && !ends_complete(ledger, row, rest, &part) => match row.label {
                Some(_) => rest.extend(part.label.map(|(_, text)| text)),
                None => row.label = part.label,
            },
            _ => rows.push((part, Vec::new())),
        }
    }
    rows
}

/// Whether the label above is the whole name of a row, and no name any more with the words of the next line.
fn ends_complete(ledger: &Ledger<'_>, row: &Part, rest: &[Range<usize>], next: &Part) -> bool {
    let (Some((_, label)), Some((_, words))) = (&row.label, &next.label) else { return false };
    let whole: String = std::iter::once(label).chain(rest).map(|range| plain(ledger.text(range.clone()))).collect();
    names::is_row(&whole) && !names::is_row(&format!("{whole}{}", plain(ledger.text(words.clone()))))
}

/// Whether a label is the start of one: it has its number, or is a name that rows have.
fn opens_row(text: &str) -> bool {
    let name = plain(text);
    label_maybe(&name).is_some_and(|label| label.skip < name.len())
        || name.starts_with("其中")
        || matches!(&*name, "合计" | "总计" | "小计")
        || names::is_row(&name)
}

/// Rows with codes: lines that only hold words belong to the rows around them, as many above as below where they are centred.
fn join_around_codes(ledger: &Ledger<'_>, parts: Vec<Part>) -> Vec<Joined> {
    let is_row = |part: &Part| !part.numbers.is_empty() || part.label.as_ref().is_some_and(|(_, text)| is_total(ledger.text(text.clone())));
    let anchors: Vec<usize> = (0..parts.len()).filter(|at| is_row(&parts[*at])).collect();
    let loose: Vec<usize> = runs(&anchors, parts.len());
    if loose.iter().all(|lines| *lines == 0) {
        return parts.into_iter().map(|part| (part, Vec::new())).collect();
    }
    let length = |part: &Part| part.label.as_ref().map(|(_, text)| trimmed(ledger.text(text.clone())).chars().count());
    let lengths: Vec<Option<usize>> = parts.iter().map(length).collect();
    let hung = vec![0; anchors.len()];
    let above = centred(&anchors, &loose, &lengths).filter(|above| {
        // Both ways come out even where each of two labels goes on in one line: the one that breaks labels where they are full is right.
        let breaks = |above: &[usize]| (0..anchors.len()).all(|at| is_full_but_last(&lengths[lines_of(&anchors, &loose, above, at)]));
        breaks(above) || !breaks(&hung)
    });
    let above = above.unwrap_or(hung);
    let mut rows: Vec<Joined> = Vec::with_capacity(anchors.len());
    for (at, anchor) in anchors.iter().enumerate() {
        let mut pieces = parts[lines_of(&anchors, &loose, &above, at)].iter().filter_map(|part| part.label.clone());
        let part = Part { label: pieces.next(), ..parts[*anchor].clone() };
        rows.push((part, pieces.map(|(_, text)| text).collect()));
    }
    rows
}

/// The parts that hold the label of a row: `above` says how many lines above each row belong to it.
fn lines_of(anchors: &[usize], loose: &[usize], above: &[usize], at: usize) -> Range<usize> {
    let below = loose[at + 1] - above.get(at + 1).copied().unwrap_or(0);
    anchors[at] - above[at]..anchors[at] + 1 + below
}

/// Whether all pieces of a label but the last are nearly as long as the longest; parts without a piece have no length.
fn is_full_but_last(lengths: &[Option<usize>]) -> bool {
    const SHORTFALL: usize = 3;
    let longest = lengths.iter().flatten().copied().max().unwrap_or(0);
    lengths.iter().flatten().rev().skip(1).all(|length| length + SHORTFALL >= longest)
}

fn is_total(text: &str) -> bool {
    let name = plain(text);
    matches!(&*name, "合计" | "总计" | "小计") || name.ends_with("合计")
}

/// How many parts stand before the first anchor, between each two, and behind the last.
fn runs(anchors: &[usize], parts: usize) -> Vec<usize> {
    let starts = std::iter::once(0).chain(anchors.iter().map(|a| a + 1));
    starts.zip(anchors.iter().copied().chain([parts])).map(|(start, end)| end - start).collect()
}

/// What it costs to give each row its lines: labels that do not break where they are full, then those that are not even.
type Unevenness = (usize, usize);

/// How many loose lines above each row belong to it, if labels are centred on their row; `None` where that does not come out.
///
/// A label of an even number of lines has one more above its row or below it.
fn centred(anchors: &[usize], loose: &[usize], lengths: &[Option<usize>]) -> Option<Vec<usize>> {
    const MOST: usize = 8;
    // ways[row][above]: the least cost of all rows before one that has so many lines above it, and what the row before had.
    let mut ways: Vec<[Option<(Unevenness, usize)>; MOST + 1]> = vec![[None; MOST + 1]; anchors.len() + 1];
    *ways[0].get_mut(loose[0])? = Some(((0, 0), 0));
    for (at, anchor) in anchors.iter().enumerate() {
        for above in 0..=MOST {
            let Some(((broken, uneven), _)) = ways[at][above] else { continue };
            let off = usize::from(lengths[*anchor].is_some());
            for below in above.saturating_sub(off)..=(above + off).min(loose[at + 1]) {
                let behind = loose[at + 1] - below;
                let full = is_full_but_last(&lengths[anchor - above..anchor + 1 + below]);
                let cost = (broken + usize::from(!full), uneven + usize::from(above != below));
                if let Some(way) = ways[at + 1].get_mut(behind).filter(|way| way.is_none_or(|(least, _)| cost < least)) {
                    *way = Some((cost, above));
                }
            }
        }
    }
    let mut above = vec![0; anchors.len()];
    let mut behind = 0;
    for at in (0..anchors.len()).rev() {
        behind = ways[at + 1][behind]?.1;
        above[at] = behind;
    }
    Some(above)
}
