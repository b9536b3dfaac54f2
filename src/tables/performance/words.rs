//! The words of performance tables: what names a column, and what names the cell beside it.

use crate::concept::Concept;
use crate::figure::{Base, Role};
use crate::marks::Marks;
use crate::tables::column;
use crate::within::{has, has_any};
use smallvec::SmallVec;

/// What stands below a head cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// 一级指标.
    Level1,
    /// 二级指标.
    Level2,
    /// 三级指标, the indicator itself.
    Level3,
    /// 指标性质: ≥, =, ≤ in a cell of its own.
    Nature,
    /// 指标值: what was to be reached.
    Target,
    /// 度量单位: the unit of target and actual in a cell of its own.
    Measure,
    /// 实际完成值: what was reached.
    Actual,
    /// 分值, 权重: the most points to be had.
    Weight,
    /// 得分.
    Score,
    /// 偏差原因 and other remarks.
    Remark,
    /// An amount of money, or 执行率.
    Money(Role, Option<Base>),
    /// 预期目标: the goal of the year in words.
    Goal,
    /// 实际完成情况: what became of it, in words.
    Reached,
    /// 项目名称, where each row of indicators names its project.
    Project,
    /// 实施单位, likewise.
    Agency,
}

impl Head {
    pub(super) fn is_level(self) -> bool {
        matches!(self, Head::Level1 | Head::Level2 | Head::Level3)
    }

    /// Whether a cell below it makes a row one of the indicators; points and remarks alone do not.
    pub(super) fn tells(self) -> bool {
        !matches!(self, Head::Weight | Head::Score | Head::Remark | Head::Nature | Head::Measure)
    }
}

/// What a cell says of the cell at its right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// 项目名称: a project starts.
    Project,
    /// 部门名称: the body whose table it is, or that runs the project.
    Body,
    /// 主管部门, 实施单位.
    Agency,
    /// 年度总体目标.
    Goal,
    /// 总分.
    Total,
}

/// Heads by their whole words.
const HEADS: &[(&str, Head)] = &[
    ("一级指标", Head::Level1),
    ("二级指标", Head::Level2),
    ("三级指标", Head::Level3),
    ("指标名称", Head::Level3),
    ("绩效指标名称", Head::Level3),
    ("指标性质", Head::Nature),
    ("绩效指标性质", Head::Nature),
    ("计算符号", Head::Nature),
    ("运算符号", Head::Nature),
    ("度量单位", Head::Measure),
    ("绩效度量单位", Head::Measure),
    ("计量单位", Head::Measure),
    ("单位", Head::Measure),
    ("标准分", Head::Weight),
    ("满分", Head::Weight),
    ("自评分", Head::Score),
    ("预期值", Head::Target),
    ("计划值", Head::Target),
    ("实际值", Head::Actual),
    ("项目名称", Head::Project),
    ("实施单位", Head::Agency),
    ("主管部门", Head::Agency),
    ("预算单位", Head::Agency),
    ("单位名称", Head::Agency),
    ("部门名称", Head::Agency),
];

/// Heads by words in them, the most telling first; each row: one of these, none of those.
const PARTS: &[(&[&str], &[&str], Head)] = &[
    (&["偏差", "原因", "改进措施", "备注", "说明"], &["分值", "权重"], Head::Remark),
    (&["分值", "权重"], &[], Head::Weight),
    (&["得分"], &[], Head::Score),
    (&["实际完成指标", "完成指标值", "完成值", "实际指标值", "实际值", "完成数", "完成情况"], &["目标", "未完成"], Head::Actual),
    (&["指标值", "目标值", "预期指标"], &["实际", "完成"], Head::Target),
];

/// The rows of [`PARTS`], as bits, by characters: each of the words that speak for a row has one of these.
static CHARACTERS: Marks = Marks::of(&[
    ('差', 1),
    ('因', 1),
    ('措', 1),
    ('注', 1),
    ('明', 1),
    ('分', 1 << 1),
    ('权', 1 << 1),
    ('得', 1 << 2),
    ('完', 1 << 3),
    ('实', 1 << 3),
    ('值', 1 << 4),
    ('预', 1 << 4),
]);

