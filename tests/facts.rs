//! Facts: when the figures that state the same thing agree, and which value the fact then has.

use juesuan::{Base, Concept, Role};

/// Whether the two amounts agree as the “三公” total of one year, and what the fact is in yuan.
#[track_caller]
fn three_public(first: &str, second: &str) -> (bool, String) {
    let text = format!(
        "某市某局2023年度部门决算\n一、“三公”经费支出决算情况说明\n2023年度“三公”经费支出决算为{first}。\n二、其他重要事项\n2023年度“三公”经费支出决算为{second}。\n"
    );
    let report = juesuan::parse(text.as_bytes()).expect("a text is read");
    let mut facts = report.facts.iter().filter(|fact| fact.concept == Concept::ThreePublicTotal);
    let fact = facts.next().expect("the text states it");
    assert_eq!((fact.figures.len(), facts.count()), (2, 0), "{:?}", report.figures);
    (fact.agree, fact.yuan.map(|yuan| yuan.normalize().to_string()).unwrap_or_default())
}

#[test]
fn witnesses_agree_as_exactly_as_they_print() {
    assert_eq!(three_public("90.71万元", "907,081.64元"), (true, "907081.64".into()));
    assert_eq!(three_public("907,081.64元", "90.70万元"), (true, "907081.64".into()), "cut off, not rounded");
    assert_eq!(three_public("90.7万元", "90.71万元"), (true, "907100".into()));
    assert_eq!(three_public("90.71万元", "907,100.00元"), (true, "907100".into()));
}

#[test]
fn witnesses_that_print_as_exactly_agree_only_if_they_are_equal() {
    assert_eq!(three_public("90.71万元", "90.72万元"), (false, "907100".into()));
    assert_eq!(three_public("90.71万元", "907,200.00元"), (false, "907100".into()));
}

#[test]
fn completions_of_two_budgets_are_two_facts() {
    let text = "某市某局2023年度部门决算\n一、“三公”经费支出决算情况说明\n\
                2023年度“三公”经费支出决算为90.00万元，完成年初预算的90.00%，完成全年预算的100.00%。\n\
                2023年度“三公”经费支出决算完成年初预算的90.00%。\n";
    let report = juesuan::parse(text.as_bytes()).expect("a text is read");
    let completions = report.facts.iter().filter(|fact| fact.role == Role::Completion);
    let read: Vec<_> = completions.map(|fact| (fact.base, fact.value.map(|value| value.to_string()), fact.figures.len(), fact.agree)).collect();
    let expected = [(Base::InitialBudget, "90.00", 2), (Base::AdjustedBudget, "100.00", 1)];
    assert_eq!(read, expected.map(|(base, value, figures)| (Some(base), Some(value.to_owned()), figures, true)));
}

#[test]
fn a_stock_keeps_the_date_that_one_of_its_figures_prints() {
    let text = "某市某局2023年度部门决算\n一、国有资产占用情况说明\n共有车辆5辆。截至2023年12月31日，共有车辆5辆。\n";
    let report = juesuan::parse(text.as_bytes()).expect("a text is read");
    let vehicles = report.facts.iter().find(|fact| fact.concept == Concept::AssetVehiclesTotal).expect("the text counts them");
    assert_eq!((vehicles.figures.len(), vehicles.as_of.map(|date| date.to_string())), (2, Some("2023-12-31".into())));
}
