//! Statutory tables: every cell of the reports in `corpus/tables/` against its truth, which was written apart from the reading.
//!
//! Beside a report stands `<name>.cells.tsv`, a line for each cell with a number, and `<name>.tables.tsv`, a line for each table. No
//! cell may be read otherwise than the truth says; where cells stay text, [`CASES`] says how many are read.
//!
//! `UPDATE_GOLDEN=1 cargo test --test tables` writes the models anew; read the difference before you keep it.
#![cfg(feature = "html")]

mod specimen;

use juesuan::{Figure, Report};
use rust_decimal::Decimal;
use specimen::{corpus, golden_complaint, lost_numbers, misplaced_figures, none, Specimen};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A report in one rendering.
struct Case {
    file: &'static str,
    /// The name of its truth.
    truth: &'static str,
    /// How many of its cells are read, with all that the truth says of them.
    read: Read,
    /// Whether the whole model stands beside it as JSON.
    golden: bool,
}

/// How much of a report is read.
#[derive(Clone, Copy)]
enum Read {
    /// Every cell.
    All,
    /// So many cells; the others stay text, or are a shortfall.
    Cells(usize),
}

const fn whole(file: &'static str, truth: &'static str, golden: bool) -> Case {
    Case { file, truth, read: Read::All, golden }
}

const fn part(file: &'static str, truth: &'static str, cells: usize) -> Case {
    Case { file, truth, read: Read::Cells(cells), golden: false }
}

const CASES: &[Case] = &[
    whole("nine-forms-2023.html", "nine-forms-2023", true),
    whole("sichuan-2021.html", "sichuan-2021", true),
    whole("sichuan-funds-2023.html", "sichuan-funds-2023", true),
    whole("shanghai-budget-2025.html", "shanghai-budget-2025", true),
    whole("three-pages-2022.html", "three-pages-2022", true),
    whole("two-sided-26-2022.html", "two-sided-26-2022", true),
    whole("empty-2020.html", "empty-2020", true),
    whole("untitled-2022.html", "untitled-2022", true),
    whole("yunnan-2024.html", "yunnan-2024", false),
    whole("jiangsu-budget-2019.html", "jiangsu-budget-2019", false),
    whole("three-amounts-2022.html", "three-amounts-2022", false),
    whole("shaanxi-2020.html", "shaanxi-2020", true),
    whole("anhui-budget-2024.html", "anhui-budget-2024", false),
    whole("broken-names-2024.html", "broken-names-2024", false),
    whole("two-classifications-2022.html", "two-classifications-2022", false),
    whole("general-2013.html", "general-2013", false),
    whole("hunan-2016-layout.txt", "hunan-2016", false),
    #[cfg(feature = "sheet")]
    whole("school-2023.xlsx", "school-2023", false),
    whole("two-sided-26-2022.txt", "two-sided-26-2022", false),
    whole("glued-2022.txt", "glued-2022", false),
    whole("glued-zeros-2022.txt", "glued-zeros-2022", false),
    whole("untitled-first-2022.html", "untitled-first-2022", false),
    whole("jiangsu-2019.html", "jiangsu-2019", false),
    whole("three-pages-2022.txt", "three-pages-2022", false),
    whole("text-2022-layout.txt", "text-2022", false),
    whole("text-2022-pipes.txt", "text-2022", false),
    whole("text-2022-tabs.txt", "text-2022", false),
    // Behind a tab a line, blank lines are empty cells or cells that a merged one covers: what cannot be told apart stays text.
    whole("text-2022-tab-lines.txt", "text-2022", false),
    whole("text-zeros-2022-pipes.txt", "text-zeros-2022", false),
    part("text-zeros-2022-blank-lines.txt", "text-zeros-2022", 341),
    whole("two-sided-26-2022-blank-cells.txt", "two-sided-26-2022", false),
    whole("rows-2025.txt", "rows-2025", false),
    whole("wrapped-2025.txt", "wrapped-2025", false),
    part("row-numbers-2023.txt", "row-numbers-2023", 55),
    whole("cells-and-bars-2016.txt", "cells-and-bars-2016", false),
    whole("bars-2016.txt", "bars-2016", false),
    whole("one-blank-2017.txt", "one-blank-2017", false),
    // Nothing marks the cells that are empty here.
    part("text-zeros-2022-lines.txt", "text-zeros-2022", 185),
];

/// How workbooks are named, where they are read.
const SHEET: &[&str] = if cfg!(feature = "sheet") { &[".xlsx"] } else { &[] };

// --- truth

