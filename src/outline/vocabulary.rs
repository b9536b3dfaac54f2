//! Words that titles are known by, looked for all at once.
//!
//! Titles are short and the words many: each character of a title asks for the few words that end with it.

use crate::within::{has, length_of};

/// What ends alike shares a bucket by its last bits; what shares it by chance is told apart by the words.
const BUCKETS: usize = 256;

/// The bucket of the character that a text ends with: its last bits.
fn bucket_of_one(text: &[u8]) -> usize {
    match text {
        [.., before, last] => usize::from(before << 6 | last & 0x3f),
        _ => 0,
    }
}

/// The bucket of the two characters that a text ends with, which are Han; 0 for a shorter text.
fn bucket_of_two(text: &[u8]) -> usize {
    match text {
        [.., before, _, middle, last] => usize::from((middle << 6 | last & 0x3f).wrapping_add(before << 2)),
        _ => 0,
    }
}

/// The last bytes of a text as one number, the last one lowest; zeros before a shorter one.
fn last_bytes(text: &[u8]) -> u64 {
    text.last_chunk().map_or_else(|| text.iter().fold(0, |read, byte| read << u8::BITS | u64::from(*byte)), |last| u64::from_be_bytes(*last))
}

/// A word of two Han or more.
#[derive(Debug, Clone, Copy)]
struct Word {
    text: &'static str,
    /// Its last bytes, and the bits that they take.
    last: u64,
    mask: u64,
    /// What tells it from the others.
    bit: u128,
}

impl Word {
    fn of(text: &'static str, bit: u128) -> Self {
        let mask = last_bytes(&vec![u8::MAX; text.len()]);
        Word { text, last: last_bytes(text.as_bytes()), mask, bit }
    }

    /// Whether a text ends with it whose last bytes are these.
    fn ends(&self, text: &[u8], last: u64) -> bool {
        (last ^ self.last) & self.mask == 0 && (self.mask != u64::MAX || text.ends_with(self.text.as_bytes()))
    }
}

/// Words that may stand anywhere in a title, each with a bit of its own.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: Vec<&'static str>,
    /// The words by their last two characters: words with the same last one are many.
    ending: Vec<Vec<Word>>,
    /// The words of one character, and their bits.
    single: Vec<(&'static str, u128)>,
}

impl Vocabulary {
    /// At most 128 different words.
    pub(super) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut words: Vec<&str> = words.into_iter().collect();
        words.sort_unstable();
        words.dedup();
        assert!(words.len() <= u128::BITS as usize, "there is a bit for each word");
        let mut ending = vec![Vec::new(); BUCKETS];
        let mut single = Vec::new();
        for (number, word) in words.iter().enumerate() {
            match word.chars().count() {
                1 => single.push((*word, 1 << number)),
                _ => ending[bucket_of_two(word.as_bytes())].push(Word::of(word, 1 << number)),
            }
        }
        Vocabulary { words, ending, single }
    }

    /// The bits of some of its words.
    pub(super) fn bits(&self, words: &[&str]) -> u128 {
        words.iter().fold(0, |bits, word| bits | 1 << self.number(word))
    }

    fn number(&self, word: &str) -> usize {
        self.words.binary_search(&word).expect("the word is one of the vocabulary")
    }

    /// The bits of the words that stand in a text.
    pub(super) fn found_in(&self, text: &str) -> u128 {
        let mut found = self.single.iter().filter(|(word, _)| has(text, word)).fold(0, |found, (_, bit)| found | bit);
        let (text, mut end) = (text.as_bytes(), 0);
        while let Some(first) = text.get(end) {
            end += length_of(*first);
            let (so_far, words) = (&text[..end], &self.ending[bucket_of_two(&text[..end])]);
            if !words.is_empty() {
                let last = last_bytes(so_far);
                found = words.iter().filter(|word| word.ends(so_far, last)).fold(found, |found, word| found | word.bit);
            }
        }
        found
    }
}

/// The most words that a row wants.
const WANTED: usize = 3;

/// Rows of words and what they mean together, in the order in which they count.
#[derive(Debug)]
pub(super) struct Rows<T> {
    meanings: Vec<T>,
    /// For each word of the vocabulary a bit for each row.
    words: Vec<OfWord>,
    /// The rows that want fewer words than so many and one.
    without: [u128; WANTED],
}

