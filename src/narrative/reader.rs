//! The walk over the tokens of a section. The rules are few; each names what it serves.

use super::clause::{Clause, SentenceState, Subject, Subjects, Whole};
use super::comparison;
use super::concepts;
use super::extent::{extent, Extent};
use super::feature::{self, Features};
use super::free;
use super::goals::states_goals;
use super::item::Path;
use super::lexer::{Kind, Sentence, Token};
use super::lexicon::{self, Basis, Sense};
use super::remarks;
use super::topic::{telling_words, Topic};
use crate::concept::Concept;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::figure::{Base, Direction, Role, Versus};
use crate::ledger::Ledger;
use crate::outline::{SectionKind, Style};
use crate::quantity::{Date, DigitKind};
use crate::within::{has, has_any};
use smallvec::{smallvec, SmallVec};
use std::ops::Range;

/// Words that announce parts by the economic classification.
pub(super) const BY_ECONOMIC: &[&str] = &["经济分类", "经济科目", "经济性质"];

/// Reads the running text of one section.
pub(crate) struct Reader<'r, 'a> {
    pub(super) ledger: &'r mut Ledger<'a>,
    pub(super) text: &'a str,
    pub(super) topic: Topic,
    pub(super) section: Option<usize>,
    pub(super) path: Path,
    /// What the last number was attached to.
    pub(super) subjects: Subjects,
    /// The concept of functional items behind the total that the section stated last.
    pub(super) items: Option<Concept>,
    /// The first money that the paragraph stated.
    pub(super) main: Option<Subject>,
    /// The first money of the paragraph before.
    pub(super) main_before: Option<Subject>,
    /// The last amount that 其中 would open, of this paragraph.
    pub(super) anchored: Option<Subject>,
    pub(super) whole: Option<Whole>,
    pub(super) clause: Clause,
    pub(super) state: SentenceState,
    /// The project of 绩效 that a paragraph speaks of.
    pub(super) project: Option<String>,
    /// Whether the title of the section is no more than its name: what is counted below need not be its results.
    pub(super) project_is_title: bool,
    /// The limit in yuan that 单价…以上 set for the next count of equipment.
    pub(super) threshold: Option<rust_decimal::Decimal>,
    /// Figures that a reason in the next sentence would explain.
    pub(super) explained: SmallVec<[usize; 4]>,
    /// What the section compared with last.
    pub(super) versus: Option<Versus>,
    /// Whether the last number was stated of more than one subject.
    pub(super) together: bool,
    /// How the paragraphs are numbered that list the parts of the last amount.
    pub(super) list: Option<Style>,
    /// Whether the parts of the last amount stand in paragraphs without numbers: the next number ends them.
    pub(super) unnumbered: bool,
    /// Whether the title speaks of accounts: 2021年“三公”经费决算情况 in the budget of 2022.
    pub(super) accounts: bool,
    /// What the title names.
    pub(super) titled: Subjects,
    /// Whether the title is nothing but that name.
    pub(super) titled_alone: bool,
    /// Whether the title says no more than that the section is about the whole: 总体情况.
    pub(super) titled_as_whole: bool,
    /// Where the title stands.
    pub(super) own_title: Range<usize>,
    /// Whether what was announced last are parts by the economic classification.
    pub(super) by_economic: bool,
    /// The total of expenditure that the section stated last.
    pub(super) spent: Option<Subject>,
    /// The fund of the 基本支出 that the section stated since its last total: 项目支出 behind it is of that fund too.
    pub(super) basic_of: Option<Concept>,
    /// The day on which the paragraph says what is held.
    held_on: Option<Date>,
    /// Whether the section states the goals of performance.
    pub(super) states_goals: bool,
    /// Whether the title of the section is something that no list has, with 支出 behind it: what is stated is of it, and of no account.
    pub(super) titled_unknown: bool,
    /// How many lines were cells of a table that was not read, up to where that is remarked on.
    cell_lines: usize,
    /// The room for the tokens of a sentence; taken while one is read.
    sentence: Option<&'r mut Sentence>,
}

