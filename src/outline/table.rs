//! Where the tables of a text start and end.

use super::forms::{self, Form};
use super::numbering::{label_maybe, Style};
use super::scan::{is_longer, Scan};
use super::title::{ends_as_title, kind_of, LONGEST};
use super::PassageKind;
use std::ops::Range;

/// The title of a table among its first lines or cells; the first of them if none is the title of a form.
pub(crate) fn table_title(text: &str) -> Range<usize> {
    let range = |(start, cell): (usize, &str)| start..start + cell.len();
    let titled = first_cells(text).find(|(_, cell)| forms::titled(cell).is_some());
    titled.or_else(|| first_cells(text).next()).map_or(0..0, range)
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

impl Scan<'_> {
    /// The cells of a grid, or cells behind tabs up to the first paragraph that is no cell and no end of one.
    pub(super) fn cells(&mut self, start: usize) -> usize {
        let mut at = self.folded.grid_at(start).map_or(start, |grid| grid.end);
        let grid = at > start;
        while !grid && at < self.text.len() {
            let end = self.paragraph_end(at);
            let line = &self.text[at..end];
            let next = (end + 1).min(self.text.len());
            let continues = self.text[next..].starts_with('\t') && line.chars().count() <= 40 && label_maybe(line).is_none() && !line.contains("表");
            if !(line.starts_with(['\t', '\x0b']) || continues) {
                break;
            }
            at = next;
        }
        let kind = self.titled_cells(start..at).map_or(PassageKind::Cells, PassageKind::Table);
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

    /// A table set aside: from its title to the first paragraph that is none of its cells and notes.
    pub(super) fn table(&mut self, start: usize, title_end: usize, form: Option<Form>) -> usize {
        let mut at = (title_end + 1).min(self.text.len());
        while at < self.text.len() {
            if let Some(grid) = self.folded.grid_at(at) {
                if self.titled_cells(grid.clone()).is_some() {
                    break;
                }
                at = grid.end;
                continue;
            }
            let end = self.paragraph_end(at);
            let line = &self.text[at..end];
            if self.ends_table(line, end) {
                break;
            }
            at = (end + 1).min(self.text.len());
        }
        self.push(PassageKind::Table(form), start..at);
        at
    }

    fn ends_table(&self, line: &str, end: usize) -> bool {
        if line.starts_with(['\t', '\x0b']) {
            return false;
        }
        if forms::titled(line).is_some() && self.starts_table(end) {
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
        let noted = || ["注", "说明", "备注", "本表", "无", "…"].iter().any(|w| line.starts_with(w));
        is_longer(line, 39) && !noted() && line.contains(['。', '，']) && !line.contains("故本表")
    }
}

#[cfg(test)]
mod tests {
    use super::table_title;

    #[test]
    fn the_number_of_a_form_above_its_title_is_no_title() {
        let text = "\x0b公开02表\n\x0b收入决算表\n\x0b单位：万元\n";
        assert_eq!(&text[table_title(text)], "收入决算表");
        let text = "\n\x0b项目\n\t金额\n";
        assert_eq!(&text[table_title(text)], "项目");
        assert_eq!(table_title("\n\t\n"), 0..0);
    }
}