/// The head of the first row of [`PARTS`] that has a word in a name, and none against it.
fn part_maybe(name: &str) -> Option<Head> {
    let rows = CHARACTERS.may_be_in(name);
    if rows == 0 {
        return None;
    }
    let mut parts = PARTS.iter().enumerate().filter(|(row, _)| rows >> row & 1 == 1);
    parts.find(|(_, (any, none, _))| has_any(name, any) && !has_any(name, none)).map(|(_, (_, _, head))| *head)
}

/// The head that a name is by its whole words.
fn whole_maybe(name: &str) -> Option<Head> {
    // The last characters of all of them.
    if !name.ends_with(['标', '称', '质', '号', '位', '分', '值', '门']) {
        return None;
    }
    HEADS.iter().find(|(words, _)| *words == name).map(|(_, head)| *head)
}

/// What a head cell, white space removed, says of its column.
pub(super) fn head_maybe(text: &str) -> Option<Head> {
    head_named(without_brackets(text))
}

/// The same, and whether the cell starts a part of the table.
pub(super) fn head_or_start(text: &str) -> (Option<Head>, bool) {
    let name = without_brackets(text);
    (head_named(name), PART_NAMES.contains(&name))
}

fn head_named(name: &str) -> Option<Head> {
    // Characters take at least a byte and Han three, so that the length nearly always tells.
    if name.is_empty() || name.len() > LONGEST_WORDS && name.chars().count() > LONGEST_WORDS {
        return None;
    }
    whole_maybe(name).or_else(|| part_maybe(name)).or_else(|| money_head(name)).or_else(|| goal_head(name))
}

/// Heads and labels are no longer; the longest seen, `部门（单位）整体支出绩效目标完成情况`, has 18 characters.
const LONGEST_WORDS: usize = 20;

fn money_head(name: &str) -> Option<Head> {
    column::said_by(name).filter(|_| !has(name, "目标")).map(|(role, base)| Head::Money(role, base))
}

fn goal_head(name: &str) -> Option<Head> {
    if has(name, "完成") && !has(name, "指标") {
        return Some(Head::Reached);
    }
    let goal = name.ends_with("目标") && name.chars().count() <= 10;
    goal.then_some(Head::Goal)
}

/// What a cell, white space removed, says of the one beside it.
pub(super) fn label_maybe(text: &str) -> Option<Label> {
    const LABELS: &[(Label, &[&str])] = &[
        (Label::Project, &["项目名称", "专项名称", "专项资金名称", "政策名称", "项目（政策）名称", "项目支出名称", "转移支付名称", "项目名称及编码"]),
        (Label::Body, &["部门名称", "单位名称", "部门（单位）名称", "单位（部门）名称", "预算部门名称", "预算单位名称"]),
        (
            Label::Agency,
            &["预算单位", "主管部门", "实施单位", "项目单位", "项目实施单位", "主管单位", "项目主管部门", "预算部门", "项目主管单位", "主管部门及代码"],
        ),
        (Label::Total, &["总分", "总得分", "自评总分", "自评得分", "综合得分", "评价得分", "绩效自评得分", "自评总得分", "总计得分"]),
    ];
    let whole = text.trim_end_matches(['：', ':', '*']);
    let name = without_brackets(text);
    // The last characters of all of them.
    let ends = |words: &str| words.ends_with(['称', '码', '位', '门', '分']);
    let listed = || LABELS.iter().find(|(_, words)| words.contains(&whole) || words.contains(&name)).map(|(label, _)| *label);
    let listed = if ends(whole) || ends(name) { listed() } else { None };
    listed.or_else(|| (goal_head(name) == Some(Head::Goal)).then_some(Label::Goal))
}

