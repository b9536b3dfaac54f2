//! What a section speaks of, and so what a short name in it means.

use super::dictionary::Dictionary;
use super::feature::{Features, CAPITAL, FISCAL, FUND, GENERAL};
use crate::outline::SectionKind;
use once_cell::sync::Lazy;

/// Which money a section or a name speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fund {
    /// All money of the body.
    All,
    /// 财政拨款.
    Fiscal,
    /// 一般公共预算.
    General,
    /// 政府性基金预算.
    Government,
    /// 国有资本经营预算.
    StateCapital,
}

impl Fund {
    /// The fund that a name says; `None` if it says none. 一般公共预算财政拨款 is of the general budget.
    pub(crate) fn named(features: Features) -> Option<Fund> {
        [(FUND, Fund::Government), (CAPITAL, Fund::StateCapital), (GENERAL, Fund::General), (FISCAL, Fund::Fiscal)]
            .into_iter()
            .find(|(feature, _)| features.has(*feature))
            .map(|(_, fund)| fund)
    }
}

/// What a section speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Topic {
    /// The kind of the section, or of the nearest one above it that has one.
    pub(crate) kind: Option<SectionKind>,
    pub(crate) fund: Fund,
    /// Whether it speaks of 基本支出 only.
    pub(crate) basic: bool,
    /// Whether short names of the accounts (基本支出, 其他收入) mean the accounts of the body: not in a work report.
    pub(crate) accounts: bool,
}

impl Topic {
    /// The topic of a section whose kind and those above it are given from the inside.
    pub(crate) fn of(kinds: impl Iterator<Item = SectionKind>) -> Self {
        let mut topic = Topic { kind: None, fund: Fund::All, basic: false, accounts: true };
        for kind in kinds {
            topic.kind = topic.kind.or(Some(kind));
            match kind {
                // 收入情况 below 主要职责及预算单位构成: what a heading itself names is told of, whatever is above it.
                SectionKind::Duties if matches!(topic.kind, Some(SectionKind::Revenue | SectionKind::Expenditure | SectionKind::Totals)) => {}
                SectionKind::Duties | SectionKind::Work | SectionKind::Contact => topic.accounts = false,
                SectionKind::Fiscal | SectionKind::FiscalBasic if topic.fund == Fund::All => topic.fund = Fund::Fiscal,
                // 财政拨款支出决算结构情况, below 一般公共预算财政拨款支出决算情况说明: of that budget.
                SectionKind::GeneralBudget | SectionKind::GeneralBudgetBasic if matches!(topic.fund, Fund::All | Fund::Fiscal) => {
                    topic.fund = Fund::General;
                    topic.kind = topic.kind.map(|kind| match kind {
                        SectionKind::Fiscal => SectionKind::GeneralBudget,
                        SectionKind::FiscalBasic => SectionKind::GeneralBudgetBasic,
                        kind => kind,
                    });
                }
                SectionKind::GovernmentFund if topic.fund == Fund::All => topic.fund = Fund::Government,
                SectionKind::StateCapital if topic.fund == Fund::All => topic.fund = Fund::StateCapital,
                _ => {}
            }
            topic.basic |= matches!(kind, SectionKind::FiscalBasic | SectionKind::GeneralBudgetBasic);
        }
        topic
    }

    /// The same section, speaking of all money of the body: 占本年支出合计的….
    pub(crate) fn of_all(self) -> Self {
        Topic { fund: Fund::All, ..self }
    }

    /// Whether the section speaks of one kind of money or thing only, so that 支出 alone means it.
    pub(crate) fn speaks_of_one(self) -> bool {
        use SectionKind::*;
        matches!(self.kind, Some(ThreePublic | AgencyOperatingCost | Procurement | StateAssets | Performance))
    }

    /// Whether the section, or one above it where it has no kind of its own, is of that kind.
    pub(crate) fn is(self, kind: SectionKind) -> bool {
        self.kind == Some(kind)
    }
}

/// Words of which one stands in each title that says more than what its section is called. None of them begins inside another.
const TELLING: [&str; 5] = ["情况", "规模", "经济", "绩效目标", "综述"];

static TELLING_WORDS: Lazy<Dictionary<64, 64>> = Lazy::new(|| Dictionary::of(TELLING.into_iter()));

/// Which of the words 情况, 规模, 经济, 绩效目标 and 综述 stand in a title.
pub(super) fn telling_words(title: &str) -> [bool; TELLING.len()] {
    let mut told = [false; TELLING.len()];
    let mut at = 0;
    while let Some(found) = TELLING_WORDS.find(title, at) {
        told[usize::from(found.word)] = true;
        at = found.end;
    }
    told
}
