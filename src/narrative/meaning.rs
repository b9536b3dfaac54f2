//! What the name of a number means where it stands: in its section, its sentence and among the parts of a whole.

use super::attach::KINDS;
use super::clause::Subject;
use super::concepts::{self, Meaning, Side};
use super::feature::{self, Features};
use super::reader::{Reader, BY_ECONOMIC};
use super::topic::Fund;
use crate::classification::Level;
use crate::concept::Concept;
use crate::outline::SectionKind;
use crate::quantity::Measure;
use crate::within::{ending, has, has_any};

impl Reader<'_, '_> {
    pub(super) fn meaning_of(&self, subject: &Subject, measure: Measure) -> Meaning {
        match self.named_meaning(subject, measure) {
            // 实有人数50人，其中：事业编制4人: persons, not posts.
            Meaning::One(Concept::StaffQuotaOfUnit) if self.names_kind_of_posts(subject) && self.counts_persons() => Meaning::One(Concept::StaffEstablished),
            Meaning::One(concept) if concepts::is_subordinate_kind(concept) && !self.is_subordinate(concept, subject) => Meaning::Unknown,
            Meaning::One(_) if self.is_part_of_unknown(subject) => Meaning::Unknown,
            Meaning::One(Concept::GeneralBudgetBasicPersonnel) if self.tells_of_all_fiscal(subject) => Meaning::One(Concept::FiscalBasicPersonnel),
            Meaning::One(Concept::GeneralBudgetBasicByEconomic) if self.tells_of_all_fiscal(subject) => Meaning::One(Concept::FiscalBasicByEconomic),
            Meaning::One(Concept::GeneralBudgetBasicOperating) if self.tells_of_all_fiscal(subject) => Meaning::One(Concept::FiscalBasicOperating),
            Meaning::One(concept) if concepts::counts_things(concept) && concept.as_str().starts_with("asset_vehicles") && self.is_purchase() => {
                Meaning::Unknown
            }
            Meaning::One(concept) if concepts::is_total_spent(concept) && self.pays_for_kind(subject) => Meaning::Unknown,
            // 培训费收入 is no cost.
            Meaning::One(Concept::MeetingCost | Concept::TrainingCost) if subject.features.any(feature::IN) => Meaning::Unknown,
            Meaning::One(Concept::MeetingCost | Concept::TrainingCost) if self.lists_kinds_of_three() => Meaning::Unknown,
            Meaning::One(concept) if self.topic.fund == Fund::All => Meaning::One(self.kind_beside(concept, subject)),
            meaning => meaning,
        }
    }

    /// 项目支出9万元，包括：一般公共预算拨款安排8万元; “三公”经费9万元（其中：一般公共预算支出9万元；…）: whether a fund pays for a kind of
    /// expenditure, or for a cost, and so is not all that the fund spends.
    fn pays_for_kind(&self, subject: &Subject) -> bool {
        use Concept::*;
        let own = |also: Features| subject.says_only(feature::FUNDS.and(feature::CURRENT).and(also)) && subject.features.any(feature::FUNDS);
        let kind = |concept| matches!(concept, ExpenditureProject | ExpenditureBasic | GeneralBudgetProject | FiscalProjectExpenditure);
        let cost = |concept: Concept| {
            let name = concept.as_str();
            kind(concept)
                || name.starts_with("three_public_")
                || name.starts_with("procurement_")
                || matches!(concept, MeetingCost | TrainingCost | AgencyOperatingCost)
        };
        // 基本支出…、项目支出…；按资金来源分：一般公共预算财政拨款…: of the total again.
        let said = || &self.text[self.window(self.state.start, subject.words.start)..subject.words.start];
        let main = self.main.as_ref().filter(|main| main.words.start >= self.state.start).and_then(|main| main.concept).is_some_and(kind);
        let whole = self.whole.as_ref().and_then(|whole| whole.concept).is_some_and(cost);
        (main && own(Features::NONE) || whole && own(feature::OUT)) && !has(said(), "来源")
    }

