//! What a column of a table is, by the words of its head.

use crate::figure::{Base, Role};
use crate::marks::Marks;
use crate::within::{find, has};

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnKind {
    /// The code of the row, or a part of it.
    Code,
    /// The code of the body whose row it is: 单位代码 beside 科目编码.
    BodyCode,
    /// The economic item beside the functional one that the row is of.
    Economic,
    /// The words that name the row.
    Label,
    /// 行次 or 序号: the number of the row.
    Ordinal,
    /// What the table states of the row.
    Value,
    /// Remarks and other words.
    Words,
    /// Amounts without a head beside others, which cannot be told apart.
    Unclear,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) kind: ColumnKind,
    /// The head cells above it from the top, joined by `/`, as folded text.
    pub(super) path: Vec<String>,
    /// The same as printed.
    pub(super) printed: String,
    /// Which half of a table of several sides it belongs to, counted from 0.
    pub(super) panel: usize,
}

impl Column {
    /// Whether the table lists it beside the labels and codes of its rows.
    pub(super) fn is_listed(&self) -> bool {
        match self.kind {
            ColumnKind::Value | ColumnKind::Unclear => true,
            ColumnKind::Words | ColumnKind::Economic => !self.path.is_empty(),
            ColumnKind::Code | ColumnKind::BodyCode | ColumnKind::Label | ColumnKind::Ordinal => false,
        }
    }
}

/// What the head of a column says it holds; `None` if it is a column of values, or its head says nothing.
pub(super) fn kind_named(leaf: &str) -> Option<ColumnKind> {
    const LABELS: &[&str] =
        &["科目", "名称", "支出功能分类", "支出经济分类", "功能分类", "经济分类", "单位", "内容", "指标", "费用名称", "支出内容", "预算单位"];
    const ORDINALS: &[&str] = &["行次", "序号", "行号", "编号"];
    const WORDS: &[&str] = &["备注", "说明", "摘要"];
    let name = leaf.trim_end_matches(['：', ':']);
    let name = name.strip_suffix("（项目）").unwrap_or(name);
    if matches!(name, "类" | "款" | "项" | "科目号") || has(name, "码") && (has(name, "编码") || has(name, "代码")) {
        return Some(ColumnKind::Code);
    }
    let bare = before_brackets(name);
    if !ends_as_kind(name) && !ends_as_kind(bare) && !bare.starts_with('按') {
        return None;
    }
    if ORDINALS.contains(&name) {
        Some(ColumnKind::Ordinal)
    } else if WORDS.contains(&name) {
        Some(ColumnKind::Words)
    } else if LABELS.contains(&name) || is_item(bare) || name.ends_with("名称") || name.ends_with("分类科目") || names_two(name) || names_items(bare) {
        Some(ColumnKind::Label)
    } else {
        None
    }
}

/// Whether the last character of a head is one of those with which the words end that say what a column holds.
fn ends_as_kind(head: &str) -> bool {
    matches!(head.chars().next_back(), Some('目' | '称' | '类' | '位' | '容' | '标' | '别' | '次' | '号' | '注' | '明' | '要' | '）'))
}

/// A head up to its first bracket.
pub(super) fn before_brackets(head: &str) -> &str {
    /// The first byte of `（`, which no Han has.
    const FULL_WIDTH: u8 = 0xef;
    match memchr::memchr2(b'(', FULL_WIDTH, head.as_bytes()) {
        Some(_) => head.find(['（', '(']).map_or(head, |open| &head[..open]),
        None => head,
    }
}

/// `单位（科目名称）`, `单位名称（功能分类科目名称）`: rows of bodies and of their items in one column.
fn names_two(name: &str) -> bool {
    name.starts_with(['单', '部', '科']) && name.ends_with("名称）")
}

/// `支出功能分类科目（按大类）`, `部门预算支出经济科目分类（按大类）`, `政府经济科目名称`, each up to its bracket.
fn names_items(bare: &str) -> bool {
    ["科目", "分类", "科目名称"].iter().any(|end| bare.ends_with(end)) && (has(bare, "功能") || has(bare, "经济"))
}

/// `项目`, `项目（按功能分类）`, `支出项目`, `收入项目`, each up to its bracket; 项目支出 and 项目经费 are values.
fn is_item(bare: &str) -> bool {
    matches!(
        bare,
        "项目" | "支出项目" | "收入项目" | "资金项目" | "经费项目" | "采购项目" | "项目内容" | "项目类别" | "支出类别" | "支出功能分类科目" | "支出科目"
    ) || bare.starts_with("按") && has(bare, "分类")
}

