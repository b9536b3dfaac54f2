//! Reasons: 主要原因 and where it ends.

use super::feature;
use super::lexer::Token;
use super::lexicon::{self, Sense, Word};
use super::reader::Reader;
use crate::classification;
use crate::figure::Role;
use crate::span::start_of;
use crate::within::has_any;

impl Reader<'_, '_> {
    pub(super) fn reason(&mut self, token: &Token) {
        let amount = self.state.last.is_some_and(|id| self.ledger.figures[id].role.states_amount()) && self.state.explained.is_empty();
        if amount && self.topic.basic && &self.text[token.start..token.end] == "主要是" && self.opens_with_item(token.end) {
            // 公用经费339万元，主要是办公费41万元、电费38万元: its parts.
            self.state.mainly = true;
            return self.parts(token);
        }
        if self.state.reason.is_none() {
            self.state.reason = Some(token.end);
            // A reason behind a number of its own sentence explains that one, not what the sentence before compared.
            if self.state.explained.is_empty() && !self.state.stated {
                self.state.explained = std::mem::take(&mut self.explained);
            }
        }
    }

    /// Whether the name of an item of the economic classification stands at a place, and its amount behind it.
    fn opens_with_item(&self, at: usize) -> bool {
        const LONGEST: usize = 60;
        let words = start_of(&self.text[at..], LONGEST);
        let digits = words.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        classification::is_economic(words[..digits].trim_end_matches(['为', ' ']))
    }

    /// Gives the reason that ends at `end` to the figures it explains.
    pub(super) fn give_reason(&mut self, end: usize) {
        let Some(start) = self.state.reason.take() else { return };
        let reason = self.text[start..end].trim_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '：' | '是' | '，' | '；'));
        if self.state.explained.is_empty() {
            // 6.28万元，接待52批次、418人次，主要是…: a reason behind counts explains the money.
            let counted = self.state.last.is_some_and(|id| self.ledger.figures[id].role == Role::Count);
            let money = self.main.as_ref().and_then(|m| m.figure).filter(|_| counted);
            self.state.explained.extend(money.or(self.state.last));
        }
        for id in &self.state.explained {
            self.ledger.figures[*id].reason = Some(reason.to_owned()).filter(|r| !r.is_empty());
        }
        self.state.explained.clear();
    }

    /// A reason ends where the next item of a list or a comparison of the subject itself begins.
    pub(super) fn end_reason(&mut self, mark: char, behind: usize) {
        const GOES_ON: &[&str] = &["二是", "三是", "四是", "五是", "六是", "七是", "其二", "其三", "另", "同时"];
        /// Numbers of a list, each with the one that opens it: without it the next number is of the list that the reason stands in.
        const COUNTED: &[(&str, &[&str])] = &[
            ("一、", &["二、", "三、"]),
            ("（一）", &["（二）", "（三）"]),
            ("（1）", &["（2）", "（3）"]),
            ("1.", &["2.", "3."]),
            ("1、", &["2、", "3、"]),
            ("①", &["②", "③"]),
        ];
        const COMPARES: &[&str] =
            &["与上年", "较上年", "比上年", "与20", "较20", "比20", "同比", "与年初", "较年初", "比年初", "完成年初", "完成预算", "完成全年"];
        let Some(start) = self.state.reason else { return };
        let next = &self.text[behind..];
        let said = &self.text[self.window(start, behind)..behind];
        let opens = |first: &str| said.match_indices(first).any(|(at, _)| at == 0 || said[..at].ends_with(['：', '，', '；', '。', '是', '为', ' ']));
        let counted = || COUNTED.iter().any(|(first, others)| others.iter().any(|mark| next.starts_with(mark)) && opens(first));
        let ends = match mark {
            '；' => !GOES_ON.iter().any(|w| next.starts_with(w)) && !counted(),
            '，' if self.counts_of_year(next) || counts_things(next) && !tells_what_was_not(said, next) => true,
            '，' => {
                !self.state.changed && (COMPARES.iter().any(|w| next.starts_with(w)) || self.changes_by_amount_and_rate(behind)) && !self.reason_states_money()
            }
            _ => false,
        };
        if ends {
            self.give_reason(behind - mark.len_utf8());
        }
    }

    /// 1986万元，主要是二期投入使用，增加741万元，增长60%: behind the reason of an amount that was not compared yet, a change with its rate is of it.
    fn changes_by_amount_and_rate(&self, at: usize) -> bool {
        const VERBS: &[&str] = &["增加", "减少", "增长", "下降", "上升", "降低"];
        const LONGEST: usize = 120;
        let stated = |clause: &str, unit: char| {
            let number = VERBS.iter().find_map(|verb| clause.strip_prefix(verb));
            let behind = number.map(|number| number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')));
            number.zip(behind).is_some_and(|(number, behind)| behind.len() < number.len() && behind.chars().any(|c| c == unit) && behind.chars().count() <= 2)
        };
        let mut clauses = start_of(&self.text[at..], LONGEST).split(['，', '。', '；', '\n']);
        let (amount, rate) = (clauses.next().unwrap_or_default(), clauses.next().unwrap_or_default());
        if !self.state.explained.is_empty() || !stated(amount, '元') || !stated(rate, '%') {
            return false;
        }
        // 主要是人员减少，公用经费，减少12万元，下降20%: the change of what stands right before it; 一是…，二是…: one of several reasons.
        let said = self.text[self.window(self.state.reason.unwrap_or(at), at)..at].trim_end_matches(['，', ' ']);
        let named = said.ends_with(['费', '款', '金', '出', '入', '助']);
        let several =
            has_any(said, &["一是", "二是", "（1）", "1."]) || clauses.next().is_some_and(|clause| clause.starts_with("二是") || clause.starts_with("其二"));
        !named && !several
    }

    /// 主要是车辆减少，2016年公务用车购置数及保有量分别为…: a year and the name of what is counted begin a statement of their own.
    fn counts_of_year(&self, next: &str) -> bool {
        const LONGEST_YEAR: usize = 4 + 2 * '年'.len_utf8();
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        let behind = Some(next).filter(|_| digits == 4).and_then(|n| n[digits..].strip_prefix('年')).map(|n| n.trim_start_matches('度'));
        let Some(name) = behind.filter(|n| next.len() - n.len() <= LONGEST_YEAR) else { return false };
        match lexicon::word_from(name, 0) {
            Some(Word { start: 0, sense: Sense::Noun(noun), .. }) => {
                let features = lexicon::noun(*noun).features;
                features.has(feature::VEHICLE) && features.any(feature::HOLDING.and(feature::PURCHASE))
            }
            _ => false,
        }
    }

    /// 主要原因是：接待费预算24万元，比上年预算数减少4万元: what is compared is the money inside the reason.
    fn reason_states_money(&self) -> bool {
        let start = self.state.reason.map(|start| self.ledger.folded.span(start, start).start);
        self.ledger.figures.last().is_some_and(|f| f.yuan.is_some() && start.is_some_and(|start| f.span.start >= start))
    }
}

