//! What a cell of a statutory form states: the form, its row and its column to a concept.

use super::column::Sense;
use super::money::{by_fund, closing_of, opening_of, Money, CURRENT, FISCAL, GENERAL, GOVERNMENT, STATE_CAPITAL};
use super::names::{self, Fund};
use super::subject::{Side, Subject};
use crate::classification::{self, Code, Level};
use crate::concept::Concept as C;
use crate::figure::CodeFrom;
use crate::outline::Form;
use crate::quantity::is_han;
use crate::within::has;

/// What a cell states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) concept: Option<C>,
    /// What tells it from its like: the name of a dimension and its value.
    pub(super) dimension: Option<(&'static str, String)>,
    /// The nature of the expenditure that it is a part of beside that.
    pub(super) nature: Option<String>,
}

impl Meaning {
    pub(super) fn of(concept: C) -> Self {
        Meaning { concept: Some(concept), dimension: None, nature: None }
    }

    pub(super) fn told_by(concept: C, dimension: &'static str, value: &str) -> Self {
        Meaning { concept: Some(concept), dimension: Some((dimension, value.to_owned())), nature: None }
    }
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowSense<'n> {
    /// Its name without number and what opens it.
    pub(super) name: &'n str,
    /// The item it is of.
    pub(super) code: Option<Code>,
    /// Where the code comes from.
    pub(super) code_from: Option<CodeFrom>,
    /// The role that its name says, where it says nothing else: 预算数 and 决算数 below the heads of the costs.
    pub(super) role: Option<Sense>,
}

impl RowSense<'_> {
    /// Whether its name is that of its code: 2130201 行政运行, and no purchase told by the code it is paid from.
    fn is_item_itself(&self) -> bool {
        self.code.is_some_and(|code| crate::classification::functional_name(code, None).is_some_and(|name| name == self.name))
    }

    /// Whether it is the row of the total.
    fn is_total(&self) -> bool {
        self.code.is_none() && matches!(self.name, "合计" | "总计" | "小计" | "" | "本年合计" | "支出合计" | "收入合计" | "合计数" | "项目支出合计")
    }
}

/// What a form needs to remember from row to row.
#[derive(Debug, Clone, Default)]
pub(super) struct Progress {
    /// Behind 年初财政拨款结转和结余 the funds are those of the balance.
    opening: bool,
    /// Behind 年末财政拨款结转和结余 too.
    closing: bool,
    /// The total of the year alone was named: 收入合计 below it is the total of all.
    current: bool,
    /// The rows are those of the “三公” costs, below one that names them.
    within_three: bool,
}

/// A form being read.
#[derive(Debug)]
pub(super) struct Forms {
    pub(super) form: Option<Form>,
    /// Whether a column holds the balance brought forward, or the one carried forward: 合计 beside it is the total of all.
    pub(super) carries: bool,
    /// Whether one holds the balance carried forward.
    pub(super) carries_forward: bool,
    /// Whether a row says 总计: then 收入合计 is the total of the year.
    pub(super) summed: bool,
    /// Whether a row says 合计 or 总计: then 小计 is the total of some rows only.
    pub(super) totalled: bool,
    /// Whether the form lists meetings and training beside the “三公” costs.
    pub(super) meetings: bool,
    /// Whether the title speaks of costs, assets or procurement.
    pub(super) itemized: bool,
    /// Of each half, whether its one 小计 is the total of the year: balances and the total of all follow.
    pub(super) current_subtotals: Vec<bool>,
    /// Basic or project expenditure of all money, where the title says that it lists only that.
    pub(super) only: Option<C>,
    /// Whether the rows of a form of procurement are what is bought.
    pub(super) lists_items: bool,
    pub(super) progress: Vec<Progress>,
}

impl Forms {
    /// Takes note of a row of a half before its cells are read.
    pub(super) fn enter(&mut self, panel: usize, row: &RowSense<'_>) {
        if self.progress.len() <= panel {
            self.progress.resize(panel + 1, Progress::default());
        }
        if row.name != "支出合计" && !matches!(names::cost(row.name), Some(cost) if is_of_three(cost)) {
            self.progress[panel].within_three = has(row.name, "三公经费");
        }
        let progress = &mut self.progress[panel];
        match names::balance(row.name) {
            Some(C::CarryoverOpening | C::FiscalCarryoverOpening) => progress.opening = true,
            Some(C::CarryoverClosing | C::FiscalCarryoverClosing) => progress.closing = true,
            _ if matches!(row.name, "本年收入" | "本年支出") => *progress = Progress::default(),
            _ => {}
        }
        progress.current |= ["本年", "当年"].iter().any(|word| row.name.starts_with(word)) && row.name.ends_with(['计', '入', '出']);
    }

