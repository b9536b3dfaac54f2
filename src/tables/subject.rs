//! What a column of a statutory form is about, by its head.

use super::column::{kind_named, without_role, Column, ColumnKind};
use super::names;
use crate::classification;
use crate::concept::Concept as C;
use crate::within::has_any;

/// What a column is about, whatever role its amounts stand in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Subject {
    /// The name, empty where the head only says 合计 or a role.
    pub(super) name: String,
    /// Whether the head says 合计 or 小计 of it.
    pub(super) total: bool,
    /// Revenue or expenditure, by a head cell above.
    pub(super) side: Side,
    /// Whether it is a part of a balance or of revenue, by a head cell above: 年初结转和结余 or 本年收入 over 基本支出.
    pub(super) unspent: bool,
    /// The balance that a head cell above names: 上年结转结余 over 一般公共预算.
    pub(super) balance: Option<C>,
    /// Whether it is a part of the money of one fund: 其中：财政拨款 below 一般公共预算.
    pub(super) of_fund: bool,
    /// Basic or project expenditure, by a head cell above: 工资福利支出 below 基本支出.
    pub(super) nature: Option<String>,
}

impl Subject {
    /// Whether it is all that the form is about: no head names it, or one that says 支出预算 over 合计.
    pub(super) fn is_whole(&self) -> bool {
        self.name.is_empty() || self.total && names::is_whole(&self.name)
    }

    /// Whether it is no part by fund of a summary.
    pub(super) fn covers_all(&self) -> bool {
        self.name.is_empty() || self.name == "财政拨款" || names::is_whole(&self.name)
    }
}

/// The half of a summary that a column belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Side {
    #[default]
    Unknown,
    In,
    Out,
}

/// Reads the subject of a column from its head.
pub(super) fn subject(column: &Column) -> Subject {
    let mut subject = Subject { side: side(column), ..Subject::default() };
    for (index, part) in column.path.iter().enumerate().rev() {
        let bare = names::bare(part);
        let name = without_role(&bare);
        match name {
            "合计" | "小计" | "总计" | "合计数" => subject.total = true,
            // 2017年预算数合计.
            _ if name.strip_suffix("合计").is_some_and(|role| without_role(role).is_empty()) => subject.total = true,
            "" | "金额" | "数额" | "本年" | "本年数" | "收入" | "支出" | "部门预算" | "部门综合预算" => {}
            _ if kind_named(name) == Some(ColumnKind::Label) || matches!(name, "支出用途" | "支出性质" | "用途") => {}
            _ => {
                subject.name = name.to_owned();
                let above = &column.path[..index];
                subject.unspent = above.iter().any(|above| is_unspent(above));
                subject.balance = above.iter().find_map(|above| names::balance(&names::bare(above)));
                subject.of_fund = part.starts_with("其中") && is_money(name) && above.iter().any(|above| names::fund(&names::bare(above)).is_some());
                let natures = || above.iter().map(|above| names::bare(above)).find(|above| names::is_nature(above)).map(|above| above.into_owned());
                subject.nature = natures().filter(|_| classification::is_economic(name));
                return subject;
            }
        }
    }
    subject
}

/// Whether a head cell names money by where it comes from: 财政拨款, 专项资金列入部门预算项目, 上年结转.
fn is_money(name: &str) -> bool {
    names::fund(name).is_some() || has_any(name, &["拨款", "资金", "结转", "非税", "收费", "债券", "收入"])
}

/// Whether a head cell is of a balance or of the revenue of the year.
fn is_unspent(part: &str) -> bool {
    let bare = names::bare(part);
    without_role(&bare) == "本年收入" || names::balance(&bare).is_some()
}

fn side(column: &Column) -> Side {
    for part in &column.path {
        match without_role(&names::bare(part)) {
            "收入" | "本年收入" | "收入项目" => return Side::In,
            "支出" | "本年支出" | "支出项目" => return Side::Out,
            _ => {}
        }
    }
    Side::Unknown
}
