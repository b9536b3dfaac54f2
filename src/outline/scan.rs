//! The walk over the paragraphs: headings, tables and running text told apart.

use super::bodies::BODIES;
use super::inline::{is_one_line, is_year, names_class, Place};
use super::numbering::{label_maybe, Label, Style};
use super::sentence::{gives_value, speaks, speaks_money};
use super::title::{ends_as_title, kind_of, LONGEST};
use super::{contents, forms, table, Heading, Outline, Passage, PassageKind, Ranges, SectionKind};
use crate::normalize::Folded;
use crate::span::{range_of, start_of};
use crate::within::{find, has_any};
use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;
use once_cell::unsync::OnceCell;
use smallvec::smallvec;
use std::borrow::Cow;
use std::ops::Range;

/// Reads the outline of folded text.
pub(super) fn scan(folded: &Folded) -> Outline {
    let mut scan = Scan {
        folded,
        text: &folded.text,
        out: Outline::default(),
        open: Vec::new(),
        listing: false,
        headed: false,
        entries: Vec::new(),
        money_at: None,
        has_bars: memchr::memchr(b'|', folded.text.as_bytes()).is_some(),
        starts_late: OnceCell::new(),
    };
    scan.paragraphs();
    if scan.out.headings.is_empty() {
        // A text without any heading is a notice: nothing of it that has words stands before the report.
        for passage in scan.out.passages.iter_mut().filter(|p| p.kind == PassageKind::Front) {
            if folded.text[passage.range.clone()].contains(char::is_alphabetic) {
                passage.kind = PassageKind::Prose;
            }
        }
    }
    scan.out
}

/// A heading that is open, the way from the root to where the walk is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    /// `None` for a heading that only the format marks.
    pub(super) style: Option<Style>,
    pub(super) ordinal: u32,
    pub(super) heading: usize,
    /// The depth that the format gives it, from 1.
    pub(super) depth: Option<u8>,
}

pub(super) struct Scan<'a> {
    pub(super) folded: &'a Folded,
    pub(super) text: &'a str,
    pub(super) out: Outline,
    pub(super) open: Vec<Open>,
    /// A paragraph that ends in a colon announced a list of units.
    listing: bool,
    /// Whether any heading was found.
    pub(super) headed: bool,
    /// Titles of chapters that a table of contents in running text lists.
    pub(super) entries: Vec<&'a str>,
    /// Where money stands that was found behind 附件：1; `None` if none was.
    pub(super) money_at: Option<usize>,
    /// Whether a bar stands in the text: few have cells between bars.
    pub(super) has_bars: bool,
    /// Whether the text has no first chapter; empty until it is asked.
    starts_late: OnceCell<bool>,
}

/// A title read behind a label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Title {
    pub(super) length: usize,
    /// Whether text follows in the same paragraph.
    pub(super) runs_in: bool,
    /// Whether nothing but a blank of the source parts it from its text.
    pub(super) apart: bool,
}

impl<'a> Scan<'a> {
    /// Whether a page holds the end of a report only: its chapters count, but none is the first.
    pub(super) fn starts_late(&self) -> bool {
        let first = |at: usize| !self.text[..at].ends_with('十');
        *self.starts_late.get_or_init(|| !self.text.match_indices("一、").any(|(at, _)| first(at)))
    }

    fn paragraphs(&mut self) {
        let contents = contents::find(self.text);
        let mut at = 0;
        while at < self.text.len() {
            if let Some(range) = contents.as_ref().filter(|r| r.start == at && r.end > at) {
                self.push(PassageKind::Contents, range.clone());
                at = range.end;
                continue;
            }
            let end = self.paragraph_end(at);
            at = self.paragraph(at, end);
        }
    }

    pub(super) fn paragraph_end(&self, at: usize) -> usize {
        memchr::memchr(b'\n', &self.text.as_bytes()[at..]).map_or(self.text.len(), |n| at + n)
    }

