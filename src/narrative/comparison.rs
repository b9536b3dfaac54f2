//! Comparisons: with which year, and with what of it.

use super::attach::Target;
use super::clause::{Comparing, Subject, Subjects};
use super::concepts::{self, Meaning};
use super::feature;
use super::lexer::Token;
use super::lexicon::Basis;
use super::reader::Reader;
use super::remarks::clause_of;
use crate::concept::Concept;
use crate::figure::Base;
use crate::figure::{Direction, Role, Versus};
use crate::outline::SectionKind;
use crate::quantity::{self, is_han, Measure, Quantity, Reading};
use crate::within::{behind_opening, ending};
use smallvec::smallvec;

/// What stands between the changes of a list.
const LISTS: [char; 3] = ['、', '和', '及'];

/// Which year a change starts from.
#[derive(Debug, Clone, Copy)]
enum Origin {
    Year(u16),
    YearBefore,
    /// The words before the number do not say it.
    Unsaid,
}

/// Whether a clause says that it is about the year of the report: it names that year, or opens the amounts of the report with 具体.
pub(super) fn speaks_of_this_year(clause: &str) -> bool {
    ["本年", "今年", "当年", "具体"].iter().any(|word| clause.starts_with(word))
}

impl Reader<'_, '_> {
    /// Ends a comparison that is being read: what it compares with holds for the sentence.
    pub(super) fn compare(&mut self) {
        let comparing = self.clause.comparing;
        if comparing.year.is_some() || comparing.basis.is_some() {
            let year = comparing.year.or(match comparing.basis {
                Some(Base::PriorBudget) => self.year_before(),
                _ => self.state.year.or(self.ledger.background.year),
            });
            self.state.versus = Some(Versus::new(year, comparing.printed, comparing.basis));
            self.versus = self.state.versus;
        }
    }

    /// 2017年预算25万元，2016年预算45.2万元；对比减少20.20万元: a comparison without an object is one with what was stated last.
    pub(super) fn compare_with_last(&mut self) {
        let bare = self.clause.comparing.open && self.clause.comparing.year.is_none() && self.clause.comparing.basis.is_none();
        let last = self.subjects.first().and_then(|s| s.figure).and_then(|id| self.ledger.figures[id].year);
        let earlier = last.filter(|year| bare && self.ledger.background.year.is_some_and(|report| *year < report));
        let earlier = earlier.or_else(|| self.year_of_same_before());
        if let Some(year) = earlier {
            self.state.versus = Some(Versus::new(Some(year), true, None));
            self.versus = self.state.versus;
        }
    }

    /// 机关运行经费353万元，2023年度为338万元，增加15万元: the earlier year of the last amount, if the one before it is of the same thing in
    /// the year of the report, and nothing else is compared with.
    fn year_of_same_before(&self) -> Option<u16> {
        let alone = !self.clause.comparing.open && self.state.versus.is_none() && self.clause.chains.is_empty();
        let alone = alone && self.clause.prefix.is_none() && !self.clause.broken;
        let last = self.state.last.filter(|_| alone)?;
        let figures = &self.ledger.figures;
        let (own, earlier) = (figures.get(last.checked_sub(1)?)?, &figures[last]);
        let same = own.concept.is_some() && own.concept == earlier.concept && own.section == earlier.section && own.code == earlier.code;
        let amounts = own.role.states_amount() && earlier.role.states_amount() && own.line == earlier.line;
        let year = earlier.year.filter(|year| self.ledger.background.year.is_some_and(|report| *year < report));
        year.filter(|_| same && amounts && own.year == self.ledger.background.year)
    }

