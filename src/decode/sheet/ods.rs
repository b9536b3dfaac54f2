//! OpenDocument spreadsheets: the text of their cells is what is shown.

use super::archive::Archive;
use super::markup;
use super::number_format::general;
use super::workbook::{damaged, Budget, Position, Region, Sheet, Visibility, Workbook, MOST_COLUMNS, MOST_ROWS};
use super::Limits;
use crate::error::Error;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;

const FORMAT: &str = "an OpenDocument spreadsheet";

/// Reads a spreadsheet.
///
/// # Errors
/// The archive cannot be opened, is encrypted, unpacks too far, or holds no content.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let mut archive = Archive::open(bytes, FORMAT, limits.expanded)?;
    if archive.part("META-INF/manifest.xml")?.is_some_and(|m| m.text.contains("encryption-data")) {
        return Err(Error::Encrypted { format: FORMAT });
    }
    let content = archive.part("content.xml")?.ok_or_else(|| damaged(FORMAT, "content.xml cannot be read, expected the cells in it"))?;
    let mut reading = Reading::new(Budget::new(limits));
    let whole = reading.run(&content.text) && !content.torn;
    let mut workbook = Workbook { sheets: reading.sheets, damage: Vec::new() };
    if !whole {
        match workbook.sheets.last_mut() {
            Some(sheet) => sheet.damage.push("损坏，损坏处之后的内容未能读取".to_owned()),
            None => return Err(damaged(FORMAT, "content.xml ends before its first sheet")),
        }
    }
    Ok(workbook)
}

/// Elements whose text is no text of a cell: remarks, drawings, the form and the history of the file.
const ASIDE: &[&[u8]] = &[b"annotation", b"shapes", b"tracked-changes", b"content-validations", b"forms", b"named-expressions"];

/// Those of them that nobody sees on the sheet.
const REMARKS: &[&[u8]] = &[b"annotation", b"tracked-changes", b"content-validations", b"forms", b"named-expressions"];

/// Blanks that `text:s` is read as at most.
const MOST_BLANKS: usize = 64;

struct Reading {
    sheets: Vec<Sheet>,
    /// Styles of sheets that are not shown.
    hidden_styles: HashSet<String>,
    style: String,
    budget: Budget,
    /// The next cell.
    at: Position,
    /// The next column of the layout.
    column: u32,
    row: Row,
    cell: Option<Cell>,
    /// The tag of the cell, which holds the value that it shows if it has no text.
    value: Vec<u8>,
    /// How deep in an element that is set aside.
    aside: usize,
    /// A line of a box that is drawn over the cells.
    drawn: Option<String>,
    /// What is set aside is a remark or the history of the file, no drawing.
    in_remark: bool,
    in_sheet: bool,
    in_paragraph: usize,
}

/// A row that is being read.
#[derive(Default)]
struct Row {
    repeated: u32,
    cells: Vec<Cell>,
}

/// A cell that is being read, or was.
struct Cell {
    column: u32,
    repeated: u32,
    rows: u32,
    columns: u32,
    text: String,
    has_paragraph: bool,
    has_formula: bool,
}

impl Reading {
    fn new(budget: Budget) -> Self {
        Reading {
            sheets: Vec::new(),
            hidden_styles: HashSet::new(),
            style: String::new(),
            budget,
            at: Position { row: 0, column: 0 },
            column: 0,
            row: Row::default(),
            cell: None,
            value: Vec::new(),
            aside: 0,
            drawn: None,
            in_remark: false,
            in_sheet: false,
            in_paragraph: 0,
        }
    }

