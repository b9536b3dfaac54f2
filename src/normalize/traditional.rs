//! Traditional characters read as simplified ones.
//!
//! The pairs follow kSimplifiedVariant of the Unicode Han Database, less the characters that simplified text itself prints.

use once_cell::sync::Lazy;

/// Pairs of a traditional character and its simplified one, without separators but line ends.
const PAIRS: &str = include_str!("traditional.txt");

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// The simplified character for each one of the basic Han block, 0 where it is the same.
static SIMPLIFIED: Lazy<Box<[u16]>> = Lazy::new(|| {
    let mut table = vec![0u16; (LAST - FIRST + 1) as usize].into_boxed_slice();
    let mut pair = PAIRS.chars().filter(|c| *c != '\n');
    while let (Some(from), Some(to)) = (pair.next(), pair.next()) {
        table[(from as u32 - FIRST) as usize] = to as u32 as u16;
    }
    table
});

fn simplified(c: char) -> Option<char> {
    let code = c as u32;
    if !(FIRST..=LAST).contains(&code) {
        return None;
    }
    match SIMPLIFIED[(code - FIRST) as usize] {
        0 => None,
        to => char::from_u32(u32::from(to)),
    }
}

/// Characters looked at; a mirror in traditional characters shows it in its first sentence.
const SAMPLE: usize = 1024;

/// Whether a text is written in traditional characters: one in 20 of its Han is one. Simplified reports print none or a name.
pub(super) fn is_traditional(text: &str) -> bool {
    let table = &**SIMPLIFIED;
    let mut han = 0usize;
    let mut traditional = 0usize;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at).filter(|_| han < SAMPLE) {
        // No other characters start with these bytes than Han of the basic block and a few before it.
        if !matches!(first, 0xe4..=0xe9) {
            at += 1;
            continue;
        }
        let bits = |behind: usize| u32::from(bytes[at + behind] & 0x3f);
        let code = u32::from(first & 0x0f) << 12 | bits(1) << 6 | bits(2);
        if let Some(to) = table.get(code.wrapping_sub(FIRST) as usize) {
            han += 1;
            traditional += usize::from(*to != 0);
        }
        at += 3;
    }
    traditional * 20 > han
}

/// The text with each traditional character as its simplified one; every offset stays, for both have three bytes.
pub(super) fn simplify(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().map(|c| simplified(c).unwrap_or(c)));
    out
}
