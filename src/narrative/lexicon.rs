//! The words of the accounts: one table for prose, table rows and heads.

use super::dictionary::{Dictionary, Found, Place};
use super::feature::*;
use crate::classification::{self, Code, Level};
use crate::concept::Concept as C;
use crate::figure::{Base, Direction};
use once_cell::sync::Lazy;

/// A name or a part of one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noun {
    pub(crate) text: &'static str,
    pub(crate) features: Features,
    /// The concept it names alone.
    pub(crate) concept: Option<C>,
}

/// What a known word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Sense {
    /// An index into [`nouns`].
    Noun(u16),
    /// The name of a 类 of the functional classification.
    Class(Code),
    /// A name of the economic classification.
    Economic,
    /// （类）, （款）, （项）.
    Marker(Level),
    /// A verb of change.
    Change(Direction),
    /// 持平 and the like: nothing changed, and no number follows.
    Same,
    /// 与, 比, 较, 相比.
    Compare,
    /// 上年.
    PriorYear,
    /// 同比: against the year before.
    YearOnYear,
    /// 预算 words; what they make of an amount.
    Basis(Basis),
    /// 完成.
    Complete,
    /// 大于, 小于: against a budget, the difference follows.
    Exceeds(Direction),
    /// 占.
    Share,
    /// 分别, 各, 均.
    Each,
    /// 其中 and other words that open the parts of what was just stated.
    Parts,
    /// 中 behind a name: its parts follow.
    Within,
    /// 主要原因.
    Reason,
    /// 主要用于.
    Purpose,
    /// Words that change nothing between a name and its number.
    Filler,
    /// 和, 及 between names.
    And,
    /// 安排的: what stands before it is where the money comes from.
    SetAside,
    /// 上半年, 三季度: a part of the year.
    Quarters,
    /// “十四五”期间, 近五年: more than a year.
    Years,
    /// 年均: an average of years.
    Yearly,
    /// Names of what has no concept, in which words that have one stand.
    Unknown,
    /// Words that only keep their characters from being read as others: 比例, 各类.
    Other,
    /// A unit that no number stands before.
    BareUnit,
    /// 无, 没有, 未.
    None,
    /// A blank of the form.
    Residue,
    /// Punctuation.
    Mark(char),
    /// 百分之: a percentage in numerals follows.
    Hundredths,
    /// 为零: the amount is 0.
    Zero,
    /// 第: a rank may follow.
    Ordinal,
    /// 等, 近: a count in numerals may follow.
    Counting,
}

/// What an amount is, by the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Basis {
    /// 决算, 执行数.
    Actual,
    /// 预算 in any sense; the base says which.
    Budget(Base),
}

macro_rules! nouns {
    ($($texts:literal => $features:expr $(, $concept:ident)?;)+) => {
        /// Rows of alternatives, `|` between them, with what they say.
        const NOUN_ROWS: &[(&str, Features, Option<C>)] = &[$(($texts, $features, nouns!(@ $($concept)?)),)+];
    };
    (@) => { None };
    (@ $concept:ident) => { Some(C::$concept) };
}

