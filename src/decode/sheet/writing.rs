//! Writes the sheets of a workbook down: tables as grids, prose as paragraphs.

use super::lattice::Axis;
use super::merging::{Cover, Merging};
use super::workbook::{Cell, Position, Region, Sheet, Visibility, Workbook};
use crate::decode::composer::{CellPlace, Composer, Spot};
use crate::decode::{Decoded, Limits};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::span::Span;
use std::ops::RangeInclusive;

/// Writes a workbook down, sheet after sheet.
pub(super) fn written(workbook: Workbook, limits: &Limits) -> Decoded {
    let mut composer = Composer::new(limits);
    for (number, mut sheet) in workbook.sheets.into_iter().enumerate() {
        composer.beside().sheets.push(sheet.name.clone());
        sheet.arrange();
        let start = composer.len();
        let tally = sheet_written(&mut composer, number, &sheet);
        for line in sheet.drawn() {
            composer.paragraph(line);
        }
        let span = Span::new(start, composer.len());
        remark(&mut composer, &sheet, &tally, span);
    }
    for part in workbook.damage {
        composer.note_whole(DiagnosticCode::ContentDamaged, Severity::Error, || part);
    }
    let (text, content) = composer.finish();
    Decoded { text, encoding: "UTF-8", content }
}

/// What was met while a sheet was written down.
#[derive(Debug, Default)]
struct Tally {
    hidden_rows: usize,
    hidden_columns: usize,
    concealed: usize,
    /// Cells with text that a merged region covers.
    covered: usize,
    overlapping: usize,
}

fn sheet_written(composer: &mut Composer, number: usize, sheet: &Sheet) -> Tally {
    if sheet.cells().is_empty() {
        return Tally::default();
    }
    let prose = is_prose(sheet);
    if !prose && !is_default_name(&sheet.name) && !names_itself(sheet) {
        composer.paragraph(&sheet.name);
    }
    let rows = Axis::new(distinct(sheet.cells().iter().map(|c| c.position.row)));
    let mut columns: Vec<u32> = sheet.cells().iter().map(|c| c.position.column).collect();
    columns.sort_unstable();
    let columns = Axis::new(distinct(columns.into_iter()));
    let [hidden_rows, hidden_columns] = [&sheet.hidden_rows, &sheet.hidden_columns].map(|ranges| Hidden::new(ranges));
    let mut writing = Writing { composer, number, sheet, rows, columns, hidden_rows, hidden_columns, tally: Tally::default() };
    writing.count_hidden();
    if prose {
        writing.prose();
    } else {
        writing.grid();
    }
    writing.tally
}

/// A row at a time of equal neighbours: what is left of them is each once.
fn distinct(lines: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let mut last = None;
    lines.filter(move |line| last.replace(*line) != Some(*line))
}

/// Words that spreadsheet programs number their sheets with.
const DEFAULT_NAMES: &[&str] = &["sheet", "工作表", "表", "table", "表格"];

fn is_default_name(name: &str) -> bool {
    let word = name.trim().trim_end_matches(|c: char| c.is_ascii_digit() || c == '_').trim().to_lowercase();
    word.is_empty() || DEFAULT_NAMES.contains(&word.as_str())
}

/// Rows from the top that hold the title of a sheet: `公开01表` may stand above it.
const TITLE_ROWS: usize = 3;

/// The shortest title of a table seen has four characters (收支总表).
const SHORTEST_TITLE: usize = 4;

/// Whether one of the first rows says what the sheet is called: by its name, or by a title as tables have them.
fn names_itself(sheet: &Sheet) -> bool {
    let closed = |text: &str| text.split_whitespace().collect::<String>();
    let name = closed(&sheet.name);
    let top = sheet.cells().chunk_by(|a, b| a.position.row == b.position.row).take(TITLE_ROWS).flatten();
    top.map(|cell| closed(sheet.text(cell)))
        .any(|text| text.ends_with('表') || text.contains(&name) || text.chars().count() >= SHORTEST_TITLE && name.contains(&text))
}

