//! Names of rows and heads of the statutory forms, with what they name.

use super::column::before_brackets;
use crate::concept::Concept as C;
use crate::within::{has, has_any};
use crate::wordlist::Wordlist;
use once_cell::sync::Lazy;
use std::borrow::Cow;

/// Whose money a row or a column is, where a form parts it by fund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fund {
    /// All together.
    Total,
    /// 一般公共预算财政拨款.
    General,
    /// 政府性基金预算财政拨款.
    Government,
    /// 国有资本经营预算财政拨款.
    StateCapital,
}

impl Fund {
    /// How the forms call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Fund::Total => "财政拨款",
            Fund::General => "一般公共预算财政拨款",
            Fund::Government => "政府性基金预算财政拨款",
            Fund::StateCapital => "国有资本经营预算财政拨款",
        }
    }
}

/// The fund that a name is of: 一般公共预算财政拨款收入, 政府性基金, 国有资本经营预算资金.
pub(super) fn fund(name: &str) -> Option<Fund> {
    const STARTS: &[(&str, Fund)] = &[
        ("一般公共预算", Fund::General),
        ("一般公共", Fund::General),
        ("公共财政", Fund::General),
        ("公共预算", Fund::General),
        ("政府性基金", Fund::Government),
        ("基金预算", Fund::Government),
        ("国有资本", Fund::StateCapital),
    ];
    if !name.starts_with(['一', '公', '政', '基', '国']) {
        return None;
    }
    let starts = STARTS.iter().find(|(start, _)| name.starts_with(start)).map(|(_, fund)| *fund);
    // 一般公共服务支出 is a 类; 国有资本经营预算支出 is one too.
    starts.filter(|fund| !(name.starts_with("一般公共服务") || *fund == Fund::StateCapital && name == "国有资本经营预算支出"))
}

