//! Where sentences end.

use crate::quantity::{self, Read, Reading};
use crate::span::start_of;

/// A sentence is read in pieces of at most this many bytes; the longest one seen has 2,600.
const LONGEST_SENTENCE: usize = 8 << 10;

/// How far a sentence reaches.
pub(super) struct Extent {
    pub(super) end: usize,
    /// Behind the last digit in it; where it starts if there is none.
    pub(super) digits_end: usize,
    /// Whether marks that part what is said may stand in it, and not only at its end: `：`, or a 。 that a bracket closes behind.
    pub(super) parted: bool,
}

/// How far the sentence from `at` reaches: behind 。！？ or the end of the paragraph.
pub(super) fn extent(text: &str, at: usize, limit: usize) -> Extent {
    let window = limit.min(at + LONGEST_SENTENCE);
    let bytes = &text.as_bytes()[..window];
    let (mut end, mut digits_end, mut parted) = (at, at, false);
    while let Some(byte) = bytes.get(end) {
        match byte {
            // Nearly all is Han.
            0xe4..=0xe9 => end += 3,
            b'0'..=b'9' => {
                end += 1;
                digits_end = end;
            }
            b'\n' => return Extent { end: end + 1, digits_end, parted },
            0xe3 | 0xef => {
                let mark = mark_maybe(&bytes[end..]);
                end += '。'.len_utf8();
                match mark {
                    Some(Mark::Stop) => return Extent { end, digits_end, parted },
                    Some(Mark::Inner) => parted = true,
                    None => {}
                }
            }
            _ => end += length(*byte),
        }
    }
    if window == limit {
        return Extent { end: limit, digits_end, parted };
    }
    let end = piece_end(text, at, window);
    let last = text.as_bytes()[at..end].iter().rposition(u8::is_ascii_digit);
    Extent { end, digits_end: last.map_or(at, |last| at + last + 1), parted: true }
}

/// A mark that parts what is said.
enum Mark {
    /// Ends the sentence.
    Stop,
    /// Stands in it.
    Inner,
}

/// Reads such a mark at the start of a text.
fn mark_maybe(text: &[u8]) -> Option<Mark> {
    match text {
        // A full stop that a bracket closes behind ends the bracket only.
        [0xe3, 0x80, 0x82, 0xef, 0xbc, 0x89, ..] | [0xef, 0xbc, 0x81 | 0x9f, 0xef, 0xbc, 0x89, ..] => Some(Mark::Inner),
        [0xe3, 0x80, 0x82, ..] | [0xef, 0xbc, 0x81 | 0x9f, ..] => Some(Mark::Stop),
        // ：
        [0xef, 0xbc, 0x9a, ..] => Some(Mark::Inner),
        _ => None,
    }
}

/// The bytes of a character by its first one.
fn length(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}

/// Where a sentence that has no end is cut: behind the last mark of the window, else behind its last number with its unit. Never inside a
/// character, nor inside a number if it can be helped.
fn piece_end(text: &str, at: usize, window: usize) -> usize {
    let piece = start_of(&text[at..], window - at);
    let words = piece.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
    let last = if words > 0 { words } else { piece.len() };
    behind_mark(piece).or_else(|| behind_number(text, at, at + piece.len())).map_or(at + last, |end| at + end)
}

/// Behind the last mark that parts no thousands.
fn behind_mark(piece: &str) -> Option<usize> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let grouped = |at: usize, end: usize| digit(piece[..at].chars().next_back()) && digit(piece[end..].chars().next());
    let marks = piece.char_indices().rev().filter(|(at, c)| *at > 0 && matches!(c, '，' | '；' | '、' | ' '));
    marks.map(|(at, c)| (at, at + c.len_utf8())).find(|(at, end)| !grouped(*at, *end)).map(|(_, end)| end)
}

/// Behind the last number that ends before `end`, counted from `at`; its bracket goes on behind the code of an item.
fn behind_number(text: &str, at: usize, end: usize) -> Option<usize> {
    /// So many numbers are looked at.
    const MOST: usize = 32;
    let bytes = text.as_bytes();
    let starts = |place: &usize| bytes[*place].is_ascii_digit() && !matches!(bytes[place - 1], b'0'..=b'9' | b'.' | b',');
    let numbers = (at + 1..end).rev().filter(starts).take(MOST).map(|place| match quantity::read(text, place) {
        Read { reading: Reading::Quantity(quantity), .. } => quantity.tail,
        Read { end, .. } => end,
    });
    numbers.filter(|behind| *behind < end && !text[*behind..].starts_with('）')).map(|behind| behind - at).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_without_marks_is_cut_behind_a_number_and_its_unit() {
        let text = "水利建设支出1234.56万元".repeat(LONGEST_SENTENCE / 10);
        let mut at = 0;
        while at < text.len() {
            let Extent { end, digits_end, .. } = extent(&text, at, text.len());
            assert!(end > at && digits_end > at && text[..end].ends_with("万元"), "{:?}", &text[at..end]);
            at = end;
        }
    }
}
