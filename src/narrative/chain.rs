//! Names: how the words of a clause become what its numbers speak of.

use super::clause::Subject;
use super::concepts::{self, Meaning};
use super::feature::{self, Features};
use super::item::{Item, Path};
use super::lexer::Token;
use super::lexicon;
use super::nature::NATURES;
use super::reader::{is_blank, Reader, BY_ECONOMIC};
use crate::classification::{self, Level};
use crate::concept::Concept;
use crate::outline::SectionKind;
use crate::quantity::{DigitKind, Measure};
use crate::within::{has_any, opening};

/// What may stand between the name of an item and its amount.
const OF_ITEM: Features = feature::FUNDS.and(feature::OUT).and(feature::CURRENT);

/// Names of costs, of which a bare 支出 is what was spent.
const COSTS: Features = feature::THREE.and(feature::ABROAD).and(feature::VEHICLE).and(feature::RECEPTION).and(feature::MEETING).and(feature::TRAINING);

const CURRENT_OUT: Features = feature::CURRENT.and(feature::OUT);

impl Reader<'_, '_> {
    /// An item named without a number is what follows speaks of: `…行政运行（项）：`, `…行政运行（项），主要用于…`.
    pub(super) fn announced(&mut self) {
        let listed = || self.text[..self.clause.covered].ends_with('：') && self.text[self.clause.covered..].starts_with(['\n', '“']);
        if !self.state.stated && !self.clause.nothing && !self.clause.chains.is_empty() && listed() {
            // 一般公共预算支出按项级科目的主要安排：….
            let first = self.clause.chains.first().map(|chain| self.meaning_of(chain, Measure::Money));
            if let Some(Meaning::One(total)) = first {
                self.items = concepts::items_of(total).or(self.items);
            }
        }
        if self.names_the_section() {
            self.subjects = std::mem::take(&mut self.clause.chains);
            return;
        }
        let sure = !self.clause.broken && !self.clause.purpose && self.state.reason.is_none();
        let marked = |c: &Subject| c.item.as_ref().is_some_and(|i| !i.is_bare());
        if sure && !self.clause.chains.is_empty() && (self.clause.chains.iter().all(marked) || self.is_name_alone()) {
            self.subjects = std::mem::take(&mut self.clause.chains);
        }
    }

    /// 维持机关日常运转而开支的机关运行经费，合计160万元: whatever stands before it, the name of what the section is about is its subject.
    fn names_the_section(&self) -> bool {
        if self.state.stated || self.state.reason.is_some() {
            return false;
        }
        let Some(chain) = self.clause.chains.last() else { return false };
        let own = match self.topic.kind {
            Some(SectionKind::AgencyOperatingCost) => Concept::AgencyOperatingCost,
            Some(SectionKind::Procurement) => Concept::ProcurementTotal,
            Some(SectionKind::ThreePublic) => Concept::ThreePublicTotal,
            _ => return false,
        };
        chain.words.end + 1 >= self.clause.covered && self.meaning_of(chain, Measure::Money) == Meaning::One(own)
    }

    /// （一）收入预算，2018年年初预算数596.09万元: a clause that opens its sentence and is nothing but a name is what the sentence speaks of.
    fn is_name_alone(&self) -> bool {
        let [chain] = self.clause.chains.as_slice() else { return false };
        let clause = &self.clause;
        let plain = clause.prefix.is_none() && clause.change.is_none() && clause.share.is_none() && !clause.complete && !clause.each && !clause.comparing.open;
        // Among the parts of a whole only a colon says that what follows is of the name: 公务接待费：决算8.3万元.
        let free = self.whole.is_none() || self.text[..clause.covered].ends_with('：');
        plain && !self.state.stated && free && matches!(self.meaning_of(chain, Measure::Money), Meaning::One(c) if !concepts::counts_things(c))
    }

