//! The cells of a sheet.

use super::record::{self, Record, Records};
use super::Globals;
use crate::decode::sheet::number_format::{general, Shown};
use crate::decode::sheet::workbook::{Budget, Position, Region, Sheet};

/// Reads the records of a sheet up to its end; `left` is how many bytes all sheets together may still go through.
pub(super) fn read(stream: &[u8], globals: &Globals, budget: &mut Budget, left: &mut usize, sheet: &mut Sheet) {
    let mut cells = Cells { globals, budget, sheet, awaited: None, remark: false, broken: 0 };
    let mut records = Records::new(stream);
    let mut depth = 0usize;
    let mut before = records.left();
    let mut finished = false;
    while let Some(record) = records.next() {
        *left = left.saturating_sub(before - records.left());
        before = records.left();
        match record.kind {
            record::BOF => depth += 1,
            record::EOF => depth = depth.saturating_sub(1),
            // Charts that are drawn into the sheet are streams of their own inside of it.
            _ if depth == 1 => cells.take(&record),
            _ => {}
        }
        finished = record.kind == record::EOF && depth == 0 || cells.budget.is_spent();
        if finished || depth == 0 || *left == 0 {
            break;
        }
    }
    cells.give_up();
    let broken = cells.broken;
    if !finished {
        sheet.damage.push("损坏，损坏处之后的内容未能读取".to_owned());
    }
    if broken > 0 {
        sheet.damage.push(format!("有{broken}个单元格指向不存在的内容，未能读取"));
    }
}

struct Cells<'a> {
    globals: &'a Globals,
    budget: &'a mut Budget,
    sheet: &'a mut Sheet,
    /// The place of a formula whose result is a string, which follows.
    awaited: Option<(Position, u16)>,
    /// Whether the object read last is a remark on a cell.
    remark: bool,
    /// Cells whose content is not in the file.
    broken: usize,
}

/// What errors are shown as, by their numbers.
const ERRORS: &[(u8, &str)] = &[(0x00, "#NULL!"), (0x07, "#DIV/0!"), (0x0f, "#VALUE!"), (0x17, "#REF!"), (0x1d, "#NAME?"), (0x24, "#NUM!"), (0x2a, "#N/A")];

/// The kind of an object that is a remark on a cell.
const REMARK: u16 = 0x19;

/// The bit of a row that says that it is hidden.
const HIDDEN_ROW: u16 = 0x20;

