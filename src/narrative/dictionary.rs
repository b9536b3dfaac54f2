//! A dictionary that finds the longest word at each character.
//!
//! Nearly all characters of a report are Han of three bytes. A step for each character instead of each byte, and a table that tells
//! at once which characters no word starts with, take a third of what a general automaton over bytes takes.

use std::collections::HashMap;

/// Words with their numbers, as a tree of characters.
#[derive(Debug)]
pub(super) struct Dictionary<const FIRSTS: usize, const OTHERS: usize> {
    /// The steps from the root, and those of [`DIGIT`]: apart, for they are asked for at each character.
    firsts: Steps<FIRSTS>,
    /// The steps behind the first.
    others: Steps<OTHERS>,
}

/// Steps, each where its node and its letter send it or in the next free place behind. The places are a power of two.
#[derive(Debug)]
struct Steps<const PLACES: usize>(Box<[Step; PLACES]>);

/// A step from one node of the tree to the next.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// See [`key`]; [`NO_KEY`] in a free place.
    key: u64,
    /// The letters that may go on from the node it leads to, by their [`Letter::bit`]; none if no word goes on from there.
    follow: u32,
    /// The node it leads to.
    to: u16,
    /// The number of the word that ends with it; [`NO_WORD`] if none does.
    word: u16,
}

const NOWHERE: Step = Step { key: NO_KEY, follow: 0, to: ROOT, word: NO_WORD };

const ROOT: u16 = 0;

const NO_KEY: u64 = u64::MAX;

const NO_WORD: u16 = u16::MAX;

/// What stands for the word that a digit ends.
const DIGIT: u16 = u16::MAX - 1;

/// The node a step starts from and its letter; none is [`NO_KEY`].
fn key(from: u16, letter: Letter) -> u64 {
    u64::from(from) << 24 | u64::from(letter.0)
}

/// The bytes of a character, the first one lowest. Of one of four bytes it is the first three, and then the last alone: no word has either.
#[derive(Debug, Clone, Copy)]
struct Letter(u32);

impl Letter {
    /// The letter that a text starts with, and what stands behind it.
    #[inline(always)]
    fn of(text: &[u8]) -> Option<(Letter, &[u8])> {
        Some(match text {
            [first @ 0xe0..=0xff, second, third, behind @ ..] => (Letter(u32::from_le_bytes([*first, *second, *third, 0])), behind),
            [first @ 0xc0..=0xdf, second, behind @ ..] => (Letter(u32::from_le_bytes([*first, *second, 0, 0])), behind),
            [first, behind @ ..] => (Letter(u32::from(*first)), behind),
            [] => return None,
        })
    }

    /// Its bytes spread over all bits (Knuth, The Art of Computer Programming, 6.4).
    fn spread(self) -> u32 {
        self.0.wrapping_mul(0x9e37_79b1)
    }

    /// One of 32 bits that tells it from most others.
    fn bit(self) -> u32 {
        1 << (self.spread() >> 27)
    }
}

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

