//! The fold itself: one pass over the lines, one over the bytes of each.

use super::entity;
use super::line::{Line, Lines, NARROWEST};
use super::lines::{RunningHeads, Widths, Wrapping};
use super::map::Map;
use super::pages::{self, Candidates, Mark, PageMark};
use super::plain::plain_run;
use super::{stops, traditional, Folded};
use crate::source::{Grid, HeadingMark, Source};
use crate::span::Span;
use std::ops::Range;

/// Folds a decoded text.
pub(super) fn fold(document: &Source) -> Folded {
    let source = document.text();
    let grids = document.grids();
    let feeds = memchr::memchr(b'\x0c', source.as_bytes()).is_some();
    let lines = Lines::of(source, grids);
    let (mut widths, mut candidates) = (Widths::none(), Candidates::default());
    for line in lines.iter() {
        widths.see(&line);
        candidates.see(&line, source);
    }
    let wrapping = Wrapping::of(&widths);
    let pages = candidates.marks(feeds);
    let mut fold = Fold {
        source,
        out: String::with_capacity(source.len() + 16),
        map: Map::default(),
        page_marks: Vec::new(),
        markup: Vec::new(),
        wrapping,
        heads: if wrapping.full.is_some() { RunningHeads::of(source, &lines, &pages, feeds) } else { RunningHeads::default() },
        marks: &document.content.headings,
        headings: Vec::new(),
        grids: Vec::with_capacity(grids.len()),
        pages: &pages,
        last: None,
        tight: false,
        quoted: false,
        points: stops::are_points(source),
    };
    fold.text(&lines, grids);
    let text = if traditional::is_traditional(&fold.out) { traditional::simplify(&fold.out) } else { fold.out };
    Folded {
        text,
        map: fold.map,
        page_marks: fold.page_marks,
        markup: fold.markup,
        grids: fold.grids,
        headings: fold.headings,
        wrapped: wrapping.full.is_some(),
    }
}

/// What is remembered of the line before.
#[derive(Debug, Clone, Copy, Default)]
struct LastLine<'a> {
    /// Without the blanks around it; empty for a cell of a grid.
    text: &'a str,
    columns: usize,
    /// Whether the paragraph starts with the indent of running text.
    running: bool,
    cell: bool,
    /// As of [`Next::apart`] and [`Next::pushed_in`].
    apart: bool,
    pushed_in: bool,
    blank: bool,
    page: bool,
    /// A page mark that can be nothing else stood behind it.
    broken: bool,
}

impl LastLine<'_> {
    fn is_labelled(&self) -> bool {
        starts_with_label(self.text)
    }

    /// Whether it may be a title: 50 Han at most.
    fn is_short(&self) -> bool {
        self.text.len() <= 150
    }

    /// Whether it is too short to be a sentence that was broken.
    fn is_title(&self) -> bool {
        self.text.len() < SHORTEST_BROKEN * 4 && self.text.chars().count() < SHORTEST_BROKEN
    }
}

/// A line as it is looked at to tell whether it goes on with the one before.
struct Next<'a> {
    /// Without the blanks around it.
    text: &'a str,
    cell: bool,
    /// Whether a page ends in it.
    feed: bool,
    /// Whether it is a row of cells that blanks keep apart, where lines are wrapped.
    apart: bool,
    /// Whether blanks push it in, likewise.
    pushed_in: bool,
}

struct Fold<'a> {
    source: &'a str,
    out: String,
    map: Map,
    page_marks: Vec<Span>,
    markup: Vec<Span>,
    wrapping: Wrapping,
    heads: RunningHeads,
    /// The page marks on lines of their own, from the next one on.
    pages: &'a [Mark],
    last: Option<LastLine<'a>>,
    /// The next character belongs to the number that the last one ended, though a line end stands between them.
    tight: bool,
    /// An ASCII quotation mark is open.
    quoted: bool,
    /// Whether sentences end in an ASCII point.
    points: bool,
    /// The headings that the format marks, from the next one on.
    marks: &'a [HeadingMark],
    /// Where they start in folded text.
    headings: Vec<(usize, u8)>,
    grids: Vec<Range<usize>>,
}