impl<'r, 'a> Reader<'r, 'a> {
    /// A reader for a section whose topic is known; the room of `sentence` is used for each of its sentences.
    pub(crate) fn new(ledger: &'r mut Ledger<'a>, sentence: &'r mut Sentence, topic: Topic, section: Option<usize>) -> Self {
        let text = &ledger.folded.text;
        Reader {
            ledger,
            text,
            topic,
            section,
            path: Path::default(),
            subjects: Subjects::new(),
            items: None,
            main: None,
            main_before: None,
            anchored: None,
            whole: None,
            clause: Clause::default(),
            state: SentenceState::default(),
            project: None,
            project_is_title: false,
            threshold: None,
            explained: SmallVec::new(),
            versus: None,
            together: false,
            list: None,
            unnumbered: false,
            accounts: false,
            titled: Subjects::new(),
            titled_alone: false,
            titled_as_whole: false,
            own_title: 0..0,
            by_economic: false,
            spent: None,
            basic_of: None,
            held_on: None,
            states_goals: false,
            titled_unknown: false,
            cell_lines: 0,
            sentence: Some(sentence),
        }
    }

    /// Takes the title of the section as what its first sentences speak of: an item, or the name of an account.
    ///
    /// Of a title above the section's own, only an item is taken: the 类 that its 款 stand below.
    pub(crate) fn title(&mut self, range: Range<usize>, own: bool) {
        if !own && !has(&self.text[range.clone()], "（类）") {
            return;
        }
        let Some(sentence) = self.sentence.take() else { return };
        sentence.read(self.text, range.start, range.end);
        self.begin(range.start, range.end);
        for token in &sentence.tokens {
            if matches!(token.kind, Kind::Quantity(_)) {
                continue;
            }
            self.token(token, sentence);
        }
        let says = |basis: fn(Basis) -> bool| sentence.tokens.iter().any(|t| matches!(t.sense(), Some(Sense::Basis(b)) if basis(b)));
        self.accounts = says(|b| b == Basis::Actual) && !says(|b| b != Basis::Actual);
        self.path.stated_since_class = 0;
        self.subjects = std::mem::take(&mut self.clause.chains);
        self.titled = self.subjects.clone();
        let name = self.text[range.clone()].trim_end_matches(['：', '。', ' ']);
        let [situation, scale, economic, goals, summary] = telling_words(name);
        self.states_goals = goals && states_goals(name);
        self.titled_as_whole = own && (scale || situation && has_any(name, &["总体情况", "支出决算情况", "支出预算情况"]));
        self.own_title = if own { range.clone() } else { 0..0 };
        self.by_economic = own && economic && has_any(name, BY_ECONOMIC);
        self.titled_unknown = own && self.names_unknown_item(range.start, name);
        self.titled_alone = self.titled.first().is_some_and(|titled| titled.words.of(self.text) == name);
        self.sentence = Some(sentence);
        let titled = if own { self.project_titled(name) } else { None };
        self.project = if goals || summary { free::project_of(&self.text[range]) } else { None };
        self.project_is_title = self.project.is_none() && titled.is_some();
        self.project = self.project.take().or(titled);
    }

    /// Reads running text: paragraph by paragraph, sentence by sentence.
    pub(crate) fn read(&mut self, range: Range<usize>) {
        let mut at = range.start;
        let mut paragraph = at == 0 || self.text[..at].ends_with('\n');
        if !paragraph {
            // Behind a heading that runs in: 绩效自评结果。办案经费项目绩效自评综述：….
            let end = memchr::memchr(b'\n', &self.text.as_bytes()[at..range.end]).map_or(range.end, |n| at + n);
            self.take_project(free::project_of(&self.text[at..end]));
        }
        while at < range.end {
            let found = extent(self.text, at, range.end);
            if paragraph {
                self.list_below(at, found.end);
                let from = self.numbering(at, found.end);
                self.paragraph(from, &found);
                at = from;
            }
            self.one_sentence(at, &found);
            paragraph = self.text[..found.end].ends_with('\n');
            at = found.end;
        }
    }

    fn paragraph(&mut self, from: usize, first: &Extent) {
        self.main_before = self.main.take();
        self.anchored = None;
        self.held_on = self.held_on.filter(|_| self.goes_on_with_stock(from));
        self.basic_of = None;
        self.take_project(free::project_of_sentence(&self.text[from..first.end], first));
    }

    /// Takes the project whose performance a paragraph sums up as what it speaks of.
    fn take_project(&mut self, project: Option<String>) {
        if project.is_some() {
            self.project = project;
            let subject = Subject { concept: Some(Concept::PerformanceProjectTotal), ..Subject::default() };
            self.subjects = smallvec![subject];
        }
    }