/// The rows that one word tells of.
#[derive(Debug, Clone, Copy, Default)]
struct OfWord {
    /// Those whose first, second and third word it is.
    wanting: [u128; WANTED],
    /// Those that do not hold beside it.
    barring: u128,
}

impl<T: Copy> Rows<T> {
    /// At most 128 rows: the words that a title must hold, those that it must not, and what it means.
    pub(super) fn of(vocabulary: &Vocabulary, rows: &[(&[&str], &[&str], T)]) -> Self {
        assert!(rows.len() <= u128::BITS as usize, "there is a bit for each row");
        let mut read = Rows { meanings: Vec::new(), words: vec![OfWord::default(); vocabulary.words.len()], without: [0; WANTED] };
        for (number, (all, none, meaning)) in rows.iter().enumerate() {
            assert!(all.len() <= WANTED, "a row wants {} words", all.len());
            let row = 1 << number;
            all.iter().zip(0..).for_each(|(word, place)| read.words[vocabulary.number(word)].wanting[place] |= row);
            none.iter().for_each(|word| read.words[vocabulary.number(word)].barring |= row);
            read.without[all.len()..].iter_mut().for_each(|without| *without |= row);
            read.meanings.push(*meaning);
        }
        read
    }

    /// What the first row means that has all of its words among those found, and none that it bars but the forgiven ones.
    pub(super) fn first(&self, found: u128, forgiven: u128) -> Option<T> {
        let (mut held, mut barred) = (self.without, 0);
        let mut left = found;
        while left != 0 {
            let word = &self.words[left.trailing_zeros() as usize];
            held.iter_mut().zip(word.wanting).for_each(|(held, wanting)| *held |= wanting);
            if left & left.wrapping_neg() & forgiven == 0 {
                barred |= word.barring;
            }
            left &= left - 1;
        }
        let rows = held.iter().fold(!barred, |rows, held| rows & held);
        self.meanings.get(rows.trailing_zeros() as usize).copied()
    }
}

/// Words that titles and names end with.
#[derive(Debug)]
pub(super) struct Endings {
    /// The words by their last characters.
    ending: Vec<Vec<&'static [u8]>>,
}

impl Endings {
    pub(super) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut ending = vec![Vec::new(); BUCKETS];
        for word in words {
            assert!(!word.is_empty(), "every text ends with no word");
            ending[bucket_of_one(word.as_bytes())].push(word.as_bytes());
        }
        Endings { ending }
    }

    /// Whether a text ends with one of them.
    pub(super) fn end(&self, text: impl AsRef<[u8]>) -> bool {
        let text = text.as_ref();
        self.ending[bucket_of_one(text)].iter().any(|word| text.ends_with(word))
    }

    /// Whether a text may end with one of them, by its last character; most texts do not.
    pub(super) fn may_end(&self, text: &[u8]) -> bool {
        !self.ending[bucket_of_one(text)].is_empty()
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
    fn the_first_row_counts_whose_words_are_all_there_and_none_that_it_bars() {
        const ROWS: &[(&[&str], &[&str], u8)] = &[(&["收入", "支出"], &["表"], 1), (&["收入"], &["支出"], 2), (&["支出"], &[], 3)];
        let vocabulary = Vocabulary::of(["收入", "支出", "表"]);
        let rows = Rows::of(&vocabulary, ROWS);
        let means = |title: &str| rows.first(vocabulary.found_in(title), 0);
        assert_eq!((means("收入支出情况"), means("收入情况"), means("支出收入表"), means("概况")), (Some(1), Some(2), Some(3), None));
        assert_eq!(rows.first(vocabulary.found_in("收入支出表说明"), vocabulary.bits(&["表"])), Some(1));
    }

    #[test]
    fn endings_are_told_by_the_whole_word() {
        let endings = Endings::of(["说明", "情况说明", "表"]);
        assert!(endings.end("决算情况说明") && endings.end("表") && !endings.end("证明") && !endings.end("明") && !endings.end(""));
        assert!(endings.may_end("证明".as_bytes()) && !endings.may_end("概况".as_bytes()) && !endings.may_end(b"5") && !endings.may_end(b""));
    }

    #[test]
    fn a_rare_character_is_not_the_one_its_last_bits_are() {
        assert_eq!(u32::from('\u{28868}') & 0xffff, u32::from('表'));
        assert!(!Endings::of(["表"]).end("收入\u{28868}"));
        assert_eq!(Vocabulary::of(["表"]).found_in("收入\u{28868}"), 0);
    }
}
