//! The statutory tables by their titles.

use super::numbering::label_maybe;
use super::vocabulary::{Rows, Vocabulary};
use crate::spelling::spelled;
use crate::within::{find, has};
use once_cell::sync::Lazy;
use regex::Regex;
use std::borrow::Cow;

spelled! {
    /// Which statutory table a table is.
    Form, "form" {
        /// 收入支出决算总表.
        IncomeExpenditureSummary = "income_expenditure_summary",
        /// 收入决算表.
        Income = "income",
        /// 支出决算表.
        Expenditure = "expenditure",
        /// 财政拨款收入支出决算总表.
        FiscalSummary = "fiscal_summary",
        /// 财政拨款支出决算明细表.
        FiscalExpenditureDetail = "fiscal_expenditure_detail",
        /// 财政拨款支出预算表.
        FiscalExpenditure = "fiscal_expenditure",
        /// 财政拨款基本支出预算表.
        FiscalBasic = "fiscal_basic",
        /// 一般公共预算财政拨款支出决算表.
        GeneralBudgetExpenditure = "general_budget_expenditure",
        /// 一般公共预算财政拨款支出决算明细表.
        GeneralBudgetExpenditureDetail = "general_budget_expenditure_detail",
        /// 一般公共预算财政拨款基本支出决算表.
        GeneralBudgetBasic = "general_budget_basic",
        /// 一般公共预算财政拨款项目支出决算表.
        GeneralBudgetProject = "general_budget_project",
        /// 财政拨款三公经费支出决算表.
        ThreePublic = "three_public",
        /// 政府性基金预算财政拨款收入支出决算表.
        GovernmentFund = "government_fund",
        /// 政府性基金预算财政拨款三公经费支出决算表.
        GovernmentFundThreePublic = "government_fund_three_public",
        /// 国有资本经营预算财政拨款支出决算表.
        StateCapital = "state_capital",
        /// 机关运行经费支出决算表.
        AgencyOperating = "agency_operating",
        /// 政府采购情况表.
        Procurement = "procurement",
        /// 国有资产占用情况表.
        StateAssets = "state_assets",
        /// 项目支出绩效自评表.
        ProjectPerformance = "project_performance",
        /// 部门整体支出绩效自评表.
        OverallPerformance = "overall_performance",
        /// 单位构成表.
        SubordinateUnits = "subordinate_units",
    }
}

