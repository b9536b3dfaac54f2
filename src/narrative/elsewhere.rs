//! Money that its words alone would call the body's own, and that is of something else.

use super::attach::Target;
use super::clause::Subject;
use super::concepts::{self, Side};
use super::feature::{self, Features};
use super::lexer::Token;
use super::naming::{abbreviates, WHOLE_BODY};
use super::reader::Reader;
use crate::concept::Concept;
use crate::figure::{Figure, Role};
use crate::outline::SectionKind;
use crate::quantity::{Measure, Quantity};
use crate::within::{ending, has, has_any};

impl Reader<'_, '_> {
    /// 政府购买服务支出: a name that no concept has.
    pub(super) fn unknown(&mut self, token: &Token) {
        self.clause.broken = true;
        self.clause.unknown_end = token.end;
    }

    /// Whether an amount is of something that has no concept, though a name with one stands before it.
    pub(super) fn is_elsewhere(&self, q: &Quantity) -> bool {
        let money = matches!(q.measure, Some(Measure::Money | Measure::Magnitude));
        // 年初公务用车12辆，年末公务用车10辆.
        let held = matches!(q.measure, Some(Measure::Vehicle | Measure::Person | Measure::Set));
        if held && self.said(q.lead).trim_start_matches(' ').starts_with("年初") {
            return true;
        }
        if self.clause.chains.is_empty() {
            return money && self.is_of_level(q);
        }
        let counts = q.measure == Some(Measure::Piece);
        let items = q.unit.as_ref().is_some_and(|unit| unit.as_str() == "项");
        (money || counts && items) && self.is_of_examples(q) || money && (self.is_source_of_part() || self.is_spent_of_income()) || counts && self.visits(q)
    }

    /// Whether 支出 or 收入 alone is said of something else, and of no body of a list.
    pub(super) fn is_of_another_side(&self, q: &Quantity) -> bool {
        let money = matches!(q.measure, Some(Measure::Money | Measure::Magnitude));
        money && !self.clause.chains.is_empty() && self.is_side() && (self.is_of_another_spender() || self.is_spent_on_what_was_counted(q))
    }

    /// “三公”经费年初预算30万元，实际支出25万元: 实际支出 is of what was spoken of, unless that is an income, or of nothing known.
    pub(super) fn is_spent_of_planned(&mut self) -> bool {
        if !self.clause.chains.is_empty() || self.clause.start <= self.state.start {
            return false;
        }
        self.clause.broken |= self.subjects.is_empty();
        !self.subjects.iter().any(|s| s.concept.is_some_and(|concept| concepts::side(concept) == Side::In))
    }

    /// Makes an amount that is only planned a budget; a planned number of things has no role.
    pub(super) fn has_role_as_planned(&self, target: &mut Target, q: &Quantity) -> bool {
        match target.role {
            Role::Actual if self.is_only_planned(q) => target.role = Role::Budget,
            Role::Count => return !self.is_only_planned(q),
            _ => {}
        }
        true
    }

    /// 项目支出年初安排900万元，实际支出700万元 in final accounts: what was only planned, where no role says so.
    fn is_only_planned(&self, q: &Quantity) -> bool {
        const PLANS: &[&str] = &["原计划", "计划支出", "计划安排", "计划采购", "计划购置", "计划接待", "计划出国", "计划组织", "计划派出", "采购计划"];
        const OTHERS: &[&str] = &["拟安排", "拟采购", "拟购", "年初安排", "原定", "应支出"];
        if self.ledger.background.is_budget || self.clause.basis.is_some() || !self.mentions_plans() {
            return false;
        }
        let said = self.said(q.lead);
        has(said, "计划") && (said.trim_end_matches(' ').ends_with("计划") || has_any(said, PLANS)) || has_any(said, OTHERS)
    }

    /// 财政拨款收入1500万元，其中中央资金600万元: money that a level of government gave, in what was stated.
    fn is_of_level(&self, q: &Quantity) -> bool {
        const LEVELS: &[&str] = &["中央", "省级", "市级", "县级", "区级", "上级"];
        self.state.parts && has_any(self.said(q.lead), LEVELS)
    }

