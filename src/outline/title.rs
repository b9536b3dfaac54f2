//! What titles say: which kind of section they head, and where a title that runs into its text ends.

use super::vocabulary::{Endings, Rows, Vocabulary};
use crate::spelling::spelled;
use crate::within::length_of;
use once_cell::sync::Lazy;
use std::borrow::Cow;

spelled! {
    /// What a section is about, by its title; parts are known by it whatever their number.
    SectionKind, "section kind" {
        /// 部门概况.
        Overview = "overview",
        /// 决算情况说明, 预算情况说明: the part that explains the accounts.
        Narrative = "narrative",
        /// 决算表, 预算表, 附表.
        Tables = "tables",
        /// 名词解释.
        Glossary = "glossary",
        /// 附件.
        Attachments = "attachments",
        /// 预算绩效.
        Performance = "performance",
        /// 主要职能.
        Duties = "duties",
        /// 重点工作, 工作总结: the work report.
        Work = "work",
        /// 机构设置, 单位构成.
        Institutions = "institutions",
        /// 人员情况.
        Staff = "staff",
        /// 收入支出总体情况.
        Totals = "totals",
        /// 收入情况.
        Revenue = "revenue",
        /// 支出情况.
        Expenditure = "expenditure",
        /// 财政拨款收入支出.
        Fiscal = "fiscal",
        /// 财政拨款基本支出.
        FiscalBasic = "fiscal_basic",
        /// 一般公共预算财政拨款支出.
        GeneralBudget = "general_budget",
        /// 一般公共预算财政拨款基本支出.
        GeneralBudgetBasic = "general_budget_basic",
        /// “三公”经费.
        ThreePublic = "three_public",
        /// 政府性基金预算.
        GovernmentFund = "government_fund",
        /// 国有资本经营预算.
        StateCapital = "state_capital",
        /// 机关运行经费.
        AgencyOperatingCost = "agency_operating_cost",
        /// 政府采购.
        Procurement = "procurement",
        /// 国有资产占用.
        StateAssets = "state_assets",
        /// 其他重要事项.
        OtherMatters = "other_matters",
        /// 联系方式.
        Contact = "contact",
    }
}