    /// 财政拨款基本支出9万元。（一）人员经费8万元, in the section of the general budget: whether the basic expenditure that the section stated is that of
    /// all 财政拨款, as printed.
    fn tells_of_all_fiscal(&self, subject: &Subject) -> bool {
        let stated = |concept| self.ledger.amount_id(concept).is_some_and(|id| self.ledger.figures[id].section == self.section);
        !subject.features.any(feature::GENERAL) && stated(Concept::FiscalBasic) && !stated(Concept::GeneralBudgetBasic)
    }

    /// Whether the parts of all persons are being counted.
    pub(super) fn counts_persons(&self) -> bool {
        matches!(self.whole.as_ref().and_then(|w| w.concept), Some(Concept::StaffTotal | Concept::StaffIncumbentOfUnit))
    }

    /// The concept of a functional item: of the fund of the section or, where that speaks of more than one, of the total stated last.
    pub(super) fn functional(&self) -> Option<Concept> {
        let concept = concepts::functional(self.topic)?;
        // 财政拨款收入9万元，其中：教育（类）8万元, where the section is about revenue: income of that function.
        let income = self.topic.is(SectionKind::Revenue) && self.whole.as_ref().is_some_and(|whole| whole.side == Side::In);
        if income {
            return Some(Concept::RevenueByFunction);
        }
        let whole = self.whole.as_ref().and_then(|w| w.concept).and_then(concepts::items_of);
        Some(whole.or(self.items).filter(|_| matches!(concept, Concept::ExpenditureByFunction | Concept::FiscalExpenditureByFunction)).unwrap_or(concept))
    }

    /// The concept of an economic item: of the section, or of all expenditure whose parts are listed, or that the sentence says is parted so.
    fn by_economic(&self, subject: &Subject) -> Option<Concept> {
        let whole = self.whole.as_ref().and_then(|w| w.concept);
        let start = self.window(self.state.start, subject.words.start);
        let said = || self.by_economic || self.mentions_economic() && has_any(&self.text[start..subject.words.start.max(start)], BY_ECONOMIC);
        let total = matches!(whole, Some(Concept::GeneralBudgetExpenditure | Concept::FiscalExpenditureTotal | Concept::FiscalExpenditureCurrentTotal));
        // 住房公积金 among the parts of a total is an item of the functional classification as well.
        let class = subject.item.and_then(|item| item.code()).is_some_and(|code| code.level() == Level::Class);
        let parted = self.topic.accounts && !self.topic.speaks_of_one() && (total && class || said());
        let of_fund = match self.topic.fund {
            Fund::Fiscal => Some(Concept::FiscalExpenditureByEconomic),
            Fund::All | Fund::General => Some(Concept::ExpenditureByEconomic),
            Fund::Government | Fund::StateCapital => None,
        };
        concepts::economic(self.topic, whole).or_else(|| of_fund.filter(|_| parted))
    }

    /// 基本支出…，经营支出…，其他支出（对附属单位补助支出、上缴上级支出）0万元: among the kinds of all expenditure, no class of the functional
    /// classification.
    fn is_other_kind(&self, subject: &Subject) -> bool {
        const OTHER: &str = "其他支出";
        use Concept::*;
        let last = self.state.last.and_then(|id| self.ledger.figures[id].concept);
        let kinds =
            matches!(last, Some(ExpenditureBasic | ExpenditureProject | ExpenditureOperating | ExpenditureRemitSuperior | ExpenditureSubsidyAffiliated));
        if !kinds || !subject.item.is_some_and(|item| item.is_bare()) || !subject.words.of(self.text).starts_with(OTHER) {
            return false;
        }
        // 项目支出400万元，其中：其他支出400万元: a class of the kind before it.
        let before = &self.text[self.window(self.state.start, subject.words.start)..subject.words.start];
        ending(before, &["其中：", "其中", "用于", "用于：", "包括", "包括："]).is_none()
    }

