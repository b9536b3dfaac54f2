//! Numbers to figures: which subject, which concept, which role.

use super::clause::{copied, Subject, Subjects, Words};
use super::concepts::{self, Meaning};
use super::feature::{self, Features};
use super::free;
use super::item::Path;
use super::lexer::{Kind, Sentence};
use super::lexicon::{Basis, Sense};
use super::nature::nature;
use super::projects::{is_of_projects, kind_in};
use super::reader::{is_blank, Reader};
use crate::concept::Concept;
use crate::figure::{Base, CodeFrom, Direction, Role, UnitFrom};
use crate::ledger;
use crate::outline::SectionKind;
use crate::quantity::{Measure, Quantity};
use crate::within::{find, has, opening};
use rust_decimal::Decimal;
use smallvec::{smallvec, SmallVec};

/// Numbers that stand as a list with nothing but list marks between them.
struct Group {
    /// Indices of the tokens.
    tokens: SmallVec<[usize; 4]>,
    /// The token behind the last one.
    next: usize,
}

/// What a number is to be attached to, and as what.
pub(super) struct Target {
    pub(super) role: Role,
    pub(super) subjects: Subjects,
    /// Whether the names stand in this clause, so that they are the subject from here on.
    pub(super) own: bool,
}

impl Reader<'_, '_> {
    /// Reads the list of numbers that starts at token `at`; the token behind it.
    pub(super) fn numbers(&mut self, at: usize, sentence: &Sentence) -> usize {
        let mut group = self.group(at, sentence);
        let first = sentence.tokens[at];
        self.note_gap(first.start);
        let named = self.unit_by_name(quantity(sentence, group.tokens[0]));
        if named.is_some() {
            group = Group { tokens: smallvec![at], next: at + 1 };
        }
        let exceeding = if named.is_none() && group.tokens.len() == 1 { self.exceeding(quantity(sentence, at)) } else { None };
        let quantities: SmallVec<[&Quantity; 4]> = match named.as_ref().or(exceeding.as_ref()) {
            Some(read) => smallvec![read],
            None if group.tokens.len() == 1 => smallvec![quantity(sentence, at)],
            None => group.tokens.iter().map(|t| quantity(sentence, *t)).collect(),
        };
        let lead = quantities[0].lead;
        let trail = self.trail(group.next, sentence);
        let shares = self.shares_of_list(&quantities);
        if shares || self.offices(quantities[0]) {
            self.settle(quantities.last().map_or(first.end, |q| q.tail.max(first.end)));
            return group.next;
        }
        // A bare number that no word of its own clause leads to is no amount of what was spoken of before.
        let unled = quantities.iter().all(|q| q.measure.is_none()) && self.clause.basis.is_none() && self.clause.comparing.year.is_none();
        let states = |role| matches!(role, Role::Actual | Role::Budget | Role::Count);
        self.state.rate_ahead = rate_behind(group.next, sentence);
        self.depart(quantities[0]);
        if self.changes_in_reason(&quantities) {
            self.settle(quantities[0].tail);
            return group.next;
        }
        let mut target = self.target(quantities[0], &trail, lead);
        let states_nothing = |target: &mut Target| unled && !target.own && states(target.role) || !self.has_role_as_planned(target, quantities[0]);
        if target.as_mut().is_some_and(states_nothing) {
            target = None;
        }
        match target {
            Some(target) if self.is_interim(&target, quantities[0]) => {
                self.free_beside(&quantities);
                self.subjects = target.subjects;
            }
            Some(mut target) => {
                self.change_apart(&mut target, quantities[0]);
                self.attach(&quantities, target, named.is_some());
            }
            None if self.is_balance_of_item() || self.visits(quantities[0]) => self.free_beside(&quantities),
            None => self.free(&quantities),
        }
        let end = quantities.last().map_or(first.end, |q| q.tail);
        self.settle(end);
        group.next
    }

