//! Writes a report as a Word document: `to_docx FILE|- OUT.docx [--encoding NAME]`.
//!
//! Exit status: 0 written, 1 cannot be read or written, 2 wrong use.

use juesuan::Options;
use std::io::{self, Read};
use std::process::ExitCode;

const USAGE: &str = "usage: to_docx FILE|- OUT.docx [--encoding NAME]

  FILE             a report; - reads standard input
  OUT.docx         the Word document to write; one that is there is replaced
  --encoding NAME  read in this encoding (UTF-8, GB18030, GBK, Big5, UTF-16LE, …) instead of the one detected";

struct Arguments {
    file: String,
    out: String,
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
            eprintln!("to_docx: {message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match write(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("to_docx: {message}");
            ExitCode::from(1)
        }
    }
}

/// The arguments, `None` if only help was asked for.
fn arguments(mut words: impl Iterator<Item = String>) -> Result<Option<Arguments>, String> {
    let mut files = Vec::new();
    let mut encoding = None;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--help" | "-h" => return Ok(None),
            "--encoding" => encoding = Some(words.next().ok_or("--encoding needs a name")?),
            _ if word.starts_with("--") => return Err(format!("unknown option {word}")),
            _ => files.push(word),
        }
    }
    match <[String; 2]>::try_from(files) {
        Ok([file, out]) => Ok(Some(Arguments { file, out, encoding })),
        Err(files) => Err(format!("{} files named, expected the report and the document to write", files.len())),
    }
}

fn write(arguments: &Arguments) -> Result<(), String> {
    let Arguments { file, out, encoding } = arguments;
    let bytes = bytes(file).map_err(|e| format!("{file}: {e}"))?;
    let options = match encoding {
        Some(encoding) => Options::new().encoding(encoding),
        None => Options::new(),
    };
    let source = options.decode(&bytes).map_err(|e| format!("{file}: {e}"))?;
    let document = juesuan::to_docx(&options.read(&source), &source).map_err(|e| format!("{file}: {e}"))?;
    std::fs::write(out, document).map_err(|e| format!("{out}: {e}"))
}

fn bytes(file: &str) -> io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
