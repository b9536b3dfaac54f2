//! Headings in running text: of paragraphs that hold more than one section, and of reports that stand on one line.

use super::numbering::{label_maybe, Label, Style};
use super::scan::{behind_title, is_longer, window, Scan, Title};
use super::sentence::{gives_number, gives_value, is_title_in_whole, money_in, opens_clause, speaks_money, starts, states_quantity};
use super::title::{ends_as_title, ends_of_words, kind_of, LONGEST};
use super::PassageKind;
use crate::quantity::date_maybe;
use crate::span::start_of;
use crate::within::{has, length_of};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use smallvec::smallvec;
use std::ops::Range;

/// Where a title stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// Behind a label that starts a line, in a text of lines.
    Line,
    /// Behind that label in running text.
    Running(Label),
}

/// How far a title may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// As the titles of the forms do.
    Title,
    /// An item of a list whose first is a heading: they are sentences.
    Item,
    /// A line that ends as a title does and names the body in full: 关于青溪县人民法院2022年度部门决算一般公共预算支出情况说明.
    Body,
    /// What names items of the classification, with their 类, 款 and 项.
    Class,
}

impl Reach {
    /// The most characters of such a title.
    fn longest(self) -> usize {
        match self {
            Reach::Title => LONGEST,
            Reach::Item | Reach::Body => 60,
            Reach::Class => 90,
        }
    }
}

/// Where the words of a title end, in bytes behind its label.
struct TitleEnd {
    length: usize,
    /// Whether nothing but a blank of the source parts it from its text.
    apart: bool,
}

impl TitleEnd {
    fn marked(length: usize) -> Self {
        TitleEnd { length, apart: false }
    }
}

impl<'a> Scan<'a> {
    /// Running text, with the headings that stand in it.
    pub(super) fn running(&mut self, start: usize, end: usize) {
        let mut from = start;
        if self.text[start..end].len() < SHORTEST_WITH_HEADINGS {
            self.push(PassageKind::Prose, start..end);
            return;
        }
        // The heading that the line starts with is one of its chapters.
        let line = memchr::memrchr(b'\n', &self.text.as_bytes()[..start]).map_or(0, |n| n + 1);
        let labelled = start > line && label_maybe(&self.text[start..end]).is_some();
        let one_line = labelled || is_one_line(&self.text[line..end]);
        let mut at = start;
        if let Some(contents) = one_line.then(|| self.inline_contents(start..end)).flatten() {
            self.push(PassageKind::Prose, start..contents.start);
            self.push(PassageKind::Contents, contents.clone());
            self.entries = entries(&self.text[contents.clone()]);
            from = contents.end;
            at = contents.end;
        }
        while let Some(found) = self.next_inline(at, end, one_line) {
            if self.attachment_list(found, from, end) {
                return;
            }
            match self.inline_heading(found, end, one_line) {
                Some((label, title_start, title)) => {
                    self.push(PassageKind::Prose, from..found);
                    self.open_heading(found..found + label.length, smallvec![title_start..title_start + title.length], label);
                    from = behind_title(self.text, title_start + title.length, end);
                    at = from;
                }
                None => at = found + self.text[found..].chars().next().map_or(1, char::len_utf8),
            }
        }
        self.push(PassageKind::Prose, from..end);
    }

    /// Reads a title from `at`: up to 。 ： or the end of the paragraph, or up to where its text starts without a mark.
    pub(super) fn title(&self, at: usize, end: usize, place: Place) -> Option<Title> {
        let rest = window(&self.text[at..end]);
        let reach = self.reach(rest, place);
        let TitleEnd { length, apart } = self.title_end(rest, at, place, reach)?;
        let printed = &rest[..length];
        let fits = length > 0 && !is_longer(printed, reach.longest()) && !states_quantity(printed) && !gives_number(printed) && !printed.ends_with('，');
        let behind = behind_title(self.text, at + length, end);
        fits.then_some(Title { length, runs_in: behind < end, apart })
    }

    /// How far the title may reach that starts a text.
    fn reach(&self, rest: &str, place: Place) -> Reach {
        // What no longer title is allowed for needs no telling from one.
        let is_body = || is_longer(rest, LONGEST) && ends_as_title(rest) && !rest.contains(['，', '。', '；']) && kind_of(rest, false).is_some();
        match place {
            _ if names_class(rest) => Reach::Class,
            Place::Running(label) if self.follows_a_heading(label) => Reach::Item,
            Place::Line if is_body() => Reach::Body,
            _ => Reach::Title,
        }
    }