nouns! {
    // Funds.
    "一般公共预算财政拨款|一般公共预算拨款|一般公共预算当年财政拨款|一般公共预算当年拨款|一般公共预算财政当年拨款|公共财政预算拨款|公共财政拨款|公共财政预算财政拨款|公共预算财政拨款|公共财政预算|公共预算拨款|一般公共预算拨|一般预算拨款|财政一般预算拨款|一般预算财政拨款|财政一般公共预算拨款" => GENERAL.and(FISCAL);
    // Two or three of the funds together: all of 财政拨款 that a body has.
    "一般公共预算和政府性基金预算财政拨款|一般公共预算及政府性基金预算财政拨款|一般公共预算、政府性基金预算财政拨款|一般公共预算与政府性基金预算财政拨款|一般公共预算和政府性基金财政拨款|一般公共预算及政府性基金财政拨款|一般公共预算、政府性基金财政拨款|一般公共预算、政府性基金预算、国有资本经营预算财政拨款|一般公共预算、政府性基金预算和国有资本经营预算财政拨款" => FISCAL;
    "一般公共预算|一般公共财政预算|公共财政" => GENERAL;
    "财政拨款|财政拨款（补助）|财政补助|财政预算拨款|财政性资金|本级财政拨款|当年财政拨款|财政拨款资金|经费拨款|财政经费拨款" => FISCAL;
    "政府性基金预算财政拨款|政府性基金预算拨款|政府性基金财政拨款|政府性基金拨款|政府性基金预算|政府性基金|政府性基金当年拨款|政府性基金预算当年拨款|政府性基金预算当年财政拨款|基金预算财政拨款|基金预算拨款" => FUND;
    "基金预算收入" => FUND.and(IN);
    "基金预算支出" => FUND.and(OUT);
    "国有资本经营预算财政拨款|国有资本经营预算拨款|国有资本经营财政拨款|国有资本经营预算|国有资本经营" => CAPITAL;
    // Sides and totals.
    "收入|收入来自|收入来源于|收入来源为" => IN;
    "支出" => OUT;
    "收、支|收支|收入支出|收入、支出|收入和支出|收入及支出|收入与支出|收、支出|收支出" => IN.and(OUT);
    "总计|总额|总量|总规模" => TOTAL;
    "合计" => SUM;
    "部门财务总收入|财务总收入|部门总收入|总收入|收入总计|收入总额|收入总预算" => IN.and(TOTAL);
    "收入合计" => IN.and(SUM);
    "支出合计" => OUT.and(SUM);
    "部门财务总支出|财务总支出|部门总支出|总支出|支出总计|支出总额|支总计|支出总预算" => OUT.and(TOTAL);
    "决算支出总计|决算支出总额|决算总支出|支出决算总计|支出决算总额" => OUT.and(TOTAL);
    "决算支出合计|支出决算合计" => OUT.and(SUM);
    "收入决算总计|收入决算总额|决算收入总计|决算收入总额|决算总收入" => IN.and(TOTAL);
    "收入决算合计|决算收入合计" => IN.and(SUM);
    "总收支|收支总|总收、支" => IN.and(OUT).and(TOTAL);
    "本年|当年" => CURRENT;
    "本年收入|当年收入" => CURRENT.and(IN);
    "本年支出|当年支出" => CURRENT.and(OUT);
    "基本支出" => BASIC.and(OUT);
    "项目支出|项目经费支出" => PROJECT.and(OUT);
    "运转类项目支出|运转类项目" => NONE, ExpenditureProjectOperational;
    "人员经费|人员支出|人员类支出|人员类经费|人员经费支出" => PERSONNEL;
    "公用经费|日常公用经费|日常公用支出|公用支出|商品和服务经费|公用类支出|日常公用类支出|公用经费支出" => PUBLIC_USE;
    "预留机动经费|单位预留机动经费" => CONTINGENCY;
    "年初结转和结余|年初结转结余|上年结转和结余|上年结转结余|年初结转|上年结转|年初结余|年初结转与结余|上年结余|上年结转收入|年初结转和结余资金|上年结转和结余资金|以前年度结转和结余|以前年度结转结余|以前年度结转结余资金|上年结余结转|上年结余结（转）|单位结余结转资金|单位结余结转" => OPENING.and(BALANCE);
    "年初财政拨款结转和结余|年初财政拨款结转结余|上年财政拨款结转|财政拨款年初结转和结余|年初财政拨款结转|财政拨款上年结转" => OPENING.and(BALANCE).and(FISCAL);
    "年末结转和结余|年末结转结余|结转下年|年末结余|年末结转|年末结转和结余资金|年末结转与结余|结转和结余下年|结转结余下年" => CLOSING.and(BALANCE);
    "年末财政拨款结转和结余|年末财政拨款结转结余|财政拨款年末结转和结余|年末财政拨款结转" => CLOSING.and(BALANCE).and(FISCAL);
    "年初" => OPENING;
    "年末" => CLOSING;
    "结转和结余|结转结余|结余结转|结余结转资金" => BALANCE;
    // Sources and uses that have one name.
    "上级补助收入|上级补助|上级财政补助收入|上级财政补助|上级补助拨款" => NONE, RevenueSuperiorSubsidy;
    "事业收入|纳入财政专户管理的事业收入|财政专户管理的事业收入|教育事业收入|科研事业收入|医疗事业收入" => NONE, RevenueUndertaking;
    "经营收入|事业单位经营收入" => NONE, RevenueOperating;
    "下级上缴收入|下级上缴|附属单位上缴收入|附属单位缴款|下级单位上缴收入|附属单位上缴" => NONE, RevenueAffiliatedRemittance;
    "其他收入|其它收入|其他来源收入" => NONE, RevenueOther;
    "其他资金|其他资金收入" => NONE, RevenueOtherFunds;
    "上缴上级支出|上缴上级" => NONE, ExpenditureRemitSuperior;
    "经营支出|事业单位经营支出" => NONE, ExpenditureOperating;
    "对附属单位补助支出|对附属单位补助|对下级单位补助支出" => NONE, ExpenditureSubsidyAffiliated;
    "结余分配|事业单位结余分配" => NONE, BalanceDistribution;
    "使用非财政拨款结余|使用非财政拨款结余（含专用结余）|使用非财政拨款结余和专用结余|使用非财政拨款结余及专用结余|使用非财政拨款结余、专用结余|使用专用结余|动用非财政拨款结余" => NONE, UseOfNonfiscalBalance;
    "用事业基金弥补收支差额|事业基金弥补收支差额" => NONE, UseOfUndertakingFund;
    "公共财政拨款（补助）资金" => NONE, RevenuePublicFiscalSubsidy;
    // Three public costs.
    "三公经费|三公费用|三公" => THREE;
    "因公出国（境）费|因公出国（境）费用|因公出国（境）经费|因公出国（境）|因公出国费|因公出国费用|因公出国|出国（境）费|出国（境）经费|出国出境费|出国费|公务出国（境）|因公出国境费|因公出国境|出国（境）|出访|出境|因公出境|出国" => ABROAD;
    "公务用车购置及运维费|公务用车购置及运维|公务用车购置及运行支出|公务用车购置及运行维护支出|公务用车购置和运行维护支出|公务用车购置及运行维护费|公务用车购置及运行费|公务用车购置和运行维护费|公务用车购置和运行费|公务用车购置及运行维护|公务用车购置及运行维护经费|公务用车购置及运行|公务用车费|公务用车购置与运行维护费|公务用车购置、运行维护费|公务用车购置及维护费|公务用车购置及运行维护费用|公务用车购置费及运行维护费|公务用车购置费和运行维护费|公务用车购置费及运行费|公务车购置及运行费|公务车购置及运行维护费|公车购置及运行费|公车购置及运行维护费|公车购置及运行维护|公车购置及运行|公车购置和运行维护费|公务车购置及运行|公务车辆购置及运行维护费|公务车辆购置及运行费|公务车辆购置及运行维护|公务车辆购置和运行维护费|公务车辆购置及维护费|公务用车运行维护及购置费|公务用车运行及购置费|公务用车运行维护和购置费|公务用车运行维护费及购置费|公务用车运行维护与购置费|车辆购置及运行维护费|车辆购置及运行费|车辆购置和运行维护费" => VEHICLE.and(PURCHASE).and(OPERATION);
    "购置（更新）|公务用车购置支出|公务用车购置费|公务用车购置|公务用车购置经费|公务用车购置费用|公务车购置费|车辆购置费|车辆购置支出|购置费|公务车购置|更新购置公务用车|购置公务用车|公务用车更新购置|新购公务用车|更新公务用车|购置公务车|购置车辆|新购入公务用车|购入公务用车|新购置公务用车|新购公务车|购入车辆|新购置车辆|购买公务用车|购买车辆|新购入车辆|新购车辆|购置（更新）公务用车|更新（购置）公务用车|更新、购置公务用车|购置、更新公务用车|公车购置费|公车购置|公车购置费用|公务用车购置数|公务用车购置数量|更新购置执法执勤用车|购置更新执法执勤用车|公务车辆购置费|公务车辆购置|公务用车购置量|更新购置车辆|购置用车|更新用车|新购用车|新增用车|更新执法用车|更新执法执勤用车|购置执法用车|购置执法执勤用车|新购执法执勤用车|更新车辆|更新公务车" => VEHICLE.and(PURCHASE);
    "年内购置|本年新购|当年新购|年内新购|本年购置|本年度购置|当年购置|全年购置|新购置|购置数|购置数量" => PURCHASE;
    "公务用车运行支出|公务用车运行维护支出|公务用车运行及维护|公务用车运行及维护费|公务用车运行及维护支出|公务用车运行和维护费|公车运行及维护|公车运行及维护费|公务用车运维费|公务用车运维|公务用车维护支出|公务用车运行维护费|公务用车运行费|公务用车运行维护|公务用车运行维护经费|公务车运行维护费|公务车运行费|公车运行维护费|车辆运行维护费|公务用车维护费|公务用车运行维护费用|公务用车运行经费|公务用车运行|公车运行费|公车运行费用|公车运行维护|公务车运行维护|公务车运行|公务车辆运行|公务车辆运行费|公务车辆运行维护费|公务用车运行费维护费|运行维护费|运行费" => VEHICLE.and(OPERATION);
    "公务用车|公务车|公车|公务车辆" => VEHICLE;
    "公务用车保有量|公务用车保有|公务车保有量|公务用车年末保有量|车辆保有量|保有量|共有公务用车|保有公务用车|现有公务用车|拥有公务用车|现有公务车|公务用车实有数|实有公务用车|公务用车实际保有量|公务用车保有数量" => VEHICLE.and(HOLDING);
    "公务接待费|公务接待费用|公务接待经费|公务接待|接待费|接待费用|接待" => RECEPTION;
    "其他国内公务接待|其他国内公务接待支出|其他国内公务接待费|国内来访|国内公务来访|国内公务接待|国内接待|国内公务接待费|国内接待费|国内公务接待费用" => RECEPTION.and(DOMESTIC);
    "国内外事接待|外事接待|外宾接待|外事接待费|外宾接待费|外事接待费用|接待外宾|接待国（境）外|涉外接待" => RECEPTION.and(FOREIGN);
    "国（境）外公务接待|国（境）外接待|国（境）外公务接待费" => RECEPTION.and(FOREIGN);
    "轿车" => SEDAN;
    "越野车" => SUV;
    "载客汽车|客车" => BUS;
    "金额|合同金额" => AMOUNT;
    "参加（组织）因公出国（境）团组|组织（参加）因公出国（境）团组|参加（组织）出国（境）团组|组织（参加）出国（境）团组|参加（组织）因公出国（境）团组数|团组数|出国（境）团组|参加出国（境）团组|参加因公出国（境）团组|派出出国（境）团组|派出出国团组|派出因公出国（境）团组|出国团组|团组|出国（境）团组数|因公出国（境）团组|因公出国（境）团组数|因公出国团组|组团" => ABROAD.and(GROUPS);
    "参加其他单位组织出国团组|参加其他单位组织因公出国团组|参加其他单位组织因公出国（境）团组|参加其他单位组织的因公出国团组|参加其他部门组织的出国（境）团组|参加外单位组织的出国（境）团组|参加其他单位出国团组|参加其他单位组织的出国（境）团组|参加其他单位组织的因公出国（境）团组|参加其他单位出国（境）团组|参加其他单位组织出国（境）团组|参加其他单位组织的出国团组|参加其他单位组织的团组" => ABROAD.and(GROUPS).and(JOINED);
    "批次" => BATCHES;
    "来访团组|接待团组|接待批次|公务接待批次|接待批次数|公务接待批次数" => RECEPTION.and(BATCHES);
    "国内来访团组|国内公务来访团组|国内公务接待团组|国内接待团组|国内公务接待批次|国内接待批次" => RECEPTION.and(DOMESTIC).and(BATCHES);
    "来访外宾团组|外宾团组|外事接待团组|国（境）外来访团组|国（境）外接待团组|外事接待批次|国（境）外公务接待批次" => RECEPTION.and(FOREIGN).and(BATCHES);
    "人数|人次|人次数" => PERSONS;
    "来宾|来访人员|接待人次|接待人数|接待总人数|接待总人次|接待总人" => RECEPTION.and(PERSONS);
    "国内来访人员|国内来宾|国内公务接待人次|国内公务接待人数" => RECEPTION.and(DOMESTIC).and(PERSONS);
    "来访外宾|国（境）外公务接待人次|外事接待人次|国（境）外公务接待人数|外事接待人数" => RECEPTION.and(FOREIGN).and(PERSONS);
    "会议费" => MEETING;
    "培训费" => TRAINING;
    // Other matters.
    "一般公共预算财政拨款运行经费|一般公共预算拨款运行经费|部门运行经费|机关运行经费|机关运行费|机关（机构）运行经费|机构运行经费|行政运行经费|机关运行安排经费" => AGENCY;
    "政府采购|采购|采购份额|政府采购份额" => PROCUREMENT;
    "政府集中采购|集中采购|部门集中采购|分散采购|政府分散采购|自行采购" => NONE, ProcurementItem;
    "政府采购货物" => GOODS.and(PROCUREMENT);
    "政府采购工程" => WORKS.and(PROCUREMENT);
    "政府采购服务" => SERVICES.and(PROCUREMENT);
    "货物采购|货物支出|货物类|货物" => GOODS;
    "工程采购|工程支出|工程类|工程" => WORKS;
    "服务采购|服务支出|服务类|服务" => SERVICES;
    "授予中小企业合同金额|授予中小企业合同|授予中小企业的合同金额|授予中小企业|中小企业合同|中小企业合同金额|中小企业的合同金额" => SME.and(CONTRACT);
    "授予小微企业合同金额|授予小微企业合同|授予小微企业的合同金额|授予小微企业|授予小型微型企业合同金额|授予小、微型企业合同金额|小微企业合同|小微企业合同金额|小微企业的合同金额|小型微型企业合同金额" => MICRO.and(CONTRACT);
    "中小企业" => SME;
    "小微企业|小型微型企业|小型和微型企业" => MICRO;
    "预留|预留给|预留份额" => RESERVED;
    "中标|成交" => AWARDED;
    "其他政府采购项目" => OTHER_PROCUREMENT.and(PROCUREMENT);
    "共有车辆|现有车辆|实有汽车|现有汽车|共有汽车" => CARS, AssetVehiclesTotal;
    "车辆|实有车辆|车辆保有|用车" => CARS;
    "副省（部）级及以上领导用车|副省（部）级以上领导用车|副部（省）级以上领导干部用车|副部（省）级及以上领导干部用车|省部级及以上领导用车|省级及以上领导用车|副省级以上领导用车|部级及以上领导用车|副部（省）级及以上领导用车|副部（省）级以上领导用车|部（省）级领导干部用车|部级领导干部用车|省级领导干部用车|部（省）级及以上领导干部用车|副省级及以上领导用车|部（省）级领导用车|省部级领导干部用车" => NONE, AssetVehiclesMinisterial;
    "主要领导干部用车|主要负责人用车|主要领导用车|领导干部用车|领导用车" => NONE, AssetVehiclesLeader;
    "机要通信用车|机要通信车|机要通讯用车" => NONE, AssetVehiclesConfidential;
    "应急保障用车|应急保障车|应急用车" => NONE, AssetVehiclesEmergency;
    "执法执勤用车|执法执勤车|执法执勤车辆" => NONE, AssetVehiclesLawEnforcement;
    "特种专业技术用车|特种专业技术车|特种专业用车|特种作业车|特种专业技术车辆" => NONE, AssetVehiclesSpecial;
    "离退休干部用车|离退休干部服务用车|离退休用车|老干部用车" => NONE, AssetVehiclesRetired;
    "其他用车|其它用车|其他车辆|其他按照规定配备的公务用车|其他公务用车" => NONE, AssetVehiclesOther;
    "一般公务用车|一般公务车" => NONE, AssetVehiclesGeneral;
    "单价|单位价值|单台价值|单台（套）价值|单项价值|单件价值|单台（件）价值|单位价格|单价价值|单台件价值|单套价值|价值" => UNIT_PRICE;
    "通用设备|通用仪器设备|通用大型设备" => GENERAL_EQUIPMENT;
    "专用设备|专业设备|专用仪器设备|专业仪器设备|专用大型设备" => SPECIAL_EQUIPMENT;
    "设备|大型设备|的设备" => EQUIPMENT;
    // Performance.
    "事前绩效评估|事前评估|预算事前绩效评估|事前绩效评价" => PERFORMANCE.and(PRE_EVALUATION);
    "编制了绩效目标|编制绩效目标|编报绩效目标|设定绩效目标|设置绩效目标|填报绩效目标|申报绩效目标|开展绩效目标管理|绩效目标编制|绩效目标申报|编报了绩效目标|实行绩效目标管理|实施绩效目标管理|纳入绩效目标管理|绩效目标管理" => PERFORMANCE.and(TARGETS);
    "绩效监控|绩效跟踪评价|绩效运行监控|绩效跟踪|绩效目标跟踪监控|绩效跟踪监控|运行监控|预算绩效监控" => PERFORMANCE.and(MONITORING);
    "绩效自评|绩效目标完成情况自评|自评|绩效自我评价|绩效自评价|自评价|绩效目标自评" => PERFORMANCE.and(SELF_EVALUATION);
    "自行组织" => SELF_ORGANIZED;
    "绩效评价|绩效|预算绩效|项目支出绩效评价|部门评价|绩效评估" => PERFORMANCE;
    "涉及预算金额|涉及资金|涉及金额|涉及预算资金|涉及预算|涉及一般公共预算资金|涉及财政资金|涉及项目支出|共涉及资金|涉及财政拨款|涉及财政性资金|自评资金|涉及当年一般公共预算拨款|涉及一般公共预算拨款|涉及一般公共预算当年拨款|涉及一般公共预算当年财政拨款|涉及项目资金|涉及项目预算资金|涉及财政拨款资金|涉及预算资金额|覆盖项目资金|覆盖资金" => INVOLVED;
    "平均得分|平均分|自评平均得分|平均自评得分" => SCORE;
    "自评等级|自评等次|评定等次|绩效等级|绩效等次|评为|评价结果|评定等级|自评结果|绩效评级|评级|评价等级|评价结果等级|评价等次|等级|等次" => GRADE;
    "发现问题" => ISSUES;
    "项目" => PROJECTS;
    "项目的自评结果|项目自评结果|绩效目标实际完成情况|绩效目标完成情况|绩效自评结果|绩效评价结果" => PERFORMANCE.and(DISCLOSED);
    // Bodies and staff.
    "下属二级单位|下属二级预算单位|下属单位|所属单位|下属预算单位|二级预算单位|所属二级预算单位|直属单位|下属二级机构|所属二级单位|二级单位|下属决算单位|下属机构|所属预算单位|下设二级单位|下设二级预算单位|下辖二级单位" => SUBORDINATE, SubordinateUnits;
    "行政单位|行政机关|下属行政单位|所属行政单位|直属行政单位" => NONE, SubordinateAdministrative;
    "参照公务员法管理的事业单位|参公事业单位|参照公务员法管理事业单位|参公管理事业单位|参照公务员管理的事业单位|参照公务员管理事业单位|参公管理的事业单位|参公单位|参照公务员法管理的|参照公务员管理的|参公管理的|下属参公单位|所属参公单位|下属参公事业单位|所属参公事业单位|下属参公管理事业单位|所属参公管理事业单位" => NONE, SubordinateCivilServiceManaged;
    "其他事业单位|其它事业单位|非参公事业单位|公益一类事业单位|公益二类事业单位|公益性事业单位" => NONE, SubordinateOtherInstitutions;
    "二级事业单位|下属二级事业单位|所属二级事业单位|所属事业单位|下属事业单位|下设事业单位|直属事业单位" => NONE, SubordinateInstitutions;
    "财政差额补助单位|差额补助事业单位|财政差额补助事业单位|差额拨款事业单位|财政差额拨款事业单位" => NONE, SubordinateBalanceFunded;
    "派出机构|派出法庭|派出人民法庭|人民法庭|基层法庭|基层人民法庭|派出所|基层派出所|派出检察室|派驻检察室|派驻乡镇检察室|派驻基层检察室|派出单位" => NONE, DispatchedAgencies;
    "决算编制单位|预算编制单位|部门决算编制单位|部门预算编制单位|编报范围的独立核算单位|编报范围的单位|编制范围的单位|决算编制的单位|预算编制的单位|编制范围的预算单位|编制范围的独立核算单位|编制范围的独立核算机构|预算单位|决算单位|纳入部门决算编制范围的单位|部门决算单位|汇编范围的单位|汇编范围的预算单位|汇编范围的独立核算单位|汇编范围的决算单位|纳入部门预算编制范围的预算单位|纳入编制范围的单位|决算组成单位|预算组成单位|部门决算组成单位|部门预算组成单位" => NONE, BudgetUnits;
    "下设办公室|内设机构统一设置|内设机构统一设|机关行政处室|行政处室|行政科室|处室|内设机构|内设处室|内设科室|内设股室|职能科室|机关科室|科室|股室|机关行政股室|内设股|处（科）室|机关处室|机关行政处（科）室|机关处（科）室|内设处（科）室|行政处（科）室|内设机关行政处室|内设机关处室|内设行政处室|内设机关行政处（科）室|职能处室|内设职能处室|内设职能科室|内设机关科室|职能科（室）|内设科（室）|机关科（室）|科（室）|股（室）|部室|内设部室|内设部门|内设职能部门|内设职能机构|职能股室|内设行政科室|机关内设机构|机关内设科室|机关内设股室|业务科室|职能部门|职能处（室）|职能处（室、局）|处（室、局）|处（室）|内设处（室）|职能机构|党政内设机构|党政机构|党政办事机构|股室和直属单位" => NONE, InternalTotal;
    "职工|在岗职工|教职工|现有职工|现有教职工|现有人员|现有人数|共有人数|共有人员|现有干部职工|实有职工|在职干部职工" => NONE, StaffTotal;
    "实有在编教职工|实有在编教师|实有在编职工|在编人员|在编在职人员|在职在编人员|在编人数|实有在编人数|实有在编人员|在编在岗人员|在编教师|在编教职工|在编职工|在编干部职工|在编干部|实有在编|在编|在编在岗|在岗在编|在编在岗人数|在编干警|实有在编干警|在编民警|在编法官" => NONE, StaffEstablished;
    "行政人员|行政编制人员" => NONE, StaffAdministrative;
    "参照公务员管理事业人员|参公事业人员|参公人员|参公管理人员|参照公务员法管理事业人员|参公管理事业人员|参照公务员法管理人员|参照公务员管理人员" => NONE, StaffCivilServiceManaged;
    "非参公事业人员|非参公管理事业人员|非参照公务员法管理事业人员" => NONE, StaffOtherInstitution;
    "事业人员|事业编制人员" => NONE, StaffInstitution;
    "经费自理人员|自收自支人员" => NONE, StaffSelfFunded;
    "聘用临时人员|临工|编外聘用教职工|编外教职工|临时工|临时用工|编外用工|临聘人员|临时聘用人员|临时人员|自聘人员|自聘临聘人员|临聘教师|临聘教职工|编外聘用人员|编外人员|编外聘用|警务辅助人员" => NONE, StaffTemporary;
    "行政编制|政法编制|公安编制|行政事业编制|机关行政编制|事业编制|行政编|事业编|全额事业编|差额事业编|参公编|工勤编|行政编制数|事业编制数|行政编制人数|事业编制人数|参照公务员管理事业编制|参照公务员法管理的事业编制|参照公务员管理的事业编制|参公管理事业编制|全额事业编制|参公事业编制|参照公务员法管理事业编制|参公编制|工勤编制|行政工勤编制|行政工勤人员编制|机关工勤编制|工勤人员编制|机关工勤人员编制|后勤服务编制|机关后勤服务编制|行政执法专项编制|政法专项编制|专项编制|自收自支编制|自收自支事业编制|自收自支编制数|差额编制|差额事业编制|全额编制|全部补助事业编制|部分补助事业编制|全部补助事业编制人数|部分补助事业编制人数" => QUOTA, StaffQuotaOfUnit;
    "编制人数小计|编制数小计|编制小计|人员编制|人员编制数|编制数|编制总数|核定编制|核定编制人数|核定编制数|核定人员编制|总编制|编制人数|编制合计|编制共计|编制" => QUOTA, StaffQuotaOfUnit;
    "在职干警|实有在职干警|在职职工|实有在职职工|在职人数|在职人员|在职|在职员工|在职实有人数|在职实有人员|在职教职工|在职人数小计|在职小计|现有在职人员|实有在职人员|实有在职人数|实有在职|年末在职人数|实际在职人数|实有在职教职工|年末实有在职教职工|在职工作人员|实际在职工作人员|实有在职工作人员|实际在职人员" => NONE, StaffIncumbentOfUnit;
    "实有" => NONE, StaffIncumbentOfUnit;
    "人员合计|人员总数|实有人数小计|实有人员小计|实有人数|实有干部|实有干部职工|年末实有人数|实有人员|年末实有人员|年末职工人数|职工人数|职工总数|干部职工|年末人数" => NONE, StaffTotal;
    "享受遗属生活补助|享受遗属补助|遗属补助人员|遗属人员|遗属|遗属补助|遗属生活补助|遗属困难补助|遗属生活困难补助|遗属供养人员|供养遗属|享受遗属补助人员|遗属生活补助人员|享受遗属生活补助人员|遗属补助对象" => NONE, StaffSurvivorSubsidy;
    "公务卡的持卡率|公务卡持卡率" => NONE, OfficialCardHoldingRate;
    "人均|车均|平均|每辆|每人|批均|单车" => AVERAGE;
}

