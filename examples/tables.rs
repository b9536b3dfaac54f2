//! Writes every table of a report as a CSV file: `tables FILE|- FOLDER [--encoding NAME]`.
//!
//! The files are UTF-8 with a byte order mark, which spreadsheet programs need to tell it. Exit status: 0 written, 1 cannot be read or
//! written, 2 wrong use.

mod command;

use command::Command;
use juesuan::{Report, Row, Table};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: tables FILE|- FOLDER [--encoding NAME]

  FILE             a report; - reads standard input
  FOLDER           where the tables go, a CSV file each; made if it is not there, files of the same name are replaced
  --encoding NAME  read in this encoding (UTF-8, GB18030, GBK, Big5, UTF-16LE, …) instead of the one detected";

/// Tells spreadsheet programs that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn main() -> ExitCode {
    Command::run("tables", USAGE, "the folder", write)
}

/// Writes the tables and prints the name of each file.
fn write(command: &Command) -> Result<(), String> {
    let report = command.options().parse(&command.bytes()?).map_err(|e| format!("{}: {e}", command.file))?;
    for path in write_tables(&report, Path::new(&command.target))? {
        // A reader that went away, such as `head`, is no error of ours.
        let _ = writeln!(io::stdout(), "{}", path.display());
    }
    Ok(())
}

/// Writes the tables of a report into a folder; where they are.
fn write_tables(report: &Report, folder: &Path) -> Result<Vec<PathBuf>, String> {
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let one = |table: &Table| {
        let path = folder.join(file_name(table));
        write_table(&path, table).map_err(|e| format!("{}: {e}", path.display()))?;
        Ok(path)
    };
    report.tables.iter().map(one).collect()
}

/// `01-收入支出决算总表（万元）.csv`: the number makes it unique, what no file system may hold is left out.
fn file_name(table: &Table) -> String {
    const LONGEST_TITLE: usize = 50;
    let allowed = |text: &str| text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '（' | '）' | '-' | '_')).take(LONGEST_TITLE).collect::<String>();
    let title = match allowed(&table.title) {
        title if title.is_empty() => table.form.map_or("table".to_owned(), |form| form.to_string()),
        title => title,
    };
    let unit = table.unit.as_ref().map_or(String::new(), |unit| format!("（{}）", allowed(unit.as_str())));
    format!("{:02}-{title}{unit}.csv", table.id + 1)
}

/// A record of the heads, one for each row, and one for each note.
fn write_table(path: &Path, table: &Table) -> Result<(), csv::Error> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(BYTE_ORDER_MARK)?;
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer(file);
    out.write_record(["科目编码", "项目"].into_iter().chain(table.columns.iter().map(String::as_str)))?;
    for Row { code, label, cells, .. } in &table.rows {
        let named = [code.as_deref().unwrap_or_default(), label];
        out.write_record(named.into_iter().chain(cells.iter().map(String::as_str)))?;
    }
    for note in &table.notes {
        out.write_record([note])?;
    }
    out.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The records of a file.
    type Records = Vec<Vec<String>>;

    /// The tables of a report of the corpus, written and read back: the name of each file and its records.
    #[track_caller]
    fn written(name: &str, report: &[u8]) -> (Report, Vec<(String, Records)>) {
        let folder = std::env::temp_dir().join(format!("juesuan-{name}-{}", std::process::id()));
        let report = juesuan::parse(report).expect("it is a report");
        let paths = write_tables(&report, &folder).expect("the folder can be written");
        let files = paths.iter().map(|path| (path.file_name().expect("a file").to_string_lossy().into_owned(), records(path))).collect();
        std::fs::remove_dir_all(&folder).expect("the folder was written");
        (report, files)
    }

    fn records(path: &Path) -> Records {
        let bytes = std::fs::read(path).expect("the file was written");
        let text = bytes.strip_prefix(BYTE_ORDER_MARK).expect("the file starts with its mark");
        let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text);
        reader.records().map(|record| record.expect("the file is CSV").iter().map(str::to_owned).collect()).collect()
    }

    /// What the file of a table must hold.
    fn wanted(table: &Table) -> Records {
        let head = ["科目编码".to_owned(), "项目".to_owned()].into_iter().chain(table.columns.clone()).collect();
        let row = |row: &Row| [row.code.clone().unwrap_or_default(), row.label.clone()].into_iter().chain(row.cells.clone()).collect();
        let notes = table.notes.iter().map(|note| vec![note.clone()]);
        std::iter::once(head).chain(table.rows.iter().map(row)).chain(notes).collect()
    }

    #[test]
    fn every_table_is_read_back_as_it_was() {
        let forms = include_bytes!("../corpus/tables/nine-forms-2023.html");
        let project = include_bytes!("../corpus/performance/two-in-one-grid-2023.html");
        for (name, bytes, tables) in [("forms", forms.as_slice(), 9), ("project", project, 1)] {
            let (report, files) = written(name, bytes);
            assert_eq!(files.len(), tables, "{name}");
            for (table, (file, records)) in report.tables.iter().zip(&files) {
                assert_eq!(*records, wanted(table), "{file}");
            }
        }
    }

    #[test]
    fn files_are_named_by_number_title_and_unit() {
        let (_, files) = written("names", include_bytes!("../corpus/tables/nine-forms-2023.html"));
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).take(2).collect();
        assert_eq!(names, ["01-收入支出决算总表（万元）.csv", "02-收入决算表（万元）.csv"]);
    }

    #[test]
    fn a_title_with_what_no_file_system_may_hold_gives_a_file() {
        let page = "<html><body><p>临溪县水务局2023年度部门决算</p><p>临溪县水务局*2023/../a|b?年度收入决算表</p>\
            <table><tr><td>项目</td><td>本年收入合计</td></tr><tr><td>合计</td><td>1.50</td></tr></table></body></html>";
        let (_, files) = written("safe", page.as_bytes());
        assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["01-临溪县水务局2023ab年度收入决算表.csv"]);
    }

    #[test]
    fn arguments_are_the_report_and_the_folder() {
        let parse = |words: &[&str]| Command::read(words.iter().map(|word| (*word).to_owned()), "the folder");
        let Ok(Some(read)) = parse(&["-", "out", "--encoding", "GBK"]) else { panic!("they are right") };
        assert_eq!((read.file.as_str(), read.target.as_str(), read.encoding.as_deref()), ("-", "out", Some("GBK")));
        assert!(parse(&["--help"]).is_ok_and(|arguments| arguments.is_none()));
        for wrong in [&["a"][..], &["a", "b", "c"], &["a", "b", "--encoding"], &["a", "b", "--no-such-option"]] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
