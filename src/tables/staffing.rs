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

/// A name and what follows it, which has no marks: 某局本级财政核拨.
static WORDS: Lazy<Regex> = Lazy::new(|| Regex::new(r"^[\p{Han}（）]+").expect("the pattern is valid"));

/// A row: the name of the unit, how it is funded, posts and staff, in bytes of the text that it starts.
struct Row {
    name: Range<usize>,
    posts: Option<Range<usize>>,
    staff: Option<Range<usize>>,
    /// Both numbers printed as one.
    glued: Option<Range<usize>>,
    end: usize,
}

impl Row {
    /// Reads the row that a text starts with.
    ///
    /// ```ebnf
    /// row = name funding [ " " ] ( number " " number | nothing [ " " ] ( nothing | number ) | number [ " " ] nothing | number ) ;
    /// nothing = "/" | "—" | "-" ;
    /// ```
    /// Seen as `某局本级 财政核拨 24 59`, folded to `某局本级财政核拨24 59`.
    fn maybe(text: &str) -> Option<Self> {
        const LONGEST_NAME: usize = 40;
        let start = usize::from(text.starts_with(['\n', ' ']));
        let words = WORDS.find(&text[start..])?.as_str();
        let name = words.char_indices().map(|(at, _)| at).take(LONGEST_NAME + 1).skip(2).find(|at| is_funding(&words[*at..]))?;
        let mut cells = Cells { text, at: start + words.len() };
        cells.blank();
        let mut posts = cells.number();
        if posts.is_none() {
            cells.nothing()?;
        }
        let behind_first = cells.at;
        cells.blank();
        let staff = cells.number();
        let mut glued = None;
        if staff.is_none() && cells.nothing().is_none() {
            glued = Some(posts.take()?);
            cells.at = behind_first;
        }
        Some(Row { name: start..start + name, posts, staff, glued, end: cells.at })
    }
}

/// The cells behind a name, from `at`.
struct Cells<'t> {
    text: &'t str,
    at: usize,
}

impl Cells<'_> {
    fn blank(&mut self) {
        self.at += usize::from(self.text[self.at..].starts_with(' '));
    }

    fn number(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        self.at += self.text[start..].bytes().take_while(u8::is_ascii_digit).count();
        (self.at > start).then_some(start..self.at)
    }

    /// The mark of a cell that says nothing.
    fn nothing(&mut self) -> Option<()> {
        let behind = self.text[self.at..].strip_prefix(['/', '—', '-'])?;
        self.at = self.text.len() - behind.len();
        Some(())
    }
}

/// Whether words say how a unit is funded.
fn is_funding(words: &str) -> bool {
    const KINDS: &[&str] = &[
        "全额拨",
        "全额拨款",
        "差额拨",
        "差额拨款",
        "自收自支",
        "经费自给",
        "经费自理",
        "国家机关",
        "行政机关",
        "参公事业单位",
        "事业全额",
        "全额事业",
        "事业差额",
        "差额事业",
        "行政全额",
        "行政",
        "事业",
    ];
    KINDS.contains(&words) || words.strip_prefix("财政").is_some_and(is_of_treasury)
}

/// Whether words say what the treasury does: 核拨, 定额补助.
fn is_of_treasury(words: &str) -> bool {
    const GIVES: [char; 3] = ['核', '拨', '补'];
    let few = |between: &str, most: usize| between.chars().count() <= most && !between.contains(['（', '）']);
    let gives = |words: &str| words.strip_suffix(GIVES).is_some_and(|between| few(between, 2));
    gives(words)
        || words.strip_suffix(['拨', '补', '助', '款']).is_some_and(gives)
        || ["拨款", "补助", "补贴", "供给"].iter().filter_map(|end| words.strip_suffix(end)).any(|between| few(between, 4))
}

/// Where such a table stands in a text: from its head to its last row.
pub(crate) fn find(text: &str) -> Option<Range<usize>> {
    let head = head(text)?;
    let mut end = head.end;
    while let Some(row) = Row::maybe(&text[end..]) {
        end += row.end;
    }
    (end > head.end).then_some(head.start..end)
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
    while let Some(row) = Row::maybe(&text[at..]) {
        let start = range.start + at;
        if let Some(cell) = &row.glued {
            let cell = start + cell.start..start + cell.end;
            ledger.claim(cell.clone(), DigitKind::TableCell);
            ledger.note(DiagnosticCode::ColumnsUnclear, Severity::Warning, cell, || "两列的数连在一起，无法分开".into());
        }
        let cells = [(&row.posts, Concept::StaffQuotaOfUnit, "人员编制数"), (&row.staff, Concept::StaffIncumbentOfUnit, "在职人数")];
        for (cell, concept, label) in cells.into_iter().filter_map(|(cell, concept, label)| Some((cell.clone()?, concept, label))) {
            let Some(quantity) = bare(text, at + cell.start, start + cell.start) else { continue };
            let context = start..quantity.end;
            let Some(id) = ledger.figure(&quantity, Role::Count, section, context) else { return };
            let figure = &mut ledger.figures[id];
            figure.concept = Some(concept);
            figure.label = label.into();
            figure.dimensions.insert("unit_name".into(), text[at..][row.name.clone()].to_owned());
        }
        at += row.end;
    }
}

/// A number without a unit: the head of this table names none.
fn bare(text: &str, at: usize, start: usize) -> Option<Quantity> {
    let number = number_maybe(&text[at..])?;
    let end = start + number.length;
    Some(Quantity { value: number.value?, low: None, unit: None, measure: None, bound: None, lead: start, start, end, tail: end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, name: &str, posts: Option<&str>, staff: Option<&str>, glued: Option<&str>) {
        let row = Row::maybe(text).unwrap_or_else(|| panic!("no row in {text}"));
        let cell = |range: Option<Range<usize>>| range.map(|range| &text[range]);
        assert_eq!((&text[row.name], cell(row.posts), cell(row.staff), cell(row.glued)), (name, posts, staff, glued), "{text}");
    }

    #[test]
    fn rows_have_a_name_its_funding_and_two_numbers() {
        reads("某局本级财政核拨24 59 某", "某局本级", Some("24"), Some("59"), None);
        reads("\n某县图书馆（本部）财政定额补助 5 4", "某县图书馆（本部）", Some("5"), Some("4"), None);
        reads("某中心自收自支/ 12", "某中心", None, Some("12"), None);
        reads("某中心事业差额7 —", "某中心", Some("7"), None, None);
        reads("某中心行政全额- -某", "某中心", None, None, None);
        reads("某中心事业全额1211", "某中心", None, None, Some("1211"));
    }

    #[test]
    fn other_words_are_no_rows() {
        for text in ["行政24 59", "某局本级24 59", "某局财政（核）拨24 59", "某局行政 人", "某局事业/", "某局行政 "] {
            assert!(Row::maybe(text).is_none(), "{text}");
        }
    }
}
