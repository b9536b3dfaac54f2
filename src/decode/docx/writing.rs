//! Writes the document down: paragraphs, headings, tables as grids, and what is to be noted of them.

use super::matter::{Item, Mark, Matter, Meaning, Passage};
use super::symbol;
use super::table::Table;
use crate::decode::composer::{CellPlace, Composer, Spot};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::source::HeadingMark;
use crate::span::Span;

/// A stretch of a text without the end of a page in it, where it was written.
struct Placed {
    /// Where it starts in its passage.
    offset: usize,
    span: Span,
}

/// Writes a paragraph; the level is that of a heading, from 1. A form feed in it ends a page.
pub(super) fn paragraph(composer: &mut Composer, level: Option<u8>, passage: &Passage) {
    if !passage.text.contains('\x0c') {
        let span = line(composer, level, &passage.text);
        mark(composer, passage, &[Placed { offset: 0, span }]);
        note_unmapped(composer, &passage.text, span.start);
        return;
    }
    let mut placed = Vec::new();
    let mut offset = 0;
    for (at, piece) in passage.text.split('\x0c').enumerate() {
        if at > 0 {
            composer.end_page();
        }
        if !piece.is_empty() {
            let span = line(composer, level, piece);
            note_unmapped(composer, piece, span.start);
            placed.push(Placed { offset, span });
        }
        offset += piece.len() + 1;
    }
    mark(composer, passage, &placed);
}

fn line(composer: &mut Composer, level: Option<u8>, text: &str) -> Span {
    let start = composer.len();
    match level {
        Some(level) => composer.heading(level, text),
        None => drop(composer.paragraph(text)),
    }
    Span::new(start, start + text.len())
}

/// Says of what was written what the passage says of it.
fn mark(composer: &mut Composer, passage: &Passage, placed: &[Placed]) {
    for Mark { meaning, range } in &passage.marks {
        let first = placed.partition_point(|piece| piece.offset + piece.span.len() <= range.start);
        for piece in placed[first..].iter().take_while(|piece| piece.offset < range.end) {
            let [from, to] = [range.start, range.end].map(|end| piece.span.start + end.clamp(piece.offset, piece.offset + piece.span.len()) - piece.offset);
            let span = Span::new(from, to);
            match meaning {
                Meaning::Hidden => note_hidden(composer, span, "此处文字在文件中设为隐藏，仍予读取"),
                Meaning::Heading(level) => composer.beside().headings.push(HeadingMark { span, level: *level }),
            }
        }
    }
}

/// Writes what stands in a text box, a note or a cell of a table that only lays out.
pub(super) fn matter(composer: &mut Composer, matter: Matter) {
    for item in matter.items {
        match item {
            Item::Text(passage) => paragraph(composer, None, &passage),
            Item::Heading(level, passage) => paragraph(composer, Some(level), &passage),
            Item::Table(inner) => table(composer, *inner),
        }
    }
    if !matter.tail.text.is_empty() {
        paragraph(composer, None, &matter.tail);
    }
}

/// Writes a table: as a grid, or as its text if it only lays out. Tables nest no deeper than the limit allows, so this may call itself.
pub(super) fn table(composer: &mut Composer, table: Table) {
    if table.is_layout {
        for cell in table.rows.into_iter().flat_map(|row| row.cells) {
            matter(composer, cell.matter);
        }
        return;
    }
    let first = table.rows.first().and_then(|row| row.cells.first());
    if first.is_some_and(|cell| cell.matter.starts_page()) && composer.len() > 0 {
        composer.end_page();
    }
    composer.open_grid(None);
    let mut first = true;
    for (at, row) in table.rows.into_iter().enumerate() {
        let start = composer.len() + usize::from(!first);
        for cell in row.cells {
            let place = CellPlace { row: at, column: cell.column, row_span: cell.row_span, column_span: cell.column_span, hidden: row.hidden };
            if !write_cell(composer, place, &cell.matter, usize::from(!std::mem::take(&mut first))) {
                composer.close_grid();
                return;
            }
        }
        if row.hidden {
            let end = composer.len();
            note_hidden(composer, Span::new(start, end), "表格此行在文件中设为隐藏，仍予读取");
        }
    }
    composer.close_grid();
}

/// Writes a cell behind `separator` bytes; whether the grid took it.
fn write_cell(composer: &mut Composer, place: CellPlace, matter: &Matter, separator: usize) -> bool {
    let mut flat = String::new();
    let text = if matter.items.is_empty() {
        &matter.tail.text
    } else {
        matter.flatten(&mut flat);
        &flat
    };
    let start = composer.len() + separator;
    let taken = if text.contains('\x0c') {
        composer.cell(place, &text.replace("\x0c\n", "\n").replace('\x0c', "\n"), Spot::default())
    } else {
        composer.cell(place, text, Spot::default())
    };
    if taken && matter.is_partly_hidden() {
        let end = composer.len();
        note_hidden(composer, Span::new(start, end), "单元格内有文字在文件中设为隐藏，仍予读取");
    }
    if let Some((_, c)) = unmapped(text).next().filter(|_| taken) {
        let end = composer.len();
        note_doubtful(composer, c, Span::new(start, end));
    }
    taken
}

fn note_hidden(composer: &mut Composer, span: Span, message: &'static str) {
    if !span.is_empty() {
        composer.note(DiagnosticCode::ContentHidden, Severity::Note, span, || message.to_owned());
    }
}

fn note_unmapped(composer: &mut Composer, text: &str, start: usize) {
    for (at, c) in unmapped(text) {
        note_doubtful(composer, c, Span::new(start + at, start + at + c.len_utf8()));
    }
}

fn note_doubtful(composer: &mut Composer, c: char, span: Span) {
    let (code, message) = match c {
        '\u{fffd}' => (DiagnosticCode::EncodingRepaired, "字节无法按编码解读，以U+FFFD代替"),
        _ => (DiagnosticCode::CharacterUnmapped, "字符属私用区，其含义只有原字体知道"),
    };
    composer.note(code, Severity::Error, span, || message.to_owned());
}

/// The characters that mean nothing without their font or were lost in decoding, each with its place. All of them start with one of
/// four bytes in UTF-8.
fn unmapped(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let starts = memchr::memchr3_iter(0xee, 0xef, 0xf3, text.as_bytes());
    starts.filter_map(|at| Some((at, text.get(at..)?.chars().next()?))).filter(|(_, c)| symbol::is_private(*c) || *c == '\u{fffd}')
}