/// Titles of each form, quotation marks left out; budgets name the same tables otherwise.
const TITLES: &[(Form, &[&str])] = &[
    (
        Form::IncomeExpenditureSummary,
        &["收入支出决算总表", "收支决算总表", "部门收支决算总表", "收入支出决算表", "部门收支总表", "收支预算总表", "部门财务收支预算总表"],
    ),
    (Form::Income, &["收入决算表", "收入决算总表", "部门收入总表", "收入预算总表", "部门收入预算总表", "收入预算表"]),
    (Form::Expenditure, &["支出决算表", "支出决算总表", "部门支出总表", "支出预算总表", "部门支出预算总表", "支出预算表"]),
    (Form::FiscalSummary, &["财政拨款收入支出决算总表", "财政拨款收支决算总表", "财政拨款收入支出决算表", "财政拨款收支总表", "财政拨款收支预算总表"]),
    (Form::FiscalExpenditureDetail, &["财政拨款支出决算明细表", "财政拨款支出预算表（部门经济分类科目）"]),
    (Form::FiscalExpenditure, &["财政拨款支出预算表", "财政拨款支出决算表（功能科目）"]),
    (Form::FiscalBasic, &["财政拨款基本支出预算表", "财政拨款基本支出决算表（经济科目）"]),
    (
        Form::GeneralBudgetExpenditure,
        &[
            "一般公共预算财政拨款支出决算表",
            "一般公共预算支出决算表",
            "一般公共预算支出表",
            "一般公共预算支出预算表",
            "一般公共预算支出功能分类预算表",
            "一般公共预算财政拨款收入支出决算表",
        ],
    ),
    (Form::GeneralBudgetExpenditureDetail, &["一般公共预算财政拨款支出决算明细表"]),
    (
        Form::GeneralBudgetBasic,
        &[
            "一般公共预算财政拨款基本支出决算表",
            "一般公共预算财政拨款基本支出决算明细表",
            "一般公共预算基本支出表",
            "一般公共预算基本支出部门预算经济分类预算表",
        ],
    ),
    (
        Form::GeneralBudgetProject,
        &["一般公共预算财政拨款项目支出决算明细表", "一般公共预算财政拨款项目支出决算表", "一般公共预算项目支出表", "一般公共预算项目支出预算表"],
    ),
    (
        Form::ThreePublic,
        &[
            "三公经费支出决算表",
            "三公经费支出表",
            "三公经费支出预算表",
            "财政拨款三公经费支出决算表",
            "一般公共预算财政拨款三公经费支出决算表",
            "三公经费及会议费、培训费支出决算表",
            "一般公共预算三公经费支出表",
            "三公经费和机关运行经费预算表",
            "财政拨款三公经费、行政参公单位机关运行经费情况表",
            "一般公共预算财政拨款三公经费情况表",
        ],
    ),
    (Form::GovernmentFund, &["政府性基金预算财政拨款收入支出决算表", "政府性基金预算支出表", "政府性基金预算支出功能分类预算表"]),
    (Form::GovernmentFundThreePublic, &["政府性基金预算财政拨款三公经费支出决算表"]),
    (Form::StateCapital, &["国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算支出表"]),
    (Form::AgencyOperating, &["机关运行经费支出决算表", "一般公共预算机关运行经费支出预算表", "行政参公单位机关运行经费情况表"]),
    (Form::Procurement, &["政府采购情况表", "政府采购支出表", "政府采购支出预算表"]),
    (Form::StateAssets, &["国有资产占用情况表"]),
    (Form::ProjectPerformance, &["项目支出绩效自评表", "项目绩效目标完成情况表", "部门预算项目支出绩效目标表"]),
    (Form::OverallPerformance, &["部门整体支出绩效自评表", "部门整体支出绩效目标表"]),
    (Form::SubordinateUnits, &["单位构成表", "部门决算单位构成"]),
];

/// Titles that no form of the list has, but that head a table in reports.
const OTHER: &[&str] = &[
    "部门决算相关信息统计表",
    "项目收入支出决算表",
    "机构运行经费支出、国有资产占用情况及政府采购支出信息表",
    "财政专户管理资金收入支出表",
    "政府购买服务支出表",
    "部门整体绩效目标表",
];

