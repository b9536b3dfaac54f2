//! The concepts of the money that a form is about, by its fund.

use super::meaning::Meaning;
use super::names::Fund;
use crate::concept::Concept as C;
use crate::outline::Form;

/// What the amounts of a form with functional items are, by its fund.
pub(super) struct Money {
    pub(super) fund: Option<Fund>,
    pub(super) total: C,
    pub(super) basic: Option<C>,
    pub(super) project: Option<C>,
    pub(super) personnel: Option<C>,
    pub(super) operating: Option<C>,
    pub(super) opening: Option<C>,
    pub(super) closing: Option<C>,
    pub(super) revenue: Option<C>,
    pub(super) by_function: C,
    pub(super) economic_class: C,
    pub(super) basic_class: C,
    pub(super) economic_group: C,
}

pub(super) const GENERAL: Money = Money {
    fund: Some(Fund::General),
    total: C::GeneralBudgetExpenditure,
    basic: Some(C::GeneralBudgetBasic),
    project: Some(C::GeneralBudgetProject),
    personnel: Some(C::GeneralBudgetBasicPersonnel),
    operating: Some(C::GeneralBudgetBasicOperating),
    opening: Some(C::GeneralBudgetCarryoverOpening),
    closing: Some(C::GeneralBudgetCarryoverClosing),
    revenue: Some(C::RevenueGeneralPublicBudget),
    by_function: C::GeneralBudgetExpenditureByFunction,
    economic_class: C::ExpenditureByEconomic,
    basic_class: C::ExpenditureByEconomic,
    economic_group: C::GeneralBudgetBasicByEconomic,
};

pub(super) const FISCAL: Money = Money {
    fund: None,
    total: C::FiscalExpenditureCurrentTotal,
    basic: Some(C::FiscalBasic),
    project: Some(C::FiscalProjectExpenditure),
    personnel: Some(C::FiscalBasicPersonnel),
    operating: Some(C::FiscalBasicOperating),
    opening: Some(C::FiscalCarryoverOpening),
    closing: Some(C::FiscalCarryoverClosing),
    revenue: Some(C::RevenueFiscal),
    by_function: C::FiscalExpenditureByFunction,
    economic_class: C::FiscalExpenditureByEconomic,
    basic_class: C::FiscalBasicByEconomic,
    economic_group: C::FiscalBasicByEconomic,
};

pub(super) const GOVERNMENT: Money = Money {
    fund: Some(Fund::Government),
    total: C::GovernmentFundExpenditure,
    basic: None,
    project: None,
    personnel: None,
    operating: None,
    opening: Some(C::GovernmentFundCarryoverOpening),
    closing: Some(C::GovernmentFundCarryoverClosing),
    revenue: Some(C::GovernmentFundRevenue),
    by_function: C::GovernmentFundExpenditureByFunction,
    economic_class: C::FiscalExpenditureByEconomic,
    basic_class: C::FiscalExpenditureByEconomic,
    economic_group: C::FiscalExpenditureByEconomic,
};

pub(super) const STATE_CAPITAL: Money = Money {
    fund: Some(Fund::StateCapital),
    total: C::StateCapitalExpenditure,
    basic: None,
    project: None,
    personnel: None,
    operating: None,
    opening: None,
    closing: None,
    revenue: Some(C::StateCapitalRevenue),
    by_function: C::FiscalExpenditureByFunction,
    economic_class: C::FiscalExpenditureByEconomic,
    basic_class: C::FiscalExpenditureByEconomic,
    economic_group: C::FiscalExpenditureByEconomic,
};

impl Money {
    /// The concept of the total's row in a column.
    pub(super) fn total(&self, form: Option<Form>, stated: C) -> Option<C> {
        match stated {
            C::ExpenditureCurrentTotal | C::ExpenditureTotal if form == Some(Form::GeneralBudgetProject) => self.project,
            C::ExpenditureCurrentTotal | C::ExpenditureTotal => Some(self.total),
            C::ExpenditureBasic => self.basic,
            C::ExpenditureProject => self.project,
            C::ExpenditureBasicPersonnel => self.personnel,
            C::ExpenditureBasicOperating => self.operating,
            C::CarryoverOpening | C::FiscalCarryoverOpening => self.opening,
            C::CarryoverClosing | C::FiscalCarryoverClosing => self.closing,
            C::RevenueCurrentTotal => self.revenue,
            _ => None,
        }
    }

    /// The concept of an item's row in a column; the catalogue has none for the balance of an item.
    pub(super) fn item(&self, stated: C) -> Option<C> {
        match stated {
            C::CarryoverOpening | C::FiscalCarryoverOpening | C::CarryoverClosing | C::FiscalCarryoverClosing => None,
            C::RevenueCurrentTotal => Some(C::RevenueByFunction),
            _ => Some(self.by_function),
        }
    }
}

/// What a fund's expenditure of the year is called, by [`Fund`].
pub(super) const CURRENT: [C; 4] = [C::FiscalExpenditureCurrentTotal, C::GeneralBudgetExpenditure, C::GovernmentFundExpenditure, C::StateCapitalExpenditure];

pub(super) fn opening_of(fund: Fund) -> Meaning {
    match fund {
        Fund::General => Meaning::of(C::GeneralBudgetCarryoverOpening),
        Fund::Government => Meaning::of(C::GovernmentFundCarryoverOpening),
        Fund::Total | Fund::StateCapital => Meaning::default(),
    }
}

pub(super) fn closing_of(fund: Fund) -> Meaning {
    match fund {
        Fund::Total => Meaning::of(C::FiscalCarryoverClosing),
        Fund::General => Meaning::of(C::GeneralBudgetCarryoverClosing),
        Fund::Government => Meaning::of(C::GovernmentFundCarryoverClosing),
        Fund::StateCapital => Meaning::default(),
    }
}

pub(super) fn by_fund(concept: C, fund: Fund) -> Meaning {
    match fund {
        Fund::Total => Meaning::of(concept),
        fund => Meaning::told_by(concept, "fund", fund.name()),
    }
}