    fn note_gap(&mut self, start: usize) {
        let from = self.clause.covered;
        let fresh = self.clause.chains.is_empty()
            && self.clause.change.is_none()
            && !self.clause.complete
            && self.clause.share.is_none()
            && self.clause.basis.is_none();
        if start > from && !is_blank(&self.text[from..start]) {
            if fresh && self.clause.prefix.is_none() && !self.clause.broken {
                self.clause.prefix = Some(from..start);
            } else {
                self.clause.broken = true;
            }
        }
    }

    /// Clears what a number used up; year and comparison hold on.
    fn settle(&mut self, end: usize) {
        let clause = &mut self.clause;
        self.state.carried = clause.carries(self.text, self.state.carried);
        clause.covered = clause.covered.max(end);
        clause.numbered = end;
        clause.numbers += 1;
        clause.chains.clear();
        clause.broken = false;
        clause.prefix = None;
        clause.change = None;
        clause.by_rate = false;
        // 占年初预算260万元的92.31% and 为年初预算260万元的92.31% complete a budget as 完成年初预算260万元的92.31% does.
        let words = || self.text[clause.start.min(end)..end].trim_start_matches(' ');
        let divides = || self.text[end..].strip_prefix('的').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let of_it = clause.share.is_some() || divides() && words().starts_with(['为', '是', '达']);
        clause.completed = match clause.basis {
            Some(Basis::Budget(base)) if clause.complete || of_it => Some(base),
            _ => None,
        };
        clause.complete |= of_it && clause.completed.is_some();
        if !clause.departs {
            // 年初预算由5万元增加到6万元: both are of the budget.
            clause.basis = None;
        }
        clause.exceeds = None;
        clause.body = None;
        clause.share = None;
        clause.each = false;
        clause.listing = false;
        clause.unit_price = false;
        clause.departs = false;
        clause.year = None;
        clause.ambient = Features::NONE;
        clause.here = Features::NONE;
        clause.comparing = Default::default();
    }

    fn group(&self, at: usize, sentence: &Sentence) -> Group {
        let mut tokens = smallvec![at];
        let mut next = at + 1;
        let comma = |text: &str| matches!(text, "、" | "," | "和" | "，" | "与" | "及");
        while let (Some(mark), Some(number)) = (sentence.tokens.get(next), sentence.tokens.get(next + 1)) {
            let previous = quantity(sentence, *tokens.last().expect("the list has a first"));
            let contiguous = mark.start == previous.tail && number.start == mark.end && matches!(number.kind, Kind::Quantity(_));
            if !contiguous || !comma(&self.text[mark.start..mark.end]) {
                break;
            }
            let following = quantity(sentence, next + 1);
            let same = previous.measure == following.measure || previous.measure.is_none();
            let listed = &self.text[mark.start..mark.end] != "，" || previous.measure.is_none() || self.names_more_than(tokens.len(), sentence, at);
            if !same || !listed {
                break;
            }
            tokens.push(next + 1);
            next += 2;
        }
        Group { tokens, next }
    }

    /// 货物、工程、服务分别为9.1万元，1.7万元和1.3万元: behind 分别, numbers go on until each name has one.
    fn names_more_than(&self, numbers: usize, sentence: &Sentence, at: usize) -> bool {
        let listed = || free::listed(self.text, self.clause.start, quantity(sentence, at).lead).len();
        self.clause.each && self.clause.chains.len().max(listed()) > numbers
    }