    pub(super) fn noun(&mut self, token: &Token, noun: &lexicon::Noun) {
        if self.is_economic(token) {
            return self.economic(token);
        }
        // 编制单位2家, 编制2023年部门预算: what is done, and no posts.
        if &self.text[token.start..token.end] == "编制" {
            let next = &self.text[token.end..];
            if opening(next, &["单位", "范围", "部门"]).is_some() {
                self.clause.broken = true;
                self.clause.unknown_end = token.end;
                return;
            }
            if next.bytes().take_while(u8::is_ascii_digit).count() == 4 && next[4..].starts_with('年') {
                return;
            }
        }
        if self.clause.comparing.open {
            // 与收入预算相比 compares no years; 与 was a plain “and”.
            self.clause.comparing.open = self.clause.comparing.year.is_some() || self.clause.comparing.basis.is_some();
            self.clause.listing |= !self.clause.comparing.open && self.text[..token.start].ends_with('与');
        }
        self.clause.ambient = self.clause.ambient.and(noun.features);
        self.clause.here = self.clause.here.and(noun.features);
        if self.is_bare_side(noun, token) {
            return;
        }
        self.end_examples(token, noun);
        self.clause.unit_price |= noun.features.has(feature::UNIT_PRICE);
        if self.clause.purpose && self.clause.covered > token.end {
            return;
        }
        // 下属单位公务接待费, 在职人员支出: of those below the body, unless 及 joins them to it, and of some of its persons.
        const SIDES: Features = feature::IN.and(feature::OUT);
        let persons = |concept: Concept| concept.as_str().starts_with("staff_") && noun.features.without(SIDES).is_empty();
        let below = |chain: &Subject| {
            chain.named.is_some_and(|concept| concept == Concept::SubordinateUnits || persons(concept))
                && is_blank(self.text[chain.words.end..token.start].trim_end_matches('“'))
                && !self.text[..chain.words.start].ends_with(['及', '和', '与', '、', '含', '括', '有', '并', '各'])
        };
        if let Some(chain) = self.clause.chains.last().filter(|chain| noun.concept.is_none() && below(chain)) {
            self.clause.unknown_end = chain.words.end;
            self.clause.broken = true;
        }
        self.extend_chain(token, noun);
    }

    /// 办公费、印刷费、办公设备购置等公用经费9万元: what is named before 等 are examples of the kind, where they are costs and it is no part of an item.
    fn end_examples(&mut self, token: &Token, noun: &lexicon::Noun) {
        const COSTS: &[&str] = &["费", "费用", "工资", "津贴", "补贴", "津补贴", "奖金", "公积金", "年金", "购置", "支出", "保险", "缴费", "补助", "经费"];
        let kind = noun.features.any(feature::PERSONNEL.and(feature::PUBLIC_USE));
        let from = self.clause.unread(token.start);
        let named = || self.text[from..token.start].trim_end_matches("日常").strip_suffix('等').is_some_and(|list| COSTS.iter().any(|end| list.ends_with(end)));
        let examples = kind && named() && !self.state.free && self.state.last.is_none_or(|id| self.ledger.figures[id].code.is_none());
        if examples && !self.clause.comparing.open && self.clause.share.is_none() {
            self.clause.chains.clear();
            self.clause.listing = false;
            self.clause.broken = false;
            self.clause.prefix = None;
            self.clause.purpose = false;
        }
    }

    /// 公务接待费, 会议费, 公务用车运行维护费 among the items that basic expenditure consists of are items of the economic classification too.
    pub(super) fn is_economic(&self, token: &Token) -> bool {
        let whole = self.whole.as_ref().map(|whole| whole.concept);
        // 日常公用支出151万元，其中：公务接待费27万元.
        let kinds = matches!(
            whole.flatten(),
            Some(
                Concept::ExpenditureBasicOperating
                    | Concept::ExpenditureBasicPersonnel
                    | Concept::FiscalBasicOperating
                    | Concept::FiscalBasicPersonnel
                    | Concept::GeneralBudgetBasicOperating
                    | Concept::GeneralBudgetBasicPersonnel
            )
        );
        let listed =
            self.topic.basic || kinds || self.topic.is(SectionKind::AgencyOperatingCost) && whole.is_some_and(|whole| whole != Some(Concept::MeetingCost));
        listed && classification::is_economic(&self.text[token.start..token.end])
    }

