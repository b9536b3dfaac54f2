//! Which statutory form a table is, where its title does not say it: by the columns it has and what its rows are of.

use super::column::ColumnKind;
use super::head::Head;
use super::names::{self, Fund};
use super::subject::Subject;
use crate::concept::Concept as C;
use crate::outline::Form;

/// What the rows of a table are of, as far as it tells forms apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// Rows with a functional code.
    pub(super) functional: usize,
    /// Rows with an economic code.
    pub(super) economic: usize,
    /// Rows of 223, the 类 of the state capital budget.
    pub(super) state_capital: usize,
}

/// The form by its columns, what these are about, and its rows; `words` are its notes and number.
pub(super) fn by_columns(head: &Head, subjects: &[Subject], rows: Rows, words: &str) -> Option<Form> {
    let of_values = head.columns.iter().zip(subjects).filter(|(column, _)| column.kind == ColumnKind::Value);
    let values: Vec<(usize, &Subject)> = of_values.map(|(column, subject)| (column.panel, subject)).collect();
    let has = |wanted: C| values.iter().any(|(_, s)| names::cost(&s.name) == Some(wanted) || names::revenue(&s.name) == Some(wanted));
    let spends = |wanted: C| values.iter().any(|(_, s)| names::expenditure(&s.name) == Some(wanted));
    if has(C::ThreePublicAbroad) && has(C::ThreePublicReception) {
        let fund = words.contains("政府性基金") && !words.contains("一般公共预算");
        return Some(if fund { Form::GovernmentFundThreePublic } else { Form::ThreePublic });
    }
    if is_summary(head) {
        let by_fund = values.iter().any(|(panel, s)| *panel > 0 && names::fund(&s.name) == Some(Fund::Government));
        return Some(if by_fund { Form::FiscalSummary } else { Form::IncomeExpenditureSummary });
    }
    if rows.economic > rows.functional {
        // Only basic expenditure is listed by economic items in one form of a few columns.
        return (rows.functional == 0 && values.len() <= 2 * head.panels().max(3)).then_some(Form::GeneralBudgetBasic);
    }
    if rows.functional == 0 {
        return None;
    }
    if has(C::RevenueUndertaking) || has(C::RevenueSuperiorSubsidy) {
        return Some(Form::Income);
    }
    if spends(C::ExpenditureRemitSuperior) || spends(C::ExpenditureSubsidyAffiliated) || spends(C::ExpenditureOperating) {
        return Some(Form::Expenditure);
    }
    (spends(C::ExpenditureBasic) || spends(C::ExpenditureProject)).then(|| by_fund(rows, words)).flatten()
}

/// The forms of 05, 08 and 09 have the same columns: notes, the national number and the codes tell them apart.
fn by_fund(rows: Rows, words: &str) -> Option<Form> {
    let said = |name: &str, number: &str| words.contains(name) || words.contains(number);
    let told: Vec<Form> = [
        (Form::GeneralBudgetExpenditure, said("一般公共预算", "公开05")),
        (Form::GovernmentFund, said("政府性基金", "公开08")),
        (Form::StateCapital, said("国有资本", "公开09")),
    ]
    .into_iter()
    .filter(|(_, said)| *said)
    .map(|(form, _)| form)
    .collect();
    match told.as_slice() {
        [form] => Some(*form),
        [] if rows.state_capital == rows.functional => Some(Form::StateCapital),
        _ => None,
    }
}

/// Whether the head has 收入 at the left and 支出 at the right.
fn is_summary(head: &Head) -> bool {
    let starts = |panel: usize, word: &str| head.columns.iter().any(|c| c.panel == panel && c.path.first().is_some_and(|p| names::bare(p).contains(word)));
    head.panels() > 1 && starts(0, "收入") && starts(1, "支出")
}
