//! What each small report of `corpus/minimal/` says, pinned figure by figure.
//!
//! A figure is written as one line:
//!
//! ```text
//! concept role value unit year [direction] [vs YEAR [basis]] [of CONCEPT] [base KIND] [BOUND] [as_of DATE] [from LOW] [CODE] [name=value] [in N]
//! ```
//!
//! `-` is a concept that the text does not support, `?` a unit that nothing says, and `in N` names the figure, counted from 0,
//! whose part this is.

use juesuan::{DiagnosticCode, Figure, Report, Section, Term};
use std::fmt::Write;
use std::path::Path;

fn report(name: &str) -> Report {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/minimal").join(name).with_extension("txt");
    let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    juesuan::parse(&bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn line(figure: &Figure) -> String {
    let concept = figure.concept.map_or("-", |c| c.as_str());
    let unit = figure.unit.as_ref().map_or("?", |u| u.as_str());
    let year = figure.year.map_or("?".into(), |y| y.to_string());
    let mut out = format!("{concept} {} {}{unit} {year}", figure.role, figure.value);
    let mut word = |word: std::fmt::Arguments<'_>| write!(out, " {word}").expect("writing to a string does not fail");
    figure.direction.iter().for_each(|d| word(format_args!("{d}")));
    if let Some(versus) = figure.versus {
        word(format_args!("vs {}", versus.year.map_or("?".into(), |y| y.to_string())));
        versus.basis.iter().for_each(|b| word(format_args!("{b}")));
    }
    figure.of.iter().for_each(|c| word(format_args!("of {c}")));
    figure.base.iter().for_each(|b| word(format_args!("base {b}")));
    figure.bound.iter().for_each(|b| word(format_args!("{b}")));
    figure.as_of.iter().for_each(|d| word(format_args!("as_of {d}")));
    figure.low.iter().for_each(|l| word(format_args!("from {l}")));
    figure.code.iter().for_each(|c| word(format_args!("{c}")));
    figure.dimensions.iter().for_each(|(name, value)| word(format_args!("{name}={value}")));
    figure.part_of.iter().for_each(|whole| word(format_args!("in {whole}")));
    out
}

#[track_caller]
fn figures(name: &str, expected: &[&str]) {
    let read: Vec<String> = report(name).figures.iter().map(line).collect();
    if read != expected {
        let mut lines = String::new();
        for at in 0..read.len().max(expected.len()) {
            let [is, should] = [read.get(at).map(String::as_str), expected.get(at).copied()].map(|l| l.unwrap_or("(nothing)"));
            let text = if is == should { format!("  {is}\n") } else { format!("- {should}\n+ {is}\n") };
            lines.push_str(&text);
        }
        panic!("{name}.txt: - is what it says, + is what was read\n{lines}");
    }
}

#[track_caller]
fn remarks(name: &str, expected: &[DiagnosticCode]) {
    let read: Vec<DiagnosticCode> = report(name).diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(read, expected, "diagnostics of {name}.txt");
}

#[track_caller]
fn terms(name: &str, expected: &[&str]) {
    let written = |term: &Term| format!("{} {}", term.label, [term.path.as_slice(), std::slice::from_ref(&term.term)].concat().join(" > "));
    let read: Vec<String> = report(name).glossary.iter().map(written).collect();
    assert_eq!(read, expected, "terms of {name}.txt");
}

#[track_caller]
fn headings(name: &str, expected: &[&str]) {
    fn walk(sections: &[Section], out: &mut Vec<String>) {
        for section in sections {
            out.push(format!("{} {}", section.label, section.title));
            walk(&section.children, out);
        }
    }
    let mut read = Vec::new();
    walk(&report(name).sections, &mut read);
    assert_eq!(read, expected, "headings of {name}.txt");
}

#[test]
fn headings_glued_to_their_text() {
    headings(
        "headings-glued-to-their-text",
        &[
            "一、 云桥镇主要职责",
            "二、 部门预算单位基本情况",
            "三、 部门主要工作任务",
            "（一） 做好河道清淤工作",
            "（二） 做好防汛值守、物资储备、堤防巡查、险情处置等各项工作，组织村居开展转移避险演练和宣传",
            "（三） 做好其他工作",
            "四、 预算收支总体情况",
            "五、 政府性基金预算拨款支出情况",
            "六、 一般公共预算“三公”经费支出情况",
            "（一） 因公出国（境）经费",
            "（二） 公务接待费",
            "（三） 公务用车购置及运行费",
        ],
    );
    figures(
        "headings-glued-to-their-text",
        &[
            "- count 4个 2021",
            "subordinate_units count 2个 2021",
            "revenue_total budget 412.60万元 2021",
            "expenditure_total budget 412.60万元 2021",
            "three_public_total budget 3.40万元 2021",
            "three_public_abroad budget 0万元 2021",
            "three_public_reception budget 1.10万元 2021",
            "three_public_vehicle budget 2.30万元 2021",
        ],
    );
}

#[test]
fn headings_parted_by_blanks() {
    headings(
        "headings-parted-by-blanks",
        &[
            "一、 2021年部门收支预算",
            "（一） 收入预算",
            "（二） 支出预算",
            "二、 专项管理清单",
            "三、 严控一般性支出",
            "四、 项目绩效自评报告",
            "（一） 河道整治项目（一期、二期）",
            "1． 项目的基本情况",
            "（二） 加强学习，提升素质",
        ],
    );
    figures(
        "headings-parted-by-blanks",
        &[
            "revenue_general_public_budget budget 66.00万元 2021",
            "revenue_government_fund budget 0万元 2021",
            "expenditure_basic_personnel budget 41.50万元 2021",
            "expenditure_basic_operating budget 24.50万元 2021",
            "- ratio 5% 2021",
            "- actual 120.00万元 2021",
            "- count 3次 2021",
        ],
    );
}

#[test]
fn glossary_glued_to_its_heading() {
    headings("glossary-glued-to-its-heading", &["一、 收入决算情况", "二、 支出决算情况", "三、 名词解释"]);
    terms("glossary-glued-to-its-heading", &["（一） 财政拨款收入", "（二） 其他收入", "（三） 基本支出"]);
}

#[test]
fn counts_before_the_first_heading() {
    headings("counts-before-the-first-heading", &["二、 部门主要工作"]);
    figures(
        "counts-before-the-first-heading",
        &[
            "dispatched_agencies count 6个 2021",
            "subordinate_institutions count 3个 2021",
            "staff_quota_of_unit count 27名 2021 item=事业编制",
            "- count 4个 2021",
        ],
    );
}

#[test]
fn heading_behind_the_furniture_of_a_page() {
    headings("heading-behind-the-furniture-of-a-page", &["一、 财政拨款开支“三公经费”的单位范围", "二、 2021年财政拨款开支的“三公经费”支出决算情况"]);
    assert_eq!(report("heading-behind-the-furniture-of-a-page").published.map(|date| date.to_string()).as_deref(), Some("2022-09-17"));
}

#[test]
fn numbered_table_title_is_a_heading() {
    headings("numbered-table-title-is-a-heading", &["一、 2021年“三公”经费支出决算表", "二、 2021年“三公”经费支出决算情况说明"]);
    figures(
        "numbered-table-title-is-a-heading",
        &[
            "three_public_total actual 6.60万元 2021",
            "three_public_abroad actual 0万元 2021",
            "three_public_reception actual 2.10万元 2021",
            "three_public_vehicle actual 4.50万元 2021",
            "three_public_total actual 6.60万元 2021",
        ],
    );
}

#[test]
fn contents_by_items_body_by_chapters() {
    headings("contents-by-items-body-by-chapters", &["一、 2021年“三公”经费增减情况", "二、 2021年“三公”经费支出预算情况说明"]);
}

#[test]
fn title_with_a_year_below_a_list() {
    headings("title-with-a-year-below-a-list", &[" 云桥区建设局（部门）机构设置", " 2021年部门预算编制说明"]);
    assert_eq!(report("title-with-a-year-below-a-list").units, ["云桥区建设局本部", "云桥区建筑业管理中心"]);
}

#[test]
fn sentence_with_a_number_is_no_heading() {
    headings("sentence-with-a-number-is-no-heading", &["一、 收入决算情况", "三、 政府采购支出情况"]);
    figures(
        "sentence-with-a-number-is-no-heading",
        &["revenue_current_total actual 98.00万元 2021", "agency_operating_cost actual 0? 2021", "procurement_total actual 4.00万元 2021"],
    );
}

#[test]
fn sentences_between_bars() {
    figures(
        "sentences-between-bars",
        &[
            "three_public_total actual 83.80万元 2021",
            "three_public_total change 2.90万元 2021 decrease vs 2020",
            "three_public_reception actual 21.25万元 2021 in 0",
        ],
    );
}

#[test]
fn text_behind_a_heading_on_its_line() {
    headings("text-behind-a-heading-on-its-line", &["一、 2021年“三公”经费决算情况", "二、 2021年“三公”经费增减变化情况"]);
    figures(
        "text-behind-a-heading-on-its-line",
        &[
            "three_public_total actual 7.60万元 2021",
            "three_public_reception actual 1.80万元 2021 in 0",
            "three_public_total change 1.50万元 2021 decrease vs 2020",
        ],
    );
}

/// Title and organization.
#[track_caller]
fn says_of_itself(name: &str, title: Option<&str>, organization: &str) {
    let read = report(name);
    assert_eq!((read.title.as_deref(), read.organization.as_deref()), (title, Some(organization)), "{name}.txt");
}

#[test]
fn title_below_the_owner_of_the_site() {
    says_of_itself("title-below-the-owner-of-the-site", Some("云桥区审计局2021年度“三公”经费支出决算情况"), "云桥区审计局");
}

#[test]
fn title_of_a_text_to_be_published() {
    let name = "title-of-a-text-to-be-published";
    says_of_itself(name, Some("江州市运东区审计局2020年度单位决算公开文本"), "江州市运东区审计局");
    assert_eq!(report(name).region, None, "a name that only ends like a county's");
}

#[test]
fn name_over_two_lines() {
    says_of_itself("name-over-two-lines", Some("青山市云桥区人民政府石榴街道办事处2021年度部门决算"), "青山市云桥区人民政府石榴街道办事处");
}

#[test]
fn title_that_goes_on_in_the_next_line() {
    says_of_itself("title-that-goes-on-in-the-next-line", Some("云桥县公共资源交易中心2021年部门预算及“三公”经费预算编制说明"), "云桥县公共资源交易中心");
}

#[test]
fn organization_with_its_region() {
    says_of_itself("organization-with-its-region", Some("2021年水利服务中心部门预算说明"), "青山新区水利服务中心");
    figures("organization-with-its-region", &["revenue_total budget 36.40万元 2021", "procurement_total budget 2.00万元 2021"]);
}

#[test]
fn organization_of_a_sentence() {
    says_of_itself("organization-of-a-sentence", None, "云桥县工商业联合会");
}

#[test]
fn supplement_of_a_consultative_conference() {
    says_of_itself("supplement-of-a-consultative-conference", Some("云桥市政协2021年部门决算公开补充说明"), "云桥市政协");
}

#[test]
fn one_line_with_english_points() {
    headings(
        "one-line-with-english-points",
        &[
            "一、 部门主要职责",
            "二、 机构设置情况",
            "三、 2022年主要工作完成情况",
            "四、 收入支出决算总体情况",
            "五、 收入决算情况",
            "六、 支出决算情况",
            "七、 “三公”经费支出决算情况",
            "(一) 因公出国(境)费",
            "(二) 公务接待费",
            "(三) 公务用车购置及运行费",
            "八、 政府采购支出情况",
            "九、 名词解释",
        ],
    );
    terms("one-line-with-english-points", &["(一) 财政拨款收入", "(二) 基本支出"]);
    says_of_itself("one-line-with-english-points", None, "青溪县林业局");
}

#[test]
fn full_width_numbering() {
    headings(
        "full-width-numbering",
        &[
            "一． 部门概况",
            "（一）、 主要职能",
            "（二）、 机构设置",
            "二． ２０２２年度部门决算情况说明",
            "（一）、 收入支出决算总体情况说明",
            "（二）、 “三公”经费支出决算情况说明",
            "１． 总体情况",
            "２． 具体情况",
            "三． 其他重要事项的情况说明",
            "（一）、 机关运行经费支出情况",
            "四． 专业名词解释",
        ],
    );
    terms("full-width-numbering", &["１． 财政拨款收入", "２． 基本支出"]);
}

#[test]
fn wrapped_parts_over_two_lines() {
    headings(
        "wrapped-parts-over-two-lines",
        &[
            "第一部分 部门概况",
            "一: 主要职责",
            "第二部分 2022年度部门决算情况说明",
            "一: 收入支出决算总体情况说明",
            "二: 政府采购支出说明及国有资产占用情况说明",
            "第三部分 名词解释",
        ],
    );
    terms("wrapped-parts-over-two-lines", &["1、 财政拨款收入", "2、 年末结转和结余"]);
}

#[test]
fn labels_of_every_style() {
    headings(
        "labels-of-every-style",
        &[
            "一、 单位基本情况",
            "（一） 职能职责",
            "（二） 机构设置",
            "1） 办公室",
            "二、 单位决算情况说明",
            "（一） 收入支出决算总体情况说明",
            "1. 总体情况",
            "2. 收入情况",
            "3、 支出情况",
            "、 政府性基金预算收支决算情况说明",
            "三、 “三公”经费情况说明",
            "（1） 因公出国（境）费用",
            "（2） 公务接待费",
            "四、 其他需要说明的事项",
            "（一） 机关运行经费情况说明",
            "（二） 国有资产占用情况说明",
            "五、 名称解释",
        ],
    );
    terms("labels-of-every-style", &["（一） 财政拨款收入", "（二） 其他收入"]);
}

#[test]
fn one_line_by_parts() {
    headings(
        "one-line-by-parts",
        &[
            "第一部分 部门概况",
            "一、 主要职能",
            "二、 机构设置",
            "第二部分 2022年部门预算情况说明",
            "一、 收支预算情况说明",
            "二、 “三公”经费预算情况说明",
            "第三部分 名词解释",
        ],
    );
    terms("one-line-by-parts", &["1. 财政拨款收入", "2. 基本支出"]);
    figures(
        "one-line-by-parts",
        &[
            "internal_total count 5个 2022",
            "- count 9个 2022",
            "revenue_total budget 702.60万元 2022",
            "revenue_total change 12.60万元 2022 increase vs 2021",
            "expenditure_total budget 702.60万元 2022",
            "expenditure_basic budget 612.60万元 2022 in 4",
            "expenditure_project budget 90.00万元 2022 in 4",
            "three_public_total budget 6.20万元 2022",
            "three_public_reception budget 1.20万元 2022 in 7",
            "three_public_vehicle_operation budget 5.00万元 2022 in 7",
        ],
    );
}

#[test]
fn ambiguous_direction() {
    figures(
        "ambiguous-direction",
        &[
            "three_public_reception change 1.24万元 2021 ambiguous vs 2020",
            "three_public_reception rate 8.37% 2021 decrease vs 2020",
            "three_public_vehicle_operation change 2.06万元 2021 ambiguous vs 2020",
            "three_public_vehicle_operation rate 11.20% 2021 ambiguous vs 2020",
        ],
    );
    remarks("ambiguous-direction", &[DiagnosticCode::AmbiguousDirection, DiagnosticCode::AmbiguousDirection, DiagnosticCode::AmbiguousDirection]);
}

#[test]
fn amounts_inside_a_reason() {
    figures(
        "amounts-inside-a-reason",
        &[
            "agency_operating_cost actual 96.50万元 2021",
            "agency_operating_cost change 8.20万元 2021 increase vs 2020",
            "agency_operating_cost rate 9.29% 2021 increase vs 2020",
            "- count 6人 2021",
            "- actual 5.40万元 2021",
            "- change 2.80万元 2021 increase vs 2020",
            "procurement_total actual 43.00万元 2021",
            "procurement_goods actual 13.00万元 2021 in 6",
            "procurement_services actual 30.00万元 2021 in 6",
        ],
    );
}

#[test]
fn arithmetic_in_the_text() {
    figures(
        "arithmetic-in-the-text",
        &["general_budget_basic_personnel actual 318.60万元 2021", "- actual 1240元 2021", "- count 3人 2021", "- actual 4.46万元 2021"],
    );
}

#[test]
fn bare_wan() {
    figures(
        "bare-wan",
        &[
            "three_public_reception actual 2.75万元 2021",
            "three_public_reception_foreign actual 0.35万元 2021 in 0",
            "three_public_reception_domestic actual 2.40万元 2021 in 0",
            "- actual 6万公里 2021",
            "- count 1.2万件 2021",
        ],
    );
}

#[test]
fn bounds() {
    figures(
        "bounds",
        &[
            "- count 1.2万件 2021 just_under",
            "- count 1300人次 2021 just_over",
            "- actual 3.6亿元 2021 more_than",
            "- ratio 98% 2021 at_least",
            "- ratio 0.5% 2021 at_most",
            "- ratio 95% 2021 at_least",
            "- actual 3天 2021 about",
            "- count 12个 2021 at_least",
            "- count 5件 2021 less_than",
        ],
    );
}

#[test]
fn budget_inside_the_rate() {
    figures(
        "budget-inside-the-rate",
        &[
            "three_public_total actual 46.20万元 2021",
            "three_public_total adjusted_budget 66.00万元 2021",
            "three_public_total completion 70% 2021 base adjusted_budget",
            "three_public_reception actual 9.60万元 2021",
            "three_public_reception budget 12.00万元 2021",
            "three_public_reception completion 80% 2021 base budget",
        ],
    );
}

#[test]
fn change_against_the_budget() {
    figures(
        "change-against-the-budget",
        &[
            "three_public_total actual 38.40万元 2021",
            "three_public_total change 9.60万元 2021 decrease vs 2021 initial_budget",
            "three_public_total rate 20.00% 2021 decrease vs 2021 initial_budget",
            "three_public_total change 1.90万元 2021 increase vs 2020",
            "three_public_total rate 5.21% 2021 increase vs 2020",
        ],
    );
}

#[test]
fn chinese_numeral_percent() {
    figures(
        "chinese-numeral-percent",
        &["three_public_total completion 86.5% 2021 base budget", "three_public_total rate 3% 2021 decrease vs 2020", "- ratio 95% 2021 at_least"],
    );
}

#[test]
fn comma_between_two_numbers() {
    figures(
        "comma-between-two-numbers",
        &[
            "revenue_total actual 2318.47万元 2021",
            "expenditure_total actual 2296.05万元 2021",
            "revenue_total change 118.20万元 2021 increase vs 2020",
            "expenditure_total change 95.83万元 2021 increase vs 2020",
            "revenue_total rate 5.37% 2021 increase vs 2020",
            "expenditure_total rate 4.36% 2021 increase vs 2020",
        ],
    );
    remarks("comma-between-two-numbers", &[]);
}

#[test]
fn code_before_a_chain() {
    figures(
        "code-before-a-chain",
        &[
            "general_budget_expenditure_by_function actual 186.40万元 2021 201",
            "general_budget_expenditure_by_function change 6.40万元 2021 increase vs 2020 201",
            "general_budget_expenditure_by_function actual 96.15万元 2021 2010801",
            "general_budget_expenditure_by_function actual 90.25万元 2021 2010804",
            "general_budget_expenditure_by_function actual 14.60万元 2021 2080505",
            "general_budget_expenditure_by_function actual 7.30万元 2021 2101101",
            "general_budget_expenditure_by_function actual 3.20万元 2021",
            "general_budget_expenditure_by_function actual 25.80万元 2021 20103",
        ],
    );
}

#[test]
fn codes_of_each_level() {
    figures(
        "codes-of-each-level",
        &["general_budget_expenditure_by_function actual 96.15万元 2021 2010801", "general_budget_expenditure_by_function actual 90.25万元 2021 2010804"],
    );
}

#[test]
fn natures_of_an_item() {
    figures(
        "natures-of-an-item",
        &[
            "general_budget_expenditure_by_function actual 96.15万元 2021 2010801",
            "- actual 80.15万元 2021 in 0",
            "- actual 16.00万元 2021 in 0",
            "general_budget_expenditure_by_function change 2.15万元 2021 increase vs 2020 2010801",
            "general_budget_expenditure_by_function actual 90.25万元 2021 2010804",
            "- actual 90.25万元 2021 in 4",
            "general_budget_expenditure_by_function change 1.75万元 2021 decrease vs 2020 2010804",
            "general_budget_expenditure_by_function actual 12.60万元 2021 2210201",
            "- actual 12.60万元 2021 in 7",
            "- actual 0万元 2021 in 7",
            "general_budget_basic actual 150.00万元 2021",
            "general_budget_expenditure_by_function actual 12.60万元 2021 221 nature=基本支出 in 10",
            "general_budget_project actual 90.25万元 2021",
        ],
    );
}

#[test]
fn bodies_of_many_names() {
    figures(
        "bodies-of-many-names",
        &[
            "internal_total count 6个 2021",
            "- count 2个 2021",
            "dispatched_agencies count 3个 2021",
            "dispatched_agencies count 3个 2021",
            "- count 40名 2021",
            "internal_total count 7个 2021",
            "internal_total count 2个 2021",
            "internal_total count 5个 2021",
            "subordinate_units count 4家 2021",
            "subordinate_institutions count 3家 2021 in 8",
            "subordinate_administrative count 1家 2021 in 8",
            "- count 1个 2021",
            "budget_units count 3个 2021",
            "- count 1个 2021",
            "subordinate_units count 2个 2021 in 12",
            "subordinate_administrative count 1家 2021",
            "subordinate_institutions count 4家 2021",
        ],
    );
}

#[test]
fn staff_of_many_names() {
    figures(
        "staff-of-many-names",
        &[
            "staff_quota_of_unit count 57人 2021",
            "staff_total count 53人 2021",
            "staff_incumbent_of_unit count 53人 2021 in 1",
            "- count 13人 2021",
            "- count 17人 2021",
            "staff_quota_of_unit count 95人 2021 item=事业编制",
            "staff_established count 90人 2021",
            "staff_established count 89人 2021",
            "staff_temporary count 3人 2021",
            "staff_survivor_subsidy count 2人 2021",
            "staff_quota_of_unit count 30人 2021",
            "staff_total count 28人 2021",
        ],
    );
}

#[test]
fn colon_before_a_value() {
    figures(
        "colon-before-a-value",
        &[
            "expenditure_basic actual 57.00万元 2021",
            "expenditure_basic share 57% 2021",
            "expenditure_project actual 43.00万元 2021",
            "expenditure_project share 43% 2021",
        ],
    );
}

#[test]
fn staff_columns_in_a_line() {
    figures(
        "staff-columns-in-a-line",
        &[
            "staff_quota_of_unit count 24? 2021 unit_name=临溪县农业农村局本级",
            "staff_incumbent_of_unit count 59? 2021 unit_name=临溪县农业农村局本级",
            "staff_quota_of_unit count 52? 2021 unit_name=临溪县石桥乡人民政府",
            "staff_incumbent_of_unit count 81? 2021 unit_name=临溪县石桥乡人民政府",
            "staff_incumbent_of_unit count 6? 2021 unit_name=临溪县种子站",
        ],
    );
}

#[test]
fn equipment_by_other_words() {
    figures(
        "equipment-by-other-words",
        &[
            "asset_general_equipment_threshold threshold 50万元 2021 at_least",
            "asset_general_equipment_over_500k count 2台 2021 as_of 2021-12-31",
            "asset_special_equipment_threshold threshold 100万元 2021 at_least",
            "asset_special_equipment_over_1m count 1台（套） 2021 as_of 2021-12-31",
            "asset_general_equipment_threshold threshold 50万元 2021 at_least",
            "- actual 50万元 2021 as_of 2021-12-31",
            "asset_general_equipment_over_500k count 3台（套） 2021 as_of 2021-12-31",
            "asset_special_equipment_threshold threshold 100万元 2021 at_least",
            "- actual 100万元 2021 as_of 2021-12-31",
            "asset_special_equipment_over_1m count 0台（套） 2021 as_of 2021-12-31",
        ],
    );
}

#[test]
fn vehicles_in_numerals() {
    figures(
        "vehicles-in-numerals",
        &["three_public_vehicle_purchase actual 18.50万元 2021", "vehicle_purchased_count count 1辆 2021", "vehicle_purchased_count count 2辆 2021"],
    );
}

#[test]
fn performance_money() {
    figures(
        "performance-money",
        &[
            "performance_target_projects count 6个 2021",
            "performance_target_amount actual 835.20万元 2021",
            "performance_self_evaluated_projects count 12个 2021",
            "performance_self_evaluated_amount actual 1340.50万元 2021",
            "performance_self_evaluated_amount share 95.2% 2021 of general_budget_project",
            "performance_grade_count count 8个 2021 grade=优",
            "performance_grade_count count 3个 2021 grade=良",
            "performance_grade_count count 1个 2021 grade=中",
            "performance_grade_count count 8个 2021 grade=优",
            "performance_grade_count share 66.67% 2021 grade=优",
        ],
    );
}

#[test]
fn numbers_in_names() {
    figures("numbers-in-names", &["- count 7人 2021", "- count 1人 2021", "- count 2人 2021", "- count 3人 2021"]);
}

#[test]
fn classes_without_the_word() {
    figures(
        "classes-without-the-word",
        &[
            "expenditure_total budget 80.00万元 2021",
            "expenditure_by_function budget 66.00万元 2021 205 in 0",
            "expenditure_by_function share 82.5% 2021 of expenditure_total 205",
            "expenditure_by_function budget 14.00万元 2021 208 in 0",
            "expenditure_by_function share 17.5% 2021 of expenditure_total 208",
        ],
    );
}

#[test]
fn contracts_by_kind() {
    figures(
        "contracts-by-kind",
        &[
            "procurement_total actual 100.00万元 2021",
            "procurement_goods actual 30.00万元 2021 in 0",
            "procurement_goods share 30% 2021 of procurement_total",
            "procurement_sme actual 80.00万元 2021",
            "procurement_sme share 80% 2021 of procurement_total",
            "procurement_micro_small actual 60.00万元 2021 in 3",
            "procurement_micro_small share 75% 2021 of procurement_sme",
            "procurement_sme share 100% 2021 of procurement_goods",
        ],
    );
}

#[test]
fn delegations_added() {
    figures("delegations-added", &["three_public_abroad actual 6.00万元 2021", "abroad_delegations count 2批 2021", "abroad_persons count 3人 2021"]);
}

#[test]
fn list_number_before_a_year() {
    figures("list-number-before-a-year", &["expenditure_project actual 525.00万元 2021", "- actual 16.00万元 2021", "- actual 50.00万元 2021"]);
}

#[test]
fn completion_of_initial_budget() {
    figures(
        "completion-of-initial-budget",
        &[
            "general_budget_expenditure_by_function initial_budget 8.00万元 2021 2050803",
            "general_budget_expenditure_by_function actual 6.40万元 2021 2050803",
            "general_budget_expenditure_by_function completion 80.00% 2021 base initial_budget 2050803",
            "general_budget_expenditure_by_function actual 21.50万元 2021 2101101",
            "general_budget_expenditure_by_function completion 100% 2021 base budget 2101101",
        ],
    );
}

#[test]
fn difference_in_percentage_points() {
    figures(
        "difference-in-percentage-points",
        &[
            "- completion 96.40% 2021 base budget",
            "- change 2.3个百分点 2021 increase vs 2020",
            "expenditure_basic share 61.20% 2021",
            "- change 0.8个百分点 2021 decrease vs 2020",
        ],
    );
}

#[test]
fn document_number_is_no_figure() {
    figures("document-number-is-no-figure", &["staff_quota_of_unit count 24名 2021"]);
}

#[test]
fn each_with_one_value() {
    figures(
        "each-with-one-value",
        &[
            "revenue_total actual 905.72万元 2021",
            "expenditure_total actual 905.72万元 2021",
            "revenue_total change 14.28万元 2021 decrease vs 2020",
            "expenditure_total change 14.28万元 2021 decrease vs 2020",
            "revenue_total rate 1.55% 2021 decrease vs 2020",
            "expenditure_total rate 1.55% 2021 decrease vs 2020",
        ],
    );
}

#[test]
fn full_width_digits() {
    figures(
        "full-width-digits",
        &["revenue_total actual 3518.85万元 2021", "revenue_total change 120.40万元 2021 increase vs 2020", "revenue_total rate 3.54% 2021 increase vs 2020"],
    );
}

#[test]
fn glossary_then_attachment() {
    figures("glossary-then-attachment", &[]);
    terms("glossary-then-attachment", &["一、 基本支出", "二、 项目支出"]);
}

#[test]
fn glossary_nested_class() {
    figures("glossary-nested-class", &[]);
    terms(
        "glossary-nested-class",
        &[
            "1. 财政拨款收入",
            "（1） 社会保障和就业支出（类） > 行政事业单位养老支出（款）行政单位离退休（项）",
            "（2） 社会保障和就业支出（类） > 抚恤（款）死亡抚恤（项）",
            "3. “三公”经费",
        ],
    );
}

#[test]
fn html_entities() {
    figures("html-entities", &["revenue_total actual 762.15万元 2021", "expenditure_total actual 720.05万元 2021", "three_public_abroad actual 0万元 2021"]);
}

#[test]
fn items_by_code() {
    figures(
        "items-by-code",
        &[
            "general_budget_expenditure_by_function actual 412.30万元 2021 2010601",
            "general_budget_expenditure_by_function actual 38.66万元 2021 2080505",
            "general_budget_expenditure_by_function actual 31.05万元 2021 2210201",
            "general_budget_expenditure_by_function actual 19.33万元 2021 2080506",
        ],
    );
    remarks("items-by-code", &[]);
}

#[test]
fn items_by_dashes() {
    figures(
        "items-by-dashes",
        &["general_budget_expenditure_by_function budget 398.20万元 2021 2010601", "general_budget_expenditure_by_function budget 22.10万元 2021 2101101"],
    );
}

#[test]
fn items_by_markers() {
    figures(
        "items-by-markers",
        &[
            "general_budget_expenditure_by_function actual 412.30万元 2021 2010601",
            "general_budget_expenditure_by_function actual 26.40万元 2021 2010607",
            "general_budget_expenditure_by_function actual 57.99万元 2021 20805",
            "general_budget_expenditure_by_function completion 100% 2021 base budget 20805",
        ],
    );
}

#[test]
fn missing_percent_sign() {
    figures(
        "missing-percent-sign",
        &[
            "expenditure_current_total actual 640.00万元 2021",
            "expenditure_basic actual 480.00万元 2021 in 0",
            "expenditure_basic share 75.00? 2021 of expenditure_current_total",
            "expenditure_project actual 160.00万元 2021 in 0",
            "expenditure_project share 25.00% 2021 of expenditure_current_total",
            "expenditure_current_total rate 6.35? 2021 increase vs 2020",
        ],
    );
    remarks("missing-percent-sign", &[DiagnosticCode::MissingPercent, DiagnosticCode::MissingPercent]);
}

#[test]
fn missing_unit() {
    figures(
        "missing-unit",
        &[
            "general_budget_expenditure_by_function actual 312.08万元 2021 213",
            "general_budget_expenditure_by_function share 84.30% 2021 213",
            "general_budget_expenditure_by_function actual 58.12? 2021 229",
            "general_budget_expenditure_by_function share 15.70% 2021 229",
            "general_budget_expenditure_by_function actual 4.36? 2021 2210201",
        ],
    );
    remarks("missing-unit", &[DiagnosticCode::MissingUnit, DiagnosticCode::MissingUnit]);
}

#[test]
fn missing_value() {
    figures(
        "missing-value",
        &[
            "revenue_current_total actual 512.40万元 2021",
            "revenue_general_public_budget actual 512.40万元 2021 in 0",
            "revenue_general_public_budget share 100% 2021 of revenue_current_total",
        ],
    );
    remarks("missing-value", &[DiagnosticCode::MissingValue, DiagnosticCode::MissingValue, DiagnosticCode::MissingValue, DiagnosticCode::MissingValue]);
}

#[test]
fn negative_amount() {
    figures(
        "negative-amount",
        &["carryover_closing actual -35.20万元 2021", "carryover_closing change -4.80万元 2021 decrease vs 2020", "revenue_other actual -1.25万元 2021"],
    );
}

#[test]
fn nested_parts() {
    figures(
        "nested-parts",
        &[
            "staff_total count 86人 2021",
            "staff_established count 74人 2021 in 0",
            "staff_administrative count 31人 2021 in 1",
            "staff_civil_service_managed count 25人 2021 in 1",
            "staff_other_institution count 18人 2021 in 1",
            "staff_self_funded count 12人 2021 in 0",
            "expenditure_current_total actual 900.00万元 2021",
            "expenditure_basic actual 700.00万元 2021 in 6",
            "expenditure_basic_personnel actual 610.00万元 2021 in 7",
            "expenditure_basic_operating actual 90.00万元 2021 in 7",
            "expenditure_project actual 200.00万元 2021 in 6",
        ],
    );
}

#[test]
fn one_number_two_subjects() {
    figures(
        "one-number-two-subjects",
        &[
            "revenue_total actual 418.65万元 2021",
            "expenditure_total actual 418.65万元 2021",
            "revenue_total change 20.15万元 2021 increase vs 2020",
            "expenditure_total change 20.15万元 2021 increase vs 2020",
            "revenue_total rate 5.06% 2021 increase vs 2020",
            "expenditure_total rate 5.06% 2021 increase vs 2020",
        ],
    );
}

#[test]
fn page_mark_inside_a_number() {
    figures(
        "page-mark-inside-a-number",
        &[
            "government_fund_expenditure actual 54.38万元 2021",
            "government_fund_expenditure change 2.38万元 2021 increase vs 2020",
            "government_fund_expenditure rate 4.58% 2021 increase vs 2020",
        ],
    );
}

#[test]
fn pairwise_totals() {
    figures(
        "pairwise-totals",
        &[
            "revenue_total actual 1284.36万元 2021",
            "expenditure_total actual 1251.90万元 2021",
            "revenue_total change 52.18万元 2021 decrease vs 2020",
            "expenditure_total change 61.07万元 2021 decrease vs 2020",
            "revenue_total rate 3.90% 2021 decrease vs 2020",
            "expenditure_total rate 4.65% 2021 decrease vs 2020",
        ],
    );
}

#[test]
fn performance_counts_and_grades() {
    figures(
        "performance-counts-and-grades",
        &[
            "performance_target_projects count 12个 2021",
            "performance_monitored_projects count 8个 2021",
            "performance_self_evaluated_projects count 11个 2021",
            "performance_self_evaluated_amount actual 1340.50万元 2021",
            "performance_average_score actual 92.6分 2021",
            "performance_grade_count count 9个 2021 grade=优",
            "performance_grade_count count 2个 2021 grade=良",
            "performance_project_total budget 210.00万元 2021 project=农村道路维护项目",
            "performance_project_total actual 199.50万元 2021 project=农村道路维护项目",
            "performance_project_total completion 95% 2021 base budget project=农村道路维护项目",
        ],
    );
}

#[test]
fn prior_budget_in_a_budget() {
    figures(
        "prior-budget-in-a-budget",
        &[
            "revenue_total budget 412.60万元 2021",
            "revenue_total budget 398.10万元 2020",
            "revenue_total change 14.50万元 2021 increase vs 2020 prior_budget",
            "revenue_total rate 3.64% 2021 increase vs 2020 prior_budget",
            "revenue_fiscal budget 402.60万元 2021 in 0",
            "revenue_fiscal change 20.00万元 2021 increase vs 2020 budget_execution",
            "revenue_fiscal rate 5.23% 2021 increase vs 2020 budget_execution",
        ],
    );
}

#[test]
fn prior_year_value_then_change() {
    figures(
        "prior-year-value-then-change",
        &[
            "three_public_reception actual 4.82万元 2021",
            "three_public_reception actual 6.02万元 2020",
            "three_public_reception change 1.20万元 2021 decrease vs 2020",
            "three_public_reception rate 19.93% 2021 decrease vs 2020",
            "three_public_vehicle_operation actual 16.31万元 2021",
            "three_public_vehicle_operation actual 15.53万元 2020",
            "three_public_vehicle_operation change 0.78万元 2021 increase vs 2020",
            "three_public_vehicle_operation rate 5.02% 2021 increase vs 2020",
        ],
    );
}

#[test]
fn ranges() {
    figures(
        "ranges",
        &["- actual 5个工作日 2021 range from 3", "- actual 3500元 2021 range from 2000", "- ratio 10% 2021 range from 5", "- count 4200人次 2021"],
    );
}

#[test]
fn reception_batches_and_persons() {
    figures(
        "reception-batches-and-persons",
        &[
            "three_public_reception actual 6.18万元 2021",
            "three_public_reception_domestic actual 5.98万元 2021 in 0",
            "reception_domestic_batches count 52批次 2021",
            "reception_domestic_persons count 418人次 2021",
            "three_public_reception_foreign actual 0.20万元 2021 in 0",
            "reception_foreign_batches count 1批次 2021",
            "reception_foreign_persons count 6人 2021",
            "abroad_delegations count 2个 2021",
            "abroad_persons count 5人次 2021",
        ],
    );
}

#[test]
fn run_in_headings() {
    figures(
        "run-in-headings",
        &[
            "revenue_total actual 620.10万元 2021",
            "expenditure_total actual 620.10万元 2021",
            "revenue_current_total actual 590.40万元 2021",
            "revenue_fiscal actual 590.40万元 2021 in 2",
            "revenue_fiscal share 100% 2021 of revenue_current_total",
            "expenditure_current_total actual 605.75万元 2021",
        ],
    );
    headings("run-in-headings", &["一、 收入支出决算总体情况说明", "二、 收入决算情况说明", "三、 支出决算情况说明"]);
}

#[test]
fn shares_of_named_total() {
    figures(
        "shares-of-named-total",
        &[
            "revenue_current_total actual 850.00万元 2021",
            "revenue_general_public_budget actual 680.00万元 2021 in 0",
            "revenue_general_public_budget share 80% 2021 of revenue_current_total",
            "revenue_undertaking actual 119.00万元 2021 in 0",
            "revenue_undertaking share 14% 2021 of revenue_total",
            "revenue_other actual 51.00万元 2021 in 0",
            "revenue_other share 6% 2021 of revenue_current_total",
            "expenditure_current_total actual 800.00万元 2021",
            "expenditure_basic actual 600.00万元 2021 in 7",
            "expenditure_basic share 75% 2021 of expenditure_current_total",
            "expenditure_project actual 200.00万元 2021 in 7",
            "expenditure_project share 25% 2021 of expenditure_current_total",
        ],
    );
}

#[test]
fn spaced_digits() {
    figures("spaced-digits", &["revenue_total actual 186.45万元 2021", "revenue_total change 12.30万元 2021 increase vs 2020"]);
    remarks("spaced-digits", &[]);
}

#[test]
fn stated_none() {
    figures("stated-none", &["agency_operating_cost actual 0? 2021"]);
    remarks("stated-none", &[DiagnosticCode::StatedNone, DiagnosticCode::StatedNone]);
}

#[test]
fn table_of_contents() {
    figures("table-of-contents", &["internal_total count 6个 2021", "revenue_total actual 77.30万元 2021"]);
    headings("table-of-contents", &["第一部分 部门概况", "第二部分 2021年度部门决算情况说明", "一、 收入支出决算总体情况说明"]);
}

#[test]
fn thousands_separators_of_both_widths() {
    figures(
        "thousands-separators-of-both-widths",
        &[
            "revenue_total actual 3518.85万元 2021",
            "expenditure_total actual 3407.20万元 2021",
            "revenue_total change 1036.97586万元 2021 increase vs 2020",
            "revenue_total rate 41.78% 2021 increase vs 2020",
            "expenditure_total rate 1055.4% 2021 increase vs 2020",
        ],
    );
}

#[test]
fn three_bases_in_one_sentence() {
    figures(
        "three-bases-in-one-sentence",
        &[
            "general_budget_expenditure initial_budget 300.00万元 2021",
            "general_budget_expenditure adjusted_budget 336.00万元 2021",
            "general_budget_expenditure actual 318.00万元 2021",
            "general_budget_expenditure completion 106.00% 2021 base initial_budget",
            "general_budget_expenditure completion 94.64% 2021 base adjusted_budget",
        ],
    );
}

#[test]
fn three_values_for_two_subjects() {
    figures("three-values-for-two-subjects", &["- change 10.20万元 2021 increase", "- change 11.30万元 2021 increase", "- change 12.40万元 2021 increase"]);
    remarks("three-values-for-two-subjects", &[DiagnosticCode::AmbiguousSubject]);
}

#[test]
fn unchanged_against_last_year() {
    figures(
        "unchanged-against-last-year",
        &[
            "three_public_abroad actual 0万元 2021 unchanged vs 2020",
            "three_public_reception actual 3.20万元 2021 unchanged vs 2020",
            "three_public_vehicle_operation actual 12.00万元 2021 unchanged vs 2020",
        ],
    );
}

#[test]
fn vehicles_and_equipment() {
    figures(
        "vehicles-and-equipment",
        &[
            "asset_vehicles_total count 9辆 2021 as_of 2021-12-31",
            "asset_vehicles_leader count 1辆 2021 as_of 2021-12-31 in 0",
            "asset_vehicles_confidential count 1辆 2021 as_of 2021-12-31 in 0",
            "asset_vehicles_emergency count 3辆 2021 as_of 2021-12-31 in 0",
            "asset_vehicles_law_enforcement count 2辆 2021 as_of 2021-12-31 in 0",
            "asset_vehicles_other count 2辆 2021 as_of 2021-12-31 in 0",
            "asset_general_equipment_threshold threshold 50万元 2021 at_least",
            "asset_general_equipment_over_500k count 2台（套） 2021 as_of 2021-12-31",
            "asset_special_equipment_threshold threshold 100万元 2021 at_least",
            "asset_special_equipment_over_1m count 1台（套） 2021 as_of 2021-12-31",
        ],
    );
}

#[test]
fn wrapped_number() {
    figures(
        "wrapped-number",
        &[
            "expenditure_current_total actual 3106.42万元 2021",
            "expenditure_basic actual 1879.15万元 2021 in 0",
            "expenditure_basic share 60.49% 2021 of expenditure_current_total",
            "expenditure_project actual 1227.27万元 2021 in 0",
            "expenditure_project share 39.51% 2021 of expenditure_current_total",
            "expenditure_current_total change 207.45万元 2021 decrease vs 2020",
            "expenditure_current_total rate 6.26% 2021 decrease vs 2020",
            "fiscal_revenue_total actual 2948.30万元 2021",
            "fiscal_revenue_total change 105.16万元 2021 decrease vs 2020",
            "fiscal_revenue_total rate 3.44% 2021 decrease vs 2020",
            "fiscal_expenditure_total actual 2948.30万元 2021",
            "fiscal_expenditure_total change 105.16万元 2021 decrease vs 2020",
            "agency_operating_cost actual 164.72万元 2021",
            "agency_operating_cost change 5.28万元 2021 decrease vs 2020",
            "agency_operating_cost rate 3.11% 2021 decrease vs 2020",
            "- count 12次 2021",
            "- count 320份 2021",
            "- rate 20.00% 2021 decrease vs 2020",
            "- rate 11.11% 2021 decrease vs 2020",
            "- actual 3.65万元 2021",
        ],
    );
}

#[test]
fn codes_behind_names() {
    figures(
        "codes-behind-names",
        &[
            "general_budget_expenditure_by_function actual 128.40万元 2021 20108",
            "general_budget_expenditure_by_function actual 96.15万元 2021 2010801 in 0",
            "general_budget_expenditure_by_function actual 32.25万元 2021 2010804 in 0",
            "general_budget_expenditure_by_function actual 1.20万元 2021 2010101",
        ],
    );
}

#[test]
fn amounts_of_a_purpose() {
    figures(
        "amounts-of-a-purpose",
        &[
            "general_budget_basic_personnel actual 210.00万元 2021",
            "general_budget_basic_by_economic actual 88.20万元 2021 30101",
            "general_budget_basic_by_economic actual 61.80万元 2021 30102",
            "- actual 12.00万元 2021",
        ],
    );
}

#[test]
fn bare_numbers() {
    figures("bare-numbers", &["agency_operating_cost actual 40.10万元 2021", "agency_operating_cost change 2.10万元 2021 increase vs 2020"]);
}

#[test]
fn items_with_fund_and_side() {
    figures(
        "items-with-fund-and-side",
        &[
            "general_budget_expenditure_by_function actual 96.15万元 2021 2010801",
            "general_budget_expenditure_by_function change 2.00万元 2021 increase vs 2020 2010801",
            "general_budget_expenditure_by_function rate 2.12% 2021 increase vs 2020 2010801",
            "general_budget_expenditure_by_function initial_budget 30.00万元 2021 2010804",
            "general_budget_expenditure_by_function actual 32.25万元 2021 2010804",
            "general_budget_expenditure_by_function completion 107.50% 2021 base initial_budget 2010804",
        ],
    );
}

#[test]
fn unit_differs() {
    let report = report("unit-differs");
    let noted: Vec<&str> = report.diagnostics.iter().filter(|d| d.code == DiagnosticCode::UnitDiffers).map(|d| d.message.as_str()).collect();
    assert_eq!(noted, ["本节其他金额以万元为单位，此处为亿元"]);
    figures(
        "unit-differs",
        &[
            "three_public_total actual 5.20万元 2021",
            "three_public_abroad actual 0亿元 2021 in 0",
            "three_public_vehicle actual 3.10万元 2021 in 0",
            "three_public_reception actual 2.10万元 2021 in 0",
        ],
    );
}

#[test]
fn posts_by_kind() {
    figures(
        "posts-by-kind",
        &[
            "staff_quota_of_unit count 25名 2021",
            "staff_quota_of_unit count 14名 2021 item=行政编制 in 0",
            "staff_quota_of_unit count 8名 2021 item=事业编制 in 0",
            "staff_quota_of_unit count 3名 2021 item=工勤编制 in 0",
            "staff_total count 23人 2021",
            "staff_administrative count 13人 2021 in 4",
            "staff_institution count 7人 2021 in 4",
            "- count 3人 2021",
            "staff_quota_of_unit count 9名 2021 unit_name=临溪县投资评审中心",
            "staff_quota_of_unit count 5名 2021 item=参公事业编制 unit_name=临溪县投资评审中心 in 8",
            "staff_quota_of_unit count 4名 2021 item=事业编制 unit_name=临溪县投资评审中心 in 8",
            "staff_quota_of_unit count 10人 2021 item=行政编制",
            "staff_incumbent_of_unit count 9人 2021 item=行政编制",
            "staff_quota_of_unit count 6人 2021 item=事业编制",
            "staff_incumbent_of_unit count 5人 2021 item=事业编制",
        ],
    );
}

#[test]
fn shares_of_classes() {
    figures(
        "shares-of-classes",
        &[
            "general_budget_expenditure actual 1000.00万元 2021",
            "general_budget_expenditure_by_function actual 150.00万元 2021 208 in 0",
            "general_budget_expenditure_by_function share 15% 2021 of general_budget_expenditure 208",
            "general_budget_expenditure_by_function actual 50.00万元 2021 210 in 0",
            "general_budget_expenditure_by_function share 5.00% 2021 of general_budget_expenditure 210",
            "general_budget_expenditure_by_function actual 100.00万元 2021 221 in 0",
            "general_budget_expenditure_by_function share 10.00% 2021 of general_budget_expenditure 221",
            "general_budget_expenditure_by_function actual 700.00万元 2021 213 in 0",
            "general_budget_expenditure_by_function share 70% 2021 of general_budget_expenditure 213",
            "fiscal_expenditure_total actual 1200.00万元 2021",
            "fiscal_expenditure_by_function actual 300.00万元 2021 205 in 9",
            "fiscal_expenditure_by_function share 25% 2021 of fiscal_expenditure_total 205",
            "fiscal_expenditure_by_function actual 300.00万元 2021 206 in 9",
            "fiscal_expenditure_by_function share 25% 2021 of fiscal_expenditure_total 206",
            "fiscal_expenditure_by_function actual 600.00万元 2021 212 in 9",
            "fiscal_expenditure_by_function share 50% 2021 of fiscal_expenditure_total 212",
        ],
    );
}

#[test]
fn performance_of_a_named_project() {
    figures(
        "performance-of-a-named-project",
        &[
            "performance_self_evaluated_projects count 22个 2021",
            "performance_grade_count count 19个 2021 grade=优 in 0",
            "performance_grade_count count 3个 2021 grade=良 in 0",
            "performance_grade_count count 10个 2021 grade=优",
            "performance_grade_count count 3个 2021 grade=良",
            "performance_project_total budget 120.00万元 2021 project=河道清淤项目",
            "performance_project_total actual 118.50万元 2021 project=河道清淤项目",
            "performance_project_total completion 98.75% 2021 base budget project=河道清淤项目",
            "performance_project_total budget 80.00万元 2021 project=“农村饮水安全”专项资金",
            "performance_project_total actual 80.00万元 2021 project=“农村饮水安全”专项资金",
            "performance_project_total completion 100% 2021 base budget project=“农村饮水安全”专项资金",
        ],
    );
}

#[test]
fn bodies_by_kind() {
    figures(
        "bodies-by-kind",
        &[
            "subordinate_administrative count 1个 2021",
            "subordinate_civil_service_managed count 1个 2021",
            "subordinate_other_institutions count 3个 2021",
            "- count 1个 2021",
            "- count 2个 2021",
            "subordinate_civil_service_managed count 1个 2021",
            "subordinate_institutions count 2个 2021",
            "subordinate_administrative count 3个 2021",
            "subordinate_institutions count 4个 2021",
        ],
    );
}

#[test]
fn stated_none_each() {
    figures("stated-none-each", &[]);
    let noted: Vec<String> = report("stated-none-each").diagnostics.into_iter().map(|d| d.message).collect();
    let none = |concept: &str| format!("文中声明没有：{concept}");
    assert_eq!(noted, ["three_public_abroad", "three_public_vehicle_purchase", "meeting_cost", "training_cost"].map(none));
}

#[test]
fn units_with_bare_numbers() {
    figures("units-with-bare-numbers", &[]);
}

#[test]
fn planned_purchases() {
    figures(
        "planned-purchases",
        &[
            "asset_vehicles_total count 5辆 2020 as_of 2020-12-31",
            "asset_equipment_threshold threshold 200万元 2020 at_least",
            "- count 2台（套） 2020 as_of 2020-12-31",
            "vehicle_purchased_count count 2辆 2021",
            "- threshold 200万元 2021 at_least",
            "- count 1台（套） 2021",
            "vehicle_purchased_count count 1辆 2021",
            "- threshold 50万元 2021 at_least",
            "- count 3台（套） 2021",
            "- threshold 100万元 2021 at_least",
            "- count 1台（套） 2021",
            "vehicle_purchased_count count 3辆 2021",
            "- count 1辆 2021",
            "- count 2辆 2021",
        ],
    );
}

#[test]
fn parts_of_numbered_sentences() {
    figures(
        "parts-of-numbered-sentences",
        &[
            "expenditure_current_total actual 1000.00万元 2021",
            "expenditure_basic actual 800.00万元 2021 in 0",
            "expenditure_basic_personnel actual 700.00万元 2021 in 1",
            "expenditure_basic_operating actual 100.00万元 2021 in 1",
            "expenditure_project actual 200.00万元 2021 in 0",
            "revenue_current_total actual 1000.00万元 2021",
        ],
    );
}

#[test]
fn stocks_of_a_budget() {
    figures(
        "stocks-of-a-budget",
        &[
            "- actual 3200.00万元 2020 as_of 2020-12-31",
            "asset_vehicles_total count 5辆 2020 as_of 2020-12-31",
            "- actual 3200.00万元 2020 as_of 2020",
            "- actual 1100.00万元 2020 as_of 2020",
        ],
    );
}

#[test]
fn year_in_the_text_only() {
    figures(
        "year-in-the-text-only",
        &[
            "three_public_total actual 52.30万元 2018",
            "three_public_total change 2.10万元 2018 decrease vs 2017",
            "three_public_total rate 3.86% 2018 decrease vs 2017",
            "three_public_reception actual 12.30万元 2018 unchanged vs 2017 in 0",
            "three_public_vehicle_operation actual 40.00万元 2018 in 0",
            "three_public_vehicle_operation change 5.20万元 2018 decrease vs 2016",
        ],
    );
}

#[test]
fn contents_by_parts_body_by_chapters() {
    headings("contents-by-parts-body-by-chapters", &["一、 部门基本情况", "二、 收入预算说明", "三、 名词解释"]);
    figures(
        "contents-by-parts-body-by-chapters",
        &["staff_quota_of_unit count 8名 2021", "revenue_total budget 93.50万元 2021", "revenue_fiscal budget 90.00万元 2021 in 1"],
    );
}

#[test]
fn side_of_what_is_compared() {
    figures(
        "side-of-what-is-compared",
        &[
            "three_public_total actual 44.00万元 2021",
            "three_public_total actual 46.00万元 2020",
            "three_public_total change 2.00万元 2021 decrease vs 2020",
            "three_public_reception actual 14.00万元 2021 in 0",
            "three_public_reception change 1.50万元 2021 decrease vs 2020",
            "three_public_reception rate 9.68% 2021 decrease vs 2020",
            "revenue_total actual 300.00万元 2021",
            "expenditure_total actual 290.00万元 2021",
            "revenue_total rate 5.20% 2021 increase vs 2020",
            "expenditure_total rate 4.10% 2021 increase vs 2020",
        ],
    );
}

#[test]
fn full_stop_inside_a_bracket() {
    figures(
        "full-stop-inside-a-bracket",
        &[
            "three_public_total budget 60.00万元 2021",
            "three_public_vehicle budget 50.00万元 2021 in 0",
            "three_public_vehicle_purchase budget 20.00万元 2021 in 1",
            "three_public_vehicle_purchase change 3.00万元 2021 increase vs 2020",
            "three_public_vehicle_operation budget 30.00万元 2021 in 1",
            "three_public_vehicle_operation change 1.00万元 2021 decrease vs 2020",
            "three_public_vehicle change 2.00万元 2021 increase vs 2020",
            "three_public_vehicle rate 4.17% 2021 increase vs 2020",
            "three_public_reception budget 10.00万元 2021 in 0",
            "three_public_reception change 0.50万元 2021 decrease vs 2020",
        ],
    );
}

#[test]
fn parts_of_a_budget() {
    figures(
        "parts-of-a-budget",
        &[
            "three_public_total budget 36.00万元 2021",
            "three_public_total actual 38.00万元 2020",
            "three_public_total change 2.00万元 2021 decrease vs 2020",
            "three_public_reception budget 9.00万元 2021 in 0",
            "three_public_vehicle_operation budget 27.00万元 2021 in 0",
            "three_public_total budget 36.00万元 2021",
            "three_public_reception budget 9.00万元 2021 in 5",
        ],
    );
}

#[test]
fn accounts_in_a_budget() {
    figures(
        "accounts-in-a-budget",
        &[
            "three_public_total budget 21.00万元 2022",
            "three_public_reception budget 11.00万元 2022 in 0",
            "three_public_total actual 20.00万元 2021",
            "three_public_reception actual 12.00万元 2021 in 2",
        ],
    );
}

#[test]
fn name_of_a_list_in_a_bracket() {
    figures("name-of-a-list-in-a-bracket", &["three_public_total actual 271.00万元 2021", "three_public_total rate 1.80% 2021 decrease vs 2020"]);
}

#[test]
fn commas_behind_respectively() {
    figures(
        "commas-behind-respectively",
        &[
            "three_public_reception actual 9.10万元 2021",
            "three_public_vehicle_purchase actual 17.00万元 2021",
            "three_public_vehicle_operation actual 13.20万元 2021",
            "three_public_total actual 39.30万元 2021",
        ],
    );
}

#[test]
fn budget_of_the_same_year() {
    figures(
        "budget-of-the-same-year",
        &[
            "three_public_reception actual 2.10万元 2021",
            "three_public_reception change 0.40万元 2021 increase vs 2021 budget",
            "three_public_vehicle_operation actual 6.00万元 2021",
            "three_public_vehicle_operation change 1.00万元 2021 decrease vs 2020 prior_budget",
        ],
    );
}

#[test]
fn prior_value_without_unit() {
    figures(
        "prior-value-without-unit",
        &[
            "three_public_reception actual 2.50万元 2021",
            "three_public_reception actual 2.80? 2020",
            "three_public_reception change 0.30万元 2021 decrease vs 2020",
            "three_public_reception rate 10.71% 2021 decrease vs 2020",
        ],
    );
    remarks("prior-value-without-unit", &[DiagnosticCode::MissingUnit]);
}

#[test]
fn not_increased_is_not_none() {
    figures("not-increased-is-not-none", &["three_public_vehicle_operation budget 42.00万元 2021 unchanged vs 2020"]);
    remarks("not-increased-is-not-none", &[]);
}

#[test]
fn shares_of_an_earlier_year() {
    figures(
        "shares-of-an-earlier-year",
        &[
            "expenditure_current_total actual 900.00万元 2017",
            "expenditure_basic actual 270.00万元 2017 in 0",
            "expenditure_basic share 30% 2017 of expenditure_total",
            "expenditure_current_total actual 600.00万元 2016",
            "expenditure_basic actual 240.00万元 2016 in 3",
            "expenditure_basic share 40% 2016 of expenditure_total",
        ],
    );
}

#[test]
fn money_inside_a_reason_then_compared() {
    figures(
        "money-inside-a-reason-then-compared",
        &["three_public_reception budget 16.00万元 2018", "- budget 24.00万元 2018", "- change 4.00万元 2018 decrease vs 2017 prior_budget"],
    );
}

#[test]
fn bodies_before_the_subject() {
    figures(
        "bodies-before-the-subject",
        &[
            "three_public_total actual 4.00万元 2021",
            "three_public_total actual 14.00万元 2021",
            "asset_vehicles_total count 14辆 2021",
            "asset_vehicles_other count 14辆 2021 in 2",
        ],
    );
}

#[test]
fn within_ends_with_its_sentence() {
    figures("within-ends-with-its-sentence", &["three_public_reception actual 11.30万元 2013", "three_public_vehicle actual 47.40万元 2013"]);
}

#[test]
fn title_year_first() {
    assert_eq!(report("title-year-first").organization.as_deref(), Some("临溪县质量技术监督局"));
}

#[test]
fn organization_with_a_year_in_its_name() {
    assert_eq!(report("organization-with-a-year-in-its-name").organization.as_deref(), Some("中国共产主义青年团临溪县委员会"));
}

#[test]
fn attachment_above_the_title() {
    let report = report("attachment-above-the-title");
    assert_eq!(report.title.as_deref(), Some("临溪县职工服务中心（工人养老院）2021年度部门决算"));
    assert_eq!(report.organization.as_deref(), Some("临溪县职工服务中心（工人养老院）"));
    headings("attachment-above-the-title", &["一、 收入情况"]);
    figures("attachment-above-the-title", &["revenue_total actual 432.00万元 2021"]);
}

#[test]
fn rows_between_bars() {
    headings("rows-between-bars", &[]);
    figures(
        "rows-between-bars",
        &[
            "three_public_reception actual 13.72万元 2021",
            "three_public_vehicle actual 19.46万元 2021",
            "three_public_vehicle_operation actual 19.46万元 2021 in 1",
            "three_public_reception actual 13.72万元 2021",
        ],
    );
}

#[test]
fn numbered_parts_below_a_colon() {
    figures(
        "numbered-parts-below-a-colon",
        &[
            "revenue_total actual 93.00万元 2021",
            "revenue_fiscal actual 90.00万元 2021 in 0",
            "revenue_fiscal share 96.77% 2021 of revenue_total",
            "revenue_general_public_budget actual 90.00万元 2021 in 1",
            "revenue_other actual 3.00万元 2021 in 0",
            "carryover_closing actual 5.00万元 2021",
        ],
    );
}

#[test]
fn budget_of_another_year() {
    figures(
        "budget-of-another-year",
        &[
            "three_public_total actual 25.00万元 2019",
            "three_public_total change 10.00万元 2019 decrease vs 2019 budget",
            "three_public_total actual 21.00万元 2022",
            "three_public_total change 2.00万元 2022 decrease vs 2021 prior_budget",
        ],
    );
}

#[test]
fn balanced_totals() {
    figures(
        "balanced-totals",
        &[
            "revenue_total actual 519.00万元 2021",
            "expenditure_total actual 519.00万元 2021",
            "revenue_total change 32.00万元 2021 increase vs 2020",
            "expenditure_total change 32.00万元 2021 increase vs 2020",
            "revenue_total rate 6.57% 2021 increase vs 2020",
            "expenditure_total rate 6.57% 2021 increase vs 2020",
        ],
    );
}

#[test]
fn one_line_numbers_below_chapters() {
    headings(
        "one-line-numbers-below-chapters",
        &["一、 概况", "（一） 单位职责", "二、 2021年度单位决算公开表", "三、 2021年度单位决算情况说明", "（一） 收入决算情况说明", "（二） 支出决算情况说明"],
    );
    figures(
        "one-line-numbers-below-chapters",
        &[
            "revenue_current_total actual 53.00万元 2021",
            "revenue_current_total change 3.00万元 2021 increase vs 2020",
            "expenditure_current_total actual 51.00万元 2021",
        ],
    );
}

#[test]
fn shares_without_a_whole() {
    figures(
        "shares-without-a-whole",
        &[
            "general_budget_expenditure budget 800.00万元 2022",
            "general_budget_expenditure_by_function budget 600.00万元 2022 213",
            "general_budget_expenditure_by_function share 75.00% 2022 of general_budget_expenditure 213",
            "general_budget_expenditure_by_function budget 200.00万元 2022 221",
            "general_budget_expenditure_by_function share 25.00% 2022 of general_budget_expenditure 221",
            "procurement_total budget 200.00万元 2022",
            "procurement_sme budget 150.00万元 2022",
            "procurement_sme share 75.00% 2022 of procurement_total",
            "procurement_micro_small budget 90.00万元 2022 in 6",
            "procurement_micro_small share 45.00% 2022 of procurement_total",
        ],
    );
}

#[test]
fn parts_of_each_side() {
    figures(
        "parts-of-each-side",
        &[
            "revenue_total budget 930.00万元 2022",
            "expenditure_total budget 930.00万元 2022",
            "revenue_general_public_budget budget 900.00万元 2022 in 0",
            "carryover_opening budget 30.00万元 2022 in 0",
            "expenditure_by_function budget 700.00万元 2022 213 in 1",
            "expenditure_by_function budget 230.00万元 2022 221 in 1",
            "government_fund_expenditure budget 60.00万元 2022",
            "government_fund_expenditure budget 0万元 2022 nature=基本支出 in 6",
            "government_fund_expenditure budget 60.00万元 2022 nature=项目支出 in 6",
        ],
    );
}

#[test]
fn three_public_costs_as_economic_items() {
    figures(
        "three-public-costs-as-economic-items",
        &[
            "general_budget_basic_operating actual 58.00万元 2022",
            "general_budget_basic_by_economic actual 20.00万元 2022 30201",
            "general_budget_basic_by_economic actual 3.00万元 2022 30215",
            "general_budget_basic_by_economic actual 5.00万元 2022 30217",
            "general_budget_basic_by_economic actual 30.00万元 2022 30231",
            "three_public_abroad actual 6.00万元 2022",
            "- actual 4.00万元 2022",
            "- actual 1.50万元 2022",
            "- actual 0.50万元 2022",
            "three_public_vehicle_operation actual 30.00万元 2022",
            "three_public_vehicle_operation rate 5.10% 2022 decrease",
        ],
    );
}

#[test]
fn counts_between_amount_and_change() {
    figures(
        "counts-between-amount-and-change",
        &[
            "three_public_vehicle_purchase actual 101.00万元 2021",
            "vehicle_purchased_count count 3辆 2021",
            "three_public_vehicle_purchase change 81.00万元 2021 decrease",
            "three_public_vehicle_purchase rate 44.51% 2021 decrease",
            "three_public_vehicle_operation actual 69.00万元 2021",
            "vehicle_holding_count count 29辆 2021",
            "three_public_vehicle_operation change 4.30万元 2021 decrease",
            "three_public_vehicle_operation rate 5.87% 2021 decrease",
            "three_public_reception actual 0万元 2021",
            "reception_batches count 0批次 2021",
            "reception_persons count 0人次 2021",
            "three_public_reception rate 100% 2021 decrease vs 2020",
            "three_public_reception actual 11.70万元 2021",
            "reception_domestic_batches count 42批 2021",
            "reception_domestic_persons count 452人次 2021",
            "three_public_abroad actual 3.00万元 2021",
            "abroad_delegations count 1次 2021",
            "abroad_persons count 8人次 2021",
        ],
    );
}

#[test]
fn change_of_the_whole_behind_a_part() {
    figures(
        "change-of-the-whole-behind-a-part",
        &[
            "revenue_total actual 596.09万元 2021",
            "carryover_opening actual 0万元 2021 in 0",
            "revenue_total change 5.24万元 2021 increase vs 2020",
            "revenue_total rate 0.89% 2021 increase vs 2020",
            "expenditure_total actual 596.09万元 2021",
            "expenditure_project actual 100.00万元 2021 in 4",
            "expenditure_project change 20.00万元 2021 increase vs 2020",
            "expenditure_project rate 25.00% 2021 increase vs 2020",
            "carryover_closing actual 16.40万元 2021",
            "- actual 7.80万元 2021",
        ],
    );
}

#[test]
fn words_for_what_is_compared() {
    figures(
        "words-for-what-is-compared",
        &[
            "three_public_vehicle_operation actual 5.00万元 2021",
            "three_public_vehicle_operation rate 34.26% 2021 decrease vs 2020",
            "three_public_reception actual 2.00万元 2021",
            "three_public_reception rate 35.45% 2021 decrease vs 2020 prior_budget",
            "three_public_total change 1.65万元 2021 decrease vs 2020",
            "three_public_total rate 18.00% 2021 decrease vs 2020",
            "three_public_total budget 33万元 2021",
            "three_public_total budget 57.55万元 2020",
            "three_public_total change 24.55万元 2021 decrease vs 2020",
            "three_public_reception actual 7.93万元 2021",
            "three_public_reception rate 44% 2021 decrease vs 2020",
            "three_public_vehicle actual 9.00万元 2021",
            "three_public_vehicle rate 2.1% 2021 increase vs 2020",
            "three_public_vehicle change 0.56万元 2021 decrease vs 2020",
            "three_public_vehicle rate 13.8% 2021 decrease vs 2020",
            "three_public_total actual 65.90万元 2021",
            "three_public_abroad share 0.14% 2021 of three_public_total",
            "three_public_reception share 2.44% 2021 of three_public_total",
            "vehicle_purchased_count count 1辆 2021",
            "vehicle_holding_count count 13辆 2021",
        ],
    );
}

#[test]
fn name_alone_before_the_comma() {
    figures(
        "name-alone-before-the-comma",
        &[
            "revenue_total initial_budget 596.09万元 2021",
            "revenue_fiscal initial_budget 590.09万元 2021 in 0",
            "carryover_opening initial_budget 6.00万元 2021 in 0",
            "carryover_opening share 1.01% 2021 of revenue_total",
            "expenditure_total initial_budget 596.09万元 2021",
            "three_public_total budget 27.60万元 2021",
            "three_public_abroad budget 0万元 2021 in 5",
            "three_public_reception budget 20.00万元 2021 in 5",
        ],
    );
}

#[test]
fn procurement_by_organization() {
    figures(
        "procurement-by-organization",
        &[
            "procurement_total budget 642.00万元 2021",
            "procurement_item budget 337.00万元 2021 item=政府集中采购 in 0",
            "procurement_item share 52.49% 2021 of procurement_total item=政府集中采购",
            "procurement_item change 209.00万元 2021 increase vs 2020 item=政府集中采购",
            "procurement_item budget 305.00万元 2021 item=分散采购 in 0",
            "procurement_item share 47.51% 2021 of procurement_total item=分散采购",
        ],
    );
}

#[test]
fn amount_of_other_words_in_a_bracket() {
    figures(
        "amount-of-other-words-in-a-bracket",
        &["three_public_abroad budget 10.00万元 2021", "- actual 100.00万元 2021", "three_public_vehicle_operation rate 2.47% 2021 increase vs 2020"],
    );
}

#[test]
fn parts_of_something_unknown() {
    figures(
        "parts-of-something-unknown",
        &[
            "- budget 300.00万元 2021",
            "- budget 200.00万元 2021",
            "- budget 100.00万元 2021",
            "- change 20.00万元 2021 increase vs 2020",
            "subordinate_institutions count 6个 2021",
            "- budget 300.00万元 2021",
            "- budget 200.00万元 2021",
            "- actual 90.00万元 2021",
            "- actual 90.00万元 2021",
            "revenue_superior_subsidy budget 12.00万元 2021",
        ],
    );
}

#[test]
fn items_of_the_total_stated_last() {
    figures(
        "items-of-the-total-stated-last",
        &[
            "fiscal_expenditure_total actual 890.00万元 2021",
            "general_budget_expenditure actual 880.00万元 2021",
            "general_budget_expenditure_by_function actual 780.00万元 2021 213 in 1",
            "general_budget_expenditure_by_function share 88.64% 2021 of general_budget_expenditure 213",
            "general_budget_expenditure_by_function actual 100.00万元 2021 221 in 1",
            "general_budget_expenditure_by_function share 11.36% 2021 of general_budget_expenditure 221",
            "general_budget_expenditure_by_function actual 780.00万元 2021 213",
            "general_budget_expenditure_by_function change 80.00万元 2021 increase vs 2021 initial_budget 213",
            "general_budget_expenditure_by_function rate 11.43% 2021 increase vs 2021 initial_budget 213",
            "expenditure_total actual 989.00万元 2021",
            "general_budget_expenditure actual 880.00万元 2021 in 9",
            "expenditure_by_function actual 109.00万元 2021 205 in 9",
            "expenditure_by_function share 11.02% 2021 of expenditure_total 205",
        ],
    );
}

#[test]
fn name_of_the_section_behind_its_purpose() {
    figures(
        "name-of-the-section-behind-its-purpose",
        &[
            "agency_operating_cost actual 160.00万元 2021",
            "agency_operating_cost change 12.00万元 2021 decrease vs 2020",
            "agency_operating_cost rate 6.98% 2021 decrease vs 2020",
            "reception_batches count 15批 2021",
            "reception_persons count 132人 2021",
            "vehicle_holding_count count 4辆 2021",
            "vehicle_purchased_count count 1辆 2021",
        ],
    );
}

#[test]
fn share_of_a_budget_is_a_completion() {
    figures(
        "share-of-a-budget-is-a-completion",
        &[
            "three_public_total actual 24.00万元 2021",
            "three_public_total initial_budget 26.00万元 2021",
            "three_public_total completion 92.31% 2021 base initial_budget",
            "three_public_total change 1.00万元 2021 decrease vs 2020",
            "three_public_vehicle_operation actual 20.00万元 2021 in 0",
            "three_public_vehicle_operation budget 21.00万元 2021",
            "three_public_vehicle_operation completion 95.24% 2021 base budget",
            "three_public_reception actual 4.00万元 2021 in 0",
            "three_public_reception completion 80.00% 2021 base initial_budget",
            "procurement_total actual 15.00万元 2021",
            "procurement_goods actual 10.00万元 2021 in 9",
            "procurement_services actual 5.00万元 2021 in 9",
            "revenue_government_fund actual 7.00万元 2021",
            "government_fund_expenditure actual 6.00万元 2021",
            "government_fund_carryover_closing actual 1.00万元 2021",
            "revenue_general_public_budget actual 3.00万元 2021",
            "general_budget_expenditure actual 2.00万元 2021",
            "fiscal_expenditure_total actual 63.00万元 2021",
            "fiscal_expenditure_total change 3.00万元 2021 increase vs 2020",
            "fiscal_expenditure_total rate 5.00% 2021 increase vs 2020",
        ],
    );
}

#[test]
fn numerals_inside_a_sentence() {
    figures(
        "numerals-inside-a-sentence",
        &[
            "three_public_total budget 52.00万元 2023 unchanged vs 2022 prior_budget",
            "three_public_abroad budget 17.00万元 2023",
            "three_public_abroad change 7.00万元 2023 increase vs 2022 prior_budget",
            "three_public_vehicle budget 15.00万元 2023",
            "three_public_vehicle_operation budget 15.00万元 2023 in 3",
            "three_public_vehicle_purchase budget 0万元 2023 in 3",
            "three_public_reception budget 20.00万元 2023",
            "three_public_vehicle_purchase budget 3.00万元 2023",
            "three_public_reception budget 20.00万元 2023",
            "three_public_reception change 0万元 2023 increase vs 2022",
            "three_public_reception rate 0% 2023 increase vs 2022",
        ],
    );
}

#[test]
fn parts_behind_a_full_stop() {
    figures(
        "parts-behind-a-full-stop",
        &[
            "general_budget_basic budget 88.13万元 2021",
            "general_budget_basic actual 86.00万元 2021",
            "general_budget_basic_by_economic actual 71.60万元 2021 301 in 1",
            "general_budget_basic_by_economic share 83.26% 2021 of general_budget_basic 301",
            "three_public_total actual 25.70万元 2021 in 1",
            "three_public_total budget 95.60万元 2021 in 0",
            "three_public_total change 69.90万元 2021 decrease vs 2021 budget",
            "three_public_total rate 73.12% 2021 decrease vs 2021 budget",
        ],
    );
}

#[test]
fn date_over_three_lines() {
    figures("date-over-three-lines", &["three_public_reception actual 2.00万元 2021"]);
}

#[test]
fn names_before_a_colon_among_parts() {
    figures(
        "names-before-a-colon-among-parts",
        &[
            "three_public_total budget 32.00万元 2021",
            "three_public_total actual 26.50万元 2021",
            "three_public_total change 5.50万元 2021 decrease vs 2021 budget",
            "three_public_vehicle actual 18.20万元 2021 in 1",
            "three_public_vehicle change 4.10万元 2021 decrease vs 2020",
            "three_public_reception actual 8.30万元 2021 in 1",
            "three_public_reception share 31.3% 2021 of three_public_total",
        ],
    );
}

#[test]
fn items_below_a_named_total() {
    figures(
        "items-below-a-named-total",
        &[
            "expenditure_total budget 90.00万元 2026",
            "fiscal_expenditure_total budget 80.00万元 2026",
            "general_budget_expenditure budget 50.00万元 2026 in 1",
            "government_fund_expenditure budget 30.00万元 2026 in 1",
            "fiscal_expenditure_by_function budget 20.00万元 2026 2080501 in 1",
            "fiscal_expenditure_by_function budget 30.00万元 2026 2210201 in 1",
        ],
    );
}

#[test]
fn title_below_the_data_of_a_page() {
    figures("title-below-the-data-of-a-page", &["revenue_total actual 90.00万元 2021", "revenue_total change 5.00万元 2021 increase vs 2020"]);
}

#[test]
fn kind_by_what_is_set_aside() {
    figures(
        "kind-by-what-is-set-aside",
        &[
            "three_public_total budget 10.80万元 2019",
            "three_public_total change 1.30万元 2019 increase vs 2018",
            "three_public_reception budget 10.80万元 2019 in 0",
        ],
    );
}

#[test]
fn the_title_stands_below_what_a_page_tells_of_itself() {
    let read = report("title-below-the-data-of-a-page");
    assert_eq!(read.title.as_deref(), Some("松阳县水利局2021年度部门决算公开说明"));
    assert_eq!((read.fiscal_year, read.organization.as_deref()), (Some(2021), Some("松阳县水利局")));
}

#[test]
fn body_right_before_its_year() {
    figures(
        "body-right-before-its-year",
        &[
            "revenue_total budget 138.00万元 2017",
            "revenue_general_public_budget budget 119.60万元 2017 in 0",
            "revenue_general_public_budget share 86.67% 2017 of revenue_total",
            "expenditure_total budget 138.00万元 2017",
            "general_budget_basic budget 88.10万元 2017",
            "general_budget_basic share 96.74% 2017 of general_budget_expenditure",
            "general_budget_basic change 1.60万元 2017 decrease vs 2016",
            "expenditure_project actual 12.00万元 2016",
            "- budget 20.00万元 2017",
            "general_budget_basic budget 88.10万元 2017",
            "general_budget_basic share 88.10% 2017 of general_budget_expenditure",
            "general_budget_basic_by_economic budget 70.00万元 2017 301 in 9",
            "general_budget_basic_by_economic share 79.46% 2017 of general_budget_basic 301",
            "general_budget_project budget 11.90万元 2017",
            "general_budget_project share 11.90% 2017 of general_budget_expenditure",
            "expenditure_by_economic budget 11.90万元 2017 302 in 13",
            "expenditure_by_economic share 100% 2017 of general_budget_project 302",
        ],
    );
}

#[test]
fn attachments_at_the_very_start() {
    figures("attachments-at-the-very-start", &[]);
    let read = report("attachments-at-the-very-start");
    assert_eq!(read.attachments, ["2021年收入决算表", "2021年支出决算表", "一、收入说明.doc", "二、支出说明.doc", "三、其他说明.doc"]);
}

#[test]
fn heading_before_a_year_or_a_list() {
    headings("heading-before-a-year-or-a-list", &["一、 决算情况", "（一） 收入决算情况", "（二） 支出决算情况"]);
    figures(
        "heading-before-a-year-or-a-list",
        &[
            "revenue_total actual 320.40万元 2020",
            "expenditure_basic actual 200.40万元 2020",
            "expenditure_project actual 120.00万元 2020",
            "three_public_reception actual 1.20万元 2020",
            "three_public_reception change 0.30万元 2020 decrease vs 2019",
        ],
    );
}

#[test]
fn amounts_of_items_on_one_line() {
    headings("amounts-of-items-on-one-line", &["一、 部门概况", "二、 收入支出决算情况", "三、 基本支出决算情况", "四、 公务接待费决算情况"]);
    figures(
        "amounts-of-items-on-one-line",
        &[
            "revenue_total actual 320.40万元 2020",
            "expenditure_total actual 320.40万元 2020",
            "expenditure_basic_personnel actual 61.60万元 2020",
            "expenditure_basic_operating actual 18.20万元 2020",
            "three_public_reception_domestic actual 1.20万元 2020",
            "three_public_reception_foreign actual 0万元 2020",
        ],
    );
}

#[test]
fn labels_behind_an_amount() {
    figures(
        "labels-behind-an-amount",
        &[
            "expenditure_basic actual 200.40? 2020",
            "expenditure_basic_operating actual 78.80? 2020",
            "- count 1.20? 2020",
            "- count 61.60? 2020",
            "expenditure_basic_personnel actual 60.00? 2020",
            "three_public_reception actual 3.20万元 2020",
        ],
    );
}

#[test]
fn page_marks_with_unseen_characters() {
    figures(
        "page-marks-with-unseen-characters",
        &[
            "revenue_total actual 320.40万元 2020",
            "expenditure_total actual 320.40万元 2020",
            "expenditure_basic actual 200.40万元 2020 in 1",
            "expenditure_project actual 120.00万元 2020 in 1",
        ],
    );
}

#[test]
fn points_behind_bracketed_labels() {
    headings("points-behind-bracketed-labels", &["一. 部门概况", "（一）. 主要职能", "（二）. 机构设置", "二. 收入支出决算情况"]);
    figures(
        "points-behind-bracketed-labels",
        &[
            "internal_total count 4个 2020",
            "subordinate_units count 2个 2020",
            "revenue_total actual 320.40万元 2020",
            "expenditure_total actual 320.40万元 2020",
        ],
    );
}

#[test]
fn body_below_a_sentence_on_others() {
    assert_eq!(report("body-below-a-sentence-on-others").organization.as_deref(), Some("经济发展局"));
}

#[test]
fn region_of_a_market_bureau() {
    assert_eq!(report("region-of-a-market-bureau").organization.as_deref(), Some("云桥新区市场监督管理局"));
}

#[test]
fn title_behind_its_label() {
    let read = report("title-behind-its-label");
    assert_eq!((read.title.as_deref(), read.organization.as_deref()), (Some("青溪县水利局2021年度部门决算公开说明"), Some("青溪县水利局")));
}

#[test]
fn title_behind_the_second_label() {
    let read = report("title-behind-the-second-label");
    assert_eq!((read.title.as_deref(), read.organization.as_deref()), (Some("青溪县水利局2021年度部门决算公开说明"), Some("青溪县水利局")));
}

#[test]
fn title_below_the_places_of_a_site() {
    let read = report("title-below-the-places-of-a-site");
    assert_eq!((read.title.as_deref(), read.organization.as_deref()), (Some("青溪县水利局2021年度部门决算公开说明"), Some("青溪县水利局")));
}

#[test]
fn visits_above_the_report() {
    figures("visits-above-the-report", &["revenue_total actual 90.00万元 2021"]);
}

#[test]
fn units_of_many_kinds() {
    headings("units-of-many-kinds", &["一、 机构设置", "二、 收入情况"]);
    assert_eq!(report("units-of-many-kinds").units, ["青溪县第一小学", "青溪县实验基地", "青溪县科协", "青溪县供水公司"]);
}

#[test]
fn percentage_of_a_use() {
    figures(
        "percentage-of-a-use",
        &[
            "revenue_total actual 300.00万元 2022",
            "revenue_total change 20.00万元 2022 increase vs 2021",
            "- ratio 80% 2022",
            "expenditure_total actual 300.00万元 2022",
            "expenditure_total change 20.00万元 2022 increase vs 2021",
            "expenditure_total rate 7.14% 2022 increase vs 2021",
        ],
    );
}

#[test]
fn value_of_a_gift() {
    figures(
        "value-of-a-gift",
        &[
            "- actual 35.00万元 2022",
            "asset_general_equipment_threshold threshold 50.00万元 2022 at_least",
            "asset_general_equipment_over_500k count 3台 2022",
            "asset_special_equipment_threshold threshold 100.00万元 2022 at_least",
            "asset_special_equipment_over_1m count 2台 2022",
        ],
    );
}

#[test]
fn numerals_before_parts() {
    figures(
        "numerals-before-parts",
        &[
            "expenditure_current_total actual 300.00万元 2022",
            "expenditure_basic actual 200.00万元 2022 in 0",
            "expenditure_basic_personnel actual 150.00万元 2022 in 1",
            "expenditure_basic_operating actual 50.00万元 2022 in 1",
            "expenditure_project actual 100.00万元 2022 in 0",
            "expenditure_basic_personnel actual 61.60万元 2022",
            "expenditure_basic_operating actual 18.20万元 2022",
            "expenditure_current_total actual 300.00万元 2022",
            "expenditure_basic actual 200.00万元 2022 in 7",
            "expenditure_project actual 100.00万元 2022 in 7",
            "meeting_cost actual 10.00万元 2022 in 9",
            "expenditure_operating actual 0万元 2022 in 7",
            "three_public_total actual 20.00万元 2022",
        ],
    );
}

#[test]
fn about_behind_another_word() {
    figures(
        "about-behind-another-word",
        &["- actual 12.00万元 2022 about", "- count 5项 2022 about", "- change 3.00万元 2022 decrease vs 2022 budget", "- count 12条 2022"],
    );
    let labels: Vec<String> = report("about-behind-another-word").figures.into_iter().map(|figure| figure.label).collect();
    assert_eq!(labels, ["日常办公", "结合", "较预算节约", "制定公约"]);
}

#[test]
fn parts_beside_another_role() {
    figures(
        "parts-beside-another-role",
        &[
            "general_budget_expenditure_by_function initial_budget 30.00万元 2022 2050202",
            "general_budget_expenditure_by_function actual 40.00万元 2022 2050203",
            "general_budget_expenditure_by_function initial_budget 10.00万元 2022",
        ],
    );
}

#[test]
fn bodies_of_a_level() {
    figures(
        "bodies-of-a-level",
        &[
            "three_public_total actual 113.40万元 2022",
            "three_public_total actual 117.40万元 2021",
            "three_public_total change 4.00万元 2022 decrease vs 2021",
            "three_public_total rate 3.41% 2022 decrease vs 2021",
            "three_public_total actual 96.60万元 2022",
            "three_public_total change 4.00万元 2022 decrease vs 2022 initial_budget",
            "three_public_total actual 16.30万元 2022",
            "three_public_vehicle_operation change 1.00万元 2022 increase vs 2021",
            "three_public_vehicle_operation rate 35.80% 2022 increase vs 2021",
            "three_public_abroad actual 0万元 2022",
            "three_public_abroad change 0万元 2022 ambiguous vs 2021",
            "three_public_abroad rate 0% 2022 ambiguous vs 2021",
            "abroad_persons count 17人次 2022",
        ],
    );
}

#[test]
fn carried_over_of_each_source() {
    figures(
        "carried-over-of-each-source",
        &[
            "fiscal_revenue_total actual 77.80万元 2022",
            "revenue_general_public_budget actual 70.00万元 2022 in 0",
            "general_budget_carryover_opening actual 5.00万元 2022 in 0",
            "revenue_government_fund actual 2.00万元 2022 in 0",
            "government_fund_carryover_opening actual 0.80万元 2022 in 0",
            "expenditure_total actual 4471.00万元 2022",
            "- actual 250.00万元 2022",
            "- change 55.00万元 2022 increase vs 2021",
            "general_budget_expenditure_by_function actual 970.90万元 2022 20405",
            "general_budget_expenditure_by_function actual 296.10万元 2022 2040504 in 8",
        ],
    );
}

#[test]
fn posts_in_pieces() {
    figures(
        "posts-in-pieces",
        &[
            "internal_total count 6个 2022",
            "staff_quota_of_unit count 35个 2022 item=政法专项编制",
            "staff_established count 33人 2022",
            "staff_quota_of_unit count 249个 2022",
            "staff_quota_of_unit count 13个 2022 item=行政编制 in 3",
            "staff_quota_of_unit count 45个 2022 item=全额事业编制 in 3",
            "staff_quota_of_unit count 71人 2022 item=参照公务员管理事业编制",
            "budget_units count 1个 2022",
        ],
    );
}

#[test]
fn fees_that_are_planned() {
    figures(
        "fees-that-are-planned",
        &[
            "three_public_reception budget 1.70万元 2016",
            "three_public_reception change 0.01万元 2016 increase vs 2015",
            "three_public_reception rate 0.59% 2016 increase vs 2015",
            "three_public_vehicle budget 25.60万元 2016",
            "three_public_vehicle_purchase budget 0万元 2016 unchanged vs 2015",
            "three_public_vehicle_operation budget 25.60万元 2016",
            "three_public_vehicle_operation change 7.00万元 2016 decrease vs 2015",
        ],
    );
}

#[test]
fn sides_behind_their_basis() {
    figures(
        "sides-behind-their-basis",
        &[
            "revenue_total initial_budget 63.40万元 2016",
            "expenditure_total initial_budget 63.40万元 2016",
            "revenue_total adjusted_budget 78.40万元 2016",
            "expenditure_total adjusted_budget 78.40万元 2016",
            "expenditure_current_total actual 185.00万元 2016",
            "expenditure_by_function actual 58.80万元 2016 201 in 4",
            "expenditure_by_function share 31.78% 2016 of expenditure_current_total 201",
            "expenditure_by_function actual 20.60万元 2016 208 in 4",
            "expenditure_by_function share 11.14% 2016 of expenditure_current_total 208",
            "expenditure_by_function actual 105.60万元 2016 213 in 4",
            "expenditure_by_function share 57.08% 2016 of expenditure_current_total 213",
            "staff_incumbent_of_unit count 9人 2016",
            "staff_self_funded count 2人 2016",
        ],
    );
}

/// 本年支出 behind the revenue of a fund, in a section of all 财政拨款, is of that fund.
#[test]
fn other_side_of_each_fund() {
    figures(
        "fund-by-fund",
        &[
            "revenue_fiscal actual 1205.10万元 2019",
            "fiscal_expenditure_current_total actual 1094.60万元 2019",
            "revenue_general_public_budget actual 979.50万元 2019",
            "revenue_general_public_budget change 28.10万元 2019 increase vs 2018",
            "general_budget_expenditure actual 869.00万元 2019",
            "general_budget_expenditure change 240.00万元 2019 increase vs 2018",
            "general_budget_expenditure rate 38.16% 2019 increase vs 2018",
            "revenue_government_fund actual 225.60万元 2019",
            "government_fund_expenditure actual 225.60万元 2019",
        ],
    );
}

/// 比上年收入预算总额增加, 比上年执行数: what is compared is no new name, and none that parts belong to.
#[test]
fn what_is_compared_named_once_more() {
    figures(
        "compared-once-more",
        &[
            "revenue_total budget 910.80万元 2018",
            "revenue_total change 79.40万元 2018 increase vs 2017 prior_budget",
            "revenue_total rate 9.55% 2018 increase vs 2017 prior_budget",
            "revenue_fiscal budget 890.80万元 2018 in 0",
            "- budget 200.00万元 2018",
            "revenue_other budget 20.00万元 2018 in 0",
            "expenditure_total budget 910.80万元 2018",
            "expenditure_total actual 1084.50万元 2017",
            "expenditure_total change 173.70万元 2018 decrease vs 2017",
            "expenditure_basic budget 700.80万元 2018 in 6",
            "expenditure_project budget 210.00万元 2018 in 6",
        ],
    );
}

/// A bare 支出 is of the cost that the title names; a number that a change starts from is of the year before.
#[test]
fn cost_that_the_title_names() {
    figures(
        "cost-of-the-title",
        &[
            "- count 3379辆 2015 as_of 2015",
            "- change 24辆 2015 increase vs 2014",
            "three_public_vehicle_purchase actual 614.00万元 2015",
            "three_public_vehicle_purchase change 1575.00万元 2015 decrease vs 2014",
            "three_public_abroad actual 22.00万元 2015",
            "abroad_persons count 29人 2014",
            "abroad_persons count 16人 2015",
            "abroad_persons rate 44.83% 2015 decrease vs 2014",
        ],
    );
}

/// ***支出 is not all that was spent.
#[test]
fn names_left_out() {
    figures("masked-names", &["general_budget_expenditure actual 460.00万元 2017", "- actual 2.00万元 2017", "- actual 458.00万元 2017"]);
}

/// The parts of a budget are budgets, whatever it is of.
#[test]
fn parts_of_a_budget_of_something_unknown() {
    figures("planned-parts", &["- initial_budget 758.80万元 2017", "- initial_budget 100.00万元 2017", "- initial_budget 658.80万元 2017"]);
}

/// 具体情况如下 behind a list tells of each of it; 项目支出 is no part of 基本支出.
#[test]
fn lists_that_are_told_again() {
    figures(
        "list-told-again",
        &[
            "three_public_abroad actual 0.00万元 2020",
            "three_public_reception actual 3.00万元 2020",
            "three_public_reception actual 3.00万元 2020",
            "reception_batches count 5批次 2020",
            "expenditure_basic actual 200.00万元 2020",
            "expenditure_basic_personnel actual 150.00万元 2020 in 4",
            "expenditure_project actual 100.00万元 2020",
        ],
    );
}

/// Posts among persons are the persons on them; what a lost comma leaves behind 持平 is of this year.
#[test]
fn persons_on_posts() {
    figures(
        "persons-on-posts",
        &[
            "staff_total count 50人 2023",
            "staff_established count 4人 2023 in 0",
            "- count 46人 2023",
            "three_public_abroad budget 0.00万元 2023 unchanged vs 2022",
            "three_public_reception budget 3.00万元 2023",
            "three_public_reception change 1.00万元 2023 decrease vs 2022",
        ],
    );
}

/// What follows the opening balance of a fund is of that fund.
#[test]
fn balance_before_what_is_of_the_year() {
    figures(
        "balance-before-current",
        &[
            "general_budget_carryover_opening actual 99.90万元 2016",
            "revenue_general_public_budget actual 2193.10万元 2016",
            "revenue_general_public_budget change 165.10万元 2016 increase vs 2015",
            "general_budget_expenditure actual 2200.00万元 2016",
            "general_budget_carryover_closing actual 93.00万元 2016",
        ],
    );
}

/// A bare 支出 below a title is of the kind of expenditure that the title names.
#[test]
fn kinds_that_titles_name() {
    figures(
        "kind-of-the-title",
        &[
            "general_budget_basic actual 80.00万元 2022",
            "general_budget_basic_personnel actual 61.60万元 2022",
            "general_budget_basic_operating actual 18.40万元 2022",
            "expenditure_current_total actual 180.00万元 2022",
            "expenditure_basic actual 80.00万元 2022",
            "expenditure_basic share 44.44% 2022 of expenditure_current_total",
            "expenditure_project actual 100.00万元 2022",
            "expenditure_project share 55.56% 2022 of expenditure_current_total",
            "three_public_reception actual 3.00万元 2022",
            "three_public_reception change 1.00万元 2022 decrease vs 2021",
            "three_public_vehicle_operation actual 2.00万元 2022",
            "three_public_vehicle_operation actual 3.00万元 2021",
        ],
    );
}

/// What is held on a day goes on in the next sentence; a balance is no part of what was spent; a project that its sentence names.
#[test]
fn held_in_the_next_sentence() {
    figures(
        "held-in-the-next-sentence",
        &[
            "asset_vehicles_total count 4辆 2023 as_of 2023-12-31",
            "asset_general_equipment_threshold threshold 50万元 2023 at_least",
            "asset_general_equipment_over_500k count 1台 2023 as_of 2023-12-31",
            "vehicle_purchased_count count 2辆 2024",
            "- actual 96.5分 2024",
            "performance_project_total budget 500.00万元 2024 project=河道治理项目",
            "performance_project_total actual 480.00万元 2024 project=河道治理项目",
            "performance_project_total completion 96% 2024 base budget project=河道治理项目",
            "procurement_reserved_sme_budget budget 245.00万元 2024",
            "government_fund_expenditure budget 160.00万元 2024",
            "government_fund_expenditure budget 0万元 2024 nature=基本支出 in 9",
            "government_fund_expenditure budget 160.00万元 2024 nature=项目支出 in 9",
            "government_fund_carryover_closing budget 10.00万元 2024",
        ],
    );
}

/// The number that a change starts from is of the year named or compared with in its sentence; of the year before in a section on the “三公” costs only.
#[test]
fn changes_from_one_number_to_another() {
    figures(
        "changes-from-and-to",
        &[
            "expenditure_current_total actual 1302.00万元 2023",
            "expenditure_current_total actual 1245.00万元 2022",
            "expenditure_current_total actual 1302.00万元 2023",
            "expenditure_current_total rate 4.58% 2023 increase vs 2022",
            "expenditure_basic actual 350.00万元 2022",
            "expenditure_basic actual 300.00万元 2023",
            "expenditure_basic rate 14.29% 2023 decrease vs 2022",
            "three_public_reception actual 2.80万元 2023",
            "reception_batches count 30批次 2022",
            "reception_batches count 25批次 2023",
            "vehicle_holding_count count 5辆 2022",
            "vehicle_holding_count count 4辆 2023",
        ],
    );
}

/// The year, or the budget, that a change starts from is the one compared with; none where nothing says it.
#[test]
fn years_that_a_change_starts_from() {
    figures(
        "where-a-change-starts",
        &[
            "three_public_reception actual 5.00万元 2019",
            "three_public_reception actual 3.00万元 2022",
            "three_public_reception rate 40.00% 2022 decrease vs 2019",
            "three_public_total actual 10.00万元 2019",
            "three_public_total actual 8.00万元 2022",
            "three_public_total change 2.00万元 2022 decrease vs 2019",
            "three_public_reception initial_budget 5.00万元 2022",
            "three_public_reception actual 3.00万元 2022",
            "three_public_reception rate 40% 2022 decrease vs 2022 initial_budget",
            "three_public_reception actual 12.00万元 2019",
            "three_public_reception actual 3.00万元 2022",
            "three_public_reception change 9.00万元 2022 decrease vs 2019",
            "three_public_vehicle_operation initial_budget 5.00万元 ?",
            "three_public_vehicle_operation initial_budget 6.00万元 2022",
            "three_public_vehicle_operation change 1.00万元 2022 decrease vs 2021",
            "reception_batches count 30批次 2021",
            "reception_batches count 25批次 2022",
            "- ratio 12.5% 2014",
            "- ratio 0.8% 2022",
            "- count 200人 2015",
            "- count 300人 2022",
            "- ratio 80% ?",
            "- ratio 98% 2022",
            "staff_incumbent_of_unit count 30人 ? as_of 2022-12",
            "staff_incumbent_of_unit count 35人 2022 as_of 2022-12",
        ],
    );
}

/// A total of another body, of the other side or of all funds is none of what the section, a title or the fund before it names.
#[test]
fn totals_of_other_bodies_and_sides() {
    figures(
        "totals-of-others",
        &[
            "revenue_total actual 4501.49万元 2022",
            "- actual 4400.00万元 2022",
            "revenue_fiscal actual 4000.00万元 2022",
            "- actual 30.00万元 2022",
            "- actual 30.00万元 2022",
            "- actual 50.00万元 2022",
            "revenue_general_public_budget actual 979.50万元 2022",
            "revenue_government_fund actual 225.60万元 2022",
            "fiscal_expenditure_current_total actual 1205.10万元 2022",
            "general_budget_carryover_opening actual 99.90万元 2022",
            "government_fund_carryover_opening actual 10.00万元 2022",
            "revenue_current_total actual 1390.10万元 2022",
            "expenditure_current_total actual 1400.00万元 2022",
            "carryover_closing actual 100.00万元 2022",
            "expenditure_total actual 1200.00万元 2022",
            "expenditure_basic actual 800.00万元 2022 in 14",
            "expenditure_total actual 850.00万元 2022",
            "expenditure_project actual 250.00万元 2022 in 16",
            "expenditure_project share 29.41% 2022 of expenditure_total",
            "expenditure_total actual 850.00万元 2022",
            "expenditure_basic_operating share 11.76% 2022",
            "- count 500人 2022",
            "- change 20人 2022 increase vs 2021",
            "staff_incumbent_of_unit count 45人 2022",
            "- count 20人 2022",
            "staff_established count 25人 2022 in 23",
        ],
    );
}

/// 上年预算执行数 was spent in the year before; what was paid of a budget is none.
#[test]
fn spent_of_a_budget() {
    figures(
        "spent-of-a-budget",
        &[
            "expenditure_total budget 900.00万元 2023",
            "expenditure_total actual 850.00万元 2022",
            "expenditure_total change 50.00万元 2023 increase vs 2022",
            "- initial_budget 100.00万元 2023",
            "- actual 80.00万元 2023",
            "- actual 20.00万元 2023",
        ],
    );
}

/// 项目支出 in a sentence of its own is of the fund of the 基本支出 before it; classes of a list are named without 支出.
#[test]
fn kinds_in_sentences_of_their_own() {
    figures(
        "kinds-in-sentences",
        &[
            "general_budget_expenditure budget 4378.40万元 2017",
            "general_budget_expenditure change 91.00万元 2017 decrease vs 2016",
            "general_budget_basic budget 3737.80万元 2017 in 0",
            "general_budget_project budget 640.60万元 2017",
            "general_budget_project change 1885.00万元 2017 decrease vs 2016",
            "general_budget_expenditure_by_function budget 3596.00万元 2017 204 in 0",
            "general_budget_expenditure_by_function budget 97.40万元 2017 208 in 0",
            "revenue_total budget 4469.40万元 2016",
            "revenue_total change 91.00万元 2017 decrease vs 2016 prior_budget",
        ],
    );
}

/// What is parted by class or by nature is all that is spent, not what was spoken of last.
#[test]
fn parted_by_class() {
    figures(
        "parted-by-class",
        &[
            "revenue_fiscal budget 2560.00万元 2020",
            "revenue_fiscal budget 2480.00万元 2019",
            "revenue_fiscal change 80.00万元 2020 increase vs 2019",
            "fiscal_expenditure_by_function budget 2310.00万元 2020 210",
            "fiscal_expenditure_by_function budget 250.00万元 2020 221",
            "fiscal_expenditure_by_economic budget 1900.00万元 2020 301",
            "expenditure_current_total budget 2310.00万元 2020",
            "expenditure_by_function budget 1100.00万元 2020 210 in 6",
            "expenditure_by_function budget 1210.00万元 2020 213 in 6",
            "expenditure_basic budget 1100.00万元 2020 in 6",
            "expenditure_basic share 47.62% 2020 of expenditure_current_total",
            "expenditure_project budget 1210.00万元 2020 in 6",
            "agency_operating_cost budget 150.00万元 2020",
            "agency_operating_cost_by_economic budget 30.00万元 2020 30201 in 12",
        ],
    );
}

/// 上年预算数 before an amount is of the year before; 主要是 that opens a sentence tells what a budget is for.
#[test]
fn amounts_of_the_prior_budget() {
    figures(
        "prior-budget-amounts",
        &[
            "revenue_total budget 1520.30万元 2025",
            "expenditure_total budget 1520.30万元 2025",
            "revenue_total budget 1480.20万元 2024",
            "expenditure_total budget 1480.20万元 2024",
            "revenue_total change 40.10万元 2025 increase vs 2024 prior_budget",
            "expenditure_total change 40.10万元 2025 increase vs 2024 prior_budget",
            "general_budget_basic budget 1020.30万元 2025",
            "general_budget_basic budget 1000.20万元 2024",
            "- budget 300.00万元 2025",
            "- budget 200.00万元 2025",
        ],
    );
}

/// 2018年初预算 is the initial budget; what a reason counts did not change.
#[test]
fn initial_budget_behind_a_year() {
    figures(
        "initial-budget-of-a-year",
        &[
            "revenue_total initial_budget 56300.00万元 2018",
            "revenue_total actual 58900.00万元 2018",
            "expenditure_current_total actual 58800.00万元 2018",
            "expenditure_current_total change 300.00万元 2018 increase vs 2017",
            "- count 2所 2018",
        ],
    );
}

/// Fees that a school takes are no costs and no total; parts of 事业收入 by kind are 事业收入.
#[test]
fn fees_that_are_income() {
    figures(
        "income-of-fees",
        &[
            "revenue_current_total actual 900.00万元 2016",
            "revenue_fiscal actual 500.00万元 2016 in 0",
            "revenue_undertaking actual 300.00万元 2016 in 0",
            "revenue_undertaking actual 80.00万元 2016 in 0",
            "revenue_other actual 20.00万元 2016 in 0",
            "revenue_undertaking actual 380.00万元 2016",
            "- actual 5.00万元 2016",
            "- actual 3.00万元 2016",
            "revenue_undertaking actual 380.00万元 2016",
            "- actual 5.00万元 2016",
            "- actual 4.00万元 2016",
        ],
    );
}

/// Items of the functional classification among the parts of an income are income of that function.
#[test]
fn income_of_a_function() {
    figures(
        "income-by-function",
        &[
            "revenue_total actual 900.00万元 2013",
            "revenue_fiscal actual 800.00万元 2013 in 0",
            "revenue_fiscal share 88.89% 2013 of revenue_total",
            "revenue_by_function actual 790.00万元 2013 205 in 1",
            "revenue_by_function share 98.75% 2013 of revenue_fiscal 205",
            "revenue_by_function actual 10.00万元 2013 210 in 1",
            "revenue_by_function share 1.25% 2013 of revenue_fiscal 210",
            "revenue_undertaking actual 100.00万元 2013",
            "revenue_undertaking share 11.11% 2013 of revenue_total",
            "expenditure_total actual 900.00万元 2013",
            "expenditure_by_function actual 890.00万元 2013 205 in 9",
            "expenditure_by_function actual 10.00万元 2013 210 in 9",
        ],
    );
}

/// One number of both totals: its parts are parts of the total of their side; whom 在职 counts.
#[test]
fn parts_of_their_side() {
    figures(
        "parts-of-their-side",
        &[
            "revenue_total budget 900.00万元 2016",
            "expenditure_total budget 900.00万元 2016",
            "revenue_current_total budget 900.00万元 2016 in 0",
            "revenue_current_total share 100% 2016 of revenue_total",
            "expenditure_current_total budget 900.00万元 2016 in 1",
            "staff_quota_of_unit count 30人 2016",
            "staff_incumbent_of_unit count 25人 2016",
            "- count 5人 2016",
            "staff_incumbent_of_unit count 27人 2016",
        ],
    );
}

/// Where rules that look back end: projects named, totals between, all projects, words for the whole body, what is scrapped or new.
#[test]
fn where_rules_end() {
    figures(
        "where-rules-end",
        &[
            "general_budget_expenditure actual 300.00万元 2022",
            "general_budget_basic actual 200.00万元 2022 in 0",
            "- actual 80.00万元 2022",
            "general_budget_expenditure actual 300.00万元 2022",
            "general_budget_basic actual 200.00万元 2022 in 3",
            "general_budget_expenditure actual 400.00万元 2022",
            "general_budget_project actual 100.00万元 2022",
            "- actual 96.50分 2022",
            "performance_project_total budget 70.00万元 2022 project=水库加固项目",
            "- actual 90.00分 2022",
            "- adjusted_budget 500.00万元 2022",
            "expenditure_total actual 900.00万元 2022",
            "asset_vehicles_total count 4辆 2022 as_of 2022-12-31",
            "asset_vehicles_other count 2辆 2022 as_of 2022-12-31",
            "asset_vehicles_total count 4辆 2022 as_of 2022-12-31",
            "- count 1辆 2022",
            "- change 2辆 2022 increase",
        ],
    );
}

/// Behind 绩效目标 and 绩效指标 a budget states what is planned, and of which project.
#[test]
fn goals_of_a_budget() {
    figures(
        "goals-of-a-budget",
        &[
            "performance_target_projects count 9个 2023",
            "performance_target_amount budget 320.50万元 2023",
            "performance_project_total budget 86.00万元 2023 project=森林防火巡护项目 in 1",
            "performance_project_fiscal budget 80.00万元 2023 project=森林防火巡护项目 in 2",
            "performance_project_other budget 6.00万元 2023 project=森林防火巡护项目 in 2",
            "performance_goal target 3座 2023 indicator=新建瞭望塔 project=森林防火巡护项目",
            "performance_goal target 120人次 2023 indicator=培训护林员 project=森林防火巡护项目",
            "performance_indicator target 98% 2023 at_least indicator=火情监测覆盖率达到 project=森林防火巡护项目",
            "performance_project_total budget 42万元 2023 project=林区步道养护项目",
            "performance_indicator target 24场 2023 at_least indicator=防火宣传 project=林区步道养护项目",
            "performance_indicator target 90% 2023 at_least indicator=群众满意度 project=林区步道养护项目",
        ],
    );
}

/// What final accounts state behind 绩效目标 may be planned or reached.
#[test]
fn goals_in_final_accounts() {
    figures("goals-in-final-accounts", &["- count 3座 2023", "- ratio 98% 2023"]);
}

/// Where persons are counted, 行政 and 事业 are kinds of them.
#[test]
fn staff_by_one_word() {
    figures(
        "staff-by-one-word",
        &[
            "staff_quota_of_unit count 60名 2023",
            "staff_quota_of_unit count 20名 2023 item=行政编制 in 0",
            "staff_quota_of_unit count 40名 2023 item=事业编制 in 0",
            "staff_incumbent_of_unit count 55人 2023",
            "staff_administrative count 18人 2023 in 3",
            "staff_institution count 37人 2023 in 3",
        ],
    );
}

/// 与2022年度决算数…相比 speaks of what the sentence before did, in the year before.
#[test]
fn prior_of_both_totals() {
    figures(
        "prior-of-both-totals",
        &[
            "fiscal_revenue_total actual 820.50万元 2023",
            "fiscal_expenditure_total actual 820.50万元 2023",
            "fiscal_revenue_total actual 800.00万元 2022",
            "fiscal_expenditure_total actual 800.00万元 2022",
            "fiscal_revenue_total change 20.50万元 2023 increase vs 2022",
            "fiscal_expenditure_total change 20.50万元 2023 increase vs 2022",
            "fiscal_revenue_total rate 2.56% 2023 increase vs 2022",
            "fiscal_expenditure_total rate 2.56% 2023 increase vs 2022",
        ],
    );
}

/// The limit of the next kind of equipment stands without 单价.
#[test]
fn a_limit_without_its_name() {
    figures(
        "limit-without-its-name",
        &[
            "asset_vehicles_total count 4辆 2023 as_of 2023-12-31",
            "asset_general_equipment_threshold threshold 50万元 2023 at_least",
            "asset_general_equipment_over_500k count 2台（套） 2023 as_of 2023-12-31",
            "asset_special_equipment_threshold threshold 100万元 2023 at_least",
            "asset_special_equipment_over_1m count 1台（套） 2023 as_of 2023-12-31",
        ],
    );
}

/// A journey that another body arranged, and guests by one word.
#[test]
fn journeys_of_others() {
    figures(
        "journeys-of-others",
        &[
            "three_public_abroad actual 3.20万元 2023",
            "abroad_delegations_joined count 1个 2023",
            "abroad_persons count 1人次 2023",
            "three_public_reception actual 2.10万元 2023",
            "reception_domestic_batches count 21批次 2023",
            "reception_domestic_persons count 168人次 2023",
        ],
    );
}

/// An amount between amounts that have their unit has it too.
#[test]
fn a_unit_left_out() {
    figures(
        "unit-left-out",
        &[
            "three_public_vehicle actual 12.45万元 2023",
            "three_public_vehicle_purchase actual 0.00万元 2023 in 0",
            "three_public_vehicle_operation actual 12.45万元 2023 in 0",
        ],
    );
}

/// The bracket in the name of an item does not end it; the number of an item stands before a code.
#[test]
fn a_code_with_a_bracket() {
    figures(
        "code-with-a-bracket",
        &[
            "general_budget_expenditure_by_function actual 86.20万元 2023 2010301",
            "general_budget_expenditure_by_function completion 98.10% 2023 base initial_budget 2010301",
            "general_budget_expenditure_by_function actual 12.30万元 2023 2010399",
        ],
    );
}

/// What an item states that no list has is no amount of all.
#[test]
fn an_item_of_no_list() {
    figures("item-of-no-list", &["general_budget_expenditure_by_function actual 86.20万元 2023 2010301", "- actual 12.30万元 2023"]);
}

/// Names of offices, and then how many they are.
#[test]
fn offices_listed() {
    figures("offices-listed", &["internal_total count 6个 2023", "subordinate_institutions count 2个 2023"]);
}

/// A verb inside the name of a project changes nothing; 等次 is a grade.
#[test]
fn a_project_with_a_verb() {
    figures(
        "project-with-a-verb",
        &[
            "performance_project_total budget 720万元 2023 project=农村饮水安全巩固提升项目",
            "performance_project_total actual 700万元 2023 project=农村饮水安全巩固提升项目",
            "performance_project_total completion 97.22% 2023 base budget project=农村饮水安全巩固提升项目",
            "performance_grade_count count 6个 2023 grade=优",
            "performance_grade_count count 2个 2023 grade=良",
        ],
    );
}

/// The summary of a project stands behind a heading that runs in.
#[test]
fn a_summary_behind_a_heading() {
    figures(
        "summary-behind-a-heading",
        &[
            "performance_project_total budget 66.00万元 2023 project=办案业务经费项目",
            "performance_project_total actual 64.20万元 2023 project=办案业务经费项目",
            "performance_project_total completion 97.27% 2023 base budget project=办案业务经费项目",
        ],
    );
}

/// 分别占60%和40% behind a list: each share is of the part in its place.
#[test]
fn shares_of_a_list() {
    figures(
        "shares-of-a-list",
        &[
            "expenditure_current_total actual 1000.00万元 2023",
            "expenditure_basic actual 600.00万元 2023 in 0",
            "expenditure_project actual 400.00万元 2023 in 0",
            "expenditure_basic share 60% 2023 of expenditure_current_total",
            "expenditure_project share 40% 2023 of expenditure_current_total",
            "general_budget_expenditure actual 700.00万元 2023",
            "- actual 50.00万元 2023",
            "government_fund_expenditure actual 300.00万元 2023",
        ],
    );
}

/// 按单位划分，局本级支出420.00万元: parts of the total by body, each with the name of its body.
#[test]
fn bodies_of_a_whole() {
    figures(
        "bodies-of-a-whole",
        &[
            "expenditure_current_total actual 1000.00万元 2023",
            "expenditure_current_total actual 420.00万元 2023 unit_name=局本级",
            "expenditure_current_total actual 380.00万元 2023 unit_name=县国有林场",
            "expenditure_current_total actual 200.00万元 2023 unit_name=县草原工作站",
            "revenue_current_total actual 1000.00万元 2023",
            "revenue_other actual 30.00万元 2023 in 4",
            "revenue_current_total actual 380.00万元 2023 unit_name=县国有林场",
        ],
    );
}

/// 4个项目评价等级为优 behind an amount: things are not the money before them.
#[test]
fn things_are_no_money() {
    figures(
        "things-are-no-money",
        &[
            "performance_self_evaluated_projects count 5个 2023",
            "performance_self_evaluated_amount budget 114.80万元 2023",
            "performance_grade_count count 4个 2023 grade=优",
            "performance_grade_count count 1个 2023 grade=良",
            "performance_project_total budget 16.50万元 2023 project=林区道路项目",
            "performance_project_total actual 16.50万元 2023 project=林区道路项目",
            "performance_project_total completion 100% 2023 base budget project=林区道路项目",
            "performance_indicator actual 8公里 2023 indicator=整修道路 project=林区道路项目",
            "performance_indicator ratio 95% 2023 indicator=群众满意度 project=林区道路项目",
        ],
    );
}

/// 购置森林消防车1辆: a car by its use is a car bought, and 即减少0.40万元 is what fell.
#[test]
fn cars_by_their_use() {
    figures(
        "cars-by-their-use",
        &[
            "three_public_vehicle_purchase actual 18.60万元 2023",
            "vehicle_purchased_count count 1辆 2023",
            "three_public_reception actual 2.10万元 2023",
            "reception_domestic_batches count 12批次 2023",
            "reception_domestic_persons count 86人次 2023",
            "three_public_reception rate 16% 2023 decrease vs 2022",
            "three_public_reception change 0.40万元 2023 decrease vs 2022",
        ],
    );
}

/// 人员经费和公用经费分别占…, 上年分别占…, 慰问敬老院5万元: what is told of something else is none of the list's nor the body's.
#[test]
fn shares_of_others() {
    figures(
        "shares-of-others",
        &[
            "revenue_total actual 1200.00万元 2023",
            "expenditure_total actual 1200.00万元 2023",
            "- actual 700.00万元 2023",
            "revenue_current_total actual 1200.00万元 2023",
            "- actual 30.00万元 2023",
            "- actual 20.00万元 2023",
            "expenditure_project actual 400.00万元 2023",
            "expenditure_project change 50.00万元 2023 decrease vs 2022",
            "expenditure_project rate 11.11% 2023 decrease vs 2022",
            "expenditure_current_total actual 1200.00万元 2023",
            "expenditure_basic actual 800.00万元 2023",
            "expenditure_project actual 400.00万元 2023",
            "- ratio 58.33% 2023",
            "- ratio 8.33% 2023",
            "expenditure_basic actual 800.00万元 2023",
            "expenditure_project actual 400.00万元 2023",
            "- ratio 70% 2022",
            "- ratio 30% 2022",
            "expenditure_by_function actual 20.00万元 2023 205",
            "expenditure_by_function actual 500.00万元 2023 210",
            "expenditure_by_function actual 400.00万元 2023 213",
            "- ratio 3% 2023",
            "- ratio 50% 2023",
            "expenditure_current_total actual 1200.00万元 2023",
            "- actual 5.00万元 2023",
            "- actual 80.00万元 2023",
            "expenditure_basic actual 800.00万元 2023",
            "- actual 500.00万元 2023",
            "expenditure_current_total actual 1200.00万元 2023",
            "expenditure_current_total change 20.00万元 2023 decrease vs 2022",
            "expenditure_current_total actual 1200.00万元 2023",
            "- actual 1150.00万元 2023",
        ],
    );
}

/// 实行绩效管理的项目, 2个指标完成情况为差, 电动自行车: no project, no grade of projects, no car.
#[test]
fn projects_of_many() {
    figures(
        "projects-of-many",
        &[
            "- budget 900.00万元 2023",
            "- actual 850.00万元 2023",
            "- actual 300.00万元 2023",
            "performance_self_evaluated_projects count 4个 2023",
            "- count 2个 2023",
            "three_public_vehicle_purchase actual 0万元 2023",
            "- count 3辆 2023",
            "- count 2辆 2023",
            "asset_general_equipment_threshold threshold 50万元 2023 at_least",
            "asset_general_equipment_over_500k count 2台 2023",
            "- actual 100万元 2023 at_most",
            "- count 5台 2023",
        ],
    );
}

/// 2022年预算执行率97%, 现有防火队员120人: facts behind a goal are none.
#[test]
fn goals_and_facts() {
    figures(
        "goals-and-facts",
        &[
            "performance_goal target 5000亩 2023",
            "- ratio 97% 2022",
            "- change 2个百分点 2022 increase vs 2021",
            "performance_indicator target 0.9‰ 2023 less_than",
            "- count 120人 2023",
        ],
    );
}

/// 编制2023年部门预算 names no posts; 分单位在职人数为: persons of single bodies.
#[test]
fn posts_and_bodies() {
    figures(
        "posts-and-bodies",
        &[
            "- count 4个 2023",
            "staff_total count 50人 2023",
            "staff_incumbent_of_unit count 47人 2023 in 1",
            "staff_incumbent_of_unit count 21人 2023 unit_name=局本级",
            "staff_incumbent_of_unit count 14人 2023 unit_name=县国有林场",
            "staff_incumbent_of_unit count 12人 2023 unit_name=县草原工作站",
        ],
    );
}

/// 6.00万元管护补助当年未付 names its amount behind it; 支出15.00万元 behind the budget of a project is what was spent on it.
#[test]
fn named_behind() {
    figures(
        "named-behind",
        &[
            "general_budget_expenditure_by_function initial_budget 96.00万元 2023 2130204",
            "general_budget_expenditure_by_function actual 90.00万元 2023 2130204",
            "general_budget_expenditure_by_function completion 93.75% 2023 base initial_budget 2130204",
            "- actual 6.00万元 2023",
            "performance_project_total budget 16.50万元 2023 project=林区道路项目",
            "performance_project_total actual 15.00万元 2023 project=林区道路项目",
            "performance_project_total budget 20.00万元 2023 project=苗圃维护项目",
            "performance_project_total actual 18.00万元 2023 project=苗圃维护项目",
            "performance_project_total budget 9.00万元 2023 project=防火宣传项目",
            "performance_project_total actual 8.00万元 2023 project=防火宣传项目",
        ],
    );
}

/// Posts and staff of each body of a list; hired persons; 以上合计.
#[test]
fn staff_of_the_bodies_of_a_list() {
    figures(
        "bodies-and-their-staff",
        &[
            "staff_quota_of_unit count 102名 2023",
            "staff_incumbent_of_unit count 95名 2023",
            "staff_quota_of_unit count 21名 2023 item=行政编制 unit_name=局本级",
            "staff_quota_of_unit count 2名 2023 item=工勤编制 unit_name=局本级",
            "staff_incumbent_of_unit count 20名 2023 unit_name=局本级",
            "staff_quota_of_unit count 45名 2023 item=事业编制 unit_name=市渔港监督站",
            "staff_incumbent_of_unit count 44名 2023 unit_name=市渔港监督站",
            "staff_temporary count 7名 2023 unit_name=市渔港监督站",
            "staff_quota_of_unit count 34名 2023 item=事业编制 unit_name=市水产研究所",
            "staff_incumbent_of_unit count 31名 2023 unit_name=市水产研究所",
            "staff_quota_of_unit count 45名 2023 unit_name=某市渔港监督站",
            "staff_incumbent_of_unit count 44名 2023 unit_name=某市渔港监督站",
            "staff_quota_of_unit count 34名 2023 unit_name=某市水产研究所（本级）",
            "staff_incumbent_of_unit count 31名 2023 unit_name=某市水产研究所（本级）",
            "staff_temporary count 3名 2023 unit_name=某市水产研究所（本级）",
            "staff_incumbent_of_unit count 75名 2023",
        ],
    );
}

/// Amounts of single bodies behind 其中, 从单位看, 分单位 and 按预算单位划分, with their shares.
#[test]
fn amounts_parted_by_bodies() {
    figures(
        "parted-by-bodies",
        &[
            "expenditure_current_total actual 820万元 2023",
            "expenditure_basic actual 500万元 2023 in 0",
            "expenditure_project actual 320万元 2023 in 0",
            "expenditure_current_total actual 430万元 2023 unit_name=局本级",
            "expenditure_current_total share 52.44% 2023 of expenditure_current_total unit_name=局本级",
            "expenditure_current_total actual 390万元 2023 unit_name=市渔港监督站",
            "expenditure_current_total share 47.56% 2023 of expenditure_current_total unit_name=市渔港监督站",
            "expenditure_current_total actual 430万元 2023 unit_name=局本级",
            "expenditure_current_total actual 390万元 2023 unit_name=市渔港监督站",
            "expenditure_current_total actual 430万元 2023 unit_name=本级",
            "expenditure_current_total actual 390万元 2023 unit_name=市渔港监督站",
            "expenditure_basic actual 500万元 2023 in 0",
            "expenditure_project actual 320万元 2023 in 0",
            "expenditure_current_total actual 430万元 2023 unit_name=局本级",
            "expenditure_current_total actual 390万元 2023 unit_name=市渔港监督站",
        ],
    );
}

/// 支出决算 behind the name of an item, items with 分别, 未安排, 超出.
#[test]
fn spent_on_an_item_named_before() {
    figures(
        "spent-on-an-item-named-before",
        &[
            "general_budget_expenditure initial_budget 700万元 2023",
            "general_budget_expenditure actual 780万元 2023",
            "general_budget_expenditure completion 111.43% 2023 base initial_budget",
            "general_budget_expenditure_by_function actual 310万元 2023",
            "general_budget_expenditure_by_function initial_budget 300万元 2023",
            "general_budget_expenditure_by_function completion 103.33% 2023 base initial_budget",
            "general_budget_expenditure_by_function change 10万元 2023 increase",
            "general_budget_expenditure_by_function actual 40万元 2023",
            "general_budget_expenditure_by_function actual 120万元 2023",
            "general_budget_expenditure_by_function actual 90万元 2023",
            "general_budget_expenditure_by_function change 12万元 2023 increase vs 2022",
            "general_budget_expenditure_by_function change 9万元 2023 increase vs 2022",
            "general_budget_expenditure_by_function rate 11.11% 2023 increase vs 2022",
            "general_budget_expenditure_by_function rate 11.11% 2023 increase vs 2022",
            "general_budget_expenditure_by_function actual 160万元 2023",
            "general_budget_expenditure_by_function completion 80% 2023 base initial_budget",
            "general_budget_expenditure_by_function actual 60万元 2023",
            "general_budget_expenditure_by_function initial_budget 50万元 2023",
            "general_budget_expenditure_by_function change 10万元 2023 increase vs 2023 initial_budget",
        ],
    );
}

/// One number in two roles; a bare 支出 of a cost; an earlier year right before a change.
#[test]
fn budget_and_account_of_one_number() {
    figures(
        "budget-and-account-of-one-number",
        &[
            "three_public_abroad budget 0万元 2023",
            "three_public_abroad actual 0万元 2023",
            "three_public_reception initial_budget 4万元 2023",
            "three_public_reception actual 4万元 2023",
            "three_public_reception actual 6万元 2022",
            "three_public_reception change 2万元 2023 decrease vs 2022",
            "three_public_reception rate 33.33% 2023 decrease vs 2022",
            "meeting_cost budget 3万元 2023",
            "meeting_cost actual 2万元 2023",
            "meeting_cost completion 66.67% 2023 base budget",
            "training_cost budget 5万元 2023",
            "training_cost actual 6万元 2023",
            "training_cost completion 120% 2023 base budget",
        ],
    );
}

/// 上年无 gives the next clause no year.
#[test]
fn nothing_the_year_before() {
    figures(
        "nothing-the-year-before",
        &[
            "government_fund_revenue actual 90万元 2023",
            "government_fund_expenditure actual 80万元 2023",
            "government_fund_carryover_closing actual 10万元 2023",
        ],
    );
}

/// A reason in the middle: the comparison behind it is of the item.
#[test]
fn comparison_behind_a_reason() {
    figures(
        "comparison-behind-a-reason",
        &[
            "general_budget_expenditure_by_function actual 210万元 2023",
            "general_budget_expenditure_by_function change 60万元 2023 increase",
            "general_budget_expenditure_by_function rate 40% 2023 increase",
            "general_budget_expenditure_by_function actual 88万元 2023",
            "- ratio 20% ?",
            "- ratio 16% 2023",
            "general_budget_expenditure_by_function change 12万元 2023 decrease vs 2022",
            "general_budget_expenditure_by_function rate 12% 2023 decrease vs 2022",
        ],
    );
}

/// Grades of a list, the project that was quoted before, a project that opens its paragraph.
#[test]
fn grades_of_a_list() {
    figures(
        "grades-of-a-list",
        &[
            "performance_self_evaluated_projects count 9个 2023",
            "performance_grade_count count 7个 2023 grade=优",
            "performance_grade_count count 2个 2023 grade=良",
            "performance_project_total budget 200万元 2023 project=渔港清淤项目",
            "performance_project_total actual 180万元 2023 project=渔港清淤项目",
            "performance_project_total completion 90% 2023 base budget project=渔港清淤项目",
            "performance_project_total initial_budget 60万元 2023 project=增殖放流项目",
            "performance_project_total actual 57万元 2023 project=增殖放流项目",
            "performance_project_total completion 95% 2023 base budget project=增殖放流项目",
        ],
    );
}

/// 依次为, 占比重, 占…的比重为 and two shares of two names.
#[test]
fn shares_by_other_words() {
    figures(
        "shares-by-other-words",
        &[
            "revenue_current_total actual 1000万元 2023",
            "revenue_fiscal actual 900万元 2023 in 0",
            "revenue_undertaking actual 60万元 2023 in 0",
            "revenue_other actual 40万元 2023 in 0",
            "revenue_fiscal share 90% 2023 of revenue_current_total",
            "revenue_undertaking share 6% 2023 of revenue_current_total",
            "revenue_other share 4% 2023 of revenue_current_total",
            "revenue_fiscal share 90% 2023 of revenue_current_total",
            "revenue_other share 4% 2023 of revenue_current_total",
            "revenue_operating actual 20万元 2023",
            "revenue_operating share 2% 2023 of revenue_current_total",
            "general_budget_expenditure actual 880万元 2023",
            "general_budget_expenditure share 88% 2023 of expenditure_current_total",
            "general_budget_expenditure change 30万元 2023 increase vs 2022",
        ],
    );
}

/// A bare side of the amount of 本年收入; a comparison behind a list is of the paragraph's main amount.
#[test]
fn income_of_the_year_again() {
    figures(
        "income-of-the-year-again",
        &[
            "carryover_opening actual 40万元 2023",
            "revenue_current_total actual 1000万元 2023",
            "expenditure_current_total actual 980万元 2023",
            "carryover_closing actual 60万元 2023",
            "revenue_current_total actual 1000万元 2023",
            "revenue_current_total change 50万元 2023 increase vs 2022",
            "revenue_current_total rate 5.26% 2023 increase vs 2022",
            "expenditure_current_total actual 980万元 2023",
            "expenditure_current_total change 30万元 2023 increase vs 2022",
            "expenditure_current_total rate 3.16% 2023 increase vs 2022",
            "revenue_current_total actual 1000万元 2023",
            "revenue_fiscal actual 1000万元 2023 in 10",
            "revenue_superior_subsidy actual 0万元 2023",
            "revenue_operating actual 0万元 2023",
            "revenue_current_total initial_budget 900万元 2023",
            "revenue_current_total completion 111.11% 2023 base initial_budget",
            "revenue_current_total actual 950万元 2022",
            "revenue_current_total change 50万元 2023 increase vs 2022",
            "revenue_current_total rate 5.26% 2023 increase vs 2022",
        ],
    );
}

/// A unit left out in a list, funds of the projects with goals, 小微企业合同.
#[test]
fn money_of_contracts_and_goals() {
    figures(
        "money-of-contracts-and-goals",
        &[
            "procurement_total budget 600万元 2024",
            "procurement_goods budget 120.30万元 2024 in 0",
            "procurement_works budget 300.00万元 2024 in 0",
            "procurement_services budget 179.70万元 2024 in 0",
            "performance_target_projects count 12个 2024",
            "performance_target_amount budget 500万元 2024",
            "performance_target_amount budget 90万元 2024",
            "procurement_sme actual 500万元 2023",
            "procurement_micro_small actual 300万元 2023 in 7",
            "vehicle_purchased_count count 2辆 2024",
        ],
    );
}

/// Offices by any name behind 内设, totals of accounts, 运转类项目支出, 现有车辆.
#[test]
fn offices_and_other_totals() {
    figures(
        "offices-and-other-totals",
        &[
            "internal_total count 3个 2022",
            "staff_quota_of_unit count 6人 2022 item=自收自支编制",
            "revenue_total actual 180.00万元 2022",
            "expenditure_total actual 180.00万元 2022",
            "expenditure_project_operational actual 30.00万元 2022 in 3",
            "expenditure_project_operational share 16.67% 2022 of expenditure_total",
            "asset_vehicles_total count 2辆 2022 as_of 2022-12-31",
        ],
    );
}

/// What looks like the rules of lists, bodies, projects and comparisons, and is none of them.
#[test]
fn rules_that_stop_short() {
    figures(
        "rules-that-stop-short",
        &[
            "staff_quota_of_unit count 21名 2023 item=行政编制 unit_name=局本级",
            "staff_incumbent_of_unit count 20名 2023 unit_name=局本级",
            "staff_quota_of_unit count 12名 2023 unit_name=县林场",
            "staff_incumbent_of_unit count 10名 2023 unit_name=县林场",
            "staff_quota_of_unit count 33名 2023",
            "staff_incumbent_of_unit count 30名 2023",
            "- count 1名 2023",
            "- count 12名 2023",
            "staff_quota_of_unit count 66名 2023",
            "expenditure_current_total actual 820万元 2023",
            "expenditure_project completion 98% 2023 base budget",
            "expenditure_subsidy_affiliated actual 3万元 2023",
            "expenditure_remit_superior actual 2万元 2023",
            "- change 1万元 2023 decrease vs 2022",
            "- rate 16% 2023 decrease vs 2022",
            "expenditure_basic actual 210万元 2023",
            "- actual 12万元 2023",
            "- rate 20% 2023 decrease",
            "revenue_current_total actual 1000万元 2023",
            "revenue_current_total actual 430万元 2023 unit_name=局本级",
            "revenue_current_total actual 570万元 2023 unit_name=县林场",
            "general_budget_expenditure_by_function initial_budget 260万元 2023",
            "general_budget_expenditure_by_function actual 310万元 2023",
            "general_budget_expenditure_by_function change 50万元 2023 increase vs 2023 initial_budget",
            "general_budget_expenditure_by_function initial_budget 260万元 2023",
            "- ratio 30% 2023",
            "general_budget_expenditure_by_function actual 100万元 2023",
            "- actual 20万元 2023",
            "- actual 14万元 2023",
            "- actual 3万元 2023",
            "general_budget_expenditure_by_function actual 1万元 2023",
            "general_budget_expenditure_by_function actual 2万元 2023",
            "general_budget_expenditure_by_function actual 3万元 2023",
            "general_budget_expenditure_by_function actual 4万元 2023",
            "- initial_budget 200万元 2023",
            "- actual 210万元 2023",
            "- ratio 105% 2023",
            "three_public_total actual 15万元 2022",
            "three_public_total actual 14万元 2023",
            "- actual 95分 2023",
            "- actual 92分 2023",
            "performance_project_total initial_budget 60万元 2023",
            "performance_project_total actual 57万元 2023",
            "performance_grade_count count 7个 2023 grade=优",
            "performance_grade_count count 2个 2023 grade=良",
            "- count 9个 2023",
            "performance_self_evaluated_projects count 9个 2023",
            "performance_self_evaluated_amount actual 100万元 2023",
            "- actual 500万元 2023",
            "- ratio 20% 2023",
        ],
    );
}

/// Quoted items below a class, bodies whose spending is arranged, a quoted project with its goals.
#[test]
fn items_quoted_below_a_class() {
    figures(
        "items-quoted-below-a-class",
        &[
            "expenditure_total budget 900.00万元 2023",
            "fiscal_expenditure_total budget 880.00万元 2023",
            "fiscal_expenditure_total change 20.00万元 2023 increase vs 2022 prior_budget",
            "state_capital_expenditure budget 0万元 2023 unchanged vs 2022",
            "fiscal_basic budget 300.00万元 2023 in 1",
            "fiscal_project_expenditure budget 600.00万元 2023 in 1",
            "expenditure_total budget 700.00万元 2023 unit_name=委本部",
            "expenditure_total budget 200.00万元 2023 unit_name=临溪区科技馆",
            "fiscal_expenditure_by_function budget 800.00万元 2023 206 in 1",
            "fiscal_expenditure_by_function budget 200.00万元 2023 in 8",
            "fiscal_expenditure_by_function budget 600.00万元 2023 2060702 in 8",
            "fiscal_expenditure_by_function budget 80.00万元 2023 221",
            "fiscal_expenditure_by_function budget 50.00万元 2023 2210201 in 11",
            "fiscal_expenditure_by_function budget 30.00万元 2023 2210203 in 11",
            "performance_target_projects count 7个 2023",
            "performance_target_amount budget 600.00万元 2023",
            "performance_project_total budget 60.00万元 2023 project=科普大篷车",
            "performance_goal target 40场 2023 at_least indicator=目标为进校园 project=科普大篷车",
            "performance_indicator target 95% 2023 at_least indicator=学生满意度 project=科普大篷车",
        ],
    );
}

/// Units without that word, offices sent out, staff of bodies in a bracket.
#[test]
fn staff_in_brackets_by_bodies() {
    figures(
        "staff-in-brackets-by-bodies",
        &[
            "budget_units count 3个 2022",
            "dispatched_agencies count 1个 2022",
            "- count 4个 2022",
            "staff_quota_of_unit count 60名 2022",
            "staff_incumbent_of_unit count 51人 2022",
            "staff_incumbent_of_unit count 20人 2022 unit_name=局机关",
            "staff_incumbent_of_unit count 18人 2022 unit_name=区科技馆",
            "staff_incumbent_of_unit count 13人 2022 unit_name=区生产力促进中心",
        ],
    );
}

/// A numbered item behind a reason, parts of a class behind 中, parts behind 主要是, grades behind money, a project as title.
#[test]
fn parts_behind_mainly() {
    figures(
        "parts-behind-mainly",
        &[
            "general_budget_expenditure_by_function actual 2700.00万元 2018 205",
            "general_budget_expenditure_by_function initial_budget 700.00万元 2018 2050203",
            "general_budget_expenditure_by_function actual 760.00万元 2018 2050203",
            "general_budget_expenditure_by_function completion 108.57% 2018 base budget 2050203",
            "general_budget_expenditure_by_function initial_budget 1800.00万元 2018 2050204",
            "general_budget_expenditure_by_function actual 1900.00万元 2018 2050204",
            "general_budget_expenditure_by_function completion 105.56% 2018 base budget 2050204",
            "general_budget_expenditure_by_function actual 20.00万元 2018 2101101",
            "general_budget_expenditure_by_function actual 30.00万元 2018 2101102",
            "general_budget_basic actual 2900.00万元 2018",
            "general_budget_basic_operating actual 330.00万元 2018",
            "general_budget_basic_by_economic actual 40.00万元 2018 30201 in 10",
            "general_budget_basic_by_economic actual 120.00万元 2018 30208 in 10",
            "procurement_sme actual 190.00万元 2018",
            "procurement_micro_small actual 150.00万元 2018 in 13",
            "performance_self_evaluated_projects count 8个 2018",
            "performance_self_evaluated_amount actual 900.00万元 2018",
            "performance_grade_count count 6个 2018 grade=优秀",
            "performance_grade_count count 2个 2018 grade=良好",
            "performance_project_total budget 420.00万元 2018 project=图书购置项目",
            "performance_project_total actual 400.00万元 2018 project=图书购置项目",
            "performance_project_total completion 95.24% 2018 base budget project=图书购置项目",
        ],
    );
}

/// Items below a heading that says 财政拨款 are of the budget that the chapter names.
#[test]
fn fund_of_the_chapter() {
    figures(
        "fund-of-the-chapter",
        &[
            "fiscal_expenditure_total actual 1000.00万元 2019",
            "fiscal_expenditure_total change 50.00万元 2019 increase vs 2018",
            "general_budget_expenditure_by_function actual 800.00万元 2019 220",
            "general_budget_expenditure_by_function share 80.00% 2019 of general_budget_expenditure 220",
            "general_budget_expenditure_by_function actual 200.00万元 2019 221",
            "general_budget_expenditure_by_function share 20.00% 2019 of general_budget_expenditure 221",
            "general_budget_expenditure_by_function initial_budget 300.00万元 2019 2200101",
            "general_budget_expenditure_by_function actual 310.00万元 2019 2200101",
        ],
    );
}

/// More of what looks like a rule's words and is none of them: persons moved, parts of parts, classes, changes with a reason, accounts in quotation marks.
#[test]
fn rules_that_stop_short_again() {
    figures(
        "rules-that-stop-short-again",
        &[
            "staff_incumbent_of_unit count 85人 2023",
            "- count 10人 2023",
            "- count 5人 2023",
            "- count 1个 2023",
            "expenditure_current_total actual 1200万元 2023",
            "expenditure_basic actual 800万元 2023 in 4",
            "expenditure_project actual 400万元 2023 in 4",
            "expenditure_basic actual 800万元 2023",
            "- actual 500万元 2023",
            "- actual 300万元 2023",
            "expenditure_by_function actual 900万元 2023 205",
            "expenditure_by_economic actual 300万元 2023 30101 in 10",
            "expenditure_by_economic actual 60万元 2023 30113 in 10",
            "expenditure_by_economic actual 50万元 2023 30108 in 10",
            "expenditure_by_function actual 300万元 2023 213",
            "expenditure_by_function change 20万元 2023 increase vs 2022 213",
            "expenditure_by_function actual 800万元 2023 205",
            "expenditure_by_function change 50万元 2023 increase vs 2022 205",
            "general_budget_basic actual 800万元 2023",
            "general_budget_basic change 30万元 2023 increase vs 2022",
            "- actual 20万元 2023",
            "general_budget_basic_operating actual 300万元 2023",
            "general_budget_basic_by_economic actual 41万元 2023 30201 in 21",
            "general_budget_basic_by_economic actual 38万元 2023 30206 in 21",
            "general_budget_basic_operating change 5万元 2023 increase vs 2022",
            "asset_vehicles_total count 5辆 2023",
            "asset_vehicles_total change 2辆 2023 decrease",
            "expenditure_basic budget 100万元 2023",
            "three_public_total budget 10万元 2023",
            "- count 350人 2019",
            "performance_project_total completion 98% 2022 base budget project=护林员补助项目",
            "- count 12个 2023",
            "expenditure_project_operational adjusted_budget 40万元 2023",
            "performance_self_evaluated_projects count 8个 2023",
            "- count 12个 2023",
            "- count 3个 2023",
        ],
    );
}

/// 主要包括 before a name and its amount opens parts.
#[test]
fn parts_behind_a_purpose() {
    figures(
        "parts-behind-a-purpose",
        &[
            "revenue_current_total budget 300.00万元 2023",
            "revenue_general_public_budget budget 280.00万元 2023 in 0",
            "revenue_general_public_budget share 93.33% 2023 of revenue_current_total",
            "revenue_general_public_budget change 14.00万元 2023 increase vs 2022 prior_budget",
            "revenue_general_public_budget rate 5.26% 2023 increase vs 2022 prior_budget",
            "revenue_other budget 20.00万元 2023 in 0",
            "revenue_other share 6.67% 2023 of revenue_current_total",
            "- budget 20.00万元 2023",
        ],
    );
}

/// A share of a source that has no concept is not one of all revenue.
#[test]
fn share_without_a_name() {
    figures(
        "share-without-a-name",
        &["revenue_total budget 300.00万元 2023", "revenue_general_public_budget share 92.62% 2023 of revenue_total", "- ratio 1.44% 2023"],
    );
}

/// Expenditure named by its definition, as the reports of a province do, and kinds behind their examples.
#[test]
fn expenditure_by_its_definition() {
    figures(
        "expenditure-by-its-definition",
        &[
            "expenditure_current_total actual 900万元 2021",
            "expenditure_basic actual 620万元 2021 in 0",
            "expenditure_basic share 68.89% 2021 of expenditure_total",
            "expenditure_project actual 280万元 2021 in 0",
            "expenditure_project share 31.11% 2021 of expenditure_total",
            "expenditure_basic actual 620万元 2021",
            "expenditure_basic change 20万元 2021 increase vs 2020",
            "expenditure_basic rate 3.33% 2021 increase vs 2020",
            "expenditure_basic_personnel actual 560万元 2021 in 5",
            "expenditure_basic_personnel share 90.32% 2021 of expenditure_basic",
            "expenditure_basic_operating actual 60万元 2021 in 5",
            "expenditure_basic_operating share 9.68% 2021 of expenditure_basic",
            "expenditure_project actual 280万元 2021",
            "expenditure_project change 30万元 2021 decrease vs 2020",
            "expenditure_project rate 9.68% 2021 decrease vs 2020",
            "- actual 120万元 2021",
        ],
    );
}

/// Parts of the accounts that a reason says changed; none where the reason is that of a single item.
#[test]
fn changes_that_a_reason_tells() {
    figures(
        "changes-that-a-reason-tells",
        &[
            "revenue_total actual 880万元 2022",
            "expenditure_total actual 880万元 2022",
            "revenue_total change 110万元 2022 decrease vs 2021",
            "expenditure_total change 110万元 2022 decrease vs 2021",
            "revenue_total rate 11.11% 2022 decrease vs 2021",
            "expenditure_total rate 11.11% 2022 decrease vs 2021",
            "fiscal_revenue_total change 116万元 2022 decrease vs 2021",
            "fiscal_expenditure_total change 116万元 2022 decrease vs 2021",
            "fiscal_revenue_total rate 12.00% 2022 decrease vs 2021",
            "fiscal_expenditure_total rate 12.00% 2022 decrease vs 2021",
            "revenue_undertaking change 6万元 2022 increase vs 2021",
            "revenue_undertaking rate 25.00% 2022 increase vs 2021",
            "revenue_current_total actual 880万元 2022",
            "revenue_current_total change 20万元 2022 decrease vs 2021",
            "revenue_current_total rate 2.22% 2022 decrease vs 2021",
            "revenue_general_public_budget change 26万元 2022 decrease vs 2021",
            "revenue_undertaking change 6万元 2022 increase vs 2021",
            "general_budget_expenditure actual 700万元 2022",
            "general_budget_expenditure change 30万元 2022 decrease vs 2021",
            "general_budget_basic change 12万元 2022 decrease vs 2021",
            "- change 18万元 2022 decrease vs 2021",
            "general_budget_expenditure_by_function actual 500万元 2022 2050202",
            "general_budget_expenditure_by_function change 40万元 2022 decrease vs 2021 2050202",
            "- change 25万元 2022 decrease vs 2021",
        ],
    );
}

/// The bare side behind the income of a fund, below the totals of all funds.
#[test]
fn fund_by_fund_against_the_budget() {
    figures(
        "fund-by-fund-against-the-budget",
        &[
            "revenue_fiscal actual 500万元 2020",
            "revenue_fiscal completion 110% 2020 base initial_budget",
            "revenue_fiscal change 45万元 2020 increase vs 2020 initial_budget",
            "fiscal_expenditure_current_total actual 490万元 2020",
            "fiscal_expenditure_current_total completion 108% 2020 base initial_budget",
            "fiscal_expenditure_current_total change 36万元 2020 increase vs 2020 initial_budget",
            "revenue_general_public_budget actual 400万元 2020",
            "revenue_general_public_budget completion 105% 2020 base initial_budget",
            "revenue_general_public_budget change 19万元 2020 increase vs 2020 initial_budget",
            "general_budget_expenditure completion 104% 2020 base initial_budget",
            "general_budget_expenditure change 16万元 2020 increase vs 2020 initial_budget",
            "revenue_government_fund actual 100万元 2020",
            "revenue_government_fund change 26万元 2020 increase vs 2020 initial_budget",
            "government_fund_expenditure actual 90万元 2020",
            "government_fund_expenditure change 20万元 2020 increase vs 2020 initial_budget",
        ],
    );
}

/// Projects counted by level or fund, the money of projects that no concept counts, and results as grades.
#[test]
fn projects_by_level_and_fund() {
    figures(
        "projects-by-level-and-fund",
        &[
            "performance_self_evaluated_projects count 6个 2022 item=一级项目",
            "performance_self_evaluated_projects count 17个 2022 item=二级项目",
            "performance_self_evaluated_amount actual 930万元 2022",
            "performance_self_evaluated_amount share 100% 2022 of general_budget_project",
            "- count 2个 2022",
            "- actual 210万元 2022",
            "- actual 0万元 2022",
            "performance_self_evaluated_projects count 23个 2022",
            "performance_self_evaluated_projects count 20个 2022 item=一般公共预算项目",
            "performance_self_evaluated_amount actual 800万元 2022",
            "performance_self_evaluated_projects count 3个 2022 item=政府性基金预算项目",
            "performance_self_evaluated_amount actual 130万元 2022",
            "performance_grade_count count 21个 2022 grade=优",
            "performance_grade_count count 2个 2022 grade=良",
            "- count 5个 2022",
        ],
    );
}

/// Grades in quotation marks before 的项目.
#[test]
fn results_in_quotation_marks() {
    figures(
        "results-in-quotation-marks",
        &[
            "performance_self_evaluated_projects count 9个 2021",
            "performance_self_evaluated_amount actual 300万元 2021",
            "performance_grade_count count 7个 2021 grade=优",
            "performance_grade_count count 2个 2021 grade=良",
        ],
    );
}

/// Projects by the way in which they were evaluated.
#[test]
fn ways_of_evaluation() {
    figures(
        "ways-of-evaluation",
        &[
            "performance_self_evaluated_projects count 27个 2021",
            "performance_self_evaluated_projects count 25个 2021",
            "performance_self_evaluated_amount actual 1100万元 2021",
            "performance_self_evaluated_projects count 2个 2021",
            "performance_self_evaluated_amount actual 150万元 2021",
        ],
    );
}

/// A short name of the body before the year, and that of another body.
#[test]
fn short_name_before_the_year() {
    figures(
        "short-name-before-the-year",
        &[
            "revenue_total budget 860万元 2021",
            "expenditure_total budget 860万元 2021",
            "revenue_total budget 860万元 2021",
            "revenue_general_public_budget budget 820万元 2021 in 2",
            "revenue_general_public_budget share 95.35% 2021 of revenue_total",
            "carryover_opening budget 40万元 2021 in 2",
            "carryover_opening share 4.65% 2021 of revenue_total",
            "expenditure_total budget 860万元 2021",
            "expenditure_basic_personnel budget 700万元 2021 in 7",
            "expenditure_basic_operating budget 100万元 2021 in 7",
            "expenditure_project budget 60万元 2021 in 7",
            "- budget 30万元 2021",
        ],
    );
}

/// Classes of the economic classification, announced by a title.
#[test]
fn economic_classes_announced() {
    figures(
        "economic-classes-announced",
        &[
            "general_budget_expenditure actual 550万元 2022",
            "general_budget_expenditure_by_function actual 500万元 2022 201",
            "general_budget_expenditure_by_function share 90.91% 2022 of general_budget_expenditure 201",
            "general_budget_expenditure_by_function actual 50万元 2022 221",
            "general_budget_expenditure_by_function share 9.09% 2022 of general_budget_expenditure 221",
            "expenditure_by_economic actual 300万元 2022 301",
            "expenditure_by_economic share 54.55% 2022 of general_budget_expenditure 301",
            "expenditure_by_economic actual 220万元 2022 302",
            "expenditure_by_economic share 40.00% 2022 of general_budget_expenditure 302",
            "expenditure_by_economic actual 30万元 2022 303",
            "expenditure_by_economic share 5.45% 2022 of general_budget_expenditure 303",
        ],
    );
}

/// Delegations that are counted behind a reason, and one that is the reason.
#[test]
fn delegations_behind_a_reason() {
    figures(
        "delegations-behind-a-reason",
        &[
            "three_public_abroad budget 24万元 2023",
            "three_public_abroad change 24万元 2023 increase vs 2022 prior_budget",
            "abroad_delegations count 1个 2023",
            "abroad_persons count 4人次 2023",
            "three_public_reception budget 5万元 2023",
            "three_public_reception change 1万元 2023 decrease vs 2022 prior_budget",
            "- count 2个 2023",
        ],
    );
}

/// Kinds of posts that no list has, persons by 实际, units that draw up accounts, the year of founding.
#[test]
fn posts_of_other_kinds() {
    figures(
        "posts-of-other-kinds",
        &[
            "budget_units count 4个 2021",
            "staff_quota_of_unit count 25人 2021 item=行政编制",
            "staff_incumbent_of_unit count 22人 2021 item=行政编制",
            "staff_quota_of_unit count 10人 2021 item=事业编制",
            "staff_incumbent_of_unit count 0人 2021 item=事业编制",
            "staff_quota_of_unit count 11人 2021 item=雇员编制",
            "staff_quota_of_unit count 8人 2021 item=临时聘用编制",
            "- count 3人 2021",
            "internal_total count 6个 2021",
        ],
    );
}

/// A name whose amount the form left as XX.
#[test]
fn amount_left_out_of_a_name() {
    figures(
        "amount-left-out-of-a-name",
        &[
            "three_public_total actual 51.58万元 2017",
            "three_public_total change 23.86万元 2017 increase vs 2016",
            "three_public_abroad change 3万元 2017 decrease vs 2016",
            "three_public_reception actual 35.9万元 2017 in 0",
            "three_public_reception change 17.77万元 2017 increase vs 2016",
        ],
    );
}

/// What the definition of 机关运行经费 says it consists of.
#[test]
fn agency_cost_by_its_definition() {
    figures(
        "agency-cost-by-its-definition",
        &[
            "agency_operating_cost budget 215万元 2023",
            "agency_operating_cost change 5万元 2023 increase vs 2022",
            "agency_operating_cost rate 2.38% 2023 increase vs 2022",
            "agency_operating_cost_by_economic budget 30万元 2023 30201 in 0",
            "agency_operating_cost_by_economic budget 5万元 2023 30202 in 0",
            "agency_operating_cost_by_economic budget 8万元 2023 in 0",
            "agency_operating_cost_by_economic budget 2万元 2023 in 0",
            "agency_operating_cost_by_economic budget 25万元 2023 in 0",
            "agency_operating_cost_by_economic budget 50万元 2023 in 0",
            "- budget 3万元 2023",
        ],
    );
}

/// The money of all projects that have targets.
#[test]
fn targets_of_all_projects() {
    figures("targets-of-all-projects", &["performance_target_amount budget 2000万元 2021", "performance_target_amount budget 2600万元 2021"]);
}

/// 其他国内公务接待 beside the reception of foreign guests.
#[test]
fn other_domestic_reception() {
    figures(
        "other-domestic-reception",
        &[
            "three_public_reception actual 20万元 2019",
            "three_public_reception_foreign actual 5万元 2019 in 0",
            "reception_foreign_batches count 12批次 2019",
            "reception_foreign_persons count 86人次 2019",
            "three_public_reception_domestic actual 15万元 2019",
            "reception_domestic_batches count 120个 2019",
            "reception_domestic_persons count 960人次 2019",
        ],
    );
}

/// Classes printed without 等.
#[test]
fn class_without_deng() {
    figures(
        "class-without-deng",
        &[
            "expenditure_total budget 188万元 2016",
            "expenditure_by_function budget 150万元 2016 220 in 0",
            "expenditure_by_function budget 38万元 2016 215 in 0",
        ],
    );
}

/// The money of journeys and cars that a paragraph counts first.
#[test]
fn money_of_what_was_counted() {
    figures(
        "money-of-what-was-counted",
        &[
            "abroad_delegations count 0个 2021",
            "abroad_persons count 0人次 2021",
            "three_public_abroad budget 3万元 2021",
            "three_public_abroad actual 0万元 2021",
            "three_public_abroad completion 0% 2021 base budget",
            "three_public_abroad change 3万元 2021 decrease vs 2021 budget",
            "vehicle_purchased_count count 1辆 2021",
            "three_public_vehicle_purchase budget 18万元 2021",
            "three_public_vehicle_purchase actual 17万元 2021",
            "three_public_vehicle_purchase completion 94.44% 2021 base budget",
        ],
    );
}

/// A comparison behind parts without concepts, whose amounts say that it is of their whole.
#[test]
fn comparison_behind_unnamed_parts() {
    figures(
        "comparison-behind-unnamed-parts",
        &[
            "three_public_vehicle_operation budget 35万元 2023",
            "- budget 12万元 2023",
            "- budget 12万元 2023",
            "- budget 11万元 2023",
            "three_public_vehicle_operation budget 37万元 2022",
            "three_public_vehicle_operation change 2万元 2023 decrease vs 2022 prior_budget",
        ],
    );
}

/// Cars bought and held in the words of several provinces.
#[test]
fn cars_bought_and_held() {
    figures(
        "cars-bought-and-held",
        &[
            "three_public_vehicle_purchase actual 0万元 2021",
            "three_public_vehicle_purchase budget 0万元 2021",
            "vehicle_purchased_count count 0辆 2021",
            "three_public_vehicle_purchase actual 18万元 2021",
            "vehicle_purchased_count count 1辆 2021",
            "three_public_vehicle_operation actual 14万元 2021",
            "vehicle_holding_count count 5辆 2021 as_of 2021-12-31",
            "three_public_vehicle_operation actual 14万元 2021",
            "three_public_vehicle_operation change 1万元 2021 decrease vs 2020",
            "vehicle_holding_count count 5辆 2021",
        ],
    );
}

/// 今年 before a name, and journeys that were joined.
#[test]
fn words_for_this_year() {
    figures(
        "words-for-this-year",
        &[
            "revenue_total actual 700万元 2022",
            "revenue_fiscal actual 600万元 2022 in 0",
            "revenue_fiscal share 85.71% 2022 of revenue_total",
            "carryover_opening actual 100万元 2022 in 0",
            "carryover_opening share 14.29% 2022 of revenue_total",
            "revenue_total change 50万元 2022 decrease vs 2021",
            "revenue_total rate 6.67% 2022 decrease vs 2021",
            "three_public_abroad actual 0万元 2022",
            "abroad_delegations count 0个 2022",
            "abroad_persons count 0人次 2022",
            "three_public_abroad change 0万元 2022 increase vs 2021",
            "three_public_abroad rate 0% 2022 increase vs 2021",
        ],
    );
}

/// 其他支出 among the kinds of expenditure and among its classes; classes with 与.
#[test]
fn kinds_and_classes() {
    figures(
        "kinds-and-classes",
        &[
            "expenditure_basic actual 1350万元 2021",
            "expenditure_basic share 25.23% 2021 of expenditure_current_total",
            "expenditure_project actual 4000万元 2021",
            "expenditure_project share 74.77% 2021 of expenditure_current_total",
            "expenditure_operating actual 0万元 2021",
            "expenditure_operating share 0% 2021 of expenditure_current_total",
            "- actual 0万元 2021",
            "- ratio 0% 2021",
            "general_budget_expenditure actual 5000万元 2021",
            "general_budget_expenditure_by_function actual 400万元 2021 208 in 8",
            "general_budget_expenditure_by_function share 8% 2021 of general_budget_expenditure 208",
            "general_budget_expenditure_by_function actual 100万元 2021 224 in 8",
            "general_budget_expenditure_by_function share 2% 2021 of general_budget_expenditure 224",
            "general_budget_expenditure_by_function actual 4500万元 2021 229 in 8",
            "general_budget_expenditure_by_function share 90% 2021 of general_budget_expenditure 229",
        ],
    );
}

/// Basic expenditure of all 财政拨款 in the section of the general budget, with its parts.
#[test]
fn basic_of_all_fiscal_money() {
    figures(
        "basic-of-all-fiscal-money",
        &[
            "fiscal_basic actual 1020万元 2021",
            "fiscal_basic_personnel actual 950万元 2021 in 0",
            "fiscal_basic_operating actual 70万元 2021 in 0",
            "fiscal_basic_personnel actual 950万元 2021",
            "fiscal_basic_personnel share 93.14% 2021 of fiscal_basic",
            "fiscal_basic_by_economic actual 350万元 2021 30101",
            "fiscal_basic_by_economic actual 600万元 2021 30102",
            "fiscal_basic_operating actual 70万元 2021",
            "fiscal_basic_operating share 6.86% 2021 of fiscal_basic",
            "fiscal_basic_by_economic actual 70万元 2021 30201",
        ],
    );
}

/// A share in a section of goals.
#[test]
fn share_among_goals() {
    figures("share-among-goals", &["performance_target_projects count 32个 2023", "- count 35个 2023", "- ratio 91.43% 2023"]);
}

/// Subordinate bodies named behind their number.
#[test]
fn bodies_below_behind_their_number() {
    figures("bodies-below-behind-their-number", &["internal_total count 7个 2022", "subordinate_institutions count 3个 2022"]);
}

/// Guests in a sentence of their own.
#[test]
fn reception_of_the_paragraph() {
    figures(
        "reception-of-the-paragraph",
        &[
            "three_public_reception_foreign actual 1万元 2021",
            "reception_foreign_persons count 6人次 2021",
            "reception_foreign_batches count 2批次 2021",
            "three_public_reception_domestic actual 4万元 2021",
            "reception_domestic_persons count 280人次 2021",
            "reception_domestic_batches count 35批次 2021",
        ],
    );
}

/// Kinds of basic expenditure as shares of the whole budget.
#[test]
fn shares_of_persons_and_use() {
    figures(
        "shares-of-persons-and-use",
        &[
            "general_budget_expenditure actual 648万元 2022",
            "general_budget_basic_personnel actual 400万元 2022 in 0",
            "general_budget_basic_personnel share 61.73% 2022 of general_budget_expenditure",
            "general_budget_basic_operating actual 48万元 2022 in 0",
            "general_budget_basic_operating share 7.41% 2022 of general_budget_expenditure",
        ],
    );
}

/// Kinds of posts and of persons by one word, whichever the sentence counts.
#[test]
fn kinds_of_staff_by_one_word() {
    figures(
        "kinds-of-staff-by-one-word",
        &[
            "staff_quota_of_unit count 10人 2017",
            "staff_quota_of_unit count 3人 2017 item=行政编制 in 0",
            "staff_quota_of_unit count 1人 2017 item=工勤编制 in 0",
            "staff_quota_of_unit count 6人 2017 item=事业编制 in 0",
            "staff_administrative count 3人 2017",
            "- count 1人 2017",
            "- count 0人 2017",
            "- count 1人 2017",
            "staff_quota_of_unit count 39人 2017 unit_name=云岭市幼儿园",
            "staff_quota_of_unit count 0人 2017 item=行政编制 unit_name=云岭市幼儿园 in 8",
            "staff_quota_of_unit count 39人 2017 item=事业编制 unit_name=云岭市幼儿园 in 8",
            "staff_incumbent_of_unit count 39人 2017",
            "staff_administrative count 0人 2017 in 11",
            "staff_institution count 39人 2017 in 11",
            "staff_quota_of_unit count 41人 2017",
            "staff_incumbent_of_unit count 39人 2017",
            "staff_administrative count 22人 2017",
            "staff_institution count 17人 2017",
            "staff_incumbent_of_unit count 7人 2017 unit_name=农服中心 in 17",
            "staff_incumbent_of_unit count 10人 2017 unit_name=文广站 in 17",
            "staff_total count 21人 2017",
            "staff_civil_service_managed count 1人 2017 in 20",
            "staff_institution count 20人 2017 in 20",
            "staff_quota_of_unit count 60人 2017 item=政法编制",
            "staff_quota_of_unit count 7人 2017 item=行政事业编制",
            "staff_quota_of_unit count 85人 2017 item=事业编制",
            "staff_incumbent_of_unit count 62人 2017",
            "staff_temporary count 16人 2017",
            "staff_quota_of_unit count 11名 2017 item=行政编制",
            "staff_total count 12人 2017",
            "staff_incumbent_of_unit count 10人 2017 in 29",
        ],
    );
}

/// Posts of a body that the sentence presents, and those of the reporting body.
#[test]
fn bodies_that_a_sentence_presents() {
    figures(
        "bodies-that-a-sentence-presents",
        &[
            "staff_quota_of_unit count 66名 2017 unit_name=云岭市农业科学研究所",
            "staff_incumbent_of_unit count 53人 2017 unit_name=云岭市农业科学研究所",
            "staff_quota_of_unit count 20名 2017",
            "staff_incumbent_of_unit count 19人 2017",
        ],
    );
}

/// Parts behind a reason without its full stop, and a year compared with without 与.
#[test]
fn full_stop_left_out_before_parts() {
    figures(
        "full-stop-left-out-before-parts",
        &[
            "revenue_current_total actual 7548万元 2024",
            "revenue_current_total change 719万元 2024 decrease vs 2023",
            "revenue_current_total rate 8.7% 2024 decrease vs 2023",
            "revenue_fiscal actual 7500万元 2024 in 0",
            "revenue_fiscal share 99.4% 2024 of revenue_current_total",
            "revenue_undertaking actual 48万元 2024 in 0",
            "revenue_undertaking share 0.6% 2024 of revenue_current_total",
        ],
    );
}

/// Items below 人员支出 and 日常公用支出.
#[test]
fn operating_cost_by_item() {
    figures(
        "operating-cost-by-item",
        &[
            "fiscal_basic_personnel budget 450万元 2017",
            "fiscal_basic_by_economic budget 400万元 2017 301 in 0",
            "fiscal_basic_operating budget 151万元 2017",
            "fiscal_basic_by_economic budget 40万元 2017 30231 in 2",
            "fiscal_basic_by_economic budget 27万元 2017 30217 in 2",
            "fiscal_basic_by_economic budget 14万元 2017 in 2",
        ],
    );
}

/// Units of area and volume.
#[test]
fn units_with_raised_figures() {
    figures(
        "units-with-raised-figures",
        &["- actual 8000m³ 2018 just_over", "- actual 1200m2 2018", "- actual 7000m3 2018 just_over", "- actual 32.5km² 2018", "- actual 300mm 2018"],
    );
}

/// The name of a body in which words stand that mean something.
#[test]
fn names_with_words_in_them() {
    figures(
        "names-with-words-in-them",
        &[
            "revenue_total budget 560万元 2023",
            "revenue_total change 30万元 2023 increase vs 2022 prior_budget",
            "revenue_fiscal budget 560万元 2023 in 0",
            "expenditure_total budget 560万元 2023",
            "expenditure_basic budget 400万元 2023 in 3",
            "expenditure_basic share 71.43% 2023 of expenditure_total",
            "expenditure_project budget 160万元 2023 in 3",
            "expenditure_project share 28.57% 2023 of expenditure_total",
        ],
    );
}

/// A comparison that is a paragraph, behind parts without concepts and behind a part of nothing.
#[test]
fn comparison_as_a_paragraph() {
    figures(
        "comparison-as-a-paragraph",
        &[
            "revenue_fiscal budget 650万元 2022",
            "- budget 440万元 2022",
            "- budget 210万元 2022",
            "revenue_fiscal change 20万元 2022 increase vs 2021",
            "revenue_fiscal budget 650万元 2022",
            "revenue_fiscal budget 640万元 2022",
            "fiscal_carryover_opening budget 10万元 2022 in 4",
            "revenue_general_public_budget budget 640万元 2022 in 4",
            "revenue_government_fund budget 0万元 2022 in 4",
            "revenue_fiscal change 20万元 2022 increase vs 2021",
        ],
    );
}

/// Funds that pay for projects are not all that the funds spend.
#[test]
fn fund_that_pays_for_projects() {
    figures(
        "fund-that-pays-for-projects",
        &[
            "expenditure_project budget 70万元 2022",
            "expenditure_project change 5万元 2022 increase vs 2021 prior_budget",
            "expenditure_project rate 7.7% 2022 increase vs 2021 prior_budget",
            "- budget 70万元 2022",
            "- budget 70万元 2022",
            "- budget 0万元 2022",
        ],
    );
}

/// Cars held by kind, and projects with targets by kind.
#[test]
fn cars_held_by_kind_in_a_budget() {
    figures(
        "cars-held-by-kind-in-a-budget",
        &[
            "vehicle_holding_count count 2辆 2022",
            "vehicle_holding_sedan count 1辆 2022 in 0",
            "vehicle_holding_suv count 1辆 2022 in 0",
            "performance_target_projects count 8个 2022",
            "performance_target_amount budget 550万元 2022",
            "performance_target_projects count 0个 2022 item=人员类项目",
            "performance_target_amount budget 0万元 2022",
            "performance_target_projects count 8个 2022 item=特定目标类项目",
            "performance_target_amount budget 550万元 2022",
        ],
    );
}

/// 基金预算收入 beside 社会保险基金预算收入.
#[test]
fn fund_without_its_first_word() {
    figures(
        "fund-without-its-first-word",
        &[
            "revenue_total budget 180万元 2022",
            "revenue_general_public_budget budget 170万元 2022 in 0",
            "revenue_government_fund budget 10万元 2022 in 0",
            "- actual 5万元 2022",
        ],
    );
}

/// A comparison behind parts between 、, and one behind each part.
#[test]
fn comparison_behind_a_list() {
    figures(
        "comparison-behind-a-list",
        &[
            "revenue_total budget 210万元 2022",
            "revenue_general_public_budget budget 200万元 2022 in 0",
            "revenue_undertaking budget 0万元 2022 in 0",
            "carryover_opening budget 10万元 2022 in 0",
            "revenue_total change 10万元 2022 increase vs 2021",
            "expenditure_total budget 210万元 2022",
            "expenditure_basic budget 110万元 2022 in 5",
            "expenditure_basic change 5万元 2022 increase vs 2021",
            "expenditure_project budget 100万元 2022 in 5",
            "expenditure_project change 5万元 2022 increase vs 2021",
        ],
    );
}

/// Classes of the other economic classification, and targets of more than one fund.
#[test]
fn classes_of_the_governments_budget() {
    figures(
        "classes-of-the-governments-budget",
        &[
            "general_budget_expenditure budget 200万元 2022",
            "expenditure_by_economic budget 20万元 2022 501 in 0",
            "expenditure_by_economic change 1万元 2022 increase vs 2021 501",
            "expenditure_by_economic budget 145万元 2022 505 in 0",
            "expenditure_by_economic change 5万元 2022 increase vs 2021 505",
            "expenditure_by_economic budget 35万元 2022 unchanged vs 2021 509 in 0",
            "performance_target_amount budget 200万元 2022",
            "performance_target_amount budget 0万元 2022",
        ],
    );
}

/// Funds in brackets behind a cost, which are not all that the funds spend.
#[test]
fn funds_that_pay_for_costs() {
    figures(
        "funds-that-pay-for-costs",
        &[
            "three_public_total actual 45万元 2021",
            "- actual 40万元 2021",
            "- actual 5万元 2021",
            "- actual 0万元 2021",
            "three_public_total change 2万元 2021 decrease vs 2020",
            "meeting_cost budget 3万元 2021",
            "- budget 3万元 2021",
            "- budget 0万元 2021",
            "meeting_cost actual 2万元 2021",
            "- actual 2万元 2021",
            "- actual 0万元 2021",
            "performance_self_evaluated_projects count 25个 2021",
            "performance_self_evaluated_amount actual 2800万元 2021",
        ],
    );
}

/// Items behind their codes whose names begin with 用于.
#[test]
fn items_that_begin_with_a_purpose() {
    figures(
        "items-that-begin-with-a-purpose",
        &[
            "government_fund_expenditure actual 100万元 2022",
            "government_fund_expenditure change 20万元 2022 increase vs 2021",
            "government_fund_expenditure rate 25% 2022 increase vs 2021",
            "government_fund_expenditure_by_function actual 60万元 2022 2296002 in 0",
            "government_fund_expenditure_by_function change 10万元 2022 increase vs 2021 2296002",
            "government_fund_expenditure_by_function actual 40万元 2022 2296003 in 0",
            "government_fund_expenditure_by_function change 10万元 2022 increase vs 2021 2296003",
        ],
    );
}

/// Journeys joined, guests from abroad received at home, cars of leaders and equipment without 单价.
#[test]
fn words_for_delegations_and_cars() {
    figures(
        "words-for-delegations-and-cars",
        &[
            "abroad_delegations count 1个 2021",
            "abroad_delegations_joined count 2个 2021",
            "abroad_persons count 3人次 2021",
            "reception_domestic_batches count 30批次 2021",
            "reception_domestic_persons count 250人次 2021",
            "reception_foreign_batches count 1批次 2021",
            "reception_foreign_persons count 2人次 2021 in 4",
            "asset_vehicles_total count 4辆 2021",
            "asset_vehicles_ministerial count 1辆 2021 in 7",
            "asset_vehicles_other count 3辆 2021 in 7",
            "asset_general_equipment_threshold threshold 50万元 2021 at_least",
            "asset_general_equipment_over_500k count 2台（套） 2021",
            "- actual 130万元 2021",
        ],
    );
}

/// The money of a project named in the line above, sources of both totals, projects managed by results.
#[test]
fn money_of_a_project_named_above() {
    figures(
        "money-of-a-project-named-above",
        &[
            "fiscal_revenue_total budget 230万元 2023",
            "fiscal_expenditure_total budget 230万元 2023",
            "revenue_general_public_budget budget 225万元 2023 in 0",
            "revenue_government_fund budget 0万元 2023 in 0",
            "fiscal_carryover_opening budget 5万元 2023 in 1",
            "- budget 80万元 2023",
            "performance_target_projects count 8个 2023",
            "performance_target_amount budget 125万元 2023",
            "performance_target_projects count 25个 2023",
            "- count 25个 2023",
            "performance_target_amount budget 60万元 2023",
            "performance_target_amount budget 0万元 2023",
        ],
    );
}

/// Words of short reports: two funds as one name, 内设机构统一设置, 编制合计, a heading that a Latin full stop ends, a change behind a list of items.
#[test]
fn words_of_short_reports() {
    figures(
        "words-of-short-reports",
        &[
            "internal_total count 6个 2022",
            "internal_total count 3个 2022",
            "staff_quota_of_unit count 41个 2022",
            "staff_incumbent_of_unit count 38人 2022",
            "fiscal_revenue_total actual 912.34万元 2022",
            "fiscal_revenue_total change 20.10万元 2022 decrease vs 2021",
            "revenue_current_total actual 900.50万元 2022",
            "revenue_fiscal actual 880万元 2022 in 6",
            "revenue_fiscal share 97.72% 2022 of revenue_current_total",
            "three_public_total initial_budget 12万元 2022",
            "three_public_total actual 9万元 2022",
            "three_public_total completion 75% 2022 base initial_budget",
            "three_public_reception actual 3万元 2022 in 10",
            "three_public_reception share 33.33% 2022 of three_public_total",
            "abroad_delegations count 0个 2022",
            "abroad_persons count 0人次 2022",
            "agency_operating_cost actual 35万元 2022",
            "agency_operating_cost_by_economic actual 10万元 2022 30201 in 16",
            "agency_operating_cost_by_economic actual 5万元 2022 in 16",
            "agency_operating_cost_by_economic actual 20万元 2022 in 16",
            "agency_operating_cost change 5万元 2022 decrease vs 2021",
            "training_cost actual 3万元 2022",
            "training_cost actual 4万元 2021",
        ],
    );
}

/// What rules must leave alone: those who left, items compared alone, kinds as parts of an item, changes of other years, plans that were dropped, projects that others evaluated.
#[test]
fn rules_that_stop_short_once_more() {
    figures(
        "rules-that-stop-short-once-more",
        &[
            "staff_quota_of_unit count 45人 2023",
            "staff_incumbent_of_unit count 40人 2023",
            "staff_administrative count 20人 2023 in 1",
            "staff_institution count 18人 2023 in 1",
            "- count 12人 2023",
            "- count 8人 2023",
            "- count 4人 2023",
            "staff_quota_of_unit count 20名 2023 item=行政编制",
            "staff_quota_of_unit count 30名 2023 item=事业编制",
            "staff_total count 75人 2023",
            "- count 27人 2023",
            "staff_quota_of_unit count 12名 2023 unit_name=县农技站",
            "- count 2名 2023",
            "staff_quota_of_unit count 3名 2023 item=备案编制 unit_name=县农技站 in 11",
            "revenue_current_total actual 1000万元 2023",
            "revenue_fiscal actual 950万元 2023 in 14",
            "revenue_fiscal share 95% 2023 of revenue_current_total",
            "revenue_fiscal change 20万元 2023 decrease vs 2022",
            "revenue_undertaking actual 50万元 2023 in 14",
            "revenue_undertaking share 5% 2023 of revenue_current_total",
            "revenue_undertaking change 2万元 2023 increase vs 2022",
            "expenditure_current_total actual 900万元 2023",
            "expenditure_basic actual 500万元 2023 in 21",
            "- actual 300万元 2023",
            "expenditure_project actual 400万元 2023",
            "expenditure_by_function actual 400万元 2023 229 nature=项目支出 in 24",
            "general_budget_expenditure_by_function actual 300万元 2023 213",
            "- actual 90万元 2023",
            "general_budget_expenditure_by_function change 20万元 2023 decrease vs 2022 213",
            "- change 87万元 2022 increase vs 2022",
            "- actual 40万元 2023",
            "three_public_total actual 10万元 2023",
            "three_public_total change 2万元 2023 decrease vs 2022",
            "- change 2万元 2023 decrease vs 2022",
            "three_public_reception_domestic actual 4万元 2023",
            "reception_domestic_batches count 30批次 2023",
            "three_public_reception actual 5万元 2023",
            "three_public_reception change 1万元 2023 decrease vs 2022",
            "three_public_abroad actual 2万元 2023",
            "three_public_abroad change 5万元 2023 decrease vs 2022",
            "- count 2个 2023",
            "three_public_vehicle_operation actual 5万元 2023",
            "- count 3辆 2023",
            "performance_self_evaluated_projects count 8个 2023",
            "performance_self_evaluated_amount actual 900万元 2023",
            "- count 2个 2023",
            "- actual 300万元 2023",
        ],
    );
}

/// The own name of a body ends with 机关, and 机关 begins the name of a cost; a long form of the own name is no other body.
#[test]
fn own_names_that_end_in_offices() {
    figures(
        "own-names-that-end-in-offices",
        &[
            "staff_quota_of_unit count 16名 2023",
            "staff_incumbent_of_unit count 15人 2023",
            "agency_operating_cost actual 90万元 2023",
            "agency_operating_cost change 5万元 2023 increase vs 2022",
        ],
    );
}

/// Codes of budget units between a name and its amount are no counts, and the name is read on behind them.
#[test]
fn codes_of_budget_units() {
    figures(
        "codes-of-budget-units",
        &[
            "expenditure_total budget 900万元 2023",
            "expenditure_total budget 600万元 2023 unit_name=清河县农业农村局本级",
            "expenditure_total budget 300万元 2023 unit_name=清河县种子站",
            "general_budget_basic_by_economic budget 2万元 2023 30217",
            "general_budget_basic_by_economic budget 1万元 2023 30216",
        ],
    );
}

/// Kinds of expenditure in paragraphs of their own below a fund, and kinds of basic expenditure behind its full stop.
#[test]
fn kinds_of_a_fund_in_the_next_paragraph() {
    figures(
        "kinds-of-a-fund-in-the-next-paragraph",
        &[
            "expenditure_total initial_budget 900万元 2023",
            "expenditure_basic initial_budget 600万元 2023 in 0",
            "expenditure_project initial_budget 300万元 2023 in 0",
            "revenue_general_public_budget budget 850万元 2023",
            "general_budget_expenditure budget 850万元 2023",
            "general_budget_expenditure change 50万元 2023 increase vs 2022",
            "general_budget_basic budget 550万元 2023 in 4",
            "general_budget_basic change 30万元 2023 increase vs 2022",
            "general_budget_basic_personnel budget 500万元 2023",
            "general_budget_basic_operating budget 50万元 2023",
            "general_budget_project budget 300万元 2023",
            "general_budget_project change 20万元 2023 increase vs 2022",
            "general_budget_project rate 7.14% 2023 increase vs 2022",
            "expenditure_project budget 20万元 2023",
        ],
    );
}

/// Classes without 支出 among the parts of an expenditure, directions in brackets, economic classes with 与, income that is none of the body's.
#[test]
fn classes_without_their_last_word() {
    figures(
        "classes-without-their-last-word",
        &[
            "expenditure_total budget 900万元 2013",
            "expenditure_by_function budget 100万元 2013 205 in 0",
            "expenditure_by_function budget 200万元 2013 206 in 0",
            "expenditure_by_function budget 500万元 2013 210 in 0",
            "expenditure_by_function budget 100万元 2013 211 in 0",
            "expenditure_total budget 900万元 2013",
            "expenditure_by_function budget 100万元 2013 205 in 5",
            "expenditure_by_function budget 200万元 2013 206 in 5",
            "expenditure_by_function budget 500万元 2013 210 in 5",
            "expenditure_by_function budget 100万元 2013 211 in 5",
            "expenditure_by_function budget 100万元 2013 205 in 5",
            "expenditure_by_function budget 200万元 2013 206 in 5",
            "expenditure_by_function budget 100万元 2013 208 in 5",
            "expenditure_by_function budget 500万元 2013 210 in 5",
            "expenditure_total budget 900万元 2013",
            "expenditure_by_function budget 100万元 2013 205 in 14",
            "expenditure_by_function budget 200万元 2013 206 in 14",
            "- budget 50万元 2013",
            "expenditure_by_function budget 50万元 2013 221 in 14",
            "revenue_total budget 900万元 2013",
            "- budget 100万元 2013",
            "expenditure_by_economic change 16.23万元 2013 decrease vs 2012 303",
            "expenditure_by_economic rate 71% 2013 decrease vs 2012 303",
            "expenditure_project change 6万元 2013 decrease vs 2012",
            "expenditure_project rate 23% 2013 decrease vs 2012",
            "expenditure_total budget 100万元 2013",
            "expenditure_by_economic budget 60万元 2013 in 25",
            "expenditure_by_economic share 60% 2013 of expenditure_total",
            "expenditure_by_economic budget 30万元 2013 in 25",
            "expenditure_by_economic budget 10万元 2013 in 25",
            "- budget 20558万元 2013",
            "- budget 18033万元 2013",
            "- rate 14% 2013 increase vs 2012",
            "- budget 300万元 2013",
        ],
    );
}

/// A name that holds an ordinal in digits is the body's; a number in a bracket behind what is no body and no cost is a figure.
#[test]
fn schools_with_a_number() {
    figures(
        "schools-with-a-number",
        &[
            "internal_total count 3个 2023",
            "- count 120? 2023",
            "staff_incumbent_of_unit count 130人 2023",
            "revenue_total actual 900万元 2023",
            "expenditure_total actual 900万元 2023",
            "- count 800? 2023",
            "expenditure_total actual 850万元 2022",
        ],
    );
}

/// A fund alone in a reason is of the side whose change it explains.
#[test]
fn funds_that_a_reason_names() {
    figures(
        "funds-that-a-reason-names",
        &[
            "revenue_total actual 900万元 2023",
            "revenue_total change 90万元 2023 decrease vs 2022",
            "revenue_general_public_budget change 80万元 2023 decrease vs 2022",
            "expenditure_total actual 900万元 2023",
            "expenditure_total change 90万元 2023 decrease vs 2022",
            "government_fund_expenditure change 70万元 2023 decrease vs 2022",
            "revenue_current_total actual 900万元 2023",
            "revenue_current_total change 90万元 2023 decrease vs 2022",
            "revenue_fiscal change 80万元 2023 decrease vs 2022",
            "expenditure_current_total actual 900万元 2023",
            "expenditure_current_total change 90万元 2023 decrease vs 2022",
            "general_budget_expenditure change 80万元 2023 decrease vs 2022",
        ],
    );
}

/// Money of projects whose targets a sentence says are set, without a count before it.
#[test]
fn targets_set_for_all_projects() {
    figures(
        "targets-set-for-all-projects",
        &[
            "performance_target_projects count 6个 2023",
            "performance_target_amount budget 80万元 2023",
            "performance_target_amount budget 80万元 2023",
            "performance_target_amount budget 10万元 2023",
            "performance_target_amount budget 90万元 2023",
            "performance_monitored_amount budget 70万元 2023",
        ],
    );
}

/// 1-6月支出, 截至9月30日: amounts of a part of the year have no concept of the year, nor have their changes and shares; the whole year and budgets have.
#[test]
fn months_are_no_year() {
    figures(
        "parts-of-a-year",
        &[
            "staff_quota_of_unit count 50名 2023",
            "staff_incumbent_of_unit count 48人 2023",
            "staff_quota_of_unit count 12名 2023 unit_name=清河县河道管理站",
            "staff_incumbent_of_unit count 11人 2023 unit_name=清河县河道管理站",
            "staff_incumbent_of_unit count 59人 2023 as_of 2023-06",
            "expenditure_current_total actual 1200万元 2023",
            "expenditure_basic actual 800万元 2023 in 5",
            "expenditure_basic share 66.67% 2023 of expenditure_current_total",
            "expenditure_project actual 400万元 2023 in 5",
            "expenditure_project share 33.33% 2023 of expenditure_current_total",
            "- actual 500万元 2023",
            "- change 20万元 2023 increase vs 2022",
            "- ratio 41.67% 2023",
            "- actual 900万元 2023",
            "- ratio 75% 2023",
            "- actual 150万元 2023",
            "- actual 120万元 2023",
            "- actual 600万元 2023",
            "- actual 100万元 2023",
            "- actual 1100万元 2023",
            "expenditure_total actual 1200万元 2023",
            "expenditure_project actual 400万元 2023",
            "expenditure_basic actual 800万元 2023",
            "expenditure_project actual 400万元 2023",
            "- initial_budget 1150万元 2023",
            "expenditure_basic change 30万元 2023 increase",
            "- actual 30万元 2023",
            "- actual 3万元 2023",
            "three_public_total actual 8万元 2023",
            "three_public_reception actual 2万元 2023 in 28",
            "reception_batches count 6批次 2023",
        ],
    );
}

/// 截至2023年底 in a budget tells what was spent.
#[test]
fn months_of_a_budget_are_no_plans() {
    figures(
        "parts-of-a-year-in-a-budget",
        &[
            "expenditure_total budget 1300万元 2024",
            "expenditure_total change 100万元 2024 increase vs 2023",
            "- actual 900万元 2023 as_of 2023-09",
            "- ratio 75% 2023",
            "- actual 80万元 2024",
            "expenditure_total actual 1200万元 2023",
        ],
    );
}

/// “十三五”期间, 2021-2023年, 年均: amounts of more than a year, and averages of years, have no concept of the year.
#[test]
fn years_are_no_year() {
    figures(
        "more-than-a-year",
        &[
            "revenue_total actual 1500万元 2023",
            "expenditure_total actual 1500万元 2023",
            "- actual 9000万元 2023",
            "- actual 4200万元 2023",
            "- actual 1400万元 2023",
            "expenditure_current_total actual 1400万元 2023",
            "- actual 4000万元 2023",
            "- rate 5% 2023 increase",
            "expenditure_basic actual 900万元 2023",
            "- change 20万元 2023 increase",
        ],
    );
}

/// 全县一般公共预算支出 in the report of a bureau, and what a project spent, have no concept of the bureau.
#[test]
fn money_of_a_place_is_no_money_of_its_bureau() {
    figures(
        "money-of-a-place",
        &[
            "- actual 120亿元 2023",
            "- rate 6% 2023 increase",
            "- change 7亿元 2023 increase vs 2022",
            "general_budget_expenditure actual 900万元 2023",
            "general_budget_expenditure rate 6% 2023 increase vs 2022",
            "- actual 5000万元 2023",
            "- actual 200万元 2023",
            "- actual 3500万元 2023",
            "expenditure_current_total actual 1350万元 2023",
            "expenditure_project actual 450万元 2023 in 8",
        ],
    );
}

/// 倍 is a unit: 增长了2倍 is a rate, 是上年的1.5倍 a ratio.
#[test]
fn multiples_are_rates_and_ratios() {
    figures(
        "multiples",
        &[
            "three_public_reception actual 5万元 2023",
            "three_public_reception rate 2倍 2023 increase",
            "- ratio 1.5倍 2022",
            "three_public_vehicle_operation rate 1.2倍 2023 increase vs 2022",
        ],
    );
}

/// 支出 behind counts is of what was counted; items behind 主要用于; projects behind 其中 in a sentence of its own.
#[test]
fn counts_before_money() {
    figures(
        "counts-before-money",
        &[
            "subordinate_institutions count 2个 2023",
            "general_budget_expenditure actual 619.90万元 2023",
            "general_budget_expenditure change 52.54万元 2023 increase vs 2022",
            "general_budget_expenditure rate 9.26% 2023 increase vs 2022",
            "general_budget_expenditure_by_function actual 394.27万元 2023 208",
            "general_budget_expenditure_by_function share 63.60% 2023 of general_budget_expenditure 208",
            "general_budget_expenditure_by_function actual 120.46万元 2023 2080502",
            "general_budget_expenditure_by_function actual 273.81万元 2023 2080505",
            "general_budget_expenditure_by_function actual 16万元 2023 221",
            "general_budget_expenditure_by_function actual 12万元 2023 2210201",
            "general_budget_expenditure_by_function actual 4万元 2023 2210203",
            "general_budget_expenditure_by_function actual 209.63万元 2023 201",
            "- actual 30万元 2023",
            "three_public_total actual 24万元 2023",
            "abroad_delegations count 2个 2023",
            "abroad_persons count 5人次 2023",
            "three_public_abroad actual 12万元 2023",
            "abroad_delegations count 1个 2023",
            "abroad_persons count 2人次 2023",
            "three_public_abroad actual 4万元 2023",
            "abroad_delegations_joined count 1个 2023",
            "abroad_persons count 1人次 2023",
            "- actual 2万元 2023",
            "vehicle_holding_count count 3辆 2023",
            "- count 4人 2023",
            "- actual 9万元 2023",
            "performance_self_evaluated_projects count 2个 2023 item=一级项目",
            "performance_self_evaluated_projects count 5个 2023 item=二级项目",
            "performance_self_evaluated_amount actual 396.56万元 2023",
            "performance_self_evaluated_amount share 100% 2023 of general_budget_project",
            "- count 2个 2023",
        ],
    );
}

/// 原县渔业局, 下属单位, 外省, 省内: of other bodies, or of a part that has no concept; what is stated of a later year than the report's is planned.
#[test]
fn money_of_other_bodies() {
    figures(
        "other-bodies",
        &[
            "- actual 300万元 2022",
            "- actual 100万元 2022",
            "three_public_total actual 20万元 2023",
            "- actual 2万元 2023",
            "- actual 1万元 2023",
            "- actual 9万元 2023",
            "three_public_reception_domestic actual 5万元 2023",
            "reception_domestic_batches count 40批次 2023",
            "reception_domestic_persons count 400人次 2023",
            "- count 10批次 2023",
            "- count 100人次 2023",
            "- actual 2万元 2023",
            "three_public_total actual 29万元 2023",
            "three_public_total budget 22万元 2024",
            "three_public_total actual 18万元 2022",
        ],
    );
}

/// What is reserved for micro firms behind what is reserved for small ones, with the whole that the amounts bear out.
#[test]
fn reserved_for_micro_firms() {
    figures(
        "reserved-for-micro-firms",
        &[
            "procurement_total budget 500万元 2024",
            "procurement_reserved_sme_budget budget 400万元 2024 in 0",
            "procurement_reserved_sme_budget share 80% 2024 of procurement_total",
            "procurement_reserved_micro_budget budget 300万元 2024 in 1",
            "procurement_reserved_micro_budget share 60% 2024 of procurement_total",
        ],
    );
}

/// What a name with a concept stands before, and that is of something else: examples before 等, sources of a part, spenders, what was counted, plans, carried-over money of an item.
#[test]
fn money_of_something_else() {
    figures(
        "of-something-else",
        &[
            "expenditure_current_total actual 1900万元 2023",
            "expenditure_basic actual 1200万元 2023 in 0",
            "expenditure_project actual 700万元 2023 in 0",
            "- actual 12万元 2023",
            "- actual 850万元 2023",
            "- count 5座 2023",
            "- actual 300万元 2023",
            "- actual 900万元 2023",
            "- actual 200万元 2023",
            "- actual 700万元 2023",
            "expenditure_project budget 900万元 2023",
            "expenditure_project actual 700万元 2023",
            "expenditure_current_total actual 1900万元 2023",
            "fiscal_expenditure_total actual 1700万元 2023",
            "- actual 200万元 2023",
            "- ratio 10.5% 2023",
            "expenditure_basic share 63.16% 2023",
            "- change 2.1个百分点 2023 increase vs 2022",
            "expenditure_project actual 700万元 2023",
            "- actual 60万元 2023",
            "- ratio 8.57% 2023",
            "expenditure_basic_personnel actual 900万元 2023",
            "- actual 700万元 2023",
            "expenditure_by_economic actual 80万元 2023 30113",
            "- actual 12万元 2023",
            "general_budget_expenditure_by_function initial_budget 100万元 2023 2130314",
            "- actual 12万元 2023",
            "general_budget_expenditure_by_function actual 112万元 2023 2130314",
            "general_budget_expenditure_by_function completion 112% 2023 base initial_budget 2130314",
            "- actual 8万元 2023",
            "general_budget_expenditure_by_function change 5万元 2023 increase vs 2022 2130314",
            "general_budget_expenditure_by_function actual 145万元 2023 2130312",
            "- actual 100万元 2023",
            "- ratio 68.97% 2023",
            "- actual 45万元 2023",
            "- actual 90万元 2023",
            "- actual 400万元 2023",
            "- actual 50万元 2023",
            "- actual 200万元 2023",
            "- actual 150万元 2023",
            "asset_vehicles_total count 25辆 2023",
            "asset_vehicles_total change 2辆 2023 decrease",
            "asset_vehicles_leader count 1辆 2023 in 40",
            "asset_vehicles_other count 24辆 2023 in 40",
            "- threshold 100万元 2023 at_least",
            "- count 1台（套） 2023",
            "expenditure_operating actual 22万元 2023",
            "- actual 12万元 2023",
            "- count 12辆 2023",
            "vehicle_holding_count count 10辆 2023",
        ],
    );
}

/// 分别 with changes in different directions, changes of counts, parts that stand beside each other.
#[test]
fn changes_are_each_of_one() {
    figures(
        "changes-each-of-one",
        &[
            "expenditure_basic rate 3% 2023 increase vs 2022",
            "expenditure_project rate 2% 2023 decrease vs 2022",
            "revenue_fiscal actual 1500万元 2023",
            "revenue_undertaking actual 320万元 2023",
            "revenue_fiscal change 50万元 2023 increase vs 2022",
            "revenue_undertaking change 20万元 2023 decrease vs 2022",
            "revenue_fiscal rate 3.4% 2023 increase vs 2022",
            "revenue_undertaking rate 5.9% 2023 decrease vs 2022",
            "expenditure_by_economic actual 850万元 2023 301",
            "expenditure_by_economic actual 300万元 2023 30101 in 8",
            "expenditure_by_economic actual 180万元 2023 302",
            "expenditure_by_economic actual 20万元 2023 310",
            "three_public_abroad rate 100% 2023 increase vs 2022",
            "three_public_reception rate 25% 2023 decrease vs 2022",
            "reception_batches rate 14.3% 2023 decrease vs 2022",
            "reception_persons rate 14.3% 2023 decrease vs 2022",
            "reception_domestic_batches count 30批次 2023",
            "reception_domestic_batches change 5批次 2023 decrease vs 2022",
            "reception_domestic_persons count 300人次 2023",
            "reception_domestic_persons change 50人次 2023 decrease vs 2022",
            "reception_batches change 5批次 2023 decrease vs 2022",
            "reception_persons change 50人次 2023 decrease vs 2022",
            "abroad_delegations count 3个 2023",
            "abroad_delegations count 1个 2023",
            "abroad_delegations_joined count 2个 2023 in 22",
            "- count 2个 2023",
            "three_public_vehicle_operation actual 4万元 2023",
            "three_public_reception actual 3万元 2023",
            "three_public_vehicle_operation change 1万元 2023 increase vs 2022",
            "three_public_reception change 0.5万元 2023 decrease vs 2022",
        ],
    );
}

/// The year that was spoken of holds for what follows without a name, for changes, completions and parts.
#[test]
fn years_go_on() {
    figures(
        "years-that-go-on",
        &[
            "three_public_total actual 28.6万元 2023",
            "three_public_total initial_budget 32万元 2023",
            "three_public_total completion 89.4% 2023 base initial_budget",
            "three_public_total change 3.2万元 2023 decrease vs 2022",
            "three_public_total rate 10.1% 2023 decrease vs 2022",
            "three_public_reception actual 8万元 2023",
            "three_public_reception completion 88.9% 2023 base budget",
            "three_public_total initial_budget 30万元 2023",
            "three_public_total actual 25万元 2023",
            "three_public_total completion 83.3% 2023 base initial_budget",
            "three_public_total actual 18万元 2023",
            "three_public_total change 2万元 2023 decrease vs 2022",
            "three_public_total rate 10% 2023 decrease vs 2022",
            "reception_domestic_batches count 52批次 2023",
            "reception_domestic_persons count 410人次 2023",
            "three_public_reception_domestic budget 4.2万元 2023",
            "reception_batches count 36批次 2023",
            "reception_persons count 320人次 2023",
            "three_public_reception budget 3万元 2023",
            "reception_batches count 40批次 2024",
            "reception_persons count 350人次 2024",
            "three_public_reception budget 4万元 2024",
            "three_public_reception budget 4万元 2024",
            "three_public_reception budget 5万元 2023",
            "three_public_reception actual 3万元 2023",
            "revenue_total budget 3000万元 2024",
            "revenue_general_public_budget budget 2700万元 2024 in 25",
            "revenue_general_public_budget share 90% 2024 of revenue_total",
            "- budget 300万元 2024",
            "revenue_total budget 2900万元 2023",
            "expenditure_total budget 2800万元 2023",
        ],
    );
}

/// Behind 按经济分类 no name is one of the functional classification, and behind the government's no code is one of the departments'; sources of a work, a sum of nothing spoken of, what was not done, differences.
#[test]
fn names_of_two_classifications() {
    figures(
        "names-of-two-classifications",
        &[
            "expenditure_total budget 3000万元 2024",
            "expenditure_by_economic budget 2000万元 2024 301",
            "expenditure_by_economic budget 900万元 2024 302",
            "expenditure_by_economic budget 80万元 2024",
            "- budget 20万元 2024",
            "expenditure_by_economic budget 800万元 2024 501",
            "expenditure_by_economic budget 30万元 2024",
            "expenditure_by_economic budget 200万元 2024",
            "- budget 10万元 2024",
            "- budget 2.3亿元 2024",
            "- budget 2000万元 2024",
            "- budget 20万元 2024",
            "- budget 200万元 2024",
            "- budget 95万元 2024",
            "performance_monitored_projects count 10个 2024",
            "- count 2个 2024",
            "staff_incumbent_of_unit count 80人 2024",
            "- count 6人 2024",
            "- change 2人 2024 increase vs 2023",
        ],
    );
}

/// What the rules on other periods, bodies and spenders must leave alone.
#[test]
fn what_stays_the_bodys() {
    figures(
        "what-stays-the-bodys",
        &[
            "revenue_total actual 1000万元 2023",
            "expenditure_total actual 1000万元 2023",
            "- actual 200万元 2022",
            "revenue_current_total actual 800万元 2023",
            "expenditure_current_total actual 900万元 2023",
            "carryover_closing actual 100万元 2023",
            "revenue_total actual 1000万元 2023",
            "- actual 200万元 2023",
            "revenue_fiscal actual 700万元 2023 in 6",
            "- actual 100万元 2023",
            "revenue_fiscal share 70% 2023 of revenue_total",
            "revenue_total actual 1000万元 2023",
            "expenditure_total actual 1000万元 2023",
            "expenditure_total actual 1000万元 2023",
            "revenue_total actual 1000万元 2023",
            "expenditure_total actual 950万元 2023",
            "three_public_reception_domestic actual 5万元 2023",
            "three_public_reception_domestic actual 4万元 2022",
            "reception_domestic_batches count 50批次 2023",
            "reception_domestic_persons count 300人次 2023",
            "three_public_reception actual 7万元 2023",
            "three_public_vehicle actual 20万元 2023",
            "vehicle_purchased_count count 1辆 2023 as_of 2023-09",
            "three_public_vehicle_purchase actual 18万元 2023 in 21",
            "three_public_vehicle_operation actual 2万元 2023 in 21",
            "three_public_total actual 25万元 2023",
            "three_public_reception actual 5万元 2023 in 25",
            "three_public_reception share 20% 2023 of three_public_total",
            "three_public_reception actual 3万元 2023",
            "- actual 20万元 2023 as_of 2023-11",
            "three_public_total actual 25万元 2023",
        ],
    );
}

/// The sum of a list, and the money of one level of government among an income, have no concept.
#[test]
fn sums_and_levels_of_a_list() {
    figures(
        "sums-and-levels-of-a-list",
        &[
            "revenue_fiscal actual 1500万元 2023",
            "- actual 600万元 2023",
            "expenditure_basic actual 900万元 2023",
            "- actual 500万元 2023",
            "- actual 95万元 2023",
        ],
    );
}

/// In a budget: a share is of the year of its whole, a change of the year that changed, and 今年 comes back to the year of the report.
#[test]
fn years_of_what_is_told() {
    figures(
        "years-of-what-is-told",
        &[
            "expenditure_total budget 628万元 2022",
            "expenditure_basic budget 230万元 2022 in 0",
            "expenditure_basic budget 200万元 2021",
            "expenditure_basic change 30万元 2022 increase vs 2021",
            "expenditure_basic share 37% 2022 of expenditure_total",
            "expenditure_total budget 628万元 2022",
            "expenditure_basic share 37% 2022",
            "expenditure_project budget 300万元 2022",
            "expenditure_project rate 2% 2022 increase vs 2021",
            "expenditure_total actual 300万元 2022",
            "expenditure_total change 5万元 2023 decrease vs 2022",
            "expenditure_total rate 1.7% 2023 decrease vs 2022",
            "expenditure_total budget 628万元 2022",
            "expenditure_basic budget 230万元 2022 in 12",
            "expenditure_basic budget 200万元 2021",
            "expenditure_basic share 37% 2022 of expenditure_total",
        ],
    );
}

/// The rate at which a project spent is none of the body.
#[test]
fn completed_among_indicators() {
    figures("completed-among-indicators", &["- ratio 95% 2023", "- ratio 96% 2023", "- ratio 97% 2023"]);
}