    /// 共计支出10.4万元: where something was named before, or the section speaks of one thing, a bare 支出 names nothing new.
    fn is_bare_side(&mut self, noun: &lexicon::Noun, token: &Token) -> bool {
        // 机关运行经费，合计160万元.
        let sums_up = noun.features == feature::SUM || noun.features == feature::TOTAL;
        let sums = sums_up && self.topic.speaks_of_one();
        let bare = noun.features == feature::OUT || noun.features == feature::IN || sums;
        // 行政运行（项）当年支出, 行政运行（项）财政拨款支出: the fund and the side of the item, no new name.
        let of_item = noun.concept.is_none() && !noun.features.is_empty() && noun.features.only(OF_ITEM) == noun.features;
        let item = self.clause.chains.last().is_some_and(|c| c.item.as_ref().is_some_and(|i| !i.is_bare())) && !self.clause.listing;
        if of_item && item && !self.clause.broken && self.clause.share.is_none() {
            if let Some(chain) = self.clause.chains.last_mut() {
                chain.words.end = chain.words.end.max(token.end);
            }
            return true;
        }
        if !self.clause.chains.is_empty() || !(bare || sums_up || noun.features == CURRENT_OUT) {
            return false;
        }
        let spent = |s: &Subject| s.concept.is_some_and(|concept| concepts::side(concept) == concepts::Side::Out);
        let other_side = noun.features == feature::OUT && self.subjects.iter().any(|s| s.features.any(feature::IN))
            || noun.features == feature::IN && self.subjects.iter().any(spent);
        let named = self.subjects.first().is_some_and(|s| s.item.is_some() && self.state.stated)
            || self.topic.speaks_of_one() && !self.subjects.is_empty() && !other_side;
        let of_subject = noun.features == CURRENT_OUT && self.subjects.first().is_some_and(|s| s.item.is_some_and(|i| i.is_below_class())) && self.state.stated;
        // 比上年收入预算总额增加9万元: what is compared, named once more.
        let restated = sums_up && self.clause.comparing.year.is_some() && !self.clause.broken && !self.subjects.is_empty();
        let compared = restated || bare && self.is_side_compared(noun.features);
        // 公务用车购置, the title: 年末保有车辆3辆，支出614万元. 人员经费, the title: 2022年支出61万元.
        let of = |subjects: &[Subject], names: Features| !subjects.is_empty() && subjects.iter().all(|s| s.item.is_none() && s.features.any(names));
        let none_since = self.subjects.iter().zip(&self.titled).all(|(subject, titled)| subject.words.start == titled.words.start);
        // 本部门全年支出1,200万元 is of the whole body.
        let alone = !of(&self.titled, NATURES) || self.titled_alone && self.is_year(token.start);
        // 公务用车保有量3辆，驾驶员4人，支出9万元: behind something unknown all three costs are not spoken of.
        let forgotten = self.subjects.is_empty() && self.state.stated && of(&self.titled, feature::THREE);
        let of_title = none_since && alone && !forgotten && of(&self.titled, COSTS.and(NATURES));
        let of_cost = noun.features == feature::OUT && (of_title || of(&self.subjects, COSTS));
        if of_cost && self.subjects.is_empty() {
            self.subjects = self.titled.clone();
        }
        (bare && named || of_subject || of_cost || compared) && self.clause.share.is_none()
    }

    /// Whether nothing but a year, or words for all of it, stands before a word in its clause.
    fn is_year(&self, at: usize) -> bool {
        const WHOLE: &[&str] = &["本年度", "本年", "当年", "全年", "年度", "年", "累计", "共计", "共", "总", "实际"];
        let words = self.text[self.clause.start.min(at)..at].trim_matches([' ', '：']);
        let mut words = words.trim_start_matches(|c: char| c.is_ascii_digit());
        while let Some(rest) = WHOLE.iter().find_map(|word| words.strip_prefix(word)) {
            words = rest.trim_start_matches(' ');
        }
        words.is_empty()
    }