    /// Whether a label goes on with the count of the heading that is open.
    fn follows_a_heading(&self, label: Label) -> bool {
        self.open.last().is_some_and(|open| open.style == Some(label.style) && open.ordinal + 1 == label.ordinal)
    }

    /// Where a title ends: at a mark, where its text starts without one, or with the line. `None` if it goes on beyond the longest.
    fn title_end(&self, rest: &str, at: usize, place: Place, reach: Reach) -> Option<TitleEnd> {
        match place {
            Place::Line => self.end_in_line(rest, at, reach).map(TitleEnd::marked),
            Place::Running(label) => self.end_in_running_text(rest, at, label, reach),
        }
    }

    /// Where a title ends behind a label that starts a line.
    fn end_in_line(&self, rest: &str, at: usize, reach: Reach) -> Option<usize> {
        const LONGEST_CHARACTER: usize = 4;
        let longest = reach.longest();
        let within = |end: usize| (!is_longer(&rest[..end], longest + 1)).then_some(end);
        // Nothing else ends a title in a text of lines.
        if !holds_mark(rest) {
            return within(rest.len());
        }
        let near = start_of(rest, (longest + 2) * LONGEST_CHARACTER);
        let end = marks(near).find(|mark| is_end(rest, *mark, reach)).unwrap_or(rest.len());
        let in_whole = Lazy::new(|| is_title_in_whole(rest));
        let text_starts = |offset: &usize| {
            !rest[*offset..].starts_with(['，', '、']) && self.text_starts(rest, at, *offset, Place::Line) && (self.folded.gap(at + offset) || !*in_whole)
        };
        let earlier = ends_of_words(&rest[..end], longest).filter(|offset| *offset < end).find(text_starts);
        earlier.or_else(|| within(end))
    }

    /// Where a title ends behind a label in running text.
    fn end_in_running_text(&self, rest: &str, at: usize, label: Label, reach: Reach) -> Option<TitleEnd> {
        let longest = reach.longest();
        let in_whole = Lazy::new(|| is_title_in_whole(rest));
        let mut ends = ends_of_words(rest, longest).peekable();
        for (count, (offset, c)) in rest.char_indices().enumerate() {
            if may_be_mark(c) && is_end(rest, offset, reach) {
                return Some(TitleEnd::marked(offset));
            }
            if count > longest {
                return None;
            }
            let ended = ends.next_if_eq(&offset).is_some();
            if count < 2 || matches!(c, '，' | '、') {
                continue;
            }
            if ended && self.text_starts(rest, at, offset, Place::Running(label)) && (self.folded.gap(at + offset) || !*in_whole) {
                return Some(TitleEnd::marked(offset));
            }
            if label.style != Style::Arabic && c.is_ascii_digit() && is_year(&rest[offset..]) && names_fee(&rest[..offset]) {
                return Some(TitleEnd::marked(offset));
            }
            if self.parts_title(rest, at, offset, label.style) {
                return Some(TitleEnd { length: offset, apart: true });
            }
        }
        Some(TitleEnd::marked(rest.len()))
    }

    /// Whether text starts at `offset`, behind a word that ends titles.
    fn text_starts(&self, rest: &str, at: usize, offset: usize, place: Place) -> bool {
        /// Characters of a title that no form has: 管理 starts a sentence.
        const SHORTEST: usize = 4;
        let behind = &rest[offset..];
        match place {
            Place::Running(_) => {
                let labelled = label_maybe(behind).is_some() && !behind.starts_with(|c: char| c.is_ascii_digit());
                let apart = !behind.starts_with('（') && self.folded.gap(at + offset);
                let words = || offset >= SHORTEST * '字'.len_utf8() || kind_of(&rest[..offset], false).is_some();
                labelled || apart || (is_year(behind) || starts(behind)) && words()
            }
            // In a text of lines a line that is all title goes on to its end.
            Place::Line => {
                let first = || label_maybe(behind).is_some_and(|label| label.style == Style::Bracketed && label.ordinal == 1);
                behind.contains(['。', '，', '：']) && kind_of(&rest[..offset], false).is_some() && (first() || starts(behind))
            }
        }
    }