impl<'a> Fold<'a> {
    /// Folds the lines, and the cells of the grids between them.
    fn text(&mut self, lines: &Lines<'_>, grids: &[Grid]) {
        let mut lines = lines.iter().peekable();
        for grid in grids {
            while let Some(line) = lines.next_if(|line| line.from() < grid.span.start) {
                self.line(&line);
            }
            self.grid(grid);
        }
        lines.for_each(|line| self.line(&line));
        self.close();
    }

    /// Folds each cell to a paragraph of its own.
    fn grid(&mut self, grid: &Grid) {
        self.close();
        let from = self.out.len();
        let mut row = None;
        for cell in &grid.cells {
            self.close();
            self.map.push(self.out.len(), cell.span.start, 0, 1);
            self.out.push(if row.replace(cell.row) == Some(cell.row) { '\t' } else { '\x0b' });
            self.characters(&self.source[cell.span.start..cell.span.end], cell.span.start);
            self.last = Some(LastLine { cell: true, ..LastLine::default() });
        }
        self.close();
        self.grids.push(from..self.out.len());
    }

    /// Notes where a heading starts that the format marks.
    fn mark_heading(&mut self, start: usize) {
        while let Some((mark, rest)) = self.marks.split_first().filter(|(mark, _)| mark.span.start <= start) {
            self.marks = rest;
            if mark.span.end > start {
                self.headings.push((self.out.len(), mark.level));
                return;
            }
        }
    }

    /// Ends the open paragraph.
    fn close(&mut self) {
        if self.last.take().is_some() {
            let at = self.out.len();
            let end = self.map.last_end(at);
            // Where the source breaks the line right here, the break is text like any other.
            let from = usize::from(self.source.as_bytes().get(end) == Some(&b'\n'));
            self.map.push(at, end, from, 1);
            self.out.push('\n');
        }
        self.quoted = false;
    }

    fn line(&mut self, line: &Line) {
        let source: &'a str = self.source;
        let wrapped = self.wrapping.full.is_some();
        let cell = line.is_tabbed() && !wrapped;
        if line.is_blank() && !cell {
            if let Some(last) = &mut self.last {
                last.blank = true;
                last.page |= line.has_feed();
            }
            return;
        }
        let text = line.text(source);
        let from = line.range().start;
        if !cell && self.furniture(text, from) {
            return;
        }
        let row = cell && self.last.is_none_or(|last| last.blank);
        let starts = self.wrapping.indented && line.is_indented();
        let (apart, pushed_in) = (line.is_barred() || wrapped && line.is_apart(), wrapped && line.is_pushed_in());
        let joins = !starts && self.joins(&Next { text, cell, feed: line.has_feed(), apart, pushed_in });
        let running = starts || joins && self.last.is_some_and(|last| last.running);
        if !joins {
            self.close();
            if cell {
                self.map.push(self.out.len(), line.from(), 1, 1);
                self.out.push(if row { '\x0b' } else { '\t' });
            }
        }
        self.mark_heading(from);
        match line.is_plain(self.points) {
            true if line.is_spaced() => self.words(text, from),
            true if !text.is_empty() => self.verbatim(text, from, true),
            _ => self.characters(text, from),
        }
        self.last = Some(LastLine { text, columns: line.columns(), running, cell, apart, pushed_in, ..LastLine::default() });
    }

    /// Sets a page mark or a running head aside.
    fn furniture(&mut self, text: &str, from: usize) -> bool {
        let head = !self.out.is_empty() && self.heads.contains(text);
        let read = pages::passed(&mut self.pages, from);
        let sure = read == Some(PageMark::Sure);
        let mark = head || read.is_some();
        if mark {
            self.page_marks.push(Span::new(from, from + text.len()));
            if let Some(last) = &mut self.last {
                last.page = true;
                last.broken |= sure;
            }
        }
        mark
    }