    /// Reads to the end; whether the end was one.
    fn run(&mut self, xml: &str) -> bool {
        let mut reader = markup::reader(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Start(e)) if self.aside > 0 || is_aside(&e) => self.start_aside(&e),
                Ok(Event::End(e)) if self.aside > 0 => self.end_aside(e.local_name().as_ref()),
                Ok(event) if self.aside > 0 && !matches!(event, Event::Eof) => {
                    if let Some(line) = &mut self.drawn {
                        markup::push_characters(&event, line);
                    }
                }
                Ok(Event::Start(e)) => self.start(&e),
                Ok(Event::Empty(e)) if !is_aside(&e) => {
                    self.start(&e);
                    self.end(e.local_name().as_ref());
                }
                Ok(Event::End(e)) => {
                    self.end(e.local_name().as_ref());
                    if e.local_name().as_ref() == b"spreadsheet" {
                        return true;
                    }
                }
                Ok(Event::Eof) | Err(_) => {
                    self.end_row();
                    return false;
                }
                Ok(event) => self.characters(&event),
            }
            if self.budget.is_spent() {
                return true;
            }
        }
    }

    fn start_aside(&mut self, element: &BytesStart) {
        self.aside += 1;
        if element.local_name().as_ref() == b"p" && self.in_sheet && !self.in_remark {
            self.drawn = Some(String::new());
        }
        self.in_remark |= REMARKS.contains(&element.local_name().as_ref());
    }

    fn end_aside(&mut self, name: &[u8]) {
        self.aside -= 1;
        self.in_remark &= self.aside > 0;
        if name == b"p" {
            if let (Some(line), Some(sheet)) = (self.drawn.take(), self.sheets.last_mut()) {
                sheet.draw(&line, &mut self.budget);
            }
        }
    }

    fn start(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            b"style" => self.style = markup::attribute(element, b"name").unwrap_or_default().into_owned(),
            b"table-properties" if markup::attribute(element, b"display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            b"table" if self.cell.is_none() => self.start_sheet(element),
            b"table-column" if self.in_sheet => self.layout(element),
            b"table-row" if self.in_sheet && self.cell.is_none() => self.start_row(element),
            b"table-cell" | b"covered-table-cell" if self.in_sheet && self.cell.is_none() => self.start_cell(element),
            b"p" => self.start_paragraph(),
            b"s" => self.push(&" ".repeat(markup::number(element, b"c").unwrap_or(1usize).min(MOST_BLANKS))),
            b"tab" => self.push(" "),
            b"line-break" => self.push("\n"),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"p" => self.in_paragraph = self.in_paragraph.saturating_sub(1),
            b"table-cell" | b"covered-table-cell" => self.end_cell(),
            b"table-row" => self.end_row(),
            b"table" => self.in_sheet = self.in_sheet && self.cell.is_some(),
            _ => {}
        }
    }

    fn start_sheet(&mut self, element: &BytesStart) {
        let hidden = markup::attribute(element, b"style-name").is_some_and(|style| self.hidden_styles.contains(style.as_ref()));
        let name = markup::attribute(element, b"name").unwrap_or_default().into_owned();
        self.sheets.push(Sheet::named(name, if hidden { Visibility::Hidden } else { Visibility::Visible }));
        self.at = Position { row: 0, column: 0 };
        self.column = 0;
        self.in_sheet = true;
    }

    fn layout(&mut self, element: &BytesStart) {
        let first = self.column;
        self.column = self.column.saturating_add(repeated(element, b"number-columns-repeated"));
        if is_hidden(element) {
            let columns = first..=self.column.saturating_sub(1);
            self.sheet().hidden_columns.push(columns);
        }
    }

    fn start_row(&mut self, element: &BytesStart) {
        self.row = Row { repeated: repeated(element, b"number-rows-repeated"), cells: Vec::new() };
        self.at.column = 0;
        if is_hidden(element) {
            let rows = self.at.row..=self.at.row.saturating_add(self.row.repeated - 1);
            self.sheet().hidden_rows.push(rows);
        }
    }

    fn start_cell(&mut self, element: &BytesStart) {
        let mut cell = Cell { column: self.at.column, repeated: 1, rows: 1, columns: 1, text: String::new(), has_paragraph: false, has_formula: false };
        for attribute in element.attributes().with_checks(false).flatten() {
            let count = || std::str::from_utf8(&attribute.value).ok().and_then(|v| v.trim().parse().ok()).unwrap_or(1u32).max(1);
            match attribute.key.local_name().as_ref() {
                b"number-columns-repeated" => cell.repeated = count(),
                b"number-rows-spanned" => cell.rows = count(),
                b"number-columns-spanned" => cell.columns = count(),
                b"formula" => cell.has_formula = true,
                _ => {}
            }
        }
        self.value.clear();
        self.value.extend_from_slice(element);
        self.cell = Some(cell);
    }

    fn start_paragraph(&mut self) {
        let Some(cell) = &mut self.cell else { return };
        if cell.has_paragraph {
            cell.text.push('\n');
        }
        cell.has_paragraph = true;
        self.in_paragraph += 1;
    }

    fn characters(&mut self, event: &Event) {
        if self.in_paragraph > 0 {
            if let Some(cell) = &mut self.cell {
                let from = cell.text.len();
                markup::push_characters(event, &mut cell.text);
                // Line ends of the XML are blanks.
                if cell.text[from..].contains(['\n', '\t']) {
                    let blanks = cell.text[from..].replace(['\n', '\t'], " ");
                    cell.text.replace_range(from.., &blanks);
                }
            }
        }
    }

    fn push(&mut self, text: &str) {
        if let (Some(cell), true) = (&mut self.cell, self.in_paragraph > 0) {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(mut cell) = self.cell.take() else { return };
        self.in_paragraph = 0;
        self.at.column = self.at.column.saturating_add(cell.repeated);
        if !cell.has_paragraph && !self.value.is_empty() {
            let element = String::from_utf8_lossy(&self.value);
            let name = element.find(char::is_whitespace).unwrap_or(element.len());
            cell.text = stored(&BytesStart::from_content(element.as_ref(), name));
        }
        if !cell.text.trim().is_empty() || cell.rows > 1 || cell.columns > 1 || cell.has_formula {
            self.row.cells.push(cell);
        }
    }

    /// Puts the cells of a row down, as often as the row and each cell are repeated.
    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if !self.in_sheet || row.repeated == 0 {
            return;
        }
        let first = self.at.row;
        self.at.row = first.saturating_add(row.repeated);
        let last = if row.cells.is_empty() { first } else { self.at.row.min(MOST_ROWS) };
        for at in first..last {
            for cell in &row.cells {
                self.put(cell, at);
            }
            if self.budget.is_spent() {
                return;
            }
        }
    }

    fn put(&mut self, cell: &Cell, row: u32) {
        let first = Position { row, column: cell.column };
        if cell.rows > 1 || cell.columns > 1 {
            let last = Position { row: reach(row, cell.rows, MOST_ROWS), column: reach(cell.column, cell.columns, MOST_COLUMNS) };
            self.sheet().merges.extend(Region::of_many(first, last));
        }
        if cell.text.trim().is_empty() {
            if cell.has_formula && !cell.has_paragraph {
                self.sheet().without_result.push(first);
            }
            return;
        }
        let until = cell.column.saturating_add(cell.repeated).min(MOST_COLUMNS);
        let sheet = self.sheets.last_mut().expect("cells are read inside of a sheet");
        for column in cell.column..until {
            sheet.put(Position { row, column }, &cell.text, false, &mut self.budget);
            if self.budget.is_spent() {
                return;
            }
        }
    }

    fn sheet(&mut self) -> &mut Sheet {
        self.sheets.last_mut().expect("rows and columns are read inside of a sheet")
    }
}