/// A cell with a number, and what it states.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    /// The title of its table, or the number of one without title.
    table: String,
    label: String,
    code: String,
    code_from: String,
    column: String,
    value: String,
    unit: String,
    role: String,
    concept: String,
    /// `nature=基本支出`.
    dimension: String,
}

impl Cell {
    fn of(report: &Report, figure: &Figure) -> Option<Cell> {
        let table = &report.tables[figure.table?];
        let name = if table.title.is_empty() { table.number.as_deref().unwrap_or_default() } else { table.title.as_str() };
        let dimensions: Vec<String> = figure.dimensions.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Some(Cell {
            table: name.to_owned(),
            label: figure.label.clone(),
            code: figure.code.map_or(String::new(), |code| code.to_string()),
            code_from: figure.code_from.map_or("", |from| from.as_str()).to_owned(),
            column: figure.column.clone().unwrap_or_default(),
            value: figure.value.to_string(),
            unit: figure.unit.as_ref().map_or("", |unit| unit.as_str()).to_owned(),
            role: figure.role.to_string(),
            concept: figure.concept.map_or("", |concept| concept.as_str()).to_owned(),
            dimension: dimensions.join(";"),
        })
    }

    fn line(&self) -> String {
        [&self.table, &self.label, &self.code, &self.code_from, &self.column, &self.value, &self.unit, &self.role, &self.concept, &self.dimension]
            .map(String::as_str)
            .join("|")
    }

    fn amount(&self) -> Decimal {
        self.value.parse().expect("the truth has numbers")
    }
}

/// The lines of a truth below its head, cut into so many fields.
fn lines<const N: usize>(name: &str) -> Vec<[String; N]> {
    let path = corpus().join("tables").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let fields = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>().try_into();
    text.lines().skip(1).map(|line| fields(line).unwrap_or_else(|_| panic!("{name}: {line:?}"))).collect()
}

fn cells(truth: &str) -> Vec<Cell> {
    let cell = |[table, label, code, code_from, column, value, unit, role, concept, dimension]: [String; 10]| Cell {
        table,
        label,
        code,
        code_from,
        column,
        value,
        unit,
        role,
        concept,
        dimension,
    };
    lines(&format!("{truth}.cells.tsv")).into_iter().map(cell).collect()
}

/// Form, title, number, owner, unit and notes of each table, as lines.
fn tables(truth: &str) -> Vec<String> {
    lines::<6>(&format!("{truth}.tables.tsv")).into_iter().map(|fields| fields.join("|")).collect()
}

/// What only the first list has, what only the second has, and how many they share.
fn compared<T: Ord + Clone>(truth: &[T], read: &[T]) -> (Vec<T>, Vec<T>, usize) {
    let mut left: BTreeMap<T, usize> = BTreeMap::new();
    for one in truth {
        *left.entry(one.clone()).or_default() += 1;
    }
    let mut extra = Vec::new();
    for one in read {
        match left.get_mut(one).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => extra.push(one.clone()),
        }
    }
    let missing: Vec<T> = left.into_iter().flat_map(|(one, count)| std::iter::repeat_n(one, count)).collect();
    let right = read.len() - extra.len();
    (missing, extra, right)
}

fn specimen(case: &Case) -> Specimen {
    Specimen::read(corpus().join("tables").join(case.file))
}

/// Runs a question over every report and fails with all that it answers.
#[track_caller]
fn nowhere(what: &str, complaints: impl Fn(&Case, &Specimen) -> Vec<String>) {
    let all: Vec<String> = CASES.iter().flat_map(|case| complaints(case, &specimen(case))).collect();
    none(what, &all);
}

// --- reading

/// What differs from the truth: tables in order, and cells that are read as none of the truth.
fn differences(case: &Case, report: &Report) -> (Vec<String>, usize) {
    let read: Vec<Cell> = report.figures.iter().filter_map(|figure| Cell::of(report, figure)).collect();
    let (_, extra, right) = compared(&cells(case.truth), &read);
    let mut differences: Vec<String> = extra.iter().map(|cell| format!("read |{}", cell.line())).collect();
    let (missing, extra, _) = compared(&tables(case.truth), &table_lines(report));
    differences.extend(missing.into_iter().map(|line| format!("table missing |{line}")));
    differences.extend(extra.into_iter().map(|line| format!("table invented |{line}")));
    (differences, right)
}

fn table_lines(report: &Report) -> Vec<String> {
    let line = |table: &juesuan::Table| {
        let form = table.form.map_or("", |form| form.as_str());
        let unit = table.unit.as_ref().map_or("", |unit| unit.as_str());
        let number = table.number.as_deref().unwrap_or_default();
        let owner = table.owner.as_deref().unwrap_or_default();
        [form, &table.title, number, owner, unit, &table.notes.join("¶")].join("|")
    };
    report.tables.iter().map(line).collect()
}