    /// 收入合计 and 支出合计 are the totals of all where the total of the year stands above them.
    fn total_of_all(&self, panel: usize, row: &RowSense<'_>) -> Option<C> {
        let current = self.progress.get(panel).is_some_and(|p| p.current);
        let all = !self.summed || current;
        match row.name {
            "收入合计" if all => Some(C::RevenueTotal),
            "支出合计" if all => Some(C::ExpenditureTotal),
            // The forms up to 2014 end so.
            "合计" if current && panel == 0 => Some(C::RevenueTotal),
            "合计" if current => Some(C::ExpenditureTotal),
            "小计" if self.current_subtotals.get(panel) == Some(&true) => Some(if panel == 0 { C::RevenueCurrentTotal } else { C::ExpenditureCurrentTotal }),
            _ => None,
        }
    }

    /// What the cell of a row and a column states.
    pub(super) fn meaning(&self, panel: usize, row: &RowSense<'_>, column: &Subject) -> Meaning {
        // Rows of projects have a 小计 for each item.
        let current = self.current_subtotals.get(panel) == Some(&true);
        if row.name == "小计" && !current && (self.totalled || self.form == Some(Form::GeneralBudgetProject)) {
            return Meaning::default();
        }
        if column.of_fund {
            return Meaning::default();
        }
        let within_three = self.progress.get(panel).is_some_and(|p| p.within_three);
        if within_three && row.name == "支出合计" && row.code.is_none() {
            return Meaning::of(C::ThreePublicTotal);
        }
        match self.form {
            Some(Form::IncomeExpenditureSummary) => summary(self.total_of_all(panel, row), panel, row, column),
            Some(Form::FiscalSummary) => self.fiscal_summary(panel, row, column),
            Some(Form::Income) => self.income(panel, row, column),
            Some(Form::Expenditure) => self.expenditure(row, column),
            Some(Form::GeneralBudgetExpenditure | Form::GeneralBudgetProject | Form::GeneralBudgetExpenditureDetail) => self.by_function(&GENERAL, row, column),
            Some(Form::FiscalExpenditure | Form::FiscalExpenditureDetail) => self.by_function(&FISCAL, row, column),
            Some(Form::GovernmentFund) => self.by_function(&GOVERNMENT, row, column),
            Some(Form::StateCapital) => self.by_function(&STATE_CAPITAL, row, column),
            Some(Form::GeneralBudgetBasic) => basic(&GENERAL, row, column),
            Some(Form::FiscalBasic) => basic(&FISCAL, row, column),
            Some(Form::ThreePublic) => self.costs(row, column),
            Some(Form::GovernmentFundThreePublic) => of_government_fund(self.costs(row, column)),
            Some(Form::AgencyOperating) => agency(row, column),
            Some(Form::Procurement) => procurement(row, column, self.lists_items),
            Some(Form::StateAssets) => named_cost(row, column),
            None if self.itemized => named_cost(row, column),
            None if self.only.is_some() => self.only(self.only.unwrap_or(C::ExpenditureBasic), row, column),
            _ => Meaning::default(),
        }
    }

