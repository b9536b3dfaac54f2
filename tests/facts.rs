//! Facts: when the figures that state the same thing agree, and which value the fact then has.

use juesuan::Concept;

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