/// Words of titles and what they head: the first row all of whose words stand in the title, and none of its second list.
const KINDS: &[(&[&str], &[&str], SectionKind)] = &[
    (&["名词解释"], &[], SectionKind::Glossary),
    (&["名称解释"], &[], SectionKind::Glossary),
    (&["名词说明"], &[], SectionKind::Glossary),
    (&["专业名词"], &[], SectionKind::Glossary),
    (&["专用名词"], &[], SectionKind::Glossary),
    (&["联系方式"], &[], SectionKind::Contact),
    (&["信息反馈"], &[], SectionKind::Contact),
    (&["机构运行经费"], &[], SectionKind::AgencyOperatingCost),
    (&["机关运行"], &["三公"], SectionKind::AgencyOperatingCost),
    (&["行政运行经费"], &[], SectionKind::AgencyOperatingCost),
    (&["政府采购"], &["机关运行", "三公"], SectionKind::Procurement),
    (&["国有资产"], &[], SectionKind::StateAssets),
    (&["资产占"], &[], SectionKind::StateAssets),
    (&["资产占有"], &[], SectionKind::StateAssets),
    (&["三公"], &[], SectionKind::ThreePublic),
    (&["因公出国"], &[], SectionKind::ThreePublic),
    (&["公务接待"], &[], SectionKind::ThreePublic),
    (&["公务用车"], &[], SectionKind::ThreePublic),
    (&["政府性基金"], &[], SectionKind::GovernmentFund),
    (&["国有资本"], &[], SectionKind::StateCapital),
    (&["绩效"], &["附件"], SectionKind::Performance),
    (&["一般公共预算", "基本支出"], &[], SectionKind::GeneralBudgetBasic),
    (&["公共财政", "基本支出"], &[], SectionKind::GeneralBudgetBasic),
    (&["财政拨款", "基本支出"], &[], SectionKind::FiscalBasic),
    (&["一般公共预算", "项目支出"], &[], SectionKind::GeneralBudget),
    (&["一般公共预算"], &["收入支出决算总"], SectionKind::GeneralBudget),
    (&["公共财政"], &["收支总"], SectionKind::GeneralBudget),
    (&["公共预算", "支出"], &[], SectionKind::GeneralBudget),
    (&["财政拨款"], &[], SectionKind::Fiscal),
    (&["财政资金收入"], &["支出"], SectionKind::Revenue),
    (&["财政资金支出"], &[], SectionKind::Expenditure),
    (&["财政资金收支"], &[], SectionKind::Totals),
    (&["基本支出"], &[], SectionKind::Expenditure),
    (&["项目支出"], &[], SectionKind::Expenditure),
    (&["收入", "支出"], &["表"], SectionKind::Totals),
    (&["收支"], &["表"], SectionKind::Totals),
    (&["收入支出", "说明"], &[], SectionKind::Totals),
    (&["收支", "说明"], &[], SectionKind::Totals),
    (&["预算执行情况分析"], &[], SectionKind::Totals),
    (&["结转和结余"], &[], SectionKind::Totals),
    (&["收入", "情况"], &[], SectionKind::Revenue),
    (&["支出", "情况"], &[], SectionKind::Expenditure),
    (&["收入预算"], &["表"], SectionKind::Revenue),
    (&["支出预算"], &["表"], SectionKind::Expenditure),
    (&["其他", "事项"], &[], SectionKind::OtherMatters),
    (&["其他情况说明"], &[], SectionKind::OtherMatters),
    (&["其它", "事项"], &[], SectionKind::OtherMatters),
    (&["重要事项"], &[], SectionKind::OtherMatters),
    (&["口径"], &[], SectionKind::OtherMatters),
    (&["职责"], &["内设", "机构"], SectionKind::Duties),
    (&["职能", "机构"], &["机构职能"], SectionKind::Institutions),
    (&["职责", "机构"], &[], SectionKind::Institutions),
    (&["职能", "工作"], &[], SectionKind::Overview),
    (&["职能"], &["机构设置"], SectionKind::Duties),
    (&["重点工作"], &[], SectionKind::Work),
    (&["主要工作"], &[], SectionKind::Work),
    (&["工作总结"], &[], SectionKind::Work),
    (&["工作任务"], &[], SectionKind::Work),
    (&["工作完成"], &[], SectionKind::Work),
    (&["工作开展"], &[], SectionKind::Work),
    (&["工作成效"], &[], SectionKind::Work),
    (&["工作亮点"], &[], SectionKind::Work),
    (&["主要事业成效"], &[], SectionKind::Work),
    (&["事业发展"], &[], SectionKind::Work),
    (&["人员"], &["机构", "人员经费", "人员支出"], SectionKind::Staff),
    (&["编制情况"], &[], SectionKind::Staff),
    (&["机构"], &[], SectionKind::Institutions),
    (&["单位构成"], &[], SectionKind::Institutions),
    (&["部门构成"], &[], SectionKind::Institutions),
    (&["决算单位"], &[], SectionKind::Institutions),
    (&["预算单位"], &[], SectionKind::Institutions),
    (&["单位基本情况"], &[], SectionKind::Overview),
    (&["概况"], &[], SectionKind::Overview),
    (&["基本情况"], &[], SectionKind::Overview),
    (&["决算", "情况说明"], &[], SectionKind::Narrative),
    (&["预算", "情况说明"], &[], SectionKind::Narrative),
    (&["决算情况"], &[], SectionKind::Narrative),
    (&["决算说明"], &[], SectionKind::Narrative),
    (&["预算说明"], &[], SectionKind::Narrative),
    (&["编制说明"], &[], SectionKind::Narrative),
    (&["附件"], &[], SectionKind::Attachments),
    (&["附表"], &[], SectionKind::Tables),
    (&["决算公开表"], &[], SectionKind::Tables),
    (&["决算", "表"], &[], SectionKind::Tables),
    (&["预算", "表"], &[], SectionKind::Tables),
    (&["公开表"], &[], SectionKind::Tables),
    (&["报表"], &[], SectionKind::Tables),
];

/// Titles of the statutory chapters in budgets of 江苏 end “…表情况说明”: they explain a table and are no table.
const EXPLAINS: &[&str] = &["说明", "情况"];

/// Marks that titles of one form are printed with and without.
const QUOTES: &[char] = &['“', '”', '‘', '’'];

/// The first byte of each of them.
const QUOTE: u8 = 0xe2;

/// What a title heads; `None` if its words are no title of the forms.
pub(crate) fn kind_of(title: &str, is_part: bool) -> Option<SectionKind> {
    let plain: Cow<'_, str> = match memchr::memchr(QUOTE, title.as_bytes()).is_some() {
        true => Cow::Owned(title.replace(QUOTES, "")),
        false => Cow::Borrowed(title),
    };
    if is_part {
        if let Some(kind) = part_kind(&plain) {
            return Some(kind);
        }
    }
    let explains = EXPLAINS.iter().any(|end| plain.ends_with(end));
    ROWS.first(VOCABULARY.found_in(&plain), if explains { *TABLE } else { 0 })
}

/// The words of [`KINDS`].
static VOCABULARY: Lazy<Vocabulary> = Lazy::new(|| Vocabulary::of(KINDS.iter().flat_map(|(all, none, _)| all.iter().chain(none.iter()).copied())));

static ROWS: Lazy<Rows<SectionKind>> = Lazy::new(|| Rows::of(&VOCABULARY, KINDS));

/// The bit of 表, that does not forbid anything in a title that explains a table.
static TABLE: Lazy<u128> = Lazy::new(|| VOCABULARY.bits(&["表"]));

