//! Headings that only the format of a document marks as such.
#![cfg(feature = "html")]

use juesuan::{Report, Section};

#[track_caller]
fn page(body: &str) -> Report {
    juesuan::parse(format!("<html><head><meta charset=utf-8></head><body>{body}</body></html>").as_bytes()).expect("the page is a report")
}

/// The headings as `level label title`, in the order of the text.
fn headings(sections: &[Section]) -> Vec<String> {
    sections.iter().flat_map(|s| std::iter::once(format!("{} {}{}", s.level, s.label, s.title)).chain(headings(&s.children))).collect()
}

const BODY: &str = "<h1>青溪县水利局2021年度部门决算</h1>\
    <h2>单位情况</h2><p>青溪县水利局负责水利工作。</p>\
    <h2>资金情况</h2><h3>收入</h3><p>2021年度收入总计320.40万元。</p><h3>支出</h3><p>2021年度支出总计320.40万元。</p>\
    <h2>名词解释</h2><h3>基本支出</h3><p>指为保障机构正常运转而发生的支出。</p>";

#[test]
fn headings_without_a_number_stand_under_those_that_the_page_marks_as_higher() {
    assert_eq!(headings(&page(BODY).sections), ["1 单位情况", "1 资金情况", "2 收入", "2 支出", "1 名词解释"]);
}

#[test]
fn a_heading_in_a_glossary_is_a_term() {
    let terms: Vec<String> = page(BODY).glossary.into_iter().map(|term| term.term).collect();
    assert_eq!(terms, ["基本支出"]);
}

#[test]
fn numbered_headings_stand_under_a_heading_without_a_number() {
    let body = "<h1>青溪县水利局2021年度部门决算</h1><h2>资金情况</h2><h3>一、收入情况</h3><p>2021年度收入总计320.40万元。</p>\
        <h3>二、支出情况</h3><p>2021年度支出总计320.40万元。</p><h2>其他情况</h2><p>无。</p>";
    assert_eq!(headings(&page(body).sections), ["1 资金情况", "2 一、收入情况", "2 二、支出情况", "1 其他情况"]);
}

#[test]
fn what_is_marked_as_a_heading_and_states_an_amount_or_names_a_table_is_none() {
    let body = "<h1>青溪县水利局2021年度部门决算</h1><h2>一、收入情况</h2><h3>2021年度收入总计320.40万元</h3><p>其中：财政拨款收入320.40万元。</p>\
        <h3>各镇水库</h3><table><tr><td>镇</td><td>座</td></tr><tr><td>东镇</td><td>3</td></tr></table>";
    assert_eq!(headings(&page(body).sections), ["1 一、收入情况"]);
}

#[test]
fn the_first_heading_of_a_report_without_a_title_is_no_title() {
    let report = page("<h2>部门基本情况</h2><p>青溪县水利局负责水利工作。</p><h2>资金情况</h2><p>2021年度收入总计320.40万元。</p>");
    assert_eq!((report.title.as_deref(), headings(&report.sections)), (None, vec!["1 部门基本情况".to_owned(), "1 资金情况".to_owned()]));
    let text = "部门基本情况\n一、主要职责\n青溪县水利局负责水利工作。\n二、收入情况\n2021年度收入总计320.40万元。\n";
    assert_eq!(juesuan::parse(text.as_bytes()).expect("the text is a report").title, None);
}

#[test]
fn headings_of_one_depth_stand_beside_each_other_whatever_numbers_stand_between() {
    for [first, second] in [["（一）", "（二）"], ["一、", "二、"]] {
        let body = format!(
            "<h1>青溪县水利局2021年度部门决算</h1><h2>资金概述</h2><p>{first}收入情况</p><p>2021年度收入总计320.40万元。</p>\
            <p>{second}支出情况</p><p>2021年度支出总计320.40万元。</p><h2>队伍概述</h2><p>{first}人员情况</p><p>年末共有20人。</p>"
        );
        let expected = ["1 资金概述".to_owned(), format!("2 {first}收入情况"), format!("2 {second}支出情况"), "1 队伍概述".to_owned()];
        assert_eq!(headings(&page(&body).sections)[..4], expected);
    }
}

/// A page that holds the end of a report on one line: its first chapter is not the first of the report.
#[test]
fn a_page_that_starts_with_a_later_chapter_has_its_headings() {
    let reasons = "主要用于保障机构正常运转和完成日常工作任务，".repeat(50);
    let text = format!(
        "青溪县水利局2017年度部门决算 六、政府性基金支出决算情况2017年度政府性基金支出0.00万元。{reasons}未作其他安排。\
         七、财政拨款基本支出决算情况2017年度财政拨款基本支出555.20万元。"
    );
    let report = juesuan::parse(text.as_bytes()).expect("it is a report");
    let titles: Vec<&str> = report.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["政府性基金支出决算情况", "财政拨款基本支出决算情况"]);
    let concepts: Vec<_> = report.figures.iter().map(|figure| figure.concept.map(|concept| concept.to_string())).collect();
    assert_eq!(concepts, [Some("government_fund_expenditure".to_owned()), Some("fiscal_basic".to_owned())]);
}
