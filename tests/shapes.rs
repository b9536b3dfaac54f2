//! The corpus in shapes that no report has: each text without its line ends, without its full stops or without any mark, again and
//! again. Every shape is read without a panic, with nothing lost, and in the time its bytes take.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a shape is made: long enough in release builds that work which grows with the square of it shows.
const BYTES: usize = if cfg!(debug_assertions) { 40 << 10 } else { 600 << 10 };

/// How long a phrase is made: words are searched for so fast that the square of fewer bytes would not show.
const BYTES_OF_PHRASES: usize = if cfg!(debug_assertions) { 40 << 10 } else { 4 << 20 };

/// What a shape may take at most; the slowest takes a fifth of it.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });

const HEAD: &str = "青溪县水利局2022年度部门决算\n第二部分 2022年度部门决算情况说明\n一、收入支出决算总体情况说明\n";

/// Marks that are left out of a text, and the one put in their place.
const SHAPES: &[(&str, &[char], &str)] = &[
    ("lines", &[], ""),
    ("one line", &['\n'], ""),
    ("one sentence", &['\n', '。', '；'], "，"),
    ("one list", &['\n', '。', '；', '，'], "、"),
    ("one word", &['\n', '。', '；', '，', '：', '、'], ""),
];

/// Phrases that are repeated on one line, each with marks that could make work grow with all that follows them.
const PHRASES: &[&str] = &["收多.支少.", "附件：1。占5%。", "有5个项目结果", "纳入绩效管理的项目8个"];

fn texts() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let folders = [corpus.clone(), corpus.join("minimal"), corpus.join("tables"), corpus.join("pages")];
    let mut texts: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the corpus stands beside the sources"))
        .map(|entry| entry.expect("a file").path())
        .collect();
    texts.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.sort();
    assert!(texts.len() > 100, "{} texts", texts.len());
    texts
}

/// A text with other marks.
fn shaped(text: &str, without: &[char], mark: &str) -> String {
    let line_ends = without.contains(&'\n');
    let mut shaped = String::with_capacity(text.len());
    for line in text.lines() {
        for c in (if line_ends { line.trim() } else { line }).chars() {
            match without.contains(&c) {
                true => shaped.push_str(mark),
                false => shaped.push(c),
            }
        }
        shaped.push_str(if line_ends { "" } else { "\n" });
    }
    shaped
}

#[test]
fn every_shape_of_every_text_is_read_whole_and_in_time() {
    for path in texts() {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (shape, without, mark) in SHAPES {
            let text = shaped(&text, without, mark);
            is_read_whole_and_in_time(&format!("{} as {shape}", path.display()), &text, BYTES);
        }
    }
}

/// A text again and again behind a head, up to `bytes`.
#[track_caller]
fn is_read_whole_and_in_time(name: &str, text: &str, bytes: usize) {
    let long = [HEAD, &text.repeat(bytes.div_ceil(text.len().max(1)))].concat();
    let start = Instant::now();
    let report = juesuan::parse(long.as_bytes()).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert!(start.elapsed() <= LONGEST, "{name}: {} bytes took {:?}", long.len(), start.elapsed());
    assert_eq!(report.accounting.unaccounted, 0, "{name}: {:?}", report.accounting.unaccounted_spans.first());
}

#[test]
fn phrases_without_a_line_end_are_read_whole_and_in_time() {
    for phrase in PHRASES {
        is_read_whole_and_in_time(phrase, phrase, BYTES_OF_PHRASES);
    }
}

/// A phrase that states one amount, again and again without any mark, behind so many characters that it is cut everywhere.
#[track_caller]
fn states_one_amount(phrase: &str, value: &str) {
    const LONGEST_SENTENCE: usize = 8 << 10;
    for shift in 0..phrase.chars().count() {
        let text = format!("{HEAD}{}{}", "本".repeat(shift), phrase.repeat(3 * LONGEST_SENTENCE / phrase.len()));
        let report = juesuan::parse(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
        let others: Vec<_> =
            report.figures.iter().filter(|figure| figure.value.to_string() != value || figure.unit.is_none()).map(|figure| &figure.context).collect();
        assert_eq!((others.len(), report.figures.len()), (0, 3 * LONGEST_SENTENCE / phrase.len()), "{phrase} behind {shift}: {others:?}");
    }
}

#[test]
fn a_sentence_without_an_end_is_never_cut_inside_a_number_or_before_its_unit() {
    states_one_amount("本年支出总计不超过1,234.56万元", "1234.56");
    states_one_amount("结转资金为-35.20万元", "-35.20");
    states_one_amount("支出3，518.85万元的项目", "3518.85");
    states_one_amount("行政运行（2010301）支出约12.50万元", "12.50");
}
