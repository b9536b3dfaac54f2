//! The tables of a report: the statutory forms cell by cell, performance tables, tables of staff.

mod align;
mod amount;
mod bars;
mod blocks;
mod clusters;
mod column;
mod form;
mod furniture;
mod head;
mod holding;
mod lattice;
mod lines;
mod listing;
mod meaning;
mod missing;
mod money;
mod names;
mod performance;
mod printed;
mod ragged;
mod reader;
mod row_numbers;
mod rows;
mod spacing;
mod spread;
pub(crate) mod staffing;
mod standard;
mod stream;
mod subject;
mod text;

pub(crate) use missing::note_missing;
pub use performance::{Goal, Indicator, IndicatorValue, Project};

use crate::diagnostic::{DiagnosticCode, Severity};
use crate::ledger::Ledger;
use crate::outline::{form_number_maybe, form_titled, label_maybe, Form, Style};
use crate::quantity::Unit;
use crate::source::Grid;
use crate::span::{range_of, Span};
use head::{plain, Head};
use lattice::{Cell, Lattice};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A table of the report: a statutory form, or another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Table {
    /// Its number in the order of the text, from 0.
    pub id: usize,
    /// Which statutory form it is, by its title or by its columns; `None` for a table that is none of the list.
    pub form: Option<Form>,
    /// The title as printed, white space and its numbering removed; empty if it has none.
    pub title: String,
    /// The number of the form as printed (`公开01表`); `None` if none is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The body whose table it is, as its head names it (`部门：某市财政局`); `None` if it names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The unit that its head names (`单位：万元`); `None` if it names none.
    pub unit: Option<Unit>,
    /// The `id` of the section it stands in.
    pub section: Option<usize>,
    /// The columns of values and remarks: the head cells above each from the top, joined by `/`.
    #[serde(default)]
    pub columns: Vec<String>,
    /// The rows below the head; those of a table of two halves stand in the order of the text.
    #[serde(default)]
    pub rows: Vec<Row>,
    /// What is said below it: notes, and that it is empty.
    #[serde(default)]
    pub notes: Vec<String>,
    /// From the title to the last cell or note.
    pub span: Span,
}

/// A row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Row {
    /// The code as printed, its parts joined; `None` if the row prints none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The words that name it as printed, white space removed; empty if there are none.
    pub label: String,
    /// What its cells print, white space removed, one for each of [`Table::columns`]; those of the other half are empty.
    pub cells: Vec<String>,
}

/// What stands around the cells.
#[derive(Debug, Clone, Default)]
struct Surroundings {
    form: Option<Form>,
    title: Option<Range<usize>>,
    number: Option<String>,
    owner: Option<String>,
    unit: Option<Unit>,
    notes: Vec<String>,
    /// Whether it opens with a caption and is the second part of the table above: 相关统计数：.
    captioned: bool,
    /// Title and form of the table whose second part this is.
    part_of: Option<(String, Option<Form>)>,
}

impl Surroundings {
    /// Reads a line above the cells, or a cell above the head.
    fn above(&mut self, ledger: &Ledger<'_>, range: Range<usize>) {
        let line = ledger.text(range.clone());
        let text = line.trim_matches(['\t', '\x0b', ' ', '\n']);
        if !furniture::may_be(text) {
            return;
        }
        let part = range_of(text, line);
        let range = range.start + part.start..range.start + part.end;
        if furniture::is_continuation(&plain(text)) {
            return;
        }
        if text.contains('：') && self.beside_a_title(ledger, range.clone()) {
            return;
        }
        if let Some(form) = form_titled(text) {
            self.form = form;
            self.title = Some(self.titled(ledger, range.clone()));
        } else if let Some(number) = form_number_maybe(&plain(text)) {
            self.number = Some(number.to_owned());
        } else if furniture::is_attachment(text) {
            self.number = self.number.take().or_else(|| Some(text.trim_end_matches(['：', ':']).to_owned()));
        } else if self.title.is_none() && text.ends_with('表') && text.chars().count() <= 40 {
            self.title = Some(self.titled(ledger, range.clone()));
        }
        if let Some(owner) = furniture::owner_maybe(text).filter(|o| !o.is_empty()) {
            self.owner = Some(owner.to_owned());
        }
        self.unit = furniture::unit_maybe(text).or(self.unit.take());
    }