    /// Whether a line goes on with the paragraph before it.
    fn joins(&mut self, line: &Next<'_>) -> bool {
        let Some(last) = &self.last else { return false };
        if line.cell || last.cell {
            return false;
        }
        let next = line.text;
        let page = last.page || line.feed;
        let wrapped = self.wrapping.full.is_some();
        if last.blank && !wrapped || line.apart || last.apart {
            return false;
        }
        let before = self.out.chars().next_back();
        if next.starts_with(is_closing) && !(next.starts_with('、') && before.is_some_and(is_ending)) {
            return true;
        }
        let before = before.unwrap_or('\n');
        let ended = is_ending(before);
        let near = !last.blank || page;
        let labelled = || starts_with_label(next);
        let broken = before.is_ascii_digit() && starts_with_unit(next);
        let listed = || matches!(before, '，' | '、' | '（' | '“' | '《') && !labelled();
        // A title that ends in 表 is whole: what follows is the title of its first table.
        // A part's title may break before its year; what a year starts below an item of a list is a title of its own.
        let anew = || starts_with_year(next) && !last.text.starts_with('第');
        let title = || before != '表' && last.is_short() && !last.blank && !ended && completes_title(next) && last.is_labelled() && !labelled() && !anew();
        let flows = wrapped && !line.pushed_in && !last.pushed_in && self.flows(last, next, before);
        // A sentence that a page mark breaks goes on behind it.
        let paged = || last.broken && !ended && !last.is_title() && !last.is_labelled() && !labelled();
        let joins = near && (broken || listed() || title() || closes_bracket(last.text, next)) || flows || paged();
        self.tight = joins && flows && (before.is_ascii_digit() || before == '.' || before == ',');
        joins
    }

    /// Whether the text of a wrapped line goes on in the next one; `before` is the last character before that.
    fn flows(&self, last: &LastLine<'_>, next: &str, before: char) -> bool {
        // In a paragraph that is indented, a full line goes on with the next one though a sentence ends there.
        let passes = before == '；' || before == '。' && last.running;
        if is_ending(before) && !passes {
            return false;
        }
        let width = last.columns;
        if is_ending(before) && !self.wrapping.is_brimful(width, next) {
            return false;
        }
        let titled = || last.is_short() && ["说明", "情况"].iter().any(|end| self.out.ends_with(end)) && last.is_labelled();
        (self.wrapping.is_full(width, next) || last.running && width >= NARROWEST) && !starts_with_label(next) && !titled()
    }

    /// Folds a line that is copied as it stands but for its blanks; none stand at its ends.
    fn words(&mut self, line: &str, from: usize) {
        let bytes = line.as_bytes();
        let (mut at, mut spaced) = (0, true);
        while let Some(length) = memchr::memchr(b' ', &bytes[at..]) {
            self.verbatim(&line[at..at + length], from + at, spaced);
            at += length;
            spaced = separates(bytes, at);
            at += blanks(bytes, at);
        }
        self.verbatim(&line[at..], from + at, spaced);
    }

    /// Folds the characters of a line.
    fn characters(&mut self, line: &str, from: usize) {
        let bytes = line.as_bytes();
        // Looked for once, however many points part it.
        let mut plain_to = 0;
        let mut at = 0;
        let mut spaced = true;
        while at < bytes.len() {
            if plain_to <= at {
                plain_to = at + plain_run(&bytes[at..]);
            }
            let mut run = plain_to - at;
            if self.points && run > 0 {
                run = stops::before_point(bytes, at, run);
                if run == 0 {
                    self.replaced('。', from + at, 1, std::mem::take(&mut spaced));
                    at += 1;
                    continue;
                }
            }
            if run > 0 {
                self.verbatim(&line[at..at + run], from + at, std::mem::take(&mut spaced));
                at += run;
                continue;
            }
            if bytes[at] == b' ' {
                spaced |= separates(bytes, at);
                at += blanks(bytes, at);
                continue;
            }
            at += self.special(line, at, from, &mut spaced);
        }
    }

