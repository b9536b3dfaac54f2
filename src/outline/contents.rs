//! The table of contents, set aside: it repeats every title.

use super::numbering::{label_maybe, Label, Style};
use super::scan::is_longer;
use super::sentence::speaks_money;
use crate::within;
use std::ops::Range;

/// A line of a table of contents has at most this many characters; the longest title with leaders seen has 60.
const LONGEST_ENTRY: usize = 80;

/// The most entries; a longer run of headings is the report itself.
const MOST_ENTRIES: usize = 300;

/// Finds the table of contents: from `目录`, or from the first heading of a run of headings, to where the first entry comes again.
pub(super) fn find(text: &str) -> Option<Range<usize>> {
    let start = first_entry(text)?;
    let mut lines = lines_from(text, start);
    let marked = is_mark(lines.clone().next()?.1);
    if marked {
        lines.next();
    }
    let mut first: Option<Entry<'_>> = None;
    let mut titles: Vec<&str> = Vec::new();
    let mut chapters = false;
    let mut entries = 0;
    for (at, line) in lines.take(MOST_ENTRIES) {
        let label = label_maybe(line);
        let key = label.and_then(|label| Entry::of(line, label));
        if let (Some(first), Some(key)) = (&first, &key) {
            let again = || !chapters && label.is_some_and(|label| is_chapter_of(line, label, &titles));
            if first == key || again() {
                return (marked || entries > 1).then_some(start..at);
            }
        }
        if marked {
            titles.extend(label.and_then(|label| entry_title(line, label)));
        }
        chapters |= label.is_some_and(|label| label.style == Style::Chapter);
        if !may_be_entry(line) {
            return marked.then(|| start..numbered_entries(text, start));
        }
        entries += usize::from(key.is_some());
        first = first.or(key);
    }
    marked.then(|| start..numbered_entries(text, start))
}

/// Whether a line may stand in a table of contents: it is short, no sentence, no cell and states no money.
fn may_be_entry(line: &str) -> bool {
    !is_longer(line, LONGEST_ENTRY) && !line.trim_end().ends_with('。') && !line.starts_with(['\t', '\x0b']) && !speaks_money(line)
}

/// Where `目录` or the first part stands, within the first lines.
fn first_entry(text: &str) -> Option<usize> {
    const FIRST_LINES: usize = 60;
    let mut part = None;
    for (at, line) in lines_from(text, 0).take(FIRST_LINES) {
        if is_mark(line) {
            return Some(at);
        }
        let label = label_maybe(line);
        if part.is_none() && label.is_some_and(|l| matches!(l.style, Style::Part | Style::Chapter) && l.ordinal == 1) {
            part = Some(at);
        }
    }
    part
}

fn is_mark(line: &str) -> bool {
    const AROUND: [char; 3] = ['。', '：', ' '];
    line.starts_with(|c| c == '目' || AROUND.contains(&c)) && matches!(line.trim_matches(AROUND), "目录" | "目次")
}

/// The title of an entry that is no chapter: 第一部分 部门基本情况, 1.某局“三公”经费支出预算表.
fn entry_title(line: &str, label: Label) -> Option<&str> {
    const SHORTEST: usize = 4;
    let title = (label.style != Style::Chapter).then(|| title_of(line, label.skip))?;
    (title.chars().count() >= SHORTEST).then_some(title)
}

/// Whether a line names as its first chapter what the contents name as a part or an item: 一、部门基本情况.
fn is_chapter_of(line: &str, label: Label, titles: &[&str]) -> bool {
    const SHORTEST: usize = 4;
    if titles.is_empty() || label.style != Style::Chapter || label.ordinal != 1 {
        return false;
    }
    let chapter = title_of(line, label.skip);
    chapter.chars().count() >= SHORTEST && titles.iter().any(|title| title.ends_with(chapter))
}

fn title_of(line: &str, skip: usize) -> &str {
    without_page(&line[skip..]).trim_start().trim_end_matches(['。', '：'])
}

/// What an entry is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry<'t> {
    label: &'t str,
    /// Empty for a part.
    title: &'t str,
}

impl<'t> Entry<'t> {
    /// What two lines that name the same heading share: the number of a part, or label and title without leaders and page number.
    fn of(line: &'t str, label: Label) -> Option<Self> {
        let title = match label.style {
            Style::Part => "",
            Style::Chapter => title_of(line, label.skip),
            _ => return None,
        };
        Some(Entry { label: &line[..label.length], title })
    }
}

/// A title without dot leaders, page number and field text.
fn without_page(title: &str) -> &str {
    let title = within::find(title, "PAGEREF").map_or(title, |field| &title[..field]).trim_end();
    let title = title.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '…' | '·' | '-' | '—' | ' ' | '（' | '）'));
    title.trim_end_matches(['.', '…', '·', ' '])
}

/// Without a repeated first entry, only lines with page numbers or leaders are entries.
fn numbered_entries(text: &str, start: usize) -> usize {
    let mut end = start;
    for (at, line) in lines_from(text, start).take(MOST_ENTRIES) {
        let numbered = line.ends_with(|c: char| c.is_ascii_digit()) || line.contains("……") || line.contains("....") || line.contains("PAGEREF");
        if !(is_mark(line) || numbered && line.chars().count() <= LONGEST_ENTRY) {
            break;
        }
        end = (at + line.len() + 1).min(text.len());
    }
    end
}

fn lines_from(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> + Clone {
    let mut at = start;
    text[start..].split('\n').map(move |line| {
        let here = at;
        at += line.len() + 1;
        (here, line)
    })
}