/// Words that are no names, with what they do.
const WORDS: &[(&str, Sense)] = &[
    ("增加|增长|上升|提高|增收|多支|多支出|多出|净增|净增加|增多|上涨|多|增支|增幅为|增幅|升幅|涨幅|增长率|提升|比增|增加率|增|升|增长了|增加了|增了|上升了|新增|（增加）|（增长）|（增）|（增）幅", Sense::Change(Direction::Increase)),
    ("减少|下降|降低|压减|减支|减收|压缩|比降|比减|减少率|降低率|降|减|减少了|下降了|降低了|减了|少|降幅为|降幅|减幅|跌幅|节约|缩减|下降率|核减|负增长|少支|少支出|净减|净减少|（减少）|（下降）|（减）|（减）幅", Sense::Change(Direction::Decrease)),
    ("增加/减少|减少/增加|增长/下降|下降/增长|增加（减少）|减少（增加）|增长（下降）|下降（增长）|增加或减少|减少（或增加）|增加（或减少）|增长下降|增减|减增加|增加减少|增（减）|增长（降低）|增加、减少|上升（下降）|上升/下降", Sense::Change(Direction::Ambiguous)),
    ("持平|一致|无变化|没有变化|不变|未发生变化|相同|零增长|无增减|没有增减|无增减变化|基本持平|相持平|保持不变", Sense::Same),
    ("跟|相对|相对于|相比|相较|相较于|相比于|相比较|比较|与|比|较|同|对比|和去年|和上年|对照", Sense::Compare),
    ("上年|去年|上年度|上一年|上一年度|上年同期|去年同期|前一年", Sense::PriorYear),
    ("同比|比上年同期", Sense::YearOnYear),
    ("决算数|决算|支出决算|收入决算|支出决算数|收入决算数|执行数|实际支出|实际支出数|决算支出|执行|实际完成|决算支出数|实际执行数|实际发生|预算执行数|执行金额|决算数字|决算数据|实际数|支出数|实际支出额|实际发生额|发生额|实际执行|决算公开|部门决算公开", Sense::Basis(Basis::Actual)),
    ("年初预算|年初批复|年初预算数|年初部门预算|年初预算安排|年初部门预算数|年初批复预算|年初预算批复|年初预算支出|当年年初预算|本年年初预算|年初预算数（部门预算）", Sense::Basis(Basis::Budget(Base::InitialBudget))),
    ("全年预算|全年预算数|调整预算|调整预算数|调整后预算|调整后预算数|年度调整预算|调整后的预算|全年预算支出|预算调整数|年度预算调整数|调整后全年预算|调整后全年预算数", Sense::Basis(Basis::Budget(Base::AdjustedBudget))),
    ("预算|预算数|预算支出|预算收入|年度预算|预算安排|部门预算|本年预算|当年预算|预算安排数|预算金额|支出预算|收入预算|支出预算数|预算总额|年预算|预算总金额|本年预算数|计划数|计划金额|预算数额|预算数字|预算数据|预算指标|控制数|预算控制数|预算拨入", Sense::Basis(Basis::Budget(Base::Budget))),
    ("上年预算|上年预算数|上年预算数字|去年预算|上年度预算|上年预算安排", Sense::Basis(Basis::Budget(Base::PriorBudget))),
    ("完成|预算完成率|完成率|预算执行率|执行率|预算执行进度|预算执行比例|执行进度|总体完成", Sense::Complete),
    ("大于|高于|超过|超出", Sense::Exceeds(Direction::Increase)),
    ("小于|低于|少于|不足", Sense::Exceeds(Direction::Decrease)),
    ("占|占比|占比为|占比重|占比重为|比重为|所占比例为|所占比重为", Sense::Share),
    ("分别|分别为|同为|同是|均是|依次|依次占|依次安排|各|均|都|各为|均为|分别是|各是|依次为|分别达到|分别占|各占", Sense::Each),
    ("其中|包括|具体为|具体如下|构成如下|主要用于以下方面|主要用于以下几个方面|用于以下方面|主要用于以下|具体情况如下|支出结构如下|按支出功能分类科目|按功能科目分类|按功能科目分|按功能分|支出按功能分|按支出功能分|支出按功能分类|支出按功能科目分|按支出功能科目分类|按支出功能划分|按支出功能科目分|按性质分|按支出性质|支出按功能科目分类|分别用于|分项情况|具体构成为|构成为|结构为|按支出性质分|按支出功能分类分|按功能分类|按支出用途分类|按用途划分|按支出用途划分|按用途分|按支出性质划分|按支出性质分类|按性质划分|按功能科目划分|按支出功能科目划分|按支出结构划分|按采购对象分|按类别分|按类别为|按类别划分|按资金来源分|按支出功能分类|主要用于以下几方面|主要包括以下方面|主要内容如下|具体内容如下|主要内容包括", Sense::Parts),
    ("中", Sense::Within),
    ("主要原因|主要变动原因|原因|主要是因为|是因为|主要是由于|是由于|主要由于|主要因为|其主要原因|主要系|因为|变动原因|增减变化原因|主要是", Sense::Reason),
    ("主要是用于|主要用于|用于|主要支出|主要包括|主要开支|主要反映|反映|主要为", Sense::Purpose),
    ("初批复|你单位|你局|你部门|你委|贵单位|所属各预算单位|所属各单位|及所属各单位|减少为|减少至|减少到|降为|降至|降到|降低到|降低至|增加到|增加至|增加为|下降为|下降到|下降至|提高到|提高至|上升到|上升至|增长到|增长至|为|是|共|计|累计|达|达到|数|数为|总数|总人数|安排|列支|实际|设有|下设|下辖|内设|现内设|现设|设立|财政供养|财政供给|财政全额供养|全额拨款|差额拨款|财政全额拨款|财政差额拨款|实现|开支|发生|产生|全年|年度|部门|单位|本级|的|了|有|经费|费用|资金|总|年末|的支出|情况|我单位|本单位|本部门|我局|我部门|我乡|我镇|我院|我校|我委|我办|全局|全系统|区级|县级|市级|省级|本局|本委|本办|本镇|本乡|本街道|机关|约为|年|度|使用|资金的|现有|拥有|核定|一般|因|数量|数额|规模|总体|共有|组织|全部|全口径|同口径|按同口径|可比口径|按可比口径|合同|类|款|项|由|在|于|支付|列|科目|总共|及其|拨款|纳入|汇总|编制范围|编制范围的|范围|编报|涉及|另有|另|科目编码|编码|本表数|本表|项级科目|款级科目|含|包含|相应|相应安排|拟|计划|预计|购买|面向|专门|专门面向|供应商|或|从|按照收支平衡的原则|按照收支平衡原则|按照综合预算的原则|按照综合预算原则|按规定|按照规定|按有关规定|经|当年末|年内|累计为|内|到|至|也|即|并|当期|剩余|当前|目前|（境）|收到|取得|以及其他|另外|此外|报告|安排支出|用|数为：|具体|期末|应|已|比例|比重|年终|本|费|今年|本年度|本年末|当年末|截止|截至|底|账面数|截至目前|以上合计|以上共计|以上总计|加上年结转后|加上上年结转后|支出去向为|支出方向为", Sense::Filler),
    ("和|及|以及", Sense::And),
    ("安排的", Sense::SetAside),
    ("上半年|下半年|一季度|二季度|三季度|四季度|第一季度|第二季度|第三季度|第四季度|前三季度|前两季度|前二季度", Sense::Quarters),
    ("政府购买服务|单位资金|单位自有资金", Sense::Unknown),
    ("期间|时期|近两年|近三年|近五年|三年来|五年来", Sense::Years),
    ("年均|平均每年|每年平均", Sense::Yearly),
    ("、", Sense::Mark('、')),
    (",|，", Sense::Mark('，')),
    ("；", Sense::Mark('；')),
    ("：", Sense::Mark('：')),
    ("（", Sense::Mark('（')),
    ("）", Sense::Mark('）')),
    ("“", Sense::Mark('“')),
    ("”", Sense::Mark('”')),
    ("《", Sense::Mark('《')),
    ("》", Sense::Mark('》')),
    ("百分之", Sense::Hundredths),
    ("为零", Sense::Zero),
    ("第", Sense::Ordinal),
    ("等|近|约|共计", Sense::Counting),
    ("从事|从业|从严|从紧|从简|从而|从优|从重|从速|比率|比赛|比如|较大|较好|较快|较高|较强|各类|各项|各级|各种|各部门|各单位|各区|各县|各市|各乡|各镇|各地|各科|各界|各方|各有|均衡|均等|都市|成都|首都|占用|占有|占地|侵占|抢占|共同|公共|共享|中央|中共|中心|中国|中华|其中包|集中|过程中|中学|中小学|中专|中职|中等|中医院|中期|中旬|中部|中介|中级|高中|初中|参与|与会|与时|同时|同意|同志|同步|合同制|共建|协同|同比口径|多种|多个|多项|多次|多元|多样|许多|众多|诸多|至少|不少|少数|少年|青少年|中医|中药|中层|有关|有序|有力|有效|所有|原因分析|因素|是否|于是|但是|为了|作为|认为|成为|行为|支出功能分类|支出经济分类|收支平衡|支出预决算|收入征|项目建设|项目管理|项目库|公共服务|服务对象|服务业|服务保障|工程建设|重点工程|服务中心|社会服务|政府采购法|服务管理|非税收入|税收收入|财政收入|公共预算收入|土地出让收入|人均可支配收入|可支配收入|农民收入|主营业务收入|营业收入|财政总收入|城镇居民收入|旅游收入|旅游总收入", Sense::Other),
    ("增减变化|增减变化情况|增减变动|增减变动情况|增减情况", Sense::Other),
    ("万元|亿元|%", Sense::BareUnit),
    ("无|没有|未安排|未发生|未使用|不涉及|未开展|未购置|未组织|没有安排|没有使用|未产生", Sense::None),
    ("***|XX|××|XXX|**|＊＊", Sense::Residue),
    ("（类）|（类|（类级科目）|（类级）|（类科目）", Sense::Marker(Level::Class)),
    ("（款）|（款|（款级科目）|（款级）|（款科目）", Sense::Marker(Level::Group)),
    ("（项）|（项|（项级科目）|（项目级）|（项级）|（项科目）", Sense::Marker(Level::Item)),
];

