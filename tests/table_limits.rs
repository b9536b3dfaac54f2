//! Tables that look like something they are not: a list of contents with amounts, a part that looks like the whole, a price that looks
//! like a count. Each is read for what it is, or not given a meaning.
#![cfg(feature = "html")]

/// The figures of tables below a title, each as `label|column|value|role|concept|dimensions`; a row of a table is a line, its cells
/// stand between bars, and an empty line parts two tables.
fn read(title: &str, tables: &str) -> Vec<String> {
    let cell = |text: &str| match text.split_once("{3}") {
        Some((_, text)) => format!("<td colspan=\"3\">{text}</td>"),
        None => format!("<td>{text}</td>"),
    };
    let row = |line: &str| format!("<tr>{}</tr>", line.split('|').map(cell).collect::<String>());
    let table = |rows: &str| format!("<table>{}</table>", rows.lines().map(|line| row(line.trim())).collect::<String>());
    let tables: String = tables.split("\n\n").map(|rows| table(rows.trim())).collect();
    let page = format!("<html><body><h1>清河县林业局2023年度部门决算</h1><p>{title}</p><p>单位：万元</p>{tables}</body></html>");
    let report = juesuan::parse(page.as_bytes()).expect("a page is read");
    let line = |figure: &juesuan::Figure| {
        let dimensions: Vec<String> = figure.dimensions.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let concept = figure.concept.map_or("-", |concept| concept.as_str());
        let column = figure.column.as_deref().unwrap_or_default();
        format!("{}|{column}|{}|{}|{concept}|{}", figure.label, figure.value, figure.role, dimensions.join(";"))
    };
    report.figures.iter().filter(|figure| figure.table.is_some()).map(line).collect()
}

#[test]
fn a_list_of_forms_with_amounts_is_no_list_of_contents() {
    let figures = read("各表金额", "报表名称|2023年|2022年\n收入支出决算总表|100.00|90.00\n收入决算表|100.00|90.00\n支出决算表|95.00|85.00");
    assert_eq!(figures.len(), 6, "{figures:#?}");
    assert!(read("目录", "序号|表名|页码\n1|收入支出决算总表|3\n2|收入决算表|5\n3|支出决算表|6").is_empty());
}

#[test]
fn what_is_bought_is_no_total_of_what_is_bought() {
    let figures = read("政府采购预算表", "政府采购目录|采购数量|采购金额\n台式计算机|2|10.00\n复印纸|1|20.00\n合计||30.00");
    assert_eq!(
        figures,
        [
            "台式计算机|采购数量|2|count|-|",
            "台式计算机|采购金额|10.00|budget|procurement_item|item=台式计算机",
            "复印纸|采购数量|1|count|-|",
            "复印纸|采购金额|20.00|budget|procurement_item|item=复印纸",
            "合计|采购金额|30.00|budget|procurement_total|",
        ]
    );
    let bought = read("政府采购预算表", "单位代码|单位名称|采购项目名称|数量|采购金额\n156001|清河县林业局|办公电脑采购|2|10.00");
    assert_eq!(bought[1], "办公电脑采购|采购金额|10.00|budget|procurement_item|item=办公电脑采购");
    let small = read("政府采购预算表", "采购项目|采购金额\n台式计算机|10.00\n其中：面向中小企业|4.00\n面向小微企业|3.00");
    assert_eq!(small.iter().filter(|figure| figure.contains("procurement_item")).count(), 1, "{small:#?}");
    let item = read("政府采购预算表", "科目编码|科目名称|采购项目|采购金额\n2130201|行政运行||10.00");
    assert!(item.len() == 1 && !item[0].contains("procurement_item"), "{item:#?}");
}

#[test]
fn a_name_behind_a_page_goes_on_with_no_whole_name() {
    let figures = read("一般公共预算项目支出决算表", "项目名称|合计\n合计|30.00\n\n清河县林业局|\n造林补助|10.00\n防火补助|20.00");
    assert_eq!(figures[0], "合计|合计|30.00|actual|general_budget_project|");
    let figures = read(
        "一般公共预算财政拨款基本支出决算表",
        "科目名称|合计|人员经费|公用经费\n工资福利支出|9.00|9.00|\n培训费|2.00||2.00\n\n退休人员补贴|||\n退休费|3.00|3.00|",
    );
    assert!(figures.iter().any(|figure| figure.starts_with("培训费|合计|2.00")), "{figures:#?}");
}

