//! What a name means: features, measure and topic to a concept. Tables, not chains of `if`: the first row that fits decides.

use super::feature::*;
use super::topic::{Fund, Topic};
use crate::concept::Concept as C;
use crate::outline::SectionKind;
use crate::quantity::Measure;
use once_cell::sync::Lazy;

/// What a name was found to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// No concept of the catalogue, or not for sure.
    Unknown,
    /// One concept.
    One(C),
    /// Two: 收入支出总计 names both totals.
    Both(C, C),
}

/// What parts are being listed of, where a bare name needs it: 财政拨款 among revenues is revenue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Side {
    #[default]
    Unknown,
    In,
    Out,
}

type Row = (Features, Features, C);

const NONE: Features = Features::NONE;

/// Money by name alone: features a name must have, features it must not have.
const MONEY: &[Row] = &[
    (RECEPTION.and(FOREIGN), NONE, C::ThreePublicReceptionForeign),
    (RECEPTION.and(DOMESTIC), NONE, C::ThreePublicReceptionDomestic),
    (RECEPTION, NONE, C::ThreePublicReception),
    (SEDAN.and(AMOUNT), NONE, C::VehiclePurchasedSedanAmount),
    (SUV.and(AMOUNT), NONE, C::VehiclePurchasedSuvAmount),
    (BUS.and(AMOUNT), NONE, C::VehiclePurchasedBusAmount),
    (PURCHASE.and(OPERATION), NONE, C::ThreePublicVehicle),
    (VEHICLE.and(PURCHASE), NONE, C::ThreePublicVehiclePurchase),
    (VEHICLE.and(OPERATION), NONE, C::ThreePublicVehicleOperation),
    (ABROAD, GROUPS, C::ThreePublicAbroad),
    (THREE.and(MEETING).and(TRAINING), NONE, C::ThreePublicMeetingTrainingTotal),
    (THREE.and(FUND), NONE, C::GovernmentFundThreePublic),
    (THREE, NONE, C::ThreePublicTotal),
    (MEETING, TRAINING, C::MeetingCost),
    (TRAINING, MEETING, C::TrainingCost),
    (AGENCY, NONE, C::AgencyOperatingCost),
    (OTHER_PROCUREMENT.and(SME).and(AWARDED), NONE, C::ProcurementOtherSmeAwarded),
    (RESERVED.and(MICRO).and(AWARDED), NONE, C::ProcurementReservedMicroAwarded),
    (RESERVED.and(SME).and(AWARDED), NONE, C::ProcurementReservedSmeAwarded),
    (RESERVED.and(MICRO), AWARDED, C::ProcurementReservedMicroBudget),
    (RESERVED.and(SME), AWARDED, C::ProcurementReservedSmeBudget),
    (MICRO.and(CONTRACT), GOODS.and(WORKS).and(SERVICES), C::ProcurementMicroSmall),
    (SME.and(CONTRACT), GOODS.and(WORKS).and(SERVICES), C::ProcurementSme),
    (PROCUREMENT.and(GOODS), CONTRACT, C::ProcurementGoods),
    (PROCUREMENT.and(WORKS), CONTRACT, C::ProcurementWorks),
    (PROCUREMENT.and(SERVICES), CONTRACT, C::ProcurementServices),
    (PROCUREMENT, RESERVED.and(AWARDED).and(SME).and(MICRO).and(CONTRACT).and(EQUIPMENT), C::ProcurementTotal),
    (INVOLVED.and(SELF_EVALUATION), NONE, C::PerformanceSelfEvaluatedAmount),
    (INVOLVED.and(MONITORING), NONE, C::PerformanceMonitoredAmount),
    (INVOLVED.and(TARGETS), NONE, C::PerformanceTargetAmount),
    (TARGETS.and(PROJECT), NONE, C::PerformanceTargetAmount),
];

