//! The lists of a document, and how their levels are numbered.

use super::{u16_at, u32_at, Streams, Structure};
use std::collections::HashMap;

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// By their identifiers.
    lists: HashMap<u32, List>,
    /// Paragraphs name these, by number from 1.
    overrides: Vec<Override>,
}

#[derive(Debug)]
struct List {
    /// The style that each level is linked with.
    styles: [u16; LEVELS],
    levels: Vec<Level>,
}

/// A use of a list, perhaps with levels of its own.
#[derive(Debug)]
struct Override {
    list: u32,
    starts: Vec<(usize, i32)>,
    levels: Vec<(usize, Level)>,
}

/// How a level is numbered.
#[derive(Debug, Clone)]
pub(super) struct Level {
    pub(super) start: i32,
    /// The kind of numerals.
    pub(super) numerals: u8,
    /// Numerals of all levels are Arabic in this one.
    pub(super) legal: bool,
    /// Whether it counts on where a higher level starts anew.
    pub(super) goes_on: bool,
    /// Whether a tab or a blank stands between the number and the text.
    pub(super) parted: bool,
    /// The number as it is written; characters below 9 stand for the count of that level.
    pub(super) pattern: Vec<u16>,
}

/// A paragraph's place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// The number of the use of a list, from 0.
    pub(super) usage: usize,
    /// Counted from 0.
    pub(super) level: usize,
}

/// The longest pattern of a level that is written; a list has at most nine numbers and what parts them.
const LONGEST_PATTERN: usize = 64;

const LIST: usize = 28;
const LEVEL: usize = 28;
const OVERRIDE: usize = 16;

/// The mark of a level whose text follows its number at once.
const NOTHING_FOLLOWS: u8 = 2;

impl Lists {
    pub(super) fn read(streams: &Streams) -> Option<Self> {
        let lists = lists(streams.structure(Structure::Lists)?.0)?;
        let overrides = overrides(streams.structure(Structure::ListOverrides)?.0)?;
        Some(Lists { lists, overrides })
    }

    /// The use of a list that a paragraph names; negative numbers name it as well.
    pub(super) fn usage(&self, named: i16) -> Option<usize> {
        let usage = usize::from(named.unsigned_abs()).checked_sub(1)?;
        (usage < self.overrides.len()).then_some(usage)
    }

    /// The list that a use is of.
    pub(super) fn list(&self, usage: usize) -> u32 {
        self.overrides[usage].list
    }

    /// The count that a use starts a level with, if it has one of its own.
    pub(super) fn own_start(&self, item: Item) -> Option<i32> {
        self.overrides[item.usage].starts.iter().find(|(level, _)| *level == item.level).map(|(_, start)| *start)
    }

    pub(super) fn level(&self, item: Item) -> Option<&Level> {
        let usage = &self.overrides[item.usage];
        let own = usage.levels.iter().find(|(level, _)| *level == item.level).map(|(_, level)| level);
        own.or_else(|| self.of(item.usage)?.levels.get(item.level))
    }

    /// The level that is linked with a style.
    pub(super) fn linked_level(&self, usage: usize, style: u16) -> Option<usize> {
        self.of(usage)?.styles.iter().position(|linked| *linked == style)
    }

    fn of(&self, usage: usize) -> Option<&List> {
        self.lists.get(&self.list(usage))
    }
}

fn lists(bytes: &[u8]) -> Option<HashMap<u32, List>> {
    let count = usize::from(u16_at(bytes, 0)?);
    let mut at = 2 + count * LIST;
    let mut lists = HashMap::new();
    for head in bytes.get(2..at)?.chunks_exact(LIST) {
        let levels = if head[26] & 1 != 0 { 1 } else { LEVELS };
        let mut list = List { styles: [0; LEVELS], levels: Vec::new() };
        for (n, style) in list.styles.iter_mut().enumerate() {
            *style = u16_at(head, 8 + 2 * n)?;
        }
        for _ in 0..levels {
            let (level, length) = level(bytes.get(at..)?)?;
            list.levels.push(level);
            at += length;
        }
        lists.insert(u32_at(head, 0)?, list);
    }
    Some(lists)
}

/// A level and how long it is.
fn level(bytes: &[u8]) -> Option<(Level, usize)> {
    let head = bytes.get(..LEVEL)?;
    let text = LEVEL + usize::from(head[24]) + usize::from(head[25]);
    let count = usize::from(u16_at(bytes, text)?);
    let pattern = bytes.get(text + 2..text + 2 + 2 * count)?;
    let level = Level {
        start: u32_at(head, 0)? as i32,
        numerals: head[4],
        legal: head[5] & 4 != 0,
        goes_on: head[5] & 8 != 0,
        parted: head[15] != NOTHING_FOLLOWS,
        pattern: pattern.chunks_exact(2).take(LONGEST_PATTERN).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect(),
    };
    Some((level, text + 2 + 2 * count))
}

/// The bits of an own level: its number, whether it has a start, whether it is numbered in its own way.
const LEVEL_BITS: u32 = 0x0f;
const STARTS: u32 = 0x10;
const FORMATS: u32 = 0x20;

fn overrides(bytes: &[u8]) -> Option<Vec<Override>> {
    let count = u32_at(bytes, 0)? as usize;
    let mut at = 4usize.checked_add(count.checked_mul(OVERRIDE)?)?;
    let mut overrides = Vec::new();
    for head in bytes.get(4..at)?.chunks_exact(OVERRIDE) {
        let mut usage = Override { list: u32_at(head, 0)?, starts: Vec::new(), levels: Vec::new() };
        at += 4;
        for _ in 0..head[12] {
            let Some(length) = bytes.get(at..).and_then(|own| own_level(own, &mut usage)) else { break };
            at += length;
        }
        overrides.push(usage);
    }
    Some(overrides)
}

fn own_level(bytes: &[u8], usage: &mut Override) -> Option<usize> {
    let (start, bits) = (u32_at(bytes, 0)? as i32, u32_at(bytes, 4)?);
    let number = (bits & LEVEL_BITS) as usize;
    let mut length = 8;
    let mut first = start;
    if bits & FORMATS != 0 {
        let (level, more) = level(bytes.get(8..)?)?;
        first = level.start;
        usage.levels.push((number, level));
        length += more;
    }
    if bits & STARTS != 0 {
        usage.starts.push((number, first));
    }
    Some(length)
}
