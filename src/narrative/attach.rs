//! Numbers to figures: which subject, which concept, which role.

use super::clause::{Subject, Whole};
use super::concepts::{self, Meaning, Side};
use super::feature::{self, Features};
use super::free;
use super::lexer::{Kind, Sentence};
use super::lexicon::{noun, Basis, Sense};
use super::reader::Reader;
use crate::concept::Concept;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::ledger;
use crate::figure::{Base, CodeFrom, Direction, Role, UnitFrom};
use crate::outline::SectionKind;
use crate::quantity::{Measure, Quantity};
use std::ops::Range;

/// Numbers that stand as a list with nothing but list marks between them.
struct Group {
    /// Indices of the tokens.
    tokens: Vec<usize>,
    /// The token behind the last one.
    next: usize,
}

/// What a number is to be attached to, and as what.
struct Target {
    role: Role,
    subjects: Vec<Subject>,
    /// Whether the names stand in this clause, so that they are the subject from here on.
    own: bool,
}

impl Reader<'_, '_> {
    /// Reads the list of numbers that starts at token `at`; the token behind it.
    pub(super) fn numbers(&mut self, at: usize, sentence: &Sentence) -> usize {
        let group = self.group(at, sentence);
        let first = sentence.tokens[at];
        self.note_gap(first.start);
        let named = self.unit_by_name(quantity(sentence, group.tokens[0]));
        let quantities: Vec<&Quantity> = match &named {
            Some(named) => vec![named],
            None => group.tokens.iter().map(|t| quantity(sentence, *t)).collect(),
        };
        let lead = quantities[0].lead;
        let trail = self.trail(group.next, sentence);
        if self.offices(quantities[0]) {
            self.settle(first.end);
            return group.next;
        }
        match self.target(quantities[0], &trail, lead) {
            Some(target) => self.attach(&quantities, target, &trail, named.is_some()),
            None => self.free(&quantities),
        }
        let end = quantities.last().map_or(first.end, |q| q.tail);
        self.settle(end);
        group.next
    }