/// Counts: measure, features.
const COUNTS: &[(&[Measure], Features, Features, C)] = &[
    (&[Measure::Person], RECEPTION.and(FOREIGN), NONE, C::ReceptionForeignPersons),
    (&[Measure::Person], RECEPTION.and(DOMESTIC), NONE, C::ReceptionDomesticPersons),
    (&[Measure::Person], RECEPTION, NONE, C::ReceptionPersons),
    (&[Measure::Person], ABROAD, NONE, C::AbroadPersons),
    (&[Measure::Batch, Measure::Piece, Measure::Time], RECEPTION.and(FOREIGN), NONE, C::ReceptionForeignBatches),
    (&[Measure::Batch, Measure::Piece, Measure::Time], RECEPTION.and(DOMESTIC), NONE, C::ReceptionDomesticBatches),
    (&[Measure::Batch, Measure::Piece, Measure::Time], RECEPTION, NONE, C::ReceptionBatches),
    (&[Measure::Batch, Measure::Piece, Measure::Time], ABROAD.and(GROUPS).and(JOINED), NONE, C::AbroadDelegationsJoined),
    (&[Measure::Batch, Measure::Piece, Measure::Time], ABROAD, NONE, C::AbroadDelegations),
    (&[Measure::Vehicle, Measure::Set], SEDAN.and(PURCHASE), NONE, C::VehiclePurchasedSedan),
    (&[Measure::Vehicle, Measure::Set], SUV.and(PURCHASE), NONE, C::VehiclePurchasedSuv),
    (&[Measure::Vehicle, Measure::Set], BUS.and(PURCHASE), NONE, C::VehiclePurchasedBus),
    (&[Measure::Vehicle, Measure::Set], SEDAN.and(HOLDING), NONE, C::VehicleHoldingSedan),
    (&[Measure::Vehicle, Measure::Set], SUV.and(HOLDING), NONE, C::VehicleHoldingSuv),
    (&[Measure::Vehicle, Measure::Set], BUS.and(HOLDING), NONE, C::VehicleHoldingBus),
    (&[Measure::Vehicle, Measure::Set], PURCHASE, OPERATION.and(EQUIPMENT).and(GENERAL_EQUIPMENT).and(SPECIAL_EQUIPMENT), C::VehiclePurchasedCount),
    (&[Measure::Vehicle, Measure::Set], HOLDING, NONE, C::VehicleHoldingCount),
    (&[Measure::Piece], PERFORMANCE.and(SELF_ORGANIZED), NONE, C::PerformanceSelfOrganizedEvaluations),
    (&[Measure::Piece], GRADE, NONE, C::PerformanceGradeCount),
    (&[Measure::Piece], ISSUES, NONE, C::PerformanceIssuesFound),
    (&[Measure::Piece], PROJECTS.and(PRE_EVALUATION), NONE, C::PerformancePreEvaluationProjects),
    (&[Measure::Piece], PROJECTS.and(MONITORING), NONE, C::PerformanceMonitoredProjects),
    (&[Measure::Piece], PROJECTS.and(SELF_EVALUATION), NONE, C::PerformanceSelfEvaluatedProjects),
    // 共设置绩效目标6个，涉及资金80万元: each project has one.
    (&[Measure::Piece], TARGETS, ISSUES.and(GRADE), C::PerformanceTargetProjects),
    (&[Measure::Piece], PROJECTS.and(DISCLOSED), NONE, C::PerformanceDisclosedProjects),
    (&[Measure::Score], SCORE, NONE, C::PerformanceAverageScore),
];

/// What the counts of performance ask for, each of them for some of it.
pub(crate) const OF_PERFORMANCE: Features = PERFORMANCE.and(GRADE).and(ISSUES).and(PROJECTS).and(TARGETS).and(SCORE);

/// The meaning of a name.
pub(crate) fn meaning(features: Features, named: Option<C>, measure: Measure, topic: Topic, side: Side) -> Meaning {
    if features.any(AVERAGE) {
        return Meaning::Unknown;
    }
    match measure {
        Measure::Money | Measure::Magnitude => money(features, named, topic, side),
        Measure::Percent | Measure::Points => match named {
            Some(C::OfficialCardHoldingRate) => Meaning::One(C::OfficialCardHoldingRate),
            _ => money(features, named, topic, side),
        },
        _ => count(features, named, measure, topic),
    }
}