    fn fiscal_summary(&self, panel: usize, row: &RowSense<'_>, column: &Subject) -> Meaning {
        if panel == 0 && column.side != Side::Out {
            return self.fiscal_revenue(panel, row);
        }
        let fund = match names::fund(&column.name) {
            Some(fund) => fund,
            None if column.covers_all() => Fund::Total,
            None => return Meaning::default(),
        };
        let closing = self.progress.get(panel).is_some_and(|p| p.closing);
        let stated = if let Some(code) = row.code {
            return by_fund(if code.is_functional() { C::FiscalExpenditureByFunction } else { C::FiscalExpenditureByEconomic }, fund);
        } else {
            self.total_of_all(panel, row).or_else(|| names::expenditure(row.name))
        };
        match (stated, names::fund(row.name)) {
            (Some(C::ExpenditureCurrentTotal), _) => Meaning::of(CURRENT[fund as usize]),
            (Some(C::ExpenditureTotal), _) => by_fund(C::FiscalExpenditureTotal, fund),
            (Some(C::CarryoverClosing | C::FiscalCarryoverClosing), _) => closing_of(fund),
            (Some(C::ExpenditureBasic), _) => by_fund(C::FiscalBasic, fund),
            (Some(C::ExpenditureProject), _) => by_fund(C::FiscalProjectExpenditure, fund),
            (Some(C::ExpenditureBasicPersonnel), _) => by_fund(C::FiscalBasicPersonnel, fund),
            (Some(C::ExpenditureBasicOperating), _) => by_fund(C::FiscalBasicOperating, fund),
            (None, Some(of)) if closing && fund == Fund::Total => closing_of(of),
            // Where 收入 and 支出 are listed by fund.
            (None, Some(of)) if fund == Fund::Total => Meaning::of(CURRENT[of as usize]),
            _ => Meaning::default(),
        }
    }

    fn fiscal_revenue(&self, panel: usize, row: &RowSense<'_>) -> Meaning {
        let opening = self.progress.get(panel).is_some_and(|p| p.opening);
        match self.total_of_all(panel, row).or_else(|| names::revenue(row.name)) {
            Some(C::RevenueCurrentTotal | C::RevenueFiscal) => Meaning::of(C::RevenueFiscal),
            Some(C::RevenueTotal) => Meaning::of(C::FiscalRevenueTotal),
            Some(C::CarryoverOpening | C::FiscalCarryoverOpening) => Meaning::of(C::FiscalCarryoverOpening),
            Some(C::RevenueGeneralPublicBudget) if opening => Meaning::of(C::GeneralBudgetCarryoverOpening),
            Some(C::RevenueGovernmentFund) if opening => Meaning::of(C::GovernmentFundCarryoverOpening),
            Some(C::RevenueStateCapital) if opening => Meaning::default(),
            Some(source @ (C::RevenueGeneralPublicBudget | C::RevenueGovernmentFund | C::RevenueStateCapital)) => Meaning::of(source),
            _ => Meaning::default(),
        }
    }

    fn income(&self, panel: usize, row: &RowSense<'_>, column: &Subject) -> Meaning {
        let stated = if column.total && (column.name.is_empty() || names::is_whole(&column.name) && names::revenue(&column.name).is_none()) {
            Some(if self.carries { C::RevenueTotal } else { C::RevenueCurrentTotal })
        } else if column.balance.is_some() {
            return match names::fund(&column.name) {
                Some(fund) if row.is_total() => opening_of(fund),
                _ => Meaning::default(),
            };
        } else {
            names::revenue(&column.name)
        };
        match row.code {
            Some(code) if code.is_functional() => match stated {
                Some(C::RevenueCurrentTotal | C::RevenueTotal) => Meaning::of(C::RevenueByFunction),
                Some(C::CarryoverOpening) => Meaning::default(),
                _ if column.name.is_empty() => Meaning::default(),
                _ => Meaning::told_by(C::RevenueByFunction, "source", &column.name),
            },
            // 收入预算总表 of some provinces lists the sources in rows.
            None if column.name.is_empty() && !row.name.is_empty() && names::revenue(row.name).is_some() => {
                Meaning { concept: self.total_of_all(panel, row).or_else(|| names::revenue(row.name)), dimension: None, nature: None }
            }
            None if row.is_total() => Meaning { concept: stated, dimension: None, nature: None },
            _ => Meaning::default(),
        }
    }

