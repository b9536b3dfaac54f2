//! Counts: of projects, offices, equipment, persons and vehicles.

use super::attach::{Target, KINDS};
use super::clause::{copied, Subject};
use super::concepts::{self, Meaning, Side};
use super::feature::{self, Features};
use super::lexer::{Kind, Sentence, Token};
use super::lexicon::{self, Sense};
use super::mentions;
use super::reader::{is_blank, Reader};
use super::remarks::clause_of;
use crate::concept::Concept;
use crate::figure::{Direction, Role};
use crate::outline::label_maybe;
use crate::outline::SectionKind;
use crate::quantity::{self, is_han, Measure, Quantity, Reading};
use crate::within::{behind_opening, ending, has, has_any};
use smallvec::smallvec;

/// The grades of an evaluation.
const GRADES: &[&str] = &["优秀", "优", "良好", "良", "不合格", "合格", "中", "差"];

/// Words that say a body stands below the one that reports.
const BELOW: &[&str] = &["下属", "所属", "直属", "下辖", "下设"];

impl Reader<'_, '_> {
    /// 接待总人数571: the name says what is counted where no unit is printed.
    pub(super) fn unit_by_name(&self, quantity: &Quantity) -> Option<Quantity> {
        let chain = self.clause.chains.last().filter(|_| quantity.unit.is_none())?;
        let staff = chain.named.is_some_and(|concept| concept.as_str().starts_with("staff_"));
        let (name, measure) = if chain.features.has(feature::PERSONS) || staff {
            ("人", Measure::Person)
        } else if chain.features.has(feature::BATCHES) {
            ("批次", Measure::Batch)
        } else {
            return None;
        };
        Some(Quantity { unit: Some(crate::quantity::Unit::composed("", name)), measure: Some(measure), ..quantity.clone() })
    }

    /// Names directly behind the number: 7个下属单位, 46个项目开展了….
    pub(super) fn trail(&self, next: usize, sentence: &Sentence) -> Subject {
        let mut trail = Subject::default();
        let tokens = &sentence.tokens[next.min(sentence.tokens.len())..];
        // 单价50万元以上（含50万元）的通用设备: the bracket says nothing of what is named behind it.
        let includes = tokens.first().is_some_and(|t| self.text[t.start..].starts_with("（含"));
        let behind = if includes { tokens.iter().position(|t| t.is_mark('）')).map_or(0, |close| close + 1) } else { 0 };
        for token in &tokens[behind..] {
            match token.kind {
                Kind::Quantity(_) => break,
                Kind::Word(Sense::Mark('，' | '；' | '：' | '、')) => break,
                Kind::Word(Sense::Noun(index)) => {
                    let noun = lexicon::noun(index);
                    if trail.is_empty() {
                        trail.words = token.into();
                        trail.named = noun.concept;
                    }
                    trail.features = trail.features.and(noun.features);
                }
                _ => {}
            }
        }
        trail
    }

