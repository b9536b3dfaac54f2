//! The same report reads the same in every format: `corpus/formats/` holds three reports, each rendered from one source.
//!
//! Everything the text form says must be said by the other formats, field by field but for origin and spans. Where a format cannot
//! carry something, [`CANNOT`] says what and why.
#![cfg(any(feature = "docx", feature = "doc", feature = "html", feature = "pdf", feature = "sheet"))]

use juesuan::{Figure, Options, Report, Section, Table};
use serde_json::{json, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// The reports, by the names of their files.
const REPORTS: &[&str] = &["forestry-2023", "library-2024", "water-budget-2025"];

/// What a report is compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aspect {
    /// What the report says of itself: title, body, year, kind, scope, units.
    Front,
    /// The tree of sections: level, label, title, kind.
    Sections,
    /// The figures with all that they mean.
    Figures,
    /// The terms of the glossary with their definitions.
    Glossary,
    /// The statutory tables: title, form, unit, section.
    Tables,
    /// The performance tables, with what their cells say.
    Performance,
}

const ASPECTS: &[Aspect] = &[Aspect::Front, Aspect::Sections, Aspect::Figures, Aspect::Glossary, Aspect::Tables, Aspect::Performance];

/// Something that a format cannot carry.
struct Exception {
    /// The end of the file names of the format.
    format: &'static str,
    /// How a line that may differ starts, with its aspect and its side.
    start: &'static str,
    /// What else stands in it.
    about: &'static str,
    /// How many lines of all reports differ so.
    lines: usize,
    /// Why the format cannot carry it.
    reason: &'static str,
}

const UNDATED: &str = "not every text form says when it was published";
const DATED: &str = "the page says when it was published";
const DASH: &str = "the format of the cells shows - for 0, and - is not 0";
const CODES: &str = "a hidden sheet of codes, which is read all the same";
const HIDDEN: &str = "the style sheet of the site hides a line with an amount, which is read all the same";

/// What the formats cannot carry.
const CANNOT: &[Exception] = &[
    Exception { format: "-gbk.html", start: "Front - published: None", about: "", lines: 2, reason: UNDATED },
    Exception { format: "-gbk.html", start: "Front + published: Some(", about: "month: Some(9), day: Some(20)", lines: 2, reason: DATED },
    Exception { format: "-site.html", start: "Front - published: None", about: "", lines: 2, reason: UNDATED },
    Exception { format: "-site.html", start: "Front + published: Some(", about: "month: Some(9), day: Some(20)", lines: 2, reason: DATED },
    Exception { format: "-site.html", start: "Figures + 收入总计 999.99 ", about: "\"concept\":\"revenue_total\"", lines: 3, reason: HIDDEN },
    Exception { format: "-accounts.xlsx", start: "Figures -  0.00 ", about: "\"concept\":\"three_public_", lines: 5, reason: DASH },
    Exception { format: "-accounts.xls", start: "Figures -  0.00 ", about: "\"concept\":\"three_public_", lines: 5, reason: DASH },
    Exception { format: "-accounts.xlsx", start: "Tables +  None None under ", about: "第四部分", lines: 3, reason: CODES },
    Exception { format: "-accounts.xls", start: "Tables +  None None under ", about: "第四部分", lines: 3, reason: CODES },
];

impl Exception {
    fn excuses(&self, format: &str, line: &str) -> bool {
        self.format == format && line.starts_with(self.start) && line.contains(self.about)
    }
}

fn formats() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/formats")
}

fn report(name: &str, format: &str) -> Report {
    let path = formats().join(format!("{name}{format}"));
    let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Options::new().parse(&bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

// --- a report as lines that can be compared

/// Fields that tell where something stands, not what it says. Ids count what stands before.
const PLACES: &[&str] = &["id", "span", "line", "page", "box", "area", "sheet", "cell", "section", "part_of"];

/// A value without the fields that tell its place.
fn placeless(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            fields.into_iter().filter(|(name, _)| !PLACES.contains(&name.as_str())).map(|(name, value)| (name, placeless(value))).collect()
        }
        Value::Array(values) => values.into_iter().map(placeless).collect(),
        other => other,
    }
}

fn lines(report: &Report, aspect: Aspect) -> Vec<String> {
    match aspect {
        Aspect::Front => front(report),
        Aspect::Sections => sections(report).iter().map(|s| format!("{} {:?} {:?} {:?}", s.level, s.label, s.title, s.kind)).collect(),
        Aspect::Figures => report.figures.iter().map(|figure| figure_line(report, figure)).collect(),
        Aspect::Glossary => report.glossary.iter().map(|term| placeless(json!(term)).to_string()).collect(),
        Aspect::Tables => report.tables.iter().map(|table| table_line(report, table)).collect(),
        Aspect::Performance => report.performance.iter().map(|project| resolved(report, json!(project)).to_string()).collect(),
    }
}