/// All nouns, in the order of their indices.
static NOUNS: Lazy<Vec<Noun>> = Lazy::new(|| {
    NOUN_ROWS.iter().flat_map(|(texts, features, concept)| texts.split('|').map(|text| Noun { text, features: *features, concept: *concept })).collect()
});

/// The names of the economic classification with the variants that reports print, sorted.
fn economic_names() -> Vec<&'static str> {
    const VARIANTS: &[&str] = &[
        "工资福利支出",
        "工资和福利支出",
        "对个人和家庭的补助支出",
        "对个人和家庭补助支出",
        "对个人和家庭补助",
        "商品服务支出",
        "商品与服务支出",
        "对个人与家庭的补助",
        "对个人与家庭补助",
        "对个人与家庭补助支出",
        "对个人与家庭的补助支出",
        "工资性支出",
        "其他商品服务支出",
        "其他商品与服务支出",
        "个人和家庭补助支出",
        "个人和家庭的补助支出",
        // What 机关运行经费 consists of. Source: its definition in the terms of the forms.
        "办公及印刷费",
        "日常维修费",
        "维修费",
        "其他交通费",
        "其它交通费",
        "其它交通费用",
        "专用材料及一般设备购置费",
        "办公用房水电费",
        "办公用房取暖费",
        "办公用房物业管理费",
    ];
    let mut names: Vec<&str> = classification::economic_names().chain(VARIANTS.iter().copied()).filter(|n| *n != "其他支出").collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// All patterns and their senses.
