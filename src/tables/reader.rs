//! The body of a table: its rows, and a figure for each cell that states an amount.

use super::amount::{self, content, Content};
use super::column::{self, Column, ColumnKind, Sense};
use super::head::Head;
use super::lattice::Cell;
use super::lines::{lines, Cells, Line};
use super::meaning::{Forms, Meaning, RowSense};
use super::names;
use super::subject::{subject, Subject};
use super::{form, Lattice, Row, Table};
use crate::classification::{self, Code};
use crate::concept::Concept as C;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::figure::{CodeFrom, Direction, Figure, Role, UnitFrom, Versus};
use crate::ledger::Ledger;
use crate::outline::Form;
use crate::quantity::{Quantity, Unit};
use crate::within::{find, has, has_any};
use std::borrow::Cow;
use std::cell::OnceCell;

/// The most places of a table whose cells are few for them: each row gives a text for each column, and a head of thousands over rows of
/// two cells would take gigabytes.
const MOST_PLACES: usize = 4_000_000;

/// How many places to a cell are usual: the forms fill a third at least.
const SPARSE: usize = 8;

/// Reads lattices, the later ones the rest of the first on other pages, into a table whose title, number and unit are known; the
/// figures go to the ledger.
pub(super) fn read(ledger: &mut Ledger<'_>, parts: Vec<(Lattice, Head)>, mut table: Table) -> Table {
    let mut above = Vec::new();
    for (lattice, head) in parts {
        let places = lattice.columns.saturating_mul(lattice.rows());
        if places > MOST_PLACES.max(lattice.cells.len().saturating_mul(SPARSE)) {
            let cells = lattice.cells.first().map_or(0..0, |first| first.text.clone());
            ledger.note(DiagnosticCode::ColumnsUnclear, Severity::Warning, cells, || format!("表格有{places}个单元格，绝大多数为空，未读取"));
            continue;
        }
        let cells = Cells::of(&lattice, ledger);
        let lines = lines(ledger, &cells, &head);
        let mut reader = Reader::new(ledger, &cells, head, table, &lines);
        reader.above = above;
        for line in &lines {
            reader.line(line);
        }
        (table, above) = reader.finish();
    }
    table
}

/// What the head of a column says of its cells.
struct Field {
    subject: Subject,
    sense: Sense,
    /// Its place among the columns that the table lists.
    listed: Option<usize>,
    /// The unit that the head names.
    unit: Option<Unit>,
    /// Whether it says what something cost: 金额 beside the number of vehicles.
    prices: bool,
    /// Whether it says how many of something are bought.
    counts: bool,
    /// The figure of the last row that was no part of another.
    whole: Option<usize>,
}

impl Field {
    fn of(column: &Column, subject: Subject, usual: Role) -> Self {
        let leaf = column.path.last().map_or("", String::as_str);
        Field {
            subject,
            sense: column::sense(&column.path, usual),
            listed: None,
            unit: column.path.iter().rev().find_map(|part| amount::unit_in_brackets(part)),
            prices: ["金额", "价值", "原值", "净值"].iter().any(|end| leaf.ends_with(end)),
            counts: matches!(leaf, "数量" | "采购数量"),
            whole: None,
        }
    }
}

/// A row while its cells are read.
struct Open<'r, 'c> {
    line: &'r Line<'c>,
    sense: RowSense<'r>,
    row: Row,
    /// The unit that its label names, once it was asked for.
    unit: OnceCell<Option<Unit>>,
}

impl Open<'_, '_> {
    /// Puts the text of a cell into a column of the table.
    fn list(&mut self, listed: usize, text: String) {
        if self.row.cells.len() <= listed {
            self.row.cells.resize(listed + 1, String::new());
        }
        self.row.cells[listed] = text;
    }
}