fn front(report: &Report) -> Vec<String> {
    vec![
        format!("title: {:?}", report.title),
        format!("organization: {:?}", report.organization),
        format!("region: {:?}", report.region),
        format!("fiscal_year: {:?}", report.fiscal_year),
        format!("kind: {:?}, document: {:?}, scope: {:?}", report.kind, report.document, report.scope),
        format!("published: {:?}", report.published),
        format!("units: {:?}", report.units),
    ]
}

/// The sections in the order of the text.
fn sections(report: &Report) -> Vec<&Section> {
    let mut open: Vec<&Section> = report.sections.iter().rev().collect();
    let mut found = Vec::new();
    while let Some(section) = open.pop() {
        found.push(section);
        open.extend(section.children.iter().rev());
    }
    found
}

/// The heading of a section by its id.
fn heading(report: &Report, id: Option<usize>) -> String {
    let section = id.and_then(|id| sections(report).into_iter().find(|section| section.id == id));
    section.map_or(String::new(), |s| format!("{}{}", s.label, s.title))
}

/// What a figure says, with the whole it is part of and the heading it stands under in words.
fn figure_line(report: &Report, figure: &Figure) -> String {
    let whole = figure.part_of.map(|whole| briefly(&report.figures[whole]));
    format!("{} {} part of {whole:?} under {:?}", briefly(figure), placeless(json!(figure)), heading(report, figure.section))
}

fn briefly(figure: &Figure) -> String {
    format!("{} {}", figure.label, figure.value)
}

fn table_line(report: &Report, table: &Table) -> String {
    format!("{} {:?} {:?} under {:?}", table.title, table.form, table.unit, heading(report, table.section))
}

/// A project with the figures it names in words instead of by their ids.
fn resolved(report: &Report, value: Value) -> Value {
    match value {
        Value::Number(id) => {
            let figure = id.as_u64().and_then(|id| report.figures.get(id as usize));
            Value::String(figure.map_or(format!("no figure {id}"), briefly))
        }
        Value::Array(values) => values.into_iter().map(|value| resolved(report, value)).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, resolved(report, value))).collect(),
        other => other,
    }
}

// --- comparison

/// Lines of one side that the other has not, each line as often as it is missing.
fn missing<'a>(lines: &'a [String], others: &[String]) -> Vec<&'a String> {
    let mut others: Vec<&String> = others.iter().collect();
    let mut missing = Vec::new();
    for line in lines {
        match others.iter().position(|other| *other == line) {
            Some(at) => drop(others.remove(at)),
            None => missing.push(line),
        }
    }
    missing
}

/// What differs in one aspect: `-` what only the text form says, `+` what only the other format says.
fn differences(aspect: Aspect, text: &Report, other: &Report) -> Vec<String> {
    let (text, other) = (lines(text, aspect), lines(other, aspect));
    let lost = missing(&text, &other).into_iter().map(|line| ('-', line));
    let invented = missing(&other, &text).into_iter().map(|line| ('+', line));
    let mut found: Vec<String> = lost.chain(invented).map(|(sign, line)| format!("{aspect:?} {sign} {line}")).collect();
    if text != other && found.is_empty() {
        found.push(format!("{aspect:?}: the same in another order"));
    }
    found
}

/// The differences of a report in a format from its text form that no exception excuses; `used` counts what each excuses.
fn unexcused(name: &str, format: &str, used: &mut [usize]) -> Vec<String> {
    let (text, other) = (report(name, ".txt"), report(name, format));
    let mut found = Vec::new();
    for aspect in ASPECTS {
        for line in differences(*aspect, &text, &other) {
            match CANNOT.iter().position(|exception| exception.excuses(format, &line)) {
                Some(at) => used[at] += 1,
                None => found.push(line),
            }
        }
    }
    found
}

/// At most this many differences of a report are printed.
const PRINTED: usize = 40;