    /// 其他资金支出200万元: what was spent of an income.
    fn is_spent_of_income(&self) -> bool {
        let spends = self.whole.as_ref().is_some_and(|whole| self.state.parts && whole.side == Side::Out && whole.concept.is_some_and(concepts::is_all_spent));
        let income = |chain: &Subject| {
            let source = chain.named == Some(Concept::RevenueOtherFunds) && (spends || chain.features.any(feature::PROJECT.and(feature::BASIC)));
            source || chain.named.is_some_and(|named| concepts::side(named) == Side::In) && chain.features.any(feature::OUT)
        };
        self.clause.chains.iter().any(income)
    }

    /// 项目支出比基本支出少500万元: a difference of two things.
    pub(super) fn is_between_two(&self, q: &Quantity) -> bool {
        // Asked first, for hardly any number has them before it.
        if ending(&self.text[..q.lead], &["多", "少", " "]).is_none() {
            return false;
        }
        let said = self.said(q.lead).trim_end_matches(' ');
        if !said.ends_with(['多', '少']) || said.ends_with("减少") {
            return false;
        }
        let Some(than) = said.rfind(['比', '较']).map(|at| q.lead - (said.len() - at)) else { return false };
        self.clause.chains.iter().any(|chain| chain.words.start > than)
    }

    /// 出访2个国家.
    pub(super) fn visits(&self, q: &Quantity) -> bool {
        self.text[q.tail..].starts_with("国家")
    }

    /// 支出完成率95% among the indicators of a project.
    pub(super) fn completes_something_else(&self) -> bool {
        self.topic.is(SectionKind::Performance) && !self.clause.chains.is_empty() && self.is_side()
    }

    /// 基本支出占63.2%，较上年提高2.1个百分点: the share rose, not the expenditure.
    pub(super) fn changes_a_share(&self, q: &Quantity) -> bool {
        let last = self.state.last.map(|id| self.ledger.figures[id].role);
        last == Some(Role::Share) && q.measure == Some(Measure::Points) && self.clause.chains.is_empty()
    }

    /// 基本工资、津贴补贴、奖金等700万元: of all that is named and more.
    fn is_of_examples(&self, q: &Quantity) -> bool {
        self.clause.chains.last().is_some_and(|last| last.words.end <= q.lead && self.text[last.words.end..q.lead].trim_start_matches(' ').starts_with('等'))
    }