struct Reader<'l, 'a, 'c> {
    ledger: &'l mut Ledger<'a>,
    cells: &'c Cells<'c, 'a>,
    head: Head,
    table: Table,
    /// What is known of each column of the head.
    fields: Vec<Field>,
    forms: Forms,
    /// The names of the items above: 类, 款, 项.
    above: Vec<(Code, String)>,
    /// The unit that 车辆数合计（辆） names for the rows of its parts.
    vehicles: Option<Unit>,
    year: Option<u16>,
}

impl<'l, 'a, 'c> Reader<'l, 'a, 'c> {
    fn new(ledger: &'l mut Ledger<'a>, cells: &'c Cells<'c, 'a>, head: Head, mut table: Table, lines: &[Line<'_>]) -> Self {
        let subjects: Vec<Subject> = head.columns.iter().map(subject).collect();
        table.form = table.form.or_else(|| {
            let words = [table.number.as_deref().unwrap_or(""), &table.notes.concat(), &notes(cells, lines)].concat();
            form::by_columns(&head, &subjects, count(lines), &words)
        });
        let mut forms = forms(&table, &subjects);
        for line in lines.iter().filter(|line| line.label.is_some()) {
            forms.totalled |= matches!(&*line.name, "合计" | "总计");
            forms.summed |= line.name.ends_with("总计");
        }
        forms.current_subtotals = (0..head.panels()).map(|panel| has_subtotal_of_year(lines, panel)).collect();
        forms.lists_items = head.columns.iter().any(|c| c.kind == ColumnKind::Label && c.path.iter().any(|part| lists_purchases(part)));
        forms.itemized |= table.title.is_empty() && !lists_economic(lines);
        let usual = usual_role(&table, ledger.background.is_budget);
        let mut fields: Vec<Field> = head.columns.iter().zip(subjects).map(|(column, subject)| Field::of(column, subject, usual)).collect();
        for (listed, (field, _)) in fields.iter_mut().zip(&head.columns).filter(|(_, column)| column.is_listed()).enumerate() {
            field.listed = Some(listed);
        }
        if table.columns.is_empty() {
            table.columns = head.listed().map(str::to_owned).collect();
        }
        let year = year_of(&table.title).or(ledger.background.year);
        Reader { ledger, cells, head, table, fields, forms, above: Vec::new(), vehicles: None, year }
    }

    fn finish(mut self) -> (Table, Vec<(Code, String)>) {
        for row in &mut self.table.rows {
            row.cells.resize(self.table.columns.len(), String::new());
        }
        (self.table, self.above)
    }

    fn words(&self, place: usize) -> &'c str {
        self.cells.words(place)
    }

    fn printed(&self, place: usize) -> String {
        self.cells.lattice.cells[place].printed(self.ledger)
    }

    fn line(&mut self, line: &Line<'c>) {
        if line.note {
            self.table.notes.extend(line.label.map(|place| self.printed(place)));
            return;
        }
        let sense = self.row_sense(line);
        self.forms.enter(line.panel, &sense);
        if sense.name.starts_with("车辆") {
            self.vehicles = line.label.and_then(|place| amount::unit_in_brackets(self.words(place)));
        }
        let label = line.project.or(line.label).map(|place| self.printed(place)).unwrap_or_default();
        let cells = Vec::with_capacity(self.table.columns.len());
        let code = line.code.as_ref().map(|(printed, _)| printed.to_string()).or_else(|| line.body.map(|place| self.printed(place)));
        let mut open = Open { line, sense, row: Row { code, label, cells }, unit: OnceCell::new() };
        for place in &line.cells {
            self.cell(*place, &mut open);
        }
        self.table.rows.push(open.row);
    }

    /// What a row is about: its item by the printed code, or by its name.
    fn row_sense<'r>(&mut self, line: &'r Line<'c>) -> RowSense<'r> {
        // A row that names only its body or its economic item is none of a total.
        let told = || line.economic.or(line.body).map_or("", |place| self.words(place));
        let name = if line.name.is_empty() && line.code.is_none() { told() } else { &line.name };
        if let Some(code) = line.code.as_ref().and_then(|(_, code)| *code) {
            self.note_code(code, name, line);
            self.remember(code, name);
            return RowSense { name, code: Some(code), code_from: Some(CodeFrom::Printed), role: None };
        }
        // A code that has another shape is none of the list; its row is no total either.
        let uncoded = line.code.is_none() && line.body.is_none();
        let known = if uncoded { self.code_by_name(name, line.panel) } else { None };
        if let Some(code) = known {
            self.remember(code, name);
        }
        let role = if known.is_none() && uncoded { column::sense_of_row(name) } else { None };
        // Such a row is about all that its column is about.
        let name = if role.is_some() { "" } else { name };
        RowSense { code_from: known.map(|_| CodeFrom::Name), code: known, name, role }
    }

    /// The item that a name alone is: a 类 in the summaries, an economic item where the form lists them.
    fn code_by_name(&self, name: &str, panel: usize) -> Option<Code> {
        match self.table.form {
            Some(Form::IncomeExpenditureSummary | Form::FiscalSummary) => {
                // 国有资本经营预算 is a source of money; only with 支出 behind it is it a 类.
                let (functional, economic) =
                    (|| classification::functional_class(name).filter(|_| names::fund(name).is_none()), || classification::economic(name, self.year));
                // 其他支出 is an item of both.
                if self.is_economic(panel) {
                    classification::economic_class(name, self.year).or_else(economic)
                } else {
                    functional().or_else(economic)
                }
            }
            Some(Form::GeneralBudgetBasic | Form::FiscalBasic | Form::AgencyOperating) => {
                classification::economic(name, self.year).filter(|_| names::cost(name) != Some(C::AgencyOperatingCost))
            }
            _ => None,
        }
    }

    /// Whether the labels of a half are headed as economic items: 项目（按支出性质和经济分类）.
    fn is_economic(&self, panel: usize) -> bool {
        let labels = self.head.columns.iter().filter(|c| c.panel == panel && c.kind == ColumnKind::Label);
        labels.flat_map(|c| &c.path).any(|part| has(part, "经济分类"))
    }

    /// Notes a row whose name belongs to another code of the list.
    fn note_code(&mut self, code: Code, name: &str, line: &Line<'_>) {
        let Some(other) = classification::other_code(code, name, self.year) else { return };
        let Some(range) = line.label.map(|place| self.cells.lattice.cells[place].text.clone()) else { return };
        self.ledger
            .note(DiagnosticCode::CodeNameDiffers, Severity::Warning, range, || format!("科目编码{code}与科目名称“{name}”不一致，该名称的编码为{other}"));
    }

    fn remember(&mut self, code: Code, name: &str) {
        self.above.retain(|(above, _)| above.contains(code) && *above != code);
        self.above.push((code, name.to_owned()));
    }

    fn cell(&mut self, place: usize, row: &mut Open<'_, '_>) {
        let cell = &self.cells.lattice.cells[place];
        let at = self.column_of(cell, row.line.panel);
        let kind = at.map_or(ColumnKind::Unclear, |at| self.head.columns[at].kind);
        let listed = match at {
            Some(at) if kind != ColumnKind::Unclear => self.fields[at].listed,
            _ => cell.columns().find_map(|column| self.fields[column].listed),
        };
        let Some(listed) = listed else { return };
        row.list(listed, cell.printed(self.ledger));
        if !matches!(kind, ColumnKind::Value | ColumnKind::Unclear) {
            return;
        }
        match (content(self.words(place)), at) {
            (Content::Amount(read), Some(at)) if kind == ColumnKind::Value => self.figure(cell, at, read, row),
            // Over several columns, or in one that no head tells from its neighbours: no figure is made of it.
            (Content::Amount(_), _) => {
                let message = || "表头不能说明单元格所在的列，其中的数未归入某一列".into();
                self.ledger.note(DiagnosticCode::ColumnsUnclear, Severity::Warning, cell.text.clone(), message);
            }
            _ => {}
        }
    }

    /// The column a cell belongs to: its first one in the half; `None` if it covers columns that differ.
    fn column_of(&self, cell: &Cell, panel: usize) -> Option<usize> {
        let mut columns = cell.columns().filter(|c| self.head.columns[*c].panel == panel && self.fields[*c].listed.is_some());
        let first = columns.next()?;
        columns.all(|c| self.head.columns[c].path == self.head.columns[first].path).then_some(first)
    }

    /// Makes a figure of the amount in a cell.
    fn figure(&mut self, cell: &Cell, at: usize, read: amount::Amount, row: &Open<'_, '_>) {
        let sense = self.sense(at, &row.sense);
        let quantity = self.quantity(cell, read);
        let Some(id) = self.ledger.figure(&quantity, sense.role, self.table.section, quantity.start..quantity.end) else { return };
        let field = &self.fields[at];
        let mut meaning = self.forms.meaning(row.line.panel, &row.sense, &field.subject);
        // 车辆, beside its number what it cost.
        if field.prices && meaning.concept.is_some_and(names::is_count) {
            meaning = Meaning::default();
        }
        let counted = field.counts || meaning.concept.is_some_and(names::is_count);
        if quantity.unit.is_none() {
            let unit = self.unit(at, row, sense.role).filter(|unit| !counted || unit.yuan().is_none());
            let of_group = || self.vehicles.clone().filter(|_| meaning.concept.is_some_and(names::is_vehicle_count));
            let measured = || if field.counts { self.measured(row.line) } else { None };
            if let Some(unit) = unit.or_else(of_group).or_else(measured) {
                self.ledger.inherit_unit(id, unit, UnitFrom::Head);
            }
        }
        self.place(id, at, row);
        let figure = &mut self.ledger.figures[id];
        figure.year = sense.year.or(self.year.map(|year| year.saturating_sub(sense.before)));
        give(figure, meaning, &sense, self.year);
        let field = &self.fields[at];
        if field.counts
            || counted && figure.role == Role::Actual
            || figure.role == Role::Budget && self.ledger.background.is_budget && (counted || counts(figure))
        {
            // 公务接待批次10批 in a budget counts as it does in prose.
            figure.role = Role::Count;
        }
        let by_column = || matches!(field.sense.role, Role::Change | Role::Rate) && compares_years(&self.head.columns[at].printed);
        if row.sense.role.is_some() && !compares_years(&row.row.label) && !by_column() {
            // 增减额 below 预算数 and 决算数 compares these, elsewhere two years.
            figure.versus = None;
        }
    }

    /// The number that a cell prints, where it stands.
    fn quantity(&self, cell: &Cell, read: amount::Amount) -> Quantity {
        let text = self.ledger.text(cell.text.clone());
        let start = cell.text.start + (text.len() - text.trim_start().len()) + read.lead;
        let end = start + read.length;
        Quantity { value: read.value, low: None, unit: read.unit, measure: None, bound: None, lead: start, start, end, tail: end }
    }

    /// Says of a figure where in the table it stands, and of which item and project.
    fn place(&mut self, id: usize, at: usize, row: &Open<'_, '_>) {
        let whole = self.part_of(at, row.line, id);
        let project = row.line.project.map(|place| self.printed(place));
        let economic = row.line.economic.map(|place| self.printed(place));
        let economic = economic.filter(|item| item.contains(crate::quantity::is_han) && !matches!(item.as_str(), "合计" | "总计" | "小计" | "无"));
        let label = &row.row.label;
        let figure = &mut self.ledger.figures[id];
        figure.table = Some(self.table.id);
        figure.row = Some(self.table.rows.len());
        figure.column = Some(self.head.columns[at].printed.clone());
        figure.context.insert_str(0, if label.is_empty() { &self.fields[at].subject.name } else { label });
        figure.label = label.clone();
        figure.code = row.sense.code;
        figure.code_from = row.sense.code_from;
        if row.sense.code.is_some() {
            figure.code_name = self.above.iter().map(|(_, name)| name.clone()).collect();
        }
        figure.part_of = whole;
        let told = [("project", project), ("economic", economic)];
        figure.dimensions.extend(told.into_iter().filter_map(|(dimension, value)| Some((dimension.to_owned(), value?))));
    }

    /// The role and the year of a cell: those of its column, or of its row where the column says none.
    fn sense(&self, at: usize, row: &RowSense<'_>) -> Sense {
        let column = self.fields[at].sense;
        match row.role {
            Some(row) if !column.said || matches!(row.role, Role::Change | Role::Rate | Role::Share | Role::Completion) => {
                Sense { year: row.year.or(column.year), before: row.before.max(column.before), ..row }
            }
            _ => column,
        }
    }

    /// The unit of a cell: of its row, of its column, of the table; a percentage is never money.
    fn unit(&self, at: usize, row: &Open<'_, '_>, role: Role) -> Option<Unit> {
        if let Some(unit) = &self.fields[at].unit {
            return Some(unit.clone());
        }
        let of_label = || row.line.label.and_then(|place| amount::unit_in_brackets(self.words(place)));
        let of_row = row.unit.get_or_init(of_label);
        if matches!(role, Role::Rate | Role::Share | Role::Completion) {
            return of_row.clone().filter(|unit| *unit == Unit::PERCENT);
        }
        of_row.clone().or_else(|| self.table.unit.clone())
    }

    /// The unit that a cell of 计量单位 names for the numbers of its row.
    fn measured(&self, line: &Line<'_>) -> Option<Unit> {
        let names_unit = |column: usize| self.head.columns[column].path.last().is_some_and(|leaf| leaf == "计量单位");
        const WIDEST: usize = 60;
        let cell = line.cells.iter().take(WIDEST).find(|place| names_unit(self.cells.lattice.cells[**place].column))?;
        amount::unit_named(self.words(*cell))
    }

    /// The figure that this one is a part of: that of the row above which 其中 opens the parts of.
    fn part_of(&mut self, at: usize, line: &Line<'_>, id: usize) -> Option<usize> {
        let part = line.label.is_some_and(|place| self.words(place).starts_with("其中"));
        let whole = &mut self.fields[at].whole;
        if !part {
            *whole = Some(id);
            return None;
        }
        *whole
    }
}