    /// Whether a blank of the source parts a title from its text where no word ends it: 专项管理清单 本中心要建立.
    fn parts_title(&self, rest: &str, at: usize, offset: usize, style: Style) -> bool {
        const SHORTEST: usize = 4;
        if self.folded.wrapped || !self.folded.gap(at + offset) {
            return false;
        }
        let (title, behind) = rest.split_at(offset);
        let label = label_maybe(behind).is_some();
        let text = label || is_year(behind) || !behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '（' | '“' | '《'));
        let words = title.chars().count() >= SHORTEST
            && !title.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '，' | '、' | ' '))
            && (label || !title.ends_with('）'));
        let opens = !title.starts_with(|c: char| c.is_ascii_digit()) || is_year(title);
        text && words && opens && (style != Style::Arabic || label || starts(behind)) && !opens_clause(title) && !states_quantity(title)
    }

    /// A table of contents in running text: from 目录 to where its first entry comes again.
    fn inline_contents(&self, range: Range<usize>) -> Option<Range<usize>> {
        let text = &self.text[range.clone()];
        CONTENTS.find(text.as_bytes())?;
        let start = text.find("目录一、").or_else(|| text.find("目录第一部分"))?;
        let entry = start + "目录".len();
        let label = label_maybe(&text[entry..])?;
        let words = &text[entry + label.skip..];
        let length = words
            .char_indices()
            .take(24)
            .find(|(at, c)| matches!(c, '.' | '…' | '·' | ' ') || c.is_ascii_digit() || *at > 0 && label_maybe(&words[*at..]).is_some())?
            .0;
        let first = &text[entry..entry + label.skip + length];
        let again = text[entry + first.len()..].find(first)?;
        if speaks_money(&text[start..entry + first.len() + again]) {
            return None;
        }
        Some(range.start + start..range.start + entry + first.len() + again)
    }

    /// The next place where a label may stand in running text: behind the end of a sentence, a colon or a blank.
    fn next_inline(&self, at: usize, end: usize, one_line: bool) -> Option<usize> {
        if !one_line {
            return self.next_behind_stop(at, end);
        }
        let text = &self.text.as_bytes()[..end];
        let mut here = at;
        while let Some(first) = text.get(here) {
            if opens_label(&text[here..]) && self.may_label(here, end) {
                return Some(here);
            }
            here += length_of(*first);
        }
        None
    }

    /// Whether a label may stand at `here`, where a character stands that opens labels.
    fn may_label(&self, here: usize, end: usize) -> bool {
        let (before, text) = (&self.text[..here], &self.text[here..end]);
        if text.starts_with(is_digit) && before.ends_with(is_digit) || !text.starts_with('附') && label_maybe(text).is_none() {
            return false;
        }
        let previous = before.chars().next_back().unwrap_or('\n');
        self.behind_stop(here, previous) || self.next_chapter(here, previous)
    }

    /// The same behind a full stop only: elsewhere labels in a paragraph number its clauses.
    fn next_behind_stop(&self, at: usize, end: usize) -> Option<usize> {
        let here = |stop: usize| stop + '。'.len_utf8();
        let opens = |here: &usize| opens_label(&self.text.as_bytes()[*here..end]) && !self.text[*here..end].starts_with(is_digit);
        let first = Some(at).filter(|_| self.text[..at].ends_with('。'));
        let stops = FULL_STOP.find_iter(&self.text.as_bytes()[at..end]).map(|stop| here(at + stop));
        first
            .into_iter()
            .chain(stops)
            .filter(|h| *h < end)
            .find(|h| opens(h) && (self.text[*h..].starts_with('附') || label_maybe(&self.text[*h..end]).is_some()))
    }

    /// Whether a sentence or a title ends before `at`.
    fn behind_stop(&self, at: usize, previous: char) -> bool {
        matches!(previous, '。' | '；' | '：') || self.folded.gap(at) || self.behind_title_word(at)
    }

    /// Whether the label of the chapter that is next in the count stands at `at`, whatever is before it but a number.
    fn next_chapter(&self, at: usize, previous: char) -> bool {
        const OF_A_COUNT: &[char] = &['第', '、', '（', '“', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百'];
        let label = || label_maybe(&self.text[at..]).filter(|label| label.style == Style::Chapter && self.text[..at + label.length].ends_with('、'));
        !OF_A_COUNT.contains(&previous) && label().is_some_and(|label| self.continues_count(label, false))
    }

    fn behind_title_word(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let window = before.char_indices().rev().take(8).last().map_or(before, |(i, _)| &before[i..]);
        ends_as_title(window)
    }

    /// Reads a heading in running text: it goes on with the count, and its title ends as titles do.
    fn inline_heading(&self, at: usize, end: usize, one_line: bool) -> Option<(Label, usize, Title)> {
        let label = label_maybe(&self.text[at..end])?;
        let read = matches!(label.style, Style::Part | Style::Chapter | Style::Bracketed | Style::Arabic);
        if !read || label.style != Style::Chapter && !one_line {
            return None;
        }
        // Most numbers in running text are of no count.
        if !self.continues_count(label, true) || !self.may_head(label, &self.text[at..end]) {
            return None;
        }
        let start = at + label.skip;
        let listed = self.entries.iter().find(|entry| self.text[start..end].starts_with(**entry) && label.style == Style::Chapter);
        let title = match listed {
            Some(entry) => Title { length: entry.len(), runs_in: true, apart: false },
            None => self.title(start, end, Place::Running(label))?,
        };
        let printed = &self.text[start..start + title.length];
        let kind = kind_of(printed, label.style == Style::Part);
        if !self.continues_count(label, kind.is_some()) {
            return None;
        }
        let previous = self.text[..at].chars().next_back().unwrap_or('\n');
        let stands = self.behind_stop(at, previous) || kind.is_some() && ends_as_title(printed);
        if !stands {
            return None;
        }
        // 主要原因是：1、人员增加；2、标准提高: numbered reasons.
        const LOOKED_BACK: usize = 80;
        let from = self.text[..at].char_indices().rev().take(LOOKED_BACK).last().map_or(at, |(from, _)| from);
        let reason = self.text[from..at].rsplit('。').next().is_some_and(|sentence| sentence.contains("原因"));
        let item = !matches!(label.style, Style::Part | Style::Chapter);
        if item && gives_value(&self.text[start + title.length..end]) {
            return None;
        }
        let known = ends_as_title(printed) || title.apart || item && !reason;
        (known && !printed.contains("如下")).then_some((label, start, title))
    }

    /// Whether a label goes on with the count of its style; with a title of the forms it may skip one that was not recognised.
    pub(super) fn continues_count(&self, label: Label, known: bool) -> bool {
        const SKIPPED: u32 = 2;
        /// The last chapter that a report has; the highest number seen is 14.
        const LAST: u32 = 16;
        let reach = if known { SKIPPED } else { 0 };
        match self.open.iter().rfind(|o| o.style == Some(label.style)) {
            Some(open) => (open.ordinal + 1..=open.ordinal + 1 + reach).contains(&label.ordinal) || label.ordinal == 1 && label.style != Style::Chapter,
            // A page may hold the end of a report only: 六、政府性基金支出决算情况 is its first heading.
            None if known && self.open.iter().all(|open| open.style.is_none()) && self.starts_late() => (1..=LAST).contains(&label.ordinal),
            None => (1..=1 + reach).contains(&label.ordinal),
        }
    }

    /// The list of attachments at the end of a report, in running text: `附件：1.收支决算总表 2.…`.
    fn attachment_list(&mut self, at: usize, from: usize, end: usize) -> bool {
        let list = &self.text[at..end];
        let opens = ["附件：1", "附件下载", "附件：2"].iter().any(|w| list.starts_with(w));
        if !opens || self.money_at.is_some_and(|money| money >= at) {
            return false;
        }
        if let Some(money) = money_in(list) {
            // Remembered, so that a line that names attachments again and again is not looked through each time.
            self.money_at = Some(at + money);
            return false;
        }
        self.push(PassageKind::Prose, from..at);
        self.push(PassageKind::Attachments, at..end);
        true
    }
}

