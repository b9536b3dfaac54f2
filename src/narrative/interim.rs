//! Periods: what was received or spent in a part of a year, or in more than one, is no amount of the year.

use super::attach::Target;
use super::lexer::Token;
use super::lexicon::Basis;
use super::reader::Reader;
use crate::figure::Role;
use crate::outline::SectionKind;
use crate::quantity::{date_maybe, Measure, Quantity};
use crate::within::has_any;

/// How far reaches what is said of another period than a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Interim {
    /// Of the whole year, as far as is said.
    #[default]
    No,
    /// 1-6月支出500万元: its clause, and the changes and shares behind it.
    Clause,
    /// 1-6月，支出500万元; “十四五”期间，支出9000万元: until a clause speaks of the year.
    Months,
    /// 截至9月30日，本年支出900万元: until a clause speaks of all of the year.
    UpTo,
}

impl Reader<'_, '_> {
    /// 2020年末, 12月底: the word belongs to the date.
    pub(super) fn end_date(&mut self, token: &Token) {
        if let Some(c) = self.text[token.end..].chars().next().filter(|c| matches!(c, '末' | '底' | '初' | '份')) {
            self.clause.covered = self.clause.covered.max(token.end + c.len_utf8());
        }
    }

    /// Notes which part of the year a date is of that stands before what it tells of: the year is over on its last day or with its last
    /// month, and its first month up to its last one are all of it.
    pub(super) fn months(&mut self, token: &Token) {
        const LAST: u8 = 12;
        /// Books are closed on the last day or the one before it.
        const LAST_DAYS: u8 = 30;
        let printed = &self.text[token.start..token.end];
        let Some(read) = date_maybe(printed) else { return };
        let Some(months) = read.months else {
            // 2021-2023年.
            if printed.ends_with('年') && !read.is_year {
                self.tells_of_part(token, false);
            }
            return;
        };
        let ends = self.is_up_to(token) || months.first == 1 || self.is_end(token) || months.day.is_some();
        self.tells_of_part(token, months.last == LAST && ends && months.day.is_none_or(|day| day >= LAST_DAYS));
    }

    /// The same of 上半年 and 三季度; the year ends with 四季度末.
    pub(super) fn quarters(&mut self, token: &Token) {
        let last = self.text[token.start..token.end].ends_with("四季度");
        let ends = self.is_up_to(token) || self.is_end(token);
        if self.is_end(token) {
            self.clause.covered += '末'.len_utf8();
        }
        self.tells_of_part(token, last && ends);
    }

    /// Notes that what follows is of more than a year; 疫情期间 is a part of it that no one can tell.
    pub(super) fn years(&mut self, token: &Token) {
        let before = self.text[..token.start].trim_end_matches([' ', '”']);
        let plan = before.ends_with('五') || self.text[token.start..].starts_with(['近', '三', '五']);
        self.tells_of_part(token, !plan);
    }

    /// Whether what follows is told up to a date: 截至9月30日, 截至今年9月.
    pub(super) fn is_up_to(&self, token: &Token) -> bool {
        let before = self.text[..token.start].trim_end_matches(' ');
        let before = ["今年", "本年", "当年"].iter().find_map(|year| before.strip_suffix(year)).unwrap_or(before);
        before.ends_with(['截', '至', '止', '到'])
    }

    fn is_end(&self, token: &Token) -> bool {
        self.text[token.end..].starts_with(['底', '末'])
    }

    fn tells_of_part(&mut self, token: &Token, whole: bool) {
        if !self.clause.chains.is_empty() || self.state.reason.is_some() {
            return;
        }
        self.end_interim();
        self.state.interim = match self.is_up_to(token) {
            _ if whole => Interim::No,
            true => Interim::UpTo,
            false if self.stands_alone(token) => Interim::Months,
            false => Interim::Clause,
        };
        self.state.interim_from = self.clause.start;
    }

    /// 1月至11月，项目支出350万元: whether a period opens the sentence alone; 2023年3月成立，… tells of something else.
    fn stands_alone(&self, token: &Token) -> bool {
        const LEADS: &[&str] = &["", "从", "自", "今年", "“十三", "“十四", "“十二", "“十五"];
        let behind = self.text[token.end..].trim_start_matches(['底', '末', '来', '间']);
        let before = self.text[self.clause.start.min(token.start)..token.start].trim_matches(' ');
        let before = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '度' | '五' | '”'));
        behind.starts_with('，') && LEADS.contains(&before)
    }

    /// 2023年支出8万元 behind what was said of months.
    pub(super) fn year_begins(&mut self) {
        if matches!(self.state.interim, Interim::Months | Interim::Clause) {
            self.end_interim();
        }
    }

    fn end_interim(&mut self) {
        (self.state.interim, self.state.interim_stated) = (Interim::No, false);
    }

    /// Whether a number is of a part of the year only, or of more than it. A budget is of its year, a count of its day, and what a project has used by then is
    /// its own.
    pub(super) fn is_interim(&mut self, target: &Target, q: &Quantity) -> bool {
        const WHOLE: &[&str] = &["全年", "年末", "年底", "年终"];
        const YEAR: &[&str] = &["本年", "年度", "当年"];
        let compares = matches!(target.role, Role::Change | Role::Rate);
        if self.clause.yearly && (target.role.states_amount() && q.measure == Some(Measure::Money) || compares) {
            return true;
        }
        if self.state.interim == Interim::No || matches!(self.topic.kind, Some(SectionKind::StateAssets | SectionKind::Performance)) {
            return false;
        }
        if self.state.interim == Interim::Clause && self.clause.start != self.state.interim_from {
            return self.state.interim_stated && self.clause.chains.is_empty() && (compares || matches!(target.role, Role::Share | Role::Completion));
        }
        let said = self.said(q.lead);
        if has_any(said, WHOLE) || self.state.interim == Interim::Months && has_any(said, YEAR) {
            self.end_interim();
            return false;
        }
        let planned = matches!(self.clause.basis, Some(Basis::Budget(_)));
        if target.role.states_amount() && q.measure == Some(Measure::Money) && !planned {
            self.state.interim_stated = true;
            return true;
        }
        self.state.interim_stated && (compares || matches!(target.role, Role::Share | Role::Completion))
    }
}
