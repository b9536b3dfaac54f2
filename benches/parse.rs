//! How fast reports are read, beside a bare pass of one regular expression over the same bytes in the same run.
//!
//! `cargo bench` prints both with their throughput. The reports of `../shared/reports` are measured too where they are there.

use divan::counter::BytesCount;
use divan::Bencher;
use once_cell::sync::Lazy;
use regex::Regex;
use std::path::Path;

fn main() {
    let seed = Path::new(SHARED).is_dir();
    if !seed {
        println!("no {SHARED}: only the corpus is measured");
    }
    divan::main();
}

const SHARED: &str = "../shared/reports";

/// A set of texts in UTF-8.
struct Set {
    texts: Vec<String>,
}

impl Set {
    fn bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}

fn texts(paths: impl Iterator<Item = std::path::PathBuf>) -> Set {
    let mut paths: Vec<_> = paths.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    let texts = paths.iter().filter_map(|p| std::fs::read(p).ok()).filter_map(|bytes| juesuan::Options::new().decode(&bytes).ok().map(|s| s.text().to_owned()));
    Set { texts: texts.collect() }
}

fn files(dir: &str) -> impl Iterator<Item = std::path::PathBuf> {
    std::fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path())
}

static CORPUS: Lazy<Set> = Lazy::new(|| texts(files("corpus")));
static REPORTS: Lazy<Set> = Lazy::new(|| texts(files(SHARED).flat_map(|dir| files(&dir.to_string_lossy()).collect::<Vec<_>>())));
/// The largest report of the corpus, once and twenty times end to end.
static ONE: Lazy<Set> = Lazy::new(|| Set { texts: CORPUS.texts.iter().max_by_key(|t| t.len()).cloned().into_iter().collect() });
static TWENTY: Lazy<Set> = Lazy::new(|| Set { texts: ONE.texts.iter().map(|t| t.repeat(20)).collect() });

fn set(name: &str) -> &'static Set {
    match name {
        "corpus" => &CORPUS,
        "reports" => &REPORTS,
        "one" => &ONE,
        _ => &TWENTY,
    }
}

const SETS: &[&str] = &["corpus", "reports", "one", "twenty"];

static AMOUNTS: Lazy<Regex> = Lazy::new(|| Regex::new(r"[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:万元|亿元|元|%)").expect("the pattern is valid"));

#[divan::bench(args = SETS)]
fn regex_pass(bencher: Bencher<'_, '_>, name: &str) {
    let set = set(name);
    bencher.counter(BytesCount::new(set.bytes())).bench(|| set.texts.iter().map(|t| AMOUNTS.find_iter(t).count()).sum::<usize>());
}

#[divan::bench(args = SETS)]
fn parse(bencher: Bencher<'_, '_>, name: &str) {
    let set = set(name);
    bencher
        .counter(BytesCount::new(set.bytes()))
        .bench(|| set.texts.iter().map(|t| juesuan::parse(t.as_bytes()).map_or(0, |r| r.figures.len())).sum::<usize>());
}

/// Decoding and hashing alone, to tell what the stages behind them cost.
#[divan::bench(args = SETS)]
fn decode(bencher: Bencher<'_, '_>, name: &str) {
    let set = set(name);
    let options = juesuan::Options::new();
    bencher
        .counter(BytesCount::new(set.bytes()))
        .bench(|| set.texts.iter().filter_map(|t| options.decode(t.as_bytes()).ok()).map(|s| s.text().len()).sum::<usize>());
}

/// Text in which a byte of every 300 is wrong, once and twenty times: mended bytes cost no more where more of them stand before.
#[divan::bench(args = ["one", "twenty"])]
fn mended(bencher: Bencher<'_, '_>, name: &str) {
    const EVERY: usize = 300;
    let mut bytes: Vec<u8> = set(name).texts.concat().into_bytes();
    bytes.iter_mut().step_by(EVERY).for_each(|byte| *byte = 0xff);
    let options = juesuan::Options::new().encoding("utf-8");
    bencher.counter(BytesCount::new(bytes.len())).bench(|| options.decode(&bytes).map_or(0, |source| source.text().len()));
}