    /// 比上年累计支出433万元减少2万元, 比上年减少支出613万元: the side of what is compared, where that is no side of its own.
    fn is_side_compared(&self, side: Features) -> bool {
        let compares = self.clause.comparing.year.is_some() || self.clause.change.is_some();
        let expected = if side == feature::OUT { concepts::Side::Out } else { concepts::Side::In };
        let same = |concept: Concept| match concepts::side(concept) {
            concepts::Side::Unknown => expected == concepts::Side::Out && !concepts::counts_things(concept),
            own => own == expected,
        };
        compares && (self.state.stated || !self.subjects.is_empty()) && self.subjects.iter().all(|s| s.concept.is_some_and(same))
    }

    /// Whether nothing but a mark or word of lists, or another name with one, stands between a name and a place.
    fn ends_before_list_mark(&self, name: &Subject, at: usize) -> bool {
        let between = self.clause.chains.iter().find(|c| c.words.start > name.words.start).map_or(at, |next| next.words.start);
        matches!(self.text[name.words.end.min(between)..between].trim_matches(' '), "、" | "和" | "与" | "及" | "以及")
    }

    /// 行政运行（项）。支出决算46万元: whether a subject is an item that the paragraph, or the title above it, named before a place.
    pub(super) fn is_item_spoken_of(&self, subject: &Subject, at: usize) -> bool {
        let titled = || self.titled.iter().any(|titled| titled.words.start == subject.words.start);
        let near = || memchr::memchr(b'\n', &self.text.as_bytes()[self.window(subject.words.end.min(at), at)..at]).is_none();
        subject.item.is_some_and(|item| !item.is_bare()) && (titled() || near())
    }

    /// Adds a noun to the name being read, or starts the next name of a list.
    fn extend_chain(&mut self, token: &Token, noun: &lexicon::Noun) {
        let listing = std::mem::take(&mut self.clause.listing) && !self.clause.chains.is_empty() && !self.clause.broken;
        let whole = self.clause.chains.last().is_some_and(|c| self.clause.share.is_some_and(|share| c.words.end <= share && share <= token.start));
        if whole {
            // 其他收入占本年收入的…: what it is a share of is a name of its own.
            self.clause.chains.push(Subject { features: noun.features, named: noun.concept, words: token.into(), ..Subject::default() });
            return;
        }
        let glued = self.clause.chains.last().is_some_and(|c| !listing && self.text[c.words.end..token.start].chars().count() <= 12);
        // 在职教职工人数: how many of them is no name of its own.
        let head = !noun.features.is_empty() && noun.features != feature::PERSONS;
        let new_head = self.clause.chains.last().is_some_and(|c| c.named.is_some_and(concepts::counts_things) && head);
        if glued && !self.clause.broken && !new_head {
            let chain = self.clause.chains.last_mut().expect("a chain was looked at");
            if chain.item.is_none() || !noun.features.only(feature::OUT).is_empty() {
                chain.features = chain.features.and(noun.features);
                chain.named = noun.concept.or(chain.named);
                chain.words.end = token.end;
                return;
            }
        }
        let unchanged = std::mem::take(&mut self.clause.unchanged);
        if unchanged {
            self.clause.each = false;
        }
        if !listing || unchanged {
            self.clause.chains.clear();
            if self.clause.broken {
                // A name behind unknown words starts anew; the words before it are its prefix.
                self.clause.prefix = Some(self.clause.start..self.clause.unknown_end.max(self.clause.start));
                self.clause.broken = false;
            }
        }
        self.clause.chains.push(Subject { features: noun.features, named: noun.concept, words: token.into(), ..Subject::default() });
    }