/// Words of a title that no list has, with the form they make, the most telling first; each row: all of these, none of those.
const WORDS: &[(&[&str], &[&str], Option<Form>)] = &[
    (&["绩效", "整体"], &[], Some(Form::OverallPerformance)),
    (&["绩效"], &[], Some(Form::ProjectPerformance)),
    (&["三公", "政府性基金"], &["一般公共预算"], Some(Form::GovernmentFundThreePublic)),
    (&["三公"], &[], Some(Form::ThreePublic)),
    (&["机关运行经费", "采购"], &[], None),
    (&["机关运行经费"], &[], Some(Form::AgencyOperating)),
    (&["政府采购"], &["国有资产"], Some(Form::Procurement)),
    (&["国有资产"], &["采购"], Some(Form::StateAssets)),
    (&["政府性基金"], &["明细", "项目支出"], Some(Form::GovernmentFund)),
    (&["国有资本经营"], &["明细", "项目支出"], Some(Form::StateCapital)),
    (&["一般公共预算", "项目支出"], &[], Some(Form::GeneralBudgetProject)),
    (&["一般公共预算", "基本支出"], &[], Some(Form::GeneralBudgetBasic)),
    (&["财政拨款", "基本支出"], &[], Some(Form::FiscalBasic)),
    (&["一般公共预算", "支出", "明细"], &["项目支出"], Some(Form::GeneralBudgetExpenditureDetail)),
    (&["一般公共预算", "支出", "部门经济分类"], &["项目支出"], Some(Form::GeneralBudgetExpenditureDetail)),
    (&["财政拨款", "支出", "明细"], &["一般公共预算", "项目支出"], Some(Form::FiscalExpenditureDetail)),
    (&["财政拨款", "支出", "部门经济分类"], &["一般公共预算", "项目支出"], Some(Form::FiscalExpenditureDetail)),
    (&["一般公共预算", "支出"], &["项目支出"], Some(Form::GeneralBudgetExpenditure)),
    (&["财政拨款", "收支"], &["一般公共预算", "非财政"], Some(Form::FiscalSummary)),
    (&["财政拨款", "收入支出"], &["一般公共预算"], Some(Form::FiscalSummary)),
    (&["财政拨款", "支出"], &["项目支出", "一般公共预算"], Some(Form::FiscalExpenditure)),
    (&["收支", "总表"], OTHER_MONEY, Some(Form::IncomeExpenditureSummary)),
    (&["收支", "总体"], OTHER_MONEY, Some(Form::IncomeExpenditureSummary)),
    (&["收支", "预算表"], OTHER_MONEY, Some(Form::IncomeExpenditureSummary)),
    (&["收支", "决算表"], OTHER_MONEY, Some(Form::IncomeExpenditureSummary)),
    (&["收入支出", "总表"], OTHER_MONEY, Some(Form::IncomeExpenditureSummary)),
    (&["收入支出", "总体"], OTHER_MONEY, Some(Form::IncomeExpenditureSummary)),
    (&["收入", "总表"], NO_INCOME, Some(Form::Income)),
    (&["收入", "总体"], NO_INCOME, Some(Form::Income)),
    (&["支出", "总表"], NO_EXPENDITURE, Some(Form::Expenditure)),
    (&["支出", "总体"], NO_EXPENDITURE, Some(Form::Expenditure)),
    (&["支出分类", "汇总表"], NO_EXPENDITURE, Some(Form::Expenditure)),
    (&["部门", "收入", "预算表"], NO_INCOME, Some(Form::Income)),
    (&["部门", "支出", "预算表"], NO_EXPENDITURE, Some(Form::Expenditure)),
];

/// Words of the tables of some money only.
const OTHER_MONEY: &[&str] = &["财政拨款", "专户", "公共预算", "基金", "国有资本", "非税"];

/// Words that no table of all income has, beside [`OTHER_MONEY`].
const NO_INCOME: &[&str] = &["支出", "财政拨款", "专户", "公共预算", "基金", "国有资本", "非税"];

/// The same of all expenditure.
const NO_EXPENDITURE: &[&str] = &["收入", "财政拨款", "专户", "公共预算", "基金", "国有资本", "项目", "基本", "经费", "采购", "购买", "明细"];

/// What the titles end with.
const LAST: &[char] = &['表', '成', '）', ')'];

/// The fewest bytes of a title: those of 三公表.
const SHORTEST: usize = 9;

/// What all lines hold that are the title of a table.
const TABLE: &str = "表";

/// What the number of a form behind its title starts with.
const NUMBERED: &str = "（公开";

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；')
}