fn one(concept: Option<C>) -> Meaning {
    concept.map_or(Meaning::Unknown, Meaning::One)
}

/// What any of some rows asks for: a name that has none of it fits no row.
const fn asked_by(rows: &[Row]) -> Features {
    let mut asked = NONE;
    let mut at = 0;
    while at < rows.len() {
        asked = asked.and(rows[at].0);
        at += 1;
    }
    asked
}

fn row(rows: &[Row], features: Features) -> Option<C> {
    rows.iter().find(|(all, none, _)| features.has(*all) && !features.any(*none)).map(|(_, _, concept)| *concept)
}

fn money(features: Features, named: Option<C>, topic: Topic, side: Side) -> Meaning {
    if let Some(concept) = named {
        return if counts_things(concept) { Meaning::Unknown } else { Meaning::One(concept) };
    }
    let in_procurement = if topic.is(SectionKind::Procurement) && features.any(GOODS.and(WORKS).and(SERVICES)) { PROCUREMENT } else { NONE };
    const ASKED: Features = asked_by(MONEY);
    if let Some(concept) = Some(features.and(in_procurement)).filter(|features| features.any(ASKED)).and_then(|features| row(MONEY, features)) {
        // 会议费 below 基本支出 is an item of the economic classification.
        let item = matches!(concept, C::MeetingCost | C::TrainingCost) && topic.basic;
        return if item { Meaning::Unknown } else { Meaning::One(concept) };
    }
    if features.is_empty() || features.any(GOODS.and(WORKS).and(SERVICES).and(PROJECTS).and(CARS).and(PERFORMANCE)) {
        return Meaning::Unknown;
    }
    accounts(features, topic, side)
}

/// Whether the concept is a number of things or persons, so that money under its name is something else.
pub(crate) fn counts_things(concept: C) -> bool {
    TRAITS[concept as usize].counts_things
}

/// On which side of the accounts a concept stands.
pub(crate) fn side(concept: C) -> Side {
    TRAITS[concept as usize].side
}

/// What the identifier of a concept tells of it.
struct Traits {
    counts_things: bool,
    side: Side,
}

/// The traits of all concepts in the order of the catalogue: every number asks for those of its concept.
static TRAITS: Lazy<Vec<Traits>> = Lazy::new(|| C::ALL.iter().map(|concept| Traits::of(*concept)).collect());

impl Traits {
    fn of(concept: C) -> Self {
        let id = concept.as_str();
        let counted = ["staff_", "subordinate_", "asset_", "internal_", "performance_", "abroad_", "reception_", "vehicle_"].iter().any(|p| id.starts_with(p))
            && !["amount", "threshold", "performance_project"].iter().any(|w| id.contains(w));
        let side = if id.contains("revenue") {
            Side::In
        } else if id.contains("expenditure") || id.contains("basic") {
            Side::Out
        } else {
            Side::Unknown
        };
        Traits { counts_things: counted || matches!(concept, C::BudgetUnits | C::DispatchedAgencies | C::NewUnits | C::ThirdLevelUnits), side }
    }
}

/// Whether the concept is a total that one name may state of both sides, 收入支出总计.
pub(crate) fn is_total(concept: Option<C>) -> bool {
    matches!(concept, Some(C::RevenueTotal | C::ExpenditureTotal | C::FiscalRevenueTotal | C::FiscalExpenditureTotal))
}

/// Whether the concept is all that is spent, of all money or of one fund.
pub(crate) fn is_total_spent(concept: C) -> bool {
    matches!(
        concept,
        C::ExpenditureTotal
            | C::ExpenditureCurrentTotal
            | C::GeneralBudgetExpenditure
            | C::FiscalExpenditureTotal
            | C::FiscalExpenditureCurrentTotal
            | C::GovernmentFundExpenditure
            | C::StateCapitalExpenditure
    )
}

/// Whether the concept is a number of subordinate bodies of one kind.
pub(crate) fn is_subordinate_kind(concept: C) -> bool {
    matches!(concept, C::SubordinateAdministrative | C::SubordinateCivilServiceManaged | C::SubordinateOtherInstitutions | C::SubordinateInstitutions)
}