    /// What the number speaks of; `None` if it is free.
    fn target(&mut self, q: &Quantity, trail: &Subject, lead: usize) -> Option<Target> {
        if self.state.reason.is_some() {
            return None;
        }
        self.name_project();
        self.name_item(lead);
        self.imply_subject(q);
        self.change_goes_on(q);
        let side = self.clause.chains.iter().all(|chain| self.is_side_alone(chain));
        let money = matches!(q.measure, Some(Measure::Money | Measure::Percent));
        let unknown = side && (self.titled_unknown || self.spends_something_unknown(q)) || money && self.is_of_whole_place() || self.is_between_two(q);
        if unknown || self.is_fund_of_unknown_projects(q) || self.is_of_a_project_named_above() || self.is_elsewhere(q) {
            return None;
        }
        let sure = !self.clause.broken && self.clause.prefix.clone().is_none_or(|p| self.is_body(p));
        let measure = q.measure;
        let own = !self.clause.chains.is_empty() && (!self.clause.purpose || self.purpose_names(lead));
        if self.clause.purpose && !own && measure == Some(Measure::Money) {
            return None;
        }
        if matches!(measure, Some(Measure::Money | Measure::Magnitude)) && (self.clause.unit_price || self.next_threshold(q, trail)) {
            return self.threshold(q, trail);
        }
        if matches!(measure, Some(Measure::Percent | Measure::Points)) || measure.is_none() && (self.clause.share.is_some()) {
            return self.percentage(q, sure, own);
        }
        // 1240元×12月×3人: a rate, not the amount of what is named.
        if opening(&self.text[q.tail..], &["×", "*"]).is_some() {
            return None;
        }
        // 平均得分95.2分，其中90分以上3个: a grade of points is no average.
        if measure == Some(Measure::Score) && !own && q.bound.is_some() {
            return None;
        }
        let told = if measure == Some(Measure::Money) { self.money_told(q) } else { self.number_told(q, trail, sure) };
        if told.is_some() {
            return told;
        }
        if self.is_of_a_listed_body(q) || !own && self.is_named_behind(q) {
            return None;
        }
        if self.counts_another(q, own) || !sure || self.is_of_another_side(q) {
            return None;
        }
        // 收支总预算4471万元，含下属服务中心经费250万元: a part that another name tells of.
        if !own && self.text[self.clause.start..].starts_with('含') {
            return None;
        }
        let subjects = copied(if own { &self.clause.chains } else { &self.subjects });
        if self.clause.change.is_some_and(|d| d != Direction::Unchanged) {
            let rate = measure.is_none() && self.clause.by_rate && q.value.scale() > 0;
            return Some(Target { role: if rate { Role::Rate } else { Role::Change }, subjects: self.changing(subjects, own, q), own });
        }
        let spoken = own || self.clause.basis.is_some() || self.clause.covered >= lead && self.clause.covered > self.clause.start || self.clause.start >= lead;
        if !spoken {
            return None;
        }
        Some(Target { role: self.amount_role(measure), subjects, own })
    }

    /// Money whose words, or those of the sentence before, say what it is of, be it named or not.
    fn money_told(&mut self, q: &Quantity) -> Option<Target> {
        if self.topic.is(SectionKind::Performance) {
            if let Some(target) = self.evaluated_money(q) {
                return Some(target);
            }
        }
        if let Some(target) = self.prior_of_same(q) {
            return Some(target);
        }
        if self.topic.is(SectionKind::Performance) {
            if let Some(target) = self.project_money(q) {
                return Some(target);
            }
        }
        self.of_one_body(q)
    }

    /// What a number counts, and of which body.
    fn number_told(&mut self, q: &Quantity, trail: &Subject, sure: bool) -> Option<Target> {
        if q.measure == Some(Measure::Person) && self.counts_by_bodies(q) {
            if let Some(target) = self.of_one_body(q) {
                return Some(target);
            }
        }
        if let Some(target) = self.counted(q, trail, sure) {
            return Some(target);
        }
        self.of_one_body(q)
    }

    /// 主要用于基本工资386万元: what the money serves is named right before its amount.
    fn purpose_names(&self, lead: usize) -> bool {
        let item = self.clause.chains.last().filter(|c| c.item.is_some());
        item.is_some_and(|c| c.words.end <= lead && self.text[c.words.end..lead].chars().count() <= 2)
    }

    pub(super) fn amount_role(&self, measure: Option<Measure>) -> Role {
        if !matches!(measure, Some(Measure::Money | Measure::Magnitude) | None) {
            return if measure == Some(Measure::Score) { Role::Actual } else { Role::Count };
        }
        if self.clause.comparing.spent {
            return Role::Actual;
        }
        let compared = self.clause.comparing.basis.map(Basis::Budget);
        match compared.or(self.clause.basis) {
            Some(Basis::Actual) => Role::Actual,
            Some(Basis::Budget(Base::InitialBudget)) => Role::InitialBudget,
            Some(Basis::Budget(_)) if self.is_project() => Role::Budget,
            Some(Basis::Budget(Base::AdjustedBudget)) => Role::AdjustedBudget,
            Some(Basis::Budget(_)) => Role::Budget,
            None => self.role_of_whole().unwrap_or(if self.is_planned() { Role::Budget } else { Role::Actual }),
        }
    }

