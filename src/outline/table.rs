//! Where the tables of a text start and end.

use super::forms::{self, Form};
use super::inline::has_full_stop;
use super::numbering::{label_maybe, Style};
use super::scan::{is_longer, Scan};
use super::sentence::speaks;
use super::title::{ends_as_title, kind_of, LONGEST};
use super::PassageKind;
use crate::within::has;
use std::ops::Range;

/// The form of a table that stands on one line with its title, its unit and its cells.
pub(super) fn glued(line: &str) -> Option<Option<Form>> {
    const SHORTEST: usize = 120;
    const LONGEST_TITLE: usize = 150;
    const FURNITURE: usize = 240;
    if line.len() < SHORTEST || has_full_stop(line) {
        return None;
    }
    let ends = line.match_indices('表').map(|(at, word)| at + word.len()).take_while(|end| *end <= LONGEST_TITLE);
    let (end, form) = ends.filter_map(|end| Some((end, forms::titled(&line[..end])?))).next()?;
    let behind = &line[end..];
    let near = &behind[..behind.char_indices().map(|(at, _)| at).take_while(|at| *at <= FURNITURE).last().unwrap_or(0)];
    let amounts = line.split('.').skip(1).filter(|part| part.starts_with(|c: char| c.is_ascii_digit())).count();
    (near.contains("单位：") && amounts > 2).then_some(form)
}

/// Whether a line is a row of cells: a bar `|` ends it, and one starts it or stands between its cells.
fn is_row_between_bars(line: &str) -> bool {
    let Some(inner) = line.strip_suffix('|') else { return false };
    match inner.strip_prefix('|') {
        Some(_) => cell_of_sentences(line).is_none(),
        None => inner.contains('|') && !inner.contains('。'),
    }
}

/// Whether a cell between bars heads the rows of a table or is its title: the links of a page stand between bars too.
fn heads_a_table(text: &str) -> bool {
    const HEADS: &[&str] = &["项目", "科目", "科目名称", "科目编码", "预算科目", "支出项目", "合计", "总计"];
    let mut cells = text.split(['|', '\n']).map(|cell| cell.trim());
    cells.any(|cell| HEADS.contains(&cell) || cell.starts_with("单位：") || forms::titled(cell).is_some())
}

/// Where the sentences start in a line that is one cell of a page laid out as a table: its bar is none of a row's.
pub(super) fn cell_of_sentences(line: &str) -> Option<usize> {
    let inner = line.trim_start_matches(['|', ' ']);
    let lead = line.len() - inner.len();
    (lead > 0 && inner.contains('。') && !inner.trim_end_matches(['|', ' ']).contains('|')).then_some(lead)
}

/// The first lines or cells of a table that are not blank, with their places: the number of the form may stand above the title.
fn first_cells(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const FIRST_CELLS: usize = 4;
    let mut at = 0;
    let cells = text.split(['\n', '\t', '\x0b']).map(move |cell| {
        let start = at;
        at += cell.len() + 1;
        (start, cell)
    });
    cells.filter(|(_, cell)| !cell.is_empty()).take(FIRST_CELLS)
}

/// Whether a line below a grid only says what the table is or that it is empty; one that states an amount, a share or a count is running text.
fn is_note(line: &str) -> bool {
    let opens = ["注：", "注:", "备注：", "说明：本表", "说明：本套", "本表"].iter().any(|opener| line.starts_with(opener));
    let empty = ["故本表", "本表无数据", "本表为空"].iter().any(|words| line.contains(words));
    (opens || empty) && !speaks(line)
}

/// Whether a line goes on with the numbered note above it: `2.本套报表…` below `注：1.…`.
fn is_next_note(above: &str, line: &str) -> bool {
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        text[..digits].parse::<usize>().ok().filter(|_| text[digits..].starts_with(['.', '、']))
    };
    let before = above.trim_start_matches(['注', '备', '说', '明', '：', ':']);
    number(line).is_some_and(|own| own > 1 && number(before) == Some(own - 1)) && !speaks(line)
}

