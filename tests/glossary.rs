//! The terms a report explains, in the ways that reports print them.
#![cfg(feature = "html")]

use std::fs;
use std::path::Path;

/// The terms with their labels and explanations.
#[track_caller]
fn terms(bytes: &[u8]) -> Vec<(String, String, String)> {
    let report = juesuan::parse(bytes).expect("the text is a report");
    assert_eq!(report.accounting.unaccounted, 0, "{:?}", report.accounting.unaccounted_spans);
    report.glossary.into_iter().map(|term| (term.label, term.term, term.definition)).collect()
}

fn named(label: &str, term: &str, definition: &str) -> (String, String, String) {
    (label.to_owned(), term.to_owned(), definition.to_owned())
}

fn page(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/pages").join(name);
    fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn a_term_stands_on_the_line_above_its_explanation() {
    let text = "高塘县审计局2021年度部门决算\n一、收支情况\n2021年收入总计5.20万元。\n二、名词解释\n（一）财政拨款收入\n指本级财政当年拨付的资金。\n（二）基本支出：\n反映机构的日常支出。\n含人员支出和公用支出。\n";
    assert_eq!(
        terms(text.as_bytes()),
        [named("（一）", "财政拨款收入", "指本级财政当年拨付的资金。"), named("（二）", "基本支出", "反映机构的日常支出。含人员支出和公用支出。"),]
    );
}

#[test]
fn a_list_of_terms_and_explanations_is_a_glossary() {
    let expected =
        [named("", "财政拨款收入", "指本级财政当年拨付的资金。"), named("", "年末结转和结余", "指单位按有关规定结转到下年或以后年度继续使用的资金。")];
    assert_eq!(terms(&page("performance-2022.html")), expected);
}

#[test]
fn a_table_of_terms_and_explanations_is_a_glossary() {
    let expected = [
        named("", "财政拨款收入", "指本级财政当年拨付的资金，自2022年起含追加的资金。"),
        named("", "基本支出", "指为保障机构正常运转、完成日常工作任务而发生的支出。"),
        named("", "“三公”经费", "指因公出国（境）费、公务用车购置及运行维护费和公务接待费。"),
    ];
    assert_eq!(terms(&page("glossary-table-2023.html")), expected);
}

#[test]
fn every_row_of_a_table_of_terms_is_one_however_its_explanation_starts() {
    let rows = "<tr><td>名词</td><td>解释</td></tr><tr><td>基本支出</td><td>指单位日常运转的支出。</td></tr>\
        <tr><td>2.人员经费</td><td>包括工资和2014年起的津贴。</td></tr><tr><td>项目支出：</td><td>指为专门任务安排的支出。</td></tr>";
    let page = format!(
        "<meta charset=utf-8><p>石岭县档案馆2022年度单位决算</p><p>一、收支情况</p><p>收入总计206.15万元。</p><p>二、名词解释</p><table>{rows}</table>"
    );
    assert_eq!(
        terms(page.as_bytes()),
        [
            named("", "基本支出", "指单位日常运转的支出。"),
            named("2.", "人员经费", "包括工资和2014年起的津贴。"),
            named("", "项目支出", "指为专门任务安排的支出。"),
        ]
    );
}

#[test]
fn a_note_below_a_table_of_terms_is_none_of_them() {
    assert_eq!(
        terms(&page("glossary-table-note-2022.html")),
        [named("", "基本支出", "指单位日常运转的支出。"), named("", "项目支出", "指为专门任务安排的支出。")]
    );
}

#[test]
fn the_title_of_what_follows_is_no_part_of_the_last_explanation() {
    let text = "高塘县审计局2021年度部门决算\n一、收支情况\n2021年收入总计5.20万元。\n二、名词解释\n1.基本支出：指机构的日常支出。\n代码表\n";
    assert_eq!(terms(text.as_bytes()), [named("1.", "基本支出", "指机构的日常支出。")]);
}

#[test]
fn a_short_line_with_more_of_the_explanation_behind_it_belongs_to_it() {
    let text = "高塘县审计局2021年度部门决算\n一、收支情况\n2021年收入总计5.20万元。\n二、名词解释\n1.基本支出：指机构的日常支出。\n其中包括\n人员支出、公用支出。\n2.项目支出：指专门任务的支出。\n代码表\n";
    assert_eq!(
        terms(text.as_bytes()),
        [named("1.", "基本支出", "指机构的日常支出。其中包括人员支出、公用支出。"), named("2.", "项目支出", "指专门任务的支出。")]
    );
}