    /// “三公”经费预算20万元，其中：公务接待费8万元: the parts of a budget are budgets.
    pub(super) fn role_of_whole(&self) -> Option<Role> {
        let whole = self.whole.as_ref().filter(|w| self.state.parts || w.numbered).and_then(|w| w.figure)?;
        Some(self.ledger.figures[whole].role).filter(|role| role.is_planned())
    }

    /// What changed, where no name stands with the change: both totals behind 各; money, where a count was spoken of between.
    pub(super) fn changing(&self, subjects: Subjects, own: bool, q: &Quantity) -> Subjects {
        if own {
            return self.meant_by_end_of_name().map_or(subjects, |main| smallvec![main]);
        }
        if self.state.mainly {
            // 公用经费300万元，主要是办公费41万元、电费38万元，比上年增加5万元: of the whole.
            return self.whole.as_ref().and_then(|whole| whole.subject).map_or(Subjects::new(), |subject| smallvec![subject]);
        }
        if self.clause.each && self.state.totals.len() == 2 || self.balances() {
            return Subjects::from_slice(&self.state.totals);
        }
        if let Some(whole) = self.whole_of_list() {
            return smallvec![whole];
        }
        let counted = subjects.iter().any(|s| s.concept.is_some_and(concepts::counts_things));
        // 接待0批次、0人次。与上年相比，下降100%: a sentence of its own compares the money again.
        // 下降16%，即减少0.51万元: the amount behind the rate says what fell.
        let money =
            q.measure == Some(Measure::Money) || q.measure == Some(Measure::Percent) && (!self.state.stated || changes_money_behind(&self.text[q.tail..]));
        if counted && money {
            return self.money_counted_for().map_or(subjects, |subject| smallvec![*subject]);
        }
        self.changed_by_amount(subjects, q)
    }

    /// The money that counts were stated of: in one sentence what was stated last, behind a full stop what the paragraph or item is about;
    /// the whole of 公务接待费 rather than its home and foreign parts.
    pub(super) fn money_counted_for(&self) -> Option<&Subject> {
        let part = |s: &&Subject| matches!(s.concept, Some(Concept::ThreePublicReceptionDomestic | Concept::ThreePublicReceptionForeign));
        self.state.money.as_ref().filter(|s| !part(s)).or(self.main.as_ref()).or(self.state.money.as_ref())
    }

    /// One rate behind several items covers their 类: …24.65万元；…45万元。完成预算100%.
    pub(super) fn widen_to_class(&self, subjects: &mut Subjects, own: bool) {
        let [subject] = subjects.as_slice() else { return };
        let Some(item) = &subject.item else { return };
        if !own && !self.state.stated && item.is_below_class() && self.path.stated_since_class > 1 {
            let class = Subject { item: Some(item.class(self.text)), words: subject.words, ..Subject::default() };
            *subjects = smallvec![class];
        }
    }