    /// Whether it is a kind of expenditure among the parts of something unknown, in a section that is about no expenditure.
    fn is_part_of_unknown(&self, subject: &Subject) -> bool {
        use SectionKind::*;
        const SPENT: Features = feature::BASIC.and(feature::PROJECT).and(feature::PERSONNEL).and(feature::PUBLIC_USE);
        let accounts = matches!(self.topic.kind, Some(Totals | Expenditure | Fiscal | FiscalBasic | GeneralBudget | GeneralBudgetBasic));
        subject.features.any(SPENT) && !accounts && self.whole.as_ref().is_some_and(|w| w.unknown)
    }

    /// 因公出国（境）费20万元，其中：旅费10万元、培训费2万元: what a journey cost for training is no training cost of the body.
    fn lists_kinds_of_three(&self) -> bool {
        let whole = self.whole.as_ref().and_then(|w| w.concept);
        whole.is_some_and(|c| {
            matches!(c, Concept::ThreePublicTotal | Concept::ThreePublicAbroad | Concept::ThreePublicVehicleOperation | Concept::ThreePublicReception)
        })
    }

    fn named_meaning(&self, subject: &Subject, measure: Measure) -> Meaning {
        if let Some(item) = &subject.item {
            if !matches!(measure, Measure::Money | Measure::Magnitude | Measure::Percent | Measure::Points) {
                return Meaning::Unknown;
            }
            if self.is_other_kind(subject) {
                return Meaning::Unknown;
            }
            let concept = if item.economic { self.by_economic(subject) } else { self.functional() };
            return concept.map_or(Meaning::Unknown, Meaning::One);
        }
        if subject.features.is_empty() && subject.named.is_none() {
            // 涉及预算资金1148万元，4个项目评价等级为优: things are no amount of money, nor money a number of things.
            let things = matches!(measure, Measure::Piece | Measure::Person | Measure::Vehicle | Measure::Set | Measure::Batch);
            let money = matches!(measure, Measure::Money | Measure::Magnitude);
            let fits = |c: &Concept| match *c {
                Concept::PerformanceProjectTotal => money || measure == Measure::Percent,
                counted if concepts::counts_things(counted) => !money,
                _ => !things,
            };
            return subject.concept.filter(fits).map_or(Meaning::Unknown, Meaning::One);
        }
        if self.is_nature_of_item(subject) {
            return Meaning::Unknown;
        }
        // 接待批次下降14%: of the number, not of the money.
        let own = subject.words.start >= self.clause.start;
        let measure = match measure {
            Measure::Percent if own && subject.features.any(feature::BATCHES) => Measure::Batch,
            Measure::Percent if own && subject.features.any(feature::PERSONS) => Measure::Person,
            measure => measure,
        };
        if matches!(measure, Measure::Percent | Measure::Points) {
            if let Some(concept) = subject.concept {
                return Meaning::One(concept);
            }
        }
        let side = self.whole.as_ref().map_or(Side::Unknown, |w| w.side);
        let ambient = self.clause.ambient.only(feature::AMBIENT);
        let ambient = if subject.features.any(KINDS) { ambient.without(KINDS) } else { ambient };
        let features = subject.features.and(ambient).and(self.taken_over(subject));
        // 因公出国（境）团组0个，0人次，预算为0万元: the money of what was counted.
        let abroad = subject.concept.is_some_and(|c| concepts::counts_things(c) || c == Concept::ThreePublicAbroad);
        let spent = || has(&self.text[self.clause.start..self.clause.covered.max(self.clause.start)], "支出");
        let counted = abroad && (self.clause.basis.is_some() || self.clause.change.is_some() || spent()) && !features.has(feature::JOINED);
        let features = if counted && measure == Measure::Money { features.without(feature::GROUPS) } else { features };
        if let Some(fund) = self.fund_of_whole(features) {
            let meaning = concepts::meaning(features.and(fund), subject.named, measure, self.topic, side);
            if meaning != Meaning::Unknown {
                return meaning;
            }
        }
        concepts::meaning(features, subject.named, measure, self.topic, side)
    }

