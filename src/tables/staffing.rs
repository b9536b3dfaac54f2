//! The table of subordinate units and their staff, glued into a line as pages of 福建 have it:
//! `单位名称 经费性质 人员编制数 在职人数 某局本级 财政核拨 24 59 …`.

use crate::concept::Concept;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::figure::Role;
use crate::ledger::Ledger;
use crate::quantity::{number_maybe, DigitKind, Quantity};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use regex::Regex;
use std::ops::Range;

/// What the head starts with; nearly no text holds it.
static HEAD_START: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("单位名称经费性质"));

static HEAD: Lazy<Regex> = Lazy::new(|| Regex::new(r"^单位名称经费性质(?:人员)?编制(?:人)?数在职(?:人员|人)数").expect("the pattern is valid"));

/// A row: the name of the unit, how it is funded, posts and staff; `/` where a cell says nothing. Both numbers may be printed as one.
static ROW: Lazy<Regex> = Lazy::new(|| {
    Regex::new(
        r"(?x) ^ [\n\ ]?
        (?P<name> [\p{Han}（）]{2,40}? )
        (?: 财政\p{Han}{0,2}[核拨补][拨补助款]? | 财政\p{Han}{0,4}(?:拨款|补助|补贴|供给) | 全额拨款? | 差额拨款? | 自收自支 | 经费自给 | 经费自理 | 国家机关 | 行政机关 | 参公事业单位 | 事业全额 | 全额事业 | 事业差额 | 差额事业 | 行政全额 | 行政 | 事业 )
        \ ? (?: (?P<posts> [0-9]+ ) \ (?P<staff> [0-9]+ ) | [/—-] \ ? (?: [/—-] | (?P<staff_only> [0-9]+ ) ) | (?P<posts_only> [0-9]+ ) \ ? [/—-]
            | (?P<glued> [0-9]+ ) )",
    )
    .expect("the pattern is valid")
});

/// Where such a table stands in a text: from its head to its last row.
pub(crate) fn find(text: &str) -> Option<Range<usize>> {
    let head = head(text)?;
    let mut end = head.end;
    while let Some(row) = ROW.find(&text[end..]) {
        end += row.end();
    }
    (end > head.end).then(|| head.start..end)
}

/// The first head of such a table in a text.
fn head(text: &str) -> Option<Range<usize>> {
    let mut starts = HEAD_START.find_iter(text.as_bytes());
    starts.find_map(|start| Some(start..start + HEAD.find(&text[start..])?.end()))
}

/// Reads the rows of the table in `range`.
pub(crate) fn read(ledger: &mut Ledger<'_>, range: Range<usize>, section: Option<usize>) {
    let text = ledger.text(range.clone());
    let mut at = head(text).map_or(0, |head| head.end);
    while let Some(row) = ROW.captures(&text[at..]) {
        let whole = row.get(0).expect("the whole match is group 0");
        if let Some(cell) = row.name("glued") {
            let cell = range.start + at + cell.start()..range.start + at + cell.end();
            ledger.claim(cell.clone(), DigitKind::TableCell);
            ledger.note(DiagnosticCode::ColumnsUnclear, Severity::Warning, cell, || "两列的数连在一起，无法分开".into());
        }
        const CELLS: [(&str, Concept); 4] = [
            ("posts", Concept::StaffQuotaOfUnit),
            ("posts_only", Concept::StaffQuotaOfUnit),
            ("staff", Concept::StaffIncumbentOfUnit),
            ("staff_only", Concept::StaffIncumbentOfUnit),
        ];
        for (cell, concept) in CELLS.into_iter().filter_map(|(name, concept)| Some((row.name(name)?, concept))) {
            let start = range.start + at + cell.start();
            if let Some(quantity) = bare(text, at + cell.start(), start) {
                let context = range.start + at + whole.start()..quantity.end;
                let Some(id) = ledger.figure(&quantity, Role::Count, section, context) else { return };
                let figure = &mut ledger.figures[id];
                figure.concept = Some(concept);
                figure.label = if concept == Concept::StaffQuotaOfUnit { "人员编制数".into() } else { "在职人数".into() };
                figure.dimensions.insert("unit_name".into(), row["name"].trim().to_owned());
            }
        }
        at += whole.end();
    }
}

/// A number without a unit: the head of this table names none.
fn bare(text: &str, at: usize, start: usize) -> Option<Quantity> {
    let number = number_maybe(&text[at..])?;
    let end = start + number.length;
    Some(Quantity { value: number.value?, low: None, unit: None, measure: None, bound: None, lead: start, start, end, tail: end })
}
