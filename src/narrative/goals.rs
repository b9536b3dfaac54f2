//! Performance in sentences: the goals and indicators of a budget, and the money of the project that they are of.

use super::attach::Target;
use super::clause::Subject;
use super::lexer::Token;
use super::lexicon;
use super::reader::Reader;
use crate::concept::Concept;
use crate::figure::Role;
use crate::outline::{label_maybe, SectionKind};
use crate::quantity::{is_han, Measure, Quantity};
use crate::span::range_of;
use crate::within::{has, has_any};
use smallvec::smallvec;

/// What announces goals, and what announces indicators, where a mark or a verb follows.
const GOALS: [(&str, bool); 5] = [("绩效指标", true), ("产出指标", true), ("效益指标", true), ("满意度指标", true), ("目标", false)];

/// What stands between such a word and the first goal.
const OPENS: &[&str] = &["：", "为", "是", "包括"];

/// What of 绩效目标 is done, not planned.
const DONE: &[&str] = &["完成", "自评", "评价", "实现"];

/// Whether a title says that its section states goals: 总体绩效目标, 预算项目绩效目标.
pub(super) fn states_goals(title: &str) -> bool {
    has(title, "绩效目标") && !has_any(title, DONE) && !has(title, "设置")
}

impl Reader<'_, '_> {
    /// 年度绩效目标：布设断面45条, 绩效指标：检查企业不少于620家, in a budget: a goal, or the value of an indicator, which names a rate or is
    /// announced as one.
    pub(super) fn goal(&self, quantity: &Quantity, label: &str) -> Option<Concept> {
        let counted = !matches!(quantity.measure, Some(Measure::Money | Measure::Score) | None);
        if !counted || !self.ledger.background.is_budget || !self.topic.is(SectionKind::Performance) {
            return None;
        }
        if quantity.measure == Some(Measure::Piece) && has_any(label, &["项目", "绩效目标"]) {
            return None;
        }
        let label = ["为", "达到", "达", "到"].iter().fold(label, |label, verb| label.trim_end_matches(verb));
        // 占全部预算项目35个的91%: a share.
        let share = self.text[self.clause.start.min(quantity.lead)..quantity.lead].trim_start_matches(' ').starts_with('占');
        if share || self.tells_what_is(quantity) {
            return None;
        }
        let announced = self.announced_goals(quantity.lead);
        let indicator = announced.unwrap_or(false) || label.ends_with(['率', '度']) || label.ends_with("比例");
        (announced.is_some() || self.states_goals).then_some(if indicator { Concept::PerformanceIndicator } else { Concept::PerformanceGoal })
    }

    /// 2022年完成造林4800亩, 现有公务用车5辆, 较上年提高2个百分点: what is or was, and no goal.
    fn tells_what_is(&self, quantity: &Quantity) -> bool {
        const THERE: &[&str] = &["现有", "实有", "共有", "已", "累计", "完成了", "以来"];
        let said = &self.text[self.window(self.state.start, quantity.lead)..quantity.lead];
        let past = self.clause.year.or(self.state.year).zip(self.ledger.background.year).is_some_and(|(year, own)| year < own);
        let promised = has_any(said, &["力争", "确保", "争取"]);
        let changes = self.clause.change.is_some() && quantity.measure == Some(Measure::Percent) || quantity.measure == Some(Measure::Points);
        past || changes && !promised || has_any(said, THERE)
    }

    /// What the paragraph announced last before a place: indicators, or goals.
    fn announced_goals(&self, lead: usize) -> Option<bool> {
        const FARTHEST: usize = 900;
        /// The last character of each of the words.
        const LAST: char = '标';
        let said = self.text[self.window(lead.saturating_sub(FARTHEST), lead)..lead].rsplit('\n').next()?;
        let opened = said
            .rmatch_indices(LAST)
            .map(|(at, _)| said.split_at(at + LAST.len_utf8()))
            .filter(|(_, behind)| OPENS.iter().any(|mark| behind.starts_with(mark)));
        opened.filter_map(|(before, _)| GOALS.iter().find(|(word, _)| before.ends_with(word))).map(|(_, indicators)| *indicators).next()
    }

    /// 农村饮水安全巩固提升项目: a verb with words of the name before it; 减少项目支出 is a change.
    pub(super) fn is_in_project_name(&self, token: &Token) -> bool {
        const KINDS: &[&str] = &["项目", "工程", "行动"];
        const GOES_ON: &[&str] = &["支出", "经费", "款", "资金", "预算", "收入"];
        let behind = KINDS.iter().find_map(|word| self.text[token.end..].strip_prefix(word));
        let named = behind.is_some_and(|rest| !GOES_ON.iter().any(|word| rest.starts_with(word)) && !rest.starts_with(|c: char| c.is_ascii_digit()));
        named && self.clause.unknown_end == token.start && self.text[..token.start].ends_with(is_han)
    }