    fn one_sentence(&mut self, start: usize, &Extent { end, digits_end, .. }: &Extent) {
        let digits = digits_end > start;
        let text = &self.text[start..end];
        if !digits && !remarks::announces(text) && !remarks::may_matter(text) {
            if text.trim_end().len() > 3 {
                self.explained.clear();
            }
            return;
        }
        // Asked of each sentence: nearly all begin with Han.
        if digits && !matches!(text.as_bytes().first(), Some(0xe4..=0xe9)) && free::is_number(text.trim()) {
            self.cells_of_no_table(start..end);
            return;
        }
        let Some(sentence) = self.sentence.take() else { return };
        sentence.read(self.text, start, end);
        if digits && (free::is_table_row(sentence) || memchr::memchr(b'|', text.as_bytes()).is_some()) {
            self.cells_of_no_table(start..end);
        } else {
            self.read_tokens(start, end, sentence);
        }
        self.sentence = Some(sentence);
    }

    /// Reads the tokens of a sentence.
    fn read_tokens(&mut self, start: usize, end: usize, sentence: &Sentence) {
        let text = &self.text[start..end];
        self.held_on = self.held_on.filter(|_| !tells_of_a_period(text));
        if remarks::announces(text) {
            self.by_economic = has_any(text, BY_ECONOMIC);
        }
        self.begin(start, end);
        let mut at = 0;
        while at < sentence.tokens.len() {
            at = self.step(at, sentence);
        }
        self.finish(end);
    }

    /// A line of numbers that is no sentence and stands in no table that was read: said once for each stretch of text, where it holds an
    /// amount with decimals or is not the only one, as the number of a page is.
    fn cells_of_no_table(&mut self, line: Range<usize>) {
        const FEWEST: usize = 3;
        self.ledger.claim(line.clone(), DigitKind::TableCell);
        // A piece of a run of digits too long for one sentence is no line.
        if !self.text[..line.start].is_empty() && !self.text[..line.start].ends_with('\n') {
            return;
        }
        let before = self.cell_lines;
        let decimals = self.text[line.clone()].contains('.');
        self.cell_lines = if decimals { FEWEST } else { (before + 1).min(FEWEST) };
        if before < FEWEST && self.cell_lines == FEWEST {
            self.ledger.note(DiagnosticCode::ColumnsUnclear, Severity::Warning, line, || "正文中有像是表格的行，其中的数未归入任何表".into());
        }
    }

    fn begin(&mut self, start: usize, end: usize) {
        self.clause = Clause { start, covered: start, ..Clause::default() };
        self.state = SentenceState { start, end, as_of: self.held_on, stock: self.held_on.is_some(), ..SentenceState::default() };
    }

    fn finish(&mut self, end: usize) {
        self.announced();
        self.give_reason(end);
        let said = self.text[..end].trim_end();
        let open = said.ends_with(['：', '，']) || said.ends_with("其中");
        let numbered = self.whole.as_ref().is_some_and(|w| w.numbered);
        // 在公务接待中，严格执行…: what 中 opened without stating parts ends with its sentence.
        self.whole.take_if(|w| w.within && !open && !self.state.parts);
        if self.state.parts && !open && !numbered {
            // The parts end with their sentence: what follows speaks of the whole again, or is the next of a numbered list.
            if let Some(whole) = self.whole.take() {
                self.whole = whole.outer.filter(|outer| outer.numbered).map(|outer| *outer);
                if let Some(subject) = whole.subject {
                    self.subjects = smallvec![subject];
                }
            }
        }
        self.explained = std::mem::take(&mut self.state.explained);
        // 截至2023年12月31日，共有车辆4辆。单价50万元以上设备1台: what is held goes on in the next sentence.
        self.held_on = self.state.as_of.filter(|_| self.state.stock && self.topic.is(SectionKind::StateAssets));
    }

