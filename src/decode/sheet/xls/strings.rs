//! Strings of records: in the code page of the file before Excel 97, in Unicode since.

use super::record::Record;
use encoding_rs::{Encoding, BIG5, EUC_KR, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// How strings are written in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dialect {
    unicode: bool,
    code_page: &'static Encoding,
}

impl Default for Dialect {
    fn default() -> Self {
        Dialect { unicode: true, code_page: GB18030 }
    }
}

/// Code pages by number; a file without a known one is taken to be Chinese.
const CODE_PAGES: &[(u16, &Encoding)] =
    &[(932, SHIFT_JIS), (936, GB18030), (949, EUC_KR), (950, BIG5), (1252, WINDOWS_1252), (32769, WINDOWS_1252), (65001, UTF_8)];

/// The version that Excel 97 and later ones write.
const VERSION_97: u16 = 0x0600;

/// The bit that says that a character has two bytes.
const WIDE: u8 = 1;
const PHONETIC: u8 = 4;
const RICH: u8 = 8;

impl Dialect {
    pub(super) fn note_version(&mut self, version: Option<u16>) {
        self.unicode = version.is_none_or(|v| v >= VERSION_97);
    }

    pub(super) fn note_code_page(&mut self, number: Option<u16>) {
        self.code_page = CODE_PAGES.iter().find(|(page, _)| Some(*page) == number).map_or(GB18030, |(_, encoding)| encoding);
    }

    pub(super) fn is_unicode(&self) -> bool {
        self.unicode
    }

    /// A string whose length has two bytes.
    pub(super) fn text(&self, bytes: &[u8]) -> Option<String> {
        let (length, rest) = bytes.split_first_chunk::<2>()?;
        self.counted(usize::from(u16::from_le_bytes(*length)), rest)
    }

    /// A string whose length has one byte.
    pub(super) fn short_text(&self, bytes: &[u8]) -> Option<String> {
        let (length, rest) = bytes.split_first()?;
        self.counted(usize::from(*length), rest)
    }

    /// A string whose length stands elsewhere.
    pub(super) fn counted(&self, length: usize, bytes: &[u8]) -> Option<String> {
        if !self.unicode {
            return Some(self.code_page.decode_without_bom_handling(&bytes[..length.min(bytes.len())]).0.into_owned());
        }
        let (flags, rest) = bytes.split_first()?;
        let mut text = String::new();
        push_units(*flags, &rest[..rest.len().min(length * width(*flags))], &mut text);
        Some(text)
    }
}

fn width(flags: u8) -> usize {
    1 + usize::from(flags & WIDE)
}

fn push_units(flags: u8, bytes: &[u8], out: &mut String) {
    if flags & WIDE == 0 {
        out.extend(bytes.iter().map(|b| char::from(*b)));
        return;
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    out.extend(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')));
}

/// The strings that cells share.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    text: String,
    ends: Vec<usize>,
    /// Whether there are fewer than the file says.
    pub(super) torn: bool,
}

impl SharedStrings {
    pub(super) fn read(record: &Record) -> Self {
        let mut strings = SharedStrings::default();
        let count = record.u32(4).unwrap_or(0);
        let mut pieces = Pieces { rest: record.data.get(8..).unwrap_or_default(), following: &record.continued };
        for _ in 0..count {
            if strings.take(&mut pieces).is_none() {
                strings.torn = true;
                break;
            }
        }
        strings
    }

    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let start = if number == 0 { 0 } else { *self.ends.get(number - 1)? };
        Some(&self.text[start..*self.ends.get(number)?])
    }

    fn take(&mut self, pieces: &mut Pieces) -> Option<()> {
        let length = usize::from(pieces.u16()?);
        let flags = pieces.u8()?;
        let runs = if flags & RICH != 0 { usize::from(pieces.u16()?) } else { 0 };
        let phonetic = if flags & PHONETIC != 0 { u32::from(pieces.u16()?) | u32::from(pieces.u16()?) << 16 } else { 0 };
        let whole = pieces.characters(length, flags, &mut self.text);
        self.ends.push(self.text.len());
        whole?;
        pieces.skip(runs * 4 + phonetic as usize)
    }
}

/// The data of a record and of those that continue it.
struct Pieces<'a> {
    rest: &'a [u8],
    following: &'a [&'a [u8]],
}

impl Pieces<'_> {
    /// Goes on to the next record where this one ends.
    fn refill(&mut self) -> Option<()> {
        while self.rest.is_empty() {
            let (next, following) = self.following.split_first()?;
            self.rest = next;
            self.following = following;
        }
        Some(())
    }

    fn u8(&mut self) -> Option<u8> {
        self.refill()?;
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.refill()?;
            let step = count.min(self.rest.len());
            self.rest = &self.rest[step..];
            count -= step;
        }
        Some(())
    }

    /// Characters that may go on in the next record, which then starts with how wide they are there.
    fn characters(&mut self, mut length: usize, mut flags: u8, out: &mut String) -> Option<()> {
        while length > 0 {
            if self.rest.is_empty() {
                flags = self.u8()?;
            }
            let count = length.min(self.rest.len() / width(flags));
            if count == 0 {
                return None;
            }
            let (characters, rest) = self.rest.split_at(count * width(flags));
            push_units(flags, characters, out);
            self.rest = rest;
            length -= count;
        }
        Some(())
    }
}
