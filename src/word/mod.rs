//! A report as a Word document: its text unchanged, its headings as heading styles, its tables as tables.

mod body;
mod heading;
mod package;
mod table;

use crate::report::Report;
use crate::source::Source;
use body::Body;

/// Why a report cannot be written as a Word document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WordError {
    /// The report was read from another text, so that its spans say nothing of this one.
    #[error("not the text of this report: the report was read from bytes with the SHA-256 {report}, the text from {text}")]
    OtherSource {
        /// The SHA-256 that the report names.
        report: String,
        /// The SHA-256 of the bytes of the source.
        text: String,
    },
    /// The archive could not be written.
    #[error("word document not written: {reason}")]
    Unwritten {
        /// What the archive writer says.
        reason: String,
    },
}

/// The report as a Word document (Office Open XML), whatever format it came in.
///
/// - The text is the decoded text of the source, unchanged: a line is a paragraph, an empty line an empty paragraph. Lines that a page
///   broke stay lines, so that a figure stands on the line that the report names.
/// - A section's heading is a paragraph in the style “Heading 1” to “Heading 9” (deeper ones: 9) with its outline level; a heading over two lines is one
///   paragraph with a line break. Where a heading runs into its text, both are paragraphs whose parting mark is hidden (Word's style
///   separator): Word shows one line, and the heading stands in the navigation all the same.
/// - The tables of the source are tables with their merged cells. One of more than 63 columns, which Word does not open, stays lines with tabs;
///   an empty paragraph parts two tables that follow each other, which Word would join.
/// - A form feed is a page break. Control characters that XML forbids become U+200B (zero width space), as invisible as they are and
///   as little part of a number; U+FFFE and U+FFFF become U+FFFD.
///
/// The same report gives the same bytes.
///
/// # Errors
/// The report was not read from this source, or the archive outgrows its format.
///
/// ```
/// let text = "某县水利局2021年度部门决算\n一、收入支出决算总体情况说明\n2021年度收、支总计各1,234.50万元、1,200.00万元。\n";
/// let options = juesuan::Options::new();
/// let source = options.decode(text.as_bytes())?;
/// let document = juesuan::to_docx(&options.read(&source), &source).expect("the report was read from this source");
/// assert_eq!(&document[..2], b"PK");
/// # Ok::<(), juesuan::Error>(())
/// ```
pub fn to_docx(report: &Report, source: &Source) -> Result<Vec<u8>, WordError> {
    let info = source.info();
    if report.source.sha256 != info.sha256 {
        return Err(WordError::OtherSource { report: report.source.sha256.clone(), text: info.sha256 });
    }
    let text = source.text();
    let mut body = Body::new(text, heading::headings(&report.sections, text));
    let mut at = 0;
    for grid in source.grids() {
        body.lines(at..grid.span.start);
        at = body.table(grid);
    }
    body.lines(at..text.len());
    package::packed(body.finish())
}

#[cfg(test)]
mod tests {
    use super::to_docx;
    use crate::report::assemble;
    use crate::source::{Content, Format, Grid, GridCell, Source};
    use crate::span::Span;
    use std::io::{Cursor, Read};

    /// A source of two tables, one behind the other: the first with a head over two columns and a cell over two rows.
    fn two_tables() -> Source {
        let text = "收入支出决算总表\n项目\t决算数\n甲\u{2028}乙\t1\t2\n3\n总计\n";
        let cell = |printed: &str, [row, column, row_span, column_span]: [usize; 4]| {
            let start = text.find(printed).expect("the cell stands in the text");
            GridCell { row, column, row_span, column_span, span: Span::new(start, start + printed.len()), hidden: false }
        };
        let grid =
            |cells: Vec<GridCell>| Grid { span: Span::new(cells[0].span.start, cells[cells.len() - 1].span.end), rows: 3, columns: 3, cells, sheet: None };
        let first =
            [("项目", [0, 0, 1, 1]), ("决算数", [0, 1, 1, 2]), ("甲\u{2028}乙", [1, 0, 2, 1]), ("1", [1, 1, 1, 1]), ("2", [1, 2, 1, 1]), ("3", [2, 2, 1, 1])];
        let grids = vec![grid(first.map(|(printed, place)| cell(printed, place)).to_vec()), grid(vec![cell("总计", [0, 0, 1, 1])])];
        let content = Content { grids, ..Content::default() };
        Source { text: text.into(), format: Format::Docx, encoding: "UTF-8".into(), bytes: 0, sha256: String::new(), content }
    }

    /// The document without its text: the elements that make tables of it.
    fn drawn(document: &[u8]) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(document)).expect("a document is an archive");
        let mut xml = String::new();
        archive.by_name("word/document.xml").expect("it has a body").read_to_string(&mut xml).expect("it is UTF-8");
        let kept =
            regex::Regex::new(r#"<(/?w:(?:tbl|tr|tc|p|gridSpan|vMerge|t))\b(?: [^>]*?)?(?:w:val="(\w+)")?(?: ?/)?>([^<]*)"#).expect("the pattern is valid");
        let drawn = kept.captures_iter(&xml).map(|c| format!("{}={}{}", &c[1], c.get(2).map_or("", |v| v.as_str()), &c[3]));
        let ends_of_no_interest = ["/w:tr=", "/w:tc=", "/w:p=", "/w:t="];
        let drawn = drawn.filter(|element| !ends_of_no_interest.contains(&element.as_str()));
        drawn.collect::<Vec<_>>().join(" ").replace("w:", "").replace("= ", " ")
    }

    #[test]
    fn tables_keep_their_merged_cells_and_stay_apart() {
        let source = two_tables();
        let document = to_docx(&assemble(&source, 100), &source).expect("the report was read from this source");
        let expected = "p t=收入支出决算总表 \
            tbl tr tc p t=项目 tc gridSpan=2 p t=决算数 \
            tr tc vMerge=restart p t=甲 p t=乙 tc p t=1 tc p t=2 \
            tr tc vMerge=continue p tc p tc p t=3 /tbl \
            p tbl tr tc p t=总计 /tbl p";
        assert_eq!(drawn(&document).trim_end_matches('='), expected);
    }
}