#[test]
fn every_cell_is_read_as_its_truth_says() {
    nowhere("cells that differ from their truth", |case, specimen| {
        let (differences, right) = differences(case, &specimen.report);
        let mut complaints: Vec<String> = differences.iter().map(|line| format!("{}: {line}", case.file)).collect();
        let all = cells(case.truth).len();
        let wanted = match case.read {
            Read::All => all,
            Read::Cells(cells) => cells,
        };
        if right != wanted {
            complaints.push(format!("{}: {right} of {all} cells are right, {wanted} were", case.file));
        }
        complaints
    });
}

#[test]
fn every_report_of_the_folder_is_read() {
    let folder = fs::read_dir(corpus().join("tables")).expect("the corpus stands beside the sources");
    let names = folder.map(|entry| entry.expect("the folder can be listed").file_name().to_string_lossy().into_owned());
    let there: BTreeSet<String> = names.filter(|name| [".html", ".txt"].iter().chain(SHEET).any(|ending| name.ends_with(ending))).collect();
    let listed: BTreeSet<String> = CASES.iter().map(|case| case.file.to_owned()).collect();
    assert_eq!(there, listed);
}

#[test]
fn every_report_reads_as_its_golden_says() {
    nowhere("reports differ from their goldens (see .actual.json beside them)", |case, specimen| {
        Some(specimen).filter(|_| case.golden).and_then(golden_complaint).into_iter().collect()
    });
}

#[test]
fn no_number_is_lost() {
    nowhere("numbers that nobody read", |_, specimen| lost_numbers(specimen));
}

#[test]
fn every_figure_stands_where_its_span_says() {
    nowhere("spans that do not hold their figure", |_, specimen| misplaced_figures(specimen));
}

#[test]
fn every_figure_of_a_cell_is_what_its_row_prints() {
    nowhere("figures that their row does not print", |_, specimen| {
        let report = &specimen.report;
        let wrong = report.figures.iter().filter(|figure| figure.table.is_some() && !is_printed(report, figure));
        wrong.map(|figure| format!("{}: {} {}", specimen.place(figure.span.start), figure.label, figure.value)).collect()
    });
}

/// Whether the row of a figure has its label, its printed code and, in its column, its value.
fn is_printed(report: &Report, figure: &Figure) -> bool {
    let table = figure.table.and_then(|id| report.tables.get(id));
    let row = table.zip(figure.row).and_then(|(table, row)| table.rows.get(row));
    let (Some(table), Some(row)) = (table, row) else { return false };
    let columns = table.columns.iter().zip(&row.cells).filter(|(column, _)| Some(*column) == figure.column.as_ref());
    let mut values = columns.map(|(_, cell)| cell.replace(',', ""));
    let code = figure.code_from.is_none_or(|from| from.as_str() != "printed") || row.code == figure.code.map(|code| code.to_string());
    let value = figure.value.to_string();
    let with_unit = format!("{value}{}", figure.unit.as_ref().map_or("", |unit| unit.as_str()));
    row.label == figure.label && code && values.any(|printed| printed == value || printed == with_unit)
}

#[test]
fn an_empty_table_says_so_and_has_no_figure() {
    let report = juesuan::parse(&fs::read(corpus().join("tables/empty-2020.html")).expect("it is listed")).expect("it is a report");
    assert_eq!(report.figures.iter().filter(|figure| figure.table.is_some()).count(), 0);
    let notes: Vec<&str> = report.tables.iter().filter_map(|table| table.notes.last()).map(String::as_str).collect();
    let said = [
        "松谷县档案馆本年度无政府性基金预算财政拨款收入和支出，故本表无数据。",
        "说明：本表为空表。",
        "备注：本单位2020年度没有使用财政拨款安排的“三公”经费支出，故本表无数据。",
        "本表无数据。",
    ];
    assert_eq!(notes, said);
}

#[test]
fn a_table_of_three_pages_is_one_table() {
    let report = juesuan::parse(&fs::read(corpus().join("tables/three-pages-2022.html")).expect("it is listed")).expect("it is a report");
    let [table] = report.tables.as_slice() else { panic!("{} tables", report.tables.len()) };
    let codes: BTreeSet<&str> = table.rows.iter().filter_map(|row| row.code.as_deref()).collect();
    assert_eq!((table.rows.len(), codes.len()), (31, 30), "合计 and 30 items, each once");
}