    /// What a short name takes over: 货物 among the parts of 政府采购, the fund that the sentence speaks of before 支出 and 年末结转.
    fn taken_over(&self, subject: &Subject) -> Features {
        let own = subject.features;
        const FUNDS: Features = feature::FUND.and(feature::CAPITAL);
        const SIDES: Features =
            feature::IN.and(feature::OUT).and(feature::CURRENT).and(feature::SUM).and(feature::OPENING).and(feature::CLOSING).and(feature::BALANCE);
        let whole = self.whole.as_ref();
        if whole.and_then(|w| w.concept) == Some(Concept::ProcurementTotal) && own.any(feature::GOODS.and(feature::WORKS).and(feature::SERVICES)) {
            return feature::PROCUREMENT;
        }
        if own.has(feature::OPENING.and(feature::BALANCE)) && self.is_beside_source(subject) {
            return self.subjects.first().map_or(Features::NONE, |source| source.features.only(FUNDS.and(feature::GENERAL)));
        }
        // 一般公共预算财政拨款本年收入9万元，…；本年支出8万元, where all of 财政拨款 is told fund by fund.
        let of_all = whole.is_none_or(|w| w.concept == Some(Concept::FiscalExpenditureCurrentTotal));
        if of_all && self.topic.fund == Fund::Fiscal && own == feature::CURRENT.and(feature::OUT) {
            return self.fund_of_sides(subject);
        }
        if of_all && self.topic.fund == Fund::Fiscal && own == feature::OUT {
            return self.fund_spoken_of(subject);
        }
        if let Some(fund) = self.fund_of_basic_before(subject).filter(|_| whole.is_none() && self.topic.fund == Fund::All) {
            return fund;
        }
        if whole.is_some() || self.topic.fund != Fund::All || own.only(SIDES) != own {
            return Features::NONE;
        }
        // 一般公共预算财政拨款收入1万元、支出2万元: the other side of the same money; 年初结转 need not be of it.
        // 一般公共预算财政拨款年初结转结余9万元，本年收入2万元，本年支出3万元: all of that money.
        let accounted = own.has(feature::CURRENT) && own.any(feature::IN.and(feature::OUT)) || own.has(feature::CLOSING.and(feature::BALANCE));
        let told = accounted && self.state.fund.has(feature::OPENING.and(feature::BALANCE)) && self.names_one_source(self.state.start, subject.words.start);
        let other_side = told || own == feature::OUT && self.state.fund.any(feature::IN);
        self.state.fund.only(if other_side { FUNDS.and(feature::GENERAL).and(feature::FISCAL) } else { FUNDS })
    }

    /// 一般公共预算财政拨款支出9万元。其中：基本支出6万元。按经济分类，人员经费4万元。 and 项目支出3万元 as the next paragraph: the fund of the basic
    /// expenditure that was told before.
    fn fund_of_basic_before(&self, subject: &Subject) -> Option<Features> {
        const KINDS: Features = feature::PERSONNEL.and(feature::PUBLIC_USE).and(feature::OUT);
        let basic = if subject.features == feature::PROJECT.and(feature::OUT) {
            let opens = self.text[..subject.words.start].trim_end_matches(' ').ends_with('\n');
            self.main_before.filter(|_| opens)?
        } else {
            self.main.filter(|_| subject.features.any(KINDS.without(feature::OUT)) && subject.features.without(KINDS).is_empty())?
        };
        let here = basic.figure.is_some_and(|id| self.ledger.figures[id].section == self.section);
        match basic.concept.filter(|_| here)? {
            Concept::GeneralBudgetBasic => Some(feature::GENERAL),
            Concept::FiscalBasic => Some(feature::FISCAL),
            _ => None,
        }
    }

