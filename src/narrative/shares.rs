//! What a sentence says of parts it stated before: the shares of a list, and the amounts of single bodies.

use super::attach::Target;
use super::clause::{Subject, Whole};
use super::concepts;
use super::lexicon::Basis;
use super::mentions;
use super::naming::WHOLE_BODY;
use super::reader::Reader;
use crate::concept::Concept;
use crate::figure::Role;
use crate::quantity::{is_han, Measure, Quantity};
use crate::within::{ending, find, has, has_any, opening};
use smallvec::smallvec;
use std::ops::Range;

impl Reader<'_, '_> {
    /// 基本支出1159万元、项目支出827万元，分别占58.37%和41.63%: as many shares as amounts were listed right before, each of its own.
    pub(super) fn shares_of_list(&mut self, quantities: &[&Quantity]) -> bool {
        let percentages = quantities.len() > 1 && quantities.iter().all(|q| q.measure == Some(Measure::Percent));
        let lead = quantities[0].lead;
        if !percentages || !self.clause.each || self.clause.change.is_some() || self.clause.year.is_some() || self.clause.basis.is_some() {
            return false;
        }
        let said = &self.text[self.window(self.clause.start, lead)..lead];
        if !has_any(said, &["占", "比例", "比重"]) || self.names_before_share(lead) {
            return false;
        }
        let Some(parts) = self.amounts_listed(quantities.len()) else { return false };
        for (quantity, part) in quantities.iter().zip(parts) {
            let context = self.clause.start.min(quantity.start)..quantity.end;
            let Some(id) = self.ledger.figure(quantity, Role::Share, self.section, context) else { return true };
            let source = &self.ledger.figures[part];
            let subject = Subject { concept: source.concept, figure: Some(part), ..Subject::default() };
            let whole = source.part_of.and_then(|whole| self.ledger.figures[whole].concept);
            let of = self.share_of(source.concept, &subject, quantity).or(whole);
            let report = self.ledger.background.year;
            self.ledger.name_as(id, part);
            let figure = &mut self.ledger.figures[id];
            figure.year = figure.year.or(report);
            figure.of = of;
        }
        self.state.stated = true;
        true
    }

    /// Whether something stands before 分别占 in its own clause: 人员经费和公用经费分别占…, 上年分别占…, 前两项分别占….
    fn names_before_share(&self, lead: usize) -> bool {
        const OPENS: &[&str] = &["分别", "各占", "依次", "占"];
        let from = self.clause.start.max(self.clause.numbered);
        let words = &self.text[self.window(from, lead)..lead];
        let before = OPENS.iter().filter_map(|word| words.find(word)).min().map_or(words, |at| &words[..at]);
        !matches!(
            before.trim_matches([' ', '，', '、', '（', '）']),
            "" | "两项"
                | "两者"
                | "二者"
                | "三项"
                | "三者"
                | "四项"
                | "四者"
                | "所"
                | "比例"
                | "比重"
                | "以上"
                | "各项"
                | "各项收入"
                | "各项支出"
                | "各部分"
        )
    }

    /// The last amounts of the paragraph, if they are as many parts of one list: of the same whole, each of something else, and none more
    /// before them.
    fn amounts_listed(&self, count: usize) -> Option<Vec<usize>> {
        const FARTHEST: usize = 60;
        let figures = &self.ledger.figures;
        let line = figures.last()?.line;
        let amount = |id: &usize| figures[*id].role.states_amount() && figures[*id].yuan.is_some();
        let own = (0..figures.len()).rev().take(FARTHEST).take_while(|id| figures[*id].line == line && figures[*id].section == self.section);
        let whole = own.clone().find(amount).and_then(|id| figures[id].part_of);
        // Parts of parts stand in brackets between them.
        let mut before = own.take_while(|id| Some(*id) != whole).filter(amount).filter(|id| figures[*id].part_of == whole);
        let mut parts: Vec<usize> = before.by_ref().take(count).collect();
        parts.reverse();
        let first = figures.get(*parts.first()?)?;
        let alike = |id: &usize| figures[*id].concept.is_some() && figures[*id].role == first.role && figures[*id].part_of == first.part_of;
        let differ = |id: &usize| {
            let same = |other: &&usize| {
                let (one, other) = (&figures[**other], &figures[*id]);
                one.concept == other.concept && one.code == other.code && one.dimensions.get("unit_name") == other.dimensions.get("unit_name")
            };
            parts.iter().filter(same).count() == 1
        };
        let longer = before.next().is_some_and(|id| first.part_of.is_some() && figures[id].part_of == first.part_of);
        (parts.len() == count && parts.iter().all(alike) && parts.iter().all(differ) && !longer).then_some(parts)
    }

