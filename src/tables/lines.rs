//! The rows of each half below the head of a statutory form.

use super::column::ColumnKind;
use super::furniture;
use super::head::{self, plain, Head, RowKind};
use super::lattice::{Cover, Lattice};
use super::names;
use crate::classification::Code;
use crate::ledger::Ledger;
use crate::quantity::is_han;
use crate::within::has;
use smallvec::SmallVec;
use std::borrow::Cow;

/// The cells of a lattice with their words, which each row asks for many times.
pub(super) struct Cells<'g, 'a> {
    pub(super) lattice: &'g Lattice,
    words: Vec<Cow<'a, str>>,
}

impl<'g, 'a> Cells<'g, 'a> {
    pub(super) fn of(lattice: &'g Lattice, ledger: &Ledger<'a>) -> Self {
        Cells { lattice, words: lattice.cells.iter().map(|cell| cell.words(ledger)).collect() }
    }

    /// The folded text of a cell, without blanks around it.
    pub(super) fn words(&self, place: usize) -> &str {
        &self.words[place]
    }

    /// What the filled cells of a row say.
    fn filled(&self, row: usize) -> impl Iterator<Item = &str> {
        self.words[self.lattice.places(row)].iter().map(|text| &**text).filter(|text| !text.is_empty())
    }
}

