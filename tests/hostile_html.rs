//! Pages that no editor writes: each is read, or refused with a cause, in time and in memory.
//!
//! Debug builds get three times as long: the tree builder without optimization takes some 20 µs an element, fifteen times what it
//! takes in a release build, so that the page of 400,000 elements takes 10 s and the one of 20 MB 6 s. All others take less than 5 s.
#![cfg(feature = "html")]

use juesuan::{DiagnosticCode, Options, Source};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// What any page may take at most.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 15 } else { 5 });

/// What all tests of this file may take at most, one after the other.
const LARGEST: usize = 512 << 20;

/// One page at a time, so that times and sizes are those of one page.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

#[track_caller]
fn read(page: &[u8]) -> Source {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let clock = Clock::start();
    let source = Options::new().decode(page).unwrap_or_else(|e| panic!("{e}"));
    let (time, most) = (clock.elapsed(), most_memory());
    assert!(time <= LONGEST, "{} bytes took {time:?}", page.len());
    assert!(most <= LARGEST, "{} bytes took up to {most} bytes", page.len());
    source
}

/// Measures what this thread computes, where the system tells it, so that other programs do not count; else what passes.
struct Clock {
    start: Instant,
    computed: Option<Duration>,
}

impl Clock {
    fn start() -> Self {
        Clock { start: Instant::now(), computed: Self::computed() }
    }

    fn elapsed(&self) -> Duration {
        match (self.computed, Self::computed()) {
            (Some(before), Some(now)) => now - before,
            _ => self.start.elapsed(),
        }
    }

    fn computed() -> Option<Duration> {
        let status = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        status.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    }
}

/// The most memory that this process has taken, where the system tells it.
fn most_memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or(0) << 10
}

/// What the reader notes of a page, beside the figures.
#[track_caller]
fn codes(source: &Source) -> Vec<DiagnosticCode> {
    use DiagnosticCode::{ContentDamaged, LimitReached};
    let report = Options::new().read(source);
    report.diagnostics.iter().map(|d| d.code).filter(|code| matches!(code, ContentDamaged | LimitReached)).collect()
}

const BODY: &str = "<p>收入总计12.50万元。</p>";
const READ: &str = "收入总计12.50万元。";

#[test]
fn a_hundred_thousand_nested_blocks_keep_their_text() {
    let source = read(format!("<html>{}{BODY}{}", "<div>".repeat(100_000), "</div>".repeat(100_000)).as_bytes());
    assert_eq!((source.text().trim(), codes(&source)), (READ, vec![DiagnosticCode::LimitReached]));
}

#[test]
fn a_hundred_thousand_elements_of_any_kind_nested_keep_their_text() {
    let names = [
        "b",
        "font",
        "span",
        "span style='display:none'",
        "a href=x",
        "ul",
        "ul><li",
        "table",
        "blockquote",
        "pre",
        "object",
        "math",
        "o:p",
        "form",
        "label",
        "h1",
        "mfrac",
        "select",
        "dl><dd",
    ];
    for name in names {
        let source = read(format!("<html>{}{BODY}", format!("<{name}>").repeat(100_000)).as_bytes());
        assert!(source.text().contains(READ), "<{name}>: {:?}", source.text());
    }
}

#[test]
fn twenty_thousand_nested_tables_keep_their_text() {
    for closing in ["</td></tr></table>", ""] {
        let source = read(format!("<html>{}收入<td>12.50万元{}", "<table><tr><td>".repeat(20_000), closing.repeat(20_000)).as_bytes());
        let bare: String = source.text().chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(bare, "收入12.50万元");
    }
}

#[test]
fn merged_cells_of_any_size_are_as_large_as_the_table() {
    let source = read(b"<table><tr><td colspan=100000000 rowspan=100000000>1<tr><td>2<td>3<tr><td>4<td>5</table>");
    assert_eq!((source.text(), source.grids()[0].rows, source.grids()[0].columns), ("1\n2\t3\n4\t5\n", 3, 1002));
}

#[test]
fn many_merged_cells_over_many_rows_are_read_in_time() {
    let wide = "<td colspan=1000 rowspan=65534>1".repeat(2_000);
    let source = read(format!("<table><tr>{wide}{}</table>", "<tr><td>2".repeat(20_000)).as_bytes());
    assert_eq!(source.grids()[0].cells.len(), 22_000);
}

#[test]
fn a_million_attributes_are_passed_over() {
    let attributes: String = (0..1_000_000).map(|n| format!(" a{n}=\"{n}\"")).collect();
    assert_eq!(read(format!("<div{attributes} class=b>{BODY}</div>").as_bytes()).text(), format!("{READ}\n"));
    assert_eq!(read(format!("<div{} class=b>{BODY}</div>", " a".repeat(1_000_000)).as_bytes()).text(), format!("{READ}\n"));
}

