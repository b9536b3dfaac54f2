//! Projects of 绩效: how many were evaluated, and the money that they are of.

use super::attach::{Target, KINDS};
use super::clause::Subject;
use super::feature::{self, Features};
use super::reader::Reader;
use super::remarks::clause_of;
use crate::concept::Concept;
use crate::figure::{Figure, Role};
use crate::outline::SectionKind;
use crate::quantity::{Measure, Quantity};
use crate::within::{has, has_any};
use smallvec::smallvec;

/// Whether a concept counts the projects with which something was done.
pub(super) fn is_of_projects(concept: Concept) -> bool {
    use Concept::*;
    matches!(concept, PerformanceSelfEvaluatedProjects | PerformanceMonitoredProjects | PerformanceTargetProjects)
}

/// The kind of projects that a name says: 一级项目 are no other projects than all that were evaluated.
pub(super) fn kind_in(name: &str) -> Option<&'static str> {
    const KINDS: &[&str] =
        &["一级项目", "二级项目", "三级项目", "一般公共预算项目", "政府性基金预算项目", "国有资本经营预算项目", "人员类项目", "运转类项目", "特定目标类项目"];
    KINDS.iter().copied().find(|kind| has(name, kind))
}

impl Reader<'_, '_> {
    /// 绩效自评共涉及项目12个，资金134万元: the money of the projects just counted, or of what the sentence before says was done with them.
    pub(super) fn evaluated_money(&self, q: &Quantity) -> Option<Target> {
        use Concept::*;
        const FILLERS: &[&str] = &["涉及", "共涉及", "共", "合计", "共计", "总", "为"];
        const MONEY: &[&str] = &[
            "资金",
            "金额",
            "资金总额",
            "项目资金",
            "项目金额",
            "预算资金",
            "预算金额",
            "财政资金",
            "财政拨款资金",
            "财政拨款",
            "财政性资金",
            "一般公共预算支出",
            "一般公共预算当年拨款",
            "一般公共预算拨款",
            "一般公共预算资金",
            "预算",
        ];
        const APART: char = '、';
        if q.measure != Some(Measure::Money) || !self.topic.is(SectionKind::Performance) || self.clause.change.is_some() {
            return None;
        }
        let from = self.window(self.clause.start, q.lead);
        let words = self.text[from..q.lead].rsplit(APART).next().unwrap_or_default().trim();
        let name = FILLERS
            .iter()
            .filter_map(|filler| words.strip_prefix(filler))
            .chain([words])
            .map(|name| name.trim_end_matches(['共', '计', '为']))
            .find(|name| MONEY.contains(name));
        if let Some(target) = self.fund_of_projects(q) {
            return Some(target);
        }
        // 纳入部门整体支出绩效目标的金额为9万元.
        let of_targets = ["绩效目标的金额", "绩效目标的资金", "绩效目标金额"].iter().any(|end| words.trim_end_matches(['为', '共', '计']).ends_with(end));
        if name.is_none() && !of_targets {
            return None;
        }
        // 填报绩效目标的预算项目25个，公开绩效目标25个，涉及…: of the projects counted before.
        let counted = self.counted_before(q.lead, 3).find_map(|figure| figure.concept);
        let counted = counted.filter(|_| self.state.stated && words.starts_with("涉及") && !self.did_something_else(from));
        let concept = match self.subjects.first().and_then(|subject| subject.concept).or(counted) {
            Some(PerformanceSelfEvaluatedProjects) => PerformanceSelfEvaluatedAmount,
            Some(PerformanceMonitoredProjects) => PerformanceMonitoredAmount,
            Some(PerformanceTargetProjects) => PerformanceTargetAmount,
            _ if of_targets || words.starts_with("涉及") && self.sets_targets(q.lead) => PerformanceTargetAmount,
            _ => return None,
        };
        let subject = Subject { concept: Some(concept), words: (from..q.lead).into(), ..Subject::default() };
        Some(Target { role: self.amount_role(q.measure), subjects: smallvec![subject], own: true })
    }

