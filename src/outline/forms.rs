//! The statutory tables by their titles.

use crate::spelling::spelled;
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use std::borrow::Cow;

spelled! {
    /// Which statutory table a table is.
    Form, "form" {
        /// 收入支出决算总表.
        IncomeExpenditureSummary = "income_expenditure_summary",
        /// 收入决算表.
        Income = "income",
        /// 支出决算表.
        Expenditure = "expenditure",
        /// 财政拨款收入支出决算总表.
        FiscalSummary = "fiscal_summary",
        /// 财政拨款支出决算明细表.
        FiscalExpenditureDetail = "fiscal_expenditure_detail",
        /// 财政拨款支出预算表.
        FiscalExpenditure = "fiscal_expenditure",
        /// 财政拨款基本支出预算表.
        FiscalBasic = "fiscal_basic",
        /// 一般公共预算财政拨款支出决算表.
        GeneralBudgetExpenditure = "general_budget_expenditure",
        /// 一般公共预算财政拨款支出决算明细表.
        GeneralBudgetExpenditureDetail = "general_budget_expenditure_detail",
        /// 一般公共预算财政拨款基本支出决算表.
        GeneralBudgetBasic = "general_budget_basic",
        /// 一般公共预算财政拨款项目支出决算表.
        GeneralBudgetProject = "general_budget_project",
        /// 财政拨款三公经费支出决算表.
        ThreePublic = "three_public",
        /// 政府性基金预算财政拨款收入支出决算表.
        GovernmentFund = "government_fund",
        /// 政府性基金预算财政拨款三公经费支出决算表.
        GovernmentFundThreePublic = "government_fund_three_public",
        /// 国有资本经营预算财政拨款支出决算表.
        StateCapital = "state_capital",
        /// 机关运行经费支出决算表.
        AgencyOperating = "agency_operating",
        /// 政府采购情况表.
        Procurement = "procurement",
        /// 国有资产占用情况表.
        StateAssets = "state_assets",
        /// 项目支出绩效自评表.
        ProjectPerformance = "project_performance",
        /// 部门整体支出绩效自评表.
        OverallPerformance = "overall_performance",
        /// 单位构成表.
        SubordinateUnits = "subordinate_units",
    }
}

/// Titles of each form, quotation marks left out; budgets name the same tables otherwise.
const TITLES: &[(Form, &[&str])] = &[
    (
        Form::IncomeExpenditureSummary,
        &["收入支出决算总表", "收支决算总表", "部门收支决算总表", "收入支出决算表", "部门收支总表", "收支预算总表", "部门财务收支预算总表"],
    ),
    (Form::Income, &["收入决算表", "收入决算总表", "部门收入总表", "收入预算总表", "部门收入预算总表"]),
    (Form::Expenditure, &["支出决算表", "支出决算总表", "部门支出总表", "支出预算总表", "部门支出预算总表"]),
    (Form::FiscalSummary, &["财政拨款收入支出决算总表", "财政拨款收支决算总表", "财政拨款收入支出决算表", "财政拨款收支总表", "财政拨款收支预算总表"]),
    (Form::FiscalExpenditureDetail, &["财政拨款支出决算明细表", "财政拨款支出预算表（部门经济分类科目）"]),
    (Form::FiscalExpenditure, &["财政拨款支出预算表", "财政拨款支出决算表(功能科目)"]),
    (Form::FiscalBasic, &["财政拨款基本支出预算表", "财政拨款基本支出决算表(经济科目)"]),
    (
        Form::GeneralBudgetExpenditure,
        &[
            "一般公共预算财政拨款支出决算表",
            "一般公共预算支出决算表",
            "一般公共预算支出表",
            "一般公共预算支出预算表",
            "一般公共预算支出功能分类预算表",
            "一般公共预算财政拨款收入支出决算表",
        ],
    ),
    (Form::GeneralBudgetExpenditureDetail, &["一般公共预算财政拨款支出决算明细表"]),
    (
        Form::GeneralBudgetBasic,
        &[
            "一般公共预算财政拨款基本支出决算表",
            "一般公共预算财政拨款基本支出决算明细表",
            "一般公共预算基本支出表",
            "一般公共预算基本支出部门预算经济分类预算表",
        ],
    ),
    (Form::GeneralBudgetProject, &["一般公共预算财政拨款项目支出决算表", "一般公共预算项目支出表", "一般公共预算项目支出预算表"]),
    (
        Form::ThreePublic,
        &[
            "三公经费支出决算表",
            "三公经费支出表",
            "三公经费支出预算表",
            "财政拨款三公经费支出决算表",
            "一般公共预算财政拨款三公经费支出决算表",
            "三公经费及会议费、培训费支出决算表",
            "一般公共预算三公经费支出表",
            "三公经费和机关运行经费预算表",
        ],
    ),
    (Form::GovernmentFund, &["政府性基金预算财政拨款收入支出决算表", "政府性基金预算支出表", "政府性基金预算支出功能分类预算表"]),
    (Form::GovernmentFundThreePublic, &["政府性基金预算财政拨款三公经费支出决算表"]),
    (Form::StateCapital, &["国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算支出表"]),
    (Form::AgencyOperating, &["机关运行经费支出决算表", "一般公共预算机关运行经费支出预算表", "行政参公单位机关运行经费情况表"]),
    (Form::Procurement, &["政府采购情况表", "政府采购支出表", "政府采购支出预算表"]),
    (Form::StateAssets, &["国有资产占用情况表"]),
    (Form::ProjectPerformance, &["项目支出绩效自评表", "项目绩效目标完成情况表", "部门预算项目支出绩效目标表"]),
    (Form::OverallPerformance, &["部门整体支出绩效自评表", "部门整体支出绩效目标表"]),
    (Form::SubordinateUnits, &["单位构成表", "部门决算单位构成"]),
];