    /// `部门：某市财政局 收入总表`: an owner that stands on one line with the title, from which blanks keep it apart; both are taken.
    fn beside_a_title(&mut self, ledger: &Ledger<'_>, range: Range<usize>) -> bool {
        let span = ledger.folded.span(range.start, range.end);
        let Some(printed) = span.of(ledger.source()) else { return false };
        let place = |part: &str| {
            let part = range_of(part, printed);
            ledger.folded.place(Span::new(span.start + part.start, span.start + part.end))
        };
        let parts: Vec<Range<usize>> = printed.split_whitespace().map(place).collect();
        let titled = parts.len() > 1 && parts.iter().any(|part| form_titled(ledger.text(part.clone())).is_some());
        if titled {
            parts.into_iter().for_each(|part| self.above(ledger, part));
        }
        titled
    }

    /// Takes the one cell of the first row, over all columns, as the title: 2021年机关运行经费.
    fn titled_by_row(&mut self, ledger: &Ledger<'_>, lattice: &Lattice, head: &Head) {
        const LONGEST: usize = 40;
        let Some(cell) = lattice.row(0).iter().find(|cell| !cell.text.is_empty()).filter(|_| head::is_over_all(lattice, 0)) else { return };
        let text = cell.words(ledger);
        if head.rows.iter().any(|row| *row > 0)
            && text.chars().count() <= LONGEST
            && !text.contains(['。', '：', '；'])
            && !furniture::is_year(&text)
            && form_number_maybe(&text).is_none()
        {
            self.form = self.form.or_else(|| form_titled(&format!("{text}情况表")).flatten());
            self.title = Some(cell.text.clone());
        }
    }

    /// The title without its label, which is the number of the table where it says 表一.
    fn titled(&mut self, ledger: &Ledger<'_>, range: Range<usize>) -> Range<usize> {
        let text = ledger.text(range.clone());
        match label_maybe(text).filter(|l| l.skip < text.len()) {
            Some(label) => {
                if label.style == Style::Table {
                    self.number = Some(text[..label.length].trim_end_matches(['：', '、', '.']).to_owned());
                }
                range.start + label.skip..range.end
            }
            None => range,
        }
    }
}

/// What the tables in a range of text say.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) tables: Vec<Table>,
    /// The projects of the performance tables.
    pub(crate) projects: Vec<Project>,
    /// Where the cells of performance tables stand, whose digits are all accounted for.
    pub(crate) performance: Vec<Range<usize>>,
}

