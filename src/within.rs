//! Words looked for in short texts.
//!
//! The searchers of the standard library and of larger crates are prepared for each word anew, which takes longer than to look through
//! the clause, the line or the cell that is asked about.

/// Where a word first starts in a text; `None` if it does not stand there.
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    /// The byte by which a word is looked for: the last one of its first Han tells more than those before it.
    const TELLING: usize = 2;
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

/// Where the first digit stands in a text, at `from` or behind it; `None` if none does.
pub(crate) fn digit_from(text: &str, from: usize) -> Option<usize> {
    /// Bytes looked at together: what has no digit, as most of a text, is passed over in few steps.
    const BLOCK: usize = 32;
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

#[cfg(test)]
mod tests {
    use super::{digit_from, find};

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
            }
        }
    }
}