    /// 局本级3012万元，所属林场支出2148万元: the name of a body that stands alone before a number, with the side of the account behind it
    /// at most; `None` for the body whose report it is.
    fn body_before(&self, q: &Quantity) -> Option<Range<usize>> {
        const LEADS: &[&str] = &["其中", "分别为", "按单位分", "分单位看", "分", "为", "看"];
        /// No body of a list, though more than all of them together may be meant.
        const NO_BODY: &[&str] = &["各单位", "机关", "办公室"];
        const DONE: &[&str] = &[
            "慰问",
            "补助",
            "上缴",
            "建设",
            "改造",
            "购买",
            "购置",
            "拨付",
            "代扣",
            "支付",
            "维修",
            "来自",
            "收到",
            "借调",
            "派驻",
            "挂职",
            "用于",
            "返还",
            "支援",
            "援助",
            "对口",
            "修缮",
            "抽调",
            "选派",
            "调往",
            "调出",
            "调入",
            "转隶",
            "安置",
            "公益岗",
            "退役",
            "聘用",
            "另",
            "含",
            "装修",
            "租赁",
            "委托",
            "划转",
            "下拨",
            "转拨",
            "缴纳",
            "偿还",
            "捐赠",
        ];
        let words = self.words_of_body(q);
        let end = words.end;
        let words = &self.text[words];
        let words = words.rsplit('：').next().unwrap_or(words);
        let mut name = words.trim_start_matches([' ', '、', '，', '和', '及']);
        for lead in LEADS {
            if let Some(rest) = name.strip_prefix(lead) {
                name = rest.trim_start_matches(['：', '，', ' ']);
            }
        }
        // 分单位支出情况：本级16842万元.
        let office = matches!(name, "本级" | "本部" | "机关") && self.lists_bodies(q);
        let own = || self.ledger.background.organization.as_deref().is_some_and(|own| own.ends_with(name) || name.ends_with(own));
        let body = name.starts_with(is_han)
            && (office || (3..=25).contains(&name.chars().count()) && !NO_BODY.contains(&name) && !WHOLE_BODY.contains(&name))
            && !name.contains(['，', '。', '“', '（', '年', '元'])
            && opening(name, DONE).is_none()
            // 村干部58人: persons.
            && !name.ends_with("干部")
            && !name.ends_with(['省', '市', '县', '区'])
            && !own();
        let range = end - name.len()..end;
        (body && (ending(name, OFFICES).is_some() || self.is_body(range.clone()))).then_some(range)
    }

    /// The words before a number that may name a body: without the side of the account behind them, and without its code.
    fn words_of_body(&self, q: &Quantity) -> Range<usize> {
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_end_matches([' ', '为']);
        let words = ending(words, &["支出", "收入", "预算"]).map_or(words, |side| &words[..words.len() - side.len()]);
        // 某县种子站（502）300万元.
        let code = words.strip_suffix('）').and_then(|words| words.rsplit_once('（')).filter(|(_, code)| code.bytes().all(|b| b.is_ascii_digit()));
        let words = code.map_or(words, |(words, _)| words);
        from..from + words.len()
    }

    /// Whether what may name a body before a number ends as the name of a head office does.
    fn ends_as_office(&self, q: &Quantity) -> bool {
        ending(&self.text[self.words_of_body(q)], OFFICES).is_some()
    }