/// The tables that stand in a range of folded text, with their figures given to the ledger; `first` is the number of the first.
pub(crate) fn read(ledger: &mut Ledger<'_>, grids: &[Grid], range: Range<usize>, section: Option<usize>, first: usize) -> Found {
    let mut found = Found::default();
    if !holds_cells(ledger, &range) {
        if let Some(draft) = read_lines(ledger, range, section, first, &mut found) {
            draft.read(ledger, first, section, &mut found);
        }
        return found;
    }
    let mut around = Surroundings::default();
    let mut at = range.start;
    let mut start = range.start;
    let mut open: Option<Draft> = None;
    let mut captioned = false;
    let mut listed = false;
    let mut passed = range.start;
    while at < range.end {
        if let Some((mut lattice, cells)) = lattice_at(ledger, grids, at..range.end, &mut passed) {
            let end = cells.end;
            let signs = performance::Signs::of(&lattice, ledger);
            if !signs.is_performance() && lists_titles(ledger, &lattice) {
                // The contents of a workbook.
                listed = true;
                at = end.max(at + 1);
                start = at;
                continue;
            }
            let second = if signs.is_performance() { None } else { second_part(ledger, &mut lattice) };
            let split = second.is_some();
            let head = if signs.is_performance() { Head::default() } else { Head::of(&lattice, ledger) };
            let goes_on = |cell: &Cell| furniture::is_continuation(&plain(&cell.words(ledger)));
            let again = open.is_some() && lattice.cells.iter().any(goes_on);
            if !signs.is_performance() && !again && heads_next(ledger, grids, &lattice, &head, end..range.end) {
                if let Some(draft) = open.take() {
                    draft.read(ledger, first, section, &mut found);
                }
                for cell in &lattice.cells {
                    around.above(ledger, cell.text.clone());
                }
                at = end.max(at + 1);
                continue;
            }
            match open.take() {
                Some(draft) if draft.goes_on(ledger, &lattice, &head, &around, signs) => {
                    let mut draft = draft;
                    draft.append(ledger, lattice, head, cells);
                    open = Some(draft);
                }
                before => {
                    if let Some(draft) = before {
                        draft.read(ledger, first, section, &mut found);
                    }
                    if let Some(of) = found.tables.last().filter(|_| captioned && around.title.is_none()) {
                        // 相关统计数： the second part of the form above.
                        around.part_of = Some((of.title.clone(), of.form));
                    }
                    for row in &head.furniture {
                        for cell in lattice.row(*row) {
                            around.above(ledger, cell.text.clone());
                        }
                    }
                    if around.title.is_none() {
                        around.titled_by_row(ledger, &lattice, &head);
                    }
                    if signs.is_performance() {
                        above_forms(ledger, &lattice, start, &mut around);
                    }
                    let performance = if signs.is_performance() { vec![cells.clone()] } else { Vec::new() };
                    open = Some(Draft { lattice, head, around: std::mem::take(&mut around), range: start..cells.end, rest: Vec::new(), performance });
                }
            }
            at = end.max(at + 1);
            start = at;
            if let Some((lattice, mut draft)) = second.zip(open.take_if(|_| split)) {
                let from = lattice.cells.first().map_or(end, |cell| cell.text.start);
                draft.range.end = from;
                let around = Surroundings { part_of: Some(draft.of(ledger)), ..Surroundings::default() };
                draft.read(ledger, first, section, &mut found);
                open = Some(Draft { head: Head::of(&lattice, ledger), lattice, around, range: from..end, rest: Vec::new(), performance: Vec::new() });
            }
            continue;
        }
        let end = memchr::memchr(b'\n', &ledger.folded.text.as_bytes()[at..range.end]).map_or(range.end, |n| at + n);
        let line = ledger.text(at..end);
        match &mut open {
            Some(draft) if furniture::is_note(&plain(line)) || furniture::is_next_note(&draft.around.notes, &plain(line)) => {
                draft.around.notes.push(ledger.printed(at..end));
                draft.range.end = end;
            }
            _ => {
                captioned = line.trim_end().ends_with('：');
                around.above(ledger, at..end);
            }
        }
        at = (end + 1).min(range.end);
        if line.trim().is_empty() && start == at {
            start = at;
        }
    }
    if found.tables.is_empty() && open.is_none() && !listed {
        // Its cells stand in lines that no format holds together.
        open = read_lines(ledger, range, section, first, &mut found);
    }
    if let Some(draft) = open {
        draft.read(ledger, first, section, &mut found);
    }
    found
}

/// Whether a grid or a line behind a tab may start in a range.
fn holds_cells(ledger: &Ledger<'_>, range: &Range<usize>) -> bool {
    ledger.folded.holds_grids(range) || memchr::memchr2(b'\t', b'\x0b', ledger.text(range.clone()).as_bytes()).is_some()
}

/// Whether most rows of a grid only name tables: a list of contents.
fn lists_titles(ledger: &Ledger<'_>, lattice: &Lattice) -> bool {
    const FEWEST: usize = 3;
    const LAST_PAGE: u32 = 60;
    let titled = |row: &usize| lattice.row(*row).iter().any(|cell| form_titled(&cell.words(ledger)).is_some());
    // A table has few titles, and long ones need not be looked through.
    let titles = (0..lattice.rows()).take(60).filter(titled).count();
    if titles < FEWEST {
        return false;
    }
    let filled = (0..lattice.rows()).filter(|row| lattice.row(*row).iter().any(|cell| !cell.words(ledger).is_empty())).count();
    // Numbers of tables and pages are whole and small; amounts make it a table.
    let stated =
        |cell: &Cell| matches!(amount::content(&cell.words(ledger)), amount::Content::Amount(amount) if !amount.plain || amount.value > LAST_PAGE.into());
    titles * 2 >= filled && !lattice.cells.iter().any(stated)
}

/// Whether a grid only holds what heads the next one: title, number, owner and unit in a table of their own above the cells.
fn heads_next(ledger: &Ledger<'_>, grids: &[Grid], lattice: &Lattice, head: &Head, behind: Range<usize>) -> bool {
    let filled = || lattice.cells.iter().filter(|cell| !cell.words(ledger).is_empty());
    let all = filled().next().is_some() && filled().all(|cell| head.furniture.contains(&cell.row));
    let titles = |lattice: &Lattice, rows: &[usize]| rows.iter().any(|row| lattice.row(*row).iter().any(|c| form_titled(&c.words(ledger)).is_some()));
    let text = ledger.text(behind.clone());
    let next = behind.start + (text.len() - text.trim_start_matches(['\n', ' ']).len());
    if !all {
        return false;
    }
    let Some((grid, cells)) = ledger.folded.grid_from(next).filter(|_| next < behind.end) else { return false };
    let below = Lattice::of_grid(&grids[grid], &ledger.folded.text, cells);
    !titles(&below, &Head::of(&below, ledger).furniture)
}