impl Scan<'_> {
    /// The cells of a grid, or cells behind tabs up to the first paragraph that is no cell and no end of one.
    pub(super) fn cells(&mut self, start: usize) -> usize {
        let mut at = self.folded.grid_at(start).map_or(start, |grid| grid.end);
        let grid = at > start;
        while !grid && at < self.text.len() {
            let end = self.paragraph_end(at);
            let line = &self.text[at..end];
            let next = (end + 1).min(self.text.len());
            let continues = || self.text[next..].starts_with('\t') && !is_longer(line, 40) && label_maybe(line).is_none() && !has(line, "表");
            if !(line.starts_with(['\t', '\x0b']) || continues()) {
                break;
            }
            at = next;
        }
        let kind = self.titled_cells(start..at).map_or(PassageKind::Cells, PassageKind::Table);
        // What stands right behind it without a title is its rest on the next page, or its cells below a grid of title and unit.
        while let Some(next) = self.folded.grid_at(at).filter(|next| grid && kind != PassageKind::Cells && self.titled_cells(next.clone()).is_none()) {
            at = next.end;
        }
        let mut above = "";
        while grid && at < self.text.len() {
            let end = self.paragraph_end(at);
            let line = &self.text[at..end];
            if !(is_note(line) || is_next_note(above, line)) {
                break;
            }
            above = line;
            at = (end + 1).min(self.text.len());
        }
        self.push(kind, start..at);
        at
    }

    /// The form of a table whose title stands in its first rows, as in workbooks.
    fn titled_cells(&self, range: Range<usize>) -> Option<Option<Form>> {
        first_cells(&self.text[range]).find_map(|(_, cell)| forms::titled(cell))
    }

    /// Whether what follows a table's title is a table: its unit line, or short lines of cells. A list of titles is none.
    pub(super) fn starts_table(&self, title_end: usize) -> bool {
        const LOOKED_AT: usize = 14;
        let mut cells = 0;
        for line in self.text[title_end..].split('\n').skip(1).take(LOOKED_AT) {
            if line.contains("单位：")
                || line.starts_with("单位万")
                || line.starts_with("公开") && line.contains('表')
                || line.starts_with("编制单位")
                || line.starts_with("金额单位")
            {
                return true;
            }
            let line = match line.strip_prefix(['\x0b', '\t']) {
                // Behind the title, or behind a line on its unit, cells follow.
                Some(_) if cells == 0 => return true,
                Some(cell) => cell,
                None => line,
            };
            if forms::titled(line).is_some() || label_maybe(line).is_some_and(|l| l.style == Style::Part) || is_longer(line, 60) {
                return false;
            }
            let number = line.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b' ' | b'-')) && !line.is_empty();
            cells += usize::from(number || matches!(line, "项目" | "收入" | "支出" | "合计" | "科目名称" | "决算数" | "预算数" | "行次" | "栏次"));
            if cells >= 2 {
                return true;
            }
        }
        false
    }

    /// The title of a table below the number of its form, which ends at `end`: where the title ends, and the form.
    pub(super) fn titled_below(&self, end: usize) -> Option<(usize, Option<Form>)> {
        let title_end = self.paragraph_end((end + 1).min(self.text.len()));
        let form = forms::titled(self.below(end))?;
        self.starts_table(title_end).then_some((title_end, form))
    }

    /// Whether the unit of a table that has no title stands below the number of its form, which ends at `end`.
    pub(super) fn is_untitled_below(&self, end: usize) -> bool {
        self.below(end).contains("单位：") && self.starts_table(end)
    }

    /// The paragraph below the one that ends there.
    fn below(&self, end: usize) -> &str {
        let next = (end + 1).min(self.text.len());
        &self.text[next..self.paragraph_end(next)]
    }

    /// Rows of cells between bars, two or more, where a heading above them took their title: where they end. A line may tell their unit.
    pub(super) fn barred(&self, start: usize) -> Option<usize> {
        if !self.has_bars {
            return None;
        }
        let first = self.paragraph_end(start);
        let unit = has(&self.text[start..first], "单位：") && !is_row_between_bars(&self.text[start..first]);
        let mut at = if unit { (first + 1).min(self.text.len()) } else { start };
        let mut rows = 0;
        while at < self.text.len() {
            let end = self.paragraph_end(at);
            let line = &self.text[at..end];
            if !is_row_between_bars(line) {
                break;
            }
            rows += 1;
            at = (end + 1).min(self.text.len());
        }
        let text = &self.text[start..at];
        (rows > 1 && (unit || text.starts_with('|') || heads_a_table(text))).then_some(at)
    }

    /// A table set aside: from its title to the first paragraph that is none of its cells and notes.
    pub(super) fn table(&mut self, start: usize, title_end: usize, form: Option<Form>) -> usize {
        let mut at = (title_end + 1).min(self.text.len());
        let mut grids = 0;
        while at < self.text.len() {
            if let Some(grid) = self.folded.grid_at(at) {
                if self.titled_cells(grid.clone()).is_some() {
                    break;
                }
                at = grid.end;
                grids += 1;
                continue;
            }
            let end = self.paragraph_end(at);
            let line = &self.text[at..end];
            // Below a grid, what states something in a sentence is none of its cells.
            if self.ends_table(line, end) || grids > 0 && line.contains(['，', '。']) && speaks(line) {
                break;
            }
            at = (end + 1).min(self.text.len());
        }
        self.push(PassageKind::Table(form), start..at);
        at
    }

    fn ends_table(&self, line: &str, end: usize) -> bool {
        // Most cells hold digits only: such a line is no title, no number but Z01, and no chapter or sentence.
        if line.starts_with(['\t', '\x0b']) || line.is_ascii() && !line.starts_with('Z') {
            return false;
        }
        let numbered = || forms::number_maybe(line).is_some() && self.titled_below(end).is_some();
        if forms::titled(line).is_some() && self.starts_table(end) || numbered() {
            return true;
        }
        match label_maybe(line) {
            Some(label) if matches!(label.style, Style::Part | Style::Attachment) => return true,
            Some(label) if matches!(label.style, Style::Chapter | Style::Bracketed) => {
                let title = line[label.skip..].trim_end_matches('。');
                let explains = (ends_as_title(title) || title.contains("情况说明")) && !title.ends_with('表') && title.chars().count() <= LONGEST;
                if explains && kind_of(title, false).is_some() {
                    return true;
                }
            }
            _ => {}
        }
        let above = || self.text[..end - line.len()].trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
        let noted = || is_next_note(above(), line) || ["注", "说明", "备注", "本表", "无", "…"].iter().any(|w| line.starts_with(w));
        is_longer(line, 39) && line.contains(['。', '，']) && !noted() && !line.contains("故本表")
    }
}
