//! The numbers that Word writes before paragraphs, 一、 （一） 1., which stand in no text of the file but in its lists; and which
//! paragraphs are headings.
//!
//! The foreign reader says that a paragraph is numbered, not how, and takes short lines for headings; here the paragraphs are gone
//! through once more for their properties, and found again by their text.

mod counting;
mod lists;
mod paragraphs;
mod properties;

use crate::decode::compound;
use counting::Counting;
use lists::Lists;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The paragraphs of a document in order, each with its number if it has one.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    paragraphs: Vec<Paragraph>,
    /// The first paragraph that was not met yet.
    at: usize,
}

#[derive(Debug)]
struct Paragraph {
    /// Of its letters and digits.
    hash: u64,
    number: Option<String>,
    /// Its depth, from 1, if it is a heading.
    heading: Option<u8>,
}

/// A paragraph with its number, and whether it is a heading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    pub(super) text: String,
    pub(super) rank: Rank,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// A heading of this depth, from 1.
    Heading(u8),
    Body,
    /// The paragraph was not found.
    Unknown,
}

/// The streams that numbering needs.
struct Streams {
    document: Vec<u8>,
    table: Vec<u8>,
}

/// Paragraphs that are looked through for one of the reader's: it leaves out deleted and puts footnotes last.
const LOOKED_THROUGH: usize = 64;

impl Numbering {
    /// Reads the numbering of a document; a file without any, or with damage, has none.
    pub(super) fn read(bytes: &[u8]) -> Self {
        Numbering::read_maybe(bytes).unwrap_or_default()
    }

    fn read_maybe(bytes: &[u8]) -> Option<Self> {
        let document = compound::stream(bytes, &["WordDocument"]).ok()?;
        let table = if u16_at(&document, FLAGS)? & SECOND_TABLE != 0 { "1Table" } else { "0Table" };
        let streams = Streams { document, table: compound::stream(bytes, &[table]).ok()? };
        if u16_at(&streams.document, VERSION)? < VERSION_97 {
            return None;
        }
        let lists = Lists::read(&streams).unwrap_or_default();
        let styles = properties::Styles::read(&streams);
        let mut counting = Counting::new(&lists);
        let paragraphs = paragraphs::read(&streams, |text, properties| {
            let item = styles.item(properties, &lists);
            Paragraph { hash: hash(text), number: item.and_then(|item| counting.next(item)), heading: styles.heading(properties) }
        });
        Some(Numbering { paragraphs, at: 0 })
    }

    /// A paragraph with its number before it; paragraphs come in the order of the document.
    pub(super) fn numbered(&mut self, text: String) -> Numbered {
        let hash = hash(&text);
        let next = self.paragraphs[self.at..].iter().take(LOOKED_THROUGH).position(|p| p.hash == hash);
        let Some(next) = next else { return Numbered { text, rank: Rank::Unknown } };
        self.at += next + 1;
        let paragraph = &self.paragraphs[self.at - 1];
        let text = match &paragraph.number {
            Some(number) => format!("{number}{}", text.trim_start()),
            None => text,
        };
        Numbered { text, rank: paragraph.heading.map_or(Rank::Body, Rank::Heading) }
    }
}

/// What two readings of a paragraph have in common: its letters and digits.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.chars().filter(|c| c.is_alphanumeric()).for_each(|c| c.hash(&mut hasher));
    hasher.finish()
}

/// Where the version of the writer stands in the header.
const VERSION: usize = 2;
const VERSION_97: u16 = 0x00c1;
const FLAGS: usize = 10;
/// The flag that says that the table stream is the second one.
const SECOND_TABLE: u16 = 0x0200;

/// Places of the header that say where a structure stands in the table stream.
#[derive(Debug, Clone, Copy)]
enum Structure {
    Styles = 0xa2,
    ParagraphPages = 0x102,
    Pieces = 0x1a2,
    Lists = 0x2e2,
    ListOverrides = 0x2ea,
}

impl Streams {
    /// The table stream from the start of a structure on, and the length that the header gives for it; `None` if it has none.
    fn structure(&self, structure: Structure) -> Option<(&[u8], usize)> {
        let start = u32_at(&self.document, structure as usize)? as usize;
        let length = u32_at(&self.document, structure as usize + 4)? as usize;
        Some((self.table.get(start..)?, length)).filter(|(_, length)| *length > 0)
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
