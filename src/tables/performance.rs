//! Performance tables (绩效目标完成情况表) in the form of one cell a line.

use crate::concept::Concept;
use crate::figure::{Role, UnitFrom};
use crate::ledger::{self, Ledger};
use crate::quantity::{Measure, Quantity, Unit};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A project and how its goals were reached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Project {
    /// The name of the project as printed.
    pub project: String,
    /// The body that runs it; `None` if the table does not say.
    pub agency: Option<String>,
    /// Ids of the figures of its budget: the total, then its parts.
    pub budget: Vec<usize>,
    /// Ids of the figures of what was spent, in the same order.
    pub execution: Vec<usize>,
    /// The goal of the year.
    pub goal: Goal,
    /// The indicators, row by row.
    pub indicators: Vec<Indicator>,
}

/// The goal of the year and what was reached, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Goal {
    /// 预期目标; `None` if the cell is empty.
    pub target: Option<IndicatorValue>,
    /// 实际完成目标; `None` if the cell is empty.
    pub actual: Option<IndicatorValue>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Indicator {
    /// 一级指标.
    pub level1: String,
    /// 二级指标.
    pub level2: String,
    /// 三级指标.
    pub level3: String,
    /// 预期指标值.
    pub target: IndicatorValue,
    /// 实际完成指标值.
    pub actual: IndicatorValue,
}

/// What a cell says, and the figures in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IndicatorValue {
    /// The text of the cell, white space removed.
    pub text: String,
    /// Ids of the figures in it.
    pub figures: Vec<usize>,
}

/// A row of cells as ranges of folded text, tabs left out.
type Row = Vec<Range<usize>>;

/// Whether the cells are those of a performance table.
pub(crate) fn is_performance(text: &str) -> bool {
    text.contains("项目名称") && (text.contains("一级指标") || text.contains("绩效指标") || text.contains("年度目标"))
}

/// Reads the tables in a range of cells.
pub(crate) fn read(ledger: &mut Ledger<'_>, range: Range<usize>, section: Option<usize>) -> Vec<Project> {
    let rows = rows(ledger.text(range.clone()), range.start);
    let mut reader = Reader { ledger, section, projects: Vec::new(), part: Part::Head, unit: None };
    for row in &rows {
        reader.row(row);
    }
    reader.projects
}

/// The rows: a vertical tab starts one, a tab starts a cell, a line without either goes on with the cell before.
fn rows(text: &str, start: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut at = start;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches('\n');
        let end = at + body.len();
        match body.chars().next() {
            Some('\x0b') => rows.push(vec![at + 1..end]),
            Some('\t') => match rows.last_mut() {
                Some(row) => row.push(at + 1..end),
                None => rows.push(vec![at + 1..end]),
            },
            Some(_) => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.end = end;
                }
            }
            None => {}
        }
        at += line.len();
    }
    rows
}

/// Which part of the table is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Goal,
    Indicators,
}

struct Reader<'l, 'a> {
    ledger: &'l mut Ledger<'a>,
    section: Option<usize>,
    projects: Vec<Project>,
    part: Part,
    unit: Option<Unit>,
}

impl Reader<'_, '_> {
    fn row(&mut self, row: &Row) {
        let cells: Vec<&Range<usize>> = row.iter().collect();
        let texts: Vec<String> = cells.iter().map(|c| self.ledger.printed((*c).clone())).collect();
        if let Some(at) = texts.iter().position(|t| t == "项目名称") {
            let project = texts.get(at + 1).cloned().unwrap_or_default();
            self.projects.push(Project { project, ..Project::default() });
            self.part = Part::Head;
            return self.pairs(&cells, &texts);
        }
        if texts.iter().any(|t| t == "一级指标") {
            self.part = Part::Indicators;
            return;
        }
        if texts.iter().any(|t| t == "预期目标" || t == "年初设定目标" || t == "年度总体目标") {
            self.part = Part::Goal;
            return;
        }
        match self.part {
            Part::Head => self.pairs(&cells, &texts),
            Part::Goal => self.goal(&cells, &texts),
            Part::Indicators => self.indicator(&cells, &texts),
        }
    }

    /// Rows of labels and values: the body, and budget and execution of the money.
    fn pairs(&mut self, cells: &[&Range<usize>], texts: &[String]) {
        let mut money = 0;
        for at in 0..cells.len() {
            let label = texts[at].trim_end_matches(['：', ':']);
            if let Some(unit) =
                ["万元", "元"].iter().find(|u| label.contains("预算执行情况") && (label.contains(&format!("（{u}）")) || label.contains(&format!("({u})"))))
            {
                self.unit = unit.parse().ok();
            }
            if matches!(label, "预算单位" | "主管部门" | "实施单位" | "项目单位") {
                let agency = texts.get(at + 1).filter(|t| !t.is_empty()).cloned();
                if let Some(project) = self.projects.last_mut() {
                    project.agency = project.agency.take().or(agency);
                }
            }
            if let Some(concept) = money_label(label) {
                if let Some(value) = cells.get(at + 1) {
                    let role = if money == 0 && label != "执行数" { Role::Budget } else { Role::Actual };
                    self.amount(value, concept, role, label);
                    money += 1;
                }
            }
        }
    }

