//! Every report of the corpus reads as its golden says, and keeps the promises that hold for any report.
//!
//! `UPDATE_GOLDEN=1 cargo test --test corpus` writes the goldens anew; read the difference before you keep it.

use juesuan::{Figure, Options, Report, Section, Source};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the corpus with what was read from it.
struct Specimen {
    path: PathBuf,
    source: Source,
    report: Report,
}

impl Specimen {
    fn read(path: PathBuf) -> Self {
        let bytes = fs::read(&path).expect("the listing named the file");
        let options = Options::new();
        let source = options.decode(&bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let report = options.read(&source);
        Specimen { path, source, report }
    }

    fn name(&self) -> String {
        self.path.strip_prefix(corpus()).expect("specimens stand in the corpus").display().to_string()
    }

    /// The place of a byte in the form editors understand, for messages.
    fn place(&self, offset: usize) -> String {
        let place = self.source.place(offset);
        format!("{}:{}:{}", self.name(), place.line, place.column)
    }

    fn golden(&self) -> String {
        let json = serde_json::to_string_pretty(&self.report).expect("a report has a JSON form");
        json + "\n"
    }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// All text files of the corpus and of `minimal/`, by name.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = [corpus(), corpus().join("minimal")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the corpus stands beside the sources"))
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files
}

fn specimens() -> impl Iterator<Item = Specimen> {
    files().into_iter().map(Specimen::read)
}

/// Runs a question over every specimen and fails with all that it answers.
#[track_caller]
fn nowhere(what: &str, complaints: impl Fn(&Specimen) -> Vec<String>) {
    let all: Vec<String> = specimens().flat_map(|specimen| complaints(&specimen)).collect();
    assert!(all.is_empty(), "{what}: {} places\n{}", all.len(), all[..all.len().min(200)].join("\n"));
}

// --- goldens

/// The first line that differs, as both sides print it.
fn first_difference(golden: &str, actual: &str) -> String {
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

/// Compares with the golden; what differs stands in `.actual.json` beside it.
fn golden_complaint(specimen: &Specimen) -> Option<String> {
    let golden_path = specimen.path.with_extension("json");
    let actual_path = specimen.path.with_extension("actual.json");
    let actual = specimen.golden();
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

#[test]
fn every_report_reads_as_its_golden_says() {
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|v| v == "1") {
        for specimen in specimens() {
            fs::write(specimen.path.with_extension("json"), specimen.golden()).expect("the corpus can be written to");
        }
    }
    nowhere("reports differ from their goldens (see .actual.json beside them)", |specimen| golden_complaint(specimen).into_iter().collect());
}

#[test]
fn every_golden_has_its_report() {
    let orphans: Vec<PathBuf> = [corpus(), corpus().join("minimal")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the corpus stands beside the sources"))
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "json") && !path.to_string_lossy().ends_with(".actual.json"))
        .filter(|path| !path.with_extension("txt").exists())
        .collect();
    assert_eq!(orphans, Vec::<PathBuf>::new(), "goldens without a report");
}

#[test]
fn the_same_bytes_give_the_same_json() {
    nowhere("a second reading gives another JSON", |specimen| {
        let again = Specimen::read(specimen.path.clone());
        let (first, second) = (specimen.golden(), again.golden());
        if first == second {
            vec![]
        } else {
            vec![format!("{}: {}", specimen.name(), first_difference(&first, &second))]
        }
    });
}

#[test]
fn json_is_read_back_as_the_same_report() {
    nowhere("JSON does not come back", |specimen| match serde_json::from_str::<Report>(&specimen.golden()) {
        Ok(back) if back == specimen.report => vec![],
        Ok(back) => {
            let back = serde_json::to_string_pretty(&back).expect("a report has a JSON form") + "\n";
            vec![format!("{}: {}", specimen.name(), first_difference(&specimen.golden(), &back))]
        }
        Err(error) => vec![format!("{}: {error}", specimen.name())],
    });
}

// --- promises about numbers

#[test]
fn no_number_is_lost() {
    nowhere("numbers that nobody read", |specimen| {
        let accounting = &specimen.report.accounting;
        let counted = accounting.figures + accounting.by_kind.values().sum::<usize>() + accounting.unaccounted;
        let mut complaints: Vec<String> =
            accounting.unaccounted_spans.iter().map(|span| format!("{}: {:?}", specimen.place(span.start), span.of(specimen.source.text()))).collect();
        if counted != accounting.digit_runs {
            complaints.push(format!("{}: {counted} runs counted by kind, {} in the text", specimen.name(), accounting.digit_runs));
        }
        complaints
    });
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

#[test]
fn every_figure_stands_where_its_span_says() {
    nowhere("spans that do not hold their figure", |specimen| {
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
    });
}

#[test]
fn every_figure_stands_on_the_line_it_names() {
    nowhere("wrong lines", |specimen| {
        let figures = specimen.report.figures.iter();
        let wrong = figures.filter(|figure| figure.line != specimen.source.place(figure.span.start).line);
        wrong.map(|figure| format!("{}: figure {} says line {}", specimen.place(figure.span.start), figure.id, figure.line)).collect()
    });
}

#[test]
fn figures_follow_the_text() {
    nowhere("figures out of order", |specimen| {
        let pairs = specimen.report.figures.windows(2);
        let wrong = pairs.filter(|pair| pair[0].span.start > pair[1].span.start);
        wrong.map(|pair| format!("{}: figure {} stands before figure {}", specimen.place(pair[1].span.start), pair[1].id, pair[0].id)).collect()
    });
}

#[test]
fn money_and_only_money_is_told_in_yuan() {
    nowhere("yuan that do not fit the unit", |specimen| {
        let figures = specimen.report.figures.iter();
        let wrong = figures.filter(|f| f.yuan != f.unit.as_ref().and_then(|unit| unit.yuan()).map(|scale| f.value * scale));
        wrong.map(|f| format!("{}: {} {:?} is {:?} yuan", specimen.place(f.span.start), f.value, f.unit, f.yuan)).collect()
    });
}

// --- promises about ids

fn section_ids(sections: &[Section], out: &mut Vec<usize>) {
    for section in sections {
        out.push(section.id);
        section_ids(&section.children, out);
    }
}

#[test]
fn every_id_points_at_something() {
    nowhere("ids that point nowhere", |specimen| {
        let figures = &specimen.report.figures;
        let mut ids = Vec::new();
        section_ids(&specimen.report.sections, &mut ids);
        let sections: HashSet<usize> = ids.iter().copied().collect();
        let mut complaints = Vec::new();
        if sections.len() != ids.len() {
            complaints.push(format!("{}: two sections have one id", specimen.name()));
        }
        for (index, figure) in figures.iter().enumerate() {
            let place = || specimen.place(figure.span.start);
            if figure.id != index {
                complaints.push(format!("{}: figure {index} has the id {}", place(), figure.id));
            }
            if figure.part_of.is_some_and(|whole| whole >= figures.len() || whole == index) {
                complaints.push(format!("{}: figure {index} is part of {:?}", place(), figure.part_of));
            }
            if figure.section.is_some_and(|section| !sections.contains(&section)) {
                complaints.push(format!("{}: figure {index} stands in section {:?}", place(), figure.section));
            }
        }
        complaints
    });
}

#[test]
fn every_figure_with_a_concept_is_witness_of_exactly_one_fact() {
    nowhere("facts and figures that do not fit", |specimen| {
        let Report { figures, facts, .. } = &specimen.report;
        let mut witnessed = vec![0usize; figures.len()];
        let mut complaints = Vec::new();
        for (index, fact) in facts.iter().enumerate() {
            for id in &fact.figures {
                match figures.get(*id) {
                    Some(figure) if figure.concept == Some(fact.concept) && figure.role == fact.role && figure.year == fact.year => witnessed[*id] += 1,
                    Some(figure) => complaints.push(format!("{}: figure {id} is witness of fact {index}, another thing", specimen.place(figure.span.start))),
                    None => complaints.push(format!("{}: fact {index} names the figure {id}", specimen.name())),
                }
            }
        }
        for (figure, count) in figures.iter().zip(&witnessed) {
            if *count != usize::from(figure.concept.is_some()) {
                complaints.push(format!("{}: figure {} is witness of {count} facts", specimen.place(figure.span.start), figure.id));
            }
        }
        complaints
    });
}

#[test]
fn spans_of_sections_terms_and_diagnostics_fit_the_text() {
    nowhere("spans that do not fit", |specimen| {
        let text = specimen.source.text();
        let mut spans: Vec<juesuan::Span> = specimen.report.diagnostics.iter().filter_map(|d| d.span).collect();
        spans.extend(specimen.report.glossary.iter().map(|term| term.span));
        let mut open: Vec<&Section> = specimen.report.sections.iter().collect();
        while let Some(section) = open.pop() {
            spans.push(section.span);
            open.extend(&section.children);
        }
        spans.iter().filter(|span| span.of(text).is_none()).map(|span| format!("{}: {span:?}", specimen.name())).collect()
    });
}