/// A sheet without two texts side by side is prose: a cover, a list of contents, an explanation.
fn is_prose(sheet: &Sheet) -> bool {
    sheet.cells().is_sorted_by(|a, b| a.position.row < b.position.row)
}

/// Blank places written for each text, and for small sheets: half of a table of two sides is blank, and a sheet with a few texts far
/// apart costs nothing.
const BLANKS_PER_TEXT: usize = 8;
const BLANKS_ALWAYS: usize = 4096;

struct Writing<'a> {
    composer: &'a mut Composer,
    number: usize,
    sheet: &'a Sheet,
    rows: Axis,
    columns: Axis,
    hidden_rows: Hidden,
    hidden_columns: Hidden,
    tally: Tally,
}

impl Writing<'_> {
    fn prose(&mut self) {
        for cell in self.sheet.cells() {
            self.tally.concealed += usize::from(cell.concealed);
            self.composer.inline(self.sheet.text(cell), self.spot(cell.position));
            self.composer.end_line();
        }
    }

    fn grid(&mut self) {
        self.composer.open_grid(Some(self.sheet.name.clone()));
        let mut merging = Merging::new(self.sheet.merges.clone());
        let blanks = self.rows.used().saturating_mul(self.columns.used());
        let full = blanks <= self.sheet.cells().len() * BLANKS_PER_TEXT + BLANKS_ALWAYS;
        for row in self.sheet.cells().chunk_by(|a, b| a.position.row == b.position.row) {
            merging.enter(row[0].position.row);
            let taken = if full { self.full_row(row, &merging) } else { self.sparse_row(row, &merging) };
            if !taken {
                break;
            }
        }
        self.tally.overlapping = merging.overlapping;
        self.composer.close_grid();
    }

    fn full_row(&mut self, row: &[Cell], merging: &Merging) -> bool {
        let line = self.rows.place(row[0].position.row);
        let mut texts = row.iter().peekable();
        (0..self.columns.used()).all(|n| {
            let (column, place) = self.columns.nth(n);
            let cell = texts.next_if(|c| c.position.column == column);
            self.place(Position { row: row[0].position.row, column }, (line, place), cell, merging)
        })
    }

    fn sparse_row(&mut self, row: &[Cell], merging: &Merging) -> bool {
        let line = self.rows.place(row[0].position.row);
        row.iter().all(|cell| self.place(cell.position, (line, self.columns.place(cell.position.column)), Some(cell), merging))
    }

    /// Writes down what stands at a place of the sheet, and of the grid; `false` behind the limit of cells.
    fn place(&mut self, position: Position, (row, column): (usize, usize), cell: Option<&Cell>, merging: &Merging) -> bool {
        let (row_span, column_span) = match merging.cover(position) {
            Cover::Covered => {
                self.tally.covered += usize::from(cell.is_some());
                return true;
            }
            Cover::Corner(region) => self.span(region, row, column),
            Cover::Free => (1, 1),
        };
        let concealed = cell.is_some_and(|c| c.concealed);
        self.tally.concealed += usize::from(concealed);
        let hidden =
            concealed || self.sheet.visibility != Visibility::Visible || self.hidden_rows.holds(position.row) || self.hidden_columns.holds(position.column);
        let place = CellPlace { row, column, row_span, column_span, hidden };
        self.composer.cell(place, cell.map_or("", |c| self.sheet.text(c)), self.spot(position))
    }

    /// How many rows and columns of the grid a merged region covers from its corner on.
    fn span(&self, region: Region, row: usize, column: usize) -> (usize, usize) {
        let rows = self.rows.last_until(region.last.row).map_or(1, |last| last - row + 1);
        let columns = self.columns.last_until(region.last.column).map_or(1, |last| last - column + 1);
        (rows, columns)
    }

    fn spot(&self, position: Position) -> Spot {
        Spot { cell: Some((self.number, position.row as usize, position.column as usize)), ..Spot::default() }
    }

    /// Counts the hidden rows and columns that hold text.
    fn count_hidden(&mut self) {
        let count = |axis: &Axis, hidden: &Hidden| (0..axis.used()).filter(|n| hidden.holds(axis.nth(*n).0)).count();
        self.tally.hidden_rows = count(&self.rows, &self.hidden_rows);
        self.tally.hidden_columns = count(&self.columns, &self.hidden_columns);
    }
}