/// Reads a line as the title of a table: a form's title, with a label, a year or an organization before it and a number of the
/// form behind it. `Some(None)` for a table that is no form of the list.
pub(crate) fn titled(line: &str) -> Option<Option<Form>> {
    // 收入支出决算总表 |: the bar behind a cell.
    let line = line.trim_end_matches([' ', '|']);
    if !(SHORTEST..=160).contains(&line.len()) || !has(line, TABLE) {
        return None;
    }
    let dropped = |c: char| matches!(c, '“' | '”' | '"' | '\t' | '\x0b' | ' ');
    // Behind a bracket the number of the form may hide how the title ends.
    if !line.trim_end_matches(dropped).ends_with(LAST) && !has(line, "（") || line.contains(ends_sentence) {
        return None;
    }
    let plain = if line.contains(dropped) { Cow::Owned(line.replace(dropped, "")) } else { Cow::Borrowed(line) };
    let plain = of_general_budget(plain);
    let bare = find(&plain, NUMBERED).map_or(&*plain, |at| &plain[..at]);
    let bare = bare.strip_suffix("（续表）").or_else(|| bare.strip_suffix("（续）")).unwrap_or(bare);
    if !bare.ends_with(LAST) {
        return None;
    }
    // 收入决算表（按功能分类列示）: what the bracket says of the table is no part of its title.
    let within = || bare.strip_suffix('）').and_then(|named| named.rsplit_once('（')).map(|(title, _)| title);
    let whole = listed(bare).or_else(|| listed_in_words(bare)).map(|found| (bare, found));
    let (bare, (form, title)) = whole.or_else(|| within().and_then(|bare| Some((bare, listed(bare)?))))?;
    let before = &bare[..bare.len() - title.len()];
    // A name of a body before the title ends neither in a comma nor in a word that makes it a sentence.
    let owned = before.contains('：') && OWNERS.iter().any(|owner| before.starts_with(owner)) && !before.contains(['，', '。', '》', '《']);
    (!before.contains(['，', '：', '》', '《']) || before.starts_with('表') || owned).then_some(form)
}

