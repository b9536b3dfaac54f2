//! Tables that no form has: each is read as far as its columns can be told apart, in linear time, and no figure stands under a wrong head.

use juesuan::{DiagnosticCode, Figure, Report, Role, Table};
use std::time::{Duration, Instant};

/// What a table may take at most; debug builds are some fifteen times slower.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 3 });

const TITLE: &str = "青溪县水利局2023年度部门决算";

#[track_caller]
fn parse(text: &str) -> Report {
    let start = Instant::now();
    let report = juesuan::parse(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    assert!(start.elapsed() <= LONGEST, "{} bytes took {:?}", text.len(), start.elapsed());
    assert_eq!(report.accounting.unaccounted, 0, "{:?}", report.accounting.unaccounted_spans);
    report
}

/// A report of one table, titled, in rows between pipes.
#[track_caller]
fn pipes(title: &str, rows: &[&str]) -> Report {
    let rows: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
    parse(&format!("{TITLE}\n{title}\n单位：万元\n{rows}"))
}

#[track_caller]
fn only(report: &Report) -> &Table {
    let [table] = report.tables.as_slice() else { panic!("{} tables", report.tables.len()) };
    table
}

/// Label, column and value of each figure of a table.
fn cells(report: &Report) -> Vec<String> {
    let cell = |figure: &Figure| format!("{} {} {}", figure.label, figure.column.as_deref().unwrap_or_default(), figure.value);
    report.figures.iter().filter(|figure| figure.table.is_some()).map(cell).collect()
}

fn codes(report: &Report) -> Vec<DiagnosticCode> {
    report.diagnostics.iter().map(|d| d.code).collect()
}

#[test]
fn a_row_that_is_too_short_keeps_what_it_has_and_one_that_is_too_long_its_text() {
    let report = pipes(
        "支出决算表",
        &["科目编码 | 科目名称 | 本年支出合计 | 基本支出", "2130301 | 行政运行 | 12.50", "2130302 | 一般行政管理事务 | 3.50 | 1.00 | 2.50"],
    );
    assert_eq!(cells(&report), ["行政运行 本年支出合计 12.50", "一般行政管理事务 本年支出合计 3.50", "一般行政管理事务 基本支出 1.00"]);
    assert_eq!((only(&report).rows[1].cells.join(" "), codes(&report)), ("3.50 1.00 2.50".to_owned(), vec![DiagnosticCode::ColumnsUnclear]));
}

#[test]
fn a_head_without_a_body_is_a_table_without_rows() {
    let report = pipes("支出决算表", &["科目编码 | 科目名称 | 本年支出合计 | 基本支出", "栏次 | | 1 | 2"]);
    let table = only(&report);
    assert_eq!((table.columns.join(" "), table.rows.len(), cells(&report)), ("本年支出合计 基本支出".to_owned(), 0, Vec::<String>::new()));
}

#[test]
fn a_body_without_a_head_stays_text() {
    let report = pipes("支出决算表", &["2130301 | 行政运行 | 12.50 | 1.00", "2130302 | 一般行政管理事务 | 3.50 | 2.00"]);
    let table = only(&report);
    let rows: Vec<String> = table.rows.iter().map(|row| format!("{} {}", row.label, row.cells.join(" "))).collect();
    assert_eq!((rows.join(", "), cells(&report)), ("行政运行 12.50 1.00, 一般行政管理事务 3.50 2.00".to_owned(), Vec::<String>::new()));
    assert_eq!(codes(&report), [DiagnosticCode::ColumnsUnclear; 4]);
}

#[test]
fn a_column_of_codes_that_holds_words_gives_rows_without_code() {
    let report = pipes("支出决算表", &["科目编码 | 科目名称 | 本年支出合计", "甲一 | 行政运行 | 12.50", "见附注 | 机关服务 | 3.50", "合计 | | 16.00"]);
    let table = only(&report);
    assert_eq!(table.rows.iter().filter_map(|row| row.code.clone()).collect::<Vec<_>>(), Vec::<String>::new());
    let total: Vec<&str> = report.figures.iter().filter(|f| f.concept.is_some()).map(|f| f.label.as_str()).collect();
    assert_eq!(total, ["合计"], "a row without its item is no total");
}

#[test]
fn a_change_in_a_row_is_one_from_the_year_before_only_if_its_name_says_so() {
    let change = |label: &str| {
        let report = pipes(
            "财政拨款“三公”经费支出决算表",
            &["项目 | 合计 | 公务接待费", "预算数 | 6.00 | 2.00", "决算数 | 5.00 | 1.50", &format!("{label} | 1.00 | 0.50")],
        );
        let figures = report.figures.into_iter().filter(|figure| figure.role == Role::Change);
        figures.map(|figure| (figure.value.to_string(), figure.versus.and_then(|versus| versus.year))).collect::<Vec<_>>()
    };
    let from = |year| vec![("1.00".to_owned(), year), ("0.50".to_owned(), year)];
    assert_eq!(["比上年增减额", "比去年增减额", "同比增减额"].map(change), [Some(2022), Some(2022), Some(2022)].map(from));
    assert_eq!(change("增减额"), from(None));
}

#[test]
fn ten_thousand_columns_are_a_table() {
    const COLUMNS: usize = 10_000;
    let head = (0..COLUMNS).map(|at| format!("栏目{at}")).collect::<Vec<_>>().join(" | ");
    let body = (0..COLUMNS).map(|at| format!("{at}.50")).collect::<Vec<_>>().join(" | ");
    let report = pipes("支出决算表", &[&format!("项目 | {head}"), &format!("合计 | {body}"), &format!("基本支出 | {body}")]);
    assert_eq!(only(&report).columns.len(), COLUMNS);
    let all = cells(&report);
    assert_eq!((all.len(), all[COLUMNS - 1].as_str()), (2 * COLUMNS, "合计 栏目9999 9999.50"));
}

#[test]
fn twenty_thousand_columns_between_blanks_stay_text() {
    const COLUMNS: usize = 20_000;
    let head = (0..COLUMNS).map(|at| format!("栏目{at:05}")).collect::<Vec<_>>().join("  ");
    let body = (0..COLUMNS).map(|at| format!("{at:05}.50 ")).collect::<Vec<_>>().join("  ");
    let report = parse(&format!("{TITLE}\n支出决算表\n单位：万元\n项目      {head}\n合计      {body}\n基本支出  {body}\n"));
    assert_eq!(cells(&report), Vec::<String>::new());
}

#[test]
fn heads_over_ten_thousand_lines_between_blanks_stay_text() {
    let head: String = (0..10_000).map(|at| format!("项目{at}   栏目{at}   合计{at}\n")).collect();
    let report = parse(&format!("{TITLE}\n支出决算表\n单位：万元\n{head}合计   12.50   12.50\n基本支出   12.50   12.50\n"));
    assert_eq!(cells(&report), Vec::<String>::new());
}

#[test]
fn a_head_over_many_more_columns_than_the_rows_have_takes_no_room_for_them() {
    let head = "栏目\t".repeat(3_000);
    let report = parse(&format!("{TITLE}\n支出决算表\n单位：万元\n项目\t{head}\n{}", "合计\t\t1.00\n".repeat(5_000)));
    assert_eq!(cells(&report), Vec::<String>::new());
    assert!(report.diagnostics.iter().any(|diagnostic| diagnostic.message.contains("未读取")), "{:?}", report.diagnostics);
}

/// The foot of a text table, and columns that rows without blanks do not tell.
#[track_caller]
fn reads_of_text(table: &str, expected: &[&str]) {
    let report = parse(&format!("{TITLE}\n{table}"));
    assert_eq!(cells(&report), expected, "{:?}", report.tables);
}

#[test]
fn what_stands_below_a_table_of_text_is_none_of_its_rows() {
    let costs = "“三公”经费支出决算表\n单位：万元\n项目 决算数\n合计 5.00\n公务接待费 2.00\n公务用车运行维护费 3.00\n";
    let rows = ["合计 决算数 5.00", "公务接待费 决算数 2.00", "公务用车运行维护费 决算数 3.00"];
    reads_of_text(&format!("{costs}2023 年 9 月\n"), &rows);
    reads_of_text(&format!("{costs}制表人 13500001111\n"), &rows);
    reads_of_text(&format!("{costs}国内公务接待 12 98 人次\n"), &rows);
    let yuan = "“三公”经费支出决算表\n单位：元\n项目 决算数\n合计 5,000\n公务接待费 5,000\n2023 年 9 月\n";
    reads_of_text(yuan, &["合计 决算数 5000", "公务接待费 决算数 5000"]);
}

#[test]
fn numbers_of_rows_are_no_amounts() {
    let totals = ["农林水支出 合计 100.00", "住房保障支出 合计 50.00"];
    reads_of_text("支出决算表\n单位：万元\n项目 行次 合计 基本支出\n农林水支出 1 100.00\n住房保障支出 2 50.00\n", &totals);
    // Numbers that do not rise, or are missing, may be amounts.
    reads_of_text("支出决算表\n单位：万元\n项目 行次 合计 基本支出\n农林水支出 2 100.00\n住房保障支出 1 50.00\n", &[]);
    reads_of_text("支出决算表\n单位：万元\n项目 行次 合计 基本支出\n农林水支出 1 100.00\n住房保障支出 50.00\n", &[]);
    let rows = ["农林水支出 合计 100.00", "农林水支出 基本支出 40.00", "住房保障支出 合计 50.00"];
    reads_of_text("支出决算表\n单位：万元\n项目 合计 基本支出\n农林水支出 100.00 40.00\n住房保障支出 50.00\n", &rows);
}

#[test]
fn a_head_that_may_be_put_back_in_two_ways_stays_text() {
    let head = "| 合计 | 因公出国（境）费 | 公务用车购置及运行费 | 公务接待费 | | |\n| 小计 | 公务用车购置费 | 公务用车运行费 | | | |\n";
    reads_of_text(&format!("“三公”经费支出决算表\n单位：万元\n{head}| 10.00 | 1.00 | 7.00 | 3.00 | 4.00 | 2.00 |\n"), &[]);
}

#[test]
fn heads_below_a_row_that_kept_its_places_stay_text_where_they_left_theirs() {
    let head = "| 合计 | 公务用车购置及运行费 | | | 因公出国（境）费 | 公务接待费 |\n| 小计 | 公务用车购置费 | 公务用车运行费 | | | |\n";
    reads_of_text(&format!("“三公”经费支出决算表\n单位：万元\n{head}| 10.00 | 7.00 | 3.00 | 4.00 | 1.00 | 2.00 |\n"), &[]);
}

#[test]
fn tabs_of_blank_cells_place_a_row_that_lost_its_last_ones() {
    let head = "支出决算表\n单位：万元\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n";
    let rows = "2130301\t行政运行\t200.00\t200.00\n2130305\t水利工程建设\t\t\t120.00\n";
    let read = ["行政运行 本年支出合计 200.00", "行政运行 基本支出 200.00", "水利工程建设 项目支出 120.00"];
    reads_of_text(&format!("{head}{rows}"), &read);
}

#[test]
fn links_between_bars_are_no_table() {
    reads_of_text("分享 | 打印 |\n收入 100万元 | 支出 200万元 |\n首页 | 12 | 300.00 |\n", &[]);
}

#[test]
fn a_line_of_a_quarter_of_a_million_cells_is_no_row() {
    reads_of_text(&format!("支出决算表\n单位：万元\n{}\n{}\n", "农\t".repeat(250_000), "1.00\t".repeat(250_000)), &[]);
}

#[test]
fn a_million_empty_cells_are_no_figures() {
    let row = "| |".repeat(100);
    let empty: Vec<&str> = std::iter::once("科目名称 | 本年支出合计").chain((0..10_000).map(|_| row.as_str())).collect();
    let report = pipes("支出决算表", &empty);
    assert_eq!(cells(&report), Vec::<String>::new());
    assert!(only(&report).rows.is_empty(), "a row without text is none");
}

#[test]
fn rows_cost_the_same_in_a_long_table() {
    let time = |rows: usize| {
        let body: String = (0..rows).map(|at| format!("| 2130{:03} | 行政运行 | {at}.56 | {}.50 |\n", at % 900 + 100, at % 97)).collect();
        let text = format!("{TITLE}\n支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 |\n{body}");
        let start = Instant::now();
        let report = juesuan::parse(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(cells(&report).len(), 2 * rows);
        start.elapsed()
    };
    // Whatever else runs can only make a reading slower.
    let least = |rows: usize| (0..3).map(|_| time(rows)).min().expect("there are three readings");
    let (short, long) = (least(1_000), least(16_000));
    assert!(long <= short * 64, "1,000 rows took {short:?}, 16,000 {long:?}");
}

#[cfg(feature = "html")]
mod grids {
    use super::*;

    #[track_caller]
    fn page(title: &str, rows: &str) -> Report {
        parse(&format!("<html><meta charset=utf-8><body><p>{TITLE}</p><p>{title}</p><p>单位：万元</p><table>{rows}</table></body></html>"))
    }

    const HEAD: &str = "<tr><td>科目编码</td><td>科目名称</td><td>本年支出合计</td><td>基本支出</td><td>项目支出</td></tr>";

    #[test]
    fn a_number_over_two_columns_stays_text() {
        let report = page("支出决算表", &format!("{HEAD}<tr><td>2130301</td><td>行政运行</td><td>12.50</td><td colspan=2>12.50</td></tr>"));
        assert_eq!(cells(&report), ["行政运行 本年支出合计 12.50"]);
        assert_eq!(only(&report).rows[0].cells, ["12.50", "12.50", ""]);
        assert!(codes(&report).contains(&DiagnosticCode::ColumnsUnclear), "{:?}", report.diagnostics);
    }

    #[test]
    fn spans_that_contradict_each_other_put_no_figure_under_a_wrong_head() {
        // The first row reaches over the second, and both over more columns than there are.
        let rows = format!(
            "{HEAD}<tr><td>2130301</td><td>行政运行</td><td rowspan=3>12.50</td><td>12.50</td><td></td></tr>\
             <tr><td>2130302</td><td>机关服务</td><td>7.25</td><td colspan=9>1.25</td></tr>\
             <tr><td rowspan=99>2130399</td><td>其他水利支出</td><td></td><td>4.75</td></tr>"
        );
        let report = page("支出决算表", &rows);
        let all = cells(&report);
        assert_eq!(
            all,
            ["行政运行 本年支出合计 12.50", "行政运行 基本支出 12.50", "机关服务 基本支出 7.25", "机关服务 项目支出 1.25", "其他水利支出 项目支出 4.75"]
        );
    }

    #[test]
    fn a_note_that_counts_something_is_no_cell_of_the_table_above_it() {
        const TITLE_OF_FORM: &str = "“三公”经费支出决算表";
        let rows = "<tr><td>合计</td><td>公务接待费</td></tr><tr><td>5.00</td><td>2.00</td></tr>";
        let notes =
            "<p>注：本年国内公务接待12批次，接待98人次，比上年有所好转，主要是因为来访的单位比以前多一些。</p><p>本表中公务接待费占40.00%，与上年一致。</p>";
        let below = |above: &str, title: &str| {
            let report =
                parse(&format!("<meta charset=utf-8><p>{TITLE}</p><p>一、收支情况</p><p>收入总计20.00万元。</p>{above}<table>{title}{rows}</table>{notes}"));
            let behind = report.figures.into_iter().skip_while(|figure| figure.table.is_none()).filter(|figure| figure.table.is_none());
            behind.map(|figure| format!("{} {}", figure.label, figure.value)).collect::<Vec<_>>()
        };
        let expected = ["本年国内公务接待 12", "接待 98", "公务接待费 40.00"];
        assert_eq!(below("", &format!("<tr><td colspan=2>{TITLE_OF_FORM}</td></tr>")), expected);
        assert_eq!(below(&format!("<p>{TITLE_OF_FORM}</p><p>单位：万元</p>"), ""), expected);
    }

    #[test]
    fn a_table_in_a_cell_does_not_move_the_columns_behind_it() {
        let nested = "<table><tr><td>其中：甲</td><td>1.00</td></tr></table>";
        let rows = format!(
            "{HEAD}<tr><td>2130301</td><td>行政运行{nested}</td><td>12.50</td><td>2.50</td><td>10.00</td></tr>\
             <tr><td>2130302</td><td>机关服务</td><td>3.50</td><td>1.50</td><td>2.00</td></tr>"
        );
        let report = page("支出决算表", &rows);
        let expected = [
            "行政运行其中：甲1.00 本年支出合计 12.50",
            "行政运行其中：甲1.00 基本支出 2.50",
            "行政运行其中：甲1.00 项目支出 10.00",
            "机关服务 本年支出合计 3.50",
            "机关服务 基本支出 1.50",
            "机关服务 项目支出 2.00",
        ];
        assert_eq!(cells(&report), expected);
    }

    #[test]
    fn ragged_rows_of_a_grid_keep_their_columns() {
        let rows = format!("{HEAD}<tr><td>2130301</td><td>行政运行</td><td>12.50</td></tr><tr><td>2130302</td></tr><tr><td>2130303</td><td>机关服务</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>");
        let report = page("支出决算表", &rows);
        let all = cells(&report);
        assert_eq!(all, ["行政运行 本年支出合计 12.50", "机关服务 本年支出合计 1", "机关服务 基本支出 2", "机关服务 项目支出 3"]);
        assert_eq!((only(&report).rows[2].cells.join(" "), codes(&report)), ("1 2 3 4".to_owned(), vec![DiagnosticCode::ColumnsUnclear]));
    }
}

#[test]
fn rows_whose_labels_say_unit_are_read_in_time() {
    const ROWS: usize = 20_000;
    let mut rows = vec!["科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"];
    rows.resize(ROWS + 1, "2080505 | 机关事业单位基本养老保险缴费支出 | 10.25 | 10.25 | 0.00");
    let report = pipes("支出决算表", &rows);
    assert_eq!(report.figures.len(), 3 * ROWS);
    assert_eq!(cells(&report)[3 * ROWS - 2], "机关事业单位基本养老保险缴费支出 基本支出 10.25");
}

/// Lines of numbers that no table took are told, once for each stretch of text, and their digits are cells; the number of a page is none.
#[test]
fn numbers_of_no_table_are_told() {
    for (lines, told) in [("1|\n2|\n3|\n4|\n", 1), ("1.5\n5.7\n", 1), ("合计 | 1.5 | 2.5\n", 1), ("12\n", 0)] {
        let report = parse(&format!("{TITLE}\n第三部分 决算情况说明\n收入共1.00万元。\n{lines}"));
        assert_eq!(codes(&report).iter().filter(|code| **code == DiagnosticCode::ColumnsUnclear).count(), told, "{lines}");
    }
}