    /// Reads the token at `at`, or the group of numbers that starts there; the next token to read.
    pub(super) fn step(&mut self, at: usize, sentence: &Sentence) -> usize {
        let token = &sentence.tokens[at];
        match token.kind {
            Kind::Quantity(_) if self.is_item_number(token, sentence) => {
                let behind = self.numbering(token.start, self.text.len());
                self.next_item();
                self.main = None;
                self.clause.start = behind;
                self.clause.covered = behind;
                at + 1 + sentence.tokens[at + 1..].iter().take_while(|t| t.start < behind).count()
            }
            Kind::Quantity(_) => self.numbers(at, sentence),
            Kind::Word(Sense::Mark(open @ ('（' | '《' | '“'))) => self.bracket(at, open, sentence),
            Kind::Word(Sense::Purpose) if self.lists_items(at, sentence) => {
                self.covered(token);
                self.parts(token);
                at + 1
            }
            _ => {
                self.token(token, sentence);
                at + 1
            }
        }
    }

    /// Notes unknown characters between what was read and the token.
    fn gap(&mut self, token: &Token) {
        let from = self.clause.covered;
        if token.start <= from || is_blank(&self.text[from..token.start]) {
            return;
        }
        self.clause.unknown_end = token.start;
        let fresh = self.clause.chains.is_empty() && self.clause.change.is_none() && !self.clause.complete && self.clause.share.is_none();
        if fresh && self.clause.prefix.is_none() && !self.clause.broken {
            self.clause.prefix = Some(from..token.start);
        } else {
            self.clause.broken = true;
        }
    }

    pub(super) fn covered(&mut self, token: &Token) {
        self.gap(token);
        self.clause.covered = self.clause.covered.max(token.end);
    }

    /// Changes the context by one token that is no number.
    fn token(&mut self, token: &Token, sentence: &Sentence) {
        self.covered(token);
        match token.kind {
            Kind::Word(sense) => self.word(token, sense),
            Kind::Year(year) => self.year(year, token),
            Kind::Date(date) => {
                self.ledger.claim(token.start..token.end, DigitKind::Date);
                self.state.as_of = date.or(self.state.as_of);
                self.state.stock |= self.is_up_to(token);
                self.months(token);
                self.end_date(token);
            }
            Kind::Digits(kind) => {
                if kind == DigitKind::Unread {
                    self.ledger.note(DiagnosticCode::NumberTooLong, Severity::Error, token.start..token.end, || "数字超过28位，未作为数值读取".into());
                }
                self.ledger.claim(token.start..token.end, kind);
                // 培训费（503）1万元: a code in a bracket is of the name before it.
                let of_name = self.clause.chains.last().is_some_and(|chain| chain.words.end == token.start) && self.text[token.start..].starts_with('（');
                if of_name {
                    self.clause.covered = token.end;
                } else {
                    self.clause.broken = true;
                }
            }
            Kind::Item(index) => self.item(token, &sentence.items[index as usize]),
            Kind::Quantity(_) | Kind::Coded(..) | Kind::CodeBehind(_) => {}
        }
    }

    fn year(&mut self, year: u16, token: &Token) {
        self.ledger.claim(token.start..token.end, DigitKind::Year);
        if self.clause.comparing.open || self.is_compared_with(token) {
            self.clause.comparing.year = Some(year);
            self.clause.comparing.printed = true;
            self.compare();
        } else if self.is_of_founding(token) {
            self.clause.year = None;
        } else if !self.state.stated && self.state.year.is_none() && self.clause.chains.is_empty() {
            self.state.year = Some(year);
            if self.state.as_of == self.held_on {
                // 2024年安排购置车辆1辆, behind a sentence on what is held.
                (self.state.as_of, self.state.stock) = (None, false);
            }
        } else {
            self.clause.year = Some(year);
        }
        if self.text[token.end..].starts_with(['末', '底']) {
            self.state.as_of = crate::quantity::Date::new(year, None, None);
            self.state.stock = true;
        }
        self.year_begins();
        self.end_date(token);
    }

