//! Characters of symbol fonts, which stand at places of private use.

/// What Word shows for places of the fonts Symbol, Wingdings and Wingdings 2, as far as reports use them.
const SYMBOLS: &[(&str, u32, char)] = &[
    ("symbol", 0xf0b7, '•'),
    ("symbol", 0xf0b3, '≥'),
    ("symbol", 0xf0a3, '≤'),
    ("symbol", 0xf0b1, '±'),
    ("symbol", 0xf0b4, '×'),
    ("symbol", 0xf0b8, '÷'),
    ("symbol", 0xf02d, '−'),
    ("symbol", 0xf0b0, '°'),
    ("symbol", 0xf02b, '+'),
    ("symbol", 0xf03d, '='),
    ("symbol", 0xf025, '%'),
    ("wingdings", 0xf06c, '●'),
    ("wingdings", 0xf06e, '■'),
    ("wingdings", 0xf06f, '□'),
    ("wingdings", 0xf071, '❑'),
    ("wingdings", 0xf075, '◆'),
    ("wingdings", 0xf076, '❖'),
    ("wingdings", 0xf0a8, '□'),
    ("wingdings", 0xf0a7, '▪'),
    ("wingdings", 0xf0ab, '★'),
    ("wingdings", 0xf0d8, '➢'),
    ("wingdings", 0xf0e0, '→'),
    ("wingdings", 0xf0fb, '✗'),
    ("wingdings", 0xf0fc, '✓'),
    ("wingdings", 0xf0fd, '☒'),
    ("wingdings", 0xf0fe, '☑'),
    ("wingdings 2", 0xf02a, '☐'),
    ("wingdings 2", 0xf050, '✓'),
    ("wingdings 2", 0xf051, '☒'),
    ("wingdings 2", 0xf052, '☑'),
    ("wingdings 2", 0xf0a3, '□'),
];

/// The character of a font's place; places that are not known stay as they are.
pub(super) fn shown(font: &str, code: u32) -> Option<char> {
    let font = font.trim().to_lowercase();
    // The place may be written without the offset of private use.
    let place = if code < 0x100 { code + 0xf000 } else { code };
    let known = SYMBOLS.iter().find(|(name, at, _)| *name == font && *at == place).map(|(_, _, shown)| *shown);
    known.or_else(|| char::from_u32(code))
}

/// A character of a list's mark: one of private use is a bullet of some font.
pub(super) fn bullet(c: char) -> char {
    if is_private(c) {
        '•'
    } else {
        c
    }
}

/// Whether a character means only what a font says.
pub(super) fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}')
}