/// Names of the accounts: what they mean depends on the fund they name, or on the fund of the section.
fn accounts(features: Features, topic: Topic, side: Side) -> Meaning {
    let named = Fund::named(features);
    // 项目支出结转和结余 is a part of a balance, and so is one that says neither year: none of them has a concept.
    let partial = features.any(BALANCE) && (!features.any(OPENING.and(CLOSING)) || features.any(BASIC.and(PROJECT)));
    // 全年完成一般公共预算收入12亿元, in a report of work: of a government, where no 拨款 says that it was given.
    let of_government = topic.is(SectionKind::Work) && named == Some(Fund::General) && !features.any(FISCAL);
    if named.is_none() && !topic.accounts || partial || of_government {
        return Meaning::Unknown;
    }
    match named.unwrap_or(topic.fund) {
        Fund::All => all(features),
        Fund::Fiscal => fiscal(features, topic, side, named.is_some()),
        Fund::General => general(features, topic, side),
        Fund::Government => fund(features, topic, side, &GOVERNMENT),
        Fund::StateCapital => fund(features, topic, side, &STATE_CAPITAL),
    }
}

/// Rows for the money of the body as a whole.
const ALL: &[Row] = &[
    (OPENING.and(BALANCE), NONE, C::CarryoverOpening),
    (CLOSING.and(BALANCE), NONE, C::CarryoverClosing),
    (PERSONNEL, NONE, C::ExpenditureBasicPersonnel),
    (PUBLIC_USE, NONE, C::ExpenditureBasicOperating),
    (BASIC, NONE, C::ExpenditureBasic),
    (PROJECT, NONE, C::ExpenditureProject),
    (CONTINGENCY, NONE, C::ExpenditureReservedContingency),
    (CURRENT.and(IN), OUT, C::RevenueCurrentTotal),
    (CURRENT.and(OUT), IN, C::ExpenditureCurrentTotal),
    (SUM.and(IN), OUT, C::RevenueCurrentTotal),
    (SUM.and(OUT), IN, C::ExpenditureCurrentTotal),
    (IN, OUT, C::RevenueTotal),
    (OUT, IN, C::ExpenditureTotal),
];

fn all(features: Features) -> Meaning {
    if features.has(IN.and(OUT)) {
        return match features.any(CURRENT) {
            true => Meaning::Both(C::RevenueCurrentTotal, C::ExpenditureCurrentTotal),
            false => Meaning::Both(C::RevenueTotal, C::ExpenditureTotal),
        };
    }
    one(row(ALL, features))
}

/// Rows for 财政拨款.
const FISCAL_ROWS: &[Row] = &[
    (OPENING.and(BALANCE), NONE, C::FiscalCarryoverOpening),
    (CLOSING.and(BALANCE), NONE, C::FiscalCarryoverClosing),
    (PERSONNEL, NONE, C::FiscalBasicPersonnel),
    (PUBLIC_USE, NONE, C::FiscalBasicOperating),
    (BASIC, NONE, C::FiscalBasic),
    (PROJECT, NONE, C::FiscalProjectExpenditure),
    (CONTINGENCY, NONE, C::FiscalReservedContingency),
    (CURRENT.and(OUT), NONE, C::FiscalExpenditureCurrentTotal),
    (TOTAL.and(IN), OUT, C::FiscalRevenueTotal),
    (IN, OUT, C::RevenueFiscal),
    (OUT, NONE, C::FiscalExpenditureTotal),
];

fn fiscal(features: Features, topic: Topic, side: Side, named: bool) -> Meaning {
    if features.has(IN.and(OUT)) {
        return Meaning::Both(C::FiscalRevenueTotal, C::FiscalExpenditureTotal);
    }
    // 财政拨款收入预算总计 among the parts of all revenue is one of its sources, not the total of a fund of its own.
    let of_all = matches!(topic.kind, Some(SectionKind::Totals | SectionKind::Revenue | SectionKind::Expenditure));
    if named && features.has(TOTAL.and(IN)) && of_all && topic.fund != Fund::Fiscal {
        return Meaning::One(C::RevenueFiscal);
    }
    if let Some(concept) = row(FISCAL_ROWS, features) {
        return Meaning::One(concept);
    }
    match side_of(topic, side) {
        Side::In => Meaning::One(C::RevenueFiscal),
        Side::Out => Meaning::One(C::FiscalExpenditureTotal),
        Side::Unknown => Meaning::Unknown,
    }
}