    /// “海岸带监测”项目年度资金总额为860万元, 应急平台运行维护项目，预算金额268万元: the money of a project that the sentence names, and its parts.
    pub(super) fn project_money(&mut self, q: &Quantity) -> Option<Target> {
        const NAMES: &[&str] = &[
            "年度资金总额",
            "资金总额",
            "预算金额",
            "年度预算金额",
            "年度预算",
            "预算资金",
            "预算安排",
            "安排",
            "年初预算数",
            "年初预算",
            "全年预算数",
            "全年预算",
            "调整预算数",
            "预算数",
            "预算",
        ];
        if q.measure != Some(Measure::Money) || !self.topic.is(SectionKind::Performance) || self.clause.change.is_some() {
            return None;
        }
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_matches([' ', '为', '共', '计', '：', '、']);
        if let Some(target) = self.spent_on_project(q, words) {
            return Some(target);
        }
        if let Some(concept) = self.part_of_project(words) {
            let subject = Subject { concept: Some(concept), words: (from..q.lead).into(), ..Subject::default() };
            return Some(Target { role: self.amount_role(q.measure), subjects: smallvec![subject], own: false });
        }
        let (named, money) = NAMES.iter().find_map(|name| Some((words.strip_suffix(name)?, *name)))?;
        let before =
            || self.text[self.window(0, from)..from].trim_end_matches([' ', '，', '：']).rsplit(['，', '。', '；', '：', '\n']).next().unwrap_or_default();
        // （1）增殖放流项目，年初预算60万元: the number of the paragraph is no part of the name.
        let line = |words: &'_ str| {
            let start = range_of(words, self.text).start;
            let opens = self.text[..start].is_empty() || self.text[..start].ends_with('\n');
            label_maybe(words).filter(|_| opens).map_or(0, |label| label.skip)
        };
        let named = if named.is_empty() { before() } else { named };
        let named = &named[line(named)..];
        if named == "该项目" {
            self.project = self.project_quoted(from);
        } else {
            // “森林防火”项目 quotes a part of its name only.
            self.project = Some(project_name(named, money == "安排")?.replace(['“', '”'], ""));
        }
        let subject = Subject { concept: Some(Concept::PerformanceProjectTotal), words: (from..q.lead).into(), ..Subject::default() };
        // 全年预算 of a project is its budget.
        let role = if self.amount_role(q.measure) == Role::AdjustedBudget { Role::Budget } else { self.amount_role(q.measure) };
        Some(Target { role, subjects: smallvec![subject], own: false })
    }

    /// `1.图书购置项目` as a title among the results of projects.
    pub(super) fn project_titled(&self, name: &str) -> Option<String> {
        if !self.topic.is(SectionKind::Performance) || has_any(name, DONE) || has_any(name, &["绩效", "自评", "情况", "重点"]) {
            return None;
        }
        project_name(name, false).map(|name| name.replace(['“', '”'], ""))
    }

    /// 对“森林防火”项目开展重点评价，该项目预算数9万元: the project that the paragraph named last in quotation marks.
    fn project_quoted(&self, before: usize) -> Option<String> {
        const FARTHEST: usize = 600;
        let said = self.text[self.window(before.saturating_sub(FARTHEST), before)..before].rsplit('\n').next()?;
        let close = said.rfind("”项目")?;
        let open = said[..close].rfind('“')? + '“'.len_utf8();
        // Nothing else that the words may mean stands between or beside.
        let between = &said[close + "”项目".len()..];
        let other = has_any(between, &["项目", "工程", "整体", "“"]) || said[..open - '“'.len_utf8()].ends_with(['和', '、', '与', '及', '见']);
        (!other).then(|| format!("{}项目", &said[open..close]))
    }

    /// …的项目预算资金900万元，支出850万元: what was spent of something that has no name here.
    pub(super) fn spends_something_unknown(&self, q: &Quantity) -> bool {
        let last = self.ledger.figures.last().filter(|figure| figure.section == self.section);
        // 公务用车保有量3辆，驾驶员4人，支出9万元: not of all three costs.
        let counted = last.is_some_and(|figure| figure.concept.is_none() && figure.role == Role::Count);
        if counted && self.topic.is(SectionKind::ThreePublic) && self.state.stated && self.subjects.is_empty() {
            return !self.clause.chains.is_empty() && q.measure == Some(Measure::Money);
        }
        let unknown = last.is_some_and(|figure| figure.concept.is_none() && figure.yuan.is_some() && figure.role.states_amount());
        unknown && !self.clause.chains.is_empty() && q.measure == Some(Measure::Money) && self.topic.is(SectionKind::Performance)
    }

    /// 支出96万元 behind the budget of a project.
    fn spent_on_project(&self, q: &Quantity, words: &str) -> Option<Target> {
        const SPENT: &[&str] = &["支出", "实际支出", "执行", "执行数", "全年执行数", "全年执行", "实际执行", "支出决算", "已支出"];
        let last = self.state.last.map(|id| &self.ledger.figures[id])?;
        let of_project = last.concept == Some(Concept::PerformanceProjectTotal) && last.role.is_planned();
        let subject = Subject { concept: Some(Concept::PerformanceProjectTotal), words: (q.lead..q.lead).into(), ..Subject::default() };
        (of_project && SPENT.contains(&words)).then(|| Target { role: Role::Actual, subjects: smallvec![subject], own: false })
    }

    /// 其中：财政拨款760万元，其他资金100万元, behind the money of a project.
    fn part_of_project(&self, words: &str) -> Option<Concept> {
        const FISCAL: &[&str] = &["财政拨款", "财政资金", "一般公共预算", "一般公共预算拨款", "当年财政拨款"];
        const OTHER: &[&str] = &["其他资金", "其它资金", "自有资金"];
        let last = self.state.last.and_then(|id| self.ledger.figures[id].concept);
        let of_project = matches!(last, Some(Concept::PerformanceProjectTotal | Concept::PerformanceProjectFiscal));
        let name = words.trim_start_matches("其中").trim_start_matches(['：', '，', '、']);
        let concepts = [(FISCAL, Concept::PerformanceProjectFiscal), (OTHER, Concept::PerformanceProjectOther)];
        concepts.iter().find(|(names, _)| of_project && names.contains(&name)).map(|(_, concept)| *concept)
    }
}

