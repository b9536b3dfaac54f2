//! What is said of tables beside their figures: that one is missing or empty, that a code and a name are of two items.

use juesuan::{DiagnosticCode, Form, Report};

#[track_caller]
fn parse(text: &str) -> Report {
    juesuan::parse(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"))
}

fn said(report: &Report, code: DiagnosticCode) -> Vec<&str> {
    report.diagnostics.iter().filter(|d| d.code == code).map(|d| d.message.as_str()).collect()
}

const INCOME: &str = "收入决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 |\n| 合计 | | 12.50 | 12.50 | |\n";

#[test]
fn a_table_that_is_listed_and_not_there_is_missing() {
    let headed = parse(&format!(
        "青溪县水利局2022年度部门决算\n第一部分 概况\n我局负责水利工作。\n第二部分 附表\n一、收入支出决算总表\n二、收入决算表\n三、支出决算表\n{INCOME}"
    ));
    assert_eq!(said(&headed, DiagnosticCode::TableMissing), ["列有《收入支出决算总表》，但文中没有该表", "列有《支出决算表》，但文中没有该表"]);
}

#[test]
fn a_table_of_the_contents_that_is_not_there_is_missing_once() {
    let text = format!("青溪县水利局2022年度部门决算\n目录\n第一部分 概况……1\n第二部分 部门决算表……3\n一、收入决算表……3\n二、支出决算表……4\n第一部分 概况\n我局负责水利工作。\n第二部分 部门决算表\n{INCOME}二、支出决算表\n");
    assert_eq!(said(&parse(&text), DiagnosticCode::TableMissing), ["列有《支出决算表》，但文中没有该表"]);
}

#[test]
fn a_listed_table_that_is_said_to_be_empty_is_not_missing() {
    let text = "青溪县水利局2022年度部门决算\n第一部分 概况\n我局负责水利工作。\n第二部分 附表\n一、收入决算表\n二、政府性基金预算财政拨款收入支出决算表\n我局无政府性基金预算收支，故本表无数据。\n三、支出决算表\n";
    assert_eq!(said(&parse(text), DiagnosticCode::TableMissing), ["列有《收入决算表》，但文中没有该表", "列有《支出决算表》，但文中没有该表"]);
}

/// A report of one table of basic expenditure or of items.
fn items(year: u16, title: &str, rows: &[(&str, &str)]) -> Report {
    let rows: String = rows.iter().map(|(code, name)| format!("| {code} | {name} | 12.50 |\n")).collect();
    parse(&format!("青溪县水利局{year}年度部门决算\n{title}\n单位：万元\n| 科目编码 | 科目名称 | 决算数 |\n{rows}"))
}

const BASIC: &str = "一般公共预算财政拨款基本支出决算表";

#[test]
fn a_code_and_a_name_of_two_items_are_noted() {
    let report =
        items(2022, "支出决算表", &[("2080505", "行政运行"), ("2080501", "机关事业单位基本养老保险缴费支出"), ("2080505", "机关事业单位基本养老保险缴费支出")]);
    assert_eq!(said(&report, DiagnosticCode::CodeNameDiffers), ["科目编码2080501与科目名称“机关事业单位基本养老保险缴费支出”不一致，该名称的编码为2080505"]);
}

#[test]
fn a_code_is_judged_by_its_year() {
    let rows = [("30311", "住房公积金"), ("30113", "住房公积金")];
    assert_eq!(said(&items(2017, BASIC, &rows[..1]), DiagnosticCode::CodeNameDiffers), Vec::<&str>::new());
    assert_eq!(said(&items(2020, BASIC, &rows[1..]), DiagnosticCode::CodeNameDiffers), Vec::<&str>::new());
    assert_eq!(said(&items(2020, BASIC, &rows[..1]), DiagnosticCode::CodeNameDiffers), ["科目编码30311与科目名称“住房公积金”不一致，该名称的编码为30113"]);
    assert_eq!(said(&items(2017, BASIC, &rows[1..]), DiagnosticCode::CodeNameDiffers), ["科目编码30113与科目名称“住房公积金”不一致，该名称的编码为30311"]);
}

#[test]
fn a_functional_code_of_a_year_that_no_list_knows_is_not_judged() {
    // 行政单位医疗 was 2100501 before it became 2101101; the list of 2010 has another item at that code.
    let rows = [("2100501", "行政单位医疗"), ("2080501", "机关事业单位基本养老保险缴费支出")];
    assert_eq!(said(&items(2016, "支出决算表", &rows), DiagnosticCode::CodeNameDiffers), Vec::<&str>::new());
}

#[test]
fn a_code_that_the_list_lacks_and_an_earlier_name_are_no_contradiction() {
    let report = items(2022, "支出决算表", &[("2299998", "青溪专项支出"), ("21005", "医疗保障"), ("210", "医疗卫生与计划生育支出"), ("30198", "青溪补贴")]);
    assert_eq!(said(&report, DiagnosticCode::CodeNameDiffers), Vec::<&str>::new());
    let codes: Vec<String> = report.figures.iter().filter_map(|f| f.code).map(|code| code.to_string()).collect();
    assert_eq!(codes, ["2299998", "21005", "210", "30198"], "each keeps its printed code");
}

#[test]
fn a_table_without_title_has_its_form_by_its_columns() {
    let head = "青溪县水利局2022年度部门决算\n公开02表\n单位：万元\n";
    let text = format!("{head}| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 |\n| 2130301 | 行政运行 | 12.50 | 12.50 | |\n");
    let report = parse(&text);
    let forms: Vec<(Option<Form>, &str)> = report.tables.iter().map(|table| (table.form, table.title.as_str())).collect();
    assert_eq!(forms, [(Some(Form::Income), "")]);
}