    /// The counts among the last figures of the paragraph that a number stands in, the last first.
    fn counted_before(&self, at: usize, most: usize) -> impl Iterator<Item = &Figure> {
        let paragraph = self.window(0, at);
        let paragraph = memchr::memrchr(b'\n', &self.text.as_bytes()[paragraph..at]).map_or(paragraph, |end| paragraph + end + 1);
        let (start, section) = (self.ledger.folded.span(paragraph, paragraph).start, self.section);
        let near = self.ledger.figures.iter().rev().take(most);
        near.take_while(move |figure| figure.span.start >= start && figure.section == section).filter(|figure| figure.role == Role::Count)
    }

    /// 对8个项目开展绩效自评；财政部门对2个项目开展重点评价，涉及资金9万元: whether the clause before `from` counts projects with which something else
    /// was done.
    fn did_something_else(&self, from: usize) -> bool {
        const ELSE: &[&str] = &["核查", "抽查", "复核", "整改", "财政", "未"];
        let said = &self.text[self.window(self.state.start, from)..from];
        let clause = said.trim_end_matches(['，', ' ']).rsplit(['，', '；', '。']).next().unwrap_or_default();
        has_any(clause, ELSE) || has(clause, "评价") && !has(clause, "自评")
    }

    /// 涉及一般公共预算拨款9万元、政府性基金3万元: the money of each fund, behind that of the projects or as parts of it.
    fn fund_of_projects(&self, q: &Quantity) -> Option<Target> {
        use Concept::*;
        let chains = &self.clause.chains;
        let named = !chains.is_empty() && chains.iter().all(|c| c.item.is_none() && c.features.without(feature::FUNDS.and(feature::CURRENT)).is_empty());
        let last = self.state.last.map(|id| &self.ledger.figures[id]).filter(|_| named && self.clause.share.is_none())?;
        let concept = last.concept.filter(|c| matches!(c, PerformanceTargetAmount | PerformanceSelfEvaluatedAmount | PerformanceMonitoredAmount))?;
        let subject = Subject { concept: Some(concept), words: chains.first()?.words, ..Subject::default() };
        (q.unit == last.unit && last.role.states_amount()).then(|| Target { role: last.role, subjects: smallvec![subject], own: false })
    }

    /// 实现项目绩效目标管理全覆盖，涉及一般公共预算拨款9万元: whether the sentence says that projects have targets, and of nothing else done with them.
    fn sets_targets(&self, lead: usize) -> bool {
        let said = &self.text[self.window(self.state.start, lead)..lead];
        let managed = has(said, "绩效目标") || self.ledger.background.is_budget && has(said, "绩效管理");
        managed && !has_any(said, &["自评", "监控", "评价", "评估", "跟踪"]) && !self.state.stated
    }

    /// What the sentence says is done with projects, if it is one thing only: …开展绩效自评，共涉及项目12个.
    pub(super) fn one_kind(&self) -> Features {
        let kinds = self.clause.ambient.only(KINDS);
        let single = [feature::PRE_EVALUATION, feature::TARGETS, feature::MONITORING, feature::SELF_EVALUATION].into_iter().find(|k| kinds == *k);
        single.unwrap_or(Features::NONE)
    }

    /// 开展绩效自评。其中，一级项目8个: what the sentence before says was done with projects, if it is one thing only and this one tells more.
    fn done_before(&self) -> Option<Concept> {
        use Concept::*;
        const DONE: &[(&str, Concept)] =
            &[("自评", PerformanceSelfEvaluatedProjects), ("监控", PerformanceMonitoredProjects), ("绩效目标", PerformanceTargetProjects)];
        let start = self.state.start;
        if !self.text[start..].starts_with("其中") {
            return None;
        }
        let before = self.text[self.window(0, start)..start].strip_suffix('。')?;
        let sentence = before.rsplit(['。', '\n']).next()?;
        let mut done = DONE.iter().filter(|(word, _)| has(sentence, word)).map(|(_, concept)| *concept);
        done.next().filter(|_| done.next().is_none())
    }

