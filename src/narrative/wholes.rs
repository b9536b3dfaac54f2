//! Which amount another is a part or a share of, or changed: what opened its list, or the usual whole of its concept if the amounts bear it out.

use super::attach::Bound;
use super::clause::{Subject, Subjects, Whole};
use super::concepts::{self, Meaning, Side};
use super::feature;
use super::nature::nature;
use super::reader::Reader;
use crate::concept::Concept as C;
use crate::figure::{Direction, Figure, Role};
use crate::quantity::{Measure, Quantity};
use rust_decimal::Decimal;
use smallvec::smallvec;

/// What the shares of a concept are shares of, the most usual first. Source: the forms of the ministry, whose sentences name the
/// denominator once for a whole list, or in the sentence before.
const WHOLES: &[(&[C], &[C])] = &[
    (
        &[
            C::RevenueFiscal,
            C::RevenueGeneralPublicBudget,
            C::RevenueGovernmentFund,
            C::RevenueStateCapital,
            C::RevenueSuperiorSubsidy,
            C::RevenueUndertaking,
            C::RevenueOperating,
            C::RevenueAffiliatedRemittance,
            C::RevenueOther,
            C::RevenueOtherFunds,
            C::CarryoverOpening,
            C::UseOfNonfiscalBalance,
        ],
        &[C::RevenueCurrentTotal, C::RevenueTotal],
    ),
    (
        &[
            C::ExpenditureBasic,
            C::ExpenditureProject,
            C::ExpenditureRemitSuperior,
            C::ExpenditureOperating,
            C::ExpenditureSubsidyAffiliated,
            C::ExpenditureByFunction,
            C::GeneralBudgetExpenditure,
        ],
        &[C::ExpenditureCurrentTotal, C::ExpenditureTotal],
    ),
    (&[C::ExpenditureByEconomic], &[C::ExpenditureCurrentTotal, C::ExpenditureTotal, C::GeneralBudgetExpenditure]),
    (&[C::FiscalExpenditureByEconomic], &[C::FiscalExpenditureTotal, C::FiscalExpenditureCurrentTotal]),
    (&[C::ExpenditureBasicPersonnel, C::ExpenditureBasicOperating], &[C::ExpenditureBasic, C::ExpenditureCurrentTotal, C::ExpenditureTotal]),
    (&[C::FiscalBasic, C::FiscalProjectExpenditure, C::FiscalExpenditureByFunction], &[C::FiscalExpenditureTotal, C::FiscalExpenditureCurrentTotal]),
    (&[C::FiscalBasicPersonnel, C::FiscalBasicOperating], &[C::FiscalBasic, C::FiscalExpenditureTotal, C::FiscalExpenditureCurrentTotal]),
    (&[C::GeneralBudgetBasic, C::GeneralBudgetProject, C::GeneralBudgetExpenditureByFunction], &[C::GeneralBudgetExpenditure]),
    (&[C::GeneralBudgetBasicPersonnel, C::GeneralBudgetBasicOperating], &[C::GeneralBudgetBasic, C::GeneralBudgetExpenditure]),
    (&[C::GovernmentFundExpenditureByFunction], &[C::GovernmentFundExpenditure]),
    (
        &[C::ThreePublicAbroad, C::ThreePublicVehicle, C::ThreePublicVehiclePurchase, C::ThreePublicVehicleOperation, C::ThreePublicReception],
        &[C::ThreePublicTotal],
    ),
    (&[C::ProcurementGoods, C::ProcurementWorks, C::ProcurementServices, C::ProcurementSme], &[C::ProcurementTotal]),
    (&[C::ProcurementMicroSmall], &[C::ProcurementSme, C::ProcurementTotal]),
    (&[C::ProcurementReservedSmeBudget], &[C::ProcurementTotal]),
    (&[C::ProcurementReservedMicroBudget], &[C::ProcurementReservedSmeBudget, C::ProcurementTotal]),
];

/// Whether two concepts stand beside each other in every whole. The funds are parts of 财政拨款, the two costs of cars of their sum, and
/// items and natures of expenditure cross.
fn are_beside(whole: C, part: C) -> bool {
    let fund = whole == C::RevenueFiscal && matches!(part, C::RevenueGeneralPublicBudget | C::RevenueGovernmentFund | C::RevenueStateCapital);
    let car = whole == C::ThreePublicVehicle && matches!(part, C::ThreePublicVehiclePurchase | C::ThreePublicVehicleOperation);
    let crosses =
        |one: C| concepts::is_by_function(one) || one.as_str().ends_with("_by_economic") || matches!(one, C::ExpenditureBasic | C::ExpenditureProject);
    let kinds = |one: C| one.as_str().starts_with("asset_vehicles_") && one != C::AssetVehiclesTotal;
    let listed = || WHOLES.iter().any(|(parts, _)| parts.contains(&whole) && parts.contains(&part));
    let apart = whole == part || fund || car || crosses(whole) || crosses(part);
    !apart && (kinds(whole) && kinds(part) || listed())
}