impl Cells<'_> {
    fn take(&mut self, record: &Record) {
        let taken = match record.kind {
            record::NUMBER => self.number(record),
            record::RK => self.rk(record),
            record::MULTIPLE_RK => self.multiple_rk(record),
            record::LABEL_SST => self.shared(record),
            record::LABEL | record::RICH_STRING => self.label(record),
            record::BOOL_ERROR => self.bool_error(record),
            record::FORMULA => self.formula(record),
            record::STRING => self.result(record),
            record::ROW => self.row(record),
            record::COLUMN_INFO => self.columns(record),
            record::MERGED_CELLS => self.merged(record),
            record::OBJECT => {
                self.remark = record.u16(4) == Some(REMARK);
                Some(())
            }
            record::TEXT_OBJECT if !self.remark => self.drawn(record),
            _ => Some(()),
        };
        self.broken += usize::from(taken.is_none());
    }

    fn number(&mut self, record: &Record) -> Option<()> {
        self.put_number(place(record)?, record.u16(4)?, record.f64(6)?);
        Some(())
    }

    fn rk(&mut self, record: &Record) -> Option<()> {
        self.put_number(place(record)?, record.u16(4)?, packed(record.u32(6)?));
        Some(())
    }

    fn multiple_rk(&mut self, record: &Record) -> Option<()> {
        let first = place(record)?;
        let values = record.data.get(4..record.data.len().checked_sub(2)?)?;
        for (value, column) in values.chunks_exact(6).zip(first.column..) {
            let style = u16::from_le_bytes([value[0], value[1]]);
            let number = packed(u32::from_le_bytes([value[2], value[3], value[4], value[5]]));
            self.put_number(Position { row: first.row, column }, style, number);
        }
        Some(())
    }

    fn shared(&mut self, record: &Record) -> Option<()> {
        let globals = self.globals;
        let text = globals.strings.get(record.u32(6)? as usize)?;
        self.put_text(place(record)?, record.u16(4)?, text);
        Some(())
    }

    fn label(&mut self, record: &Record) -> Option<()> {
        let text = self.globals.dialect.text(record.data.get(6..)?)?;
        self.put_text(place(record)?, record.u16(4)?, &text);
        Some(())
    }

    fn bool_error(&mut self, record: &Record) -> Option<()> {
        let at = place(record)?;
        match record.u8(7)? {
            0 => self.put(at, boolean(record.u8(6)?)),
            _ => self.put(at, error(record.u8(6)?)),
        }
        Some(())
    }

    fn formula(&mut self, record: &Record) -> Option<()> {
        self.give_up();
        let at = place(record)?;
        let style = record.u16(4)?;
        // A number whose upper bytes are all set is none: the first byte says what the result is.
        match (record.u16(12)?, record.u8(6)?) {
            (0xffff, 0) => self.awaited = Some((at, style)),
            (0xffff, 1) => self.put(at, boolean(record.u8(8)?)),
            (0xffff, 2) => self.put(at, error(record.u8(8)?)),
            (0xffff, _) => {}
            _ => self.put_number(at, style, record.f64(6)?),
        }
        Some(())
    }

    fn result(&mut self, record: &Record) -> Option<()> {
        let Some((at, style)) = self.awaited.take() else { return Some(()) };
        let text = self.globals.dialect.text(record.data)?;
        self.put_text(at, style, &text);
        Some(())
    }

    /// A formula whose result should have followed, and did not.
    fn give_up(&mut self) {
        if let Some((at, _)) = self.awaited.take() {
            self.sheet.without_result.push(at);
        }
    }

    fn row(&mut self, record: &Record) -> Option<()> {
        let row = u32::from(record.u16(0)?);
        if record.u16(12)? & HIDDEN_ROW != 0 {
            self.sheet.hidden_rows.push(row..=row);
        }
        Some(())
    }

    fn columns(&mut self, record: &Record) -> Option<()> {
        let (first, last) = (u32::from(record.u16(0)?), u32::from(record.u16(2)?));
        if record.u16(8)? & 1 != 0 || record.u16(4)? == 0 {
            self.sheet.hidden_columns.push(first..=last.max(first));
        }
        Some(())
    }

    fn merged(&mut self, record: &Record) -> Option<()> {
        for region in record.data.get(2..)?.chunks_exact(8) {
            let [first_row, last_row, first_column, last_column] = [0, 2, 4, 6].map(|at| u32::from(u16::from_le_bytes([region[at], region[at + 1]])));
            let first = Position { row: first_row, column: first_column };
            self.sheet.merges.extend(Region::of_many(first, Position { row: last_row, column: last_column }));
        }
        Some(())
    }

    /// The text of a box, which stands in the record that continues it.
    fn drawn(&mut self, record: &Record) -> Option<()> {
        let count = usize::from(record.u16(10)?);
        let text = record.continued.first().map(|text| self.globals.dialect.counted(count, text).unwrap_or_default());
        for line in text.unwrap_or_default().lines() {
            self.sheet.draw(line, self.budget);
        }
        Some(())
    }

    fn put_number(&mut self, at: Position, style: u16, value: f64) {
        let shown = match self.globals.format(style) {
            Some(format) => format.number(value, self.globals.epoch),
            None => Shown { text: general(value), concealed: false },
        };
        self.sheet.put(at, &shown.text, shown.concealed, self.budget);
    }

    fn put_text(&mut self, at: Position, style: u16, text: &str) {
        let shown = self.globals.format(style).filter(|_| !text.trim().is_empty()).and_then(|f| f.text(text));
        self.put(at, shown.as_deref().unwrap_or(text));
    }

    fn put(&mut self, at: Position, text: &str) {
        self.sheet.put(at, text, false, self.budget);
    }
}

fn place(record: &Record) -> Option<Position> {
    Some(Position { row: u32::from(record.u16(0)?), column: u32::from(record.u16(2)?) })
}

fn boolean(byte: u8) -> &'static str {
    if byte == 0 {
        "FALSE"
    } else {
        "TRUE"
    }
}

fn error(byte: u8) -> &'static str {
    ERRORS.iter().find(|(number, _)| *number == byte).map_or("#N/A", |(_, name)| name)
}

/// A number in four bytes: the upper 30 bits of an integer or of a floating point number, perhaps of its hundredfold.
fn packed(rk: u32) -> f64 {
    let value = if rk & 2 != 0 { f64::from(rk as i32 >> 2) } else { f64::from_bits(u64::from(rk & !3) << 32) };
    if rk & 1 != 0 {
        value / 100.0
    } else {
        value
    }
}
