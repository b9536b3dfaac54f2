//! Where sentences end.

/// A sentence is read in pieces of at most this many bytes; the longest one seen has 2,600.
const LONGEST_SENTENCE: usize = 8 << 10;

/// How far a sentence reaches.
pub(super) struct Extent {
    pub(super) end: usize,
    /// Whether digits stand in it.
    pub(super) digits: bool,
}

/// How far the sentence from `at` reaches: behind 。！？ or the end of the paragraph.
pub(super) fn extent(text: &str, at: usize, limit: usize) -> Extent {
    let window = limit.min(at + LONGEST_SENTENCE);
    let bytes = &text.as_bytes()[..window];
    let mut end = at;
    let mut digits = false;
    while let Some(byte) = bytes.get(end) {
        // Asked first, for nearly all is Han: a guess goes on faster than a look at the table.
        if matches!(byte, 0xe4..=0xe9) {
            end += 3;
            continue;
        }
        let step = usize::from(STEP[usize::from(*byte)]);
        if step > 0 {
            end += step;
            continue;
        }
        digits |= byte.is_ascii_digit();
        match &bytes[end..] {
            [b'\n', ..] => return Extent { end: end + 1, digits },
            [0xe3, 0x80, 0x82, ..] | [0xef, 0xbc, 0x81 | 0x9f, ..] => return Extent { end: end + '。'.len_utf8(), digits },
            _ => end += if byte.is_ascii() { 1 } else { '，'.len_utf8() },
        }
    }
    if window == limit {
        return Extent { end: limit, digits };
    }
    let end = piece_end(text, at, window);
    Extent { end, digits: has_digits(&text[at..end]) }
}

/// The bytes of a character by its first one; 0 for line ends, digits and the first bytes that 。！？ share with others.
static STEP: [u8; 256] = {
    let mut table = [1; 256];
    let mut byte = 0xc0;
    while byte < table.len() {
        table[byte] = if byte < 0xe0 {
            2
        } else if byte < 0xf0 {
            3
        } else {
            4
        };
        byte += 1;
    }
    let mut digit = b'0';
    while digit <= b'9' {
        table[digit as usize] = 0;
        digit += 1;
    }
    table[b'\n' as usize] = 0;
    table[0xe3] = 0;
    table[0xef] = 0;
    table
};

/// Where a sentence that has no end is cut: behind the last comma of the window, never inside a character or a number.
fn piece_end(text: &str, at: usize, window: usize) -> usize {
    let mut end = window;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if let Some(comma) = text[at..end].rfind(['，', '；', '、', ' ']) {
        if comma > 0 {
            return at + comma + text[at + comma..].chars().next().map_or(1, char::len_utf8);
        }
    }
    let word = text[at..end].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
    if word > 0 {
        at + word
    } else {
        end
    }
}

/// Whether ASCII digits stand in a text.
pub(super) fn has_digits(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}