/// Names of the same thing, with what they name.
type List = &'static [(&'static [&'static str], C)];

/// Sources of revenue.
const REVENUE: List = &[
    (
        &["财政拨款收入", "财政拨款", "财政拨款（补助）收入", "财政补助收入", "财政拨款（补助）", "本年财政拨款收入", "财政预算拨款收入", "预算拨款"],
        C::RevenueFiscal,
    ),
    (&["上级补助收入", "上级补助"], C::RevenueSuperiorSubsidy),
    (&["事业收入", "事业预算收入", "事业收入（不含专户资金）"], C::RevenueUndertaking),
    (&["经营收入", "事业单位经营收入", "经营预算收入"], C::RevenueOperating),
    (&["附属单位上缴收入", "附属单位缴款", "附属单位上缴", "下级单位上缴收入", "附属单位缴款收入"], C::RevenueAffiliatedRemittance),
    (&["其他收入", "其它收入"], C::RevenueOther),
    (&["其他资金", "其他资金收入"], C::RevenueOtherFunds),
    (&["本年收入合计", "本年收入小计", "本年收入", "收入合计", "当年收入合计", "当年收入小计", "当年收入"], C::RevenueCurrentTotal),
    (&["使用非财政拨款结余", "使用非财政拨款结余（含专用结余）", "使用非财政拨款结余和专用结余", "使用非财政拨款结余（含专用基金）"], C::UseOfNonfiscalBalance),
    (&["用事业基金弥补收支差额", "用事业基金弥补收支差额（含结余）", "用事业基金弥补收支总差额"], C::UseOfUndertakingFund),
    (&["收入总计", "总计", "总计（收入）", "收入总额"], C::RevenueTotal),
];

/// Balances brought forward and carried forward.
const BALANCES: List = &[
    (
        &[
            "年初结转和结余",
            "上年结转和结余",
            "上年结转",
            "上年结转结余",
            "年初结转结余",
            "年初结转",
            "上年结余",
            "上年结转收入",
            "上年结转（结余）",
            "上年结转资金",
            "上年结转结余资金",
            "单位上年结余",
            "部门财政性资金结转",
        ],
        C::CarryoverOpening,
    ),
    (
        &[
            "年末结转和结余",
            "结转下年",
            "年末结转结余",
            "年终结转结余",
            "年终结转和结余",
            "结转下年支出",
            "结转下年（年末结转）",
            "结转和结余下年",
            "年末结转",
            "结转下年资金",
            "结转下年结余",
        ],
        C::CarryoverClosing,
    ),
    (
        &[
            "年初财政拨款结转和结余",
            "上年财政拨款结转和结余",
            "年初财政拨款结转结余",
            "上年财政拨款结转",
            "财政拨款上年结转",
            "上年财政拨款结转结余",
            "财政拨款资金结转",
        ],
        C::FiscalCarryoverOpening,
    ),
    (&["年末财政拨款结转和结余", "年末财政拨款结转结余", "财政拨款结转下年", "年末财政拨款结转", "财政拨款年末结转"], C::FiscalCarryoverClosing),
    (&["结余分配", "事业单位结余分配"], C::BalanceDistribution),
];

/// What money is spent for, by the nature of the expenditure.
const NATURES: List = &[
    (&["基本支出", "基本支出合计", "基本支出小计", "人员经费和公用经费支出"], C::ExpenditureBasic),
    (&["项目支出", "项目支出合计", "项目支出小计", "专项业务经费支出", "专项业务经费"], C::ExpenditureProject),
    (&["人员经费", "人员经费合计", "人员经费支出", "人员支出", "人员类支出"], C::ExpenditureBasicPersonnel),
    (&["公用经费", "公用经费合计", "日常公用经费", "日常公用经费合计", "日常公用支出", "公用经费支出", "公用支出"], C::ExpenditureBasicOperating),
    (&["上缴上级支出", "上缴上级"], C::ExpenditureRemitSuperior),
    (&["日常运转类项目", "运转类项目", "其他运转类项目"], C::ExpenditureProjectOperational),
    (&["经营支出", "事业单位经营支出"], C::ExpenditureOperating),
    (&["对附属单位补助支出", "对附属单位补助", "对下级单位补助支出"], C::ExpenditureSubsidyAffiliated),
];

/// The totals of expenditure.
const EXPENDITURE: List = &[
    (&["本年支出合计", "本年支出小计", "本年支出", "支出合计", "当年支出合计", "当年支出小计", "当年支出"], C::ExpenditureCurrentTotal),
    (&["支出总计", "总计", "总计（支出）", "支出总额"], C::ExpenditureTotal),
];

/// The “三公” costs and what forms print beside them.
const COSTS: List = &[
    (
        &["因公出国（境）费", "因公出国（境）费用", "因公出国（境）支出", "因公出国（境）费支出", "因公出国（境）", "因公出国（境）经费", "出国（境）费"],
        C::ThreePublicAbroad,
    ),
    (
        &[
            "公务用车购置及运行维护费",
            "公务用车购置及运行费",
            "公务用车购置和运行费",
            "公务用车购置和运行维护费",
            "公务用车费",
            "公务用车购置及运行维护费用",
            "公务用车购置及运行",
            "公务用车购置及运维费",
            "公务用车购置及运行维护支出",
            "公务用车购置及运行支出",
        ],
        C::ThreePublicVehicle,
    ),
    (&["公务用车购置费", "公务用车购置", "购置费", "公务用车购置支出", "公务用车购置费支出", "公车购置费", "公务用车购置费用"], C::ThreePublicVehiclePurchase),
    (
        &[
            "公务用车运行维护费",
            "公务用车运行费",
            "运行费",
            "运行维护费",
            "公务用车运行维护",
            "公务用车运行维护支出",
            "公务用车运行维护费支出",
            "公务用车运行维护费用",
            "公务用车运维费",
            "公车运行维护费",
        ],
        C::ThreePublicVehicleOperation,
    ),
    (&["公务接待费", "公务接待费用", "公务接待", "公务接待支出", "公务接待费支出"], C::ThreePublicReception),
    (&["国内接待费", "国内公务接待费", "国内公务接待支出"], C::ThreePublicReceptionDomestic),
    (&["国（境）外接待费", "国外接待费", "外事接待费", "外宾接待费", "外事接待支出"], C::ThreePublicReceptionForeign),
    (&["会议费", "会议费支出"], C::MeetingCost),
    (&["培训费", "培训费支出"], C::TrainingCost),
    (
        &["三公经费合计", "三公经费支出合计", "三公经费", "三公经费小计", "三公经费支出", "三公经费合计数", "财政拨款三公经费", "三公经费总计"],
        C::ThreePublicTotal,
    ),
    (&["三公经费、会议费、培训费合计", "三公经费及会议费、培训费合计"], C::ThreePublicMeetingTrainingTotal),
    (&["机关运行经费", "机关运行经费支出", "机关运行经费预算数", "行政单位机关运行经费", "机关运行费", "机关（机构）运行经费"], C::AgencyOperatingCost),
];

/// Counts and assets that forms print in rows.
const COUNTS: List = &[
    (&["因公出国（境）团组数", "出国（境）团组数", "因公出国（境）团组"], C::AbroadDelegations),
    (&["因公出国（境）人次数", "因公出国（境）人数", "因公出国（境）人次", "出国（境）人数", "因公出国（境）累计人次"], C::AbroadPersons),
    (&["公务用车购置数", "公务用车购置数量", "购置公务用车数量", "更新购置公务用车"], C::VehiclePurchasedCount),
    (&["公务用车保有量", "公务用车实有数", "公务用车保有数"], C::VehicleHoldingCount),
    (&["国内公务接待批次", "国内接待批次"], C::ReceptionDomesticBatches),
    (&["国内公务接待人次", "国内公务接待人数", "国内接待人次"], C::ReceptionDomesticPersons),
    (&["外事接待批次", "国（境）外公务接待批次", "外宾接待批次", "国（境）外接待批次"], C::ReceptionForeignBatches),
    (&["外事接待人次", "国（境）外公务接待人次", "外宾接待人次", "国（境）外接待人次"], C::ReceptionForeignPersons),
    (&["公务接待批次", "接待批次"], C::ReceptionBatches),
    (&["公务接待人次", "公务接待人数", "接待人次"], C::ReceptionPersons),
    (&["车辆数合计", "车辆合计", "车辆数量合计", "公务用车合计", "车辆"], C::AssetVehiclesTotal),
    (&["副部（省）级及以上领导用车", "部（省）级领导干部用车", "部级领导干部用车", "省级领导干部用车", "副省级以上领导用车"], C::AssetVehiclesMinisterial),
    (&["主要领导干部用车", "主要负责人用车", "主要领导用车"], C::AssetVehiclesLeader),
    (&["机要通信用车"], C::AssetVehiclesConfidential),
    (&["应急保障用车"], C::AssetVehiclesEmergency),
    (&["执法执勤用车", "一般执法执勤用车"], C::AssetVehiclesLawEnforcement),
    (&["特种专业技术用车"], C::AssetVehiclesSpecial),
    (&["离退休干部用车", "离退休干部服务用车"], C::AssetVehiclesRetired),
    (&["其他用车"], C::AssetVehiclesOther),
    (&["一般公务用车"], C::AssetVehiclesGeneral),
    (&["单价100万元（含）以上设备（不含车辆）", "单价100万元以上设备（不含车辆）", "单价100万元（含）以上设备"], C::AssetEquipmentOver1mIncl),
    (&["单价50万元以上通用设备", "单位价值50万元以上通用设备", "单价50万元（含）以上通用设备", "单价50万元以上的通用设备"], C::AssetGeneralEquipmentOver500k),
    (&["单价100万元以上专用设备", "单位价值100万元以上专用设备", "单价100万元（含）以上专用设备", "单价100万元以上的专用设备"], C::AssetSpecialEquipmentOver1m),
    (&["单价20万元（含）以上的设备", "单价20万元以上设备", "单价20万元（含）以上设备"], C::AssetEquipmentOver200kIncl),
];

/// 政府采购.
const PROCUREMENT: List = &[
    (&["政府采购支出合计", "政府采购支出总额", "政府采购金额", "政府采购合计", "政府采购支出", "政府采购", "政府采购预算"], C::ProcurementTotal),
    (&["政府采购货物支出", "货物", "货物类", "货物支出", "政府采购货物"], C::ProcurementGoods),
    (&["政府采购工程支出", "工程", "工程类", "工程支出", "政府采购工程"], C::ProcurementWorks),
    (&["政府采购服务支出", "服务", "服务类", "服务支出", "政府采购服务"], C::ProcurementServices),
    (&["授予中小企业合同金额", "政府采购授予中小企业合同金额"], C::ProcurementSme),
    (&["授予小微企业合同金额", "其中：授予小微企业合同金额", "政府采购授予小微企业合同金额"], C::ProcurementMicroSmall),
];

/// What a name is by each of the lists.
#[derive(Debug, Clone, Copy, Default)]
struct Listed {
    revenue: Option<C>,
    balance: Option<C>,
    nature: Option<C>,
    expenditure: Option<C>,
    cost: Option<C>,
    count: Option<C>,
    procurement: Option<C>,
}

/// All lists by name, so that a name costs one look-up.
static LISTED: Lazy<Wordlist<&'static str, Listed>> = Lazy::new(|| {
    type Place = fn(&mut Listed) -> &mut Option<C>;
    let lists: [(List, Place); 7] = [
        (REVENUE, |listed| &mut listed.revenue),
        (BALANCES, |listed| &mut listed.balance),
        (NATURES, |listed| &mut listed.nature),
        (EXPENDITURE, |listed| &mut listed.expenditure),
        (COSTS, |listed| &mut listed.cost),
        (COUNTS, |listed| &mut listed.count),
        (PROCUREMENT, |listed| &mut listed.procurement),
    ];
    let mut index: Wordlist<&'static str, Listed> = Wordlist::new();
    for (list, place) in lists {
        for (names, concept) in list {
            for name in *names {
                place(index.entry(name)).get_or_insert(*concept);
            }
        }
    }
    index
});

