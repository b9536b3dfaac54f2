//! Names: of projects and items that a clause consists of, of bodies before them, and names that lean on others.

use super::clause::Subject;
use super::concepts::{self, Meaning};
use super::feature::{self, Features};
use super::item::Path;
use super::lexicon::Basis;
use super::reader::{is_blank, Reader};
use super::shares::is_own_office;
use crate::classification::{self, Code, Level};
use crate::concept::Concept;
use crate::figure::Base;
use crate::outline::SectionKind;
use crate::quantity::{is_han, Measure};
use crate::span::{range_of, start_of};
use crate::within::{ending, has, has_any, opening};
use smallvec::smallvec;
use std::ops::Range;

/// What a body calls itself, with all that belongs to it.
pub(super) const WHOLE_BODY: &[&str] = &[
    "本部门",
    "我部门",
    "部门",
    "本单位",
    "我单位",
    "单位",
    "我局",
    "本局",
    "我院",
    "本院",
    "我校",
    "本校",
    "我委",
    "本委",
    "我办",
    "本办",
    "我镇",
    "本镇",
    "我乡",
    "本乡",
    "本街道",
    "全局",
    "全系统",
];

impl Reader<'_, '_> {
    /// 项目全年预算数40万元 in the summary of a project: the project's own money.
    pub(super) fn name_project(&mut self) {
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
            self.subjects = smallvec![Subject { concept: Some(Concept::PerformanceProjectTotal), ..Subject::default() }];
        }
    }

    /// （一）城乡社区公共设施支出1233.38万元: in a section that lists items, a clause that is nothing but the name of one.
    pub(super) fn name_item(&mut self, lead: usize) {
        const LONGEST: usize = 40;
        let listing = matches!(self.topic.kind, Some(SectionKind::GeneralBudget | SectionKind::Fiscal | SectionKind::GovernmentFund));
        // Items of a list stand between 、 too.
        let from = self.clause.unread(lead);
        let of_class = self.lists_items_of_class();
        // 支出预算90万元，其中：教育10万元，医疗卫生50万元: classes without 支出.
        let of_total = self.state.parts && self.whole.as_ref().and_then(|whole| whole.concept).is_some_and(concepts::is_all_spent);
        if !(listing || of_class || of_total || self.state.by_function) || self.clause.change.is_some() || from >= lead {
            return;
        }
        let whole = !self.clause.broken && self.clause.prefix.is_none();
        if whole && self.clause.chains.iter().any(|c| self.meaning_of(c, Measure::Money) != Meaning::Unknown) {
            return;
        }
        let is_class = |name: &str| !name.ends_with("支出") && classification::functional_class(name).is_some();
        let by_function = self.state.by_function || of_total && is_class(self.text[from..lead].trim_matches([' ', '、', '，', '和']));
        if !(listing || by_function || of_class) {
            return;
        }
        let words = self.text[from..lead].trim_matches([' ', '、', '“', '”']);
        let name = ["决算", "支出", "财政拨款"].iter().fold(words.trim_end_matches(['为', '共', '计', ' ']), |name, word| trimmed(name, word));
        // 其他民政管理事务支出601万元、殡葬140万元.
        let listed = self.text[from..].starts_with('、');
        if name.chars().count() < if by_function || listed { 2 } else { 3 } || name.chars().count() > LONGEST {
            return;
        }
        let start = lead - self.text[from..lead].trim_start_matches([' ', '、', '“', '”']).len();
        if let Some((item, words)) = self.item_served(start..start + name.len()) {
            self.clause.chains = smallvec![Subject { item: Some(item), words: words.into(), ..Subject::default() }];
            self.clause.broken = false;
            self.clause.prefix = None;
            self.clause.purpose = false;
            return;
        }
        if let Some(item) = Path::functional_item(start..start + name.len(), self.text, self.ledger.background.year) {
            // 用于办公20万元、培训14万元: no items.
            let class = |code: Option<Code>| code.and_then(|code| code.up_to(Level::Class));
            let beside = self.state.last.and_then(|id| class(self.ledger.figures[id].code));
            if name.chars().count() == 2 && !by_function && (self.clause.purpose || beside.is_none() || beside != class(item.code())) {
                return;
            }
            let item = if by_function { item.of_class(self.text) } else { item };
            self.clause.chains = smallvec![Subject { item: Some(item), words: (start..start + name.len()).into(), ..Subject::default() }];
            self.clause.broken = false;
            self.clause.prefix = None;
            self.clause.purpose = false;
        }
    }

    /// 住房保障支出16万元，主要用于住房公积金12万元、购房补贴4万元: the first item of a list that tells what a class is spent on, and its words.
    fn item_served(&self, name: Range<usize>) -> Option<(Path, Range<usize>)> {
        const SHORTEST: usize = 3;
        const VERBS: [&str; 3] = ["主要用于", "主要是用于", "用于"];
        let served = VERBS.iter().find_map(|verb| self.text[name.clone()].strip_prefix(verb)).filter(|_| self.clause.purpose)?;
        let words = name.end - served.len()..name.end;
        let item = Path::functional_item(words.clone(), self.text, self.ledger.background.year)?;
        let class = |code: Option<Code>| code.and_then(|code| code.up_to(Level::Class));
        let last = self.ledger.figures.last().filter(|figure| figure.section == self.section && self.clause.start == self.state.start);
        let spent = class(self.state.last.map(|id| &self.ledger.figures[id]).or(last)?.code)?;
        (served.chars().count() >= SHORTEST && item.code().is_none_or(|code| class(Some(code)) == Some(spent))).then_some((item, words))
    }

    /// 教育支出120万元，其中：“行政运行”20万元: whether the parts of an item of the functional classification are being listed.
    pub(super) fn lists_items_of_class(&self) -> bool {
        let whole = self.whole.as_ref().filter(|_| self.state.parts).and_then(|whole| whole.concept);
        whole.is_some_and(concepts::is_by_function)
    }

    /// `5、某某整治支出` as a title among those of items: whether it is the name of something that no list has, with 支出 behind it.
    pub(super) fn names_unknown_item(&self, start: usize, name: &str) -> bool {
        use SectionKind::*;
        let lists = matches!(self.topic.kind, Some(GeneralBudget | Fiscal | GovernmentFund | StateCapital));
        let [side] = self.subjects.as_slice() else { return false };
        let unknown = start..side.words.start.max(start);
        let ends = name.ends_with("支出") && side.words.of(self.text) == "支出";
        let year = |c: char| c.is_ascii_digit() || matches!(c, '年' | '度' | '、' | '.' | '（' | '）' | ' ');
        let words = !self.text[unknown.clone()].trim_matches(year).is_empty();
        lists && ends && words && self.is_side_alone(side) && (self.clause.broken || self.clause.prefix.clone().is_some_and(|p| !self.is_body(p)))
    }

    /// Whether a name only says 支出 or 收入.
    pub(super) fn is_side_alone(&self, subject: &Subject) -> bool {
        subject.item.is_none() && subject.named.is_none() && subject.features.without(feature::IN.and(feature::OUT)).is_empty()
    }

    /// 道路清扫保洁项目全年预算数4850.00万元: a sentence that names its project itself.
    fn project_in_sentence(&mut self) {
        const SHORTEST: usize = 4;
        let whole_year = matches!(self.clause.basis, Some(Basis::Budget(Base::AdjustedBudget)));
        let [chain] = self.clause.chains.as_slice() else {
            if whole_year && self.clause.chains.is_empty() && self.topic.is(SectionKind::Performance) {
                let judged = self.text[self.window(self.state.start, self.clause.start)..self.clause.start].contains("得分");
                self.project = self.project_judged().or(self.project.take().filter(|_| !judged));
            }
            return;
        };
        let named = chain.features == feature::PROJECTS && self.topic.is(SectionKind::Performance) && whole_year;
        let Some(prefix) = self.clause.prefix.clone().filter(|_| named) else { return };
        let name = self.text[prefix.start..chain.words.end].trim();
        if name.chars().count() >= SHORTEST + 2 && name.chars().count() <= 40 {
            self.project = Some(name.to_owned());
            self.clause.prefix = None;
        }
    }

    /// 河道治理项目自评得分96.5分，全年预算数…: the project whose result the sentence states before its money.
    fn project_judged(&self) -> Option<String> {
        const LONGEST: usize = 40;
        // 对2023年度全部项目自评, 部门整体项目评价: of no project of its own.
        const OF_MANY: &[&str] = &["全部", "所有", "各", "重点", "部门", "单位", "预算", "整体", "一级", "以及", "对", "根据", "组织", "开展"];
        let said = &self.text[self.state.start..self.clause.start.max(self.state.start)];
        let (name, behind) = said.split_once("项目")?;
        let judged = ["自评", "绩效", "评价", "得分"].iter().any(|word| behind.starts_with(word));
        let plain = (2..=LONGEST).contains(&name.chars().count()) && !name.contains(['，', '。', '；', '：', '、', '\n']);
        let plain = plain && !has_any(name, OF_MANY);
        (judged && plain && !name.ends_with(|c: char| c == '个' || c.is_ascii_digit())).then(|| format!("{}项目", name.trim()))
    }

    /// 全市一般公共预算支出: money of a whole place, in the report of one of its bodies. A government tells of its own, a finance office sums up
    /// that of all, and of nobody named it may be either.
    pub(super) fn is_of_whole_place(&self) -> bool {
        const PLACES: &[&str] = &[
            "全市", "全县", "全区", "全省", "全州", "全旗", "全盟", "全国", "我市", "我县", "我区", "我省", "我州", "我旗", "本市", "本县", "本区", "本省",
            "本州",
        ];
        let Some(prefix) = self.clause.prefix.clone() else { return false };
        let Some(place) = ending(self.text[prefix].trim_matches(' '), PLACES) else { return false };
        let Some(own) = self.ledger.background.organization.as_deref() else { return false };
        let same = place.chars().next_back().is_some_and(|kind| own.ends_with(kind));
        let whole = ["政府", "管理委员会", "管委会"].iter().any(|end| own.ends_with(end));
        !(same || whole || own.contains("财政") && self.topic.accounts)
    }

    /// Whether unknown characters at the start of a clause are the name of a body, or words that say nothing.
    pub(super) fn is_body(&self, prefix: Range<usize>) -> bool {
        // 事业单位“三公”经费, 政协机关公务用车: words that make a body of the words before.
        const BODIES: &[&str] = &["单位", "机关", "部门"];
        const ALONE: &[char] =
            &['局', '厅', '委', '办', '处', '院', '所', '站', '部', '社', '校', '园', '馆', '队', '县', '区', '市', '省', '乡', '镇', '旗', '村', '州', '盟'];
        // Words of their own that end the name of a body.
        const ENDS_WITH_MIDDLE: &[&str] = &["中心", "中学", "中专", "中医院", "高中", "初中"];
        // 潍坊市级, 迪庆州本级: words of the level stand behind the name of a place.
        const LEVELS: &[&str] = &["省级", "市级", "州级", "县级", "区级", "镇级", "乡级", "本级"];
        // 原市渔业局, 划转单位, 外省: other bodies.
        const OTHERS: &[&str] = &["原", "划转", "转隶", "撤并", "撤销", "其他", "其它", "外省", "外市", "外县", "外区", "外地", "兄弟"];
        // 附属幼儿园2021年支出预算9万元: of another body, too.
        const BELOW: &[&str] = &["附属", "下属", "所属", "下辖", "直属"];
        let behind = &self.text[prefix.end..];
        let goes_on = |words: &[&str]| opening(behind, words).is_some();
        let text = self.text[prefix.clone()].trim_matches(' ');
        let opens = |words: &[&str]| opening(text, words).is_some();
        // 原州区教育局.
        let own = || self.ledger.background.organization.as_deref().is_some_and(|own| has(own, text));
        if opens(OTHERS) && !own() || opens(BELOW) && !has_any(text, &["各", "全部", "直属机关"]) && !self.is_own_name(text, prefix.end) {
            return false;
        }
        // 省内公务接待费.
        if matches!(text, "省" | "市" | "县" | "区" | "州") && goes_on(&["内", "外"]) {
            return false;
        }
        if goes_on(ENDS_WITH_MIDDLE) || goes_on(LEVELS) || !self.clause.chains.is_empty() && goes_on(BODIES) {
            return true;
        }
        // 其中财政资金600万元: a source of money.
        if text == "财政" && goes_on(&["资金"]) {
            return false;
        }
        // 专项收入: the word is none of a school.
        if text.ends_with('专') && goes_on(&["项"]) {
            return false;
        }
        // 某市本级财政“三公”经费.
        let text = trimmed(text.trim_end_matches(['的', '”', '）']), "财政");
        if let Some(organization) = &self.ledger.background.organization {
            if text.ends_with(organization.as_str()) {
                return true;
            }
        }
        if self.is_own_name(text, prefix.end) {
            return true;
        }
        // 学费收入: one character that is no word for a body by itself.
        if text.chars().count() == 1 && !text.ends_with(ALONE) {
            return false;
        }
        text.is_empty() || text.ends_with(ends_a_body) || ending(text, &["人大", "融媒体", "疾控", "消防", "人防"]).is_some_and(|end| text != end)
    }

    /// Whether nothing stands before a word in its clause but a year and the name of the body itself.
    pub(super) fn is_of_whole_body(&self, at: usize) -> bool {
        const THIS_YEAR: &[&str] = &["本年", "本年度", "全年", "当年"];
        let words = self.text[self.clause.start.min(at)..at].trim_matches(|c: char| c == ' ' || c.is_ascii_digit() || matches!(c, '年' | '度'));
        let named = THIS_YEAR.contains(&words) || WHOLE_BODY.contains(&words) || self.ledger.background.organization.as_deref() == Some(words);
        words.is_empty() || named || self.is_own_name(words, range_of(words, self.text).end)
    }

    /// 三小2023年收入预算9万元, below 关于三小2023年收入预算情况的说明: whether words before a year are a short name of the body itself: the title of
    /// the section has them, or their characters stand in its name in the same order.
    fn is_own_name(&self, words: &str, end: usize) -> bool {
        const LONGEST: usize = 25;
        const NO_NAMES: &[&str] = &["下属", "所属", "下辖", "收入", "支出", "预算", "决算", "经费", "资金", "项目", "专项", "工程", "补助", "三公"];
        let behind = self.text[end..].trim_start_matches(' ');
        let year = behind.bytes().take_while(u8::is_ascii_digit).count() == 4 && behind[4..].trim_start_matches(' ').starts_with('年');
        if !year {
            return false;
        }
        let words = words.strip_suffix("单位").unwrap_or(words);
        if !(2..=LONGEST).contains(&words.chars().count()) || !words.chars().all(is_han) || has_any(words, NO_NAMES) {
            return false;
        }
        let titled = self.text[self.own_title.clone()]
            .split_once(words)
            .is_some_and(|(_, behind)| behind.trim_start_matches("单位").starts_with(|c: char| c.is_ascii_digit()));
        titled || words.chars().count() > 2 && self.ledger.background.organization.as_ref().is_some_and(|own| abbreviates(words, own))
    }

    /// The body named right before 在职 or 编制: the last of a list.
    pub(super) fn unit_named(&self) -> Option<String> {
        let prefix = self.clause.chains.first().map_or(self.clause.start, |c| c.words.start);
        let before = self.text[self.clause.start..prefix].trim_end_matches([' ', '、', '，']);
        let name = before.rsplit(['、', '和', '及']).next()?.trim_start_matches([' ', '，']);
        // 核定全局编制50名: of the whole body.
        let name = ["核定", "批复", "现有", "实有"].iter().find_map(|verb| name.strip_prefix(verb)).unwrap_or(name);
        let end = self.clause.start + before.len();
        let length = name.chars().count();
        // 县林场.
        let below = length == 3 && name.starts_with(['省', '州', '市', '县', '区', '镇', '乡']);
        let long = length >= 4 || below || is_own_office(name);
        let body = long && name.starts_with(is_han) && (is_own_office(name) || self.is_body(end - name.len()..end));
        body.then(|| name.to_owned())
    }

    /// The body whose posts or staff a number counts: the one named right before them, else the one whose other counts stand before it in the
    /// same item of a list: 局本级行政编制46名、工勤编制3名，在职45名；….
    pub(super) fn unit_counted(&mut self, id: usize) -> Option<String> {
        /// What may stand before a count of the body that was named.
        const LEADS: &[&str] = &["", "另", "另有", "其中", "现", "现有", "核定", "实有", "其中：", "含"];
        /// What adds up the bodies before it.
        const SUMS: &[&str] = &["共", "合计", "总"];
        if let Some(named) = self.unit_named() {
            self.state.body = Some(named);
        } else if self.state.bodies_end {
            return None;
        } else if has_any(&self.ledger.figures[id].context, SUMS) {
            self.state.body = None;
            self.state.bodies_end = true;
            return None;
        } else {
            let from = self.clause.start.max(self.clause.numbered);
            let named = self.clause.chains.first().map_or(from, |c| c.words.start).max(from);
            if !LEADS.contains(&self.text[from..named].trim_matches([' ', '、', '，'])) {
                // Something else is counted, and what follows may be of it.
                self.state.body = None;
                self.state.bodies_end = true;
                return None;
            }
            self.state.body = self.state.body.take().or_else(|| self.body_of_item());
        }
        self.state.body.clone()
    }

    /// 1.某市渔业中心，编制64名，在职59名；: the body that an item of a list starts with.
    fn body_of_item(&self) -> Option<String> {
        const LONGEST: usize = 40;
        const NO_BODIES: &[&str] = &["经", "按", "根据", "由", "依据", "据", "截至", "截止"];
        let start = self.state.start;
        if !self.text[..start].ends_with(['.', '、', '）', ')']) {
            return self.body_presented(start);
        }
        let (name, _) = start_of(&self.text[start..self.clause.start.max(start)], LONGEST * 4).split_once(['，', '：'])?;
        // 某市渔业局（本级）.
        let bare = name.strip_suffix('）').and_then(|name| name.rsplit_once('（')).map_or(name, |(name, _)| name);
        let length = bare.chars().count();
        let one = !bare.contains(['和', '及', '、', '与']) && !NO_BODIES.iter().any(|word| bare.starts_with(word));
        let body = one
            && (is_own_office(bare) || (4..=LONGEST).contains(&length))
            && bare.starts_with(is_han)
            && (is_own_office(bare) || self.is_body(start..start + bare.len()));
        body.then(|| name.to_owned())
    }

    /// 某市农业科学研究所系全额拨款事业单位，现有编制66名: the body that a sentence presents, if it is not the one whose report it is.
    fn body_presented(&self, start: usize) -> Option<String> {
        const LONGEST: usize = 40;
        let (clause, _) = start_of(&self.text[start..self.clause.start.max(start)], LONGEST * 4).split_once('，')?;
        let (name, what) = ["系", "是", "为", "属"].iter().filter_map(|verb| clause.trim_start().split_once(verb)).min_by_key(|(name, _)| name.len())?;
        let own = self.ledger.background.organization.as_deref()?;
        let body = (4..=LONGEST).contains(&name.chars().count()) && what.ends_with("单位") && name.starts_with(is_han);
        let end = range_of(name, self.text);
        // 县疾控中心 is short for 某县疾病预防控制中心.
        let other = !abbreviates(name, own) && !abbreviates(own, name) && !["本", "我"].iter().any(|word| name.starts_with(word));
        (body && other && self.is_body(end)).then(|| name.to_owned())
    }

    /// A name that leans on the one before takes its features over: 轿车 among 购置公务用车.
    pub(super) fn lean(&self, subject: &mut Subject) {
        let plain_reception = subject.features.only(feature::DOMESTIC.and(feature::FOREIGN)).is_empty() && subject.features.has(feature::RECEPTION);
        // 其他国内公务接待支出4万元，主要用于接待考察。接待280人次: of what the paragraph is about.
        let counted = subject.features.any(feature::PERSONS.and(feature::BATCHES))
            || subject.features == feature::RECEPTION && !subject.words.of(self.text).contains('费');
        let foreign = || has_any(start_of(&self.text[self.state.start..], 300), &["外宾", "外事", "国（境）外"]);
        let paragraph = || self.main.filter(|_| counted && !foreign() && self.subjects.first().is_none_or(|s| s.features.has(feature::RECEPTION)));
        if plain_reception {
            let before = if self.state.stated { self.subjects.first().copied() } else { paragraph() };
            let before = before.map_or(Features::NONE, |s| s.features);
            if before.has(feature::RECEPTION) && !subject.features.any(feature::OUT) && subject.words.of(self.text) != "公务接待费" {
                subject.features = subject.features.and(before.only(feature::DOMESTIC.and(feature::FOREIGN)));
            }
        }
        // 授予中小企业合同金额90万元，其中小微企业60万元.
        let contracts = self.state.parts && self.whole.as_ref().is_some_and(|w| w.concept == Some(Concept::ProcurementSme));
        let after = self.subjects.first().is_some_and(|s| s.concept == Some(Concept::ProcurementSme));
        if subject.features == feature::MICRO && (contracts || after) {
            subject.features = subject.features.and(feature::CONTRACT);
        }
        // 预留面向中小企业400万元，其中面向小微企业300万元.
        let reserved = self.whole.as_ref().and_then(|whole| whole.concept).or(self.subjects.first().and_then(|s| s.concept));
        if subject.features == feature::MICRO && reserved == Some(Concept::ProcurementReservedSmeBudget) {
            subject.features = subject.features.and(feature::RESERVED);
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
    }

    /// Where the words start that name the number at `lead`: 离休1人、退休44人 names the second behind the mark, 车辆3台150万元 both at once.
    pub(super) fn naming(&self, lead: usize) -> usize {
        let from = self.clause.numbered;
        if from <= self.clause.start || from > lead {
            return self.clause.start;
        }
        let behind = self.text[from..lead].rfind('、').map(|mark| from + mark + '、'.len_utf8());
        behind.filter(|at| !is_blank(&self.text[*at..lead])).unwrap_or(self.clause.start)
    }

    pub(super) fn is_project(&self) -> bool {
        self.project.is_some() && self.topic.is(SectionKind::Performance)
    }
}

/// Whether the name of a body may end with a character.
fn ends_a_body(c: char) -> bool {
    matches!(
        c,
        '局' | '厅'
            | '委'
            | '办'
            | '处'
            | '院'
            | '所'
            | '站'
            | '会'
            | '部'
            | '社'
            | '校'
            | '园'
            | '馆'
            | '队'
            | '县'
            | '区'
            | '市'
            | '省'
            | '乡'
            | '镇'
            | '旗'
            | '心'
            | '关'
    ) || matches!(c, '府' | '统' | '室' | '团' | '联' | '庭' | '道' | '学' | '司' | '村' | '署' | '台' | '场' | '协' | '专' | '州' | '盟' | '苑')
}

/// A name without the word at its end, however often it stands there.
fn trimmed<'n>(mut name: &'n str, word: &str) -> &'n str {
    while let Some(rest) = name.strip_suffix(word) {
        name = rest;
    }
    name
}

/// Whether the characters of a short name stand in a long one, in their order.
pub(super) fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|own| own == c))
}
