//! Which head cell can stand over which, by their names.

use super::column::{kind_named, without_role, ColumnKind};
use super::names;
use crate::concept::Concept;
use std::borrow::Cow;
use std::cell::OnceCell;

/// The name of a head cell with what it says for cells over it and under it: each is asked of many others, so that it is read once.
#[derive(Debug, Clone)]
pub(super) struct HeadName<'a> {
    name: &'a str,
    kind: OnceCell<Option<ColumnKind>>,
    only_role: OnceCell<bool>,
    holder: OnceCell<Holder>,
    held: OnceCell<Held<'a>>,
}

impl<'a> HeadName<'a> {
    pub(super) fn of(name: &'a str) -> Self {
        HeadName { name, kind: OnceCell::new(), only_role: OnceCell::new(), holder: OnceCell::new(), held: OnceCell::new() }
    }

    pub(super) fn as_str(&self) -> &'a str {
        self.name
    }

    /// What it says its column holds.
    pub(super) fn kind(&self) -> Option<ColumnKind> {
        *self.kind.get_or_init(|| kind_named(self.name))
    }

    /// Whether it names the rows or their codes.
    pub(super) fn is_label(&self) -> bool {
        matches!(self.kind(), Some(ColumnKind::Label | ColumnKind::Code))
    }

    /// Whether it names nothing but a role as printed: 预算数, 决算数.
    pub(super) fn is_role(&self) -> bool {
        *self.only_role.get_or_init(|| without_role(self.name).is_empty()) && !matches!(self.name, "收入" | "支出")
    }

    /// Whether it names nothing but a role, its number and its unit left aside.
    pub(super) fn says_role(&self) -> bool {
        self.held().says_role
    }

    /// Whether it can stand over another.
    pub(super) fn may_hold(&self, other: &HeadName<'_>) -> bool {
        self.holder.get_or_init(|| Holder::of(self.name)).may_hold(other.held())
    }

    fn held(&self) -> &Held<'a> {
        self.held.get_or_init(|| Held::of(self.name))
    }
}

/// What a head cell can stand over.
#[derive(Debug, Clone, Copy)]
enum Holder {
    /// 项目: the heads of codes and names.
    Labels,
    /// 收入, 支出: all of its half.
    Side,
    /// 科目编码: 类, 款 and 项.
    Codes,
    /// 预算数 over the costs, 决算数 over the natures of expenditure.
    Role,
    /// 公务用车购置及运行维护费: its two parts.
    Vehicles,
    /// 采购金额: whose money it is.
    Purchases,
    /// 年初结转和结余: its parts.
    Balances,
    /// 三公经费: 会议费 and 机关运行经费 stand beside them, unless the head names them too.
    Costs { meetings: bool },
    /// Labels and amounts of its half, or the natures or sources that it is of; for what 收 and 支 in its name allow.
    Whole { natures: bool, sources: bool, balanced: bool, received: bool },
    /// One cost or a total: its roles.
    OneCost,
    /// 人员经费, 公用经费: the labels and amounts of its panel.
    Panel,
    /// 基本支出: the natures that it is of.
    Basic,
    /// Nothing.
    None,
}

impl Holder {
    fn of(name: &str) -> Self {
        let bare = names::bare(name);
        let outer = without_role(&bare);
        match &*bare {
            "项目" => return Holder::Labels,
            "收入" | "支出" => return Holder::Side,
            _ if bare.contains("编码") => return Holder::Codes,
            _ if outer.is_empty() => return Holder::Role,
            _ => {}
        }
        if outer.starts_with("公务用车购置") && names::cost(outer) == Some(Concept::ThreePublicVehicle) {
            Holder::Vehicles
        } else if outer.ends_with("采购金额") {
            Holder::Purchases
        } else if names::balance(outer).is_some() || outer.contains("结转") {
            Holder::Balances
        } else if outer.contains("三公") {
            Holder::Costs { meetings: outer.contains("会议费") }
        } else if names::is_whole(outer) || names::is_source(outer) {
            Holder::Whole {
                natures: !outer.contains('收'), sources: !outer.contains('支'), balanced: outer.contains("收支"), received: outer.contains("收入")
            }
        } else if names::cost(outer).is_some() || matches!(outer, "合计" | "小计") {
            Holder::OneCost
        } else {
            match outer {
                "人员经费" | "公用经费" => Holder::Panel,
                "基本支出" => Holder::Basic,
                _ => Holder::None,
            }
        }
    }

    fn may_hold(self, held: &Held<'_>) -> bool {
        let (name, nature) = (&*held.name, held.nature);
        let total = matches!(name, "合计" | "小计" | "总计");
        let (of_rows, role) = (held.of_rows, held.is_role());
        match self {
            Holder::Labels => of_rows || matches!(name, "栏次" | "行次"),
            Holder::Side => true,
            Holder::Codes => matches!(name, "类" | "款" | "项"),
            Holder::Role => held.cost.is_some() || total || nature || held.source,
            Holder::Vehicles => total || role || name.starts_with("公务用车") || matches!(name, "购置费" | "运行费" | "运行维护费"),
            Holder::Purchases => total || held.fund || name == "其他资金",
            Holder::Balances => total || name.contains("结转") || name.contains("结余"),
            Holder::Costs { meetings } => {
                let own = held.cost.is_some_and(|cost| meetings || cost.as_str().starts_with("three_public"));
                total || own && !name.contains("三公") || role
            }
            Holder::Whole { natures, sources, balanced, received } => {
                let parts = natures && nature || sources && held.source || balanced && nature || received && name.ends_with("支出") && nature;
                of_rows || role || total || !name.starts_with("本年") && (parts || held.fund)
            }
            Holder::OneCost => role,
            Holder::Panel => of_rows || role,
            Holder::Basic => total || nature,
            Holder::None => false,
        }
    }
}

/// What a head cell is for the one it may stand under.
#[derive(Debug, Clone)]
struct Held<'a> {
    /// Its name without number, opener and unit.
    name: Cow<'a, str>,
    /// Whether it heads names or codes.
    of_rows: bool,
    /// Whether it says a role and no more.
    says_role: bool,
    cost: Option<Concept>,
    nature: bool,
    source: bool,
    fund: bool,
}

impl<'a> Held<'a> {
    fn of(name: &'a str) -> Self {
        let name = names::bare(name);
        Held {
            of_rows: matches!(kind_named(&name), Some(ColumnKind::Label | ColumnKind::Code)),
            says_role: without_role(&name).is_empty(),
            cost: names::cost(&name),
            nature: names::nature(&name).is_some(),
            source: names::is_source(&name),
            fund: names::fund(&name).is_some(),
            name,
        }
    }

    fn is_role(&self) -> bool {
        let name = &*self.name;
        !name.is_empty() && self.says_role && !matches!(name, "收入" | "支出") || name == "金额"
    }
}
