//! A dictionary that finds the longest word at each character.
//!
//! Nearly all characters of a report are Han of three bytes. A step for each character instead of each byte, and a table that tells
//! at once which characters no word starts with, take a third of what a general automaton over bytes takes.

use std::collections::{HashMap, HashSet};

/// Words with their numbers, as a tree of characters.
#[derive(Debug)]
pub(super) struct Dictionary {
    /// Where in `firsts` each first character of the Basic Multilingual Plane stands; 0 where no word starts with it, [`DIGIT`] for digits.
    first: Box<[u16; PLANE]>,
    firsts: Vec<Step>,
    /// The steps behind the first, each where its node and its character send it or in the next free place behind.
    steps: Box<[Step]>,
    /// By how much the product of a key is shifted to give its place.
    shift: u32,
}

/// The node a step starts from and its character; none of a word is [`NO_KEY`].
fn key(from: u16, character: u16) -> u32 {
    u32::from(from) << u16::BITS | u32::from(character)
}

/// A step from one node of the tree to the next.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// See [`key`]; [`NO_KEY`] in a free place.
    key: u32,
    /// The node it leads to; [`LEAF`] if no word goes on from there.
    to: u16,
    /// The number of the word that ends with it; [`NO_WORD`] if none does.
    word: u16,
}

const NOWHERE: Step = Step { key: NO_KEY, to: LEAF, word: NO_WORD };

const NO_KEY: u32 = 0;

const NO_WORD: u16 = u16::MAX;

const LEAF: u16 = 0;

/// The characters of the Basic Multilingual Plane.
const PLANE: usize = 1 << 16;

/// What stands for the first step of a digit.
const DIGIT: u16 = u16::MAX;

/// A word found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The number of the word, in the order they were given.
    pub(super) word: u16,
}

/// What is worth stopping at in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// An ASCII digit.
    Digit(usize),
    /// A word.
    Word(Found),
}

impl Dictionary {
    /// A dictionary of words of the Basic Multilingual Plane, none of which starts with a digit; of two equal words the first counts.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        const ROOT: u16 = 0;
        let mut tree: HashMap<u32, Step> = HashMap::new();
        for (number, word) in words.enumerate() {
            let (mut from, mut last) = (ROOT, NO_KEY);
            for character in word.encode_utf16() {
                let node = u16::try_from(tree.len() + 1).expect("the lexicon has far fewer than 65,536 characters");
                last = key(from, character);
                from = tree.entry(last).or_insert(Step { key: last, to: node, word: NO_WORD }).to;
            }
            if let Some(end) = tree.get_mut(&last).filter(|end| end.word == NO_WORD) {
                end.word = number as u16;
            }
        }
        let inner: HashSet<u16> = tree.keys().map(|key| (key >> u16::BITS) as u16).collect();
        tree.values_mut().filter(|step| !inner.contains(&step.to)).for_each(|step| step.to = LEAF);
        let (firsts, others): (Vec<Step>, Vec<Step>) = tree.into_values().partition(|step| step.key < key(ROOT + 1, 0));
        Dictionary::with(firsts, &others)
    }

    fn with(mut firsts: Vec<Step>, others: &[Step]) -> Self {
        let places = (others.len() * 2 + 2).next_power_of_two();
        let first = vec![0; PLANE].into_boxed_slice().try_into().expect("the table has the size of the plane");
        firsts.insert(0, NOWHERE);
        let mut dictionary = Dictionary { first, firsts, steps: vec![NOWHERE; places].into(), shift: u32::BITS - places.trailing_zeros() };
        for (at, step) in dictionary.firsts.iter().enumerate().skip(1) {
            dictionary.first[step.key as usize] = at as u16;
        }
        for digit in b'0'..=b'9' {
            dictionary.first[usize::from(digit)] = DIGIT;
        }
        for step in others {
            let place = dictionary.place(step.key);
            dictionary.steps[place] = *step;
        }
        dictionary
    }

    /// The place of a step, or the free one where it would stand.
    fn place(&self, key: u32) -> usize {
        /// Spreads keys that differ in few bits (Knuth, The Art of Computer Programming, 6.4).
        const SPREAD: u32 = 0x9e37_79b1;
        let mut place = (key.wrapping_mul(SPREAD) >> self.shift) as usize;
        loop {
            let found = self.steps[place].key;
            if found == key || found == NO_KEY {
                return place;
            }
            place = (place + 1) & (self.steps.len() - 1);
        }
    }

    /// The first word that starts at `at` or behind, and the longest of those that start there.
    pub(super) fn find(&self, text: &str, mut at: usize) -> Option<Found> {
        loop {
            match self.next(text, at)? {
                Place::Digit(digit) => at = digit + 1,
                Place::Word(found) => return Some(found),
            }
        }
    }

    /// The first digit or word at `at` or behind, and the longest of the words that start there.
    pub(super) fn next(&self, text: &str, at: usize) -> Option<Place> {
        let mut rest = &text.as_bytes()[at..];
        while let Some((character, behind)) = character(rest) {
            let start = text.len() - rest.len();
            match self.first[usize::from(character)] {
                0 => {}
                DIGIT => return Some(Place::Digit(start)),
                first => {
                    if let Some((word, behind)) = self.longest(self.firsts[usize::from(first)], behind) {
                        return Some(Place::Word(Found { start, end: text.len() - behind.len(), word }));
                    }
                }
            }
            rest = behind;
        }
        None
    }

    /// The number of the longest word that a step in front of `rest` begins, and what stands behind the word.
    fn longest<'t>(&self, mut step: Step, mut rest: &'t [u8]) -> Option<(u16, &'t [u8])> {
        let mut best = None;
        loop {
            if step.word != NO_WORD {
                best = Some((step.word, rest));
            }
            if step.to == LEAF {
                return best;
            }
            let Some((character, behind)) = character(rest) else { return best };
            step = self.steps[self.place(key(step.to, character))];
            rest = behind;
        }
    }
}