/// In which role the amounts of a column stand, and in which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sense {
    pub(super) role: Role,
    /// How many years before the year of the table; `None` if a year is printed.
    pub(super) before: u16,
    /// The year that the head prints.
    pub(super) year: Option<u16>,
    /// What a completion is a completion of.
    pub(super) base: Option<Base>,
    /// Whether the role is printed, not only the usual one.
    pub(super) said: bool,
}

/// Endings of a head that say the role. The longest come first: 年初预算数 is no mere 预算数.
const ROLES: &[(&str, Role)] = &[
    ("年初预算数", Role::InitialBudget),
    ("年初预算", Role::InitialBudget),
    ("年初批复数", Role::InitialBudget),
    ("全年预算数", Role::AdjustedBudget),
    ("全年预算", Role::AdjustedBudget),
    ("调整预算数", Role::AdjustedBudget),
    ("调整后预算数", Role::AdjustedBudget),
    ("预算调整数", Role::AdjustedBudget),
    ("调整预算", Role::AdjustedBudget),
    ("预算数", Role::Budget),
    ("预算金额", Role::Budget),
    ("预算安排", Role::Budget),
    ("预算安排数", Role::Budget),
    ("预算统计数", Role::Budget),
    ("计划金额", Role::Budget),
    ("实际采购金额", Role::Actual),
    ("决算统计数", Role::Actual),
    ("统计数", Role::Actual),
    ("决算数", Role::Actual),
    ("执行数", Role::Actual),
    ("支出数", Role::Actual),
    ("完成数", Role::Actual),
    ("决算金额", Role::Actual),
    ("实际支出", Role::Actual),
];

/// Heads that say the role as a whole: 政府性基金预算 is a fund.
const WHOLE: &[(&str, Role)] = &[("预算", Role::Budget), ("决算", Role::Actual), ("年初", Role::InitialBudget)];

/// What a head says of change and share.
const RATIOS: &[(&str, Role)] = &[
    ("增减率", Role::Rate),
    ("增长率", Role::Rate),
    ("增减%", Role::Rate),
    ("增减（%）", Role::Rate),
    ("增减比例", Role::Rate),
    ("增减幅度", Role::Rate),
    ("变动率", Role::Rate),
    ("增、减幅度", Role::Rate),
    ("增、减比例", Role::Rate),
    ("增、减率", Role::Rate),
    ("增、减%", Role::Rate),
    ("增减额", Role::Change),
    ("增减数", Role::Change),
    ("增减情况", Role::Change),
    ("增减变动", Role::Change),
    ("比上年增减", Role::Change),
    ("增减", Role::Change),
    ("增、减", Role::Change),
    ("完成预算", Role::Completion),
    ("完成年初预算", Role::Completion),
    ("完成率", Role::Completion),
    ("执行率", Role::Completion),
    ("占比", Role::Share),
    ("比重", Role::Share),
    ("占总", Role::Share),
];

/// Reads the role from a head path, from the lowest cell up; `usual` where the head says none.
pub(super) fn sense(path: &[impl AsRef<str>], usual: Role) -> Sense {
    let parts = || path.iter().map(AsRef::as_ref);
    let year = parts().rev().find_map(year_in);
    let prior = |part: &str| part.starts_with("上年") && !has(part, "结转") && !has(part, "结余");
    let before = u16::from(parts().any(prior));
    let said = parts().rev().find_map(role_of);
    let base = said.and_then(|said| base_of(said, parts()));
    Sense { role: said.unwrap_or(usual), before, year, base, said: said.is_some() }
}

/// The role that one head cell says, and what a completion is a completion of.
pub(super) fn said_by(head: &str) -> Option<(Role, Option<Base>)> {
    let role = role_of(head)?;
    Some((role, base_of(role, [head].into_iter())))
}

/// What a completion is a completion of, by the parts of its head.
fn base_of<'p>(role: Role, mut parts: impl Iterator<Item = &'p str>) -> Option<Base> {
    (role == Role::Completion).then(|| if parts.any(|part| has(part, "年初")) { Base::InitialBudget } else { Base::Budget })
}

/// The role that the name of a row says where it says nothing else: 预算数 above 决算数, 增减率.
pub(super) fn sense_of_row(name: &str) -> Option<Sense> {
    // 比上年增减变动情况 is the longest that names nothing beside the change.
    const LONGEST: usize = 9;
    let only = name.chars().count() <= LONGEST && without_role(name).is_empty();
    role_of(name).filter(|_| only).map(|role| sense(&[name], role))
}

