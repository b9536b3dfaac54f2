//! What the examples have in common: a report named on the command line, in a file or on standard input.
//!
//! Each example uses a part of it.
#![allow(dead_code)]

use juesuan::Options;
use std::io::{self, Read};
use std::process::ExitCode;

/// What a program that writes somewhere was told: `FILE|- TARGET [--encoding NAME]`.
pub struct Command {
    pub file: String,
    /// The file or folder to write.
    pub target: String,
    pub encoding: Option<String>,
}

impl Command {
    /// Reads the command line of `program` and does its `work`; exit status 0 done, 1 the work failed, 2 wrong use.
    pub fn run(program: &str, usage: &str, target: &str, work: impl FnOnce(&Command) -> Result<(), String>) -> ExitCode {
        let command = match Command::read(std::env::args().skip(1), target) {
            Ok(Some(command)) => command,
            Ok(None) => {
                println!("{usage}");
                return ExitCode::SUCCESS;
            }
            Err(message) => {
                eprintln!("{program}: {message}\n{usage}");
                return ExitCode::from(2);
            }
        };
        match work(&command) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("{program}: {message}");
                ExitCode::from(1)
            }
        }
    }

    /// The command, `None` if only help was asked for.
    pub fn read(mut words: impl Iterator<Item = String>, target: &str) -> Result<Option<Command>, String> {
        let mut names = Vec::new();
        let mut encoding = None;
        while let Some(word) = words.next() {
            match word.as_str() {
                "--help" | "-h" => return Ok(None),
                "--encoding" => encoding = Some(words.next().ok_or("--encoding needs a name")?),
                _ if word.starts_with("--") => return Err(format!("unknown option {word}")),
                _ => names.push(word),
            }
        }
        match <[String; 2]>::try_from(names) {
            Ok([file, target]) => Ok(Some(Command { file, target, encoding })),
            Err(names) => Err(format!("{} names, expected the report and {target}", names.len())),
        }
    }

    /// The bytes of the report.
    pub fn bytes(&self) -> Result<Vec<u8>, String> {
        bytes(&self.file).map_err(|e| format!("{}: {e}", self.file))
    }

    /// How the report is to be read.
    pub fn options(&self) -> Options {
        match &self.encoding {
            Some(encoding) => Options::new().encoding(encoding),
            None => Options::new(),
        }
    }
}

/// The bytes of a file, or of standard input for `-`.
pub fn bytes(file: &str) -> io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A reader that went away, such as `head`, is no error of ours.
pub fn finished(written: io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}
