//! Words that titles are known by, looked for all at once.
//!
//! Titles are short and the words many: each character of a title asks for the few words that end with it.

/// Characters share a bucket by their last bits; what shares it by chance is told apart by the words.
const BUCKETS: usize = 256;

fn bucket(c: char) -> usize {
    c as usize % BUCKETS
}

fn last(word: &str) -> char {
    word.chars().next_back().expect("no word is empty")
}

/// The last characters of a text as one number, 16 bits a character, the last one lowest: as many as a word has at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packed(u128);

/// The most characters of a word of a vocabulary.
const LONGEST: usize = (u128::BITS / u16::BITS) as usize;

impl Packed {
    /// Those of nothing.
    const NONE: Packed = Packed(0);

    /// Those of a text that goes on with `c`.
    fn and(self, c: char) -> Self {
        Packed(self.0 << u16::BITS | u128::from(u32::from(c).min(u32::from(u16::MAX))))
    }
}

/// A word of the Basic Multilingual Plane.
#[derive(Debug, Clone, Copy)]
struct Word {
    characters: Packed,
    /// The bits that its characters take.
    mask: u128,
    /// What tells it from the others.
    bit: u128,
}

impl Word {
    fn of(word: &str, bit: u128) -> Self {
        assert!(word.chars().count() <= LONGEST, "the word {word} has too many characters");
        let characters = word.chars().fold(Packed::NONE, Packed::and);
        Word { characters, mask: word.chars().fold(0, |mask, _| mask << u16::BITS | u128::from(u16::MAX)), bit }
    }

    fn ends(&self, text: Packed) -> bool {
        (text.0 ^ self.characters.0) & self.mask == 0
    }
}

/// Words that may stand anywhere in a title, each with a bit of its own.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: Vec<&'static str>,
    /// The words by their last characters.
    ending: Vec<Vec<Word>>,
}

impl Vocabulary {
    /// At most 128 different words.
    pub(super) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut words: Vec<&str> = words.into_iter().collect();
        words.sort_unstable();
        words.dedup();
        assert!(words.len() <= u128::BITS as usize, "there is a bit for each word");
        let mut ending = vec![Vec::new(); BUCKETS];
        for (number, word) in words.iter().enumerate() {
            ending[bucket(last(word))].push(Word::of(word, 1 << number));
        }
        Vocabulary { words, ending }
    }

    /// The bits of some of its words.
    pub(super) fn bits(&self, words: &[&str]) -> u128 {
        words.iter().fold(0, |bits, word| bits | 1 << self.words.binary_search(word).expect("the word is one of the vocabulary"))
    }

    /// The bits of the words that stand in a text.
    pub(super) fn found_in(&self, text: &str) -> u128 {
        let mut read = Packed::NONE;
        let mut found = 0;
        for c in text.chars() {
            read = read.and(c);
            found = self.ending[bucket(c)].iter().filter(|word| word.ends(read)).fold(found, |found, word| found | word.bit);
        }
        found
    }
}

/// What a title must hold and must not hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    pub(super) all: u128,
    pub(super) none: u128,
}

impl Terms {
    /// Whether a title with these words has all and none of them.
    pub(super) fn hold(self, words: u128) -> bool {
        words & self.all == self.all && words & self.none == 0
    }
}

/// Words that titles and names end with.
#[derive(Debug)]
pub(super) struct Endings {
    /// The words by their last characters, in the order they were given.
    ending: Vec<Vec<&'static str>>,
}

impl Endings {
    pub(super) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut ending = vec![Vec::new(); BUCKETS];
        for word in words {
            ending[bucket(last(word))].push(word);
        }
        Endings { ending }
    }

    /// The words that a text ends with.
    pub(super) fn of_text<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'static str> + 't {
        let ending = text.chars().next_back().map_or(&[][..], |last| &self.ending[bucket(last)]);
        ending.iter().copied().filter(|word| text.ends_with(word))
    }

    /// Whether a text ends with one of them.
    pub(super) fn end(&self, text: &str) -> bool {
        self.of_text(text).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_one_inside_another() {
        let vocabulary = Vocabulary::of(["收入", "收入支出", "支出", "表"]);
        assert_eq!(vocabulary.found_in("部门收入支出情况"), vocabulary.bits(&["收入", "收入支出", "支出"]));
        assert_eq!(vocabulary.found_in("概况入"), 0);
        assert_eq!(vocabulary.found_in("一二三四五六七八九支出"), vocabulary.bits(&["支出"]));
    }

    #[test]
    fn endings_are_told_by_the_whole_word() {
        let endings = Endings::of(["说明", "情况说明", "表"]);
        assert_eq!(endings.of_text("决算情况说明").collect::<Vec<_>>(), ["说明", "情况说明"]);
        assert!(!endings.end("证明"));
    }

    #[test]
    fn a_rare_character_is_not_the_one_its_last_bits_are() {
        assert_eq!(u32::from('\u{28868}') & 0xffff, u32::from('表'));
        assert!(!Endings::of(["表"]).end("收入\u{28868}"));
        assert_eq!(Vocabulary::of(["表"]).found_in("收入\u{28868}"), 0);
    }
}