/// The name of one project that words end with; `None` for words that speak of many. What is arranged need not end in 项目 where it is
/// called 重点项目 before.
fn project_name(words: &str, arranged: bool) -> Option<&str> {
    const OF_MANY: &[&str] = &["全部", "所有", "各", "涉及", "共", "其余", "其他", "以上", "上述", "开展", "部门", "单位", "整体", "我", "本"];
    const OF_KINDS: &[&str] = &[
        "类项目",
        "转移支付项目",
        "经常性项目",
        "一次性项目",
        "民生项目",
        "资金项目",
        "支出项目",
        "自评项目",
        "评价项目",
        "监控项目",
        "绩效项目",
        "政府采购项目",
        "基本建设项目",
        "一级项目",
        "二级项目",
        "财政项目",
        "预算项目",
    ];
    const SHORTEST_QUOTED: usize = 5;
    const TOLD_OF: &[&str] = &["的项目", "纳入", "实行", "开展", "列入", "年"];
    let words = words.trim_start_matches("其中").trim_start_matches(['：', '，', ' ']);
    // 以“…”项目为例.
    let words = words.strip_suffix("为例").map_or(words, |words| words.trim_start_matches('以'));
    let (key, name) = words.strip_prefix("重点项目").map_or((false, words), |name| (true, name.trim_start_matches('：')));
    let name = name.trim_matches([' ', '的']);
    let counted = name.strip_suffix("个项目").is_some_and(|count| count.ends_with(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十多几".contains(c)));
    let told_of = has_any(name, TOLD_OF) || OF_KINDS.iter().any(|kind| name.ends_with(kind));
    let length = name.chars().count();
    let one = (4..=40).contains(&length)
        && !counted
        && !told_of
        && !OF_MANY.iter().any(|word| name.starts_with(word))
        && !name.contains(['，', '。', '；', '：', '、']);
    // “人民调解员补贴”预算398万元; “三公经费” and “基本支出” are accounts.
    let quoted = name.strip_prefix('“').and_then(|name| name.strip_suffix('”')).is_some_and(|name| {
        let known = lexicon::word_from(name, 0).is_some_and(|word| word.start == 0 && word.end == name.len());
        let account = ["支出", "预算", "基金", "类", "经费", "资金", "拨款", "收入"].iter().any(|end| name.ends_with(end));
        name.chars().count() >= SHORTEST_QUOTED && !known && !account && !name.contains(['“', '”'])
    });
    let told = if arranged { key } else { key || quoted || name.ends_with("项目") };
    (one && told).then_some(name)
}