/// A name without numbering before it, brackets and a colon behind it.
fn without_brackets(text: &str) -> &str {
    let mut name = text.trim_end_matches(['：', ':', '*']);
    if let Some(label) = crate::outline::label_maybe(name) {
        name = &name[label.skip..];
    }
    while name.ends_with(['）', ')']) {
        let Some(open) = name.rfind(['（', '(']).filter(|open| *open > 0) else { break };
        name = &name[..open];
    }
    name
}

/// Which money the row of a label is: `年度资金总额`, `其中：当年财政拨款`, `上年结转资金`, `其他资金`; `None` for another kind, as 单位自筹.
pub(super) fn money_maybe(label: &str) -> Option<Concept> {
    const TOTALS: &[&str] = &[
        "预算数",
        "执行数",
        "全年预算数",
        "全年执行数",
        "年初预算数",
        "年度资金",
        "项目资金",
        "全部资金",
        "总额",
        "合计",
        "总计",
        "总金额",
        "预算金额",
        "年度预算",
        "项目预算",
        "资金合计",
        "部门预算",
    ];
    const FISCAL: &[&str] = &["财政资金", "当年财政资金", "财政性资金", "本级财政资金", "财政拨款资金"];
    let mut name = without_brackets(label);
    for opener in ["其中：", "其中:", "其中-", "其中"] {
        name = name.strip_prefix(opener).unwrap_or(name);
    }
    let carried = has_any(name, &["上年", "结转", "结余", "非财政"]);
    if carried {
        let own = name.contains("上年") && name.contains("结转") && !name.contains("财政拨款");
        own.then_some(Concept::PerformanceProjectCarryover)
    } else if TOTALS.contains(&name) || name.ends_with("资金总额") || name.ends_with("预算总额") {
        Some(Concept::PerformanceProjectTotal)
    } else if FISCAL.contains(&name) || name.contains("财政拨款") && label.chars().count() <= 9 {
        Some(Concept::PerformanceProjectFiscal)
    } else {
        matches!(name, "其它资金" | "其他资金").then_some(Concept::PerformanceProjectOther)
    }
}

/// What each cell of a row says as a head.
#[derive(Debug, Clone, Default)]
pub(super) struct Heads(SmallVec<[Option<Head>; 8]>);

impl FromIterator<Option<Head>> for Heads {
    fn from_iter<I: IntoIterator<Item = Option<Head>>>(heads: I) -> Self {
        Heads(heads.into_iter().collect())
    }
}

impl Heads {
    /// The heads of the cells from left to right; `None` for a cell that is none.
    pub(super) fn as_slice(&self) -> &[Option<Head>] {
        &self.0
    }

    /// Whether the row is the head of the indicators.
    pub(super) fn are_of_indicators(&self) -> bool {
        let levels = self.0.iter().flatten().filter(|head| head.is_level()).count();
        levels >= 2 || levels == 1 && self.0.contains(&Some(Head::Target))
    }

    /// The cells that head the goal and what became of it: `年度总体目标 | 预期目标 | 实际完成情况`.
    pub(super) fn of_goal(&self) -> Option<(usize, Option<usize>)> {
        let is = |at: usize, head: Head| self.0.get(at) == Some(&Some(head));
        // 实际完成情况 heads a column of indicators too.
        let goal = (0..self.0.len()).rfind(|at| is(*at, Head::Goal))?;
        let reached = (goal + 1..self.0.len()).rfind(|at| is(*at, Head::Reached) || is(*at, Head::Actual));
        let alone = reached.is_none() && goal + 1 == self.0.len() && goal > 0 && is(goal - 1, Head::Goal);
        (reached.is_some() || alone).then_some((goal, reached))
    }

    /// Whether the cells head columns of money: two heads side by side, where `预算数 | 40 | 执行数 | 40` has values between.
    pub(super) fn are_of_money(&self) -> bool {
        let money = |head: &Option<Head>| matches!(head, Some(Head::Money(..)));
        self.0.windows(2).any(|pair| money(&pair[0]) && matches!(pair[1], Some(Head::Money(..) | Head::Weight | Head::Score)))
    }
}

