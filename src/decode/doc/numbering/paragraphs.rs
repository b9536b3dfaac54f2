//! The paragraphs of the text with their properties.

use super::{u16_at, u32_at, Streams, Structure};

/// Properties of the characters from one place of the document stream to another.
struct Run<'a> {
    start: u32,
    end: u32,
    properties: &'a [u8],
}

/// A stretch of text that stands in one place of the document stream.
struct Piece {
    /// In characters.
    length: usize,
    start: usize,
    wide: bool,
}

const PAGE: usize = 512;
const PARAGRAPH_ENDS: [char; 3] = ['\r', '\u{7}', '\u{c}'];
const FIELD_STARTS: char = '\u{13}';
const FIELD_RESULT: char = '\u{14}';
const FIELD_ENDS: char = '\u{15}';

/// Where the length of the text stands in the header.
const TEXT_LENGTH: usize = 0x4c;

/// Goes through the paragraphs: text without the instructions of fields, and properties.
pub(super) fn read<T>(streams: &Streams, mut paragraph: impl FnMut(&str, &[u8]) -> T) -> Vec<T> {
    let runs = runs(streams);
    let mut found = Vec::new();
    let mut text = String::new();
    let mut instructions = 0usize;
    // Pieces may overlap: what they give together is bounded.
    let mut left = (u32_at(&streams.document, TEXT_LENGTH).unwrap_or(0) as usize).min(streams.document.len());
    for piece in pieces(streams).unwrap_or_default() {
        for (place, c) in piece.characters(&streams.document).take(left) {
            left -= 1;
            match c {
                FIELD_STARTS => instructions += 1,
                FIELD_RESULT | FIELD_ENDS => instructions = instructions.saturating_sub(usize::from(c == FIELD_RESULT || instructions > 0)),
                c if PARAGRAPH_ENDS.contains(&c) => {
                    found.push(paragraph(&text, properties(&runs, place)));
                    text.clear();
                    instructions = 0;
                }
                c if instructions == 0 => text.push(c),
                _ => {}
            }
        }
    }
    found
}

/// The properties of the character at a place; none if nothing says any.
fn properties<'a>(runs: &[Run<'a>], place: u32) -> &'a [u8] {
    let at = runs.partition_point(|run| run.end <= place);
    runs.get(at).filter(|run| run.start <= place).map_or(&[], |run| run.properties)
}

impl Piece {
    /// The characters with their places.
    fn characters<'a>(&self, document: &'a [u8]) -> impl Iterator<Item = (u32, char)> + 'a {
        let width = 1 + usize::from(self.wide);
        let bytes = document.get(self.start..).unwrap_or_default();
        let bytes = &bytes[..bytes.len().min(self.length.saturating_mul(width))];
        let start = self.start;
        bytes.chunks_exact(width).enumerate().map(move |(n, unit)| {
            let unit = unit.iter().rev().fold(0, |unit, byte| unit << 8 | u32::from(*byte));
            ((start + n * width) as u32, char::from_u32(unit).unwrap_or('\u{fffd}'))
        })
    }
}

/// The mark of the pieces' table, and that of properties that stand before it.
const PIECE_TABLE: u8 = 2;
const PROPERTIES: u8 = 1;

/// The bit of a place that says that its characters have one byte, and are counted as if they had two.
const NARROW: u32 = 1 << 30;

fn pieces(streams: &Streams) -> Option<Vec<Piece>> {
    let (mut bytes, _) = streams.structure(Structure::Pieces)?;
    while *bytes.first()? == PROPERTIES {
        bytes = bytes.get(3 + usize::from(u16_at(bytes, 1)?)..)?;
    }
    if *bytes.first()? != PIECE_TABLE {
        return None;
    }
    let length = (u32_at(bytes, 1)? as usize).min(bytes.len() - 5);
    let table = &bytes[5..5 + length];
    let count = length.checked_sub(4)? / 12;
    let piece = |n: usize| {
        let length = u32_at(table, 4 * n + 4)?.checked_sub(u32_at(table, 4 * n)?)? as usize;
        let place = u32_at(table, 4 * (count + 1) + 8 * n + 2)?;
        let wide = place & NARROW == 0;
        let start = if wide { place } else { (place & !NARROW) / 2 };
        Some(Piece { length, start: start as usize, wide })
    };
    (0..count).map(piece).collect()
}

/// The runs of all pages, in order.
fn runs(streams: &Streams) -> Vec<Run<'_>> {
    let Some((bytes, length)) = streams.structure(Structure::ParagraphPages) else { return Vec::new() };
    let count = length.min(bytes.len()).saturating_sub(4) / 8;
    let most = streams.document.len() / PAGE + 1;
    let pages = (0..count.min(most)).filter_map(|n| u32_at(bytes, 4 * (count + 1) + 4 * n));
    let mut runs: Vec<Run> = pages.filter_map(|number| page(&streams.document, number)).flatten().collect();
    runs.sort_by_key(|run| run.end);
    runs
}

/// Bytes of a run in a page behind its place: where its properties are, and how high it is.
const ENTRY: usize = 13;

/// The runs of a page: places, then entries; the properties stand behind them, and the count in the last byte.
fn page(document: &[u8], number: u32) -> Option<Vec<Run<'_>>> {
    let start = (number & 0x003f_ffff) as usize * PAGE;
    let page = document.get(start..start + PAGE)?;
    let count = usize::from(page[PAGE - 1]);
    let run = |n: usize| {
        let at = usize::from(*page.get(4 * (count + 1) + ENTRY * n)?) * 2;
        let (from, length) = match *page.get(at)? {
            0 => (at + 2, 2 * usize::from(*page.get(at + 1)?)),
            half => (at + 1, 2 * usize::from(half) - 1),
        };
        let properties = if at == 0 { &[][..] } else { page.get(from..(from + length).min(PAGE))? };
        Some(Run { start: u32_at(page, 4 * n)?, end: u32_at(page, 4 * n + 4)?, properties })
    };
    Some((0..count).filter_map(run).collect())
}
