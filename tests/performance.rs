//! Performance tables: `corpus/performance/` holds a report for each layout, with the whole model beside it as JSON.
//!
//! `UPDATE_GOLDEN=1 cargo test --test performance` writes the models anew; read the difference before you keep it.
#![cfg(feature = "html")]

use juesuan::{Figure, Form, Indicator, Project, Report, Role};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn corpus(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(file)
}

#[track_caller]
fn report(file: &str) -> Report {
    let path = corpus(file);
    let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    juesuan::parse(&bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A report of one paragraph and a table.
fn with_table(rows: &str) -> Report {
    let page = format!("<html><body><h1>某局2022年度部门决算</h1><p>一、绩效情况</p><p>2022年自评项目1个。</p><table>{rows}</table></body></html>");
    juesuan::parse(page.as_bytes()).expect("the page is a report")
}

/// The figures of ids as words: role, value and unit.
fn printed(report: &Report, ids: impl IntoIterator<Item = usize>) -> Vec<String> {
    let word = |f: &Figure| format!("{} {}{}", f.role, f.value, f.unit.as_ref().map_or("", |u| u.as_str()));
    ids.into_iter().map(|id| word(&report.figures[id])).collect()
}

#[track_caller]
fn only(report: &Report) -> &Project {
    let [project] = report.performance.as_slice() else { panic!("{} projects", report.performance.len()) };
    project
}

/// `level1/level2/level3: target, actual (score of weight)`.
fn line(report: &Report, indicator: &Indicator) -> String {
    let mut out = format!("{}/{}/{}: {}, {}", indicator.level1, indicator.level2, indicator.level3, indicator.target.text, indicator.actual.text);
    let value = |id: usize| report.figures[id].value;
    if let (Some(score), Some(weight)) = (indicator.score, indicator.weight) {
        write!(out, " ({} of {})", value(score), value(weight)).expect("writing to a string does not fail");
    }
    out
}

#[track_caller]
fn indicators(report: &Report, project: &Project, expected: &[&str]) {
    let read: Vec<String> = project.indicators.iter().map(|i| line(report, i)).collect();
    assert_eq!(read, expected, "{}", project.project);
}

#[test]
fn every_report_reads_as_its_model_says() {
    let folder = fs::read_dir(corpus("performance")).expect("the corpus stands beside the sources");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("the folder can be listed").path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "html" || end == "txt"));
    files.sort();
    assert_eq!(files.len(), 3, "{files:?}");
    for file in files {
        let read = juesuan::parse(&fs::read(&file).expect("it was listed")).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        assert_eq!(read.accounting.unaccounted, 0, "{}: {:?}", file.display(), read.accounting.unaccounted_spans);
        let golden = file.with_extension("json");
        let is = read.to_json() + "\n";
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &is).unwrap_or_else(|e| panic!("{}: {e}", golden.display()));
        }
        let should = fs::read_to_string(&golden).unwrap_or_else(|e| panic!("{}: {e}", golden.display()));
        let differs = is.lines().zip(should.lines()).enumerate().find(|(_, (is, should))| is != should);
        assert_eq!(differs, None, "{}", golden.display());
        assert_eq!(is.lines().count(), should.lines().count(), "{}", golden.display());
        assert_eq!(Report::from_json(&is).expect("what was written can be read"), read);
    }
}