/// Whether a cell starts a part of the table, and so a row, where nothing else says that one starts.
pub(super) fn starts_part(text: &str) -> bool {
    PART_NAMES.contains(&without_brackets(text))
}

/// What starts a part of the table.
const PART_NAMES: &[&str] = &["项目基本情况", "预算执行情况", "部门预算执行情况", "项目资金", "年度资金", "绩效指标", "绩效指标完成情况", "总分", "合计"];

#[cfg(test)]
mod tests {
    use super::*;

    fn heads_of(texts: &[&str]) -> Heads {
        texts.iter().map(|text| head_maybe(text)).collect()
    }

    #[track_caller]
    fn heads(words: &[&str], head: Head) {
        for word in words {
            assert_eq!(head_maybe(word), Some(head), "{word}");
        }
    }

    #[test]
    fn heads_are_known_in_the_words_of_every_province() {
        heads(&["年度指标值", "预期指标值（包含数字及文字描述）", "指标值", "目标值", "年度目标值"], Head::Target);
        heads(&["实际完成情况", "实际完成值", "全年完成值", "实际完成指标值", "完成情况", "完成值", "指标完成情况"], Head::Actual);
        heads(&["分值", "权重", "分值（权重）"], Head::Weight);
        heads(&["得分", "自评得分"], Head::Score);
        heads(&["偏差原因分析及改进措施", "未完成原因分析", "备注"], Head::Remark);
        heads(&["年初预算数", "年初预算"], Head::Money(Role::InitialBudget, None));
        heads(&["全年预算数（A）", "调整后预算数"], Head::Money(Role::AdjustedBudget, None));
        heads(&["全年执行数", "预算执行数"], Head::Money(Role::Actual, None));
        heads(&["执行率", "预算执行率"], Head::Money(Role::Completion, Some(Base::Budget)));
        heads(&["预期目标", "年初设定目标", "项目年度目标"], Head::Goal);
        heads(&["实际完成目标", "年度目标完成情况"], Head::Reached);
    }

    #[test]
    fn words_are_known_by_characters_that_stand_in_them() {
        for (words, head) in HEADS {
            assert_eq!(whole_maybe(words), Some(*head), "{words}");
        }
        for (row, (words, _, _)) in PARTS.iter().enumerate() {
            for word in *words {
                assert!(CHARACTERS.may_be_in(word) >> row & 1 == 1, "{word}");
            }
        }
    }

    #[test]
    fn money_is_told_by_its_label() {
        use Concept as C;
        for label in ["年度资金总额", "总额", "项目资金（万元）", "预算数："] {
            assert_eq!(money_maybe(label), Some(C::PerformanceProjectTotal), "{label}");
        }
        for label in ["其中：当年财政拨款", "其中-财政拨款：", "财政拨款", "其中：财政资金"] {
            assert_eq!(money_maybe(label), Some(C::PerformanceProjectFiscal), "{label}");
        }
        for label in ["上年财政拨款", "非财政拨款", "单位自筹"] {
            assert_eq!(money_maybe(label), None, "{label}");
        }
    }

    #[test]
    fn heads_of_money_stand_side_by_side() {
        assert!(heads_of(&["项目资金（万元）", "", "年初预算数", "全年预算数", "执行率"]).are_of_money());
        assert!(!heads_of(&["预算执行情况（万元）", "预算数：", "40万", "执行数：", "40万"]).are_of_money());
    }

    #[test]
    fn the_last_heads_of_a_row_are_those_of_the_goal() {
        assert_eq!(heads_of(&["年度总体目标", "预期目标", "实际完成情况"]).of_goal(), Some((1, Some(2))));
        assert_eq!(heads_of(&["年度目标完成情况", "预期目标", "实际完成目标"]).of_goal(), Some((1, Some(2))));
        assert_eq!(heads_of(&["年度总体目标", "目标1：举办演出"]).of_goal(), None);
    }
}