/// Gives a figure its concept and what the role of its column says beside.
fn give(figure: &mut Figure, meaning: Meaning, sense: &Sense, year: Option<u16>) {
    figure.concept = meaning.concept;
    let nature = meaning.nature.map(|nature| ("nature", nature));
    for (dimension, value) in meaning.dimension.into_iter().chain(nature) {
        figure.dimensions.insert(dimension.into(), value);
    }
    figure.base = sense.base;
    if sense.role == Role::Actual && counts(figure) {
        figure.role = Role::Count;
    }
    match sense.role {
        Role::Change | Role::Rate => {
            figure.versus = Some(Versus::new(year.map(|y| y - 1), false, None));
            figure.direction = Some(match figure.value {
                value if value.is_zero() => Direction::Unchanged,
                value if value.is_sign_negative() => Direction::Decrease,
                _ => Direction::Increase,
            });
        }
        // What it is a share of, the head does not say in a way that is sure.
        Role::Share => figure.of = None,
        _ => {}
    }
}

/// Whether a figure counts things: its unit is neither money nor per cent.
fn counts(figure: &Figure) -> bool {
    figure.yuan.is_none() && figure.unit.as_ref().is_some_and(|unit| *unit != Unit::PERCENT)
}

/// Whether a name of a change says that it is one from the year before.
fn compares_years(name: &str) -> bool {
    has_any(name, &["上年", "去年", "同比"])
}

