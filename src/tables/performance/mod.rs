//! Performance tables (绩效自评表, 绩效目标表, 绩效目标完成情况表): a form that is filled in for each project.
//!
//! Such a table has no one head. Names and values stand side by side (项目名称, 主管部门), below them a small table of the money,
//! the goal of the year and what became of it, and a table of indicators; each part is known by the words of its head, wherever its
//! columns stand. Points (分值, 得分) are figures in the role of a count; their heads name the unit 分.

mod covering;
mod indicators;
mod lines;
mod reader;
mod stating;
mod words;

use super::lattice::Lattice;
use super::Table;
use crate::ledger::Ledger;
use crate::outline::Form;
use crate::within::{has, has_any};
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};

/// A project and how its goals were reached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Project {
    /// The name of the project as printed.
    pub project: String,
    /// The body that runs it; `None` if the table does not say.
    pub agency: Option<String>,
    /// Ids of the figures of its budget: the total, then its parts; initial and adjusted budget side by side where both are printed.
    pub budget: Vec<usize>,
    /// Ids of the figures of what was spent, in the same order.
    pub execution: Vec<usize>,
    /// Ids of the figures of 执行率, in the same order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub completion: Vec<usize>,
    /// The goal of the year.
    pub goal: Goal,
    /// The indicators, row by row.
    pub indicators: Vec<Indicator>,
    /// The most points to be had in all (分值 of the row 总分), the id of its figure; `None` if the table does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<usize>,
    /// The points reached in all (得分 of the row 总分), likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<usize>,
}

impl Project {
    /// Whether more than its name was read.
    fn is_begun(&self) -> bool {
        let money = [&self.budget, &self.execution, &self.completion].into_iter().any(|ids| !ids.is_empty());
        money || !self.indicators.is_empty() || self.goal != Goal::default() || self.score.is_some() || self.weight.is_some()
    }
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Indicator {
    /// 一级指标.
    pub level1: String,
    /// 二级指标.
    pub level2: String,
    /// 三级指标.
    pub level3: String,
    /// 预期指标值; with the sign and the unit that stand in cells of their own.
    pub target: IndicatorValue,
    /// 实际完成指标值.
    pub actual: IndicatorValue,
    /// The most points to be had (分值, 权重), the id of its figure; `None` if the table has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<usize>,
    /// The points reached (得分), likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<usize>,
    /// Why it was missed, or another remark (偏差原因分析及改进措施) as printed, white space removed; `None` if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
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

/// Whether the cells of a text are those of a performance table.
pub(super) fn is_performance(text: &str) -> bool {
    has_any(text, &["项目名称", "部门名称"]) && has_any(text, &["一级指标", "绩效指标", "年度目标", "年度总体目标"])
}

/// What the cells of a lattice say of whether it is a performance table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// 项目名称 or 部门名称 stands in a cell: a table starts.
    named: bool,
    /// 一级指标 and its like stand in one row.
    indicators: bool,
    /// 年度总体目标, 绩效指标.
    goal: bool,
}

impl Signs {
    pub(super) fn of(lattice: &Lattice, ledger: &Ledger<'_>) -> Self {
        let mut signs = Signs::default();
        for row in 0..lattice.rows() {
            // Longer and shorter cells are no heads, nor are numbers.
            let short = lattice.row(row).iter().filter(|c| c.rest.is_empty() && SIGN.contains(&c.text.len()));
            let telling = short.map(|c| ledger.text(c.text.clone())).filter(|text| !text.is_ascii() && is_sign(text));
            let texts: SmallVec<[Cow<'_, str>; 8]> = telling.map(unspaced).collect();
            if texts.is_empty() {
                continue;
            }
            signs.indicators |= texts.iter().map(|text| words::head_maybe(text)).collect::<words::Heads>().are_of_indicators();
            for text in &texts {
                let label = words::label_maybe(text);
                signs.named |= matches!(label, Some(words::Label::Project | words::Label::Body));
                signs.goal |= label == Some(words::Label::Goal) || text.starts_with("绩效指标");
            }
        }
        signs
    }

    /// Whether it is a performance table.
    pub(super) fn is_performance(self) -> bool {
        self.indicators || self.named && self.goal
    }

    /// Whether it goes on with the one before: no project is named in it.
    pub(super) fn goes_on(self) -> bool {
        !self.named
    }

    /// Whether it has the head of the indicators.
    pub(super) fn has_indicators(self) -> bool {
        self.indicators
    }
}

/// Whether a text has 指标, 目标 or 名称: one of them is in every head and label that tells a performance table.
fn is_sign(text: &str) -> bool {
    has(text, "名称") || has(text, "标") && has_any(text, &["指标", "目标"])
}

/// The folded text of a cell without white space.
fn unspaced(text: &str) -> Cow<'_, str> {
    match text.contains(char::is_whitespace) {
        true => Cow::Owned(text.split_whitespace().collect()),
        false => Cow::Borrowed(text),
    }
}

/// Bytes of the cells that are looked at for words of a head, from those of two characters on.
const SIGN: RangeInclusive<usize> = 6..=90;

/// The cells of a text with one cell a line.
pub(super) fn listed(ledger: &Ledger<'_>, range: Range<usize>) -> Lattice {
    lines::lattice(ledger, range)
}

/// Reads a lattice into a table whose title is known, and the projects it holds; the figures go to the ledger.
pub(super) fn read(ledger: &mut Ledger<'_>, lattice: &Lattice, mut table: Table) -> (Table, Vec<Project>) {
    let overall = table.title.contains("整体");
    table.form = table.form.or(Some(if overall { Form::OverallPerformance } else { Form::ProjectPerformance }));
    reader::read(ledger, lattice, table)
}