    fn attach(&mut self, quantities: &[&Quantity], mut target: Target, by_name: bool) {
        let measure = quantities.iter().find_map(|q| q.measure).unwrap_or(Measure::Money);
        let subjects = &mut target.subjects;
        if target.own {
            subjects.iter_mut().for_each(|subject| self.lean(subject));
        }
        let mut bounds = self.pairs(subjects, measure);
        self.current_total(&mut bounds, subjects, quantities, target.role);
        let plain = subjects.len() == quantities.len();
        let together = self.together && !target.own && target.role == Role::Rate;
        let balanced = !target.own && matches!(target.role, Role::Change | Role::Rate) && self.balances();
        let broadcast = quantities.len() == 1 && (subjects.len() == 1 || together || balanced || self.clause.each || bounds.iter().all(|b| b.paired));
        let grades = target.role == Role::Count && bounds.iter().any(|b| b.concept == Some(Concept::PerformanceGradeCount));
        if grades && self.is_of_no_grade(quantities) || target.own && self.is_part_of_itself(subjects, &bounds, quantities, target.role) {
            return self.free(quantities);
        }
        if subjects.is_empty() || !(plain || broadcast) {
            return self.doubtful(quantities, &bounds);
        }
        let natures = target.own && subjects.iter().all(|subject| self.is_nature_of_item(subject));
        if bounds.iter().all(|b| b.concept.is_none()) && !self.may_be_unknown(target.role) && !natures {
            return self.free(quantities);
        }
        let other_role = self.other_role(Some(measure)).filter(|_| subjects.len() == 1 && quantities.len() == 1 && target.role.states_amount());
        for (index, (subject, bound)) in subjects.iter_mut().zip(&bounds).enumerate() {
            let quantity = quantities[if plain { index } else { 0 }];
            if let Some(role) = other_role.filter(|other| *other != target.role) {
                self.state_figure(quantity, subject, bound.concept, role);
            }
            let Some(id) = self.state_figure(quantity, subject, bound.concept, target.role) else { return };
            self.inherit_unit(id, quantity, quantities, measure);
            if by_name {
                self.ledger.figures[id].unit_from = Some(UnitFrom::Name);
            }
            self.missing_sign(id, quantity, target.role);
            self.grade(id, bound.concept, quantity.lead, quantity.tail);
            subject.concept = bound.concept;
            self.keep_fund(subject);
            self.speak_of(subject, id, target.role, target.own);
            if measure == Measure::Money && subject.concept.is_some() {
                self.state.money = Some(*subject).filter(|_| target.role.states_amount()).or(self.state.money);
                self.main.get_or_insert(*subject);
            }
        }
        self.together = !plain && broadcast && subjects.len() > 1;
        self.state.changed |= target.role == Role::Change;
        if !self.state.stated && target.own {
            self.state.fund = subjects.first().map_or(Features::NONE, |s| s.features);
        }
        self.state.stated = true;
        self.state.free = false;
        if target.role != Role::Threshold && !matches!(target.role, Role::Share) {
            self.subjects = target.subjects;
        }
    }

    /// Makes a figure the last one of its subject, and what is spoken of; `own` says that the names stand in this clause.
    fn speak_of(&mut self, subject: &mut Subject, id: usize, role: Role, own: bool) {
        // 支出240万元，完成预算260万元的92.31%: what was spent stays what is spoken of.
        let planned = role.is_planned();
        if !own && (role == Role::Completion || planned && self.clause.complete) {
            self.was_spent(subject.figure);
        }
        let spent = planned && !own && (!self.ledger.background.is_budget || self.clause.complete) && subject.figure.is_some_and(|f| self.is_spent(f, id));
        // 比上年执行数1,688万元减少173万元。其中：…: what was compared with has no parts here.
        let compared = subject.figure.is_some() && !own && (self.clause.comparing.year.is_some() || self.clause.departs);
        if !compared && (planned && !spent || matches!(role, Role::Actual | Role::Count)) {
            subject.figure = Some(id);
        }
        let spends = subject.item.is_none() && subject.concept.is_some_and(concepts::is_total_spent);
        let own_year = self.ledger.figures[id].year == self.ledger.background.year && self.clause.comparing.year.is_none();
        let figure = &self.ledger.figures[id];
        let whole = !figure.value.is_zero() && !figure.dimensions.contains_key("unit_name");
        if spends && role.states_amount() && own_year && !self.clause.departs && whole {
            self.spent = Some(*subject);
        }
        if concepts::is_total(subject.concept) && own {
            self.state.totals.retain(|t| t.concept != subject.concept);
            self.state.totals.push(*subject);
        }
        self.anchor(subject, role, id);
    }

    /// Whether a figure states what was spent of the same thing in the same year.
    fn is_spent(&self, figure: usize, of: usize) -> bool {
        let [figure, of] = [figure, of].map(|id| &self.ledger.figures[id]);
        figure.role == Role::Actual && figure.concept == of.concept && figure.year == of.year
    }