    /// Reads the paragraph from `at` to `end`; where the next one starts.
    fn paragraph(&mut self, at: usize, end: usize) -> usize {
        let text = self.text;
        let line = &text[at..end];
        let next = (end + 1).min(text.len());
        if line.starts_with(['\t', '\x0b']) {
            return self.cells(at);
        }
        if let Some(form) = forms::titled(line) {
            if self.starts_table(end) {
                self.table_heading(at, end);
                return self.table(at, end, form);
            }
        }
        if forms::number_maybe(line).is_some() {
            if let Some((title_end, form)) = self.titled_below(end) {
                return self.table(at, title_end, form);
            }
            if self.is_untitled_below(end) {
                return self.table(at, end, None);
            }
        }
        if let Some(form) = table::glued(line) {
            self.push(PassageKind::Table(form), at..next);
            return next;
        }
        if let Some(behind) = self.barred(at) {
            self.push(PassageKind::Table(None), at..behind);
            return behind;
        }
        if let Some(start) = table::cell_of_sentences(line) {
            self.push(PassageKind::Furniture, at..at + start);
            return self.paragraph(at + start, end);
        }
        if let Some(start) = self.behind_furniture(line) {
            self.push(PassageKind::Prose, at..at + start);
            return self.paragraph(at + start, end);
        }
        if let Some(behind) = self.heading(at, end) {
            self.listing = false;
            if behind < end {
                self.running(behind, next);
            }
            return behind.max(at + 1).max(if behind >= end { (behind + 1).min(text.len()) } else { next });
        }
        if self.in_furniture(line) {
            self.push(PassageKind::Furniture, at..next);
            return next;
        }
        self.running(at, next);
        self.list_of_units(line, at..end);
        next
    }

    pub(super) fn push(&mut self, kind: PassageKind, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let section = self.open.last().map(|o| o.heading);
        let kind = if kind == PassageKind::Prose && !self.headed && !speaks(&self.text[range.clone()]) { PassageKind::Front } else { kind };
        if let Some(last) = self.out.passages.last_mut() {
            if last.kind == kind && last.section == section && last.range.end == range.start && kind != PassageKind::Heading {
                last.range.end = range.end;
                return;
            }
        }
        self.out.passages.push(Passage { kind, range, section });
    }

    /// Reads a heading at the start of a paragraph; where it ends.
    fn heading(&mut self, at: usize, end: usize) -> Option<usize> {
        let line = &self.text[at..end];
        // Cells of a row: 1、公务接待费 | 13.72 |.
        if self.has_bars && memchr::memchr(b'|', line.trim_end_matches(['|', ' ']).as_bytes()).is_some() {
            return None;
        }
        let Some(label) = label_maybe(line) else { return self.unlabelled(at, end) };
        // 附件2 above the title: the report itself is the attachment of a notice.
        if label.style == Style::Attachment && self.out.headings.is_empty() {
            return None;
        }
        if label.style == Style::Part || label.style == Style::Attachment {
            return self.part(at, end, label);
        }
        if !self.may_head(label, line) {
            return None;
        }
        let skip = label.skip + repeated(&line[label.skip..], &line[..label.length]);
        let title = self.title(at + skip, end, if is_one_line(line) { Place::Running(label) } else { Place::Line })?;
        let printed = &self.text[at + skip..at + skip + title.length];
        if label.style != Style::Chapter && gives_value(&self.text[at + skip + title.length..end]) {
            return None;
        }
        let sentence = !title.runs_in && line.ends_with(['。', '；']);
        if sentence && !ends_as_title(printed) && !names_class(printed) && label.style != Style::Chapter || self.listing && lists_unit(printed) {
            return None;
        }
        self.open_heading(at..at + label.length, smallvec![at + skip..at + skip + title.length], label);
        Some(behind_title(self.text, at + skip + title.length, end))
    }

    /// The title of a table that is numbered as the next chapter heads a section, too: 一、2020年“三公”经费支出预算表.
    fn table_heading(&mut self, at: usize, end: usize) {
        let Some(label) = label_maybe(&self.text[at..end]).filter(|label| label.style == Style::Chapter) else { return };
        if self.continues_count(label, true) {
            self.add_heading(at..at + label.length, smallvec![at + label.skip..end], label);
        }
    }

    /// Where the first chapter starts in a line that what a page prints above its text stands in: 发文日期：2012-09-17一、单位范围.
    fn behind_furniture(&self, line: &str) -> Option<usize> {
        const LONGEST_LINE: usize = 400;
        if self.headed || line.len() > LONGEST_LINE {
            return None;
        }
        let start = find(line, "一、").filter(|start| has_any(&line[..*start], &["日期：", "时间：", "来源：", "字号："]))?;
        let title = &line[start + "一、".len()..];
        let heads = kind_of(title, false).is_some() && ends_as_title(title) && !title.contains(is_punctuation) && !is_longer(title, LONGEST);
        heads.then_some(start)
    }