    /// Appends source text as it is, behind a blank if two numbers or two Latin words would run together.
    #[inline]
    fn verbatim(&mut self, text: &str, from: usize, gap: bool) {
        self.separate(text.as_bytes()[0], from, gap);
        self.map.push(self.out.len(), from, 1, 1);
        self.out.push_str(text);
    }

    #[inline]
    fn separate(&mut self, next: u8, from: usize, gap: bool) {
        let tight = std::mem::take(&mut self.tight);
        // Asked first, for most text stands behind Han or a line end.
        let Some(before) = self.out.as_bytes().last().copied().filter(|before| is_word(*before)) else { return };
        let apart = gap && !tight && (next.is_ascii_alphanumeric() || next == b'.' || next == b'-' && before.is_ascii_digit());
        if apart {
            self.map.push(self.out.len(), from, 0, 1);
            self.out.push(' ');
        }
    }

    /// Replaces a character of the source by another one.
    fn replaced(&mut self, c: char, from: usize, length: usize, gap: bool) {
        let mut buffer = [0; 4];
        let folded = c.encode_utf8(&mut buffer);
        self.separate(folded.as_bytes()[0], from, gap);
        self.map.push(self.out.len(), from, length, folded.len());
        self.out.push_str(folded);
    }

    /// Folds what is neither copied as it stands nor a common blank; the bytes taken.
    fn special(&mut self, line: &str, at: usize, from: usize, spaced: &mut bool) -> usize {
        let rest = &line[at..];
        let first = rest.chars().next().expect("a special byte starts a character");
        let length = first.len_utf8();
        if is_blank(first) {
            *spaced = true;
            return length;
        }
        let gap = std::mem::take(spaced);
        if let Some(markup) = match first {
            '&' => entity::entity_maybe(rest),
            '<' => entity::comment_maybe(rest),
            _ => None,
        } {
            self.markup(markup, from + at, gap, spaced);
            return markup.length;
        }
        if let Some(length) = pinyin(line, at).or_else(|| inline_page_mark(line, at)) {
            let span = Span::new(from + at, from + at + length);
            if first == '(' || first == '（' { &mut self.markup } else { &mut self.page_marks }.push(span);
            return length;
        }
        match self.folded_character(first, line, at) {
            Some(to) if to != first => self.replaced(to, from + at, length, gap),
            Some(_) => self.verbatim(&rest[..length], from + at, gap),
            None => {}
        }
        length
    }

    fn markup(&mut self, markup: entity::Markup, from: usize, gap: bool, spaced: &mut bool) {
        match markup.meaning {
            None => self.markup.push(Span::new(from, from + markup.length)),
            Some(c) if is_blank(c) => {
                self.markup.push(Span::new(from, from + markup.length));
                *spaced = true;
            }
            Some(c) => {
                if markup.length > 3 {
                    self.markup.push(Span::new(from, from + markup.length));
                }
                let c = self.folded_character(c, "", 0).unwrap_or(c);
                self.replaced(c, from, markup.length, gap);
            }
        }
    }

    /// The character that a special one is folded to; `None` if it is left out.
    fn folded_character(&mut self, c: char, line: &str, at: usize) -> Option<char> {
        let digit_before = self.out.as_bytes().last().is_some_and(u8::is_ascii_digit);
        let next = line[at.min(line.len())..].chars().nth(1);
        let digit_behind = next.is_some_and(|n| n.is_ascii_digit() || ('０'..='９').contains(&n));
        Some(match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => return None,
            c if c.is_control() => return None,
            '"' => {
                self.quoted = !self.quoted;
                if self.quoted {
                    '“'
                } else {
                    '”'
                }
            }
            ',' if digit_before && digit_behind => ',',
            ',' => '，',
            ':' if digit_before && digit_behind => ':',
            ':' => '：',
            ';' => '；',
            '(' => '（',
            ')' => '）',
            '『' | '「' | '＂' => '“',
            '』' | '」' => '”',
            '，' | '：' | '；' | '（' | '）' => c,
            '！' | '？' => c,
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).expect("full-width forms mirror ASCII"),
            _ => c,
        })
    }
}

