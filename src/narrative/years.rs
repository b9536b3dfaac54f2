//! Which year a number is of.

use super::reader::Reader;
use crate::figure::{Base, Role};
use crate::within::has_any;
use std::cmp::Ordering;

impl Reader<'_, '_> {
    pub(super) fn year_for(&self, role: Role) -> Option<u16> {
        let report = self.ledger.background.year;
        match role {
            // 2016年支出628万元，其中：基本支出230万元，占37%, in the report of 2017: a share of what was spent in 2016.
            Role::Share => self.year_of_whole().or(self.year_of_last()).or(report),
            Role::Change | Role::Rate => {
                let versus = self.state.versus.or(self.versus);
                // 2019年支出2.52亿元，比预算减少1.08亿元, in a text of 2022: against the budget of 2019.
                let of_own_budget = versus.is_some_and(|v| !v.printed && v.basis.is_some_and(|b| b != Base::PriorBudget));
                // 2022年支出18万元，比上年减少2万元, in the report of 2023.
                let later = |year: &u16| versus.and_then(|v| v.year).is_none_or(|versus| versus < *year || of_own_budget && versus == *year);
                self.year_spoken(later).or(report)
            }
            Role::Completion => self.year_spoken(|_| true).or(report),
            _ if self.clause.comparing.year.is_some() => self.clause.comparing.year,
            _ if self.clause.departs => None,
            _ => self.clause.year.or(self.year_carried()).or(self.year_of_sentence()).or(self.year_of_stock()).or(report),
        }
    }

    /// The year that is spoken of where something changes or is completed: that of its clause, of what was stated last, or of the sentence, the first
    /// of them that may be: 2022年支出628万元，比2021年的600万元增加28万元 stated an amount of 2021 last.
    fn year_spoken(&self, may_be: impl Fn(&u16) -> bool) -> Option<u16> {
        let last = self.year_of_last().filter(|_| self.clause.chains.is_empty());
        [self.clause.year, last, self.year_of_sentence()].into_iter().flatten().find(may_be).filter(|_| !self.says_this_year())
    }

    /// Whether an amount is planned of which nothing says it: in a budget, unless an earlier year has spent it, and of a year to come.
    pub(super) fn is_planned(&self) -> bool {
        const SPENT: &[&str] = &["实现", "完成", "发生", "实际"];
        let said = || self.said(self.clause.covered);
        let year = self.clause.year.or(self.state.year).zip(self.ledger.background.year);
        match year.map(|(year, report)| year.cmp(&report)) {
            Some(Ordering::Greater) => true,
            Some(Ordering::Less) if has_any(said(), SPENT) => false,
            _ => self.ledger.background.is_budget && !self.accounts && self.year_of_stock().is_none(),
        }
    }

    /// 2023年“三公”经费支出28万元，完成年初预算32万元的88%, in a budget: what completes a budget was spent, where no word made it a budget.
    pub(super) fn was_spent(&mut self, figure: Option<usize>) {
        let Some(id) = figure else { return };
        let earlier = self.ledger.figures[id].year.zip(self.ledger.background.year).is_some_and(|(year, report)| year < report);
        let figure = &mut self.ledger.figures[id];
        if earlier && figure.role == Role::Budget && !figure.context.contains("预算") {
            figure.role = Role::Actual;
        }
    }

    /// The year that the sentence opens with; 上年 holds until 本年.
    fn year_of_sentence(&self) -> Option<u16> {
        const OWN: &[&str] = &["本年", "今年", "当年"];
        self.state.year.filter(|_| !self.state.prior || !has_any(self.said(self.clause.covered), OWN))
    }

    /// What the clause says before a place.
    pub(super) fn said(&self, at: usize) -> &str {
        let start = self.clause.start.min(at);
        &self.text[self.window(start, at)..at]
    }

    /// 今年预算比上年减少5万元, behind what was spent in the year before.
    fn says_this_year(&self) -> bool {
        self.text[self.clause.start..].trim_start_matches(' ').starts_with("今年")
    }

    /// 2023年接待36批次，320人次，费用3万元；2024年计划接待40批次，350人次: the year of the clause before, where no name stands between.
    fn year_carried(&self) -> Option<u16> {
        self.state.carried.filter(|_| self.clause.chains.is_empty() && !self.says_this_year())
    }

    fn year_of_whole(&self) -> Option<u16> {
        self.whole.as_ref().and_then(|whole| whole.figure).and_then(|id| self.ledger.figures[id].year)
    }

    /// The year of what the sentence stated last.
    fn year_of_last(&self) -> Option<u16> {
        self.state.last.and_then(|id| self.ledger.figures[id].year)
    }

    /// The year before the report's, or before the one that is spoken of: 2021年比上年.
    pub(super) fn year_before(&self) -> Option<u16> {
        let own = self.state.year.filter(|_| !self.state.prior && !self.says_this_year());
        self.year_before_or(own)
    }

    /// 2014年公务用车运行费3万元，…，同比增加79% in the report of 2015: the sentence may have come back to its own year, so 同比 looks back from there.
    pub(super) fn year_before_own(&self) -> Option<u16> {
        self.year_before_or(None)
    }

    fn year_before_or(&self, sentence: Option<u16>) -> Option<u16> {
        self.clause.year.or(self.year_of_stock()).or(sentence).or(self.ledger.background.year).map(|year| year - 1)
    }

    /// 截至2023年12月31日，共有车辆8辆。 and 单价50万元以上设备2台 as the next paragraph: what is held on the same day.
    pub(super) fn goes_on_with_stock(&self, paragraph: usize) -> bool {
        ["单价", "单位价值"].iter().any(|word| self.text[paragraph..].trim_start_matches(' ').starts_with(word))
    }

    /// 截至2020年12月31日 in the budget of 2021: what is held on a day of an earlier year is of that year.
    pub(super) fn year_of_stock(&self) -> Option<u16> {
        let year = self.state.as_of.filter(|_| self.state.stock)?.year();
        Some(year).filter(|year| self.ledger.background.year.is_some_and(|report| *year < report))
    }
}