#[test]
fn what_is_never_closed_is_read_in_time() {
    let openings = [
        "<p>1",
        "<td>1",
        "<tr><td>1",
        "<table><tr><td>1</table",
        "<b>1<p>",
        "<a href=x>1",
        "<li>1",
        "<div class=\"1",
        "<!-- 1",
        "<script>1",
        "<svg>1",
        "<noscript>1",
        "<title>1",
        "<![CDATA[1",
        "<?x 1",
        "<% 1",
        "</p>1",
        "</div>1",
        "</br>1",
        "<p x=\">\" 1",
        "<select><option>1",
        "<textarea>1",
        "<h1>1",
        "<&#1",
        "&",
        "<",
        "<<p>1",
        "<br>1",
        "<hr>1",
    ];
    for opening in openings {
        let source = read(format!("<html>{BODY}{}", opening.repeat(30_000)).as_bytes());
        assert!(source.text().starts_with(READ), "{opening}: {:?}", source.text().get(..100));
    }
}

#[test]
fn a_million_links_to_files_and_lists_are_read_in_time() {
    let links: String = (0..60_000).map(|n| format!("<li><a href='{n}.xls'>{n}</a>")).collect();
    read(format!("<ol>{links}</ol>{BODY}").as_bytes());
}

#[test]
fn much_of_nothing_inside_of_much_is_read_in_time() {
    let nested = "<div>".repeat(200);
    read(format!("<html>{nested}1{}", "<br>".repeat(100_000)).as_bytes());
    read(format!("<html>{}{BODY}{}", "<div><a href=1.xls>".repeat(100), "文 ".repeat(100_000)).as_bytes());
    for text in ["万", "1.", "元", "1万", "\u{a0}元", "（一", "决算", ">", "&nbsp;", "&#x"] {
        read(format!("<html>{BODY}{}", text.repeat(300_000)).as_bytes());
    }
}

#[test]
fn noughts_among_the_text_are_passed_over() {
    let source = read(format!("<html>{}", BODY.replace('总', "总\0\0")).as_bytes());
    assert_eq!(source.text(), format!("{READ}\n"));
    read(format!("<html>{}", format!("{BODY}\0").repeat(100_000)).as_bytes());
}

#[test]
fn a_page_of_twenty_megabytes_is_read_to_its_end() {
    let sentence = "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>2020年度收入总计12.50万元，支出总计12.50万元，与2019年度相比，收、支总计各增加1.20万元，增长10.62%，主要原因是人员经费增加。</span></p>\n";
    let times = (20 << 20) / sentence.len();
    let source = read(format!("<html>{}", sentence.repeat(times)).as_bytes());
    assert_eq!(source.text().lines().count(), times);
}

#[test]
fn more_elements_than_the_limit_leave_their_text() {
    let source = read(format!("<html>{}", "<p>1".repeat(1_000_000)).as_bytes());
    let digits = source.text().bytes().filter(|b| *b == b'1').count();
    assert_eq!((digits, codes(&source)), (1_000_000, vec![DiagnosticCode::LimitReached]));
}

/// A page with a little of everything.
const SPECIMEN: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>青溪县水利局</title><style>p{margin:0}</style></head><body><div class=\"nav\"><a href=\"/\">首页</a>\
    <a href=\"/a\">公开</a></div><!--[if !supportLists]--><span>一、</span><!--[endif]--><h2>收入支出决算情况</h2><p>2020年度收入总计<b>12.50</b>&nbsp;万元，&#40;含结转&#41;。</p>\
    <table border=\"1\"><caption>表</caption><thead><tr><th rowspan=\"2\">项目</th><th colspan=2>金额</th></tr></thead><tr><td>合计<td>1,234.56<tr style='display:none'><td>附<td>2</table>\
    <ol start=3><li>甲<li>乙</ol><pre>  丙\n丁</pre><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math><p><a href=\"a.xls\">附件.xls</a></p><script>if(a<b){}</script>\
    <div id='footer'>版权所有：青溪县水利局</div></body></html>";

/// Random numbers that are the same in every run.
struct Random(u64);

impl Random {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("below a usize")
    }
}

/// The specimen with up to forty pieces cut out, doubled, exchanged or flipped.
fn mutated(seed: u64) -> Vec<u8> {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut page = SPECIMEN.as_bytes().to_vec();
    for _ in 0..1 + random.below(40) {
        let from = random.below(page.len());
        let to = (from + 1 + random.below(60)).min(page.len());
        match random.below(5) {
            0 => drop(page.drain(from..to)),
            1 => {
                let piece = page[from..to].to_vec();
                let at = random.below(page.len());
                page.splice(at..at, piece);
            }
            2 => page[from] ^= 1 << random.below(8),
            3 => page[from] = b"<>\"'=/&;!-\0 "[random.below(12)],
            _ => page.truncate(page.len() - random.below(page.len() / 20 + 1)),
        }
        if page.len() < 40 {
            break;
        }
    }
    page
}

#[test]
fn five_hundred_damaged_pages_are_read_or_refused() {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    for seed in 1..=500 {
        let page = mutated(seed);
        let clock = Clock::start();
        let decoded = Options::new().decode(&page);
        assert!(clock.elapsed() <= LONGEST, "page {seed}");
        let Ok(source) = decoded else { continue };
        for cell in source.grids().iter().flat_map(|grid| &grid.cells) {
            assert!(cell.span.of(source.text()).is_some(), "page {seed}: a cell outside of the text");
        }
        let report = Options::new().read(&source);
        assert_eq!(report.accounting.unaccounted, 0, "page {seed}");
    }
}