/// Lines shorter than this are titles or cells, not sentences that a page broke.
const SHORTEST_BROKEN: usize = 12;

/// Whether a short line ends the bracket that a title above it left open: `…支出明细表（按支出功能分类科目-不含` and `上年结转）`.
fn closes_bracket(before: &str, next: &str) -> bool {
    const LONGEST: usize = 60;
    let open = |text: &str| text.rfind(['（', '(']).is_some_and(|at| !text[at..].contains(['）', ')']));
    next.len() <= LONGEST && next.ends_with(['）', ')']) && !next.contains(['（', '(']) && open(before) && !before.contains(['。', '；'])
}

/// What a line never starts with unless it goes on with the one before.
fn is_closing(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '、' | '）' | '”' | '》' | '%' | '％' | '！' | '？')
}

/// What a paragraph ends with.
fn is_ending(c: char) -> bool {
    matches!(c, '。' | '；' | '：' | '！' | '？' | '\n')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\x0b' || matches!(c, '\u{a0}' | '\u{3000}')
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'%'
}

/// Units that a number is broken from by a line end, each with what makes another word of it: 日常公用经费, 人员经费.
const UNITS: &[(char, &[char])] = &[
    ('万', &[]),
    ('亿', &[]),
    ('元', &['旦']),
    ('%', &[]),
    ('％', &[]),
    ('个', &['人']),
    ('人', &['员', '均', '大', '民', '事', '才']),
    ('辆', &[]),
    ('批', &['复', '准']),
    ('次', &['年']),
    ('台', &['账']),
    ('年', &['初', '末', '终', '内', '度']),
    ('月', &['均']),
    ('日', &['常', '均']),
];

fn starts_with_unit(line: &str) -> bool {
    let mut behind = line.chars();
    let Some(first) = behind.next() else { return false };
    UNITS.iter().find(|(unit, _)| *unit == first).is_some_and(|(_, others)| !behind.as_str().starts_with(*others))
}

/// Whether a line starts with four digits that can be a year, whatever their width: 2020年度, not 20项 or 20200.
fn starts_with_year(line: &str) -> bool {
    const YEARS: std::ops::RangeInclusive<u32> = 1949..=2049;
    let digit = |c: char| c.to_digit(10).or_else(|| ('０'..='９').contains(&c).then(|| c as u32 - '０' as u32));
    let (count, number) = line.chars().map_while(digit).take(5).fold((0, 0), |(count, number), digit| (count + 1, number * 10 + digit));
    count == 4 && YEARS.contains(&number)
}

/// Whether a line starts as a heading or an item of a list does: `第二部分`, `一、`, `（一）`, `1.`, `（1）`, `①`.
fn starts_with_label(line: &str) -> bool {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return false };
    let second = chars.next().unwrap_or('\n');
    match first {
        '第' => line.chars().take(6).any(|c| c == '部') && line.contains("部分"),
        '（' | '(' => is_ordinal(second) && chars.take(4).any(|c| matches!(c, '）' | ')')),
        '一'..='龥' if is_ordinal(first) => {
            line.chars().take(5).find(|c| !is_ordinal(*c)).is_some_and(|c| matches!(c, '、' | '.' | '．' | '，' | '：' | ':'))
        }
        '0'..='9' | '０'..='９' => {
            let behind = line.chars().skip_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).collect::<Behind>();
            matches!(behind.0, '、' | '.' | '．') && !behind.1.is_ascii_digit()
        }
        '①'..='⑳' => true,
        _ => false,
    }
}

/// The first two characters behind a number.
struct Behind(char, char);

impl FromIterator<char> for Behind {
    fn from_iter<I: IntoIterator<Item = char>>(iter: I) -> Self {
        let mut chars = iter.into_iter();
        Behind(chars.next().unwrap_or('\n'), chars.next().unwrap_or('\n'))
    }
}

fn is_ordinal(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '0'..='9' | '０'..='９')
}

