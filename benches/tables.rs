//! What tables cost beside prose, and whether long tables are read in linear time.
//!
//! `cargo bench --bench tables` prints both with their throughput. Reading alone is measured: decoding is the matter of the bench
//! `formats`. Targets: a report of nine filled tables at most 1.5 times its prose a byte, 100,000 rows ten times 10,000.

use divan::counter::{BytesCount, ItemsCount};
use divan::Bencher;
use juesuan::{Options, Source};

fn main() {
    divan::main();
}

/// The body of the nine forms of the corpus, all filled.
const FORMS: &str = include_str!("../corpus/tables/nine-forms-2023.html");
/// A report whose second part is its narrative.
const REPORT: &str = include_str!("../corpus/sichuan-2022.txt");

/// The narrative of a report.
fn prose() -> &'static str {
    let part = |title: &str| REPORT.rfind(title).expect("the report has its parts");
    &REPORT[part("第二部分  ")..part("第三部分  ")]
}

/// A report as a page: prose, the nine forms, or both.
fn page(name: &str) -> String {
    let prose: String = prose().lines().map(|line| format!("<p>{line}</p>\n")).collect();
    let open = FORMS.find("<body>").map(|at| at + "<body>".len()).expect("the page has a body");
    let close = FORMS.find("</body>").expect("the page has a body");
    let head = "<h1>临溪县水务局2023年度部门决算</h1>\n";
    let body = match name {
        "prose" => [head, &prose].concat(),
        "nine_forms" => FORMS[open..close].to_owned(),
        _ => [&FORMS[open..close], &prose].concat(),
    };
    format!("<html><meta charset=utf-8><body>{body}</body></html>")
}

fn measure(bencher: Bencher<'_, '_>, source: &Source) {
    let options = Options::new();
    bencher.counter(BytesCount::new(source.text().len())).bench(|| options.read(source).figures.len());
}

#[divan::bench(args = ["prose", "nine_forms", "report"])]
fn read(bencher: Bencher<'_, '_>, name: &str) {
    let source = Options::new().decode(page(name).as_bytes()).expect("a page");
    measure(bencher, &source);
}

/// The same with the texts that page programs draw: blanks between the columns, pipes, tabs.
#[divan::bench(args = ["layout", "pipes", "tabs", "tab-lines"])]
fn read_text(bencher: Bencher<'_, '_>, name: &str) {
    let text = std::fs::read(format!("corpus/tables/text-2022-{name}.txt")).expect("the corpus stands beside the sources");
    let source = Options::new().decode(&text).expect("a text");
    measure(bencher, &source);
}

/// The rows of one table.
const ROWS: &[usize] = &[1_000, 10_000, 100_000];

fn rows(bencher: Bencher<'_, '_>, rows: usize, text: String) {
    let options = Options::new();
    let source = options.decode(text.as_bytes()).expect("a text");
    let figures = options.read(&source).figures.len();
    assert!(figures >= 2 * rows, "{figures} figures in {rows} rows");
    bencher.counter(ItemsCount::new(rows)).bench(|| options.read(&source).figures.len());
}

const TITLE: &str = "临溪县水务局2023年度部门决算\n支出决算表\n单位：万元\n";

#[divan::bench(args = ROWS)]
fn rows_between_pipes(bencher: Bencher<'_, '_>, count: usize) {
    let row = |at: usize| format!("| 2130{:03} | 行政运行 | {}.56 | {}.50 |\n", at % 900 + 100, at, at % 97);
    let body: String = (0..count).map(row).collect();
    rows(bencher, count, format!("{TITLE}| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 |\n{body}"));
}

#[divan::bench(args = ROWS)]
fn rows_between_blanks(bencher: Bencher<'_, '_>, count: usize) {
    let row = |at: usize| format!("2130{:03}   行政运行    {:>12}.56    {:>6}.50\n", at % 900 + 100, at, at % 97);
    let body: String = (0..count).map(row).collect();
    rows(bencher, count, format!("{TITLE}科目编码  科目名称      本年支出合计     基本支出\n{body}"));
}

/// As many rows as a page may have elements.
#[divan::bench(args = [800, 8_000, 80_000])]
fn rows_of_a_grid(bencher: Bencher<'_, '_>, count: usize) {
    let row = |at: usize| format!("<tr><td>行政运行</td><td>{}.56</td><td>{}.50</td></tr>", at, at % 97);
    let body: String = (0..count).map(row).collect();
    let head = "<tr><td>项目</td><td>本年支出合计</td><td>基本支出</td></tr>";
    let page = format!("<html><meta charset=utf-8><body><p>{}</p><table>{head}{body}</table></body></html>", TITLE.trim_end().replace('\n', "</p><p>"));
    rows(bencher, count, page);
}
