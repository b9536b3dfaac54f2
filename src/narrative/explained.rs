//! Changes that a reason tells: 主要原因是财政拨款收入减少112万元 states what changed as much as any sentence.

use super::clause::Subject;
use super::concepts::{self, Meaning, Side};
use super::feature;
use super::reader::{is_blank, Reader};
use crate::classification::Level;
use crate::concept::Concept;
use crate::figure::{Direction, Figure, Role};
use crate::outline::SectionKind as S;
use crate::quantity::{Measure, Quantity};
use smallvec::{smallvec, SmallVec};

impl Reader<'_, '_> {
    /// Reads the amount or rate by which a part of the accounts changed that a reason names in full. It explains the change of a whole: what
    /// is said of a single item, or of a cost of its own, is of that alone.
    pub(super) fn changes_in_reason(&mut self, quantities: &[&Quantity]) -> bool {
        let [q] = quantities else { return false };
        if self.state.reason.is_none() {
            return false;
        }
        match q.measure {
            Some(Measure::Money) => self.amount_in_reason(q),
            Some(Measure::Percent) => self.rate_in_reason(q),
            _ => false,
        }
    }

    fn amount_in_reason(&mut self, q: &Quantity) -> bool {
        let Some(direction) = self.clause.change.filter(|direction| matches!(direction, Direction::Increase | Direction::Decrease)) else { return false };
        let [chain] = self.clause.chains.as_slice() else { return false };
        let chain = *chain;
        if !self.explains_whole() || !self.names_what_changed(&chain, q.lead) {
            return false;
        }
        let chain = self.with_side(chain);
        let concepts = self.concepts_changed(&chain);
        for concept in &concepts {
            let context = self.clause.start.min(q.start)..q.end;
            let Some(id) = self.ledger.figure(q, Role::Change, self.section, context) else { return true };
            let versus = self.state.versus.or(self.versus);
            let year = self.year_for(Role::Change);
            let figure = &mut self.ledger.figures[id];
            figure.concept = Some(*concept);
            figure.label = chain.words.of(self.text).to_owned();
            figure.direction = Some(direction);
            figure.versus = versus;
            figure.year = year;
            if let Some(item) = &chain.item {
                figure.code = item.code();
                figure.code_name = item.names(self.text);
                figure.code_from = item.code().map(|_| crate::figure::CodeFrom::Name);
            }
        }
        self.state.reasoned = if concepts.is_empty() { 0 } else { self.ledger.figures.len() };
        !concepts.is_empty()
    }

    /// 减少112万元，下降4.4%: the rate right behind such a change.
    fn rate_in_reason(&mut self, q: &Quantity) -> bool {
        let count = self.ledger.figures.len();
        let behind = self.state.reasoned == count && count > 0 && self.clause.start > self.clause.numbered;
        let bare = self.clause.chains.is_empty() && self.clause.prefix.is_none() && !self.clause.broken && self.clause.share.is_none();
        let Some(direction) = self.clause.change.filter(|_| behind && bare) else { return false };
        let same = |figure: &Figure, last: &Figure| figure.span == last.span;
        let last = &self.ledger.figures[count - 1];
        if last.direction != Some(direction) {
            return false;
        }
        let changes: SmallVec<[usize; 2]> = (count.saturating_sub(2)..count).filter(|id| same(&self.ledger.figures[*id], last)).collect();
        for change in changes {
            let context = self.clause.start.min(q.start)..q.end;
            let Some(id) = self.ledger.figure(q, Role::Rate, self.section, context) else { return true };
            self.ledger.name_as(id, change);
            let versus = self.ledger.figures[change].versus;
            let figure = &mut self.ledger.figures[id];
            figure.direction = Some(direction);
            figure.versus = versus;
        }
        true
    }

    /// Whether all that the reason explains is the change of a whole: of a total, a fund or a kind of expenditure of the body.
    fn explains_whole(&self) -> bool {
        use Concept::*;
        let accounts = matches!(
            self.topic.kind,
            Some(S::Totals | S::Revenue | S::Expenditure | S::Fiscal | S::FiscalBasic | S::GeneralBudget | S::GeneralBudgetBasic | S::ThreePublic)
        );
        let whole = |id: &usize| {
            let figure = &self.ledger.figures[*id];
            let whole = matches!(
                figure.concept,
                Some(
                    RevenueTotal
                        | ExpenditureTotal
                        | RevenueCurrentTotal
                        | ExpenditureCurrentTotal
                        | FiscalRevenueTotal
                        | FiscalExpenditureTotal
                        | FiscalExpenditureCurrentTotal
                        | RevenueFiscal
                        | GeneralBudgetExpenditure
                        | ExpenditureBasic
                        | FiscalBasic
                        | GeneralBudgetBasic
                        | ThreePublicTotal
                        | ThreePublicVehicle
                )
            );
            whole && figure.code.is_none() && !figure.dimensions.contains_key("unit_name") && matches!(figure.role, Role::Change | Role::Rate)
        };
        accounts && !self.state.explained.is_empty() && self.state.explained.iter().all(whole)
    }

