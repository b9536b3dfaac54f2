//! The cells of a sheet.

use super::strings::{Run, SharedStrings};
use super::styles::Styles;
use crate::decode::sheet::archive::Part;
use crate::decode::sheet::markup;
use crate::decode::sheet::number_format::{general, Epoch, Shown};
use crate::decode::sheet::workbook::{Budget, Position, Region, Sheet, MOST_COLUMNS, MOST_ROWS};
use quick_xml::events::{BytesStart, Event};

/// What cells of all sheets refer to.
pub(super) struct Context<'a> {
    pub(super) strings: &'a SharedStrings,
    pub(super) styles: &'a Styles,
    pub(super) epoch: Epoch,
}

/// Reads a sheet as far as it goes.
pub(super) fn read(part: &Part, context: &Context, budget: &mut Budget, sheet: &mut Sheet) {
    let mut cells =
        Cells { context, budget, sheet, at: Position { row: 0, column: 0 }, cell: None, in_value: false, value: String::new(), run: Run::default(), broken: 0 };
    let mut reader = markup::reader(&part.text);
    let mut finished = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(e)) => cells.start(&e),
            Ok(Event::Empty(e)) => cells.empty(&e),
            Ok(Event::End(e)) => {
                finished |= e.local_name().as_ref() == b"worksheet";
                cells.end(e.local_name().as_ref());
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(event) => cells.characters(&event),
        }
        if cells.budget.is_spent() {
            finished = true;
            break;
        }
    }
    let broken = cells.broken;
    if !finished || part.torn {
        sheet.damage.push("损坏，损坏处之后的内容未能读取".to_owned());
    }
    if broken > 0 {
        sheet.damage.push(format!("有{broken}个单元格指向不存在的内容，未能读取"));
    }
}

/// A cell that is being read.
struct Open {
    position: Position,
    style: usize,
    kind: Kind,
    has_formula: bool,
    has_value: bool,
}

/// What the value of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Inline,
    Boolean,
    /// The result of a formula, an error, a date: shown as it is stored.
    Text,
}

/// Kinds by the letters that files write for them; without any it is a number.
const KINDS: &[(&str, Kind)] =
    &[("n", Kind::Number), ("s", Kind::Shared), ("inlineStr", Kind::Inline), ("b", Kind::Boolean), ("str", Kind::Text), ("e", Kind::Text), ("d", Kind::Text)];

struct Cells<'a> {
    context: &'a Context<'a>,
    budget: &'a mut Budget,
    sheet: &'a mut Sheet,
    /// The place of a cell that does not say where it stands.
    at: Position,
    cell: Option<Open>,
    in_value: bool,
    value: String,
    run: Run,
    /// Cells whose content is not in the file.
    broken: usize,
}