#[track_caller]
fn assert_reads_as_text(format: &str) {
    let mut used = vec![0; CANNOT.len()];
    let mut complaints = Vec::new();
    for name in REPORTS {
        let found = unexcused(name, format, &mut used);
        if !found.is_empty() {
            let more = found.len().saturating_sub(PRINTED);
            complaints.push(format!("{name}{format}: {} differences\n{}\n(and {more} more)", found.len(), found[..found.len().min(PRINTED)].join("\n")));
        }
    }
    let miscounted = CANNOT.iter().zip(&used).filter(|(exception, used)| exception.format == format && **used != exception.lines);
    complaints.extend(miscounted.map(|(e, used)| format!("{used} lines {:?} of {format} are excused, {} were: {}", e.start, e.lines, e.reason)));
    assert!(complaints.is_empty(), "- says only the text form, + says only the other\n{}", complaints.join("\n\n"));
}

// --- the formats

#[test]
fn the_text_form_is_read_whole() {
    let read: Vec<String> = REPORTS
        .iter()
        .map(|name| {
            let r = report(name, ".txt");
            let of_money = r.figures.iter().filter(|f| f.yuan.is_some() && f.concept.is_none()).count();
            format!(
                "{name}: {} sections, {} figures, {of_money} amounts without a concept, {} terms, {} tables, {} projects, {} numbers unaccounted for",
                sections(&r).len(),
                r.figures.len(),
                r.glossary.len(),
                r.tables.len(),
                r.performance.len(),
                r.accounting.unaccounted
            )
        })
        .collect();
    let expected = [
        "forestry-2023: 45 sections, 362 figures, 3 amounts without a concept, 6 terms, 7 tables, 1 projects, 0 numbers unaccounted for",
        "library-2024: 32 sections, 206 figures, 0 amounts without a concept, 5 terms, 6 tables, 0 projects, 0 numbers unaccounted for",
        "water-budget-2025: 23 sections, 205 figures, 1 amounts without a concept, 4 terms, 5 tables, 0 projects, 0 numbers unaccounted for",
    ];
    assert_eq!(read, expected);
}

#[test]
#[cfg(feature = "docx")]
fn a_word_document_reads_as_the_text() {
    assert_reads_as_text(".docx");
}

#[test]
#[cfg(feature = "doc")]
fn an_old_word_document_reads_as_the_text() {
    assert_reads_as_text(".doc");
}

#[test]
#[cfg(feature = "html")]
fn a_web_page_reads_as_the_text() {
    assert_reads_as_text(".html");
}

#[test]
#[cfg(feature = "html")]
fn a_page_of_an_old_portal_in_gbk_reads_as_the_text() {
    assert_reads_as_text("-gbk.html");
}

#[test]
#[cfg(feature = "pdf")]
fn a_pdf_document_reads_as_the_text() {
    assert_reads_as_text(".pdf");
}

#[test]
#[cfg(feature = "pdf")]
fn a_pdf_document_whose_fonts_are_not_embedded_reads_as_the_text() {
    assert_reads_as_text("-cid.pdf");
}

#[test]
#[cfg(feature = "sheet")]
fn a_workbook_reads_as_the_text() {
    assert_reads_as_text(".xlsx");
}

#[test]
#[cfg(feature = "sheet")]
fn an_open_document_spreadsheet_reads_as_the_text() {
    assert_reads_as_text(".ods");
}

#[test]
#[cfg(feature = "docx")]
fn text_and_tables_inside_the_cells_of_layout_tables_read_as_the_text() {
    assert_reads_as_text("-framed.docx");
}

#[test]
#[cfg(feature = "html")]
fn an_article_among_all_that_a_site_puts_around_it_reads_as_the_text() {
    assert_reads_as_text("-site.html");
}

#[test]
#[cfg(feature = "pdf")]
fn a_gazette_with_running_heads_and_tables_without_rules_reads_as_the_text() {
    assert_reads_as_text("-gazette.pdf");
}

#[test]
#[cfg(feature = "sheet")]
fn a_workbook_with_formats_of_accountants_reads_as_the_text() {
    assert_reads_as_text("-accounts.xlsx");
    assert_reads_as_text("-accounts.xls");
}

// --- what the comparison itself promises

#[test]
fn a_difference_is_told_with_its_side() {
    let text = Options::new().parse("青溪县水利局2021年度部门决算\n2021年收入合计5万元。\n".as_bytes()).expect("text is read");
    let other = Options::new().parse("青溪县水利局2021年度部门决算\n2021年收入合计6万元。\n".as_bytes()).expect("text is read");
    let found: Vec<String> = differences(Aspect::Figures, &text, &other).iter().map(|line| line.chars().take(14).collect()).collect();
    assert_eq!(found, ["Figures - 收入合计", "Figures + 收入合计"].map(|line| line.chars().take(14).collect::<String>()));
    assert_eq!(differences(Aspect::Figures, &text, &text), Vec::<String>::new());
}