impl Reader<'_, '_> {
    /// The concept a share is a share of: the one named behind 占, else the whole whose parts are listed.
    pub(super) fn share_of(&self, own: Option<C>, of: &Subject, share: &Quantity) -> Option<C> {
        let behind = self.clause.share.unwrap_or(0);
        let of_body = of.figure.is_some_and(|id| self.ledger.figures[id].dimensions.contains_key("unit_name"));
        if of_body && self.clause.chains.is_empty() && own == of.concept && own.is_some_and(|own| !concepts::counts_things(own)) {
            // 局本级支出4718万元（占72%）: of what all bodies spent.
            return own;
        }
        if matches!(own, Some(C::ProcurementSme | C::ProcurementMicroSmall)) {
            // 货物采购授予中小企业合同金额占货物支出金额的100%.
            let said = self.text[behind.min(share.lead)..share.lead].trim_start_matches(['占', '比', '为']);
            let bought = [("货物", C::ProcurementGoods), ("工程", C::ProcurementWorks), ("服务", C::ProcurementServices)];
            if let Some((_, concept)) = bought.iter().find(|(kind, _)| said.starts_with(kind)) {
                return Some(*concept);
            }
        }
        if let Some(subject) = self.clause.chains.iter().rfind(|c| c.words.start >= behind) {
            let whole = subject.features.any(feature::CURRENT.and(feature::TOTAL).and(feature::SUM));
            let topic = if whole { self.topic.of_all() } else { self.topic };
            // 占财政拨款的98.75%, of an income.
            let side = own.map(concepts::side).filter(|side| *side == Side::In).unwrap_or(Side::Out);
            return match concepts::meaning(subject.features, subject.named, Measure::Money, topic, side) {
                // 占基本支出的81%, where only the basic expenditure of the general budget was stated.
                Meaning::One(concept) if self.ledger.amount_id(concept).is_none() => {
                    let told = concepts::of_fund(concept, C::GeneralBudgetExpenditure);
                    let own = own.and_then(|own| concepts::of_same_fund(concept, own));
                    Some(own.or(told).filter(|told| self.ledger.amount_id(*told).is_some()).unwrap_or(concept))
                }
                // 财政拨款人员经费占基本支出的80%: of the basic expenditure of its own fund.
                Meaning::One(concept) => {
                    Some(own.and_then(|own| concepts::of_same_fund(concept, own)).unwrap_or(concept)).filter(|of| of_body || Some(*of) != own)
                }
                _ => None,
            };
        }
        let opened = self.whole.as_ref().and_then(|w| w.concept).filter(|c| own.is_some() && Some(*c) != own);
        self.usual_whole(opened, of, own, share)
    }

    pub(super) fn part_of(&self, subject: &Subject, concept: Option<C>, role: Role, quantity: &Quantity) -> Option<usize> {
        let states = role.states_amount() || role == Role::Count;
        if concepts::is_total(concept) {
            return None;
        }
        let whole: &Whole = self.whole.as_ref().filter(|w| states && w.figure.is_some_and(|f| self.ledger.figures[f].is_like(quantity)))?;
        // 编制25名，实有23人: persons are no part of posts.
        if whole.concept == Some(C::StaffQuotaOfUnit) && concept != whole.concept {
            return None;
        }
        // 本年支出9万元，其中：项目支出9万元，年末结转和结余1万元: a balance is no part of what was spent in the year.
        if subject.features.any(feature::BALANCE) && whole.side == Side::Out && whole.features.any(feature::CURRENT) {
            return None;
        }
        let same = whole.concept.is_some()
            && whole.concept == concept
            && subject.item.is_none()
            && !self.names_kind_of_posts(subject)
            && nature(subject.features).is_none();
        // 财政拨款收入9万元，其中一般公共预算8万元；上级补助收入1万元: beside it, not in it.
        if whole.concept.zip(concept).is_some_and(|(whole, part)| are_beside(whole, part)) || self.is_item_beside(whole, subject) {
            return None;
        }
        let figure = whole.figure.filter(|_| !same && (concept.is_some() || self.is_nature_of_item(subject)))?;
        self.stated_as(self.of_side(figure, concept)?, role)
    }

