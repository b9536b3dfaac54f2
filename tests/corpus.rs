//! Every report of the corpus reads as its golden says, and keeps the promises that hold for any report.
//!
//! `UPDATE_GOLDEN=1 cargo test --test corpus` writes the goldens anew; read the difference before you keep it.

mod specimen;

use juesuan::{Report, Section};
use specimen::{corpus, first_difference, golden_complaint, lost_numbers, misplaced_figures, none, Specimen};
use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

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
    none(what, &all);
}

// --- goldens

#[test]
fn every_report_reads_as_its_golden_says() {
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
    nowhere("numbers that nobody read", lost_numbers);
}

#[test]
fn every_figure_stands_where_its_span_says() {
    nowhere("spans that do not hold their figure", misplaced_figures);
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