    /// What is stated of a single body among those that a whole is parted by.
    pub(super) fn of_one_body(&mut self, q: &Quantity) -> Option<Target> {
        if !matches!(q.measure, Some(Measure::Money | Measure::Person))
            || self.clause.change.is_some()
            || !(self.clause.chains.iter().all(|c| self.is_side_alone(c)) || q.measure == Some(Measure::Person) && self.counts_by_bodies(q))
        {
            return None;
        }
        // No body is told apart but where some are listed, or where its name says that it is one.
        if !self.goes_on_with_bodies() && !self.counts_in_parts(q) && !self.lists_bodies(q) && !self.ends_as_office(q) {
            return None;
        }
        let body = self.body_before(q)?;
        let concept = self.parted_by_bodies(q, body.clone())?;
        let role = self.amount_role(q.measure);
        self.clause.body = Some(body.clone());
        let subject = Subject { concept: Some(concept), words: body.into(), ..Subject::default() };
        Some(Target { role, subjects: smallvec![subject], own: false })
    }

    /// 占年初预算的92.31%: a share of nothing but a budget.
    pub(super) fn is_share_of_budget(&self, share: usize) -> bool {
        // 占部门预算的40% is a share of all that is planned.
        const OF_ALL: &[&str] = &["部门", "单位", "全部", "总预算", "预算总", "年度预算", "全局"];
        let said = &self.text[share.min(self.clause.covered)..self.clause.covered];
        if has_any(said, OF_ALL) && !has_any(said, &["年初", "全年", "调整"]) {
            return false;
        }
        // 项目支出占项目支出预算的98%: its own budget, named in full.
        let own = self.clause.chains.first().filter(|c| c.words.start < share).or(self.subjects.first());
        let same = |c: &Subject| own.is_some_and(|own| self.meaning_of(c, Measure::Money) == self.meaning_of(own, Measure::Money));
        let budget = matches!(self.clause.basis, Some(Basis::Budget(_))) && !self.clause.broken;
        budget && self.clause.chains.iter().all(|c| c.words.start < share || same(c))
    }

    /// 为年初预算的137.17%: a share of its own budget is a completion.
    pub(super) fn completes_by_basis(&self) -> bool {
        matches!(self.clause.basis, Some(Basis::Budget(_))) && self.clause.change.is_none() && self.text[..self.clause.covered].ends_with('的')
    }

    /// Whether persons are counted by bodies: 分单位看, or in a bracket behind all of them.
    pub(super) fn counts_by_bodies(&self, q: &Quantity) -> bool {
        let staff = matches!(self.whole.as_ref().and_then(|w| w.concept), Some(Concept::StaffIncumbentOfUnit | Concept::StaffQuotaOfUnit));
        self.lists_bodies(q) || self.state.aside && staff
    }

    /// Whether a number is of a body that nothing before it was parted by: it is no amount of what was spoken of.
    pub(super) fn is_of_a_listed_body(&self, q: &Quantity) -> bool {
        let alone = self.clause.chains.is_empty();
        let side = self.state.stated && self.clause.chains.iter().all(|c| self.is_side_alone(c));
        if q.measure != Some(Measure::Money) || !(alone || side) {
            return false;
        }
        let listed = alone && self.lists_bodies(q);
        (listed || side && self.ends_as_office(q)) && self.body_before(q).is_some_and(|body| listed || is_own_office(&self.text[body]))
    }

    /// Whether the sentence lists bodies: 从预算单位看, 按单位分.
    pub(super) fn lists_bodies(&self, q: &Quantity) -> bool {
        self.bodies_announced(q).is_some()
    }

    /// Where the words end that open a list of bodies in the sentence.
    fn bodies_announced(&self, q: &Quantity) -> Option<usize> {
        const UNIT: &str = mentions::UNIT;
        if !self.mentions_units() {
            return None;
        }
        let start = self.window(self.state.start, q.lead);
        let said = &self.text[start..q.lead];
        let mut from = 0;
        while let Some(at) = find(&said[from..], UNIT) {
            let (before, behind) = (&said[..from + at], &said[from + at + UNIT.len()..]);
            from += at + UNIT.len();
            if before.ends_with('分')
                || before.ends_with(['各', '算']) && behind.starts_with("的支出")
                || ["看", "分", "划分", "构成看"].iter().any(|word| behind.starts_with(word))
            {
                return Some(start + from);
            }
        }
        None
    }