    fn expenditure(&self, row: &RowSense<'_>, column: &Subject) -> Meaning {
        if column.nature.is_some() {
            return by_economic(C::ExpenditureByEconomic, C::ExpenditureByFunction, row, column);
        }
        let stated = match column.is_whole() {
            true if self.carries_forward => Some(C::ExpenditureTotal),
            true => Some(C::ExpenditureCurrentTotal),
            false if column.unspent => None,
            false => names::expenditure(&column.name),
        };
        match row.code {
            Some(code) if code.is_functional() => match stated {
                Some(C::ExpenditureCurrentTotal | C::ExpenditureTotal) => Meaning::of(C::ExpenditureByFunction),
                Some(C::CarryoverOpening | C::CarryoverClosing) | None => Meaning::default(),
                Some(_) => Meaning::told_by(C::ExpenditureByFunction, "nature", &column.name),
            },
            // 支出总体情况表 of some provinces lists the natures in rows.
            None if column.is_whole() && !row.name.is_empty() && names::expenditure(row.name).is_some() => {
                Meaning { concept: self.total_of_all(1, row).or_else(|| names::expenditure(row.name)), dimension: None, nature: None }
            }
            None if row.is_total() => Meaning { concept: stated, dimension: None, nature: None },
            _ => Meaning::default(),
        }
    }

    /// A table of basic expenditure alone, or of projects alone, whoever pays: its totals by fund.
    fn only(&self, part: C, row: &RowSense<'_>, column: &Subject) -> Meaning {
        if !row.is_total() {
            return Meaning::default();
        }
        let (general, fiscal) = match part {
            C::ExpenditureBasic => (C::GeneralBudgetBasic, C::FiscalBasic),
            _ => (C::GeneralBudgetProject, C::FiscalProjectExpenditure),
        };
        let concept = match names::fund(&column.name) {
            Some(Fund::General) => general,
            None if column.name == "财政拨款" => fiscal,
            None if column.is_whole() && column.side != Side::In => part,
            _ => return Meaning::default(),
        };
        Meaning::of(concept)
    }

    /// The forms with a row for each functional item.
    fn by_function(&self, money: &Money, row: &RowSense<'_>, column: &Subject) -> Meaning {
        let Some(stated) = self.stated(column) else {
            return self.by_economic(money, row, column);
        };
        match row.code {
            None if row.is_total() => Meaning { concept: money.total(self.form, stated), dimension: None, nature: None },
            Some(code) if code.is_functional() => {
                let Some(concept) = money.item(stated) else { return Meaning::default() };
                let nature = match stated {
                    C::RevenueCurrentTotal => None,
                    C::ExpenditureCurrentTotal if self.form == Some(Form::GeneralBudgetProject) => Some("项目支出"),
                    C::ExpenditureCurrentTotal => None,
                    _ => Some(column.name.as_str()),
                };
                let fund = money.fund.filter(|_| concept != money.by_function || money.by_function == C::FiscalExpenditureByFunction);
                match (nature, fund) {
                    (Some(nature), _) => Meaning::told_by(concept, "nature", nature),
                    (None, Some(fund)) => Meaning::told_by(concept, "fund", fund.name()),
                    (None, None) if stated == C::RevenueCurrentTotal => Meaning::told_by(concept, "source", "财政拨款收入"),
                    (None, None) => Meaning::of(concept),
                }
            }
            // 一般公共预算支出明细表（按支出经济分类科目）.
            Some(_) if matches!(self.form, Some(Form::GeneralBudgetExpenditure | Form::GeneralBudgetExpenditureDetail)) => match stated {
                C::ExpenditureCurrentTotal => Meaning::of(money.economic_class),
                _ if ["结转", "结余", "收入"].iter().any(|word| column.name.contains(word)) => Meaning::default(),
                _ => Meaning::told_by(money.economic_class, "nature", &column.name),
            },
            Some(_) if self.form == Some(Form::GeneralBudgetProject) && stated == C::ExpenditureCurrentTotal => {
                Meaning::told_by(money.economic_class, "nature", "项目支出")
            }
            _ => Meaning::default(),
        }
    }

    /// What a column of such a form states of its row.
    fn stated(&self, column: &Subject) -> Option<C> {
        if column.unspent {
            return None;
        }
        if column.name == "本年收入" {
            return Some(C::RevenueCurrentTotal);
        }
        if column.is_whole() {
            return Some(C::ExpenditureCurrentTotal);
        }
        let total = matches!(column.name.as_str(), "项目经费" | "项目支出合计") && self.form == Some(Form::GeneralBudgetProject);
        if total {
            return Some(C::ExpenditureCurrentTotal);
        }
        // 一般公共预算拨款 pays all that a form of it lists.
        let own = |fund: &Fund| {
            column.name.ends_with("支出") || *fund == Fund::General && column.name.ends_with("拨款") && self.form == Some(Form::GeneralBudgetProject)
        };
        names::expenditure(&column.name).or_else(|| names::fund(&column.name).filter(own).map(|_| C::ExpenditureCurrentTotal))
    }

