//! The document with its styles and its page, as an archive.

use super::heading::DEEPEST;
use super::WordError;
use docx_rs::{Docx, LineSpacing, PageMargin, RunFonts, Style, StyleType};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The style of the paragraphs in tables.
pub(super) const CELL_STYLE: &str = "TableText";

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11906, 16838);

/// The size of the body in half points: 12 points, 小四.
const BODY_SIZE: usize = 24;

/// The size of text in tables in half points: 9 points, 小五.
const CELL_SIZE: usize = 18;

/// The sizes of the headings from the first level down, in half points; deeper ones have the last.
const HEADING_SIZES: &[usize] = &[36, 32, 28, 26, 24];

/// The document as an archive with packed parts.
pub(super) fn packed(document: Docx) -> Result<Vec<u8>, WordError> {
    let mut stored = Cursor::new(Vec::new());
    styled(document).pack(&mut stored).map_err(unwritten)?;
    // docx-rs stores its parts as they are: some ten times the size.
    deflated(stored).map_err(unwritten)
}

fn styled(document: Docx) -> Docx {
    let margin = PageMargin { top: 1440, bottom: 1440, left: 1418, right: 1418, header: 851, footer: 992, gutter: 0 };
    let document = document
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        .default_fonts(fonts("宋体"))
        .default_size(BODY_SIZE)
        .default_line_spacing(LineSpacing::new().line(360))
        .add_style(cell_style());
    (1..=DEEPEST).fold(document, |document, level| document.add_style(heading_style(level)))
}

fn heading_style(level: usize) -> Style {
    let size = HEADING_SIZES[(level - 1).min(HEADING_SIZES.len() - 1)];
    Style::new(format!("Heading{level}"), StyleType::Paragraph)
        .name(format!("heading {level}"))
        .based_on("Normal")
        .next("Normal")
        .outline_lvl(level - 1)
        .fonts(fonts("黑体"))
        .size(size)
        .bold()
        .line_spacing(LineSpacing::new().before(120).after(60).line(360))
}

fn cell_style() -> Style {
    Style::new(CELL_STYLE, StyleType::Paragraph).name("Table Text").based_on("Normal").size(CELL_SIZE).line_spacing(LineSpacing::new().line(240))
}

fn fonts(chinese: &str) -> RunFonts {
    RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia(chinese)
}

/// The archive with its files packed.
fn deflated(stored: Cursor<Vec<u8>>) -> zip::result::ZipResult<Vec<u8>> {
    let mut parts = ZipArchive::new(stored)?;
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..parts.len() {
        let mut part = parts.by_index(at)?;
        if part.is_file() {
            let mut content = Vec::new();
            part.read_to_end(&mut content)?;
            packed.start_file(part.name(), options)?;
            packed.write_all(&content)?;
        }
    }
    Ok(packed.finish()?.into_inner())
}

fn unwritten(error: zip::result::ZipError) -> WordError {
    WordError::Unwritten { reason: error.to_string() }
}