/// Paragraphs shorter than this hold no second heading.
const SHORTEST_WITH_HEADINGS: usize = 90;

/// Paragraphs longer than this may be a whole report on one line; the longest paragraph of a report in lines seen has 2,900 bytes.
const ONE_LINE: usize = 3_000;

/// The titles of the chapters that a table of contents in running text lists.
fn entries(contents: &str) -> Vec<&str> {
    const MOST: usize = 40;
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(offset) = contents[at..].find('、').filter(|_| entries.len() < MOST) {
        let start = at + offset + '、'.len_utf8();
        let length = contents[start..]
            .char_indices()
            .take(LONGEST)
            .find(|(i, c)| matches!(c, '.' | '…' | '·' | ' ' | '（') || *i > 0 && label_maybe(&contents[start + i..]).is_some());
        if let Some((length, _)) = length.filter(|(length, _)| *length >= 6) {
            entries.push(&contents[start..start + length]);
        }
        at = start;
    }
    entries
}

/// Whether a paragraph is a report on one line, or most of one.
pub(super) fn is_one_line(text: &str) -> bool {
    const FIRST_CHAPTERS: [&str; 3] = ["三、", "二、", "一、"];
    const FIRST_PARTS: [&str; 3] = ["第三部分", "第二部分", "第一部分"];
    let holds = |labels: &[&str; 3]| labels.iter().all(|label| has(text, label));
    // Asked for each line: most hold no 三.
    text.len() > ONE_LINE || THIRD.find(text.as_bytes()).is_some() && (holds(&FIRST_CHAPTERS) || holds(&FIRST_PARTS))
}

