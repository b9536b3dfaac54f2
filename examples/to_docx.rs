//! Writes a report as a Word document: `to_docx FILE|- OUT.docx [--encoding NAME]`.
//!
//! Exit status: 0 written, 1 cannot be read or written, 2 wrong use.

mod command;

use command::Command;
use std::process::ExitCode;

const USAGE: &str = "usage: to_docx FILE|- OUT.docx [--encoding NAME]

  FILE             a report; - reads standard input
  OUT.docx         the Word document to write; one that is there is replaced
  --encoding NAME  read in this encoding (UTF-8, GB18030, GBK, Big5, UTF-16LE, …) instead of the one detected";

fn main() -> ExitCode {
    Command::run("to_docx", USAGE, "the document to write", write)
}

fn write(command: &Command) -> Result<(), String> {
    let options = command.options();
    let source = options.decode(&command.bytes()?).map_err(|e| format!("{}: {e}", command.file))?;
    let document = juesuan::to_docx(&options.read(&source), &source).map_err(|e| format!("{}: {e}", command.file))?;
    std::fs::write(&command.target, document).map_err(|e| format!("{}: {e}", command.target))
}