/// The names that head columns, in order.
static HEADS: Lazy<Vec<&'static str>> = Lazy::new(|| {
    let mut heads: Vec<&str> = [REVENUE, BALANCES, NATURES, COSTS].iter().flat_map(|list| list.iter()).flat_map(|(names, _)| names.iter().copied()).collect();
    heads.sort_unstable();
    heads
});

fn listed(name: &str) -> Listed {
    LISTED.get(name).copied().unwrap_or_default()
}

/// The name of a row or head without its number, what opens it, units in brackets behind it, and quotation marks.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    let dropped = |c: char| matches!(c, ' ' | '“' | '”' | '"' | '\u{2028}' | '『' | '』' | '「' | '」');
    // The first bytes of these; most names have none of them.
    let may_be = |byte: u8| matches!(byte, b' ' | b'"' | 0xe2 | 0xe3);
    if text.bytes().fold(false, |any, byte| any | may_be(byte)) && text.contains(dropped) {
        let plain: String = text.chars().filter(|c| !dropped(*c)).collect();
        return Cow::Owned(core(&plain).to_owned());
    }
    Cow::Borrowed(core(text))
}

/// A name without number, opener and unit.
fn core(plain: &str) -> &str {
    let mut name = plain;
    for _ in 0..3 {
        let before = name.len();
        if let Some(label) = crate::outline::label_maybe(name) {
            name = &name[label.skip..];
        }
        // Most names start with another character.
        if name.starts_with(['其', '减', '加', '-', '—', '*', '#']) {
            for opener in ["其中：", "其中", "减：", "加：", "减", "加", "-", "—", "*", "#"] {
                name = name.strip_prefix(opener).unwrap_or(name);
            }
        }
        if name.len() == before {
            break;
        }
    }
    without_unit(name).trim_end_matches(['：', ':'])
}