#[test]
fn a_page_of_a_portal_gives_budget_execution_and_goal() {
    let report = report("pages/performance-2022.html");
    let project = only(&report);
    assert_eq!(project.project, "免费开放补助");
    assert_eq!(printed(&report, project.budget.clone()), ["initial_budget 50.00万元", "adjusted_budget 50.00万元"]);
    assert_eq!(printed(&report, project.execution.clone()), ["actual 48.60万元"]);
    assert_eq!(printed(&report, project.completion.clone()), ["completion 97.20%"]);
    let goal = project.goal.target.as_ref().expect("the goal is printed");
    assert!(goal.text.starts_with("目标1：举办公益演出不少于20场"), "{}", goal.text);
    assert_eq!(printed(&report, goal.figures.clone()), ["target 20场", "target 3万人次", "target 15期", "target 10支", "target 4次"]);
    indicators(&report, project, &["产出指标/数量指标/公益演出场次: ≥20场, 22场", "满意度指标/服务对象满意度/群众满意度: ≥90%, 95%"]);
    let [table] = report.tables.as_slice() else { panic!("{} tables", report.tables.len()) };
    assert_eq!((table.form, table.title.as_str()), (Some(Form::ProjectPerformance), "2022年度项目支出绩效自评表"));
}

#[test]
fn projects_one_below_another_in_one_grid_are_told_apart() {
    let report = report("performance/two-in-one-grid-2023.html");
    let [first, second] = report.performance.as_slice() else { panic!("{} projects", report.performance.len()) };
    assert_eq!((first.project.as_str(), second.project.as_str()), ("2023年高标准农田管护经费", "农机安全检查"));
    assert_eq!(first.agency.as_deref(), Some("北汀县农业农村局"));
    assert_eq!(printed(&report, first.score.into_iter().chain(second.weight)), ["count 97.3分", "count 100分"]);
    let remarks: Vec<&str> = first.indicators.iter().filter_map(|i| i.remark.as_deref()).collect();
    assert_eq!(remarks, ["汛期延长，余下3公里转入2024年实施"]);
    indicators(
        &report,
        first,
        &[
            "产出指标/数量指标/管护农田面积: ≥2.4万亩, 2.4万亩 (20 of 20)",
            "产出指标/数量指标/清淤沟渠长度: 36公里, 33公里 (18.3 of 20)",
            "产出指标/时效指标/完工时间: 2023年11月30日前, 2023年11月18日 (20 of 20)",
            "效益指标/社会效益指标/亩均增产: 不低于30公斤, 32公斤 (20 of 20)",
            "满意度指标/服务对象满意度指标/农户满意度: ≥90%, 94.5% (10 of 10)",
        ],
    );
    indicators(&report, second, &["产出指标/数量指标/检查台数: 600台, 612台 (60 of 60)", "效益指标/社会效益指标/较大事故起数: 0起, 0起 (30 of 30)"]);
}

#[test]
fn a_list_of_projects_has_sign_and_unit_in_cells_of_their_own() {
    let report = report("performance/listed-budget-2024.html");
    let [books, data] = report.performance.as_slice() else { panic!("{} projects", report.performance.len()) };
    for project in [books, data] {
        assert_eq!(project.agency.as_deref(), Some("西樟市图书馆"));
    }
    assert_eq!(printed(&report, books.budget.iter().chain(&data.budget).copied()), ["budget 160.00万元", "budget 75.50万元"]);
    indicators(
        &report,
        books,
        &["产出指标/数量指标/新购图书册数: ≥2.1万册, ", "产出指标/质量指标/编目差错率: ≤1%, ", "满意度指标/服务对象满意度指标/读者满意度: ≥92%, "],
    );
    let target = &report.figures[books.indicators[0].target.figures[0]];
    assert_eq!((target.role, target.unit.as_ref().map(|u| u.as_str()), target.bound), (Role::Target, Some("万册"), Some(juesuan::Bound::AtLeast)));
    let total = report.figures.iter().find(|f| f.label == "合计").expect("the list has a total");
    assert_eq!((total.concept, total.dimensions.len(), total.value.to_string()), (None, 0, "235.50".to_owned()));
}