/// 主要是原计划出访，计划出国团组2个，因故取消: whether a reason counts what was planned, or was before.
fn tells_what_was_not(said: &str, next: &str) -> bool {
    const LONGEST: usize = 120;
    let said = said.trim_start_matches(['是', '：', ' ']);
    let before = ["上年", "去年", "上一年"].iter().any(|year| said.starts_with(year));
    before || has_any(said, &["以前", "原计划", "原定", "改前", "取消"]) || has_any(start_of(next, LONGEST), &["取消", "没有", "未", "现为", "现有"])
}

/// 主要是恢复出访，拟安排团组1个; 主要是减少出车，年末公务用车保有3辆: what the section counts is none of a reason.
fn counts_things(next: &str) -> bool {
    const BEFORE: &[&str] = &["全年", "本年", "年末", "计划", "拟", "共", "安排", "组织", "派出", "实际"];
    const NAMES: &[&str] =
        &["因公出国（境）团组", "出国（境）团组", "因公出国团组", "出国团组", "团组", "公务用车保有量", "公务用车保有", "公务车保有量", "国内公务接待"];
    let mut words = next;
    while let Some(rest) = BEFORE.iter().find_map(|word| words.strip_prefix(word)) {
        words = rest;
    }
    let behind = NAMES.iter().find_map(|name| words.strip_prefix(name));
    behind.is_some_and(|behind| behind.trim_start_matches(['数', '为', '共', '计', ' ']).starts_with(|c: char| c.is_ascii_digit()))
}