/// Rows for 一般公共预算财政拨款.
const GENERAL_ROWS: &[Row] = &[
    (OPENING.and(BALANCE), NONE, C::GeneralBudgetCarryoverOpening),
    (CLOSING.and(BALANCE), NONE, C::GeneralBudgetCarryoverClosing),
    (PERSONNEL, NONE, C::GeneralBudgetBasicPersonnel),
    (PUBLIC_USE, NONE, C::GeneralBudgetBasicOperating),
    (BASIC, NONE, C::GeneralBudgetBasic),
    (PROJECT, NONE, C::GeneralBudgetProject),
    (IN, OUT, C::RevenueGeneralPublicBudget),
    (OUT, IN, C::GeneralBudgetExpenditure),
];

fn general(features: Features, topic: Topic, side: Side) -> Meaning {
    if let Some(concept) = row(GENERAL_ROWS, features) {
        return Meaning::One(concept);
    }
    if features.has(IN.and(OUT)) {
        return Meaning::Both(C::RevenueGeneralPublicBudget, C::GeneralBudgetExpenditure);
    }
    let side = if side == Side::Unknown && topic.fund == Fund::General { Side::Out } else { side_of(topic, side) };
    match side {
        Side::In => Meaning::One(C::RevenueGeneralPublicBudget),
        Side::Out => Meaning::One(C::GeneralBudgetExpenditure),
        Side::Unknown => Meaning::Unknown,
    }
}

/// The concepts of a fund with a budget of its own.
struct FundConcepts {
    fund: Fund,
    revenue_as_source: C,
    revenue: C,
    expenditure: C,
    opening: Option<C>,
    closing: Option<C>,
}

const GOVERNMENT: FundConcepts = FundConcepts {
    fund: Fund::Government,
    revenue_as_source: C::RevenueGovernmentFund,
    revenue: C::GovernmentFundRevenue,
    expenditure: C::GovernmentFundExpenditure,
    opening: Some(C::GovernmentFundCarryoverOpening),
    closing: Some(C::GovernmentFundCarryoverClosing),
};

const STATE_CAPITAL: FundConcepts = FundConcepts {
    fund: Fund::StateCapital,
    revenue_as_source: C::RevenueStateCapital,
    revenue: C::StateCapitalRevenue,
    expenditure: C::StateCapitalExpenditure,
    opening: None,
    closing: None,
};

fn fund(features: Features, topic: Topic, side: Side, concepts: &FundConcepts) -> Meaning {
    let revenue = if topic.fund == concepts.fund { concepts.revenue } else { concepts.revenue_as_source };
    if features.has(OPENING.and(BALANCE)) {
        return one(concepts.opening);
    }
    if features.has(CLOSING.and(BALANCE)) {
        return one(concepts.closing);
    }
    if features.any(PERSONNEL.and(PUBLIC_USE)) {
        return Meaning::Unknown;
    }
    // What is spent of it for 基本支出 or 项目支出 is told apart by a dimension, as in its table.
    if features.any(BASIC.and(PROJECT)) {
        return Meaning::One(concepts.expenditure);
    }
    match (features.any(IN), features.any(OUT)) {
        (true, true) => Meaning::Both(revenue, concepts.expenditure),
        (true, false) => Meaning::One(revenue),
        (false, true) => Meaning::One(concepts.expenditure),
        (false, false) if topic.fund == concepts.fund => Meaning::One(concepts.expenditure),
        (false, false) => match side_of(topic, side) {
            Side::In => Meaning::One(revenue),
            Side::Out => Meaning::One(concepts.expenditure),
            Side::Unknown => Meaning::Unknown,
        },
    }
}