    /// 内设“4室16科1院1队5中心”: numbers whose nouns are their units.
    fn offices(&mut self, q: &Quantity) -> bool {
        const OFFICES: &[(&str, Concept)] = &[
            ("室", Concept::InternalOffices),
            ("科", Concept::InternalSections),
            ("院", Concept::InternalInstitutes),
            ("队", Concept::InternalTeams),
            ("中心", Concept::InternalCenters),
        ];
        let behind = &self.text[q.tail..];
        let Some((name, concept)) = OFFICES.iter().find(|(name, _)| q.unit.is_none() && behind.starts_with(name)) else { return false };
        let chained = behind[name.len()..].starts_with(|c: char| c.is_ascii_digit());
        let before = self.text[..q.start].trim_end_matches(|c: char| matches!(c, '“' | '共'));
        let continues = OFFICES.iter().any(|(n, _)| before.strip_suffix(n).is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit())));
        if !(chained || continues) || !self.topic.accounts {
            return false;
        }
        let mut counted = q.clone();
        counted.unit = Some(crate::quantity::Unit::composed("", name));
        counted.end += name.len();
        let Some(id) = self.ledger.figure(&counted, Role::Count, self.section, self.clause.start.min(q.start)..counted.end) else { return true };
        let figure = &mut self.ledger.figures[id];
        figure.concept = Some(*concept);
        figure.label = format!("内设{name}");
        self.clause.covered = counted.end;
        true
    }

    fn note_gap(&mut self, start: usize) {
        let from = self.clause.covered;
        let fresh = self.clause.chains.is_empty() && self.clause.change.is_none() && !self.clause.complete && self.clause.share.is_none() && self.clause.basis.is_none();
        if start > from && !self.text[from..start].trim_matches(' ').is_empty() {
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
        clause.covered = clause.covered.max(end);
        clause.chains.clear();
        clause.broken = false;
        clause.prefix = None;
        clause.change = None;
        clause.by_rate = false;
        clause.completed = match clause.basis {
            Some(Basis::Budget(base)) if clause.complete => Some(base),
            _ => None,
        };
        clause.basis = None;
        clause.exceeds = None;
        clause.share = None;
        clause.each = false;
        clause.listing = false;
        clause.unit_price = false;
        clause.year = None;
        clause.ambient = Features::NONE;
        clause.here = Features::NONE;
        clause.comparing = Default::default();
    }

    fn group(&self, at: usize, sentence: &Sentence) -> Group {
        let mut tokens = vec![at];
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
            let listed = &self.text[mark.start..mark.end] != "，" || previous.measure.is_none();
            if !same || !listed {
                break;
            }
            tokens.push(next + 1);
            next += 2;
        }
        Group { tokens, next }
    }

    /// Names directly behind the number: 7个下属单位, 46个项目开展了….
    fn trail(&self, next: usize, sentence: &Sentence) -> Subject {
        let mut trail = Subject::default();
        for token in &sentence.tokens[next.min(sentence.tokens.len())..] {
            match token.kind {
                Kind::Quantity(_) => break,
                Kind::Word(Sense::Mark('，' | '；' | '：' | '、')) => break,
                Kind::Word(Sense::Noun(index)) => {
                    let noun = noun(index);
                    if trail.is_empty() {
                        trail.words = token.start..token.end;
                        trail.named = noun.concept;
                    }
                    trail.features = trail.features.and(noun.features);
                }
                _ => {}
            }
        }
        trail
    }

    /// 接待总人数571: the name says what is counted where no unit is printed.
    fn unit_by_name(&self, quantity: &Quantity) -> Option<Quantity> {
        let chain = self.clause.chains.last().filter(|_| quantity.unit.is_none())?;
        let (name, measure) = if chain.features.has(feature::PERSONS) {
            ("人", Measure::Person)
        } else if chain.features.has(feature::BATCHES) {
            ("批次", Measure::Batch)
        } else {
            return None;
        };
        Some(Quantity { unit: Some(crate::quantity::Unit::composed("", name)), measure: Some(measure), ..quantity.clone() })
    }

    /// What the number speaks of; `None` if it is free.
    fn target(&mut self, q: &Quantity, trail: &Subject, lead: usize) -> Option<Target> {
        if self.state.reason.is_some() {
            return None;
        }
        self.name_project();
        self.name_item(lead);
        let sure = !self.clause.broken && self.clause.prefix.clone().is_none_or(|p| self.is_body(p));
        let measure = q.measure;
        let own = !self.clause.chains.is_empty() && !self.clause.purpose;
        if self.clause.unit_price && measure == Some(Measure::Money) {
            return self.threshold(q, trail);
        }
        if matches!(measure, Some(Measure::Percent | Measure::Points)) || measure.is_none() && (self.clause.share.is_some()) {
            return self.percentage(q, sure, own);
        }
        if let Some(target) = self.counted(q, trail, sure) {
            return Some(target);
        }
        if !sure {
            return None;
        }
        let subjects = if own { self.clause.chains.clone() } else { self.subjects.clone() };
        if self.clause.change.is_some_and(|d| d != Direction::Unchanged) {
            let rate = measure.is_none() && self.clause.by_rate && q.value.scale() > 0;
            return Some(Target { role: if rate { Role::Rate } else { Role::Change }, subjects: self.changing(subjects, own, measure), own });
        }
        let spoken = own || self.clause.basis.is_some() || self.clause.covered >= lead && self.clause.covered > self.clause.start || self.clause.start >= lead;
        spoken.then(|| Target { role: self.amount_role(measure), subjects, own })
    }

    /// 项目全年预算数40万元 in the summary of a project: the project's own money.
    fn name_project(&mut self) {
        if self.clause.basis.is_none() && !self.clause.complete {
            return;
        }
        self.project_in_sentence();
        if !self.is_project() {
            return;
        }
        let plain = self.clause.chains.iter().all(|c| c.features.only(feature::PROJECTS.and(feature::OUT)) == c.features);
        if plain {
            self.clause.chains.clear();
            self.subjects = vec![Subject { concept: Some(Concept::PerformanceProjectTotal), ..Subject::default() }];
        }
    }

    /// （一）城乡社区公共设施支出1233.38万元: in a section that lists items, a clause that is nothing but the name of one.
    fn name_item(&mut self, lead: usize) {
        const LONGEST: usize = 40;
        let listing = matches!(self.topic.kind, Some(SectionKind::GeneralBudget | SectionKind::Fiscal | SectionKind::GovernmentFund));
        let known = self.clause.chains.iter().any(|c| self.meaning_of(c, Measure::Money) != Meaning::Unknown);
        let unread = self.clause.broken || self.clause.prefix.is_some() || !known;
        if !listing || !unread || self.clause.change.is_some() || self.clause.start >= lead {
            return;
        }
        let words = self.text[self.clause.start..lead].trim_matches(' ');
        let name = words.trim_end_matches(['为', '共', '计', ' ']).trim_end_matches("决算").trim_end_matches("支出").trim_end_matches("财政拨款");
        if name.chars().count() < 3 || name.chars().count() > LONGEST {
            return;
        }
        let start = lead - self.text[self.clause.start..lead].trim_start_matches(' ').len();
        if let Some(item) = super::item::Path::functional_item(start..start + name.len(), self.text) {
            self.clause.chains = vec![Subject { item: Some(item), words: start..start + name.len(), ..Subject::default() }];
            self.clause.broken = false;
            self.clause.prefix = None;
            self.clause.purpose = false;
        }
    }

    /// 道路清扫保洁项目全年预算数4850.00万元: a sentence that names its project itself.
    fn project_in_sentence(&mut self) {
        const SHORTEST: usize = 4;
        let [chain] = self.clause.chains.as_slice() else { return };
        let whole_year = matches!(self.clause.basis, Some(Basis::Budget(Base::AdjustedBudget)));
        let named = chain.features == feature::PROJECTS && self.topic.is(SectionKind::Performance) && whole_year;
        let Some(prefix) = self.clause.prefix.clone().filter(|_| named) else { return };
        let name = self.text[prefix.start..chain.words.end].trim();
        if name.chars().count() >= SHORTEST + 2 && name.chars().count() <= 40 {
            self.project = Some(name.to_owned());
            self.clause.prefix = None;
        }
    }

    /// Whether unknown characters at the start of a clause are the name of a body, or words that say nothing.
    fn is_body(&self, prefix: Range<usize>) -> bool {
        const ENDS: &[char] = &['局', '厅', '委', '办', '处', '院', '所', '站', '会', '部', '社', '校', '园', '馆', '队', '县', '区', '市', '省', '乡', '镇', '旗', '心', '关', '府', '统', '室', '团', '联', '庭', '道', '学', '司', '村', '场', '站'];
        let text = self.text[prefix.clone()].trim_matches(' ');
        let text = text.trim_end_matches(['的', '”', '）']);
        if let Some(organization) = &self.ledger.background.organization {
            if text.ends_with(organization.as_str()) {
                return true;
            }
        }
        text.is_empty() || text.ends_with(ENDS)
    }

    fn amount_role(&self, measure: Option<Measure>) -> Role {
        if !matches!(measure, Some(Measure::Money | Measure::Magnitude) | None) {
            return if measure == Some(Measure::Score) { Role::Actual } else { Role::Count };
        }
        let compared = self.clause.comparing.basis.map(Basis::Budget);
        match compared.or(self.clause.basis) {
            Some(Basis::Actual) => Role::Actual,
            Some(Basis::Budget(_)) if self.is_project() => Role::Budget,
            Some(Basis::Budget(Base::InitialBudget)) => Role::InitialBudget,
            Some(Basis::Budget(Base::AdjustedBudget)) => Role::AdjustedBudget,
            Some(Basis::Budget(_)) => Role::Budget,
            None if self.ledger.background.is_budget => Role::Budget,
            None => Role::Actual,
        }
    }

    fn is_project(&self) -> bool {
        self.project.is_some() && self.topic.is(SectionKind::Performance)
    }

    /// 单价50万元以上通用设备: a limit, of what the words behind name.
    fn threshold(&mut self, q: &Quantity, trail: &Subject) -> Option<Target> {
        self.threshold = q.value.checked_mul(q.unit.as_ref()?.yuan()?);
        let concept = [
            (feature::GENERAL_EQUIPMENT, Concept::AssetGeneralEquipmentThreshold),
            (feature::SPECIAL_EQUIPMENT, Concept::AssetSpecialEquipmentThreshold),
            (feature::EQUIPMENT, Concept::AssetEquipmentThreshold),
        ];
        let named = concept.iter().find(|(f, _)| trail.features.any(*f)).map(|(_, c)| *c)?;
        let subject = Subject { concept: Some(named), words: trail.words.clone(), ..Subject::default() };
        Some(Target { role: Role::Threshold, subjects: vec![subject], own: false })
    }

    /// A percentage: completion, share, rate or ratio, by the word before it.
    fn percentage(&mut self, q: &Quantity, sure: bool, own: bool) -> Option<Target> {
        let chains = self.clause.chains.clone();
        let own_subjects = |reader: &Self| if own { chains.clone() } else { reader.subjects.clone() };
        if let Some(share) = self.clause.share {
            let subject_before = own && chains.first().is_some_and(|c| c.words.start < share);
            let subjects = if subject_before { chains } else { self.subjects.clone() };
            return (!self.clause.broken).then_some(Target { role: Role::Share, subjects, own: false });
        }
        if self.clause.complete || self.completes_by_basis() {
            self.clause.complete = false;
            let mut subjects = own_subjects(self);
            self.widen_to_class(&mut subjects, own);
            return sure.then_some(Target { role: Role::Completion, subjects, own });
        }
        if self.clause.change.is_some() && q.measure.is_some() {
            let role = if q.measure == Some(Measure::Points) { Role::Change } else { Role::Rate };
            let subjects = self.changing(own_subjects(self), own, q.measure);
            return sure.then_some(Target { role, subjects, own });
        }
        let named = own && chains.iter().all(|c| c.named == Some(Concept::OfficialCardHoldingRate));
        named.then_some(Target { role: Role::Ratio, subjects: chains, own })
    }

    /// 为年初预算的137.17%: a share of its own budget is a completion.
    fn completes_by_basis(&self) -> bool {
        matches!(self.clause.basis, Some(Basis::Budget(_))) && self.clause.change.is_none() && self.text[..self.clause.covered].ends_with('的')
    }

    /// What changed, where no name stands with the change: both totals behind 各; money, where a count was spoken of between.
    fn changing(&self, subjects: Vec<Subject>, own: bool, measure: Option<Measure>) -> Vec<Subject> {
        if own {
            return subjects;
        }
        if self.clause.each && self.state.totals.len() == 2 {
            return self.state.totals.clone();
        }
        let counted = subjects.iter().any(|s| s.concept.is_some_and(concepts::counts_things));
        match &self.main {
            Some(main) if counted && measure == Some(Measure::Money) => vec![main.clone()],
            _ => subjects,
        }
    }

    /// One rate behind several items covers their 类: …24.65万元；…45万元。完成预算100%.
    fn widen_to_class(&self, subjects: &mut Vec<Subject>, own: bool) {
        let [subject] = subjects.as_slice() else { return };
        let Some(item) = &subject.item else { return };
        if !own && item.is_below_class() && self.path.stated_since_class > 1 {
            let class = Subject { item: Some(item.class(self.text)), words: subject.words.clone(), ..Subject::default() };
            *subjects = vec![class];
        }
    }

    /// Counts of things whose name may stand before or behind the number.
    fn counted(&mut self, q: &Quantity, trail: &Subject, sure: bool) -> Option<Target> {
        let measure = q.measure?;
        if !matches!(measure, Measure::Piece | Measure::Person | Measure::Vehicle | Measure::Set | Measure::Batch | Measure::Time | Measure::Score) {
            return None;
        }
        let equipment = self.threshold.is_some().then(|| self.equipment(measure)).flatten();
        if let Some(concept) = equipment {
            self.threshold = None;
            let subject = Subject { concept: Some(concept), words: self.clause.chains.first().map_or(trail.words.clone(), |c| c.words.clone()), ..Subject::default() };
            return Some(Target { role: Role::Count, subjects: vec![subject], own: false });
        }
        let change = self.clause.change.filter(|d| *d != Direction::Unchanged && self.names_the_count());
        let role = if change.is_some() { Role::Change } else { self.amount_role(Some(measure)) };
        if let Some(subject) = self.performance_count(measure, trail) {
            return Some(Target { role, subjects: vec![subject], own: true });
        }
        let own = self.clause.chains.clone();
        let behind = self.clause.listing && trail.named.is_some();
        if sure && !own.is_empty() && !self.clause.purpose && !behind {
            let subjects: Vec<Subject> = own.into_iter().map(|c| self.leaning(c)).collect();
            let known = subjects.iter().any(|s| self.meaning_of(s, measure) != Meaning::Unknown);
            return known.then_some(Target { role, subjects, own: true });
        }
        let bodies = self.topic.accounts && trail.words.start >= q.tail && trail.named.is_some() && self.text[q.tail..trail.words.start].chars().count() <= 1;
        if bodies && concepts::meaning(trail.features, trail.named, measure, self.topic, Side::Unknown) != Meaning::Unknown {
            return Some(Target { role, subjects: vec![trail.clone()], own: true });
        }
        if own.is_empty() && sure && self.covered_to(q.lead) {
            let known = self.subjects.iter().any(|s| self.meaning_of(s, measure) != Meaning::Unknown);
            return known.then(|| Target { role, subjects: self.subjects.clone(), own: false });
        }
        None
    }

    /// 新增 before a count in a work report is a verb of doing, not of change; 比上年减少48批次 is one.
    fn names_the_count(&self) -> bool {
        self.state.versus.is_some() || !self.clause.chains.is_empty()
    }

    fn covered_to(&self, at: usize) -> bool {
        self.clause.covered >= at || self.text[self.clause.covered..at].trim_matches(' ').is_empty()
    }

    /// 46个项目开展了预算事前绩效评估: what is done with the projects stands around their number.
    fn performance_count(&self, measure: Measure, trail: &Subject) -> Option<Subject> {
        if !self.topic.accounts || !matches!(measure, Measure::Piece | Measure::Score) {
            return None;
        }
        let chains = self.clause.chains.iter().fold(Features::NONE, |f, c| f.and(c.features));
        let around = chains.and(trail.features).and(self.clause.here.only(feature::AMBIENT));
        let quoted = chains.is_empty() && self.text[..self.clause.covered].trim_end_matches('的').ends_with('”');
        let around = if around.any(feature::PROJECT) { around.and(feature::PROJECTS) } else { around };
        let around = if around.any(KINDS) { around } else { around.and(self.one_kind()) };
        let leaning = chains.any(feature::LEANING) || chains.any(feature::ISSUES) || quoted;
        let inherited = if leaning { self.subjects.first().map_or(Features::NONE, |s| s.features.only(feature::INHERITED.and(feature::GRADE))) } else { Features::NONE };
        let features = around.and(inherited);
        let meaning = concepts::meaning(features, None, measure, self.topic, Side::Unknown);
        let Meaning::One(concept) = meaning else { return None };
        if !concept.as_str().starts_with("performance_") {
            return None;
        }
        let words = self.clause.chains.last().map_or(trail.words.clone(), |c| c.words.clone());
        Some(Subject { features, words, ..Subject::default() })
    }

    /// What the sentence says is done with projects, if it is one thing only: …开展绩效自评，共涉及项目12个.
    fn one_kind(&self) -> Features {
        let kinds = self.clause.ambient.only(KINDS);
        let single = [feature::PRE_EVALUATION, feature::TARGETS, feature::MONITORING, feature::SELF_EVALUATION].into_iter().find(|k| kinds == *k);
        single.unwrap_or(Features::NONE)
    }

    fn equipment(&self, measure: Measure) -> Option<Concept> {
        if !matches!(measure, Measure::Set | Measure::Piece) {
            return None;
        }
        let limit = self.threshold?;
        let features = self.clause.ambient;
        let is = |yuan: i64| limit == rust_decimal::Decimal::from(yuan);
        if features.any(feature::GENERAL_EQUIPMENT) && is(500_000) {
            Some(Concept::AssetGeneralEquipmentOver500k)
        } else if features.any(feature::SPECIAL_EQUIPMENT) && is(1_000_000) {
            Some(Concept::AssetSpecialEquipmentOver1m)
        } else if features.any(feature::EQUIPMENT) && is(1_000_000) {
            Some(Concept::AssetEquipmentOver1mIncl)
        } else if features.any(feature::EQUIPMENT) && is(200_000) {
            Some(Concept::AssetEquipmentOver200kIncl)
        } else {
            None
        }
    }

    /// A name that leans on the one before takes its features over: 轿车 among 购置公务用车.
    fn leaning(&self, mut subject: Subject) -> Subject {
        let plain_reception = subject.features.only(feature::DOMESTIC.and(feature::FOREIGN)).is_empty() && subject.features.has(feature::RECEPTION) && self.state.stated;
        if plain_reception {
            let before = self.subjects.first().map_or(Features::NONE, |s| s.features);
            if before.has(feature::RECEPTION) && !subject.features.any(feature::OUT) && &self.text[subject.words.clone()] != "公务接待费" {
                subject.features = subject.features.and(before.only(feature::DOMESTIC.and(feature::FOREIGN)));
            }
        }
        let headed = subject.features.any(feature::ABROAD.and(feature::RECEPTION).and(feature::HOLDING).and(feature::PURCHASE));
        if subject.features.any(feature::LEANING) && !headed && subject.named.is_none() {
            let before = self.subjects.first().map_or(Features::NONE, |s| s.features);
            let whole = self.whole.as_ref().map_or(Features::NONE, |w| w.features);
            let mut taken = before.and(whole).only(feature::INHERITED);
            if subject.features.any(feature::AMOUNT) {
                taken = taken.and(before.only(feature::SEDAN.and(feature::SUV).and(feature::BUS)));
            }
            subject.features = subject.features.and(taken);
        }
        subject
    }

    fn meaning_of(&self, subject: &Subject, measure: Measure) -> Meaning {
        if subject.item.is_some() {
            let item = subject.item.as_ref().expect("it was looked at");
            if !matches!(measure, Measure::Money | Measure::Magnitude | Measure::Percent | Measure::Points) {
                return Meaning::Unknown;
            }
            let concept = if item.economic { concepts::economic(self.topic, self.whole.as_ref().and_then(|w| w.concept)) } else { concepts::functional(self.topic) };
            return concept.map_or(Meaning::Unknown, Meaning::One);
        }
        if subject.features.is_empty() && subject.named.is_none() {
            let fits = |c: &Concept| !concepts::counts_things(*c) || !matches!(measure, Measure::Money | Measure::Magnitude);
            let fits = |c: &Concept| fits(c) && (*c != Concept::PerformanceProjectTotal || matches!(measure, Measure::Money | Measure::Magnitude | Measure::Percent));
            return subject.concept.filter(fits).map_or(Meaning::Unknown, Meaning::One);
        }
        if matches!(measure, Measure::Percent | Measure::Points) {
            if let Some(concept) = subject.concept {
                return Meaning::One(concept);
            }
        }
        let side = self.whole.as_ref().map_or(Side::Unknown, |w| w.side);
        let ambient = self.clause.ambient.only(feature::AMBIENT);
        let ambient = if subject.features.any(KINDS) { ambient.without(KINDS) } else { ambient };
        let features = subject.features.and(ambient);
        concepts::meaning(features, subject.named, measure, self.topic, side)
    }

    fn attach(&mut self, quantities: &[&Quantity], target: Target, trail: &Subject, by_name: bool) {
        let measure = quantities.iter().find_map(|q| q.measure).unwrap_or(Measure::Money);
        let subjects: Vec<Subject> = if target.own { target.subjects.iter().cloned().map(|s| self.leaning(s)).collect() } else { target.subjects.clone() };
        let subjects = self.pairs(subjects, measure);
        let plain = subjects.len() == quantities.len();
        let together = self.together && !target.own && target.role == Role::Rate;
        let broadcast = quantities.len() == 1 && (subjects.len() == 1 || together || self.clause.each || subjects.iter().all(|s| s.paired));
        if subjects.is_empty() || !(plain || broadcast) {
            return self.doubtful(quantities, &subjects);
        }
        if subjects.iter().all(|s| s.concept.is_none()) && !self.may_be_unknown(target.role) {
            return self.free(quantities);
        }
        let mut stated = Vec::new();
        for (index, bound) in subjects.into_iter().enumerate() {
            let quantity = quantities[if plain { index } else { 0 }];
            let Some(id) = self.state_figure(quantity, &bound, target.role) else { return };
            self.inherit_unit(id, quantity, quantities, measure);
            if by_name {
                self.ledger.figures[id].unit_from = Some(UnitFrom::Name);
            }
            self.missing_sign(id, quantity, target.role);
            self.grade(id, bound.concept, trail);
            let mut subject = bound.subject;
            subject.concept = bound.concept;
            if matches!(target.role, Role::Actual | Role::Budget | Role::InitialBudget | Role::AdjustedBudget | Role::Count) {
                subject.figure = Some(id);
            }
            if matches!(subject.concept, Some(Concept::RevenueTotal | Concept::ExpenditureTotal | Concept::FiscalRevenueTotal | Concept::FiscalExpenditureTotal)) && target.own {
                self.state.totals.retain(|t| t.concept != subject.concept);
                self.state.totals.push(subject.clone());
            }
            self.anchor(&subject, target.role, id);
            if measure == Measure::Money && self.main.is_none() && subject.concept.is_some() {
                self.main = Some(subject.clone());
            }
            stated.push(subject);
        }
        self.together = !plain && broadcast && stated.len() > 1;
        self.state.changed |= target.role == Role::Change;
        self.state.stated = true;
        if target.role != Role::Threshold && !matches!(target.role, Role::Share) {
            self.subjects = stated;
        }
    }

    /// The amount that 其中 would open: the report's own, not last year's nor the budget inside a completion.
    fn anchor(&mut self, subject: &Subject, role: Role, id: usize) {
        let own = match role {
            Role::Actual | Role::Count => true,
            Role::Budget | Role::InitialBudget | Role::AdjustedBudget => self.ledger.background.is_budget || self.state.anchor.is_none() && !self.clause.complete,
            _ => false,
        };
        if own && self.ledger.figures[id].year == self.ledger.background.year && self.clause.comparing.year.is_none() {
            self.state.anchor = Some(subject.clone());
            self.anchored = self.state.anchor.clone();
        }
    }

    /// A figure without a concept keeps the role its words say only where a name stands with it.
    fn may_be_unknown(&self, role: Role) -> bool {
        matches!(role, Role::Change | Role::Rate | Role::Share | Role::Completion)
    }

    /// Splits 收、支 into its two subjects and finds each one's concept.
    fn pairs(&self, subjects: Vec<Subject>, measure: Measure) -> Vec<Bound> {
        let mut out = Vec::new();
        for subject in subjects {
            match self.meaning_of(&subject, measure) {
                Meaning::Both(first, second) if subject.concept.is_none() => {
                    let with = |concept| Bound { subject: Subject { features: subject.features, words: subject.words.clone(), ..Subject::default() }, concept: Some(concept), paired: true };
                    out.push(with(first));
                    out.push(with(second));
                }
                Meaning::Both(..) => out.push(Bound { concept: subject.concept, subject, paired: true }),
                Meaning::One(concept) => {
                    let concept = subject.concept.filter(|c| concepts::same_family(*c, concept)).unwrap_or(concept);
                    out.push(Bound { paired: subject.features.has(feature::IN.and(feature::OUT)), subject, concept: Some(concept) });
                }
                Meaning::Unknown => out.push(Bound { paired: false, subject, concept: None }),
            }
        }
        out
    }

    fn doubtful(&mut self, quantities: &[&Quantity], subjects: &[Bound]) {
        let (start, end) = (quantities[0].start, quantities.last().map_or(quantities[0].end, |q| q.end));
        let names: Vec<&str> = subjects.iter().filter_map(|s| s.concept).map(Concept::name).collect();
        if !names.is_empty() {
            let count = quantities.len();
            self.ledger.note(DiagnosticCode::AmbiguousSubject, Severity::Note, start..end, || format!("{count}个数值无法与{}一一对应", names.join("、")));
        }
        self.free(quantities);
    }

    fn inherit_unit(&mut self, id: usize, quantity: &Quantity, all: &[&Quantity], measure: Measure) {
        if quantity.unit.is_none() {
            if let Some(unit) = all.iter().find_map(|q| q.unit.clone()) {
                self.ledger.inherit_unit(id, unit, UnitFrom::List);
            }
        }
        let money = matches!(measure, Measure::Money | Measure::Magnitude);
        if money && self.ledger.figures[id].concept.is_some() {
            self.ledger.complete_money(id, quantity.measure);
        }
    }

    /// 绩效评级为“优”的项目: the grade is a dimension.
    fn grade(&mut self, id: usize, concept: Option<Concept>, _trail: &Subject) {
        if concept != Some(Concept::PerformanceGradeCount) {
            return;
        }
        let clause = &self.text[self.clause.start..self.clause.covered];
        let quoted = clause.rsplit_once('”').and_then(|(before, _)| before.rsplit_once('“')).map(|(_, grade)| grade);
        if let Some(grade) = quoted {
            self.ledger.figures[id].dimensions.insert("grade".into(), grade.to_owned());
        }
    }

    fn state_figure(&mut self, quantity: &Quantity, bound: &Bound, role: Role) -> Option<usize> {
        let context = self.clause.start.min(quantity.start)..quantity.end;
        let id = self.ledger.figure(quantity, role, self.section, context)?;
        let label = if bound.subject.words.is_empty() { ledger::label(self.text, self.clause.start, quantity) } else { self.text[bound.subject.words.clone()].trim().to_owned() };
        let base = self.base_for(role);
        let versus = matches!(role, Role::Change | Role::Rate).then_some(self.state.versus.or(self.versus)).flatten();
        let direction = matches!(role, Role::Change | Role::Rate).then_some(self.clause.change).flatten();
        let of = if role == Role::Share { self.share_of(bound.concept) } else { None };
        let year = self.year_for(role);
        let whole = self.part_of(bound, role, quantity);
        let as_of = self.state.as_of.filter(|_| role == Role::Count);
        let figure = &mut self.ledger.figures[id];
        figure.concept = bound.concept;
        if role == Role::Actual && bound.concept.is_some_and(|c| concepts::is_budget(c, &label)) {
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
        if let Some(item) = &bound.subject.item {
            figure.code = item.code();
            self.path.stated_since_class += usize::from(matches!(role, Role::Actual | Role::Budget));
            figure.code_name = item.names(self.text);
            figure.code_from = item.code().map(|_| if item.code_is_printed() { CodeFrom::Printed } else { CodeFrom::Name });
        }
        if matches!(role, Role::Change | Role::Rate | Role::Completion) {
            self.state.explained.push(id);
        }
        self.state.last = Some(id);
        self.dimensions(id, bound);
        Some(id)
    }

    /// The project that money is of, and the unit whose posts or staff are counted.
    fn dimensions(&mut self, id: usize, bound: &Bound) {
        let name = match bound.concept {
            Some(Concept::PerformanceProjectTotal) => self.project.clone().map(|p| ("project", p)),
            Some(Concept::StaffQuotaOfUnit | Concept::StaffIncumbentOfUnit) => self.unit_named().map(|u| ("unit_name", u)),
            _ => None,
        };
        if let Some((key, value)) = name {
            self.ledger.figures[id].dimensions.insert(key.into(), value);
        }
    }

    /// The body named right before 在职 or 编制: the last of a list.
    fn unit_named(&self) -> Option<String> {
        let prefix = self.clause.chains.first().map_or(self.clause.start, |c| c.words.start);
        let before = self.text[self.clause.start..prefix].trim_matches(|c: char| matches!(c, ' ' | '、' | '，'));
        let name = before.rsplit(['、', '和', '及']).next()?;
        let body = name.chars().count() >= 4 && self.is_body(prefix - name.len()..prefix);
        body.then(|| name.to_owned())
    }

    fn missing_sign(&mut self, id: usize, quantity: &Quantity, role: Role) {
        if quantity.measure.is_some() || self.ledger.figures[id].unit.is_some() || self.ledger.figures[id].concept.is_none() {
            return;
        }
        let range = quantity.start..quantity.end;
        if matches!(role, Role::Share | Role::Rate | Role::Completion) {
            self.ledger.note(DiagnosticCode::MissingPercent, Severity::Warning, range, || "百分比缺少百分号".into());
        } else {
            self.ledger.note(DiagnosticCode::MissingUnit, Severity::Warning, range, || "金额或数量缺少单位".into());
        }
    }

    fn base_for(&self, role: Role) -> Option<Base> {
        if role != Role::Completion {
            return None;
        }
        Some(match (self.clause.basis, self.clause.completed) {
            (Some(Basis::Budget(base)), _) | (_, Some(base)) => base,
            _ => Base::Budget,
        })
    }

    fn year_for(&self, role: Role) -> Option<u16> {
        let report = self.ledger.background.year;
        match role {
            Role::Change | Role::Rate | Role::Share | Role::Completion => report,
            _ if self.clause.comparing.year.is_some() => self.clause.comparing.year,
            _ => self.clause.year.or(self.state.year).or(report),
        }
    }

    /// The concept a share is a share of: the one named behind 占, else the whole whose parts are listed.
    fn share_of(&self, own: Option<Concept>) -> Option<Concept> {
        let behind = self.clause.share.unwrap_or(0);
        let named: Vec<&Subject> = self.clause.chains.iter().filter(|c| c.words.start >= behind).collect();
        if let Some(subject) = named.last() {
            let whole = subject.features.any(feature::CURRENT.and(feature::TOTAL).and(feature::SUM));
            let topic = if whole { self.topic.of_all() } else { self.topic };
            return match concepts::meaning(subject.features, subject.named, Measure::Money, topic, Side::Out) {
                Meaning::One(concept) => Some(concept),
                _ => None,
            };
        }
        self.whole.as_ref().and_then(|w| w.concept).filter(|c| Some(*c) != own)
    }

    fn part_of(&self, bound: &Bound, role: Role, quantity: &Quantity) -> Option<usize> {
        let states = matches!(role, Role::Actual | Role::Budget | Role::InitialBudget | Role::AdjustedBudget | Role::Count);
        if matches!(bound.concept, Some(Concept::RevenueTotal | Concept::ExpenditureTotal | Concept::FiscalRevenueTotal | Concept::FiscalExpenditureTotal)) {
            return None;
        }
        let whole: &Whole = self.whole.as_ref().filter(|w| states && w.figure.is_some_and(|f| self.ledger.figures[f].is_like(quantity)))?;
        let same = whole.concept.is_some() && whole.concept == bound.concept && bound.subject.item.is_none();
        whole.figure.filter(|_| !same && bound.concept.is_some())
    }

    /// Numbers that no name of the accounts claims: label, bound and unit as printed.
    pub(super) fn free(&mut self, quantities: &[&Quantity]) {
        let names = self.clause.each.then(|| free::listed(self.text, self.clause.start, quantities[0].lead)).unwrap_or_default();
        if quantities.len() == 1 && names.len() > 1 {
            // 按期办结率、群众满意率均达100% states one number of each.
            for name in &names {
                self.free_list(quantities, std::slice::from_ref(name));
            }
            self.forget();
            return;
        }
        self.free_list(quantities, &names);
        self.forget();
    }

    /// A number of something unknown: what follows without a name speaks of that, not of what was known before.
    fn forget(&mut self) {
        let named = self.clause.broken || self.clause.prefix.is_some() || !self.clause.chains.is_empty();
        if named && self.state.reason.is_none() && !self.clause.purpose {
            self.subjects.clear();
        }
    }

    fn free_list(&mut self, quantities: &[&Quantity], names: &[String]) {
        for (index, quantity) in quantities.iter().enumerate() {
            let start = if index == 0 { self.clause.start } else { quantities[index - 1].tail };
            let role = free::role(quantity, self.clause.change, self.state.versus.is_some() || self.clause.each);
            let context = self.clause.start.min(quantity.start)..quantity.end;
            let Some(id) = self.ledger.figure(quantity, role, self.section, context) else { return };
            let label = (names.len() == quantities.len()).then(|| names[index].clone()).unwrap_or_else(|| ledger::label(self.text, start, quantity));
            let year = self.clause.year.or(self.state.year).or(self.ledger.background.year);
            let versus = self.state.versus.filter(|_| role == Role::Rate || role == Role::Change);
            let direction = self.clause.change.filter(|_| role == Role::Rate || role == Role::Change);
            let project = self.project.clone().filter(|_| self.topic.is(SectionKind::Performance));
            let figure = &mut self.ledger.figures[id];
            figure.year = year;
            figure.versus = versus;
            figure.direction = direction;
            if let Some(project) = project {
                free::indicator(figure, project, &label, quantity);
            }
            figure.label = label;
            if quantity.unit.is_none() {
                if let Some(unit) = quantities.iter().skip(index).find_map(|q| q.unit.clone()) {
                    self.ledger.inherit_unit(id, unit, UnitFrom::List);
                }
            }
        }
        self.state.stated = true;
    }
}

/// What is done with projects in 绩效.
const KINDS: Features = feature::PRE_EVALUATION.and(feature::TARGETS).and(feature::MONITORING).and(feature::SELF_EVALUATION);

/// A subject with its concept.
struct Bound {
    subject: Subject,
    concept: Option<Concept>,
    /// Whether it is one of two that one name states.
    paired: bool,
}

fn quantity(sentence: &Sentence, token: usize) -> &Quantity {
    match sentence.tokens[token].kind {
        Kind::Quantity(index) => &sentence.quantities[index as usize],
        _ => unreachable!("groups hold quantities only"),
    }
}
