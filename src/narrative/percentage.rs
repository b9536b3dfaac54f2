//! Percentages: completions, shares, rates and ratios.

use super::attach::Target;
use super::clause::{copied, Subjects};
use super::reader::{is_blank, Reader};
use crate::concept::Concept;
use crate::figure::{Direction, Role};
use crate::quantity::{Measure, Quantity};

impl Reader<'_, '_> {
    /// A percentage: completion, share, rate or ratio, by the word before it.
    pub(super) fn percentage(&mut self, q: &Quantity, sure: bool, own: bool) -> Option<Target> {
        let own_subjects = |reader: &Self| copied(if own { &reader.clause.chains } else { &reader.subjects });
        if let Some(share) = self.clause.share.filter(|share| !self.is_share_of_budget(*share)) {
            let subject_before = own && self.clause.chains.first().is_some_and(|c| c.words.start < share);
            let mut subjects = copied(if subject_before { &self.clause.chains } else { &self.subjects });
            // 财政拨款收入与其他收入占本年收入的97%和3%.
            subjects.retain(|subject| !subject_before || subject.words.start < share);
            subjects.iter_mut().for_each(|subject| subject.features = subject.features.of_contracts());
            // 财政专户管理资金收入占1.44%: of something that has no name here.
            let unknown = subject_before && subjects.iter().all(|s| self.is_side_alone(s)) && self.clause.prefix.clone().is_some_and(|p| !self.is_body(p));
            // 支出145万元，用于购置物资60万元，占41%: of what was stated last, which is unknown.
            let unknown = unknown || !subject_before && self.state.free && self.state.stated && self.clause.chains.is_empty();
            return (!self.clause.broken && !unknown).then_some(Target { role: Role::Share, subjects, own: false });
        }
        if self.clause.complete || self.clause.share.is_some() || self.completes_by_basis() {
            self.clause.complete = false;
            if self.completes_something_else() {
                return None;
            }
            let mut subjects = own_subjects(self);
            if let Some(share) = self.clause.share.filter(|_| subjects.len() > 1) {
                subjects.retain(|subject| subject.words.start < share);
            }
            self.widen_to_class(&mut subjects, own);
            return sure.then_some(Target { role: Role::Completion, subjects, own });
        }
        if self.clause.change.is_some() && self.changes_a_share(q) {
            return None;
        }
        if self.clause.change.is_some() && q.measure.is_some() {
            let role = if q.measure == Some(Measure::Points) { Role::Change } else { Role::Rate };
            let subjects = self.changing(own_subjects(self), own, q);
            return sure.then_some(Target { role, subjects, own });
        }
        if self.is_share_in_list(q) {
            return Some(Target { role: Role::Share, subjects: self.subjects.clone(), own: false });
        }
        if let Some(direction) = self.change_just_stated(q) {
            self.clause.change = Some(direction);
            return Some(Target { role: Role::Rate, subjects: self.subjects.clone(), own: false });
        }
        let named = own && self.clause.chains.iter().all(|c| c.named == Some(Concept::OfficialCardHoldingRate));
        named.then(|| Target { role: Role::Ratio, subjects: Subjects::from_slice(&self.clause.chains), own })
    }

    /// 教育支出588.61万元占31.75%、社会保障和就业支出206.53万元11.14%: right behind the amount of a part, a percentage is its share.
    fn is_share_in_list(&self, q: &Quantity) -> bool {
        let last = self.state.last.map(|id| &self.ledger.figures[id]);
        let part = last.is_some_and(|figure| figure.role.states_amount() && figure.part_of.is_some() && figure.yuan.is_some());
        part && q.measure == Some(Measure::Percent) && self.clause.numbered == q.lead && self.clause.chains.is_empty()
    }

    /// 比上年增加0万元，0%: a percentage that is a clause of its own behind a change is its rate; 增加20万元，80%用于… goes on.
    fn change_just_stated(&self, q: &Quantity) -> Option<Direction> {
        /// A bracket that closes and a comma, in bytes.
        const APART: usize = 6;
        let ends = self.text[q.tail..].trim_start_matches(' ').chars().next().is_none_or(|c| matches!(c, '，' | '。' | '；' | '）' | '、' | '\n'));
        let alone = ends && self.clause.start > self.clause.numbered && is_blank(&self.text[self.clause.start..q.lead.max(self.clause.start)]);
        let last = self.state.last.map(|id| &self.ledger.figures[id]).filter(|f| alone && f.role == Role::Change && f.yuan.is_some())?;
        let behind = self.ledger.folded.span(q.start, q.end).start.checked_sub(last.span.end)?;
        last.direction.filter(|d| behind <= APART && *d != Direction::Unchanged)
    }
}