/// The kinds of parts, by how their titles end: the organization before may hold any word.
fn part_kind(title: &str) -> Option<SectionKind> {
    const ENDS: &[(&str, SectionKind)] = &[
        ("情况说明", SectionKind::Narrative),
        ("决算说明", SectionKind::Narrative),
        ("预算说明", SectionKind::Narrative),
        ("概况", SectionKind::Overview),
        ("基本情况", SectionKind::Overview),
        ("决算表", SectionKind::Tables),
        ("预算表", SectionKind::Tables),
        ("公开表", SectionKind::Tables),
        ("报表", SectionKind::Tables),
        ("附表", SectionKind::Tables),
    ];
    if title.contains("其他") || title.contains("重要事项") || title.contains("绩效") {
        return None;
    }
    let bare = title.split('（').next().unwrap_or(title);
    ENDS.iter().find(|(end, _)| bare.ends_with(end)).map(|(_, kind)| *kind)
}

/// Words that end titles of the forms.
const ENDS: &[&str] = &[
    "情况说明",
    "说明",
    "情况",
    "概况",
    "职责",
    "职能",
    "总结",
    "名词解释",
    "名称解释",
    "决算表",
    "预算表",
    "总表",
    "明细表",
    "构成",
    "设置",
    "简介",
    "目标",
    "附件",
    "附表",
    "评价",
    "结果",
    "建议",
    "问题",
    "结论",
    "事项",
    "分析",
    "方式",
    "渠道",
    "公开表",
    "报表",
    "任务",
    "组成",
    "成效",
    "对比",
    "管理",
    "数据",
    "主要工作",
    "重点工作",
    "报告",
    "范围",
];

/// Whether a text goes on as titles do behind a word that could have ended one: 目标 + 完成情况, 情况 + 说明.
pub(super) fn goes_on_as_title(text: &str) -> bool {
    ENDS.iter().any(|word| text.starts_with(word))
}

/// Whether a title ends as titles of the forms do.
pub(crate) fn ends_as_title(title: &str) -> bool {
    ENDINGS.end(title.trim_end_matches(closes))
}

/// Where, behind at most `most` characters of a text, what stands before ends as titles do: where [`ends_as_title`] would tell so of a text
/// that holds no mark but brackets.
pub(super) fn ends_of_words(text: &str, most: usize) -> impl Iterator<Item = usize> + '_ {
    const CLOSING: &[u8] = "）".as_bytes();
    let (text, endings) = (text.as_bytes(), &*ENDINGS);
    let (mut end, mut count, mut ended) = (0, 0, false);
    std::iter::from_fn(move || {
        while count < most {
            end += length_of(*text.get(end)?);
            count += 1;
            let so_far = &text[..end];
            ended = if ended && so_far.ends_with(CLOSING) { true } else { endings.end(so_far) };
            if ended {
                return Some(end);
            }
        }
        None
    })
}

/// Whether the mark closes a title that ends before it.
fn closes(c: char) -> bool {
    matches!(c, '。' | '：' | '）')
}

static ENDINGS: Lazy<Endings> = Lazy::new(|| Endings::of(ENDS.iter().copied()));

/// The most characters of a heading of the forms; the longest seen has 31, longer lines were sentences.
pub(crate) const LONGEST: usize = 36;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn heads(title: &str, kind: SectionKind) {
        assert_eq!(kind_of(title, false), Some(kind), "{title}");
    }

    #[test]
    fn chapters_are_known_by_their_words() {
        heads("收入支出决算总体情况说明", SectionKind::Totals);
        heads("收支预算总表情况说明", SectionKind::Totals);
        heads("财政拨款收入支出决算总体情况说明", SectionKind::Fiscal);
        heads("一般公共预算财政拨款基本支出决算情况说明", SectionKind::GeneralBudgetBasic);
        heads("“三公”经费财政拨款支出决算情况说明", SectionKind::ThreePublic);
        heads("一般公共预算“三公”经费、会议费、培训费支出预算表情况说明", SectionKind::ThreePublic);
        heads("机构设置", SectionKind::Institutions);
        heads("收入决算情况说明", SectionKind::Revenue);
        heads("支出预算总表情况说明", SectionKind::Expenditure);
        heads("专业名词解释", SectionKind::Glossary);
    }

    #[test]
    fn words_that_end_titles_are_found_as_the_text_goes_on() {
        for text in ["收入情况（表）说明情况）、目标完成情况", "情况", "", "（）情况）", "单位构成5情况"] {
            let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]);
            let ends: Vec<usize> = ends.filter(|end| ends_as_title(&text[..*end])).collect();
            assert_eq!(ends_of_words(text, 36).collect::<Vec<_>>(), ends, "{text}");
            assert_eq!(ends_of_words(text, 4).count(), ends.iter().filter(|end| text[..**end].chars().count() <= 4).count(), "{text}");
        }
    }

    #[test]
    fn parts_are_known_by_how_they_end() {
        assert_eq!(kind_of("某市国有资产监督管理委员会概况", true), Some(SectionKind::Overview));
        assert_eq!(kind_of("2020年度部门决算情况说明", true), Some(SectionKind::Narrative));
        assert_eq!(kind_of("其他重要事项及相关口径情况说明", true), Some(SectionKind::OtherMatters));
    }
}