/// The side of a bare name: that of the parts being listed, or of the section.
fn side_of(topic: Topic, side: Side) -> Side {
    match (side, topic.kind) {
        (Side::Unknown, Some(SectionKind::Revenue)) => Side::In,
        (Side::Unknown, Some(SectionKind::Expenditure)) => Side::Out,
        _ => side,
    }
}

fn count(features: Features, named: Option<C>, measure: Measure, topic: Topic) -> Meaning {
    if let Some(concept) = named.filter(|c| counts_things(*c)) {
        let fits = match measure {
            Measure::Vehicle | Measure::Set => concept.as_str().starts_with("asset_vehicles"),
            Measure::Person => concept.as_str().starts_with("staff_"),
            // 编制35个 counts posts; persons are no pieces.
            Measure::Piece => concept == C::StaffQuotaOfUnit || !concept.as_str().starts_with("staff_") && !concept.as_str().starts_with("asset_"),
            _ => false,
        };
        return one(fits.then_some(concept));
    }
    // 共有公务用车8辆 among the assets of the body counts its vehicles.
    if topic.is(SectionKind::StateAssets) && matches!(measure, Measure::Vehicle | Measure::Set) && features.has(VEHICLE.and(HOLDING)) && !features.any(PURCHASE)
    {
        return Meaning::One(C::AssetVehiclesTotal);
    }
    let found = COUNTS.iter().find(|(measures, all, none, _)| measures.contains(&measure) && features.has(*all) && !features.any(*none));
    if let Some((_, _, _, concept)) = found {
        return Meaning::One(*concept);
    }
    let assets = topic.is(SectionKind::StateAssets) && features.any(CARS) && matches!(measure, Measure::Vehicle | Measure::Set);
    if assets {
        return Meaning::One(C::AssetVehiclesTotal);
    }
    // 公务用车3辆 where vehicles held are spoken of, not bought.
    let held = matches!(measure, Measure::Vehicle) && features.has(VEHICLE) && !features.any(PURCHASE.and(OPERATION));
    one((held && topic.is(SectionKind::ThreePublic)).then_some(C::VehicleHoldingCount))
}

/// The concept of an item of the functional classification in a section.
pub(crate) fn functional(topic: Topic) -> Option<C> {
    if !topic.accounts {
        return None;
    }
    Some(match topic.fund {
        Fund::All => C::ExpenditureByFunction,
        Fund::Fiscal => C::FiscalExpenditureByFunction,
        Fund::General => C::GeneralBudgetExpenditureByFunction,
        Fund::Government => C::GovernmentFundExpenditureByFunction,
        Fund::StateCapital => return None,
    })
}

/// Whether a concept is all that a body spends, or spends of a fund.
pub(crate) fn is_all_spent(concept: C) -> bool {
    matches!(
        concept,
        C::ExpenditureTotal | C::ExpenditureCurrentTotal | C::FiscalExpenditureTotal | C::FiscalExpenditureCurrentTotal | C::GeneralBudgetExpenditure
    )
}

/// Whether a concept is of the items of the functional classification.
pub(crate) fn is_by_function(concept: C) -> bool {
    matches!(
        concept,
        C::ExpenditureByFunction | C::FiscalExpenditureByFunction | C::GeneralBudgetExpenditureByFunction | C::GovernmentFundExpenditureByFunction
    )
}

/// The concept of the functional items that a total consists of.
pub(crate) fn items_of(total: C) -> Option<C> {
    Some(match total {
        C::ExpenditureTotal | C::ExpenditureCurrentTotal => C::ExpenditureByFunction,
        C::FiscalExpenditureTotal | C::FiscalExpenditureCurrentTotal => C::FiscalExpenditureByFunction,
        C::GeneralBudgetExpenditure => C::GeneralBudgetExpenditureByFunction,
        C::GovernmentFundExpenditure => C::GovernmentFundExpenditureByFunction,
        _ => return None,
    })
}