    /// 经营支出22万元，其中：培训中心经营支出12万元: a part of what is listed that has the name of all of it.
    pub(super) fn is_part_of_itself(&self, subjects: &Subjects, bounds: &[Bound], quantities: &[&Quantity], role: Role) -> bool {
        let ([subject], [bound], [quantity]) = (subjects.as_slice(), bounds, quantities) else { return false };
        let Some(whole) = self.whole.as_ref().filter(|whole| self.state.parts && !self.state.aside && whole.concept.is_some()) else { return false };
        let Some(figure) = whole.figure.map(|id| &self.ledger.figures[id]) else { return false };
        let smaller = figure.unit == quantity.unit && quantity.value < figure.value;
        let plain = subject.item.is_none() && self.clause.body.is_none() && quantity.measure == Some(Measure::Money);
        let named = self.clause.prefix.is_some() && nature(subject.features).is_none();
        plain && named && smaller && bound.concept == whole.concept && role.states_amount() && figure.role == role
    }

    /// 工资福利支出9万元，其中基本工资3万元；商品和服务支出1万元: whether an item of a classification is none below that of the whole.
    fn is_item_beside(&self, whole: &Whole, subject: &Subject) -> bool {
        let own = subject.item.as_ref().and_then(|item| item.code());
        let whole = whole.subject.as_ref().and_then(|whole| whole.item.as_ref()).and_then(|item| item.code());
        own.zip(whole).is_some_and(|(own, whole)| own.level() <= whole.level() && own != whole)
    }

    /// 收支总预算9万元，其中：本年收入8万元: of the two totals of one number the one of the part's side; `None` if the whole is of the other.
    fn of_side(&self, whole: usize, part: Option<C>) -> Option<usize> {
        let figures = &self.ledger.figures;
        let side = |concept: Option<C>| concept.map_or(Side::Unknown, concepts::side);
        let own = side(part);
        let other = |id: usize| own != Side::Unknown && side(figures[id].concept) != Side::Unknown && side(figures[id].concept) != own;
        if !other(whole) {
            return Some(whole);
        }
        let beside = |id: &usize| figures.get(*id).is_some_and(|f| f.span == figures[whole].span);
        [whole.wrapping_sub(1), whole + 1].into_iter().filter(beside).find(|id| !other(*id))
    }

    /// The figure that states the same thing in another role beside `figure`: 年初预算 beside 支出决算; `None` if none does.
    fn stated_as(&self, figure: usize, role: Role) -> Option<usize> {
        const BESIDE: usize = 3;
        let figures = &self.ledger.figures;
        let whole = &figures[figure];
        if whole.role == role || !whole.role.states_amount() || !role.states_amount() {
            return Some(figure);
        }
        let same = |other: &&Figure| {
            other.role == role
                && (other.concept, other.year, other.section) == (whole.concept, whole.year, whole.section)
                && (&other.code, &other.code_name, &other.dimensions) == (&whole.code, &whole.code_name, &whole.dimensions)
        };
        figures[figure.saturating_sub(BESIDE)..].iter().take(2 * BESIDE + 1).find(same).map(|other| other.id)
    }

    /// The whole that a share without one is of: `opened` by 其中 unless the amounts say another.
    fn usual_whole(&self, opened: Option<C>, subject: &Subject, concept: Option<C>, share: &Quantity) -> Option<C> {
        let Some(amount) = subject.figure.and_then(|id| self.ledger.figures[id].yuan) else { return opened };
        let bears_out = |whole: &C| self.ledger.amount(*whole).is_some_and(|whole| is_share(amount, whole, share.value));
        if opened.is_some_and(|whole| bears_out(&whole) || self.ledger.amount(whole).is_none()) {
            return opened;
        }
        let wholes = WHOLES.iter().find(|(parts, _)| concept.is_some_and(|c| parts.contains(&c))).map_or(&[][..], |(_, wholes)| wholes);
        wholes.iter().copied().find(|whole| bears_out(whole)).or(opened)
    }

    /// 预算收入21万元，其中财政拨款收入20万元、上年结转1万元，较上年增加1万元: behind a list between 、, the comma leads back to the whole.
    pub(super) fn whole_of_list(&self) -> Option<Subject> {
        // 机关运行经费35万元，其中：办公费10万元、租赁费25万元，比上年减少5万元: no item of such a list is compared alone.
        let items = || matches!(self.subjects.as_slice(), [item] if item.concept == Some(C::AgencyOperatingCostByEconomic));
        let whole = self.whole.as_ref().filter(|whole| self.state.parts && (whole.side != Side::Unknown || items()))?;
        // 财政拨款收入20万元、占95%，较上年增加1万元: one item of a list, with what is said of it.
        let mut stated = self.ledger.figures.iter().rev().take(2);
        let amounts = stated.all(|figure| figure.yuan.is_some() && figure.role.states_amount());
        let opens = ["较", "比", "与", "同比"].iter().any(|word| self.text[self.clause.start..].trim_start_matches(' ').starts_with(word));
        whole.subject.filter(|subject| amounts && self.state.numbers_before > 1 && opens && self.clause.numbers == 0 && subject.figure.is_some())
    }