/// Reads lines that no grid holds; the last table is handed back, still open.
fn read_lines(ledger: &mut Ledger<'_>, range: Range<usize>, section: Option<usize>, first: usize, found: &mut Found) -> Option<Draft> {
    let mut open: Option<Draft> = None;
    for part in text::parts(ledger, range) {
        let mut around = Surroundings::default();
        let stretches = text::stretches(ledger, part.clone(), &mut around);
        if around.captioned {
            around.part_of = open.as_ref().map(|draft| draft.of(ledger));
        }
        if stretches.lattices.is_empty() && around.title.is_none() {
            continue;
        }
        let mut unread = stretches.unread;
        let mut lattices = stretches.lattices.into_iter();
        let pieced = stretches.pieced;
        let drafted = Draft::of_lines(ledger, lattices.next().unwrap_or_default(), part.clone(), around, pieced);
        let mut draft = match open.take() {
            Some(mut draft) if draft.goes_on(ledger, &drafted.lattice, &drafted.head, &drafted.around, drafted.signs(ledger)) => {
                draft.append(ledger, drafted.lattice, drafted.head, part.clone());
                draft
            }
            before => {
                if let Some(draft) = before {
                    draft.read(ledger, first, section, found);
                }
                drafted
            }
        };
        for lattice in lattices {
            let next = Draft::of_lines(ledger, lattice, part.clone(), Surroundings { form: draft.around.form, ..Surroundings::default() }, pieced);
            if draft.goes_on(ledger, &next.lattice, &next.head, &next.around, next.signs(ledger)) {
                draft.append(ledger, next.lattice, next.head, part.clone());
            } else {
                unread = true;
            }
        }
        if unread {
            let text = ledger.text(part.clone());
            let whole = range_of(text.trim(), text);
            let cells = part.start + whole.start..part.start + whole.end;
            ledger.note(DiagnosticCode::ColumnsUnclear, Severity::Warning, cells, || "表格各列无法区分，其中的数未归入各列".into());
        }
        open = Some(draft);
    }
    open
}

/// The rows from a caption on that stands alone in its row, taken from a lattice: 相关统计数： heads a second part of the form in the same grid.
fn second_part(ledger: &Ledger<'_>, lattice: &mut Lattice) -> Option<Lattice> {
    let is_caption = |row: &usize| {
        let mut filled = lattice.row(*row).iter().filter(|cell| !cell.text.is_empty());
        filled.next().is_some_and(|cell| cell.column == 0 && text::is_caption(&cell.words(ledger))) && filled.next().is_none()
    };
    let states = |row: &usize| lattice.row(*row).iter().any(|cell| matches!(amount::content(&cell.words(ledger)), amount::Content::Amount(_)));
    let body = (0..lattice.rows()).find(states)?;
    let row = (body + 1..lattice.rows().saturating_sub(1)).find(is_caption)?;
    Some(lattice.split_off(row))
}

/// The cells that start at a place, as a grid or as a performance table with one cell a line, and where they stand.
///
/// Lines of cells up to `passed` were looked at as a whole, and are no performance table.
fn lattice_at(ledger: &Ledger<'_>, grids: &[Grid], range: Range<usize>, passed: &mut usize) -> Option<(Lattice, Range<usize>)> {
    if let Some((grid, cells)) = ledger.folded.grid_from(range.start) {
        return Some((Lattice::of_grid(&grids[grid], &ledger.folded.text, cells.clone()), cells));
    }
    if range.start < *passed {
        return None;
    }
    let cells = cells_in_lines(ledger, range)?;
    *passed = cells.end;
    performance::is_performance(ledger.text(cells.clone())).then(|| (performance::listed(ledger, cells.clone()), cells))
}