    pub(super) fn economic(&mut self, token: &Token) {
        if self.lists_items_of_class() && self.is_item_of_function(token) {
            // 住房保障支出39万元，其中：“住房公积金”20万元: the item of the same name of the other classification.
            return;
        }
        let year = self.ledger.background.year;
        let item = Path::economic_item(token.start..token.end, self.text, year);
        // 对企业补助 has another code in the classification of the government's budget.
        let government = self.mentions_economic() && has_any(self.said_of_parts(token.start), &["政府预算支出经济", "政府预算经济", "政府经济"]);
        self.push_item(token, if government { item.of_government() } else { item });
    }

    /// What the sentence says before a place.
    fn said_of_parts(&self, at: usize) -> &str {
        &self.text[self.window(self.state.start, at)..at]
    }

    /// Whether a word is the name of an item of the functional classification too.
    fn is_item_of_function(&self, token: &Token) -> bool {
        let class = |path: &Path| path.code().and_then(|code| code.up_to(Level::Class));
        let item = Path::functional_item(token.start..token.end, self.text, self.ledger.background.year);
        let whole = self.whole.as_ref().and_then(|whole| whole.subject.as_ref()).and_then(|subject| subject.item.as_ref()).and_then(class);
        // 教育支出，其中：基本工资…、住房公积金…: none of the class.
        item.as_ref().and_then(class).is_some_and(|class| Some(class) == whole)
    }

    fn push_item(&mut self, token: &Token, path: Path) {
        if !std::mem::take(&mut self.clause.listing) || self.clause.purpose {
            self.clause.chains.clear();
        }
        self.clause.chains.push(Subject { item: Some(path), words: token.into(), ..Subject::default() });
    }

    /// An item of the classification: 款 and 项 stand below the 类 that was named before.
    pub(super) fn item(&mut self, token: &Token, item: &Item) {
        let basic = self.topic.basic || self.topic.is(SectionKind::AgencyOperatingCost);
        let year = self.ledger.background.year;
        // 按经济分类，…，其他支出100万元: no 类 of the functional classification.
        if item.bare && !item.printed && (self.by_economic || self.mentions_economic() && has_any(self.said_of_parts(token.start), BY_ECONOMIC)) {
            if classification::is_economic(&self.text[token.start..token.end]) {
                return self.economic(token);
            }
            self.clause.broken = true;
            self.clause.unknown_end = token.end;
            return;
        }
        if item.bare {
            if self.clause.chains.last().is_some_and(|c| c.item.is_none() && !self.clause.listing) {
                // 公务用车其他支出 is no 类.
                self.clause.broken = true;
                return;
            }
            let mut path = Path::default();
            path.extend(item, self.text, false, year);
            self.push_item(token, path);
            return;
        }
        self.path.extend(item, self.text, basic, year);
        if item.digits.is_some() {
            self.ledger.claim(token.start..token.end, DigitKind::Code);
        }
        if item.printed {
            // The code stands before its name or behind it.
            let name = item.names.first().map_or(token.start..token.start, |(_, name)| name.clone());
            let code = if name.start <= token.start && !name.is_empty() { name.end..token.end } else { token.start..name.start.max(token.start) };
            self.ledger.claim(code, DigitKind::Code);
        }
        self.clause.purpose = false;
        self.clause.broken = false;
        let continues =
            self.clause.chains.last().is_some_and(|c| c.item.is_some() && self.text[c.words.end..token.start].chars().count() <= 3 && !self.clause.listing);
        if continues {
            let start = self.clause.chains.last().map_or(token.start, |c| c.words.start);
            self.clause.chains.clear();
            self.clause.chains.push(Subject { item: Some(self.path), words: (start..token.end).into(), ..Subject::default() });
            return;
        }
        // 行政运行（项）、事业运行（项）…分别为: each a subject.
        let listed = std::mem::take(&mut self.clause.listing);
        if !(listed && self.clause.chains.iter().all(|c| c.item.is_some_and(|i| !i.is_bare()) && self.ends_before_list_mark(c, token.start))) {
            self.clause.chains.clear();
        }
        self.clause.chains.push(Subject { item: Some(self.path), words: token.into(), ..Subject::default() });
    }
}