pub(crate) struct Lexicon {
    dictionary: Dictionary<2048, 16384>,
    senses: Vec<Sense>,
}

static LEXICON: Lazy<Lexicon> = Lazy::new(|| {
    let mut patterns: Vec<(&str, Sense)> = Vec::new();
    patterns.extend(NOUNS.iter().enumerate().map(|(i, noun)| (noun.text, Sense::Noun(i as u16))));
    patterns.extend(WORDS.iter().flat_map(|(texts, sense)| texts.split('|').map(|text| (text, *sense))));
    let mut classes: Vec<(Code, &str)> = classification::class_names().collect();
    classes.sort_unstable();
    patterns.extend(classes.into_iter().map(|(code, name)| (name, Sense::Class(code))));
    let known: std::collections::HashSet<&str> = patterns.iter().map(|(text, _)| *text).collect();
    let economic: Vec<(&str, Sense)> = economic_names().into_iter().filter(|name| !known.contains(name)).map(|name| (name, Sense::Economic)).collect();
    patterns.extend(economic);
    let dictionary = Dictionary::of(patterns.iter().map(|(text, _)| *text));
    Lexicon { dictionary, senses: patterns.into_iter().map(|(_, sense)| sense).collect() }
});

/// A known word in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) sense: &'static Sense,
}

/// The noun of an index.
pub(crate) fn noun(index: u16) -> &'static Noun {
    &NOUNS[usize::from(index)]
}

const NONE: Features = Features::NONE;

/// What the lexer stops at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Stop {
    /// The first digit of a number.
    Digit(usize),
    /// A known word.
    Word(Word),
}

impl Lexicon {
    /// The first digit or known word of `text` at `at` or behind.
    #[inline(always)]
    pub(super) fn stop_from(&'static self, text: &str, at: usize) -> Option<Stop> {
        Some(match self.dictionary.next(text, at)? {
            Place::Digit(digit) => Stop::Digit(digit),
            Place::Word(found) => Stop::Word(self.word(found)),
        })
    }

    fn word(&'static self, found: Found) -> Word {
        Word { start: found.start, end: found.end, sense: &self.senses[usize::from(found.word)] }
    }
}

/// All known words.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The first known word of `text` that starts at `at` or behind.
pub(crate) fn word_from(text: &str, at: usize) -> Option<Word> {
    let lexicon = lexicon();
    lexicon.dictionary.find(text, at).map(|found| lexicon.word(found))
}
