//! Prints a report as JSON: `json_dump FILE|- [--compact | --text] [--encoding NAME]`.
//!
//! Diagnostics go to standard error, a line each, with line and column. Exit status: 0 read, 1 cannot be read, 2 wrong use.

mod command;

use command::{bytes, finished};
use juesuan::{Options, Report, Source};
use std::io::{self, Write};
use std::process::ExitCode;

const USAGE: &str = "usage: json_dump FILE|- [--compact | --text] [--encoding NAME]

  FILE             a report; - reads standard input
  --compact        JSON on one line
  --text           print the decoded text, that the spans of the JSON point into
  --encoding NAME  read in this encoding (UTF-8, GB18030, GBK, Big5, UTF-16LE, …) instead of the one detected";

#[derive(Clone, Copy, PartialEq)]
enum Output {
    Pretty,
    Compact,
    Text,
}

struct Arguments {
    file: String,
    output: Output,
    encoding: Option<String>,
}

fn main() -> ExitCode {
    let arguments = match arguments(std::env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            eprintln!("json_dump: {message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match dump(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("json_dump: {}: {message}", arguments.file);
            ExitCode::from(1)
        }
    }
}

/// The arguments, `None` if only help was asked for.
fn arguments(mut words: impl Iterator<Item = String>) -> Result<Option<Arguments>, String> {
    let mut file = None;
    let mut output = Output::Pretty;
    let mut encoding = None;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--help" | "-h" => return Ok(None),
            "--compact" | "--text" if output != Output::Pretty => return Err("only one of --compact and --text".into()),
            "--compact" => output = Output::Compact,
            "--text" => output = Output::Text,
            "--encoding" => encoding = Some(words.next().ok_or("--encoding needs a name")?),
            _ if word.starts_with("--") => return Err(format!("unknown option {word}")),
            _ if file.is_some() => return Err("more than one file".into()),
            _ => file = Some(word),
        }
    }
    Ok(Some(Arguments { file: file.ok_or("no file")?, output, encoding }))
}

fn dump(arguments: &Arguments) -> Result<(), String> {
    let bytes = bytes(&arguments.file).map_err(|e| e.to_string())?;
    let mut options = Options::new();
    if let Some(encoding) = &arguments.encoding {
        options = options.encoding(encoding);
    }
    let source = options.decode(&bytes).map_err(|e| e.to_string())?;
    drop(bytes);
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.output == Output::Text {
        return finished(out.write_all(source.text().as_bytes()).and_then(|()| out.flush()));
    }
    let report = options.read(&source);
    let written = match arguments.output {
        Output::Compact => serde_json::to_writer(&mut out, &report),
        _ => serde_json::to_writer_pretty(&mut out, &report),
    };
    finished(written.map_err(io::Error::from).and_then(|()| writeln!(out)).and_then(|()| out.flush()))?;
    remarks(&report, &source, &arguments.file);
    Ok(())
}

fn remarks(report: &Report, source: &Source, file: &str) {
    let mut err = io::stderr().lock();
    for d in &report.diagnostics {
        let place = d.span.map(|span| source.place(span.start));
        let place = place.map_or(String::new(), |p| format!("{}:{}:", p.line, p.column));
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(err, "{file}:{place} {}: {} [{}]", d.severity, d.message, d.code);
    }
}