#[test]
fn the_right_half_of_a_two_sided_table_has_its_twenty_six_classes() {
    for file in ["two-sided-26-2022.html", "two-sided-26-2022.txt"] {
        let report = juesuan::parse(&fs::read(corpus().join("tables").join(file)).expect("it is listed")).expect("it is a report");
        let codes: Vec<String> = report.figures.iter().filter(|f| f.table.is_some()).filter_map(|f| f.code).map(|code| code.to_string()).collect();
        assert_eq!(codes.len(), 26, "{file}");
        assert!(codes.is_sorted(), "{file}: {codes:?}");
    }
}

// --- the sums of the truth

/// What a report says in one table and role.
struct Sums<'a> {
    truth: &'a str,
    cells: &'a [Cell],
    /// How many sums were compared.
    compared: usize,
    broken: Vec<String>,
}

impl<'a> Sums<'a> {
    fn equal(&mut self, what: &str, whole: Decimal, parts: Decimal) {
        self.compared += 1;
        if whole != parts {
            self.broken.push(format!("{}: {what}: {whole}, its parts {parts}", self.truth));
        }
    }

    /// Cells by table, column and role.
    fn columns(&self) -> BTreeMap<(&'a str, &'a str, &'a str), Vec<&'a Cell>> {
        let mut columns: BTreeMap<_, Vec<&Cell>> = BTreeMap::new();
        for cell in self.cells {
            columns.entry((cell.table.as_str(), cell.column.as_str(), cell.role.as_str())).or_default().push(cell);
        }
        columns
    }

    /// The items of a 类 add up to it, the 类 to 合计.
    fn down(&mut self) {
        for ((table, column, _), cells) in self.columns() {
            let printed: Vec<&Cell> = cells.iter().copied().filter(|cell| cell.code_from == "printed").collect();
            let sum = |parts: &dyn Fn(&Cell) -> bool| printed.iter().filter(|cell| parts(cell)).map(|cell| cell.amount()).collect::<Vec<_>>();
            for whole in &printed {
                let parts = sum(&|part: &Cell| part.code.len() == whole.code.len() + 2 && part.code.starts_with(&whole.code));
                if !parts.is_empty() {
                    self.equal(&format!("{table}|{column}|{}", whole.code), whole.amount(), parts.into_iter().sum());
                }
            }
            let classes = sum(&|cell: &Cell| cell.code.len() == 3);
            let total = cells.iter().find(|cell| cell.label == "合计" && cell.code.is_empty());
            if let Some(total) = total.filter(|_| !classes.is_empty()) {
                self.equal(&format!("{table}|{column}|合计"), total.amount(), classes.into_iter().sum());
            }
        }
    }

    /// The columns below a head add up to its 合计 or 小计.
    fn across(&mut self) {
        let mut rows: BTreeMap<(&str, &str, &str), BTreeMap<&str, Decimal>> = BTreeMap::new();
        for cell in self.cells.iter().filter(|cell| cell.code_from == "printed" || cell.label == "合计") {
            rows.entry((cell.table.as_str(), cell.label.as_str(), cell.code.as_str())).or_default().insert(cell.column.as_str(), cell.amount());
        }
        for ((table, label, code), row) in rows {
            for (column, whole) in &row {
                let Some(parts) = parts(column, row.keys().copied()) else { continue };
                let sum: Decimal = parts.iter().map(|part| row[part]).sum();
                self.equal(&format!("{table}|{code}{label}|{column}"), *whole, sum);
            }
        }
    }

    /// The sum of the cells of some concepts in a table and role, and whether there is one.
    fn of(&self, table: &str, role: &str, concepts: &[&str]) -> Option<Decimal> {
        let cells = self.cells.iter().filter(|cell| cell.table == table && cell.role == role && cell.dimension.is_empty());
        // A third panel repeats the totals of the second.
        let cells: BTreeSet<&Cell> = cells.filter(|cell| concepts.contains(&cell.concept.as_str())).collect();
        (!cells.is_empty()).then(|| cells.into_iter().map(Cell::amount).sum())
    }

    /// Totals whose parts have concepts of their own: of the year, of all, of the costs.
    fn named(&mut self) {
        // Rates do not add up.
        let added = self.cells.iter().filter(|cell| cell.unit != "%");
        let tables: BTreeSet<(&str, &str)> = added.map(|cell| (cell.table.as_str(), cell.role.as_str())).collect();
        for (table, role) in tables {
            for (whole, parts) in NAMED_SUMS {
                // 支出决算表 has the total of the year too, but no others; its sums are those of its items and columns.
                let summary = self.of(table, role, &["revenue_total", "fiscal_revenue_total", "three_public_total"]);
                // 收入总表 may have columns for its sources and for the balance, and none for the total of the year.
                let summary = summary.filter(|_| !parts[0].ends_with("_current_total") || self.of(table, role, &parts[..1]).is_some());
                if let (Some(total), Some(sum), Some(_)) = (self.of(table, role, &[whole]), self.of(table, role, parts), summary) {
                    self.equal(&format!("{table}|{role}|{whole}"), total, sum);
                }
            }
            let amount = |concept: &str| self.of(table, role, &[concept]).unwrap_or_default();
            if self.of(table, role, &["government_fund_revenue"]).is_some() {
                let in_all = amount("government_fund_carryover_opening") + amount("government_fund_revenue");
                let out = amount("government_fund_expenditure") + amount("government_fund_carryover_closing");
                self.equal(&format!("{table}|what came in and what went out"), in_all, out);
            }
        }
    }

    /// What states one thing has one value in all tables.
    fn once(&mut self) {
        let mut stated: BTreeMap<[&str; 5], &Cell> = BTreeMap::new();
        for cell in self.cells.iter().filter(|cell| !cell.concept.is_empty()) {
            let key = [&cell.concept, &cell.code, &cell.dimension, &cell.role, &cell.unit].map(String::as_str);
            if let Some(first) = stated.get(&key).copied() {
                self.equal(&format!("{} and {}: {}", first.table, cell.table, cell.concept), first.amount(), cell.amount());
            } else {
                stated.insert(key, cell);
            }
        }
    }
}

/// Totals with the concepts of their parts, where they stand in one table.
const NAMED_SUMS: &[(&str, &[&str])] = &[
    ("revenue_total", &["revenue_current_total", "use_of_nonfiscal_balance", "use_of_undertaking_fund", "carryover_opening"]),
    ("expenditure_total", &["expenditure_current_total", "balance_distribution", "carryover_closing"]),
    ("revenue_total", &["expenditure_total"]),
    ("fiscal_revenue_total", &["revenue_fiscal", "fiscal_carryover_opening"]),
    ("fiscal_revenue_total", &["fiscal_expenditure_total"]),
    ("fiscal_expenditure_total", &["fiscal_expenditure_current_total", "fiscal_carryover_closing"]),
    ("expenditure_current_total", &["expenditure_by_function"]),
    ("fiscal_expenditure_current_total", &["fiscal_expenditure_by_function"]),
    ("three_public_total", &["three_public_abroad", "three_public_vehicle", "three_public_reception"]),
    ("three_public_vehicle", &["three_public_vehicle_purchase", "three_public_vehicle_operation"]),
];

/// The columns that add up to a column of a total: those beside it, of which a group is represented by its own total, if it has one.
fn parts<'a>(whole: &str, columns: impl Iterator<Item = &'a str>) -> Option<Vec<&'a str>> {
    const TOTALS: &[&str] = &["合计", "小计", "本年收入合计", "本年支出合计"];
    let (head, name) = whole.rsplit_once('/').map_or(("", whole), |(head, name)| (head, name));
    if !TOTALS.contains(&name) {
        return None;
    }
    let below = |column: &'a str| if head.is_empty() { Some(column) } else { column.strip_prefix(head)?.strip_prefix('/') };
    let columns: Vec<&'a str> = columns.collect();
    let totalled = |group: &str| columns.iter().filter_map(|c| below(c)?.split_once('/')).any(|(other, last)| other == group && TOTALS.contains(&last));
    let is_part = |column: &&'a str| {
        below(column).is_some_and(|rest| match rest.split_once('/') {
            None => rest != name,
            // A group without a total of its own is the sum of what stands in it.
            Some((group, last)) => TOTALS.contains(&last) || !totalled(group),
        })
    };
    let parts: Vec<&str> = columns.iter().copied().filter(is_part).collect();
    (!parts.is_empty()).then_some(parts)
}

#[test]
fn the_sums_of_every_report_close() {
    let truths: BTreeSet<&str> = CASES.iter().map(|case| case.truth).collect();
    let mut all = 0;
    let mut broken = Vec::new();
    for truth in truths {
        let cells = cells(truth);
        let mut sums = Sums { truth, cells: &cells, compared: 0, broken: Vec::new() };
        sums.down();
        sums.across();
        sums.named();
        sums.once();
        if sums.compared == 0 && !cells.is_empty() {
            broken.push(format!("{truth}: no sum was compared"));
        }
        all += sums.compared;
        broken.append(&mut sums.broken);
    }
    none("sums that do not close", &broken);
    assert!(all > 1000, "{all} sums were compared");
}
