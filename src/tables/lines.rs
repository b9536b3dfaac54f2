//! The rows of each half below the head of a statutory form.

use super::column::ColumnKind;
use super::furniture;
use super::head::{self, plain, Head, RowKind};
use super::lattice::{Cover, Lattice};
use super::names;
use crate::classification::Code;
use crate::ledger::Ledger;
use crate::quantity::is_han;

/// A row of one half; its cells as places in the lattice.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) panel: usize,
    /// The printed parts of the code, in the order of the columns.
    pub(super) codes: Vec<String>,
    pub(super) label: Option<usize>,
    /// Bytes of the label that are a code in the same cell.
    pub(super) skipped: usize,
    /// The label without its number and what opens it; empty if there is none.
    pub(super) name: String,
    /// A second name: the project of a row of an item.
    pub(super) project: Option<usize>,
    /// The code of the body that a row is of, printed beside those of items.
    pub(super) body: Option<usize>,
    /// The economic item of a row of a functional one.
    pub(super) economic: Option<usize>,
    /// Cells of values and words, as indices into the lattice.
    pub(super) cells: Vec<usize>,
    /// Whether the line is a note.
    pub(super) note: bool,
}

/// The rows of each half below the head, in the order of the text.
pub(super) fn lines(ledger: &Ledger<'_>, lattice: &Lattice, head: &Head) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut cover = Cover::new(lattice.columns);
    for row in head.body..lattice.rows() {
        cover.enter(lattice, row);
        if is_repeated(ledger, lattice, head, row) {
            continue;
        }
        if let Some(note) = note(ledger, lattice, row) {
            lines.push(Line { label: Some(note), note: true, ..Line::default() });
            continue;
        }
        let first = lines.len();
        for panel in 0..head.panels() {
            if let Some(line) = line(&cover, ledger, lattice, head, row, panel) {
                lines.push(line);
            }
        }
        if lines.len() > first + 1 {
            reach_over(ledger, lattice, &mut lines, first);
        }
        for line in &mut lines[first..] {
            if let Some(place) = line.label {
                line.name = names::bare(&lattice.cells[place].words(ledger)[line.skipped..]).into_owned();
            }
        }
    }
    lines
}

/// 公用经费合计 is the total of two halves: its name stands in the one, its amount in the other, where cells are not merged.
fn reach_over(ledger: &Ledger<'_>, lattice: &Lattice, lines: &mut Vec<Line>, first: usize) {
    let mut at = first + 1;
    while at < lines.len() {
        let (left, right) = (&lines[at - 1], &lines[at]);
        let named = left.label.is_some_and(|place| lattice.cells[place].words(ledger).ends_with("合计"));
        let reaches = named && left.cells.is_empty() && left.codes.is_empty() && right.label.is_none() && right.codes.is_empty() && !right.cells.is_empty();
        if reaches {
            let name = lines.remove(at - 1);
            lines[at - 1].label = name.label;
        } else {
            at += 1;
        }
    }
}

/// The row of one half; `None` if nothing stands in it.
fn line(cover: &Cover, ledger: &Ledger<'_>, lattice: &Lattice, head: &Head, row: usize, panel: usize) -> Option<Line> {
    let mut line = Line { panel, ..Line::default() };
    let mut own = false;
    for (column, place) in cover.columns() {
        let (cell, about) = (&lattice.cells[place], &head.columns[column]);
        let first = cell.column == column || cell.column < column && head.columns[cell.column].panel != panel;
        if about.panel != panel || !first {
            continue;
        }
        let text = cell.words(ledger);
        if text.is_empty() {
            continue;
        }
        match about.kind {
            ColumnKind::Code => line.code_cell(place, &text),
            ColumnKind::BodyCode if text.starts_with(is_han) => line.label_cell(place, &text, &[]),
            ColumnKind::BodyCode => line.body = Some(place),
            ColumnKind::Economic => {
                line.economic = Some(place);
                if cell.row == row {
                    line.cells.push(place);
                }
            }
            ColumnKind::Label => line.label_cell(place, &text, &about.path),
            // 小计 may stand where the rows are numbered.
            ColumnKind::Ordinal if text.starts_with(is_han) => line.label_cell(place, &text, &[]),
            ColumnKind::Ordinal => {}
            ColumnKind::Value | ColumnKind::Words | ColumnKind::Unclear if cell.row == row => line.cells.push(place),
            ColumnKind::Value | ColumnKind::Words | ColumnKind::Unclear => {}
        }
        own |= cell.row == row && (about.kind != ColumnKind::Ordinal || line.label == Some(place));
    }
    own.then_some(line)
}

impl Line {
    fn code_cell(&mut self, place: usize, text: &str) {
        if text.bytes().all(|b| b.is_ascii_digit()) {
            self.codes.push(text.to_owned());
        } else {
            // 合计 stands in a cell that covers codes and names.
            self.label_cell(place, text, &[]);
        }
    }

    fn label_cell(&mut self, place: usize, text: &str, path: &[String]) {
        if path.last().is_some_and(|leaf| leaf.contains("项目名称") && !leaf.contains("采购")) && self.label.is_some() {
            self.project = Some(place);
            return;
        }
        let opening = text.len() - text.trim_start_matches([' ', '[', '【']).len();
        let digits = text[opening..].bytes().take_while(u8::is_ascii_digit).count();
        let behind = text[opening + digits..].trim_start_matches([']', '】', ' ', '-', '、', '.']);
        let coded = matches!(digits, 3 | 5 | 7) && self.codes.is_empty() && behind.starts_with(is_han);
        if coded {
            self.codes.push(text[opening..opening + digits].to_owned());
        }
        self.skipped = if coded { text.len() - behind.len() } else { 0 };
        self.label = Some(place);
    }

    /// The code that the printed parts make: `201` `06` `01`, or one whole.
    pub(super) fn code(&self) -> Option<(String, Option<Code>)> {
        let last = self.codes.last()?;
        let whole = if self.codes.len() > 1 && !last.starts_with(self.codes[0].as_str()) { self.codes.concat() } else { last.clone() };
        let code = whole.parse().ok();
        Some((whole, code))
    }
}

/// Whether a row only repeats the head, the title or the numbers of the columns, as behind a page break.
fn is_repeated(ledger: &Ledger<'_>, lattice: &Lattice, head: &Head, row: usize) -> bool {
    let texts = |row: usize| lattice.row(row).iter().map(|c| c.words(ledger)).filter(|text| !text.is_empty());
    let mut own = texts(row).peekable();
    if own.peek().is_none() {
        return true;
    }
    let again = head.rows.iter().any(|at| texts(row).eq(texts(*at)));
    // 栏次, or numbers from 1 on.
    let may_number = || texts(row).any(|text| text.starts_with('栏') || &*text == "1");
    let numbers = || head::row_kind(lattice, ledger, row, 0) == RowKind::Ordinals;
    again || may_number() && numbers() || texts(row).all(|text| !is_owner_only(&text) && head::is_furniture(&text))
}

/// `单位：某局` heads a table, but a row of units may say it too: only a unit of money or a title is furniture in the body.
fn is_owner_only(text: &str) -> bool {
    furniture::owner_maybe(text).is_some()
}

/// A row whose only text is a note on the table.
fn note(ledger: &Ledger<'_>, lattice: &Lattice, row: usize) -> Option<usize> {
    let mut filled = lattice.places(row).filter(|place| !lattice.cells[*place].words(ledger).is_empty());
    let only = filled.next()?;
    let alone = filled.next().is_none();
    (alone && furniture::is_note(&plain(&lattice.cells[only].words(ledger)))).then_some(only)
}