/// Whether a short line ends a title that was broken over two lines: `…支出预` + `算表情况说明`.
fn completes_title(line: &str) -> bool {
    const LONGEST: usize = 14;
    line.len() <= LONGEST * 4
        && line.ends_with(['明', '况', '。', '表', '成'])
        && ["说明", "情况", "情况。", "决算表", "预算表", "情况表", "概况", "構成", "构成"].iter().any(|end| line.ends_with(end))
        && line.chars().count() <= LONGEST
}

/// How many blanks stand side by side from `at` on.
fn blanks(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|b| **b == b' ').count()
}

/// Whether the blanks from `at` on keep apart what stands around them. No number is spaced so widely that a row of them could stand in it.
fn separates(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1) == Some(&b' ') || !closes_spaced_number(bytes, at)
}

/// Digits with a blank between each: `2 0 2 0 年`, `1 8 6 . 4 5`. The blank closes if it stands in a row of at least three
/// single characters.
fn closes_spaced_number(bytes: &[u8], at: usize) -> bool {
    const LEAST: usize = 3;
    let is_part = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_digit() || *b == b'.');
    let is_single = |i: usize| is_part(bytes.get(i)) && !(i > 0 && is_part(bytes.get(i - 1))) && !is_part(bytes.get(i + 1));
    let (mut before, mut behind) = (0, 0);
    let mut left = Some(at);
    while let Some(blank) = left.filter(|b| before < LEAST && *b >= 1 && bytes[*b] == b' ' && is_single(*b - 1)) {
        before += 1;
        left = blank.checked_sub(2);
    }
    let mut right = at;
    while behind < LEAST && bytes.get(right) == Some(&b' ') && is_single(right + 1) {
        behind += 1;
        right += 2;
    }
    before >= 1 && behind >= 1 && before + behind >= LEAST
}

/// The longest pinyin syllable, `zhuāng`, has seven bytes.
const LONGEST_SYLLABLE: usize = 10;

/// Pinyin in brackets behind a Han character, as mirrors in traditional characters add: `部門(mén)`; its length.
fn pinyin(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    let inner = rest.strip_prefix('(').or_else(|| rest.strip_prefix('（'))?;
    let end = inner.char_indices().take(LONGEST_SYLLABLE).find(|(_, c)| matches!(c, ')' | '）'))?;
    let syllable = &inner[..end.0];
    let toned = syllable.chars().any(|c| matches!(c, 'à'..='ü' | 'ā'..='ǜ'));
    let latin = syllable.chars().all(|c| c.is_ascii_lowercase() || matches!(c, 'à'..='ü' | 'ā'..='ǜ'));
    let han_before = line[..at].chars().next_back().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    (toned && latin && han_before).then(|| rest.len() - inner.len() + end.0 + end.1.len_utf8())
}

/// A page mark inside a sentence: `65.88万—8—元`; its length. A dash, one to three digits and the same dash, with no digit beside them.
fn inline_page_mark(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    let dash = rest.chars().next().filter(|c| matches!(c, '—' | '─' | '-'))?;
    let inner = rest[dash.len_utf8()..].trim_start_matches(' ');
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let behind = inner[digits..].trim_start_matches(' ').strip_prefix(dash)?;
    let before = line[..at].trim_end().chars().next_back()?;
    let clear =
        !before.is_ascii_alphanumeric() && !behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == dash) && before != dash && !behind.is_empty();
    ((1..=3).contains(&digits) && clear).then(|| rest.len() - behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_from_words_that_start_like_them() {
        for line in ["万元。", "人，其中", "个", "月31日", "日前", "%"] {
            assert!(starts_with_unit(line), "{line}");
        }
        for line in ["日常公用经费", "日均客流", "月均支出", "人员经费", "人均支出", "个人和家庭的补助", "支出"] {
            assert!(!starts_with_unit(line), "{line}");
        }
    }

    #[test]
    fn years_of_either_width_are_told_from_other_numbers() {
        for line in ["2020年度", "２０２０年度", "1999年", "2020“三公”经费"] {
            assert!(starts_with_year(line), "{line}");
        }
        for line in ["20项支出", "20200", "2050年", "年度"] {
            assert!(!starts_with_year(line), "{line}");
        }
    }
}