/// Where each of the words of [`RATIOS`] starts in a head, and its place in the list.
fn ratios(head: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let opening = head.char_indices().filter(|(_, c)| opens_ratio(*c));
    opening.flat_map(move |(at, _)| RATIOS.iter().enumerate().filter(move |(_, (words, _))| head[at..].starts_with(words)).map(move |(place, _)| (at, place)))
}

/// Whether one of the words of [`RATIOS`] starts with a character.
fn opens_ratio(c: char) -> bool {
    matches!(c, '增' | '变' | '比' | '完' | '执' | '占')
}

/// The characters that [`opens_ratio`] knows. 比 is one of them: a head that compares two roles has one too.
static OPENING: Marks = Marks::of(&[('增', 1), ('变', 1), ('比', 1), ('完', 1), ('执', 1), ('占', 1)]);

/// Whether a head may say a ratio, or compare two roles.
fn may_have_ratio(head: &str) -> bool {
    OPENING.may_be_in(head) != 0
}

/// What a head says of change or share: the first of [`RATIOS`] in it.
fn ratio_of(head: &str) -> Option<Role> {
    ratios(head).map(|(_, place)| place).min().map(|place| RATIOS[place].1)
}

/// The first of [`ROLES`] that ends a head, and its length.
fn role_at_end(head: &str) -> Option<(Role, usize)> {
    // The last characters of all of them.
    if !head.ends_with(['数', '算', '额', '排', '出']) {
        return None;
    }
    ROLES.iter().find(|(words, _)| head.ends_with(words)).map(|(words, role)| (*role, words.len()))
}

/// Whether a head is one of [`WHOLE`], and which role that is.
fn role_of_whole(head: &str) -> Option<Role> {
    WHOLE.iter().find(|(words, _)| head == *words).map(|(_, role)| *role)
}

/// The two sides of 2023年预算数比2022年执行数.
fn compared(head: &str) -> Option<(&str, &str)> {
    let at = find(head, "比")?;
    Some((&head[..at], &head[at + "比".len()..]))
}

/// 2023年预算数比2022年执行数, over its columns or alone.
fn role_compared(part: &str) -> Option<Role> {
    let (one, other) = compared(part)?;
    let other = other.trim_end_matches(['）', '%', '％']).trim_end_matches(['（', '(']);
    let rate = || part.contains(['%', '％']);
    (is_role(one) && is_role(other)).then(|| if rate() { Role::Rate } else { Role::Change })
}

fn role_of(part: &str) -> Option<Role> {
    if may_have_ratio(part) {
        if let Some(role) = role_compared(part).or_else(|| ratio_of(part)) {
            return Some(role);
        }
    }
    let bare = part.strip_suffix(['）', ')']).and_then(|p| p.rfind(['（', '(']).map(|at| &p[..at])).unwrap_or(part);
    role_of_whole(bare).or_else(|| role_at_end(bare).map(|(role, _)| role))
}

/// A head without its year and its role: empty for `2023年度决算数`, 机关运行经费 for 机关运行经费预算数.
pub(super) fn without_role(part: &str) -> &str {
    let mut rest = part;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 4 && rest[4..].starts_with('年') {
        rest = rest[4..].trim_start_matches("年度").trim_start_matches('年');
    }
    for prior in ["上年度", "上年", "本年度", "本年", "当年"] {
        rest = rest.strip_prefix(prior).filter(|r| r.is_empty() || role_of(r).is_some()).unwrap_or(rest);
    }
    let opened = may_have_ratio(rest);
    if opened && compared(rest).is_some_and(|(one, other)| is_role(one) && is_role(other)) || role_of_whole(rest).is_some() {
        return "";
    }
    if opened && ratios(rest).next().is_some() {
        return without_ratio(rest);
    }
    &rest[..rest.len() - role_at_end(rest).map_or(0, |(_, length)| length)]
}

/// Whether a head only says a role and a year: one side of 2019年预算数比2018年执行数.
fn is_role(head: &str) -> bool {
    !head.is_empty() && without_role(head).is_empty()
}

