//! What the words of a name say of the concept: features, that a name joins whatever its word order.
//!
//! 一般公共预算财政拨款基本支出决算 and 财政拨款一般公共预算基本支出 are one concept. Listing every order would fit the reports at
//! hand and no other, so the lexicon knows words, and [`super::concepts`] knows what their features mean together.

/// A set of features.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Features(u128);

impl Features {
    /// No feature.
    pub(crate) const NONE: Features = Features(0);

    /// Both sets together.
    pub(crate) const fn and(self, other: Features) -> Features {
        Features(self.0 | other.0)
    }

    /// Whether all of `other` are in this set.
    pub(crate) const fn has(self, other: Features) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is in this set.
    pub(crate) const fn any(self, other: Features) -> bool {
        self.0 & other.0 != 0
    }

    /// What both sets share.
    pub(crate) const fn only(self, other: Features) -> Features {
        Features(self.0 & other.0)
    }

    /// 货物采购授予中小企业合同金额: contracts given to small firms, of whatever is bought.
    pub(crate) fn of_contracts(self) -> Features {
        if self.any(SME.and(MICRO)) {
            self.without(GOODS.and(WORKS).and(SERVICES))
        } else {
            self
        }
    }

    /// What is in this set and not in `other`.
    pub(crate) const fn without(self, other: Features) -> Features {
        Features(self.0 & !other.0)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

macro_rules! features {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u32)]
        enum Bit { $($name,)+ }
        $($(#[$meta])* pub(crate) const $name: Features = Features(1 << Bit::$name as u32);)+
    };
}

features! {
    /// 财政拨款.
    FISCAL,
    /// 一般公共预算, 公共财政.
    GENERAL,
    /// 政府性基金.
    FUND,
    /// 国有资本经营.
    CAPITAL,
    /// 收入.
    IN,
    /// 支出.
    OUT,
    /// 总计, 总额, 总.
    TOTAL,
    /// 合计.
    SUM,
    /// 本年.
    CURRENT,
    /// 基本支出.
    BASIC,
    /// 项目支出.
    PROJECT,
    /// 人员经费.
    PERSONNEL,
    /// 公用经费.
    PUBLIC_USE,
    /// 年初, 上年 of balances.
    OPENING,
    /// 年末 of balances.
    CLOSING,
    /// 结转和结余.
    BALANCE,
    /// 单位预留机动经费.
    CONTINGENCY,
    /// “三公”经费.
    THREE,
    /// 因公出国（境）.
    ABROAD,
    /// 公务用车.
    VEHICLE,
    /// 购置.
    PURCHASE,
    /// 运行维护.
    OPERATION,
    /// 公务接待.
    RECEPTION,
    /// 国内.
    DOMESTIC,
    /// 外事, 外宾.
    FOREIGN,
    /// 轿车.
    SEDAN,
    /// 越野车.
    SUV,
    /// 载客汽车.
    BUS,
    /// 金额.
    AMOUNT,
    /// 保有.
    HOLDING,
    /// 团组.
    GROUPS,
    /// 参加其他单位.
    JOINED,
    /// 批次.
    BATCHES,
    /// 人数, 人次.
    PERSONS,
    /// 会议费.
    MEETING,
    /// 培训费.
    TRAINING,
    /// 机关运行经费.
    AGENCY,
    /// 政府采购.
    PROCUREMENT,
    /// 货物.
    GOODS,
    /// 工程.
    WORKS,
    /// 服务.
    SERVICES,
    /// 中小企业.
    SME,
    /// 小微企业.
    MICRO,
    /// 预留.
    RESERVED,
    /// 中标, 成交.
    AWARDED,
    /// 授予, 合同金额.
    CONTRACT,
    /// 其他政府采购项目.
    OTHER_PROCUREMENT,
    /// 车辆.
    CARS,
    /// 单价.
    UNIT_PRICE,
    /// 通用设备.
    GENERAL_EQUIPMENT,
    /// 专用设备.
    SPECIAL_EQUIPMENT,
    /// 设备.
    EQUIPMENT,
    /// 项目, as something counted.
    PROJECTS,
    /// 绩效.
    PERFORMANCE,
    /// 事前绩效评估.
    PRE_EVALUATION,
    /// 编制绩效目标.
    TARGETS,
    /// 绩效监控, 绩效跟踪.
    MONITORING,
    /// 绩效自评.
    SELF_EVALUATION,
    /// 自行组织.
    SELF_ORGANIZED,
    /// 涉及资金.
    INVOLVED,
    /// 得分.
    SCORE,
    /// 评级.
    GRADE,
    /// 发现问题.
    ISSUES,
    /// 反映绩效目标完成情况.
    DISCLOSED,
    /// 下属单位.
    SUBORDINATE,
    /// 人均, 车均, 平均: a quotient, never the amount itself.
    AVERAGE,
    /// 编制数.
    QUOTA,
}

/// The funds that money comes from; 财政拨款 is all of what is appropriated.
pub(crate) const FUNDS: Features = GENERAL.and(FISCAL).and(FUND).and(CAPITAL);

/// What an elided name takes over from the one before it: 国内公务接待147批次，1045人次.
pub(crate) const INHERITED: Features = ABROAD
    .and(RECEPTION)
    .and(DOMESTIC)
    .and(FOREIGN)
    .and(PURCHASE)
    .and(HOLDING)
    .and(PERFORMANCE)
    .and(PRE_EVALUATION)
    .and(TARGETS)
    .and(MONITORING)
    .and(SELF_EVALUATION);

/// Names that say nothing alone and lean on the name before: 金额, 批次, 轿车.
pub(crate) const LEANING: Features = AMOUNT.and(BATCHES).and(PERSONS).and(GROUPS).and(SEDAN).and(SUV).and(BUS).and(INVOLVED).and(SCORE).and(GRADE);

/// What may stand anywhere in the sentence before the number: 在面向中小企业预留的政府采购项目中，由中小企业供应商中标的，采购金额….
pub(crate) const AMBIENT: Features = RESERVED
    .and(SME)
    .and(MICRO)
    .and(AWARDED)
    .and(CONTRACT)
    .and(OTHER_PROCUREMENT)
    .and(PRE_EVALUATION)
    .and(TARGETS)
    .and(MONITORING)
    .and(SELF_EVALUATION)
    .and(SELF_ORGANIZED)
    .and(DISCLOSED)
    .and(GRADE)
    .and(AVERAGE)
    .and(JOINED)
    .and(PERFORMANCE);