    fn word(&mut self, token: &Token, sense: Sense) {
        match sense {
            Sense::Noun(index) => self.noun(token, lexicon::noun(index)),
            Sense::Economic => self.economic(token),
            Sense::Change(direction) => self.change(direction, token),
            Sense::Same => self.same(token),
            Sense::Compare => self.comparison(token),
            Sense::PriorYear => self.prior_year(token),
            Sense::YearOnYear => self.state.versus = Some(Versus::new(self.year_before_own(), false, None)),
            Sense::Basis(basis) => self.basis(basis, token),
            Sense::Complete => self.clause.complete = true,
            Sense::Exceeds(direction) => self.exceeds(direction),
            // 占本年支出的比重为92%: what it is a share of stands behind the first of the two.
            Sense::Share => _ = self.clause.share.get_or_insert(token.end),
            Sense::Each => self.clause.each = true,
            Sense::Parts => self.parts(token),
            Sense::Within => self.within(token),
            Sense::Reason => self.reason(token),
            Sense::Purpose => self.clause.purpose = true,
            Sense::And => self.clause.listing = true,
            Sense::SetAside => self.set_aside(token),
            Sense::Unknown => self.unknown(token),
            Sense::Quarters => self.quarters(token),
            Sense::Years => self.years(token),
            Sense::Yearly => self.clause.yearly = true,
            Sense::Mark(mark) => self.mark(mark, token),
            Sense::Residue => {
                remarks::residue(self.ledger, token.start..token.end);
                self.names_left_out(token);
                // ***支出: the name that was left out stands before it.
                self.unknown(token);
            }
            Sense::BareUnit => self.bare_unit(token),
            Sense::None => {
                self.clause.nothing = true;
                remarks::none(self, token);
            }
            // 占用政府采购支出总额的12%: a share, where no one holds anything.
            Sense::Other if self.topic.is(SectionKind::Procurement) && &self.text[token.start..token.end] == "占用" => self.clause.share = Some(token.end),
            // 实现税收收入9万元, 旅游收入9万元: named, and nothing of the body's accounts.
            Sense::Other if self.text[token.start..token.end].ends_with("收入") => self.clause.broken = true,
            Sense::Class(_) | Sense::Marker(_) | Sense::Filler | Sense::Other | Sense::Hundredths | Sense::Ordinal | Sense::Zero | Sense::Counting => {}
        }
    }

    /// 一般公共预算财政拨款和以前年度结转资金安排的“三公”经费: a list of sources is none of what its money is set aside for.
    fn set_aside(&mut self, token: &Token) {
        const SOURCES: Features = feature::GENERAL.and(feature::FISCAL);
        // All of the “三公” costs is one total whatever it is paid from; 安排的项目支出 would be a part.
        let total = ["“三公", "三公"].iter().any(|name| self.text[token.end..].starts_with(name));
        let listed = total && (self.clause.chains.len() > 1 || self.clause.broken);
        if listed && self.clause.chains.first().is_some_and(|source| source.features.any(SOURCES)) {
            self.clause.chains.clear();
            self.clause.listing = false;
            self.clause.broken = false;
        }
    }

    fn mark(&mut self, mark: char, token: &Token) {
        match mark {
            '、' if token.end <= self.clause.start => {}
            '、' => {
                self.clause.listing = true;
                if let Some(whole) = &mut self.whole {
                    whole.pauses = true;
                }
            }
            '：' if self.states_behind(token) => {}
            '，' | '；' | '：' => {
                let start = token.end + inline_label(&self.text[token.end..]);
                let keep = Clause {
                    start,
                    covered: start,
                    ambient: if mark == '；' { Features::NONE } else { self.clause.ambient },
                    // 上年无此类支出，本年支出9万元.
                    year: self.clause.year.filter(|_| mark != '；' && !(self.clause.nothing && comparison::speaks_of_this_year(&self.text[token.end..]))),
                    complete: mark == '：' && self.clause.complete,
                    purpose: mark == '：' && self.clause.purpose,
                    ..Clause::default()
                };
                if start > token.end {
                    self.next_in_list(mark, token.start, start);
                }
                if mark != '；' {
                    self.announced();
                }
                if mark == '：' {
                    self.colon_behind_number(token);
                }
                self.compared();
                self.state.numbers_before = if mark == '，' { self.clause.numbers } else { 0 };
                self.clause = keep;
                self.end_reason(mark, token.end);
                if mark == '；' {
                    self.state.versus = None;
                    self.state.body = None;
                    self.state.bodies_end = false;
                    self.end_inner_parts();
                }
            }
            _ => {}
        }
    }

    /// An item of a list that is numbered inside its sentence: 其中：一、…；二、…. It ends the parts of the one before, and its reason if it
    /// begins with its year.
    fn next_in_list(&mut self, mark: char, ended: usize, start: usize) {
        if crate::quantity::date_maybe(&self.text[start..]).is_some_and(|read| read.is_year) {
            self.give_reason(ended);
        }
        match &mut self.whole {
            Some(whole) if mark == '：' && self.state.parts => whole.listed = true,
            _ => self.end_parts_within_list(),
        }
    }

