//! Prints the outline of a report with the figures of each section, for people: `outline FILE|-`.

mod command;

use command::{bytes, finished};
use juesuan::{Figure, Report, Section};
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (Some(file), None) = (words.next(), words.next()) else {
        eprintln!("usage: outline FILE|-");
        return ExitCode::from(2);
    };
    match print(&file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("outline: {file}: {message}");
            ExitCode::from(1)
        }
    }
}

fn print(file: &str) -> Result<(), String> {
    let bytes = bytes(file).map_err(|e| e.to_string())?;
    let report = juesuan::parse(&bytes).map_err(|e| e.to_string())?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    finished(outline(&mut out, &report).and_then(|()| out.flush()))
}

fn outline(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let or_unknown = |text: &Option<String>| text.clone().unwrap_or_else(|| "?".into());
    let year = report.fiscal_year.map_or("?".into(), |y| y.to_string());
    writeln!(out, "{} · {year} · {} figures, {} facts", or_unknown(&report.organization), report.figures.len(), report.facts.len())?;
    for figure in report.figures().filter(|f| f.section.is_none()) {
        line(out, 1, figure)?;
    }
    report.sections.iter().try_for_each(|s| section(out, report, s))
}

fn section(out: &mut impl Write, report: &Report, section_: &Section) -> io::Result<()> {
    let kind = section_.kind.map_or(String::new(), |k| format!("  [{k}]"));
    writeln!(out, "{:indent$}{}{}{kind}", "", section_.label, section_.title, indent = (section_.level - 1) * 2)?;
    for figure in report.figures().section(section_.id) {
        line(out, section_.level, figure)?;
    }
    section_.children.iter().try_for_each(|s| section(out, report, s))
}

fn line(out: &mut impl Write, level: usize, figure: &Figure) -> io::Result<()> {
    let bound = figure.bound.map_or(String::new(), |b| format!(" ({b})"));
    let unit = figure.unit.as_ref().map_or("", |u| u.as_str());
    let concept = figure.concept.map_or("-", |c| c.as_str());
    let direction = figure.direction.map_or(String::new(), |d| format!(" {d}"));
    writeln!(out, "{:indent$}{} {}{unit}{bound}  {concept} {}{direction}", "", figure.label, figure.value, figure.role, indent = level * 2 + 2)
}