/// The last line of a span, inside the sheet.
fn reach(first: u32, span: u32, most: u32) -> u32 {
    first.saturating_add(span - 1).min(most - 1)
}

fn is_aside(element: &BytesStart) -> bool {
    ASIDE.contains(&element.local_name().as_ref()) || element.name().prefix().is_some_and(|p| p.as_ref() == b"draw")
}

/// A count that is at least 1.
fn repeated(element: &BytesStart, name: &[u8]) -> u32 {
    markup::number(element, name).unwrap_or(1u32).max(1)
}

fn is_hidden(element: &BytesStart) -> bool {
    markup::attribute(element, b"visibility").is_some_and(|v| matches!(v.as_ref(), "collapse" | "filter"))
}

/// The value that a cell stores, for cells without text.
fn stored(element: &BytesStart) -> String {
    let value = |name: &[u8]| markup::attribute(element, name).unwrap_or_default().into_owned();
    let number = || markup::number::<f64>(element, b"value");
    match markup::attribute(element, b"value-type").as_deref() {
        Some("float" | "currency") => number().map(general).unwrap_or_default(),
        Some("percentage") => number().map(|n| format!("{}%", general(n * 100.0))).unwrap_or_default(),
        Some("date") => value(b"date-value"),
        Some("time") => value(b"time-value"),
        Some("boolean") => value(b"boolean-value").to_uppercase(),
        Some("string") => value(b"string-value"),
        _ => String::new(),
    }
}
