//! The body of a table: its rows, and a figure for each cell that states an amount.

use super::amount::{self, content, Content};
use super::column::{self, ColumnKind, Sense};
use super::head::Head;
use super::lattice::{Cell, Lattice};
use super::lines::{lines, Line};
use super::meaning::{Forms, Meaning, RowSense};
use super::names;
use super::subject::{subject, Subject};
use super::{form, Row, Table};
use crate::classification::{self, Code};
use crate::concept::Concept as C;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::figure::{CodeFrom, Direction, Role, UnitFrom, Versus};
use crate::ledger::Ledger;
use crate::outline::Form;
use crate::quantity::{Quantity, Unit};
use crate::within::has_any;
use std::borrow::Cow;

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
        let lines = lines(ledger, &lattice, &head);
        let mut reader = Reader::new(ledger, &lattice, head, table, &lines);
        reader.above = above;
        for line in &lines {
            reader.line(line);
        }
        (table, above) = reader.finish();
    }
    table
}

struct Reader<'l, 'a, 'g> {
    ledger: &'l mut Ledger<'a>,
    lattice: &'g Lattice,
    head: Head,
    table: Table,
    subjects: Vec<Subject>,
    senses: Vec<Sense>,
    /// The place of each column among those that the table lists.
    listed: Vec<Option<usize>>,
    /// The unit that the head of a column names.
    units: Vec<Option<Unit>>,
    forms: Forms,
    /// The figure of the last row of each column that was no part of another.
    whole: Vec<Option<usize>>,
    /// The names of the items above: 类, 款, 项.
    above: Vec<(Code, String)>,
    /// The unit that 车辆数合计（辆） names for the rows of its parts.
    vehicles: Option<Unit>,
    year: Option<u16>,
}

impl<'l, 'a, 'g> Reader<'l, 'a, 'g> {
    fn new(ledger: &'l mut Ledger<'a>, lattice: &'g Lattice, head: Head, mut table: Table, lines: &[Line]) -> Self {
        let subjects: Vec<Subject> = head.columns.iter().map(subject).collect();
        let words = format!("{}{}{}", table.number.as_deref().unwrap_or(""), table.notes.concat(), notes(ledger, lattice, lines));
        table.form = table.form.or_else(|| form::by_columns(&head, count(lines), &words));
        let usual = usual_role(&table, ledger.background.is_budget);
        let senses = head.columns.iter().map(|c| column::sense(&c.path, usual)).collect();
        let mut places = 0..;
        let listed = head.columns.iter().map(|c| if c.is_listed() { places.next() } else { None }).collect();
        if table.columns.is_empty() {
            table.columns = head.listed().map(str::to_owned).collect();
        }
        let units = head.columns.iter().map(|c| c.path.iter().rev().find_map(|part| amount::unit_in_brackets(part))).collect();
        let whole = vec![None; head.columns.len()];
        let year = year_of(&table.title).or(ledger.background.year);
        let mut forms = forms(&table, &subjects);
        for line in lines.iter().filter(|line| line.label.is_some()) {
            forms.totalled |= matches!(line.name.as_str(), "合计" | "总计");
            forms.summed |= line.name.ends_with("总计");
        }
        forms.current_subtotals = (0..head.panels()).map(|panel| has_subtotal_of_year(lines, panel)).collect();
        forms.lists_items = head.columns.iter().any(|c| c.kind == ColumnKind::Label && c.path.iter().any(|part| lists_purchases(part)));
        forms.itemized |= table.title.is_empty() && !lists_economic(lines);
        Reader { ledger, lattice, head, table, subjects, senses, listed, units, forms, whole, above: Vec::new(), vehicles: None, year }
    }

    fn finish(mut self) -> (Table, Vec<(Code, String)>) {
        for row in &mut self.table.rows {
            row.cells.resize(self.table.columns.len(), String::new());
        }
        (self.table, self.above)
    }