    /// A column of the economic classification: 工资福利支出, 办公费.
    fn by_economic(&self, money: &Money, row: &RowSense<'_>, column: &Subject) -> Meaning {
        if !classification::is_economic(&column.name) {
            return Meaning::default();
        }
        by_economic(money.economic_class, money.by_function, row, column)
    }

    /// The “三公” costs, by row or by column; a column of one fund is about what its row is.
    fn costs(&self, row: &RowSense<'_>, column: &Subject) -> Meaning {
        let name = column.name.strip_prefix("其中：").unwrap_or(&column.name);
        let Some(fund) = names::fund(name).filter(|_| names::cost(name).is_none()) else { return self.cost(row, column, &column.name) };
        let meaning = self.cost(row, column, "");
        match (fund, meaning.concept) {
            (Fund::Government, _) => of_government_fund(meaning),
            (Fund::StateCapital, Some(concept)) => by_fund(concept, fund),
            _ => meaning,
        }
    }

    /// The cost that a row is, or else a column by its name, which is empty where that of the column only says whose money it is.
    fn cost(&self, row: &RowSense<'_>, column: &Subject, name: &str) -> Meaning {
        if row.code.is_some() {
            return Meaning::default();
        }
        if let Some(concept) = names::cost(row.name) {
            return Meaning::of(concept);
        }
        let concept = match name {
            "" if column.total || row.is_total() => {
                if self.meetings {
                    C::ThreePublicMeetingTrainingTotal
                } else {
                    C::ThreePublicTotal
                }
            }
            name => match names::cost(name) {
                Some(concept) => concept,
                None => return Meaning::default(),
            },
        };
        Meaning::of(concept)
    }
}

/// Whether a cost is one of the “三公” costs.
fn is_of_three(cost: C) -> bool {
    matches!(
        cost,
        C::ThreePublicTotal
            | C::ThreePublicAbroad
            | C::ThreePublicVehicle
            | C::ThreePublicVehiclePurchase
            | C::ThreePublicVehicleOperation
            | C::ThreePublicReception
    )
}

fn summary(total: Option<C>, panel: usize, row: &RowSense<'_>, column: &Subject) -> Meaning {
    let revenue = column.side == Side::In || column.side == Side::Unknown && panel == 0;
    if revenue {
        return Meaning { concept: total.or_else(|| names::revenue(row.name)), dimension: None, nature: None };
    }
    let fund = names::fund(&column.name);
    if !(fund.is_some() || column.covers_all()) {
        return Meaning::default();
    }
    let plain = fund.is_none() && column.name != "财政拨款";
    match row.code {
        Some(code) if code.is_functional() && plain => Meaning::of(C::ExpenditureByFunction),
        Some(code) if code.is_functional() => by_fund(C::FiscalExpenditureByFunction, fund.unwrap_or(Fund::Total)),
        Some(_) if plain => Meaning::of(C::ExpenditureByEconomic),
        None if plain => Meaning { concept: total.or_else(|| names::expenditure(row.name)), dimension: None, nature: None },
        _ => Meaning::default(),
    }
}

/// The part of an economic item: of all, or of the functional item of the row.
fn by_economic(class: C, by_function: C, row: &RowSense<'_>, column: &Subject) -> Meaning {
    let told = match row.code {
        None if row.is_total() => Meaning::told_by(class, "economic", &column.name),
        Some(code) if code.is_functional() => Meaning::told_by(by_function, "economic", &column.name),
        _ => return Meaning::default(),
    };
    Meaning { nature: column.nature.clone(), ..told }
}

