//! Words that titles are known by, looked for all at once.
//!
//! Titles are short and the words many: each character of a title asks for the few words that start, or end, with it.

/// Characters share a bucket by their last bits; what shares it by chance is told apart by the words.
const BUCKETS: usize = 256;

fn bucket(c: char) -> usize {
    c as usize % BUCKETS
}

/// Words that may stand anywhere in a title, each with a bit of its own.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: Vec<&'static str>,
    /// The numbers of the words by their first characters.
    starting: Vec<Vec<u8>>,
}

impl Vocabulary {
    /// At most 128 different words.
    pub(super) fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut words: Vec<&str> = words.into_iter().collect();
        words.sort_unstable();
        words.dedup();
        let mut starting = vec![Vec::new(); BUCKETS];
        for (number, word) in words.iter().enumerate() {
            let first = word.chars().next().expect("no word is empty");
            starting[bucket(first)].push(u8::try_from(number).ok().filter(|n| u32::from(*n) < u128::BITS).expect("there is a bit for each word"));
        }
        Vocabulary { words, starting }
    }

    /// The bits of some of its words.
    pub(super) fn bits(&self, words: &[&str]) -> u128 {
        words.iter().fold(0, |bits, word| bits | 1 << self.words.binary_search(word).expect("the word is one of the vocabulary"))
    }

    /// The bits of the words that stand in a text.
    pub(super) fn found_in(&self, text: &str) -> u128 {
        text.char_indices().fold(0, |bits, (at, c)| {
            let starting = self.starting[bucket(c)].iter().filter(|number| text[at..].starts_with(self.words[usize::from(**number)]));
            starting.fold(bits, |bits, number| bits | 1 << number)
        })
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
            ending[bucket(word.chars().next_back().expect("no word is empty"))].push(word);
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
        assert_eq!(vocabulary.found_in("概况"), 0);
    }

    #[test]
    fn endings_are_told_by_the_whole_word() {
        let endings = Endings::of(["说明", "情况说明", "表"]);
        assert_eq!(endings.of_text("决算情况说明").collect::<Vec<_>>(), ["说明", "情况说明"]);
        assert!(!endings.end("证明"));
    }
}