    /// The amount that 其中 would open: the report's own, not last year's nor the budget inside a completion.
    fn anchor(&mut self, subject: &Subject, role: Role, id: usize) {
        let own = match role {
            Role::Actual | Role::Count => true,
            planned if planned.is_planned() => !self.clause.complete && (self.ledger.background.is_budget || self.state.anchor.is_none()),
            _ => false,
        };
        if own && self.ledger.figures[id].year == self.ledger.background.year && self.clause.comparing.year.is_none() {
            self.state.anchor = Some(*subject);
            self.anchored = self.state.anchor;
        }
    }

    /// A figure without a concept keeps the role its words say only where a name stands with it.
    fn may_be_unknown(&self, role: Role) -> bool {
        matches!(role, Role::Change | Role::Rate | Role::Share | Role::Completion | Role::Threshold)
    }

    /// Finds each subject's concept, and splits 收、支 into its two.
    fn pairs(&self, subjects: &mut Subjects, measure: Measure) -> SmallVec<[Bound; 2]> {
        let mut bounds = SmallVec::new();
        let mut at = 0;
        while let Some(subject) = subjects.get(at) {
            match self.meaning_of(subject, measure) {
                Meaning::Both(first, second) if subject.concept.is_none() => {
                    let half = Subject { features: subject.features, words: subject.words, ..Subject::default() };
                    subjects[at] = half;
                    subjects.insert(at + 1, half);
                    bounds.extend([first, second].map(|concept| Bound { concept: Some(concept), paired: true }));
                    at += 1;
                }
                Meaning::Both(..) => bounds.push(Bound { concept: subject.concept, paired: true }),
                Meaning::One(concept) => {
                    let concept = subject.concept.filter(|c| concepts::same_family(*c, concept)).unwrap_or(concept);
                    bounds.push(Bound { concept: Some(concept), paired: subject.features.has(feature::IN.and(feature::OUT)) });
                }
                Meaning::Unknown => bounds.push(Bound { concept: None, paired: false }),
            }
            at += 1;
        }
        bounds
    }

    fn inherit_unit(&mut self, id: usize, quantity: &Quantity, all: &[&Quantity], measure: Measure) {
        if quantity.unit.is_none() {
            if let Some(unit) = all.iter().find_map(|q| q.unit.clone()) {
                self.ledger.inherit_unit(id, unit, UnitFrom::List);
            }
        }
        if let Some(unit) = self.unit_left_out(id, quantity) {
            self.missing_sign(id, quantity, self.ledger.figures[id].role);
            self.ledger.inherit_unit(id, unit, UnitFrom::List);
        }
        let money = matches!(measure, Measure::Money | Measure::Magnitude);
        if money && self.ledger.figures[id].concept.is_some() {
            self.ledger.complete_money(id, quantity.measure);
        }
    }

    fn state_figure(&mut self, quantity: &Quantity, subject: &Subject, concept: Option<Concept>, role: Role) -> Option<usize> {
        let context = self.clause.start.min(quantity.start)..quantity.end;
        let id = self.ledger.figure(quantity, role, self.section, context)?;
        let label =
            if subject.words.is_empty() { ledger::label(self.text, self.naming(quantity.lead), quantity) } else { self.label_of(subject.words).to_owned() };
        self.end_other_side(concept);
        let base = self.base_for(role);
        let compares = matches!(role, Role::Change | Role::Rate);
        let versus = self.state.versus.or(self.versus).filter(|_| compares);
        let direction = self.clause.change.filter(|_| compares);
        let of = if role == Role::Share { self.share_of(concept, subject, quantity) } else { None };
        let told = of.and_then(|whole| concepts::of_fund(concept?, whole));
        if told.is_some() {
            self.name_fund(subject, told);
        }
        let concept = told.or(concept);
        let year = self.year_for(role);
        // What was of last year is no part of this year's whole.
        let whole = self.part_of(subject, concept, role, quantity).filter(|whole| self.ledger.figures[*whole].year == year);
        let as_of = self.state.as_of.filter(|_| role == Role::Count);
        let figure = &mut self.ledger.figures[id];
        figure.concept = concept;
        if role == Role::Actual && concept.is_some_and(|c| concepts::is_budget(c, &label)) {
            figure.role = Role::Budget;
        }
        figure.label = label;
        figure.base = base;
        figure.versus = versus;
        figure.direction = direction;
        figure.of = of;
        figure.year = year;
        figure.part_of = whole;
        figure.as_of = as_of;
        if let Some(item) = &subject.item {
            self.name_code(id, item, role);
        }
        if compares || role == Role::Completion {
            self.state.explained.push(id);
        }
        self.state.last = Some(id);
        self.note_kind(id);
        self.items = concept.filter(|_| whole.is_none() && matches!(role, Role::Actual | Role::Budget)).and_then(concepts::items_of).or(self.items);
        self.dimensions(id, subject);
        self.remember_amount(id);
        Some(id)
    }

