//! Text that is copied as it stands.

/// The bits of a class that hold the length of a character that is copied as it stands; none of them where it may need folding.
pub(super) const LENGTH: u8 = 0x07;
/// A digit of ASCII.
pub(super) const DIGIT: u8 = 0x08;
/// A point of ASCII.
pub(super) const POINT: u8 = 0x10;
/// What is not copied as it stands.
pub(super) const SPECIAL: u8 = 0x20;
pub(super) const FEED: u8 = 0x40;
pub(super) const TAB: u8 = 0x80;

/// The classes of characters by their first bytes.
pub(super) static CLASSES: [u8; 256] = {
    let mut table = [1; 256];
    let mut byte = 0xc0;
    while byte < 0x100 {
        table[byte] = length(byte as u8) as u8;
        byte += 1;
    }
    let special = b" \",:;()&<-\x7f";
    let mut control = 0;
    while control < 0x20 {
        table[control] = 0;
        control += 1;
    }
    let mut i = 0;
    while i < special.len() {
        table[special[i] as usize] = 0;
        i += 1;
    }
    // U+00A0 and U+00AD; U+2000 to U+2FFF; U+3000 to U+3FFF; U+F000 to U+FFFF.
    table[0xc2] = 0;
    table[0xe2] = 0;
    table[0xe3] = 0;
    table[0xef] = 0;
    let mut digit = b'0';
    while digit <= b'9' {
        table[digit as usize] |= DIGIT;
        digit += 1;
    }
    table[b'.' as usize] |= POINT;
    table[b'\t' as usize] |= TAB;
    table[b'\x0c' as usize] |= FEED;
    table
};

/// The bytes of a character, by its first one.
pub(super) const fn length(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    }
}

/// How many bytes from the start can be copied as they stand.
pub(super) fn plain_run(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        // Asked first, for nearly all is Han: a guess goes on faster than a look at the table.
        if matches!(byte, 0xe4..=0xe9) {
            at += 3;
            continue;
        }
        let plain = usize::from(CLASSES[usize::from(byte)] & LENGTH);
        if plain == 0 && !is_plain(&bytes[at..]) {
            return at;
        }
        at += if plain == 0 { length(byte) } else { plain };
    }
    at.min(bytes.len())
}

/// Whether a character is copied as it stands that shares its first byte with something special: most punctuation does.
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    match bytes {
        [0xe3, 0x80, b, ..] => !matches!(b, 0x80 | 0x8c..=0x8f),
        [0xef, 0xbc, 0x88, rest @ ..] => !rest.first().is_some_and(|b| b.is_ascii_lowercase() || matches!(b, 0xc3..=0xc7)),
        [0xef, 0xbc, b, ..] => matches!(b, 0x81 | 0x89 | 0x8c | 0x9a | 0x9b | 0x9f),
        [0xe2, 0x80, b, ..] => matches!(b, 0x98..=0x9d | 0xa6),
        [0xe2, b, ..] => !matches!(b, 0x80 | 0x81 | 0x94),
        [0xe3, ..] => true,
        [0xef, b, ..] => !matches!(b, 0xbb | 0xbd),
        [0xc2, b, ..] => !matches!(b, 0xa0 | 0xad),
        _ => false,
    }
}