/// Lines of cells up to the first one that is none and that no cell follows.
fn cells_in_lines(ledger: &Ledger<'_>, range: Range<usize>) -> Option<Range<usize>> {
    const LONGEST_REST: usize = 40;
    let text = ledger.text(range.clone());
    let mut end = 0;
    if !text.starts_with(['\t', '\x0b']) {
        return None;
    }
    while end < text.len() {
        let next = memchr::memchr(b'\n', &text.as_bytes()[end..]).map_or(text.len(), |at| end + at + 1);
        let line = &text[end..next];
        let rest = || text[next..].starts_with(['\t', '\x0b']) && line.chars().count() <= LONGEST_REST && !line.contains('表');
        let grid = end > 0 && ledger.folded.grid_from(range.start + end).is_some();
        if grid || !(line.starts_with(['\t', '\x0b']) || rest()) {
            break;
        }
        end = next;
    }
    Some(range.start..range.start + end)
}

/// The rows of a performance table above its first label, and the lines above one that has no title yet.
fn above_forms(ledger: &Ledger<'_>, lattice: &Lattice, start: usize, around: &mut Surroundings) {
    const ROWS: usize = 3;
    const LINES: usize = 3;
    const LONGEST_TITLE: usize = 40;
    for row in 0..lattice.rows().min(ROWS) {
        let mut filled = lattice.row(row).iter().filter(|c| !c.text.is_empty());
        if let (Some(cell), None) = (filled.next(), filled.next()) {
            around.above(ledger, cell.text.clone());
        }
    }
    let mut end = start;
    for _ in 0..LINES {
        let before = ledger.text(0..end).trim_end_matches('\n');
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let line = &before[from..];
        if around.title.is_some() || line.starts_with(['\t', '\x0b']) || line.chars().count() > LONGEST_TITLE || line.contains('。') {
            return;
        }
        let bare = line.find(['（', '(']).filter(|at| *at > 0).map_or(line, |at| &line[..at]);
        if line.contains("绩效") && bare.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with('表') {
            around.title = Some(around.titled(ledger, from..before.len()));
        }
        end = from;
    }
}

/// A table whose cells are known.
struct Draft {
    lattice: Lattice,
    head: Head,
    around: Surroundings,
    range: Range<usize>,
    /// What follows on later pages under the same head.
    rest: Vec<(Lattice, Head)>,
    /// Where its cells stand, if it is a performance table.
    performance: Vec<Range<usize>>,
}

impl Draft {
    /// A table of lines.
    fn of_lines(ledger: &Ledger<'_>, lattice: Lattice, range: Range<usize>, mut around: Surroundings, pieced: bool) -> Self {
        let performance = performance::Signs::of(&lattice, ledger).is_performance();
        let mut head = if performance { Head::default() } else { Head::of(&lattice, ledger) };
        if around.form.is_some() && pieced {
            head.set_unknown_aside();
        }
        if performance {
            above_forms(ledger, &lattice, range.start, &mut around);
        }
        let performance = if performance { vec![range.clone()] } else { Vec::new() };
        Draft { lattice, head, around, range, rest: Vec::new(), performance }
    }

    /// Its title and form, for what goes on with it.
    fn of(&self, ledger: &Ledger<'_>) -> (String, Option<Form>) {
        let title = self.around.title.clone().map(|range| ledger.printed(range));
        let (whole, form) = self.around.part_of.clone().unwrap_or_default();
        (title.unwrap_or(whole), self.around.form.or(form))
    }

    fn signs(&self, ledger: &Ledger<'_>) -> performance::Signs {
        performance::Signs::of(&self.lattice, ledger)
    }

    /// Whether a lattice behind it is the rest of it: without a title of its own, as wide, and with the same head or none.
    fn goes_on(&self, ledger: &Ledger<'_>, lattice: &Lattice, head: &Head, around: &Surroundings, signs: performance::Signs) -> bool {
        let again = |title: &Range<usize>| self.around.title.as_ref().is_some_and(|own| ledger.text(own.clone()) == ledger.text(title.clone()));
        let titled = around.title.as_ref().is_some_and(|title| !again(title))
            || head.furniture.iter().any(|row| lattice.row(*row).iter().any(|c| form_titled(&c.words(ledger)).is_some()));
        if !self.performance.is_empty() {
            return !titled && signs.goes_on() && (signs.has_indicators() || lattice.columns == self.lattice.columns);
        }
        let same = !signs.is_performance() && !head.rows.is_empty() && head.listed().eq(self.head.listed());
        let headless = self.continues_names(ledger, lattice, head) && !signs.is_performance() && lattice.columns == self.lattice.columns;
        !titled && (same || headless)
    }