/// The concept of an item of the economic classification in a section.
pub(crate) fn economic(topic: Topic, parts_of: Option<C>) -> Option<C> {
    // 其他交通费用 among the parts of 公务用车购置及运行费 is none of the kinds of all expenditure.
    if parts_of.is_some_and(|whole| whole.as_str().starts_with("three_public_")) {
        return None;
    }
    if topic.is(SectionKind::AgencyOperatingCost) || parts_of == Some(C::AgencyOperatingCost) {
        return Some(C::AgencyOperatingCostByEconomic);
    }
    match (topic.fund, topic.basic, parts_of) {
        (_, _, Some(C::FiscalBasic | C::FiscalBasicPersonnel | C::FiscalBasicOperating)) => Some(C::FiscalBasicByEconomic),
        (Fund::General, true, _) | (_, _, Some(C::GeneralBudgetBasic | C::GeneralBudgetBasicPersonnel | C::GeneralBudgetBasicOperating)) => {
            Some(C::GeneralBudgetBasicByEconomic)
        }
        (Fund::Fiscal, true, _) => Some(C::FiscalBasicByEconomic),
        (Fund::All, _, _) if topic.accounts && !topic.speaks_of_one() => Some(C::ExpenditureByEconomic),
        _ => None,
    }
}

/// Concepts that are amounts of a budget whatever word stands right before them: 预留采购预算; 涉及预算金额, but not 涉及资金.
pub(crate) fn is_budget(concept: C, label: &str) -> bool {
    match concept {
        C::ProcurementReservedSmeBudget | C::ProcurementReservedMicroBudget => true,
        C::PerformanceTargetAmount | C::PerformanceMonitoredAmount | C::PerformanceSelfEvaluatedAmount => label.contains("预算"),
        _ => false,
    }
}

/// What a kind of expenditure is called among those of a fund whose share it is; `None` if the whole says no other fund.
pub(crate) fn of_fund(part: C, whole: C) -> Option<C> {
    match (whole, part) {
        (C::GeneralBudgetExpenditure, C::ExpenditureBasic) => Some(C::GeneralBudgetBasic),
        (C::GeneralBudgetExpenditure, C::ExpenditureProject) => Some(C::GeneralBudgetProject),
        (C::GeneralBudgetExpenditure, C::ExpenditureByFunction) => Some(C::GeneralBudgetExpenditureByFunction),
        (C::FiscalExpenditureTotal | C::FiscalExpenditureCurrentTotal, C::ExpenditureBasic) => Some(C::FiscalBasic),
        (C::FiscalExpenditureTotal | C::FiscalExpenditureCurrentTotal, C::ExpenditureProject) => Some(C::FiscalProjectExpenditure),
        _ => None,
    }
}

/// What a kind of expenditure is called in the fund of one of its parts: 基本支出 of which 财政拨款 paid the part.
pub(crate) fn of_same_fund(whole: C, part: C) -> Option<C> {
    match part {
        // 财政拨款基本支出9万元，其中：人员经费占基本支出的80%, in the section of the general budget.
        C::FiscalBasicPersonnel | C::FiscalBasicOperating if whole == C::GeneralBudgetBasic => Some(C::FiscalBasic),
        C::FiscalBasicPersonnel | C::FiscalBasicOperating => of_fund(whole, C::FiscalExpenditureTotal),
        C::GeneralBudgetBasicPersonnel | C::GeneralBudgetBasicOperating => of_fund(whole, C::GeneralBudgetExpenditure),
        _ => None,
    }
}

/// Whether two concepts are the two kinds that expenditure is divided into.
pub(crate) fn are_kinds_apart(part: C, whole: C) -> bool {
    let basic = |c: C| matches!(c, C::ExpenditureBasic | C::GeneralBudgetBasic | C::FiscalBasic);
    let project = |c: C| matches!(c, C::ExpenditureProject | C::GeneralBudgetProject | C::FiscalProjectExpenditure);
    basic(part) && project(whole) || project(part) && basic(whole)
}

/// Whether two concepts speak of the same thing on two sides, so that what was stated before decides: the two totals of 收、支.
pub(crate) fn same_family(stated: C, found: C) -> bool {
    let pair = |a, b| stated == a && found == b || stated == b && found == a;
    pair(C::RevenueTotal, C::ExpenditureTotal) || pair(C::FiscalRevenueTotal, C::FiscalExpenditureTotal)
}