fn notes(cells: &Cells<'_, '_>, lines: &[Line<'_>]) -> String {
    lines.iter().filter(|l| l.note).filter_map(|l| l.label).map(|place| cells.words(place)).collect()
}

fn count(lines: &[Line<'_>]) -> form::Rows {
    let mut rows = form::Rows::default();
    for code in lines.iter().filter_map(|l| l.code.as_ref()?.1) {
        rows.functional += usize::from(code.is_functional());
        rows.economic += usize::from(!code.is_functional());
        rows.state_capital += usize::from(code.is_of_state_capital());
    }
    rows
}

/// The role of amounts whose column says none: by the title, else by the report.
fn usual_role(table: &Table, is_budget: bool) -> Role {
    // 一般公共预算 and 政府性基金预算 are funds.
    let mut told = Cow::Borrowed(table.title.as_str());
    for fund in ["一般公共预算", "政府性基金预算", "国有资本经营预算"] {
        if has(&told, fund) {
            told = told.replace(fund, "").into();
        }
    }
    match (has(&told, "决算"), has(&told, "预算")) {
        (true, false) => Role::Actual,
        (false, true) => Role::Budget,
        _ if is_budget => Role::Budget,
        _ => Role::Actual,
    }
}

/// Whether rows are named as economic items that are no cost of a form of its own: then 会议费 is one of them.
fn lists_economic(lines: &[Line<'_>]) -> bool {
    lines.iter().any(|line| classification::is_economic(&line.name) && names::cost(&line.name).is_none())
}

/// Whether the head of labels says that rows are what is bought.
fn lists_purchases(head: &str) -> bool {
    has(head, "品目") || has(head, "采购") && has_any(head, &["项目", "内容", "名称", "目录"])
}

/// Whether a half has one 小计, and behind it only what was brought or carried forward and the total of all.
fn has_subtotal_of_year(lines: &[Line<'_>], panel: usize) -> bool {
    let mut names = lines.iter().filter(|line| line.panel == panel && !line.note).map(|line| &*line.name).filter(|name| !name.is_empty());
    let found = names.any(|name| name == "小计");
    let mut behind = names.peekable();
    let ends = |name: &str| names::balance(name).is_some() || name.ends_with("总计") || name.ends_with("合计") || name.starts_with("用事业基金");
    found && behind.peek().is_some() && behind.all(ends)
}

/// The year that a title prints: `2023年度收入决算表`.
fn year_of(title: &str) -> Option<u16> {
    let at = find(title, "年")?;
    let digits = title.get(at.checked_sub(4)?..at)?;
    digits.parse().ok().filter(|year| (1990..=2100).contains(year))
}

fn forms(table: &Table, subjects: &[Subject]) -> Forms {
    let carries = subjects.iter().any(|s| matches!(names::balance(&s.name), Some(C::CarryoverOpening | C::CarryoverClosing)));
    let carries_forward = subjects.iter().any(|s| names::balance(&s.name) == Some(C::CarryoverClosing));
    let meetings = subjects.iter().any(|s| names::cost(&s.name) == Some(C::MeetingCost));
    let itemized = has_any(&table.title, &["三公", "运行经费", "资产", "采购", "信息", "统计"]);
    let only = ["财政拨款", "公共预算", "基金", "国有资本", "结转", "结余", "专户", "非税", "转移支付", "购买", "采购"]
        .iter()
        .all(|money| !has(&table.title, money))
        .then(|| {
            let kinds = [("基本支出", C::ExpenditureBasic), ("项目支出", C::ExpenditureProject), ("项目收入支出", C::ExpenditureProject)];
            let mut said = kinds.into_iter().filter(|(words, _)| has(&table.title, words)).map(|(_, part)| part);
            said.next().filter(|_| said.next().is_none())
        });
    let only = only.flatten();
    Forms {
        form: table.form,
        carries,
        summed: false,
        totalled: false,
        meetings,
        itemized,
        current_subtotals: Vec::new(),
        only,
        lists_items: false,
        carries_forward,
        progress: Vec::new(),
    }
}
