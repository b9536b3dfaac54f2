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

/// The reports of the corpus as pages: their prose, the nine forms, or both.
///
/// Many different ones in turn: a single page of 12 KB is read twice as fast when nothing else is read between, for the processor learns
/// its turns by heart, and tables beside it do not fit.
fn pages(name: &str) -> Vec<Source> {
    let forms = FORMS.split_once("<body>").and_then(|(_, rest)| rest.split_once("</body>")).expect("the page has a body").0;
    let mut paths: Vec<_> = std::fs::read_dir("corpus").expect("the corpus stands beside the sources").map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    let texts = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    let page = |text: String| {
        let prose: String = text.lines().map(|line| format!("<p>{line}</p>\n")).collect();
        let body = match name {
            "prose" => prose,
            "nine_forms" => forms.to_owned(),
            _ => [forms, &prose].concat(),
        };
        let page = format!("<html><meta charset=utf-8><body>{body}</body></html>");
        Options::new().decode(page.as_bytes()).expect("a page")
    };
    texts.map(page).collect()
}

fn measure(bencher: Bencher<'_, '_>, sources: &[Source]) {
    let options = Options::new();
    let bytes: usize = sources.iter().map(|source| source.text().len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| sources.iter().map(|source| options.read(source).figures.len()).sum::<usize>());
}

#[divan::bench(args = ["prose", "nine_forms", "report"])]
fn read(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, &pages(name));
}

/// The same with the texts that page programs draw: blanks between the columns, pipes, tabs.
#[divan::bench(args = ["layout", "pipes", "tabs", "tab-lines"])]
fn read_text(bencher: Bencher<'_, '_>, name: &str) {
    let text = std::fs::read(format!("corpus/tables/text-2022-{name}.txt")).expect("the corpus stands beside the sources");
    let source = Options::new().decode(&text).expect("a text");
    measure(bencher, &[source]);
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