#[test]
fn a_difference_between_two_budgets_is_a_change() {
    let figures = read("一般公共预算财政拨款支出决算表", "科目编码|科目名称|2022年执行数|2023年预算数|2023年预算数比2022年执行数\n|合计|90.00|100.00|10.00");
    let roles: Vec<&str> = figures.iter().map(|figure| figure.split('|').nth(3).expect("a role")).collect();
    assert_eq!(roles, ["actual", "budget", "change"], "{figures:#?}");
}

#[test]
fn years_beside_a_name_are_cells_of_its_row() {
    let figures = read("项目支出决算表", "项目名称|开始年度|结束年度|合计|基本建设\n防火工程|2022年|2024年|10.00|\n造林工程|2022年|2024年|30.00|30.00");
    assert_eq!(figures.iter().filter(|figure| figure.contains("|合计|")).count(), 2, "{figures:#?}");
}

#[test]
fn balances_and_parts_are_not_all_of_a_kind() {
    let balances = read("项目支出结转结余情况表", "项目名称|合计|财政拨款\n合计|30.00|20.00");
    assert!(balances.len() == 2 && balances.iter().all(|figure| figure.contains("|-|")), "{balances:#?}");
    let by_class = read(
        "一般公共预算财政拨款支出决算表（按支出经济分类科目）",
        "科目编码|科目名称|年初结转和结余|本年收入|本年支出|年末结转和结余\n301|工资福利支出|1.00|10.00|10.00|1.00",
    );
    assert!(by_class.len() == 4 && by_class.iter().all(|figure| !figure.contains("nature=")), "{by_class:#?}");
}

#[test]
fn a_part_behind_a_fund_keeps_its_meaning_where_it_is_a_cost() {
    let head = "单位名称|{3}一般公共预算财政拨款\n|合计|其中：因公出国（境）费|公务接待费\n合计|3.00|1.00|2.00";
    let costs = read("“三公”经费支出决算表", head);
    assert!(costs.iter().any(|figure| figure.contains("|1.00|actual|three_public_abroad|")), "{costs:#?}");
}

#[test]
fn prices_are_no_counts() {
    let assets = read("国有资产占用情况表", "项目|数量|金额\n车辆|4|80.00\n机要通信用车|1|20.00");
    let priced: Vec<&String> = assets.iter().filter(|figure| figure.contains("|金额|")).collect();
    assert!(priced.iter().all(|figure| figure.contains("|-|")) && priced.len() == 2, "{assets:#?}");
    let unit = read("“三公”经费支出决算表", "项目|决算数\n公务用车运行维护费（元/辆）|21000.00");
    assert!(unit.len() == 1 && !unit[0].contains("|count|"), "{unit:#?}");
}

#[test]
fn a_dash_is_no_economic_item() {
    let figures = read(
        "一般公共预算财政拨款基本支出决算表",
        "功能科目编码|功能科目名称|部门经济分类编码|部门经济分类名称|合计\n2130201|行政运行|30101|基本工资|20.00\n2130201|行政运行||－|30.00",
    );
    assert!(figures.len() == 2 && !figures[1].contains("economic="), "{figures:#?}");
    assert!(figures[0].contains("economic=基本工资"), "{figures:#?}");
}

#[test]
fn codes_of_items_below_a_code_of_a_body_are_codes() {
    let figures = read("支出决算表", "单位代码|单位名称（功能分类科目名称）|合计|基本支出\n156001|清河县林业局|30.00|20.00\n2130201|行政运行|30.00|20.00");
    assert!(figures.iter().any(|figure| figure.starts_with("行政运行|合计|30.00|actual|expenditure_by_function|")), "{figures:#?}");
}

#[test]
fn rows_of_projects_are_named_by_the_project() {
    let figures = read("项目支出决算表", "项目名称|单位名称|合计\n防火工程|清河县国有林场|10.00\n造林工程|清河县林业局|30.00");
    let labels: Vec<&str> = figures.iter().filter_map(|figure| figure.split('|').next()).collect();
    assert_eq!(labels, ["防火工程", "造林工程"], "{figures:#?}");
}