    /// The item of the classification that a figure is of.
    fn name_code(&mut self, id: usize, item: &Path, role: Role) {
        let figure = &mut self.ledger.figures[id];
        figure.code = item.code();
        figure.code_name = item.names(self.text);
        figure.code_from = item.code().map(|_| if item.code_is_printed() { CodeFrom::Printed } else { CodeFrom::Name });
        let states = matches!(role, Role::Actual | Role::Budget);
        let fresh = !self.subjects.iter().any(|s| s.figure.is_some() && s.item.is_some_and(|i| i.is_same(item)));
        self.path.stated_since_class += usize::from(states && fresh);
    }

    /// 基本支出88万元，占一般公共预算支出的96.74%: the share tells of which fund the amount before it is.
    fn name_fund(&mut self, subject: &Subject, told: Option<Concept>) {
        let Some(stated) = subject.figure else { return };
        if self.state.last == Some(stated) {
            self.ledger.rename(stated, told);
        }
        let fund = match told {
            Some(Concept::FiscalBasic | Concept::FiscalProjectExpenditure) => feature::FISCAL,
            _ => feature::GENERAL,
        };
        for spoken_of in self.subjects.iter_mut().filter(|s| s.figure == Some(stated)) {
            spoken_of.concept = told;
            spoken_of.features = spoken_of.features.and(fund);
        }
    }

    /// A name as it is printed, without the blanks around it.
    fn label_of(&self, words: Words) -> &str {
        let name = words.of(self.text);
        let opens = self.text[..words.start].ends_with('“');
        if !opens && is_all_han(name) {
            return name;
        }
        // （简称“三公”经费）决算总额: the name ends where the bracket around it does.
        let cut = if has(name, "（") { None } else { find(name, "）") };
        let name = cut.map_or(name, |end| &name[..end]);
        if !opens && memchr::memchr(QUOTES, name.as_bytes()).is_none() {
            return name.trim();
        }
        self.quoted_whole(words.start, name, opens).trim()
    }

    /// A name that starts or ends inside a quotation takes its marks along, and 经费 behind it: “三公”经费. `opens` says that the quotation opens
    /// right before it.
    fn quoted_whole(&self, from: usize, name: &str, opens: bool) -> &str {
        let behind = &self.text[from + name.len()..];
        let inside = name.rfind('”') < name.rfind('“') || opens && !name.contains('”');
        let tail = if inside { ["”经费", "”费用", "”"].iter().find(|tail| behind.starts_with(**tail)).map_or(0, |tail| tail.len()) } else { 0 };
        // A name that is quoted whole needs no marks: “一般公共服务支出-财政事务-行政运行”.
        let whole = opens && tail == '”'.len_utf8();
        let cut = opens && !whole && (tail > 0 || name.find('”').is_some_and(|close| !name[..close].contains('“')));
        let start = if cut { from - '“'.len_utf8() } else { from };
        &self.text[start..from + name.len() + if whole { 0 } else { tail }]
    }