/// Hidden rows or columns: ranges in order that do not touch.
#[derive(Debug)]
struct Hidden {
    ranges: Vec<RangeInclusive<u32>>,
}

impl Hidden {
    fn new(ranges: &[RangeInclusive<u32>]) -> Self {
        let mut sorted = ranges.to_vec();
        sorted.sort_by_key(|r| *r.start());
        let mut joined: Vec<RangeInclusive<u32>> = Vec::new();
        for range in sorted {
            match joined.last_mut() {
                Some(last) if *range.start() <= last.end().saturating_add(1) => *last = *last.start()..=*last.end().max(range.end()),
                _ => joined.push(range),
            }
        }
        Hidden { ranges: joined }
    }

    fn holds(&self, line: u32) -> bool {
        let at = self.ranges.partition_point(|r| *r.end() < line);
        self.ranges.get(at).is_some_and(|r| r.contains(&line))
    }
}

/// Notes what readers of the figures should know of a sheet.
fn remark(composer: &mut Composer, sheet: &Sheet, tally: &Tally, span: Span) {
    let name = &sheet.name;
    let hidden = hidden_parts(sheet, tally);
    if !hidden.is_empty() {
        composer.note(DiagnosticCode::ContentHidden, Severity::Note, span, || format!("工作表“{name}”{}，仍予读取", hidden.join("，")));
    }
    if let Some(kind) = sheet.foreign {
        composer.note(DiagnosticCode::ContentHidden, Severity::Note, span, || format!("工作表“{name}”是{kind}，没有单元格可读"));
    }
    if !sheet.without_result.is_empty() {
        let places = cell_names(&sheet.without_result);
        composer.note(DiagnosticCode::MissingValue, Severity::Warning, span, || {
            format!("工作表“{name}”有{}个公式没有存储计算结果（{places}），按空白处理", sheet.without_result.len())
        });
    }
    for part in &sheet.damage {
        composer.note(DiagnosticCode::ContentDamaged, Severity::Error, span, || format!("工作表“{name}”{part}"));
    }
    if tally.overlapping > 0 {
        composer.note(DiagnosticCode::ContentDamaged, Severity::Warning, span, || {
            format!("工作表“{name}”有{}个合并区域与其他合并区域重叠，未予合并", tally.overlapping)
        });
    }
    if tally.covered > 0 {
        composer.note(DiagnosticCode::ContentHidden, Severity::Warning, span, || {
            format!("工作表“{name}”有{}个单元格的内容被合并区域遮盖，未予读取", tally.covered)
        });
    }
    if sheet.cut {
        composer.note(DiagnosticCode::LimitReached, Severity::Error, span, || format!("工作表“{name}”超出读取限额，其后的单元格未读取"));
    }
}

/// What is hidden in a sheet, in words.
fn hidden_parts(sheet: &Sheet, tally: &Tally) -> Vec<String> {
    let mut parts = Vec::new();
    match sheet.visibility {
        Visibility::Visible => {}
        Visibility::Hidden => parts.push("已隐藏".to_owned()),
        Visibility::VeryHidden => parts.push("已深度隐藏".to_owned()),
    }
    let counts = [(tally.hidden_rows, "行隐藏"), (tally.hidden_columns, "列隐藏"), (tally.concealed, "个单元格的格式不显示内容")];
    parts.extend(counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("有{count}{what}")));
    parts
}

/// Places named in a remark; the rest is counted.
const NAMED: usize = 5;

fn cell_names(positions: &[Position]) -> String {
    let names: Vec<String> = positions.iter().take(NAMED).map(|p| crate::source::cell_name(p.row as usize, p.column as usize)).collect();
    let more = if positions.len() > NAMED { "等" } else { "" };
    format!("{}{more}", names.join("、"))
}