/// Titles that no form of the list has, but that head a table in reports.
const OTHER: &[&str] = &[
    "部门决算相关信息统计表",
    "项目收入支出决算表",
    "机构运行经费支出、国有资产占用情况及政府采购支出信息表",
    "财政专户管理资金收入支出表",
    "财政拨款三公经费、行政参公单位机关运行经费情况表",
    "一般公共预算财政拨款三公经费情况表",
    "一般公共预算财政拨款项目支出决算明细表",
    "政府购买服务支出表",
    "部门整体绩效目标表",
];

/// What the titles end with.
const LAST: &[char] = &['表', '成', '）', ')'];

/// What all lines hold that are the title of a table.
static TABLE: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("表"));

/// What the number of a form behind its title starts with.
static NUMBERED: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("（公开"));

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；')
}

/// Reads a line as the title of a table: a form's title, with a label, a year or an organization before it and a number of the
/// form behind it. `Some(None)` for a table that is no form of the list.
pub(crate) fn titled(line: &str) -> Option<Option<Form>> {
    if line.len() > 160 || TABLE.find(line.as_bytes()).is_none() || line.contains(ends_sentence) {
        return None;
    }
    let dropped = |c: char| matches!(c, '“' | '”' | '\t' | '\x0b' | ' ');
    let plain = if line.contains(dropped) { Cow::Owned(line.chars().filter(|c| !dropped(*c)).collect()) } else { Cow::Borrowed(line) };
    let bare = NUMBERED.find(plain.as_bytes()).map_or(&*plain, |at| &plain[..at]);
    let bare = bare.strip_suffix("（续表）").unwrap_or(bare);
    if !bare.ends_with(LAST) {
        return None;
    }
    // The longest title that ends the line: 收入决算表 ends in no other form's title but is the end of some.
    let known = TITLES.iter().flat_map(|(form, titles)| titles.iter().map(move |t| (Some(*form), *t))).chain(OTHER.iter().map(|t| (None, *t)));
    let (form, title) = known.filter(|(_, t)| bare.ends_with(t)).max_by_key(|(_, t)| t.len())?;
    let before = &bare[..bare.len() - title.len()];
    // A name of a body before the title ends neither in a comma nor in a word that makes it a sentence.
    (!before.contains(['，', '：', '》', '《']) || before.starts_with('表')).then_some(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_with_what_stands_around_them() {
        assert_eq!(titled("收入支出决算总表"), Some(Some(Form::IncomeExpenditureSummary)));
        assert_eq!(titled("某区财政局2024年度收入决算表"), Some(Some(Form::Income)));
        assert_eq!(titled("七、财政拨款“三公”经费支出决算表"), Some(Some(Form::ThreePublic)));
        assert_eq!(titled("财政拨款收入支出决算总表"), Some(Some(Form::FiscalSummary)));
        assert_eq!(titled("填列数应与《收支预算总表》"), None);
    }

    #[test]
    fn titles_end_with_the_characters_that_are_looked_at_first() {
        let titles = TITLES.iter().flat_map(|(_, titles)| titles.iter()).chain(OTHER);
        assert_eq!(titles.filter(|title| !title.ends_with(LAST)).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