    /// 工会支出12万元, 幼儿园收入60万元: 支出 and 收入 behind words that do not name the body.
    fn is_of_another_spender(&self) -> bool {
        let Some(prefix) = self.clause.prefix.clone() else { return false };
        let words = self.text[prefix].trim_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '年' | '度'));
        // 东城镇人民政府 where the title says 东城镇.
        let shares =
            |own: &str| words.char_indices().zip(words.char_indices().skip(2)).any(|((from, _), (to, last))| own.contains(&words[from..to + last.len_utf8()]));
        let within = |own: &str| words.chars().all(|c| own.contains(c));
        let own = |own: &str| own.ends_with(words) || words.ends_with(own) || abbreviates(words, own) || shares(own) || within(own);
        let own = self.ledger.background.organization.as_deref().is_none_or(own);
        // 全校支出, 学校支出.
        let itself = words.starts_with(['本', '我', '全']) || ["学校", "医院", "学院", "大学", "中心", "机关", "单位"].contains(&words);
        !words.is_empty() && !own && !itself && !WHOLE_BODY.contains(&words)
    }

    /// 水库除险加固5座，支出300万元: 支出 alone, behind a number of things.
    fn is_spent_on_what_was_counted(&self, q: &Quantity) -> bool {
        let thing = |figure: &Figure| figure.role == Role::Count || figure.role == Role::Actual && figure.yuan.is_none();
        let counts = |figure: &&Figure| figure.section == self.section && figure.concept.is_none() && thing(figure);
        let last = self.ledger.figures.last().filter(counts);
        let behind = self.clause.start > self.state.start && self.clause.start <= q.lead;
        self.state.stated && behind && last.is_some() && self.clause.year.is_none() && self.clause.basis.is_none()
    }

    /// 防汛（项）支出决算145万元，其中：财政拨款100万元，其他资金45万元: where the money of a part comes from.
    fn is_source_of_part(&self) -> bool {
        const BOUGHT: Features = feature::GOODS.and(feature::WORKS).and(feature::SERVICES);
        let part = |concept: Concept| {
            let id = concept.as_str();
            concepts::is_by_function(concept) || ["procurement_", "three_public_"].iter().any(|kind| id.starts_with(kind)) || id.ends_with("_by_economic")
        };
        let whole = self.whole.as_ref().and_then(|whole| whole.concept);
        let of_part = match whole {
            Some(whole) => self.state.parts && part(whole),
            // 一般行政管理事务预算2300万元，含上年结转300万元.
            None => self.state.free_role.is_some() && (self.state.parts || self.text[self.clause.start..].starts_with('含')),
        };
        let of_cost = of_part && whole.is_some_and(|whole| whole.as_str().starts_with("three_public_"));
        let source = |chain: &Subject| {
            // “三公”经费30万元，其中基本支出列支25万元; 面向小微企业采购400万元，其中货物50万元.
            let kind = of_cost && chain.features.any(feature::BASIC.and(feature::PROJECT)) || whole.is_none() && chain.features.any(BOUGHT);
            kind || is_source(chain)
        };
        of_part && self.clause.chains.iter().all(source) || self.is_balance_of_item() || self.is_source_of_work()
    }

    /// 水库加固项目总投资5000万元，本年支出200万元，其他资金20万元: of a project that has no name among the concepts.
    fn is_source_of_work(&self) -> bool {
        const WORKS: &[&str] = &["项目", "工程", "投资"];
        let source = |chain: &Subject| is_source(chain) || chain.says_only(SOURCES);
        if !self.state.stated || self.state.parts || !self.clause.chains.iter().all(source) {
            return false;
        }
        let last = self.ledger.figures.last().filter(|figure| figure.section == self.section && figure.concept.is_none() && figure.yuan.is_some());
        let work = last.is_some_and(|figure| has_any(&figure.label, WORKS) && !figure.label.contains("项目支出"));
        work || self.state.work
    }

    /// 防汛（项）年初预算100万元，上年结转12万元: what was carried over for one item of the classification.
    pub(super) fn is_balance_of_item(&self) -> bool {
        let balance = |chain: &Subject| chain.item.is_none() && chain.features.any(feature::BALANCE) && !chain.features.any(feature::FUNDS);
        // Behind the full stop of the item the balance is the section's again.
        let here = || self.state.stated || self.text[..self.state.start].trim_end_matches(['。', '：', ' ', '\n']).ends_with("（项）");
        let item = || self.subjects.first().and_then(|subject| subject.item.as_ref()).is_some_and(|item| item.is_below_class());
        !self.clause.chains.is_empty() && self.clause.chains.iter().all(balance) && item() && here()
    }

    /// Whether the names of the clause say nothing but 支出 or 收入.
    fn is_side(&self) -> bool {
        self.clause.chains.iter().all(|chain| self.is_side_alone(chain))
    }
}

/// Whether a name says where money comes from.
fn is_source(chain: &Subject) -> bool {
    use Concept::*;
    let named = matches!(chain.named, Some(RevenueOtherFunds | RevenueOther | RevenueUndertaking | RevenueOperating | RevenueSuperiorSubsidy));
    named || chain.says_only(SOURCES) && chain.features.any(feature::FUNDS.and(feature::BALANCE))
}

/// What the name of a source of money consists of.
const SOURCES: Features =
    feature::FUNDS.and(feature::BALANCE).and(feature::OPENING).and(feature::CLOSING).and(feature::CURRENT).and(feature::IN).and(feature::OUT);