    /// The project that money is of, and the unit whose posts or staff are counted.
    fn dimensions(&mut self, id: usize, subject: &Subject) {
        let concept = self.ledger.figures[id].concept;
        let name = match concept {
            Some(Concept::PerformanceProjectTotal | Concept::PerformanceProjectFiscal | Concept::PerformanceProjectOther) => {
                self.project.clone().map(|p| ("project", p))
            }
            Some(Concept::StaffQuotaOfUnit | Concept::StaffIncumbentOfUnit | Concept::StaffEstablished | Concept::StaffTemporary) => {
                self.unit_counted(id).map(|u| ("unit_name", u))
            }
            Some(Concept::GovernmentFundExpenditure | Concept::StateCapitalExpenditure) => nature(subject.features).map(|n| ("nature", n.to_owned())),
            Some(Concept::ProcurementItem) => Some(("item", subject.words.of(self.text).to_owned())),
            Some(count) if is_of_projects(count) => kind_in(self.said(subject.words.end)).map(|kind| ("item", kind.to_owned())),
            _ => None,
        };
        if let Some((key, value)) = name.or_else(|| Some(("nature", self.nature_listed(subject)?.to_owned()))) {
            self.ledger.figures[id].dimensions.insert(key.into(), value);
        }
        let share = self.ledger.figures[id].role == Role::Share;
        let own_body = subject.figure.filter(|_| share).and_then(|figure| self.ledger.figures[figure].dimensions.get("unit_name").cloned());
        if let Some(name) = own_body.filter(|_| concept == subject.concept) {
            // 局本级支出4718万元（占72%）.
            self.ledger.figures[id].dimensions.insert("unit_name".into(), name);
        }
        if let Some(body) = self.clause.body.clone() {
            let name = self.text[body].to_owned();
            self.ledger.figures[id].dimensions.insert("unit_name".into(), name);
        }
        match concept {
            Some(Concept::StaffQuotaOfUnit) => self.kind_of_posts(id, subject),
            Some(Concept::StaffIncumbentOfUnit) => self.posts_filled(id, subject),
            _ => {}
        }
    }
}

/// What is done with projects in 绩效.
pub(super) const KINDS: Features = feature::PRE_EVALUATION.and(feature::TARGETS).and(feature::MONITORING).and(feature::SELF_EVALUATION);

/// What a subject was found to be.
pub(super) struct Bound {
    pub(super) concept: Option<Concept>,
    /// Whether it is one of two that one name states.
    pub(super) paired: bool,
}

/// The rate that stands right behind a change, in per cent: 增加5.24万元，增长2.3%.
fn rate_behind(next: usize, sentence: &Sentence) -> Option<Decimal> {
    const BETWEEN: usize = 4;
    let mut changes = false;
    for token in sentence.tokens.get(next..)?.iter().take(BETWEEN) {
        match token.kind {
            Kind::Word(Sense::Change(_)) => changes = true,
            Kind::Word(Sense::Filler | Sense::Each | Sense::Mark('，')) => {}
            Kind::Quantity(index) => {
                let rate = &sentence.quantities[index as usize];
                return (changes && rate.measure == Some(Measure::Percent)).then_some(rate.value);
            }
            _ => return None,
        }
    }
    None
}

/// Whether a rate is followed by the amount of the same change: `，即减少0.51万元`.
fn changes_money_behind(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix('，') else { return false };
    let rest = rest.strip_prefix('即').unwrap_or(rest);
    let Some(amount) = ["减少", "增加"].iter().find_map(|verb| rest.strip_prefix(verb)) else { return false };
    let unit = amount.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    unit.len() < amount.len() && (unit.starts_with("万元") || unit.starts_with('元'))
}

/// The first byte of quotation marks, and of no Han character.
const QUOTES: u8 = 0xe2;

/// Whether a name is nothing but common Han, by the first bytes of its characters: no brackets, no quotation marks and no blanks.
fn is_all_han(name: &str) -> bool {
    let characters = name.as_bytes().chunks_exact(3);
    characters.remainder().is_empty() && characters.into_iter().all(|c| matches!(c[0], 0xe4..=0xe9))
}

fn quantity(sentence: &Sentence, token: usize) -> &Quantity {
    match sentence.tokens[token].kind {
        Kind::Quantity(index) => &sentence.quantities[index as usize],
        _ => unreachable!("groups hold quantities only"),
    }
}