impl Cells<'_> {
    fn start(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            b"row" => self.row(element),
            b"c" => self.open(element),
            b"v" => self.value_starts(),
            b"f" => self.formula(),
            _ if self.cell.is_some() => self.run.take(&Event::Start(element.borrow())),
            _ => self.layout(element),
        }
    }

    fn empty(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            b"row" => {
                self.row(element);
                self.next_row();
            }
            b"c" => {
                self.open(element);
                self.cell = None;
                self.at.column += 1;
            }
            b"v" => {
                self.value_starts();
                self.in_value = false;
            }
            b"f" => self.formula(),
            _ => self.layout(element),
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"row" => self.next_row(),
            b"c" => self.close(),
            b"v" => self.in_value = false,
            name => self.run.end(name),
        }
    }

    fn characters(&mut self, event: &Event) {
        if self.in_value {
            markup::push_characters(event, &mut self.value);
        } else if self.cell.is_some() {
            self.run.take(event);
        }
    }

    /// What stands beside the cells: hidden columns and merged regions.
    fn layout(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            b"col" if is_hidden(element, b"width") => {
                let first = markup::number::<u32>(element, b"min").unwrap_or(1).saturating_sub(1);
                let last = markup::number::<u32>(element, b"max").unwrap_or(1).saturating_sub(1);
                self.sheet.hidden_columns.push(first..=last.max(first));
            }
            b"mergeCell" => self.sheet.merges.extend(markup::attribute(element, b"ref").and_then(|r| region(&r))),
            _ => {}
        }
    }

    fn row(&mut self, element: &BytesStart) {
        if let Some(row) = markup::number::<u32>(element, b"r").filter(|r| (1..=MOST_ROWS).contains(r)) {
            self.at = Position { row: row - 1, column: 0 };
        }
        if is_hidden(element, b"ht") {
            self.sheet.hidden_rows.push(self.at.row..=self.at.row);
        }
    }

    fn next_row(&mut self) {
        self.at = Position { row: self.at.row.saturating_add(1), column: 0 };
    }

    fn open(&mut self, element: &BytesStart) {
        let (mut style, mut kind) = (0, Kind::Number);
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = std::str::from_utf8(&attribute.value).unwrap_or_default();
            match attribute.key.as_ref() {
                b"r" => self.at = place(value).unwrap_or(self.at),
                b"s" => style = value.parse().unwrap_or(0),
                b"t" => kind = KINDS.iter().find(|(letters, _)| *letters == value).map_or(Kind::Text, |(_, kind)| *kind),
                _ => {}
            }
        }
        self.value.clear();
        self.run.clear();
        self.cell = Some(Open { position: self.at, style, kind, has_formula: false, has_value: false });
    }

    fn value_starts(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.has_value = true;
            self.in_value = true;
        }
    }

    fn formula(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.has_formula = true;
        }
    }

    fn close(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        self.in_value = false;
        self.at.column = self.at.column.saturating_add(1);
        if cell.has_formula && !cell.has_value {
            self.sheet.without_result.push(cell.position);
            return;
        }
        match cell.kind {
            Kind::Number => self.put_number(&cell),
            Kind::Shared => self.put_shared(&cell),
            Kind::Inline => {
                let mut run = std::mem::take(&mut self.run);
                self.put_text(&cell, run.text());
                self.run = run;
            }
            Kind::Boolean => {
                let text = if matches!(self.value.trim(), "1" | "true" | "TRUE") { "TRUE" } else { "FALSE" };
                self.sheet.put(cell.position, if self.value.trim().is_empty() { "" } else { text }, false, self.budget);
            }
            Kind::Text => {
                let text = std::mem::take(&mut self.value);
                self.put_text(&cell, &text);
                self.value = text;
            }
        }
    }

    fn put_number(&mut self, cell: &Open) {
        let stored = self.value.trim();
        let Ok(value) = stored.parse::<f64>() else {
            self.sheet.put(cell.position, stored, false, self.budget);
            return;
        };
        let shown = match self.context.styles.format(cell.style) {
            Some(format) => format.number(value, self.context.epoch),
            None => Shown { text: general(value), concealed: false },
        };
        self.sheet.put(cell.position, &shown.text, shown.concealed, self.budget);
    }

    fn put_shared(&mut self, cell: &Open) {
        let context = self.context;
        match self.value.trim().parse().ok().and_then(|number| context.strings.get(number)) {
            Some(text) => self.put_text(cell, text),
            None => self.broken += usize::from(!self.value.trim().is_empty()),
        }
    }

    fn put_text(&mut self, cell: &Open, text: &str) {
        let shown = self.context.styles.format(cell.style).filter(|_| !text.trim().is_empty()).and_then(|f| f.text(text));
        self.sheet.put(cell.position, shown.as_deref().unwrap_or(text), false, self.budget);
    }
}

/// Whether a row or a column is hidden, or has no height or width.
fn is_hidden(element: &BytesStart, size: &[u8]) -> bool {
    markup::says_yes(element, b"hidden") || markup::number::<f64>(element, size) == Some(0.0)
}

/// `B7`, with or without `$`.
fn place(name: &str) -> Option<Position> {
    let (mut row, mut column) = (0u32, 0u32);
    for c in name.bytes() {
        match c {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => column = column.checked_mul(26)?.checked_add(u32::from(c.to_ascii_uppercase() - b'A') + 1)?,
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(c - b'0'))?,
            b'$' => {}
            _ => return None,
        }
    }
    let inside = (1..=MOST_ROWS).contains(&row) && (1..=MOST_COLUMNS).contains(&column);
    inside.then(|| Position { row: row - 1, column: column - 1 })
}

/// `A1:D1`.
fn region(name: &str) -> Option<Region> {
    let (first, last) = name.split_once(':')?;
    Region::of_many(place(first)?, place(last)?)
}