    /// 开展绩效自评，其中，一级项目8个，二级项目37个: more projects with which the same was done, counted by level or fund.
    pub(super) fn more_projects(&self, q: &Quantity) -> Option<Subject> {
        use Concept::*;
        const KINDS_OF: &[&str] = &[
            "一级",
            "二级",
            "三级",
            "一般公共预算",
            "政府性基金预算",
            "政府性基金",
            "国有资本经营预算",
            "国有资本经营",
            "省级",
            "市级",
            "县级",
            "区级",
            "本级",
            "上级",
            "部门预算",
            "财政拨款",
            "其他",
            "人员类",
            "运转类",
            "其他运转类",
            "特定目标类",
        ];
        if q.measure != Some(Measure::Piece) || !self.topic.is(SectionKind::Performance) || self.clause.change.is_some() {
            return None;
        }
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_matches([' ', '、', '，', '：']);
        let words = words.strip_prefix("其中").unwrap_or(words).trim_end_matches(['共', '计', '为']);
        // 实行绩效管理的项目8个, in a budget: their targets are set. In final accounts it may be any of what is done with them.
        let managed = ["实行绩效管理的项目", "实施绩效管理的项目", "纳入绩效管理的项目"].iter().any(|end| words.ends_with(end));
        if managed && self.ledger.background.is_budget {
            return Some(Subject { concept: Some(PerformanceTargetProjects), words: (from..q.lead).into(), ..Subject::default() });
        }
        // 项目支出全部纳入绩效管理，共涉及项目6个.
        if matches!(words, "涉及项目" | "共涉及项目") && self.ledger.background.is_budget && self.sets_targets(q.lead) {
            return Some(Subject { concept: Some(PerformanceTargetProjects), words: (from..q.lead).into(), ..Subject::default() });
        }
        let kind = words.strip_suffix("项目").map(|kind| kind.trim_end_matches("支出"));
        // 其中，以填报自评表形式开展自评25个.
        let way = self.state.parts && words.starts_with('以') && ["开展自评", "开展绩效自评", "自评", "绩效评价"].iter().any(|end| words.ends_with(end));
        let done = !self.text[q.tail..].starts_with(['未', '没']);
        if !way && !kind.is_some_and(|kind| done && KINDS_OF.contains(&kind)) {
            return None;
        }
        let concept = self.counted_before(q.lead, 4).next().map_or_else(|| self.done_before(), |figure| figure.concept)?;
        is_of_projects(concept).then(|| Subject { concept: Some(concept), words: (from..q.lead).into(), ..Subject::default() })
    }

    /// 组织对2个项目开展了部门评价，涉及一般公共预算支出9万元，政府性基金预算支出0万元: whether a fund among the money of projects that no
    /// concept counts is named, which is no account of the body.
    pub(super) fn is_fund_of_unknown_projects(&self, q: &Quantity) -> bool {
        let fund = |chain: &Subject| chain.says_only(feature::FUNDS.and(feature::OUT));
        let named = !self.clause.chains.is_empty() && self.clause.chains.iter().all(fund);
        let involved = || has(&self.text[self.window(self.state.start, q.lead)..q.lead], "涉及");
        named && q.measure == Some(Measure::Money) && self.topic.is(SectionKind::Performance) && self.state.free && involved()
    }

    /// 1个项目结果为“良”: whether a number of projects is followed by how they were judged.
    pub(super) fn result_behind(&self, behind: usize) -> bool {
        const NAMES: &[&str] = &["结果为", "等级为", "等次为", "结论为"];
        let clause = clause_of(&self.text[behind..], &['，', '；', '。', '、', '\n']);
        clause.is_some_and(|clause| has_any(clause, NAMES)) && self.grade_behind(behind).is_some()
    }
}