    fn amount(&mut self, cell: &Range<usize>, concept: Concept, role: Role, label: &str) {
        for quantity in self.ledger.quantities(cell.clone()) {
            let Some(id) = self.ledger.figure(&quantity, role, self.section, cell.start..quantity.end) else { return };
            match (quantity.measure, &self.unit) {
                (Some(Measure::Magnitude), _) => self.ledger.complete_money(id, quantity.measure),
                (None, Some(unit)) => self.ledger.inherit_unit(id, unit.clone(), UnitFrom::Head),
                _ => {}
            }
            let figure = &mut self.ledger.figures[id];
            figure.concept = Some(concept);
            figure.label = label.to_owned();
            let Some(project) = self.projects.last_mut() else { return };
            figure.dimensions.insert("project".into(), project.project.clone());
            if role == Role::Budget { &mut project.budget } else { &mut project.execution }.push(id);
        }
    }

    /// The two cells of the goal, behind the empty cell of the merged label.
    fn goal(&mut self, cells: &[&Range<usize>], texts: &[String]) {
        let filled: Vec<usize> = (0..cells.len()).filter(|at| !texts[*at].is_empty()).collect();
        let roles = [Role::Target, Role::Actual];
        let mut values = filled.iter().zip(roles).map(|(at, role)| (*at, role)).collect::<Vec<_>>().into_iter();
        let mut next = |reader: &mut Self| values.next().map(|(at, role)| reader.value(cells[at], &texts[at], role, Concept::PerformanceGoal, None));
        let target = next(self);
        let actual = next(self);
        if let Some(project) = self.projects.last_mut() {
            project.goal = Goal { target, actual };
        }
        self.part = Part::Head;
    }

    fn indicator(&mut self, cells: &[&Range<usize>], texts: &[String]) {
        let skip = cells.len().saturating_sub(COLUMNS);
        if cells.len() < COLUMNS {
            return;
        }
        let (cells, texts) = (&cells[skip..], &texts[skip..]);
        let above = self.projects.last().and_then(|p| p.indicators.last()).map(|i| (i.level1.clone(), i.level2.clone()));
        let (above1, above2) = above.unwrap_or_default();
        let level1 = if texts[0].is_empty() { above1 } else { texts[0].clone() };
        let level2 = if texts[1].is_empty() { above2 } else { texts[1].clone() };
        let level3 = texts[2].clone();
        self.name(cells[2], &level3);
        let target = self.value(cells[3], &texts[3], Role::Target, Concept::PerformanceIndicator, Some(&level3));
        let actual = self.value(cells[4], &texts[4], Role::Actual, Concept::PerformanceIndicator, Some(&level3));
        if let Some(project) = self.projects.last_mut() {
            project.indicators.push(Indicator { level1, level2, level3, target, actual });
        }
    }

    /// Numbers in the name of an indicator: limits of time, what is counted, or the target itself.
    fn name(&mut self, cell: &Range<usize>, level3: &str) {
        for quantity in self.ledger.quantities(cell.clone()) {
            let role = match (quantity.measure, quantity.bound) {
                (Some(Measure::Extent), _) => Role::Threshold,
                (_, Some(_)) => Role::Target,
                _ => Role::Count,
            };
            self.state(&quantity, role, Concept::PerformanceIndicatorName, cell.start, level3);
        }
    }

    fn value(&mut self, cell: &Range<usize>, text: &str, role: Role, concept: Concept, name: Option<&str>) -> IndicatorValue {
        let mut figures = Vec::new();
        let mut from = cell.start;
        for quantity in self.ledger.quantities(cell.clone()) {
            let label = name.map_or_else(|| ledger::label(&self.ledger.folded.text, from, &quantity), str::to_owned);
            figures.extend(self.state(&quantity, role, concept, cell.start, &label));
            from = quantity.tail;
        }
        IndicatorValue { text: text.to_owned(), figures }
    }

    fn state(&mut self, quantity: &Quantity, role: Role, concept: Concept, start: usize, label: &str) -> Option<usize> {
        let id = self.ledger.figure(quantity, role, self.section, start.min(quantity.start)..quantity.end)?;
        let figure = &mut self.ledger.figures[id];
        figure.concept = Some(concept);
        figure.label = label.to_owned();
        figure.dimensions.insert("indicator".into(), label.to_owned());
        if let Some(project) = self.projects.last() {
            figure.dimensions.insert("project".into(), project.project.clone());
        }
        Some(id)
    }
}

/// 一级, 二级, 三级指标, 预期值 and 实际值.
const COLUMNS: usize = 5;

fn money_label(label: &str) -> Option<Concept> {
    Some(match label {
        "预算数" | "执行数" | "全年预算数" | "全年执行数" | "年度资金总额" => Concept::PerformanceProjectTotal,
        _ if label.contains("财政拨款") && label.chars().count() <= 9 => Concept::PerformanceProjectFiscal,
        "其它资金" | "其他资金" => Concept::PerformanceProjectOther,
        _ => return None,
    })
}
