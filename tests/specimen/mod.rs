//! A file of the corpus with what is read from it: its golden, and what must hold of any report.

use juesuan::{Figure, Options, Report, Source};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the corpus with what was read from it.
pub struct Specimen {
    pub path: PathBuf,
    pub source: Source,
    pub report: Report,
}

impl Specimen {
    pub fn read(path: PathBuf) -> Self {
        let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let options = Options::new();
        let source = options.decode(&bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let report = options.read(&source);
        Specimen { path, source, report }
    }

    pub fn name(&self) -> String {
        self.path.strip_prefix(corpus()).expect("specimens stand in the corpus").display().to_string()
    }

    /// The place of a byte in the form editors understand, for messages.
    pub fn place(&self, offset: usize) -> String {
        let place = self.source.place(offset);
        format!("{}:{}:{}", self.name(), place.line, place.column)
    }

    pub fn golden(&self) -> String {
        let json = serde_json::to_string_pretty(&self.report).expect("a report has a JSON form");
        json + "\n"
    }
}

pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Fails with all complaints, if there are any.
#[track_caller]
pub fn none(what: &str, complaints: &[String]) {
    assert!(complaints.is_empty(), "{what}: {} places\n{}", complaints.len(), complaints[..complaints.len().min(200)].join("\n"));
}

// --- goldens

/// The first line that differs, as both sides print it.
pub fn first_difference(golden: &str, actual: &str) -> String {
    let mut golden = golden.lines();
    let mut actual = actual.lines();
    let mut line = 0;
    loop {
        line += 1;
        match (golden.next(), actual.next()) {
            (Some(a), Some(b)) if a == b => {}
            (None, None) => return "only the line ends differ".into(),
            (a, b) => return format!("line {line}\n    golden: {}\n    actual: {}", a.unwrap_or("(end)").trim(), b.unwrap_or("(end)").trim()),
        }
    }
}

/// Compares with the golden; what differs stands in `.actual.json` beside it. `UPDATE_GOLDEN=1` writes the golden anew.
pub fn golden_complaint(specimen: &Specimen) -> Option<String> {
    let golden_path = specimen.path.with_extension("json");
    let actual_path = specimen.path.with_extension("actual.json");
    let actual = specimen.golden();
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|v| v == "1") {
        fs::write(&golden_path, &actual).expect("the corpus can be written to");
    }
    let complaint = match fs::read_to_string(&golden_path) {
        Ok(golden) if golden == actual => None,
        Ok(golden) => Some(format!("{}: {}", specimen.name(), first_difference(&golden, &actual))),
        Err(_) => Some(format!("{}: no golden; read the .actual.json, then run with UPDATE_GOLDEN=1", specimen.name())),
    };
    match complaint {
        Some(_) => fs::write(&actual_path, actual).expect("the corpus can be written to"),
        None if actual_path.exists() => fs::remove_file(&actual_path).expect("a stale file can be removed"),
        None => {}
    }
    complaint
}

// --- promises about numbers

/// Numbers that nobody read, and runs of digits that the accounting does not count.
pub fn lost_numbers(specimen: &Specimen) -> Vec<String> {
    let accounting = &specimen.report.accounting;
    let counted = accounting.figures + accounting.by_kind.values().sum::<usize>() + accounting.unaccounted;
    let mut complaints: Vec<String> =
        accounting.unaccounted_spans.iter().map(|span| format!("{}: {:?}", specimen.place(span.start), span.of(specimen.source.text()))).collect();
    if counted != accounting.digit_runs {
        complaints.push(format!("{}: {counted} runs counted by kind, {} in the text", specimen.name(), accounting.digit_runs));
    }
    complaints
}

/// Figures whose span does not hold them.
pub fn misplaced_figures(specimen: &Specimen) -> Vec<String> {
    let text = specimen.source.text();
    let complaint = |figure: &Figure| {
        let Some(printed) = figure.span.of(text) else {
            return Some(format!("{}: figure {} has the span {:?}, that cuts a character", specimen.name(), figure.id, figure.span));
        };
        let there = digits(printed);
        let ends = std::iter::once(figure.value).chain(figure.low);
        if there.is_empty() || ends.map(|value| digits(&value.to_string())).any(|value| there.contains(&value)) {
            return None;
        }
        Some(format!("{}: figure {} is {}, its span prints {printed:?}", specimen.place(figure.span.start), figure.id, figure.value))
    };
    specimen.report.figures.iter().filter_map(complaint).collect()
}

/// The digits of a text; full-width digits count as digits, and character references as what they stand for.
fn digits(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some((code, end)) = reference_maybe(rest) {
            out.extend(char::from_u32(code).filter(char::is_ascii_digit));
            rest = &rest[end..];
            continue;
        }
        match next {
            '0'..='9' => out.push(next),
            '０'..='９' => out.push(char::from_digit(next as u32 - '０' as u32, 10).expect("ten digits of full width")),
            _ => {}
        }
        rest = &rest[next.len_utf8()..];
    }
    out
}

/// The character that `&#55;` stands for, and the bytes it takes.
fn reference_maybe(text: &str) -> Option<(u32, usize)> {
    let body = text.strip_prefix("&#")?;
    let end = body.find(';')?;
    Some((body[..end].parse().ok()?, end + 3))
}