/// The first character and what stands behind it; what lies beyond the Basic Multilingual Plane reads as U+FFFF, which no word has.
fn character(text: &[u8]) -> Option<(u16, &[u8])> {
    let bits = |byte: u8| u16::from(byte & 0x3f);
    Some(match text {
        [first @ 0xe0..=0xef, second, third, behind @ ..] => (u16::from(first & 0x0f) << 12 | bits(*second) << 6 | bits(*third), behind),
        [first @ ..=0x7f, behind @ ..] => (u16::from(*first), behind),
        [first @ 0xc0..=0xdf, second, behind @ ..] => (u16::from(first & 0x1f) << 6 | bits(*second), behind),
        [_, _, _, _, behind @ ..] => (u16::MAX, behind),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Dictionary, Found, Place};

    fn found(words: &[&str], text: &str) -> Vec<(usize, usize, u16)> {
        let dictionary = Dictionary::of(words.iter().copied());
        let mut at = 0;
        std::iter::from_fn(|| {
            let Found { start, end, word } = dictionary.find(text, at)?;
            at = end;
            Some((start, end, word))
        })
        .collect()
    }

    #[test]
    fn the_leftmost_word_counts_and_of_those_the_longest() {
        assert_eq!(found(&["预算", "年初预算", "年初"], "按年初预算和预算"), [(3, 15, 1), (18, 24, 0)]);
        assert_eq!(found(&["收入总额", "收", "入"], "收入总计"), [(0, 3, 1), (3, 6, 2)]);
    }

    #[test]
    fn words_of_one_two_three_and_four_bytes_are_told_apart() {
        assert_eq!(found(&["%", "·", "元"], "𠀀1%·亿元"), [(5, 6, 0), (6, 8, 1), (11, 14, 2)]);
    }

    #[test]
    fn a_digit_before_the_next_word_is_stopped_at() {
        let dictionary = Dictionary::of(["支出", "年2"].into_iter());
        let word = |start, end, word| Some(Place::Word(Found { start, end, word }));
        assert_eq!(dictionary.next("为1支出", 0), Some(Place::Digit(3)));
        assert_eq!(dictionary.next("为1支出", 4), word(4, 10, 0));
        assert_eq!(dictionary.next("年20", 0), word(0, 4, 1));
    }

    #[test]
    fn of_two_equal_words_the_first_counts() {
        assert_eq!(found(&["支出", "支出"], "支出"), [(0, 6, 0)]);
    }

    #[test]
    fn a_text_without_a_word_has_none() {
        assert_eq!(found(&["支出"], "支\u{10ffff}出"), []);
        assert_eq!(found(&["支出"], ""), []);
    }
}