    /// 项目支出2953万元；按预算单位划分，局本级1985万元: whether a list of bodies was opened behind the last number.
    fn announced_since_last(&self, q: &Quantity) -> bool {
        let end = self.state.last.map(|id| self.ledger.figures[id].span.end);
        self.bodies_announced(q).is_some_and(|at| end.is_none_or(|end| self.ledger.folded.span(at, at).start >= end))
    }

    /// What is parted by bodies, by the side that the words right before their list name: 支出按单位划分.
    fn parted_by_side(&self, concept: Concept, q: &Quantity) -> Concept {
        use Concept::*;
        const MARKS: [char; 5] = ['，', '。', '；', '：', '\n'];
        let spent = self
            .bodies_announced(q)
            .is_some_and(|at| self.text[self.window(self.state.start, at)..at].rsplit(MARKS).next().is_some_and(|words| has(words, "支出")));
        match concept {
            RevenueTotal if spent => ExpenditureTotal,
            RevenueCurrentTotal if spent => ExpenditureCurrentTotal,
            FiscalRevenueTotal | RevenueFiscal if spent => FiscalExpenditureTotal,
            concept => concept,
        }
    }

    /// What the section says was spent in all, of all money if it says that, else of the fund it spoke of last: where a paragraph states no
    /// amount before its list of bodies, and nothing speaks of income.
    fn spent_in_section(&self, q: &Quantity, body: &Range<usize>) -> Option<Concept> {
        let said = &self.text[self.window(self.state.start, q.lead)..q.lead];
        let named = has(said, "支出") || self.text[body.end..q.lead].starts_with("支出");
        let last = self.ledger.figures.last().and_then(|figure| figure.concept).map(concepts::side);
        let income = has(said, "收入") || !named && last == Some(concepts::Side::In);
        if self.main.is_some() || income || !self.lists_bodies(q) {
            return None;
        }
        let own = |concept: &Concept| self.ledger.amount_id(*concept).is_some_and(|id| self.ledger.figures[id].section == self.section);
        let all = [Concept::ExpenditureCurrentTotal, Concept::ExpenditureTotal].into_iter().find(own);
        all.or_else(|| self.spent.as_ref().and_then(|spent| spent.concept))
    }

    /// The whole that was stated right before a list of bodies.
    fn stated_before(&self, persons: bool) -> Option<Concept> {
        let last = self.ledger.figures.last().filter(|figure| figure.section == self.section && figure.dimensions.is_empty() && figure.code.is_none())?;
        last.concept.filter(|concept| last.role.states_amount() && !persons && is_parted(*concept, persons))
    }

    /// The persons that the paragraph counted last, before a sentence that lists them by bodies.
    fn counted_last(&self) -> Option<Concept> {
        let last = self.ledger.figures.last().filter(|figure| figure.section == self.section && figure.dimensions.is_empty())?;
        last.concept.filter(|concept| matches!(concept, Concept::StaffIncumbentOfUnit | Concept::StaffQuotaOfUnit))
    }

    /// Whether an amount can be a part of the whole that is being listed.
    fn fits_in(&self, whole: &Whole, q: &Quantity) -> bool {
        let amount = q.unit.as_ref().and_then(|unit| unit.yuan()).and_then(|yuan| q.value.checked_mul(yuan));
        let all = whole.figure.and_then(|id| self.ledger.figures[id].yuan);
        all.zip(amount).is_none_or(|(all, amount)| amount <= all)
    }

    /// Whether the last number of the sentence was of a single body.
    fn goes_on_with_bodies(&self) -> bool {
        self.state.last.is_some_and(|id| self.ledger.figures[id].dimensions.contains_key("unit_name"))
    }

    /// Whether a number of persons stands among the parts of a whole.
    fn counts_in_parts(&self, q: &Quantity) -> bool {
        q.measure == Some(Measure::Person) && (self.state.parts || self.state.aside)
    }