    pub(super) fn comparison(&mut self, token: &Token) {
        // 与上年相比 ends a comparison; 相比2019年预算 begins one.
        let begins = || self.text[token.end..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '上' | '去'));
        if &self.text[token.start..token.end] != "相比" || begins() {
            self.clause.comparing = Comparing { open: true, ..Default::default() };
        }
    }

    /// 由2016年的1,245万元增加到1,302万元, 从29人降为16人: the number a change starts from is of what is compared with, be it printed right
    /// before it or by the sentence; of no year where nothing says it.
    pub(super) fn depart(&mut self, q: &Quantity) {
        let Some(origin) = self.departure(q) else { return };
        self.clause.departs = true;
        let report = self.ledger.background.year;
        let since = self.text[self.state.start..q.lead].contains("以来");
        let compared = |versus: Versus| Comparing { year: versus.year, printed: versus.printed, basis: versus.basis, ..Comparing::default() };
        let versus = match (origin, self.state.versus, self.state.year, self.clause.year) {
            (Origin::Year(year), ..) => Some(Versus::new(Some(year), true, None)),
            // 上年 was read as the year of the number.
            (Origin::YearBefore, ..) => Some(Versus::new(self.clause.year.or(self.year_before()), false, None)),
            (Origin::Unsaid, Some(versus), ..) => Some(versus),
            // 自2019年至2022年，…从12万元减少到3万元; 自2015年以来，….
            (Origin::Unsaid, None, Some(first), Some(_)) => Some(Versus::new(Some(first), true, None)),
            (Origin::Unsaid, None, Some(first), None) if since => Some(Versus::new(Some(first), true, None)),
            // A section on the “三公” costs compares with the year before.
            (Origin::Unsaid, None, own, None) if self.state.as_of.is_none() && self.clause.basis.is_none() && own.is_none_or(|own| Some(own) == report) => {
                self.topic.is(SectionKind::ThreePublic).then(|| Versus::new(self.year_before(), false, None))
            }
            (Origin::Unsaid, ..) => None,
        };
        let Some(versus) = versus else {
            self.clause.comparing = Comparing::default();
            return;
        };
        if self.state.year.is_some() && self.state.year == versus.year {
            // It is the year of this number only.
            self.state.year = self.clause.year;
        }
        self.state.versus = Some(versus);
        self.clause.comparing = compared(versus);
    }

    /// What a change starts from, if the number is that.
    fn departure(&self, q: &Quantity) -> Option<Origin> {
        /// The last character before the number where a change starts from it; asked first, for hardly any number has one of them.
        const ENDS: &[&str] = &["从", "由", "年", "度", "的", " "];
        const VERBS: &[&str] = &["降低", "下降", "减少", "压减", "压缩", "增加", "增长", "上升", "提高", "提升", "降", "减", "增", "升"];
        ending(&self.text[..q.lead], ENDS)?;
        let behind = self.text[q.tail..].trim_start_matches([' ', '，']);
        behind_opening(behind, VERBS).filter(|rest| rest.starts_with(['到', '至', '为']))?;
        let before = self.text[self.state.start.min(q.lead)..q.lead].trim_end_matches([' ', '的']);
        let opens = |words: &str| words.trim_end_matches(' ').ends_with(['从', '由']);
        if opens(before) {
            return Some(Origin::Unsaid);
        }
        let before = before.strip_suffix("年度").or_else(|| before.strip_suffix('年'))?;
        if before.strip_suffix(['上', '去']).is_some_and(opens) {
            return Some(Origin::YearBefore);
        }
        let words = before.trim_end_matches(|c: char| c.is_ascii_digit());
        before[words.len()..].parse().ok().filter(|_| opens(words)).map(Origin::Year)
    }

    pub(super) fn prior_year(&mut self, token: &Token) {
        if self.clause.comparing.open {
            self.clause.comparing.year = self.year_before();
            self.compare();
        } else if self.text[..token.start].ends_with('对')
            && clause_of(&self.text[token.end..], &['，', '；', '。']).is_some_and(|words| words.contains("项目"))
        {
            // 对上一年度已完成的25个项目开展自评: what is done is of this year.
        } else {
            self.clause.year = self.year_before();
            // 上年收入总计29万元，支出总计28万元: all of it.
            let opens = !self.state.stated && self.clause.chains.is_empty() && self.text[self.state.start..token.start].trim_matches(' ').is_empty();
            let stock = ["末", "底", "度末", "结转", "结余", "累计", "年末"].iter().any(|word| self.text[token.end..].starts_with(word));
            if opens && !stock && self.state.year.is_none() && self.text[token.start..].starts_with('上') {
                (self.state.year, self.state.prior) = (self.clause.year, true);
            }
            let ends = self.text[token.end..].trim_start_matches('度').starts_with(['末', '底']);
            if ends && !self.state.stated && self.text[self.state.start..token.start].trim_end_matches(' ').ends_with(['截', '至', '止', '到']) {
                // 截止上年底，人员编制50人，其中：行政编制16人: all of it.
                self.state.year = self.state.year.or(self.year_before_report());
            }
        }
    }

    fn year_before_report(&self) -> Option<u16> {
        self.ledger.background.year.map(|year| year - 1)
    }

    /// 决算数小于预算数6.36万元: a change against the budget.
    pub(super) fn exceeds(&mut self, direction: Direction) {
        self.clause.exceeds = Some(direction);
        self.clause.comparing = Comparing { open: true, ..Default::default() };
        self.clause.basis = None;
    }

    /// 部门支出预算安排与2016年度相比，增加…, 公务接待费与预算一致，比上年增加…: what was compared is what changed.
    pub(super) fn compared(&mut self) {
        let sure = !self.clause.broken && !self.clause.purpose && !self.clause.chains.is_empty();
        if sure && (self.clause.comparing.year.is_some() || self.clause.unchanged) {
            self.subjects = std::mem::take(&mut self.clause.chains);
        }
    }

    /// 收入总计519万元，支出总计519万元，与上年相比，增加32万元: what changed are both totals, which are the same.
    pub(super) fn balances(&self) -> bool {
        let [revenue, expenditure] = self.state.totals.as_slice() else { return false };
        let value = |total: &Subject| total.figure.map(|id| self.ledger.figures[id].value);
        let last = self.subjects.iter().all(|s| s.figure == revenue.figure || s.figure == expenditure.figure);
        let pair = !self.state.changed && revenue.concept.zip(expenditure.concept).is_some_and(|(one, other)| concepts::same_family(one, other));
        pair && last && value(revenue).is_some() && value(revenue) == value(expenditure)
    }

    /// Behind counts, a sentence of its own compares the money: 累计0人次。与2016年相同.
    fn money_before(&self, id: usize) -> usize {
        let counted = self.ledger.figures[id].role == Role::Count && !self.state.stated && self.topic.is(SectionKind::ThreePublic);
        self.money_counted_for().and_then(|money| money.figure).filter(|_| counted).unwrap_or(id)
    }

    pub(super) fn same(&mut self, token: &Token) {
        self.compare();
        let compared = self.state.versus.is_some_and(|v| matches!(v.basis, None | Some(Base::PriorBudget | Base::BudgetExecution))) && !self.state.aside;
        // 支出与上年持平 behind an amount of 收入 says nothing of that amount.
        let named = self.clause.chains.last().map(|c| self.meaning_of(c, Measure::Money));
        self.clause.unchanged |= named.is_some() && !self.clause.broken;
        if self.text[token.end..].starts_with(is_han) {
            // 与上年持平公务接待费…, the comma being lost: what follows is of this year.
            self.clause.comparing = Comparing::default();
        }
        if compared && !self.clause.broken {
            for subject in &self.subjects {
                let other =
                    matches!((&named, subject.concept), (Some(Meaning::One(concept)), Some(own)) if *concept != own && !concepts::same_family(*concept, own));
                // An amount of the year compared with is not compared with itself.
                let itself = subject.figure.is_some_and(|id| self.ledger.figures[id].year == self.state.versus.and_then(|v| v.year));
                if other || itself {
                    continue;
                }
                if let Some(id) = subject.figure.map(|id| self.money_before(id)) {
                    self.ledger.figures[id].direction.get_or_insert(Direction::Unchanged);
                    self.ledger.figures[id].versus = self.ledger.figures[id].versus.or(self.state.versus);
                }
            }
        }
    }

    pub(super) fn base_for(&self, role: Role) -> Option<Base> {
        if role != Role::Completion {
            return None;
        }
        Some(match (self.clause.basis, self.clause.completed) {
            (Some(Basis::Budget(base)), _) | (_, Some(base)) => base,
            _ => Base::Budget,
        })
    }

    /// 基本支出、项目支出较上年分别增长3%、下降2%: behind 分别, changes in different directions are each of the next of what was named, or of
    /// what was stated right before.
    pub(super) fn change_apart(&mut self, target: &mut Target, q: &Quantity) {
        if !matches!(target.role, Role::Change | Role::Rate) {
            return;
        }
        let next = if !self.state.apart.is_empty() && self.text[self.clause.numbered..].starts_with(LISTS) {
            Some(self.state.apart.remove(0))
        } else {
            self.state.apart.clear();
            self.first_apart(target, q)
        };
        if let Some(subject) = next {
            target.subjects = smallvec![subject];
            target.own = false;
        }
    }

    /// What the first of some changes in a list is of; what the others are of is kept for them.
    fn first_apart(&mut self, target: &Target, q: &Quantity) -> Option<Subject> {
        let count = if self.clause.each { self.changes_listed(q) } else { 1 };
        if count < 2 {
            return None;
        }
        let named = if target.subjects.len() == count { target.subjects.clone() } else { self.stated_in_list(count) };
        let (first, others) = named.split_first()?;
        self.state.apart = Subjects::from_slice(others);
        Some(*first)
    }

    /// How many changes with verbs of their own are listed from a number on.
    fn changes_listed(&self, q: &Quantity) -> usize {
        const VERBS: &[&str] = &["增长", "增加", "下降", "减少", "降低", "提高", "上升"];
        /// No sentence lists more.
        const MOST: usize = 16;
        let mut at = q.tail;
        let mut count = 1;
        while let Some(rest) = self.text[at..].strip_prefix(LISTS).filter(|_| count < MOST) {
            let Some(number) = VERBS.iter().find_map(|verb| rest.strip_prefix(verb)) else { break };
            let number = number.trim_start_matches(['了', ' ']);
            let Reading::Quantity(next) = quantity::read(self.text, self.text.len() - number.len()).reading else { break };
            at = next.tail;
            count += 1;
        }
        count
    }

    /// The last amounts of the sentence that have a concept, as many as are asked for; none if there are fewer.
    fn stated_in_list(&self, count: usize) -> Subjects {
        let figures = &self.ledger.figures;
        let Some(line) = figures.last().map(|figure| figure.line) else { return Subjects::new() };
        let near = (0..figures.len()).rev().take(count * 3).take_while(|id| figures[*id].line == line && figures[*id].section == self.section);
        let amounts = near.filter(|id| figures[*id].role.states_amount() && figures[*id].concept.is_some());
        let mut stated: Subjects = amounts
            .take(count)
            .map(|id| Subject { concept: figures[id].concept, figure: Some(id), words: (self.clause.start..self.clause.start).into(), ..Subject::default() })
            .collect();
        stated.reverse();
        if stated.len() == count {
            stated
        } else {
            Subjects::new()
        }
    }

    /// 一般公共预算财政拨款支出619.9万元。与上年相比，财政拨款支出增加52.54万元: what the paragraph is about, called by the end of its name.
    pub(super) fn meant_by_end_of_name(&self) -> Option<Subject> {
        let [named] = self.clause.chains.as_slice() else { return None };
        let main = self.main.filter(|main| main.concept == Some(Concept::GeneralBudgetExpenditure))?;
        (self.state.versus.is_some() && named.says_only(feature::FISCAL.and(feature::OUT))).then_some(main)
    }
}