    fn words(&self, place: usize) -> Cow<'a, str> {
        self.lattice.cells[place].words(self.ledger)
    }

    fn printed(&self, place: usize) -> String {
        self.lattice.cells[place].printed(self.ledger)
    }

    fn line(&mut self, line: &Line) {
        if line.note {
            self.table.notes.extend(line.label.map(|place| self.printed(place)));
            return;
        }
        let sense = self.row_sense(line);
        self.forms.enter(line.panel, &sense);
        if sense.name.starts_with("车辆") {
            self.vehicles = line.label.and_then(|place| amount::unit_in_brackets(&self.words(place)));
        }
        let label = line.project.or(line.label).map(|place| self.printed(place)).unwrap_or_default();
        let cells = Vec::with_capacity(self.table.columns.len());
        let code = line.code().map(|(printed, _)| printed).or_else(|| line.body.map(|place| self.printed(place)));
        let mut row = Row { code, label, cells };
        let number = self.table.rows.len();
        for place in &line.cells {
            self.cell(&self.lattice.cells[*place], line, &sense, &mut row, number);
        }
        self.table.rows.push(row);
    }

    /// What a row is about: its item by the printed code, or by its name.
    fn row_sense(&mut self, line: &Line) -> RowSense {
        // A row that names only its body or its economic item is none of a total.
        let told = || line.economic.or(line.body).map(|place| self.words(place).into_owned());
        let name = if line.name.is_empty() && line.codes.is_empty() { told().unwrap_or_default() } else { line.name.clone() };
        let printed = line.code().and_then(|(_, code)| code);
        if let Some(code) = printed {
            self.note_code(code, &name, line);
            self.remember(code, &name);
            return RowSense { name, code: Some(code), code_from: Some(CodeFrom::Printed), role: None };
        }
        // A code that has another shape is none of the list; its row is no total either.
        let uncoded = line.codes.is_empty() && line.body.is_none();
        let known = uncoded.then(|| self.code_by_name(&name, line.panel)).flatten();
        if let Some(code) = known {
            self.remember(code, &name);
        }
        let role = column::sense_of_row(&name).filter(|_| known.is_none() && uncoded);
        // Such a row is about all that its column is about.
        let name = if role.is_some() { String::new() } else { name };
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
        labels.flat_map(|c| &c.path).any(|part| part.contains("经济分类"))
    }

    /// Notes a row whose name belongs to another code of the list.
    fn note_code(&mut self, code: Code, name: &str, line: &Line) {
        let Some(other) = classification::other_code(code, name, self.year) else { return };
        let Some(range) = line.label.map(|place| self.lattice.cells[place].text.clone()) else { return };
        self.ledger
            .note(DiagnosticCode::CodeNameDiffers, Severity::Warning, range, || format!("科目编码{code}与科目名称“{name}”不一致，该名称的编码为{other}"));
    }

    fn remember(&mut self, code: Code, name: &str) {
        self.above.retain(|(above, _)| above.contains(code) && *above != code);
        self.above.push((code, name.to_owned()));
    }

    fn cell(&mut self, cell: &Cell, line: &Line, sense: &RowSense, row: &mut Row, number: usize) {
        let Some(at) = self.column_of(cell, line.panel) else { return self.unclear(cell, row) };
        let Some(listed) = self.listed[at] else { return };
        if row.cells.len() <= listed {
            row.cells.resize(listed + 1, String::new());
        }
        match self.head.columns[at].kind {
            ColumnKind::Value => row.cells[listed] = cell.printed(self.ledger),
            ColumnKind::Unclear => return self.unclear(cell, row),
            _ => {
                row.cells[listed] = cell.printed(self.ledger);
                return;
            }
        }
        if let Content::Amount(read) = content(&cell.words(self.ledger)) {
            self.figure(cell, at, &read, line, sense, row, number);
        }
    }

    /// The column a cell belongs to: its first one in the half; `None` if it covers columns that differ.
    fn column_of(&self, cell: &Cell, panel: usize) -> Option<usize> {
        let mut columns = cell.columns().filter(|c| self.head.columns[*c].panel == panel && self.listed[*c].is_some());
        let first = columns.next()?;
        columns.all(|c| self.head.columns[c].path == self.head.columns[first].path).then_some(first)
    }

    /// A cell over several columns, or in one that no head tells from its neighbours: its text is kept, no figure is made of it.
    fn unclear(&mut self, cell: &Cell, row: &mut Row) {
        let Some(listed) = cell.columns().find_map(|c| self.listed[c]) else { return };
        if row.cells.len() <= listed {
            row.cells.resize(listed + 1, String::new());
        }
        row.cells[listed] = cell.printed(self.ledger);
        if matches!(content(&cell.words(self.ledger)), Content::Amount(_)) {
            self.ledger
                .note(DiagnosticCode::ColumnsUnclear, Severity::Warning, cell.text.clone(), || "表头不能说明单元格所在的列，其中的数未归入某一列".into());
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn figure(&mut self, cell: &Cell, at: usize, read: &amount::Amount, line: &Line, row_sense: &RowSense, row: &Row, number: usize) {
        let text = self.ledger.text(cell.text.clone());
        let start = cell.text.start + (text.len() - text.trim_start().len()) + read.lead;
        let quantity = Quantity {
            value: read.value,
            low: None,
            unit: read.unit.clone(),
            measure: None,
            bound: None,
            lead: start,
            start,
            end: start + read.length,
            tail: start + read.length,
        };
        let sense = self.sense(at, row_sense);
        let section = self.table.section;
        let Some(id) = self.ledger.figure(&quantity, sense.role, section, start..start + read.length) else { return };
        let mut meaning = self.forms.meaning(line.panel, row_sense, &self.subjects[at]);
        // 车辆, beside its number what it cost.
        let priced = self.head.columns[at].path.last().is_some_and(|leaf| ["金额", "价值", "原值", "净值"].iter().any(|end| leaf.ends_with(end)));
        if priced && meaning.concept.is_some_and(names::is_count) {
            meaning = Meaning::default();
        }
        let quantity_column = self.head.columns[at].path.last().is_some_and(|leaf| matches!(leaf.as_str(), "数量" | "采购数量"));
        let counted = quantity_column || meaning.concept.is_some_and(names::is_count);
        let read_unit = || self.unit(at, line, sense.role).filter(|unit| !counted || unit.yuan().is_none());
        let of_group = || self.vehicles.clone().filter(|_| meaning.concept.is_some_and(names::is_vehicle_count));
        let measured = || quantity_column.then(|| self.measured(line)).flatten();
        let unit = read.unit.is_none().then(|| read_unit().or_else(of_group).or_else(measured)).flatten();
        if let Some(unit) = unit {
            self.ledger.inherit_unit(id, unit, UnitFrom::Head);
        }
        let whole = self.part_of(at, line, id);
        let names = if row_sense.code.is_some() { self.above.iter().map(|(_, name)| name.clone()).collect() } else { Vec::new() };
        let project = line.project.map(|place| self.printed(place));
        let economic = line.economic.map(|place| self.printed(place));
        let economic = economic.filter(|item| item.contains(crate::quantity::is_han) && !matches!(item.as_str(), "合计" | "总计" | "小计" | "无"));
        let figure = &mut self.ledger.figures[id];
        figure.table = Some(self.table.id);
        figure.row = Some(number);
        figure.column = Some(self.head.columns[at].printed.clone());
        let name = if row.label.is_empty() { &self.subjects[at].name } else { &row.label };
        figure.context = [name.as_str(), &figure.context].concat();
        figure.label = row.label.clone();
        figure.year = sense.year.or(self.year.map(|year| year.saturating_sub(sense.before)));
        figure.code = row_sense.code;
        figure.code_from = row_sense.code_from;
        figure.code_name = names;
        figure.part_of = whole;
        if let Some(project) = project {
            figure.dimensions.insert("project".into(), project);
        }
        if let Some(economic) = economic {
            figure.dimensions.insert("economic".into(), economic);
        }
        give(figure, meaning, &sense, self.year);
        if quantity_column
            || counted && figure.role == Role::Actual
            || figure.role == Role::Budget && self.ledger.background.is_budget && (counted || counts(figure))
        {
            // 公务接待批次10批 in a budget counts as it does in prose.
            figure.role = Role::Count;
        }
        let by_column = matches!(self.senses[at].role, Role::Change | Role::Rate) && compares_years(&self.head.columns[at].printed);
        if row_sense.role.is_some() && !compares_years(&row.label) && !by_column {
            // 增减额 below 预算数 and 决算数 compares these, elsewhere two years.
            figure.versus = None;
        }
    }

    /// The role and the year of a cell: those of its column, or of its row where the column says none.
    fn sense(&self, at: usize, row: &RowSense) -> Sense {
        let column = self.senses[at];
        match row.role {
            Some(row) if !column.said || matches!(row.role, Role::Change | Role::Rate | Role::Share | Role::Completion) => {
                Sense { year: row.year.or(column.year), before: row.before.max(column.before), ..row }
            }
            _ => column,
        }
    }

    /// The unit of a cell: of its row, of its column, of the table; a percentage is never money.
    fn unit(&self, at: usize, line: &Line, role: Role) -> Option<Unit> {
        let of_row = || line.label.and_then(|place| amount::unit_in_brackets(&self.words(place)));
        let percent = matches!(role, Role::Rate | Role::Share | Role::Completion);
        let of_table = || self.table.unit.clone();
        let told = || of_row().or_else(of_table);
        self.units[at].clone().or_else(|| if percent { of_row().filter(|unit| *unit == Unit::PERCENT) } else { told() })
    }

    /// The unit that a cell of 计量单位 names for the numbers of its row.
    fn measured(&self, line: &Line) -> Option<Unit> {
        let names_unit = |column: usize| self.head.columns[column].path.last().is_some_and(|leaf| leaf == "计量单位");
        const WIDEST: usize = 60;
        let cell = line.cells.iter().take(WIDEST).find(|place| names_unit(self.lattice.cells[**place].column))?;
        amount::unit_named(&self.words(*cell))
    }

    /// The figure that this one is a part of: that of the row above which 其中 opens the parts of.
    fn part_of(&mut self, at: usize, line: &Line, id: usize) -> Option<usize> {
        let part = line.label.is_some_and(|place| self.words(place).starts_with("其中"));
        if !part {
            self.whole[at] = Some(id);
            return None;
        }
        self.whole[at]
    }
}

/// Gives a figure its concept and what the role of its column says beside.
fn give(figure: &mut crate::figure::Figure, meaning: Meaning, sense: &Sense, year: Option<u16>) {
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
fn counts(figure: &crate::figure::Figure) -> bool {
    figure.yuan.is_none() && figure.unit.as_ref().is_some_and(|unit| *unit != Unit::PERCENT)
}

/// Whether a name of a change says that it is one from the year before.
fn compares_years(name: &str) -> bool {
    has_any(name, &["上年", "去年", "同比"])
}

fn notes(ledger: &Ledger<'_>, lattice: &Lattice, lines: &[Line]) -> String {
    lines.iter().filter(|l| l.note).filter_map(|l| l.label).map(|place| lattice.cells[place].words(ledger)).collect()
}

fn count(lines: &[Line]) -> form::Rows {
    let mut rows = form::Rows::default();
    for code in lines.iter().filter_map(|l| l.code()?.1) {
        rows.functional += usize::from(code.is_functional());
        rows.economic += usize::from(!code.is_functional());
        rows.state_capital += usize::from(code.is_of_state_capital());
    }
    rows
}

/// The role of amounts whose column says none: by the title, else by the report.
fn usual_role(table: &Table, is_budget: bool) -> Role {
    // 一般公共预算 and 政府性基金预算 are funds.
    let told = table.title.replace("一般公共预算", "").replace("政府性基金预算", "").replace("国有资本经营预算", "");
    match (told.contains("决算"), told.contains("预算")) {
        (true, false) => Role::Actual,
        (false, true) => Role::Budget,
        _ if is_budget => Role::Budget,
        _ => Role::Actual,
    }
}

/// Whether rows are named as economic items that are no cost of a form of its own: then 会议费 is one of them.
fn lists_economic(lines: &[Line]) -> bool {
    lines.iter().any(|line| classification::is_economic(&line.name) && names::cost(&line.name).is_none())
}

/// Whether the head of labels says that rows are what is bought.
fn lists_purchases(head: &str) -> bool {
    head.contains("品目") || head.contains("采购") && has_any(head, &["项目", "内容", "名称", "目录"])
}

/// Whether a half has one 小计, and behind it only what was brought or carried forward and the total of all.
fn has_subtotal_of_year(lines: &[Line], panel: usize) -> bool {
    let mut names = lines.iter().filter(|line| line.panel == panel && !line.note).map(|line| line.name.as_str()).filter(|name| !name.is_empty());
    let found = names.any(|name| name == "小计");
    let mut behind = names.peekable();
    let ends = |name: &str| names::balance(name).is_some() || name.ends_with("总计") || name.ends_with("合计") || name.starts_with("用事业基金");
    found && behind.peek().is_some() && behind.all(ends)
}

/// The year that a title prints: `2023年度收入决算表`.
fn year_of(title: &str) -> Option<u16> {
    let at = title.find("年")?;
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
        .all(|money| !table.title.contains(money))
        .then(|| {
            let kinds = [("基本支出", C::ExpenditureBasic), ("项目支出", C::ExpenditureProject), ("项目收入支出", C::ExpenditureProject)];
            let mut said = kinds.into_iter().filter(|(words, _)| table.title.contains(words)).map(|(_, part)| part);
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