    /// What changed by an amount, where a part was stated last: 收入总计231万元，其中年初结转0万元，较上年增加5万元，增长2.3%. The rate behind
    /// the change tells whose it is; nothing grew by more than it is.
    pub(super) fn changed_by_amount(&self, subjects: Subjects, change: &Quantity) -> Subjects {
        let [subject] = subjects.as_slice() else { return subjects };
        let Some(delta) = change.unit.as_ref().and_then(|u| u.yuan()).and_then(|unit| change.value.checked_mul(unit)) else { return subjects };
        let grows = match self.clause.change {
            Some(Direction::Increase) => true,
            Some(Direction::Decrease) => false,
            _ => return subjects,
        };
        let step = change.unit.as_ref().and_then(|u| u.yuan()).and_then(|unit| unit.checked_mul(Decimal::new(1, change.value.scale())));
        let borne_out = |s: &Subject| self.is_change(s, delta, grows, step.unwrap_or_default());
        if self.state.aside || borne_out(subject) != Some(false) {
            return subjects;
        }
        let whole = self.whole.as_ref().and_then(|w| w.subject.as_ref());
        match whole.filter(|w| w.figure.is_some() && w.figure != subject.figure && borne_out(w) == Some(true)) {
            Some(whole) => smallvec![*whole],
            None => subjects,
        }
    }

    /// Whether a subject can have changed by `delta` yuan, printed to `step` yuan; `None` if nothing tells.
    fn is_change(&self, subject: &Subject, delta: Decimal, grows: bool, step: Decimal) -> Option<bool> {
        let figure = &self.ledger.figures[subject.figure?];
        // 完成全年预算5.3万元的38.1%，比上年决算数减少0.33万元: what changed is what was spent, not the budget that was named last.
        let amount = figure.yuan.filter(|_| figure.role == self.own_role() && figure.year == self.ledger.background.year)?;
        if grows && delta > amount {
            return Some(false);
        }
        let rate = self.state.rate_ahead?;
        let before = if grows { amount.checked_sub(delta)? } else { amount.checked_add(delta)? };
        let percent = delta.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?;
        let slack = Decimal::new(1, rate.scale()).checked_add(step.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?)?;
        Some(percent.checked_sub(rate)?.abs() <= slack)
    }

    /// What the report states of its own year: amounts of a budget, or what was received and spent.
    fn own_role(&self) -> Role {
        if self.ledger.background.is_budget {
            Role::Budget
        } else {
            Role::Actual
        }
    }

    /// Remembers an amount of the report's own year, of which parts may be shares.
    pub(super) fn remember_amount(&mut self, id: usize) {
        let figure = &self.ledger.figures[id];
        let whole = figure.code.is_none() && figure.dimensions.is_empty();
        let own = figure.year == self.ledger.background.year && figure.role == self.own_role() && figure.yuan.is_some();
        if let Some(concept) = figure.concept.filter(|_| own && whole) {
            self.ledger.set_amount(concept, id);
        }
    }
}

/// Whether a printed percentage is what `amount` is of `whole`: equal but for the last digit, that may be rounded or cut.
fn is_share(amount: Decimal, whole: Decimal, printed: Decimal) -> bool {
    let step = Decimal::new(1, printed.scale());
    let percent = amount.checked_mul(Decimal::ONE_HUNDRED).and_then(|hundredfold| hundredfold.checked_div(whole));
    percent.and_then(|percent| percent.checked_sub(printed)).is_some_and(|apart| apart.abs() < step)
}

#[cfg(test)]
mod tests {
    use super::is_share;
    use rust_decimal::Decimal;

    #[track_caller]
    fn share(amount: &str, whole: &str, printed: &str) -> bool {
        let [amount, whole, printed] = [amount, whole, printed].map(|n| n.parse::<Decimal>().expect("a number"));
        is_share(amount, whole, printed)
    }

    #[test]
    fn a_share_may_be_rounded_or_cut() {
        assert!(share("1", "3", "33.33") && share("2", "3", "66.67") && share("2", "3", "66.66") && share("2", "3", "67"));
    }

    #[test]
    fn a_share_of_something_else_is_none() {
        assert!(!share("2", "3", "66.65") && !share("1", "0", "100") && !share("7", "10", "58.33"));
    }
}