/// The general public budget in the name it has had since 2015; before, it was 公共财政预算 or 公共预算.
fn of_general_budget(title: Cow<'_, str>) -> Cow<'_, str> {
    const EARLIER: &[&str] = &["公共财政预算", "公共财政拨款", "公共预算"];
    let Some((at, name)) = EARLIER.iter().find_map(|name| find(&title, name).map(|at| (at, *name))) else { return title };
    if title[..at].ends_with("一般") {
        return title;
    }
    let kept = if name == "公共财政拨款" { "财政拨款" } else { "" };
    Cow::Owned([&title[..at], "一般公共预算", kept, &title[at + name.len()..]].concat())
}

/// The longest listed title that ends the line: 收入决算表 ends in no other form's title but is the end of some.
fn listed(bare: &str) -> Option<(Option<Form>, &str)> {
    let last = last_bytes(bare)?;
    let first = LISTED.partition_point(|listed| listed.last < last);
    let mut alike = LISTED[first..].iter().take_while(|listed| listed.last == last);
    let Listed { title, form, .. } = *alike.find(|listed| bare.ends_with(listed.title))?;
    // The end of a longer title that no list has: 机关运行经费支出决算表 is no 支出决算表.
    let (before, title) = bare.split_at(bare.len() - title.len());
    let longer = has(before, "三公")
        || ["一般公共预算", "政府性基金", "国有资本", "拨款", "费", "专户", "项目", "基本", "采购"].iter().any(|word| before.ends_with(word));
    // 人员支出预算表, 非税收入预算表: only a body or a year stands before the table of all.
    let other = matches!(title, "收入预算表" | "支出预算表") && !(before.is_empty() || before.ends_with(BEFORE_ALL));
    (!longer && !other).then_some((form, title))
}

/// A title of [`TITLES`] or [`OTHER`].
struct Listed {
    last: u64,
    title: &'static str,
    form: Option<Form>,
}

/// The titles by their last bytes, of those that end alike the longest first.
static LISTED: Lazy<Vec<Listed>> = Lazy::new(|| {
    let forms = TITLES.iter().flat_map(|(form, titles)| titles.iter().map(|title| (*title, Some(*form))));
    let listed = |(title, form)| Listed { last: last_bytes(title).expect("no title is so short"), title, form };
    let mut titles: Vec<Listed> = forms.chain(OTHER.iter().map(|title| (*title, None))).map(listed).collect();
    titles.sort_by_key(|listed| (listed.last, std::cmp::Reverse(listed.title.len())));
    titles
});

/// The last eight bytes of a text as one number; `None` if it has fewer.
fn last_bytes(text: &str) -> Option<u64> {
    text.as_bytes().last_chunk().map(|last| u64::from_be_bytes(*last))
}

/// A title of the words of the forms: 一般公共预算财政拨款基本支出决算表（经济科目）.
fn listed_in_words(bare: &str) -> Option<(Option<Form>, &str)> {
    const LONGEST: usize = 45;
    const KINDS: &[&str] =
        &["决算表", "预算表", "总表", "总体表", "支出表", "收入表", "收支表", "情况表", "明细表", "统计表", "信息表", "自评表", "目标表", "公开表", "科目表"];
    let title = match bare.rfind('（') {
        Some(open) if bare.ends_with('）') && bare[..open].ends_with('表') => &bare[..open],
        _ => bare,
    };
    // 五、一般公共预算拨款支出预算表: the mark behind its number lists nothing.
    let label = label_maybe(title).map_or(0, |label| label.skip.min(title.len()));
    let fits = KINDS.iter().any(|kind| title.ends_with(kind)) && bare.chars().count() <= LONGEST && !lists(&title[label..]) || title.contains("三公");
    // 部门：某市财政局 收入总表: the owner stands on the same line.
    let owned = title.split_once('：').is_some_and(|(name, _)| OWNERS.iter().any(|owner| name.starts_with(owner)));
    if !fits || owned || !title.ends_with('表') {
        return None;
    }
    let form = ROWS.first(VOCABULARY.found_in(bare), 0)?;
    (!matches!(form, Some(Form::Income | Form::Expenditure | Form::IncomeExpenditureSummary)) || is_of_all(bare)).then_some((form, bare))
}

/// Whether the side that a title names is that of all: 部门收入预算表, 支出总体情况表; 人员支出预算表 is a part, 工会经费收支决算表 another account.
fn is_of_all(title: &str) -> bool {
    const BEFORE: &[&str] = &["预算", "决算", "综合", "财务", "公开", "总体", "的", "表"];
    let side = ["收", "支"].iter().filter_map(|side| title.find(side)).min().unwrap_or(title.len());
    let before = title[..side].trim_end_matches([' ', '“', '”', '、', '：', ':', '）', '.']);
    let numbered = before.ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    before.is_empty() || numbered || before.ends_with(BEFORE_ALL) || BEFORE.iter().any(|word| before.ends_with(word))
}

/// Characters that a body, a year or its kind end with, before the name of the table of all.
const BEFORE_ALL: &[char] =
    &['年', '度', '门', '位', '局', '委', '会', '府', '院', '校', '学', '所', '站', '队', '团', '心', '县', '区', '镇', '乡', '处', '办'];

/// What names a body before a colon.
const OWNERS: &[&str] = &["部门", "单位", "编制", "填报", "公开部门", "公开单位", "预算单位", "预算部门"];

/// Whether a title names several things, what stands in brackets left aside: 政府采购（资产配置、购买服务）预算表 is one.
fn lists(title: &str) -> bool {
    let mut depth = 0;
    title.chars().any(|c| {
        depth += i32::from(c == '（') - i32::from(c == '）');
        depth == 0 && matches!(c, '、' | '，')
    })
}

/// The words of [`WORDS`].
static VOCABULARY: Lazy<Vocabulary> = Lazy::new(|| Vocabulary::of(WORDS.iter().flat_map(|(all, none, _)| all.iter().chain(none.iter()).copied())));

static ROWS: Lazy<Rows<Option<Form>>> = Lazy::new(|| Rows::of(&VOCABULARY, WORDS));

/// `公开01表`, `财决05-1表`, `公开表1-1`, `表一`, `附表3`, `Z01表`: the number of a form, alone in its cell or line.
static NUMBER: Lazy<Regex> = Lazy::new(|| {
    Regex::new(
        r"(?x) ^ (?:
            (?: 部门 | 单位 )? (?: 财决 | 决算 | 预算 | 财预 )? 公开 (?: 表 | 附表 )? [0-9]{1,2} (?: - [0-9]{1,2} )? 表?
          | (?: 财决 | 财预 | 预决 | 预算 | 决算 | 预 | 决 ) [0-9]{1,2} (?: - [0-9]{1,2} )? 表
          | Z [0-9]{2} (?: _ [0-9]{1,2} )? 表?
          | 附? 表 [0-9]{1,2} (?: - [0-9]{1,2} )?
          | 附? 表 [一二三四五六七八九十]{1,3}
        ) $",
    )
    .expect("the pattern is valid")
});