    /// The whole that is parted by bodies: the one whose parts are listed, or the amount that the paragraph is about.
    fn parted_by_bodies(&self, q: &Quantity, body: Range<usize>) -> Option<Concept> {
        use Concept::*;
        let persons = q.measure == Some(Measure::Person);
        let goes_on = self.goes_on_with_bodies();
        // 局本级 is a part by its name.
        let part = is_own_office(&self.text[body.clone()]);
        let parts = self.state.parts || self.state.aside;
        let listed = self.lists_bodies(q) || goes_on || part || self.counts_in_parts(q);
        let last = self.state.last.filter(|_| goes_on).and_then(|id| self.ledger.figures[id].concept);
        // 项目支出2224万元。其中，局本级支出4718万元: of all that was spent, not of what was stated last.
        // 事业实有人数17人，其中农服中心7人: persons of one kind are persons.
        let incumbents = |concept: Concept| match concept {
            StaffAdministrative | StaffInstitution | StaffCivilServiceManaged if persons && self.state.parts => StaffIncumbentOfUnit,
            concept => concept,
        };
        let whole = self.whole.as_ref().filter(|whole| parts && self.fits_in(whole, q)).and_then(|w| w.concept).map(incumbents);
        let main = self.main.as_ref().and_then(|main| main.concept);
        // 分单位在职人数为：局本级41人: what is counted stands with the words that open the list.
        let said = &self.text[self.window(self.state.start, q.lead)..q.lead];
        let counted = [("在职", StaffIncumbentOfUnit), ("在编", StaffIncumbentOfUnit), ("编制", StaffQuotaOfUnit)];
        let counted = counted.into_iter().find(|(word, _)| persons && self.lists_bodies(q) && said.contains(word)).map(|(_, concept)| concept);
        let persons_counted = || if persons { self.counted_last() } else { None };
        let spent = || self.spent_in_section(q, &body).filter(|_| !persons);
        let before = || self.stated_before(persons).filter(|_| self.announced_since_last(q));
        // 按支出性质划分，基本支出500万元…；按单位划分，…: what the paragraph stated first may be a part itself.
        let main = main.filter(|main| is_parted(*main, persons) || !self.announced_since_last(q));
        let concept = last.or(counted).or_else(persons_counted).or(whole).or_else(before).or(main).or_else(spent).filter(|_| listed)?;
        let concept = if last.is_none() { self.parted_by_side(concept, q) } else { concept };
        // 基本支出800万元，局本级支出500万元 is a part of what was spoken of last, and 局本级收入 one of the income.
        let spoken =
            self.state.last.and_then(|id| self.ledger.figures[id].concept).map(incumbents).is_none_or(|last| last == concept) || self.announced_since_last(q);
        let side = if concept.as_str().contains("revenue") { "支出" } else { "收入" };
        if !spoken || self.text[body.end..q.lead].starts_with(side) {
            return None;
        }
        is_parted(concept, persons).then_some(concept)
    }

    /// Whether an amount opens its clause and what it is of stands behind it: 45.87万元管护补助当年未付.
    pub(super) fn is_named_behind(&self, q: &Quantity) -> bool {
        let opens = self.clause.start >= q.lead && self.clause.start > self.state.start;
        let behind = &self.text[q.tail..];
        opens && q.measure == Some(Measure::Money) && behind.starts_with(is_han) && !behind.starts_with(['的', '和', '及', '与', '至', '到', '以', '左', '，'])
    }
}

/// What the name of a head office ends with.
const OFFICES: &[&str] = &["本级", "本部", "机关"];

/// Whether a name is that of the head office among its bodies: 局本级, 中心本部, 局机关.
pub(super) fn is_own_office(name: &str) -> bool {
    const LONGEST: usize = 4;
    name.ends_with("本级") || name.ends_with("本部") || name.ends_with("机关") && name.chars().count() <= LONGEST
}

/// Whether a whole, of persons or of money, is one that reports part by bodies.
fn is_parted(whole: Concept, persons: bool) -> bool {
    use Concept::*;
    match whole {
        StaffQuotaOfUnit | StaffIncumbentOfUnit => persons,
        RevenueTotal | RevenueCurrentTotal | ExpenditureTotal | ExpenditureCurrentTotal | FiscalRevenueTotal | FiscalExpenditureTotal => !persons,
        FiscalExpenditureCurrentTotal | RevenueFiscal | GeneralBudgetExpenditure | AgencyOperatingCost | ThreePublicTotal => !persons,
        _ => false,
    }
}