/// The form of basic expenditure: rows of the economic classification, and the two sums below.
fn basic(money: &Money, row: &RowSense<'_>, column: &Subject) -> Meaning {
    if money.fund.is_none() && names::fund(&column.name) == Some(Fund::General) {
        return basic(&GENERAL, row, &Subject { name: String::new(), ..column.clone() });
    }
    let part = match names::expenditure(&column.name) {
        Some(C::ExpenditureBasic | C::ExpenditureCurrentTotal) => None,
        _ if column.is_whole() => None,
        Some(part @ (C::ExpenditureBasicPersonnel | C::ExpenditureBasicOperating)) => Some(part),
        _ => return Meaning::default(),
    };
    let of_part = |part: C| if part == C::ExpenditureBasicPersonnel { money.personnel } else { money.operating };
    match row.code {
        Some(code) if code.is_functional() => match part {
            None => Meaning::told_by(money.by_function, "nature", "基本支出"),
            Some(_) => Meaning::told_by(money.by_function, "nature", &column.name),
        },
        Some(code) => {
            let concept = if code.level() == Level::Class { money.basic_class } else { money.economic_group };
            match part {
                None => Meaning::of(concept),
                Some(_) => Meaning::told_by(concept, "nature", &column.name),
            }
        }
        None => match (part, names::nature(row.name)) {
            (Some(part), named) if row.is_total() || named == Some(part) => Meaning { concept: of_part(part), dimension: None, nature: None },
            (None, Some(part @ (C::ExpenditureBasicPersonnel | C::ExpenditureBasicOperating))) => {
                Meaning { concept: of_part(part), dimension: None, nature: None }
            }
            (None, Some(C::ExpenditureBasic)) => Meaning { concept: money.basic, dimension: None, nature: None },
            (None, None) if row.is_total() && row.name != "小计" => Meaning { concept: money.basic, dimension: None, nature: None },
            _ => Meaning::default(),
        },
    }
}

fn of_government_fund(meaning: Meaning) -> Meaning {
    match meaning.concept {
        Some(C::ThreePublicTotal) => Meaning::of(C::GovernmentFundThreePublic),
        Some(concept) => by_fund(concept, Fund::Government),
        None => meaning,
    }
}

fn agency(row: &RowSense<'_>, column: &Subject) -> Meaning {
    match row.code {
        Some(code) if !code.is_functional() => Meaning::of(C::AgencyOperatingCostByEconomic),
        None if row.is_total() && column.name.is_empty() => Meaning::of(C::AgencyOperatingCost),
        None => named_cost(row, column),
        _ => Meaning::default(),
    }
}

fn procurement(row: &RowSense<'_>, column: &Subject, lists_items: bool) -> Meaning {
    let bought = column.name.contains("采购") && ["金额", "预算", "合计", "总计"].iter().any(|end| column.name.ends_with(end));
    let whole = column.name.is_empty() || bought || column.total && column.name.starts_with("采购");
    let by_column = || names::procurement(&column.name).filter(|_| row.is_total());
    // Where rows are what is bought, one without a name is no total.
    let total = || (row.is_total() && whole && !(lists_items && row.name.is_empty())).then_some(C::ProcurementTotal);
    let named = names::procurement(row.name).filter(|_| whole).or_else(by_column).or_else(total);
    match named {
        None if lists_items && whole && !row.is_total() && !row.is_item_itself() && is_bought(row.name) => {
            Meaning::told_by(C::ProcurementItem, "item", row.name)
        }
        concept => Meaning { concept, dimension: None, nature: None },
    }
}

/// Whether the name of a row is what is bought, and no part told by who sells: 其中：面向中小企业.
fn is_bought(name: &str) -> bool {
    name.starts_with(is_han) && !["面向", "其中", "预留", "专门"].iter().any(|word| name.starts_with(word))
}

/// Rows or columns whose names tell all.
fn named_cost(row: &RowSense<'_>, column: &Subject) -> Meaning {
    if row.code.is_some() {
        return Meaning::default();
    }
    let by_row = names::cost(row.name)
        .or_else(|| names::procurement(row.name).filter(|_| row.name.contains("采购") || row.name.starts_with("授予")))
        .filter(|_| column.name.is_empty() || column.name == "数量");
    let counted = row.name == "数量" && column.total && column.name.starts_with("车辆");
    let by_column = || if counted { Some(C::AssetVehiclesTotal) } else { names::cost(&column.name) }.filter(|_| row.is_total() || row.name == "数量");
    Meaning { concept: by_row.or_else(by_column), dimension: None, nature: None }
}