    /// Whether a lattice has no head of its own: none at all, or only words that go on with names of rows that a page broke.
    fn continues_names(&self, ledger: &Ledger<'_>, lattice: &Lattice, head: &Head) -> bool {
        let mut filled = head.rows.iter().flat_map(|row| lattice.row(*row)).filter(|cell| !cell.words(ledger).is_empty());
        filled.all(|cell| cell.column_span == 1 && self.head.names_rows(cell.column) && !names::is_head(&plain(&cell.words(ledger))))
    }

    /// Gives the names of the last row what of them stands in the first row of a lattice behind a page: 党支部的补助 below 对村民委员会和村.
    fn take_rest_of_names(&mut self, ledger: &Ledger<'_>, below: &mut Lattice, row: usize) {
        let above = self.rest.last_mut().map_or(&mut self.lattice, |(lattice, _)| lattice);
        let is_filled = |cell: &Cell| !cell.words(ledger).is_empty();
        let Some(last) = (0..above.rows()).rev().find(|row| above.row(*row).iter().any(is_filled)) else { return };
        if row >= below.rows() {
            return;
        }
        let goes_on = |cell: &Cell| {
            let words = plain(&cell.words(ledger)).into_owned();
            let named = names::is_row(&names::bare(&words)) || label_maybe(&words).is_some_and(|label| label.skip > 0 && label.skip < words.len());
            self.head.names_rows(cell.column) && matches!(amount::content(&words), amount::Content::Words) && !named
        };
        // 合计 and 培训费 are whole names.
        let whole = |cell: &Cell| {
            let words = plain(&cell.words(ledger)).into_owned();
            names::is_whole(&words) || matches!(&*words, "合计" | "总计" | "小计") || names::is_row(&names::bare(&words))
        };
        let of_name = |cell: &Cell, column: usize| cell.column == column && is_filled(cell) && !whole(cell);
        let over = |column: usize| above.places(last).find(|place| of_name(&above.cells[*place], column));
        let joined: Option<Vec<(usize, usize)>> = below
            .places(row)
            .filter(|place| is_filled(&below.cells[*place]))
            .map(|place| over(below.cells[place].column).filter(|_| goes_on(&below.cells[place])).map(|above| (above, place)))
            .collect();
        for (to, from) in joined.into_iter().flatten() {
            let text = below.cells[from].text.clone();
            below.cells[from].text = text.start..text.start;
            above.cells[to].rest.push(text);
        }
    }

    fn append(&mut self, ledger: &Ledger<'_>, mut lattice: Lattice, head: Head, cells: Range<usize>) {
        self.range.end = cells.end;
        let headless = self.performance.is_empty() && self.continues_names(ledger, &lattice, &head);
        if self.performance.is_empty() {
            self.take_rest_of_names(ledger, &mut lattice, if headless { 0 } else { head.body });
        }
        if headless || !self.performance.is_empty() {
            self.lattice.append(lattice, 0);
        } else {
            // The rest of a page may part its codes otherwise, so that its columns are not those of the first page.
            self.rest.push((lattice, head));
        }
        if !self.performance.is_empty() {
            self.performance.push(cells);
        }
    }

    fn read(self, ledger: &mut Ledger<'_>, first: usize, section: Option<usize>, found: &mut Found) {
        let id = first + found.tables.len();
        let around = self.around;
        let text = ledger.text(self.range.clone());
        let start = self.range.start + (text.len() - text.trim_start().len());
        let span = ledger.folded.span(start.min(self.range.end), self.range.start + text.trim_end().len());
        let (title, form) = around.part_of.unwrap_or_default();
        let table = Table {
            id,
            form: around.form.or(form),
            title: around.title.map_or(title, |range| ledger.printed(range)),
            number: around.number,
            owner: around.owner,
            unit: around.unit,
            section,
            columns: Vec::new(),
            rows: Vec::new(),
            notes: around.notes,
            span,
        };
        if self.performance.is_empty() {
            let parts = std::iter::once((self.lattice, self.head)).chain(self.rest).collect();
            return found.tables.push(reader::read(ledger, parts, table));
        }
        let (table, projects) = performance::read(ledger, &self.lattice, table);
        found.tables.push(table);
        found.projects.extend(projects);
        found.performance.extend(self.performance);
    }
}