static FULL_STOP: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("。"));

static THIRD: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("三"));

static CONTENTS: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("目录"));

/// Whether a text names an item of the classification.
pub(super) fn names_class(text: &str) -> bool {
    // Brackets are many.
    has(text, "类）") && has(text, "（类）")
}

/// Whether a title ends at the mark, wherever it stands.
fn ends_title(c: char) -> bool {
    matches!(c, '。' | '：' | '；' | '！')
}

/// Whether a title ends with a mark at `offset`.
fn is_end(rest: &str, offset: usize, reach: Reach) -> bool {
    let (so_far, behind) = rest.split_at(offset);
    match behind.chars().next() {
        Some('，') => reach == Reach::Class && so_far.ends_with("（项）"),
        // 2.收入情况.2022年度收入合计9万元: a full stop of Latin script.
        Some('.') => is_year(&behind[1..]) && kind_of(so_far, false).is_some(),
        mark => mark.is_some_and(ends_title),
    }
}

/// Whether a text holds a mark that titles end at or that their text holds: 。, ，, ：, ；, ！ or a full stop of Latin script.
fn holds_mark(text: &str) -> bool {
    marks(text).any(|at| text[at..].starts_with(may_be_mark))
}

/// Where marks stand in a text, those that [`may_be_mark`] knows and few others.
fn marks(text: &str) -> impl Iterator<Item = usize> + '_ {
    // The first bytes of those marks, which no character holds within it.
    memchr::memchr3_iter(0xe3, 0xef, b'.', text.as_bytes())
}

fn may_be_mark(c: char) -> bool {
    ends_title(c) || matches!(c, '，' | '.')
}

pub(super) fn has_full_stop(line: &str) -> bool {
    has(line, "。")
}

/// Whether a text starts with a character that labels start with: a digit, 一二三四五六七八九十, 第, 附 or （.
#[inline]
fn opens_label(text: &[u8]) -> bool {
    match text {
        [b'0'..=b'9', ..] => true,
        [0xe4, 0xb8, last, ..] => matches!(last, 0x80 | 0x83 | 0x89),
        [0xe4, 0xba, last, ..] => matches!(last, 0x8c | 0x94),
        [0xe5, 0x85, last, ..] => matches!(last, 0xab | 0xad),
        [0xe4, 0xb9, 0x9d, ..] | [0xe5, 0x9b, 0x9b, ..] | [0xe5, 0x8d, 0x81, ..] => true,
        [0xe7, 0xac, 0xac, ..] | [0xe9, 0x99, 0x84, ..] | [0xef, 0xbc, 0x88, ..] => true,
        _ => false,
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether a title names what the sentence behind it gives the amount of: 公务接待费2019年预算安排.
fn names_fee(title: &str) -> bool {
    const FEES: &[&str] = &["费", "经费", "收入", "支出", "预算", "采购"];
    FEES.iter().any(|end| title.ends_with(end)) && kind_of(title, false).is_some()
}

/// Whether text starts with a year, or with years from one to another: 2019-2021年.
pub(super) fn is_year(text: &str) -> bool {
    let year = |text: &str| date_maybe(text).is_some_and(|read| read.is_year);
    let from = text.starts_with("20") && text.bytes().take_while(u8::is_ascii_digit).count() == 4;
    year(text) || from && text[4..].strip_prefix(['-', '—', '~', '至']).is_some_and(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_opened_by_few_characters() {
        let opens = |c: &char| opens_label(c.to_string().as_bytes());
        assert_eq!(('\u{1}'..='\u{ffff}').filter(opens).collect::<String>(), "0123456789一七三九二五八六十四第附（");
    }
}
