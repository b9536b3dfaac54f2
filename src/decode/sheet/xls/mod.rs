//! Excel 97 to 2003 workbooks, and those of Excel 5 and 95: records in a stream of a compound file.

mod cells;
mod record;
mod strings;

use super::number_format::{builtin, Epoch, NumberFormat};
use super::workbook::{damaged, Budget, Sheet, Visibility, Workbook};
use super::Limits;
use crate::decode::compound;
use crate::error::Error;
use record::{Record, Records};
use std::collections::HashMap;
use strings::{Dialect, SharedStrings};

const FORMAT: &str = "an Excel 97 workbook";

/// Reads a workbook.
///
/// # Errors
/// It asks for a password, or its stream or its list of sheets cannot be read.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let stream = compound::stream(bytes, &["Workbook", "Book"]).map_err(|reason| damaged(FORMAT, reason))?;
    let globals = Globals::read(&stream)?;
    let mut budget = Budget::new(limits);
    // Sheets may claim to start at one place: what all of them together go through is bounded.
    let mut left = stream.len().saturating_mul(2);
    let sheets = globals.sheets.iter().map(|entry| sheet(entry, &stream, &globals, &mut budget, &mut left)).collect();
    let damage = if globals.strings.torn { vec!["工作簿的共享字符串表损坏，部分文字未能读取".to_owned()] } else { Vec::new() };
    Ok(Workbook { sheets, damage })
}

fn sheet(entry: &Entry, stream: &[u8], globals: &Globals, budget: &mut Budget, left: &mut usize) -> Sheet {
    let mut sheet = Sheet::named(entry.name.clone(), entry.visibility);
    sheet.foreign = entry.foreign;
    if entry.foreign.is_none() {
        cells::read(&stream[entry.start.min(stream.len())..], globals, budget, left, &mut sheet);
    }
    sheet
}

/// What stands before the sheets and holds for all of them.
pub(super) struct Globals {
    sheets: Vec<Entry>,
    strings: SharedStrings,
    dialect: Dialect,
    epoch: Epoch,
    formats: Vec<NumberFormat>,
    /// Which format a style has.
    of_style: Vec<usize>,
}

/// A sheet as the workbook lists it.
struct Entry {
    name: String,
    visibility: Visibility,
    /// Where in the stream its records start.
    start: usize,
    foreign: Option<&'static str>,
}

/// Kinds of sheets that hold no cells of figures.
const FOREIGN: &[(u8, &str)] = &[(1, "宏工作表"), (2, "图表工作表"), (6, "宏模块")];

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, Error> {
        let mut globals = Globals {
            sheets: Vec::new(),
            strings: SharedStrings::default(),
            dialect: Dialect::default(),
            epoch: Epoch::Year1900,
            formats: Vec::new(),
            of_style: Vec::new(),
        };
        let (mut codes, mut numbers) = (HashMap::new(), Vec::new());
        for record in Records::new(stream) {
            match record.kind {
                record::FILE_PASS => return Err(Error::Encrypted { format: FORMAT }),
                record::BOF => globals.dialect.note_version(record.u16(0)),
                record::CODE_PAGE => globals.dialect.note_code_page(record.u16(0)),
                record::DATE_MODE if record.u16(0) == Some(1) => globals.epoch = Epoch::Year1904,
                record::FORMAT => codes.extend(globals.custom(&record)),
                record::XF => numbers.push(record.u16(2).unwrap_or(0)),
                record::BOUND_SHEET => globals.sheets.extend(globals.entry(&record)),
                record::SST => globals.strings = SharedStrings::read(&record),
                record::EOF => break,
                _ => {}
            }
        }
        if globals.sheets.is_empty() {
            return Err(damaged(FORMAT, "no sheet is listed in its records, expected one at least"));
        }
        globals.style(&numbers, &codes);
        Ok(globals)
    }

    fn custom(&self, record: &Record) -> Option<(u16, String)> {
        let code = if self.dialect.is_unicode() { self.dialect.text(record.data.get(2..)?) } else { self.dialect.short_text(record.data.get(2..)?) };
        Some((record.u16(0)?, code?))
    }

    fn entry(&self, record: &Record) -> Option<Entry> {
        let kind = record.u8(5)?;
        let visibility = match record.u8(4)? & 3 {
            1 => Visibility::Hidden,
            2 => Visibility::VeryHidden,
            _ => Visibility::Visible,
        };
        Some(Entry {
            name: self.dialect.short_text(record.data.get(6..)?)?.replace('\0', ""),
            visibility,
            start: record.u32(0)? as usize,
            foreign: FOREIGN.iter().find(|(number, _)| *number == kind).map(|(_, name)| *name),
        })
    }

    fn style(&mut self, numbers: &[u16], codes: &HashMap<u16, String>) {
        let mut known: HashMap<u16, usize> = HashMap::new();
        for number in numbers {
            let formats = &mut self.formats;
            let at = *known.entry(*number).or_insert_with(|| {
                formats.push(NumberFormat::parse(codes.get(number).map_or(builtin(*number), String::as_str)));
                formats.len() - 1
            });
            self.of_style.push(at);
        }
    }

    /// The format of a style; `None` for a style that is not listed.
    fn format(&self, style: u16) -> Option<&NumberFormat> {
        self.of_style.get(usize::from(style)).map(|at| &self.formats[*at])
    }
}