/// A head without what it says of change or share: empty for 比上年增减率, 公务接待费 for 公务接待费比上年增减额.
///
/// One that goes on with other words, such as 增减原因, stays whole: it is none of the amounts that changed.
fn without_ratio(head: &str) -> &str {
    /// What opens the words that say what is compared.
    const OPENERS: &[&str] = &["占", "完成", "同比", "环比", "比", "较", "与上年", "与去年", "与年初", "与预算", "与2"];
    /// The characters of what may stand behind: 情况, 的百分比, （%）, 总支出.
    const BEHIND: &str = "变动化情况金额率数的百分比例重幅度总支出收入合计决预算年初上本（）()%±+-—、/ ";
    let ends = ratios(head).map(|(at, place)| at + RATIOS[place].0.len()).max();
    let (Some((start, _)), Some(end)) = (ratios(head).next(), ends) else { return head };
    if !head[end..].chars().all(|c| c.is_ascii_digit() || BEHIND.contains(c)) {
        return head;
    }
    let opened = OPENERS.iter().filter_map(|opener| head[..start].find(opener)).min().unwrap_or(start);
    without_role(head[..opened].trim_end_matches(['（', '(']))
}

/// `2023年决算数`, `2022年预算数`.
fn year_in(part: &str) -> Option<u16> {
    let at = find(part, "年")?;
    let digits = part[..at].get(at.checked_sub(4)?..)?;
    let year: u16 = digits.parse().ok()?;
    (1990..=2100).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn says(path: &[&str], role: Role, before: u16, year: Option<u16>) {
        let path: Vec<String> = path.iter().map(|p| (*p).to_owned()).collect();
        let sense = sense(&path, Role::Actual);
        assert_eq!((sense.role, sense.before, sense.year), (role, before, year), "{path:?}");
    }

    #[test]
    fn heads_tell_role_and_year() {
        says(&["收入", "年初预算数"], Role::InitialBudget, 0, None);
        says(&["公务接待费", "预算数"], Role::Budget, 0, None);
        says(&["预算数", "公务接待费"], Role::Budget, 0, None);
        says(&["政府性基金预算"], Role::Actual, 0, None);
        says(&["上年决算数"], Role::Actual, 1, None);
        says(&["上年结转"], Role::Actual, 0, None);
        says(&["2022年执行数"], Role::Actual, 0, Some(2022));
        says(&["比上年增减%"], Role::Rate, 0, None);
        says(&["2023年预算数比2022年执行数"], Role::Change, 0, Some(2023));
        says(&["2023年预算数比2022年执行数（%）"], Role::Rate, 0, Some(2023));
    }

    #[test]
    fn what_a_head_says_of_change_and_share_is_none_of_its_name() {
        let bare =
            ["比上年增减%", "同比增减额", "2023年决算数比2022年增减情况", "较年初预算增减（%）", "占总支出比重（%）", "预算完成率", "完成年初预算的百分比"];
        for head in bare {
            assert_eq!(without_role(head), "", "{head}");
        }
        let named = [("公务接待费增减额", "公务接待费"), ("因公出国（境）费比上年增减率", "因公出国（境）费"), ("公务接待费（占比）", "公务接待费")];
        for (head, name) in named {
            assert_eq!(without_role(head), name);
        }
        assert_eq!(without_role("增减变动原因"), "增减变动原因");
    }

    #[test]
    fn words_are_known_by_the_characters_that_they_start_or_end_with() {
        for (words, role) in RATIOS {
            assert!(words.starts_with(opens_ratio) && may_have_ratio(words), "{words}");
            assert!(ratio_of(words).is_some(), "{words} is a {role}");
        }
        for (words, _) in ROLES {
            assert!(role_at_end(words).is_some(), "{words}");
        }
    }

    #[test]
    fn a_row_that_names_what_changed_is_no_mere_role() {
        let role = |name: &str| sense_of_row(name).map(|sense| sense.role);
        assert_eq!(["增减额", "比上年增减变动情况", "增长率", "占比"].map(role), [Role::Change, Role::Change, Role::Rate, Role::Share].map(Some));
        assert_eq!(["公务接待费增减额", "会议费占比", "增减原因"].map(role), [None; 3]);
    }

    #[test]
    fn heads_tell_what_a_column_holds() {
        let kinds = [
            ("功能分类科目编码", Some(ColumnKind::Code)),
            ("类", Some(ColumnKind::Code)),
            ("科目名称", Some(ColumnKind::Label)),
            ("项目（按功能分类）", Some(ColumnKind::Label)),
            ("项目支出", None),
            ("行次", Some(ColumnKind::Ordinal)),
            ("备注", Some(ColumnKind::Words)),
            ("财政拨款收入", None),
        ];
        for (head, kind) in kinds {
            assert_eq!(kind_named(head), kind, "{head}");
        }
    }
}