    /// Whether the name of what changed stands by itself between the words of the reason and the verb: 教育支出拨款减少87万元, 增加事业收入3万元.
    fn names_what_changed(&self, chain: &Subject, lead: usize) -> bool {
        const BEHIND: &[&str] = &["", "预算", "决算", "拨款", "资金", "预算拨款", "经费", "总额", "收支"];
        const VERBS: &[&str] = &["增加", "减少", "增长", "下降", "上升", "降低"];
        const OPENS: &[&str] =
            &["主要原因", "主要是", "原因", "主要", "一是", "二是", "三是", "四是", "是", "为", "因", "由于", "本年度", "本年", "今年", "当年", "年度"];
        let from = self.clause.unread(chain.words.start);
        let mut before = self.text[from..chain.words.start].trim_matches([' ', '：', '、', '，']);
        // 主要是2021年项目支出增加87万元，为一次性安排: a change of another year.
        let year = before.find('年').and_then(|at| before[..at].get(at.checked_sub(4)?..)).and_then(|year| year.parse::<u16>().ok());
        if year.is_some() && year != self.ledger.background.year {
            return false;
        }
        // What the “三公” costs changed by is told by costs, not by the kinds of all expenditure.
        let of_accounts = feature::FUNDS.and(feature::BASIC).and(feature::PROJECT).and(feature::PUBLIC_USE).and(feature::PERSONNEL);
        if self.topic.is(S::ThreePublic) && chain.features.any(of_accounts) && !chain.features.has(feature::THREE) {
            return false;
        }
        // （1）, 1.
        before = before.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '（' | '）' | '.' | '、' | '①'..='⑨'));
        while let Some(rest) = OPENS.iter().find_map(|word| before.strip_prefix(word)) {
            before = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '：' | ' ' | '（' | '）' | '.' | '年' | '①'..='⑨'));
        }
        let behind = self.text[chain.words.end.min(lead)..lead].trim_matches([' ', '了']);
        if behind.is_empty() {
            return VERBS.contains(&before.trim_end_matches('了'));
        }
        let Some(named) = VERBS.iter().find_map(|verb| behind.strip_suffix(verb)) else { return false };
        let compared = ["较", "比", "与", "同"].iter().filter_map(|word| named.find(word)).min().unwrap_or(named.len());
        let years = |words: &str| {
            let words = words.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '度' | '相' | '比' | '较' | '与' | '同' | ' ' | '，'));
            matches!(
                words,
                "" | "上"
                    | "去"
                    | "上年度决算数"
                    | "决算数"
                    | "预算数"
                    | "上年决算数"
                    | "上年预算数"
                    | "上年度"
                    | "上年"
                    | "决算"
                    | "预算"
                    | "年初预算数"
                    | "年初预算"
            )
        };
        let whose = BEHIND.contains(&named[..compared].trim()) && years(&named[compared..]);
        before.is_empty() && whose && !is_blank(&self.text[chain.words.start..chain.words.end])
    }

    /// 收入比上年减少9万元，主要是一般公共预算拨款减少8万元: a fund alone is of the side that the reason explains.
    fn with_side(&self, chain: Subject) -> Subject {
        let fund = chain.says_only(feature::FUNDS);
        let explained = || self.state.explained.iter().filter_map(|id| self.ledger.figures[*id].concept).map(concepts::side);
        match fund {
            true if explained().any(|side| side == Side::In) => Subject { features: chain.features.and(feature::IN), ..chain },
            true if explained().any(|side| side == Side::Out) => Subject { features: chain.features.and(feature::OUT), ..chain },
            _ => chain,
        }
    }

    /// What a name in a reason means; nothing unless the concept is a part of the accounts.
    fn concepts_changed(&self, chain: &Subject) -> SmallVec<[Concept; 2]> {
        let class = chain.item.and_then(|item| item.code()).is_some_and(|code| code.level() == Level::Class);
        if chain.item.is_some() && !class {
            return SmallVec::new();
        }
        let part = |concept: Concept| {
            let name = concept.as_str();
            let parts = ["revenue_", "expenditure_", "fiscal_", "general_budget_", "government_fund_", "carryover_", "three_public_"];
            parts.iter().any(|start| name.starts_with(start)) && !concepts::counts_things(concept)
        };
        match self.meaning_of(chain, Measure::Money) {
            Meaning::One(concept) if part(concept) => smallvec![concept],
            Meaning::Both(first, second) if part(first) && part(second) => smallvec![first, second],
            _ => SmallVec::new(),
        }
    }
}