    /// Whether the place allows a heading of that style: a glossary has terms and a list of tables has titles.
    pub(super) fn may_head(&self, label: Label, line: &str) -> bool {
        let glossary = self.open.iter().rposition(|o| self.out.headings[o.heading].kind == Some(SectionKind::Glossary));
        let Some(depth) = glossary else { return true };
        let leaves = self.open[..=depth].iter().any(|o| o.style == Some(label.style) && label.ordinal == o.ordinal + 1);
        let title = window(&line[label.skip..]);
        leaves && !title.contains(['：', ':']) && kind_of(title, false).is_some() && title.chars().count() <= LONGEST
    }

    /// A part or attachment; its title may stand in the next paragraphs.
    fn part(&mut self, at: usize, end: usize, label: Label) -> Option<usize> {
        let mut titles = Ranges::new();
        let behind;
        if at + label.skip < end {
            let line = &self.text[at + label.skip..end];
            let long = is_longer(line, 60);
            if long && label.style == Style::Attachment {
                return None;
            }
            let title = if long {
                self.title(at + label.skip, end, Place::Running(label))?
            } else {
                Title { length: line.trim_end_matches(['。', '：']).len(), runs_in: false, apart: false }
            };
            titles.push(at + label.skip..at + label.skip + title.length);
            behind = if title.runs_in { behind_title(self.text, at + label.skip + title.length, end) } else { end };
        } else {
            (titles, behind) = self.titles_below(end, label.style);
        }
        self.open_heading(at..at + label.length, titles, label);
        Some(behind)
    }

    /// The title of a part whose label stands alone: the next paragraph, of an attachment up to three.
    fn titles_below(&self, label_end: usize, style: Style) -> (Ranges, usize) {
        let most = if style == Style::Attachment { 3 } else { 1 };
        let mut titles = Ranges::new();
        let mut behind = label_end;
        for _ in 0..most {
            let start = (behind + 1).min(self.text.len());
            let end = self.paragraph_end(start);
            let line = &self.text[start..end];
            let is_title = !line.is_empty()
                && line.chars().count() <= 60
                && !line.contains('。')
                && label_maybe(line).is_none()
                && !line.starts_with(['\t', '\x0b', '（']);
            if !is_title {
                break;
            }
            titles.push(start..end);
            behind = end;
            if let Some(tail) = self.title_tail(end) {
                titles.push(tail.clone());
                behind = tail.end;
            }
            if ["报告", "表", "说明", "方案"].iter().any(|w| line.ends_with(w)) {
                break;
            }
        }
        (titles, behind)
    }

    /// The last words of a title on a line of their own: `…部门决算情况` + `说明`.
    fn title_tail(&self, title_end: usize) -> Option<Range<usize>> {
        const LONGEST_TAIL: usize = 8;
        let start = (title_end + 1).min(self.text.len());
        let end = self.paragraph_end(start);
        let tail = &self.text[start..end];
        let ends = tail.ends_with("说明") || tail.ends_with("决算表") || tail.ends_with("预算表") || tail.ends_with("概况");
        (ends && tail.chars().count() <= LONGEST_TAIL && label_maybe(tail).is_none()).then_some(start..end)
    }

    /// Opens the section of a heading, and sets the heading apart from the text.
    pub(super) fn open_heading(&mut self, label: Range<usize>, title: Ranges, read: Label) {
        let range = label.start..title.last().map_or(label.end, |r| r.end);
        self.add_heading(label, title, read);
        self.close_heading(range);
    }

    /// Sets a heading apart with the line end behind it.
    pub(super) fn close_heading(&mut self, range: Range<usize>) {
        let closed = behind_title(self.text, range.end, self.text.len());
        let end = if self.text[closed..].starts_with('\n') { closed + 1 } else { closed };
        self.push(PassageKind::Heading, range.start..end);
    }

    /// Takes a heading below the innermost one that is open.
    pub(super) fn enter(&mut self, heading: Heading, style: Option<Style>, ordinal: u32, depth: Option<u8>) {
        let at = self.out.headings.len();
        self.out.headings.push(Heading { level: self.open.len() + 1, parent: self.open.last().map(|o| o.heading), ..heading });
        self.open.push(Open { style, ordinal, heading: at, depth });
        self.headed = true;
    }

