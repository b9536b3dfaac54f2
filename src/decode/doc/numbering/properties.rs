//! What the properties of a paragraph and of its style say of lists.

use super::lists::{Item, Lists};
use super::{u16_at, Streams, Structure};

/// The list and the outline level that properties name, as far as they do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Named {
    list: Option<i16>,
    level: Option<usize>,
    /// 0 to 8 for headings, more for text.
    outline: Option<u8>,
}

/// The paragraph styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
}

#[derive(Debug, Default)]
struct Style {
    named: Named,
    base: usize,
}

/// Styles that stand on one another at most.
const MOST_BASES: usize = 16;

/// The first bits of a style's second word, for styles of paragraphs.
const PARAGRAPH_STYLE: u16 = 1;

const LEVEL: u16 = 0x260a;
const LIST: u16 = 0x460b;
const OUTLINE: u16 = 0x2640;

/// Levels that headings have.
const HEADING_LEVELS: u8 = 9;

impl Styles {
    pub(super) fn read(streams: &Streams) -> Self {
        Styles { styles: streams.structure(Structure::Styles).and_then(|(bytes, _)| styles(bytes)).unwrap_or_default() }
    }

    /// The place in a list that a paragraph has by its own properties, which start with its style, and by that style.
    pub(super) fn item(&self, properties: &[u8], lists: &Lists) -> Option<Item> {
        let style = u16_at(properties, 0)?;
        let own = named(&properties[2..]);
        let styled = self.named(style);
        let usage = lists.usage(own.list.or(styled.list)?)?;
        let linked = if own.list.is_none() { lists.linked_level(usage, style) } else { None };
        Some(Item { usage, level: own.level.or(linked).or(styled.level).unwrap_or(0) })
    }

    /// The depth of a heading, from 1; `None` for text.
    pub(super) fn heading(&self, properties: &[u8]) -> Option<u8> {
        let style = u16_at(properties, 0)?;
        let outline = named(&properties[2..]).outline.or(self.named(style).outline)?;
        (outline < HEADING_LEVELS).then_some(outline + 1)
    }

    fn named(&self, style: u16) -> Named {
        let mut found = Named::default();
        let mut at = usize::from(style);
        for _ in 0..MOST_BASES {
            let Some(style) = self.styles.get(at) else { break };
            found.list = found.list.or(style.named.list);
            found.level = found.level.or(style.named.level);
            found.outline = found.outline.or(style.named.outline);
            at = style.base;
        }
        found
    }
}

fn styles(bytes: &[u8]) -> Option<Vec<Style>> {
    let head = usize::from(u16_at(bytes, 0)?);
    let count = u16_at(bytes, 2)?;
    let base = usize::from(u16_at(bytes, 4)?);
    let mut at = 2 + head;
    let mut styles = Vec::new();
    for _ in 0..count {
        let Some(length) = u16_at(bytes, at).map(usize::from) else { break };
        let Some(bytes) = bytes.get(at + 2..at + 2 + length) else { break };
        styles.push(style(bytes, base).unwrap_or_default());
        at += 2 + length;
    }
    Some(styles)
}

fn style(bytes: &[u8], base: usize) -> Option<Style> {
    let kind = u16_at(bytes, 2)?;
    let mut style = Style { named: Named::default(), base: usize::from(kind >> 4) };
    if kind & 0x0f == PARAGRAPH_STYLE {
        // The name, with its length before it and a nought behind it; then the properties, with their length and the style itself.
        let at = base + 2 + 2 * usize::from(u16_at(bytes, base)?) + 2;
        let at = at + (at & 1);
        let length = usize::from(u16_at(bytes, at)?);
        style.named = named(bytes.get(at + 4..at + 2 + length)?);
        // The styles that come with the program have numbers: 1 to 9 are its headings.
        let built_in = (u16_at(bytes, 0)? & 0x0fff).checked_sub(1).and_then(|n| u8::try_from(n).ok());
        style.named.outline = style.named.outline.or(built_in.filter(|n| *n < HEADING_LEVELS));
    }
    Some(style)
}

/// Goes through properties: a number of two bytes each, whose upper bits say how long the value is.
fn named(mut rest: &[u8]) -> Named {
    let mut found = Named::default();
    while let Some(property) = u16_at(rest, 0) {
        let value = &rest[2..];
        let Some(length) = length(property, value).filter(|length| *length <= value.len()) else { break };
        match property {
            LEVEL => found.level = value.first().map(|level| usize::from(*level)),
            OUTLINE => found.outline = value.first().copied(),
            LIST => found.list = u16_at(value, 0).map(|list| list as i16),
            _ => {}
        }
        rest = &value[length..];
    }
    found
}

/// The definition of a table's columns has a length of two bytes that counts one too many.
const TABLE_COLUMNS: u16 = 0xd608;

fn length(property: u16, value: &[u8]) -> Option<usize> {
    match property >> 13 {
        0 | 1 => Some(1),
        2 | 4 | 5 => Some(2),
        3 => Some(4),
        7 => Some(3),
        _ if property == TABLE_COLUMNS => Some(usize::from(u16_at(value, 0)?) + 1),
        _ => Some(usize::from(*value.first()?) + 1),
    }
}
