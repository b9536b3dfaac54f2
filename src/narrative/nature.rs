//! 基本支出 and 项目支出, 人员经费 and 公用经费 of one item only, and items of one of them only: no amounts of the whole body.

use super::clause::Subject;
use super::feature::{self, Features};
use super::reader::Reader;
use crate::concept::Concept;

pub(super) const NATURES: Features = feature::BASIC.and(feature::PROJECT).and(feature::PERSONNEL).and(feature::PUBLIC_USE);

impl Reader<'_, '_> {
    /// 行政运行（项）支出86万元（人员经费75万元、公用经费11万元）: natures of what was spent on that item.
    pub(super) fn is_nature_of_item(&self, subject: &Subject) -> bool {
        let plain = subject.features.only(NATURES.and(feature::OUT)) == subject.features && subject.features.any(NATURES);
        if !plain || subject.named.is_some() {
            return false;
        }
        let functional = |subject: &Subject| subject.item.is_some_and(|item| !item.economic);
        match &self.whole {
            Some(whole) => whole.subject.as_ref().is_some_and(functional),
            None => self.state.stated && self.subjects.first().is_some_and(|s| functional(s) && s.item.is_some_and(|item| !item.is_bare())),
        }
    }

    /// 基本支出120万元，其中：住房保障支出9万元: the nature of which only a part of the item is stated.
    pub(super) fn nature_listed(&self, subject: &Subject) -> Option<&'static str> {
        subject.item.filter(|item| !item.economic)?;
        let whole = self.whole.as_ref().filter(|whole| whole.concept.is_some() && whole.subject.as_ref().is_some_and(|s| s.item.is_none()))?;
        nature(whole.features)
    }
}

impl Reader<'_, '_> {
    /// Remembers of which fund a 基本支出 is that is a part of that fund's total, until anything else is stated.
    pub(super) fn note_kind(&mut self, id: usize) {
        use Concept::*;
        let figure = &self.ledger.figures[id];
        if !figure.role.states_amount() {
            return;
        }
        let own = figure.year.is_none() || figure.year == self.ledger.background.year;
        let whole = figure.part_of.and_then(|whole| self.ledger.figures[whole].concept);
        self.basic_of = match (figure.concept, whole) {
            (Some(GeneralBudgetBasic), Some(GeneralBudgetExpenditure)) if own => figure.concept,
            (Some(FiscalBasic), Some(FiscalExpenditureTotal | FiscalExpenditureCurrentTotal)) if own => figure.concept,
            // Its own parts, and what it is compared with.
            (Some(GeneralBudgetProject), _) if self.basic_of == Some(GeneralBudgetBasic) => self.basic_of,
            (Some(FiscalProjectExpenditure), _) if self.basic_of == Some(FiscalBasic) => self.basic_of,
            (concept, whole) if self.basic_of.is_some() && (concept == self.basic_of || whole == self.basic_of) => self.basic_of,
            _ => None,
        };
    }

    /// 一般公共预算财政拨款支出…，其中：基本支出…。项目支出…: the other kind of the same money, in a sentence of its own.
    pub(super) fn kind_beside(&self, concept: Concept, subject: &Subject) -> Concept {
        let opens = || self.text[self.state.start..subject.words.start.max(self.state.start)].trim_matches(' ').is_empty();
        let same = || self.text[self.state.start..subject.words.start.max(self.state.start)].contains("基本支出");
        match (concept, self.basic_of) {
            (Concept::ExpenditureProject, Some(Concept::GeneralBudgetBasic)) if opens() => Concept::GeneralBudgetProject,
            (Concept::ExpenditureProject, Some(Concept::FiscalBasic)) if opens() => Concept::FiscalProjectExpenditure,
            // 一般公共预算…，其中：基本支出612万元…，人员经费499万元: of the same money.
            (Concept::ExpenditureBasicPersonnel, Some(Concept::GeneralBudgetBasic)) if same() => Concept::GeneralBudgetBasicPersonnel,
            (Concept::ExpenditureBasicOperating, Some(Concept::GeneralBudgetBasic)) if same() => Concept::GeneralBudgetBasicOperating,
            (Concept::ExpenditureBasicPersonnel, Some(Concept::FiscalBasic)) if same() => Concept::FiscalBasicPersonnel,
            (Concept::ExpenditureBasicOperating, Some(Concept::FiscalBasic)) if same() => Concept::FiscalBasicOperating,
            _ => concept,
        }
    }
}

/// For what money is spent, where its name says so.
pub(super) fn nature(features: Features) -> Option<&'static str> {
    const NAMES: [(Features, &str); 4] =
        [(feature::PERSONNEL, "人员经费"), (feature::PUBLIC_USE, "公用经费"), (feature::BASIC, "基本支出"), (feature::PROJECT, "项目支出")];
    NAMES.iter().find(|(nature, _)| features.any(*nature)).map(|(_, name)| *name)
}