    /// The fund whose 本年收入 was stated last before a 本年支出; none where several were, for that is their sum.
    fn fund_of_sides(&self, subject: &Subject) -> Features {
        const FUNDS: [(&str, Features); 3] = [("一般公共预算", feature::GENERAL), ("政府性基金", feature::FUND), ("国有资本经营", feature::CAPITAL)];
        let Some(main) = self.main.filter(|main| main.features.has(feature::CURRENT.and(feature::IN))) else { return Features::NONE };
        let to = subject.words.start;
        // 一般公共预算…本年收入…，本年支出…；政府性基金…本年收入…，本年支出…: each behind its own.
        let near = &self.text[self.window(main.words.start, to)..to];
        let near = near.rsplit(['；', '。']).next().unwrap_or(near);
        let named = || FUNDS.iter().filter(|(name, _)| near.contains(name)).map(|(_, fund)| *fund);
        match (named().next(), named().nth(1)) {
            (Some(fund), None) if near.contains("本年收入") => fund,
            (None, _) if self.names_one_source(main.words.start, to) => main.features.only(feature::GENERAL.and(feature::FUND).and(feature::CAPITAL)),
            _ => Features::NONE,
        }
    }

    /// 一般公共预算财政拨款本年收入完成年初预算的107%；支出完成年初预算的98%: the fund whose income the sentence spoke of before.
    fn fund_spoken_of(&self, subject: &Subject) -> Features {
        const FUNDS: Features = feature::GENERAL.and(feature::FUND).and(feature::CAPITAL);
        let income = self.subjects.first().filter(|before| before.features.any(feature::IN) && before.words.start >= self.state.start);
        let fund = income.map_or(Features::NONE, |income| income.features.only(FUNDS));
        if fund.is_empty() || !self.names_one_source(self.state.start, subject.words.start) {
            return Features::NONE;
        }
        fund
    }

    /// Where a look back from `to` starts: at `from`, but not farther than a long sentence, so that its cost is bounded.
    pub(super) fn window(&self, from: usize, to: usize) -> usize {
        const FARTHEST: usize = 1_500;
        let mut near = to.saturating_sub(FARTHEST).max(from.min(to));
        while near < to && !self.text.is_char_boundary(near) {
            near += 1;
        }
        near
    }

    /// Whether a stretch of text names one fund or other source of money only; not for sure where it is too long to look at.
    fn names_one_source(&self, from: usize, to: usize) -> bool {
        const SOURCES: &[&str] = &["一般公共预算", "政府性基金", "国有资本经营", "财政专户", "事业收入", "经营收入", "其他收入", "其他资金", "非财政拨款"];
        let start = self.window(from, to);
        let text = &self.text[start..to];
        start == from.min(to) && SOURCES.iter().filter(|source| text.contains(**source)).count() < 2
    }

    /// 一般公共预算本年收入77万元、上年结转0万元，政府性基金预算本年收入…: what was carried over of the source before it.
    fn is_beside_source(&self, subject: &Subject) -> bool {
        // 本年一般公共预算拨款收入9万元、上年结转1万元: of all of it.
        let current = |s: &Subject| has_any(s.words.of(self.text), &["本年收入", "当年收入"]);
        let source = self.subjects.first().is_some_and(|s| s.features.has(feature::CURRENT.and(feature::IN)) && current(s));
        source && self.clause.numbered > self.clause.start && self.text[self.clause.numbered..subject.words.start.max(self.clause.numbered)].trim() == "、"
    }

    /// 财政拨款支出…，其中：基本支出…: the kinds of expenditure within a fund are that fund's.
    fn fund_of_whole(&self, features: Features) -> Option<Features> {
        const PARTS: Features = feature::BASIC.and(feature::PROJECT).and(feature::PERSONNEL).and(feature::PUBLIC_USE).and(feature::OUT);
        let whole = self.whole.as_ref().filter(|w| w.side == Side::Out)?;
        let part = features.only(PARTS) == features && features.any(PARTS.without(feature::OUT));
        Some(whole.features.only(feature::FUNDS)).filter(|fund| part && !fund.is_empty())
    }
}