/// A row of one half; its cells as places in the lattice.
#[derive(Debug, Clone, Default)]
pub(super) struct Line<'c> {
    pub(super) panel: usize,
    /// The code as printed, its parts joined, and which code of the list that is.
    pub(super) code: Option<(Cow<'c, str>, Option<Code>)>,
    pub(super) label: Option<usize>,
    /// The label without its number and what opens it; empty if there is none.
    pub(super) name: Cow<'c, str>,
    /// A second name: the project of a row of an item.
    pub(super) project: Option<usize>,
    /// The code of the body that a row is of, printed beside those of items.
    pub(super) body: Option<usize>,
    /// The economic item of a row of a functional one.
    pub(super) economic: Option<usize>,
    /// Cells of values and words, as indices into the lattice.
    pub(super) cells: SmallVec<[usize; 8]>,
    /// Whether the line is a note.
    pub(super) note: bool,
    /// The printed parts of the code, in the order of the columns.
    codes: SmallVec<[&'c str; 3]>,
    /// Bytes of the label that are a code in the same cell.
    skipped: usize,
}

/// The rows of each half below the head, in the order of the text.
pub(super) fn lines<'c>(ledger: &Ledger<'_>, cells: &'c Cells<'_, '_>, head: &Head) -> Vec<Line<'c>> {
    let lattice = cells.lattice;
    let mut lines = Vec::new();
    let mut cover = Cover::new(lattice.columns);
    for row in head.body..lattice.rows() {
        cover.enter(lattice, row);
        if is_repeated(ledger, cells, head, row) {
            continue;
        }
        if let Some(note) = note(cells, row) {
            lines.push(Line { label: Some(note), note: true, ..Line::default() });
            continue;
        }
        let first = lines.len();
        lines.extend((0..head.panels()).filter_map(|panel| line(&cover, cells, head, row, panel)));
        if lines.len() > first + 1 {
            reach_over(cells, &mut lines, first);
        }
        for line in &mut lines[first..] {
            if let Some(place) = line.label {
                line.name = names::bare(&cells.words(place)[line.skipped..]);
            }
        }
    }
    lines
}

/// 公用经费合计 is the total of two halves: its name stands in the one, its amount in the other, where cells are not merged.
fn reach_over(cells: &Cells<'_, '_>, lines: &mut Vec<Line<'_>>, first: usize) {
    let mut at = first + 1;
    while at < lines.len() {
        let (left, right) = (&lines[at - 1], &lines[at]);
        let named = left.label.is_some_and(|place| cells.words(place).ends_with("合计"));
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
fn line<'c>(cover: &Cover, cells: &'c Cells<'_, '_>, head: &Head, row: usize, panel: usize) -> Option<Line<'c>> {
    let mut line = Line { panel, ..Line::default() };
    let mut own = false;
    for (column, place) in cover.columns() {
        let (cell, about) = (&cells.lattice.cells[place], &head.columns[column]);
        let first = cell.column == column || cell.column < column && head.columns[cell.column].panel != panel;
        if about.panel != panel || !first {
            continue;
        }
        let text = cells.words(place);
        if text.is_empty() {
            continue;
        }
        match about.kind {
            ColumnKind::Code => line.code_cell(place, text),
            ColumnKind::BodyCode if text.starts_with(is_han) => line.label_cell(place, text, &[]),
            ColumnKind::BodyCode => line.body = Some(place),
            ColumnKind::Economic => {
                line.economic = Some(place);
                if cell.row == row {
                    line.cells.push(place);
                }
            }
            ColumnKind::Label => line.label_cell(place, text, &about.path),
            // 小计 may stand where the rows are numbered.
            ColumnKind::Ordinal if text.starts_with(is_han) => line.label_cell(place, text, &[]),
            ColumnKind::Ordinal => {}
            ColumnKind::Value | ColumnKind::Words | ColumnKind::Unclear if cell.row == row => line.cells.push(place),
            ColumnKind::Value | ColumnKind::Words | ColumnKind::Unclear => {}
        }
        own |= cell.row == row && (about.kind != ColumnKind::Ordinal || line.label == Some(place));
    }
    line.code = line.whole_code();
    own.then_some(line)
}

impl<'c> Line<'c> {
    fn code_cell(&mut self, place: usize, text: &'c str) {
        if text.bytes().all(|b| b.is_ascii_digit()) {
            self.codes.push(text);
        } else {
            // 合计 stands in a cell that covers codes and names.
            self.label_cell(place, text, &[]);
        }
    }

    fn label_cell(&mut self, place: usize, text: &'c str, path: &[String]) {
        if self.label.is_some() && path.last().is_some_and(|leaf| has(leaf, "项目名称") && !has(leaf, "采购")) {
            self.project = Some(place);
            return;
        }
        let opening = text.len() - text.trim_start_matches([' ', '[', '【']).len();
        let digits = text[opening..].bytes().take_while(u8::is_ascii_digit).count();
        let behind = || text[opening + digits..].trim_start_matches([']', '】', ' ', '-', '、', '.']);
        let behind = (matches!(digits, 3 | 5 | 7) && self.codes.is_empty()).then(behind).filter(|behind| behind.starts_with(is_han));
        if behind.is_some() {
            self.codes.push(&text[opening..opening + digits]);
        }
        self.skipped = behind.map_or(0, |behind| text.len() - behind.len());
        self.label = Some(place);
    }

    /// The code that the printed parts make: `201` `06` `01`, or one whole.
    fn whole_code(&self) -> Option<(Cow<'c, str>, Option<Code>)> {
        let (first, last) = (self.codes.first()?, *self.codes.last()?);
        let parted = self.codes.len() > 1 && !last.starts_with(first);
        let whole = if parted { Cow::Owned(self.codes.concat()) } else { Cow::Borrowed(last) };
        let code = whole.parse().ok();
        Some((whole, code))
    }
}

/// Whether a row only repeats the head, the title or the numbers of the columns, as behind a page break.
fn is_repeated(ledger: &Ledger<'_>, cells: &Cells<'_, '_>, head: &Head, row: usize) -> bool {
    if cells.filled(row).next().is_none() {
        return true;
    }
    let again = head.rows.iter().any(|at| cells.filled(row).eq(cells.filled(*at)));
    // 栏次, or numbers from 1 on.
    let may_number = || cells.filled(row).any(|text| text.starts_with('栏') || text == "1");
    let numbers = || head::row_kind(cells.lattice, ledger, row, 0) == RowKind::Ordinals;
    again || may_number() && numbers() || cells.filled(row).all(|text| head::is_furniture(text) && !is_owner_only(text))
}

/// `单位：某局` heads a table, but a row of units may say it too: only a unit of money or a title is furniture in the body.
fn is_owner_only(text: &str) -> bool {
    furniture::owner_maybe(text).is_some()
}

/// A row whose only text is a note on the table.
fn note(cells: &Cells<'_, '_>, row: usize) -> Option<usize> {
    let mut filled = cells.lattice.places(row).filter(|place| !cells.words(*place).is_empty());
    let only = filled.next()?;
    let alone = filled.next().is_none();
    (alone && furniture::is_note(&plain(cells.words(only)))).then_some(only)
}