    fn change(&mut self, direction: Direction, token: &Token) {
        // 降44%, 增3万元: alone, the character is a verb of change before its number only.
        let short = matches!(&self.text[token.start..token.end], "增" | "减" | "升" | "降");
        if short && !self.text[token.end..].starts_with(|c: char| c.is_ascii_digit() || c == ' ') {
            return;
        }
        // 农村饮水安全巩固提升项目: a verb inside the name of a project.
        if self.is_in_project_name(token) {
            return;
        }
        self.compare();
        self.compare_with_last();
        let written = direction;
        let direction = self.stated_direction(written);
        self.clause.change = Some(direction);
        self.clause.by_rate =
            ["增长", "下降", "上升", "降低", "增幅", "降幅", "减幅", "升幅", "涨幅", "跌幅"].iter().any(|w| self.text[token.start..].starts_with(w));
        self.clause.purpose = false;
        if written == Direction::Ambiguous {
            self.ledger.note(DiagnosticCode::AmbiguousDirection, Severity::Warning, token.start..token.end, || "同时保留了增加与减少两种表述".into());
        }
    }

    /// 减少56.09万元，增长下降13.8%: where the form left both verbs of the rate, the verb of its amount decides.
    fn stated_direction(&self, written: Direction) -> Direction {
        let last = self.state.last.map(|id| &self.ledger.figures[id]).filter(|f| f.role == Role::Change && written == Direction::Ambiguous);
        last.and_then(|f| f.direction).unwrap_or(written)
    }

    fn basis(&mut self, basis: Basis, token: &Token) {
        self.list_basis(token);
        // 2018年初预算收入: the year took the first character of 年初.
        let initial = basis == Basis::Budget(Base::Budget) && self.text[..token.start].ends_with("年初");
        let basis = if initial { Basis::Budget(Base::InitialBudget) } else { basis };
        if let Some(direction) = self.clause.exceeds.take() {
            self.clause.change = Some(direction);
        }
        if basis == Basis::Budget(Base::PriorBudget) && self.text[token.end..].starts_with("执行") {
            // 上年预算执行数: what was spent then.
            self.prior_year(token);
            self.clause.comparing.spent = self.clause.comparing.open;
            return;
        }
        if basis == Basis::Budget(Base::PriorBudget) {
            // 上年预算数1,480万元 is of the year before.
            let year = self.year_before();
            if self.clause.comparing.open {
                self.clause.comparing.year = self.clause.comparing.year.or(year);
            } else {
                self.clause.year = year;
            }
        }
        let comparing = &mut self.clause.comparing;
        if comparing.open {
            comparing.spent = basis == Basis::Actual;
            comparing.basis = match basis {
                Basis::Actual if self.text[token.start..token.end].contains("预算执行") => Some(Base::BudgetExecution),
                Basis::Actual => None,
                Basis::Budget(Base::Budget) if comparing.year.is_some_and(|year| Some(year) != self.ledger.background.year) => Some(Base::PriorBudget),
                Basis::Budget(base) => Some(base),
            };
            self.compare();
            // 与2018年度财政拨款支出决算数相比: the word names the side of the name before it here too.
            if self.clause.chains.last().is_some_and(|c| self.stands_beside(c, token)) {
                self.side_of_basis(token);
            }
            return;
        }
        self.clause.basis = Some(basis);
        self.clause.purpose = false;
        if let Some(chain) = self.clause.chains.last_mut().filter(|c| token.start <= c.words.end + 3 && c.item.is_none()) {
            chain.words.end = token.start.max(chain.words.end);
        }
        // 收入预算 and 支出预算 name a side too: 2023年收入预算1,234万元.
        self.side_of_basis(token);
    }