#[test]
fn cells_in_lines_stand_below_the_heads_above_them() {
    let report = report("performance/overall-in-lines-2022.txt");
    let project = only(&report);
    assert_eq!((project.project.as_str(), report.tables[0].form), ("东芦区水务局", Some(Form::OverallPerformance)));
    indicators(
        &report,
        project,
        &[
            "产出指标/数量指标/巡查河道长度: ≥420公里, 436公里 (40 of 40)",
            "产出指标/数量指标/检修泵站数: 2处, 2处 (20 of 20)",
            "产出指标/时效指标/检修完成时间: 2022年9月底前, 2022年10月12日 (15 of 20)",
            "满意度指标/服务对象满意度指标/居民满意度: ≥85%, 88% (10 of 10)",
        ],
    );
    assert_eq!(printed(&report, project.weight.into_iter().chain(project.score)), ["count 100分", "count 94.88分"]);
}

#[test]
fn columns_are_found_by_their_heads_wherever_they_stand() {
    let rows = "<tr><td>项目名称</td><td colspan=6>护林</td></tr>
        <tr><td>得分</td><td>分值</td><td>完成情况</td><td>目标值</td><td>三级指标</td><td>二级指标</td><td>一级指标</td></tr>
        <tr><td>9.5</td><td>10</td><td>19次</td><td>20次</td><td>巡护次数</td><td>数量指标</td><td>产出指标</td></tr>
        <tr><td>小计</td><td></td><td></td><td></td><td></td><td></td><td></td></tr>";
    let report = with_table(rows);
    indicators(&report, only(&report), &["产出指标/数量指标/巡护次数: 20次, 19次 (9.5 of 10)"]);
}

#[test]
fn rows_between_bars_are_read_though_their_cells_are_not_merged() {
    let text = "某局2022年度部门决算\n一、绩效情况\n2022年自评项目1个。\n附件1\n项目支出绩效自评表\n（2022年度）\n\
        | 项目名称 |  | 护林 |  |  |  |\n| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际值 |\n\
        |  | 产出指标 | 数量指标 | 巡护次数 | 20次 | 21次 |\n|  |  |  | 巡护人数 | 8人 | 8人 |\n";
    let report = juesuan::parse(text.as_bytes()).expect("the text is a report");
    indicators(&report, only(&report), &["产出指标/数量指标/巡护次数: 20次, 21次", "产出指标/数量指标/巡护人数: 8人, 8人"]);
    assert_eq!((only(&report).project.as_str(), report.tables[0].title.as_str()), ("护林", "项目支出绩效自评表"));
}

#[test]
fn a_table_that_goes_on_in_the_next_grid_is_one() {
    let head = "<tr><td>项目名称</td><td colspan=4>护林</td></tr><tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>实际值</td></tr>";
    let rows = format!(
        "{head}<tr><td>产出指标</td><td>数量指标</td><td>巡护次数</td><td>20次</td><td>21次</td></tr></table><table>
         <tr><td></td><td>质量指标</td><td>巡护合格率</td><td>98%</td><td>99%</td></tr>"
    );
    let report = with_table(&rows);
    indicators(&report, only(&report), &["产出指标/数量指标/巡护次数: 20次, 21次", "产出指标/质量指标/巡护合格率: 98%, 99%"]);
    assert_eq!(report.tables.len(), 1);
}

#[test]
fn hostile_shapes_are_read_as_far_as_they_go() {
    let head = "<tr><td>项目名称</td><td colspan=9>护林</td></tr><tr><td rowspan=65000>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>实际值</td></tr>";
    let row = |n: usize| format!("<tr><td>产出指标</td><td>数量指标</td><td>巡护{n}区</td><td>{n}次</td><td>{n}次</td></tr>");
    let many: String = (0..10_000).map(row).collect();
    let read = with_table(&format!("{head}{many}"));
    assert_eq!((only(&read).indicators.len(), read.accounting.unaccounted), (10_000, 0));
    let ragged = "<tr><td rowspan=9 colspan=3>总分<td>1<tr><td rowspan=4 colspan=900>一级指标<td>二级指标<tr><td>5<td>预期目标<td>实际完成情况<tr><td rowspan=0>得分<td>9";
    let read = with_table(&format!("{head}{ragged}{ragged}{head}{ragged}"));
    assert_eq!(read.accounting.unaccounted, 0);
}