    /// 内设“4室16科1院1队5中心”: numbers whose nouns are their units.
    pub(super) fn offices(&mut self, q: &Quantity) -> bool {
        const OFFICES: &[(&str, Concept)] = &[
            ("室", Concept::InternalOffices),
            ("科", Concept::InternalSections),
            ("院", Concept::InternalInstitutes),
            ("队", Concept::InternalTeams),
            ("中心", Concept::InternalCenters),
        ];
        if q.unit.is_some() || !self.topic.accounts {
            return false;
        }
        let behind = &self.text[q.tail..];
        let Some((name, concept)) = OFFICES.iter().find(|(name, _)| behind.starts_with(name)) else { return false };
        let chained = behind[name.len()..].starts_with(|c: char| c.is_ascii_digit());
        let before = self.text[..q.start].trim_end_matches(['“', '共']);
        let continues = OFFICES.iter().any(|(n, _)| before.strip_suffix(n).is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit())));
        if !(chained || continues) {
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

    /// Counts of things whose name may stand before or behind the number.
    pub(super) fn counted(&mut self, q: &Quantity, trail: &Subject, sure: bool) -> Option<Target> {
        let measure = q.measure?;
        if !matches!(measure, Measure::Piece | Measure::Person | Measure::Vehicle | Measure::Set | Measure::Batch | Measure::Time | Measure::Score) {
            return None;
        }
        let equipment = self.threshold.is_some().then(|| self.equipment(measure)).flatten();
        if let Some(concept) = equipment {
            self.threshold = None;
            let subject = Subject { concept: Some(concept), words: self.clause.chains.first().map_or(trail.words, |c| c.words), ..Subject::default() };
            return Some(Target { role: Role::Count, subjects: smallvec![subject], own: false });
        }
        // 共有车辆5辆，净减少2辆.
        let net = || ending(self.text[..q.lead].trim_end_matches(' '), &["净减少", "净减", "净增加", "净增"]).is_some();
        // 共有车辆25辆，减少2辆; 新增 is a verb of doing.
        let of_stated = || self.clause.chains.is_empty() && self.state.stated && !self.text[..q.lead].trim_end_matches(' ').ends_with(['新', '增']);
        let change = self.clause.change.filter(|d| *d != Direction::Unchanged && (self.names_the_count() || of_stated() || net()));
        let role = if change.is_some() { Role::Change } else { self.amount_role(Some(measure)) };
        if let Some(subject) = self.performance_count(measure, trail, q.lead, q.tail) {
            return Some(Target { role, subjects: smallvec![subject], own: true });
        }
        if let Some(subject) = self
            .graded(q)
            .or_else(|| self.more_projects(q))
            .or_else(|| self.posts_of_kind(q))
            .or_else(|| self.in_fact(q))
            .or_else(|| self.bare_bodies(q))
            .or_else(|| self.bare_staff(q))
            .or_else(|| self.hired(q))
            .or_else(|| self.bought_car(q))
        {
            return Some(Target { role, subjects: smallvec![subject], own: true });
        }
        let own = &self.clause.chains;
        let behind = self.clause.listing && (trail.named.is_some() || self.counts_another(q, true));
        if sure && !own.is_empty() && (!self.clause.purpose || self.is_counted_by_name(q.lead)) && !behind {
            let mut subjects = copied(own);
            subjects.iter_mut().for_each(|subject| self.lean(subject));
            subjects.iter_mut().for_each(|subject| self.joins_others(subject));
            let known = subjects.iter().any(|s| self.meaning_of(s, measure) != Meaning::Unknown);
            return known.then_some(Target { role, subjects, own: true });
        }
        let trail = &self.below_the_body(trail, q.lead);
        let bodies = self.topic.accounts && trail.words.start >= q.tail && trail.named.is_some() && self.text[q.tail..trail.words.start].chars().count() <= 1;
        if bodies && concepts::meaning(trail.features, trail.named, measure, self.topic, Side::Unknown) != Meaning::Unknown {
            return Some(Target { role, subjects: smallvec![*trail], own: true });
        }
        let of_last = sure && self.covered_to(q.lead) && !self.counts_another(q, false);
        if own.is_empty() && (of_last || self.takes_part(measure)) {
            let known = self.subjects.iter().any(|s| self.meaning_of(s, measure) != Meaning::Unknown);
            return known.then(|| Target { role, subjects: copied(&self.subjects), own: false });
        }
        None
    }

    /// 参加省水利厅组织的出国（境）团组1个: of another body.
    fn joins_others(&self, subject: &mut Subject) {
        if subject.features.has(feature::ABROAD.and(feature::GROUPS)) && subject.words.start >= self.clause.start {
            let before = &self.text[self.window(self.clause.start, subject.words.start)..subject.words.start];
            let formed = subject.words.of(self.text) == "组团";
            if before.contains("参加") && (formed || before.ends_with("组织的")) {
                subject.features = subject.features.and(feature::JOINED);
            }
        }
    }

    /// 因公出国（境）团组2个，参加5人次: words for those who travelled, behind their delegation.
    fn takes_part(&self, measure: Measure) -> bool {
        const WORDS: &[&str] = &["参加", "参与", "出访", "参团", "随团"];
        let Some(words) = self.clause.prefix.clone().filter(|_| measure == Measure::Person && self.state.stated) else { return false };
        let abroad = !self.subjects.is_empty() && self.subjects.iter().all(|s| s.features.has(feature::ABROAD.and(feature::GROUPS)));
        abroad && WORDS.contains(&self.text[words].trim_matches(' '))
    }

    /// 公务接待减少5批次、50人次: a count right behind a change of one changed, too.
    pub(super) fn change_goes_on(&mut self, q: &Quantity) {
        let counts = matches!(q.measure, Some(Measure::Piece | Measure::Person | Measure::Vehicle | Measure::Set | Measure::Batch | Measure::Time));
        let listed = || self.clause.numbered + '、'.len_utf8() == q.lead && self.text[self.clause.numbered..].starts_with('、');
        if counts && self.clause.change.is_none() && listed() {
            let last = self.state.last.map(|id| &self.ledger.figures[id]).filter(|figure| figure.role == Role::Change && figure.yuan.is_none());
            self.clause.change = last.and_then(|figure| figure.direction);
        }
    }

    /// 主要用于国内公务接待427批: what is counted is named right before its number.
    fn is_counted_by_name(&self, lead: usize) -> bool {
        self.clause.chains.last().is_some_and(|c| c.words.end == lead && c.features.any(feature::RECEPTION.and(feature::ABROAD)))
    }

    /// 单价50万元以上的通用设备2台、100万元以上的专用设备1台: the limit of the next kind of equipment, without its name.
    pub(super) fn next_threshold(&self, q: &Quantity, trail: &Subject) -> bool {
        use Concept::*;
        let kinds = feature::GENERAL_EQUIPMENT.and(feature::SPECIAL_EQUIPMENT).and(feature::EQUIPMENT);
        if !trail.features.any(kinds) || q.bound != Some(crate::quantity::Bound::AtLeast) {
            return false;
        }
        let last = self.state.last.and_then(|id| self.ledger.figures[id].concept);
        let counted = matches!(last, Some(AssetGeneralEquipmentOver500k | AssetSpecialEquipmentOver1m | AssetEquipmentOver1mIncl | AssetEquipmentOver200kIncl));
        let follows = || self.text[..q.lead].trim_end_matches(' ').ends_with(['、', '，', '；']);
        // 50万元以上通用设备2台（套）, where assets are told of.
        const LIMITS: [i64; 4] = [200_000, 500_000, 1_000_000, 2_000_000];
        let yuan = || q.unit.as_ref().and_then(|unit| unit.yuan()).and_then(|unit| q.value.checked_mul(unit));
        let limit = || yuan().is_some_and(|yuan| LIMITS.iter().any(|limit| yuan == rust_decimal::Decimal::from(*limit)));
        let told = || self.topic.is(SectionKind::StateAssets) && !self.is_purchase() && limit() && self.clause.chains.is_empty();
        counted && follows() || told()
    }

    /// 与2022年度决算数2241万元相比: what the sentence before spoke of, in the year before.
    pub(super) fn prior_of_same(&mut self, q: &Quantity) -> Option<Target> {
        if q.measure != Some(Measure::Money) || self.subjects.is_empty() {
            return None;
        }
        let words = &self.text[self.clause.start.min(q.lead)..q.lead];
        // Most clauses start with Han, and the blanks of others are few.
        let words = if words.starts_with(is_han) { words } else { words.trim_start() };
        let year = behind_opening(words, &["与", "较", "比", "同"])?.trim_end();
        let printed = || {
            let behind = year.trim_start_matches(|c: char| c.is_ascii_digit());
            let of = year[..year.len() - behind.len()].parse::<u16>().ok().filter(|year| (1990..=2100).contains(year));
            Some((of, behind.strip_prefix('年')?)).filter(|(of, _)| of.is_some())
        };
        let prior = ["上年", "去年"].iter().find_map(|prior| year.strip_prefix(prior)).map(|behind| (self.year_before(), behind));
        let (year, behind) = prior.or_else(printed)?;
        let basis = behind.trim_start_matches(['度', '的']);
        // 较2022年决算数为2241万元: told and left there.
        let (basis, told) = basis.strip_suffix('为').map_or((basis, false), |basis| (basis, !basis.is_empty()));
        let named = matches!(basis, "" | "决算数" | "决算" | "预算数" | "预算" | "年初预算数" | "执行数" | "支出");
        let compared = ["相比", "比较", "对比", "各增", "各减", "增加", "减少"].iter().any(|word| self.text[q.tail..].starts_with(word));
        if named && compared {
            self.clause.comparing.year = year;
            // Both totals, where both were spoken of.
            self.clause.each = true;
        }
        (named && (compared || told)).then(|| Target { role: self.amount_role(q.measure), subjects: self.subjects.clone(), own: false })
    }

    /// Cars that are bought or held where the section tells of the “三公” costs, in words that no name of the dictionary is.
    fn bought_car(&self, q: &Quantity) -> Option<Subject> {
        const BUYING: &[&str] = &["购置", "更新", "新购", "购买", "购入"];
        const HELD: &[&str] = &["保有", "共有", "现有", "拥有", "报废", "未", "无", "捐赠", "自行车"];
        if q.measure != Some(Measure::Vehicle) || !self.topic.is(SectionKind::ThreePublic) {
            return None;
        }
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_end_matches(' ');
        let counted = |concept, words| Some(Subject { concept: Some(concept), words, ..Subject::default() });
        // 公务用车购置支出0万元，预算数为0万元，购置0辆.
        let buys = || self.subjects.first().is_some_and(|s| s.features.has(feature::VEHICLE.and(feature::PURCHASE)));
        let verb = matches!(words.trim_matches([' ', '，', '共']), "购置" | "购置（更新）" | "更新" | "新购");
        if verb && buys() && self.clause.change.is_none() {
            return counted(Concept::VehiclePurchasedCount, (from..q.lead).into());
        }
        // 使用财政拨款负担的公务用车保有量为5辆: whoever pays for them.
        let held = ["公务用车保有量", "公务车保有量"].iter().any(|name| words.trim_end_matches(['为', '共', '计']).ends_with(name));
        if held && self.clause.prefix.is_some() && self.clause.chains.len() == 1 && words.contains("财政拨款") {
            return counted(Concept::VehicleHoldingCount, self.clause.chains[0].words);
        }
        // 主要用于经批准购置的0辆公务用车; 以前年度购置的3辆 were not bought now.
        let behind = ["公务用车", "公务车", "车辆", "轿车"].iter().any(|name| self.text[q.tail..].starts_with(name));
        if behind && words.ends_with("购置的") && !has_any(words, &["以前", "上年", "年购置", "运行"]) {
            return counted(Concept::VehiclePurchasedCount, (q.lead..q.lead).into());
        }
        // 购置排水抢险车1辆, 计划更新囚车1辆: a car by its use.
        let bought = has_any(words, BUYING) && !has_any(words, HELD) && (self.ledger.background.is_budget || !words.contains("计划"));
        let car = words.ends_with('车') && bought && !self.text[q.tail..].starts_with("因故") && self.clause.chains.is_empty();
        car.then(|| counted(Concept::VehiclePurchasedCount, (from..q.lead).into())).flatten()
    }

    /// 下属行政单位1个、事业单位2个; 下属1家机关: names that count bodies where subordinate ones are listed; before money they would be words
    /// like any other.
    fn bare_bodies(&self, q: &Quantity) -> Option<Subject> {
        const NAMES: [(&str, Concept); 2] = [("事业单位", Concept::SubordinateInstitutions), ("机关", Concept::SubordinateAdministrative)];
        const OFFICES: [&str; 8] = ["机构", "科室", "处室", "股室", "办公室", "部门", "科", "股"];
        const LONGEST_NAME: usize = 8;
        const INSIDE: [&str; 6] = ["办公室", "管理部门", "职能部门", "业务部门", "工作部门", "部门"];
        const OPENS: &[char] = &['、', '，', '和', '及', '：', '中', '括'];
        const CLOSES: &[char] = &['、', '，', '和', '及', '；', '。', '）', '\n'];
        if q.measure != Some(Measure::Piece) || !(self.clause.chains.is_empty() || self.clause.listing) || !self.topic.accounts {
            return None;
        }
        let ends = |words: &str| words.is_empty() || words.starts_with(['，', '。', '；', '、', '：', '（', '）', '\n']);
        let before = &self.text[self.window(self.clause.start, q.lead)..q.lead];
        let own = before.ends_with("内设") && !has_any(before, BELOW);
        // 内设5个办公室，分别是…; 内设8个职能科室：….
        let name = || clause_of(&self.text[q.tail..], &['，', '。', '；', '、', '：', '（', '）', '\n']);
        let offices = |name: &&str| name.chars().count() <= LONGEST_NAME && OFFICES.iter().any(|end| name.ends_with(end));
        if let Some(name) = own.then(name).flatten().filter(offices) {
            let words = (q.tail..q.tail + name.len()).into();
            return Some(Subject { named: Some(Concept::InternalTotal), words, ..Subject::default() });
        }
        // 内设党政办公室、经济发展办公室等6个办公室: a list of what is inside, and then how many.
        let list = if has(before, "内设") { before.rfind("内设").map(|at| &before[at..]) } else { None };
        let listed = list.is_some_and(|list| list.contains('、') && !has_any(list, BELOW));
        let inside = || INSIDE.iter().find(|name| self.text[q.tail..].strip_prefix(**name).is_some_and(ends));
        if let Some(name) = listed.then(inside).flatten() {
            let words = (q.tail..q.tail + name.len()).into();
            return Some(Subject { named: Some(Concept::InternalTotal), words, ..Subject::default() });
        }
        if let Some(subject) = self.sent_out(before, q).or_else(|| self.comprised(before, q)) {
            return Some(subject);
        }
        let (at, name, concept) = NAMES.into_iter().find_map(|(name, concept)| {
            let before = self.text[..q.lead].strip_suffix(name).filter(|words| words.ends_with(OPENS)).map(str::len);
            let behind = self.text[q.tail..].strip_prefix(name).filter(|words| concept == Concept::SubordinateInstitutions || words.starts_with(CLOSES));
            Some((before.or(behind.map(|_| q.tail))?, name, concept))
        })?;
        let subject = Subject { named: Some(concept), words: (at..at + name.len()).into(), ..Subject::default() };
        (self.meaning_of(&subject, Measure::Piece) != Meaning::Unknown).then_some(subject)
    }

    /// 派出乡镇自然资源所12个, 设派驻检察室1个: offices that the body has elsewhere.
    fn sent_out(&self, before: &str, q: &Quantity) -> Option<Subject> {
        const LONGEST: usize = 14;
        if !has(before, "派") {
            return None;
        }
        let at = [before.rfind("派出"), before.rfind("派驻")].into_iter().flatten().max()?;
        let name = &before[at..];
        let office = name.ends_with(['所', '庭', '室', '站']) || name.ends_with("分局") || name.ends_with("机构");
        let own = before[..at].is_empty() || before[..at].trim_end_matches(' ').ends_with(['设', '有', '立', '，', '、']);
        let plain = own && name.chars().count() <= LONGEST && !name.contains(['，', '、', '；', '：', '的']);
        let plain = plain && !has_any(name, &["纪检", "监察", "人员", "工作队", "干部"]);
        let words = (q.lead - name.len()..q.lead).into();
        (office && plain).then_some(Subject { named: Some(Concept::DispatchedAgencies), words, ..Subject::default() })
    }

    /// 纳入2023年部门预算编制范围的共2个, 列入部门决算汇总的共4家: the units that the budget or the accounts comprise, without that word.
    fn comprised(&self, before: &str, q: &Quantity) -> Option<Subject> {
        let words = before.trim_start_matches([' ', '故']);
        if !words.starts_with("纳入") && !words.starts_with("列入") {
            return None;
        }
        let said = words.trim_end_matches([' ', '共', '有', '计']);
        let accounts = has_any(said, &["预算", "决算"])
            && ["编制范围的", "编制的", "编报范围的", "汇总的", "汇总范围的", "汇编范围的"].iter().any(|end| said.ends_with(end));
        let unit = q.unit.as_ref().is_some_and(|unit| matches!(unit.as_str(), "个" | "家"));
        let subject =
            Subject { named: Some(Concept::BudgetUnits), words: (q.lead - words.len()..q.lead - words.len() + said.len()).into(), ..Subject::default() };
        (accounts && unit && !self.text[q.tail..].starts_with("项目")).then_some(subject)
    }

    /// 下属4家预算单位: the units below the body, which are not all that the budget comprises.
    fn below_the_body(&self, trail: &Subject, lead: usize) -> Subject {
        const FARTHEST: usize = 5;
        let before = &self.text[self.clause.start.min(lead)..lead];
        let near = |word: &str| before.rfind(word).is_some_and(|at| before[at + word.len()..].chars().count() <= FARTHEST);
        let below = trail.named == Some(Concept::BudgetUnits) && BELOW.iter().any(|word| near(word));
        Subject { named: if below { Some(Concept::SubordinateUnits) } else { trail.named }, ..*trail }
    }

    /// 人员编制：57人: nothing but a mark between a name and its number.
    pub(super) fn states_behind(&self, colon: &Token) -> bool {
        let digits = self.text[colon.end..].starts_with(|c: char| c.is_ascii_digit());
        let measured = || matches!(quantity::read(self.text, colon.end).reading, Reading::Quantity(q) if q.measure.is_some());
        digits && !self.clause.chains.is_empty() && label_maybe(&self.text[colon.end..]).is_none() && measured()
    }

    /// Whether a count is of something else than what was spoken of last; `own` says that a name stands in its clause.
    pub(super) fn counts_another(&self, q: &Quantity, own: bool) -> bool {
        let counts = q.measure.is_some_and(|measure| !matches!(measure, Measure::Money | Measure::Magnitude | Measure::Percent | Measure::Points));
        let behind = || (!own || self.clause.listing) && self.names_behind(q);
        counts && self.clause.change.is_none() && (behind() || !own && (self.is_unnamed_part(q) || self.names_before(q)))
    }

    /// 内设机构6个、4个派出处室: what is counted stands behind the number, and is not what was counted before.
    fn names_behind(&self, q: &Quantity) -> bool {
        const LONGEST: usize = 30;
        let behind = &self.text[q.tail..];
        if !behind.starts_with(is_han) {
            return false;
        }
        let end = behind.char_indices().nth(LONGEST).map_or(behind.len(), |(at, _)| at);
        lexicon::word_from(&behind[..end], 0).is_none_or(|word| word.start > 0)
    }

    /// 人员结构：中级17人: the word before the number is none of the accounts.
    fn names_before(&self, q: &Quantity) -> bool {
        let window = &self.text[..q.lead];
        let from = self.clause.unread(q.lead);
        let words = std::iter::successors(lexicon::word_from(window, from), |word| lexicon::word_from(window, word.end));
        words.last().is_some_and(|word| word.end == q.lead && *word.sense == Sense::Other)
    }

    /// 决算单位3个，包括本级1个: a part without a name of its own.
    fn is_unnamed_part(&self, q: &Quantity) -> bool {
        let whole = self.whole.as_ref().and_then(|whole| whole.figure).filter(|_| self.state.parts);
        let worded = !is_blank(&self.text[self.clause.start.min(q.lead)..q.lead]);
        worded && whole.is_some() && self.subjects.iter().all(|subject| subject.figure == whole)
    }

    /// 纳入决算编制范围的单位3个，其中行政单位1个 counts the body itself; a bare 事业单位 is subordinate only where such bodies are listed.
    pub(super) fn is_subordinate(&self, concept: Concept, subject: &Subject) -> bool {
        let said = &self.text[self.state.start..self.clause.covered.max(subject.words.start).max(self.state.start)];
        let name = subject.words.of(self.text);
        if has_any(said, BELOW) || has_any(name, BELOW) {
            return true;
        }
        let of_budget_units = has_any(said, &["预算单位", "决算单位", "编制范围", "独立核算"]);
        let bare = concept == Concept::SubordinateInstitutions && name == "事业单位";
        let listed = self.whole.as_ref().and_then(|w| w.concept) == Some(Concept::SubordinateUnits);
        // 行政单位1家，事业单位4家: the second kind of a list whose first was one.
        let paired = self.state.stated && self.subjects.iter().any(|s| s.concept == Some(Concept::SubordinateAdministrative));
        listed || !of_budget_units && (!bare || paired)
    }

    /// 新增 before a count in a work report is a verb of doing, not of change; 比上年减少48批次 is one.
    fn names_the_count(&self) -> bool {
        self.state.versus.is_some() || !self.clause.chains.is_empty()
    }

    fn covered_to(&self, at: usize) -> bool {
        self.clause.covered >= at || is_blank(&self.text[self.clause.covered..at])
    }

    /// 46个项目开展了预算事前绩效评估: what is done with the projects stands around their number.
    fn performance_count(&self, measure: Measure, trail: &Subject, lead: usize, behind: usize) -> Option<Subject> {
        if !self.topic.accounts || !matches!(measure, Measure::Piece | Measure::Score) {
            return None;
        }
        let chains = self.clause.chains.iter().fold(Features::NONE, |f, c| f.and(c.features));
        let around = chains.and(trail.features).and(self.clause.here.only(feature::AMBIENT));
        // What no count of performance goes without, nearly all of which its own section has.
        let before = self.subjects.first().map_or(Features::NONE, |s| s.features);
        if !around.and(self.clause.ambient).and(before).any(concepts::OF_PERFORMANCE.and(feature::PROJECT)) {
            return None;
        }
        // 未编制绩效目标的项目2个, 监控发现偏离目标的项目3个.
        if has_any(&self.text[self.window(self.clause.start, lead)..lead], &["未编", "未开展", "未设", "未纳入", "未实", "偏离"]) {
            return None;
        }
        let named = self.text[self.window(self.clause.start, lead)..lead].trim_start().strip_prefix('“').and_then(|words| words.split_once("”的"));
        let named = named.is_some_and(|(grade, _)| GRADES.contains(&grade)) || self.grade_behind(behind).is_some();
        let quoted = named
            || self.grade_in_list(lead)
            || chains.is_empty() && (self.text[..self.clause.covered].trim_end_matches('的').ends_with('”') || self.bare_grade(lead).is_some());
        let around = if around.any(feature::PROJECT) { around.and(feature::PROJECTS) } else { around };
        let around = if around.any(KINDS) { around } else { around.and(self.one_kind()) };
        // 有5个项目结果为“优”.
        let around = if around.any(feature::PROJECTS) && self.result_behind(behind) { around.and(feature::GRADE) } else { around };
        let leaning = chains.any(feature::LEANING) || chains.any(feature::ISSUES) || quoted;
        let inherited = if leaning { before.only(feature::INHERITED.and(feature::GRADE)) } else { Features::NONE };
        let features = around.and(inherited);
        let meaning = concepts::meaning(features, None, measure, self.topic, Side::Unknown);
        let Meaning::One(concept) = meaning else { return None };
        let graded = || self.printed_grade(lead, behind).is_some();
        if !concept.as_str().starts_with("performance_") || concept == Concept::PerformanceGradeCount && !graded() {
            return None;
        }
        let words = self.clause.chains.last().map_or(trail.words, |c| c.words);
        Some(Subject { features, words, ..Subject::default() })
    }

    fn equipment(&self, measure: Measure) -> Option<Concept> {
        if !matches!(measure, Measure::Set | Measure::Piece) {
            return None;
        }
        let limit = self.threshold.filter(|_| !self.is_purchase())?;
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

    /// 计划购置车辆2辆、单价200万元以上设备1台: what is to be bought is not yet held.
    pub(super) fn is_purchase(&self) -> bool {
        const HOLDING: &[&str] = &["共有", "现有", "拥有", "实有", "保有", "占有", "截至", "截止"];
        if !self.mentions_buying() {
            return false;
        }
        let said = &self.text[self.state.start..self.clause.covered.max(self.state.start)];
        let last = |words: &[&str]| words.iter().filter(|word| has(said, word)).filter_map(|word| said.rfind(word)).max();
        last(mentions::BUYING).is_some_and(|bought| last(HOLDING).is_none_or(|held| held < bought))
    }

    /// 单价50万元以上通用设备: a limit, of what the words behind name.
    pub(super) fn threshold(&mut self, q: &Quantity, trail: &Subject) -> Option<Target> {
        // 单价50万元以上 sets a limit; 接受捐赠价值35万元的设备 tells what it is worth.
        if self.bare_value(q.lead) && q.bound.is_none() {
            return None;
        }
        let unit = q.unit.as_ref()?;
        // 单价50万以上 means 万元.
        let scale = if unit.as_str() == "万" { Some(10_000.into()) } else { unit.yuan() };
        self.threshold = q.value.checked_mul(scale?);
        let concept = [
            (feature::GENERAL_EQUIPMENT, Concept::AssetGeneralEquipmentThreshold),
            (feature::SPECIAL_EQUIPMENT, Concept::AssetSpecialEquipmentThreshold),
            (feature::EQUIPMENT, Concept::AssetEquipmentThreshold),
        ];
        let named = concept.iter().find(|(f, _)| trail.features.any(*f)).map(|(_, c)| *c)?;
        let held = Some(named).filter(|_| !self.is_purchase() && !self.text[q.tail..].starts_with("以下") && !self.is_disposal());
        self.threshold = self.threshold.filter(|_| held.is_some());
        let subject = Subject { concept: held, words: trail.words, ..Subject::default() };
        Some(Target { role: Role::Threshold, subjects: smallvec![subject], own: false })
    }

    /// 报废单价100万元以上专用设备1台: whether the clause tells of what is held no more.
    fn is_disposal(&self) -> bool {
        has_any(self.said(self.clause.covered), &["报废", "处置", "淘汰", "新购"])
    }

    /// Whether the number stands behind 价值 and neither 单价 nor 单台价值.
    fn bare_value(&self, lead: usize) -> bool {
        const SINGLE: usize = 8;
        let before = self.text[self.clause.start.min(lead)..lead].trim_end_matches([' ', '为', '在']);
        let Some(name) = before.strip_suffix("价值") else { return false };
        !name.chars().rev().take(SINGLE).any(|c| matches!(c, '单' | '每'))
    }

    /// 绩效评级为“优”的项目, 3个项目评价结果为“良”: the grade is a dimension.
    pub(super) fn grade(&mut self, id: usize, concept: Option<Concept>, lead: usize, behind: usize) {
        if concept != Some(Concept::PerformanceGradeCount) {
            return;
        }
        // 评价结果为优的项目8个，占66.67%: a share is of the grade counted before it.
        let counted = self.subjects.first().and_then(|subject| subject.figure).and_then(|id| self.ledger.figures[id].dimensions.get("grade").cloned());
        if let Some(grade) = self.printed_grade(lead, behind).map(str::to_owned).or(counted) {
            self.ledger.figures[id].dimensions.insert("grade".into(), grade);
        }
    }

    /// 评价等级优8个，良3个: the grade that a clause consists of, or that stands right behind the name of the grades.
    fn bare_grade(&self, lead: usize) -> Option<&'static str> {
        const NAMES: &[&str] = &["等级", "等次", "结果", "评级", "等级为", "等次为", "结果为", "评级为", "评为", "评定为", "其中"];
        let from = self.clause.unread(lead);
        let words = self.text[from..lead].trim_matches([' ', '、']).trim_end_matches('的');
        let (grade, before) = GRADES.iter().find_map(|grade| Some((*grade, words.strip_suffix(grade)?)))?;
        (before.is_empty() || NAMES.iter().any(|name| before.ends_with(name))).then_some(grade)
    }

    /// 对8个项目实施自评，其中优秀6个、良好2个: how many projects were given a grade.
    fn graded(&self, q: &Quantity) -> Option<Subject> {
        use Concept::*;
        const LEADS: &[&str] = &["其中", "评定为", "评为", "结果为", "等次为", "等级为", "为"];
        const NEAR: usize = 4;
        if !self.topic.is(SectionKind::Performance) || q.measure != Some(Measure::Piece) {
            return None;
        }
        let mut before = self.ledger.figures.iter().rev().take(NEAR).filter(|figure| figure.section == self.section);
        let from = self.clause.unread(q.lead);
        let mut words = self.text[from..q.lead].trim_matches([' ', '、', '，', '：']).trim_end_matches('的');
        // “优”的项目8个、“良”的项目1个.
        words = words.strip_suffix("的项目").unwrap_or(words);
        for lead in LEADS {
            words = words.strip_prefix(lead).unwrap_or(words);
        }
        let grade = GRADES.contains(&words.trim_matches(['“', '”']));
        let said = || {
            let said = &self.text[self.window(self.state.start, q.lead)..q.lead];
            has(said, "评") && !has_any(said, &["指标", "单位", "断面", "学校", "机构"])
        };
        let mut projects = || {
            let counted = before.find(|figure| figure.role == Role::Count).and_then(|figure| figure.concept);
            matches!(counted, Some(PerformanceSelfEvaluatedProjects | PerformanceGradeCount))
        };
        let features = feature::PERFORMANCE.and(feature::SELF_EVALUATION).and(feature::GRADE);
        (grade && projects() && said()).then(|| Subject { features, words: (from..q.lead).into(), ..Subject::default() })
    }

    /// “优”的7个、“良”的2个，共9个: whether no grade is printed with a number.
    pub(super) fn is_of_no_grade(&self, quantities: &[&Quantity]) -> bool {
        let sum = |q: &Quantity| has_any(&self.text[self.clause.start.min(q.lead)..q.lead], &["共", "合计", "总"]);
        quantities.iter().all(|q| sum(q) && self.printed_grade(q.lead, q.tail).is_none())
    }

    /// 等次为优的3个、良的1个: whether nothing but a grade stands between a number and one that counted another grade.
    fn grade_in_list(&self, lead: usize) -> bool {
        let last = self.state.last.and_then(|id| self.ledger.figures[id].concept);
        let from = self.clause.unread(lead);
        let words = self.text[from..lead].trim_matches([' ', '、', '，']).trim_end_matches('的').trim_matches(['“', '”']);
        last == Some(Concept::PerformanceGradeCount) && GRADES.contains(&words)
    }

    /// The grade that the clause prints before its number, in quotation marks or bare, or right behind it.
    fn printed_grade(&self, lead: usize, behind: usize) -> Option<&str> {
        if let Some(grade) = self.bare_grade(lead) {
            return Some(grade);
        }
        let before = self.text[self.clause.start..self.clause.covered.max(self.clause.start)].trim_end_matches(' ');
        if let Some((quoted, _)) = before.rsplit_once('”') {
            return quoted.rsplit_once('“').map(|(_, grade)| grade);
        }
        let bare = before.strip_suffix("项目").unwrap_or(before).strip_suffix('的').and_then(|words| GRADES.iter().find(|grade| words.ends_with(**grade)));
        if bare.is_some() {
            return bare.copied();
        }
        if let Some(grade) = self.grade_behind(behind) {
            return Some(grade);
        }
        let clause = clause_of(&self.text[behind..], &['，', '；', '。', '、', '\n'])?;
        let (named, grade) = clause.split_once('“').and_then(|(named, rest)| Some((named, rest.split_once('”')?.0)))?;
        (named.ends_with('为') && GRADES.contains(&grade)).then_some(grade)
    }

    /// 4个项目评价等级为优，1个为良: the grade that a clause behind the number ends with.
    pub(super) fn grade_behind(&self, behind: usize) -> Option<&str> {
        let clause = clause_of(&self.text[behind..], &['，', '；', '。', '、', '\n'])?;
        let (named, grade) = clause.rsplit_once('为')?;
        let grade = grade.strip_prefix('“').and_then(|quoted| quoted.strip_suffix('”')).unwrap_or(grade);
        // 2个指标完成情况为差 grades no projects.
        let graded = named.is_empty() || ["等级", "等次", "结果", "结论", "评级", "评定", "评价"].iter().any(|end| named.ends_with(end));
        (graded && GRADES.contains(&grade)).then_some(grade)
    }
}