    fn side_of_basis(&mut self, token: &Token) {
        let word = &self.text[token.start..token.end];
        let features = if word.starts_with("收入") || word.ends_with("收入") {
            feature::IN
        } else if word.starts_with("支出") || word.ends_with("支出") {
            feature::OUT
        } else {
            return;
        };
        if word.starts_with("实际") && self.is_spent_of_planned() {
            return;
        }
        let named = self.clause.chains.last().is_some_and(|c| self.stands_beside(c, token));
        if named {
            let chain = self.clause.chains.last_mut().expect("a chain was looked at");
            if chain.item.is_none() && chain.named.is_none() {
                chain.features = chain.features.and(features);
            }
        } else if self.ledger.background.is_budget || self.states_a_side(token) {
            if std::mem::take(&mut self.clause.broken) {
                self.clause.prefix = Some(self.clause.start..self.clause.unknown_end.max(self.clause.start));
            }
            self.clause.chains.push(Subject { features, words: token.into(), ..Subject::default() });
        } else if self.clause.chains.is_empty() && (self.is_other_side(features) || self.is_of_other_body(token.start)) {
            // 收入决算9万元，支出决算8万元, where the section is about revenue; 所属幼儿园收入决算3万元: what is stated is none of it.
            self.state.other_body |= self.is_of_other_body(token.start);
            self.clause.broken = true;
            self.clause.unknown_end = token.end;
        }
    }

    /// Whether a word stands right behind a name: “三公”经费支出预算, where the quotation and 经费 stand between.
    fn stands_beside(&self, chain: &Subject, token: &Token) -> bool {
        const BETWEEN: usize = 4;
        self.text[chain.words.end..token.start.max(chain.words.end)].chars().count() <= BETWEEN
    }

    /// Whether a side is not the one that the section is about.
    fn is_other_side(&self, features: Features) -> bool {
        match self.topic.kind {
            Some(SectionKind::Revenue) => features == feature::OUT,
            Some(SectionKind::Expenditure) => features == feature::IN,
            _ => false,
        }
    }

    /// 2016年年初预算收入634万元，年初预算支出634万元: where only totals were spoken of, a side behind its basis is the total of that side.
    fn states_a_side(&self, token: &Token) -> bool {
        let word = &self.text[token.start..token.end];
        let totals = matches!(self.topic.kind, None | Some(SectionKind::Totals | SectionKind::Revenue | SectionKind::Expenditure));
        let behind = word.ends_with(['入', '出']) && !word.starts_with(['收', '支']);
        // 某法院2015年度收入决算4,501.49万元, where the section is about the total of that side.
        let before = self.is_of_whole_body(token.start)
            && match self.topic.kind {
                Some(SectionKind::Revenue) => word.starts_with('收'),
                Some(SectionKind::Expenditure) => word.starts_with('支'),
                Some(SectionKind::Totals) => word.starts_with(['收', '支']),
                _ => false,
            };
        let open = |s: &Subject| s.figure.is_none() && !self.is_item_spoken_of(s, token.start) || concepts::is_total(s.concept);
        (behind || before) && totals && self.clause.chains.is_empty() && self.subjects.iter().all(open)
    }

    /// Whether the name of another body stands before the total of a side.
    fn is_of_other_body(&self, at: usize) -> bool {
        let totals = matches!(self.topic.kind, Some(SectionKind::Revenue | SectionKind::Expenditure | SectionKind::Totals));
        totals && (self.state.other_body || self.clause.prefix.is_some() && !self.is_of_whole_body(at))
    }
}

/// The token that closes a bracket; `None` if none does in the sentence.
pub(super) fn closing(at: usize, open: char, close: char, sentence: &Sentence) -> Option<usize> {
    let mut depth = 0usize;
    for (offset, token) in sentence.tokens[at..].iter().enumerate() {
        if token.is_mark(close) {
            depth -= 1;
            if depth == 0 {
                return Some(at + offset);
            }
        } else if token.is_mark(open) {
            depth += 1;
        }
    }
    None
}

/// The bytes of a numeral that numbers an item inside a sentence: `…：一、2023年因公出国（境）费170万元，二、…`; 0 if there is none.
fn inline_label(text: &str) -> usize {
    const LONGEST: usize = 3;
    let numeral = |c: &char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let characters = text.chars().take(LONGEST).take_while(numeral).count();
    let length = characters * '一'.len_utf8();
    if characters > 0 && text[length..].starts_with('、') {
        length + '、'.len_utf8()
    } else {
        0
    }
}

/// Whether a sentence tells of what was done or is planned, and not of what is held on a day.
fn tells_of_a_period(text: &str) -> bool {
    const WORDS: &[&str] = &["本年", "今年", "当年", "上年", "全年", "购置", "新增", "报废", "处置", "安排", "拟", "计划", "出租", "收入", "支出"];
    WORDS.iter().any(|word| text.contains(word))
}

/// Whether nothing but blanks stands in a stretch of folded text.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(|b| b == b' ')
}