/// A name without the unit in brackets at its end: 车辆数合计（辆）.
fn without_unit(name: &str) -> &str {
    if !name.ends_with(['）', ')']) {
        return name;
    }
    let Some(open) = name.rfind(['（', '(']) else { return name };
    let inner = name[open..].trim_matches(['（', '）', '(', ')']);
    let unit = super::amount::unit_named(inner.trim_start_matches("单位：")).is_some();
    if unit || inner == "台（套" {
        &name[..open]
    } else {
        name
    }
}

/// The source of revenue or balance that a name is.
pub(super) fn revenue(name: &str) -> Option<C> {
    match fund(name) {
        // 政府性基金预算财政拨款支出 is none.
        Some(_) if has_any(name, &["支出", "结转", "结余"]) => None,
        Some(Fund::General) => Some(C::RevenueGeneralPublicBudget),
        Some(Fund::Government) => Some(C::RevenueGovernmentFund),
        Some(Fund::StateCapital) => Some(C::RevenueStateCapital),
        _ => listed(name).revenue.or_else(|| balance(name)),
    }
}

/// Whether a head over 合计 and its parts names all expenditure of the form: 支出预算, 一般公共预算基本支出 in the form of that.
pub(super) fn is_whole(name: &str) -> bool {
    let mut rest = name;
    // 本年 stands before the fund or behind it.
    for word in ["本年", "公共财政预算", "公共预算", "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政拨款", "部门", "本年", "基本"]
    {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let rest = rest.strip_suffix("预算").or_else(|| rest.strip_suffix("决算")).unwrap_or(rest);
    matches!(rest, "支出" | "收入" | "收支" | "支出合计" | "收入合计") && name != "基本支出"
}

/// Whether a name is one of the sources of revenue, funds left aside.
pub(super) fn is_source(name: &str) -> bool {
    listed(name).revenue.is_some()
}

const FUNDS: &[&str] = &["一般公共预算", "政府性基金", "国有资本经营"];

/// What stands behind the name of a fund in a head.
const ENDS: &[&str] = &["", "预算", "财政拨款", "预算财政拨款", "财政拨款收入", "预算财政拨款收入", "支出", "收入", "预算支出", "预算收入"];

/// Whether a text is the start of a head cell, or all of it.
pub(super) fn opens_head(text: &str) -> bool {
    const SHORTEST: usize = 3;
    let name = bare(text);
    let fund = FUNDS.iter().any(|fund| match name.strip_prefix(fund) {
        Some(rest) => ENDS.iter().any(|end| end.starts_with(rest)),
        None => fund.starts_with(&*name),
    });
    let listed = || HEADS.get(HEADS.partition_point(|head| *head < &*name)).is_some_and(|head| head.starts_with(&*name));
    name.chars().count() >= SHORTEST && (fund || listed())
}

/// Whether a text is the whole of a head cell, not a piece of one.
pub(super) fn is_head(text: &str) -> bool {
    let name = bare(text);
    let fund = FUNDS.iter().find_map(|fund| name.strip_prefix(fund)).is_some_and(|rest| ENDS.contains(&rest));
    let own = listed(&name);
    fund || [own.revenue, own.expenditure, own.nature, own.balance].iter().any(Option::is_some)
        || cost(&name).is_some()
        || is_whole(&name)
        || super::column::kind_named(&name).is_some()
        || super::column::without_role(&name).is_empty()
        || ["年初", "年末", "上年", "基本支出", "项目支出"].iter().any(|start| name.starts_with(start)) && name.ends_with(['转', '余'])
        || matches!(&*name, "合计" | "小计" | "总计" | "收入" | "支出" | "金额" | "栏次")
}

/// The balance that a name is.
pub(super) fn balance(name: &str) -> Option<C> {
    // 单位上年结余（不包括国库集中支付额度结余）.
    let told = || {
        let bare = before_brackets(name);
        let inner = name[bare.len()..].strip_prefix(['（', '('])?;
        inner.starts_with(['不', '含', '包']).then(|| listed(bare).balance)?
    };
    listed(name).balance.or_else(told)
}

/// Whether a name is that of basic or of project expenditure.
pub(super) fn is_nature(name: &str) -> bool {
    matches!(nature(name), Some(C::ExpenditureBasic | C::ExpenditureProject))
}

/// Whether a concept counts vehicles held.
pub(super) fn is_vehicle_count(concept: C) -> bool {
    concept.as_str().starts_with("asset_vehicles")
}

/// Whether a concept counts things.
pub(super) fn is_count(concept: C) -> bool {
    COUNTED[concept as usize]
}

/// By concept, whether it is one of [`COUNTS`].
static COUNTED: Lazy<Vec<bool>> = Lazy::new(|| C::ALL.iter().map(|concept| COUNTS.iter().any(|(_, counted)| counted == concept)).collect());

/// The nature of expenditure that a name is.
pub(super) fn nature(name: &str) -> Option<C> {
    listed(name).nature
}

/// The total of expenditure, or the balance, that a name is.
pub(super) fn expenditure(name: &str) -> Option<C> {
    let listed = listed(name);
    listed.expenditure.or(listed.nature).or(listed.balance)
}

/// The cost or count that a name is, of those that the forms of “三公” costs, assets and procurement list.
pub(super) fn cost(name: &str) -> Option<C> {
    let whole = || ["小计", "合计"].iter().find_map(|total| name.strip_suffix(total)).filter(|whole| !whole.is_empty());
    // 一般公共预算财政拨款安排的三公经费.
    let paid = || ["一般公共预算", "财政拨款", "安排的"].iter().fold(name, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let paid = || Some(paid()).filter(|rest| rest.len() < name.len());
    let own = listed(name);
    let named = own.cost.or(own.count).or_else(|| listed(whole()?).cost).or_else(|| listed(paid()?).cost);
    named.or_else(|| is_all_three(name).then_some(C::ThreePublicTotal))
}

/// 三公经费财政拨款预算总额, 一般公共预算拨款安排的三公经费预算: nothing but the three costs, and whose money it is.
fn is_all_three(name: &str) -> bool {
    const BESIDE: &str = "一般公共预算财政拨款安排的三公经费支出总额合计小数本年度";
    has(name, "三公经费") && name.chars().all(|c| BESIDE.contains(c))
}

/// What of 政府采购 a name is.
pub(super) fn procurement(name: &str) -> Option<C> {
    listed(name).procurement
}

/// Whether a name is one that rows of the forms have.
pub(super) fn is_row(text: &str) -> bool {
    let name = bare(text);
    revenue(&name).is_some()
        || expenditure(&name).is_some()
        || cost(&name).is_some()
        || procurement(&name).is_some()
        || crate::classification::functional_class(&name).is_some()
        || crate::classification::is_economic(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_without_their_numbers() {
        let names = [
            ("一、一般公共预算财政拨款收入", "一般公共预算财政拨款收入"),
            ("　其中：政府性基金预算财政拨款".trim_start(), "政府性基金预算财政拨款"),
            ("（一）支出合计", "支出合计"),
            ("1.因公出国（境）费", "因公出国（境）费"),
            ("车辆数合计（辆）", "车辆数合计"),
            ("“三公”经费合计", "三公经费合计"),
        ];
        for (printed, name) in names {
            assert_eq!(bare(printed), name);
        }
    }

    #[test]
    fn funds_are_told_from_classes() {
        assert_eq!(fund("一般公共预算财政拨款收入"), Some(Fund::General));
        assert_eq!(fund("一般公共服务支出"), None);
        assert_eq!(fund("国有资本经营预算支出"), None);
        assert_eq!(fund("国有资本经营预算财政拨款"), Some(Fund::StateCapital));
    }

    #[test]
    fn all_expenditure_is_named_with_the_year_before_the_fund_or_behind_it() {
        let names = ["支出预算", "本年一般公共预算基本支出", "财政拨款本年支出", "部门本年支出", "基本支出", "本年项目支出"];
        assert_eq!(names.map(is_whole), [true, true, true, true, false, false]);
    }

    #[test]
    fn revenue_has_its_sources() {
        assert_eq!(revenue("国有资本经营预算财政拨款收入"), Some(C::RevenueStateCapital));
        assert_eq!(revenue("政府性基金预算财政拨款结转"), None);
        assert_eq!(revenue("上年结转"), Some(C::CarryoverOpening));
    }
}