impl<const FIRSTS: usize, const OTHERS: usize> Dictionary<FIRSTS, OTHERS> {
    /// A dictionary of words of the Basic Multilingual Plane, none of which starts with a digit; of two equal words the first counts.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut tree: HashMap<u64, (Step, Letter)> = HashMap::new();
        for (number, word) in words.enumerate() {
            let (mut from, mut last, mut rest) = (ROOT, NO_KEY, word.as_bytes());
            while let Some((letter, behind)) = Letter::of(rest) {
                let node = u16::try_from(tree.len() + 1).expect("the lexicon has far fewer than 65,536 characters");
                last = key(from, letter);
                from = tree.entry(last).or_insert((Step { key: last, to: node, ..NOWHERE }, letter)).0.to;
                rest = behind;
            }
            if let Some((end, _)) = tree.get_mut(&last).filter(|(end, _)| end.word == NO_WORD) {
                end.word = number as u16;
            }
        }
        let mut follow: HashMap<u16, u32> = HashMap::new();
        for (step, letter) in tree.values() {
            *follow.entry((step.key >> 24) as u16).or_default() |= letter.bit();
        }
        let steps = tree.into_values().map(|(step, letter)| (Step { follow: follow.get(&step.to).copied().unwrap_or(0), ..step }, letter));
        let (mut firsts, others): (Vec<_>, Vec<_>) = steps.partition(|(step, _)| step.key < key(ROOT + 1, Letter(0)));
        firsts.extend((b'0'..=b'9').map(|digit| Letter(u32::from(digit))).map(|digit| (Step { key: key(ROOT, digit), word: DIGIT, ..NOWHERE }, digit)));
        Dictionary { firsts: Steps::of(&firsts), others: Steps::of(&others) }
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
    #[inline(always)]
    pub(super) fn next(&self, text: &str, at: usize) -> Option<Place> {
        let mut rest = &text.as_bytes()[at..];
        while let Some((letter, behind)) = Letter::of(rest) {
            let start = text.len() - rest.len();
            rest = behind;
            let Some(first) = self.firsts.step(ROOT, letter) else { continue };
            match self.longest(first, behind) {
                (NO_WORD, _) => {}
                (DIGIT, _) => return Some(Place::Digit(start)),
                (word, behind) => return Some(Place::Word(Found { start, end: text.len() - behind.len(), word })),
            }
        }
        None
    }

    /// The number of the longest word that a step in front of `rest` begins, or [`NO_WORD`], and what stands behind the word.
    #[inline(always)]
    fn longest<'s, 't>(&'s self, mut step: &'s Step, mut rest: &'t [u8]) -> (u16, &'t [u8]) {
        let mut best = (step.word, rest);
        while step.follow != 0 {
            let Some((letter, behind)) = Letter::of(rest).filter(|(letter, _)| step.follow & letter.bit() != 0) else { break };
            let Some(next) = self.others.step(step.to, letter) else { break };
            (step, rest) = (next, behind);
            if step.word != NO_WORD {
                best = (step.word, rest);
            }
        }
        best
    }
}

impl<const PLACES: usize> Steps<PLACES> {
    fn of(steps: &[(Step, Letter)]) -> Self {
        assert!(PLACES.is_power_of_two() && steps.len() * 2 <= PLACES, "too few places for {} steps", steps.len());
        let mut table = Steps(vec![NOWHERE; PLACES].into_boxed_slice().try_into().expect("the table has that many places"));
        for (step, letter) in steps {
            let mut place = Self::place((step.key >> 24) as u16, *letter);
            while table.0[place].key != NO_KEY {
                place = (place + 1) % PLACES;
            }
            table.0[place] = *step;
        }
        table
    }

    /// The step from a node with a letter.
    #[inline(always)]
    fn step(&self, from: u16, letter: Letter) -> Option<&Step> {
        let key = key(from, letter);
        let mut place = Self::place(from, letter);
        loop {
            let step = &self.0[place];
            if step.key == key {
                return Some(step);
            }
            if step.key == NO_KEY {
                return None;
            }
            place = (place + 1) % PLACES;
        }
    }

    /// The first place where a step may stand.
    #[inline(always)]
    fn place(from: u16, letter: Letter) -> usize {
        // Another odd number than that of the letters, that both count.
        let spread = letter.spread().wrapping_add(u32::from(from).wrapping_mul(0x85eb_ca6b));
        (spread >> (u32::BITS - PLACES.trailing_zeros())) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::{Dictionary, Found, Place};

    fn found(words: &[&str], text: &str) -> Vec<(usize, usize, u16)> {
        let dictionary = Dictionary::<64, 64>::of(words.iter().copied());
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
        let dictionary = Dictionary::<64, 64>::of(["支出", "年2"].into_iter());
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
