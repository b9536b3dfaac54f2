//! Words looked for in short texts.
//!
//! The searchers of the standard library and of larger crates are prepared for each word anew, which takes longer than to look through
//! the clause, the line or the cell that is asked about.

/// The byte by which a word is looked for: the last one of its first Han tells more than those before it.
const TELLING: usize = 2;

/// Where a word first starts in a text; `None` if it does not stand there.
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let probe = TELLING.min(word.len().checked_sub(1)?);
    let mut from = probe;
    while let Some(rest) = text.get(from..) {
        let at = from + memchr::memchr(word[probe], rest)?;
        if text[at - probe..].starts_with(word) {
            return Some(at - probe);
        }
        from = at + 1;
    }
    None
}

/// Whether a word stands in a text.
pub(crate) fn has(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// Whether any of some words stands in a text.
pub(crate) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| has(text, word))
}

/// The bytes of a character, by the first of them.
pub(crate) fn length_of(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    }
}

/// Where the first digit stands in a text, at `from` or behind it; `None` if none does.
pub(crate) fn digit_from(text: &str, from: usize) -> Option<usize> {
    /// Bytes looked at together: what has no digit, as most of a text, is passed over in few steps.
    const BLOCK: usize = 16;
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(block) = bytes[at..].first_chunk::<BLOCK>() {
        if block.iter().fold(false, |found, byte| found | byte.is_ascii_digit()) {
            break;
        }
        at += BLOCK;
    }
    bytes[at..].iter().position(u8::is_ascii_digit).map(|offset| at + offset)
}

/// The first of some words that a text starts with.
#[inline]
pub(crate) fn opening<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    let told = text.as_bytes().get(TELLING);
    words.iter().copied().find(|word| word.as_bytes().get(TELLING).is_none_or(|byte| Some(byte) == told) && text.starts_with(word))
}

/// The first of some words that a text ends with.
#[inline]
pub(crate) fn ending<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    let told = text.as_bytes().last();
    words.iter().copied().find(|word| word.as_bytes().last().is_none_or(|byte| Some(byte) == told) && text.ends_with(word))
}

/// What stands behind the first of some words that a text starts with.
#[inline]
pub(crate) fn behind_opening<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    opening(text, words).map(|word| &text[word.len()..])
}

#[cfg(test)]
mod tests {
    use super::{digit_from, ending, find, opening};

    #[test]
    fn a_digit_is_found_wherever_it_stands() {
        for before in 0..80 {
            let text = ["x".repeat(before), "5单".to_owned(), "y".repeat(80 - before)].concat();
            assert_eq!((digit_from(&text, 0), digit_from(&text, before), digit_from(&text, before + 1)), (Some(before), Some(before), None));
        }
        assert_eq!(digit_from("", 0), None);
    }

    #[test]
    fn words_are_found_where_the_standard_library_finds_them() {
        let texts = ["", "单", "单位", "按单位看，单位分", "expenditure", "ab", "万位万单位", "\u{5355}\u{4f4d}%"];
        let words = ["单", "单位", "位", "单位分", "%", "ab", "e", "re", "ure", "位看", "万单"];
        for text in texts {
            for word in words {
                assert_eq!(find(text, word), text.find(word), "{word} in {text}");
                assert_eq!(opening(text, &[word]).is_some(), text.starts_with(word), "{word} before {text}");
                assert_eq!(ending(text, &[word]).is_some(), text.ends_with(word), "{word} behind {text}");
            }
        }
    }

    #[test]
    fn the_first_word_of_a_list_is_taken() {
        assert_eq!(opening("单位分", &["位", "单", "单位"]), Some("单"));
        assert_eq!(ending("单位分", &["单", "位分", "分"]), Some("位分"));
        assert_eq!(opening("", &["单", ""]), Some(""));
    }
}
