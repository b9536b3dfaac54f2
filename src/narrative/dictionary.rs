//! A dictionary that finds the longest word at each character.
//!
//! Nearly all characters of a report are Han of three bytes. A step for each character instead of each byte, and a table that tells
//! at once which characters no word starts with, take a third of what a general automaton over bytes takes.

use std::collections::BTreeMap;

/// Words with their numbers, as a tree of characters.
#[derive(Debug)]
pub(super) struct Dictionary {
    /// The node of each first character of the Basic Multilingual Plane; 0 where no word starts with it, [`DIGIT`] for digits.
    first: Box<[u16; PLANE]>,
    nodes: Vec<Node>,
    /// The characters that go on from each node, with the nodes they lead to.
    edges: Vec<(u16, u16)>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    /// The number of the word that ends here; [`NO_WORD`] if none does.
    word: u16,
    /// Where its edges start and end, sorted by character.
    from: u32,
    to: u32,
}

const NO_WORD: u16 = u16::MAX;

/// The characters of the Basic Multilingual Plane.
const PLANE: usize = 1 << 16;

/// What stands for the node of a digit.
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

/// A tree as it is built.
#[derive(Default)]
struct Branch {
    word: Option<u16>,
    children: BTreeMap<u16, Branch>,
}

impl Dictionary {
    /// A dictionary of words of the Basic Multilingual Plane, none of which starts with a digit; of two equal words the first counts.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut root = Branch::default();
        for (number, word) in words.enumerate() {
            let mut branch = &mut root;
            for c in word.encode_utf16() {
                branch = branch.children.entry(c).or_default();
            }
            branch.word.get_or_insert(number as u16);
        }
        let first = vec![0; PLANE].into_boxed_slice().try_into().expect("the table has the size of the plane");
        let mut dictionary = Dictionary { first, nodes: vec![Node { word: NO_WORD, from: 0, to: 0 }], edges: Vec::new() };
        for (c, branch) in &root.children {
            dictionary.first[usize::from(*c)] = dictionary.grow(branch);
        }
        for digit in b'0'..=b'9' {
            dictionary.first[usize::from(digit)] = DIGIT;
        }
        dictionary
    }

    /// Adds a branch with all below it; its node. Words are short, and so is the way down.
    fn grow(&mut self, branch: &Branch) -> u16 {
        let node = self.nodes.len();
        self.nodes.push(Node { word: branch.word.unwrap_or(NO_WORD), from: 0, to: 0 });
        let edges: Vec<(u16, u16)> = branch.children.iter().map(|(c, child)| (*c, self.grow(child))).collect();
        self.nodes[node].from = self.edges.len() as u32;
        self.edges.extend(edges);
        self.nodes[node].to = self.edges.len() as u32;
        u16::try_from(node).expect("the lexicon has far fewer than 65,536 characters")
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
        let bytes = text.as_bytes();
        let mut start = at;
        while let Some((c, length)) = character(bytes, start) {
            match self.first[usize::from(c)] {
                0 => {}
                DIGIT => return Some(Place::Digit(start)),
                node => {
                    if let Some((end, word)) = self.longest(bytes, start + length, node) {
                        return Some(Place::Word(Found { start, end, word }));
                    }
                }
            }
            start += length;
        }
        None
    }

    /// Where the longest word that goes on from `node` at `at` ends, and its number.
    fn longest(&self, text: &[u8], mut at: usize, node: u16) -> Option<(usize, u16)> {
        let mut node = self.nodes[usize::from(node)];
        let mut best = None;
        loop {
            if node.word != NO_WORD {
                best = Some((at, node.word));
            }
            if node.from == node.to {
                return best;
            }
            let Some((c, length)) = character(text, at) else { return best };
            let Some(next) = self.follow(node, c) else { return best };
            node = self.nodes[usize::from(next)];
            at += length;
        }
    }

    /// The node that the edge of a character leads to.
    fn follow(&self, node: Node, c: u16) -> Option<u16> {
        /// Nearly all nodes have one or two edges.
        const FEW: usize = 8;
        let edges = &self.edges[node.from as usize..node.to as usize];
        if edges.len() <= FEW {
            return edges.iter().find(|(edge, _)| *edge == c).map(|(_, next)| *next);
        }
        edges.binary_search_by_key(&c, |(edge, _)| *edge).ok().map(|at| edges[at].1)
    }
}

/// The character at `at` and its bytes; what lies beyond the Basic Multilingual Plane reads as U+FFFF, which no word has.
fn character(text: &[u8], at: usize) -> Option<(u16, usize)> {
    let bits = |byte: u8| u16::from(byte & 0x3f);
    if let Some(&[first @ 0xe0..=0xef, second, third]) = text.get(at..at + 3) {
        return Some((u16::from(first & 0x0f) << 12 | bits(second) << 6 | bits(third), 3));
    }
    Some(match text.get(at..)? {
        [first @ ..=0x7f, ..] => (u16::from(*first), 1),
        [first @ 0xc0..=0xdf, second, ..] => (u16::from(first & 0x1f) << 6 | bits(*second), 2),
        [] => return None,
        _ => (u16::MAX, 4),
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