/// Reads a cell or line as the number of a form.
pub(crate) fn number_maybe(text: &str) -> Option<&str> {
    if !starts_number(text) {
        return None;
    }
    let plain = text.trim_end_matches(['：', ':']);
    (plain.len() <= 30 && plain.ends_with(numbers_end) && NUMBER.is_match(plain)).then_some(plain)
}

/// Whether a text may start with the number of a form, told by its first character.
pub(crate) fn starts_number(text: &str) -> bool {
    text.starts_with(numbers_start)
}

fn numbers_start(c: char) -> bool {
    matches!(c, '部' | '单' | '财' | '决' | '预' | '公' | 'Z' | '附' | '表')
}

fn numbers_end(c: char) -> bool {
    matches!(c, '0'..='9' | '表' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_with_what_stands_around_them() {
        assert_eq!(titled("收入支出决算总表"), Some(Some(Form::IncomeExpenditureSummary)));
        assert_eq!(titled("某区财政局2024年度收入决算表"), Some(Some(Form::Income)));
        assert_eq!(titled("七、财政拨款“三公”经费支出决算表"), Some(Some(Form::ThreePublic)));
        assert_eq!(titled("财政拨款收入支出决算总表"), Some(Some(Form::FiscalSummary)));
        assert_eq!(titled("填列数应与《收支预算总表》"), None);
        assert_eq!(titled("一般公共预算财政拨款基本支出决算表（经济科目）"), Some(Some(Form::GeneralBudgetBasic)));
        assert_eq!(titled("五、一般公共预算拨款支出预算表"), Some(Some(Form::GeneralBudgetExpenditure)));
        assert_eq!(titled("收入决算表（按功能分类列示）"), Some(Some(Form::Income)));
        assert_eq!(titled("2021年一般公共预算安排基本支出分经济科目表（不含上年结转）"), Some(Some(Form::GeneralBudgetBasic)));
        for part in ["工会经费收支决算表", "部门人员支出预算表", "部门单位资金收入预算表", "部门罚没收入预算表", "人员支出总体情况表"]
        {
            let form = titled(part).flatten();
            assert!(!matches!(form, Some(Form::Income | Form::Expenditure | Form::IncomeExpenditureSummary)), "{part} {form:?}");
        }
        assert_eq!(titled("部门收入预算表"), Some(Some(Form::Income)));
        assert_eq!(titled("部门：某市财政局支出决算表"), Some(Some(Form::Expenditure)));
        assert_eq!(titled("某县2019年政府性基金支出预算表"), Some(Some(Form::GovernmentFund)));
        assert_eq!(titled("一般公共预算“三公”经费、会议费、培训费支出决算表"), Some(Some(Form::ThreePublic)));
    }

    #[test]
    fn a_title_is_one_of_one_form() {
        let mut titles: Vec<_> = TITLES.iter().flat_map(|(_, titles)| titles.iter()).chain(OTHER).collect();
        titles.sort_unstable();
        assert_eq!(titles.windows(2).find(|pair| pair[0] == pair[1]), None);
    }

    #[test]
    fn titles_end_with_the_characters_that_are_looked_at_first() {
        let titles = TITLES.iter().flat_map(|(_, titles)| titles.iter()).chain(OTHER);
        assert_eq!(titles.filter(|title| !title.ends_with(LAST)).collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    #[test]
    fn numbers_of_forms_are_known() {
        for number in ["公开01表", "公开01", "财决05-1表", "表一", "表1-1", "附表3", "公开表3-1", "部门公开表8"] {
            assert_eq!(number_maybe(number), Some(number));
        }
        for other in ["收入决算表", "01", "表内数据"] {
            assert_eq!(number_maybe(other), None, "{other}");
        }
    }
}