    fn add_heading(&mut self, label: Range<usize>, title: Ranges, read: Label) {
        while self.open.iter().any(|o| o.style == Some(read.style)) || read.style == Style::Part && !self.open.is_empty() {
            self.open.pop();
        }
        let depth = self.folded.heading_depth(label.start);
        if read.style == Style::Chapter {
            // A chapter stands under a part or an attachment, never under a smaller number; without a mark of its own under a marked heading.
            let above = |o: &Open| matches!(o.style, Some(Style::Part | Style::Attachment)) || o.style.is_none() && (depth.is_none() || depth > o.depth);
            while self.open.last().is_some_and(|o| !above(o)) {
                self.open.pop();
            }
        }
        let text = match title.as_slice() {
            [range] => Cow::Borrowed(&self.text[range.clone()]),
            ranges => Cow::Owned(ranges.iter().map(|r| &self.text[r.clone()]).collect()),
        };
        let kind = Some(&text)
            .filter(|t| !names_class(t))
            .and_then(|t| kind_of(t, read.style == Style::Part))
            .or((read.style == Style::Attachment).then_some(SectionKind::Attachments));
        self.enter(Heading { label, title, kind, level: 0, parent: None }, Some(read.style), read.ordinal, depth);
    }

    /// The furniture of a web page behind the report.
    fn in_furniture(&mut self, line: &str) -> bool {
        const LONGEST: usize = 80;
        let short = || !line.ends_with('。') && !is_longer(line, LONGEST) && !line.contains('。');
        self.headed && line.len() <= LONGEST * 3 && short() && FURNITURE.is_match(line) && !speaks_money(line)
    }

    /// Remembers the units that a list under 机构设置 names.
    fn list_of_units(&mut self, line: &str, range: Range<usize>) {
        let announces = line.ends_with('：');
        if !announces && !self.listing {
            return;
        }
        let section = self.open.last().map(|o| o.heading);
        let institutions = section.is_none() || self.out.kinds(section).any(|k| matches!(k, SectionKind::Institutions | SectionKind::Overview));
        if announces {
            self.listing = institutions && (line.contains("单位") || line.contains("机构")) && line.contains("包括");
            return;
        }
        let label = label_maybe(line);
        let name = label.map_or(line, |l| &line[l.skip..]).trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').trim_end_matches(['。', '；', '、']);
        if self.listing && lists_unit(name) {
            let name = range_of(name, line);
            self.out.units.push(range.start + name.start..range.start + name.end);
        } else if is_longer(line, 60) {
            self.listing = false;
        }
    }
}

/// Words of the page around a report.
static FURNITURE: Lazy<AhoCorasick> = Lazy::new(|| {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .build([
            "附件下载",
            "【打印",
            "打印本页",
            "关闭窗口",
            "扫一扫",
            "分享到",
            "上一篇",
            "下一篇",
            "版权所有",
            "主办单位",
            "网站标识码",
            "ICP备",
            "责任编辑",
            "字号：",
        ])
        .expect("the words are few")
});

/// The start of a text, as far as a title can reach: a report on one line must not be looked through for each of its headings.
pub(super) fn window(text: &str) -> &str {
    const LONGEST_TITLE: usize = 400;
    start_of(text, LONGEST_TITLE)
}

/// Whether it parts clauses, which titles have none of.
pub(super) fn is_punctuation(c: char) -> bool {
    matches!(c, '。' | '，' | '：' | '；')
}

/// Whether a line has more than `most` characters; few need to be counted.
pub(super) fn is_longer(line: &str, most: usize) -> bool {
    line.len() > most && (line.len() > most * 4 || line.chars().count() > most)
}

/// Where the text behind a title starts: its closing mark belongs to the heading.
pub(super) fn behind_title(text: &str, at: usize, end: usize) -> usize {
    match text[at..end].chars().next() {
        Some(c @ ('。' | '：' | '；')) => at + c.len_utf8(),
        Some('.') if is_year(&text[at + 1..end]) => at + 1,
        _ => at,
    }
}

/// The bytes of a label printed twice: `3、3、`.
fn repeated(rest: &str, label: &str) -> usize {
    if rest.starts_with(label) {
        label.len()
    } else {
        0
    }
}

fn lists_unit(name: &str) -> bool {
    let count = name.chars().count();
    (4..=40).contains(&count) && !name.contains(['，', '。']) && BODIES.end(name)
}
