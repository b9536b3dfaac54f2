//! A figure: what one printed number says.

use crate::classification::Code;
use crate::concept::Concept;
use crate::quantity::{Bound, Date, Measure, Quantity, Unit};
use crate::source::Area;
use crate::span::Span;
use crate::spelling::spelled;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

spelled! {
    /// In which role a number speaks of its concept.
    Role, "role" {
        /// What was received, spent or counted (决算数).
        Actual = "actual",
        /// A budget that is not said to be initial or adjusted (预算数).
        Budget = "budget",
        /// 年初预算数.
        InitialBudget = "initial_budget",
        /// 全年预算数, 调整预算数.
        AdjustedBudget = "adjusted_budget",
        /// 增减额: by how much it changed.
        Change = "change",
        /// 增减率: by what share it changed.
        Rate = "rate",
        /// 占比: its share of another concept.
        Share = "share",
        /// 完成预算%: its share of its own budget.
        Completion = "completion",
        /// Any other percentage (满意度98%).
        Ratio = "ratio",
        /// A number of persons, vehicles, projects and the like.
        Count = "count",
        /// 绩效预期值: what was to be reached.
        Target = "target",
        /// A limit that defines what is counted (单价50万元以上).
        Threshold = "threshold",
        /// A place in a ranking (全省第五).
        Rank = "rank",
    }
}

impl Role {
    /// Whether it says how much was planned for or spent on the thing itself: no change, share, count or limit of it.
    pub(crate) fn states_amount(self) -> bool {
        self == Role::Actual || self.is_planned()
    }

    /// Whether it is a budget of any kind.
    pub(crate) fn is_planned(self) -> bool {
        matches!(self, Role::Budget | Role::InitialBudget | Role::AdjustedBudget)
    }
}

spelled! {
    /// Which way something changed. Values are printed magnitudes; the direction is the sign.
    Direction, "direction" {
        /// 增加, 增长, 上升.
        Increase = "increase",
        /// 减少, 下降, 降低.
        Decrease = "decrease",
        /// 持平, 与上年一致.
        Unchanged = "unchanged",
        /// Both are printed: `增加/减少`.
        Ambiguous = "ambiguous",
    }
}

spelled! {
    /// The kind of budget that a completion or a comparison refers to.
    Base, "base" {
        /// 预算, not said which.
        Budget = "budget",
        /// 年初预算.
        InitialBudget = "initial_budget",
        /// 全年预算, 调整预算.
        AdjustedBudget = "adjusted_budget",
        /// 预算执行数 of the year before, in a budget.
        BudgetExecution = "budget_execution",
        /// 上年预算, in a comparison of budgets.
        PriorBudget = "prior_budget",
    }
}

spelled! {
    /// Where a unit that does not stand behind its number was taken from.
    UnitFrom, "unit origin" {
        /// From the next number of the same list: `4125.49,4143.91万元`.
        List = "list",
        /// From the head of a table: `预算执行情况(万元)`.
        Head = "head",
        /// From the name before the number: `接待总人数571`.
        Name = "name",
    }
}

/// What a change or a rate is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Versus {
    /// The year compared with: as printed, or the year before the report's for 上年 and 同比.
    pub year: Option<u16>,
    /// Whether that year is printed.
    pub printed: bool,
    /// What of that year, where it is not its actual figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Base>,
}

impl Versus {
    /// A comparison with a year.
    pub fn new(year: Option<u16>, printed: bool, basis: Option<Base>) -> Self {
        Versus { year, printed, basis }
    }
}

/// One printed number with its meaning and its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Figure {
    /// Its index in [`Report::figures`](crate::Report::figures).
    pub id: usize,
    /// What it is a figure of; `None` where the text does not say it for sure.
    pub concept: Option<Concept>,
    /// In which role.
    pub role: Role,
    /// The words that name it.
    pub label: String,
    /// The number as printed, without separators, trailing zeros kept; numerals as digits. The upper end of a range.
    #[serde(with = "rust_decimal::serde::str")]
    pub value: Decimal,
    /// The lower end of a range.
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    pub low: Option<Decimal>,
    /// What the value counts in; `None` where nothing says it.
    pub unit: Option<Unit>,
    /// The unit as printed where that is not its full name: 万 for 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_printed: Option<Unit>,
    /// Where the unit was taken from, if it does not stand behind the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_from: Option<UnitFrom>,
    /// The amount in yuan, exactly; only for money.
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    pub yuan: Option<Decimal>,
    /// Whether the number is an end or an estimate; absent means exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// The direction of a change or rate; `unchanged` also on an amount said to equal last year's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// What a change or rate is measured against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versus: Option<Versus>,
    /// Of a share: the concept it is a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Concept>,
    /// Of a completion: which budget was completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// The figure whose part this is (after 其中).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<usize>,
    /// The year it speaks of: the report's for a change or a rate.
    pub year: Option<u16>,
    /// The date of a stock (截至2020年12月31日).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The item of the functional or economic classification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The names of the item from its 类 down, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code_name: Vec<String>,
    /// Whether the code is printed or was found by the names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_from: Option<CodeFrom>,
    /// What else tells it from its like: `project`, `indicator`, `grade`, `unit_name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dimensions: BTreeMap<String, String>,
    /// The `id` of the section it stands in.
    pub section: Option<usize>,
    /// The line of its first digit, from 1.
    pub line: usize,
    /// The `id` of the table whose cell it is; `None` for running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<usize>,
    /// The index of its row in [`Table::rows`](crate::Table::rows).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The head cells above it from the top, joined by `/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The page it is printed on, from 1; `None` for formats without pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Where on that page; `None` where the format does not say.
    #[serde(default, rename = "box", skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// The name of the sheet it stands on; `None` for formats without sheets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The cell of that sheet, as people write it: `B7`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Digits and unit in the decoded text.
    pub span: Span,
    /// The clause up to and including the number, white space removed.
    pub context: String,
    /// What is given as the reason (主要原因) of this figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Figure {
    /// Whether a quantity counts in the same kind of unit: money is part of money, vehicles of vehicles.
    pub(crate) fn is_like(&self, quantity: &Quantity) -> bool {
        match (self.yuan.is_some(), quantity.unit.as_ref().and_then(Unit::yuan).is_some()) {
            (true, true) => true,
            (true, false) if quantity.measure == Some(Measure::Magnitude) => true,
            (false, false) => self.unit == quantity.unit,
            _ => quantity.unit.is_none() || self.unit.is_none(),
        }
    }
}

spelled! {
    /// Where the code of an item comes from.
    CodeFrom, "code origin" {
        /// It is printed.
        Printed = "printed",
        /// It was found by the printed names, that leave no choice.
        Name = "name",
    }
}
